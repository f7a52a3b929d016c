// A fault of the core in one widget: the instance is dropped, and every other widget goes on.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { tried } from '../tried.mjs';
import { startBrowser, test } from './driver.mjs';
import { drawn, frames, heard, hover, look, noErrors, openElement, painted, told } from './steps.mjs';
import { trappingAnswers, watchInstances } from './trap.mjs';

let browser;
let answers;
before(async () => {
  browser = await startBrowser();
  answers = await trappingAnswers('smart-footprint.wasm');
});
after(() => browser.stop());

/** Three widgets, of which the first has a dataset of its own, a selection and a mark in focus. */
async function withThree(work, options = {}) {
  const page = await openElement(browser, { view: 'growth' }, { ...options, answers, script: watchInstances });
  try {
    await page.evaluate(async () => {
      const [first] = document.querySelectorAll('smart-footprint');
      const own = await (await fetch('/pkg/dataset.json')).json();
      own.about.edition = '2031-03-03';
      for (const view of ['lineup', 'sales']) {
        const element = document.createElement('smart-footprint');
        element.setAttribute('view', view);
        document.getElementById('place').append(element);
        await element.ready;
      }
      first.dataset = own;
      first.selected = 'place:world';
      await first.update({});
      first.focusMark(first.marks()[3].id);
      window.uncaught = [];
      for (const type of ['error', 'unhandledrejection']) {
        addEventListener(type, (event) => window.uncaught.push(`${type}: ${event.message ?? event.reason}`));
      }
      /** All that a reader could tell apart. */
      window.picture = (element) => JSON.stringify([
        element.marks(), element.state(),
        [...element.shadowRoot.querySelectorAll('.panel, .card')].map((part) => [part.hidden, part.textContent]),
        element.shadowRoot.querySelector('.notice').hidden,
        element.shadowRoot.querySelector('canvas').toDataURL(),
      ]);
      window.all = () => [...document.querySelectorAll('smart-footprint')];
      window.failed = () => window.all().map((element) =>
        element.shadowRoot.querySelector('.root').dataset.state === 'failed');
      window.settled = () => new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
      });
    });
    await frames(page);
    await heard(page);
    await work(page);
    await page.collect(); // what is collected now must not reach an instance that is gone
    assert.deepEqual(await page.evaluate(() => window.uncaught), []);
    noErrors(page);
  } finally {
    await page.close();
  }
}

const problemCodes = (events) => events
  .filter(({ type }) => type === 'footprint-problem')
  .map(({ problems }) => problems[0].code);

test('wherever the core stops, the others are as they were, and the one comes back', (t) => withThree(async (page) => {
  const counts = [1, 2, 5, 13, 40, 120, 400, 1500, 6000, 12000, 25000, 50000];
  const steps = await page.evaluate(async (counts) => {
    const [first, guilty, third] = window.all();
    const before = window.all().map(window.picture);
    const found = [];
    for (const [at, count] of counts.entries()) {
      const instances = window.instances.length;
      window.stopAfter(count);
      await guilty.update({ theme: at % 2 ? 'light' : 'dark' });
      const stopped = window.instances.length > instances;
      window.stopAfter(0);
      const failed = window.failed();
      await window.settled();
      const others = [first, third].map(window.picture);
      await guilty.update({ theme: null });
      await window.settled();
      found.push({
        count, stopped, failed, kept: others[0] === before[0] && others[1] === before[2],
        back: window.picture(guilty) === before[1],
      });
    }
    return found;
  }, counts);
  const stopped = steps.filter((step) => step.stopped);
  assert.ok(stopped.length >= 8, JSON.stringify(steps));
  tried(t, stopped.length);
  for (const { count, failed, kept, back } of stopped) {
    assert.deepEqual({ count, failed, kept, back }, { count, failed: [false, true, false], kept: true, back: true });
  }
  const events = await heard(page);
  assert.deepEqual(problemCodes(events), stopped.map(() => 'core'));
  assert.ok(!told(events).includes('footprint-select'), 'nobody selected anything');
}));

