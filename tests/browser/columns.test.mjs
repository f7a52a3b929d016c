// Very many figures as columns: handed over, drawn, looked into, changed, and refused.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { tried } from '../tried.mjs';
import { startBrowser, test } from './driver.mjs';
import { drawn, noErrors, openElement } from './steps.mjs';
import { countTraces } from './traces.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const [markets, days] = [200, 3650];

/** In the page: `window.tables` and ways to make columns. */
function prepare() {
  const day = 86_400_000;
  const first = Date.UTC(2016, 0, 1);
  const stated = { from: '2026-01-01', to: '2026-01-01', precision: 'day', basis: 'stated' };
  window.tables = (markets) => ({
    about: {
      schema: 1, edition: '2026-01-01', language: 'en', brand: { name: 'Example' },
      licence: 'CC0-1.0', note: 'Invented.',
    },
    sources: ['register', 'survey'].map((id) => ({
      id, publisher: id, title: `The ${id}`, kind: 'statistics', published: stated,
    })),
    places: [
      { id: 'world', name: 'World', kind: 'world', parents: [] },
      ...Array.from({ length: markets }, (_, at) => ({
        id: `market-${at}`, name: `Market ${at}`, kind: 'region', parents: ['world'],
      })),
    ],
    metrics: [{ id: 'outlets', name: 'Outlets', unit: 'outlets', kind: 'stock', definition: 'Open on a day.' }],
    observations: [], events: [], statements: [], models: [], partners: [], conflicts: [],
  });
  /** The figure of a market on a day: a slope with teeth, and one day that stands out. */
  window.figure = (market, at) => (at === 1234 ? 9999 : 400 + market + Math.floor(at / 10) + (at % 7));
  window.daily = (markets, days) => {
    const count = markets * days;
    const [time, value, codes] = [new Float64Array(count), new Float64Array(count), new Uint8Array(count)];
    for (let index = 0; index < count; index += 1) {
      const [market, at] = [Math.floor(index / days), index % days];
      time[index] = first + at * day;
      value[index] = window.figure(market, at);
      codes[index] = market;
    }
    const dictionary = Array.from({ length: markets }, (_, at) => `market-${at}`);
    return { id: 'daily', metric: 'outlets', time, value, place: { dictionary, codes }, source: 'register' };
  };
  /** A few days of one place, with what a test changes. */
  window.few = (change = {}) => ({
    id: 'few', metric: 'outlets', place: 'world', source: 'register',
    time: new Float64Array([0, 1, 2].map((at) => first + at * day)), value: new Float64Array([4, 5, 6]),
    ...change,
  });
  window.own = (...columns) => ({ ...window.tables(3), columns });
}

/** A page with one element that draws what `make` gives it. */
async function openOwn(make, given) {
  const page = await openElement(browser, {}, { wait: false, script: countTraces });
  await page.evaluate(prepare);
  await page.evaluate(make, given);
  await drawn(page);
  return page;
}

const openMarkets = () => openOwn(({ markets, days }) => {
  const element = document.querySelector('smart-footprint');
  element.place = 'market-0';
  element.dataset = { ...window.tables(markets), columns: [window.daily(markets, days)] };
}, { markets, days });

const openFew = () => openOwn(() => {
  document.querySelector('smart-footprint').dataset = window.own(window.few());
});

/** Waits for the next draw; gives the marks with a box. */
const updated = (page, options) => page.evaluate(async (options) => {
  const element = document.querySelector('smart-footprint');
  await element.update(options);
  return element.marks().map(({ id, kind, label, facts, value, box }) => ({ id, kind, label, facts, value, box }));
}, options);

test('ten years of daily counts of two hundred markets, market by market', async () => {
  const page = await openMarkets();
  const seen = [];
  for (const market of [0, 150]) {
    const marks = await updated(page, { place: `market-${market}` });
    const ranges = marks.filter(({ kind }) => kind === 'range');
    assert.ok(ranges.length > 100 && marks.length < 2_000, `${ranges.length} of ${marks.length} marks are ranges`);
    // The one day that stands out is in the mark of its pixels, by its figure and by its name.
    const high = ranges.filter(({ label }) => label.includes('9,999'));
    assert.equal(high.length, 1);
    assert.ok(high[0].facts.includes(`observation:daily:${market * days + 1234}`), high[0].facts.join());
    assert.equal(high[0].value, null);
    seen.push(ranges[0].label);
  }
  assert.notEqual(seen[0], seen[1]);
  // A place of which no point tells has no series.
  const none = await updated(page, { place: 'world' });
  assert.equal(none.filter(({ kind }) => kind === 'range').length, 0);
  noErrors(page);
  await page.close();
});

