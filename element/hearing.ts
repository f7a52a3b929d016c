/** Pointer, keys and focus, as inputs of the inspection. Gives back what stops listening. */
import type { Card } from './card';
import type { Inspection } from './inspection';
import type { Picture } from './picture';
import { placeOf } from './pointing';
import type { Parts } from './shadow';
import type { TimelineHandles } from './timeline';

/** How long the way from a mark to its card may take before the card goes. */
const grace = 250;

/** Keys that go from mark to mark: the page does not scroll by them, at the last mark either. */
const goingKeys = new Set([
  'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown', '[', ']',
]);
/** Keys that are typed with others held down on many keyboards. */
const typedKeys = new Set(['[', ']', '?']);

export interface Heard {
  parts: Parts;
  card: Card;
  inspection: Inspection;
  timeline: TimelineHandles;
  picture(): Picture | undefined;
  /** The list of keys is asked for. */
  help(): void;
  /** What was said is over: it is said again when it comes again. */
  hush(): void;
  guard(work: () => void): void;
}

export function hear(heard: Heard): () => void {
  const { parts, card, inspection, timeline, picture, guard } = heard;
  const { chart, stage, panel, root } = parts;
  const stop = new AbortController();
  const on = <Type extends keyof HTMLElementEventMap>(
    target: HTMLElement, type: Type, work: (event: HTMLElementEventMap[Type]) => void,
  ) => {
    target.addEventListener(type, (event) => guard(() => work(event)), { signal: stop.signal });
  };

  // Pointer: a mark at once, away from one only after the grace, or the card could not be reached.
  let over = -1;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const stay = () => clearTimeout(leaving);
  const look = (mark: number) => {
    if (mark === over) {
      if (mark >= 0) stay();
      return;
    }
    over = mark;
    root.toggleAttribute('data-over', mark >= 0);
    stay();
    const tell = () => guard(() => inspection.input({ type: 'pointer', mark }));
    if (mark >= 0) tell();
    else leaving = setTimeout(tell, grace);
  };
  const markUnder = (event: MouseEvent) => {
    const place = placeOf(event, parts);
    return (place && picture()?.markAt(place.x, place.y)) ?? -1;
  };

  // On the card the pointer stays with the mark that it is about.
  on(stage, 'pointermove', (event) => {
    const isFree = event.pointerType !== 'touch' && !timeline.dragging;
    if (isFree && !card.element.contains(event.target as Node)) look(markUnder(event));
  });
  on(stage, 'pointerleave', () => {
    if (over !== -1) look(-1);
  });
  on(card.element, 'pointerenter', ({ pointerType }) => {
    if (pointerType !== 'touch') stay();
  });
  on(card.element, 'pointerleave', ({ pointerType }) => {
    if (pointerType === 'touch') return;
    over = -2; // whatever comes next is news
    look(-1);
  });

  // A finger that scrolls is no press: the browser sends no click then.
  let pointer = '';
  on(stage, 'pointerdown', ({ pointerType }) => (pointer = pointerType));
  on(stage, 'click', (event) => {
    const place = placeOf(event, parts);
    if (!place || timeline.dragging) return;
    const mark = markUnder(event);
    // A press in the strip of time moves a handle; it lets nothing go.
    if (mark < 0 && timeline.holds(place)) return;
    const type = ((event as PointerEvent).pointerType || pointer) === 'touch' ? 'tap' : 'press';
    inspection.input({ type, mark });
  });

  // Keys: Tab is never ours, and neither is what has a modifier.
  let isStepping = false;
  const step = () => {
    isStepping = true;
    root.ownerDocument.defaultView?.requestAnimationFrame(() => (isStepping = false));
  };
  on(chart, 'keydown', (event) => {
    const { key, repeat } = event;
    const isModified = typedKeys.has(key) ? event.ctrlKey && !event.altKey : event.ctrlKey || event.altKey;
    if (key === 'Tab' || isModified || event.metaKey || event.isComposing) return;
    if (key === '?') {
      event.preventDefault();
      if (!repeat) heard.help();
      return;
    }
    const goes = goingKeys.has(key);
    const isOurs = goes || key === 'Enter' || key === ' ';
    if (isOurs) event.preventDefault();
    // A held key makes one step in a frame, and chooses once.
    if (repeat && (!goes || isStepping)) return;
    if (goes) step();
    const meant = inspection.key(key, repeat);
    if (meant && key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
    }
  });
  for (const part of [panel, card.element]) {
    on(part, 'keydown', (event) => {
      if (event.key !== 'Escape') return;
      // Before the card goes: with the focus in it, the mark would be left.
      if (part === card.element) chart.focus({ preventScroll: true });
      if (!inspection.key('Escape')) return;
      event.preventDefault();
      event.stopPropagation();
      if (!inspection.keeps) chart.focus({ preventScroll: true });
    });
  }
  const document = root.ownerDocument;
  document.addEventListener('keydown', (event) => {
    // A card under the pointer can be sent away wherever the focus is; what is selected stays.
    if (event.key !== 'Escape' || event.defaultPrevented || !card.shown) return;
    guard(() => inspection.input({ type: 'dismiss' }));
  }, { signal: stop.signal });
  document.addEventListener('pointerup', (event) => {
    // A tap elsewhere on the page, where no finger scrolled, sends the card away.
    if (event.pointerType !== 'touch' || !inspection.isPointed || event.composedPath().includes(stage)) return;
    guard(() => inspection.input({ type: 'pointer', mark: -1 }));
  }, { signal: stop.signal });

  on(chart, 'focus', () => {
    // A click brings its own mark; only focus that came by keys starts at one.
    if (chart.matches(':focus-visible')) inspection.input({ type: 'focus' });
  });
  // A card that is longer than the picture is scrolled by keys: from the chart into it, and on.
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget === card.element || relatedTarget === chart) return;
    heard.hush();
    inspection.input({ type: 'blur' });
  };
  on(chart, 'blur', leave);
  on(card.element, 'blur', leave);

  return () => {
    stay();
    stop.abort();
  };
}
