/** Our own package, as it is built: its entries are what a host imports. */
import {
  largeDataset, marketsDataset, rowsDataset, smallDataset,
} from './smart-footprint-datasets.js';

let entry;

/** `window.packageEntry` is a module's address, or absent where the one script is on the page. */
async function functions() {
  entry ??= window.packageEntry ? await import(window.packageEntry) : window.smartFootprint;
  return entry;
}

async function mounted(place, options) {
  const heard = { mark: null };
  place.addEventListener('footprint-hover', ({ detail }) => { heard.mark = detail.mark ?? null; });
  const { mount } = await functions();
  return { place, heard, widget: await mount(place, options) };
}

/** The embedded dataset: what the widget is for, and the figures that the others are given. */
export function series(place) {
  return mounted(place, { view: 'growth' });
}

export function bars(place) {
  return mounted(place, { view: 'sales' });
}

/** A host's own dataset with the figures given: checked, laid out and drawn. */
export function redraw({ widget }, figures) {
  return widget.update({ dataset: smallDataset(figures) });
}

/** Without other data: the same picture in the other theme, and with fewer of the embedded facts. */
export const otherwise = {
  theme: ({ widget }, step) => widget.update({ theme: step % 2 ? 'dark' : 'light' }),
  days: ({ widget }, step) => widget.update({ to: step % 2 ? '2025-12-31' : null }),
};

export const animates = 'perhaps';

export function points({ place, widget }) {
  const box = place.firstElementChild.getBoundingClientRect();
  return widget.marks()
    .filter(({ value }) => value !== null)
    .map(({ box: { x, y, width, height } }) => ({
      x: box.left + x + width / 2, y: box.top + y + height / 2,
    }));
}

export function tells({ heard }) {
  return heard.mark !== null;
}

export function destroy({ widget }) {
  widget.destroy();
}

export function large(place, columns) {
  return mounted(place, { view: 'growth', dataset: largeDataset(columns) });
}

export function redrawLarge({ widget }, columns) {
  return widget.update({ dataset: largeDataset(columns) });
}

/** The same as rows of a dataset, for as many as there may be. */
export function rows(place, columns) {
  return mounted(place, { view: 'growth', dataset: rowsDataset(columns) });
}

export function redrawRows({ widget }, columns) {
  return widget.update({ dataset: rowsDataset(columns) });
}

/** All markets are handed over once; then one after the other is looked at. */
export function markets(place, markets) {
  return mounted(place, { view: 'growth', place: 'market-0', dataset: marketsDataset(markets) });
}

export function redrawMarket({ widget }, market) {
  return widget.update({ place: `market-${market}` });
}