test('the others still answer pointer, keys and calls', () => withThree(async (page) => {
  const focused = (await look(page, 0)).marks[3].id;
  await page.evaluate(async () => {
    window.stopAfter(300);
    await window.all()[1].update({ theme: 'dark' });
    await window.settled();
  });
  assert.match((await look(page, 1)).notice, /fault of its own/);
  const { state, marks, ring, panel, focused: part } = await look(page, 0);
  assert.equal(state.selected, 'place:world');
  assert.ok(panel.title.length > 0);
  assert.ok(ring, 'the mark in focus is still ringed');
  assert.equal(part, 'chart');
  await page.key('ArrowRight');
  const { spoken } = await look(page, 0);
  assert.ok(spoken.length > 0);
  await page.key('ArrowLeft');
  assert.equal(marks[3].id, focused);
  await page.key('Escape'); // the card, and then the selection
  await page.key('Escape');
  assert.equal((await look(page, 0)).state.selected, null);
  await hover(page, (await look(page, 2)).marks[0].id, 2);
  assert.ok((await look(page, 2)).card.rows.length > 0);
  const calls = await page.evaluate(async () => {
    const [first, , third] = window.all();
    await first.update({ view: 'markets' });
    third.select('place:world');
    return [first.marks().length > 0, third.state().selected, (await third.toSvg()).startsWith('<svg')];
  });
  assert.deepEqual(calls, [true, 'place:world', true]);
}));

test('what a reader does may stop it too', (t) => withThree(async (page) => {
  const acts = [
    (element) => element.select('place:world'),
    (element) => element.focusMark(element.marks()[1].id),
    (element) => element.toSvg(),
    (element) => element.shadowRoot.querySelector('canvas')
      .dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX: 5, clientY: 5 })),
    (element) => element.shadowRoot.querySelector('canvas').dispatchEvent(new MouseEvent('click', { bubbles: true })),
    (element) => element.shadowRoot.querySelector('.chart')
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' })),
  ];
  tried(t, acts.length);
  for (const act of acts) {
    const step = await page.evaluate(async (act) => {
      const [first, guilty] = window.all();
      const before = window.picture(first);
      window.stopAfter(1);
      const answer = (0, eval)(act)(guilty);
      await answer;
      await window.settled();
      const [, hasFailed] = window.failed();
      const kept = window.picture(first) === before;
      await guilty.update({ selected: null });
      await window.settled();
      return { hasFailed, kept, back: guilty.marks().length > 0 };
    }, String(act));
    assert.deepEqual(step, { hasFailed: true, kept: true, back: true }, String(act));
  }
}));

test('one fault after the other', () => withThree(async (page) => {
  const steps = await page.evaluate(async () => {
    document.activeElement.blur(); // one that fails itself lets go of its mark
    const before = window.all().map(window.picture);
    const [, guilty] = window.all();
    // The instance that is made stops as well, for whoever asks it first.
    window.stopAtStart(700);
    window.stopAfter(300);
    await guilty.update({ theme: 'dark' });
    await window.settled();
    const failed = window.failed();
    window.stopAtStart(0);
    window.stopAfter(0);
    for (const element of window.all()) await element.update({ theme: null });
    await window.settled();
    const back = window.all().map(window.picture);
    // And once more, of another widget, in the same step as the first comes back.
    window.stopAfter(200);
    await window.all()[2].update({ theme: 'dark' });
    const again = window.failed();
    await window.all()[2].update({ theme: null });
    await window.settled();
    return {
      failed: failed.filter(Boolean).length, back: back.every((one, at) => one === before[at]), again,
      last: window.all().map(window.picture).every((one, at) => one === before[at]),
      instances: window.instances.length,
    };
  });
  assert.ok(steps.failed >= 2, `${steps.failed} failed`);
  assert.deepEqual([steps.back, steps.again, steps.last], [true, [false, false, true], true]);
}));

test('while the dataset of another is read', () => withThree(async (page) => {
  const step = await page.evaluate(async () => {
    const [first, guilty, third] = window.all();
    const before = [window.picture(guilty), window.picture(third)];
    const own = await (await fetch('/pkg/dataset.json')).json();
    own.about.edition = '2033-03-03';
    let provoked = 0;
    first.dataset = new Proxy(own, {
      get(target, name) {
        if (name === 'places' && provoked === 0) {
          provoked += 1;
          window.stopAfter(1);
          guilty.focusMark(guilty.marks()[2].id);
          guilty.focusMark('nothing');
          third.focusMark(third.marks()[0].id);
        }
        return target[name];
      },
    });
    await first.update({});
    await window.settled();
    const failed = window.failed();
    const svg = await first.toSvg();
    await guilty.update({});
    await window.settled();
    return {
      provoked, failed, edition: /2033/.test(svg), guilty: window.picture(guilty) === before[0],
      third: third.marks().length > 0, selected: first.state().selected,
    };
  });
  assert.deepEqual(step, {
    provoked: 1, failed: [false, true, false], edition: true, guilty: true, third: true, selected: 'place:world',
  });
}));

