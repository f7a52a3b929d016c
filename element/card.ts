/** The evidence card and the ring of the mark that is looked at: laid over the picture. */
import type { Evidence } from '#core';
import { type Box, placeCard, type Size, visibleBounds } from './placing';
import type { Parts } from './shadow';
import type { WidgetStyles } from './stylesheet';

/** Below this width the card is as wide as the widget. */
const dockedBelow = 480;
/** The ring stands off the mark by this much. */
const ringGap = 5;

export class Card {
  readonly element: HTMLElement;
  readonly #parts: Parts;
  readonly #styles: WidgetStyles;
  readonly #ring: HTMLElement;
  readonly #title: HTMLElement;
  readonly #rows: HTMLElement;

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

  show(evidence: Evidence, mark: Box, others: readonly Box[], widget: Size): void {
    const { element: card } = this;
    this.#title.textContent = evidence.title;
    this.#rows.replaceChildren(...evidence.rows.flatMap((row) => makeRow(card.ownerDocument, row)));

    // In the reader's letters, which may be larger than usual.
    const docked = widget.width < dockedBelow * (parseFloat(getComputedStyle(card).fontSize) / 13 || 1);
    card.dataset['docked'] = String(docked);
    this.#styles.place('.card', { left: '0', top: '0', 'max-height': 'none' });
    card.hidden = false;
    card.removeAttribute('tabindex');
    const size = { width: card.offsetWidth, height: card.offsetHeight };
    const place = placeCard(mark, size, visibleBounds(this.#parts.stage, widget), others, docked);
    this.#styles.place('.card', {
      left: `${place.left}px`, top: `${place.top}px`, 'max-height': `${place.maxHeight}px`,
    });
    // What is cut off can be scrolled to by keys too.
    if (card.scrollHeight > card.clientHeight) card.tabIndex = 0;
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
