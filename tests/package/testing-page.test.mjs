// The page that tells what is tried is the one that the report writes: its figures come from runs, and the
// rest is compared here.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { groups } from '../report/kinds.mjs';
import { nativeResults, report } from '../report.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const page = readFileSync('docs/testing.md', 'utf8');

/** Without what a run tells: how many, what was seen, and the tables that are made of nothing else. */
const frame = (text) => text.replace(/## Engines[^]*$/, '').split('\n')
  .map((line) => (/^\|([^|]*)\|[^|]*\|([^|]*)\|[^|]*\|$/.test(line) ? line.replace(/^\|([^|]*)\|[^|]*\|([^|]*)\|[^|]*\|$/, '|$1|$2|') : line)).join('\n');

test('its words and kinds are those of the report', () => {
  assert.equal(frame(page), frame(report([])));
});

test('every kind names tests that there are', () => {
  for (const { kind, tests } of groups.flatMap(({ kinds }) => kinds)) {
    for (const [file] of tests) {
      if (typeof file === 'string' && file.startsWith('tests/')) assert.ok(existsSync(file), `${kind}: ${file}`);
    }
  }
});

test('counts what tests told', () => {
  const [first] = groups[0].kinds;
  const file = first.tests[0][0];
  const tests = [
    { name: 'bad: one', passed: true, tried: 1200 }, { name: 'bad: two', passed: false, tried: 1 },
    { name: 'bad: three', passed: true, leftOut: 'no way to', tried: 1 }, { name: 'another', passed: true, tried: 7 },
  ];
  const written = report([{ file, engine: 'chromium', tests }, { file: 'tests/browser/x.test.mjs', engine: 'webkit', tests: tests.slice(2, 3) }]);
  assert.ok(written.includes(`| ${first.kind} | 1,201 | ${first.promised} | 1 failed: bad: two; 1 left out |`), written);
  assert.ok(written.includes('| webkit | 1 | 0 | 0 | 1 |') && written.includes('- webkit: no way to (1)'), written);
  assert.ok(written.includes('| package | 1 | 2 | 1 | 1 |'), written);
});

test("reads Cargo's own words", () => {
  const results = nativeResults(`     Running unittests src/lib.rs (target/debug/deps/smart_footprint-0123456789abcdef)
test period::tests::one ... ok
     Running tests/generated/main.rs (target/debug/deps/generated-0123456789abcdef)
test facts::two ... FAILED
test facts::three ... ignored
`);
  assert.deepEqual(results.map(({ file, tests }) => [file, tests.map(({ passed, leftOut }) => [passed, leftOut])]), [
    ['native/smart_footprint', [[true, undefined]]], ['native/generated', [[false, undefined], [true, 'ignored']]],
  ]);
});
