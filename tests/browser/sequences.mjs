// Random sequences of what readers and pages do to a widget, each from its seed alone. At its end
// the widget must be as a fresh one in the same state is. One that fails is made as short as it
// still fails, and told with its seed, its steps and both pictures.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PNG } from 'pngjs';
import { project } from './driver.mjs';
import { countTraces } from './traces.mjs';

const views = ['growth', 'markets', 'sales', 'lineup'];
const days = ['2023-12-31', '2024-06-30', '2025-01-01', '2025-12-31', '2026-06-30', '1999-01-01', '9999-12-31', '2025-02-30', 'soon'];
const words = ['Mine', '', '<b>&amp;</b>', 'المملكة العربية السعودية', '中华人民共和国香港特别行政区', 'W'.repeat(90), ' '];

/** What an attribute may be given: what is understood, and what is not. */
const values = {
  view: [...views, ...views, 'nonsense'],
  metric: ['markets', 'outlets', 'deliveries', 'nonsense'],
  place: ['world', 'CN', 'europe', 'FI', 'nonsense'],
  from: days,
  to: days,
  at: days,
  'published-by': days,
  sources: ['2026-h1-results', '2023-results, 2026-h1-results', 'nonsense', ''],
  qualifiers: ['exact', 'more-than at-least', 'nonsense'],
  kinds: ['launch', 'entry,rollout', 'nonsense'],
  selected: ['place:world', 'place:HK', 'model:5', 'source:2026-h1-results', 'conflict:none', 'nonsense'],
  heading: words,
  subheading: words,
  note: words,
  lang: ['en', 'de', 'zh', 'zh-Hans-CN', 'fr', 'x'],
  theme: ['light', 'dark', 'auto', 'nonsense'],
  controls: ['', 'false'],
  hash: [''],
  group: ['a'],
};
const keys = [
  'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp', '[', ']',
  'Enter', 'Enter', ' ', 'Escape', 'Escape', '?', 'x',
];

