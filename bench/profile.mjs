// profile.mjs [redraw|hover|start] [--package FOLDER] [--peer ID]
//
// Where the time of a redraw, or of a hover event, goes: what is called on the canvas, and the
// functions that the main thread is in. Of the start: what the main thread does until the first
// picture. For finding causes; the figures are the benchmark's.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from './browser.mjs';
import { openSeries } from './measures/work.mjs';
import { addPackage, addPeer } from './pages.mjs';
import { found, peers } from './peers.mjs';
import { Server } from './server.mjs';
import { traceStart } from './start-trace.mjs';

const times = 100;
const listed = 30;

const { values, positionals: [what = 'redraw'] } = parseArgs({
  allowPositionals: true,
  options: { package: { type: 'string' }, peer: { type: 'string', default: 'ours' } },
});
const folder = values.package ?? fileURLToPath(new URL('../pkg', import.meta.url));
const server = new Server();
const pack = await addPackage(server, path.resolve(folder));
const peer = found(peers.find(({ id }) => id === values.peer), pack);
await addPeer(server, peer, pack);
await server.start();
const browser = await launch();
try {
  if (what === 'start') {
    await traceStart(browser, server, peer, 1); // the first page of a browser is slower than any other
    console.log((await traceStart(browser, server, peer, 0.5)).join('\n'));
  } else await profile();
} finally {
  await browser.close();
  server.stop();
}

async function profile() {
  const page = await openSeries({ browser, server }, peer);
  const act = what === 'hover' ? await hovering(page) : (count) => page.evaluate(redraws, count);
  await act(30);
  await page.evaluate(countCalls);
  await act(1);
  const calls = await page.evaluate(() => window.stopCounting());
  console.log(`On canvases, in one ${what}:`);
  print(Object.entries(calls), (count) => String(count));
  const profile = await page.profile(() => act(times));
  console.log(`\nOf the main thread, in ms a ${what} (of ${times}):`);
  print(selfTimes(profile), (time) => time.toFixed(3));
}

/** In the page: our whole embedded view in the other theme; others with new figures. */
async function redraws(count) {
  for (let step = 0; step < count; step += 1) {
    await (window.peer.otherwise?.theme ?? ((chart) => window.peer.redraw(chart, window.varied(step))))(window.chart, step);
    await window.frame();
  }
}

async function hovering(page) {
  const points = await page.evaluate(() => window.peer.points(window.chart));
  let at = 0;
  return async (count) => {
    for (let step = 0; step < count; step += 1) {
      at = (at + 1) % points.length;
      await page.move(points[at].x, points[at].y);
    }
    await page.evaluate(() => window.settled());
  };
}

/** In the page: counts calls and settings of every 2D context until `stopCounting()`. */
function countCalls() {
  const calls = {};
  const note = (name) => { calls[name] = (calls[name] ?? 0) + 1; };
  const prototype = CanvasRenderingContext2D.prototype;
  const originals = Object.entries(Object.getOwnPropertyDescriptors(prototype));
  for (const [name, own] of originals) {
    if (typeof own.value === 'function') {
      Object.defineProperty(prototype, name, {
        ...own, value(...given) { note(name); return own.value.apply(this, given); },
      });
    } else if (own.set) {
      Object.defineProperty(prototype, name, {
        ...own, set(value) { note(`${name} =`); own.set.call(this, value); },
      });
    }
  }
  window.stopCounting = () => {
    for (const [name, own] of originals) Object.defineProperty(prototype, name, own);
    return calls;
  };
}

function selfTimes({ nodes, samples, timeDeltas }) {
  const names = new Map(nodes.map(({ id, callFrame }) => {
    const { functionName, url, lineNumber, columnNumber } = callFrame;
    const where = url ? ` ${url.split('/').pop()}:${lineNumber + 1}:${columnNumber + 1}` : '';
    return [id, (functionName || '(nameless)') + where];
  }));
  const sums = new Map();
  samples.forEach((id, index) => {
    const name = names.get(id);
    sums.set(name, (sums.get(name) ?? 0) + timeDeltas[index] / 1000 / times);
  });
  sums.delete('(idle)');
  return [...sums];
}

function print(entries, form) {
  entries.sort(([, one], [, other]) => other - one);
  for (const [name, value] of entries.slice(0, listed)) console.log(`${form(value).padStart(10)}  ${name}`);
}
