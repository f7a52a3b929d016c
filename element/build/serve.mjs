// serve.mjs PORT: the page and the package, on this machine alone.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ts': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** Serves some of the project's folders; gives back the server and its address. */
export async function serve(port, folders = ['www', 'pkg'], headers = {}) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    if (pathname === '/') {
      response.writeHead(302, { Location: `/${folders[0]}/` }).end();
      return;
    }
    const file = fileFor(pathname, folders);
    const body = file && (await readFile(file).catch(() => undefined));
    if (!body) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
      return;
    }
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-cache', ...headers });
    response.end(body);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { server, address: `http://127.0.0.1:${server.address().port}` };
}

function fileFor(pathname, folders) {
  let name;
  try {
    name = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  const file = path.join(project, name.endsWith('/') ? `${name}index.html` : name);
  const inside = folders.some((folder) => file.startsWith(path.join(project, folder) + path.sep));
  return inside ? file : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(process.argv[2] ?? 8080);
  try {
    const { address } = await serve(port);
    console.log(`\nThe page: ${address}/`);
  } catch (error) {
    console.error(error.code === 'EADDRINUSE'
      ? `Port ${port} is taken: give another, ./build.sh serve PORT.`
      : error.message);
    process.exitCode = 1;
  }
}
