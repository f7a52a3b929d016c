/**
 * Which mark is looked at and which row is selected, and everything that follows: rings, card,
 * panel, spoken text, events. The core decides what an input means; this shows what came of it.
 */
import type { Input, Interaction } from '#core';
import type { Card } from './card';
import type { Panel } from './panel';
import type { Picture } from './picture';
import type { Size } from './placing';
import type { Rings } from './rings';
import type { Parts } from './shadow';
import type { Mark, Ref } from './types/index.js';

/** What the inspection needs from its widget. */
export interface Inspected {
  picture(): Picture | undefined;
  size(): Size;
  /** What a dossier depends on besides its row. */
  filters(): string;
  /** The reader selected a row, or let go. */
  selected(ref: Ref | null): void;
  /** A mark as the page sees it: to be asked before anything is written. */
  outward(mark: Mark): Mark;
  tell(event: 'footprint-hover' | 'footprint-select', mark: Mark | undefined): void;
  /** Aloud; of a key that is held, only where it comes to rest. */
  say(text: string, isHeld: boolean): void;
}

/** What shows it. */
export interface Shown {
  card: Card;
  panel: Panel;
  rings: Rings;
}

const nothing: Interaction = {
  hovered: null, focused: null, resting: null, selected: null, dismissed: null,
};

export class Inspection {
  readonly #widget: Inspected;
  readonly #parts: Parts;
  readonly #shown: Shown;
  #now = nothing;
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

  /** Whether a mark is under the pointer, or was pressed by a finger. */
  get isPointed(): boolean {
    return this.#now.hovered !== null;
  }

  /** Whether a mark has the focus. */
  get isFocused(): boolean {
    return this.#now.focused !== null;
  }

  /** The mark under the pointer, else the one in focus. */
  get #looked(): string | null {
    return this.#now.hovered ?? this.#now.focused;
  }

  input(input: Input): void {
    const picture = this.#widget.picture();
    if (!picture) return;
    const isPress = input.type === 'press' || input.type === 'tap';
    const pressed = isPress ? (picture.marks[input.mark]?.id ?? null) : null;
    this.#become(picture, picture.interact(this.#now, input), pressed);
  }

  /** A key; whether it meant anything. */
  key(key: string, isHeld = false): boolean {
    const picture = this.#widget.picture();
    if (!picture) return false;
    const before = this.#now;
    this.#become(picture, picture.interact(before, { type: 'key', key }), before.focused, isHeld);
    return !same(before, this.#now);
  }

  focus(id: string): boolean {
    const mark = this.#widget.picture()?.indexOf(id) ?? -1;
    if (mark >= 0) this.input({ type: 'at', mark });
    return mark >= 0;
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

  /** `chosen` is the mark by which a row was selected, of all that answer to it. */
  #become(picture: Picture, next: Interaction, chosen: string | null = null, isHeld = false): void {
    const before = this.#now;
    const looked = this.#looked;
    this.#now = next;
    const isSelected = next.selected !== before.selected;
    const isNews = this.#looked !== looked;
    const seen = picture.mark(this.#looked);
    const outward = isNews && seen ? this.#widget.outward(seen) : undefined;
    if (isSelected) this.#widget.selected(next.selected);

    // What the card reads of the page, before anything is written.
    this.#showCard(picture);
    this.#shown.card.ring(seen?.box);
    if (isSelected) this.#ring(picture);
    this.#showPanel(picture);
    if (next.focused !== null && next.focused !== before.focused) {
      this.#widget.say(picture.evidence(next.focused).text, isHeld);
    } else if (isSelected) {
      const title = this.#shown.panel.title;
      this.#widget.say(next.selected === null ? this.#parts.say('element-released') : this.#parts.say('element-selected', { title }), false);
    }

    if (isNews) this.#widget.tell('footprint-hover', outward);
    if (isSelected) {
      const answering = next.selected === null ? [] : picture.answering(next.selected);
      const mark = answering.find(({ id }) => id === chosen) ?? answering[0];
      this.#widget.tell('footprint-select', mark && this.#widget.outward(mark));
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
    const mark = picture.mark(this.#looked === this.#now.dismissed ? null : this.#looked);
    if (!mark) {
      this.#carded = undefined;
      this.#shown.card.hide();
      return;
    }
    if (mark.id === this.#carded) return;
    this.#carded = mark.id;
    const others = () => picture.marks.filter((other) => other !== mark).map((other) => other.box);
    this.#shown.card.show(picture.evidence(mark.id), mark.box, others, this.#widget.size());
  }
}

function same(one: Interaction, other: Interaction): boolean {
  return one.hovered === other.hovered
    && one.focused === other.focused
    && one.selected === other.selected
    && one.dismissed === other.dismissed;
}
