// Firefox, by geckodriver: pages by WebDriver's bidirectional form, and what that has no words for
// inside the browser itself.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { connect } from './bidi.mjs';
import { contact, finger, fit, inProcess, ofPage, removal, showPrinted, tell, weigh, wish } from './firefox-inside.mjs';
import { Undrivable } from './undrivable.mjs';
import { actions, freePort, inPage, result, scriptText, startSession, waitFor } from './webdriver.mjs';

export const name = 'Firefox';

export const cannot = {
  counts: 'it tells of no nodes and listeners that scripts have let go',
  accessibility: 'the tree is written down as Chromium\'s protocol gives it',
};

/** Inside the browser: whether it has so many pages, besides the one that it began with. */
function areOpen(count) {
  const windows = [...Services.wm.getEnumerator('navigator:browser')];
  return windows.every(({ closed }) => !closed) && windows.reduce((sum, { gBrowser }) => sum + gBrowser.tabs.length, 0) === count + 1;
}

export async function launch({ project, fonts }) {
  const own = path.join(project, 'target/tools/bin/geckodriver');
  const binary = process.env.FIREFOX ?? ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((place) => existsSync(place));
  if (!binary) throw new Error('Firefox is not there: install firefox-esr');
  const downloads = await mkdtemp(path.join(os.tmpdir(), 'firefox-'));
  // Where nobody says which, two browsers at a time would take the same one.
  const socket = String(await freePort());
  const session = await startSession(existsSync(own) ? own : 'geckodriver', (port) => ['--port', String(port), '--websocket-port', socket, '--allow-system-access'], {
    browserName: 'firefox',
    webSocketUrl: true,
    'moz:firefoxOptions': {
      binary,
      args: ['-headless'],
      prefs: {
        // Off means off, on this machine too.
        'network.disable-localhost-when-offline': true,
        'browser.download.folderList': 2,
        'browser.download.dir': downloads,
        'browser.download.alwaysOpenPanel': false,
        'gfx.color_management.mode': 0,
        // As it is where nobody drives it.
        'security.fileuri.strict_origin_policy': true,
        'ui.useOverlayScrollbars': 1,
        'gfx.text.subpixel-position.force-enabled': true,
        // Larger or smaller pages are so because a spec says it, and nobody is told of the full screen.
        'browser.zoom.siteSpecific': false,
        'full-screen-api.transition-duration.enter': '0 0',
        'full-screen-api.transition-duration.leave': '0 0',
        'full-screen-api.warning.timeout': 0,
        'full-screen-api.ignore-widgets': true,
        // What calls a function is on its stack, and nothing before that.
        'javascript.options.asyncstack': false,
      },
    },
  }, {
    FONTCONFIG_FILE: fonts,
    MOZ_DISABLE_CONTENT_SANDBOX: process.getuid() === 0 ? '1' : '0',
    // A screen that every page of the specs finds room on.
    MOZ_HEADLESS_WIDTH: '2800',
    MOZ_HEADLESS_HEIGHT: '3200',
  });
  await session.post('/moz/context', { context: 'chrome' });
  await session.post('/timeouts', { script: 120_000 });
  const bidi = await connect(session.capabilities.webSocketUrl);
  await bidi.subscribe('log.entryAdded', 'network.beforeRequestSent', 'network.responseCompleted', 'network.fetchError', 'browsingContext.contextCreated');
  /** The page that a frame is in, however deep. */
  const tops = new Map();
  bidi.on('browsingContext.contextCreated', ({ context, parent }) => tops.set(context, parent ? tops.get(parent) ?? parent : context));
  let last = Promise.resolve();
  const browser = {
    bidi,
    /**
     * Opens or ends a page when the one before has been opened or has gone: Firefox opens each in the
     * window before, and waits for ever where that is about to close.
     */
    inTurn(work) {
      const turn = last.then(work);
      last = turn.catch(() => {});
      return turn;
    },
    downloads,
    tops,
    /** How many pages are open. */
    pages: 0,
    /** Runs in the browser itself, not in a page. */
    inside: (work, ...args) => session.post('/execute/sync', { script: `return (${work})(...arguments)`, args }),
    insideOf: (id, work, ...args) => session.post('/execute/sync', { script: ofPage(work), args: [id, ...args] }),
    /** Runs in the process of a page. */
    inProcessOf: (id, work) => session.post('/execute/async', { script: ofPage(inProcess), args: [id, String(work)] }),
  };
  return {
    open: (url, options) => open(browser, url, options),
    async stop() {
      bidi.stop();
      await session.stop();
      await rm(downloads, { recursive: true, force: true });
    },
  };
}

/** In the page: whether it has heard of these wishes. */
function hasHeard({ dark, still, contrast, forced }) {
  const is = (query, wanted) => matchMedia(query).matches === wanted;
  return is('(prefers-color-scheme: dark)', dark) && is('(prefers-reduced-motion: reduce)', still)
    && is('(forced-colors: active)', forced) && (forced || is('(prefers-contrast: more)', contrast === 'more'));
}

