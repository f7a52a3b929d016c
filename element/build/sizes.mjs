// sizes.mjs PACKAGE [--brief]: how large everything is, or the sum that counts alone; fails
// when a first picture is over its budget.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliSize, gzipSize } from './compressed.mjs';
import { budget, firstPictureFiles, views } from './first-picture-files.mjs';
import { subresourceIntegrity } from './integrity.mjs';

const [folder, brief] = process.argv.slice(2);
const read = (name) => readFile(path.join(folder, name));
const row = (name, ...cells) =>
  console.log(name.padEnd(30) + cells.map((cell) => String(cell).padStart(10)).join(''));

if (!brief) await listFiles();

let largest = 0;
console.log(`Up to the first picture, in brotli, budget ${budget}:`);
for (const view of views) {
  const entry = await firstPictureFiles(folder, view);
  const sizes = await Promise.all(entry.map(async (name) => brotliSize(await read(name))));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  largest = Math.max(largest, total);
  console.log(`  ${view.padEnd(8)} ${total}  (${entry.join(' + ')})`);
}

console.log(`standalone.js integrity: ${await subresourceIntegrity(path.join(folder, 'standalone.js'))}`);

if (largest > budget) {
  console.error(`That is ${largest - budget} bytes over the budget.`);
  process.exitCode = 1;
}

async function listFiles() {
  row(`${folder}/`, 'raw', 'gzip', 'brotli');
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)));
  for (const name of files.sort()) {
    const bytes = await read(name);
    row(name, bytes.length, gzipSize(bytes), brotliSize(bytes));
  }
  console.log();
}
