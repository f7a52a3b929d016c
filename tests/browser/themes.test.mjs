// The themes: the page's scheme, the reader's wish for more contrast, colours of the reader's own;
// each heard while the page is open.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { startBrowser, test } from './driver.mjs';
import { frames, look, noErrors, openElement } from './steps.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const corner = (page) => page.evaluate(() => {
  const canvas = document.querySelector('smart-footprint').shadowRoot.querySelector('canvas');
  return [...canvas.getContext('2d').getImageData(1, 1, 1, 1).data.subarray(0, 3)];
});
const settled = (page, color) => page.waitFor((color) => {
  const canvas = document.querySelector('smart-footprint').shadowRoot.querySelector('canvas');
  const { data } = canvas.getContext('2d').getImageData(1, 1, 1, 1);
  return color.every((part, index) => part === data[index]);
}, color);

const light = [255, 255, 255];
const dark = [20, 23, 28];
const black = [0, 0, 0];

/** The darkest, or on a dark page the brightest, luminance of all pixels, and whether one has a hue. */
const pixels = (page) => page.evaluate(() => {
  const canvas = document.querySelector('smart-footprint').shadowRoot.querySelector('canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const found = new Set();
  for (let at = 0; at < data.length; at += 4) found.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
  return [...found];
});

test('a page of one scheme has that one, whatever the reader prefers; else the reader has the say', async () => {
  for (const [scheme, prefersDark, expected] of [
    ['dark', false, dark], ['only light', true, light], ['light', true, light],
    ['light dark', true, dark], ['light dark', false, light], ['normal', true, dark], ['normal', false, light],
  ]) {
    const page = await openElement(browser, {}, { dark: prefersDark, styles: `:root { color-scheme: ${scheme}; }` });
    assert.deepEqual(await corner(page), expected, `${scheme}, prefers ${prefersDark ? 'dark' : 'light'}`);
    noErrors(page);
    await page.close();
  }
});

test('the theme option has the last word', async () => {
  const page = await openElement(browser, { theme: 'light' }, { dark: true, styles: ':root { color-scheme: dark; }' });
  assert.deepEqual(await corner(page), light);
  await page.close();
});

test('a colour of the page for each scheme is the one of the theme', async () => {
  const styles = 'body { --footprint-background: light-dark(rgb(250, 240, 230), rgb(30, 20, 10)); }';
  for (const [theme, prefersDark, expected] of [
    ['light', true, [250, 240, 230]], ['dark', false, [30, 20, 10]], ['auto', true, [30, 20, 10]], ['auto', false, [250, 240, 230]],
  ]) {
    const page = await openElement(browser, { theme }, { dark: prefersDark, styles });
    assert.deepEqual(await corner(page), expected, `${theme}, prefers ${prefersDark ? 'dark' : 'light'}`);
    await page.close();
  }
});

test('what scrolls has bars in the colours of the theme, or of the page', async (t) => {
  for (const [theme, styles, expected] of [
    ['light', '', 'rgb(135, 142, 155)'], ['dark', '', 'rgb(107, 116, 131)'],
    ['dark', 'body { --footprint-axis: rgb(1, 2, 3); scrollbar-color: red blue; }', 'rgb(1, 2, 3)'],
  ]) {
    const page = await openElement(browser, { theme, controls: '', selected: 'place:world' }, { styles });
    await page.waitFor(() => document.querySelector('smart-footprint').shadowRoot.querySelector('.panel-body'));
    const colors = await page.evaluate(() => CSS.supports('scrollbar-color', 'auto') && ['.panel-body', '.card', '.controls']
      .map((part) => getComputedStyle(document.querySelector('smart-footprint').shadowRoot.querySelector(part)).scrollbarColor));
    noErrors(page);
    await page.close();
    if (!colors) return t.skip('the engine gives bars no colours');
    assert.deepEqual([...new Set(colors)], [`${expected} rgba(0, 0, 0, 0)`], theme);
  }
});

test('a scheme that the page changes is heard', async () => {
  const page = await openElement(browser, {}, { styles: ':root { color-scheme: light; } :root.night { color-scheme: dark; }' });
  assert.deepEqual(await corner(page), light);
  await page.evaluate(() => document.documentElement.classList.add('night'));
  await settled(page, dark);
  await page.evaluate(() => document.documentElement.classList.remove('night'));
  await settled(page, light);
  noErrors(page);
  await page.close();
});

test('more contrast is heard, and goes before the colours of the page', async () => {
  const page = await openElement(browser, { view: 'markets', controls: '' }, {
    dark: true, styles: 'body { --footprint-background: rgb(40, 40, 40); --footprint-ink: rgb(120, 40, 0); }',
  });
  assert.deepEqual(await corner(page), [40, 40, 40]);
  await page.media({ contrast: 'more' });
  await settled(page, black);
  const found = await pixels(page);
  assert.ok(found.includes('255,255,255') && !found.includes('120,40,0'));
  await page.media({ dark: false });
  await settled(page, light);
  await page.media({ contrast: 'no-preference', dark: true });
  await settled(page, [40, 40, 40]);
  noErrors(page);
  await page.close();
});

test('forced colours are the reader\'s, in the picture and round it', async () => {
  for (const view of ['growth', 'markets', 'sales', 'lineup']) {
    const page = await openElement(browser, { view, controls: '' }, {
      height: 1600, styles: 'body { --footprint-background: rgb(1, 200, 1); --footprint-accent: rgb(200, 1, 1); }',
    });
    await page.media({ forced: true });
    const colors = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('p'));
      probe.style.forcedColorAdjust = 'none';
      const numbers = Object.fromEntries(['Canvas', 'CanvasText', 'LinkText'].map((name) => {
        probe.style.color = name;
        return [name, getComputedStyle(probe).color.match(/\d+/g).map(Number)];
      }));
      probe.remove();
      return numbers;
    });
    await settled(page, colors.Canvas);
    const found = await pixels(page);
    assert.ok(found.includes(colors.CanvasText.join()), `${view}: text`);
    assert.ok(found.includes(colors.LinkText.join()), `${view}: what is stated`);
    for (const gone of ['1,200,1', '200,1,1', '11,107,114', '22,24,29', '176,74,6']) assert.ok(!found.includes(gone), gone);
    const { box } = await look(page);
    await page.saveScreenshot(`target/screenshots/forced-${view}.png`, box);
    await frames(page);
    noErrors(page);
    await page.close();
  }
});

test('what stands over the picture has the theme before the picture is there', async () => {
  const page = await openElement(browser, { controls: '' }, {
    dark: true, wait: false, script: () => {
      window.fetch = () => new Promise(() => {});
    },
  });
  await page.waitFor(() => document.querySelector('smart-footprint')?.shadowRoot?.querySelector('.controls'));
  await frames(page);
  const background = await page.evaluate(() =>
    getComputedStyle(document.querySelector('smart-footprint').shadowRoot.querySelector('.controls')).backgroundColor);
  assert.equal(background, 'rgb(20, 23, 28)');
  await page.close();
});
