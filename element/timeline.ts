/**
 * Handles over the strip of time that a picture draws: sliders for keys and for who cannot see
 * it, and a pointer that drags them, brushes a new stretch, or plays a moment through its stops.
 */
import type { OptionTexts, Timeline } from '#core';
import { type Place, placeOf } from './pointing';
import { setAttribute } from './set-attribute';
import type { Parts } from './shadow';
import type { WidgetStyles } from './stylesheet';

export interface TimelineActions {
  change(options: OptionTexts): void;
  /** Whether a mark lies under the pointer: a press is meant for it. */
  isMark(place: Place): boolean;
  /** Whether it plays. */
  played(plays: boolean): void;
}

/** A handle is pressed within this of its middle, in CSS pixels. */
const reach = 14;
/** A pointer that moved less has pressed, not dragged. */
const still = 4;
/** How long a stop stands while it plays, in milliseconds. */
const dwell = 1100;
/** Stops to a page, of all there are. */
const pages = 10;

type Handle = 'first' | 'last';

export class TimelineHandles {
  readonly #parts: Parts;
  readonly #styles: WidgetStyles;
  readonly #actions: TimelineActions;
  readonly #handles: Record<Handle, HTMLElement>;
  #timeline: Timeline | null = null;
  #drag: {
    pointer: number; handle: Handle; anchor: number; from: number; moved: boolean;
    /** A finger beside the handles scrolls the page; all it can do here is press. */
    stays: boolean;
  } | undefined;
  /** Of the last two presses, whether the strip was under them: the first one may move it away. */
  #presses: readonly [boolean, boolean] = [false, false];
  #playing: ReturnType<typeof setTimeout> | undefined;
  /** The stop that playing has asked for; another one means that somebody else moved it. */
  #expected = -1;

  constructor(parts: Parts, styles: WidgetStyles, actions: TimelineActions, signal: AbortSignal) {
    this.#parts = parts;
    this.#styles = styles;
    this.#actions = actions;
    this.#handles = { first: this.#makeHandle('first', signal), last: this.#makeHandle('last', signal) };
    parts.stage.append(this.#handles.first, this.#handles.last);

    const { canvas, stage } = parts;
    const on = <Type extends keyof HTMLElementEventMap>(
      type: Type, work: (event: HTMLElementEventMap[Type]) => void,
    ) => stage.addEventListener(type, work, { signal });
    on('pointerdown', (event) => this.#start(event));
    on('pointermove', (event) => this.#move(event));
    on('pointerup', (event) => this.#end(event));
    on('pointercancel', () => (this.#drag = undefined));
    on('dblclick', () => {
      if (this.#presses.includes(true)) this.reset();
    });
    canvas.ownerDocument.addEventListener('visibilitychange', () => {
      if (canvas.ownerDocument.hidden) this.pause();
    }, { signal });
    signal.addEventListener('abort', () => this.pause());
  }

  get dragging(): boolean {
    return this.#drag?.moved ?? false;
  }

  /** Whether a moment can be played. */
  get playable(): boolean {
    return this.#timeline?.kind === 'moment' && this.#timeline.stops.length > 1;
  }

  /** Whether less is chosen than there is. */
  get narrowed(): boolean {
    const timeline = this.#timeline;
    if (!timeline) return false;
    return timeline.last < timeline.stops.length - 1 || (timeline.kind === 'stretch' && timeline.first > 0);
  }

  /** Whether a place is in the strip. */
  holds(place: Place | undefined): boolean {
    const bounds = this.#timeline?.bounds;
    if (!bounds || !place) return false;
    const { x, y } = place;
    return x >= bounds.x && x <= bounds.x + bounds.width && y >= bounds.y && y <= bounds.y + bounds.height;
  }

  /** The picture was drawn: handles stand where it drew them. */
  show(timeline: Timeline | null): void {
    this.#timeline = timeline;
    if (this.#playing !== undefined && timeline?.first !== this.#expected) this.pause();
    this.#place('first', timeline !== null);
    this.#place('last', timeline?.kind === 'stretch');
  }

  reset(): void {
    if (!this.#timeline) return;
    this.pause();
    this.#actions.change(this.#timeline.kind === 'moment' ? { at: null } : { from: null, to: null });
  }

  toggle(): void {
    if (this.#playing !== undefined) this.pause();
    else this.#play();
  }

  pause(): void {
    if (this.#playing === undefined) return;
    clearTimeout(this.#playing);
    this.#playing = undefined;
    this.#actions.played(false);
  }

  /** From the stop it stands at, or from the first where it stands at the end. */
  #play(): void {
    if (!this.playable) return;
    const { first, stops } = this.#timeline!;
    this.#actions.played(true);
    const isBefore = side(this.#timeline!, 'first').before;
    this.#step(isBefore || first === stops.length - 1 ? 0 : first + 1);
  }

  #step(stop: number): void {
    const { stops } = this.#timeline!;
    this.#expected = stop;
    // Before the change, which may draw at once.
    this.#playing = setTimeout(() => {
      const seen = this.#parts.canvas.getClientRects().length > 0;
      const next = this.#expected + 1;
      if (!seen || !this.playable || next >= this.#timeline!.stops.length) this.pause();
      else this.#step(next);
    }, dwell);
    this.#choose('first', stop);
    if (stop === stops.length - 1) this.pause();
  }

  #makeHandle(handle: Handle, signal: AbortSignal): HTMLElement {
    const made = this.#parts.stage.ownerDocument.createElement('div');
    made.className = `handle handle-${handle}`;
    made.tabIndex = 0;
    made.hidden = true;
    made.setAttribute('part', 'handle');
    made.setAttribute('role', 'slider');
    made.setAttribute('aria-orientation', 'horizontal');
    made.addEventListener('keydown', (event) => this.#key(event, handle), { signal });
    return made;
  }

  #place(handle: Handle, shown: boolean): void {
    const made = this.#handles[handle];
    made.hidden = !shown;
    const timeline = this.#timeline;
    if (!shown || !timeline) return;
    const { kind, stops, bounds, label } = timeline;
    const index = timeline[handle];
    if (!stops[index]) return;
    const [least, most] = limits(timeline, handle);
    const name = handle === 'last' ? this.#parts.say('element-end') : this.#parts.say('element-start');
    const values = {
      'aria-label': kind === 'moment' ? label : `${label}, ${name}`,
      'aria-valuemin': String(least),
      'aria-valuemax': String(most),
      'aria-valuenow': String(index),
      'aria-valuetext': timeline[`${handle}Label`],
    };
    for (const [attribute, value] of Object.entries(values)) setAttribute(made, attribute, value);
    this.#styles.place(`.handle-${handle}`, {
      left: `${timeline[`${handle}X`] - 12}px`, top: `${bounds.y}px`, height: `${Math.max(24, bounds.height)}px`,
    });
  }

  #key(event: KeyboardEvent, handle: Handle): void {
    const timeline = this.#timeline;
    if (!timeline || event.ctrlKey || event.altKey || event.metaKey) return;
    const page = Math.max(1, Math.round(timeline.stops.length / pages));
    const at = timeline[handle];
    const [least, most] = limits(timeline, handle);
    const { before, after } = side(timeline, handle);
    const [next, previous] = [before ? at : at + 1, after ? at : at - 1];
    const wishes: Record<string, number> = {
      ArrowRight: next, ArrowUp: next, ArrowLeft: previous, ArrowDown: previous,
      PageUp: at + page, PageDown: at - page, Home: least, End: most,
    };
    const wish = wishes[event.key];
    if (wish === undefined) return;
    event.preventDefault();
    this.pause();
    this.#choose(handle, wish);
  }

  #start(event: PointerEvent): void {
    const timeline = this.#timeline;
    const place = placeOf(event, this.#parts);
    const isHeld = this.holds(place);
    this.#presses = [this.#presses[1], isHeld];
    if (!timeline || event.button !== 0 || !place || !isHeld) return;
    const near = nearestStop(timeline, place.x);
    const distance = (handle: Handle) => Math.abs(timeline[`${handle}X`] - place.x);
    const handle = timeline.kind === 'stretch' && distance('last') < distance('first') ? 'last' : 'first';
    const anchor = timeline.kind === 'stretch' && distance(handle) > reach ? near : -1;
    const stays = event.pointerType === 'touch' && event.target === this.#parts.canvas;
    this.#drag = { pointer: event.pointerId, handle, anchor, from: place.x, moved: false, stays };
  }

  #move(event: PointerEvent): void {
    const drag = this.#drag;
    const timeline = this.#timeline;
    if (!drag || !timeline || drag.pointer !== event.pointerId) return;
    const place = placeOf(event, this.#parts);
    if (!place) return;
    if (!drag.moved) {
      if (Math.abs(place.x - drag.from) < still) return;
      if (drag.stays) return void (this.#drag = undefined);
      drag.moved = true;
      this.pause();
      this.#parts.canvas.setPointerCapture(event.pointerId);
    }
    const stop = nearestStop(timeline, place.x);
    if (drag.anchor < 0) this.#choose(drag.handle, stop);
    else this.#stretch(Math.min(drag.anchor, stop), Math.max(drag.anchor, stop));
  }

  #end(event: PointerEvent): void {
    const drag = this.#drag;
    const timeline = this.#timeline;
    if (!drag || drag.pointer !== event.pointerId) return;
    // What was dragged is still to be clicked: the listeners of clicks ask.
    if (drag.moved) {
      setTimeout(() => (this.#drag = undefined));
      return;
    }
    this.#drag = undefined;
    const place = placeOf(event, this.#parts);
    if (!timeline || !place || this.#actions.isMark(place)) return;
    this.pause();
    this.#choose(drag.handle, nearestStop(timeline, place.x));
  }

  #choose(handle: Handle, wish: number): void {
    const timeline = this.#timeline;
    if (!timeline) return;
    const [least, most] = limits(timeline, handle);
    const index = Math.max(least, Math.min(wish, most));
    if (timeline.kind === 'moment') {
      if (index !== timeline.first || !stands(timeline, 'first')) this.#actions.change({ at: timeline.stops[index]!.day });
    } else if (handle === 'first') {
      this.#stretch(index, timeline.last);
    } else {
      this.#stretch(timeline.first, index);
    }
  }

  /** The ends of the strip are no limits. */
  #stretch(first: number, last: number): void {
    const timeline = this.#timeline;
    if (!timeline || first >= last) return;
    const isSame = first === timeline.first && last === timeline.last;
    if (isSame && stands(timeline, 'first') && stands(timeline, 'last')) return;
    this.#actions.change({
      from: first === 0 ? null : timeline.stops[first]!.day,
      to: last === timeline.stops.length - 1 ? null : timeline.stops[last]!.end,
    });
  }
}

/** Whether a handle stands at its stop, or before or after it: options name any day. */
function side(timeline: Timeline, handle: Handle): { before: boolean; after: boolean } {
  const from = timeline[`${handle}X`] - (timeline.stops[timeline[handle]]?.x ?? 0);
  return { before: from < -0.01, after: from > 0.01 };
}

function stands(timeline: Timeline, handle: Handle): boolean {
  const { before, after } = side(timeline, handle);
  return !before && !after;
}

/** The stops between which a handle can be moved. */
function limits({ kind, stops, first, last }: Timeline, handle: Handle): [number, number] {
  if (kind === 'moment') return [0, stops.length - 1];
  return handle === 'first' ? [0, last - 1] : [first + 1, stops.length - 1];
}

function nearestStop({ stops }: Timeline, x: number): number {
  let nearest = 0;
  stops.forEach((stop, index) => {
    if (Math.abs(stop.x - x) < Math.abs(stops[nearest]!.x - x)) nearest = index;
  });
  return nearest;
}
