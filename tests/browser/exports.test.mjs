// What leaves the page: PNG by the method, files and texts by the Save menu.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { PNG } from 'pngjs';
import { serve } from '../../element/build/serve.mjs';
import { onDisk, startBrowser, test } from './driver.mjs';
import { drawn, frames, heard, look, noErrors, openElement, withElementOf } from './steps.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const withElement = withElementOf(() => browser);
const views = ['growth', 'markets', 'sales', 'lineup'];

/** What `toPng` gives, as `PNG`; `null` for an empty Blob. */
async function png(page, options) {
  const bytes = await page.evaluate(async (options) => {
    const blob = await document.querySelector('smart-footprint').toPng(options);
    return [blob.type, ...new Uint8Array(await blob.arrayBuffer())];
  }, options);
  return bytes.length > 1 ? PNG.sync.read(Buffer.from(bytes.slice(1))) : null;
}

const pixel = ({ data, width }, x, y) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)];

describe('toPng', () => {
  for (const view of views) {
    test(`${view}: at scale 1 it is the canvas, pixel for pixel`, () =>
      withElement({ view, theme: 'dark', controls: '' }, {}, async (page) => {
        const canvas = await page.evaluate(() => {
          const { data, width, height } = document.querySelector('smart-footprint').shadowRoot.querySelector('canvas')
            .getContext('2d').getImageData(0, 0, ...(({ width, height }) => [width, height])(
              document.querySelector('smart-footprint').shadowRoot.querySelector('canvas')));
          return { data: [...data], width, height };
        });
        const picture = await png(page, { scale: 1 });
        assert.deepEqual([picture.width, picture.height], [canvas.width, canvas.height]);
        assert.ok(picture.data.equals(Buffer.from(canvas.data)), 'the same pixels');
        noErrors(page);
      }));
  }

  test('is as large as the scale says, twice without one', () => withElement({}, {}, async (page) => {
    const { canvas } = await look(page);
    for (const [options, scale] of [[undefined, 2], [{}, 2], [{ scale: null }, 2], [{ scale: 0.5 }, 0.5], [{ scale: 3.3 }, 3.3]]) {
      const { width, height } = await png(page, options);
      assert.deepEqual([width, height], [Math.round(canvas.width * scale), Math.round(canvas.height * scale)]);
    }
    const { width, height } = await png(page, { scale: 1e-9 });
    assert.deepEqual([width, height], [1, 1]);
  }));

  test('leaves the widget as it was', () => withElement({}, {}, async (page) => {
    const before = await look(page);
    await page.evaluate(() => {
      const { toBlob } = HTMLCanvasElement.prototype;
      window.painted = [];
      HTMLCanvasElement.prototype.toBlob = function (...given) {
        window.painted.push(this);
        return toBlob.apply(this, given);
      };
    });
    for (let round = 0; round < 3; round += 1) await png(page, { scale: 3 });
    assert.deepEqual(await look(page), before);
    const left = await page.evaluate(() => window.painted.map(({ width, height, isConnected }) => [width, height, isConnected]));
    assert.deepEqual(left, [[0, 0, false], [0, 0, false], [0, 0, false]], 'no bitmap is kept');
  }));

  test('a scale that is none, or too large, is refused with a sentence', () => withElement({}, {}, async (page) => {
    const seen = await page.evaluate(async () => {
      const { mount } = await import('/pkg/index.js');
      const place = document.createElement('div');
      document.body.append(place);
      const widget = await mount(place, {});
      const codes = [];
      for (const scale of [0, -1, NaN, Infinity, '2', 1e6, 20]) {
        codes.push(await widget.toPng({ scale }).catch(({ code, message, problems }) => [code, message, problems[0].path]));
      }
      codes.push(await widget.toPng({ get scale() { throw new Error('a trap'); } }).catch(({ code, message }) => [code, message]));
      const marks = widget.marks().length;
      const last = widget.toPng();
      widget.destroy();
      codes.push(await last.then(() => 'a picture', ({ code }) => code));
      codes.push(await widget.toPng().catch(({ code }) => code));
      return { codes, marks };
    });
    const trap = seen.codes.splice(-3);
    for (const [code, message, path] of seen.codes) {
      assert.deepEqual([code, path], ['options', 'scale'], message);
      assert.match(message, /^scale: it (is not a number above 0|makes [\d.e+]+ × [\d.e+]+ pixels; )/);
    }
    assert.deepEqual(trap[0], ['options', 'What was handed over could not be read: a trap']);
    assert.equal(trap[2], 'destroyed');
    assert.ok(seen.marks > 0, 'the picture stays');
    noErrors(page);
  }));

  test('the element does not reject: an empty Blob, and the problem told', () => withElement({}, {}, async (page) => {
    await heard(page);
    assert.equal(await png(page, { scale: -2 }), null);
    const [event] = await heard(page);
    assert.deepEqual([event.type, event.problems[0].path], ['footprint-problem', 'scale']);
    assert.ok((await look(page)).marks.length > 0);
    noErrors(page);
  }));

  test('a bitmap that the browser cannot make is told', () => withElement({}, {
    script: `{
      const { getImageData } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.getImageData = function (...box) {
        return this.canvas.width > 5000 ? new ImageData(1, 1) : getImageData.apply(this, box);
      };
    }`,
  }, async (page) => {
    await heard(page);
    assert.equal(await png(page, { scale: 6 }), null);
    const [{ problems }] = await heard(page);
    assert.match(problems[0].message, /this browser has no memory/);
    assert.ok(await png(page, { scale: 2 }), 'a smaller one works');
  }));

  test('what the page lets through is painted as it is seen', async () => {
    for (const [color, expected] of [['transparent', [0, 64, 0, 255]], ['rgb(255 255 255 / 50%)', [128, 160, 128, 255]]]) {
      const styles = `#place { background: rgb(0 64 0); } smart-footprint { --footprint-background: ${color}; }`;
      await withElement({}, { styles }, async (page) => {
        const corner = pixel(await png(page, { scale: 1 }), 1, 1);
        expected.forEach((part, index) => assert.ok(Math.abs(part - corner[index]) <= 2, `${color}: ${corner}`));
      });
    }
  });
});