test('a range is told by pointer and keys, and its days by narrowing', async () => {
  const page = await openMarkets();
  const marks = await updated(page, {});
  const range = marks.find(({ label }) => label.includes('9,999'));
  const canvas = await page.evaluate(() => {
    const { x, y } = document.querySelector('smart-footprint').shadowRoot.querySelector('canvas').getBoundingClientRect();
    window.heard.length = 0;
    return { x, y };
  });
  await page.move(canvas.x + range.box.x + range.box.width / 2, canvas.y + range.box.y + 1);
  await page.waitFor(() => window.heard.some(({ type, mark }) => type === 'footprint-hover' && mark?.label.includes('9,999')));

  const walked = await page.evaluate(() => {
    const element = document.querySelector('smart-footprint');
    const ids = element.marks().filter(({ kind }) => kind === 'range').map(({ id }) => id);
    window.heard.length = 0;
    return { focused: element.focusMark(ids[0]), ids: ids.slice(0, 3) };
  });
  assert.ok(walked.focused);
  await page.key('ArrowRight');
  await page.key('ArrowRight');
  await page.waitFor((id) => window.heard.some(({ mark }) => mark?.id === id), walked.ids[2]);

  // 1 to 10 June 2019: ten points, each with its own row.
  const narrowed = await updated(page, { from: '2019-06-01', to: '2019-06-10' });
  const points = narrowed.filter(({ kind }) => kind === 'point');
  const first = (Date.UTC(2019, 5, 1) - Date.UTC(2016, 0, 1)) / 86_400_000;
  assert.deepEqual(points.map(({ facts }) => facts[0]), Array.from({ length: 10 }, (_, at) => `observation:daily:${first + at}`));
  const said = await page.evaluate(async (first) => {
    const element = document.querySelector('smart-footprint');
    element.select(`observation:daily:${first}`);
    await element.update({});
    return {
      figure: window.figure(0, first),
      value: element.marks().find(({ facts }) => facts[0] === `observation:daily:${first}`).value,
      panel: element.shadowRoot.querySelector('.panel').textContent,
      selected: element.state().selected,
    };
  }, first);
  assert.equal(said.value, said.figure);
  assert.equal(said.selected, `observation:daily:${first}`);
  assert.ok(said.panel.includes(String(said.figure)) && said.panel.includes('register'), said.panel);
  noErrors(page);
  await page.close();
});

test('what is drawn of columns is a table of as many rows as the marks tell', async () => {
  const page = await openMarkets();
  const { csv, refs } = await page.evaluate(async () => {
    const element = document.querySelector('smart-footprint');
    return { csv: await element.toCsv(), refs: new Set(element.marks().flatMap(({ facts }) => facts)).size };
  });
  const lines = csv.trimEnd().split('\r\n');
  assert.equal(lines.length - 1, refs);
  assert.ok(lines.some((line) => line.startsWith('observation:daily:1234,') && line.includes('9999')), lines[1]);
  noErrors(page);
  await page.close();
});

test('other columns are drawn in the place of the first, which the page keeps as they were', async () => {
  const page = await openFew();
  const seen = await page.evaluate(async () => {
    const element = document.querySelector('smart-footprint');
    const values = () => element.marks().filter(({ kind }) => kind === 'point').map(({ value }) => value);
    const [few, first] = [window.few(), values()];
    const given = window.own({ ...few, value: new Float64Array([7, 8, 9]) });
    await element.update({ dataset: given });
    const second = values();
    few.value[0] = 1; // not handed over
    const same = element.dataset === given && !Object.isFrozen(given.columns[0].value) && !('dataset' in element.state());
    // Written into in place, and handed over again.
    given.columns[0].value.set([1, 2, 3]);
    await element.update({ theme: 'dark' });
    const before = values();
    await element.update({ dataset: given });
    return { first, second, same, before, third: values() };
  });
  assert.deepEqual(seen, { first: [4, 5, 6], second: [7, 8, 9], same: true, before: [7, 8, 9], third: [1, 2, 3] });
  noErrors(page);
  await page.close();
});

