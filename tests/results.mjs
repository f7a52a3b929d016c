// A reporter for Node's test runner that writes down what was tried and what came of it: a file for each
// file of tests and each engine, in `target/test/results`. `tests/report.mjs` puts them together.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
export const folder = path.join(project, 'target/test/results');
const engine = process.env.ENGINE ?? 'chromium';

export default async function* results(events) {
  const files = new Map();
  let file;
  for await (const { type, data } of events) {
    // One file runs after the other; a test itself may be declared by a file that several share.
    if (type === 'test:dequeue' && data.name === data.file) file = path.relative(project, data.file);
    if (!file || file.startsWith('..')) continue;
    if (!files.has(file)) files.set(file, { names: [], tests: [], last: undefined });
    const found = files.get(file);
    if (type === 'test:start') {
      found.names.length = data.nesting;
      found.names.push(data.name);
    } else if ((type === 'test:pass' || type === 'test:fail') && data.details?.type !== 'suite' && data.name !== data.file && data.name) {
      found.last = {
        name: [...found.names.slice(0, data.nesting), data.name].join(': '),
        passed: type === 'test:pass',
        ...(data.skip !== undefined && { leftOut: data.skip === true ? '' : data.skip }),
        tried: 1,
      };
      found.tests.push(found.last);
    } else if (type === 'test:diagnostic' && found.last) {
      // What a test says comes after its end.
      const [, count] = /^tried (\d+)$/.exec(data.message) ?? [];
      if (count) found.last.tried = Number(count);
    }
  }
  mkdirSync(folder, { recursive: true });
  for (const [file, { tests }] of files) {
    const name = `${file.startsWith('tests/browser/') ? `${engine}-` : ''}${file.replaceAll('/', '-')}.json`;
    if (tests.length > 0) writeFileSync(path.join(folder, name), `${JSON.stringify({ file, engine, tests }, null, 1)}\n`);
  }
  yield '';
}
