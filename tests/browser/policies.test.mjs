// Strict pages: a Content Security Policy that allows what the README asks for and nothing else,
// with and without Trusted Types. Everything a reader and a host can do, without one report.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { serve } from '../../element/build/serve.mjs';
import { startBrowser, test } from './driver.mjs';
import { drawn, frames, hover, look, noErrors } from './steps.mjs';

const strict = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
  + "connect-src 'self'; img-src 'self' data:";
const policies = {
  'a strict policy': strict,
  'a strict policy with Trusted Types': `${strict}; require-trusted-types-for 'script'; trusted-types 'none'`,
};
/** What the README says is enough. The page's own icon is a `data:` address. */
const least = {
  module: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:",
  standalone: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src data:",
};
const pages = { module: 'strict-module.html', standalone: 'strict-standalone.html' };

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

/** Keeps every report from the very start. */
const keepReports = `
  window.reports = [];
  document.addEventListener('securitypolicyviolation', (event) => window.reports.push(
    event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile + ':' + event.lineNumber + ' ' + event.sample));
`;
const reports = (page) => page.evaluate(() => window.reports);

async function withPage(policy, file, work) {
  const { server, address } = await serve(0, ['www', 'pkg', 'tests/browser/pages'], { 'Content-Security-Policy': policy });
  const page = await browser.open(`${address}/tests/browser/pages/${file}`, { script: keepReports, width: 900, height: 900 });
  try {
    await work(page);
  } finally {
    await page.close();
    server.closeAllConnections();
    server.close();
  }
}

/** The middle of a part of the first widget, scrolled to; null where there is none to be seen. */
const middle = (page, selector, index = 0) => page.evaluate(({ selector, index }) => {
  const part = document.querySelector('smart-footprint').shadowRoot.querySelectorAll(selector)[index];
  if (!part?.checkVisibility({ visibilityProperty: true })) return null;
  part.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const { x, y, width, height } = part.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}, { selector, index });

async function press(page, selector, index = 0) {
  const at = await middle(page, selector, index);
  assert.ok(at, `${selector} is there to be pressed`);
  await page.click(at.x, at.y);
  await frames(page);
}

/** Presses every button of controls and picture once; first of all those that the last one brought up. */
async function pressEverything(page) {
  const found = () => page.evaluate(() => {
    window.pressed ??= new WeakSet();
    window.seen ??= new WeakSet();
    const shadow = document.querySelector('smart-footprint').shadowRoot;
    const shown = [...shadow.querySelectorAll('.controls button, .controls [role="menuitem"], .stage button')]
      .filter((button) => button.checkVisibility({ visibilityProperty: true }));
    const left = shown.filter((button) => !window.pressed.has(button));
    const next = left.find((button) => !window.seen.has(button)) ?? left[0];
    for (const button of shown) window.seen.add(button);
    if (!next) return null;
    window.pressed.add(next);
    next.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const { x, y, width, height } = next.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2, text: next.textContent };
  });
  const texts = [];
  for (let next = await found(); next; next = await found()) {
    texts.push(next.text);
    await page.click(next.x, next.y);
    await frames(page);
    if (!/full screen/i.test(next.text)) continue;
    // Windows take their time to become so large, and as they were.
    await page.waitFor(() => document.fullscreenElement !== null);
    await frames(page);
    await page.evaluate(() => document.exitFullscreen());
    await page.waitFor(() => document.fullscreenElement === null && innerWidth === 900);
    await frames(page);
  }
  return texts;
}

