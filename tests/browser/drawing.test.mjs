// No work for what did not change: what is measured, laid out and painted, counted and never timed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startBrowser } from './driver.mjs';
import { frames, hover, look, noErrors, openElement } from './steps.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

/** Counts, before any script of ours runs, what is asked of canvases and read of the layout. */
const counting = () => {
  const counts = {};
  const count = (name) => { counts[name] = (counts[name] ?? 0) + 1; };
  const { prototype } = CanvasRenderingContext2D;
  for (const [name, own] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (typeof own.value !== 'function' || name === 'getImageData') continue;
    Object.defineProperty(prototype, name, {
      ...own, value(...given) { count(name); return own.value.apply(this, given); },
    });
  }
  for (const name of ['offsetWidth', 'offsetHeight']) {
    const own = Object.getOwnPropertyDescriptor(HTMLElement.prototype, name);
    Object.defineProperty(HTMLElement.prototype, name, {
      ...own, get() { if (this.matches('.card')) count(name); return own.get.call(this); },
    });
  }
  const { decode } = TextDecoder.prototype;
  TextDecoder.prototype.decode = function counted(...given) {
    count('decode');
    return decode.apply(this, given);
  };
  window.counted = () => {
    const now = { ...counts };
    for (const name of Object.keys(counts)) delete counts[name];
    return now;
  };
};

const open = (attributes) => openElement(browser, { theme: 'light', ...attributes }, {
  width: 840, height: 1400, script: counting,
});

const counted = (page) => page.evaluate(() => window.counted());

async function counts(page, options) {
  await frames(page);
  await counted(page);
  await page.evaluate((options) => document.querySelector('smart-footprint').update(options), options);
  await frames(page);
  return counted(page);
}

test('a picture that is what it was is not painted again', async () => {
  const page = await open();
  for (const options of [{}, { selected: 'place:world' }, { group: 'one' }]) {
    const { decode, ...canvas } = await counts(page, options);
    assert.deepEqual(canvas, {}, `${JSON.stringify(options)}, ${decode} texts`);
  }
  noErrors(page);
  await page.close();
});

for (const view of ['growth', 'markets', 'sales', 'lineup']) test(`a text is measured once: ${view}`, async () => {
  const page = await open({ view });
  await counts(page, { theme: 'dark' });
  const again = await counts(page, { theme: 'light' });
  assert.ok(again.fillText > 15, JSON.stringify(again));
  assert.equal(again.measureText, undefined);
  await page.close();
});

test('texts that come with another stretch of time are measured, and no others', async () => {
  const page = await open();
  const first = await counts(page, { to: '2025-12-31' });
  assert.ok(first.measureText > 0, JSON.stringify(first));
  await counts(page, { to: null });
  const again = await counts(page, { to: '2025-12-31' });
  assert.equal(again.measureText, undefined, JSON.stringify(again));
  await page.close();
});

test('fonts that arrive are measured', async () => {
  const page = await open();
  await counted(page);
  await page.evaluate(() => document.fonts.dispatchEvent(new Event('loadingdone')));
  await frames(page);
  const { measureText, fillText } = await counted(page);
  assert.ok(measureText > 20 && fillText > 20);
  await page.close();
});

test('what is asked for is drawn before the next frame, and once before a frame', async () => {
  const page = await open();
  const seen = await page.evaluate(async () => {
    const element = document.querySelector('smart-footprint');
    await new Promise(requestAnimationFrame);
    window.counted();
    let framed = false;
    requestAnimationFrame(() => (framed = true));
    element.setAttribute('heading', 'One');
    element.setAttribute('subheading', 'Two');
    await element.update({ note: 'Three' });
    const before = { framed, ...window.counted() };
    for (let step = 0; step < 5; step += 1) {
      element.setAttribute('heading', `Step ${step}`);
      for (let turn = 0; turn < 20; turn += 1) await null;
    }
    const between = window.counted();
    await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve));
    return { before, between, later: window.counted() };
  });
  // The bitmap is cleared once in a painting.
  assert.equal(seen.before.framed, false);
  assert.equal(seen.before.clearRect, 1);
  assert.equal(seen.between.clearRect, undefined);
  assert.equal(seen.later.clearRect, 1);
  noErrors(page);
  await page.close();
});

test('a mark that is come to again is neither painted nor measured, nor asked for again', async () => {
  const page = await open();
  const { marks } = await look(page);
  const [one, other] = marks.filter(({ kind }) => kind === 'point');
  await hover(page, one.id);
  const first = await hover(page, other.id);
  const { card } = await look(page);
  assert.ok(card.rows.length > 0);
  await hover(page, one.id);
  await counted(page);
  await page.move(first.x, first.y);
  const again = await counted(page);
  assert.deepEqual((await look(page)).card, card);
  assert.equal(again.offsetWidth, undefined, JSON.stringify(again));
  assert.equal(again.fillText, undefined);
  assert.ok((again.decode ?? 0) < 10, JSON.stringify(again));
  await page.close();
});
