// A network that drops in the middle of each file that a widget fetches: it draws without what was to
// come, or says in its sentence why it cannot, and is whole when the page is loaded again.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { after, before, describe } from 'node:test';
import { tried } from '../tried.mjs';
import { project, startBrowser, test } from './driver.mjs';

const types = { '.js': 'text/javascript', '.wasm': 'application/wasm', '.json': 'application/json', '.html': 'text/html', '.css': 'text/css' };

/** Lines of their own, so that several pages can be cut off side by side: most of the time they wait. */
const lines = 3;

let browser;
let networks;
before(async () => {
  browser = await startBrowser();
  networks = await Promise.all(Array.from({ length: lines }, startNetwork));
});
after(() => Promise.all([browser.stop(), ...networks.map((network) => network.stop())]));

/** A server whose line is cut in the middle of one file, after so many of its bytes. */
async function startNetwork() {
  const asked = new Set();
  let cut = null;
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    const body = await readFile(path.join(project, pathname)).catch(() => null);
    if (!body) return response.writeHead(404).end();
    asked.add(pathname);
    const isCut = cut?.pathname === pathname;
    if (isCut && cut.at === 'the headers') return response.socket.destroy();
    response.writeHead(200, { 'Content-Type': types[path.extname(pathname)], 'Content-Length': body.length, 'Cache-Control': 'no-store' });
    if (!isCut) return response.end(body);
    const bytes = { 'the first byte': 1, 'the middle': Math.floor(body.length / 2), 'the last byte': body.length - 1 }[cut.at];
    response.write(body.subarray(0, bytes), () => setTimeout(() => response.destroy(), 20));
    return response;
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    asked,
    cutAt: (pathname, at) => (cut = pathname && { pathname, at }),
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** How a page has its widgets, and all that makes them fetch what they have. */
const ways = {
  'the element': async () => {
    await import('/pkg/element.js').catch(() => {});
  },
  'the one script': () => new Promise((resolve) => {
    const script = document.createElement('script');
    Object.assign(script, { src: '/pkg/standalone.js', onload: resolve, onerror: resolve });
    document.head.append(script);
  }),
};

/** What a reader and a page do, as far as it goes; gives back what is seen at last. */
const use = (page, way) => page.evaluate(async (way) => {
  window.uncaught = [];
  for (const type of ['error', 'unhandledrejection']) {
    addEventListener(type, (event) => window.uncaught.push(`${type}: ${event.message ?? event.reason}`));
  }
  window.problems = [];
  addEventListener('footprint-problem', ({ detail }) => window.problems.push(...detail.problems.map(({ code }) => code)));
  const element = document.createElement('smart-footprint');
  element.append(Object.assign(document.createElement('p'), { id: 'stand-in', textContent: 'What stands in' }));
  for (const name of ['controls', 'hash', 'group']) element.setAttribute(name, '');
  document.getElementById('place').append(element);
  const loaded = (0, eval)(`(${way})`)();
  const settled = async () => {
    for (let wait = 0; wait < 200; wait += 1) {
      const state = element.shadowRoot?.querySelector('.root').dataset.state;
      if (state === 'failed' || (state === 'drawn' && element.marks().length > 0)) break;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  };
  await loaded;
  if (element.update) {
    await settled();
    element.shadowRoot.querySelector('[data-tool="table"]')?.click();
    element.shadowRoot.querySelector('[data-tool="save"]')?.click();
    for (const lang of ['de', 'zh', 'fr']) {
      await Promise.race([element.update({ lang }), new Promise((resolve) => setTimeout(resolve, 3000))]);
      await settled();
    }
    await Promise.race([element.update({ src: '/pkg/dataset.json' }), new Promise((resolve) => setTimeout(resolve, 3000))]);
    await settled();
  }
  const root = element.shadowRoot?.querySelector('.root');
  const notice = element.shadowRoot?.querySelector('.notice');
  return {
    isDefined: root !== undefined,
    state: root?.dataset.state ?? null,
    busy: element.shadowRoot?.querySelector('.picture').ariaBusy ?? null,
    says: notice && !notice.hidden ? notice.textContent : null,
    standIn: element.firstElementChild.checkVisibility(),
    canvas: element.shadowRoot?.querySelector('canvas').checkVisibility() ?? false,
    problems: window.problems, uncaught: window.uncaught,
  };
}, String(way));

const moments = ['the headers', 'the first byte', 'the middle', 'the last byte'];
for (const [name, way] of Object.entries(ways)) {
  describe(name, () => {
    test('whatever file is cut off, wherever', async (t) => {
      const [first] = networks;
      /** What is seen at last on a page whose line is cut there. */
      const seenWith = async (network, file, at) => {
        network.cutAt(file, at);
        const page = await browser.open(`${network.address}/tests/browser/pages/blank.html`);
        try {
          return await use(page, way);
        } finally {
          await page.close();
        }
      };
      first.asked.clear();
      const whole = await seenWith(first, null);
      assert.deepEqual([whole.state, whole.says, whole.problems, whole.uncaught], ['drawn', null, [], []]);
      const files = [...first.asked].filter((file) => file.startsWith('/pkg/')).sort();
      assert.ok(files.length >= (way === ways['the element'] ? 12 : 2), files.join());
      const cuts = files.flatMap((file) => moments.map((at) => [file, at]));
      tried(t, cuts.length);

      const wrong = [];
      const outcomes = {};
      const work = async (network) => {
        for (let next = cuts.shift(); next; next = cuts.shift()) {
          const seen = await seenWith(network, ...next);
          const ending = !seen.isDefined ? 'stands in' : seen.state;
          outcomes[ending] = (outcomes[ending] ?? 0) + 1;
          const fine = {
            'stands in': seen.standIn && seen.says === null,
            // A part that came too late for the picture is told, and the picture stays.
            drawn: seen.canvas && !seen.standIn && seen.says === null && !seen.busy,
            failed: seen.standIn && !seen.canvas && seen.says !== null
              && seen.problems.some((code) => /^(wasm-missing|wasm-broken|script-missing|src-missing|offline)$/.test(code)),
          }[ending];
          if (!fine || seen.uncaught.length > 0) wrong.push([...next, seen]);
        }
      };
      await Promise.all(networks.map(work));
      assert.deepEqual(wrong, []);
      t.diagnostic(`${files.length} files: ${JSON.stringify(outcomes)}`);

      assert.equal((await seenWith(first, null)).state, 'drawn', 'the page loaded again');
    });
  });
}
