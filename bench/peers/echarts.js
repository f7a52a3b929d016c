import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, CanvasRenderer, GridComponent, LegendComponent, LineChart, TooltipComponent]);

export const animates = true;

const colours = ['#1b6ca8', '#c2571a'];

const pairs = (times, values) => {
  const found = [];
  values.forEach((value, index) => {
    if (value !== null) found.push([times[index], value]);
  });
  return found;
};

export function series(place, { times, series: lines }, { animate = false } = {}) {
  const chart = init(place);
  chart.setOption({
    animation: animate,
    animationDuration: 400,
    animationDurationUpdate: 400,
    color: colours,
    legend: {},
    tooltip: { trigger: 'item', transitionDuration: 0 },
    xAxis: { type: 'time' },
    yAxis: { type: 'value' },
    series: lines.map(({ name, values }) => ({
      type: 'line', name, data: pairs(times, values), symbol: 'circle', symbolSize: 8,
      label: { show: true, formatter: ({ value }) => String(value[1]) },
    })),
  });
  return chart;
}

export function bars(place, { names, values }) {
  const chart = init(place);
  chart.setOption({
    animation: false,
    color: colours,
    xAxis: { type: 'category', data: names },
    yAxis: { type: 'value' },
    series: [{ type: 'bar', data: values, label: { show: true, position: 'top' } }],
  });
  return chart;
}

export function redraw(chart, { times, series: lines }) {
  chart.setOption({ series: lines.map(({ values }) => ({ data: pairs(times, values) })) });
}

export function points(chart) {
  const box = chart.getDom().getBoundingClientRect();
  return chart.getOption().series.flatMap(({ data }, seriesIndex) => data.map((pair) => {
    const [x, y] = chart.convertToPixel({ seriesIndex }, pair);
    return { x: box.left + x, y: box.top + y };
  }));
}

export function tells(chart) {
  return [...chart.getDom().children]
    .some((child) => !child.querySelector('canvas') && getComputedStyle(child).visibility === 'visible'
      && Number(getComputedStyle(child).opacity) > 0 && child.textContent !== '');
}

export function destroy(chart) {
  chart.dispose();
}

/** Its dataset of one flat typed array is the form it asks for where there are many points. */
const flat = ({ times, values }) => {
  const both = new Float64Array(times.length * 2);
  for (let index = 0; index < times.length; index += 1) {
    both[index * 2] = times[index];
    both[index * 2 + 1] = values[index];
  }
  return both;
};

export function large(place, columns, { thinned }) {
  const chart = init(place);
  chart.setOption({
    animation: false,
    xAxis: { type: 'time' },
    yAxis: { type: 'value', scale: true },
    series: [{
      type: 'line', showSymbol: false, dimensions: ['time', 'value'], data: flat(columns),
      lineStyle: { width: 1 }, ...(thinned && { sampling: 'minmax' }),
    }],
  });
  return chart;
}

export function redrawLarge(chart, columns) {
  chart.setOption({ series: [{ data: flat(columns) }] });
}