/** In the page: whether it is the empty one before the page itself. */
function isFirst() {
  return window === top && /^(about:blank)?$/.test(location.href);
}

async function open(browser, url, options) {
  const { bidi, downloads, tops, inside, insideOf, inProcessOf } = browser;
  const { width, height, ratio, dark, contrast, forced, offline, touch, motion, answers, script } = options;
  const wishes = { dark, still: !motion, contrast: contrast ?? 'no-preference', forced: Boolean(forced), touch, clipboard: false };
  await inside(wish, wishes);
  const { userContext } = await bidi.send('browser.createUserContext');
  // A page behind another one is not painted.
  const { context } = await browser.inTurn(() => {
    browser.pages += 1;
    return bidi.send('browsingContext.create', { type: browser.pages > 1 ? 'window' : 'tab', userContext });
  });
  const contexts = [context];
  const errors = [];
  const said = [];
  const requests = [];
  const failures = [];
  const given = new Map(Object.entries(answers));
  let intercept = null;

  const isOwn = (id) => id === context || tops.get(id) === context;
  const left = [
    bidi.on('log.entryAdded', ({ type, method, text, source }) => {
      if (!isOwn(source.context)) return;
      if (type === 'console') said.push(`${method === 'warn' ? 'warning' : method}: ${text}`);
      if (type === 'javascript' || method === 'error') errors.push(text);
    }),
    bidi.on('network.beforeRequestSent', ({ context: from, request, isBlocked }) => {
      if (!isOwn(from)) return;
      requests.push(request.url);
      if (isBlocked) answerOf(request).catch((error) => errors.push(String(error)));
    }),
    bidi.on('network.fetchError', ({ context: from, request, errorText }) => isOwn(from) && failures.push(`${request.url}: ${errorText}`)),
    bidi.on('network.responseCompleted', ({ context: from, request, response }) => {
      if (isOwn(from) && response.status >= 400) failures.push(`${request.url}: ${response.status}`);
    }),
  ];
  const answerOf = async ({ request, url }) => {
    const [, answer] = [...given].find(([where]) => fits(where, url)) ?? [];
    if (!answer) {
      await bidi.send('network.continueRequest', { request });
      return;
    }
    const { status = 200, headers = {}, contentType, body = '' } = answer;
    const all = { ...headers, ...(contentType && { 'content-type': contentType }) };
    await bidi.send('network.provideResponse', {
      request,
      statusCode: status,
      reasonPhrase: 'As the test says',
      headers: Object.entries(all).map(([name, value]) => ({ name, value: { type: 'string', value } })),
      body: { type: 'base64', value: Buffer.from(body).toString('base64') },
    });
  };
  /** From the first answer on, every request of the page is asked about. */
  const watch = async () => {
    intercept ??= (await bidi.send('network.addIntercept', { phases: ['beforeRequestSent'], contexts })).intercept;
  };
  const setOffline = (isOffline) => bidi.send('emulation.setNetworkConditions', {
    networkConditions: isOffline ? { type: 'offline' } : null, contexts,
  });
  const evaluate = async (work, value) => {
    const { type, result: answer, exceptionDetails } = await bidi.send('script.callFunction', {
      functionDeclaration: inPage(work, value), target: { context }, awaitPromise: true, arguments: [],
    });
    if (type === 'exception') {
      const { text, stackTrace } = exceptionDetails;
      throw new Error(`${text}\n${stackTrace.callFrames.map(({ functionName, lineNumber, columnNumber }) => `  at ${functionName}:${lineNumber}:${columnNumber}`).join('\n')}`);
    }
    return result(answer.value);
  };
  const act = (all) => bidi.send('input.performActions', { context, actions: all });
  const screenshot = async (params) => Buffer.from((await bidi.send('browsingContext.captureScreenshot', { context, ...params })).data, 'base64');

  const size = { width, height, ratio };
  const resize = async (changes) => {
    Object.assign(size, changes);
    const { width, height } = size;
    const real = await insideOf(context, fit, width, height, size.ratio);
    await waitFor(evaluate, ({ width, height, real }) => Math.abs(innerWidth - width) * real < 1 && Math.abs(innerHeight - height) * real < 1
      && Math.abs(devicePixelRatio - real) < 0.001, { width, height, real });
  };
  /** The pointer goes to the edge of the page and no further. */
  const onPage = ({ x, y }) => ({ x: Math.max(0, Math.min(x, size.width - 1)), y: Math.max(0, Math.min(y, size.height - 1)) });
  const touchAt = async (state, { x, y }) => {
    await insideOf(context, finger, state, x, y);
    await new Promise((resolve) => setTimeout(resolve, 16));
  };

  await resize({});
  if (offline) await setOffline(true);
  if (given.size > 0) await watch();
  if (script) await bidi.send('script.addPreloadScript', { functionDeclaration: `() => { if ((${isFirst})()) return; ${scriptText(script)} }`, contexts });
  await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
  if (ratio !== 1) await resize({});

  return {
    errors,
    said,
    requests,
    failures,
    evaluate,
    waitFor: (work, value) => waitFor(evaluate, work, value),
    key: (name) => act(actions.key(name)),
    hold: (name, presses) => act(actions.hold(name, presses)),
    move: (x, y) => act(actions.move(x, y)),
    click: (x, y) => act(actions.click(x, y)),
    drag: (from, to) => act(actions.drag(onPage(from), onPage(to))),
    /** What is pressed soon after would be counted as one more of these, wherever it is. */
    async doubleClick(x, y) {
      await act(actions.doubleClick(x, y));
      await new Promise((resolve) => setTimeout(resolve, 600));
    },
    async tap(x, y) {
      await touchAt(contact, { x, y });
      await touchAt(removal, { x, y });
      await evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    },
    async swipe(from, to, steps) {
      await touchAt(contact, from);
      for (let step = 1; step <= steps; step += 1) {
        const share = step / steps;
        await touchAt(contact, { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
      }
      await touchAt(removal, to);
    },
    /** The page's process tells the browser's of changes a little later. */
    async told() {
      if (await evaluate(() => document.documentElement.localName === 'svg')) {
        throw new Undrivable('told', 'Firefox: of a picture that is opened by itself it tells a document, without its description');
      }
      let known = null;
      for (let wait = 0; wait < 100; wait += 1) {
        await evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
        const now = await insideOf(context, tell);
        if (now.length > 1 && JSON.stringify(now) === JSON.stringify(known)) return now;
        known = now;
      }
      throw new Error('what assistive technology is told does not come to rest');
    },
    resize: (width, height) => resize({ width, height }),
    setRatio: (ratio) => resize({ ratio }),
    async media(changes) {
      Object.assign(wishes, changes);
      await inside(wish, wishes);
      await waitFor(evaluate, hasHeard, wishes);
      await evaluate(() => new Promise((resolve) => setTimeout(resolve, 100))); // who listens is told in the next frame
    },
    printed: (isPrinted) => insideOf(context, showPrinted, isPrinted),
    screenshot: (clip) => screenshot(clip ? { clip: { type: 'box', x: clip.x, y: clip.y, width: clip.width, height: clip.height } } : {}),
    wholeScreenshot: () => screenshot({ origin: 'document' }),
    async pdf({ margin, landscape = false, width = '210mm', height = '297mm' }) {
      const centimetres = (length) => Number.parseFloat(length) * (length.endsWith('mm') ? 0.1 : 2.54 / 96);
      const { data } = await bidi.send('browsingContext.print', {
        context,
        background: false,
        orientation: landscape ? 'landscape' : 'portrait',
        page: { width: centimetres(width), height: centimetres(height) },
        margin: Object.fromEntries(Object.entries(margin).map(([side, length]) => [side, centimetres(length)])),
      });
      return Buffer.from(data, 'base64');
    },
    async saved(work) {
      const known = new Set(await readdir(downloads));
      await work();
      for (let wait = 0; wait < 400; wait += 1) {
        const all = await readdir(downloads);
        const fresh = all.find((name) => !known.has(name) && !name.endsWith('.part') && !all.includes(`${name}.part`));
        const bytes = fresh && await readFile(path.join(downloads, fresh));
        if (bytes?.length > 0) return { name: fresh, bytes };
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      throw new Error('nothing was saved');
    },
    async allowClipboard() {
      wishes.clipboard = true;
      await inside(wish, wishes);
    },
    async collect() {
      await inside(() => {
        for (const topic of ['child-gc-request', 'child-cc-request']) Services.obs.notifyObservers(null, topic);
      });
      await evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
    },
    async counts() {
      throw new Undrivable('counts', `${name}: ${cannot.counts}`);
    },
    heap: () => inProcessOf(context, weigh),
    async answer(where, answer) {
      if (answer) given.set(where, answer);
      else given.delete(where);
      await watch();
    },
    setOffline,
    async close() {
      for (const leave of left) leave();
      if (intercept) await bidi.send('network.removeIntercept', { intercept });
      await browser.inTurn(async () => {
        await bidi.send('browser.removeUserContext', { userContext });
        browser.pages -= 1;
        for (let wait = 0; wait < 400 && !(await inside(areOpen, browser.pages)); wait += 1) {
          await new Promise((resolve) => setTimeout(resolve, 25));
        }
      });
    },
  };
}

function fits(where, url) {
  const parts = where.split('*').map((part) => part.replace(/[.?+^$()[\]{}|\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]*')}$`).test(url);
}
