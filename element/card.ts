/** The evidence card and the ring of the mark that is looked at: laid over the picture. */
import type { Evidence } from '#core';
import { type Box, type Place, placeCard, type Size, visibleBounds } from './placing';
import { setAttribute } from './set-attribute';
import type { Parts } from './shadow';
import type { WidgetStyles } from './stylesheet';

/** Below this width the card is as wide as the widget. */
const dockedBelow = 480;
/** The ring stands off the mark by this much. */
const ringGap = 5;

/** A card that was shown: it is made, measured and placed once, as long as nothing changes under it. */
interface Made {
  rows: HTMLElement[];
  width: number;
  docked: boolean;
  size: Size;
  seen: string;
  place: Place;
}

export class Card {
  readonly element: HTMLElement;
  readonly #parts: Parts;
  readonly #styles: WidgetStyles;
  readonly #ring: HTMLElement;
  readonly #title: HTMLElement;
  readonly #rows: HTMLElement;
  /** By what it shows, which is another one after the next layout. */
  readonly #made = new WeakMap<Evidence, Made>();

  constructor(parts: Parts, styles: WidgetStyles) {
    this.#parts = parts;
    this.#styles = styles;
    const { ownerDocument: document } = parts.root;
    const make = (tag: string, name: string) => {
      const made = document.createElement(tag);
      made.className = name;
      made.setAttribute('part', name);
      return made;
    };
    this.#ring = make('div', 'ring');
    this.#title = make('p', 'card-title');
    this.#rows = make('dl', 'card-rows');
    this.element = make('section', 'card');
    this.element.setAttribute('aria-label', parts.say('widget-evidence'));
    this.element.append(this.#title, this.#rows);
    this.element.hidden = this.#ring.hidden = true;
    parts.chart.append(this.#ring);
    parts.stage.append(this.element);
  }

  get shown(): boolean {
    return !this.element.hidden;
  }

  /** What is read of the page is read before anything is written, but for the size of a new card. */
  show(evidence: Evidence, mark: Box, others: () => readonly Box[], widget: Size): void {
    const { element: card } = this;
    const bounds = visibleBounds(this.#parts.stage, widget);
    const seen = JSON.stringify(bounds);
    let made = this.#made.get(evidence);
    const isKnown = made?.width === widget.width;
    const rows = made?.rows ?? evidence.rows.flatMap((row) => makeRow(card.ownerDocument, row));
    this.#title.textContent = evidence.title;
    this.#rows.replaceChildren(...rows);
    if (!made || !isKnown) made = this.#measured(rows, widget);
    if (made.seen !== seen) {
      made.place = placeCard(mark, made.size, bounds, others(), made.docked);
      made.seen = seen;
    }
    this.#made.set(evidence, made);
    const { size, place, docked } = made;
    setAttribute(card, 'data-docked', String(docked));
    this.#styles.place('.card', {
      left: `${place.left}px`, top: `${place.top}px`, 'max-height': `${place.maxHeight}px`,
    });
    card.hidden = false;
    // What is cut off can be scrolled to by keys too.
    if (size.height > place.maxHeight) card.tabIndex = 0;
    else if (card.hasAttribute('tabindex')) card.removeAttribute('tabindex');
  }

  /** The card as it stands, at its full height. */
  #measured(rows: HTMLElement[], widget: Size): Made {
    const { element: card } = this;
    // In the reader's letters, which may be larger than usual.
    const docked = widget.width < dockedBelow * (parseFloat(getComputedStyle(card).fontSize) / 13 || 1);
    setAttribute(card, 'data-docked', String(docked));
    this.#styles.place('.card', { left: '0', top: '0', 'max-height': 'none' });
    card.hidden = false;
    const size = { width: card.offsetWidth, height: card.offsetHeight };
    return { rows, width: widget.width, docked, size, seen: '', place: { left: 0, top: 0, maxHeight: 0 } };
  }

  hide(): void {
    this.element.hidden = true;
  }

  /** A ring round the mark that is looked at. */
  ring(mark: Box | undefined): void {
    this.#ring.hidden = !mark;
    if (!mark) return;
    this.#styles.place('.ring', {
      left: `${mark.x - ringGap}px`,
      top: `${mark.y - ringGap}px`,
      width: `${mark.width + 2 * ringGap}px`,
      height: `${mark.height + 2 * ringGap}px`,
    });
  }
}

function makeRow(document: Document, row: Evidence['rows'][number]): HTMLElement[] {
  const label = document.createElement('dt');
  const text = document.createElement('dd');
  label.textContent = row.label;
  text.textContent = row.text;
  label.dataset['kind'] = text.dataset['kind'] = row.kind;
  return [label, text];
}
