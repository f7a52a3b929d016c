/** The whole chart drawn anew, one a frame: the call itself, and all that the main thread does. */
import { each, openSeries } from './work.mjs';

const warmUp = 10;
const times = 30;

export const redraw = {
  name: 'redraw',
  variants(peer) {
    if (peer.ours === 'module') return ['new figures', 'theme', 'days'];
    return peer.ours ? ['new figures', 'theme'] : ['new figures'];
  },
  limit: 30_000,

  async run(context, peer, way) {
    const page = await openSeries(context, peer);
    try {
      await page.evaluate(redraws, { way, count: warmUp });
      const before = await page.mainThread();
      const call = await page.evaluate(redraws, { way, count: times });
      const after = await page.mainThread();
      const { main, layout } = each(before, after, times);
      return { call, main, layout };
    } finally {
      await page.close();
    }
  },
};

/** In the page. Gives the median length of a call. */
export async function redraws({ way, count }) {
  const { peer, chart } = window;
  const again = peer.otherwise?.[way] ?? ((drawn, step) => peer.redraw(drawn, window.varied(step)));
  const calls = [];
  for (let step = 0; step < count; step += 1) {
    const start = performance.now();
    const done = again(chart, step);
    calls.push(performance.now() - start);
    await done;
    await window.frame();
  }
  await window.settled();
  return calls.sort((one, other) => one - other)[count >> 1];
}
