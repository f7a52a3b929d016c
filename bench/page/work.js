// Everything that can be asked of a peer, for the measures to call.
import figures from '#figures';
import * as peer from '#peer';

window.peer = peer;
window.figures = figures;

/** The same chart with other figures: each by up to a tenth more, by the step. */
window.varied = (step) => ({
  times: figures.series.times,
  series: figures.series.series.map(({ name, values }, which) => ({
    name,
    values: values.map((value, index) => value
      && Math.round(value * (1 + 0.1 * Math.abs(Math.sin(step * 1.7 + index + which))))),
  })),
});

window.frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Until what was asked for is laid out and painted. */
window.settled = async () => {
  await window.frame();
  await window.frame();
  await new Promise((resolve) => setTimeout(resolve));
};

/** A walk by chance of so many points, a minute apart: `{ times, values }`, typed arrays. */
window.walk = (count, seed) => {
  const times = new Float64Array(count);
  const values = new Float64Array(count);
  let state = seed;
  let value = 100;
  for (let index = 0; index < count; index += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    value += state / 2 ** 32 - 0.5;
    times[index] = Date.UTC(2020, 0, 1) + index * 60_000;
    values[index] = value;
  }
  return { times, values };
};

/** Daily counts of so many markets: one market after the other, and which one each is of. */
window.dailyCounts = (count, days) => {
  const time = new Float64Array(count * days);
  const value = new Float64Array(count * days);
  const codes = new Uint8Array(count * days);
  for (let market = 0; market < count; market += 1) {
    const { values } = window.walk(days, market + 1);
    for (let day = 0; day < days; day += 1) {
      const index = market * days + day;
      time[index] = Date.UTC(2016, 0, 1 + day);
      value[index] = Math.round(1000 + 10 * values[day]);
      codes[index] = market;
    }
  }
  return { time, value, codes, count, days };
};
