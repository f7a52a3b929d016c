// What is taken from the page: its frame, and the code of its panel, on pages of others.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { onDisk, startBrowser, test } from './driver.mjs';
import { code, set, way } from './options-panel.mjs';
import { drawn, frames, look, noErrors } from './steps.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

describe('the page for frames', () => {
  test('takes its options from the address, and no dataset', async () => {
    const page = await browser.open('/www/embed.html?view=markets&at=2025-12-31&theme=dark&heading=A%26B+%3Cb%3E&sources=2023-results+2026-h1-results&controls&src=/pkg/dataset.json&onclick=x');
    await drawn(page);
    const { state } = await look(page);
    assert.deepEqual([state.view, state.at, state.theme, state.heading], ['markets', '2025-12-31', 'dark', 'A&B <b>']);
    assert.deepEqual(state.sources, ['2023-results', '2026-h1-results']);
    const names = await page.evaluate(() => document.querySelector('smart-footprint').getAttributeNames().sort());
    assert.deepEqual(names, ['at', 'controls', 'heading', 'sources', 'theme', 'view']);
    assert.deepEqual(page.said, []);
    await page.close();
  });

  test('has the view that is asked for as a still picture, too', async () => {
    const page = await browser.open('/www/embed.html?view=sales', { answers: { '/pkg/standalone.js': { status: 404, body: '' } } });
    const picture = await page.evaluate(() => document.querySelector('img').getAttribute('src'));
    assert.equal(picture, '../pkg/static/sales.svg');
    await page.close();
  });

  /** Waits until the frame is as high as what it shows, and gives back both heights. */
  async function heights(page) {
    await page.waitFor(() => {
      const frame = document.querySelector('iframe');
      const inside = frame.contentDocument?.querySelector('smart-footprint');
      const spare = frame.clientHeight - inside?.getBoundingClientRect().height;
      return inside?.marks?.().length > 0 && spare >= 0 && spare < 1;
    });
    await frames(page);
    return page.evaluate(() => {
      const frame = document.querySelector('iframe');
      return [frame.clientHeight, frame.contentDocument.documentElement.scrollHeight, frame.clientWidth];
    });
  }

  test('draws in a page that has the code of the panel, which follows its height and hears no one else', async () => {
    const panel = await browser.open('/www/');
    await drawn(panel);
    await set(panel, '[name="view"][value="markets"]', true);
    await way(panel, 'iframe');
    const body = `<!doctype html><title>A host</title><p>Before</p>\n${await code(panel)}`;
    await panel.close();
    const page = await browser.open('/host.html', {
      width: 1000, answers: { '/host.html': { status: 200, contentType: 'text/html', body } },
    });
    const [wide, inside] = await heights(page);
    assert.ok(wide > 500 && inside <= wide, `${wide}, ${inside}`);
    await page.resize(360);
    await page.waitFor((wide) => document.querySelector('iframe').clientHeight !== wide, wide);
    const [narrow, insideNarrow, width] = await heights(page);
    assert.ok(narrow > wide && insideNarrow <= narrow && width <= 360, `${narrow}, ${insideNarrow}, ${width}`);
    const kept = await page.evaluate(async (height) => {
      postMessage({ type: 'smart-footprint-height', height: 7 }, '*');
      await new Promise((resolve) => setTimeout(resolve, 100));
      return document.querySelector('iframe').clientHeight === height;
    }, narrow);
    assert.ok(kept, 'a message of another window changes nothing');
    noErrors(page);
    await page.close();
  });

  test('follows its height on a page that allows nothing inline, by the file for it', async () => {
    const panel = await browser.open('/www/');
    await drawn(panel);
    await way(panel, 'iframe');
    const [frame] = /<iframe[^]*<\/iframe>/.exec(await code(panel));
    await panel.close();
    const body = `<!doctype html><title>A host</title><link rel="icon" href="data:,"><script src="/www/frame-height.js" defer></script>${frame}`;
    const strict = "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; img-src data:";
    const page = await browser.open('/host.html', {
      width: 1000, answers: { '/host.html': { status: 200, headers: { 'content-type': 'text/html', 'content-security-policy': strict }, body } },
    });
    const written = Number(/height="(\d+)"/.exec(frame)[1]);
    await page.waitFor((written) => Number(document.querySelector('iframe').height) > 300
      && Number(document.querySelector('iframe').height) !== written, written);
    noErrors(page);
    await page.close();
  });

  test('draws from disk in a page from disk, and tells its height', async () => {
    const page = await browser.open(onDisk('tests/browser/pages/frame.html'), { offline: true });
    await page.waitFor(() => Number(document.body.dataset.height) > 500);
    assert.equal(await page.evaluate(() => document.body.dataset.fromFrame), 'true');
    assert.deepEqual(page.said, []);
    await page.close();
  });
});

describe('the code of the panel', () => {
  for (const name of ['tag', 'script']) {
    test(`works as it is copied: ${name}`, async () => {
      const panel = await browser.open('/www/');
      await drawn(panel);
      await set(panel, '[name="view"][value="sales"]', true);
      await set(panel, '[name="heading"]', 'It’s </script> \'ours\' & "theirs" \\');
      await way(panel, name);
      const body = `<!doctype html><title>A host</title>\n${await code(panel)}`;
      await panel.close();
      const script = 'window.painted = []; const { fillText } = CanvasRenderingContext2D.prototype; '
        + 'CanvasRenderingContext2D.prototype.fillText = function (text, ...where) { '
        + 'window.painted.push(text); fillText.call(this, text, ...where); }';
      const page = await browser.open('/pkg/host.html', {
        script, answers: { '/pkg/host.html': { status: 200, contentType: 'text/html; charset=utf-8', body } },
      });
      await page.waitFor(() => [...document.querySelectorAll('smart-footprint, #footprint > div')]
        .some((host) => host.shadowRoot?.querySelector('[data-state="drawn"]')));
      const painted = await page.evaluate(() => window.painted);
      assert.ok(painted.includes('It’s </script> \'ours\' & "theirs" \\'), painted.join());
      noErrors(page);
      await page.close();
    });
  }
});
