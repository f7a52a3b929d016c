// A page's own data, whatever it is: every problem is told with its path, the work is bounded
// by the limits, and nothing is left behind.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { tried } from '../tried.mjs';
import { badDatasets, oddDatasets } from './bad-datasets.mjs';

const entry = pathToFileURL(fileURLToPath(new URL('../../pkg/index.node.js', import.meta.url)));

/** The memory of the module that this test asks; no other one is started here. */
let memory;
const instantiate = WebAssembly.instantiate;
WebAssembly.instantiate = async (...all) => {
  const made = await instantiate.apply(WebAssembly, all);
  memory = (made.instance ?? made).exports.memory;
  return made;
};
const { dataset, validate, renderSvg, FootprintError } = await import(`${entry}?bad-datasets`);
const good = await dataset();
const goodText = JSON.stringify(good);
const fresh = () => JSON.parse(goodText);
const views = ['growth', 'markets', 'sales', 'lineup'];

/** How often anything is asked of the value, in all its parts. */
function counted(value, count = { traps: 0 }) {
  const traps = {};
  for (const name of ['get', 'ownKeys', 'has', 'getOwnPropertyDescriptor', 'getPrototypeOf']) {
    traps[name] = (...all) => {
      count.traps += 1;
      const found = Reflect[name](...all);
      return name === 'get' && found && typeof found === 'object' ? counted(found, count)[0] : found;
    };
  }
  return [new Proxy(value, traps), count];
}

test('there are enough of them, each once', () => {
  assert.ok(badDatasets.length >= 40);
  assert.equal(new Set(badDatasets.map(({ name }) => name)).size, badDatasets.length);
});

/** With an error among its problems it is refused with all of them. */
async function isDrawnOrRefused(make, problems) {
  const value = make(fresh());
  const isEmbedded = value === undefined || value === null; // as an option they mean that one
  const drawn = renderSvg({ width: 640, dataset: value });
  if (isEmbedded || problems.every(({ severity }) => severity === 'warning')) {
    assert.match(await drawn, /^<svg/);
  } else {
    await assert.rejects(drawn, (error) => {
      assert.ok(error instanceof FootprintError);
      assert.equal(error.code, 'dataset');
      assert.deepEqual(error.problems, problems);
      return true;
    });
  }
}

for (const { name, make, problems: expected, others } of badDatasets) {
  test(`bad: ${name}`, async () => {
    const value = make(fresh());
    const started = performance.now();
    const problems = await validate(value);
    if (process.env.TIMES) console.log(`${(performance.now() - started).toFixed(1)} ms  ${name}`);

    let at = -1;
    for (const [code, path, fragment] of expected) {
      const wanted = typeof path === 'function' ? path(fresh()) : path;
      const fits = (problem) => problem.code === code && problem.message.includes(fragment)
        && (wanted instanceof RegExp ? wanted.test(problem.path) : problem.path === wanted);
      const found = problems.findIndex((problem, index) => index > at && fits(problem));
      assert.ok(found >= 0, `${code} at ${wanted}: ${fragment}\n${JSON.stringify(problems.slice(0, 8), null, 1)}`);
      at = found;
    }
    if (!others) assert.equal(problems.length, expected.length, JSON.stringify(problems.slice(0, 8), null, 1));

    assert.ok(problems.length <= 101);
    for (const problem of problems) {
      assert.deepEqual(Object.keys(problem), ['code', 'path', 'message', 'severity']);
      assert.match(problem.code, /^[a-z]+(-[a-z]+)*$/);
      assert.ok(problem.message.length < 400 && problem.path.length < 200, problem.message);
      // eslint-disable-next-line no-control-regex
      assert.doesNotMatch(problem.message + problem.path, /[\u0000-\u001f]/);
    }

    await isDrawnOrRefused(make, problems);
    const before = memory.buffer.byteLength;
    await validate(make(fresh()));
    await renderSvg({ width: 640, dataset: make(fresh()) }).catch(() => {});
    assert.equal(memory.buffer.byteLength, before, 'a second time takes no more memory');
  });
}

