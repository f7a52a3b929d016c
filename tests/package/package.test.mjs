// The built package, as Node and npm see it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliSize } from '../../element/build/compressed.mjs';
import { budget, firstPictureFiles, views } from '../../element/build/first-picture-files.mjs';

const folder = fileURLToPath(new URL('../../pkg', import.meta.url));
const read = (name) => readFileSync(path.join(folder, name));
const json = (name) => JSON.parse(read(name));
const entry = (name) => import(pathToFileURL(path.join(folder, name)));
const manifest = json('package.json');
const node = await entry(manifest.exports['.'].node);

test('holds what the package is to hold, and nothing else', () => {
  const allowed = [
    /^package\.json$/, /^README\.md$/, /^LICENSE[\w.-]*$/,
    /^(index|element|standalone|index\.node|element\.node)\.js$/, /^[a-z_]+-[A-Z0-9]{8}\.js$/, /^(index|element|jsx|standalone)\.d\.ts$/,
    /^(smart-footprint|first-(growth|markets|sales|lineup))\.wasm$/, /^dataset(\.schema)?\.json$/, /^sbom\.cdx\.json$/, /^languages\/(en|de|zh)\.json$/, /^static\/[\w-]+\.(svg|png)$/,
  ];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => path.relative(folder, path.join(file.parentPath ?? file.path, file.name)));
  const others = files.filter((file) => !allowed.some((pattern) => pattern.test(file)));
  assert.deepEqual(others, []);
  for (const view of views) {
    assert.ok(files.includes(`static/${view}.svg`) && files.includes(`static/${view}.png`), view);
  }
  assert.ok(files.some((file) => file.startsWith('LICENSE')), 'a licence');
});

test('the README says what each file is, and of none that is not there', () => {
  const [, table] = /## What the package holds\n([^]*?)\n## /.exec(read('README.md').toString());
  const told = [...table.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, names]) => [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  const patterns = told.map((name) => new RegExp(`^${name.replace(/[.]/g, '\\.').replace(/\*/g, '[^/]+').replace(/\/$/, '/[^/]+')}$`));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => path.relative(folder, path.join(file.parentPath ?? file.path, file.name)))
    .filter((file) => !['README.md', 'package.json', 'LICENSE'].includes(file));
  assert.deepEqual(files.filter((file) => !patterns.some((pattern) => pattern.test(file))), [], 'not told');
  assert.deepEqual(told.filter((_, at) => !files.some((file) => patterns[at].test(file))), [], 'not there');
});

test('every file that an export names is there', () => {
  const targets = Object.values(manifest.exports).flatMap((target) =>
    typeof target === 'string' ? [target] : Object.values(target));
  for (const target of targets.filter((name) => !name.includes('*'))) read(target);
  for (const name of [...manifest.sideEffects, manifest.types, manifest.unpkg, manifest.jsdelivr]) read(name);
});

test('no path of the machine that built it stands in it', () => {
  for (const name of readdirSync(folder).filter((file) => /\.(wasm|js)$/.test(file))) {
    const text = read(name).toString('latin1');
    assert.ok(!text.includes(process.cwd()), name);
    assert.ok(!/\/(root|home|Users)\//.test(text), name);
  }
});

test('imports where there is no DOM, by every entry', async () => {
  assert.equal(typeof globalThis.document, 'undefined');
  for (const name of ['index.js', 'index.node.js']) await entry(name);
  for (const name of ['element.js', 'element.node.js']) (await entry(name)).define(); // does nothing here
});

test('the package resolves by its name, for Node', () => {
  const script = "import('smart-footprint').then((m) => m.dataset()).then((d) => console.log(d.about.brand.name))";
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: folder });
  assert.equal(String(said).trim(), json('dataset.json').about.brand.name);
});

test('dataset() is dataset.json, a fresh copy each time', async () => {
  const first = await node.dataset();
  assert.deepEqual(first, json('dataset.json'));
  first.observations.length = 0;
  assert.deepEqual(await node.dataset(), json('dataset.json'));
});

test('every fact has a source and a period that says how precise it is and on what basis', async () => {
  const { observations, events, statements, sources } = await node.dataset();
  const known = new Set(sources.map(({ id }) => id));
  const precisions = ['day', 'month', 'half-year', 'year', 'decade', 'span'];
  const bases = ['stated', 'context', 'publication', 'inferred'];
  for (const table of [observations, events, statements]) {
    assert.ok(table.length > 0);
    for (const row of table) {
      assert.ok(known.has(row.source), `${row.id}: ${row.source}`);
      assert.ok(precisions.includes(row.period.precision), `${row.id}: ${row.period.precision}`);
      assert.ok(bases.includes(row.period.basis), `${row.id}: ${row.period.basis}`);
      assert.ok('from' in row.period && 'to' in row.period, row.id);
    }
  }
  for (const row of observations) assert.ok(row.qualifier, row.id);
});

