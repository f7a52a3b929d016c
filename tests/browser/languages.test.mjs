// Languages: whose words a widget speaks, when they are fetched, and what happens where they cannot be.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe } from 'node:test';
import { onDisk, project, startBrowser, test } from './driver.mjs';
import { drawn, frames, heard, noErrors, openElement, withElementOf } from './steps.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const withElement = withElementOf(() => browser);
const folder = path.join(project, 'pkg');
const words = Object.fromEntries(['en', 'de', 'zh'].map((tag) => [
  tag, JSON.parse(readFileSync(path.join(folder, `languages/${tag}.json`), 'utf8')).messages,
]));

/** The scripts of a language: what a first picture says, and the rest. */
function scripts(tag) {
  const first = readdirSync(folder).find((name) => name.startsWith(`${tag}-`) && name.endsWith('.js'));
  const rest = /rest-[A-Z0-9]+\.js/.exec(readFileSync(path.join(folder, first), 'utf8'))[0];
  return { first, rest };
}

/** What of the languages a page has asked for. */
function fetched(page) {
  const names = page.requests.map((address) => address.split('/').at(-1));
  const known = ['de', 'zh'].flatMap((tag) => Object.values(scripts(tag)));
  return names.filter((name) => known.includes(name) || name.startsWith('foreign-')).sort();
}

const spoken = (page, index = 0) => page.evaluate((index) => {
  const element = document.querySelectorAll('smart-footprint')[index];
  const { shadowRoot } = element;
  const inside = (selector) => shadowRoot.querySelector(selector);
  return {
    lang: inside('.root').lang,
    locale: getComputedStyle(inside('.panel')).webkitLocale,
    name: inside('.chart').getAttribute('aria-label'),
    role: inside('.chart').getAttribute('aria-roledescription'),
    controls: inside('.controls').getAttribute('aria-label'),
    views: [...shadowRoot.querySelectorAll('.view')].map((view) => view.textContent),
    filters: [...shadowRoot.querySelectorAll('.controls button')].map((button) => button.textContent),
    labels: element.marks().map((mark) => mark.label),
    units: element.marks().map((mark) => mark.unit),
  };
}, index);

/** Waits until the words are those of a language. */
async function speaks(page, tag, index = 0) {
  await page.waitFor(({ tag, index, chart }) => {
    const element = document.querySelectorAll('smart-footprint')[index];
    const { shadowRoot } = element;
    return shadowRoot.querySelector('.root').lang === tag
      && shadowRoot.querySelector('.chart').getAttribute('aria-roledescription') === chart
      && element.state().lang !== undefined;
  }, { tag, index, chart: words[tag]['widget-chart'] });
  await frames(page);
}

function isIn(tag, seen) {
  assert.equal(seen.lang, tag);
  // Which forms signs have, in the engines that tell it: the wall round the widget keeps it.
  if (seen.locale !== undefined) assert.equal(seen.locale.toLowerCase().replace(/^"(.*)"$/, '$1'), tag);
  assert.equal(seen.role, words[tag]['widget-chart']);
  assert.equal(seen.controls, words[tag]['widget-controls']);
  for (const view of ['growth', 'markets', 'sales', 'lineup']) {
    assert.ok(seen.views.includes(words[tag][`choices-${view}`]), `${seen.views}`);
  }
  assert.ok(seen.filters.includes(words[tag]['element-filters']), `${seen.filters}`);
}