test('numbers of any make are read alike', async (t) => {
  const page = await openFew();
  const seen = await page.evaluate(async () => {
    const element = document.querySelector('smart-footprint');
    const frame = document.body.appendChild(document.createElement('iframe'));
    const Foreign = frame.contentWindow.Float64Array;
    class Lying extends Float64Array {
      get length() { throw new Error('length'); }
      get buffer() { throw new Error('buffer'); }
      subarray() { throw new Error('subarray'); }
      [Symbol.iterator]() { throw new Error('iterator'); }
      static get [Symbol.species]() { throw new Error('species'); }
    }
    const { time } = window.few();
    const shared = typeof SharedArrayBuffer === 'function' && new Float64Array(new SharedArrayBuffer(24));
    shared?.set?.([4, 5, 6]);
    const growing = ArrayBuffer.prototype.resize && new Float64Array(new ArrayBuffer(24, { maxByteLength: 80 }));
    growing?.set?.([4, 5, 6]);
    const codes = { dictionary: ['survey', 'register'], codes: [1, 1, 1] };
    const makes = {
      'a plain array': { value: [4, 5, 6], time: [...time] },
      'singles': { value: new Float32Array([4, 5, 6]) },
      'whole numbers': { value: new Int16Array([4, 5, 6]) },
      'a part of a buffer': { value: new Float64Array([0, 4, 5, 6, 0]).subarray(1, 4) },
      'of another frame': { value: Foreign.of(4, 5, 6) },
      'a class of its own': { value: new Lying([4, 5, 6]), time: new Lying(time) },
      'codes': { source: codes },
      'codes in a typed array': { source: { ...codes, codes: new Uint32Array([1, 1, 1]) } },
      'in another order': { value: [6, 4, 5], time: [2, 0, 1].map((at) => time[at]) },
      ...(shared && { 'shared memory': { value: shared } }),
      ...(growing && { 'memory that may grow': { value: growing } }),
    };
    const told = {};
    for (const [name, change] of Object.entries(makes)) {
      await element.update({ dataset: window.own(window.few({ value: [1, 1, 1] })) });
      await element.update({ dataset: window.own(window.few(change)) });
      const points = element.marks().filter(({ kind }) => kind === 'point');
      told[name] = points.map(({ value, sources }) => `${value} ${sources}`).join();
    }
    return told;
  });
  tried(t, Object.keys(seen).length);
  for (const [name, told] of Object.entries(seen)) assert.equal(told, '4 register,5 register,6 register', name);
  noErrors(page);
  await page.close();
});

