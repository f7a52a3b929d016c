/** One series of very many points: the first draw, a redraw with other values, what is held. */
import { launch, within } from '../browser.mjs';
import { each, openWork } from './work.mjs';

const sizes = { '1,000': 1000, '10,000': 10_000, '100,000': 100_000, '1,000,000': 1_000_000 };
const large = ['100,000', '1,000,000'];
const redraws = 3;

export const scale = {
  name: 'scale',
  limit: 60_000,
  // One repetition draws four times, and some take their minute.
  most: () => 3,
  // Seconds: what has taken longer is not drawn again.
  enough: 5,

  /** Ours goes up by tens, to tell how far it comes where it does not come to the end. */
  variants(peer) {
    if (peer.ours === 'standalone' || peer.file === 'blank') return [];
    if (peer.ours) return Object.keys(sizes);
    return peer.thins ? large.flatMap((size) => [size, `${size} thinned`]) : large;
  },

  async run(context, peer, variant) {
    const [size, thinned] = variant.split(' ');
    // Of its own, so that one which hangs can be put away.
    const browser = await launch();
    try {
      const work = measured({ ...context, browser }, peer, sizes[size], thinned !== undefined);
      return await within(this.limit, work);
    } finally {
      await browser.close();
    }
  },
};

async function measured(context, peer, count, thinned) {
  const page = await openWork(context, peer);
  await page.evaluate(async (count) => {
    window.columns = [1, 2].map((seed) => window.walk(count, seed));
    await window.settled();
  }, count);
  const empty = await page.memory();
  const start = await page.mainThread();
  const first = await page.evaluate(async (thinned) => {
    const place = document.getElementById('place');
    const start = performance.now();
    window.chart = await window.peer.large(place, window.columns[0], { thinned });
    await window.settled();
    return performance.now() - start;
  }, thinned);
  const drawn = await page.mainThread();
  await page.evaluate(again, 1);
  const before = await page.mainThread();
  const until = await page.evaluate(again, redraws);
  const after = await page.mainThread();
  const held = await page.memory();
  return {
    first,
    'first main': drawn.all - start.all,
    redraw: each(before, after, redraws).main,
    until,
    held: held.bytes - empty.bytes,
  };
}

/** In the page: the values swapped for the others and back. Gives milliseconds a redraw. */
async function again(count) {
  const start = performance.now();
  for (let step = 0; step < count; step += 1) {
    await window.peer.redrawLarge(window.chart, window.columns[(step + 1) % 2]);
    await window.settled();
  }
  return (performance.now() - start) / count;
}
