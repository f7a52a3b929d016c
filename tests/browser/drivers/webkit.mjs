// WebKit's GTK port, by its WebDriver: no protocol beyond that, so its network goes through a proxy of
// ours, and what its reader wishes is told as the desktop's settings.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import os from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import { startProxy } from './proxy.mjs';
import { Undrivable } from './undrivable.mjs';
import { actions, inPage, result, scriptText, start, startSession, waitFor } from './webdriver.mjs';

export const name = 'WebKit';

export const cannot = {
  accessibility: 'its WebDriver does not show the accessibility tree',
  told: 'its WebDriver does not show the accessibility tree',
  touch: 'its WebDriver turns touches into a mouse',
  tap: 'its WebDriver turns touches into a mouse',
  swipe: 'its WebDriver turns touches into a mouse',
  forced: 'it has no forced colours',
  setRatio: 'its pixel ratio is read when it starts, and not again',
  pdf: 'its WebDriver does not print',
  printed: 'its WebDriver does not show a page as printed',
  counts: 'its WebDriver does not count nodes and listeners',
  heap: 'its WebDriver does not weigh the heap',
};

/** The edges of masks and letters come out a little otherwise when the same page is painted anew. */
export const noise = 96;

const browserPlaces = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/libexec']
  .map((folder) => path.join(folder, 'webkit2gtk-4.1/MiniBrowser'));

