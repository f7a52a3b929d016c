// Nothing on the page moves: the place of a picture, its controls and its panel is kept.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { startBrowser, test } from './driver.mjs';
import { frames, noErrors } from './steps.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const ways = {
  'as they are': {},
  'with controls': { controls: '' },
  'with a row selected': { selected: 'place:HK' },
  'with controls and a row selected': { controls: '', selected: 'model:5' },
};

/** What may be left blank under a picture, in CSS pixels of usual letters. */
const mostBlank = 120;

/** Four lazy widgets with text under each, seen by a reader who scrolls down faster than they start. */
async function read({ width, language = 'en', attributes = {}, styles = '' }) {
  const page = await browser.open('/tests/browser/pages/blank.html', { width, height: 700 });
  try {
    await page.evaluate(async ({ attributes, language, styles }) => {
      await import('/pkg/element.js');
      document.documentElement.lang = language;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(styles);
      document.adoptedStyleSheets = [sheet];
      window.shifts = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shifts.push([entry.value, ...entry.sources.map(({ node, previousRect, currentRect }) => [node?.className ?? node?.nodeName, previousRect.y, currentRect.y, previousRect.height, currentRect.height])]);
      }).observe({ type: 'layout-shift', buffered: true });
      for (const view of ['growth', 'markets', 'sales', 'lineup']) {
        const element = document.createElement('smart-footprint');
        for (const [name, value] of Object.entries({ view, loading: 'lazy', ...attributes })) element.setAttribute(name, value);
        const text = document.createElement('p');
        text.textContent = `Text under ${view}. `.repeat(40);
        document.getElementById('place').append(element, text);
      }
    }, { attributes, language, styles });
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    for (let top = 0; top <= height; top += 350) {
      await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), top);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    await page.waitFor(() => [...document.querySelectorAll('smart-footprint')]
      .every((element) => element.shadowRoot.querySelector('.root').dataset.state === 'drawn'));
    for (let top = height; top >= 0; top -= 350) {
      await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), top);
      await frames(page);
    }
    const seen = await page.evaluate(() => ({
      shifts: window.shifts,
      blank: [...document.querySelectorAll('smart-footprint')].map(({ shadowRoot }) => {
        const [picture, canvas] = ['.picture', 'canvas'].map((part) => shadowRoot.querySelector(part).getBoundingClientRect().height);
        return Math.round(picture - canvas);
      }),
    }));
    noErrors(page);
    return seen;
  } finally {
    await page.close();
  }
}

function holds({ shifts, blank }, most) {
  assert.equal(shifts.reduce((sum, [value]) => sum + value, 0), 0, JSON.stringify(shifts));
  assert.ok(blank.every((height) => height <= most), `blank under the pictures: ${blank}`);
}

for (const width of [360, 800, 1300]) {
  for (const [way, attributes] of Object.entries(ways)) {
    test(`a page with text under four lazy widgets, ${way}, at ${width} pixels`, async () => {
      holds(await read({ width, attributes }), mostBlank);
    });
  }
}

for (const language of ['de', 'zh']) {
  for (const width of [320, 800, 1300]) {
    for (const attributes of [{}, { controls: '' }]) {
      test(`the same in ${language}, ${'controls' in attributes ? 'with controls' : 'as they are'}, at ${width} pixels`, async () => {
        holds(await read({ width, language, attributes }), mostBlank);
      });
    }
  }
}

test('larger letters in German keep a larger place', async () => {
  holds(await read({ width: 640, language: 'de', styles: 'html { font-size: 32px }' }), 2 * mostBlank);
});

test('in narrow rooms too, where the letters cannot grow as far', async () => {
  holds(await read({ width: 320, language: 'de', styles: 'html { font-size: 32px }' }), 2 * mostBlank);
});
