/** Where a pointer is in the picture: over the canvas, or over a handle that lies on it. */
import type { Parts } from './shadow';

export interface Place { x: number; y: number }

/**
 * In CSS pixels from the canvas's top left; none over what else is laid over the picture. Browsers
 * tell it by `offsetX` under every transform, but not under `zoom`, of the page or of the widget.
 */
export function placeOf(event: MouseEvent, { canvas }: Parts): Place | undefined {
  const target = event.target as HTMLElement;
  const isCanvas = target === canvas;
  if (!isCanvas && !target.classList?.contains('handle')) return undefined;
  const { offsetX: x, offsetY: y } = event;
  if ((canvas.currentCSSZoom ?? 1) === 1) {
    return isCanvas ? { x, y } : { x: target.offsetLeft + x, y: target.offsetTop + y };
  }
  const box = canvas.getBoundingClientRect();
  return {
    x: (event.clientX - box.x) * (canvas.offsetWidth / box.width),
    y: (event.clientY - box.y) * (canvas.offsetHeight / box.height),
  };
}
