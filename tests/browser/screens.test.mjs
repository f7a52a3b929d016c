// What happens to a picture while its page is open and nobody asks the widget: its canvas is taken away
// and given back, the page is hidden, zoomed, moved to another screen, and its fonts arrive late.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { after, before, describe } from 'node:test';
import { tried } from '../tried.mjs';
import { project, startBrowser, test } from './driver.mjs';
import { frames, heard, look, noErrors, openElement, told, watchedRatios, withElementOf } from './steps.mjs';

const views = ['growth', 'markets', 'sales', 'lineup'];
let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const withElement = withElementOf(() => browser);

const pixels = (page, index = 0) => page.evaluate((index) =>
  document.querySelectorAll('smart-footprint')[index].shadowRoot.querySelector('canvas').toDataURL(), index);

describe('a canvas that is lost', () => {
  /** What a browser does that runs out of graphics memory: nothing is left, the state of the context neither. */
  const lose = (page) => page.evaluate(() => {
    const canvas = document.querySelector('smart-footprint').shadowRoot.querySelector('canvas');
    canvas.dispatchEvent(new Event('contextlost', { cancelable: true }));
    canvas.width += 0; // a new bitmap, a new state
  });
  const restore = (page) => page.evaluate(() => document.querySelector('smart-footprint').shadowRoot
    .querySelector('canvas').dispatchEvent(new Event('contextrestored')));

  for (const view of views) {
    test(`${view}: is painted when it comes back, and answers meanwhile`, (t) => withElement({ view }, { ratio: 2 }, async (page) => {
      const before = await pixels(page);
      tried(t, 3);
      for (let times = 0; times < 3; times += 1) {
        await lose(page);
        assert.notEqual(await pixels(page), before, 'it is gone');
        assert.ok(await page.evaluate(() => {
          const element = document.querySelector('smart-footprint');
          return element.focusMark(element.marks()[0].id);
        }));
        await restore(page);
        await frames(page);
        assert.ok(await pixels(page) === before, 'it is back');
      }
      assert.ok(!told(await heard(page)).includes('footprint-problem'));
      noErrors(page);
    }));
  }

  test('of a widget that was removed is left alone', () => withElement({}, {}, async (page) => {
    const isBlank = await page.evaluate(async () => {
      const element = document.querySelector('smart-footprint');
      const canvas = element.shadowRoot.querySelector('canvas');
      element.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      canvas.width = 40;
      canvas.dispatchEvent(new Event('contextrestored'));
      return canvas.width === 40 && !canvas.getContext('2d').getImageData(0, 0, 40, canvas.height).data.some(Boolean);
    });
    assert.equal(isBlank, true);
    noErrors(page);
  }));

  test('while the picture moves it comes to its end', () => withElement({}, { motion: true }, async (page) => {
    await page.evaluate(async () => {
      const element = document.querySelector('smart-footprint');
      void element.update({ view: 'sales' });
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const canvas = element.shadowRoot.querySelector('canvas');
      canvas.width += 0;
      canvas.dispatchEvent(new Event('contextrestored'));
      await new Promise((resolve) => setTimeout(resolve, 800));
      const other = document.createElement('smart-footprint');
      other.view = 'sales';
      document.getElementById('place').append(other);
      await other.ready;
    });
    await frames(page);
    assert.ok(await pixels(page) === await pixels(page, 1), 'that of a fresh one');
  }));
});

describe('a tab that is hidden', () => {
  /** No frame comes while it is, as browsers do it. */
  const script = () => {
    const { requestAnimationFrame: real } = window;
    let waiting = [];
    window.hide = (isHidden) => {
      for (const [name, value] of [['hidden', isHidden], ['visibilityState', isHidden ? 'hidden' : 'visible']]) {
        Object.defineProperty(document, name, { value, configurable: true });
      }
      document.dispatchEvent(new Event('visibilitychange'));
      if (!isHidden) for (const work of waiting.splice(0)) real(work);
      waiting = [];
    };
    window.requestAnimationFrame = (work) => (document.hidden ? waiting.push(work) : real(work));
  };

  for (const view of views) {
    test(`${view}: shown again it is as a fresh one, whatever was changed meanwhile`, () => withElement({ view: 'growth', controls: '' }, { script, motion: true }, async (page) => {
      await page.evaluate(async (view) => {
        const element = document.querySelector('smart-footprint');
        window.hide(true);
        void element.update({ view, theme: 'dark', selected: 'place:world' });
        document.getElementById('place').style.width = '640px';
        await new Promise((resolve) => setTimeout(resolve, 200));
        window.hide(false);
        await element.update({});
        const other = document.createElement('smart-footprint');
        Object.assign(other, { view, theme: 'dark', selected: 'place:world', controls: true });
        document.getElementById('place').append(other);
        await other.ready;
        await new Promise((resolve) => setTimeout(resolve, 800));
      }, view);
      await frames(page);
      const [first, second] = [await look(page), await look(page, 1)];
      assert.deepEqual(first.marks, second.marks);
      assert.ok(await pixels(page) === await pixels(page, 1), 'the same pixels');
      noErrors(page);
    }));
  }
});

