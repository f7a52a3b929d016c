// Widgets where pages put them: in the page itself, or in another component's shadow root. The
// element is `window.footprint`, and there is something to go to before it and after it.
import { frames, noErrors } from './steps.mjs';

export const places = ['a light page', 'another component'];

/** Every view, and what it can be drawn with. */
export const views = ['growth', 'markets', 'sales', 'lineup'];

export async function openHosted(browser, attributes = {}, { place = places[0], ...options } = {}) {
  const page = await browser.open('/tests/browser/pages/blank.html', options);
  await page.evaluate(async ({ attributes, inside, styles }) => {
    await import('/pkg/element.js');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles ?? '');
    document.adoptedStyleSheets = [sheet];
    const main = document.getElementById('place');
    let home = main;
    if (inside) {
      const other = document.createElement('other-component');
      home = other.attachShadow({ mode: 'open' });
      main.append(other);
    }
    const button = (id) => {
      const made = document.createElement('button');
      made.id = made.textContent = id;
      return made;
    };
    const element = document.createElement('smart-footprint');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    home.append(button('before'), element, button('after'));
    window.footprint = element;
    window.heard = [];
    for (const name of ['hover', 'select', 'problem']) {
      document.addEventListener(`footprint-${name}`, ({ type, detail }) => window.heard.push({ type, mark: detail.mark?.id ?? null }));
    }
    window.inside = (selector) => element.shadowRoot.querySelector(selector);
    /** Where the focus is, as deep as it goes. */
    window.active = () => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at?.id || at?.className || at?.localName || '';
    };
  }, { attributes, inside: place === places[1], styles: options.styles });
  await page.waitFor(() => window.footprint.marks().length > 0);
  await frames(page);
  return page;
}

/** Opens one, does the work, closes the page; nothing may go wrong meanwhile. */
export function withHosted(browser) {
  return async (attributes, options, work) => {
    const page = await openHosted(browser(), attributes, options);
    try {
      await work(page);
      noErrors(page);
    } finally {
      await page.close();
    }
  };
}

/** Waits for the words of a language. */
export async function speaks(page, lang) {
  await page.waitFor((lang) => window.inside('.root').lang === lang && window.inside('.chart').hasAttribute('aria-describedby'), lang);
  await frames(page);
}

/** What is to be known of the widget. */
export const ask = (page) => page.evaluate(() => ({
  active: window.active(),
  marks: window.footprint.marks(),
  state: window.footprint.state(),
  spoken: window.inside('.spoken').textContent,
  card: window.inside('.card').hidden ? null : window.inside('.card-title').textContent,
  ring: !window.inside('.ring').hidden,
  dialog: window.inside('.keys').open,
  events: window.heard.splice(0),
}));

/** The mark that was come to last, by the events since it was asked last. */
export const cameTo = async (page) => (await ask(page)).events.filter(({ type }) => type === 'footprint-hover').at(-1)?.mark;

export const focusMark = (page, id) => page.evaluate((id) => window.footprint.focusMark(id), id);
