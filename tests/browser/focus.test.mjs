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
  for (const [name, media] of Object.entries(themes)) {
    test(`is seen: ${name}`, () => within({}, { width: 700 }, async (page) => {
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
      let seen = 0;
      for (let at = 0; at < focused.data.length; at += 4) {
        if (contrast(focused.data.subarray(at, at + 3), without.data.subarray(at, at + 3)) >= 3) seen += 1;
      }
      // The outline of the chart has two lines of 420 pixels in this clip, the mark's ring some more.
      assert.ok(seen > 2 * 2 * 380, `${seen} pixels stand out 3:1`);
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
