// What every host page must show, whatever built it.
import assert from 'node:assert/strict';

/** Listens before the page has a script of its own. */
function listen() {
  globalThis.heard = [];
  for (const name of ['ready', 'select', 'view', 'problem']) {
    addEventListener(`footprint-${name}`, ({ type, detail }) => heard.push({ type, ...detail }));
  }
}

export async function visit(browser, url) {
  const page = await browser.open(url, { script: listen });
  page.heard = (name) => page.evaluate((type) => heard.filter((event) => event.type === type), `footprint-${name}`);
  return page;
}

/** As many widgets as there should be were drawn and said so; nothing failed on the way. */
export async function assertDraws(page, { widgets = 1, ready = widgets } = {}) {
  await page.waitFor((ready) => {
    const isReady = heard.filter(({ type }) => type === 'footprint-ready').length >= ready;
    return isReady || heard.some(({ type }) => type === 'footprint-problem');
  }, ready).catch(() => {}); // what is wrong is said below
  assertQuiet(page);
  assert.deepEqual(await page.heard('problem'), []);
  assert.equal((await page.heard('ready')).length, ready, 'footprint-ready was heard');
  const colours = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .map((element) => element.shadowRoot?.querySelector('canvas'))
      .filter((canvas) => canvas)
      .map((canvas) => {
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        return new Set(new Uint32Array(data.buffer)).size;
      }));
  assert.equal(colours.length, widgets, 'canvases on the page');
  for (const found of colours) assert.ok(found > 5, `${found} colours are not a picture`);
}

/** No error in the console, none uncaught, no request that failed. */
export function assertQuiet(page) {
  assert.deepEqual(page.errors, []);
  assert.deepEqual(page.failures, []);
}

/** The view changes by a button of the host, and what is selected comes to the host's own output. */
export async function assertAnswers(page) {
  await page.evaluate(() => document.querySelector('button').click());
  await page.waitFor(() => heard.some(({ type }) => type === 'footprint-view'));
  assert.equal(await page.evaluate(() => document.querySelector('smart-footprint').state().view), 'lineup');
  const ref = await page.evaluate(() => {
    const element = document.querySelector('smart-footprint');
    const ref = element.marks().find(({ facts }) => facts.length > 0).facts[0];
    element.select(ref);
    return ref;
  });
  await page.waitFor((ref) => document.querySelector('output').textContent === ref, ref);
  assertQuiet(page);
}
