/** What is held after a collection: with one chart, and after 200 came and went. */
import { openWork } from './work.mjs';

const warmUp = 20;
const mounts = 200;

export const memory = {
  name: 'memory',
  variants: () => ['mounts'],
  limit: 120_000,
  // Bytes hardly differ between two samples, and each draws 221 charts.
  most: () => 1,

  async run(context, peer) {
    const page = await openWork(context, peer);
    try {
      const empty = await page.memory();
      await page.evaluate(async () => {
        window.chart = await window.peer.series(document.getElementById('place'), window.figures.series, {});
        await window.settled();
      });
      const held = await page.memory();
      await page.evaluate(() => {
        window.peer.destroy(window.chart);
        delete window.chart;
      });
      await page.evaluate(comeAndGo, warmUp);
      const few = await page.memory();
      await page.evaluate(comeAndGo, mounts);
      const many = await page.memory();
      return {
        mounted: held.bytes - empty.bytes,
        module: held.module,
        grown: many.bytes - few.bytes,
        nodes: many.nodes - few.nodes,
        listeners: many.listeners - few.listeners,
      };
    } finally {
      await page.close();
    }
  },
};

/** In the page: charts drawn and taken away, one after the other, each in a place of its own. */
async function comeAndGo(count) {
  const main = document.getElementById('place');
  for (let step = 0; step < count; step += 1) {
    const place = document.createElement('div');
    place.style.height = '450px';
    main.append(place);
    const chart = await window.peer.series(place, window.figures.series, {});
    await window.frame();
    window.peer.destroy(chart);
    place.remove();
  }
  await window.settled();
}