test('after all of them a good one is drawn as before, and no object has a name more', async () => {
  assert.equal({}.polluted, undefined);
  assert.equal(await renderSvg({ width: 640, dataset: fresh() }), await renderSvg({ width: 640 }));
});

/** What scripts hold once all that nobody holds is gone. */
function heap() {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

test('twenty runs over all of them take no more memory than one, of the module and of scripts', async (t) => {
  const quick = badDatasets.filter(({ name }) => !/million|megabyte|billions|bytes/.test(name));
  const all = async () => {
    for (const { make } of quick) await validate(make(fresh()));
  };
  tried(t, 20 * quick.length);
  await all();
  const [before, heapBefore] = [memory.buffer.byteLength, heap()];
  for (let run = 0; run < 20; run += 1) await all();
  assert.equal(memory.buffer.byteLength, before);
  const grown = heap() - heapBefore;
  assert.ok(grown < heapBefore * 0.05, `${heapBefore} bytes grew by ${grown}`);
});

test('each part is read once, and what no dataset has is not read', async () => {
  const asked = [];
  const watch = (value, path) => new Proxy(value, {
    get(target, name) {
      if (typeof name === 'string' && name !== 'length') asked.push(`${path}.${name}`);
      const found = Reflect.get(target, name);
      return found && typeof found === 'object' ? watch(found, `${path}.${String(name)}`) : found;
    },
  });
  const value = fresh();
  value.models[0].extra = { never: 'read' };
  value.surplus = { never: 'read' };
  const problems = await validate(watch(value, ''));
  assert.deepEqual(problems.map(({ path }) => path), ['surplus', 'models[0].extra']);
  assert.equal(new Set(asked).size, asked.length);
  assert.ok(asked.includes('.models.0.name'));
  assert.deepEqual(asked.filter((path) => /extra|surplus/.test(path)), []);
});

test('what is too much is not read', async (t) => {
  const few = [
    [new Array(10_000_000), 3],
    [Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`n${index}`, index])), 3],
    [new Proxy([], { get: (target, name) => (name === 'length' ? Number.MAX_SAFE_INTEGER : target[name]) }), 3],
  ];
  tried(t, few.length);
  for (const [value, most] of few) {
    const [watched, count] = counted(value);
    await validate({ ...fresh(), conflicts: watched });
    assert.ok(count.traps >= 1 && count.traps <= most, `${count.traps} steps`);
  }
});

test('the steps of one reading have a limit, however much there is to read', async () => {
  // Every table is full, every row has every field, every field holds a hundred names.
  const count = { traps: 0 };
  const names = (all) => ({
    get: (_, name) => (count.traps += 1, typeof name === 'symbol' ? undefined : 1),
    ownKeys: () => (count.traps += 1, all),
    getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: 1 }),
  });
  const field = new Proxy({}, names(Array.from({ length: 100 }, (_, index) => `n${index}`)));
  const row = new Proxy({}, { ...names(['id', 'what', 'between']), get: () => (count.traps += 1, field) });
  const list = new Proxy([], { get: (_, name) => (count.traps += 1, name === 'length' ? 50_000 : row) });
  const problems = await validate({ conflicts: list });
  assert.deepEqual(problems.map(({ code }) => code), ['too-large']);
  assert.match(problems[0].path, /^conflicts\[\d+\]/);
  // A step asks at most for a value; a list and an object for their sort and names besides.
  assert.ok(count.traps > 400_000 && count.traps < 1_300_000, `${count.traps} traps`);
});

for (const { name, make } of oddDatasets) {
  test(`odd: ${name}`, async (t) => {
    tried(t, 2 * views.length);
    const value = make(fresh());
    assert.deepEqual(await validate(value), []);
    for (const view of views) {
      for (const width of [240, 900]) {
        const started = performance.now();
        const svg = await renderSvg({ view, width, dataset: value });
        if (process.env.TIMES) console.log(`${(performance.now() - started).toFixed(1)} ms  ${name}, ${view} at ${width}`);
        assert.match(svg, /^<svg[^>]*>[^]*<\/svg>\s*$/);
        assert.doesNotMatch(svg, /<(script|img)|NaN|Infinity/, `${view} at ${width}`);
      }
    }
  });
}
