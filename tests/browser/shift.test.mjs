// Nothing on the page moves: the place of a picture, its controls and its panel is kept.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startBrowser } from './driver.mjs';
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

for (const width of [360, 800, 1300]) {
  for (const [way, attributes] of Object.entries(ways)) {
    test(`a page with text under four lazy widgets, ${way}, at ${width} pixels`, async () => {
      const page = await browser.open('/tests/browser/pages/blank.html', { width, height: 700 });
      try {
        await page.evaluate(async (attributes) => {
          await import('/pkg/element.js');
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
        }, attributes);
        // A reader scrolls down, faster than the widgets start.
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
        const shifts = await page.evaluate(() => window.shifts);
        assert.equal(shifts.reduce((sum, [value]) => sum + value, 0), 0, JSON.stringify(shifts));
        noErrors(page);
      } finally {
        await page.close();
      }
    });
  }
}
