// The colours and the font of a page, by `--footprint-*`.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { startBrowser, test } from './driver.mjs';
import { drawn, frames, look, noErrors, openElement, painted } from './steps.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

/** How many pixels of the canvas have each of some colours, `[red, green, blue, alpha]`. */
const count = (page, colors) => page.evaluate((colors) => {
  const canvas = document.querySelector('smart-footprint').shadowRoot.querySelector('canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const counts = colors.map(() => 0);
  for (let at = 0; at < data.length; at += 4) {
    colors.forEach((color, index) => {
      if (color.every((part, place) => Math.abs(part - data[at + place]) <= 1)) counts[index] += 1;
    });
  }
  return counts;
}, colors);

/** Each role in a form of its own, and the pixels that it gives. */
const roles = {
  background: ['hsl(60 100% 95%)', [255, 255, 230, 255]],
  ink: ['#800', [136, 0, 0, 255]],
  'ink-soft': ['rgb(0 100 0)', [0, 100, 0, 255]],
  'ink-faint': ['navy', [0, 0, 128, 255]],
  grid: ['color(srgb 0.8 0.6 0.4)', [204, 153, 102, 255]],
  axis: ['color-mix(in srgb, red, blue)', [128, 0, 128, 255]],
  accent: ['oklch(0.7017 0.3225 328.36)', [255, 0, 255, 255]],
  'accent-soft': ['light-dark(#abcdef, black)', [171, 205, 239, 255]],
  warning: ['var(--alarm)', [255, 119, 0, 255]],
};
const declarations = Object.entries(roles).map(([name, [css]]) => `--footprint-${name}: ${css};`).join(' ');
const styles = `body { --alarm: #f70; ${declarations} }`;

/** The complete module never comes. */
const firstAlone = () => {
  const { fetch } = window;
  window.fetch = (url, ...rest) =>
    (String(url).endsWith('/smart-footprint.wasm') ? new Promise(() => {}) : fetch(url, ...rest));
};

test('every colour of a picture is the page\'s, however it is written', async () => {
  const seen = Object.keys(roles).map(() => 0);
  for (const view of ['growth', 'lineup', 'markets', 'sales']) {
    const page = await openElement(browser, { view }, { styles, width: 840, height: 1400 });
    const counts = await count(page, Object.values(roles).map(([, color]) => color));
    counts.forEach((found, index) => (seen[index] += found));
    assert.deepEqual(await count(page, [[11, 107, 114, 255], [22, 24, 29, 255]]), [0, 0], 'nothing of the default is left');
    noErrors(page);
    await page.close();
  }
  Object.keys(roles).forEach((name, index) => assert.ok(seen[index] > 10, `${name}: ${seen[index]} pixels`));
});

test('the first picture has them too', async () => {
  const waiting = await openElement(browser, { view: 'lineup' }, {
    styles, width: 840, height: 1400, wait: false, script: firstAlone,
  });
  await waiting.waitFor(() => document.querySelector('smart-footprint').shadowRoot
    .querySelector('.chart')?.getAttribute('aria-label')?.includes('models'));
  const complete = await openElement(browser, { view: 'lineup' }, { styles, width: 840, height: 1400 });
  assert.ok(isDeepStrictEqual(await painted(waiting), await painted(complete)), 'the same pixels');
  assert.ok((await count(waiting, [roles.accent[1]]))[0] > 10);
  await waiting.close();
  await complete.close();
});

test('a transparent background lets the page through', async () => {
  const page = await openElement(browser, {}, { styles: 'body { background: rgb(200, 255, 200); --footprint-background: transparent; }' });
  const { canvas } = await look(page);
  const corner = await page.screenshot({ x: canvas.x + 1, y: canvas.y + 1, width: 2, height: 2 });
  assert.deepEqual([...corner.data.subarray(0, 4)], [200, 255, 200, 255]);
  assert.ok((await count(page, [[0, 0, 0, 0]]))[0] > 1000);
  noErrors(page);
  await page.close();
});

test('a background that is half transparent is painted once, under the picture and beside it', async () => {
  const page = await openElement(browser, { controls: '' }, { styles: 'body { background: #fff; --footprint-background: rgb(0 0 0 / 50%); }' });
  const { canvas, box } = await look(page);
  for (const [x, y] of [[canvas.x + 2, canvas.y + 2], [box.x + 2, box.y + 2]]) {
    const { data } = await page.screenshot({ x, y, width: 1, height: 1 });
    assert.ok(Math.abs(data[0] - 127.5) <= 1, `${data[0]} at ${x}, ${y}`);
  }
  noErrors(page);
  await page.close();
});

test('the HTML parts have the same colours', async () => {
  const page = await openElement(browser, { controls: '', selected: 'place:CN' }, { styles });
  await frames(page);
  const found = await page.evaluate(() => {
    const inside = (selector) => document.querySelector('smart-footprint').shadowRoot.querySelector(selector);
    return {
      controls: getComputedStyle(inside('.controls')).backgroundColor,
      panel: getComputedStyle(inside('.panel')).color,
      root: getComputedStyle(inside('.root')).color,
    };
  });
  assert.deepEqual(found, { controls: 'rgb(255, 255, 230)', panel: 'rgb(136, 0, 0)', root: 'rgb(136, 0, 0)' });
  await page.close();
});

test('the colours of parts and picture are the same where the page sets none', async () => {
  for (const dark of [false, true]) {
    const page = await openElement(browser, {}, { dark });
    const ink = await page.evaluate(() => {
      const root = document.querySelector('smart-footprint').shadowRoot.querySelector('.root');
      return getComputedStyle(root).color.match(/\d+/g).map(Number);
    });
    assert.ok((await count(page, [[...ink, 255]]))[0] > 10, `${ink}`);
    await page.close();
  }
});

test('a change of a colour anywhere above is heard', async () => {
  const page = await openElement(browser, {}, { styles: '.brand { --footprint-accent: #f0f; } .brand { --footprint-font-family: monospace; }' });
  const magenta = [255, 0, 255, 255];
  assert.equal((await count(page, [magenta]))[0], 0);
  await page.evaluate(() => document.body.classList.add('brand'));
  await page.waitFor(() => {
    const canvas = document.querySelector('smart-footprint').shadowRoot.querySelector('canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    for (let at = 0; at < data.length; at += 4) if (data[at] === 255 && data[at + 1] === 0 && data[at + 2] === 255) return true;
    return false;
  });
  await page.evaluate(() => document.body.classList.remove('brand'));
  await frames(page);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  assert.equal((await count(page, [magenta]))[0], 0);
  await page.close();
});

test('what is no colour leaves the default', async () => {
  const page = await openElement(browser, {}, { styles: 'body { --footprint-accent: nonsense; --footprint-background: 12px; }' });
  assert.ok((await count(page, [[11, 107, 114, 255]]))[0] > 10);
  assert.ok((await count(page, [[255, 255, 255, 255]]))[0] > 1000);
  await drawn(page);
  await page.close();
});
