/** The two charts written by hand for this page alone: the least that drawing them can cost. */
import { dayOf } from './words.js';

const width = 800;
const height = 450;
const colours = ['#1b6ca8', '#c2571a'];
const edge = { left: 50, right: 40, top: 20, bottom: 30 };

function newCanvas(place) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  place.append(canvas);
  const context = canvas.getContext('2d', { alpha: false });
  context.font = '12px sans-serif';
  return { canvas, context };
}

function clear(context) {
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
}

/** A round step so that about five of them reach `largest`. */
function stepFor(largest) {
  const rough = largest / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].find((times) => times * power >= rough) * power;
}

function grid(context, largest) {
  const step = stepFor(largest);
  const top = Math.ceil(largest / step) * step;
  const toY = (value) => height - edge.bottom - (value / top) * (height - edge.top - edge.bottom);
  context.strokeStyle = '#ddd';
  context.fillStyle = '#555';
  context.textAlign = 'right';
  context.beginPath();
  for (let value = 0; value <= top; value += step) {
    context.moveTo(edge.left, toY(value));
    context.lineTo(width - edge.right, toY(value));
    context.fillText(String(value), edge.left - 6, toY(value) + 4);
  }
  context.stroke();
  return toY;
}

function paint(chart, { times, series }) {
  const { context } = chart;
  clear(context);
  const toY = grid(context, Math.max(...series.flatMap(({ values }) => values)));
  const [first, last] = [times[0], times[times.length - 1]];
  const toX = (time) => edge.left + ((time - first) / (last - first)) * (width - edge.left - edge.right);
  context.textAlign = 'center';
  for (const time of times) context.fillText(dayOf(time), toX(time), height - 10);
  chart.points = [];
  series.forEach(({ name, values }, which) => {
    context.strokeStyle = context.fillStyle = colours[which];
    context.lineWidth = 2;
    const line = new Path2D();
    const dots = new Path2D();
    values.forEach((value, index) => {
      if (value === null) return;
      const [x, y] = [toX(times[index]), toY(value)];
      line.lineTo(x, y);
      dots.moveTo(x + 4, y);
      dots.arc(x, y, 4, 0, 2 * Math.PI);
      context.fillText(String(value), x, y - 8);
      chart.points.push({ x, y, name, value, time: times[index] });
    });
    context.stroke(line);
    context.fill(dots);
    context.fillText(name, toX(last) - 60, toY(values.at(-1)) + 20);
  });
}

export function series(place, figures) {
  const chart = newCanvas(place);
  paint(chart, figures);
  const told = document.createElement('div');
  told.className = 'told';
  told.hidden = true;
  place.append(told);
  chart.told = told;
  chart.canvas.addEventListener('pointermove', ({ offsetX, offsetY }) => {
    const near = chart.points
      .find(({ x, y }) => Math.abs(x - offsetX) < 12 && Math.abs(y - offsetY) < 12);
    if (near !== chart.near) {
      chart.near = near;
      told.hidden = !near;
      if (near) {
        told.textContent = `${near.name} ${dayOf(near.time)}: ${near.value}`;
        told.style.transform = `translate(${near.x}px, ${near.y - height - 40}px)`;
      }
    }
  });
  return chart;
}

export function bars(place, { names, values }) {
  const chart = newCanvas(place);
  const { context } = chart;
  clear(context);
  const toY = grid(context, Math.max(...values));
  const slot = (width - edge.left - edge.right) / values.length;
  context.textAlign = 'center';
  values.forEach((value, index) => {
    const x = edge.left + slot * index;
    context.fillStyle = colours[0];
    context.fillRect(x + slot * 0.15, toY(value), slot * 0.7, toY(0) - toY(value));
    context.fillStyle = '#333';
    context.fillText(String(value), x + slot / 2, toY(value) - 6);
    context.fillText(names[index], x + slot / 2, height - 10);
  });
  return chart;
}

export function redraw(chart, figures) {
  paint(chart, figures);
}

export function points(chart) {
  const box = chart.canvas.getBoundingClientRect();
  return chart.points.map(({ x, y }) => ({ x: box.left + x, y: box.top + y }));
}

export function tells(chart) {
  return !chart.told.hidden;
}

export function destroy(chart) {
  chart.told?.remove();
  chart.canvas.remove();
}

/** Point by point, as one would at first. */
function paintLarge({ context }, { times, values }) {
  clear(context);
  let [lowest, highest] = [Infinity, -Infinity];
  for (const value of values) {
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  const [first, last] = [times[0], times[times.length - 1]];
  context.strokeStyle = colours[0];
  context.beginPath();
  for (let index = 0; index < values.length; index += 1) {
    context.lineTo(
      ((times[index] - first) / (last - first)) * width,
      height - ((values[index] - lowest) / (highest - lowest)) * height,
    );
  }
  context.stroke();
}

export function large(place, columns) {
  const chart = newCanvas(place);
  paintLarge(chart, columns);
  return chart;
}

export function redrawLarge(chart, columns) {
  paintLarge(chart, columns);
}
