// Host pages that style everything: what of that may reach a widget, and what may not.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { startBrowser, test } from './driver.mjs';
import { drawn, frames, look, noErrors, painted, withElementOf } from './steps.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const withElement = withElementOf(() => browser);
const options = { controls: '', selected: 'place:FI', view: 'markets' };

/** Opens the filters, puts the focus on a mark: all that can be styled is there. */
const showAll = (page) => page.evaluate(async () => {
  const element = document.querySelector('smart-footprint');
  element.shadowRoot.querySelector('.tool[aria-expanded]').click();
  element.focusMark(element.marks()[3].id);
  scrollTo(0, 0);
  await element.update({});
});

/** The pixels of the canvas, and where each part stands in the widget and how it is styled. */
const appearance = async (page) => ({ pixels: await painted(page), parts: await page.evaluate(() => {
  const { shadowRoot } = document.querySelector('smart-footprint');
  const root = shadowRoot.querySelector('.root').getBoundingClientRect();
  const names = ['font', 'color', 'letter-spacing', 'word-spacing', 'text-transform', 'text-indent', 'text-align',
    'white-space', 'display', 'visibility', 'background-color', 'text-shadow', 'box-sizing', 'cursor', 'margin', 'padding'];
  const parts = [...shadowRoot.querySelectorAll('.root *')].filter((part) => !part.closest('.fallback')).map((part) => {
    const { x, y, width, height } = part.getBoundingClientRect();
    const style = getComputedStyle(part);
    const shown = part.getClientRects().length > 0;
    const box = shown ? [x - root.x, y - root.y, width, height].map((value) => Math.round(value * 10) / 10).join(' ') : 'none';
    return [part.localName, part.className.baseVal ?? part.className, box,
      ...names.map((name) => `${name}: ${style.getPropertyValue(name)}`)].join(' | ');
  });
  return parts;
}) });

/** Makes the page what it was, but for the rule: the widget has the same place. */
const kept = 'html, body, #place { all: initial !important; display: block !important } #place { width: 800px !important }';
const everyText = `font: italic 900 40px/3 serif; color: red; letter-spacing: 5px; word-spacing: 20px;
  text-transform: uppercase; text-indent: 40px; text-align: center; text-shadow: 2px 2px red; white-space: pre;
  word-break: break-all; font-variant: small-caps; font-feature-settings: 'zero'; -webkit-text-fill-color: red;
  -webkit-text-stroke: 2px red; cursor: crosshair; list-style: square; quotes: none; tab-size: 20; hyphens: auto;
  border-collapse: collapse; caret-color: red; accent-color: red; user-select: none; text-decoration: underline`;
const important = (declarations) => declarations.replaceAll(';', ' !important;');

const hostile = {
  'everything reverted': '* { all: revert }',
  'everything reverted, importantly': ':not(html, body, #place) { all: revert !important }',
  'everything initial': ':not(html, body, #place) { all: initial !important }',
  'another box': '*, *::before, *::after { box-sizing: content-box !important }',
  'the other box': '*, *::before, *::after { box-sizing: border-box !important }',
  'tags of all sorts': `span, div, p, section, fieldset, legend, label, dl, dt, dd, button, select, input, svg, path {
    display: block !important; margin: 40px !important; font-size: 40px !important; border: 5px solid red !important }`,
  'a canvas of ten pixels': 'canvas { width: 10px !important; height: 10px !important; transform: rotate(9deg) !important }',
  'every text, inherited': `body { ${everyText} }`,
  'every text, by every tag': `:not(html, body, #place) { ${important(`${everyText};`)} }`,
  'classes of the same names': `.root, .chart, .canvas, .panel, .picture, .stage { display: none !important; opacity: 0 }`,
  'a tag that is inline': 'smart-footprint { display: inline !important }',
  'a tag that is a row': 'smart-footprint { display: flex !important }',
  'a tag that is a grid': 'smart-footprint { display: grid !important; grid-template-columns: 1fr !important }',
  'a tag without a box': 'smart-footprint { display: contents !important }',
  'motion of everything': `@keyframes on { from { opacity: 0.1 } }
    * { animation: on 3s infinite !important; transition: all 3s !important }`,
  'variables of the same names': '* { --ink: red; --background: lime; --accent: blue; --margin: 0; --bars: 0px; --shadow: none }',
};

describe('nothing of a host page reaches the widget:', () => {
  let untouched;
  before(() => withElement(options, { styles: kept }, async (page) => {
    await showAll(page);
    untouched = await appearance(page);
    assert.ok(untouched.parts.length > 50);
  }));

  for (const [name, rule] of Object.entries(hostile)) {
    test(name, () => withElement(options, { styles: `${kept} ${rule}` }, async (page) => {
      await showAll(page);
      const { parts, pixels } = await appearance(page);
      assert.deepEqual(parts, untouched.parts);
      assert.ok(isDeepStrictEqual(pixels, untouched.pixels), 'the same pixels');
      noErrors(page);
    }));
  }
});

describe('a page that is written another way', () => {
  const picture = painted;
  let untouched;
  before(() => withElement(options, { styles: kept }, async (page) => (untouched = await picture(page))));

  test('from right to left: the picture is the same, and answers', () =>
    withElement(options, { styles: `${kept} html { direction: rtl !important }` }, async (page) => {
      assert.ok(isDeepStrictEqual(await picture(page), untouched));
      assert.deepEqual(await missed(page), []);
      noErrors(page);
    }));

  for (const mode of ['vertical-rl', 'vertical-lr', 'sideways-lr']) {
    test(`${mode}: the picture stands upright`, () =>
      withElement(options, { styles: `#place { width: 800px; ${mode === 'sideways-lr' ? 'min-height: 2000px; ' : ''}writing-mode: ${mode} }` }, async (page) => {
        const { canvas } = await look(page);
        assert.ok(canvas.width >= 240 && canvas.width <= 800, `${canvas.width}`);
        assert.deepEqual(await missed(page), []);
        noErrors(page);
      }));
  }
});

