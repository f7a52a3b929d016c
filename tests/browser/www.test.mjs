// What the page offers to those who take the widget: options, code, tables, citation, API.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe } from 'node:test';
import { onDisk, project, startBrowser, test } from './driver.mjs';
import { code, set, way } from './options-panel.mjs';
import { drawn, frames, look, noErrors } from './steps.mjs';
import { serve } from '../../element/build/serve.mjs';

const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; "
  + "img-src 'self' data:; frame-src 'self'; require-trusted-types-for 'script'";
const file = async (name) => readFile(path.join(project, name), 'utf8');
const dataset = JSON.parse(await file('pkg/dataset.json'));

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const ways = {
  'from disk with the network off': (options) => browser.open(onDisk('www/index.html'), { offline: true, ...options }),
  served: (options) => browser.open('/www/', options),
};

for (const [name, open] of Object.entries(ways)) {
  describe(`the page, ${name}`, () => {
    let page;
    before(async () => {
      page = await open();
      await drawn(page);
      await page.waitFor(() => document.querySelectorAll('#tables details').length > 0);
    });
    after(() => page.close());

    test('options change the widget and the code', async () => {
      await set(page, '[name="view"][value="markets"]', true);
      await set(page, '[name="theme"]', 'dark');
      await set(page, '[name="controls"]', true);
      await set(page, '[name="heading"]', 'Ours & "yours" <b>');
      await set(page, '[name="at"]', '2025-12-31');
      await set(page, '[name="place"]', 'CN');
      await set(page, '[name="place"]', '');
      await set(page, `[name="sources"][value="${dataset.sources[0].id}"]`, true);
      await set(page, `[name="sources"][value="${dataset.sources[3].id}"]`, true);
      await set(page, '[name="width"]', '480');
      const sources = [dataset.sources[0].id, dataset.sources[3].id];
      const { state, box } = await look(page, 1);
      assert.equal(state.view, 'markets');
      assert.equal(state.theme, 'dark');
      assert.equal(state.heading, 'Ours & "yours" <b>');
      assert.equal(state.at, '2025-12-31');
      assert.deepEqual(state.sources, sources);
      assert.equal(box.width, 480);

      const tag = await code(page);
      assert.match(tag, /<script src="standalone\.js" defer><\/script>/);
      for (const part of [' view="markets"', ' theme="dark"', ' controls', ' at="2025-12-31"', 'max-width: 480px',
        ' heading="Ours &amp; &quot;yours&quot; &lt;b&gt;"', ` sources="${sources.join(' ')}"`]) {
        assert.ok(tag.includes(part), `${part} in ${tag}`);
      }
      assert.ok(!tag.includes(' place='), tag);
      await way(page, 'script');
      assert.match(await code(page), /smartFootprint\.mount\(.*\n\s+view: 'markets',/);
      assert.match(await code(page), /heading: 'Ours & "yours" \\u003cb>',/);
      assert.ok((await code(page)).includes(`sources: [${sources.map((id) => `'${id}'`).join(', ')}]`));
      await way(page, 'npm');
      assert.match(await code(page), /import \{ mount \} from 'smart-footprint';/);
      assert.match(await code(page), /controls: true/);
      await way(page, 'iframe');
      const frame = await code(page);
      assert.match(frame, /<iframe [^]*embed\.html\?view=markets&amp;at=2025-12-31&amp;sources=/);
      assert.match(frame, /event\.source/);
      await way(page, 'tag');
      noErrors(page);
    });

    test('what is done in the widget is written into the options and the code', async () => {
      await page.evaluate(() => document.getElementById('tried').select('place:CN'));
      await page.evaluate(() => document.getElementById('tried').shadowRoot.querySelector('.view input[value="sales"]').click());
      await frames(page);
      assert.match(await code(page), / view="sales".* selected="place:CN"/);
      assert.equal(await page.evaluate(() => document.querySelector('[name="view"]:checked').value), 'sales');
    });

    test('Reset takes all options back', async () => {
      await page.evaluate(() => document.querySelector('[type="reset"]').click());
      await frames(page);
      await page.waitFor(() => document.getElementById('code').textContent.includes('<smart-footprint view="lineup">'));
      const names = await page.evaluate(() => document.getElementById('tried').getAttributeNames().sort());
      assert.deepEqual(names.filter((name) => name !== 'style'), ['id', 'view']);
      assert.equal((await look(page, 1)).state.view, 'lineup');
    });

    test('what an option is not understood as is told', async () => {
      await page.evaluate(() => document.getElementById('tried').setAttribute('at', 'soon'));
      await page.waitFor(() => document.getElementById('told').textContent.includes('soon'));
      await page.evaluate(() => document.querySelector('[type="reset"]').click());
      await page.waitFor(() => document.getElementById('told').textContent === '');
    });

    test('tables show every row and every value of the dataset', async () => {
      const shown = await page.evaluate(() => Object.fromEntries([...document.querySelectorAll('#tables details')].map((table) => [
        table.id.replace('rows-', ''),
        {
          heads: [...table.querySelectorAll('thead th')].map((cell) => cell.textContent),
          rows: [...table.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent)),
          scopes: [...table.querySelectorAll('th')].every((cell) => cell.scope === 'col' || cell.scope === 'row'),
          caption: table.querySelector('caption').textContent,
        },
      ])));
      const tables = Object.keys(dataset).filter((name) => Array.isArray(dataset[name]));
      assert.deepEqual(Object.keys(shown).sort(), tables.sort());
      for (const name of tables) {
        const { heads, rows, scopes, caption } = shown[name];
        assert.equal(rows.length, dataset[name].length, name);
        assert.ok(scopes && caption, name);
        for (const [at, row] of dataset[name].entries()) {
          for (const [field, value] of Object.entries(row)) {
            const cell = rows[at][heads.indexOf(field)];
            const parts = Array.isArray(value) ? value
              : value === true ? ['yes'] : value === false ? ['no']
                : typeof value === 'object' ? Object.values(value ?? {}) : [value];
            for (const part of parts) assert.ok(cell.includes(part ?? 'not told'), `${name} ${row.id} ${field}: ${cell}`);
          }
        }
      }
    });

    test("a row's id shows it in the chart", async () => {
      await page.evaluate(() => {
        document.getElementById('rows-models').open = true;
        const buttons = [...document.querySelectorAll('#rows-models button')];
        buttons.find((button) => button.textContent === '5').click();
      });
      await frames(page);
      const { state, panel } = await look(page);
      assert.equal(state.selected, 'model:5');
      assert.equal(panel.title, dataset.models.find(({ id }) => id === '5').name);
      await page.waitFor(() => {
        const chart = document.querySelector('smart-footprint').getBoundingClientRect();
        return chart.bottom > 0 && chart.bottom <= innerHeight + 1;
      });
      await page.evaluate(() => document.querySelector('smart-footprint').select(null));
    });

    test('names edition, note and licence, and how to cite', async () => {
      const [citation, licence, edition, note] = await page.evaluate(() =>
        ['citation', 'licence', 'edition', 'note'].map((id) => document.getElementById(id).textContent));
      assert.equal(licence, dataset.about.licence);
      assert.equal(note, dataset.about.note);
      assert.ok(citation.includes(edition) && citation.includes(licence) && citation.includes('unofficial'));
      for (const { title } of dataset.sources) assert.ok(citation.includes(title), title);
      assert.equal(citation.includes('http'), name === 'served');
      assert.match(await page.evaluate(() => document.querySelector('header').textContent), /Unofficial\. Not made by, for or with the brand/);
    });

    test('copies, and selects where it may not', async () => {
      await page.evaluate(() => {
        window.copied = [];
        Object.defineProperty(navigator, 'clipboard', {
          configurable: true, value: { writeText: async (text) => void window.copied.push(text) },
        });
        for (const button of document.querySelectorAll('[data-copies]')) button.click();
      });
      const [copied, texts] = await page.evaluate(() =>
        [window.copied, ['code', 'citation'].map((id) => document.getElementById(id).textContent)]);
      assert.deepEqual(copied, texts);
      assert.equal(await page.evaluate(() => document.getElementById('copy-status').textContent), 'Copied');

      await page.evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
        document.execCommand = () => false;
        document.querySelector('[data-copies="citation"]').click();
      });
      await frames(page);
      const [selected, status] = await page.evaluate(() =>
        [String(getSelection()), document.getElementById('copy-status').textContent]);
      assert.equal(selected.trim(), texts[1]);
      assert.match(status, /Selected/);
      noErrors(page);
    });

    test('a link within the page leaves the chart as the reader made it', async () => {
      await page.evaluate(() => document.querySelector('smart-footprint').shadowRoot.querySelector('.view input[value="sales"]').click());
      await page.waitFor(() => location.hash.includes('footprint.view=sales'));
      await page.evaluate(() => document.querySelector('nav a[href="#api"]').click());
      await new Promise((resolve) => setTimeout(resolve, 300)); // longer than an address is waited with
      assert.equal((await look(page)).state.view, 'sales');
      const [top, focused] = await page.evaluate(() =>
        [document.getElementById('api').getBoundingClientRect().top, document.activeElement.id]);
      assert.ok(top >= 0 && top < 100, `${top}`);
      assert.equal(focused, 'api');
    });

    test('every link within the page leads somewhere, and every file it names is there', async () => {
      const links = await page.evaluate(() => [...document.querySelectorAll('main a, nav a')].map((link) => link.getAttribute('href')));
      for (const link of links) {
        if (link.startsWith('#')) assert.ok(await page.evaluate((id) => document.getElementById(id) !== null, link.slice(1)), link);
        else if (!/^https:\/\//.test(link)) await file(path.join('www', link));
      }
    });
  });
}

