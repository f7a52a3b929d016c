// Steps that several specs take: widgets onto pages, and questions put to them.
import assert from 'node:assert/strict';
import { PNG } from 'pngjs';

export const views = ['growth', 'lineup'];

/** A host page with one `<smart-footprint>`, drawn; `attributes` are set before it starts. */
export async function openElement(browser, attributes = {}, options = {}) {
  const page = await browser.open('/tests/browser/pages/blank.html', options);
  await page.evaluate(async ({ attributes, styles }) => {
    await import('/pkg/element.js');
    if (styles) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(styles);
      document.adoptedStyleSheets = [sheet];
    }
    /** Where a part is seen: some browsers tell its box as it would be without `zoom`, and what was scrolled as it is. */
    window.seenAt = (part) => {
      let zoom = 1;
      if (part.currentCSSZoom === undefined) {
        for (let at = part; at; at = at.parentElement ?? at.getRootNode().host) zoom *= parseFloat(getComputedStyle(at).zoom) || 1;
      }
      const { x, y, width, height } = part.getBoundingClientRect();
      return { x: (x + scrollX) * zoom - scrollX, y: (y + scrollY) * zoom - scrollY, width: width * zoom, height: height * zoom };
    };
    window.heard = [];
    for (const name of ['ready', 'hover', 'select', 'view', 'problem']) {
      document.addEventListener(`footprint-${name}`, (event) => {
        window.heard.push({ type: event.type, ...event.detail });
      });
    }
    const element = document.createElement('smart-footprint');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    document.getElementById('place').append(element);
  }, { attributes, styles: options.styles });
  if (options.wait !== false) await drawn(page);
  return page;
}

/** Opens an element, does the work, closes the page. */
export function withElementOf(browser) {
  return async (attributes, options, work) => {
    const page = await openElement(browser(), attributes, options);
    try {
      await work(page);
    } finally {
      await page.close();
    }
  };
}

/** The events since it was asked last, and their names. */
export const heard = (page) => page.evaluate(() => window.heard.splice(0));
export const told = (events) => events.map((event) => event.type);

/** Waits until every element on the page is drawn. */
export async function drawn(page) {
  await page.waitFor(() => {
    const elements = [...document.querySelectorAll('smart-footprint')];
    return elements.length > 0 && elements.every((element) => element.marks?.().length > 0);
  });
  await frames(page);
}

/** Lets what was asked for be laid out and painted. */
export async function frames(page) {
  await page.evaluate(() => new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
  }));
}

/** What a widget shows, by its place among the elements of the page. */
export function look(page, index = 0) {
  return page.evaluate((index) => {
    const element = document.querySelectorAll('smart-footprint')[index];
    const inside = (selector) => element.shadowRoot.querySelector(selector);
    const box = (part) => {
      const { x, y, width, height } = window.seenAt?.(part) ?? part.getBoundingClientRect();
      return { x, y, width, height };
    };
    const card = inside('.card');
    const shown = card && !card.hidden;
    const panel = inside('.panel');
    const rowsOf = (list) => [...list.querySelectorAll(':scope > dt')].map((label) => ({
      kind: label.dataset.kind,
      label: label.textContent,
      text: label.nextElementSibling.textContent,
      ref: label.nextElementSibling.querySelector('button')?.dataset.ref ?? null,
    }));
    const ring = inside('.ring');
    return {
      box: box(element),
      canvas: { ...box(inside('canvas')), bitmap: [inside('canvas').width, inside('canvas').height] },
      state: element.state(),
      marks: element.marks(),
      spoken: inside('.spoken').textContent,
      ring: ring && !ring.hidden ? box(ring) : null,
      rings: Number(inside('.rings')?.dataset.count ?? 0),
      card: shown
        ? {
            box: box(card),
            title: inside('.card-title').textContent,
            rows: rowsOf(inside('.card-rows')),
          }
        : null,
      panel: getComputedStyle(panel).display === 'none'
        ? null
        : {
            box: box(panel),
            kind: inside('.panel-kind')?.textContent,
            title: inside('.panel-title')?.textContent,
            rows: inside('.panel-body > .panel-rows') ? rowsOf(inside('.panel-body > .panel-rows')) : [],
            sections: [...panel.querySelectorAll('.panel-section')].map((title) => ({
              title: title.textContent,
              kind: title.nextElementSibling.dataset.kind,
              entries: [...title.nextElementSibling.children].map((entry) => ({
                ref: entry.querySelector('button').dataset.ref,
                text: entry.querySelector('button').textContent,
                rows: entry.querySelector('dl') ? rowsOf(entry.querySelector('dl')) : [],
              })),
            })),
          },
      focused: element.shadowRoot.activeElement?.className ?? null,
      label: inside('.chart').getAttribute('aria-label'),
      notice: inside('.notice').hidden ? null : inside('.notice').textContent,
    };
  }, index);
}

/**
 * Moves the pointer onto a mark, and gives back where that was. Marks may overlap, so points all
 * over its box are tried, from the middle out, until the widget says that it is this one.
 */
export async function hover(page, id, index = 0) {
  const points = await page.evaluate(({ id, index }) => {
    const element = document.querySelectorAll('smart-footprint')[index];
    const { x, y, width, height } = element.marks().find((mark) => mark.id === id).box;
    const onScreen = element.getBoundingClientRect().y + y + height / 2;
    scrollBy({ top: onScreen - innerHeight / 2, behavior: 'instant' });
    const origin = element.getBoundingClientRect();
    const steps = [0.5, 0.3, 0.7, 0.1, 0.9];
    window.hovered ??= new WeakMap();
    if (!window.hovered.has(element)) {
      window.hovered.set(element, null);
      element.addEventListener('footprint-hover', ({ detail }) => {
        window.hovered.set(element, detail.mark?.id ?? null);
      });
    }
    return steps.flatMap((down) => steps.map((across) => (
      { x: origin.x + x + width * across, y: origin.y + y + height * down })));
  }, { id, index });
  for (const point of points) {
    await page.move(point.x, point.y);
    const found = await page.evaluate((index) =>
      window.hovered.get(document.querySelectorAll('smart-footprint')[index]), index);
    if (found === id) return point;
    await page.key('Escape'); // the card of another mark may lie over this one
  }
  return assert.fail(`no point of ${id} can be hovered`);
}

/** The pixels of the first widget's canvas: the same ones may be written down as PNG in several ways. */
export async function painted(page) {
  const url = await page.evaluate(() => document.querySelector('smart-footprint').shadowRoot.querySelector('canvas').toDataURL());
  const { width, height, data } = PNG.sync.read(Buffer.from(url.split(',')[1], 'base64'));
  return { width, height, data };
}

export function kinds(card) {
  return card.rows.map((row) => row.kind);
}

export function noErrors(page) {
  assert.deepEqual(page.errors, []);
}

/** Nothing but files of the package and of the specs was asked for. */
export function assertOurs(page) {
  assert.deepEqual(page.requests.filter((url) => !/\/(pkg|tests\/browser\/pages)\//.test(url) && !url.startsWith('data:')), []);
}

/**
 * Runs before the page's own: under emulation the browser changes the pixel ratio and its queries
 * without saying so. A spec does, with the queries of `window.ratioQueries`.
 */
export const watchedRatios = `{
  const real = window.matchMedia.bind(window);
  window.ratioQueries = [];
  window.matchMedia = (text) => {
    const query = text.includes('resolution') ? new EventTarget() : real(text);
    if (text.includes('resolution')) window.ratioQueries.push(query);
    return query;
  };
}`;