for (const [name, policy] of Object.entries(policies)) {
  describe(name, () => {
    for (const [build, file] of Object.entries(pages)) {
      test(`${build}: everything a reader does`, () => withPage(policy, file, async (page) => {
        await drawn(page);
        const pressed = [];
        for (const [index, view] of ['growth', 'markets', 'sales', 'lineup'].entries()) {
          await press(page, '.view', index);
          assert.equal((await look(page)).state.view, view);
          const { marks } = await look(page);
          const mark = marks[Math.floor(marks.length / 2)];
          const point = await hover(page, mark.id);
          assert.ok((await look(page)).card, 'the card');
          await page.click(point.x, point.y);
          await page.move(2, 2);
          await frames(page);
          assert.ok((await look(page)).panel, 'the panel');
          await press(page, '.panel-link');
          await page.key('Escape');

          await page.evaluate(() => document.querySelector('smart-footprint').shadowRoot.querySelector('.chart').focus());
          for (const key of ['Home', 'ArrowRight', 'ArrowDown', 'PageDown', ']', '[', 'End', '?', 'Escape', 'Enter', 'Escape']) {
            await page.key(key);
          }
          await frames(page);
          const strip = await middle(page, '.handle-first');
          assert.ok(strip, 'the strip of time');
          await page.drag(strip, { x: Math.min(strip.x + 120, 890), y: strip.y });
          await page.evaluate(() => document.querySelector('smart-footprint').shadowRoot.querySelector('.handle-first').focus());
          await page.key('ArrowRight');
          await frames(page);
          pressed.push(...await pressEverything(page));
          await page.key('Escape');
        }
        for (const tool of [/full screen/i, /PNG/, /SVG/, /Filters/]) assert.ok(pressed.some((text) => tool.test(text)), `${tool} among ${pressed}`);
        await page.waitFor(() => location.hash.includes('footprint.view='));
        assert.deepEqual(await reports(page), []);
        noErrors(page);
      }));

      test(`${build}: filters`, () => withPage(policy, file, async (page) => {
        await drawn(page);
        await press(page, '.tool[aria-expanded="false"]:not([hidden])');
        if (!await middle(page, '.check')) { // another tool opens something, too
          await page.evaluate(() => {
            const shadow = document.querySelector('smart-footprint').shadowRoot;
            [...shadow.querySelectorAll('.tool')].find((tool) => tool.textContent === 'Filters').click();
          });
        }
        await press(page, '.check', 1);
        assert.equal((await look(page)).state.sources.length, 1);
        assert.equal((await look(page, 1)).state.sources.length, 1, 'the group has it');
        await page.evaluate(() => document.querySelector('smart-footprint').shadowRoot.querySelector('select.place').focus());
        await page.key('ArrowDown');
        await frames(page);
        assert.deepEqual(await reports(page), []);
        noErrors(page);
      }));

      test(`${build}: everything a host does`, () => withPage(policy, file, async (page) => {
        await drawn(page);
        await page.evaluate(async (build) => {
          const { mount, dataset, renderSvg, validate } = build === 'module'
            ? await import('/pkg/index.js') : globalThis.smartFootprint;
          const element = document.querySelector('smart-footprint');
          for (const theme of ['dark', 'light', null]) await element.update({ theme });
          for (const view of ['sales', 'lineup', 'markets', 'growth']) await element.update({ view });
          await element.update({ heading: 'Ours', subheading: '', note: '<b>ours</b>', lang: 'de', controls: false });
          await element.update({ lang: null, controls: true, selected: 'place:FI', from: '2025-01-01' });
          element.focusMark(element.marks()[0].id);
          element.dataset = await dataset();
          await element.update({});
          element.dataset = { about: 1 }; // refused
          await element.update({});
          element.dataset = null;
          await element.update({ src: '/pkg/dataset.json' });
          await element.update({ src: '#figures' });
          if (element.marks().length > 0) throw new Error('the block has no fact');
          await element.update({ src: null });
          for (const call of ['toSvg', 'toCsv']) await element[call]?.();
          await element.toPng?.({ scale: 2 });
          await renderSvg({ view: 'sales', width: 640 });
          await validate({});
          const place = document.body.appendChild(document.createElement('div'));
          const widget = await mount(place, { view: 'markets', controls: true, selected: 'place:FI' });
          widget.destroy();
          element.remove();
          document.body.append(element.cloneNode(true), element);
          await element.ready;
        }, build);
        await drawn(page);
        assert.deepEqual(await reports(page), []);
        noErrors(page);
      }));
    }

    test('is heard when it is broken', () => withPage(policy, 'strict-module.html', async (page) => {
      await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
      await page.waitFor(() => window.reports.length > 0);
      assert.match((await reports(page))[0], /^style-src/);
      if (policy === strict) return;
      const refused = await page.evaluate(() => {
        try {
          document.body.innerHTML = 'x';
          return false;
        } catch {
          return true;
        }
      });
      assert.ok(refused);
    }));
  });
}

for (const [build, policy] of Object.entries(least)) {
  test(`the least that is enough, ${build}: views, languages, table, files, print`, () => withPage(policy, `least-${build}.html`, async (page) => {
    await drawn(page);
    for (const index of [1, 2, 3, 0]) await press(page, '.view', index);
    const seen = await page.evaluate(async () => {
      const element = document.querySelector('smart-footprint');
      const styled = getComputedStyle(element.shadowRoot.querySelector('.chart')).position;
      await element.update({ lang: 'de', selected: 'place:world' });
      const png = await element.toPng({ scale: 1 });
      dispatchEvent(new Event('beforeprint'));
      const printed = element.shadowRoot.querySelectorAll('.sheet svg').length;
      dispatchEvent(new Event('afterprint'));
      return { styled, png: png.size > 10_000, printed, csv: (await element.toCsv()).length > 1000 };
    });
    assert.deepEqual(seen, { styled: 'relative', png: true, printed: 4, csv: true });
    await page.waitFor(() => document.querySelector('smart-footprint').shadowRoot.querySelector('.root').lang === 'de');
    await pressEverything(page);
    assert.deepEqual(await reports(page), []);
    noErrors(page);
  }));
}
