// report.mjs: writes docs/testing.md from what the tests told when they last ran. With `--partial` it
// does so from what there is; without, it refuses while files of tests are missing.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { groups } from './report/kinds.mjs';
import { folder } from './results.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));
const read = (file) => readFileSync(path.join(project, file), 'utf8');

/** The results of Node's tests, a record for each file and engine. */
export function nodeResults() {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
}

/** The results of Cargo's tests as it wrote them, a record for each binary. */
export function nativeResults(log) {
  const found = new Map();
  let file;
  for (const line of log.split('\n')) {
    const [, name] = /^\s*(?:Running (?:unittests )?\S+ \(.*\/([\w-]+)-[0-9a-f]+\)|Doc-tests (\S+))/.exec(line) ?? [];
    if (/^\s*(Running|Doc-tests)/.test(line)) file = `native/${name ?? 'doc'}`;
    const [, test, result] = /^test (.+?) \.\.\. (ok|FAILED|ignored)/.exec(line) ?? [];
    if (!test) continue;
    if (!found.has(file)) found.set(file, { file, engine: 'chromium', tests: [] });
    found.get(file).tests.push({ name: test, passed: result !== 'FAILED', ...(result === 'ignored' && { leftOut: 'ignored' }), tried: 1 });
  }
  return [...found.values()];
}

const number = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
const row = (cells) => `| ${cells.join(' | ')} |`;
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** What came of tests, in words. */
function seen(tests) {
  if (tests.length === 0) return 'not run';
  const failed = tests.filter(({ passed }) => !passed);
  const leftOut = tests.filter((test) => test.leftOut !== undefined);
  const words = failed.length > 0 ? `${failed.length} failed: ${failed.map(({ name }) => cell(name)).join('; ')}` : 'as promised';
  return leftOut.length > 0 ? `${words}; ${leftOut.length} left out` : words;
}

function kindsTable(results) {
  const ours = results.filter(({ engine }) => engine === 'chromium');
  return groups.map(({ title, kinds }) => [
    `### ${title}`, '', row(['kind', 'tried', 'promised', 'seen']), row(['---', '---:', '---', '---']),
    ...kinds.map(({ kind, tests, promised }) => {
      const found = tests.flatMap(([file, names]) => ours
        .filter((record) => (file instanceof RegExp ? file.test(record.file) : record.file === file))
        .flatMap((record) => record.tests.filter(({ name }) => !names || names.test(name))));
      const tried = found.filter(({ leftOut }) => leftOut === undefined).reduce((sum, test) => sum + test.tried, 0);
      return row([kind, number(tried), promised, seen(found)]);
    }),
  ].join('\n')).join('\n\n');
}

function enginesTable(results) {
  const specs = results.filter(({ file }) => file.startsWith('tests/browser/'));
  const engines = [...new Set(specs.map(({ engine }) => engine))].sort();
  const lines = [row(['engine', 'files', 'passed', 'failed', 'left out']), row(['---', '---:', '---:', '---:', '---:'])];
  const reasons = new Map();
  for (const engine of engines) {
    const records = specs.filter((record) => record.engine === engine);
    const tests = records.flatMap((record) => record.tests);
    const left = tests.filter(({ leftOut }) => leftOut !== undefined);
    for (const { leftOut } of left) reasons.set(`${engine}: ${leftOut}`, (reasons.get(`${engine}: ${leftOut}`) ?? 0) + 1);
    const passed = tests.filter((test) => test.passed && test.leftOut === undefined);
    lines.push(row([engine, records.length, passed.length, tests.filter((test) => !test.passed).length, left.length].map(String)));
  }
  if (reasons.size === 0) return lines.join('\n');
  lines.push('', 'What an engine cannot be driven to do, and how many tests were left out for it:', '');
  for (const [reason, count] of [...reasons].sort()) lines.push(`- ${cell(reason)} (${count})`);
  return lines.join('\n');
}

function allTable(results) {
  const tiers = { native: /^native\//, package: /^tests\/package\//, browser: /^tests\/browser\//, hosts: /^tests\/hosts\// };
  const lines = [row(['tests', 'files', 'passed', 'failed', 'left out']), row(['---', '---:', '---:', '---:', '---:'])];
  for (const [tier, pattern] of Object.entries(tiers)) {
    const records = results.filter(({ file, engine }) => pattern.test(file) && engine === 'chromium');
    const tests = records.flatMap((record) => record.tests);
    const left = tests.filter(({ leftOut }) => leftOut !== undefined).length;
    const failed = tests.filter(({ passed }) => !passed).length;
    lines.push(row([tier, records.length, tests.length - left - failed, failed, left].map(String)));
  }
  return lines.join('\n');
}

/** The page, from these results. */
export function report(results) {
  return read('tests/report/testing.md').replace('{{kinds}}', () => kindsTable(results))
    .replace('{{engines}}', () => enginesTable(results)).replace('{{all}}', () => allTable(results));
}

/** Files of tests that have no result. */
function missing(results) {
  const has = new Set(results.map(({ file }) => file));
  return ['tests/package', 'tests/browser', 'tests/hosts'].flatMap((folder) => readdirSync(path.join(project, folder))
    .filter((name) => name.endsWith('.test.mjs')).map((name) => `${folder}/${name}`)).filter((file) => !has.has(file));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const log = path.join(project, 'target/test/native.log');
  const results = [...(existsSync(log) ? nativeResults(readFileSync(log, 'utf8')) : []), ...nodeResults()];
  const left = [...missing(results), ...(/\| not run \|/.test(report(results)) ? ['the tests of some kind'] : [])];
  if (left.length > 0 && !process.argv.includes('--partial')) {
    console.error(`These have not been run, so docs/testing.md stays as it is: ${left.join(', ')}`);
    process.exitCode = 1;
  } else {
    writeFileSync(path.join(project, 'docs/testing.md'), report(results));
    console.log('docs/testing.md is written');
  }
}
