// Pages whose scripts have changed what scripts lean on before the widget came: it draws, answers, and
// changes nothing of theirs.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { tried } from '../tried.mjs';
import { startBrowser, test } from './driver.mjs';
import { assertOurs, openElement } from './steps.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

/** What libraries do to pages, and what pages do by themselves. With each of them the widget draws. */
const patches = {
  'names that can be counted on every object': () => {
    Object.prototype.extend = function extend() {};
    Array.prototype.each = function each() {};
    String.prototype.capitalize = function capitalize() {};
    Function.prototype.curry = function curry() {};
    Number.prototype.times = function times() {};
  },
  'a toJSON on every list, text and number': () => {
    for (const { prototype } of [Array, String, Number, Date]) prototype.toJSON = function toJSON() { return 'spoilt'; };
  },
  'an own bind': () => {
    Function.prototype.bind = function bind(self, ...given) {
      const work = this;
      return (...more) => work.apply(self, [...given, ...more]);
    };
  },
  'wrapped tasks, promises and listeners': () => {
    for (const name of ['setTimeout', 'requestAnimationFrame', 'queueMicrotask', 'requestIdleCallback', 'setInterval']) {
      const real = window[name];
      if (real) window[name] = (work, ...more) => real.call(window, (...given) => work(...given), ...more);
    }
    const { then } = Promise.prototype;
    Promise.prototype.then = function patched(met, failed) {
      return then.call(this, met && ((value) => met(value)), failed && ((error) => failed(error)));
    };
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    const wrapped = new WeakMap();
    EventTarget.prototype.addEventListener = function add(type, listener, options) {
      if (typeof listener === 'function' && !wrapped.has(listener)) wrapped.set(listener, function wrapper(...given) { return listener.apply(this, given); });
      addEventListener.call(this, type, wrapped.get(listener) ?? listener, options);
    };
    EventTarget.prototype.removeEventListener = function remove(type, listener, options) {
      removeEventListener.call(this, type, wrapped.get(listener) ?? listener, options);
    };
  },
  'a fetch that is watched': () => {
    const { fetch } = window;
    window.fetch = function watched(...given) {
      return fetch.apply(this, given).then((response) => {
        void response.clone().arrayBuffer();
        return response;
      });
    };
  },
  'a fetch that gives responses made anew': () => {
    const { fetch } = window;
    window.fetch = async (...given) => {
      const response = await fetch(...given);
      return new Response(response.body, { status: response.status, headers: response.headers });
    };
  },
  'a JSON of its own': () => {
    const { parse, stringify } = JSON;
    window.JSON = { parse: (text, ...more) => parse(text, ...more), stringify: (value, ...more) => stringify(value, ...more) };
  },
  'a registry of elements that is watched': () => {
    const { define, get } = CustomElementRegistry.prototype;
    CustomElementRegistry.prototype.define = function watched(name, made, options) { return define.call(this, name, class extends made {}, options); };
    CustomElementRegistry.prototype.get = function watched(name) { return get.call(this, name); };
  },
  'observers of its own, which know no device pixels': () => {
    const { ResizeObserver } = window;
    window.ResizeObserver = class {
      #real;
      constructor(hear) { this.#real = new ResizeObserver((entries) => hear(entries.map(({ target, contentRect }) => ({ target, contentRect })))); }
      observe(target) { this.#real.observe(target); }
      unobserve(target) { this.#real.unobserve(target); }
      disconnect() { this.#real.disconnect(); }
    };
  },
  'no IntersectionObserver, no idle time, no clipboard, no storage': () => {
    delete window.IntersectionObserver;
    delete window.requestIdleCallback;
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore']) {
      Object.defineProperty(window, name, { get: () => { throw new DOMException('denied', 'SecurityError'); } });
    }
    Object.defineProperty(Document.prototype, 'cookie', { get: () => { throw new DOMException('denied', 'SecurityError'); } });
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  },
  'a clock that stands still, and a chance that is none': () => {
    Date.now = () => 0;
    performance.now = () => 0;
    Math.random = () => 0.5;
  },
  'everything frozen': () => {
    for (const name of ['Object', 'Array', 'Function', 'String', 'Number', 'Boolean', 'Symbol', 'Error', 'TypeError', 'RangeError',
      'Map', 'Set', 'WeakMap', 'Promise', 'RegExp', 'Date', 'Event', 'EventTarget', 'JSON', 'Math', 'Reflect']) {
      Object.freeze(window[name]);
      Object.freeze(window[name].prototype ?? {});
    }
  },
  'setters on every object': () => {
    for (const name of ['view', 'dataset', 'code', 'message', 'detail', 'width', 'options', 'texts', 'ready', 'name']) {
      Object.defineProperty(Object.prototype, name, { configurable: true, get() { return undefined; }, set(value) {
        Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true });
      } });
    }
  },
  'options of others on every object': () => {
    for (const [name, value] of Object.entries({ src: '/tried-src', wasm: '/tried-wasm', dataset: { about: 1 }, view: 'sales', heading: 'Spoilt' })) {
      Object.prototype[name] = value;
    }
  },
  'methods of an old language': () => {
    for (const name of ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with', 'flat', 'flatMap']) {
      const real = Array.prototype[name];
      if (real) Array.prototype[name] = function polyfilled(...given) { return real.apply(this, given); };
    }
    String.prototype.replaceAll = function replaceAll(from, to) { return this.split(from).join(to); };
    Object.fromEntries = (entries) => [...entries].reduce((made, [name, value]) => ({ ...made, [name]: value }), {});
  },
  'elements that are counted': () => {
    const { createElement } = Document.prototype;
    Document.prototype.createElement = function counted(...given) { return createElement.apply(this, given); };
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function open(options) { return attachShadow.call(this, { ...options, mode: 'open' }); };
    const { append, appendChild } = Element.prototype;
    Element.prototype.append = function counted(...given) { return append.apply(this, given); };
    Node.prototype.appendChild = ((real) => function counted(child) { return real.call(this, child); })(appendChild ?? Node.prototype.appendChild);
  },
};

/** Waits until the first widget is drawn or has failed; tells which, and what it says. */
const outcome = (page) => page.evaluate(async () => {
  const element = document.querySelector('smart-footprint');
  const root = element.shadowRoot.querySelector('.root');
  for (let wait = 0; wait < 400 && !/drawn|failed/.test(root.dataset.state ?? ''); wait += 1) {
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const notice = element.shadowRoot.querySelector('.notice');
  return {
    state: root.dataset.state, notice: notice.hidden ? null : notice.textContent, marks: element.marks().length,
    codes: window.heard.flatMap(({ problems }) => problems ?? []).map(({ code }) => code),
  };
});

describe('before the widget came:', () => {
  for (const [name, patch] of Object.entries(patches)) {
    test(name, async () => {
      const page = await openElement(browser, { controls: '' }, { wait: false, script: `(${patch})()` });
      try {
        const first = await outcome(page);
        assert.deepEqual([first.state, first.notice, first.codes], ['drawn', null, []]);
        await page.waitFor(() => document.querySelector('smart-footprint').marks().length > 0);
        const did = await page.evaluate(async () => {
          const element = document.querySelector('smart-footprint');
          const { mount, renderSvg, validate, dataset } = await import('/pkg/index.js');
          for (const view of ['markets', 'sales', 'lineup', 'growth']) await element.update({ view, selected: 'place:world' });
          element.focusMark(element.marks()[0].id);
          const widget = await mount(document.getElementById('place'), { view: 'lineup', heading: 'Mine' });
          const seen = [widget.state().view, widget.state().heading, (await validate(await dataset())).length,
            (await renderSvg({ width: 500 })).length > 1000, (await element.toSvg()).length > 1000, (await element.toCsv()).length > 1000];
          widget.destroy();
          await element.update({ dataset: { about: 1 } });
          return seen;
        });
        assert.deepEqual(did, ['lineup', 'Mine', 0, true, true, true]);
        const { codes, state } = await outcome(page);
        assert.equal(state, 'drawn', 'the last good picture stays');
        assert.ok(codes.includes('missing') || codes.includes('wrong-value'), codes.join());
        assert.deepEqual(page.errors, []);
        assertOurs(page);
      } finally {
        await page.close();
      }
    });
  }
});

describe('the page keeps what it has:', () => {
  for (const entry of ['element.js', 'standalone.js']) {
    test(entry, async (t) => {
      const page = await browser.open('/tests/browser/pages/blank.html', { script: () => {
        window.have = () => {
          const names = {};
          for (const name of Object.getOwnPropertyNames(window)) {
            const value = Object.getOwnPropertyDescriptor(window, name).value;
            for (const part of [value, value?.prototype]) {
              if (typeof value !== 'function' || !part) continue;
              for (const key of Reflect.ownKeys(part)) {
                const { value: held, get, set } = Object.getOwnPropertyDescriptor(part, key);
                names[`${name}${part === value ? '' : '.prototype'}.${String(key)}`] = [held, get, set];
              }
            }
            names[name] ??= [value];
          }
          return names;
        };
        window.before = null;
        window.before = window.have();
        // Some browsers make a value anew whenever it is asked for.
        const again = window.have();
        for (const name of Object.keys(again)) if (again[name].some((part, at) => !Object.is(part, window.before[name][at]))) window.before[name] = null;
      } });
      const { count, ...changed } = await page.evaluate(async (entry) => {
        await new Promise((resolve, reject) => {
          const script = document.createElement('script');
          Object.assign(script, { src: `/pkg/${entry}`, type: entry === 'element.js' ? 'module' : '', onload: resolve, onerror: reject });
          document.head.append(script);
        });
        const [head, body] = [document.head.childElementCount, document.body.childElementCount];
        const element = document.getElementById('place').appendChild(document.createElement('smart-footprint'));
        Object.assign(element, { controls: true, hash: true, group: 'one' });
        await element.ready;
        await element.update({ view: 'markets', selected: 'place:world', lang: 'fr' });
        const after = window.have();
        const same = (one = [], other = []) => one.length === other.length && one.every((part, at) => Object.is(part, other[at]));
        const names = [...new Set([...Object.keys(after), ...Object.keys(window.before)])].filter((name) => name !== 'before' && window.before[name] !== null && !same(after[name], window.before[name]));
        return { names, count: Object.keys(window.before).length, left: [document.head.childElementCount - head, document.body.childElementCount - body],
          classes: document.documentElement.className + document.body.className, cookie: document.cookie, stored: localStorage.length + sessionStorage.length };
      }, entry);
      tried(t, count);
      const known = entry === 'standalone.js' ? ['smartFootprint'] : [];
      assert.deepEqual(changed, { names: known, left: [0, 0], classes: '', cookie: '', stored: 0 });
      await page.close();
    });
  }
});
