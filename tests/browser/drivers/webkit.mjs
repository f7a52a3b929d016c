// WebKit's GTK port, by its WebDriver: no protocol beyond that, so its network goes through a proxy
// of ours, and wishes of the reader are given when it starts.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import os from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import { startProxy } from './proxy.mjs';
import { actions, inPage, result, scriptText, start, startSession, waitFor } from './webdriver.mjs';

export const name = 'WebKit';

export const cannot = {
  accessibility: 'its WebDriver does not show the accessibility tree',
  told: 'its WebDriver does not show the accessibility tree',
  touch: 'its WebDriver turns touches into a mouse',
  contrast: 'it cannot be told that its reader wants more contrast',
  forced: 'it has no forced colours',
  media: 'what its reader wishes is read when it starts, and not again',
  setRatio: 'its pixel ratio is read when it starts, and not again',
  pdf: 'its WebDriver does not print',
  printed: 'its WebDriver does not show a page as printed',
  collect: 'its WebDriver cannot have it collect garbage',
  counts: 'its WebDriver does not count nodes and listeners',
  heap: 'its WebDriver does not weigh the heap',
};

/** The edges of masks and letters come out a little otherwise when the same page is painted anew. */
export const noise = 64;

const browserPlaces = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/libexec']
  .map((folder) => path.join(folder, 'webkit2gtk-4.1/MiniBrowser'));