test('while others move, and on its own way', () => withThree(async (page) => {
  const step = await page.evaluate(async () => {
    const [first, guilty, third] = window.all();
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const end = () => new Promise((resolve) => setTimeout(resolve, 400));
    await first.update({ view: 'markets' });
    await end();
    const there = first.shadowRoot.querySelector('canvas').toDataURL();
    await first.update({ view: 'growth' });
    await end();

    await first.update({ view: 'markets' }); // on its way
    await frame();
    const isOnItsWay = first.shadowRoot.querySelector('canvas').toDataURL() !== there;
    window.stopAfter(50);
    const svg = guilty.toSvg(); // before the next frame
    const isStopped = window.isStopped();
    await svg;
    await end();
    const arrived = first.shadowRoot.querySelector('canvas').toDataURL() === there;

    await guilty.update({ theme: null });
    const before = window.picture(guilty);
    await guilty.update({ view: 'markets' });
    window.stopAfter(100); // in a later frame of its motion
    await end();
    const failed = window.failed();
    await guilty.update({ view: 'lineup' });
    await end();
    return { isOnItsWay, isStopped, arrived, failed, back: window.picture(guilty) === before, third: third.marks().length > 0 };
  });
  assert.deepEqual(step, { isOnItsWay: true, isStopped: true, arrived: true, failed: [false, true, false], back: true, third: true });
}, { motion: true }));

test('functions without a widget reject, and leave the widgets as they were', (t) => withThree(async (page) => {
  const step = await page.evaluate(async () => {
    const { dataset, renderSvg, validate } = await import('/pkg/index.js');
    const before = window.all().map(window.picture);
    const codes = [];
    for (const call of [dataset, () => validate(window.all()[0].dataset), () => renderSvg({ width: 600 })]) {
      await call();
      window.stopAfter(60);
      codes.push(await call().then(() => 'fulfilled', (error) => `${error.name} ${error.code}`));
      await window.settled();
      codes.push(await call().then(() => 'fulfilled', (error) => `${error.name} ${error.code}`));
    }
    const refused = await renderSvg({ width: 600, dataset: {} }).catch((error) => error.code);
    return { codes, refused, instances: window.instances.length, kept: window.all().map(window.picture).every((one, at) => one === before[at]) };
  });
  assert.deepEqual(step.codes, Array.from({ length: 3 }, () => ['FootprintError core', 'fulfilled']).flat());
  tried(t, 3);
  assert.equal(step.refused, 'dataset');
  assert.equal(step.instances, 4, 'what is refused ends no instance');
  assert.ok(step.kept);
}));

test('where there is no room for another instance, all say so, and come back when there is', () => withThree(async (page) => {
  const step = await page.evaluate(async () => {
    document.activeElement.blur();
    const before = window.all().map(window.picture);
    const { Instance } = WebAssembly;
    WebAssembly.Instance = class { constructor() { throw new RangeError('out of memory'); } };
    window.stopAfter(300);
    await window.all()[1].update({ theme: 'dark' });
    await window.settled();
    const failed = window.failed();
    WebAssembly.Instance = Instance;
    for (const element of window.all()) await element.update({ theme: null });
    await window.settled();
    return { failed, back: window.all().map(window.picture).map((one, at) => one === before[at]) };
  });
  assert.deepEqual(step, { failed: [true, true, true], back: [true, true, true] });
}));

describe('the module of the first picture', () => {
  for (const calls of [1, 200, 3000, 9000]) {
    test(`stops after ${calls} calls: the complete one draws all the same`, async () => {
      const options = {
        answers: await trappingAnswers('first-growth.wasm'), script: `(${watchInstances})(); stopAtStart(${calls})`,
      };
      const page = await openElement(browser, {}, { ...options, wait: false });
      await page.evaluate(() => {
        for (let more = 0; more < 3; more += 1) {
          document.getElementById('place').append(document.createElement('smart-footprint'));
        }
      });
      await drawn(page);
      assert.ok(await page.evaluate(() => window.instances.length === 0 || window.isStopped()));
      assert.deepEqual(problemCodes(await heard(page)), []);
      const plain = await openElement(browser);
      assert.ok(isDeepStrictEqual(await painted(page), await painted(plain)), 'the same pixels');
      await page.collect();
      noErrors(page);
      await plain.close();
      await page.close();
    });
  }
});
