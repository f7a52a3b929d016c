// The little that specs need of a browser. Nothing else knows which library drives it.
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { PNG } from 'pngjs';
import { serve } from '../../element/build/serve.mjs';

export const project = fileURLToPath(new URL('../..', import.meta.url));

export const flags = [
  '--no-sandbox', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--disable-quic', '--no-first-run', '--font-render-hinting=none',
  '--disable-lcd-text', '--force-color-profile=srgb',
];

/** A browser that has the pinned test font and no other, and a server of the project's folders. */
export async function startBrowser() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: flags,
    env: { ...process.env, FONTCONFIG_FILE: await pinnedFonts() },
  });
  const { server, address } = await serve(0, ['www', 'pkg', 'tests/browser/pages']);
  return {
    address,
    open: (url, options) => open(browser, address, url, options),
    async stop() {
      await browser.close();
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
 * server would: `{ '/pkg/x': { status: 404 } }`.
 */
async function open(browser, address, url, options = {}) {
  const { width = 900, height = 800, ratio = 1, dark = false, offline = false, touch = false,
    motion = false } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: ratio,
    colorScheme: dark ? 'dark' : 'light',
    offline,
    hasTouch: touch,
    // Pictures stand still unless a spec is about their motion.
    reducedMotion: motion ? 'no-preference' : 'reduce',
  });
  const page = await context.newPage();
  const errors = [];
  const said = [];
  const requests = [];
  const failures = [];
  page.on('console', (message) => {
    said.push(`${message.type()}: ${message.text()}`);
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('request', (request) => requests.push(request.url()));
  page.on('requestfailed', (request) => failures.push(`${request.url()}: ${request.failure().errorText}`));
  page.on('response', (response) => {
    if (response.status() >= 400) failures.push(`${response.url()}: ${response.status()}`);
  });
  for (const [where, answer] of Object.entries(options.answers ?? {})) {
    await page.route(address + where, (route) => route.fulfill(answer));
  }
  if (options.script) await page.addInitScript(options.script);
  await page.goto(new URL(url, address).href);
  const session = await context.newCDPSession(page);

  return {
    /** Errors of the console and uncaught ones, all that the console said, what was asked for, and what of it failed. */
    errors,
    said,
    requests,
    failures,
    evaluate: (work, value) => page.evaluate(work, value),
    waitFor: (work, value) => page.waitForFunction(work, value, { timeout: 10_000 }),
    key: (name) => page.keyboard.press(name),
    /** A key held down: so many presses, all but the first of them repeats. */
    async hold(name, presses) {
      for (let press = 0; press < presses; press += 1) await page.keyboard.down(name);
      await page.keyboard.up(name);
    },
    move: (x, y) => page.mouse.move(x, y),
    click: (x, y) => page.mouse.click(x, y),
    /** Presses, moves by steps, lets go. */
    async drag(from, to) {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
      await page.mouse.move(to.x, to.y, { steps: 4 });
      await page.mouse.up();
    },
    doubleClick: (x, y) => page.mouse.dblclick(x, y),
    tap: (x, y) => page.touchscreen.tap(x, y),
    /** A finger that goes from one place to another on the screen. */
    async swipe(from, to, steps = 8) {
      const touch = (type, touchPoints) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
      await touch('touchStart', [from]);
      for (let step = 1; step <= steps; step += 1) {
        const share = step / steps;
        await touch('touchMove', [{ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }]);
      }
      await touch('touchEnd', []);
    },
    /** What the browser tells assistive technology: its tree, as nodes with role, name and more. */
    async accessibility() {
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      return nodes;
    },
    resize: (newWidth, newHeight = height) =>
      page.setViewportSize({ width: newWidth, height: newHeight }),
    /** Another pixel ratio while the page is open, as by zooming or moving to another screen. */
    setRatio: (deviceScaleFactor) => session.send('Emulation.setDeviceMetricsOverride', {
      width, height, deviceScaleFactor, mobile: false,
    }),
    media: ({ dark: isDark, still, contrast, forced }) => page.emulateMedia({
      ...(contrast !== undefined && { contrast }),
      ...(forced !== undefined && { forcedColors: forced ? 'active' : 'none' }),
      ...(isDark !== undefined && { colorScheme: isDark ? 'dark' : 'light' }),
      ...(still !== undefined && { reducedMotion: still ? 'reduce' : 'no-preference' }),
    }),
    /** The picture of the page, or of a box of it in CSS pixels, as `PNG`. */
    async screenshot(clip) {
      return PNG.sync.read(await page.screenshot({ clip, animations: 'disabled' }));
    },
    async saveScreenshot(file, clip) {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, await page.screenshot(clip ? { clip } : { fullPage: true }));
    },
    /** The page as it is printed, a PDF's bytes; and as it would be, on the screen. */
    pdf: (options) => page.pdf(options),
    printed: (isPrinted) => page.emulateMedia({ media: isPrinted ? 'print' : 'screen' }),
    /** Does what makes the browser save a file; gives its name and bytes. */
    async saved(work) {
      const [download] = await Promise.all([page.waitForEvent('download', { timeout: 10_000 }), work()]);
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    },
    /** Lets the page read the clipboard, so that a spec can. */
    allowClipboard: () => context.grantPermissions(['clipboard-read', 'clipboard-write']),
    /** What a screen reader is told, as nodes with role, name and description. */
    async told() {
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      return nodes.filter(({ ignored }) => !ignored).map(({ role, name, description }) => (
        { role: role?.value, name: name?.value ?? '', description: description?.value ?? '' }));
    },
    /** How many DOM nodes and listeners the page holds. */
    async counts() {
      await session.send('HeapProfiler.collectGarbage');
      const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
      return { nodes, listeners: jsEventListeners };
    },
    /**
     * The bytes of the JavaScript heap: all that is used, and what of it the page's scripts made and
     * hold. The rest is the browser's: compiled code, and its records of slow frames.
     */
    async heap() {
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      const parts = [];
      const take = ({ chunk }) => parts.push(chunk);
      session.on('HeapProfiler.addHeapSnapshotChunk', take);
      await session.send('HeapProfiler.takeHeapSnapshot');
      session.off('HeapProfiler.addHeapSnapshotChunk', take);
      const { nodes, snapshot: { meta } } = JSON.parse(parts.join(''));
      const [kind, size] = ['type', 'self_size'].map((name) => meta.node_fields.indexOf(name));
      let held = 0;
      for (let at = 0; at < nodes.length; at += meta.node_fields.length) {
        if (!/code|native|hidden|synthetic/.test(meta.node_types[kind][nodes[at + kind]])) held += nodes[at + size];
      }
      return { used: usedSize, held };
    },
    /** From now on the path has this answer; without one, the server's own. */
    answer: (where, answer) => (answer
      ? page.route(address + where, (route) => route.fulfill(answer))
      : page.unroute(address + where)),
    /** Takes the network away, and gives it back. */
    setOffline: (isOffline) => context.setOffline(isOffline),
    close: () => context.close(),
  };
}

/** A fontconfig file that knows the pinned font alone: text is as wide on every machine. */
export async function pinnedFonts() {
  const folder = path.join(project, 'target/fonts');
  const file = path.join(folder, 'fonts.conf');
  const family = (name) => `
  <match target="pattern">
    <test name="family"><string>${name}</string></test>
    <edit name="family" mode="assign" binding="strong"><string>Inter</string></edit>
  </match>`;
  await mkdir(folder, { recursive: true });
  await writeFile(file, `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${path.join(project, 'node_modules/@expo-google-fonts/inter')}</dir>
  <cachedir>${path.join(folder, 'cache')}</cachedir>${['sans-serif', 'system-ui', 'monospace'].map(family).join('')}
</fontconfig>
`);
  return file;
}
