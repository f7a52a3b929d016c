/** Watches how large the picture is: in CSS pixels for layout, in device pixels for its bitmap. */
export interface SizeReport {
  /** The width the widget has, with fractions. */
  width?: number;
  /** The whole device pixels that the canvas covers: drawn into these, nothing is blurred. */
  bitmap?: { width: number; height: number };
}

/** The width of a part of the widget before it was watched; 0 where it has none. */
export function widthOf(part: Element): number {
  return parseFloat(getComputedStyle(part).width) || 0;
}

export function watchSize(
  gauge: Element, canvas: HTMLCanvasElement, report: (size: SizeReport) => void,
): () => void {
  const view = gauge.ownerDocument.defaultView as Window & typeof globalThis;
  const observer = new view.ResizeObserver((entries) => {
    const size: SizeReport = {};
    for (const entry of entries) {
      if (entry.target === gauge) size.width = entry.contentRect.width;
      const device = entry.target === canvas && entry.devicePixelContentBoxSize?.[0];
      if (device) size.bitmap = { width: device.inlineSize, height: device.blockSize };
    }
    report(size);
  });
  observer.observe(gauge);
  try {
    observer.observe(canvas, { box: 'device-pixel-content-box' });
  } catch {
    // Without that box the rounded product of size and pixel ratio has to do.
  }
  return () => observer.disconnect();
}

/** Hears when the pixel ratio changes: zoom, or a window dragged to another screen. */
export function watchPixelRatio(view: Window, changed: () => void): () => void {
  let query: MediaQueryList;
  const listen = () => {
    query = view.matchMedia(`(resolution: ${view.devicePixelRatio}dppx)`);
    query.addEventListener('change', heard);
  };
  const heard = () => {
    query.removeEventListener('change', heard);
    listen(); // the query was for the ratio that is gone
    changed();
  };
  listen();
  return () => query.removeEventListener('change', heard);
}
