/** The endurance run as a picture: each value over time from zero, with its first and last minutes. */
import { round, svg, text } from '../svg.mjs';
import { values, verdict } from './verdict.mjs';

const columns = 3;
const panelWidth = 250;
const panelHeight = 96;
const head = 40;
const foot = 26;
const gap = 40;
const left = 16;

export function plot(results) {
  const { machine, samples, minutes, warmUp, edge } = results;
  const shown = values.filter((value) => verdict(results, value));
  const width = left * 2 + columns * panelWidth + (columns - 1) * gap;
  const lines = Math.ceil(shown.length / columns);
  const lineHeight = head + panelHeight + foot;
  const height = lines * lineHeight + 44;
  const note = { class: 'soft', 'font-size': 11 };
  const parts = [
    ...shown.map((value, index) => {
      const x = left + (index % columns) * (panelWidth + gap);
      const y = Math.floor(index / columns) * lineHeight;
      return `<g transform="translate(${x} ${y})">\n${panel(value, results)}\n</g>`;
    }),
    text(`A point a sample; lines: medians of the first and the last ${Number(edge.toFixed(1))} minutes after ${Number(warmUp.toFixed(1))} of warm-up, which is shaded. All axes begin at zero.`, left, height - 28, note),
    text(`${samples.length} samples in ${Number((minutes + warmUp).toFixed(1))} minutes. ${machine.browser}, ${machine.date}.`, left, height - 11, note),
  ];
  return svg(width, height, words(shown, results), parts);
}

function panel(value, results) {
  const { samples, minutes, warmUp, edge } = results;
  const { first, last } = verdict(results, value);
  const points = samples.filter((sample) => Number.isFinite(sample[value.id]))
    .map((sample) => ({ minute: sample.minute, value: sample[value.id] / value.scale }));
  const end = Math.max(warmUp + minutes, ...points.map(({ minute }) => minute));
  const most = Math.max(...points.map((point) => point.value)) * 1.15 || 1;
  const toX = (minute) => round((minute / end) * panelWidth);
  const toY = (amount) => round(head + panelHeight - (amount / most) * panelHeight);
  const kind = value.isReference ? 'bar' : 'ours';
  const level = (amount, from, to) => `<path d="M${toX(from)} ${toY(amount)}H${toX(to)}" class="spread" stroke-width="2"/>`;
  const written = (amount) => amount.toFixed(value.digits);
  return [
    text(value.title, 0, 18, { 'font-weight': 600 }),
    text(value.unit, 0, 33, { class: 'soft', 'font-size': 11 }),
    text(`${written(first)} → ${written(last)}`, panelWidth, 33, { 'text-anchor': 'end' }),
    `<rect x="0" y="${head}" width="${toX(warmUp)}" height="${panelHeight}" class="floor" opacity="0.6"/>`,
    `<path d="M0 ${head + panelHeight + 0.5}H${panelWidth}" class="axis"/>`,
    ...points.map((point) => `<circle cx="${toX(point.minute)}" cy="${toY(point.value)}" r="1.5" class="${kind}"/>`),
    level(first, warmUp, warmUp + edge),
    level(last, warmUp + minutes - edge, warmUp + minutes),
    ...ticks(end).map((minute) => text(String(minute), toX(minute), head + panelHeight + 15, {
      class: 'soft', 'font-size': 10, 'text-anchor': minute === 0 ? 'start' : 'middle',
    })),
  ].join('\n');
}

/** Minutes to write under an axis: some four of them. */
function ticks(end) {
  const step = [1, 2, 5, 10, 15, 30, 60].find((minutes) => end / minutes <= 4.5) ?? 120;
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step);
}

/** The same in words, for who does not see it. */
function words(shown, results) {
  return shown.map((value) => {
    const { first, last } = verdict(results, value);
    return `${value.title} (${value.unit}): first ${first.toFixed(value.digits)}, last ${last.toFixed(value.digits)}.`;
  }).join(' ');
}
