// Firefox, by geckodriver: pages by WebDriver's bidirectional form, the reader's wishes by the
// browser's own settings.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { connect } from './bidi.mjs';
import { actions, inPage, result, scriptText, startSession, waitFor } from './webdriver.mjs';

export const name = 'Firefox';

export const cannot = {
  accessibility: 'the tree is written down as Chromium\'s protocol gives it',
  told: 'the tree is written down as Chromium\'s protocol gives it',
  counts: 'it does not count the nodes and listeners of a page',
  heap: 'it does not weigh the heap of a page',
};

export async function launch({ project, fonts }) {
  const own = path.join(project, 'target/tools/bin/geckodriver');
  const binary = process.env.FIREFOX ?? ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((place) => existsSync(place));
  if (!binary) throw new Error('Firefox is not there: install firefox-esr');
  const downloads = await mkdtemp(path.join(os.tmpdir(), 'firefox-'));
  const session = await startSession(existsSync(own) ? own : 'geckodriver', (port) => ['--port', String(port), '--allow-system-access'], {
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
        'dom.events.testing.asyncClipboard': false,
        'gfx.color_management.mode': 0,
        'gfx.text.subpixel-position.force-enabled': true,
      },
    },
  }, { FONTCONFIG_FILE: fonts, MOZ_DISABLE_CONTENT_SANDBOX: process.getuid() === 0 ? '1' : '0' });
  await session.post('/moz/context', { context: 'chrome' });
  const bidi = await connect(session.capabilities.webSocketUrl);
  await bidi.subscribe('log.entryAdded', 'network.beforeRequestSent', 'network.responseCompleted', 'network.fetchError', 'browsingContext.contextCreated');
  /** The page that a frame is in, however deep. */
  const tops = new Map();
  bidi.on('browsingContext.contextCreated', ({ context, parent }) => tops.set(context, parent ? tops.get(parent) ?? parent : context));
  const browser = {
    bidi,
    downloads,
    tops,
    /** Runs in the browser itself, not in a page. */
    inside: (work, ...args) => session.post('/execute/sync', { script: `return (${work})(...arguments)`, args }),
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

/** In the browser: what its reader wishes, as settings. */
function wish(wishes) {
  /* global Services */
  const { prefs } = Services;
  if (wishes.dark !== undefined) prefs.setIntPref('layout.css.prefers-color-scheme.content-override', wishes.dark ? 0 : 1);
  if (wishes.still !== undefined) prefs.setIntPref('ui.prefersReducedMotion', wishes.still ? 1 : 0);
  // Colours that are far apart, and only a wish: the page's own stay.
  if (wishes.contrast !== undefined) prefs.setIntPref('ui.useAccessibilityTheme', wishes.contrast === 'more' ? 1 : 0);
  if (wishes.forced !== undefined) prefs.setIntPref('browser.display.document_color_use', wishes.forced ? 2 : 1);
  if (wishes.touch !== undefined) {
    prefs.setIntPref('dom.w3c_touch_events.enabled', wishes.touch ? 1 : 0);
    // A coarse pointer, or a fine one that can hover.
    for (const pointer of ['primary', 'all']) prefs.setIntPref(`ui.${pointer}PointerCapabilities`, wishes.touch ? 1 : 6);
  }
}

async function open({ bidi, downloads, tops, inside }, url, options) {
  const { width, height, ratio, dark, contrast, forced, offline, touch, motion, answers, script } = options;
  await inside(wish, { dark, still: !motion, contrast: contrast ?? 'no-preference', forced: Boolean(forced), touch });
  const { userContext } = await bidi.send('browser.createUserContext');
  const { context } = await bidi.send('browsingContext.create', { type: 'tab', userContext });
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
  const setViewport = (size, devicePixelRatio) => bidi.send('browsingContext.setViewport', { context, viewport: size, devicePixelRatio });
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

  await setViewport({ width, height }, ratio);
  if (offline) await setOffline(true);
  if (given.size > 0) await watch();
  if (script) await bidi.send('script.addPreloadScript', { functionDeclaration: `() => { ${scriptText(script)} }`, contexts });
  await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });

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
    drag: (from, to) => act(actions.drag(from, to)),
    doubleClick: (x, y) => act(actions.doubleClick(x, y)),
    tap: (x, y) => act(actions.tap(x, y)),
    swipe: (from, to, steps) => act(actions.swipe(from, to, steps)),
    resize: (width, height) => setViewport({ width, height }),
    setRatio: (ratio) => bidi.send('browsingContext.setViewport', { context, devicePixelRatio: ratio }),
    media: (wishes) => inside(wish, wishes),
    screenshot: (clip) => screenshot(clip ? { clip: { type: 'box', x: clip.x, y: clip.y, width: clip.width, height: clip.height } } : {}),
    wholeScreenshot: () => screenshot({ origin: 'document' }),
    async pdf({ margin, landscape = false }) {
      const centimetres = (length) => Number.parseFloat(length) * 2.54 / 96;
      const { data } = await bidi.send('browsingContext.print', {
        context,
        background: false,
        orientation: landscape ? 'landscape' : 'portrait',
        page: { width: 21, height: 29.7 },
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
        if (fresh) return { name: fresh, bytes: await readFile(path.join(downloads, fresh)) };
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      throw new Error('nothing was saved');
    },
    allowClipboard: () => inside((isOpen) => Services.prefs.setBoolPref('dom.events.testing.asyncClipboard', isOpen), true),
    async collect() {
      await inside(() => {
        for (const topic of ['child-gc-request', 'child-cc-request']) Services.obs.notifyObservers(null, topic);
      });
      await evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
    },
    async answer(where, answer) {
      if (answer) given.set(where, answer);
      else given.delete(where);
      await watch();
    },
    setOffline,
    async close() {
      for (const leave of left) leave();
      if (intercept) await bidi.send('network.removeIntercept', { intercept });
      await bidi.send('browser.removeUserContext', { userContext });
    },
  };
}

function fits(where, url) {
  const parts = where.split('*').map((part) => part.replace(/[.?+^$()[\]{}|\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]*')}$`).test(url);
}
