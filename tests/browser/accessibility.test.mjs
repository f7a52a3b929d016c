// What WCAG 2.2 asks of every page: by axe-core in every state, and by looking at sizes.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe } from 'node:test';
import { tried } from '../tried.mjs';
import { project, startBrowser, test } from './driver.mjs';
import { ask, focusMark, openHosted, speaks, views } from './hosted.mjs';
import { frames, noErrors } from './steps.mjs';

let browser;
let axe;
before(async () => {
  browser = await startBrowser();
  axe = await readFile(path.join(project, 'node_modules/axe-core/axe.min.js'), 'utf8');
});
after(() => browser.stop());

const round = (ground, ink) => `body { background: ${ground}; color: ${ink} }`;
/** What a widget is looked at in: as an option of it, as a wish of the reader, and the page round it. */
const themes = {
  light: { attributes: { theme: 'light' }, media: {}, styles: '' },
  dark: { attributes: { theme: 'dark' }, media: {}, styles: round('#14171c', '#fff') },
  'more contrast': { attributes: {}, media: { contrast: 'more' }, styles: '' },
  'forced colours': { attributes: {}, media: { forced: true }, styles: '' },
};
const languages = ['en', 'de', 'zh'];

async function within(attributes, options, work) {
  const page = await openHosted(browser, attributes, options);
  try {
    await work(page);
    noErrors(page);
  } finally {
    await page.close();
  }
}

