// The focus: how it comes to the chart, and that it is seen.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { startBrowser, test } from './driver.mjs';
import { ask, withHosted } from './hosted.mjs';
import { frames } from './steps.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const within = withHosted(() => browser);

describe('focus', () => {
  test('comes by the host, and by its autofocus', () => within({}, {}, async (page) => {
    await page.evaluate(() => window.footprint.focus());
    const { active, ring } = await ask(page);
    assert.deepEqual([active, ring], ['chart', true]);
    assert.equal(await page.evaluate(() => window.footprint.matches(':focus-within') && window.footprint.shadowRoot.delegatesFocus), true);
    await within({ autofocus: '' }, {}, async (other) => assert.equal((await ask(other)).active, 'chart'));
  }));

  test('autofocus takes it from nobody', async () => {
    const page = await browser.open('/tests/browser/pages/blank.html');
    try {
      const active = await page.evaluate(async () => {
        const field = document.createElement('input');
        document.body.append(field);
        field.focus();
        await import('/pkg/element.js');
        const element = document.createElement('smart-footprint');
        element.setAttribute('autofocus', '');
        document.body.append(element);
        await element.ready;
        await new Promise((resolve) => setTimeout(resolve, 100));
        return document.activeElement.localName;
      });
      assert.equal(active, 'input');
    } finally {
      await page.close();
    }
  });

  const themes = {
    light: {}, dark: { dark: true }, 'more contrast': { contrast: 'more' }, 'forced colours': { forced: true },
    'forced colours, dark': { forced: true, dark: true },
  };
  const rounds = Object.entries(themes).map(([name, media]) => ({ name, media, attributes: {}, styles: '' }));
  rounds.push({ name: 'dark, on a white page', media: {}, attributes: { theme: 'dark' }, styles: 'html, body { background: #fff }' });
  rounds.push({ name: 'light, on a black page', media: {}, attributes: { theme: 'light' }, styles: 'html, body { background: #000 }' });
  for (const { name, media, attributes, styles } of rounds) {
    test(`is seen: ${name}`, () => within(attributes, { width: 700, styles }, async (page) => {
      await page.media(media);
      await frames(page);
      await page.evaluate(() => document.getElementById('before').focus());
      // The rings alone: what is under them stays, and the card is sent away.
      const clip = await page.evaluate(() => {
        const { x, y, width } = window.inside('.chart').getBoundingClientRect();
        return { x: Math.max(0, x - 8), y: Math.max(0, y - 8), width: width + 16, height: 420 };
      });
      const without = await page.screenshot(clip);
      await page.key('Tab');
      await page.key('Escape');
      await frames(page);
      const focused = await page.screenshot(clip);
      // The ring of the chart is a line of two pixels at its left and at its right, all the way down.
      const stands = (x, y) => {
        const at = (y * focused.width + x) * 4;
        return contrast(focused.data.subarray(at, at + 3), without.data.subarray(at, at + 3)) >= 3;
      };
      const rows = Array.from({ length: 380 }, (_, y) => y + 20);
      const widest = focused.width - 1;
      for (const [side, place] of Object.entries({ left: (x) => x, right: (x) => widest - x })) {
        const seen = rows.filter((y) => Array.from({ length: 24 }, (_, x) => stands(place(x), y)).filter(Boolean).length >= 2).length;
        assert.ok(seen >= 370, `${side}: the ring stands out 3:1 in ${seen} of ${rows.length} rows`);
      }
    }));
  }
});

/** By the formula of WCAG. */
function contrast(one, other) {
  const light = (color) => [...color]
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}
