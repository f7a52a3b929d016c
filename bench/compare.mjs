// compare.mjs RESULTS.json...: the medians of several runs, and how far they lie apart.
import { readFile } from 'node:fs/promises';
import { report } from './report.mjs';
import { merged } from './runs.mjs';

const files = process.argv.slice(2);
if (files.length < 2) {
  console.error('Name the results.json of two runs or more; every run keeps its own in target/bench/runs/.');
  process.exit(2);
}
console.log(report(merged(await Promise.all(files.map(async (file) => JSON.parse(await readFile(file, 'utf8')))))));
