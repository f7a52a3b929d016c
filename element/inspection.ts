/**
 * Which mark is looked at and which row is selected, and everything that follows: rings, card,
 * spoken text, events. The core decides what an input means; this shows what came of it.
 */
import type { Input, Interaction } from '#core';
import type { Card } from './card';
import type { Parts } from './shadow';
import type { Picture } from './picture';
import type { Size } from './placing';
import type { Mark, Ref } from './types/index.js';

/** What the inspection needs from its widget. */
export interface Inspected {
  picture(): Picture | undefined;
  size(): Size;
  tell(event: 'footprint-hover' | 'footprint-select', mark: Mark | undefined): void;
}

const nothing: Interaction = { hovered: null, focused: null, selected: null };

export class Inspection {
  readonly #widget: Inspected;
  readonly #parts: Parts;
  readonly #card: Card;
  #now = nothing;
  /** The mark whose card is kept; of several that draw the selected row, the one chosen. */
  #kept: string | null = null;
  /** The mark whose card was sent away; it comes again when the mark is come to again. */
  #dismissed: string | null = null;
  #carded: string | undefined;
  /** The selection was made here by pointer or key, not by the host. */
  #byReader = false;

  constructor(widget: Inspected, parts: Parts, card: Card) {
    this.#widget = widget;
    this.#parts = parts;
    this.#card = card;
  }

  get selected(): Ref | null {
    return this.#now.selected;
  }

  get keeps(): boolean {
    return this.#now.selected !== null;
  }

  get keptByReader(): boolean {
    return this.keeps && this.#byReader;
  }

  /** The mark under the pointer, else the one in focus. */
  get #looked(): string | null {
    return this.#now.hovered ?? this.#now.focused;
  }

  input(input: Input): void {
    const picture = this.#widget.picture();
    if (!picture) return;
    const byReader = input.type !== 'select';
    if (input.type === 'pointer' && input.mark >= 0) this.#dismissed = null; // it came anew
    this.#become(picture, picture.interact(this.#now, input), pressedMark(picture, input), byReader);
  }

  /** A key; whether it meant anything. */
  key(key: string): boolean {
    const picture = this.#widget.picture();
    if (!picture) return false;
    if (key === 'Escape' && !this.keeps) return this.#dismiss();
    const before = this.#now;
    this.#become(picture, picture.interact(before, { type: 'key', key }), before.focused, true);
    return !same(before, this.#now);
  }

  focus(id: string): boolean {
    const picture = this.#widget.picture();
    if (!picture?.mark(id)) return false;
    this.#become(picture, { ...this.#now, focused: id }, null);
    return true;
  }

  /** Sets the selection without an event, before or between pictures. */
  assumeSelected(ref: Ref | null): void {
    if (ref === this.#now.selected) return;
    this.#now = { ...this.#now, selected: ref };
    this.#kept = null;
  }

  /** The picture was drawn anew: marks have moved, and some may be gone. */
  refresh(): void {
    const picture = this.#widget.picture();
    if (!picture) return;
    const known = (id: string | null) => (picture.mark(id) ? id : null);
    this.#carded = undefined;
    this.#become(picture, {
      ...this.#now, hovered: known(this.#now.hovered), focused: known(this.#now.focused),
    }, this.#kept);
  }

  /** Nothing can be looked at while there is no picture; the selection stays. */
  suspend(): void {
    this.#now = { ...nothing, selected: this.#now.selected };
    this.#carded = undefined;
    this.#card.hide();
  }

  #dismiss(): boolean {
    if (!this.#card.shown) return false;
    this.#dismissed = this.#looked;
    this.#carded = undefined;
    this.#card.hide();
    return true;
  }

  #become(
    picture: Picture, next: Interaction, chosen: string | null, byReader = false,
  ): void {
    const before = this.#now;
    if (next.selected !== before.selected) this.#byReader = byReader;
    const looked = this.#looked;
    this.#now = next;
    if (next.selected !== before.selected || !picture.mark(this.#kept)) {
      this.#kept = next.selected === null ? null : markOf(picture, next.selected, chosen);
    }
    if (this.#looked !== looked) this.#dismissed = null;
    // What was kept and is let go does not linger as what is looked at.
    if (next.selected === null && before.selected !== null) this.#dismissed = this.#looked;

    this.#card.ring(picture.mark(this.#looked)?.box, picture.mark(this.#kept)?.box);
    this.#showCard(picture);
    if (next.focused !== null && next.focused !== before.focused) {
      this.#parts.spoken.textContent = picture.evidence(next.focused).text;
    }

    if (this.#looked !== looked) {
      this.#widget.tell('footprint-hover', picture.mark(this.#looked));
    }
    if (next.selected !== before.selected) {
      this.#widget.tell('footprint-select', picture.mark(this.#kept));
    }
  }

  #showCard(picture: Picture): void {
    const id = this.#kept ?? (this.#looked === this.#dismissed ? null : this.#looked);
    const mark = picture.mark(id);
    if (!mark) {
      this.#carded = undefined;
      this.#card.hide();
      return;
    }
    const carded = `${this.#kept !== null} ${mark.id}`;
    if (carded === this.#carded) return;
    this.#carded = carded;
    const others = picture.marks.filter((other) => other !== mark).map((other) => other.box);
    const kept = this.#kept !== null;
    this.#card.show(picture.evidence(mark.id), mark.box, others, this.#widget.size(), kept);
  }
}

function pressedMark(picture: Picture, input: Input): string | null {
  return input.type === 'press' ? (picture.marks[input.mark]?.id ?? null) : null;
}

/** The mark that stands for a row: the chosen one if it draws that row, else the first that does. */
function markOf(picture: Picture, ref: Ref, chosen: string | null): string | null {
  const mark = picture.mark(chosen);
  if (mark && draws(mark, ref)) return mark.id;
  return picture.marks.find((other) => draws(other, ref))?.id ?? mark?.id ?? null;
}

function draws(mark: Mark, ref: Ref): boolean {
  if (mark.facts.includes(ref)) return true;
  const [table, id] = [ref.slice(0, ref.indexOf(':')), ref.slice(ref.indexOf(':') + 1)];
  switch (table) {
    case 'model': return mark.model === id;
    case 'place': return mark.place === id;
    case 'source': return mark.sources.includes(id);
    case 'conflict': return mark.conflicts.includes(id);
    default: return false;
  }
}

function same(one: Interaction, other: Interaction): boolean {
  return one.hovered === other.hovered
    && one.focused === other.focused
    && one.selected === other.selected;
}
