/** A headless Chromium without a GPU, and pages in it that can be slowed, asked and weighed. */
import { chromium } from 'playwright-core';
import { pinnedFonts } from '../tests/browser/driver.mjs';
import { flags, heldOnHeap } from '../tests/browser/drivers/chromium.mjs';

/** Lighthouse's slow 4G: latency in milliseconds, throughput in bytes a second. */
const slow4g = { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };

export const viewport = { width: 900, height: 1000 };

export async function launch() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [...flags, '--disable-gpu'],
    env: { ...process.env, FONTCONFIG_FILE: await pinnedFonts() },
  });
  return browser;
}

/**
 * A page with caches of its own, so that everything is fetched and compiled anew. Its reader
 * wants no motion, save where motion is what is measured.
 */
export async function openPage(browser, url, { cpu = 1, slow = false, motion = false, size = viewport, script } = {}) {
  const reducedMotion = motion ? 'no-preference' : 'reduce';
  const context = await browser.newContext({ viewport: size, reducedMotion });
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  if (script) await page.addInitScript(script);
  // A page that says itself when it is done is not asked: what a question takes would be measured too.
  await session.send('Runtime.addBinding', { name: 'benchDone' });
  const done = new Promise((resolve) => session.once('Runtime.bindingCalled', resolve));
  await session.send('Runtime.enable');
  if (slow) {
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', { offline: false, ...slow4g });
  }
  if (cpu !== 1) await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  await page.goto(url, { waitUntil: 'commit' });

  return {
    errors,
    /** Settles once the page calls `benchDone('')`. */
    done: (timeout) => within(timeout, done),
    evaluate: (work, value) => page.evaluate(work, value),
    waitFor: (work, timeout) => page.waitForFunction(work, undefined, { timeout, polling: 50 }),
    move: (x, y) => page.mouse.move(x, y),
    screenshot: (file) => page.screenshot({ path: file }),
    /** Milliseconds of processor that the page's main thread has used, and for what. */
    async mainThread() {
      const { metrics } = await session.send('Performance.getMetrics');
      const of = (name) => 1000 * metrics.find((metric) => metric.name === name).value;
      return {
        all: of('TaskDuration'), script: of('ScriptDuration'),
        layout: of('LayoutDuration') + of('RecalcStyleDuration'),
      };
    },
    /** Bytes that are held after a collection: by script, by the DOM, in buffers, by modules. */
    async memory() {
      for (let time = 0; time < 2; time += 1) await session.send('HeapProfiler.collectGarbage');
      const heap = await session.send('Runtime.getHeapUsage');
      const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
      const module = await page.evaluate(() => window.moduleMemory?.() ?? 0);
      const { usedSize: script, embedderHeapUsedSize: dom = 0, backingStorageSize: buffers = 0 } = heap;
      return {
        bytes: script + dom + buffers + module,
        script,
        dom,
        buffers,
        module,
        nodes,
        listeners: jsEventListeners,
      };
    },
    /** Bytes of what scripts made and hold, without what the browser keeps of them: compiled code, records. */
    held: () => heldOnHeap(session),
    /** Where the main thread's time goes while `work` lasts, sampled every 0.1 ms. */
    async profile(work) {
      await session.send('Profiler.enable');
      await session.send('Profiler.setSamplingInterval', { interval: 100 });
      await session.send('Profiler.start');
      await work();
      return (await session.send('Profiler.stop')).profile;
    },
    close: () => context.close(),
  };
}

/** What comes of `work`, or an error once so many milliseconds have gone by. */
export async function within(milliseconds, work) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`not done after ${milliseconds / 1000} s`)), milliseconds,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
