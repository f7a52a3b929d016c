// The browser specs in other engines than Chromium, and what of them could not be driven there:
// node tests/browser/engines.mjs [firefox|webkit]... [--only NAME...]
// Writes target/test/engines.json, too.
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from 'node:test';
import { project } from './driver.mjs';

const given = process.argv.slice(2);
const at = given.indexOf('--only');
const only = at < 0 ? [] : given.slice(at + 1);
const engines = given.slice(0, at < 0 ? given.length : at);
if (engines.length === 0) engines.push('firefox', 'webkit');

const folder = path.join(project, 'tests/browser');
const names = (await readdir(folder)).filter((name) => name.endsWith('.test.mjs'))
  .filter((name) => only.length === 0 || only.includes(name.replace('.test.mjs', ''))).sort();
const results = {};
for (const engine of engines) results[engine] = await runIn(engine);
await mkdir(path.join(project, 'target/test'), { recursive: true });
await writeFile(path.join(project, 'target/test/engines.json'), `${JSON.stringify(results, null, 2)}\n`);

for (const [engine, { files, passed, failed, undriven, seconds }] of Object.entries(results)) {
  console.log(`\n${engine}: ${files} specs in ${Math.round(seconds)} s: ${passed} tests passed, ${failed.length} failed, ${undriven.length} could not be driven`);
  const reasons = grouped(undriven);
  for (const [reason, tests] of reasons) {
    console.log(`  ${reason}: ${tests.length}`);
    for (const { file, name } of tests) console.log(`    ${file}: ${name}`);
  }
  for (const { file, name } of failed) console.log(`  FAILED ${file}: ${name}`);
}
// As node's own reporter says it, for whoever counts.
const sum = (count) => Object.values(results).reduce((total, result) => total + count(result), 0);
console.log(`\nℹ pass ${sum(({ passed }) => passed)}\nℹ fail ${sum(({ failed }) => failed.length)}`);
process.exitCode = sum(({ failed }) => failed.length) > 0 ? 1 : 0;

/** Runs the specs one after the other, each with a browser of its own. */
async function runIn(engine) {
  process.env.ENGINE = engine;
  const began = Date.now();
  const result = { files: 0, passed: 0, failed: [], undriven: [] };
  for (const file of names) {
    const before = { passed: result.passed, failed: result.failed.length, undriven: result.undriven.length };
    // A browser that hangs fails one file.
    for await (const { type, data } of run({ files: [path.join(folder, file)], concurrency: 1, timeout: 900_000 })) {
      if (type !== 'test:pass' && type !== 'test:fail') continue;
      const { name, details, skip } = data;
      if (details.type === 'suite' && details.error?.failureType !== 'hookFailed') continue; // its tests are counted
      if (skip) result.undriven.push({ file, name, reason: String(skip).replace('cannot be driven: ', '') });
      else if (type === 'test:pass') result.passed += 1;
      else {
        result.failed.push({ file, name, message: String(details.error?.cause?.message ?? details.error?.message).slice(0, 600) });
        console.log(`  FAILED ${name}\n${String(details.error?.cause?.stack ?? details.error).slice(0, 1500).replace(/^/gm, '    ')}`);
      }
    }
    result.files += 1;
    console.log(`${engine} ${file}: ${result.passed - before.passed} passed, ${result.failed.length - before.failed} failed, `
      + `${result.undriven.length - before.undriven} could not be driven`);
  }
  return { ...result, seconds: (Date.now() - began) / 1000 };
}

function grouped(all) {
  const groups = new Map();
  for (const one of all) groups.set(one.reason, [...(groups.get(one.reason) ?? []), one]);
  return groups;
}
