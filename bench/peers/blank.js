/** Nothing: what a page, its frames and the measuring itself cost. */
export function series() {
  dispatchEvent(new Event('blank-page'));
  return null;
}

export function bars() {}

export function redraw() {}

export function points() {
  const steps = [1, 2, 3, 4, 5, 6, 7];
  return steps.map((step) => ({ x: 100 * step, y: 200 + 20 * (step % 2) }));
}

export function tells() {
  return null;
}

export function destroy() {}
