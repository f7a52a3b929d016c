// The browser specs in other engines than Chromium, and what of them could not be driven there:
// node tests/browser/engines.mjs [firefox|webkit]... [--only NAME...]
// What came of each spec is kept in tests/browser/engines/, for docs/testing.md.
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from 'node:test';
import { fileURLToPath } from 'node:url';
import { TestRecords } from '../test-records.mjs';

const specs = fileURLToPath(new URL('.', import.meta.url));
const kept = path.join(specs, 'engines');

const given = process.argv.slice(2);
const at = given.indexOf('--only');
const only = at < 0 ? [] : given.slice(at + 1);
const engines = given.slice(0, at < 0 ? given.length : at);
if (engines.length === 0) engines.push('firefox', 'webkit');

const all = (await readdir(specs)).filter((name) => name.endsWith('.test.mjs')).map((name) => name.replace('.test.mjs', '')).sort();
const unknown = only.filter((name) => !all.includes(name));
if (unknown.length > 0) throw new Error(`there are no specs ${unknown.join(', ')}`);

const sums = { passed: 0, failed: 0 };
for (const engine of engines) {
  tell(engine, await runIn(engine, all.filter((name) => only.length === 0 || only.includes(name))));
}
// As node's own reporter says it, for whoever counts.
console.log(`\nℹ pass ${sums.passed}\nℹ fail ${sums.failed}`);
process.exitCode = sums.failed > 0 ? 1 : 0;

/** Runs the specs one after the other, each with a browser of its own; what came of each, by its name. */
async function runIn(engine, names) {
  process.env.ENGINE = engine;
  const browser = await browserOf(engine);
  const results = {};
  for (const name of names) {
    const began = Date.now();
    const records = new TestRecords();
    const result = { on: new Date().toISOString().slice(0, 10), passed: 0, failed: [], undriven: {} };
    // A browser that hangs fails one file.
    for await (const event of run({ files: [path.join(specs, `${name}.test.mjs`)], concurrency: 1, timeout: 900_000 })) {
      const record = records.take(event);
      if (!record) continue;
      if (record.leftOut !== undefined) {
        const reason = record.leftOut.replace('cannot be driven: ', '');
        (result.undriven[reason] ??= []).push(record.name);
      } else if (record.passed) result.passed += 1;
      else {
        result.failed.push(record.name);
        console.log(`  FAILED ${record.name}\n${String(record.error?.stack ?? record.error).slice(0, 1500).replace(/^/gm, '    ')}`);
      }
    }
    results[name] = { ...result, seconds: Math.round((Date.now() - began) / 1000) };
    // After each: what is cut short has not run in vain.
    await keep(engine, browser, name, results[name]);
    console.log(`${engine} ${name}: ${result.passed} passed, ${result.failed.length} failed, ${undrivenIn(result)} could not be driven`);
    sums.passed += result.passed;
    sums.failed += result.failed.length;
  }
  return results;
}

function undrivenIn({ undriven }) {
  return Object.values(undriven).flat().length;
}

/** Puts it in the place of what this spec came to before; of the other specs that stays. */
async function keep(engine, browser, name, result) {
  const file = path.join(kept, `${engine}.json`);
  const before = existsSync(file) ? JSON.parse(await readFile(file, 'utf8')).specs : {};
  const both = { ...before, [name]: result };
  const specs = Object.fromEntries(all.filter((spec) => both[spec]).map((spec) => [spec, both[spec]]));
  await mkdir(kept, { recursive: true });
  await writeFile(file, `${JSON.stringify({ engine, browser, specs }, null, 1)}\n`);
}

/** What the browser calls itself, with its version. */
async function browserOf(engine) {
  // The driver knows one engine; another copy of it knows another.
  const { startBrowser } = await import(`./driver.mjs?${engine}`);
  const browser = await startBrowser();
  try {
    const page = await browser.open('/tests/browser/pages/blank.html');
    const told = await page.evaluate(() => navigator.userAgent);
    await page.close();
    return /Firefox\/[\d.]+|Version\/[\d.]+ Safari\/[\d.]+/.exec(told)?.[0] ?? engine;
  } finally {
    await browser.stop();
  }
}

function tell(engine, results) {
  const ran = Object.entries(results);
  const count = (of) => ran.reduce((sum, [, result]) => sum + of(result), 0);
  console.log(`\n${engine}: ${ran.length} specs in ${count(({ seconds }) => seconds)} s: ${count(({ passed }) => passed)} tests passed, `
    + `${count(({ failed }) => failed.length)} failed, ${count(undrivenIn)} could not be driven`);
  const reasons = {};
  for (const [name, { undriven }] of ran) {
    for (const [reason, tests] of Object.entries(undriven)) (reasons[reason] ??= []).push(...tests.map((test) => `${name}: ${test}`));
  }
  for (const [reason, tests] of Object.entries(reasons)) console.log([`  ${reason}: ${tests.length}`, ...tests].join('\n    '));
  for (const [name, { failed }] of ran) for (const test of failed) console.log(`  FAILED ${name}: ${test}`);
}
