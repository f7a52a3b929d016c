// Motion: the picture goes from one state to the next, in bounded time, for those who want it.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { startBrowser, test } from './driver.mjs';
import { drawn, frames, look, noErrors, openElement } from './steps.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

/**
 * Frames come when the spec asks for them, and time passes by them alone: `tick(milliseconds)`
 * runs what waits for a frame, and gives how many did.
 */
const clockwork = () => {
  let now = 1000;
  let next = 1;
  const waiting = new Map();
  performance.now = () => now;
  window.requestAnimationFrame = (work) => {
    waiting.set(next, work);
    return next++;
  };
  window.cancelAnimationFrame = (frame) => waiting.delete(frame);
  window.tick = (passed) => {
    now += passed;
    const works = [...waiting.values()];
    waiting.clear();
    for (const work of works) work(now);
    return works.length;
  };
};

/** Lets frames pass until nothing waits for one. */
const settle = (page) => page.evaluate(async () => {
  let quiet = 0;
  for (let frame = 0; frame < 600 && quiet < 5; frame++) {
    quiet = window.tick(50) === 0 ? quiet + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
});

async function openMoving(attributes, options = {}) {
  const page = await openElement(browser, attributes, {
    width: 840, height: 1400, motion: true, script: clockwork, wait: false, ...options,
  });
  await page.evaluate(async () => {
    const element = document.querySelector('smart-footprint');
    for (let wait = 0; wait < 400 && element.marks().length === 0; wait++) {
      window.tick(16);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  });
  await settle(page);
  return page;
}

/** The canvas's pixels as a number, and its size. */
const pixels = (page) => page.evaluate(() => {
  const canvas = document.querySelector('smart-footprint').shadowRoot.querySelector('canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let hash = 0;
  for (const word of new Uint32Array(data.buffer)) hash = Math.imul(hash ^ word, 0x01000193) >>> 0;
  return `${canvas.width}x${canvas.height} ${hash}`;
});

const set = (page, attributes) => page.evaluate((attributes) => {
  const element = document.querySelector('smart-footprint');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}, attributes);

const tick = (page, passed) => page.evaluate((passed) => window.tick(passed), passed);

async function fresh(attributes, options) {
  const page = await openMoving(attributes, options);
  const picture = await pixels(page);
  await page.close();
  return picture;
}

const changes = [
  ['the view', { view: 'growth' }, { view: 'lineup' }],
  ['the view, to markets', { view: 'growth' }, { view: 'markets' }],
  ['the day', { view: 'markets', at: '2024-12-31' }, { view: 'markets', at: '2025-12-31' }],
  ['the stretch', { view: 'growth' }, { view: 'growth', from: '2025-01-01' }],
  ['a filter', { view: 'growth' }, { view: 'growth', qualifiers: 'exact' }],
];
for (const [name, from, to] of changes) test(`a change of ${name} is a way from one picture to the other`, async () => {
  const page = await openMoving(from);
  const start = await pixels(page);
  await set(page, to);
  await tick(page, 16);
  const first = await pixels(page);
  await tick(page, 40);
  const middle = await pixels(page);
  assert.notEqual(middle, start);
  assert.notEqual(middle, first);
  const { state, marks } = await look(page);
  assert.equal(state.view, to.view);
  assert.ok(marks.every((mark) => mark.view === to.view), 'marks are those of the new picture at once');
  let count = 2;
  while (await tick(page, 16) > 0) count += 1;
  assert.ok(count <= 20, `${count} frames of 16 ms`);
  const end = await pixels(page);
  assert.notEqual(end, middle);
  assert.equal(end, await fresh(to));
  assert.equal(await tick(page, 16), 0);
  noErrors(page);
  await page.close();
});

test('what is changed on the way starts from what is shown', async () => {
  const page = await openMoving({ view: 'growth' });
  await set(page, { view: 'lineup' });
  await tick(page, 16);
  await tick(page, 60);
  const middle = await pixels(page);
  await set(page, { view: 'growth' });
  await tick(page, 16);
  const back = await pixels(page);
  assert.notEqual(back, middle);
  await settle(page);
  assert.equal(await pixels(page), await fresh({ view: 'growth' }));
  const views = await page.evaluate(() => window.heard.filter(({ type }) => type === 'footprint-view').length);
  assert.equal(views, 2);
  await page.close();
});

test('no motion for the theme, the width, the words, or the first picture', async () => {
  const page = await openMoving({ view: 'growth' });
  for (const [change, is] of [
    [() => set(page, { theme: 'dark' }), { theme: 'dark' }],
    [() => page.resize(700, 1400), null],
    [() => set(page, { heading: 'Another' }), null],
  ]) {
    await change();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 150)));
    let ran = 0;
    for (let frame = 0; frame < 6; frame++) ran += (await tick(page, 16)) > 0 ? 1 : 0;
    assert.ok(ran <= 2, `${ran} frames, ${JSON.stringify(is)}`);
  }
  await page.close();
});

test('readers who want no motion get the new picture in one frame, from the moment they say so', async () => {
  const still = await openMoving({ view: 'growth' }, { motion: false });
  await set(still, { view: 'lineup' });
  await tick(still, 16);
  const expected = await fresh({ view: 'lineup' });
  assert.equal(await pixels(still), expected);
  await still.close();

  const page = await openMoving({ view: 'growth' });
  await set(page, { view: 'lineup' });
  await tick(page, 16);
  await tick(page, 30);
  assert.notEqual(await pixels(page), expected);
  await page.media({ still: true });
  await tick(page, 16);
  assert.equal(await pixels(page), expected);
  assert.equal(await tick(page, 16), 0);
  await page.close();
});

test('a page that is hidden on the way has the whole picture', async () => {
  const page = await openMoving({ view: 'growth' });
  await set(page, { view: 'lineup' });
  await tick(page, 16);
  await tick(page, 30);
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  assert.equal(await pixels(page), await fresh({ view: 'lineup' }));
  assert.equal(await tick(page, 16), 0);
  await page.close();
});

test('a widget that is removed on the way leaves no frame', async () => {
  const page = await openMoving({ view: 'growth' });
  await set(page, { view: 'lineup' });
  await tick(page, 16);
  await page.evaluate(async () => {
    document.querySelector('smart-footprint').remove();
    await new Promise((resolve) => setTimeout(resolve));
  });
  assert.equal(await tick(page, 16), 0);
  noErrors(page);
  await page.close();
});

test('the height changes once', async () => {
  const page = await openElement(browser, { view: 'growth' }, { width: 840, motion: true });
  await drawn(page);
  const heights = await page.evaluate(async () => {
    const element = document.querySelector('smart-footprint');
    const seen = new Set([element.offsetHeight]);
    element.setAttribute('view', 'lineup');
    for (let frame = 0; frame < 30; frame++) {
      await new Promise(requestAnimationFrame);
      seen.add(element.offsetHeight);
    }
    return [...seen];
  });
  assert.ok(heights.length <= 2, heights.join());
  await frames(page);
  await page.close();
});
