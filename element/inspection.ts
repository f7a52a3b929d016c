/**
 * Which mark is looked at and which row is selected, and everything that follows: rings, card,
 * panel, spoken text, events. The core decides what an input means; this shows what came of it.
 */
import type { Input, Interaction } from '#core';
import type { Card } from './card';
import type { Panel } from './panel';
import type { Parts } from './shadow';
import type { Picture } from './picture';
import type { Size } from './placing';
import type { Rings } from './rings';
import type { Mark, Ref } from './types/index.js';

/** What the inspection needs from its widget. */
export interface Inspected {
  picture(): Picture | undefined;
  size(): Size;
  /** What a dossier depends on besides its row. */
  filters(): string;
  /** The reader selected a row, or let go. */
  selected(ref: Ref | null): void;
  tell(event: 'footprint-hover' | 'footprint-select', mark: Mark | undefined): void;
}

/** What shows it. */
export interface Shown {
  card: Card;
  panel: Panel;
  rings: Rings;
}

const nothing: Interaction = { hovered: null, focused: null, selected: null };

export class Inspection {
  readonly #widget: Inspected;
  readonly #parts: Parts;
  readonly #shown: Shown;
  #now = nothing;
  /** The mark whose card was sent away; it comes again when the mark is come to again. */
  #dismissed: string | null = null;
  #carded: string | undefined;
  #paneled: string | undefined;

  constructor(widget: Inspected, parts: Parts, shown: Shown) {
    this.#widget = widget;
    this.#parts = parts;
    this.#shown = shown;
  }

  get keeps(): boolean {
    return this.#now.selected !== null;
  }

  /** The mark under the pointer, else the one in focus. */
  get #looked(): string | null {
    return this.#now.hovered ?? this.#now.focused;
  }

  input(input: Input): void {
    const picture = this.#widget.picture();
    if (!picture) return;
    if (input.type === 'pointer' && input.mark >= 0) this.#dismissed = null; // it came anew
    const pressed = input.type === 'press' ? (picture.marks[input.mark]?.id ?? null) : null;
    this.#become(picture, picture.interact(this.#now, input), pressed);
  }

  /** A key; whether it meant anything. */
  key(key: string): boolean {
    const picture = this.#widget.picture();
    if (!picture) return false;
    if (key === 'Escape' && !this.keeps) return this.dismiss();
    const before = this.#now;
    this.#become(picture, picture.interact(before, { type: 'key', key }), before.focused);
    return !same(before, this.#now);
  }

  focus(id: string): boolean {
    const picture = this.#widget.picture();
    if (!picture?.mark(id)) return false;
    this.#become(picture, { ...this.#now, focused: id });
    return true;
  }

  /** Sets the selection without an event, before or between pictures. */
  assumeSelected(ref: Ref | null): void {
    this.#now = { ...this.#now, selected: ref };
  }

  /** The picture was drawn anew: marks have moved, and some may be gone. */
  refresh(): void {
    const picture = this.#widget.picture();
    if (!picture) return;
    const known = (id: string | null) => (picture.mark(id) ? id : null);
    this.#carded = undefined;
    this.#become(picture, {
      ...this.#now, hovered: known(this.#now.hovered), focused: known(this.#now.focused),
    });
    this.#ring(picture);
  }

  /** Nothing can be looked at while there is no picture; the selection stays. */
  suspend(): void {
    this.#now = { ...nothing, selected: this.#now.selected };
    this.#carded = this.#paneled = undefined;
    this.#shown.card.hide();
  }

  /** Sends the card away; whether there was one. */
  dismiss(): boolean {
    if (!this.#shown.card.shown) return false;
    this.#dismissed = this.#looked;
    this.#carded = undefined;
    this.#shown.card.hide();
    return true;
  }

  /** `chosen` is the mark by which a row was selected, of all that answer to it. */
  #become(picture: Picture, next: Interaction, chosen: string | null = null): void {
    const before = this.#now;
    const looked = this.#looked;
    this.#now = next;
    const isSelected = next.selected !== before.selected;
    if (this.#looked !== looked) this.#dismissed = null;
    // The card gives way to the panel, and does not come back as soon as that is closed.
    if (isSelected) this.#dismissed = this.#looked;
    if (isSelected) this.#widget.selected(next.selected);

    this.#shown.card.ring(picture.mark(this.#looked)?.box);
    if (isSelected) this.#ring(picture);
    this.#showPanel(picture);
    this.#showCard(picture);
    if (next.focused !== null && next.focused !== before.focused) {
      this.#parts.spoken.textContent = picture.evidence(next.focused).text;
    } else if (isSelected && next.selected !== null) {
      this.#parts.spoken.textContent = this.#parts.say('element-selected', { title: this.#shown.panel.title });
    }

    if (this.#looked !== looked) {
      this.#widget.tell('footprint-hover', picture.mark(this.#looked));
    }
    if (isSelected) {
      const answering = next.selected === null ? [] : picture.answering(next.selected);
      const mark = answering.find(({ id }) => id === chosen) ?? answering[0];
      this.#widget.tell('footprint-select', mark);
    }
  }

  #ring(picture: Picture): void {
    const { selected } = this.#now;
    const marks = selected === null ? [] : picture.answering(selected);
    this.#shown.rings.show(marks.map(({ box }) => box), this.#widget.size());
  }

  #showPanel(picture: Picture): void {
    const { selected } = this.#now;
    const paneled = JSON.stringify([selected, this.#widget.filters()]);
    if (paneled === this.#paneled) return;
    this.#paneled = paneled;
    this.#shown.panel.show(selected, selected === null ? undefined : picture.dossier(selected));
  }

  #showCard(picture: Picture): void {
    const mark = picture.mark(this.#looked === this.#dismissed ? null : this.#looked);
    if (!mark) {
      this.#carded = undefined;
      this.#shown.card.hide();
      return;
    }
    if (mark.id === this.#carded) return;
    this.#carded = mark.id;
    const others = picture.marks.filter((other) => other !== mark).map((other) => other.box);
    this.#shown.card.show(picture.evidence(mark.id), mark.box, others, this.#widget.size());
  }
}

function same(one: Interaction, other: Interaction): boolean {
  return one.hovered === other.hovered
    && one.focused === other.focused
    && one.selected === other.selected;
}
