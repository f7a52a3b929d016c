// What lies between a browser and every server, where the browser's driver has no hold on its
// network: it notes what is asked for, answers otherwise, breaks off, and puts a script before a
// page's own.
import { createServer, request as askServer } from 'node:http';
import { once } from 'node:events';
import { connect } from 'node:net';

const scriptPath = '/.before-the-page.js';

export async function startProxy() {
  /** What the page on the screen wants: who was asked for goes to the one that was opened last. */
  const pages = [];
  const server = createServer((request, response) => {
    const page = pages.at(-1);
    const url = new URL(request.url);
    if (!page || page.isOffline) {
      request.destroy();
      return;
    }
    if (url.pathname === scriptPath) {
      response.writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-store' }).end(page.script());
      return;
    }
    page.requests.push(url.href);
    response.on('finish', () => {
      if (response.statusCode >= 400) page.failures.push(`${url.href}: ${response.statusCode}`);
    });
    const answer = [...page.answers].find(([where]) => fits(where, url.href))?.[1];
    if (answer) give(response, answer);
    else forward(request, response, url);
  });
  // What is no request of HTTP (a secure one, say) has nowhere to go: the tests' servers are plain.
  server.on('connect', (_, socket) => socket.destroy());
  server.on('clientError', (_, socket) => socket.destroy());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    host: `127.0.0.1:${server.address().port}`,
    /** From now on the requests are this page's; gives back what ends that. */
    add(page) {
      pages.push(page);
      return () => pages.splice(pages.indexOf(page), 1);
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function fits(where, url) {
  const parts = where.split('*').map((part) => part.replace(/[.?+^$()[\]{}|\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]*')}$`).test(url);
}

function give(response, { status = 200, headers = {}, contentType, body = '' }) {
  const type = contentType ?? headers['content-type'];
  const isPage = /^text\/html/.test(type ?? '');
  response.writeHead(status, { 'Cache-Control': 'no-store', ...headers, ...(type && { 'Content-Type': type }) });
  response.end(isPage ? withScript(String(body)) : body);
}

function forward(request, response, url) {
  const asked = askServer(url, { method: request.method, headers: request.headers }, (answered) => {
    const { statusCode, headers } = answered;
    const isPage = /^text\/html/.test(headers['content-type'] ?? '') && request.headers.accept?.includes('text/html');
    if (!isPage) {
      response.writeHead(statusCode, headers);
      response.flushHeaders();
      answered.pipe(response);
      answered.on('error', () => response.destroy());
      answered.on('close', () => answered.complete || response.destroy());
      return;
    }
    const parts = [];
    answered.on('data', (part) => parts.push(part));
    answered.on('end', () => {
      const { 'content-length': _, ...rest } = headers;
      response.writeHead(statusCode, rest).end(withScript(String(Buffer.concat(parts))));
    });
  });
  asked.on('error', ({ code }) => {
    // What is no answer by the letter is handed on as it is: the browser may make something of it.
    if (String(code).startsWith('HPE_') && !response.headersSent) handOn(request, url);
    else response.destroy();
  });
  response.on('close', () => response.writableFinished || asked.destroy());
  request.pipe(asked);
}

function handOn(request, url) {
  const server = connect(url.port, url.hostname, () => {
    server.write(`${request.method} ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\nConnection: close\r\n\r\n`);
  });
  server.on('error', () => request.socket.destroy());
  server.pipe(request.socket);
}

/** A page that runs the script first; it leaves no element behind. */
function withScript(page) {
  const at = /<head[^>]*>|<!doctype[^>]*>/i.exec(page);
  const place = at ? at.index + at[0].length : 0;
  return `${page.slice(0, place)}<script src="${scriptPath}"></script>${page.slice(place)}`;
}
