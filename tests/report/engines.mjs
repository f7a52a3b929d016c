// What the browser specs came to in each engine: in Chromium when all tests last ran, in the others when
// they were last run there.
import { cell, duration, number, table } from './tables.mjs';

const names = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' };

/** `specs` are the files that there are. */
export function enginesText(results, runs, specs) {
  const engines = [chromium(results, runs), ...runs.engines.map(other)];
  const rows = engines.map(({ engine, browser, files, passed, failed, undriven, seconds, on }) => [
    names[engine] ?? engine, browser, `${files} of ${specs.length}`, number(passed), number(failed.length), number(undriven.length), seconds ? duration(seconds) : '', on,
  ]);
  return [table(['engine', 'calls itself', 'specs:', 'passed:', 'failed:', 'left out:', 'time:', 'last'], rows), ...engines.flatMap(lists)].join('\n\n');
}

function chromium(results, { times, chromium }) {
  const records = results.filter(({ file, engine }) => file.startsWith('tests/browser/') && engine === 'chromium');
  const tests = records.flatMap(({ file, tests }) => tests.map((test) => ({ ...test, spec: /([\w-]+)\.test\.mjs$/.exec(file)[1] })));
  const left = tests.filter(({ leftOut }) => leftOut !== undefined);
  const failed = tests.filter(({ passed }) => !passed);
  return {
    engine: 'chromium', browser: chromium, files: records.length, passed: tests.length - left.length - failed.length, failed,
    undriven: left.map(({ spec, name, leftOut }) => ({ spec, name, reason: leftOut })),
    seconds: Number(times.find(([name]) => name === 'browser')?.[1] ?? 0), on: 'with all tests',
  };
}

function other({ engine, browser, specs }) {
  const ran = Object.entries(specs);
  const days = ran.map(([, { on }]) => on).sort();
  return {
    engine, browser, files: ran.length, passed: ran.reduce((sum, [, { passed }]) => sum + passed, 0),
    failed: ran.flatMap(([spec, { failed }]) => failed.map((name) => ({ spec, name }))),
    undriven: ran.flatMap(([spec, { undriven }]) => Object.entries(undriven).flatMap(([reason, tests]) => tests.map((name) => ({ spec, name, reason })))),
    seconds: ran.reduce((sum, [, { seconds }]) => sum + seconds, 0),
    on: days[0] === days.at(-1) ? days[0] ?? '' : `${days[0]} to ${days.at(-1)}`,
  };
}

function lists({ engine, failed, undriven }) {
  const told = [];
  if (failed.length > 0) told.push(`Failed in ${names[engine] ?? engine}:\n\n${bySpec(failed, '')}`);
  if (undriven.length > 0) {
    const reasons = grouped(undriven, ({ reason }) => reason);
    told.push(`Left out in ${names[engine] ?? engine}:\n\n${[...reasons].map(([reason, tests]) => `- ${cell(reason)} (${tests.length})\n${bySpec(tests, '  ')}`).join('\n')}`);
  }
  return told;
}

function bySpec(tests, indent) {
  return [...grouped(tests, ({ spec }) => spec)].map(([spec, of]) => `${indent}- ${spec}: ${of.map(({ name }) => cell(name)).join('; ')}`).join('\n');
}

function grouped(items, key) {
  const groups = new Map();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
