/** From one set of figures to the next, by those that can: the time between frames. */
import { quantile } from '../statistics.mjs';
import { each, openWork } from './work.mjs';

export const transition = {
  name: 'transition',
  variants: () => ['figures'],
  limit: 30_000,

  /** Nothing, where a chart goes from one picture to the next in one step. */
  async run(context, peer) {
    const page = await openWork(context, peer, { motion: true });
    try {
      const animates = await page.evaluate(() => window.peer.animates ?? false);
      if (!animates) return {};
      await page.evaluate(async () => {
        const place = document.getElementById('place');
        window.chart = await window.peer.series(place, window.figures.series, { animate: true });
        await new Promise((resolve) => setTimeout(resolve, 600));
      });
      const before = await page.mainThread();
      const { gaps, painted } = await page.evaluate(transitions);
      const after = await page.mainThread();
      if (animates === 'perhaps' && painted < 3) return {};
      const { main } = each(before, after, gaps.length);
      return { median: quantile(gaps, 0.5), p95: quantile(gaps, 0.95), main };
    } finally {
      await page.close();
    }
  },
};

/**
 * In the page: two transitions of 400 ms each, the gaps between all their frames, and in how
 * many frames of one text was put on a canvas.
 */
async function transitions() {
  const context = CanvasRenderingContext2D.prototype;
  const { fillText } = context;
  let paints = false;
  context.fillText = function (...given) {
    paints = true;
    return fillText.apply(this, given);
  };
  const gaps = [];
  let painted = 0;
  const count = 2;
  for (let step = 0; step < count; step += 1) {
    window.peer.redraw(window.chart, window.varied(step));
    let last = await window.frame();
    const end = last + 400;
    while (last < end) {
      const now = await window.frame();
      gaps.push(now - last);
      last = now;
      if (paints) painted += 1;
      paints = false;
    }
  }
  context.fillText = fillText;
  return { gaps, painted: painted / count };
}