/** Numbers from 0 to 1, the same for the same seed. */
export function randomOf(seed) {
  let state = (seed + 0x9e3779b9) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The sequence of a seed: how the widget starts, and what is done then. */
export function sequenceOf(seed) {
  const random = randomOf(seed);
  const pick = (items) => items[Math.floor(random() * items.length)];
  const attribute = () => {
    const name = pick(Object.keys(values));
    return { name, value: random() < 0.25 ? null : pick(values[name]) };
  };
  const property = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
  const makers = {
    attribute: () => ({ do: 'attribute', ...attribute() }),
    update: () => ({
      do: 'update',
      options: Object.fromEntries(Array.from({ length: 1 + Math.floor(random() * 3) }, attribute)
        .map(({ name, value }) => [property(name), name === 'controls' || name === 'hash' ? value !== null : value])),
    }),
    dataset: () => ({ do: 'dataset', name: pick(['own', 'fewer', 'embedded', 'embedded', 'broken', 'text']) }),
    page: () => ({
      do: 'page',
      page: random() < 0.7 ? { width: pick([200, 320, 479, 480, 700, 900, 1100, 1400]) } : { dark: random() < 0.5 },
    }),
    language: () => ({ do: 'language', lang: pick(['en', 'de', 'zh', 'fr', '']) }),
    select: () => ({ do: 'select', share: random(), none: random() < 0.3 }),
    focus: () => ({ do: 'focus', share: random() }),
    key: () => ({ do: 'key', key: pick(keys), share: random() < 0.7 ? 0 : random() }),
    pointer: () => ({
      do: 'pointer', kind: pick(['move', 'click']), share: random(), x: random(), y: random(), touch: random() < 0.2,
    }),
    leave: () => ({ do: 'leave' }),
    press: () => ({ do: 'press', share: random() }),
    move: () => ({ do: 'move' }),
    away: () => ({ do: 'away' }),
    ask: () => ({ do: 'ask', what: pick(['svg', 'csv', 'both']) }),
    frame: () => ({ do: 'frame' }),
  };
  const often = { attribute: 5, update: 4, dataset: 2, page: 3, key: 6, pointer: 6, press: 4, frame: 3 };
  const kinds = Object.keys(makers).flatMap((kind) => Array(often[kind] ?? 1).fill(kind));
  const attributes = { view: pick(views) };
  if (random() < 0.5) attributes.controls = '';
  const steps = Array.from({ length: 4 + Math.floor(random() * 16) }, () => makers[pick(kinds)]());
  // For some, pointer and keys are the browser's own.
  return { seed, driven: seed % 10 === 0, attributes, steps };
}

/** A page to play sequences on. */
export async function openSequences(browser) {
  const page = await browser.open('/tests/browser/pages/blank.html', { width: 1450, height: 900, script: countTraces });
  await page.evaluate(async () => {
    await import('/tests/browser/pages/sequences.js');
    await import('/pkg/element.js');
    window.resting = window.traces();
  });
  return page;
}

/** Plays one; what was wrong, and both pictures where they differ. */
export async function play(page, sequence) {
  const before = page.errors.length;
  const result = sequence.driven ? await drive(page, sequence) : await page.evaluate(async (sequence) => {
    const { play } = await import('/tests/browser/pages/sequences.js');
    return play(sequence);
  }, sequence);
  const told = page.errors.slice(before).filter((text) => !result.faults.some((fault) => fault.includes(text)));
  return { ...result, faults: [...result.faults, ...told] };
}

async function drive(page, { attributes, steps }) {
  const inPage = (name, ...values) => page.evaluate(async ({ name, values }) => {
    const sequences = await import('/tests/browser/pages/sequences.js');
    return sequences[name](...values);
  }, { name, values });
  await inPage('begin', attributes);
  for (const step of steps) {
    const wish = await inPage('step', step, true);
    if (wish?.key) await page.key(wish.key);
    else if (wish?.pointer === 'click') await page.click(wish.x, wish.y);
    else if (wish?.pointer) await page.move(wish.x, wish.y);
  }
  return inPage('end');
}

/** The shortest sequence found in so many tries that still fails: steps are left out as long as it does. */
export async function shorten(browser, sequence, tries = 40) {
  const fails = async (tried) => {
    if (tries <= 0) return false;
    tries -= 1;
    const page = await openSequences(browser);
    try {
      return (await play(page, tried)).faults.length > 0;
    } catch {
      return true;
    } finally {
      await page.close();
    }
  };
  let short = sequence;
  if (sequence.driven && await fails({ ...sequence, driven: false })) short = { ...sequence, driven: false };
  for (let size = Math.ceil(short.steps.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < short.steps.length;) {
      const tried = { ...short, steps: short.steps.toSpliced(from, size) };
      if (await fails(tried)) short = tried;
      else from += size;
    }
  }
  return short;
}

/** Writes what was seen of a failing sequence; gives the folder. */
export async function record(sequence, { faults, pictures }, folder = path.join(project, 'target/sequences')) {
  const name = path.join(folder, `seed-${sequence.seed}`);
  await mkdir(folder, { recursive: true });
  await writeFile(`${name}.json`, JSON.stringify({ ...sequence, faults }, null, 2));
  if (pictures) {
    const [one, fresh] = pictures.map((url) => PNG.sync.read(Buffer.from(url.split(',')[1], 'base64')));
    await writeFile(`${name}-widget.png`, PNG.sync.write(one));
    await writeFile(`${name}-fresh.png`, PNG.sync.write(fresh));
    await writeFile(`${name}-difference.png`, PNG.sync.write(difference(one, fresh)));
  }
  return name;
}

/** Black where both are alike, and where only one has a pixel white. */
function difference(one, other) {
  const [width, height] = [Math.max(one.width, other.width), Math.max(one.height, other.height)];
  const picture = new PNG({ width, height });
  const pixel = (png, x, y) => (x < png.width && y < png.height ? png.data.readUInt32BE((y * png.width + x) * 4) : null);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const differs = pixel(one, x, y) !== pixel(other, x, y);
      picture.data.writeUInt32BE(differs ? 0xffffffff : 0x000000ff, (y * width + x) * 4);
    }
  }
  return picture;
}

/**
 * Plays the sequences of so many seeds, on so many pages side by side: much of the time one waits for
 * frames. What fails is told at once, and after so many that is all; gives which failed, and what was
 * left on the pages at the end.
 */
export async function playAll(browser, { first, count, say, until = () => false, most = 3, pages = 1 }) {
  const failing = [];
  const leftOver = { elements: 0 };
  let [next, played, steps] = [first, 0, 0];
  const work = async () => {
    let page = await openSequences(browser);
    while (next < first + count && failing.length < most && !until()) {
      const sequence = sequenceOf(next);
      next += 1;
      let result;
      try {
        result = await play(page, sequence);
      } catch (error) {
        result = { faults: [`the page failed: ${error.message}`], pictures: null };
      }
      played += 1;
      steps += sequence.steps.length;
      if (result.faults.length === 0) continue;
      failing.push(sequence.seed);
      say(`seed ${sequence.seed}: ${result.faults.join('\n  ')}`);
      const short = await shorten(browser, sequence);
      say(`  shortest: ${JSON.stringify(short)}`);
      say(`  kept as ${await record(short, result)}.*`);
      // What is wrong with one must not be told of the next.
      await page.close();
      page = await openSequences(browser);
    }
    for (const [kind, number] of Object.entries(await left(page))) leftOver[kind] = (leftOver[kind] ?? 0) + number;
    await page.close();
  };
  await Promise.all(Array.from({ length: pages }, work));
  return { played, steps, failing, left: leftOver };
}

/** Observers, timers, listeners and elements that sequences have left behind. */
async function left(page) {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)));
  return page.evaluate(() => {
    const more = Object.entries(window.traces()).filter(([kind, count]) => count > (window.resting[kind] ?? 0));
    return { ...Object.fromEntries(more), elements: document.getElementById('place').childElementCount };
  });
}
