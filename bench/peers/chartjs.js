import {
  BarController, BarElement, CategoryScale, Chart, Decimation, Legend, LinearScale,
  LineController, LineElement, PointElement, TimeScale, Tooltip,
} from 'chart.js';
import 'chartjs-adapter-date-fns'; // its time axis asks for one

Chart.register(
  BarController, BarElement, CategoryScale, Legend, LinearScale, LineController, LineElement,
  PointElement, TimeScale, Tooltip,
);

export const animates = true;

const colours = ['#1b6ca8', '#c2571a'];

function newCanvas(place) {
  const canvas = document.createElement('canvas');
  place.append(canvas);
  return canvas;
}

const writeValues = {
  id: 'values',
  afterDatasetsDraw(chart) {
    const { ctx } = chart;
    ctx.save();
    ctx.font = '12px sans-serif';
    ctx.textAlign = 'center';
    chart.data.datasets.forEach(({ data, backgroundColor }, which) => {
      ctx.fillStyle = backgroundColor;
      chart.getDatasetMeta(which).data.forEach(({ x, y }, index) => {
        ctx.fillText(String(data[index].y ?? data[index]), x, y - 8);
      });
    });
    ctx.restore();
  },
};

const pairs = (times, values) => {
  const found = [];
  values.forEach((y, index) => {
    if (y !== null) found.push({ x: times[index], y });
  });
  return found;
};

const datasets = ({ times, series }) => series.map(({ name, values }, which) => ({
  label: name, data: pairs(times, values), borderColor: colours[which],
  backgroundColor: colours[which], borderWidth: 2, pointRadius: 4,
}));

const overTime = { type: 'time' };
const roomForValues = { padding: { top: 16 } };

export function series(place, figures, { animate = false } = {}) {
  return new Chart(newCanvas(place), {
    type: 'line',
    data: { datasets: datasets(figures) },
    options: {
      animation: animate ? { duration: 400 } : false,
      maintainAspectRatio: false,
      parsing: false,
      scales: { x: overTime, y: { beginAtZero: true } },
      layout: roomForValues,
    },
    plugins: [writeValues],
  });
}

export function bars(place, { names, values }) {
  return new Chart(newCanvas(place), {
    type: 'bar',
    data: { labels: names, datasets: [{ label: 'Growth', data: values, backgroundColor: colours[0] }] },
    options: {
      animation: false, maintainAspectRatio: false, layout: roomForValues,
      plugins: { legend: { display: false } },
    },
    plugins: [writeValues],
  });
}

export function redraw(chart, figures) {
  datasets(figures).forEach(({ data }, which) => {
    chart.data.datasets[which].data = data;
  });
  chart.update();
}

export function points(chart) {
  const box = chart.canvas.getBoundingClientRect();
  return chart.data.datasets.flatMap((_, which) => chart.getDatasetMeta(which).data
    .map(({ x, y }) => ({ x: box.left + x, y: box.top + y })));
}

export function tells(chart) {
  return chart.tooltip.opacity > 0;
}

export function destroy(chart) {
  const { canvas } = chart;
  chart.destroy();
  canvas.remove();
}

export function large(place, { times, values }, { thinned }) {
  if (thinned) Chart.register(Decimation);
  return new Chart(newCanvas(place), {
    type: 'line',
    data: {
      datasets: [{
        label: 'Walk', data: pairs(times, values), borderColor: colours[0], borderWidth: 1,
        pointRadius: 0,
      }],
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      parsing: false,
      normalized: true,
      scales: { x: overTime },
      plugins: { decimation: { enabled: thinned, algorithm: 'min-max' } },
    },
  });
}

export function redrawLarge(chart, { times, values }) {
  chart.data.datasets[0].data = pairs(times, values);
  chart.update();
}
