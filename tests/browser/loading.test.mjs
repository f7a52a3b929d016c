// What a reader has between the tag and its picture.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { startBrowser, test } from './driver.mjs';
import { drawn, frames, noErrors, openElement } from './steps.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

/** No module comes before it is let. */
const held = `
  const { fetch } = window;
  const let_ = new Promise((resolve) => (window.letThem = resolve));
  window.fetch = async (url, ...rest) => {
    if (String(url).endsWith('.wasm')) await let_;
    if (window.isOffline) throw new TypeError('offline');
    return fetch(url, ...rest);
  };
`;

async function withHeld(attributes, inside, work, options = {}) {
  const page = await openElement(browser, attributes, { script: held, wait: false, ...options });
  try {
    await page.evaluate((inside) => (document.querySelector('smart-footprint').innerHTML = inside), inside);
    await frames(page);
    await work(page);
    noErrors(page);
  } finally {
    await page.close();
  }
}

const seen = (page) => page.evaluate(() => {
  const element = document.querySelector('smart-footprint');
  const { shadowRoot } = element;
  const loading = shadowRoot.querySelector('.loading');
  const style = getComputedStyle(loading);
  return {
    busy: shadowRoot.querySelector('.picture').getAttribute('aria-busy'),
    loading: loading.checkVisibility(),
    words: loading.textContent,
    said: loading.checkVisibility() && style.fontSize !== '0px',
    background: style.backgroundColor,
    height: element.getBoundingClientRect().height,
    place: loading.getBoundingClientRect().height,
    inside: element.firstElementChild?.checkVisibility() ?? null,
  };
});

test('a quiet place of the right height, that is busy and says so after a while', () =>
  withHeld({ view: 'lineup' }, '', async (page) => {
    const waiting = await seen(page);
    assert.equal(waiting.busy, 'true');
    assert.ok(waiting.loading);
    assert.ok(waiting.height > 200 && Math.abs(waiting.place - waiting.height) < 1, `${waiting.place} of ${waiting.height}`);
    await page.waitFor(() => getComputedStyle(document.querySelector('smart-footprint').shadowRoot
      .querySelector('.loading')).fontSize !== '0px');
    assert.equal((await seen(page)).words, 'The chart is loading.');
    await page.evaluate(() => window.letThem());
    await drawn(page);
    const { busy, loading } = await seen(page);
    assert.deepEqual([busy, loading], [null, false]);
  }, { motion: true }));

test('the words come without a movement, for readers who want none and for all others', () =>
  withHeld({}, '', async (page) => {
    assert.equal((await seen(page)).said, false, 'not at once, or a quick page would flash');
    const moving = await page.evaluate(() => document.querySelector('smart-footprint').shadowRoot.getAnimations().length);
    assert.equal(moving, 0);
  }));

test('what stands inside the tag is shown instead', () =>
  withHeld({}, '<p>What stands in</p>', async (page) => {
    const waiting = await seen(page);
    assert.deepEqual([waiting.busy, waiting.loading, waiting.inside], ['true', false, true]);
    await page.evaluate(() => window.letThem());
    await drawn(page);
    const { busy, inside } = await seen(page);
    assert.deepEqual([busy, inside], [null, false]);
  }));

test('a lazy widget that is far away is not busy', () =>
  withHeld({ loading: 'lazy' }, '', async (page) => {
    assert.equal((await seen(page)).busy, null);
    await page.evaluate(() => (document.adoptedStyleSheets = []));
    await page.waitFor(() => document.querySelector('smart-footprint').shadowRoot.querySelector('.picture').ariaBusy === 'true');
  }, { styles: '#place { padding-top: 6000px }' }));

test('in the dark it is dark', () => withHeld({ theme: 'auto' }, '', async (page) => {
  const { background } = await seen(page);
  assert.notEqual(background, 'rgb(255, 255, 255)');
}, { dark: true }));

test('a failure ends it', () => withHeld({}, '', async (page) => {
  await page.evaluate(() => {
    window.isOffline = true;
    window.letThem();
  });
  await page.waitFor(() => document.querySelector('smart-footprint').shadowRoot.querySelector('.notice:not([hidden])'));
  const { busy, loading } = await seen(page);
  assert.deepEqual([busy, loading], [null, false]);
}));
