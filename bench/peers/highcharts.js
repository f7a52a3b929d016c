import Highcharts from 'highcharts/esm/highcharts.js';

export const animates = true;

const colours = ['#1b6ca8', '#c2571a'];

const pairs = (times, values) => {
  const found = [];
  values.forEach((value, index) => {
    if (value !== null) found.push([times[index], value]);
  });
  return found;
};

const common = { title: { text: undefined }, credits: { enabled: false }, accessibility: { enabled: false } };

export function series(place, { times, series: lines }, { animate = false } = {}) {
  return Highcharts.chart(place, {
    ...common,
    chart: { animation: animate && { duration: 400 } },
    colors: colours,
    xAxis: { type: 'datetime' },
    yAxis: { min: 0, title: { text: undefined } },
    plotOptions: { series: { animation: false } },
    series: lines.map(({ name, values }) => ({
      type: 'line', name, data: pairs(times, values), dataLabels: { enabled: true },
    })),
  });
}

export function bars(place, { names, values }) {
  return Highcharts.chart(place, {
    ...common,
    chart: { animation: false },
    colors: colours,
    xAxis: { categories: names },
    yAxis: { title: { text: undefined } },
    legend: { enabled: false },
    plotOptions: { series: { animation: false } },
    series: [{ type: 'column', name: 'Growth', data: values, dataLabels: { enabled: true } }],
  });
}

export function redraw(chart, { times, series: lines }) {
  lines.forEach(({ values }, which) => chart.series[which].setData(pairs(times, values), false));
  chart.redraw();
}

export function points(chart) {
  const box = chart.container.getBoundingClientRect();
  return chart.series.flatMap((line) => line.points.map(({ plotX, plotY }) => ({
    x: box.left + chart.plotLeft + Math.min(plotX, chart.plotWidth - 2), y: box.top + chart.plotTop + plotY,
  })));
}

export function tells(chart) {
  return chart.tooltip?.isHidden === false;
}

export function destroy(chart) {
  chart.destroy();
}

/** The core alone: without the module that draws many points through WebGL. */
export function large(place, { times, values }) {
  return Highcharts.chart(place, {
    ...common,
    chart: { animation: false },
    xAxis: { type: 'datetime' },
    plotOptions: { series: { animation: false, turboThreshold: 1 } },
    series: [{ type: 'line', data: pairs(times, values), lineWidth: 1, marker: { enabled: false } }],
  });
}

export function redrawLarge(chart, { times, values }) {
  chart.series[0].setData(pairs(times, values), true, false, false);
}
