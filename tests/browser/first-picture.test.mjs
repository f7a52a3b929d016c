// The first picture: drawn by the small module before the complete one is even asked for.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { firstPictureFiles, views } from '../../element/build/first-picture-files.mjs';
import { project, startBrowser, test } from './driver.mjs';
import { drawn, frames, look, noErrors, openElement, painted } from './steps.mjs';

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
  const first = names.slice(0, names.indexOf('first-growth.wasm') + 1);
  assert.deepEqual(first.toSorted(), (await firstPictureFiles(`${project}/pkg`, 'growth')).toSorted());
  assert.ok(names.indexOf('smart-footprint.wasm') > names.indexOf('first-growth.wasm'), names.join());
  await page.close();
});

/** The complete module never comes. */
const firstAlone = {
  wait: false,
  script: () => {
    const { fetch } = window;
    window.fetch = (url, ...rest) =>
      (String(url).endsWith('/smart-footprint.wasm') ? new Promise(() => {}) : fetch(url, ...rest));
  },
};

/** Every view, and what a small module knows of other words, colours and controls. */
const pictures = [
  ...views.map((view) => ({ view })),
  { view: 'growth', lang: 'de', theme: 'dark', controls: '', note: 'Größe, 𝟤 × „so“' },
  { view: 'markets', lang: 'de', at: '2025-06-30' },
  { view: 'sales', lang: 'zh' },
  { view: 'lineup', lang: 'zh', note: 'noted', sources: '2026-h1-results' },
];

for (const options of pictures) test(`it is the picture that the complete module draws, to the pixel: ${
  Object.values(options).join(', ')}`, async () => {
  const waiting = await openElement(browser, options, firstAlone);
  await waiting.waitFor(() =>
    document.querySelector('smart-footprint').shadowRoot.querySelector('.root')?.dataset.state === 'drawn');
  await frames(waiting);
  const complete = await openElement(browser, options);
  await drawn(complete);
  assert.ok(await colours(waiting) > 20);
  assert.ok(isDeepStrictEqual(await painted(waiting), await painted(complete)), 'the same pixels');
  const { label } = await look(complete);
  assert.ok(label && (await look(waiting)).label.startsWith(label), `${(await look(waiting)).label}: ${label}`);
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
  assert.ok(!asked(fresh).some((name) => name.startsWith('first-')), asked(fresh).join());
  noErrors(fresh);
  await fresh.close();
});

test('where its module is missing, the complete one draws all the same', async () => {
  const page = await openElement(browser, {}, { answers: { '/pkg/first-growth.wasm': { status: 404 } } });
  assert.ok((await look(page)).marks.length > 0);
  await page.close();
});

test('of several views on a page, the first alone has a small module', async () => {
  const page = await browser.open('/tests/browser/pages/blank.html');
  await page.evaluate(async () => {
    await import('/pkg/element.js');
    const place = document.getElementById('place');
    const made = ['markets', 'lineup', 'markets', 'sales'].map((view) => {
      const element = document.createElement('smart-footprint');
      element.setAttribute('view', view);
      place.append(element);
      return element;
    });
    await Promise.all(made.map((element) => element.ready));
  });
  const names = asked(page).filter((name) => name.endsWith('.wasm'));
  assert.deepEqual(names.toSorted(), ['first-markets.wasm', 'smart-footprint.wasm']);
  noErrors(page);
  await page.close();
});

test('a view that is changed before the complete module is there waits for it', async () => {
  const page = await openElement(browser, { view: 'sales' }, { wait: false });
  await page.evaluate(() => {
    const element = document.querySelector('smart-footprint');
    element.view = 'lineup';
    return element.ready;
  });
  await drawn(page);
  assert.ok((await look(page)).marks.every((mark) => mark.view === 'lineup'));
  noErrors(page);
  await page.close();
});

test('nothing else is loaded before it is drawn, by no widget of the page', async () => {
  const page = await browser.open('/tests/browser/pages/blank.html', {
    script: () => {
      const { fetch } = window;
      window.fetch = (url, ...rest) => {
        const first = document.querySelector('smart-footprint').shadowRoot.querySelector('.root');
        if (String(url).endsWith('/smart-footprint.wasm')) (window.states ??= []).push(first.dataset.state);
        return fetch(url, ...rest);
      };
    },
  });
  await page.evaluate(async () => {
    await import('/pkg/element.js');
    const made = ['growth', 'lineup', 'sales'].map((view) => {
      const element = document.createElement('smart-footprint');
      element.setAttribute('view', view);
      document.getElementById('place').append(element);
      return element;
    });
    await Promise.all(made.map((element) => element.ready));
  });
  assert.deepEqual(await page.evaluate(() => window.states), ['drawn']);
  noErrors(page);
  await page.close();
});

test('a widget that is not shown has none, and is ready all the same', async () => {
  const page = await openElement(browser, {}, { wait: false, styles: 'smart-footprint { display: none }' });
  await page.waitFor(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/smart-footprint.wasm')));
  await page.evaluate(() => (document.adoptedStyleSheets = []));
  await drawn(page);
  noErrors(page);
  await page.close();
});

test('a small module that never comes keeps nobody from the complete one', async () => {
  const page = await openElement(browser, {}, {
    script: () => {
      const { fetch, setTimeout } = window;
      window.fetch = (url, ...rest) =>
        (String(url).endsWith('/first-growth.wasm') ? new Promise(() => {}) : fetch(url, ...rest));
      // So long nobody wants to wait here.
      window.setTimeout = (work, time, ...rest) => setTimeout(work, time > 5000 ? 100 : time, ...rest);
    },
  });
  assert.ok((await look(page)).marks.length > 0);
  noErrors(page);
  await page.close();
});

test('a page that preloads its module fetches it once', async () => {
  const page = await browser.open('/tests/browser/pages/blank.html');
  await page.evaluate(async () => {
    for (const href of ['/pkg/first-growth.wasm', '/pkg/first-lineup.wasm']) {
      const link = document.createElement('link');
      Object.assign(link, { rel: 'preload', href, as: 'fetch', crossOrigin: '' });
      document.head.append(link);
      await new Promise((resolve) => (link.onload = resolve));
    }
    await (await fetch('/pkg/first-lineup.wasm')).arrayBuffer();
    await import('/pkg/element.js');
    const element = document.createElement('smart-footprint');
    document.getElementById('place').append(element);
    await element.ready;
  });
  // Some browsers never take what was preloaded for what is fetched then, whoever fetches it.
  const times = (file) => asked(page).filter((name) => name === file).length;
  assert.equal(times('first-growth.wasm'), times('first-lineup.wasm'));
  noErrors(page);
  await page.close();
});
