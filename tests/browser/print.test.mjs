// What is printed: pages of PDF, turned into pictures and text by poppler.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before } from 'node:test';
import { PNG } from 'pngjs';
import { serve } from '../../element/build/serve.mjs';
import { project, startBrowser, test } from './driver.mjs';
import { drawn, frames, look, noErrors, openElement } from './steps.mjs';

const folder = path.join(project, 'target/printed');
const views = ['growth', 'markets', 'sales', 'lineup'];
/** Pixels to a CSS pixel in the pictures of the pages. */
const sharpness = 2;

let browser;
before(async () => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  browser = await startBrowser();
});
after(() => browser.stop());

/** Prints the page; gives its pages as pictures, and their text. */
async function printed(page, name, options = {}) {
  const file = path.join(folder, `${name}.pdf`);
  const margin = { top: '40px', bottom: '40px', left: '40px', right: '40px' };
  await writeFile(file, await page.pdf({ format: 'A4', margin, ...options }));
  execFileSync('pdftoppm', ['-r', String(96 * sharpness), '-png', file, path.join(folder, name)]);
  const names = (await readdir(folder)).filter((known) => known.startsWith(`${name}-`)).sort();
  const pages = [];
  for (const known of names) pages.push(PNG.sync.read(await readFile(path.join(folder, known))));
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replaceAll('\u00a0', ' ');
  return { pages, text };
}

/** The boxes of what is not white, in CSS pixels, and the share of dark pixels in a picture. */
function ink({ data, width, height }) {
  const box = { left: width, top: height, right: 0, bottom: 0 };
  let dark = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      if (data[at] + data[at + 1] + data[at + 2] > 740) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x + 1);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y + 1);
      dark += data[at] + data[at + 1] + data[at + 2] < 200;
    }
  }
  for (const side of Object.keys(box)) box[side] /= sharpness;
  return { ...box, dark: dark / (width * height) };
}

for (const view of views) {
  test(`${view}: on a dark page it is printed light, whole, and as text`, async () => {
    const page = await openElement(browser, { view, controls: '', theme: 'dark' }, {
      width: 1300, dark: true, styles: 'html { color-scheme: dark; background: #111 }',
    });
    try {
      const before = await look(page);
      const { pages, text } = await printed(page, view);
      const found = ink(pages[0]);
      const [width, height] = [pages[0].width / sharpness, pages[0].height / sharpness];
      // Under the picture, and on pages of their own where they need them, the facts.
      const facts = await page.evaluate(async () => {
        const csv = await document.querySelector('smart-footprint').toCsv();
        return csv.trim().split('\r\n').length - 1;
      });
      assert.ok(facts > 5 && text.includes(`Facts that are drawn: ${facts}.`), `${facts} facts`);
      assert.ok(found.dark < 0.1, `${found.dark} of the page is dark`);
      assert.ok(found.left >= 40 && found.right <= width - 40 && found.bottom <= height - 40, JSON.stringify(found));
      // The picture is laid out for the paper, and fills its width or its height.
      assert.ok(found.right - found.left > 600 || found.bottom - found.top > 900, JSON.stringify(found));
      assert.match(text, /Sources?: /);
      assert.match(text, /Dataset of /);
      for (const word of ['Filters', 'Save', 'All dates']) assert.ok(!text.includes(word), `${word} is printed`);
      // Nothing is left of it, and the widget looks as before.
      assert.equal(await page.evaluate(() =>
        document.querySelector('smart-footprint').shadowRoot.querySelectorAll('.sheet, [data-printed]').length), 0);
      await frames(page);
      assert.deepEqual(await look(page), before);
      assert.equal(await page.evaluate(() =>
        document.querySelector('smart-footprint').shadowRoot.querySelector('.root').dataset.theme), 'dark');
      noErrors(page);
    } finally {
      await page.close();
    }
  });
}

test('lines and letters are sharp: none of the canvas\'s pixels is printed', async () => {
  const page = await openElement(browser, { view: 'growth' }, {});
  try {
    await printed(page, 'sharp');
    const images = execFileSync('pdfimages', ['-list', path.join(folder, 'sharp.pdf')], { encoding: 'utf8' });
    assert.equal(images.trim().split('\n').length, 2, images);
  } finally {
    await page.close();
  }
});

test('on narrow paper and on wide paper it is laid out for that', async () => {
  const page = await openElement(browser, { view: 'sales' }, {});
  try {
    const texts = [];
    for (const [name, options] of [['narrow', { width: '420px', height: '900px', format: undefined }], ['wide', { landscape: true }]]) {
      const { pages, text } = await printed(page, name, options);
      const found = ink(pages[0]);
      assert.ok(found.left >= 40 && found.right <= pages[0].width / sharpness - 40, `${name}: ${JSON.stringify(found)}`);
      assert.ok(found.bottom <= pages[0].height / sharpness - 40, `${name}: ${JSON.stringify(found)}`);
      texts.push(text.split('\n')[0]);
    }
    assert.notEqual(texts[0], texts[1], 'the title has other lines');
  } finally {
    await page.close();
  }
});

