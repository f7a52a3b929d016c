/** Pointer, keys and focus, as inputs of the inspection. Gives back what stops listening. */
import type { Inspection } from './inspection';
import type { Picture } from './picture';
import type { Parts } from './shadow';

/** How long the way from a mark to its card may take before the card goes. */
const grace = 250;

const ownKeys = new Set([
  'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Enter', ' ',
]);

export function hear(
  host: Element, parts: Parts, inspection: Inspection, picture: () => Picture | undefined,
  guard: (work: () => void) => void,
): () => void {
  const { chart, canvas, card, cardClose, root } = parts;
  const document = host.ownerDocument;
  const stop = new AbortController();
  const on = <Type extends keyof HTMLElementEventMap>(
    target: HTMLElement, type: Type, work: (event: HTMLElementEventMap[Type]) => void,
  ) => {
    target.addEventListener(type, (event) => guard(() => work(event)), { signal: stop.signal });
  };
  const onDocument = <Type extends keyof DocumentEventMap>(
    type: Type, work: (event: DocumentEventMap[Type]) => void,
  ) => {
    document.addEventListener(type, (event) => guard(() => work(event)), { signal: stop.signal });
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
  const markUnder = (event: MouseEvent) => picture()?.markAt(event.offsetX, event.offsetY) ?? -1;

  on(canvas, 'pointermove', (event) => {
    if (event.pointerType !== 'touch') look(markUnder(event));
  });
  on(canvas, 'pointerleave', () => look(-1));
  on(card, 'pointerenter', stay);
  on(card, 'pointerleave', () => {
    over = -2; // whatever comes next is news
    look(-1);
  });
  on(canvas, 'click', (event) => {
    inspection.input({ type: 'press', mark: markUnder(event) });
  });
  onDocument('click', (event) => {
    if (event.composedPath().includes(host)) return;
    if (inspection.keptByReader) inspection.input({ type: 'select', ref: null });
  });
  on(cardClose, 'click', () => {
    inspection.input({ type: 'select', ref: null });
    chart.focus({ preventScroll: true });
  });

  // Keys: Tab is never ours, and neither is anything with a modifier.
  on(chart, 'keydown', (event) => {
    if (event.key === 'Tab' || event.ctrlKey || event.altKey || event.metaKey) return;
    const meant = inspection.key(event.key);
    if (meant || ownKeys.has(event.key)) event.preventDefault();
    if (meant && event.key === 'Escape') event.stopPropagation();
  });
  on(card, 'keydown', (event) => {
    if (event.key !== 'Escape' || !inspection.key('Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    chart.focus({ preventScroll: true });
  });
  onDocument('keydown', (event) => {
    // A card under the pointer can be sent away wherever the focus is.
    // What the host selected is the host's to let go.
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (!inspection.keeps || inspection.keptByReader) inspection.key('Escape');
  });

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