describe('the language', () => {
  for (const tag of ['de', 'zh']) {
    test(`is that of its lang: ${tag}, and nothing else is fetched`, () =>
      withElement({ lang: tag, controls: '' }, {}, async (page) => {
        const seen = await spoken(page);
        isIn(tag, seen);
        assert.match(seen.name, tag === 'de' ? /^Von 22 auf 41 Märkte in zweieinhalb Jahren$/ : /从22个市场到41个市场$/);
        assert.ok(seen.units.includes('markets'), 'a unit is no word');
        const { first, rest } = scripts(tag);
        assert.deepEqual(fetched(page), [first, rest].sort());
        assert.deepEqual(await heard(page).then((events) => events.filter(({ type }) => type === 'footprint-problem')), []);
        noErrors(page);
      }));
  }

  test('is English on a page that says so, and no other is fetched', () =>
    withElement({ controls: '' }, {}, async (page) => {
      isIn('en', await spoken(page));
      assert.deepEqual(fetched(page), []);
      noErrors(page);
    }));

  test('is that of the nearest ancestor, through shadow roots', async () => {
    const page = await openElement(browser, { controls: '' });
    await page.evaluate(() => {
      const place = document.getElementById('place');
      place.replaceChildren();
      place.lang = 'zh';
      const host = document.createElement('div');
      host.lang = 'de-AT';
      place.append(host);
      const element = document.createElement('smart-footprint');
      element.setAttribute('controls', '');
      const sibling = element.cloneNode();
      host.attachShadow({ mode: 'open' }).append(element);
      window.inside = element;
      place.append(sibling);
    });
    await page.waitFor(() => window.inside.marks().length > 0 && document.querySelector('smart-footprint').marks().length > 0);
    const inside = await page.evaluate(() => window.inside.shadowRoot.querySelector('.root').lang);
    assert.equal(inside, 'de');
    isIn('zh', await spoken(page));
    noErrors(page);
    await page.close();
  });

  const found = { 'de-AT': 'de', 'DE': 'de', 'de-Latn-CH-1996': 'de', 'zh-Hans-CN': 'zh', 'zh-TW': 'zh', 'en-GB': 'en', und: 'en' };
  for (const [asked, tag] of Object.entries(found)) {
    test(`is found by lookup: ${asked} is spoken as ${tag}`, () =>
      withElement({ lang: asked, controls: '' }, {}, async (page) => {
        isIn(tag, await spoken(page));
        assert.equal(fetched(page).length, tag === 'en' ? 0 : 2);
        noErrors(page);
      }));
  }

  test('of no words is English with its own numbers and dates', () =>
    withElement({ lang: 'fr', controls: '' }, {}, async (page) => {
      const seen = await spoken(page);
      isIn('en', seen);
      assert.match(seen.labels.join('\n'), /nearly 70\u202f000 vehicles/);
      assert.match(seen.labels.join('\n').replaceAll('\u00a0', ' '), /19 janvier 2024/);
      assert.equal(fetched(page).length, 1);
      noErrors(page);
    }));

  test('of a region is written as there, and digits are those of the axis', () =>
    withElement({ lang: 'fa-IR', controls: '' }, {}, async (page) => {
      const { labels } = await spoken(page);
      assert.ok(labels.every((label) => !/[۰-۹٠-٩]/.test(label)), labels.join('\n'));
      assert.match(labels.join('\n'), /2024/);
      noErrors(page);
    }));

  for (const asked of ['x', 'not a language', '1234567890', 'toString']) {
    test(`that is none leaves English: ${asked}`, () => withElement({ lang: asked, controls: '' }, {}, async (page) => {
      isIn('en', await spoken(page));
      noErrors(page);
    }));
  }
});

