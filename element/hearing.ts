/** Pointer, keys and focus, as inputs of the inspection. Gives back what stops listening. */
import type { Card } from './card';
import type { Inspection } from './inspection';
import type { Picture } from './picture';
import { pointOn } from './pointing';
import type { Parts } from './shadow';
import type { TimelineHandles } from './timeline';

/** How long the way from a mark to its card may take before the card goes. */
const grace = 250;

const ownKeys = new Set([
  'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Enter', ' ',
]);

export interface Heard {
  parts: Parts;
  card: Card;
  inspection: Inspection;
  timeline: TimelineHandles;
  picture(): Picture | undefined;
  guard(work: () => void): void;
}

export function hear(heard: Heard): () => void {
  const { parts: { chart, canvas, panel, root }, card, inspection, timeline, picture, guard } = heard;
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
    const { x, y } = pointOn(canvas, event);
    return picture()?.markAt(x, y) ?? -1;
  };

  on(canvas, 'pointermove', (event) => {
    if (event.pointerType !== 'touch' && !timeline.dragging) look(markUnder(event));
  });
  on(canvas, 'pointerleave', () => look(-1));
  on(card.element, 'pointerenter', stay);
  on(card.element, 'pointerleave', () => {
    over = -2; // whatever comes next is news
    look(-1);
  });
  on(canvas, 'click', (event) => {
    if (timeline.dragging) return;
    const mark = markUnder(event);
    // A press in the strip of time moves a handle; it lets nothing go.
    if (mark >= 0 || !timeline.holds(event)) inspection.input({ type: 'press', mark });
  });

  // Keys: Tab is never ours, and neither is anything with a modifier.
  on(chart, 'keydown', (event) => {
    if (event.key === 'Tab' || event.ctrlKey || event.altKey || event.metaKey) return;
    const meant = inspection.key(event.key);
    if (meant || ownKeys.has(event.key)) event.preventDefault();
    if (meant && event.key === 'Escape') event.stopPropagation();
  });
  on(panel, 'keydown', (event) => {
    if (event.key !== 'Escape' || !inspection.key('Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    chart.focus({ preventScroll: true });
  });
  const document = root.ownerDocument;
  document.addEventListener('keydown', (event) => {
    // A card under the pointer can be sent away wherever the focus is; what is selected stays.
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    guard(() => inspection.dismiss());
  }, { signal: stop.signal });

  on(chart, 'focus', () => {
    // A click brings its own mark; only focus that came by keys starts at one.
    if (chart.matches(':focus-visible')) inspection.input({ type: 'focus' });
  });
  on(chart, 'blur', () => inspection.input({ type: 'blur' }));

  return () => {
    stay();
    stop.abort();
  };
}