export async function launch({ fonts }) {
  const binary = process.env.MINIBROWSER ?? browserPlaces.find((place) => existsSync(place));
  if (!binary) throw new Error('WebKit\'s MiniBrowser is not there: install webkit2gtk-driver');
  const home = await mkdtemp(path.join(os.tmpdir(), 'webkit-'));
  const screen = await startScreen();
  const proxy = await startProxy();
  const sessions = new Map();
  /** The browser of a reader with these wishes: one for all pages with the same. */
  const browserFor = (wishes) => {
    const key = JSON.stringify(wishes);
    if (!sessions.has(key)) sessions.set(key, startBrowser({ ...wishes, binary, home, screen, proxy, fonts }));
    return sessions.get(key);
  };
  return {
    async open(url, { ratio, dark, motion, ...options }) {
      return openPage(await browserFor({ ratio, dark, motion }), proxy, url, options);
    },
    async stop() {
      for (const browser of sessions.values()) await (await browser).stop();
      await screen.stop();
      await proxy.stop();
      await rm(home, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** A screen that nobody sees, and what gives windows the focus. */
async function startScreen() {
  const server = start('Xvfb', ['-displayfd', '3', '-screen', '0', '2400x3000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const failed = new Promise((_, reject) => server.child.once('error', reject));
  const [number] = await Promise.race([failed, once(server.child.stdio[3], 'data')]);
  const display = `:${String(number).trim()}`;
  const windows = start('evilwm', ['-display', display, '-fn', 'fixed', '-bw', '0']);
  return {
    display,
    async stop() {
      await windows.stop();
      await server.stop();
    },
  };
}

async function startBrowser({ ratio, dark, motion, binary, home, screen, proxy, fonts }) {
  const folder = await mkdtemp(path.join(home, 'reader-'));
  const downloads = path.join(folder, 'downloads');
  const settings = path.join(folder, 'gtk-3.0');
  await mkdir(downloads);
  await mkdir(settings);
  await writeFile(path.join(folder, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  await writeFile(path.join(settings, 'settings.ini'), `[Settings]\ngtk-enable-animations=${motion ? 1 : 0}\n`
    + 'gtk-icon-sizes=gtk-menu=1,1:gtk-button=1,1:gtk-small-toolbar=1,1:gtk-large-toolbar=1,1\n');
  // The browser's own bar would keep its window from being as narrow as a phone.
  await writeFile(path.join(settings, 'gtk.css'), '* { font-size: 1px; padding: 0; margin: 0; border-width: 0; min-width: 0; min-height: 0; }\n');
  const session = await startSession('WebKitWebDriver', (port) => [`--port=${port}`], {
    browserName: 'MiniBrowser',
    proxy: { proxyType: 'manual', httpProxy: proxy.host },
    'webkitgtk:browserOptions': { binary, args: ['--automation'] },
  }, {
    DISPLAY: screen.display,
    FONTCONFIG_FILE: fonts,
    GDK_BACKEND: 'x11',
    GDK_SCALE: String(ratio),
    GTK_THEME: dark ? 'Adwaita:dark' : 'Adwaita',
    XDG_CONFIG_HOME: folder,
    XDG_DATA_HOME: folder,
    XDG_CACHE_HOME: folder,
    HOME: folder,
    // As root there is no sandbox to be had.
    ...(process.getuid() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
  });
  await session.post('/timeouts', { script: 120_000 });
  const [first] = await session.get('/window/handles');
  let current = first;
  return {
    session,
    downloads,
    /** Windows without a page. */
    free: [first],
    /** Makes commands go to a window. */
    async turnTo(window) {
      if (window === current) return;
      await session.post('/window', { handle: window });
      current = window;
    },
    stop: () => session.stop(),
  };
}

async function openPage(browser, proxy, url, { width, height, offline, answers, script }) {
  const { session } = browser;
  const window = browser.free.pop() ?? (await session.post('/window/new', { type: 'window' })).handle;
  const errors = [];
  const said = [];
  const requests = [];
  const failures = [];
  const page = {
    requests, failures, isOffline: offline, answers: new Map(Object.entries(answers)),
    script: () => `document.currentScript?.remove();\n(${listen})();\n${script ? scriptText(script) : ''}`,
  };
  const leave = proxy.add(page);

  const run = async (source) => {
    await browser.turnTo(window);
    const { text, error, news } = JSON.parse(await session.post('/execute/async', { script: `
      const done = arguments[arguments.length - 1];
      const told = (answer) => done(JSON.stringify({ ...answer, news: window[Symbol.for('driver')]?.splice(0) ?? [] }));
      (${source})().then((text) => told({ text }), (error) => told({ error: String(error?.stack ? error + '\\n' + error.stack : error) }));
    `, args: [] }));
    for (const { type, text } of news) {
      if (type !== 'uncaught') said.push(`${type}: ${text}`);
      if (type === 'error' || type === 'uncaught') errors.push(text);
    }
    if (error !== undefined) throw new Error(error);
    return text;
  };
  const evaluate = async (work, value) => result(await run(inPage(work, value)));
  const act = async (all) => {
    await browser.turnTo(window);
    await session.post('/actions', { actions: all });
    await evaluate('0');
  };
  /** The window so that the page in it has this size. */
  const resize = async (width, height) => {
    await browser.turnTo(window);
    for (let tries = 0; tries < 3; tries += 1) {
      const outer = await session.get('/window/rect');
      const inner = await evaluate('[innerWidth, innerHeight]');
      if (inner[0] === width && inner[1] === height) return;
      await session.post('/window/rect', { width: outer.width + width - inner[0], height: outer.height + height - inner[1] });
      await waitFor(evaluate, ({ width, height }) => innerWidth === width && innerHeight === height, { width, height }).catch(() => {});
    }
    throw new Error(`the window did not become ${width} by ${height}`);
  };
  const picture = async () => {
    await browser.turnTo(window);
    return Buffer.from(await session.get('/screenshot'), 'base64');
  };

  await resize(width, height);
  await browser.turnTo(window);
  await session.post('/url', { url });
  // A page from disk does not come by the proxy: what it does while it loads is not heard.
  if (!url.startsWith('http')) await evaluate(`(${listen})()`);

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
    resize,
    async screenshot(clip) {
      const whole = await picture();
      if (!clip) return whole;
      const { width, height, data } = PNG.sync.read(whole);
      const ratio = await evaluate('devicePixelRatio');
      const [x, y, wide, high] = [clip.x, clip.y, clip.width, clip.height].map((value) => Math.round(value * ratio));
      const part = new PNG({ width: Math.min(wide, width - x), height: Math.min(high, height - y) });
      PNG.bitblt({ width, height, data }, part, x, y, part.width, part.height, 0, 0);
      return PNG.sync.write(part);
    },
    async saved(work) {
      const known = new Set(await readdir(browser.downloads));
      await work();
      for (let wait = 0; wait < 400; wait += 1) {
        const fresh = (await readdir(browser.downloads)).find((name) => !known.has(name) && !name.endsWith('.wkdownload'));
        if (fresh) return { name: fresh, bytes: await readFile(path.join(browser.downloads, fresh)) };
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      throw new Error('nothing was saved');
    },
    async answer(where, answer) {
      if (answer) page.answers.set(where, answer);
      else page.answers.delete(where);
    },
    async setOffline(isOffline) {
      page.isOffline = isOffline;
      await evaluate((isOffline) => {
        Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => !isOffline });
        dispatchEvent(new Event(isOffline ? 'offline' : 'online'));
      }, isOffline);
    },
    async close() {
      await browser.turnTo(window);
      await session.post('/url', { url: 'about:blank' });
      browser.free.push(window);
      leave();
    },
  };
}

/** In the page, before its own scripts: keeps what the console says and what nobody catches. */
function listen() {
  const news = [];
  Object.defineProperty(window, Symbol.for('driver'), { value: news, configurable: true });
  const { push } = Array.prototype;
  const keep = (type, text) => Reflect.apply(push, news, [{ type, text }]);
  const words = (value) => {
    try {
      return String(value);
    } catch {
      return 'an object';
    }
  };
  for (const [method, type] of Object.entries({ error: 'error', warn: 'warning', info: 'info', log: 'log', debug: 'debug' })) {
    const say = console[method];
    console[method] = function (...given) {
      keep(type, given.map(words).join(' '));
      return Reflect.apply(say, this, given);
    };
  }
  addEventListener('error', ({ error, message }) => message && keep('uncaught', words(error ?? message)));
  addEventListener('unhandledrejection', ({ reason }) => keep('uncaught', words(reason)));
}