describe('a change of language', () => {
  test('of the widget, and back, with what a reader acts with', () => withElement({ controls: '', lang: 'de' }, {}, async (page) => {
    const set = (lang) => page.evaluate((lang) => (document.querySelector('smart-footprint').lang = lang), lang);
    const before = await page.evaluate(() => {
      document.querySelector('smart-footprint').select('place:CN');
      return document.querySelector('smart-footprint').shadowRoot.querySelectorAll('.card, .rings, .ring, .handle').length;
    });
    const title = () => page.evaluate(() =>
      document.querySelector('smart-footprint').shadowRoot.querySelector('.panel-kind').textContent);
    await frames(page);
    assert.equal(await title(), words.de['dossier-place-country']);
    for (const tag of ['zh', 'en', 'de']) {
      await set(tag);
      await speaks(page, tag);
      isIn(tag, await spoken(page));
      assert.equal(await title(), words[tag]['dossier-place-country'], 'what is selected stays open');
    }
    const after = await page.evaluate(() =>
      document.querySelector('smart-footprint').shadowRoot.querySelectorAll('.card, .rings, .ring, .handle').length);
    assert.equal(after, before, 'nothing of the old one is left');
    noErrors(page);
  }));

  test('of the page is heard', () => withElement({ controls: '' }, {}, async (page) => {
    await page.evaluate(() => (document.documentElement.lang = 'de'));
    await speaks(page, 'de');
    isIn('de', await spoken(page));
    noErrors(page);
  }));

  test('the last one counts, whichever arrives first', () => withElement({ controls: '' }, {}, async (page) => {
    await page.evaluate(() => {
      const element = document.querySelector('smart-footprint');
      for (const lang of ['de', 'zh', 'en', 'zh', 'de', 'zh']) element.lang = lang;
    });
    await speaks(page, 'zh');
    await frames(page);
    isIn('zh', await spoken(page));
    noErrors(page);
  }));

  test('of one widget leaves the others alone', () => withElement({ controls: '' }, {}, async (page) => {
    await page.evaluate(() => {
      for (const lang of ['de', 'zh', 'fr']) {
        const element = document.createElement('smart-footprint');
        element.setAttribute('controls', '');
        element.lang = lang;
        document.getElementById('place').append(element);
      }
    });
    await drawn(page);
    for (const [index, tag] of ['en', 'de', 'zh', 'en'].entries()) isIn(tag, await spoken(page, index));
    noErrors(page);
  }));
});

describe('words that cannot be had', () => {
  for (const part of ['first', 'rest']) {
    test(`leave English and a warning: the ${part}`, async () => {
      const page = await openElement(browser, { lang: 'de', controls: '' }, {
        answers: { [`/pkg/${scripts('de')[part]}`]: { status: 404, body: 'no' } },
      });
      const seen = await spoken(page);
      assert.ok(seen.labels.some((label) => label.includes('outlets')), 'the picture is in English');
      assert.ok(seen.filters.includes('Filters'), `${seen.filters}`);
      const problems = (await heard(page)).flatMap(({ problems = [] }) => problems);
      assert.deepEqual(problems.map(({ code, path: at, severity }) => [code, at, severity]), [['language-missing', 'lang', 'warning']]);
      assert.equal(await page.evaluate(() => document.querySelector('smart-footprint').shadowRoot.querySelector('.root').dataset.state), 'drawn');
      await page.close();
    });
  }
});

describe('other ways in', () => {
  test('the one-file script has all languages, from disk and without a network', async () => {
    const page = await browser.open(onDisk('tests/browser/pages/blank.html'), { offline: true });
    await page.evaluate(async (source) => {
      const script = document.createElement('script');
      script.src = source;
      await new Promise((resolve, reject) => Object.assign(script, { onload: resolve, onerror: reject }) && document.head.append(script));
      for (const lang of ['zh', 'de']) {
        const element = document.createElement('smart-footprint');
        element.setAttribute('controls', '');
        element.lang = lang;
        document.getElementById('place').append(element);
      }
    }, onDisk('pkg/standalone.js'));
    await drawn(page);
    isIn('zh', await spoken(page, 0));
    isIn('de', await spoken(page, 1));
    noErrors(page);
    await page.close();
  });

  test('renderSvg() and mount() take a language', () => withElement({}, {}, async (page) => {
    const seen = await page.evaluate(async () => {
      const { mount, renderSvg } = await import('/pkg/index.js');
      const svg = await renderSvg({ view: 'lineup', lang: 'de-CH', width: 700 });
      const widget = await mount(document.getElementById('place'), { lang: 'zh', view: 'markets' });
      const labels = widget.marks().map((mark) => mark.label);
      return { svg, labels };
    });
    assert.match(seen.svg, /<svg[^>]* lang="de"/);
    assert.match(seen.svg, /Aus drei Modellen wurden/);
    assert.match(seen.labels.join('\n'), /芬兰/);
    noErrors(page);
  }));

  test('what the page puts in place of a picture, and why there is none, is in its language', async () => {
    const page = await openElement(browser, { lang: 'de' }, {
      wait: false, answers: Object.fromEntries(['smart-footprint', 'first-growth']
        .map((name) => [`/pkg/${name}.wasm`, { status: 404, body: 'no' }])),
    });
    await page.waitFor(() => {
      const { shadowRoot } = document.querySelector('smart-footprint');
      return !shadowRoot.querySelector('.notice').hidden && shadowRoot.querySelector('.root').lang === 'de';
    });
    const text = await page.evaluate(() =>
      document.querySelector('smart-footprint').shadowRoot.querySelector('.notice').textContent);
    assert.equal(text, words.de['widget-failed'].replace('{reason}', words.de['widget-failed-wasm-missing']));
    await page.close();
  });
});

