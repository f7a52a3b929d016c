// optimise.mjs IN OUT: the module through wasm-opt, for size and for speed; the one that is
// smaller once compressed is taken. No feature flags: the module says itself what it uses.
import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliSize } from './compressed.mjs';

const [input, output] = process.argv.slice(2);
const wasmOpt = path.resolve('node_modules/.bin/wasm-opt');
// Functions with one caller stay functions unless they are small: that compresses better.
const options = [
  '--strip-debug', '--strip-producers', '--converge', '--one-caller-inline-max-function-size=20',
];

const tried = [];
for (const level of ['-Oz', '-O3']) {
  const file = `${input}${level}`;
  await promisify(execFile)(wasmOpt, [level, ...options, input, '-o', file]);
  tried.push({ level, file, size: brotliSize(await readFile(file)) });
}
tried.sort((one, other) => one.size - other.size);
const [best] = tried;
await mkdir(path.dirname(output), { recursive: true });
await copyFile(best.file, output);
console.log(tried.map(({ level, size }) => `wasm-opt ${level}: ${size} in brotli`).join(', '));
