// Frames that may do little: sandboxed, with and without an origin, without storage, clipboard, downloads
// and the full screen. The widget draws and answers, tells what is denied, and throws nothing.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { serve } from '../../element/build/serve.mjs';
import { startBrowser, test } from './driver.mjs';
import { noErrors } from './steps.mjs';

let browser;
let server;
before(async () => {
  browser = await startBrowser();
  // A page without an origin is a stranger to every server: modules need the permission of theirs.
  server = await serve(0, ['pkg', 'tests/browser/pages'], { 'Access-Control-Allow-Origin': '*' });
});
after(async () => {
  await browser.stop();
  server.server.closeAllConnections();
  server.server.close();
});

/** Runs in the frame: uses the widget as a reader and a page do, and tells what came of it. */
async function inside() {
  const uncaught = [];
  for (const type of ['error', 'unhandledrejection']) addEventListener(type, (event) => uncaught.push(String(event.message ?? event.reason)));
  const problems = [];
  addEventListener('footprint-problem', ({ detail }) => problems.push(...detail.problems.map(({ code }) => code)));
  const denied = (work) => {
    try {
      work();
      return false;
    } catch {
      return true;
    }
  };
  /** Some engines throw at who has no origin, others keep nothing. */
  const keepCookie = () => {
    document.cookie = 'kept=1';
    if (!document.cookie.includes('kept=1')) throw new Error('nothing is kept');
  };
  await customElements.whenDefined('smart-footprint');
  const element = document.querySelector('smart-footprint');
  await element.ready;
  const root = element.shadowRoot;
  const settle = () => new Promise((resolve) => setTimeout(resolve, 60));
  for (const view of ['markets', 'sales', 'lineup', 'growth']) await element.update({ view, selected: 'place:world' });
  element.focusMark(element.marks()[0].id);
  await element.update({ src: '#figures' });
  const ownData = (await element.toSvg()).includes('2044');
  await element.update({ src: null, heading: 'Mine' });
  root.querySelector('[data-tool="table"]').click();
  root.querySelector('[data-tool="save"]').click();
  for (let wait = 0; wait < 100 && !(root.querySelector('.facts tbody') && root.querySelector('.saving')); wait += 1) await settle();
  root.querySelector('[data-save="code"]').click();
  await settle();
  const byHand = root.querySelector('.saving-text').value;
  root.querySelector('[data-save="svg"]').click();
  await settle();
  await settle();
  const told = root.querySelector('.saving-told').textContent;
  const png = (await element.toPng({ scale: 1 })).size;
  parent.postMessage({
    marks: element.marks().length, state: root.querySelector('.root').dataset.state, notice: root.querySelector('.notice').hidden,
    ownData, byHand: byHand.includes('heading="Mine"'), told, png: png > 1000, rows: root.querySelectorAll('.facts tbody tr').length > 3,
    fullScreen: Boolean(root.querySelector('[data-tool="full-screen"]:not([hidden])')),
    problems, uncaught, storage: denied(() => localStorage.length), cookie: denied(keepCookie), origin: self.origin,
  }, '*');
}

const script = { classic: '<script src="/pkg/standalone.js" defer></script>', module: '<script type="module" src="/pkg/element.js"></script>' };
const frame = (kind) => `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">${script[kind]}
<smart-footprint controls hash group="one"><p>What stands in</p></smart-footprint>
<script type="application/json" id="figures">{"about": {"schema": 1, "edition": "2044-01-01", "language": "en", "brand": {"name": "smart"}, "licence": "CC0-1.0"}, "sources": [], "metrics": [], "observations": [], "events": [], "statements": [], "models": [], "partners": [], "conflicts": [], "places": [{"id": "world", "name": "World", "kind": "world", "parents": []}]}</script>
<script>(${inside})().catch((error) => parent.postMessage({ failed: String(error) }, '*'))</script>`;

const kinds = {
  'scripts alone': ['allow-scripts', true],
  'scripts and downloads': ['allow-scripts allow-downloads', true],
  'scripts and an origin': ['allow-scripts allow-same-origin', false],
};

describe('a sandbox that allows', () => {
  for (const [name, [sandbox, isOpaque]] of Object.entries(kinds)) {
    for (const kind of ['classic', 'module']) {
      test(`${name}, ${kind}`, async () => {
        const page = await browser.open(`${server.address}/tests/browser/pages/blank.html`);
        try {
          const seen = await page.evaluate(({ sandbox, html }) => new Promise((resolve, reject) => {
            addEventListener('message', ({ data }) => resolve(data));
            setTimeout(() => reject(new Error('nothing was heard of it')), 20_000);
            const made = document.createElement('iframe');
            made.setAttribute('sandbox', sandbox);
            made.setAttribute('allow', "clipboard-write 'none'; clipboard-read 'none'; fullscreen 'none'");
            Object.assign(made, { width: 800, height: 900, srcdoc: html });
            document.getElementById('place').append(made);
          }), { sandbox, html: frame(kind) });
          assert.equal(seen.failed, undefined);
          const { told, marks, ...rest } = seen;
          assert.ok(marks > 5, `${marks}`);
          assert.deepEqual(rest, {
            state: 'drawn', notice: true, ownData: true, byHand: true, png: true, rows: true, fullScreen: false,
            problems: [], uncaught: [], storage: isOpaque, cookie: isOpaque, origin: isOpaque ? 'null' : new URL(server.address).origin,
          });
          if (!sandbox.includes('downloads')) assert.match(told, /allows no downloads|downloads?/i);
          // What the browser itself says of what it denies.
          assert.deepEqual(page.errors.filter((error) => !/Permissions policy violation|Download is disallowed|allow-downloads/.test(error)), []);
        } finally {
          await page.close();
        }
      });
    }
  }
});

describe('what a page denies is not asked for', () => {
  test('no storage, no cookie, no clipboard before a reader asks', async () => {
    const page = await browser.open('/tests/browser/pages/blank.html', { script: () => {
      window.touched = [];
      const touch = (owner, name) => {
        const { get } = Object.getOwnPropertyDescriptor(owner, name) ?? {};
        if (get) Object.defineProperty(owner, name, { configurable: true, get() { window.touched.push(name); return get.call(this); } });
      };
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore']) touch(window, name);
      touch(Document.prototype, 'cookie');
      for (const name of ['clipboard', 'geolocation', 'mediaDevices', 'storage', 'serviceWorker', 'permissions', 'userAgent']) touch(Navigator.prototype, name);
    } });
    const touched = await page.evaluate(async () => {
      await import('/pkg/element.js');
      const element = document.createElement('smart-footprint');
      Object.assign(element, { controls: true, hash: true, group: 'one' });
      document.getElementById('place').append(element);
      await element.ready;
      for (const view of ['markets', 'sales', 'lineup']) await element.update({ view, selected: 'place:world', lang: 'de' });
      element.shadowRoot.querySelector('[data-tool="table"]').click();
      element.shadowRoot.querySelector('[data-tool="save"]').click();
      await new Promise((resolve) => setTimeout(resolve, 500));
      element.remove();
      return window.touched;
    });
    assert.deepEqual(touched, []);
    noErrors(page);
    await page.close();
  });
});