test('validate() finds nothing in the embedded dataset, and every mistake in a broken one', async () => {
  const dataset = await node.dataset();
  assert.deepEqual(await node.validate(dataset), []);
  dataset.observations[0].source = 'nobody';
  dataset.observations[1].period.to = '2026-02-30';
  const problems = (await node.validate(dataset)).filter(({ severity }) => severity === 'error');
  assert.ok(problems.length >= 2);
  assert.ok(problems.some((problem) => problem.path.startsWith('observations[0]')));
  assert.ok(problems.some((problem) => problem.path.startsWith('observations[1].period')));
  for (const { code, message } of problems) assert.ok(code && message);
});

test('validate() reads objects that are not plain, and names what throws', async () => {
  const dataset = await node.dataset();
  assert.deepEqual(await node.validate(Object.assign(Object.create(null), dataset)), []);
  const revoked = Proxy.revocable([], {});
  revoked.revoke();
  const trap = () => { throw new Error('trapped'); };
  const hostile = [
    revoked.proxy,
    new Proxy({}, { ownKeys: trap }),
    new Proxy({ about: 1 }, { get: trap, getOwnPropertyDescriptor: trap }),
    { ...dataset, propertyIsEnumerable: 1, sources: revoked.proxy },
  ];
  for (const [at, value] of hostile.entries()) {
    const problems = await node.validate(value);
    assert.ok(problems.some(({ severity }) => severity === 'error'), `value ${at}`);
  }
});

test('renderSvg() draws without a DOM, each view at each width', async () => {
  for (const view of views) {
    for (const width of [320, 800, 1600]) {
      const svg = await node.renderSvg({ view, width });
      assert.match(svg, /^<svg[^>]* xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      assert.match(svg, new RegExp(`^<svg[^>]* width="${width}"`));
      assert.ok(svg.split('<text').length > 10, `${view} at ${width} has texts`);
    }
  }
});

test('renderSvg() draws a dataset of the host, and refuses a bad one with its problems', async () => {
  const dataset = await node.dataset();
  assert.equal(
    await node.renderSvg({ view: 'growth', width: 800, dataset }),
    await node.renderSvg({ view: 'growth', width: 800 }),
  );
  await assert.rejects(node.renderSvg({ width: 800, dataset: { about: 1 } }), (error) => {
    assert.ok(error instanceof node.FootprintError);
    assert.equal(error.code, 'dataset');
    assert.ok(error.problems.length > 1);
    return true;
  });
});

test('renderSvg() does not draw another dataset than the one that src names', async () => {
  await assert.rejects(node.renderSvg({ width: 800, src: 'data.json' }), (error) => {
    assert.equal(error.code, 'options');
    assert.deepEqual(error.problems.map(({ path }) => path), ['src']);
    return true;
  });
  const dataset = await node.dataset();
  assert.match(await node.renderSvg({ width: 800, src: 'data.json', dataset }), /^<svg/);
});

test('init() takes the module in any form', async () => {
  for (const [at, form] of ['bytes', 'buffer', 'module'].entries()) {
    const { init, dataset } = await import(`${pathToFileURL(path.join(folder, 'index.node.js'))}?${at}`);
    const bytes = new Uint8Array(read('smart-footprint.wasm'));
    await init({ wasm: { bytes, buffer: bytes.buffer, module: new WebAssembly.Module(bytes) }[form] });
    assert.ok((await dataset()).sources.length > 0);
  }
});

test('init(null) is init()', async () => {
  await node.init(null);
});

test('renderSvg() says what is wrong by its code, and warns of what it did not understand', async () => {
  const dataset = await node.dataset();
  for (const width of [0, NaN, 20_000, 'wide', undefined, null]) {
    await assert.rejects(node.renderSvg({ width, dataset }), (error) => {
      assert.deepEqual([error.name, error.code, error.problems[0].path], ['FootprintError', 'options', 'width']);
      return true;
    }, String(width));
  }
  await assert.rejects(node.renderSvg(null), { name: 'FootprintError', code: 'options' });
  const throwing = { width: 800, get view() { throw new Error('no view today'); } };
  await assert.rejects(node.renderSvg(throwing), { name: 'FootprintError', code: 'options', message: /no view today/ });

  const heard = [];
  await node.renderSvg({ width: 800, view: 'nowhere', at: 'soon' }, (warnings) => heard.push(...warnings));
  assert.deepEqual(heard.map(({ path, severity }) => `${path} ${severity}`).sort(), ['at warning', 'view warning']);
  await node.renderSvg({ width: 800 }, () => assert.fail('nothing to warn of'));
});

test('what cannot be answered is refused with a code', async () => {
  await assert.rejects(node.mount({}), { name: 'FootprintError', code: 'no-dom' });
  const { init } = await import(`${pathToFileURL(path.join(folder, 'index.node.js'))}?broken`);
  await assert.rejects(init({ wasm: new Uint8Array([1, 2, 3]) }), { code: 'wasm-broken' });
});

for (const view of views) {
  test(`a first picture stays in its budget: ${view}`, async () => {
    const files = await firstPictureFiles(folder, view);
    assert.deepEqual(files, ['element.js', `first-${view}.wasm`]);
    const total = files.reduce((sum, name) => sum + brotliSize(read(name)), 0);
    assert.ok(total <= budget, `${total} bytes in brotli`);
  });
}
