// report.mjs [FILE] [--partial] [--beside WORDS]: writes docs/testing.md, or the file that is named, from what
// the tests told when they last ran and from what longer runs left in the repository. With `--partial` it does
// so from what there is; without, it refuses while there are files of tests without a result, tests that are of
// no kind, and kinds without a test. The words tell what else the machine did, where the tests were not alone.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { enduranceText } from './report/endurance.mjs';
import { enginesText } from './report/engines.mjs';
import { groups, kindsOf } from './report/kinds.mjs';
import { cell, duration, number, table } from './report/tables.mjs';
import { folder } from './results.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));
const read = (file) => readFileSync(path.join(project, file), 'utf8');
const readJson = (file) => (existsSync(path.join(project, file)) ? JSON.parse(read(file)) : undefined);

/** The results of Node's tests, a record for each file and engine. */
export function nodeResults() {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
}

/** The results of Cargo's tests as it wrote them, a record for each binary. */
export function nativeResults(log) {
  const found = new Map();
  const told = new Map();
  let file;
  let telling;
  for (const line of log.split('\n')) {
    const [, name] = /^\s*(?:Running (?:unittests )?\S+ \(.*\/([\w-]+)-[0-9a-f]+\)|Doc-tests (\S+))/.exec(line) ?? [];
    if (/^\s*(Running|Doc-tests)/.test(line)) file = `native/${name ?? 'doc'}`;
    const [, test, result] = /^test (.+?) \.\.\. (ok|FAILED|ignored)/.exec(line) ?? [];
    if (test) {
      if (!found.has(file)) found.set(file, { file, engine: 'chromium', tests: [] });
      found.get(file).tests.push({ name: test, passed: result !== 'FAILED', ...(result === 'ignored' && { leftOut: 'ignored' }), tried: 1 });
    }
    // What tests wrote comes after all of a binary.
    telling = /^---- (.+) stdout ----$/.exec(line)?.[1] ?? telling;
    const [, count] = /^tried (\d+)$/.exec(line) ?? [];
    const teller = count && found.get(file)?.tests.find(({ name }) => name === telling);
    if (teller) told.set(teller, (told.get(teller) ?? 0) + Number(count));
  }
  for (const [test, tried] of told) test.tried = tried;
  return [...found.values()];
}

/** What longer runs left in the repository, and how long each part of the tests took. */
function longerRuns() {
  const engines = path.join(project, 'tests/browser/engines');
  const kept = existsSync(engines) ? readdirSync(engines).filter((name) => name.endsWith('.json')).sort() : [];
  const times = path.join(project, 'target/test/times.tsv');
  return {
    fuzz: readJson('fuzz/results.json') ?? {},
    engines: kept.map((name) => readJson(`tests/browser/engines/${name}`)),
    endurance: readJson('bench/results/endurance.json'),
    chromium: spawnSync(process.env.CHROMIUM ?? 'chromium', ['--version'], { encoding: 'utf8' }).stdout?.match(/[\w ]*[\d.]+/)?.[0] ?? '',
    times: existsSync(times) ? readFileSync(times, 'utf8').trim().split('\n').map((line) => line.split('\t')) : [],
  };
}

/** No run of any. */
export const nothing = { fuzz: {}, engines: [], endurance: undefined, chromium: '', times: [] };

/** What came of tests, in words. */
function seen(tests) {
  if (tests.length === 0) return 'not run';
  const failed = tests.filter(({ passed }) => !passed);
  const leftOut = tests.filter((test) => test.leftOut !== undefined);
  const words = failed.length > 0 ? `${failed.length} failed: ${failed.map(({ name }) => cell(name)).join('; ')}` : 'as promised';
  return leftOut.length > 0 ? `${words}; ${leftOut.length} left out` : words;
}

function kindsText(results, runs) {
  const ours = results.filter(({ engine }) => engine === 'chromium');
  return groups.map(({ title, kinds }) => `### ${title}\n\n${table(['kind', 'tried:', 'promised', 'seen'], kinds.map(({ kind, tests, told, promised }) => {
    if (told) {
      const found = told(runs);
      return [kind, number(found?.tried ?? 0), promised, found?.seen ?? 'not run'];
    }
    const found = tests.flatMap(([file, names]) => ours.filter((record) => record.file === file)
      .flatMap((record) => record.tests.filter(({ name }) => !names || names.test(name))));
    return [kind, number(triedIn(found)), promised, seen(found)];
  }))}`).join('\n\n');
}

function triedIn(tests) {
  return tests.filter(({ leftOut }) => leftOut === undefined).reduce((sum, test) => sum + test.tried, 0);
}

