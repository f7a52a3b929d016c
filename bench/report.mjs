/** The results as Markdown: a table a measure, medians with the middle half of the samples. */

const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
const milliseconds = (time) => (time < 1 ? time.toFixed(3) : time < 10 ? time.toFixed(2) : time.toFixed(0));
const whole = (count) => count.toFixed(0);
const percent = (share) => `${(100 * share).toFixed(0)} %`;

function scaleTitle(variant) {
  if (variant === 'markets') return 'Two hundred markets';
  const [count, way] = variant.split(' ');
  const ways = { thinned: ', thinned out by the library', rows: ', as rows of a dataset' };
  return `One series of ${count} points${way ? ways[way] : ''}`;
}

/** A table: its measure, and its columns as `[heading, variant, value, form]`. */
const tables = [
  {
    measure: 'size',
    title: 'Bytes shipped, in kB',
    text: 'Module: what draws the two charts, bundled, minified and tree-shaken; ours: the files that are there when the first picture is begun (of one chart). Script: the one file for a script tag, with everything.',
    columns: ['module', 'script'].flatMap((kind) => ['raw', 'gzip', 'brotli']
      .map((form) => [`${kind}, ${form}`, 'shipped', `${kind} ${form}`, kilobytes])),
  },
  {
    measure: 'start',
    title: 'From navigation to the first chart painted, in ms',
    text: 'Nothing cached; everything served in brotli 11.',
    columns: ['plain', 'CPU 4x', 'CPU 6x', 'slow 4G', 'both charts']
      .map((variant) => [variant, variant, 'painted', milliseconds]),
  },
  {
    measure: 'start',
    title: 'Until the chart answers to the pointer, in ms, and bytes fetched',
    text: 'The others answer as soon as they are painted.',
    only: (peer) => /^ours|^chartjs|^uplot$/.test(peer.id),
    columns: [
      ...['plain', 'CPU 4x', 'CPU 6x', 'slow 4G'].map((variant) => [variant, variant, 'answers', milliseconds]),
      ['kB to the first picture', 'slow 4G', 'bytes', kilobytes],
      ['kB in all', 'slow 4G', 'bytes, all', kilobytes],
      ['requests to the first picture', 'slow 4G', 'requests', whole],
      ['of them in a row', 'slow 4G', 'in a row', whole],
    ],
  },
  ...['plain', 'CPU 4x', 'CPU 6x', 'slow 4G'].map((variant) => ({
    measure: 'start',
    title: `Where the time goes: ${variant}, in ms`,
    text: 'Each part lasts from the end of the one before to its own: what runs side by side is counted once.',
    only: (peer) => /^ours/.test(peer.id),
    columns: ['page', 'fetch', 'compile', 'instantiate', 'draw', 'paint']
      .map((part) => [part, variant, `part ${part}`, milliseconds]),
  })),
  {
    measure: 'redraw',
    title: 'Full redraw with new figures, in ms',
    text: 'Main thread: its processor time for a redraw and its frame, the frame of an empty page included. Ours takes a new dataset, checked anew; below, the embedded one in the other theme, and over other days.',
    columns: [
      ['call', 'new figures', 'call', milliseconds],
      ['main thread', 'new figures', 'main', milliseconds],
      ['other theme, main', 'theme', 'main', milliseconds],
      ['other days, main', 'days', 'main', milliseconds],
    ],
  },
  {
    measure: 'hover',
    title: 'Hover, for each event, in ms',
    text: 'The pointer goes from point to point: every event has something new to tell. Told: the share of points at which something was told.',
    columns: [
      ['script', 'points', 'script', milliseconds],
      ['layout and style', 'points', 'layout', milliseconds],
      ['main thread', 'points', 'main', milliseconds],
      ['told', 'points', 'told', percent],
    ],
  },
  {
    measure: 'transition',
    title: 'Transition, in ms',
    text: 'Time between frames, and of the main thread for each frame. A dash: draws without transitions.',
    columns: [
      ['frame, median', 'figures', 'median', milliseconds],
      ['frame, 95 %', 'figures', 'p95', milliseconds],
      ['main thread', 'figures', 'main', milliseconds],
    ],
  },
  {
    measure: 'memory',
    title: 'Memory',
    text: 'After a collection: script, DOM, buffers and the module\'s own memory, without the bitmaps of canvases and without compiled code. Grown: after 200 charts came and went, one after the other.',
    columns: [
      ['one chart, MB', 'mounts', 'mounted', megabytes],
      ["of it the module's, MB", 'mounts', 'module', megabytes],
      ['grown, MB', 'mounts', 'grown', megabytes],
      ['nodes more', 'mounts', 'nodes', whole],
      ['listeners more', 'mounts', 'listeners', whole],
    ],
  },
  ...['10,000', '100,000', '100,000 thinned', '1,000,000', '1,000,000 thinned', '10,000 rows', 'markets'].map((variant) => ({
    measure: 'scale',
    title: scaleTitle(variant),
    text: variant === 'markets'
      ? 'Daily counts of 200 markets over ten years, 730,000 points. Ours is handed all of them at once; the others draw one market at a time, so they hold and read that one alone. Redraw: another market.'
      : 'From typed arrays to the picture, what the library makes of them included. Redraw: with other values; until painted counts the two frames that are waited for (33 ms). Held: beside the page\'s own arrays, after five draws.',
    columns: [
      ['first draw, ms', variant, 'first', milliseconds],
      ['of it main thread, ms', variant, 'first main', milliseconds],
      ['redraw, main thread, ms', variant, 'redraw', milliseconds],
      ['redraw, until painted, ms', variant, 'until', milliseconds],
      ['held, MB', variant, 'held', megabytes],
      ['of the bytes of the columns', variant, 'share', percent],
    ],
  })),
];

