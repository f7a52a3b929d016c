// Two widgets that share one state, kept busy as a live page keeps them. `window.frame` and
// `window.walk` are those of the page that the other measures use.

const [from, to, minute] = [Date.UTC(2022, 6, 1), Date.UTC(2026, 5, 30), 60_000];
let widgets = [];
let embedded;
const told = [];

export async function begin({ module, element, widths }) {
  const [{ dataset }] = await Promise.all([import(module), import(element)]);
  embedded = await dataset();
  document.addEventListener('footprint-problem', ({ detail }) => {
    told.push(...(detail.problems ?? []).map(({ code, path, message }) => `${code} ${path}: ${message}`));
  });
  const place = document.createElement('div');
  Object.assign(place.style, { display: 'flex', gap: '20px', alignItems: 'flex-start' });
  document.getElementById('place').replaceWith(place);
  // Of these `markets` can be played; what it plays, the other one shares.
  widgets = ['markets', 'growth'].map((view) => {
    const element = document.createElement('smart-footprint');
    Object.assign(element, { view, controls: true, group: 'one' });
    place.append(element);
    return element;
  });
  await Promise.all(widgets.map(({ ready }) => ready));
  await fillRecords();
  await fillSizes(widths);
}

/**
 * The browser keeps a record of each slow frame and long task of a page, up to 200 of them. They
 * are used up here: on a busy machine they would come one by one, and be taken for a leak.
 */
async function fillRecords() {
  for (let frames = 0; frames < 220; frames += 1) {
    const end = await window.frame() + 60;
    while (performance.now() < end);
  }
}

/**
 * Chromium keeps a style for each pair of `width` and `height` that a canvas ever had, until there
 * are 4,096 (its cache of presentational attributes): with ever new widths a page grows for hours.
 */
async function fillSizes(widths) {
  for (const width of widths) {
    for (const widget of widgets) widget.style.width = `${width}px`;
    await window.settled();
  }
}

/** Does what is planned, and watches every frame meanwhile. */
export async function live(steps) {
  const start = performance.now();
  const done = { moves: 0, starts: 0, resizes: 0, columns: 0 };
  const [gaps, updates] = [[], []];
  let isOver = false;
  const watching = (async () => {
    let [last, day] = [await window.frame(), widgets[0].at];
    while (!isOver) {
      const now = await window.frame();
      gaps.push(now - last);
      last = now;
      const today = widgets[0].getAttribute('at');
      if (today !== day) done.moves += 1;
      day = today;
    }
  })();
  for (const { at, seed, points, widths } of steps) {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, start + at - performance.now())));
    if (!plays()) {
      playButton().click();
      done.starts += 1;
    }
    if (widths) {
      widths.forEach((width, which) => (widgets[which].style.width = `${width}px`));
      done.resizes += 1;
      continue;
    }
    const dataset = changed(seed, points);
    const before = performance.now();
    await Promise.all(widgets.map((widget) => widget.update({ dataset })));
    updates.push(performance.now() - before);
    if (points > 0) done.columns += 1;
  }
  isOver = true;
  await watching;
  return { gaps, updates, done };
}

/** The one state that everything comes back to, still; gives both pictures. */
export async function rest() {
  if (plays()) playButton().click();
  for (const widget of widgets) {
    widget.style.width = '800px';
    widget.dataset = null;
    await widget.update({ at: null });
  }
  await new Promise((resolve) => setTimeout(resolve, 1000));
  return widgets.map((widget) => widget.shadowRoot.querySelector('canvas').toDataURL());
}

/** What the widgets complained about. */
export function problems() {
  return told;
}

const playButton = () => widgets[0].shadowRoot.querySelector('.play');
const plays = () => playButton().hasAttribute('data-plays');

/** Other figures of the same facts, each up to a tenth more; with so many points as columns beside. */
function changed(seed, points) {
  const dataset = structuredClone(embedded);
  dataset.observations.forEach((row, index) => {
    if (row.metric !== 'markets' && row.metric !== 'outlets') return;
    row.value = Math.round(row.value * (1 + 0.1 * Math.abs(Math.sin(seed * 1.7 + index))));
  });
  if (points === 0) return dataset;
  const { values } = window.walk(points, seed);
  const step = Math.floor((to - from) / minute / points) * minute;
  const time = Float64Array.from(values, (_, index) => from + index * step);
  const source = dataset.sources[0].id;
  return {
    ...dataset,
    columns: [{ id: 'counted', metric: 'outlets', place: 'world', source, time, value: values.map(Math.abs) }],
  };
}
