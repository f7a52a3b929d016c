// optimise.mjs IN OUT: the module through wasm-opt, for size and for speed; the one that is
// smallest once compressed is taken. No feature flags: the module says itself what it uses. With the
// names of its functions it is kept in target/names, for `./build.sh bench bytes`.
import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliSize } from './compressed.mjs';

const [input, output] = process.argv.slice(2);
const wasmOpt = path.resolve('node_modules/.bin/wasm-opt');
// Functions with one caller stay functions unless they are small: that compresses better.
// Data stays in one piece: zeros between cost less, compressed, than the heads of many pieces.
const options = ['--converge', '--one-caller-inline-max-function-size=20', '--skip-pass=memory-packing'];
const run = (...args) => promisify(execFile)(wasmOpt, args);

/** Rebuilding all control flow costs time, and speed perhaps: it is for what is fetched first alone. */
const flattened = ['--flatten', '--rereloop', '-Oz', '-Oz'];
const isFirst = path.basename(output).startsWith('first-');

const tried = [];
for (const passes of [['-Oz'], ['-O3'], ...(isFirst ? [flattened] : [])]) {
  const level = passes.join('');
  const file = `${input}${level}`;
  const named = `${file}-named`;
  await run(...passes, ...options, '-g', input, '-o', named);
  await run('--strip-debug', '--strip-producers', named, '-o', file);
  tried.push({ level, file, named, size: brotliSize(await readFile(file)) });
}
tried.sort((one, other) => one.size - other.size);
const [best] = tried;
await mkdir(path.dirname(output), { recursive: true });
await copyFile(best.file, output);
await mkdir('target/names', { recursive: true });
await copyFile(best.named, path.join('target/names', path.basename(output)));
console.log(tried.map(({ level, size }) => `wasm-opt ${level}: ${size} in brotli`).join(', '));