export async function launch({ fonts }) {
  const binary = process.env.MINIBROWSER ?? browserPlaces.find((place) => existsSync(place));
  if (!binary) throw new Error('WebKit\'s MiniBrowser is not there: install webkit2gtk-driver');
  const home = await mkdtemp(path.join(os.tmpdir(), 'webkit-'));
  const screen = await startScreen();
  const desktop = startDesktop(home, screen);
  const proxy = await startProxy();
  const sessions = new Map();
  /** The browser that was started with these: one for all pages with the same. */
  const browserFor = (given) => {
    const key = JSON.stringify(given);
    if (!sessions.has(key)) sessions.set(key, startBrowser({ ...given, binary, home, screen, proxy, fonts, ended: () => sessions.delete(key) }));
    return sessions.get(key);
  };
  return {
    async open(url, { ratio, clipboard, dark, motion, contrast, ...options }) {
      if (!Number.isInteger(ratio)) throw new Undrivable('ratio', `${name}: its pixel ratio is a whole number`);
      await desktop.wish({ dark, still: !motion, contrast: contrast ?? 'no-preference' });
      return openPage(await browserFor({ ratio, clipboard }), desktop, proxy, url, options);
    },
    async stop() {
      for (const browser of sessions.values()) await (await browser).stop();
      await desktop.stop();
      await screen.stop();
      await proxy.stop();
      await rm(home, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** A screen that nobody sees, and what gives windows the focus. */
async function startScreen() {
  const server = start('Xvfb', ['-displayfd', '3', '-screen', '0', '2560x3000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
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

/** The settings of a desktop, which browsers hear of while they are open. */
function startDesktop(home, screen) {
  const file = path.join(home, 'xsettings');
  const wishes = {};
  let settings = null;
  return {
    wishes,
    /** Tells what has changed of the wishes; whether anything has. */
    async wish(changes) {
      const changed = Object.entries(changes).filter(([name, value]) => value !== undefined && wishes[name] !== value);
      if (changed.length === 0) return false;
      Object.assign(wishes, Object.fromEntries(changed));
      const theme = wishes.contrast === 'more' ? 'HighContrast' : 'Adwaita';
      await writeFile(file, `Net/ThemeName "${theme}${wishes.dark ? '-dark' : ''}"\nGtk/EnableAnimations ${Number(!wishes.still)}\nNet/CursorBlink 0\n`);
      if (settings) {
        settings.child.kill('SIGHUP'); // it reads its file again
        return true;
      }
      settings = start('xsettingsd', ['-c', file], { env: { ...process.env, DISPLAY: screen.display } });
      await once(settings.child, 'spawn');
      return true;
    },
    stop: () => settings?.stop(),
  };
}

/** `ended` is called when it has gone by itself: a crash of the browser fails one test. */
async function startBrowser({ ratio, clipboard, binary, home, screen, proxy, fonts, ended }) {
  const folder = await mkdtemp(path.join(home, 'reader-'));
  const downloads = path.join(folder, 'downloads');
  const settings = path.join(folder, 'gtk-3.0');
  await mkdir(downloads);
  await mkdir(settings);
  await writeFile(path.join(folder, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  await writeFile(path.join(settings, 'settings.ini'),
    '[Settings]\ngtk-icon-sizes=gtk-menu=1,1:gtk-button=1,1:gtk-small-toolbar=1,1:gtk-large-toolbar=1,1\n');
  // The browser's own bar would keep its window from being as narrow as a phone.
  await writeFile(path.join(settings, 'gtk.css'), '* { font-size: 1px; padding: 0; margin: 0; border-width: 0; min-width: 0; min-height: 0; }\n'
    + 'entry { margin: 0 -75px; }\n');
  const session = await startSession('WebKitWebDriver', (port) => [`--port=${port}`], {
    browserName: 'MiniBrowser',
    proxy: { proxyType: 'manual', httpProxy: proxy.host },
    'webkitgtk:browserOptions': { binary, args: ['--automation', ...(clipboard ? ['--javascript-can-access-clipboard=true'] : [])] },
  }, {
    DISPLAY: screen.display,
    FONTCONFIG_FILE: fonts,
    GDK_BACKEND: 'x11',
    GDK_SCALE: String(ratio),
    GTK_THEME: undefined,
    XDG_CONFIG_HOME: folder,
    XDG_DATA_HOME: folder,
    XDG_CACHE_HOME: folder,
    HOME: folder,
    // As root there is no sandbox to be had.
    ...(process.getuid() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
  });
  await session.post('/timeouts', { script: null });
  const [first] = await session.get('/window/handles');
  let current = first;
  let last = Promise.resolve();
  /** One after the other: commands go to the window that was turned to last. */
  const inTurn = (work) => {
    const turn = last.then(work);
    last = turn.catch(async ({ message }) => {
      if (!/session id|session deleted|page crash/.test(message)) return;
      ended();
      await session.stop();
    });
    return turn;
  };
  const turnTo = async (window) => {
    if (window === current) return;
    await session.post('/window', { handle: window });
    current = window;
  };
  let isFree = true;
  return {
    downloads,
    /** A window without a page: the first one, or more where several pages are open at a time. */
    async take() {
      if (!isFree) return (await inTurn(() => session.post('/window/new', { type: 'window' }))).handle;
      isFree = false;
      return first;
    },
    /** More than one stays as long as its page: what is on the top of others has the focus. */
    leave: (window) => inTurn(async () => {
      await turnTo(window);
      if (window === first) {
        await session.post('/url', { url: 'about:blank' });
        isFree = true;
      } else {
        await session.delete('/window');
        await turnTo(first); // a window that is gone is asked for no other
      }
    }),
    /** The commands to a window. */
    of(window) {
      const command = (method) => (...given) => inTurn(async () => {
        await turnTo(window);
        return session[method](...given);
      });
      return { get: command('get'), post: command('post'), delete: command('delete') };
    },
    stop: () => session.stop(),
  };
}

async function openPage(browser, desktop, proxy, url, { width, height, offline, answers, script }) {
  const window = await browser.take();
  const session = browser.of(window);
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
    const { text, error, news } = JSON.parse(await session.post('/execute/async', { script: `
      const done = arguments[arguments.length - 1];
      const told = (name, text) => done('{"' + name + '":' + JSON.stringify(text) + ',"news":[' + (window[Symbol.for('driver')]?.splice(0).join() ?? '') + ']}');
      // In a turn of its own: what the driver itself calls would have others' turns come in its middle.
      (async () => {
        await null;
        return (${source})();
      })().then((text) => told('text', text), (error) => told('error', String(error?.stack ? error + '\\n' + error.stack : error)));
    `, args: [] }));
    for (const [type, text] of news) {
      if (type !== 'uncaught') said.push(`${type}: ${text}`);
      if (type === 'error' || type === 'uncaught') errors.push(text);
    }
    if (error !== undefined) throw new Error(error);
    return text;
  };
  const evaluate = async (work, value) => result(await run(inPage(work, value)));
  const act = async (all) => {
    await session.post('/actions', { actions: all });
    await evaluate('0');
  };
  /** The window so that the page in it has this size. */
  const resize = async (width, height) => {
    for (let tries = 0; tries < 3; tries += 1) {
      const outer = await session.get('/window/rect');
      const inner = await evaluate('[innerWidth, innerHeight]');
      if (inner[0] === width && inner[1] === height) return;
      await session.post('/window/rect', { width: outer.width + width - inner[0], height: outer.height + height - inner[1] });
      await waitFor(evaluate, ({ width, height }) => innerWidth === width && innerHeight === height, { width, height }).catch(() => {});
    }
    throw new Error(`the window did not become ${width} by ${height}`);
  };
  const picture = async () => Buffer.from(await session.get('/screenshot'), 'base64');
  /** Waits until the page is told what its reader wishes. */
  const wished = () => waitFor(evaluate, ({ dark, still, contrast }) => matchMedia('(prefers-color-scheme: dark)').matches === dark
    && matchMedia('(prefers-reduced-motion: reduce)').matches === still
    && matchMedia('(prefers-contrast: more)').matches === (contrast === 'more'), desktop.wishes);

  try {
    await resize(width, height);
    await wished();
    await session.post('/url', { url });
  } catch (error) {
    await browser.leave(window);
    leave();
    throw error;
  }
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
    // A keyboard presses a key that is down no second time: so many keyboards press it once.
    hold: (name, presses) => act(Array.from({ length: presses }, (_, at) => {
      const [{ actions: [press, release] }] = actions.key(name);
      const pauses = (count) => Array.from({ length: count }, () => ({ type: 'pause', duration: 20 }));
      return { type: 'key', id: `keys-${at}`, actions: [...pauses(at), press, ...pauses(presses - at), release] };
    })),
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
    async wholeScreenshot() {
      const [wide, high, whole] = await evaluate('[innerWidth, innerHeight, document.documentElement.scrollHeight]');
      await resize(wide, Math.max(high, whole));
      const taken = await picture();
      await resize(wide, high);
      return taken;
    },
    async media({ forced, ...wishes }) {
      if (forced) throw new Undrivable('forced', `${name}: ${cannot.forced}`);
      // Its own listeners are the last to hear of it.
      await evaluate(() => {
        const queries = ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)', '(prefers-contrast: more)'].map((text) => matchMedia(text));
        let isHeard = false;
        for (const query of queries) query.addEventListener('change', () => (isHeard = true), { once: true });
        // It is told with a frame, which a page that stands still does not ask for.
        const stir = document.createElement('i');
        stir.style.position = 'fixed';
        window[Symbol.for('wishes')] = () => {
          document.documentElement.append(stir);
          stir.textContent += '.';
          if (isHeard) stir.remove();
          return isHeard && queries.length > 0;
        };
      });
      if (!await desktop.wish(wishes)) return;
      await wished();
      await waitFor(evaluate, () => window[Symbol.for('wishes')]());
    },
    /**
     * Makes garbage until what was held for long is collected, too: most of it, for a stack may look as if it
     * held some. Whether a page has held on to something is for who asks to look at: after so much, that is all.
     */
    async collect() {
      await evaluate(async () => {
        const watched = () => {
          const held = Array.from({ length: 20 }, () => ({}));
          return { held, left: held.map((one) => new WeakRef(one)) };
        };
        const gone = async ({ held, left }) => {
          held.length = 0;
          // Garbage that was kept for a while is old: only what looks through all of the heap takes it.
          const kept = [];
          for (let tries = 0; tries < 150 && left.filter((one) => one.deref()).length > 5; tries += 1) {
            for (let count = 0; count < 20; count += 1) kept.push(new Array(500_000).fill(1.5));
            if (kept.length > 60) kept.length = 0;
            await new Promise((resolve) => setTimeout(resolve, 5));
          }
        };
        const old = watched();
        for (let times = 0; times < 2; times += 1) await gone(watched());
        await gone(old);
      });
    },
    async saved(work) {
      const known = new Set(await readdir(browser.downloads));
      await work();
      for (let wait = 0; wait < 400; wait += 1) {
        const fresh = (await readdir(browser.downloads)).find((name) => !known.has(name) && !name.endsWith('.wkdownload'));
        if (fresh) {
          const file = path.join(browser.downloads, fresh);
          const bytes = await readFile(file);
          await rm(file); // or the next of this name had another
          return { name: fresh, bytes };
        }
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
      // Where the pointer is, and what was kept of the page, is of no concern to the next one.
      await session.delete('/actions');
      await session.delete('/cookie').catch(() => {}); // a page from disk has none
      await browser.leave(window);
      leave();
    },
  };
}

/** In the page, before its own scripts: keeps what the console says and what nobody catches. */
function listen() {
  const news = [];
  Object.defineProperty(window, Symbol.for('driver'), { value: news, configurable: true });
  const { push } = Array.prototype;
  const { stringify } = JSON;
  const keep = (type, text) => Reflect.apply(push, news, [`["${type}",${stringify(text)}]`]);
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
