import { HistogramSeries, LineSeries, createChart, createSeriesMarkers } from 'lightweight-charts';
import { dayOf } from './words.js';

const size = { width: 800, height: 450 };
const colours = ['#1b6ca8', '#c2571a'];

const rowsOf = (times, values) => {
  const found = [];
  values.forEach((value, index) => {
    if (value !== null) found.push({ time: times[index] / 1000, value });
  });
  return found;
};

/** It writes no values at points: markers with words do. */
const markersOf = (rows, colour) => rows.map(({ time, value }) => ({
  time, position: 'aboveBar', shape: 'circle', color: colour, size: 0.5, text: String(value),
}));

/** It has no tooltip: its documentation tells hosts to write one of their own. */
function tellOnHover(chart, place, lines) {
  const told = document.createElement('div');
  told.className = 'told';
  told.hidden = true;
  place.append(told);
  chart.subscribeCrosshairMove(({ time, point, seriesData }) => {
    told.hidden = !point || time === undefined;
    if (told.hidden) return;
    told.textContent = [dayOf(time * 1000), ...lines
      .filter(({ line }) => seriesData.has(line))
      .map(({ name, line }) => `${name}: ${seriesData.get(line).value}`)].join(', ');
    told.style.transform = `translate(${point.x}px, ${point.y - size.height - 40}px)`;
  });
  return told;
}

export function series(place, figures) {
  const chart = createChart(place, size);
  const lines = figures.series.map(({ name, values }, which) => {
    const line = chart.addSeries(LineSeries, {
      color: colours[which], lineWidth: 2, pointMarkersVisible: true, title: name,
      autoscaleInfoProvider: (original) => {
        const found = original();
        if (found) found.priceRange.minValue = 0;
        return found;
      },
    });
    const rows = rowsOf(figures.times, values);
    line.setData(rows);
    return { name, line, rows, markers: createSeriesMarkers(line, markersOf(rows, colours[which])) };
  });
  chart.timeScale().fitContent();
  return { chart, place, lines, told: tellOnHover(chart, place, lines) };
}

/** It knows no names on an axis, only times: five of them stand for the places. */
export function bars(place, { names, values }) {
  const start = Date.UTC(2026, 0, 1) / 1000;
  const day = 86_400;
  const chart = createChart(place, {
    ...size, timeScale: { tickMarkFormatter: (time) => names[Math.round((time - start) / day)] },
  });
  const line = chart.addSeries(HistogramSeries, { color: colours[0] });
  const rows = values.map((value, index) => ({ time: start + index * day, value }));
  line.setData(rows);
  createSeriesMarkers(line, markersOf(rows, colours[0]));
  chart.timeScale().fitContent();
  return { chart, place };
}

export function redraw({ lines }, figures) {
  lines.forEach((entry, which) => {
    entry.rows = rowsOf(figures.times, figures.series[which].values);
    entry.line.setData(entry.rows);
    entry.markers.setMarkers(markersOf(entry.rows, colours[which]));
  });
}

export function points({ chart, place, lines }) {
  const box = place.getBoundingClientRect();
  return lines.flatMap(({ line, rows }) => rows.map(({ time, value }) => ({
    x: box.left + chart.timeScale().timeToCoordinate(time), y: box.top + line.priceToCoordinate(value),
  })));
}

export function tells({ told }) {
  return !told.hidden && told.textContent !== '';
}

export function destroy({ chart, told }) {
  told?.remove();
  chart.remove();
}

export function large(place, { times, values }) {
  const chart = createChart(place, { ...size, timeScale: { minBarSpacing: 0 } });
  const line = chart.addSeries(LineSeries, { color: colours[0], lineWidth: 1 });
  line.setData(rowsOf(times, values));
  chart.timeScale().fitContent();
  return { chart, place, line };
}

export function redrawLarge({ line }, { times, values }) {
  line.setData(rowsOf(times, values));
}
