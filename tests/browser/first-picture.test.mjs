// The first picture: drawn by the small module before the complete one is even asked for.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { firstPictureFiles } from '../../element/build/first-picture-files.mjs';
import { project, startBrowser } from './driver.mjs';
import { drawn, look, noErrors, openElement } from './steps.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

/** The names of the package's files that were asked for, in order. */
const asked = (page) => page.requests
  .filter((url) => url.includes('/pkg/'))
  .map((url) => url.slice(url.lastIndexOf('/') + 1));

/** How many colours a canvas shows: one, as long as nothing is painted. */
const colours = (page) => page.evaluate(() => {
  const canvas = document.querySelector('smart-footprint').shadowRoot.querySelector('canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return new Set(new Uint32Array(data.buffer)).size;
});

test('it asks for the files that the budget counts, and is drawn, before anything else', async () => {
  const page = await openElement(browser, {}, {
    wait: false, answers: { '/pkg/smart-footprint.wasm': { status: 404 } },
  });
  await page.waitFor(() => window.heard.some(({ type }) => type === 'footprint-problem'));
  const names = asked(page);
  const first = names.slice(0, names.indexOf('first-picture.wasm') + 1);
  assert.deepEqual(first.toSorted(), (await firstPictureFiles(`${project}/pkg`)).toSorted());
  assert.ok(names.indexOf('smart-footprint.wasm') > names.indexOf('first-picture.wasm'), names.join());
  await page.close();
});

test('it is the picture that the complete module draws, to the pixel', async () => {
  const waiting = await openElement(browser, { view: 'lineup' }, {
    wait: false,
    script: () => {
      // The complete module never comes.
      const { fetch } = window;
      window.fetch = (url, ...rest) =>
        (String(url).endsWith('/smart-footprint.wasm') ? new Promise(() => {}) : fetch(url, ...rest));
    },
  });
  await waiting.waitFor(() => {
    const chart = document.querySelector('smart-footprint').shadowRoot.querySelector('.chart');
    return chart?.getAttribute('aria-label')?.includes('models');
  });
  const complete = await openElement(browser, { view: 'lineup' });
  await drawn(complete);
  const { box } = await look(complete);
  const [one, other] = [await waiting.screenshot(box), await complete.screenshot(box)];
  assert.ok(await colours(waiting) > 20);
  assert.equal(Buffer.compare(one.data, other.data), 0);
  assert.equal((await look(waiting)).label, (await look(complete)).label);
  assert.deepEqual((await look(waiting)).marks, []);
  noErrors(waiting);
  noErrors(complete);
  await waiting.close();
  await complete.close();
});

test('a dataset of the host is not preceded by the embedded one', async () => {
  const fresh = await browser.open('/tests/browser/pages/blank.html');
  await fresh.evaluate(async () => {
    const own = await (await fetch('/pkg/dataset.json')).json();
    const { mount } = await import('/pkg/index.js');
    await mount(document.getElementById('place'), { dataset: own });
  });
  assert.ok(!asked(fresh).includes('first-picture.wasm'), asked(fresh).join());
  noErrors(fresh);
  await fresh.close();
});

test('where its module is missing, the complete one draws all the same', async () => {
  const page = await openElement(browser, {}, { answers: { '/pkg/first-picture.wasm': { status: 404 } } });
  assert.ok((await look(page)).marks.length > 0);
  await page.close();
});
