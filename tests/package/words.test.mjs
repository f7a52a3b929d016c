// The words that the element says and those of its message files are the same ones.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
const sources = readdirSync(`${project}/element`).filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(`${project}/element/${name}`, 'utf8')).join('\n');
const { messages } = JSON.parse(readFileSync(`${project}/pkg/languages/en.json`, 'utf8'));
const keys = Object.keys(messages).filter((key) => /^(widget|element)-/.test(key));

/** A key as it is written, or with what is put in at run time. */
const said = [...sources.matchAll(/['`]((?:widget|element)-[\w${}.#?:' -]*?)['`]/g)].map(([, key]) => key);

test('every message of the element is said somewhere', () => {
  const patterns = said.map((key) => new RegExp(`^${key.replace(/\$\{[^}]*\}/g, '[\\w-]+')}(-one|-other)?$`));
  const never = keys.filter((key) => !patterns.some((pattern) => pattern.test(key)));
  assert.deepEqual(never, []);
});

test('nothing is said that the message files lack', () => {
  const plain = said.filter((key) => /^[\w-]+$/.test(key));
  assert.ok(plain.length > 20, `${plain.length} keys`);
  const missing = plain.filter((key) => !keys.includes(key) && !keys.includes(`${key}-other`));
  assert.deepEqual([...new Set(missing)], []);
});