describe('the Save menu', () => {
  const inside = (page, selector) => page.evaluate((selector) => {
    const part = document.querySelector('smart-footprint').shadowRoot.querySelector(selector);
    const { x, y, width, height } = part?.getBoundingClientRect() ?? {};
    return part && { text: part.textContent, value: part.value, hidden: !width, x: x + width / 2, y: y + height / 2, expanded: part.getAttribute('aria-expanded') };
  }, selector);
  const press = async (page, selector) => {
    await page.evaluate((selector) => document.querySelector('smart-footprint').shadowRoot
      .querySelector(selector).scrollIntoView({ block: 'center', behavior: 'instant' }), selector);
    const { x, y } = await inside(page, selector);
    await page.click(x, y);
  };
  const open = async (page) => {
    await press(page, '[data-tool="save"]');
    await page.waitFor(() => document.querySelector('smart-footprint').shadowRoot.querySelector('.saving')?.hidden === false);
  };
  const save = (page, what) => page.saved(() => press(page, `[data-save="${what}"]`));
  const told = (page, pattern) => page.waitFor((pattern) => new RegExp(pattern).test(
    document.querySelector('smart-footprint').shadowRoot.querySelector('.spoken').textContent), pattern);

  test('is loaded when it is opened, and closes by Escape', () => withElement({ controls: '' }, {}, async (page) => {
    const asked = () => page.requests.filter((address) => /saving/.test(address)).length;
    assert.equal(asked(), 0);
    assert.equal((await inside(page, '[data-tool="save"]')).expanded, 'false');
    await open(page);
    assert.equal(asked(), 1);
    assert.equal((await inside(page, '[data-tool="save"]')).expanded, 'true');
    await page.key('Tab');
    await page.evaluate(() => document.querySelector('smart-footprint').shadowRoot.querySelector('[data-save]').focus());
    await page.key('Escape');
    const seen = await inside(page, '[data-tool="save"]');
    assert.deepEqual([seen.expanded, (await inside(page, '.saving')).hidden], ['false', true]);
    assert.equal(await page.evaluate(() =>
      document.querySelector('smart-footprint').shadowRoot.activeElement.dataset.tool), 'save');
    noErrors(page);
  }));

  test('files are named by brand, view and day, and hold what is shown', () =>
    withElement({ controls: '', view: 'markets', at: '2024-12-31', heading: '' }, {}, async (page) => {
      const { canvas } = await look(page);
      await open(page);
      const picture = await save(page, 'png');
      assert.equal(picture.name, 'smart-footprint-markets-2024-12-31.png');
      const { width, height } = PNG.sync.read(picture.bytes);
      assert.equal(width, canvas.width * 2);
      assert.ok(height > 400);
      await told(page, '^Saved as smart-footprint-markets-2024-12-31\\.png\\.$');

      const svg = await save(page, 'svg');
      assert.equal(svg.name, 'smart-footprint-markets-2024-12-31.svg');
      const title = /<title>([^<]+)/.exec(svg.bytes)[1];
      assert.ok(String(svg.bytes).split('>').some((text) => text.startsWith(title.split(' ').slice(0, 3).join(' '))
        && text.endsWith('</text')), 'a title, though the page hides it');
      assert.match(String(svg.bytes), /Sources?: /);
      assert.match(String(svg.bytes), /Dataset of /);

      const table = await save(page, 'csv');
      assert.equal(table.name, 'smart-footprint-markets-2024-12-31.csv');
      assert.equal(String(table.bytes), `\ufeff${await page.evaluate(() => document.querySelector('smart-footprint').toCsv())}`);

      const state = await save(page, 'json');
      assert.equal(state.name, 'smart-footprint-markets-2024-12-31.json');
      assert.deepEqual(JSON.parse(state.bytes), await page.evaluate(() => document.querySelector('smart-footprint').state()));
      noErrors(page);
    }));

  test('of any brand', () => withElement({ controls: '', src: '/www/brand.json' }, {
    answers: { '/www/brand.json': { contentType: 'application/json', body: 'DATASET' } }, wait: false,
  }, async (page) => {
    const brands = [['Škoda & Söhne/../../x "1"', 'skoda-sohne-x-1-footprint-growth'], ['比亚迪\u0000\u202e', 'footprint-growth']];
    for (const [brand, expected] of brands) {
      await page.evaluate(async (brand) => {
        const { dataset } = await import('/pkg/index.js');
        const tables = await dataset();
        tables.about.brand.name = brand;
        const element = document.querySelector('smart-footprint');
        element.dataset = tables;
        await element.update({});
      }, brand);
      await drawn(page);
      if (brand === brands[0][0]) await open(page);
      const { name } = await save(page, 'json');
      assert.equal(name, `${expected}-2026-06-30.json`);
    }
    assert.equal((await inside(page, '[data-save="code"]')).hidden, true, 'no code can carry this page\'s data');
  }));

  test('addresses are given back', () => withElement({ controls: '' }, {
    script: `{
      const { setTimeout: real } = window;
      window.setTimeout = (work, delay, ...rest) => real(work, delay > 5000 ? 20 : delay, ...rest);
      window.addresses = [];
      const { createObjectURL, revokeObjectURL } = URL;
      URL.createObjectURL = (blob) => { const made = createObjectURL.call(URL, blob); window.addresses.push(made); return made; };
      URL.revokeObjectURL = (address) => { window.addresses = window.addresses.filter((known) => known !== address); revokeObjectURL.call(URL, address); };
    }`,
  }, async (page) => {
    await open(page);
    await save(page, 'svg');
    await page.waitFor(() => window.addresses.length === 0);
  }));

  test('code and citation go to the clipboard, and are said to', () =>
    withElement({ controls: '', view: 'sales', heading: '<b>"Sales" & more</b>', group: 'one', src: '' }, { clipboard: true }, async (page) => {
      await open(page);
      await press(page, '[data-save="code"]');
      await told(page, '^Copied\\.');
      const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
      const code = await clipboard();
      assert.equal(code, '<script src="standalone.js" defer></script>\n<smart-footprint view="sales" '
        + 'heading="&lt;b&gt;&quot;Sales&quot; &amp; more&lt;/b&gt;" controls></smart-footprint>\n');
      // What is copied draws the same.
      const attributes = await page.evaluate((code) => {
        const parsed = new DOMParser().parseFromString(code, 'text/html').querySelector('smart-footprint');
        return Object.fromEntries([...parsed.attributes].map(({ name, value }) => [name, value]));
      }, code);
      assert.deepEqual(attributes, { view: 'sales', heading: '<b>"Sales" & more</b>', controls: '' });
      await press(page, '[data-save="citation"]');
      await told(page, '^Copied\\.\\u00a0$');
      assert.match((await clipboard()).replaceAll('\u00a0', ' '),
        /^smart: <b>"Sales" & more<\/b>\. As of 30 Jun 2026\. Sources?: .+ Dataset of .+ Licence of the data: CC0-1\.0\.$/);
      noErrors(page);
    }));

  for (const [name, script] of Object.entries({
    'no clipboard': 'Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined })',
    'a clipboard that is closed': 'Clipboard.prototype.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"))',
  })) {
    test(`${name}: the text stands there, selected`, () => withElement({ controls: '' }, { script }, async (page) => {
      await open(page);
      await press(page, '[data-save="code"]');
      await told(page, 'copy it from here');
      const field = await page.evaluate(() => {
        const { activeElement: field } = document.querySelector('smart-footprint').shadowRoot;
        return { selected: field.value.slice(field.selectionStart, field.selectionEnd), name: field.getAttribute('aria-label'), readOnly: field.readOnly };
      });
      assert.deepEqual(field, {
        selected: '<script src="standalone.js" defer></script>\n<smart-footprint controls></smart-footprint>\n',
        name: 'Copy embed code', readOnly: true,
      });
      noErrors(page);
    }));
  }

  test('a frame that allows no downloads is named, and nothing is tried', async () => {
    const page = await browser.open('/tests/browser/pages/blank.html');
    try {
      await page.evaluate(async () => {
        const frame = document.createElement('iframe');
        frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
        frame.width = frame.height = 700;
        frame.src = '/tests/browser/pages/blank.html';
        document.body.append(frame);
        await new Promise((loaded) => frame.addEventListener('load', loaded));
        const inner = frame.contentDocument;
        const script = inner.createElement('script');
        script.type = 'module';
        script.src = '/pkg/element.js';
        inner.head.append(script);
        const element = inner.createElement('smart-footprint');
        element.setAttribute('controls', '');
        inner.body.append(element);
        window.inside = (selector) => element.shadowRoot?.querySelector(selector);
      });
      await page.waitFor(() => window.inside?.('[data-tool="save"]'));
      await page.evaluate(() => window.inside('[data-tool="save"]').click());
      await page.waitFor(() => window.inside('[data-save="svg"]'));
      await page.evaluate(() => window.inside('[data-save="svg"]').click());
      await page.waitFor(() => /allows no downloads/.test(window.inside('.saving-told').textContent));
    } finally {
      await page.close();
    }
  });

  test('a part that cannot be loaded is told, and tried again', () => withElement({ controls: '' }, {}, async (page) => {
    await page.setOffline(true);
    await press(page, '[data-tool="save"]');
    await told(page, 'could not be made');
    assert.equal(await page.evaluate(async () => (await document.querySelector('smart-footprint').toPng()).size), 0);
    assert.equal((await heard(page)).at(-1).problems[0].code, 'offline');
  }));

  test('works under a strict policy, and from disk', async () => {
    const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
      + "connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'";
    const { server, address } = await serve(0, ['www', 'pkg'], { 'Content-Security-Policy': policy });
    try {
      for (const where of [`${address}/www/`, onDisk('www/index.html')]) {
        const page = await browser.open(where);
        try {
          await drawn(page);
          await page.evaluate(() => (document.querySelector('smart-footprint').controls = true));
          await frames(page);
          await open(page);
          const picture = await save(page, 'png');
          assert.ok(PNG.sync.read(picture.bytes).width > 500);
          assert.match(String((await save(page, 'svg')).bytes), /^<svg /);
          assert.ok(await png(page, { scale: 1 }));
          noErrors(page);
        } finally {
          await page.close();
        }
      }
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

describe('SVG', () => {
  test('opened as a file it is a picture with names', async () => {
    const source = await withSource({ view: 'growth' });
    const page = await browser.open(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(source.svg)}`);
    try {
      assert.equal(await page.evaluate(() => document.documentElement.localName), 'svg');
      const nodes = await page.told();
      const named = (text) => nodes.find(({ name }) => name === text);
      const whole = nodes.find(({ role, name }) => role === 'group' && name === source.title);
      assert.ok(whole?.description.includes('Marks: '), JSON.stringify(nodes.slice(0, 4)));
      for (const { label } of source.marks) {
        assert.equal(named(label)?.role, 'image', label);
      }
      const screen = await page.screenshot({ x: 0, y: 0, width: 880, height: 600 });
      const colors = new Set();
      for (let at = 0; at < screen.data.length; at += 4) colors.add(screen.data.readUInt32BE(at));
      assert.ok(colors.size > 50, `${colors.size} colours`);
    } finally {
      await page.close();
    }
  });

  test('half a character in what the host says does not break it', async () => {
    const { svg } = await withSource({ heading: 'a \ud800 b', note: '\u0000\u0008\u001b\ufffe ]]> <script>alert(1)</script> \udfff' });
    const page = await browser.open('/tests/browser/pages/blank.html');
    try {
      const seen = await page.evaluate((svg) => {
        const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
        return [parsed.querySelector('parsererror')?.textContent ?? null, parsed.querySelectorAll('script').length];
      }, svg);
      assert.deepEqual(seen, [null, 0]);
    } finally {
      await page.close();
    }
  });

  async function withSource(options) {
    const page = await openElement(browser, {});
    try {
      return await page.evaluate(async (options) => {
        const element = document.querySelector('smart-footprint');
        await element.update(options);
        const svg = await element.toSvg();
        return { svg, marks: element.marks(), title: /<title>([^<]*)/.exec(svg)[1].replaceAll('&amp;', '&') };
      }, options);
    } finally {
      await page.close();
    }
  }
});