test('what is wrong in columns is listed by its place, and the last good picture stays', async (t) => {
  const page = await openFew();
  const seen = await page.evaluate(async () => {
    const { validate } = await import('/pkg/index.js');
    const element = document.querySelector('smart-footprint');
    const throwing = { get() { throw new Error('no'); }, ownKeys() { throw new Error('no'); } };
    const detached = new Float64Array([4, 5, 6]);
    structuredClone(detached.buffer, { transfer: [detached.buffer] });
    const revoked = Proxy.revocable([4, 5, 6], {});
    revoked.revoke();
    const few = window.few;
    const bad = {
      'no list': 5,
      'a throwing list': new Proxy([few()], throwing),
      'a number': [5],
      'a throwing block': [new Proxy(few(), throwing)],
      'no time': [few({ time: undefined })],
      'a throwing getter': [{ ...few(), get value() { throw new Error('no'); } }],
      'detached': [few({ value: detached })],
      'a view of bytes': [few({ value: new DataView(new ArrayBuffer(24)) })],
      'big integers': [few({ value: new BigInt64Array(3) })],
      'a revoked list': [few({ value: revoked.proxy })],
      'a proxy of a typed array': [few({ value: new Proxy(new Float64Array(3), {}) })],
      'an object': [few({ value: { 0: 4, length: 3 } })],
      'a hole': [few({ value: [4, , 6] })], // eslint-disable-line no-sparse-arrays
      'no number': [few({ value: new Float64Array([4, NaN, 6]) })],
      'text': [few({ value: [4, '5', 6] })],
      'too short': [few({ value: [4, 5] })],
      'far off': [few({ time: [0, 1e18, 2] })],
      'a strange code': [few({ place: { dictionary: ['world'], codes: [0, 1, 0] } })],
      'a strange word': [few({ place: { dictionary: ['world', 'nowhere'], codes: [0, 0, 0] } })],
      'no dictionary': [few({ source: { codes: [0, 0, 0] } })],
      'a strange place': [few({ place: 'nowhere' })],
      'a strange metric': [few({ metric: 'nothing' })],
      'a strange hedge': [few({ qualifier: 'perhaps' })],
      'twice': [few(), few()],
      'too many': [few({ value: new Proxy([], { get: (list, name) => (name === 'length' ? 4e9 : 0) }) })],
    };
    const told = {};
    const before = element.shadowRoot.querySelector('canvas').toDataURL();
    for (const [name, columns] of Object.entries(bad)) {
      const dataset = { ...window.own(), columns };
      const [first] = await validate(dataset);
      window.heard.length = 0;
      await element.update({ dataset });
      const problems = window.heard.find(({ type }) => type === 'footprint-problem')?.problems;
      told[name] = `${first?.code} ${first?.path} ${first?.path === problems?.[0].path}`;
    }
    const [unknown] = await validate(window.own(few({ color: 'red' })));
    const [same] = await validate(window.own(few({ time: new Float64Array(3) })));
    const stays = element.shadowRoot.querySelector('canvas').toDataURL() === before;
    return { told, stays, marks: element.marks().length, warnings: [unknown, same].map(({ code, severity }) => `${code} ${severity}`) };
  });
  tried(t, Object.keys(seen.told).length);
  assert.deepEqual(seen.told, {
    'no list': 'wrong-value columns true',
    'a throwing list': 'wrong-value columns true',
    'a number': 'wrong-value columns[0] true',
    'a throwing block': 'wrong-value columns[0] true',
    'no time': 'missing columns[0].time true',
    'a throwing getter': 'wrong-value columns[0].value true',
    'detached': 'missing columns[0].value true',
    'a view of bytes': 'wrong-value columns[0].value true',
    'big integers': 'wrong-value columns[0].value true',
    'a revoked list': 'wrong-value columns[0].value true',
    'a proxy of a typed array': 'wrong-value columns[0].value true',
    'an object': 'wrong-value columns[0].value true',
    'a hole': 'wrong-value columns[0].value[1] true',
    'no number': 'wrong-value columns[0].value[1] true',
    'text': 'wrong-value columns[0].value[1] true',
    'too short': 'unequal-length columns[0].value true',
    'far off': 'impossible-date columns[0].time[1] true',
    'a strange code': 'wrong-value columns[0].place.codes[1] true',
    'a strange word': 'dangling-reference columns[0].place.dictionary[1] true',
    'no dictionary': 'missing columns[0].source.dictionary true',
    'a strange place': 'dangling-reference columns[0].place true',
    'a strange metric': 'dangling-reference columns[0].metric true',
    'a strange hedge': 'unknown-word columns[0].qualifier true',
    'twice': 'duplicate-id columns[1].id true',
    'too many': 'too-large columns[0].value true',
  });
  assert.deepEqual(seen.warnings, ['unknown-name warning', 'duplicate-time warning']);
  assert.ok(seen.stays && seen.marks > 0);
  noErrors(page);
  await page.close();
});

test('columns by src are plain lists', async () => {
  const page = await openOwn(() => {
    const block = document.head.appendChild(document.createElement('script'));
    [block.type, block.id] = ['application/json', 'own'];
    const few = window.few();
    block.textContent = JSON.stringify(window.own({ ...few, time: [...few.time], value: [...few.value] }));
    document.querySelector('smart-footprint').src = '#own';
  });
  const marks = await updated(page, {});
  assert.deepEqual(marks.filter(({ kind }) => kind === 'point').map(({ value }) => value), [4, 5, 6]);
  noErrors(page);
  await page.close();
});

test('new columns every so often leave nothing of the old ones', async () => {
  const page = await openFew();
  const bytes = [];
  for (const times of [3, 17]) {
    bytes.push(await page.evaluate(async (times) => {
      const element = document.querySelector('smart-footprint');
      for (let time = 0; time < times; time += 1) {
        await element.update({ dataset: { ...window.tables(20), columns: [window.daily(20, 3650)] }, place: 'market-3' });
      }
      return window.wasmBytes();
    }, times));
  }
  // The module's memory never shrinks, and its free parts are not always as large as what is to lie in
  // them. Of seventeen copies, eight bytes a point, less than two found no room.
  assert.ok(bytes[1] - bytes[0] < 2 * 20 * days * 8, bytes.join());
  noErrors(page);
  await page.close();
});
