// The page that tells what is tried is the one that the report writes: its figures come from runs, and the
// rest is compared here. The report counts what tests tell, and leaves no test out.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { endured } from '../report/endurance.mjs';
import { groups, kinds } from '../report/kinds.mjs';
import { files, gaps, nativeResults, nothing, report } from '../report.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

describe('the page', () => {
  const page = readFileSync('docs/testing.md', 'utf8');

  test('has the words of the report', () => {
    let from = 0;
    for (const words of readFileSync('tests/report/testing.md', 'utf8').split(/\{\{\w+\}\}/)) {
      const at = page.indexOf(words, from);
      assert.ok(at >= 0, `not on the page, or not there: ${words}`);
      from = at + words.length;
    }
  });

  test('has its kinds and promises', () => {
    const rows = (text) => [...text.matchAll(/^\| (.+?) \| [\d,]+ \| (.+?) \| .+ \|$/gm)].map(([, kind, promised]) => [kind, promised]);
    const part = (text) => text.slice(text.indexOf('## What was tried'), text.indexOf('## Engines'));
    assert.deepEqual(rows(part(page)), rows(part(report([]))));
    assert.equal(rows(part(page)).length, kinds.length);
  });
});

test('every file of tests is of a kind, and every kind has files that there are', () => {
  const named = new Set(kinds.flatMap(({ tests = [] }) => tests.map(([file]) => file)));
  const there = files();
  assert.deepEqual(there.filter((file) => !named.has(file)), []);
  assert.deepEqual([...named].filter((file) => !there.includes(file)), []);
  assert.ok(there.length > 60 && there.includes('native/any_input') && there.includes('tests/hosts/examples.test.mjs'), there.join());
});

