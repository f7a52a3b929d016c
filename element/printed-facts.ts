/** The facts as they are printed under the picture: all of them, a row each, in reading order. */
import type { FactListing } from '#core';
import type { Say } from './say';

export function printedFacts(document: Document, listing: FactListing, say: Say): HTMLElement {
  const make = (tag: string, text = '', ...children: Element[]) => {
    const made = document.createElement(tag);
    made.append(text, ...children);
    return made;
  };
  const heads = make('tr', '', ...listing.columns.map(({ label }) => {
    const head = make('th', label);
    head.setAttribute('scope', 'col');
    return head;
  }));
  const rows = listing.rows.map(({ cells }) => make('tr', '', ...cells.map(({ text, lines }) => make('td', text,
    ...lines.map((line) => make('div', say('element-line-name', { name: line.label }) + line.text))))));
  const table = make('table', '', make('caption', listing.about), make('thead', '', heads), make('tbody', '', ...rows));
  table.className = 'printed-facts';
  const facts = make('div', '', table);
  if (listing.more) facts.append(make('p', listing.more));
  return facts;
}
