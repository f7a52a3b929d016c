/**
 * The work that everybody is given: the figures that our own `growth` and `sales` views draw.
 * A chart of two series over time, points and values shown, and a chart of five bars.
 */

/** Of the package's dataset: `{ times, series: [{ name, values }] }`, milliseconds and figures. */
export function seriesOf(dataset) {
  const rows = ['markets', 'outlets'].map((metric) => dataset.observations
    .filter((row) => row.metric === metric && row.place === 'world' && !row.restates));
  const days = [...new Set(rows.flat().map((row) => row.period.to))].sort();
  return {
    times: days.map((day) => Date.parse(day)),
    series: rows.map((ofMetric) => ({
      name: dataset.metrics.find((metric) => metric.id === ofMetric[0].metric).name,
      values: days.map((day) => ofMetric.find((row) => row.period.to === day)?.value ?? null),
    })),
  };
}

/** Five bars: `{ names, values }`, the growth of sales by place in percent. */
export function barsOf(dataset) {
  const rows = dataset.observations
    .filter((row) => row.metric === 'sales-growth' && !row.restates)
    .slice(0, 5);
  return {
    names: rows.map((row) => dataset.places.find((place) => place.id === row.place).name),
    values: rows.map((row) => row.value),
  };
}
