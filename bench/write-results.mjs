/** What a run came to, as a table, with every sample, and as a plot: into one folder. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { plot } from './plot.mjs';
import { report } from './report.mjs';

/** Gives back the table. */
export async function writeResults(folder, results) {
  await mkdir(folder, { recursive: true });
  const text = report(results);
  await writeFile(path.join(folder, 'results.json'), `${JSON.stringify(results, null, 1)}\n`);
  await writeFile(path.join(folder, 'results.md'), text);
  const picture = plot(results);
  if (picture) await writeFile(path.join(folder, 'results.svg'), picture);
  return text;
}
