/** The evidence card and the rings round marks: laid over the picture, which is not repainted. */
import type { Evidence } from '#core';
import { type Box, placeCard, type Size, visibleBounds } from './placing';
import type { Parts } from './shadow';
import type { WidgetStyles } from './stylesheet';

/** Below this width the card is as wide as the widget. */
const dockedBelow = 480;
/** The ring stands off the mark by this much. */
const ringGap = 5;

export class Card {
  readonly #parts: Parts;
  readonly #styles: WidgetStyles;

  constructor(parts: Parts, styles: WidgetStyles) {
    this.#parts = parts;
    this.#styles = styles;
  }

  get shown(): boolean {
    return !this.#parts.card.hidden;
  }

  /** Fills and places the card. A kept one has a button that lets go. */
  show(
    evidence: Evidence, mark: Box, others: readonly Box[], widget: Size, kept: boolean,
  ): void {
    const { card, cardTitle, cardRows, cardClose, root } = this.#parts;
    cardTitle.textContent = evidence.title;
    cardRows.replaceChildren(...evidence.rows.flatMap((row) => makeRow(card.ownerDocument, row)));
    cardClose.hidden = !kept;
    card.dataset['kept'] = String(kept);

    const docked = widget.width < dockedBelow;
    card.dataset['docked'] = String(docked);
    this.#styles.place('.card', {
      left: '0', top: '0', 'max-height': 'none',
    });
    card.hidden = false;
    const size = { width: card.offsetWidth, height: card.offsetHeight };
    const place = placeCard(mark, size, visibleBounds(root, widget), others, docked);
    this.#styles.place('.card', {
      left: `${place.left}px`, top: `${place.top}px`, 'max-height': `${place.maxHeight}px`,
    });
  }

  hide(): void {
    this.#parts.card.hidden = true;
  }

  /** Rings round the mark that is looked at and the one that is kept; one ring if they are one. */
  ring(looked: Box | undefined, kept: Box | undefined): void {
    const { ring, keptRing } = this.#parts;
    keptRing.toggleAttribute('data-looked', looked !== undefined && looked === kept);
    this.#place(ring, '.ring:not(.kept)', looked === kept ? undefined : looked);
    this.#place(keptRing, '.ring.kept', kept);
  }

  #place(ring: HTMLElement, selector: string, mark: Box | undefined): void {
    ring.hidden = !mark;
    if (!mark) return;
    this.#styles.place(selector, {
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