describe('a place that has no width of its own', () => {
  const places = {
    'a flex item': '#place { display: flex }',
    'a flex item beside another': '#place { display: flex } #place::after { content: "beside"; flex: 1 }',
    'an item of a column': '#place { display: flex; flex-direction: column; align-items: center }',
    'a grid item': '#place { display: grid; justify-items: start; grid-template-columns: auto }',
    'floated': 'smart-footprint { float: left }',
    'placed absolutely': '#place { position: relative } smart-footprint { position: absolute; left: 0 }',
    'an inline block': 'smart-footprint { display: inline-block }',
    'as wide as what is in it': 'smart-footprint { width: fit-content }',
    'in a cell of a table': '#place { display: table-cell; width: auto }',
  };
  for (const [name, styles] of Object.entries(places)) {
    // A cell grows with what is in it, whatever the table has.
    for (const width of name.includes('cell') ? [900] : [900, 320]) {
      test(`${name}, ${width} px`, () => withElement({ view: 'sales' }, { width, styles, wait: false }, async (page) => {
        await drawn(page);
        const { canvas } = await look(page);
        assert.ok(canvas.width >= 240 && canvas.x + canvas.width <= width + 0.5, `${canvas.x} ${canvas.width}`);
        noErrors(page);
      }));
    }
  }
});

describe('a page that is larger or smaller than it says', () => {
  const scales = {
    'scaled up': ['#place { transform: scale(1.5); transform-origin: 0 0; width: 550px }', 1.5],
    'scaled down': ['body { transform: scale(0.6); transform-origin: 0 0 }', 0.6],
    'zoomed in': ['#place { zoom: 1.4; width: 600px }', 1.4],
    'zoomed out': ['html { zoom: 0.7 }', 0.7],
    'the widget itself': ['smart-footprint { zoom: 1.25; width: 640px }', 1.25],
  };
  for (const [name, [styles, scale]] of Object.entries(scales)) {
    test(`${name}: every mark answers where it is seen`, () =>
      withElement(options, { styles, height: 1600 }, async (page) => {
        assert.deepEqual(await missed(page, scale), []);
        if (styles.includes('zoom')) {
          const { canvas } = await look(page);
          assert.ok(Math.abs(canvas.bitmap[0] - canvas.width) <= 1, `sharp: ${canvas.bitmap[0]} for ${canvas.width}`);
        }
        noErrors(page);
      }));

    test(`${name}: the strip of time is dragged to where the pointer is`, () =>
      withElement({ view: 'growth', controls: '' }, { styles, height: 1600 }, async (page) => {
        const handle = (which) => page.evaluate((which) => {
          const found = document.querySelector('smart-footprint').shadowRoot.querySelector(`.handle-${which}`);
          found.scrollIntoView({ block: 'center', behavior: 'instant' });
          const { x, y, width, height } = window.seenAt(found);
          return { x: x + width / 2, y: y + height / 2 };
        }, which);
        const [first, last] = [await handle('first'), await handle('last')];
        const wish = first.x + (last.x - first.x) / 2;
        await page.drag(last, { x: wish, y: last.y });
        await frames(page);
        const moved = await handle('last');
        assert.ok(Math.abs(moved.x - wish) < 40 * scale, `${moved.x} is not ${wish}`);
        noErrors(page);
      }));
  }
});

describe('what a page may decide', () => {
  test('a hidden page hides the widget, and one without pointers gives it none', () =>
    withElement(options, { styles: 'body { visibility: hidden; pointer-events: none }' }, async (page) => {
      const shown = () => page.evaluate(() => {
        const { shadowRoot } = document.querySelector('smart-footprint');
        return [...shadowRoot.querySelectorAll('.root, .canvas, .view, .panel-close')].map((part) => {
          const { visibility, pointerEvents } = getComputedStyle(part);
          return `${visibility} ${pointerEvents}`;
        });
      });
      assert.deepEqual([...new Set(await shown())], ['hidden none']);
      await page.evaluate(() => (document.adoptedStyleSheets = []));
      assert.deepEqual([...new Set(await shown())], ['visible auto']);
      noErrors(page);
    }));
});

/** The marks that do not answer in the middle of their boxes, though no other lies there. */
async function missed(page, scale = 1) {
  const marks = await page.evaluate((scale) => {
    const element = document.querySelector('smart-footprint');
    window.hovered = null;
    element.addEventListener('footprint-hover', ({ detail }) => (window.hovered = detail.mark?.id ?? null));
    const root = element.shadowRoot.querySelector('.root');
    const origin = window.seenAt(root);
    const marks = element.marks();
    const inside = (x, y) => marks.filter(({ box }) =>
      x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height);
    return marks.map(({ id, box }) => ({ id, x: box.x + box.width / 2, y: box.y + box.height / 2 }))
      .filter(({ x, y }) => inside(x, y).length === 1)
      .map(({ id, x, y }) => ({ id, x: origin.x + x * scale, y: origin.y + y * scale }))
      .filter(({ x, y }) => x < innerWidth && y < innerHeight);
  }, scale);
  assert.ok(marks.length > 8, `${marks.length} marks are alone in their middle`);
  const left = [];
  for (const { id, x, y } of marks) {
    await page.key('Escape');
    await page.move(x, y);
    const found = await page.evaluate(() => window.hovered);
    if (found !== id) left.push(`${id} was ${found}`);
  }
  return left;
}