/** All of WCAG 2.2 at levels A and AA, and what is good practice. */
async function violations(page) {
  return page.evaluate(async (source) => {
    if (!window.axe) new Function(source)();
    const { violations } = await window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: {
        // It is off by default, and is of WCAG 2.2.
        'target-size': { enabled: true },
        // The page round the widget has neither heading nor landmarks of its own.
        'page-has-heading-one': { enabled: false },
      },
    });
    // The contrast of the reader's own pair of colours is the reader's affair, and Firefox's pair has 2.9 : 1.
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.cssText = 'forced-color-adjust: none; color: HighlightText; background: Highlight';
    const { color, backgroundColor } = getComputedStyle(probe);
    const hex = (text) => `#${text.match(/\d+/g).slice(0, 3).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
    const own = matchMedia('(forced-colors: active)').matches ? hex(color) + hex(backgroundColor) : '';
    probe.remove();
    const isOwn = ({ any }) => any.some(({ id, data }) => id === 'color-contrast' && data.fgColor + data.bgColor === own);
    return violations.flatMap(({ id, help, nodes }) => nodes.filter((node) => !isOwn(node)).map(({ target, failureSummary }) => `${id}: ${help}: ${target}: ${failureSummary}`));
  }, axe);
}

/** What comes to be open, one after the other; nothing is closed between. */
const openings = {
  'as it is': async () => {},
  'with a mark in focus': (page) => page.evaluate(() => window.footprint.focusMark(window.footprint.marks()[0].id)),
  'with a row selected': (page) => page.evaluate(() => window.footprint.select(window.footprint.marks()[0].facts[0])),
  'with all that opens': async (page) => {
    await page.evaluate(() => window.footprint.select('conflict:hong-kong-debut'));
    await openTools(page);
    // The selected row was brought into view; axe takes a row half under the table's heads for a small target.
    await page.evaluate(() => (window.inside('.table-scroller').scrollTop = 0));
  },
  'with the list of keys over it': (page) => page.evaluate(() => {
    window.inside('.chart').focus();
    window.inside('.chart').dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true, composed: true, cancelable: true }));
  }),
};

// Each view in each theme, with and without controls. Languages and widths go round, so that each
// meets each view, each theme, and controls.
views.forEach((view, place) => Object.entries(themes).forEach(([name, theme], turn) => {
  const lang = languages[(place + turn) % languages.length];
  describe(`axe: ${view}, ${name}, ${lang}`, () => {
    for (const controls of [false, true]) {
      const width = (place + turn + Number(controls)) % 2 === 0 ? 900 : 340;
      test(`${controls ? 'with' : 'without'} controls, ${width} pixels wide`, (t) =>
        within({ view, lang, ...theme.attributes, ...(controls && { controls: '' }) }, { width, height: 900, styles: theme.styles }, async (page) => {
          await page.media(theme.media);
          await speaks(page, lang);
          const found = [];
          tried(t, Object.keys(openings).length);
          for (const [name, open] of Object.entries(openings)) {
            await open(page);
            await frames(page);
            found.push(...(await violations(page)).map((text) => `${name}: ${text}`));
          }
          assert.deepEqual(found, []);
          assert.ok((await ask(page)).dialog, 'all was open to the end');
        }));
    }
  });
}));

test('axe finds what is wrong', () => within({}, {}, async (page) => {
  await page.evaluate(() => window.inside('.chart').removeAttribute('aria-label'));
  await page.evaluate(() => window.inside('.chart').setAttribute('role', 'slider'));
  assert.ok((await violations(page)).length > 0);
}));

test('a host with a name of its own, axe too', () => within({ 'aria-label': 'The footprint' }, {}, async (page) => {
  assert.deepEqual(await violations(page), []);
}));

/** What of the HTML is cut or lies outside the page, and how wide the page came out. */
const cut = (page) => page.evaluate(() => {
  const found = [];
  const { shadowRoot } = window.footprint;
  for (const part of shadowRoot.querySelectorAll('.controls *, .panel *, .card *, .keys *, .table *, .notice')) {
    const own = [...part.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    const style = getComputedStyle(part);
    if (!own || part.getClientRects().length === 0 || style.clipPath !== 'none' || part.matches('option')) continue;
    const range = document.createRange();
    range.selectNodeContents(part);
    const text = range.getBoundingClientRect();
    const { left, right } = part.getBoundingClientRect();
    // Beside its own box, or beside what clips it without a way to scroll there.
    let clip = part.parentElement;
    while (clip && getComputedStyle(clip).overflowX !== 'hidden') clip = clip.parentElement;
    const bounds = clip?.getBoundingClientRect();
    const isCut = part.scrollWidth > part.clientWidth + 1 && style.overflowX === 'hidden'
      || text.height > part.getBoundingClientRect().height + 3 && style.display !== 'inline' && style.overflowY === 'hidden'
      || (bounds && (text.left < bounds.left - 1 || text.right > bounds.right + 1));
    const scroller = part.closest('.views') ?? (part.closest('.table-words') ? null : part.closest('.table-scroller'));
    // A cell's words over the next cell.
    const isOver = part.matches('th, td') && (text.left < left - 1 || text.right > right + 1);
    const isOutside = !scroller && (left < -1 || right > document.documentElement.clientWidth + 1);
    if (isCut || isOutside || isOver) found.push([part.className || part.localName, part.textContent.slice(0, 40), left, right]);
  }
  // Words over words, among what stands in rows.
  const tools = [...shadowRoot.querySelectorAll('.bar > *')].filter((part) => part.getClientRects().length > 0)
    .map((part) => part.getBoundingClientRect());
  tools.forEach((one, index) => tools.slice(index + 1).forEach((other) => {
    const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    if (across > 1 && down > 1) found.push(['bar', across, down]);
  }));
  return { found, width: document.documentElement.scrollWidth, screen: document.documentElement.clientWidth };
});

/** Filters, table and what can be taken along, by what shows of their buttons. */
async function openTools(page) {
  const isThere = await page.evaluate(() => {
    const buttons = window.footprint.shadowRoot.querySelectorAll('.corner, .tool[aria-expanded="false"]:not([aria-haspopup])');
    const shown = [...buttons].filter((button) => button.getClientRects().length > 0);
    for (const button of shown) button.click();
    return shown.length > 1 ? ['.filters', '.saving', '.facts'] : ['.facts'];
  });
  await page.waitFor((parts) => parts.every((part) => window.inside(part)?.getClientRects().length > 0), isThere);
  await frames(page);
}

/** Opens all that stands beside the picture, and the list of keys over it. */
async function openAll(page) {
  await openTools(page);
  await page.evaluate(() => window.footprint.select('place:HK'));
  await page.evaluate(() => window.inside('[data-tool="keys"]').click());
  await frames(page);
}

/** What is cut of all that opens: with the list of keys, then with a card in its place. */
async function cutOfAll(page) {
  await openAll(page);
  const listed = await cut(page);
  await focusMark(page, (await ask(page)).marks[0].id);
  const carded = await cut(page);
  return { found: [...listed.found, ...carded.found], width: Math.max(listed.width, carded.width), screen: carded.screen };
}

describe('reflow', () => {
  for (const view of views) {
    test(`${view} at 320 pixels: nothing is cut, and nothing scrolls sideways`, () =>
      within({ view, controls: '' }, { width: 320, height: 800 }, async (page) => {
        const { found, width, screen } = await cutOfAll(page);
        assert.deepEqual(found, []);
        assert.equal(width, screen);
      }));
  }
});

describe('text spacing', () => {
  // As WCAG sets it, from a page's sheet: inside, it comes by inheritance or by a reader's own style.
  const spacing = `{ line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-block-end: 2em !important }`;
  for (const width of [320, 800]) {
    for (const view of views) {
      test(`${view} at ${width} pixels: nothing is cut`, () =>
        within({ view, controls: '' }, { width, height: 900 }, async (page) => {
          await page.evaluate((spacing) => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(`*, *::before, *::after ${spacing}`);
            const { shadowRoot } = window.footprint;
            shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
          }, spacing);
          const { found, width: wide, screen } = await cutOfAll(page);
          assert.deepEqual(found, []);
          assert.equal(wide, screen);
        }));
    }
  }
});

describe('letters of twice the size', () => {
  const twice = 'html { font-size: 200% }';
  for (const width of [320, 800]) {
    for (const view of views) {
      test(`${view} at ${width} pixels: all letters are twice as tall, and nothing is cut or overlaps`, async () => {
        const sizes = async (styles) => {
          let seen;
          await within({ view, controls: '' }, { width, height: 900, styles }, async (page) => {
            const { found, width: page_, screen } = await cutOfAll(page);
            assert.deepEqual(found, []);
            assert.equal(page_, screen);
            seen = await page.evaluate(async () => {
              const svg = new DOMParser().parseFromString(await window.footprint.toSvg(), 'image/svg+xml').documentElement;
              document.body.append(svg);
              const boxes = [...svg.querySelectorAll('text')].map((text) => {
                const { x, y, width, height } = text.getBBox();
                // Letters without the room round them.
                return { text: text.textContent, x, y: y + height * 0.2, width, height: height * 0.6 };
              });
              const over = [];
              boxes.forEach((one, index) => boxes.slice(index + 1).forEach((other) => {
                const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
                const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
                if (across > 1 && down > 1) over.push([one.text, other.text]);
              }));
              const wide = Number(svg.getAttribute('width'));
              svg.remove();
              const parts = window.footprint.shadowRoot.querySelectorAll('.controls *, .panel *, .card *, .keys *, .table *');
              return {
                canvas: Math.min(...[...svg.querySelectorAll('text')].map((text) => Number(text.getAttribute('font-size')))),
                html: Math.min(...[...parts].filter((part) => part.textContent.trim() && !part.matches('option')).map((part) => parseFloat(getComputedStyle(part).fontSize))),
                over,
                outside: boxes.filter(({ x, width }) => x < -1 || x + width > wide + 1).map(({ text }) => text),
                wide,
              };
            });
            const { bitmap } = await page.evaluate(() => {
              const canvas = window.inside('canvas');
              return { bitmap: [canvas.width, canvas.getBoundingClientRect().width] };
            });
            assert.deepEqual(bitmap, [screen, screen]);
          });
          return seen;
        };
        const usual = await sizes('');
        const large = await sizes(twice);
        assert.deepEqual([large.over, large.outside], [[], []]);
        assert.equal(large.wide, usual.wide);
        assert.ok(large.canvas >= 2 * 11.5, `canvas: ${large.canvas} beside ${usual.canvas}`);
        assert.ok(Math.abs(large.html / usual.html - 2) < 0.01, `html: ${large.html} beside ${usual.html}`);
      });
    }
  }

  test('are heard while the page is open, and smaller ones change nothing', () => within({}, { width: 800 }, async (page) => {
    const height = async (styles) => {
      await page.evaluate(async (styles) => {
        document.adoptedStyleSheets[0].replaceSync(styles);
        await new Promise((resolve) => setTimeout(resolve, 300));
      }, styles);
      await frames(page);
      return page.evaluate(() => window.footprint.getBoundingClientRect().height);
    };
    const usual = await height('');
    assert.ok(await height(twice) > usual * 1.3);
    assert.equal(await height('html { font-size: 62.5% }'), usual);
  }));
});

describe('what a pointer brings up', () => {
  test('can be sent away without moving the pointer, can be pointed at, and stays', () => within({}, {}, async (page) => {
    const mark = (await ask(page)).marks[0];
    const { x, y } = await page.evaluate(() => window.footprint.getBoundingClientRect().toJSON());
    await page.move(x + mark.box.x + mark.box.width / 2, y + mark.box.y + mark.box.height / 2);
    assert.ok((await ask(page)).card);
    const card = await page.evaluate(() => window.inside('.card').getBoundingClientRect().toJSON());
    await page.move(card.x + card.width / 2, card.y + card.height / 2);
    await new Promise((resolve) => setTimeout(resolve, 700));
    assert.ok((await ask(page)).card, 'the pointer is on it');
    await page.key('Escape');
    assert.equal((await ask(page)).card, null);
  }));
});