test('every test that SECURITY.md names is there', () => {
  const named = [...readFileSync('SECURITY.md', 'utf8').matchAll(/`(tests\/[^`]+)`/g)].map(([, file]) => file);
  assert.ok(named.length > 15, named.join());
  assert.deepEqual(named.filter((file) => !existsSync(file)), []);
});

test('a test that is of no kind is told, and a file that was not run', () => {
  const found = gaps([{ file: 'tests/browser/screens.test.mjs', engine: 'chromium', tests: [{ name: 'zoom: one' }, { name: 'another' }] }]);
  assert.ok(found.includes('tests/browser/screens.test.mjs: another is of 0 kinds'), found.join('\n'));
  assert.ok(found.includes('tests/browser/touch.test.mjs was not run'));
  assert.ok(!found.some((text) => text.includes('zoom: one') || text.includes('screens.test.mjs was')));
});

const [first] = groups[0].kinds;
const [[file]] = first.tests;

test('counts what tests told', () => {
  const tests = [
    { name: 'bad: one', passed: true, tried: 1200 }, { name: 'bad: two', passed: false, tried: 1 },
    { name: 'bad: three', passed: true, leftOut: 'no way to', tried: 1 }, { name: 'another', passed: true, tried: 7 },
  ];
  const written = report([{ file, engine: 'chromium', tests }, { file, engine: 'webkit', tests: tests.slice(0, 1) }]);
  assert.ok(written.includes(`| ${first.kind} | 1,201 | ${first.promised} | 1 failed: bad: two; 1 left out |`), written);
  assert.ok(written.includes('| package | 1 | 2 | 1 | 1 | 1,208 |'), written);
  assert.ok(written.includes('| package, in webkit | 1 | 1 | 0 | 0 | 1,200 |'), written);
});

test('tells of each engine what failed and what was left out, with the reason', () => {
  const specs = {
    focus: { on: '2026-01-02', seconds: 40, passed: 9, failed: ['focus: <one>'], undriven: { 'touch: no fingers': ['two', 'three'] } },
    touch: { on: '2026-01-01', seconds: 60, passed: 0, failed: [], undriven: { 'touch: no fingers': ['four'] } },
  };
  const written = report([], { ...nothing, engines: [{ engine: 'webkit', browser: 'AppleWebKit/1', specs }] });
  assert.match(written, /^\| WebKit \| AppleWebKit\/1 \| 2 of \d+ \| 9 \| 1 \| 3 \| 2 min \| 2026-01-01 to 2026-01-02 \|$/m);
  assert.ok(written.includes('Failed in WebKit:\n\n- focus: focus: \\<one>'), written);
  assert.ok(written.includes('Left out in WebKit:\n\n- touch: no fingers (3)\n  - focus: two; three\n  - touch: four'), written);
});

test('tells of runs that took longer', () => {
  const target = { last: '2026-01-01', runs: 2, seconds: 3700, executions: 1234, edges: 50, features: 70, finds: 1 };
  const fuzz = { targets: { reading: target, views: { ...target, finds: 0 } }, browser: { sequences: { seconds: 900, executions: 2000, steps: 23456, finds: 0 } } };
  const written = report([], { ...nothing, fuzz, times: [['native', '61'], ['browser', '1200']] });
  assert.ok(written.includes('| reading | 62 min | 1,234 | 50 | 1 | 2026-01-01 |'), written);
  assert.match(written, /\| 2,468 \| the same \| 1 fault found, which the suite tries since; in 123 minutes \|/);
  assert.match(written, /\| 2,000 \| the same \| as promised; in 23,456 steps \|/);
  assert.match(written, /took 21 min on \d+ cores[^]*\| native \| 61 s \|\n\| browser \| 20 min \|/);
});

test('tells of half an hour of use what is more at its end', () => {
  const run = (valueAt, pictures) => {
    const samples = Array.from({ length: 120 }, (_, at) => ({ minute: at / 4, warmUp: at < 8, nodes: valueAt(at / 4), load: 1 }));
    const work = { updates: 1800, resizes: 2100, moves: 1600, problems: [] };
    return { minutes: 28, warmUp: 2, edge: 5, samples, errors: [], rest: { before: { pictures: ['a'] }, after: { pictures } }, work };
  };
  const { promised } = kinds.find(({ told }) => told === endured);
  assert.match(promised, /^memory and frames/);
  assert.deepEqual(endured({ endurance: run(() => 900, ['a']) }), { tried: 5500, seen: 'as promised; in 28 minutes' });
  assert.equal(endured({ endurance: run((minute) => 900 + 20 * minute, ['b']) }).seen, 'more at the end: DOM nodes, other pixels; in 28 minutes');
  assert.equal(endured(nothing), undefined);
});

test("reads Cargo's own words", () => {
  const results = nativeResults(`     Running unittests src/lib.rs (target/debug/deps/smart_footprint-0123456789abcdef)
test period::tests::one ... ok
     Running tests/generated/main.rs (target/debug/deps/generated-0123456789abcdef)
test facts::two ... FAILED
test facts::three ... ignored
test facts::four ... ok

successes:

---- facts::four stdout ----
something else
tried 500
tried 20
`);
  assert.deepEqual(results.map(({ file, tests }) => [file, tests.map(({ passed, leftOut, tried }) => [passed, leftOut, tried])]), [
    ['native/smart_footprint', [[true, undefined, 1]]],
    ['native/generated', [[false, undefined, 1], [true, 'ignored', 1], [true, undefined, 520]]],
  ]);
});

test("reads Node's own events: tests in suites, hooks that throw, files that end too soon", async (t) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'records-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const specs = {
    'one.test.mjs': `import { before, describe, test } from 'node:test';
      test('one', (t) => [5, 7].forEach((count) => t.diagnostic(\`tried \${count}\`)));
      describe('a', () => describe('b', () => {
        test('two', () => { throw new Error('no'); });
        test('three', (t) => t.skip('cannot be driven'));
      }));
      describe('hook', () => { before(() => { throw new Error('thrown'); }); test('four', () => {}); });`,
    'two.test.mjs': `import { test } from 'node:test'; test('one', () => process.exit(3));`,
  };
  for (const [name, text] of Object.entries(specs)) writeFileSync(path.join(folder, name), text);
  writeFileSync(path.join(folder, 'run.mjs'), `import { run } from 'node:test';
    import { TestRecords } from ${JSON.stringify(pathToFileURL(path.resolve('tests/test-records.mjs')))};
    const told = [];
    for (const file of process.argv.slice(2)) {
      const records = new TestRecords();
      const ofFile = [];
      for await (const event of run({ files: [file], concurrency: 1 })) {
        const record = records.take(event);
        if (record) ofFile.push(record);
      }
      told.push(ofFile.map(({ name, passed, leftOut, tried, error }) => [name, passed, leftOut ?? null, tried, error ? String(error.message) : null]));
    }
    console.log(JSON.stringify(told));`);
  const { NODE_TEST_CONTEXT, ...env } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(folder, 'run.mjs'), ...Object.keys(specs).map((name) => path.join(folder, name))], { env });
  const [one, two] = JSON.parse(stdout);
  assert.deepEqual(one.slice(0, 3), [['one', true, null, 12, null], ['a: b: two', false, null, 1, 'no'], ['a: b: three', true, 'cannot be driven', 1, null]]);
  assert.deepEqual(one.slice(3).map(([name, passed]) => [name, passed]), [['hook: four', false], ['hook', false]]);
  assert.deepEqual(two.map(([name, passed]) => [name, passed]), [['the file as a whole', false]]);
});
