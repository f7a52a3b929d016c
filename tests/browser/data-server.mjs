// A server of datasets that does what servers do to those who ask them: answers late, never, too
// much, something else, somewhere else. It remembers who asked for what, and who gave up.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { project } from './driver.mjs';

const megabyte = Buffer.alloc(1_000_000, ' ');

export async function startDataServer() {
  const good = JSON.parse(await readFile(path.join(project, 'pkg/dataset.json'), 'utf8'));
  /** The good dataset as it stood on a day. */
  const edition = (day) => JSON.stringify({ ...good, about: { ...good.about, edition: day } });
  /** The same, of so many bytes: spaces are JSON, too. */
  const padded = (bytes) => {
    const text = Buffer.from(edition('2031-03-03'));
    return Buffer.concat([text, Buffer.alloc(bytes - text.length, ' ')]);
  };
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
    // A server's own words about the length, and what comes: more, less, in parts, in parts that are none.
    '/longer-than-told': (response) => bare(response, `Content-Length: 2000\r\n\r\n${edition('2031-03-03')}`),
    '/shorter-than-told': (response) => bare(response, `Content-Length: 9000000\r\n\r\n${edition('2031-03-03')}`),
    '/length-below-zero': (response) => bare(response, `Content-Length: -1\r\n\r\n${edition('2031-03-03')}`),
    '/two-lengths': (response) => bare(response, `Content-Length: 5\r\nContent-Length: 7\r\n\r\n{"a": 1}`),
    '/no-length': (response) => bare(response, `\r\n${edition('2031-03-03')}`),
    '/parts-cut-off': (response) => bare(response, 'Transfer-Encoding: chunked\r\n\r\n10\r\n{"about": {"sche\r\n'),
    '/parts-that-are-none': (response) => bare(response, 'Transfer-Encoding: chunked\r\n\r\nnothing\r\n{}\r\n'),
    '/not-as-encoded': (response) => response.writeHead(200, { ...cors, 'Content-Encoding': 'gzip' }).end(edition('2031-03-03')),
    '/packed-cut-off': (response) => {
      const packed = gzipSync(edition('2031-03-03'));
      response.writeHead(200, { ...cors, 'Content-Encoding': 'gzip' }).end(packed.subarray(0, packed.length / 2));
    },
    '/nothing': (response) => response.writeHead(204, cors).end(),
    '/empty': (response) => json(response, ''),
    '/round-and-round': (response) => response.writeHead(302, { ...cors, Location: '/round-and-round' }).end(),
    '/deep': (response) => json(response, '['.repeat(9_000_000)),
    '/deep-and-closed': (response) => json(response, '['.repeat(4_000_000) + ']'.repeat(4_000_000)),
    '/wide': (response) => json(response, `[${'0,'.repeat(8_000_000)}0]`),
    '/null': (response) => json(response, 'null'),
    '/text': (response) => json(response, '"<img src=x onerror=alert(1)>"'),
    // As large as may be, and a byte more.
    '/largest': (response) => json(response, padded(20_000_000)),
    '/too-large-by-one': (response) => json(response, padded(20_000_001)),
    '/too-large-by-one-untold': (response) => {
      response.writeHead(200, cors);
      response.end(padded(20_000_001));
    },
    '/200-megabytes': (response) => {
      response.writeHead(200, { ...cors, 'Content-Type': 'application/json' });
      let left = 200;
      // A part at a time: some browsers read on faster than their pages do.
      const timer = setInterval(() => {
        left -= 1;
        response.write(megabyte);
        if (left > 0) return;
        clearInterval(timer);
        response.end();
      }, 20);
      response.on('close', () => clearInterval(timer));
    },
    '/bomb-br': (response) => packed(response, 'br', bombs().br),
    '/bomb-deflate': (response) => packed(response, 'deflate', bombs().deflate),
    '/bomb-in-a-bomb': (response) => packed(response, 'gzip, gzip', bombs().twice),
    // A hundred megabytes: announced; not announced; announced as the little they are on the way.
    '/announced': (response) => {
      response.writeHead(200, { ...cors, 'Content-Type': 'application/json', 'Content-Length': 100_000_000 });
      response.write('{'); // some browsers tell of an answer when something of it has come
    },
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

/** Two hundred megabytes in little: made when they are first asked for. */
let made;
function bombs() {
  if (!made) {
    const large = Buffer.alloc(200_000_000, ' ');
    const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
    made = { br: brotliCompressSync(large, quick), deflate: deflateSync(large, { level: 1 }), twice: gzipSync(gzipSync(large, { level: 1 })) };
  }
  return made;
}

function packed(response, encoding, body) {
  response.writeHead(200, { ...cors, 'Content-Encoding': encoding, 'Content-Length': body.length }).end(body);
}

/** An answer in the letters given, whatever they promise; then the line is cut. */
function bare(response, rest) {
  response.socket.end(`HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Type: application/json\r\nConnection: close\r\n${rest}`);
}

const cors = { 'Access-Control-Allow-Origin': '*' };

function json(response, body) {
  response.writeHead(200, { ...cors, 'Content-Type': 'application/json', 'Cache-Control': 'max-age=60' }).end(body);
}
