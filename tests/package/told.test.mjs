// What is told of failures: every code that the sources have, in the types and in the README.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const read = (name) => readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8');
const scripts = ['element/', 'element/wasm/'].flatMap((folder) =>
  readdirSync(new URL(`../../${folder}`, import.meta.url)).filter((name) => name.endsWith('.ts')).map((name) => folder + name));

/** The codes of errors, as the sources write them down. */
const errors = new Set(scripts.flatMap((name) => {
  const text = read(name);
  const codes = [...text.matchAll(/(?:FootprintError|problemsError|reading|missing)\(\s*([^,]*),/g)]
    .flatMap(([, first]) => [...first.matchAll(/'([a-z-]+)'/g)].map(([, code]) => code));
  const sources = name.endsWith('/source.ts') ? [...text.matchAll(/code: '([a-z-]+)'|SourceError\(\s*'([a-z-]+)'/g)] : [];
  return [...codes, ...sources.map(([, one, other]) => `src-${one ?? other}`)];
}));
const warnings = new Set(scripts.flatMap((name) =>
  [...read(name).matchAll(/code: '([a-z-]+)',[^}]*severity: 'warning'/g)].map(([, code]) => code)));

test('the codes are found where they are', () => {
  for (const code of ['wasm-missing', 'no-dom', 'dataset', 'options', 'destroyed', 'src-missing', 'src-timeout']) {
    assert.ok(errors.has(code), `${code} is not among ${[...errors]}`);
  }
});

test('the types list every code of an error, and no other', () => {
  const [, list] = /Why a picture could not be drawn[^]*?is one of\n([^]*?)\*\//.exec(read('element/types/index.d.ts'));
  const told = [...list.matchAll(/^ \* - `([a-z-]+)`/gm)].map(([, code]) => code);
  assert.deepEqual([...told].sort(), [...errors].sort());
});

test('the README says of every code what helps, and of no other', () => {
  const [, table] = /## When there is no chart\n([^]*?)\n## /.exec(read('element/package/README.md'));
  const told = new Set(table.split('\n').filter((row) => row.startsWith('| '))
    .flatMap((row) => [...row.split(' | ')[0].matchAll(/`([a-z]+(?:-[a-z]+)*)`/g)].map(([, code]) => code)));
  for (const code of [...errors, ...warnings, 'unknown-option']) assert.ok(told.has(code), `${code} is not told`);
});
