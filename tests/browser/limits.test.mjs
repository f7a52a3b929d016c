// The limits that only a page can meet, from one step below and one above; `tests/limits.mjs` has their
// numbers, and where they are told.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { inBrowser, limits } from '../limits.mjs';
import { tried } from '../tried.mjs';
import { startDataServer } from './data-server.mjs';
import { startBrowser, test } from './driver.mjs';
import { clear, edition, problems, update } from './source-steps.mjs';
import { frames, look, noErrors, openElement } from './steps.mjs';

let browser;
let data;
before(async () => ([browser, data] = await Promise.all([startBrowser(), startDataServer()])));
after(() => Promise.all([browser.stop(), data.stop()]));

async function within(options, work) {
  const page = await openElement(browser, options.attributes ?? {}, options);
  try {
    await work(page);
    noErrors(page);
  } finally {
    await page.close();
  }
}

/** The code that a PNG of a scale is refused with, or the pixels of its sides. */
const png = (page, width, scale) => page.evaluate(async ({ width, scale }) => {
  const element = document.querySelector('smart-footprint');
  element.style.width = `${width}px`;
  await element.update({});
  // Widths are told with a frame, and a busy browser has none for a while.
  const canvas = element.shadowRoot.querySelector('canvas');
  while (canvas.getBoundingClientRect().width !== width) await new Promise((resolve) => requestAnimationFrame(resolve));
  await element.update({});
  window.heard.length = 0;
  const blob = await element.toPng({ scale });
  if (blob.size === 0) return window.heard.flatMap(({ problems }) => problems ?? []).map(({ code }) => code);
  const { width: across, height: down } = await createImageBitmap(blob);
  return [across, down];
}, { width, scale });

/** Letters and the height of the picture, with a root font size. */
const letters = (page, size) => page.evaluate(async (size) => {
  document.documentElement.style.fontSize = `${size}px`;
  const element = document.querySelector('smart-footprint');
  await element.update({});
  await new Promise((resolve) => setTimeout(resolve, 50));
  const [text] = /font-size="[\d.]+"/.exec(await element.toSvg());
  return [text, element.getBoundingClientRect().height];
}, size);

