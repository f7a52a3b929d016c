/** The pointer moved from point to point, so that every event has something new to tell. */
import { each, openSeries } from './work.mjs';

const times = 60;

export const hover = {
  name: 'hover',
  variants: () => ['points'],
  limit: 30_000,

  async run(context, peer) {
    const page = await openSeries(context, peer);
    try {
      const points = await page.evaluate(() => window.peer.points(window.chart));
      const told = [];
      for (const { x, y } of points) {
        await page.move(x, y);
        told.push(await page.evaluate(async () => {
          await window.settled();
          return window.peer.tells(window.chart);
        }));
      }
      const before = await page.mainThread();
      for (let step = 0; step < times; step += 1) {
        const { x, y } = points[step % points.length];
        await page.move(x, y);
      }
      await page.evaluate(() => window.settled());
      const after = await page.mainThread();
      return { ...each(before, after, times), told: share(told) };
    } finally {
      await page.close();
    }
  },
};

/** Of all points, the share at which something was told. */
function share(told) {
  return told[0] === null ? NaN : told.filter(Boolean).length / told.length;
}
