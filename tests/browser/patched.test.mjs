// Pages whose scripts have changed what scripts lean on, before the widget came or after: it draws, or
// fails with its sentence, comes back when they let it, and changes nothing of theirs.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { tried } from '../tried.mjs';
import { startBrowser, test } from './driver.mjs';
import { frames, openElement } from './steps.mjs';

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
      window[name] = (work, ...more) => real.call(window, (...given) => work(...given), ...more);
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

async function assertOurs(page) {
  assert.deepEqual(page.requests.filter((url) => !/\/(pkg|tests\/browser\/pages)\//.test(url) && !url.startsWith('data:')), []);
}

/** What scripts of ours may call, by where it stands; each is made to throw for them alone. */
const owners = {
  'Array.prototype': ['map', 'filter', 'forEach', 'push', 'find', 'some', 'every', 'join', 'slice', 'includes', 'indexOf',
    'flatMap', 'entries', 'keys', 'values', 'sort', 'reduce', 'splice', 'concat', 'at'],
  'String.prototype': ['replace', 'replaceAll', 'split', 'trim', 'startsWith', 'endsWith', 'slice', 'includes', 'toLowerCase', 'match', 'charCodeAt'],
  'Object': ['entries', 'fromEntries', 'keys', 'assign', 'values', 'defineProperty', 'hasOwn'],
  'Map.prototype': ['get', 'set', 'has', 'delete'],
  'Set.prototype': ['add', 'has', 'delete'],
  'WeakMap.prototype': ['get', 'set', 'has'],
  'Promise.prototype': ['then', 'catch', 'finally'],
  Promise: ['all', 'resolve'],
  'RegExp.prototype': ['test', 'exec'],
  JSON: ['stringify', 'parse'],
  Reflect: ['get', 'has', 'ownKeys'],
  'Document.prototype': ['createElement', 'createElementNS', 'querySelector', 'getElementById'],
  'Element.prototype': ['setAttribute', 'getAttribute', 'removeAttribute', 'toggleAttribute', 'append', 'replaceChildren', 'remove', 'closest', 'matches', 'querySelector', 'getBoundingClientRect', 'hasAttribute'],
  'EventTarget.prototype': ['addEventListener', 'removeEventListener', 'dispatchEvent'],
  'CSSStyleSheet.prototype': ['replaceSync', 'insertRule', 'deleteRule'],
  'CanvasRenderingContext2D.prototype': ['fillText', 'measureText', 'clearRect', 'setTransform', 'save', 'restore', 'beginPath', 'stroke', 'fill', 'fillRect'],
  'HTMLCanvasElement.prototype': ['getContext', 'toBlob'],
  'TextDecoder.prototype': ['decode'],
  'TextEncoder.prototype': ['encode', 'encodeInto'],
  'Intl.NumberFormat.prototype': ['formatToParts', 'resolvedOptions'],
  window: ['requestAnimationFrame', 'setTimeout', 'clearTimeout', 'getComputedStyle', 'matchMedia', 'fetch', 'structuredClone', 'queueMicrotask'],
};
const calls = Object.entries(owners).flatMap(([owner, names]) => names.map((name) => [owner, name]));

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
        await assertOurs(page);
      } finally {
        await page.close();
      }
    });
  }
});

/** What the sentence is put together with: without it there is none, and what stands inside the tag is all. */
const sayingIt = ['String.prototype.replace', 'String.prototype.startsWith'];

describe('from the start,', () => {
  for (const [owner, names] of Object.entries(owners)) {
    test(`all that it calls of ${owner} throws: there is a picture, or what stands inside the tag`, async (t) => {
      tried(t, names.length);
      const script = `(${(owner, names) => {
        const includes = Function.prototype.call.bind(String.prototype.includes);
        const target = owner.split('.').reduce((from, step) => from[step], window);
        window.isHostile = true;
        for (const name of names) {
          const real = target[name];
          if (!real) continue;
          target[name] = function hostile(...given) {
            if (window.isHostile && includes(new Error().stack, '/pkg/')) throw new Error(`hostile ${name}`);
            return real.apply(this, given);
          };
        }
      }})(${JSON.stringify(owner)}, ${JSON.stringify(names)})`;
      const page = await browser.open('/tests/browser/pages/blank.html', { script });
      try {
        const seen = await page.evaluate(async () => {
          const element = document.createElement('smart-footprint');
          const standIn = element.appendChild(document.createElement('p'));
          standIn.textContent = 'What stands in';
          document.getElementById('place').append(element);
          await import('/pkg/element.js').catch(() => {});
          const part = (name) => element.shadowRoot?.querySelector(name);
          for (let wait = 0; wait < 120 && !/drawn|failed/.test(part('.root')?.dataset.state ?? ''); wait += 1) {
            await new Promise((resolve) => setTimeout(resolve, 25));
          }
          await new Promise((resolve) => setTimeout(resolve, 100));
          const isShown = (one) => Boolean(one?.checkVisibility() && one.getBoundingClientRect().height > 0);
          const state = part('.root')?.dataset.state ?? null;
          // The page's own things work on, and so does the widget once it is let.
          window.isHostile = false;
          const other = document.body.appendChild(document.createElement('p'));
          const canvas = part('canvas');
          const hasInk = Boolean(canvas) && canvas.width * canvas.height > 0
            && canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((byte) => byte > 0);
          return { state, standIn: isShown(standIn), canvas: isShown(canvas), hasInk, isAlive: other.isConnected };
        });
        assert.ok(seen.isAlive);
        // A whole picture and nothing else, or what stands in can be read. Without its stylesheet, which
        // some of these take away, the canvas is a box beside that, and nothing is painted on it.
        const isPicture = seen.state === 'drawn' && seen.canvas && seen.hasInk && !seen.standIn;
        const isStandIn = seen.state !== 'drawn' && seen.standIn && !(seen.canvas && seen.hasInk);
        assert.ok(isPicture || isStandIn, JSON.stringify(seen));
        assert.deepEqual(page.errors.filter((error) => !error.includes('hostile')), []);
        await assertOurs(page);
      } finally {
        await page.close();
      }
    });
  }
});