describe('the API on the page', () => {
  let page;
  before(async () => {
    page = await browser.open('/www/');
    await drawn(page);
  });
  after(() => page.close());
  const told = (group) => page.evaluate((group) =>
    [...document.querySelectorAll(`[data-api="${group}"] th code`)].map((cell) => cell.textContent), group);

  test('names every attribute, method, function and event', async () => {
    const [attributes, methods, functions] = await page.evaluate(() => {
      const { observedAttributes, prototype } = customElements.get('smart-footprint');
      const own = Object.getPrototypeOf(prototype);
      return [
        observedAttributes,
        Object.getOwnPropertyNames(own).filter((name) => !/^constructor$|Callback$/.test(name)
          && typeof Object.getOwnPropertyDescriptor(own, name).value === 'function'),
        Object.keys(window.smartFootprint).filter((name) => name !== 'FootprintError'),
      ];
    });
    const names = (calls) => calls.map((call) => call.replace(/\(.*/, '')).sort();
    assert.deepEqual((await told('attributes')).sort(), [...attributes].sort());
    assert.deepEqual(names(await told('methods')), methods.sort());
    assert.deepEqual(names(await told('functions')), functions.sort());
    const types = await file('pkg/element.d.ts');
    assert.deepEqual((await told('events')).sort(), [...types.matchAll(/^ {2}'(footprint-[a-z]+)': /gm)].map(([, name]) => name).sort());
  });

  test('names the custom properties and parts that the package tells of', async () => {
    const readme = await file('pkg/README.md');
    const styles = (await told('styles')).filter((name) => name.startsWith('--'));
    const source = (await Promise.all(['element/widget.css', 'element/interactive.css', 'element/surroundings.ts'].map(file))).join('');
    assert.deepEqual(styles.sort(), [...new Set(readme.match(/--footprint-[a-z]+(-[a-z]+)*/g))].sort());
    const parts = await page.evaluate(() =>
      [...document.querySelectorAll('[data-api="parts"] code')].map((part) => part.textContent));
    const list = readme.match(/Parts for `::part\(\)`:([^.]*)\./)[1];
    assert.deepEqual(parts, [...list.matchAll(/`(.*?)`/g)].map(([, part]) => part));
  });
});

describe('the page for those who cannot see it', () => {
  for (const [width, dark] of [[320, false], [800, true], [1600, false]]) {
    test(`has names, an outline, and text that stands out, at ${width}${dark ? ', dark' : ''}`, async () => {
      const page = await browser.open('/www/', { width, dark });
      await drawn(page);
      await page.waitFor(() => document.querySelectorAll('#tables details').length > 0);
      const faults = await page.evaluate(() => {
        const found = [];
        for (const details of document.querySelectorAll('details')) details.open = true;
        const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
        if (new Set(ids).size < ids.length) found.push('an id stands twice');
        for (const field of document.querySelectorAll('input, select')) {
          if (!field.labels?.[0]?.textContent.trim()) found.push(`a field without a name: ${field.name}`);
        }
        for (const button of document.querySelectorAll('button, a')) {
          if (!button.textContent.trim()) found.push('a button or link without a name');
        }
        for (const group of document.querySelectorAll('fieldset')) {
          if (!group.querySelector('legend')?.textContent) found.push('a group without a name');
        }
        let level = 0;
        for (const heading of document.querySelectorAll('h1, h2, h3, h4')) {
          const next = Number(heading.tagName[1]);
          if (next > level + 1) found.push(`a heading leaps: ${heading.textContent}`);
          level = next;
        }
        if (document.querySelectorAll('h1').length !== 1 || document.querySelectorAll('main').length !== 1) found.push('h1 or main');
        for (const part of document.querySelectorAll('.scroll, pre')) {
          if (part.scrollWidth > part.clientWidth && part.tabIndex !== 0) found.push('keys cannot scroll a part');
        }
        for (const part of document.querySelectorAll('[aria-labelledby]')) {
          if (!document.getElementById(part.getAttribute('aria-labelledby'))?.textContent) found.push('a label is missing');
        }
        if (document.querySelector('[style]:not(smart-footprint), [onclick], style, script:not([src])')) found.push('something inline');

        const parsed = (colour) => colour.match(/[\d.]+/g).map(Number);
        const light = (colour) => {
          const [r, g, b] = parsed(colour).map((part) => part / 255)
            .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const ground = (element) => {
          for (let at = element; at; at = at.parentElement) {
            const colour = getComputedStyle(at).backgroundColor;
            if (parsed(colour)[3] !== 0) return colour;
          }
          return 'rgb(255, 255, 255)';
        };
        for (const element of document.querySelectorAll('body *:not(script)')) {
          if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
          if (element.localName === 'option' || !element.checkVisibility()) continue;
          const [a, b] = [light(getComputedStyle(element).color), light(ground(element))].sort((x, y) => y - x);
          if ((a + 0.05) / (b + 0.05) < 4.5) found.push(`faint: ${element.localName} ${element.textContent.slice(0, 30)}`);
        }
        return found;
      });
      assert.deepEqual(faults, []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'scrolls sideways');
      await page.close();
    });
  }

  test('the code is chosen and copied by keys', async () => {
    const page = await browser.open('/www/');
    await drawn(page);
    await page.evaluate(() => document.querySelector('[name="way"]:checked').focus());
    const tag = await code(page);
    await page.key('ArrowRight');
    assert.match(await code(page), /smartFootprint\.mount/);
    assert.notEqual(await code(page), tag);
    await page.key('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.dataset.copies), 'code');
    await page.key('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.localName), 'pre');
    await page.close();
  });
});

describe('a strict policy', () => {
  for (const name of ['www/', 'www/embed.html?view=sales&controls']) {
    test(`is obeyed without a report: ${name}`, async () => {
      const { server, address } = await serve(0, ['www', 'pkg'], { 'Content-Security-Policy': policy });
      const script = "window.violated = []; addEventListener('securitypolicyviolation', (event) => "
        + 'window.violated.push(`${event.violatedDirective} ${event.blockedURI}`))';
      const page = await browser.open(`${address}/${name}`, { script });
      try {
        await drawn(page);
        if (name === 'www/') {
          await page.waitFor(() => document.querySelectorAll('#tables details').length > 0);
          await set(page, '[name="width"]', '320');
          assert.equal((await look(page, 1)).box.width, 320);
        }
        assert.deepEqual(await page.evaluate(() => window.violated), []);
        assert.deepEqual(page.said, []);
        noErrors(page);
      } finally {
        await page.close();
        server.closeAllConnections();
        server.close();
      }
    });
  }
});
