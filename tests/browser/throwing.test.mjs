// Pages whose built-in functions throw at the widget, from the start or once it is drawn: it draws, or fails
// with its sentence, and comes back when they let it.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { tried } from '../tried.mjs';
import { startBrowser, test } from './driver.mjs';
import { assertOurs, frames, openElement } from './steps.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

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
        assertOurs(page);
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
