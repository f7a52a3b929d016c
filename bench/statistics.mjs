/** Medians with their spread, and an order by chance that can be had again. */

/** The value below which that share (0 to 1) of the samples lies, between samples by line. */
export function quantile(samples, share) {
  if (samples.length === 0) return null;
  const sorted = [...samples].sort((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
}

/** Median and quartiles; samples that are not numbers are left out of the count `n`. */
export function summary(samples) {
  const numbers = samples.filter((sample) => Number.isFinite(sample));
  return {
    median: quantile(numbers, 0.5),
    q1: quantile(numbers, 0.25),
    q3: quantile(numbers, 0.75),
    n: numbers.length,
    samples: numbers.map((sample) => Number(sample.toPrecision(6))),
  };
}

/** Numbers from 0 to 1 that look like chance and are the same for the same seed (mulberry32). */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function shuffled(items, random) {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}