describe('zoom', () => {
  const ways = {
    'by parts': [0.25, 0.33, 0.5, 0.67, 0.75, 0.8, 0.9, 1.1, 1.25, 1.5, 1.75, 2.5],
    'by whole numbers': [2, 3, 4, 5],
  };
  for (const [view, way, zooms] of views.flatMap((view) => Object.entries(ways).map((of) => [view, ...of]))) {
    test(`${view}: from 25 % to 500 %, ${way}, it is sharp, and nothing is cut`, async (t) => {
      tried(t, zooms.length);
      for (const zoom of zooms) {
        // As browsers do it: fewer CSS pixels, each of more device pixels.
        const page = await openElement(browser, { view, theme: 'light' }, {
          width: Math.round(1200 / zoom), height: Math.round(900 / zoom), ratio: zoom,
        });
        const { canvas, box, marks } = await look(page);
        const ratio = await page.evaluate('devicePixelRatio'); // what the engine makes of it
        for (const [at, length] of [canvas.width, canvas.height].entries()) {
          assert.ok(Math.abs(canvas.bitmap[at] - length * ratio) <= Math.max(1, zoom) + 0.5, `${zoom}: ${canvas.bitmap} for ${canvas.width} × ${canvas.height}`);
        }
        assert.ok(canvas.width <= box.width + 0.5, `${zoom}`);
        for (const mark of marks) {
          assert.ok(mark.box.x >= -1 && mark.box.x + mark.box.width <= box.width + 1, `${zoom}: ${mark.id}`);
        }
        noErrors(page);
        await page.close();
      }
    });
  }

  test('that changes while the page is open gives the bitmap of a fresh widget', async (t) => {
    const ratios = [0.25, 1, 1.5, 5, 2, 0.5];
    tried(t, ratios.length);
    // Both begin at whole device pixels: a canvas that begins at half of one covers another number of them.
    const styles = `smart-footprint { left: 0; position: absolute; top: 0; width: 800px }
      smart-footprint + smart-footprint { top: 2000px }`;
    await withElement({ view: 'lineup', theme: 'light' }, { script: watchedRatios, styles }, async (page) => {
      for (const ratio of ratios) {
        // A window on its way from screen to screen: the ratio alone changes.
        await page.setRatio(ratio);
        await page.evaluate(async () => {
          for (const query of window.ratioQueries.splice(0)) query.dispatchEvent(new Event('change'));
          document.querySelectorAll('smart-footprint')[1]?.remove();
          await document.querySelector('smart-footprint').update({});
          const other = document.createElement('smart-footprint');
          Object.assign(other, { view: 'lineup', theme: 'light' });
          document.getElementById('place').append(other);
          await other.ready;
        });
        await page.waitFor(() => [...document.querySelectorAll('smart-footprint')].every((element) => element.marks().length > 0));
        await frames(page);
        assert.ok(await pixels(page) === await pixels(page, 1), `${ratio}`);
      }
      noErrors(page);
    });
  });
});

test('fonts that arrive late are measured again, and drawn', async (t) => {
  const font = await readFile(path.join(project, 'node_modules/@expo-google-fonts/inter/900Black/Inter_900Black.ttf'));
  let send;
  const server = createServer((request, response) => {
    send = () => response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'font/ttf' }).end(font);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  tried(t, views.length);
  try {
    for (const view of views) {
      await withElement({ view }, {
        styles: '#place { --footprint-font-family: Late, sans-serif }', motion: true,
      }, async (page) => {
        const without = await pixels(page);
        await page.evaluate((address) => {
          const face = new FontFace('Late', `url(${address})`);
          document.fonts.add(face);
          void face.load();
        }, `http://127.0.0.1:${server.address().port}/${view}`);
        while (!send) await new Promise((resolve) => setTimeout(resolve, 20));
        await frames(page);
        assert.ok(await pixels(page) === without, 'until it is there nothing changes');
        send();
        send = undefined;
        await page.waitFor(() => document.fonts.check('16px Late') && document.fonts.status === 'loaded');
        await page.evaluate(async () => {
          await new Promise((resolve) => setTimeout(resolve, 100));
          const other = document.createElement('smart-footprint');
          other.view = document.querySelector('smart-footprint').view;
          document.getElementById('place').append(other);
          await other.ready;
        });
        await frames(page);
        const late = await pixels(page);
        assert.ok(late !== without, 'it is seen');
        assert.ok(late === await pixels(page, 1), 'as by a widget that came after it');
        const [first, second] = [await look(page), await look(page, 1)];
        assert.deepEqual(first.marks, second.marks);
        noErrors(page);
      });
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

for (const weight of ['400', '700']) {
  test(`a font of weight ${weight} that is added when it is there already is drawn`, async () => {
    const font = await readFile(path.join(project, 'node_modules/@expo-google-fonts/inter/900Black/Inter_900Black.ttf'));
    await withElement({}, { styles: '#place { --footprint-font-family: Added, sans-serif }', motion: true }, async (page) => {
      const without = await pixels(page);
      await page.evaluate(async ({ weight, bytes }) => {
        const face = new FontFace('Added', Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)), { weight });
        // One of another weight would stand in for it.
        const other = new FontFace('Added', 'local("there is none of this name")', { weight: weight === '400' ? '700' : '400' });
        other.load().catch(() => {});
        document.fonts.add(other);
        document.fonts.add(await face.load());
      }, { weight, bytes: font.toString('base64') });
      for (let tries = 0; await pixels(page) === without; tries += 1) {
        assert.ok(tries < 40, 'it is never drawn');
        await frames(page);
      }
      noErrors(page);
    });
  });
}