describe('after the widget came,', () => {
  test('each thing it calls throws in turn: it draws, or fails with its sentence, and comes back', async (t) => {
    const page = await openElement(browser, { controls: '' }, { script: () => {
      window.uncaught = [];
      for (const type of ['error', 'unhandledrejection']) {
        addEventListener(type, (event) => {
          window.uncaught.push(String(event.error ?? event.reason));
          event.preventDefault();
        });
      }
    } });
    const seen = await page.evaluate(async (calls) => {
      const element = document.querySelector('smart-footprint');
      const other = document.getElementById('place').appendChild(document.createElement('smart-footprint'));
      await other.ready;
      const root = element.shadowRoot.querySelector('.root');
      const settle = () => new Promise((resolve) => setTimeout(resolve, 30));
      const within = (work) => Promise.race([work(), new Promise((resolve) => setTimeout(() => resolve('hangs'), 2000))]);
      const { defineProperty } = Object;
      // The spec's own look at who calls leans on nothing that it makes to throw.
      const includes = Function.prototype.call.bind(String.prototype.includes);
      const found = [];
      for (const [owner, name] of calls) {
        const target = owner.split('.').reduce((from, step) => from[step], window);
        const real = target[name];
        if (!real) continue;
        let times = 0;
        const own = Object.getOwnPropertyDescriptor(target, name);
        target[name] = function hostile(...given) {
          if (window.isHostile && includes(new Error().stack, '/pkg/')) {
            times += 1;
            throw new Error(`hostile ${name}`);
          }
          return new.target ? Reflect.construct(real, given) : real.apply(this, given);
        };
        window.uncaught.length = 0;
        window.isHostile = true;
        let thrown = null;
        const acts = [
          () => element.update({ view: 'markets', selected: 'place:world' }),
          () => void element.setAttribute('theme', 'dark'),
          () => void element.focusMark(element.marks()[0]?.id ?? ''),
          () => void element.select('place:CN'),
          () => element.toSvg(),
          () => element.update({ view: 'lineup', lang: 'fr' }),
        ];
        let hangs = false;
        for (const act of acts) {
          try {
            if (await within(async () => act()) === 'hangs') hangs = true;
          } catch (error) {
            thrown = String(error);
          }
          await settle();
        }
        window.isHostile = false;
        if (own) defineProperty(target, name, own);
        else delete target[name];
        const state = root.dataset.state;
        const notice = element.shadowRoot.querySelector('.notice');
        const says = notice.hidden ? null : notice.textContent;
        const back = await within(() => element.update({ view: 'growth', selected: null, lang: null, theme: null }));
        const rest = await within(() => other.update({ view: 'growth' }));
        await settle();
        found.push({
          call: `${owner}.${name}`, times, thrown, hangs, uncaught: [...new Set(window.uncaught)], state, says,
          back: back !== 'hangs' && rest !== 'hangs' && root.dataset.state === 'drawn' && element.marks().length > 0 && other.marks().length > 0,
        });
      }
      return found;
    }, calls);
    await frames(page);
    await page.close();
    tried(t, seen.length);
    const reached = seen.filter(({ times }) => times > 0);
    assert.ok(reached.length > 40, `${reached.length} were reached`);
    const failed = seen.filter(({ state }) => state === 'failed');
    // What is thrown is the page's own error; where it comes up is up to what was made to throw.
    const wrong = seen.filter(({ back, state, says, thrown, uncaught, call }) => {
      const isSpeechless = state === 'failed' && says === null && sayingIt.includes(call);
      return !back || !/^(drawn|failed)$/.test(state) || ((state === 'failed') !== (says !== null) && !isSpeechless)
        || [...uncaught, ...(thrown ? [thrown] : [])].some((error) => !error.endsWith(`hostile ${call.split('.').at(-1)}`));
    }).map((found) => JSON.stringify(found));
    t.diagnostic(`${reached.length} were called by scripts of ours: ${failed.length} ended in a sentence, the others in a picture`);
    assert.deepEqual(wrong, []);
  });
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
        const names = [...new Set([...Object.keys(after), ...Object.keys(window.before)])].filter((name) => name !== 'before' && !same(after[name], window.before[name]));
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
