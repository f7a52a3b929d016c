/** What the main thread does between the start of a navigation and the first picture, by the browser's own trace. */
import { readFile } from 'node:fs/promises';
import { startPath } from './pages.mjs';

const script = await readFile(new URL('page/observe.js', import.meta.url), 'utf8');
const categories = [
  'blink', 'blink.user_timing', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'disabled-by-default-v8.compile', 'loading',
  'v8', 'v8.wasm.detailed',
];

/** Lines: when, milliseconds of processor, what; of all that took so many and of the requests. */
export async function traceStart(browser, server, peer, least) {
  const context = await browser.newContext({ viewport: { width: 900, height: 1000 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Runtime.addBinding', { name: 'benchDone' });
  const done = new Promise((resolve) => session.once('Runtime.bindingCalled', resolve));
  await session.send('Runtime.enable');
  await page.addInitScript(script);
  await browser.startTracing(page, { categories });
  await page.goto(server.address + startPath(peer, 1), { waitUntil: 'commit' });
  await done;
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  await context.close();

  const start = traceEvents.filter(({ name, args }) => name === 'navigationStart'
    && args?.data?.documentLoaderURL?.includes('/start/')).at(-1);
  const painted = traceEvents.filter(({ name, pid }) => name === 'firstContentfulPaint' && pid === start.pid).at(-1);
  return traceEvents
    .filter(({ pid, tid, ts }) => pid === start.pid && tid === start.tid && ts >= start.ts && ts <= (painted?.ts ?? Infinity))
    .filter(({ name, tdur = 0 }) => tdur / 1000 >= least || /^Resource(Send|Finish)|^firstContentful/.test(name))
    .sort((one, other) => one.ts - other.ts)
    .map(({ name, ts, tdur, args }) => {
      const { url = '', functionName = '' } = args?.data ?? {};
      const where = url.slice(url.lastIndexOf('/') + 1);
      const cells = [((ts - start.ts) / 1000).toFixed(1).padStart(8), tdur ? (tdur / 1000).toFixed(2).padStart(8) : ' '.repeat(8)];
      return `${cells.join('')}  ${[name, functionName, where].filter(Boolean).join(' ')}`;
    });
}