function fuzzingText({ targets = {} }) {
  const rows = Object.entries(targets).map(([name, { seconds, executions, edges, finds, last }]) =>
    [name, duration(seconds), number(executions), number(edges), number(finds), last]);
  return rows.length > 0 ? table(['target', 'time:', 'inputs:', 'edges:', 'finds:', 'last'], rows) : 'Not run.';
}

const tiers = { native: /^native\//, package: /^tests\/package\//, browser: /^tests\/browser\//, hosts: /^tests\/hosts\// };

function allText(results) {
  const rows = [];
  for (const [tier, pattern] of Object.entries(tiers)) {
    const records = results.filter(({ file }) => pattern.test(file));
    for (const engine of new Set(['chromium', ...records.map((record) => record.engine)])) {
      const of = records.filter((record) => record.engine === engine);
      const tests = of.flatMap((record) => record.tests);
      const left = tests.filter(({ leftOut }) => leftOut !== undefined).length;
      const failed = tests.filter(({ passed }) => !passed).length;
      const name = engine === 'chromium' ? tier : `${tier}, in ${engine}`;
      rows.push([name, ...[of.length, tests.length - left - failed, failed, left, triedIn(tests)].map(number)]);
    }
  }
  return table(['tests', 'files:', 'passed:', 'failed:', 'left out:', 'tried:'], rows);
}

function timesText(times, beside) {
  if (times.length === 0) return 'How long they took was not written down.';
  const total = times.reduce((sum, [, seconds]) => sum + Number(seconds), 0);
  return `\`./build.sh test\` took ${duration(total)} on ${os.availableParallelism()} cores, beside the build${beside ? ` and ${beside}` : ''}:\n\n${
    table(['part', 'time:'], times.map(([name, seconds]) => [name, duration(Number(seconds))]))}`;
}

/** The page, from these results and what longer runs left behind. */
export function report(results, runs = nothing) {
  const parts = {
    kinds: () => kindsText(results, runs), engines: () => enginesText(results, runs, specs()), fuzzing: () => fuzzingText(runs.fuzz),
    endurance: () => enduranceText(runs.endurance), all: () => allText(results), times: () => timesText(runs.times, runs.beside),
  };
  return read('tests/report/testing.md').replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]());
}

const specsIn = (folder) => readdirSync(path.join(project, folder)).filter((name) => name.endsWith('.test.mjs')).map((name) => `${folder}/${name}`);
const specs = () => specsIn('tests/browser');

/** All there is of tests, by the names that the kinds give them. */
export function files() {
  const native = readdirSync(path.join(project, 'tests'), { withFileTypes: true }).filter((entry) => (entry.isDirectory()
    ? existsSync(path.join(project, 'tests', entry.name, 'main.rs')) : entry.name.endsWith('.rs'))).map(({ name }) => `native/${name.replace('.rs', '')}`);
  return [...native, 'native/smart_footprint', ...specs(), ...specsIn('tests/package'), ...specsIn('tests/hosts')];
}

/** Why the page would not tell all. */
export function gaps(results) {
  const has = new Set(results.map(({ file }) => file));
  const of = results.flatMap(({ file, engine, tests }) => (engine === 'chromium' ? tests : []).map(({ name }) => ({ name: `${file}: ${name}`, kinds: kindsOf(file, name) })));
  return [
    ...files().filter((file) => !has.has(file)).map((file) => `${file} was not run`),
    ...of.filter(({ kinds }) => kinds.length !== 1).map(({ name, kinds }) => `${name} is of ${kinds.length} kinds`),
    ...groups.flatMap(({ kinds }) => kinds).filter((kind) => kind.tests && !of.some(({ kinds }) => kinds.includes(kind))).map(({ kind }) => `no test is of the kind "${kind}"`),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const given = process.argv.slice(2);
  const at = given.indexOf('--beside');
  const [, beside] = at < 0 ? [] : given.splice(at, 2);
  const file = given.find((word) => !word.startsWith('--')) ?? 'docs/testing.md';
  const log = path.join(project, 'target/test/native.log');
  const results = [...(existsSync(log) ? nativeResults(readFileSync(log, 'utf8')) : []), ...nodeResults()];
  const found = gaps(results);
  if (found.length > 0 && !given.includes('--partial')) {
    console.error(`${file} stays as it is:\n${found.join('\n')}`);
    process.exitCode = 1;
  } else {
    writeFileSync(path.resolve(project, file), report(results, { ...longerRuns(), beside }));
    console.log(`${file} is written`);
  }
}
