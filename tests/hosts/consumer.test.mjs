// The packed package before those who judge it: compilers, and tools that know packages.
import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { takeExample, tarball } from './example.mjs';

/** `consumer` has React, Preact and the tools; `alone` has the package and nothing else. */
let consumer;
let alone;
before(async () => {
  consumer = await takeExample('consumer', 'tests/hosts/consumer');
  alone = await takeExample('alone', 'tests/hosts/consumer/alone');
  await consumer.install();
  await alone.unpack('node_modules/smart-footprint');
});
after(async () => {
  await consumer?.remove();
  await alone?.remove();
});

const modules = { bundler: 'esnext', nodenext: 'nodenext' };

function compile(where, compiler, resolution, ...words) {
  const tsc = path.join(consumer.folder, 'node_modules', compiler, 'bin/tsc');
  return where.run(
    process.execPath, tsc, '--noEmit', '--strict', '--exactOptionalPropertyTypes', '--noUncheckedSideEffectImports',
    '--resolveJsonModule', '--target', 'es2022', '--lib', 'es2023,dom,dom.iterable',
    '--module', modules[resolution], '--moduleResolution', resolution, ...words,
  );
}

for (const resolution of Object.keys(modules)) {
  test(`compiles in TypeScript: ${resolution}`, async () => {
    for (const compiler of ['typescript', 'typescript-5']) {
      await compile(alone, compiler, resolution, '--jsx', 'preserve', 'plain.ts', 'bare.tsx');
    }
  });
  test(`compiles in React 19: ${resolution}`, () =>
    compile(consumer, 'typescript', resolution, '--jsx', 'react-jsx', 'react.tsx'));
  test(`compiles in Preact: ${resolution}`, () =>
    compile(consumer, 'typescript', resolution, '--jsx', 'react-jsx', '--jsxImportSource', 'preact', 'preact.tsx'));
}

test('compiles in React 18', async () => {
  const config = {
    compilerOptions: {
      noEmit: true, strict: true, jsx: 'react-jsx', target: 'es2022', module: 'esnext', moduleResolution: 'bundler',
      types: [],
      paths: {
        react: ['./node_modules/types-react-18/index.d.ts'],
        'react/jsx-runtime': ['./node_modules/types-react-18/jsx-runtime.d.ts'],
      },
    },
    files: ['react.tsx'],
  };
  await writeFile(path.join(consumer.folder, 'react-18.json'), JSON.stringify(config));
  await consumer.run('node_modules/.bin/tsc', '--project', 'react-18.json');
});

test('publint has nothing to say', async () => {
  const { stdout } = await consumer.run('node_modules/.bin/publint', 'node_modules/smart-footprint', '--strict');
  assert.match(stdout, /All good!/);
});

test('every entry has its types, as arethetypeswrong sees it', async () => {
  const manifest = JSON.parse(await readFile(path.join(consumer.folder, 'node_modules/smart-footprint/package.json')));
  const assets = Object.entries(manifest.exports)
    .filter(([, target]) => typeof target === 'string')
    .map(([name]) => name);
  await consumer.run('node_modules/.bin/attw', await tarball(), '--profile', 'esm-only', '--exclude-entrypoints', ...assets);
});

test('npm packs the folder as it is', async () => {
  const { stdout } = await consumer.run('tar', '-tzf', await tarball());
  const packed = stdout.trim().split('\n').map((name) => name.replace(/^package\//, ''));
  const pkg = fileURLToPath(new URL('../../pkg', import.meta.url));
  const files = (await readdir(pkg, { recursive: true, withFileTypes: true }))
    .filter((file) => file.isFile())
    .map((file) => path.relative(pkg, path.join(file.parentPath ?? file.path, file.name)));
  assert.deepEqual(packed.sort(), files.sort());
});
