// A reporter for Node's test runner that writes down what was tried and what came of it: a file for each
// file of tests and each engine, in the folder that RESULTS names. `tests/report.mjs` puts them together.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { TestRecords } from './test-records.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));
export const folder = path.resolve(project, process.env.RESULTS ?? 'target/test/results');
const engine = process.env.ENGINE ?? 'chromium';

export default async function* results(events) {
  const files = new Map();
  let file;
  for await (const event of events) {
    // One file runs after the other; a test itself may be declared by a file that several share.
    const { type, data } = event;
    if (type === 'test:dequeue' && data.name === data.file) file = path.relative(project, data.file);
    if (!file || file.startsWith('..')) continue;
    if (!files.has(file)) files.set(file, { records: new TestRecords(), tests: [] });
    const { records, tests } = files.get(file);
    const record = records.take(event);
    if (record) tests.push(record);
  }
  mkdirSync(folder, { recursive: true });
  for (const [file, { tests }] of files) {
    const name = `${file.startsWith('tests/browser/') ? `${engine}-` : ''}${file.replaceAll('/', '-')}.json`;
    const told = tests.map(({ error, ...test }) => test);
    if (tests.length > 0) writeFileSync(path.join(folder, name), `${JSON.stringify({ file, engine, tests: told }, null, 1)}\n`);
  }
  yield '';
}
