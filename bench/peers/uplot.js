import uPlot from 'uplot';
import css from 'uplot/dist/uPlot.min.css';

const colours = ['#1b6ca8', '#c2571a'];
const size = { width: 800, height: 420 }; // its legend stands beneath
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

function dressed() {
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
}

const seconds = (times) => Array.from(times, (time) => time / 1000);
const columns = ({ times, series }) => [seconds(times), ...series.map(({ values }) => values)];

/** Writes every value over its point. */
function writeValues(chart) {
  const { ctx } = chart;
  ctx.save();
  ctx.font = `${12 * devicePixelRatio}px sans-serif`;
  ctx.textAlign = 'center';
  for (let which = 1; which < chart.data.length; which += 1) {
    ctx.fillStyle = colours[(which - 1) % colours.length];
    chart.data[which].forEach((value, index) => {
      if (value === null) return;
      const x = chart.valToPos(chart.data[0][index], 'x', true);
      ctx.fillText(String(value), x, chart.valToPos(value, 'y', true) - 8 * devicePixelRatio);
    });
  }
  ctx.restore();
}

const fromZero = (chart, lowest, highest) => [0, highest * 1.1];

export function series(place, figures) {
  dressed();
  return new uPlot({
    ...size,
    scales: { y: { range: fromZero } },
    series: [{}, ...figures.series.map(({ name }, which) => ({
      label: name, stroke: colours[which], width: 2, spanGaps: true,
      points: { show: true, size: 8, fill: colours[which] },
    }))],
    hooks: { draw: [writeValues] },
  }, columns(figures), place);
}

export function bars(place, { names, values }) {
  dressed();
  return new uPlot({
    ...size,
    scales: { x: { time: false, range: [-0.6, values.length - 0.4] }, y: { range: fromZero } },
    axes: [{
      splits: () => names.map((_, index) => index), values: () => names, grid: { show: false },
    }, {}],
    series: [{}, {
      label: 'Growth', fill: colours[0], paths: uPlot.paths.bars({ size: [0.7, 120] }),
      points: { show: false },
    }],
    hooks: { draw: [writeValues] },
  }, [names.map((_, index) => index), values], place);
}

export function redraw(chart, figures) {
  chart.setData(columns(figures));
}

export function points(chart) {
  const box = chart.over.getBoundingClientRect();
  const found = [];
  for (const values of chart.data.slice(1)) {
    values.forEach((value, index) => {
      if (value === null) return;
      found.push({
        // The last point lies on the edge, where the pointer is outside already.
        x: Math.min(box.left + chart.valToPos(chart.data[0][index], 'x'), box.right - 2),
        y: box.top + chart.valToPos(value, 'y'),
      });
    });
  }
  return found;
}

/** Its legend tells the values under the pointer. */
export function tells(chart) {
  return [...chart.root.querySelectorAll('.u-value')].some(({ textContent }) => /\d/.test(textContent));
}

export function destroy(chart) {
  chart.destroy();
}

export function large(place, { times, values }) {
  dressed();
  return new uPlot({
    ...size, series: [{}, { label: 'Walk', stroke: colours[0] }],
  }, [times.map((time) => time / 1000), values], place);
}

export function redrawLarge(chart, { values }) {
  chart.setData([chart.data[0], values]);
}
