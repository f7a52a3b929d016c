/**
 * Serves what is measured as a host with a content network would: from memory, compressed
 * beforehand by brotli 11, with the headers that give pages a fine clock.
 */
import { createServer } from 'node:http';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { gzipSize } from '../element/build/compressed.mjs';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

export class Server {
  #files = new Map();
  #server = createServer((request, response) => this.#answer(request, response));

  /** Puts a file at a path; compressed here, so that no page waits for it. */
  add(where, contents) {
    const body = Buffer.from(contents);
    const packed = brotliCompressSync(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    });
    this.#files.set(where, { body, packed });
  }

  /** How many bytes the file at a path is: raw, in gzip 9 and in brotli 11. */
  size(where) {
    const { body, packed } = this.#files.get(where);
    return { raw: body.length, gzip: gzipSize(body), brotli: packed.length };
  }

  has(where) {
    return this.#files.has(where);
  }

  async start() {
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.address = `http://127.0.0.1:${this.#server.address().port}`;
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #answer(request, response) {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    const file = this.#files.get(pathname);
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    const headers = {
      'Content-Type': types[path.extname(pathname)] ?? 'application/octet-stream',
      'Cache-Control': 'max-age=3600',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    };
    if (/\bbr\b/.test(request.headers['accept-encoding'] ?? '')) {
      response.writeHead(200, { ...headers, 'Content-Encoding': 'br' }).end(file.packed);
    } else {
      response.writeHead(200, headers).end(file.body);
    }
  }
}
