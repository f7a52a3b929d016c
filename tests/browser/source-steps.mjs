// Steps of the specs that are about `src`.
import { withElementOf } from './steps.mjs';

/** Opens an element, forgets what the server was asked for on the way, does the work, closes the page. */
export const withElementAsking = (browser, data) => (attributes, options, work) =>
  withElementOf(browser)(attributes, options, (page) => {
    data().asked();
    return work(page);
  });

/** The day that the footer of the picture names. */
export const edition = (page, index = 0) => page.evaluate(async (index) => {
  const svg = await document.querySelectorAll('smart-footprint')[index].toSvg();
  return /Dataset of ([^<]*?)\./.exec(svg.replace(/<[^>]*>/g, ' ').replace(/[\s\u00a0]+/g, ' '))?.[1] ?? null;
}, index);

/** Gives the first widget options, as a host does. */
export const update = (page, options) =>
  page.evaluate((options) => document.querySelector('smart-footprint').update(options), options);

/** Writes its `src`. */
export const setSource = (page, src) =>
  page.evaluate((src) => document.querySelector('smart-footprint').setAttribute('src', src), src);

/** The problems told since this was last asked, once there are any. */
export async function problems(page) {
  await page.waitFor(() => window.heard.some(({ type }) => type === 'footprint-problem'));
  return page.evaluate(() => window.heard.splice(0)
    .filter(({ type }) => type === 'footprint-problem').flatMap((event) => event.problems));
}

/** Forgets what was told. */
export const clear = (page) => page.evaluate(() => void window.heard.splice(0));