test('several widgets, each whole on its page', async () => {
  const page = await browser.open('/tests/browser/pages/blank.html', { width: 1000 });
  try {
    await page.evaluate(async (views) => {
      await import('/pkg/element.js');
      for (const view of views) {
        const element = document.createElement('smart-footprint');
        element.setAttribute('view', view);
        document.getElementById('place').append(element);
      }
    }, views);
    await drawn(page);
    const { pages, text } = await printed(page, 'several');
    assert.ok(pages.length >= 4, `${pages.length} pages`);
    assert.equal(text.split('Dataset of ').length - 1, 4);
    for (const one of pages) assert.ok(ink(one).bottom <= one.height / sharpness - 40);
    // One that is cut would have its footer on a page that has not its title.
    const titles = await page.evaluate(() => Promise.all([...document.querySelectorAll('smart-footprint')]
      .map(async (element) => /<title>([^<]{1,20})/.exec(await element.toSvg())[1])));
    for (const part of text.split('\f')) {
      const feet = part.split('Dataset of ').length - 1;
      assert.ok(feet <= titles.filter((title) => part.includes(title)).length, part);
    }
  } finally {
    await page.close();
  }
});

test('what a row is known by is printed in full', async () => {
  const page = await openElement(browser, { view: 'growth', selected: 'source:2026-h1-results', theme: 'dark' }, {});
  try {
    const last = await page.evaluate(() =>
      [...document.querySelector('smart-footprint').shadowRoot.querySelectorAll('.panel-entry > .panel-link')].at(-1).textContent);
    const { text } = await printed(page, 'panel');
    const plain = (words) => words.replaceAll(/\s+/g, ' ');
    assert.ok(plain(text).includes(plain(last).slice(0, 40)), last);
  } finally {
    await page.close();
  }
});

test('the colours of a dark host are not printed, and those of a light one are', async () => {
  const count = (picture, [red, green, blue]) => {
    let found = 0;
    for (let at = 0; at < picture.data.length; at += 4) {
      found += Math.abs(picture.data[at] - red) + Math.abs(picture.data[at + 1] - green) + Math.abs(picture.data[at + 2] - blue) < 6;
    }
    return found;
  };
  for (const [name, styles, hasAccent] of [
    ['dark-host', 'smart-footprint { --footprint-background: #102; --footprint-ink: #fff; --footprint-accent: #f0f }', false],
    ['pale-host', 'body { background: #102 } smart-footprint { --footprint-background: transparent; --footprint-ink: #eee; --footprint-accent: #f0f }', false],
    ['light-host', 'smart-footprint { --footprint-accent: #f0f }', true],
  ]) {
    const page = await openElement(browser, { view: 'sales' }, { styles });
    try {
      const { pages } = await printed(page, name);
      assert.equal(count(pages[0], [255, 0, 255]) > 200, hasAccent, name);
      assert.equal(count(pages[0], [17, 0, 34]) > 200, false, name);
    } finally {
      await page.close();
    }
  }
});

test('is there at once when print() is called, by the medium alone too, and goes again', async () => {
  const page = await openElement(browser, { view: 'lineup', theme: 'dark' }, {});
  try {
    const seen = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('smart-footprint');
      const stills = () => [...shadowRoot.querySelectorAll('.still')].map((still) => still.querySelectorAll('text').length);
      const found = [stills()];
      for (const type of ['beforeprint', 'beforeprint', 'afterprint']) {
        window.dispatchEvent(new Event(type));
        found.push(stills());
      }
      return found;
    });
    assert.deepEqual([seen[0], seen[3]], [[], []]);
    assert.equal(seen[1].length, 4);
    assert.ok(seen[1].every((texts) => texts > 10), seen[1].join());
    assert.deepEqual(seen[2], seen[1]);

    await page.printed(true);
    await page.waitFor(() => document.querySelector('smart-footprint').shadowRoot.querySelectorAll('.still').length === 4);
    const shown = await page.evaluate(() => [...document.querySelector('smart-footprint').shadowRoot.querySelectorAll('.still')]
      .filter((still) => getComputedStyle(still).display !== 'none').map((still) => still.getAttribute('class')));
    assert.deepEqual(shown, ['still still-1040']);
    await page.printed(false);
    await page.waitFor(() => !document.querySelector('smart-footprint').shadowRoot.querySelector('.still'));
    // What is removed is not printed any more.
    await page.evaluate(async () => {
      const element = document.querySelector('smart-footprint');
      const { shadowRoot } = element;
      element.remove();
      await Promise.resolve();
      window.dispatchEvent(new Event('beforeprint'));
      if (shadowRoot.querySelector('.still')) throw new Error('still printed');
    });
    noErrors(page);
  } finally {
    await page.close();
  }
});

test('under a strict policy too', async () => {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    + "connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'";
  const { server, address } = await serve(0, ['www', 'pkg'], { 'Content-Security-Policy': policy });
  const page = await browser.open(`${address}/www/`);
  try {
    await drawn(page);
    const { text } = await printed(page, 'strict');
    assert.match(text, /Dataset of /);
    noErrors(page);
  } finally {
    await page.close();
    server.closeAllConnections();
    server.close();
  }
});
