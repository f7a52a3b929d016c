import { barY, dot, lineY, plot, pointer, text, tip } from '@observablehq/plot';

const size = { width: 800, height: 420 }; // its legend stands above
const colours = ['#1b6ca8', '#c2571a'];

const rowsOf = ({ times, series: lines }) => lines.flatMap(({ name, values }) => values
  .map((value, index) => ({ name, time: new Date(times[index]), value }))
  .filter(({ value }) => value !== null));

function draw(rows) {
  const encoding = { x: 'time', y: 'value', stroke: 'name' };
  return plot({
    ...size,
    color: { legend: true, range: colours },
    y: { grid: true, zero: true },
    marks: [
      lineY(rows, { ...encoding, strokeWidth: 2 }),
      dot(rows, { x: 'time', y: 'value', fill: 'name', r: 4 }),
      text(rows, { x: 'time', y: 'value', fill: 'name', text: ({ value }) => String(value), dy: -12 }),
      tip(rows, pointer(encoding)),
    ],
  });
}

/** A plot is never changed: another takes its place. */
function put(place, figure, rows) {
  const chart = { place, figure, rows };
  place.append(figure);
  return chart;
}

export function series(place, figures) {
  const rows = rowsOf(figures);
  return put(place, draw(rows), rows);
}

export function bars(place, { names, values }) {
  const rows = names.map((name, index) => ({ name, value: values[index] }));
  return put(place, plot({
    ...size,
    x: { domain: names },
    y: { grid: true },
    marks: [
      barY(rows, { x: 'name', y: 'value', fill: colours[0] }),
      text(rows, { x: 'name', y: 'value', text: ({ value }) => String(value), dy: -8 }),
    ],
  }), rows);
}

export function redraw(chart, figures) {
  chart.rows = rowsOf(figures);
  const next = draw(chart.rows);
  chart.figure.replaceWith(next);
  chart.figure = next;
}

const svgOf = ({ figure }) => (figure.localName === 'svg' ? figure : figure.querySelector(':scope > svg'));

export function points(chart) {
  const box = svgOf(chart).getBoundingClientRect();
  const [x, y] = ['x', 'y'].map((name) => chart.figure.scale(name));
  return chart.rows.map(({ time, value }) => ({ x: box.left + x.apply(time), y: box.top + y.apply(value) }));
}

export function tells(chart) {
  return svgOf(chart).querySelector('[aria-label="tip"] text') !== null;
}

export function destroy(chart) {
  chart.figure.remove();
}

function drawLarge({ times, values }) {
  return plot({ ...size, x: { type: 'utc' }, marks: [lineY(values, { x: times, y: values, strokeWidth: 1 })] });
}

export function large(place, columns) {
  return put(place, drawLarge(columns), []);
}

export function redrawLarge(chart, columns) {
  const next = drawLarge(columns);
  chart.figure.replaceWith(next);
  chart.figure = next;
}
