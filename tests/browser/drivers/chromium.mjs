// Chromium, by Playwright and the browser's own protocol.
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

export const name = 'Chromium';

export const flags = [
  '--no-sandbox', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--disable-quic', '--no-first-run', '--font-render-hinting=none',
  '--disable-lcd-text', '--force-color-profile=srgb',
];

/** Everything that specs ask for can be driven. */
export const cannot = {};

export async function launch({ fonts }) {
  const start = () => chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: flags,
    env: { ...process.env, FONTCONFIG_FILE: fonts },
  });
  // One in some thousand ends before it has begun, on a machine with much to do: that is no fault of a spec's.
  const browser = await start().catch(start);
  return { open: (url, options) => open(browser, url, options), stop: () => browser.close() };
}

async function open(browser, url, options) {
  const { width, height, ratio, dark, contrast, forced, offline, touch, motion, answers, script } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: ratio,
    colorScheme: dark ? 'dark' : 'light',
    contrast: contrast ?? 'no-preference',
    forcedColors: forced ? 'active' : 'none',
    offline,
    hasTouch: touch,
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
  // What is answered once stays intercepted: where Playwright ends that, requests that are on their way just then never come.
  const given = new Map();
  const answer = async (where, what) => {
    const isNew = !given.has(where);
    given.set(where, what);
    if (isNew) await page.route(where, (route) => (given.get(where) ? route.fulfill(given.get(where)) : route.fallback()));
  };
  for (const [where, what] of Object.entries(answers)) await answer(where, what);
  if (script) await page.addInitScript(script);
  await page.goto(url);
  const session = await context.newCDPSession(page);
  const tree = async () => (await session.send('Accessibility.getFullAXTree')).nodes;
  const collect = () => session.send('HeapProfiler.collectGarbage');

  return {
    errors,
    said,
    requests,
    failures,
    evaluate: (work, value) => page.evaluate(work, value),
    waitFor: (work, value) => page.waitForFunction(work, value, { timeout: 10_000 }),
    key: (name) => page.keyboard.press(name),
    async hold(name, presses) {
      for (let press = 0; press < presses; press += 1) await page.keyboard.down(name);
      await page.keyboard.up(name);
    },
    move: (x, y) => page.mouse.move(x, y),
    click: (x, y) => page.mouse.click(x, y),
    async drag(from, to) {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
      await page.mouse.move(to.x, to.y, { steps: 4 });
      await page.mouse.up();
    },
    doubleClick: (x, y) => page.mouse.dblclick(x, y),
    tap: (x, y) => page.touchscreen.tap(x, y),
    async swipe(from, to, steps) {
      const touch = (type, touchPoints) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
      await touch('touchStart', [from]);
      for (let step = 1; step <= steps; step += 1) {
        const share = step / steps;
        await touch('touchMove', [{ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }]);
      }
      await touch('touchEnd', []);
    },
    accessibility: tree,
    async told() {
      return (await tree()).filter(({ ignored }) => !ignored).map(({ role, name, description, properties }) => ({
        role: role?.value, name: name?.value ?? '', description: description?.value ?? '',
        // The protocol gives this one as bytes of UTF-8, each as a letter.
        roledescription: Buffer.from(properties?.find((property) => property.name === 'roledescription')?.value.value ?? '', 'latin1').toString(),
      }));
    },
    resize: (width, height) => page.setViewportSize({ width, height }),
    setRatio: (deviceScaleFactor) => session.send('Emulation.setDeviceMetricsOverride', {
      width, height, deviceScaleFactor, mobile: false,
    }),
    media: ({ dark, still, contrast, forced }) => page.emulateMedia({
      ...(contrast !== undefined && { contrast }),
      ...(forced !== undefined && { forcedColors: forced ? 'active' : 'none' }),
      ...(dark !== undefined && { colorScheme: dark ? 'dark' : 'light' }),
      ...(still !== undefined && { reducedMotion: still ? 'reduce' : 'no-preference' }),
    }),
    screenshot: (clip) => page.screenshot({ clip, animations: 'disabled' }),
    wholeScreenshot: () => page.screenshot({ fullPage: true }),
    pdf: (options) => page.pdf(options),
    printed: (isPrinted) => page.emulateMedia({ media: isPrinted ? 'print' : 'screen' }),
    async saved(work) {
      const [download] = await Promise.all([page.waitForEvent('download', { timeout: 10_000 }), work()]);
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    },
    allowClipboard: () => context.grantPermissions(['clipboard-read', 'clipboard-write']),
    collect,
    async counts() {
      await collect();
      const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
      return { nodes, listeners: jsEventListeners };
    },
    async heap() {
      await collect();
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      return { used: usedSize, held: await heldOnHeap(session) };
    },
    answer,
    setOffline: (isOffline) => context.setOffline(isOffline),
    close: () => context.close(),
  };
}

/** The bytes on the heap of what the page's scripts made and hold, by a snapshot. */
export async function heldOnHeap(session) {
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
  return held;
}
