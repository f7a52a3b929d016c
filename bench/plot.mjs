/** The results as a picture: bars beside bars, ours in colour, a panel for each measure. */
import { round, svg, text } from './svg.mjs';

const panels = [
  { title: 'Bytes shipped', unit: 'kB, brotli', of: ['size', 'shipped', 'module brotli'], scale: 1e-3 },
  { title: 'First chart', unit: 'ms', of: ['start', 'plain', 'painted'] },
  { title: 'First chart, slow 4G', unit: 'ms', of: ['start', 'slow 4G', 'painted'] },
  { title: 'First chart, CPU 4x', unit: 'ms', of: ['start', 'CPU 4x', 'painted'] },
  { title: 'First chart, CPU 6x', unit: 'ms', of: ['start', 'CPU 6x', 'painted'] },
  // Of our ways to redraw, one that draws the whole embedded view.
  { title: 'Redraw', unit: 'ms of main thread; ours: the whole view', of: ['redraw', 'new figures', 'main'], ours: 'theme' },
  { title: 'Hover', unit: 'ms of script an event', of: ['hover', 'points', 'script'] },
  { title: 'Redraw, 1,000,000 points', unit: 'ms of main thread', of: ['scale', '1,000,000', 'redraw'], thins: true },
  { title: 'Held with them', unit: 'MB', of: ['scale', '1,000,000', 'held'], thins: true, scale: 1e-6 },
];

const names = 150;
const panelWidth = 200;
const columns = 3;
const gap = 22;
const rowHeight = 22;
const top = 52; // of a panel's head
const bar = 10;
const room = 44; // for a value behind the longest bar

/** An SVG text, or nothing where there is too little to show. */
export function plot({ measures, peers, machine, runs }) {
  const shown = peers.filter(({ id, twin, missing }) => !twin && !missing
    && id !== 'blank' && !/^ours-/.test(id));
  const filled = panels.filter(({ of: [measure] }) => measures[measure]);
  if (filled.length < 2 || shown.length < 2) return undefined;
  const width = names + columns * panelWidth + (columns - 1) * gap + 8;
  const panelHeight = top + shown.length * rowHeight + 12;
  const lines = Math.ceil(filled.length / columns);
  const height = lines * panelHeight + 62;
  const note = { class: 'soft', 'font-size': 11 };
  const parts = [
    ...Array.from({ length: lines }, (_, line) => shown.map((peer, row) => (
      text(peer.title, names - 10, line * panelHeight + middle(row), {
        'text-anchor': 'end', 'font-weight': isOurs(peer) ? 600 : 400,
      })))).flat(),
    ...filled.map((panel, index) => {
      const left = names + (index % columns) * (panelWidth + gap);
      const down = Math.floor(index / columns) * panelHeight;
      return `<g transform="translate(${left} ${down})">\n${drawn(panel, shown, measures)}\n</g>`;
    }),
    text('Shorter is better. smart-footprint draws its whole view: single figures, notes and sources too.', 12, height - 48, note),
    text('A million points are thinned out where a library can.', 12, height - 31, note),
    text(`${runs ? `Medians of ${runs} runs; the lowest and the highest.` : 'Medians and quartiles.'} ${machine.browser}, ${machine.date}.`, 12, height - 14, note),
  ];
  return svg(width, height, words(filled, shown, measures), parts);
}

const isOurs = ({ id }) => id === 'ours';
const middle = (row) => top + row * rowHeight + bar / 2 + 4;

function found({ of: [measure, variant, value], scale = 1, ours, thins }, peer, measures) {
  const thinned = thins && measures[measure][`${variant} thinned`]?.[peer.id];
  const taken = (thinned || measures[measure][(isOurs(peer) && ours) || variant]?.[peer.id])?.[value];
  if (!taken || taken.n === 0) return undefined;
  return { median: taken.median * scale, q1: taken.q1 * scale, q3: taken.q3 * scale };
}

function drawn(panel, shown, measures) {
  const values = shown.map((peer) => found(panel, peer, measures));
  const longest = Math.max(...values.map((value) => value?.q3 ?? 0));
  const toX = (value) => (value / longest) * (panelWidth - room);
  const rows = values.map((value, row) => {
    const y = top + row * rowHeight;
    if (!value) return text('not measured', 4, middle(row), { class: 'soft', 'font-style': 'italic' });
    const kind = isOurs(shown[row]) ? 'ours' : shown[row].id === 'canvas' ? 'floor' : 'bar';
    const spread = `<path d="M${round(toX(value.q1))} ${y + bar / 2}H${round(toX(value.q3))}" class="spread"/>`;
    return `<rect y="${y}" width="${round(Math.max(1, toX(value.median)))}" height="${bar}" class="${kind}"/>
${value.q1 < value.q3 ? spread : ''}
${text(written(value.median), round(toX(value.q3)) + 5, middle(row), { 'font-weight': isOurs(shown[row]) ? 600 : 400 })}`;
  });
  return [
    text(panel.title, 0, 20, { 'font-weight': 600 }),
    text(panel.unit, 0, 36, { class: 'soft', 'font-size': 11 }),
    `<path d="M-0.5 ${top - 6}V${top + shown.length * rowHeight - 4}" class="axis"/>`,
    ...rows,
  ].join('\n');
}

/** The same in words, for who does not see it. */
function words(filled, shown, measures) {
  return filled.map((panel) => `${panel.title} (${panel.unit}): ${shown
    .map((peer) => `${peer.title} ${written(found(panel, peer, measures)?.median)}`)
    .join(', ')}.`).join(' ');
}

function written(value) {
  if (value === undefined) return 'not measured';
  return value < 1 ? value.toFixed(2) : value < 10 ? value.toFixed(1) : value.toFixed(0);
}
