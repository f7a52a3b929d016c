// What the module entry fetches up to the first picture, of a package's folder.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The views, each with a small module of its own. */
export const views = ['growth', 'markets', 'sales', 'lineup'];

/** Bytes in brotli 11 that all that is fetched up to the first picture may have, whatever the view. */
export const budget = 56_000;

/** The entry, the files it imports before it runs, and the module that draws the view. */
export async function firstPictureFiles(folder, view) {
  return [...(await withImports(folder, 'element.js')), `first-${view}.wasm`];
}

async function withImports(folder, name, seen = []) {
  if (seen.includes(name)) return seen;
  seen.push(name);
  const text = await readFile(path.join(folder, name), 'utf8');
  for (const [, imported] of text.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([\w.-]+\.js)"/g)) {
    await withImports(folder, imported, seen);
  }
  return seen;
}
