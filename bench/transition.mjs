// transition.mjs: what one frame of the package's own transitions costs, in Chromium at 800 px.
// For each change: how long the work of a frame took (the frame's own callbacks, painting commands
// included) and how far the frames stood apart, as medians and 95th percentiles. Asserts nothing.
import { startBrowser } from '../tests/browser/driver.mjs';
import { openElement } from '../tests/browser/steps.mjs';
import { quantile } from './statistics.mjs';

const repetitions = 6;
const changes = [
  ['growth -> markets', [{ view: 'growth' }, { view: 'markets' }]],
  ['markets, day by day', ['2023-12-31', '2024-06-30', '2024-12-31', '2025-06-30', '2025-12-31', '2026-06-30']
    .map((at) => ({ view: 'markets', at }))],
  ['growth -> lineup', [{ view: 'growth' }, { view: 'lineup' }]],
];

const browser = await startBrowser();
const cells = (...texts) => console.log(texts.map((text, at) => (at ? String(text).padStart(10) : text.padEnd(22))).join(''));
cells('milliseconds', 'first', 'work', 'work 95%', 'apart', 'apart 95%', 'frames');
for (const [name, states] of changes) {
  const page = await openElement(browser, states[0], { width: 800, height: 1400, motion: true });
  const { firsts, works, gaps } = await page.evaluate(follow, { states, repetitions });
  const row = [quantile(firsts, 0.5), quantile(works, 0.5), quantile(works, 0.95), quantile(gaps, 0.5), quantile(gaps, 0.95)];
  cells(name, ...row.map((time) => time.toFixed(1)), works.length);
  await page.close();
}
await browser.stop();

/** In the page: goes through the states, and measures every frame that works. */
async function follow({ states, repetitions }) {
  const { requestAnimationFrame: ask } = window;
  let spent = 0;
  window.requestAnimationFrame = (work) => ask.call(window, (time) => {
    const before = performance.now();
    work(time);
    spent += performance.now() - before;
  });
  const frame = () => new Promise((resolve) => ask.call(window, resolve));
  const element = document.querySelector('smart-footprint');
  const [firsts, works, gaps] = [[], [], []];
  for (let step = 1; step <= repetitions * states.length; step += 1) {
    for (const [option, value] of Object.entries(states[step % states.length])) element.setAttribute(option, value);
    let last = await frame();
    let isFirst = true;
    const end = last + 400;
    while (last < end) {
      spent = 0;
      const now = await frame();
      if (spent > 0.05) {
        (isFirst ? firsts : works).push(spent); // the first one lays the picture out, too
        gaps.push(now - last);
        isFirst = false;
      }
      last = now;
    }
  }
  return { firsts, works, gaps };
}
