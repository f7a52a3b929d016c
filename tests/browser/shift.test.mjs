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

/**
 * In the page, where the engine tells of no shifts: what of the page or a widget is seen elsewhere than
 * in the frame before, though nobody scrolled, is one.
 */
function watchFrames(shifts) {
  const parts = () => [...document.querySelectorAll('smart-footprint, p')].flatMap((part) => (
    [part, ...part.shadowRoot?.querySelectorAll('.controls, .picture, canvas, .panel') ?? []]));
  const places = () => new Map(parts().map((part) => [part, part.getBoundingClientRect()]));
  const isSeen = ({ top, bottom }) => bottom > 0 && top < innerHeight && bottom > top;
  let known = places();
  const look = () => {
    const now = places();
    for (const [part, { x, y, height }] of known) {
      const then = now.get(part);
      if (!then || height === 0 || then.height === 0 || !(isSeen(known.get(part)) || isSeen(then))) continue;
      const far = Math.max(Math.abs(then.x - x), Math.abs(then.y - y));
      if (far >= 3) shifts.push([far, part.className || part.nodeName, y, then.y, height, then.height]);
    }
    known = now;
  };
  const { scrollTo } = window;
  window.scrollTo = (to) => {
    look();
    scrollTo(to);
    known = places();
  };
  const painted = new MessageChannel();
  const next = () => requestAnimationFrame(() => painted.port2.postMessage(null));
  painted.port1.onmessage = () => {
    look();
    next();
  };
  next();
}

/**
 * Four lazy widgets with text under each, seen by a reader who scrolls down faster than they start;
 * `spoilt` has something come before them at last.
 */
async function read({ width, language = 'en', attributes = {}, styles = '', spoilt = false }) {
  const page = await browser.open('/tests/browser/pages/blank.html', { width, height: 700, script: `window.watchFrames = ${watchFrames}` });
  try {
    await page.evaluate(async ({ attributes, language, styles }) => {
      await import('/pkg/element.js');
      document.documentElement.lang = language;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(styles);
      document.adoptedStyleSheets = [sheet];
      window.shifts = [];
      if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) window.watchFrames(window.shifts);
      else new PerformanceObserver((list) => {
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
    if (spoilt) {
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' })); // elsewhere what is seen would be held
      await frames(page);
      await page.evaluate(() => document.body.prepend(Object.assign(document.createElement('h1'), { textContent: 'Before' })));
      await frames(page);
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

test('what moves is told', async () => {
  const { shifts } = await read({ width: 800, spoilt: true });
  assert.ok(shifts.length > 0);
});

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
