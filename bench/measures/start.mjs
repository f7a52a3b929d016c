/** From the start of the navigation to the first chart painted, with nothing cached. */
import { readFile } from 'node:fs/promises';
import { openPage, within } from '../browser.mjs';
import { startPath } from '../pages.mjs';

const script = await readFile(new URL('../page/observe.js', import.meta.url), 'utf8');

const conditions = {
  plain: {},
  'CPU 4x': { cpu: 4 },
  'CPU 6x': { cpu: 6 },
  'slow 4G': { slow: true },
  'both charts': { charts: 2 },
};

export const start = {
  name: 'start',
  variants: (peer) => (peer.ours === 'preload' ? ['plain', 'slow 4G'] : Object.keys(conditions)),
  limit: 30_000,
  // Beside the four conditions that the goals are for.
  most: (variant) => (conditions[variant].charts ? 3 : Infinity),

  /** Milliseconds, and the bytes fetched by then. */
  async run({ browser, server }, peer, condition) {
    const { charts = 1, ...slowed } = conditions[condition];
    const page = await openPage(browser, server.address + startPath(peer, charts), {
      ...slowed, script,
    });
    try {
      await page.done(25_000);
      const seen = await within(5000, page.evaluate(collect));
      if (page.errors.length > 0) throw new Error(page.errors[0]);
      return { ...told(seen, server), ...(peer.ours && parts(seen)) };
    } finally {
      await page.close();
    }
  },
};

function collect() {
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  return {
    ...window.seen,
    paint: paint?.startTime ?? null,
    fetched: performance.getEntriesByType('resource').map((entry) => ({
      path: new URL(entry.name).pathname,
      from: entry.startTime,
      to: entry.responseEnd,
    })),
    page: performance.getEntriesByType('navigation')[0].responseEnd,
  };
}

/**
 * The browser's own word for the first paint with content counts, save where it comes before
 * anything was drawn: then the end of the frame that drew.
 */
function told(seen, server) {
  const believed = seen.paint !== null && seen.paint >= seen.ink - 1;
  const painted = believed ? seen.paint : seen.frame;
  const files = seen.fetched.filter(({ path }) => server.has(path));
  const first = files.filter(({ to }) => to <= seen.ink);
  return {
    painted,
    answers: Math.max(seen.answers ?? painted, painted),
    bytes: brotli(server, first),
    requests: first.length,
    'in a row': inARow(first),
    'bytes, all': brotli(server, files),
    early: seen.paint !== null && !believed ? 1 : 0,
  };
}

/** The most requests of which each began only when the one before had ended: round trips. */
function inARow(files) {
  let [count, free] = [0, 0];
  for (const { from, to } of [...files].sort((one, other) => one.to - other.to)) {
    if (from < free) continue;
    count += 1;
    free = to;
  }
  return count;
}

function brotli(server, files) {
  return [...new Set(files.map(({ path }) => path))]
    .reduce((sum, path) => sum + server.size(path).brotli, 0);
}

/**
 * How the time to the first picture divides: each part lasts from the end of the one before to
 * its own, so what runs side by side is counted once.
 */
function parts(seen) {
  const before = ({ end }) => end <= seen.ink;
  const last = (times) => Math.max(0, ...times);
  const fetched = last(seen.fetched.filter(({ to }) => to <= seen.ink).map(({ to }) => to));
  const compiled = Math.max(fetched, last(seen.compiled.filter(before).map(({ end }) => end)));
  const ready = Math.max(compiled, last(seen.instantiated.filter(before).map(({ end }) => end)));
  const painted = seen.paint !== null && seen.paint >= seen.ink - 1 ? seen.paint : seen.frame;
  return {
    'part page': seen.page,
    'part fetch': Math.max(0, fetched - seen.page),
    'part compile': compiled - fetched,
    'part instantiate': ready - compiled,
    'part draw': Math.max(0, seen.ink - ready),
    'part paint': painted - Math.max(ready, seen.ink),
  };
}
