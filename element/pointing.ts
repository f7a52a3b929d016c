/**
 * Where on an element a pointer is, in the element's own CSS pixels. Browsers tell that by
 * `offsetX` under every transform, but not under `zoom`, of the page or of the widget.
 */
export function pointOn(element: HTMLElement, event: MouseEvent): { x: number; y: number } {
  const { offsetX: x, offsetY: y } = event;
  if ((element.currentCSSZoom ?? 1) === 1) return { x, y };
  const box = element.getBoundingClientRect();
  return {
    x: (event.clientX - box.x) * (element.offsetWidth / box.width),
    y: (event.clientY - box.y) * (element.offsetHeight / box.height),
  };
}