describe('a language that runs from right to left', () => {
  /** The file of German with its letters in Hebrew: what a file of such a language would be. */
  async function disguise(page) {
    const { first, rest } = scripts('de');
    for (const name of [first, rest]) {
      const source = readFileSync(path.join(folder, name), 'utf8');
      const hebrew = source.replace(/(?<="(?:widget|element)-[\w-]+":\s*")[^"]*/g, (text) =>
        text.replace(/\{[^}]*\}|[a-zäöüß]/gi, (letter) => (letter.length > 1 ? letter : 'א')))
        .replace(/(["']?direction["']?:\s*)"ltr"/, '$1"rtl"');
      await page.answer(`/pkg/${name}`, { body: hebrew, contentType: 'text/javascript' });
    }
  }

  test('mirrors what stands round the picture, and not the picture', async () => {
    const page = await openElement(browser, { controls: '' });
    await disguise(page);
    await page.evaluate(() => {
      const element = document.querySelector('smart-footprint');
      element.lang = 'de';
      element.select('place:CN');
    });
    await page.waitFor(() => document.querySelector('smart-footprint').shadowRoot.querySelector('.root').dataset.direction === 'rtl');
    await frames(page);
    await page.waitFor(() => document.querySelector('smart-footprint').shadowRoot.querySelector('.tool')?.textContent.includes('א'));
    await page.evaluate(() => document.querySelector('smart-footprint').shadowRoot.querySelector('[data-tool="table"]').click());
    await page.waitFor(() => document.querySelector('smart-footprint').shadowRoot.querySelector('.facts td'));
    const seen = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('smart-footprint');
      const inside = (selector) => shadowRoot.querySelector(selector);
      const of = (selector) => getComputedStyle(inside(selector)).direction;
      inside('[data-tool="keys"]').click();
      const left = (selector) => inside(selector).getBoundingClientRect().left;
      return {
        directions: ['.controls', '.panel', '.notice', '.card', '.table', '.keys', '.key', '.stage'].map(of),
        views: left('.views'), tools: left('.tools'), title: left('.panel-names'), close: left('.panel > .panel-head > .panel-close'),
        first: left('.facts tbody th'), last: left('.facts tbody td:last-child'), closesTable: left('.table-close'), words: left('.table-title'),
        keys: left('.keys-list > dt'), does: left('.keys-list > dd'),
        wide: document.documentElement.scrollWidth > innerWidth,
      };
    });
    assert.deepEqual(seen.directions, ['rtl', 'rtl', 'rtl', 'rtl', 'rtl', 'rtl', 'ltr', 'ltr']);
    assert.ok(seen.views > seen.tools && seen.title > seen.close, JSON.stringify(seen));
    assert.ok(seen.first > seen.last && seen.words > seen.closesTable && seen.keys > seen.does, JSON.stringify(seen));
    assert.ok(!seen.wide, 'nothing sticks out');
    noErrors(page);
    await page.close();
  });
});
