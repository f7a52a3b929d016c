/** Whether what was measured is at the end as at the beginning, within what it wavers by. */
import { quantile } from '../statistics.mjs';

const megabyte = 1e6;
const page = 65_536;

/** What is compared, in units of `scale`: one at rest alone; those of reference are no figures of ours. */
export const values = [
  { id: 'script', title: 'JavaScript heap', unit: 'MB', scale: megabyte, digits: 2 },
  { id: 'held', title: 'Of it what scripts made', unit: 'MB', scale: megabyte, digits: 3, isAtRest: true },
  { id: 'dom', title: 'The browser\'s own heap of the page', unit: 'MB', scale: megabyte, digits: 2 },
  { id: 'buffers', title: 'Buffers', unit: 'MB', scale: megabyte, digits: 2 },
  { id: 'module', title: 'The module\'s memory', unit: 'pages of 64 KiB', scale: page, digits: 0 },
  { id: 'nodes', title: 'DOM nodes', unit: 'nodes', scale: 1, digits: 0 },
  { id: 'listeners', title: 'Listeners', unit: 'listeners', scale: 1, digits: 0 },
  { id: 'own', title: 'The page\'s process, private', unit: 'MB', scale: megabyte, digits: 0 },
  { id: 'browser', title: 'All processes of the browser', unit: 'MB', scale: megabyte, digits: 0 },
  { id: 'main', title: 'Main thread, a frame', unit: 'ms', scale: 1, digits: 2, isTime: true },
  { id: 'scripts', title: 'Of it scripts', unit: 'ms', scale: 1, digits: 2, isTime: true },
  { id: 'share', title: 'Main thread, of the time', unit: 'percent', scale: 0.01, digits: 1, isTime: true },
  { id: 'gap', title: 'Between frames, median', unit: 'ms', scale: 1, digits: 1, isTime: true },
  { id: 'late', title: 'Between frames, 95th percentile', unit: 'ms', scale: 1, digits: 1, isTime: true },
  { id: 'update', title: 'Both updated with new data', unit: 'ms', scale: 1, digits: 0, isTime: true },
  { id: 'load', title: 'Load of the machine', unit: 'processes', scale: 1, digits: 1, isReference: true },
  { id: 'reference', title: 'Hand-written canvas, a redraw', unit: 'ms', scale: 1, digits: 2, isReference: true },
];

/**
 * Of one value: the medians `first` and `last` of the first and the last minutes after the
 * warm-up, the `slope` over all of that time, and the `limit` that neither may pass: the width of
 * the middle half of all samples about that slope, a hundredth of `first` at least. Nothing where
 * too little is known.
 */
export function verdict({ samples, warmUp, minutes, edge }, { id, scale }) {
  const points = samples.filter((sample) => !sample.warmUp && Number.isFinite(sample[id]))
    .map((sample) => ({ minute: sample.minute, value: sample[id] / scale }));
  const median = (some) => quantile(some.map(({ value }) => value), 0.5);
  const first = median(points.filter(({ minute }) => minute <= warmUp + edge));
  const last = median(points.filter(({ minute }) => minute > warmUp + minutes - edge));
  if (first === null || last === null) return null;
  const slope = slopeOf(points);
  const residuals = points.map(({ minute, value }) => value - slope * minute);
  const noise = quantile(residuals, 0.75) - quantile(residuals, 0.25);
  const limit = Math.max(noise, first / 100);
  return {
    first, last, slope: slope * minutes, noise, limit,
    held: last - first <= limit && slope * minutes <= limit,
  };
}

/** `same`, `more`, or `busier`: a time that is more, but so was the load of the machine. */
export function judgement(results, value) {
  if (verdict(results, value).held) return 'same';
  const load = values.find(({ id }) => id === 'load');
  return value.isTime && !verdict(results, load).held ? 'busier' : 'more';
}

/** The median of the slopes between all pairs of samples (Theil and Sen): single ones do not bend it. */
function slopeOf(points) {
  const slopes = points.flatMap((one, index) => points.slice(index + 1)
    .map((other) => (other.value - one.value) / (other.minute - one.minute)));
  return quantile(slopes, 0.5) ?? 0;
}
