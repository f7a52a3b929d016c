// A server of datasets that does what servers do to those who ask them: answers late, never, too
// much, something else, somewhere else. It remembers who asked for what, and who gave up.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { project } from './driver.mjs';

const megabyte = Buffer.alloc(1_000_000, ' ');

export async function startDataServer() {
  const good = JSON.parse(await readFile(path.join(project, 'pkg/dataset.json'), 'utf8'));
  /** The good dataset as it stood on a day. */
  const edition = (day) => JSON.stringify({ ...good, about: { ...good.about, edition: day } });
  const asked = [];
  let times = 0;

  const answers = {
    '/good.json': (response) => json(response, edition('2031-03-03')),
    '/folder/data.json': (response) => json(response, edition('2032-04-04')),
    '/each-time-another.json': (response) => json(response, edition(`2040-01-0${(times += 1)}`)),
    '/bad.json': (response) => json(response, JSON.stringify({ ...good, observations: 1 })),
    '/page': (response) => response.writeHead(200, { 'Content-Type': 'text/html' })
      .end('<!doctype html><meta charset=utf-8><link rel=icon href=data:,><div id=place></div>'),
    '/html': (response) => response.writeHead(200, { ...cors, 'Content-Type': 'text/html' }).end('<!doctype html><p>Hello'),
    '/latin-1.json': (response) => json(response, Buffer.from('{"about": "caf\xe9"}', 'latin1')),
    '/cut.json': (response) => json(response, edition('2031-03-03').slice(0, 5_000)),
    '/redirect': (response, { search }) => response.writeHead(302, { ...cors, Location: search.slice(1) }).end(),
    '/error': (response) => response.writeHead(503, cors).end('{}'),
    '/never': () => {},
    '/not-allowed.json': (response) => response.end(edition('2031-03-03')),
    '/breaks-off.json': (response) => {
      response.writeHead(200, { ...cors, 'Content-Length': 1_000_000 });
      response.write('{"about": ');
      setTimeout(() => response.destroy(), 50);
    },
    // A hundred megabytes: announced; not announced; announced as the little they are on the way.
    '/announced': (response) => response.writeHead(200, { ...cors, 'Content-Length': 100_000_000 }).flushHeaders(),
    '/endless': (response) => {
      response.writeHead(200, cors);
      const more = () => {
        while (!response.destroyed && response.write(megabyte)) response.megabytes = (response.megabytes ?? 0) + 1;
      };
      response.on('drain', more);
      more();
    },
    '/bomb': (response) => {
      const packed = gzipSync(Buffer.alloc(100_000_000, ' '));
      response.writeHead(200, { ...cors, 'Content-Encoding': 'gzip', 'Content-Length': packed.length }).end(packed);
    },
    '/drips': (response) => {
      response.writeHead(200, cors);
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    },
  };

  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url, 'http://127.0.0.1');
    if (pathname.startsWith('/pkg/')) {
      const type = pathname.endsWith('.wasm') ? 'application/wasm' : 'text/javascript';
      response.writeHead(200, { 'Content-Type': type }).end(await readFile(path.join(project, pathname)));
      return;
    }
    const record = { path: pathname, cookie: request.headers.cookie ?? null, gaveUp: false };
    asked.push(record);
    response.on('close', () => (record.gaveUp = !response.writableFinished));
    const answer = answers[pathname];
    if (answer) answer(response, { search });
    else response.writeHead(404, cors).end('<!doctype html><p>Not here');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${server.address().port}`;
  return {
    address,
    /** What was asked for since this was last called. */
    asked: () => asked.splice(0),
    /** The same, without forgetting it. */
    peek: () => [...asked],
    /** Waits until the last one who asked for this has given up. */
    async gaveUp(where) {
      for (let wait = 0; wait < 200; wait += 1) {
        if (asked.findLast((record) => record.path === where)?.gaveUp) return;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      throw new Error(`nobody gave up ${where}`);
    },
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

const cors = { 'Access-Control-Allow-Origin': '*' };

function json(response, body) {
  response.writeHead(200, { ...cors, 'Content-Type': 'application/json', 'Cache-Control': 'max-age=60' }).end(body);
}
