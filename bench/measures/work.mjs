/** A page with a peer at hand, its chart of two series drawn. */
import { readFile } from 'node:fs/promises';
import { openPage } from '../browser.mjs';
import { workPath } from '../pages.mjs';

const script = await readFile(new URL('../page/modules.js', import.meta.url), 'utf8');

export async function openWork({ browser, server }, peer, options) {
  const page = await openPage(browser, server.address + workPath(peer), { script, ...options });
  await page.waitFor(() => window.peer !== undefined, 20_000);
  return page;
}

export async function openSeries(context, peer) {
  const page = await openWork(context, peer);
  await page.evaluate(async () => {
    window.chart = await window.peer.series(document.getElementById('place'), window.figures.series, {});
    await window.settled();
  });
  return page;
}

/** What the main thread did between two readings, divided by how often. */
export function each(before, after, times) {
  return {
    main: (after.all - before.all) / times,
    script: (after.script - before.script) / times,
    layout: (after.layout - before.layout) / times,
  };
}
