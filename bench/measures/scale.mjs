/**
 * Very many points: the first draw, a redraw with other values, what is held. One long series; and
 * ten years of daily counts of two hundred markets, of which one is looked at after the other.
 */
import { launch, within } from '../browser.mjs';
import { each, openWork } from './work.mjs';

const sizes = { '10,000': 10_000, '100,000': 100_000, '1,000,000': 1_000_000 };
const large = ['100,000', '1,000,000'];
const markets = { count: 200, days: 3650 };
const redraws = 3;

export const scale = {
  name: 'scale',
  limit: 60_000,
  // One repetition draws four times, and some take their minute.
  most: () => 3,
  // Seconds: what has taken longer is not drawn again.
  enough: 5,

  variants(peer) {
    if (peer.ours === 'standalone' || peer.file === 'blank') return [];
    const all = [...Object.keys(sizes), 'markets'];
    if (peer.ours) return [...all, '10,000 rows'];
    return peer.thins ? [...all, ...large.map((size) => `${size} thinned`)] : all;
  },

  async run(context, peer, variant) {
    const [size, way] = variant.split(' ');
    // Of its own, so that one which hangs can be put away.
    const browser = await launch();
    try {
      const page = await openWork({ ...context, browser }, peer);
      const work = size === 'markets' ? measureMarkets(page) : measureSeries(page, sizes[size], way);
      return await within(this.limit, work);
    } finally {
      await browser.close();
    }
  },
};

async function measureSeries(page, count, way) {
  await page.evaluate((count) => {
    window.columns = [1, 2].map((seed) => window.walk(count, seed));
  }, count);
  await page.evaluate((way) => {
    const { peer } = window;
    const [draw, redraw] = way === 'rows' ? [peer.rows, peer.redrawRows] : [peer.large, peer.redrawLarge];
    window.work = {
      draw: (place) => draw(place, window.columns[0], { thinned: way === 'thinned' }),
      redraw: (step) => redraw(window.chart, window.columns[step % 2]),
    };
  }, way);
  return measured(page, 16 * count);
}

async function measureMarkets(page) {
  await page.evaluate(({ count, days }) => {
    const { peer } = window;
    const all = window.dailyCounts(count, days);
    /** Who knows no markets is given one at a time. */
    const one = (market) => ({
      times: all.time.subarray(market * days, (market + 1) * days),
      values: all.value.subarray(market * days, (market + 1) * days),
    });
    window.columns = all;
    window.work = {
      draw: (place) => (peer.markets ? peer.markets(place, all) : peer.large(place, one(0), {})),
      redraw: (step) => (peer.redrawMarket
        ? peer.redrawMarket(window.chart, step)
        : peer.redrawLarge(window.chart, one(step))),
    };
  }, markets);
  return measured(page, 17 * markets.count * markets.days);
}

/** `bytes`: those of the page's own columns, which are not among what is held. */
async function measured(page, bytes) {
  await page.evaluate(() => window.settled());
  const empty = await page.memory();
  const start = await page.mainThread();
  const first = await page.evaluate(async () => {
    const start = performance.now();
    window.chart = await window.work.draw(document.getElementById('place'));
    await window.settled();
    return performance.now() - start;
  });
  const drawn = await page.mainThread();
  await page.evaluate(again, 1);
  const before = await page.mainThread();
  const until = await page.evaluate(again, redraws);
  const after = await page.mainThread();
  const held = (await page.memory()).bytes - empty.bytes;
  return {
    first,
    'first main': drawn.all - start.all,
    redraw: each(before, after, redraws).main,
    until,
    held,
    share: held / bytes,
  };
}

/** In the page: the values swapped for the others and back. Gives milliseconds a redraw. */
async function again(count) {
  const start = performance.now();
  for (let time = 0; time < count; time += 1) {
    window.step = (window.step ?? 0) + 1;
    await window.work.redraw(window.step);
    await window.settled();
  }
  return (performance.now() - start) / count;
}