export function report(results) {
  const { machine, peers, repetitions, seed, runs, fewer = {}, seconds = {} } = results;
  const less = Object.entries(fewer).map(([what, count]) => `; ${what}: ${count}`).join('');
  const taken = `${repetitions} repetitions${less}; in random order (seed ${seed}).`;
  const parts = [
    '# Measured',
    `${machine.date}, commit ${machine.commit}, package ${results.package}. ${machine.processor}, ${machine.memory}, ${machine.system}. ${machine.browser}; Node ${machine.node}. Load before: ${machine.load.join(', ')}.`,
    runs
      ? `${runs} runs of ${taken} Medians of their medians; in brackets the lowest and the highest.`
      : `${taken} Medians; in brackets the quartiles. How it is measured: docs/performance.md.`,
    Object.keys(seconds).length > 0
      && `Seconds taken: ${Object.entries(seconds).map(([measure, time]) => `${measure} ${time}`).join(', ')}.`,
    peerTable(peers),
    ...tables.map((table) => written(table, results)).filter(Boolean),
    failures(results),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function peerTable(peers) {
  return rows([
    ['', 'version', 'licence', ''],
    ...peers.map(({ title, version, licence, note, twin, missing }) => [
      title, version ?? '', licence ?? '',
      missing ? `**missing: ${missing}**` : note ?? (twin ? 'the same library, to show the noise' : ''),
    ]),
  ]);
}

function written({ measure, title, text, columns, only = () => true }, { measures, peers }) {
  const found = measures[measure];
  if (!found) return '';
  const lines = peers.filter(only).filter(({ id, missing }) => missing
    || columns.some(([, variant]) => found[variant]?.[id]));
  if (lines.every(({ missing }) => missing)) return '';
  const body = lines.map(({ id, title, missing }) => [title, ...columns
    .map(([, variant, value, form]) => (missing ? 'missing' : cell(found[variant]?.[id], value, form)))]);
  return `## ${title}\n\n${text}\n\n${rows([['', ...columns.map(([heading]) => heading)], ...body])}`;
}

function cell(taken, value, form) {
  const found = taken?.[value];
  if (!found || found.n === 0) return taken?.failed ? 'failed' : '–';
  const { median, q1, q3 } = found;
  const spread = form(q1) === form(q3) ? '' : ` (${form(q1)}–${form(q3)})`;
  const some = taken.failed ? `, ${taken.failed.length} failed` : '';
  return form(median) + spread + some;
}

/** Why there is no figure where there is none. */
function failures({ measures, peers }) {
  const told = [];
  for (const [measure, variants] of Object.entries(measures)) {
    for (const [variant, byPeer] of Object.entries(variants)) {
      for (const { id, title } of peers) {
        const failed = byPeer[id]?.failed;
        if (failed) told.push(`- ${measure}, ${variant}, ${title}: ${failed.at(-1)}`);
      }
    }
  }
  return told.length > 0 ? `## What failed\n\n${told.join('\n')}` : '';
}

/** A table in Markdown; its first column is words, the others figures. */
export function rows([heading, ...body]) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(heading), line(heading.map((_, index) => (index ? '---:' : '---'))), ...body.map(line)].join('\n');
}
