// compare.mjs [--keep] RESULTS.json...: the medians of several runs, and how far they lie apart.
// With --keep they are what bench/results/ holds from then on.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { report } from './report.mjs';
import { merged } from './runs.mjs';
import { writeResults } from './write-results.mjs';

const given = process.argv.slice(2);
const files = given.filter((one) => one !== '--keep');
if (files.length < 2) {
  console.error('Name the results.json of two runs or more; every run keeps its own in target/bench/runs/.');
  process.exit(2);
}
const results = merged(await Promise.all(files.map(async (file) => JSON.parse(await readFile(file, 'utf8')))));
console.log(given.includes('--keep') ? await writeResults(fileURLToPath(new URL('results', import.meta.url)), results) : report(results));
