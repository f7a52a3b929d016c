// What pages hand over, however odd: understood, or refused as an error of ours.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { tried } from '../tried.mjs';
import { startBrowser, test } from './driver.mjs';
import { noErrors, openElement } from './steps.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

test('mount() takes no options for none, and no target for a mistake', async (t) => {
  const page = await browser.open('/tests/browser/pages/blank.html');
  const said = await page.evaluate(async () => {
    const { mount } = await import('/pkg/index.js');
    const refusals = [];
    for (const target of [null, undefined, 'body', document, {}]) {
      await mount(target).catch((error) => refusals.push([error.name, error.code]));
    }
    const place = document.getElementById('place');
    const throwing = { get view() { throw new Error('no'); } };
    await mount(place, throwing).catch((error) => refusals.push([error.name, error.code]));
    const left = place.childElementCount;
    const widget = await mount(place, null);
    return { refusals, left, marks: widget.marks().length };
  });
  assert.deepEqual(said.refusals, Array.from({ length: 6 }, () => ['FootprintError', 'options']));
  assert.equal(said.left, 0);
  tried(t, said.refusals.length + 1);
  assert.ok(said.marks > 0);
  noErrors(page);
  await page.close();
});

test('update() tells of options that cannot be read, and keeps the picture', async (t) => {
  tried(t, 2);
  const page = await openElement(browser);
  const said = await page.evaluate(async () => {
    const element = document.querySelector('smart-footprint');
    await element.update(null);
    const quiet = window.heard.filter(({ type }) => type === 'footprint-problem').length;
    await element.update({ get view() { throw new Error('no'); } });
    const told = window.heard.filter(({ type }) => type === 'footprint-problem').map(({ problems }) => problems[0].code);
    return { quiet, told, marks: element.marks().length };
  });
  assert.equal(said.quiet, 0);
  assert.deepEqual(said.told, ['options']);
  assert.ok(said.marks > 0);
  noErrors(page);
  await page.close();
});

test('a getter may destroy the widget that reads it, and no other is disturbed', async (t) => {
  tried(t, 3);
  const page = await openElement(browser);
  const said = await page.evaluate(async () => {
    const { mount } = await import('/pkg/index.js');
    const place = document.getElementById('place');
    const other = document.querySelector('smart-footprint');
    const own = await (await fetch('/pkg/dataset.json')).json();
    const thrown = [];
    const destroying = (destroy) => new Proxy(own, {
      get(target, name) {
        try {
          destroy();
        } catch (error) {
          thrown.push(String(error));
        }
        return target[name];
      },
    });

    const element = document.createElement('smart-footprint');
    place.append(element);
    await element.ready;
    element.dataset = destroying(() => element.destroy());
    await new Promise((resolve) => setTimeout(resolve, 200));

    const widget = await mount(place);
    const code = await widget.update({ dataset: destroying(() => widget.destroy()) }).then(() => 'fulfilled', (error) => error.code);
    const second = await mount(place);
    const early = await second.update({ get view() { second.destroy(); return 'lineup'; } })
      .then(() => 'fulfilled', (error) => error.code);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const problems = window.heard.filter(({ type }) => type === 'footprint-problem').map(({ problems }) => problems[0].message);
    return { thrown, code, early, problems, marks: element.marks().length, others: other.marks().length };
  });
  assert.deepEqual(said.thrown, []);
  assert.deepEqual([said.code, said.early], ['destroyed', 'destroyed']);
  assert.deepEqual(said.problems, []);
  assert.equal(said.marks, 0);
  assert.ok(said.others > 0);
  noErrors(page);
  await page.close();
});
