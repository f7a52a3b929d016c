// The little that specs need of a browser. Nothing else knows which one it is and what drives it:
// ENGINE names it, chromium, firefox or webkit.
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PNG } from 'pngjs';
import { serve } from '../../element/build/serve.mjs';
import * as fonts from './drivers/fonts.mjs';
import { Undrivable } from './drivers/undrivable.mjs';

export { test } from './drivers/undrivable.mjs';

export const project = fileURLToPath(new URL('../..', import.meta.url));
export const engine = process.env.ENGINE ?? 'chromium';
export const pinnedFonts = () => fonts.pinnedFonts(project);

/** A browser that has the pinned test font and no other, and a server of the project's folders. */
export async function startBrowser() {
  const driver = await import(`./drivers/${engine}.mjs`);
  const browser = await driver.launch({ project, fonts: await pinnedFonts() });
  const { server, address } = await serve(0, ['www', 'pkg', 'tests/browser/pages']);
  return {
    address,
    open: (url, options) => open(driver, browser, address, url, options),
    async stop() {
      await browser.stop();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The address of a file of the project, for a page from disk. */
export function onDisk(name) {
  return pathToFileURL(path.join(project, name)).href;
}

/**
 * Opens a page. `url` may be a path on the server. `answers` gives paths other answers than the
 * server would: `{ '/pkg/x': { status: 404 } }`. `contrast` may be `more`; `forced` are colours; with
 * `clipboard` the page may read what was copied.
 */
async function open(driver, browser, address, url, given = {}) {
  const { width = 900, height = 800, ratio = 1, answers = {} } = given;
  // Pictures stand still unless a spec is about their motion.
  const options = { dark: false, offline: false, touch: false, motion: false, clipboard: false, ...given, width, height, ratio };
  options.answers = Object.fromEntries(Object.entries(answers).map(([where, answer]) => [address + where, answer]));
  const lacks = (ability) => {
    throw new Undrivable(ability, `${driver.name}: ${driver.cannot[ability]}`);
  };
  for (const ability of Object.keys(driver.cannot)) if (options[ability]) lacks(ability);
  const page = await browser.open(new URL(url, address).href, options);
  if (options.clipboard) await page.allowClipboard?.();
  /** A function of the engine's driver; one that it lacks says why. */
  const able = (ability) => page[ability] ?? (() => lacks(ability));

  return {
    /** Errors of the console and uncaught ones, all that the console said, what was asked for, and what of it failed. */
    errors: page.errors,
    said: page.said,
    requests: page.requests,
    failures: page.failures,
    evaluate: page.evaluate,
    /** Waits until the work in the page gives something true: ten seconds at most. */
    waitFor: page.waitFor,
    key: page.key,
    /** A key held down: so many presses, all but the first of them repeats. */
    hold: able('hold'),
    move: page.move,
    click: page.click,
    /** Presses, moves by steps, lets go. */
    drag: page.drag,
    doubleClick: page.doubleClick,
    tap: able('tap'),
    /** A finger that goes from one place to another on the screen. */
    swipe: (from, to, steps = 8) => able('swipe')(from, to, steps),
    /** What the browser tells assistive technology: its tree, as nodes with role, name and more. */
    accessibility: able('accessibility'),
    /** What a screen reader is told, as nodes with role, name, description and roledescription. */
    told: able('told'),
    resize: (newWidth, newHeight = height) => page.resize(newWidth, newHeight),
    /** Another pixel ratio while the page is open, as by zooming or moving to another screen. */
    setRatio: able('setRatio'),
    /** Other wishes of the reader while the page is open: `dark`, `still`, `contrast`, `forced`. */
    media: able('media'),
    /** The picture of the page, or of a box of it in CSS pixels, as `PNG`. */
    screenshot: async (clip) => PNG.sync.read(await page.screenshot(clip)),
    /** In how many pixels two pictures differ: more than the engine does that paints the same thing twice. */
    differences: (one, other) => differences(one, other, driver.noise ?? 0),
    async saveScreenshot(file, clip) {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, await (clip ? page.screenshot(clip) : able('wholeScreenshot')()));
    },
    /** The page as it is printed, a PDF's bytes; and as it would be, on the screen. */
    pdf: able('pdf'),
    printed: able('printed'),
    /** Does what makes the browser save a file; gives its name and bytes. */
    saved: able('saved'),
    /** Collects what nobody holds any more. */
    collect: able('collect'),
    /** How many DOM nodes and listeners the page holds. */
    counts: able('counts'),
    /**
     * The bytes of the JavaScript heap: all that is used, and what of it the page's scripts made and
     * hold. The rest is the browser's: compiled code, and its records of slow frames.
     */
    heap: able('heap'),
    /** From now on the path has this answer; without one, the server's own. */
    answer: (where, answer) => page.answer(address + where, answer),
    /** Takes the network away, and gives it back. */
    setOffline: able('setOffline'),
    close: page.close,
  };
}

function differences(one, other, noise) {
  let count = 0;
  for (let at = 0; at < one.data.length; at += 4) {
    const isOther = [0, 1, 2, 3].some((part) => Math.abs(one.data[at + part] - other.data[at + part]) > noise);
    if (isOther) count += 1;
  }
  return count;
}