const cases = {
  'the bytes of src': (most) => within({}, async (page) => {
    assert.equal(most, 20_000_000, 'what the server of the specs sends');
    await update(page, { src: `${data.address}/largest` });
    assert.equal(await edition(page), '3 Mar 2031');
    await update(page, { src: null });
    for (const where of ['/too-large-by-one', '/too-large-by-one-untold']) {
      await clear(page);
      await update(page, { src: data.address + where });
      assert.deepEqual((await problems(page)).map(({ code }) => code), ['src-too-large']);
      assert.notEqual(await edition(page), '3 Mar 2031');
    }
  }),

  'the text of a JSON block': (most) => within({}, async (page) => {
    const drawnFrom = (length) => page.evaluate(async (length) => {
      const { dataset } = await import('/pkg/index.js');
      const block = document.getElementById('block') ?? document.body.appendChild(document.createElement('script'));
      const text = JSON.stringify({ ...await dataset(), about: { ...(await dataset()).about, edition: '2031-03-03' } });
      Object.assign(block, { id: 'block', type: 'application/json', textContent: text + ' '.repeat(length - text.length) });
      window.heard.length = 0;
      const element = document.querySelector('smart-footprint');
      await element.update({ src: null });
      await element.update({ src: '#block' });
      return window.heard.flatMap(({ problems }) => problems ?? []).map(({ code }) => code);
    }, length);
    assert.deepEqual(await drawnFrom(most), []);
    assert.equal(await edition(page), '3 Mar 2031');
    assert.deepEqual(await drawnFrom(most + 1), ['src-too-large']);
    assert.notEqual(await edition(page), '3 Mar 2031');
  }),

  // The clock of the page is the spec's: a moment before the time is over, and a moment after.
  'the time of src': (most) => within({
    script: `{
      const { setTimeout } = window;
      window.over = [];
      window.setTimeout = (work, time, ...rest) => (time === ${most} ? window.over.push(work) : setTimeout(work, time, ...rest));
    }`,
  }, async (page) => {
    const asking = (where) => page.evaluate(async (src) => {
      window.over.length = 0;
      window.answer = document.querySelector('smart-footprint').update({ src });
    }, data.address + where);
    await asking('/good.json');
    await page.evaluate(() => window.answer);
    assert.equal(await page.evaluate(() => window.over.length), 1, 'so much time it is given');
    await page.evaluate(() => window.over[0]()); // too late: all is there
    assert.equal(await edition(page), '3 Mar 2031');
    await clear(page);
    await asking('/drips');
    await page.waitFor(() => window.over.length === 1);
    await page.evaluate(() => window.over[0]());
    assert.deepEqual((await problems(page)).map(({ code }) => code), ['src-timeout']);
    await data.gaveUp('/drips');
  }),

  'the side of a PNG': (most) => within({ attributes: { view: 'lineup' } }, async (page) => {
    // High and narrow, so that its pixels are few enough.
    await png(page, 240, 1);
    const high = await page.evaluate(() => Math.round(document.querySelector('smart-footprint').shadowRoot
      .querySelector('canvas').getBoundingClientRect().height));
    assert.ok((240 / high) * most ** 2 < 60_000_000, `${high}`);
    const [, down] = await png(page, 240, most / high);
    assert.equal(down, most);
    assert.deepEqual(await png(page, 240, (most + 1) / high), ['wrong-value']);
  }),

  'the pixels of a PNG': (most) => within({ attributes: { view: 'lineup' }, width: 1400 }, async (page) => {
    // By so small steps that only one row or column comes with each.
    const { width, height } = await page.evaluate(() => {
      const { width, height } = document.querySelector('smart-footprint').shadowRoot.querySelector('canvas').getBoundingClientRect();
      return { width: Math.round(width), height: Math.round(height) };
    });
    const pixels = (scale) => Math.round(width * scale) * Math.round(height * scale);
    let [low, high] = [1, 30];
    for (let step = 0; step < 60; step += 1) {
      const middle = (low + high) / 2;
      if (pixels(middle) <= most) low = middle;
      else high = middle;
    }
    assert.ok(pixels(low) <= most && pixels(high) > most && pixels(high) - pixels(low) < 30_000, `${pixels(low)}, ${pixels(high)}`);
    const [across, down] = await png(page, width, low);
    assert.equal(across * down, pixels(low));
    assert.deepEqual(await png(page, width, high), ['wrong-value']);
  }),

  'the width of a picture': (least) => within({ attributes: { view: 'growth' }, width: 900 }, async (page) => {
    const canvas = async (width) => {
      await page.evaluate((width) => (document.getElementById('place').style.width = `${width}px`), width);
      await frames(page);
      await frames(page);
      return (await look(page)).canvas.width;
    };
    assert.equal(await canvas(least + 1), least + 1);
    assert.equal(await canvas(least), least);
    for (const { id, box } of (await look(page)).marks) assert.ok(box.x >= -1 && box.x + box.width <= least + 1, id);
    // Narrower than is promised, it is drawn as far as it goes, and nothing breaks.
    assert.equal(await canvas(least - 1), least - 1);
    assert.ok((await look(page)).marks.length > 0);
  }),

  'the growth of letters': (most) => within({ attributes: { view: 'sales' } }, async (page) => {
    const usual = await letters(page, 16);
    const below = await letters(page, 16 * most - 1);
    const at = await letters(page, 16 * most);
    assert.notDeepEqual(below, usual);
    assert.notDeepEqual(at, below);
    assert.deepEqual(await letters(page, 16 * most + 1), at);
    assert.deepEqual(await letters(page, 15), usual, 'smaller ones are left alone');
  }),
};

describe('a limit, one step below and one above:', () => {
  for (const { name, most } of limits.filter((limit) => limit.tried === inBrowser)) {
    test(name, async (t) => {
      tried(t, 2);
      await cases[name](most);
    });
  }
});
