// Five hundred widgets are made, used in every way and removed: nothing of them stays.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { tried } from '../tried.mjs';
import { startBrowser, test } from './driver.mjs';
import { frames, noErrors } from './steps.mjs';
import { countTraces } from './traces.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

/** Runs in the page: `round(times, way)` makes, uses and removes so many widgets, some side by side. */
async function prepare() {
  const [{ mount, dataset }] = await Promise.all([import('/pkg/index.js'), import('/pkg/element.js')]);
  const own = await dataset();
  own.about.edition = '2031-03-03';
  const place = document.getElementById('place');
  window.used = new Set();

  const makers = {
    async element(options) {
      const element = document.createElement('smart-footprint');
      Object.assign(element, options, { hash: true });
      place.append(element);
      await element.ready;
      return { widget: element, root: element.shadowRoot, remove: () => element.remove() };
    },
    async mount({ id, ...options }) {
      const box = place.appendChild(document.createElement('div'));
      const widget = await mount(box, options);
      return {
        widget, root: box.firstElementChild.shadowRoot,
        remove() {
          widget.destroy();
          box.remove();
        },
      };
    },
  };

  const press = (target, name) => {
    if (!target) return;
    window.used.add(name);
    target.click();
  };
  /** What a reader or a page does, in three parts: a widget has one of them. */
  const uses = [
    async ({ widget, root }) => {
      const [chart, canvas] = [root.querySelector('.chart'), root.querySelector('canvas')];
      const [mark] = widget.marks();
      const point = (type, { x, y, width, height }) => {
        const origin = canvas.getBoundingClientRect();
        canvas.dispatchEvent(new PointerEvent(type, {
          clientX: origin.x + x + width / 2, clientY: origin.y + y + height / 2, bubbles: true, pointerId: 1,
        }));
      };
      point('pointermove', mark.box);
      if (!root.querySelector('.card').hidden) window.used.add('card');
      point('pointerleave', mark.box);
      widget.focusMark(mark.id);
      for (const name of ['ArrowRight', 'ArrowDown', 'Enter', 'Escape', 'End', '?', 'Escape']) key(chart, name);
      widget.select('place:world');
      await widget.update({});
      press(root.querySelector('.panel button'), 'panel');
    },
    async ({ widget, root }) => {
      await widget.update({ view: 'markets', controls: true });
      const handle = root.querySelector('[role="slider"]');
      if (handle) window.used.add('handle');
      key(handle, 'ArrowLeft');
      press(root.querySelector('.play'), 'play');
      press(root.querySelector('.controls input[type="checkbox"]'), 'filter');
      for (const tool of root.querySelectorAll('[data-tool]:not([data-tool="full-screen"])')) press(tool, tool.dataset.tool);
      press(root.querySelector('.controls input[type="radio"]'), 'view');
      await widget.update({});
    },
    async ({ widget }) => {
      await widget.update({ view: 'lineup', dataset: own, theme: 'dark' });
      if ((await widget.toSvg()).length > 1000) window.used.add('svg');
    },
  ];
  const key = (target, key) => target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));

  const views = ['growth', 'markets', 'sales', 'lineup'];
  async function one(at) {
    const options = { id: `w${at}`, view: views[at % 4], group: `g${at % 5}` };
    const made = await (at % 2 ? makers.element(options) : makers.mount(options));
    // Some are removed in the middle of what they do.
    if (at % 7 === 0) void made.widget.update({ view: 'growth' }).catch(() => {});
    else await uses[at % 3](made);
    made.remove();
  }
  window.round = async (times) => {
    for (let at = 0; at < times; at += 10) {
      await Promise.all(Array.from({ length: 10 }, (_, more) => one(at + more)));
      // One that goes before it was ever drawn.
      const early = document.createElement('smart-footprint');
      early.loading = at % 20 ? 'lazy' : 'eager';
      place.append(early);
      early.remove();
    }
  };
}

test('nothing is left', async (t) => {
  const page = await browser.open('/tests/browser/pages/blank.html', {
    width: 320, height: 300, motion: true, script: countTraces,
  });
  await page.evaluate(prepare);
  const resting = await page.evaluate(() => window.traces());
  // An engine that does not count what it holds says so at the end, when all else has been looked at.
  let lacks = null;
  const counted = async () => {
    const found = {};
    for (const count of [page.heap, page.counts]) {
      try {
        Object.assign(found, await count());
      } catch (error) {
        lacks = error;
      }
    }
    return found;
  };
  const round = async (times) => {
    await page.evaluate((times) => window.round(times), times);
    await page.evaluate(() => history.replaceState(null, '', ' '));
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    await page.collect();
    await frames(page);
    return page.evaluate((counts) => ({
      ...counts, wasm: window.wasmBytes(), left: document.getElementById('place').childElementCount,
    }), await counted());
  };
  const after50 = await round(50);
  const after500 = await round(450);
  assert.deepEqual(await page.evaluate(() => window.traces()), resting);
  assert.equal(after500.left, 0);
  tried(t, 500);
  const figures = JSON.stringify([after50, after500]);
  assert.ok(after500.wasm <= after50.wasm * 1.05, figures);
  const used = await page.evaluate(() => [...window.used]);
  for (const name of ['card', 'panel', 'handle', 'play', 'filter', 'view', 'svg']) assert.ok(used.includes(name), used.join());
  t.diagnostic(`${figures} ${used.join()}`);
  noErrors(page);
  await page.close();
  if (after500.held) assert.ok(after500.held <= after50.held * 1.05, figures);
  if (lacks) throw lacks;
  assert.ok(after500.nodes - after50.nodes < 50, figures);
  assert.ok(after500.listeners - after50.listeners < 10, figures);
});

test('languages that nobody speaks any longer are let go', async (t) => {
  tried(t, 150);
  const page = await browser.open('/tests/browser/pages/blank.html', { width: 320, height: 300, script: countTraces });
  const speak = (from, to) => page.evaluate(async ([from, to]) => {
    const { mount } = await import('/pkg/index.js');
    window.widget ??= await mount(document.getElementById('place'), { lang: 'fr' });
    // Any number of tags is French, and each has numbers and dates of its own.
    for (let at = from; at < to; at += 1) await window.widget.update({ lang: `fr-x-n${at}` });
    return window.wasmBytes();
  }, [from, to]);
  const early = await speak(0, 30);
  const late = await speak(30, 150);
  assert.ok(late <= early * 1.05, `${early}, then ${late}`);
  noErrors(page);
  await page.close();
});

// Not only what they made: Firefox held widgets that nobody had done anything with.
test('widgets that were looked at for a moment go', async (t) => {
  tried(t, 8);
  const page = await browser.open('/tests/browser/pages/blank.html', { width: 320, height: 300 });
  await page.evaluate(async () => {
    await import('/pkg/element.js');
    window.known = [];
    const look = async () => {
      const element = document.createElement('smart-footprint');
      window.known.push(new WeakRef(element));
      document.getElementById('place').append(element);
      await element.ready;
      await new Promise((resolve) => setTimeout(resolve, 200));
      element.remove();
    };
    for (let times = 0; times < 8; times += 1) await look();
  });
  // What lies on a stack may look as if it was held.
  for (let tries = 0; await page.evaluate(() => window.known.filter((one) => one.deref()).length) > 2; tries += 1) {
    assert.ok(tries < 20, 'most are still held');
    await page.collect();
  }
  noErrors(page);
  await page.close();
});
