/** Where a pointer is in the picture: over the canvas, or over a handle that lies on it. */
import type { Parts } from './shadow';

export interface Place { x: number; y: number }

/**
 * By how much `zoom` enlarges a part where the browser does not tell: its boxes are then as they would
 * be without it, and so is everything that is counted from them. 1 where the browser does.
 */
export function untoldZoom(part: Element): number {
  if (part.currentCSSZoom !== undefined) return 1;
  let zoom = 1;
  for (let at: Element | null = part; at; at = above(at)) zoom *= parseFloat(getComputedStyle(at).getPropertyValue('zoom')) || 1;
  return zoom;
}

function above(part: Element): Element | null {
  if (part.assignedSlot) return part.assignedSlot;
  const parent = part.parentNode;
  return parent instanceof ShadowRoot ? parent.host : part.parentElement;
}

/**
 * In CSS pixels from the canvas's top left; none over what else is laid over the picture. Browsers
 * tell it by `offsetX` under every transform, but not under `zoom`, of the page or of the widget.
 */
export function placeOf(event: MouseEvent, { canvas }: Parts): Place | undefined {
  const target = event.target as HTMLElement;
  const isCanvas = target === canvas;
  if (!isCanvas && !target.classList?.contains('handle')) return undefined;
  const untold = untoldZoom(canvas);
  const [x, y] = [event.offsetX / untold, event.offsetY / untold];
  if ((canvas.currentCSSZoom ?? 1) === 1) {
    return isCanvas ? { x, y } : { x: target.offsetLeft + x, y: target.offsetTop + y };
  }
  const box = canvas.getBoundingClientRect();
  return {
    x: (event.clientX - box.x) * (canvas.offsetWidth / box.width),
    y: (event.clientY - box.y) * (canvas.offsetHeight / box.height),
  };
}
