/** Several runs as one: of each value the median of their medians, the lowest and the highest. */
import { quantile } from './statistics.mjs';

export function merged(runs) {
  const [first] = runs;
  const measures = {};
  for (const [measure, variants] of Object.entries(first.measures)) {
    measures[measure] = {};
    for (const [variant, peers] of Object.entries(variants)) {
      measures[measure][variant] = {};
      for (const id of Object.keys(peers)) {
        const taken = runs.map((run) => run.measures[measure]?.[variant]?.[id]);
        measures[measure][variant][id] = together(taken.filter(Boolean));
      }
    }
  }
  return { ...first, runs: runs.length, measures };
}

function together(taken) {
  const values = [...new Set(taken.flatMap((byValue) => Object.keys(byValue)))];
  return Object.fromEntries(values.map((value) => {
    const found = taken.map((byValue) => byValue[value]).filter(Boolean);
    if (value === 'failed') return [value, found.flat()];
    const medians = found.map(({ median }) => median).filter((median) => median !== null);
    return [value, {
      median: quantile(medians, 0.5), q1: quantile(medians, 0), q3: quantile(medians, 1),
      n: medians.length,
    }];
  }));
}
