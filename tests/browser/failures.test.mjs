// What keeps a picture from being drawn is told, with what stands in for it, and never thrown.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe } from 'node:test';
import { serve } from '../../element/build/serve.mjs';
import { onDisk, project, startBrowser, test } from './driver.mjs';
import { drawn, frames, heard, look, noErrors, withElementOf } from './steps.mjs';
import { trappingAnswers, watchInstances } from './trap.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const withElement = withElementOf(() => browser);

const files = await readdir(path.join(project, 'pkg'));
const fileOf = (part) => files.find((name) => name.startsWith(`${part}-`) && name.endsWith('.js'));
const module = await readFile(path.join(project, 'pkg/smart-footprint.wasm'));
const script = await readFile(path.join(project, 'pkg/element.js'));
const complete = '/pkg/smart-footprint.wasm';
const absent = { status: 404, body: '' };
const asWasm = (body) => ({ status: 200, contentType: 'application/wasm', body });

/**
 * `mend` takes the cause away while the page is open. Where there is none the cause stays as long
 * as the page does.
 */
const causes = {
  'a module that is not there': {
    answers: { [complete]: absent },
    code: 'wasm-missing',
    says: /a file it needs could not be loaded/,
    mend: (page) => page.answer(complete),
  },
  'a module that the page may not fetch': {
    policy: "script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'",
    code: 'wasm-missing',
    says: /a file it needs could not be loaded/,
  },
  'a policy without wasm-unsafe-eval': {
    policy: "script-src 'self'",
    code: 'wasm-blocked',
    says: /security policy/,
  },
  'a browser without WebAssembly': {
    script: () => {
      const { WebAssembly } = globalThis;
      delete globalThis.WebAssembly;
      globalThis.mend = () => (globalThis.WebAssembly = WebAssembly);
    },
    code: 'no-webassembly',
    says: /does not run WebAssembly/,
    mend: (page) => page.evaluate(() => void globalThis.mend()),
  },
  'a page without a network': {
    script: () => {
      // What the network gives until it goes is up to chance; here, all but the complete module.
      const { fetch } = window;
      const gone = () => Promise.reject(new TypeError('Failed to fetch'));
      window.fetch = (url, ...rest) =>
        (window.isGone !== false && String(url).endsWith('/smart-footprint.wasm') ? gone() : fetch(url, ...rest));
      Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => window.isGone === false });
    },
    code: 'offline',
    says: /there is no network/,
    mend: (page) => page.evaluate(() => void (window.isGone = false)),
  },
  'a damaged module': {
    answers: { [complete]: asWasm(Buffer.concat([module, Buffer.from('damaged')])) },
    code: 'wasm-broken',
    says: /damaged/,
    mend: (page) => page.answer(complete),
  },
  'half a module': {
    answers: { [complete]: asWasm(module.subarray(0, module.length / 2)) },
    code: 'wasm-broken',
    says: /damaged/,
    mend: (page) => page.answer(complete),
  },
  'a page in the place of the module': {
    answers: { [complete]: { status: 200, contentType: 'text/html', body: '<!doctype html>' } },
    code: 'wasm-broken',
    says: /damaged/,
    mend: (page) => page.answer(complete),
  },
  'a module that is not this one': {
    answers: { [complete]: asWasm(Buffer.from('0061736d01000000', 'hex')) },
    code: 'wasm-broken',
    says: /another version/,
    mend: (page) => page.answer(complete),
  },
  'no 2D context': {
    script: () => {
      const { getContext } = HTMLCanvasElement.prototype;
      HTMLCanvasElement.prototype.getContext = () => null;
      window.mend = () => (HTMLCanvasElement.prototype.getContext = getContext);
    },
    code: 'no-context',
    says: /nothing to draw on/,
    mend: (page) => page.evaluate(() => void window.mend()),
  },
  'a late part of the script that is not there': {
    answers: { [`/pkg/${fileOf('drawing')}`]: absent },
    code: 'script-missing',
    says: /a part of its script/,
  },
  'bindings that are not there': {
    answers: { [`/pkg/${fileOf('smart_footprint')}`]: absent },
    code: 'script-missing',
    says: /a part of its script/,
  },
  'a fault of the core': {
    answers: await trappingAnswers('smart-footprint.wasm'),
    script: `(${watchInstances})(); stopAtStart(5000)`,
    code: 'core',
    says: /fault of its own/,
    mend: (page) => page.evaluate(() => [window.stopAtStart(0), window.stopAfter(0)]),
  },
  'a canvas that throws': {
    script: () => {
      const { clearRect } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.clearRect = () => { throw new Error('provoked'); };
      window.mend = () => (CanvasRenderingContext2D.prototype.clearRect = clearRect);
    },
    code: 'core',
    says: /fault of its own/,
    mend: (page) => page.evaluate(() => void window.mend()),
  },
};

/** A blank page in which the cause is; `work` does what is to be done there. */
async function withCause({ policy, answers, script }, work) {
  const own = policy && await serve(0, ['pkg', 'tests/browser/pages'], { 'Content-Security-Policy': policy });
  const page = await browser.open(`${own?.address ?? ''}/tests/browser/pages/blank.html`, {
    answers, script: script && `${typeof script === 'string' ? script : `(${script})()`}`,
  });
  try {
    await page.evaluate(() => {
      window.heard = [];
      window.uncaught = [];
      for (const type of ['error', 'unhandledrejection']) {
        addEventListener(type, (event) => window.uncaught.push(`${type}: ${event.message ?? event.reason}`));
      }
      for (const name of ['ready', 'problem']) {
        document.addEventListener(`footprint-${name}`, (event) =>
          window.heard.push({ type: event.type, ...event.detail }));
      }
    });
    await work(page);
    await frames(page);
    assert.deepEqual(await page.evaluate(() => window.uncaught), []);
    const ours = page.errors.filter((error) =>
      !/^Failed to load resource|Content[- ]Security[- ]Policy|^(Compiling|Connecting|Refused|Loading module)/.test(error));
    assert.deepEqual(ours, []);
  } finally {
    await page.close();
    own?.server.closeAllConnections();
    own?.server.close();
  }
}

/** What a reader sees of a widget that has failed. */
const seen = (page) => page.evaluate(() => {
  const host = document.getElementById('place').firstElementChild;
  const inside = (name) => host.shadowRoot.querySelector(name);
  const standIn = host.querySelector('#stand-in');
  return {
    notice: inside('.notice').checkVisibility() ? inside('.notice').textContent : null,
    standIn: standIn && standIn.checkVisibility() && standIn.getBoundingClientRect().height > 0,
    canvas: inside('canvas').checkVisibility(),
  };
});

describe('the element', () => {
  for (const [name, cause] of Object.entries(causes)) {
    test(name, () => withCause(cause, async (page) => {
      await page.evaluate(async () => {
        await import('/pkg/element.js');
        const element = document.createElement('smart-footprint');
        const standIn = element.appendChild(document.createElement('p'));
        standIn.id = 'stand-in';
        standIn.textContent = 'What stands in';
        document.getElementById('place').append(element);
      });
      await page.waitFor(() => window.heard.some(({ type }) => type === 'footprint-problem'));
      const [{ problems, state }, ...more] = await heard(page);
      assert.deepEqual(more, [], 'told once');
      assert.deepEqual(problems.map(({ code, severity }) => [code, severity]), [[cause.code, 'error']]);
      assert.ok(problems[0].message.length > 10, problems[0].message);
      assert.equal(typeof state, 'object');
      const shown = await seen(page);
      assert.match(shown.notice, cause.says);
      assert.deepEqual([shown.standIn, shown.canvas], [true, false]);

      const calls = await page.evaluate(async () => {
        const element = document.querySelector('smart-footprint');
        await element.update({});
        return [element.marks(), element.focusMark('none'), await element.toSvg()];
      });
      assert.deepEqual(calls, [[], false, ''], 'calls are answered');
      assert.equal((await heard(page)).filter(({ type }) => type === 'footprint-ready').length, 0);

      for (const way of cause.mend ? ['update', 'attribute'] : []) {
        if (way === 'attribute') await page.evaluate(() => document.querySelector('smart-footprint').setAttribute('view', 'lineup'));
        else {
          await cause.mend(page);
          await page.evaluate(() => document.querySelector('smart-footprint').update({}));
        }
        await drawn(page);
        const { standIn, canvas, notice } = await seen(page);
        assert.deepEqual({ standIn, canvas, notice }, { standIn: false, canvas: true, notice: null });
      }
      if (cause.mend) assert.equal((await look(page)).state.view, 'lineup');
    }));
  }

  test('an attribute alone brings it back', () => withCause(causes['a module that is not there'], async (page) => {
    await page.evaluate(async () => {
      await import('/pkg/element.js');
      document.getElementById('place').append(document.createElement('smart-footprint'));
    });
    await page.waitFor(() => window.heard.length > 0);
    await page.answer(complete);
    await page.evaluate(() => document.querySelector('smart-footprint').setAttribute('theme', 'dark'));
    await drawn(page);
    assert.equal((await look(page)).notice, null);
  }));

  test('a source without what reads it', () => withElement({ src: '#data' }, {
    wait: false, answers: { [`/pkg/${fileOf('source')}`]: absent },
  }, async (page) => {
    await page.waitFor(() => window.heard.some(({ type }) => type === 'footprint-problem'));
    const [{ problems }] = await heard(page);
    assert.equal(problems[0].code, 'script-missing');
    assert.match((await look(page)).notice, /a part of its script/);
  }));

  test('a group without what shares it goes its own way', () => withElement({ group: 'one', hash: '' }, {
    answers: { [`/pkg/${fileOf('sharing')}`]: absent },
  }, async (page) => {
    assert.ok((await look(page)).marks.length > 0);
  }));

  test('a network that goes after the first picture, and comes back', () => withElement({}, {
    wait: false,
    script: () => {
      const { fetch } = window;
      const held = new Promise((go) => (window.go = go));
      window.fetch = async (url, ...rest) => {
        if (String(url).endsWith('/smart-footprint.wasm')) await held;
        return fetch(url, ...rest);
      };
    },
  }, async (page) => {
    await page.waitFor(() => document.querySelector('smart-footprint').shadowRoot
      .querySelector('.root').dataset.state === 'drawn');
    // All scripts are there: one that failed once is not asked for again, whatever the network does.
    await page.evaluate((names) => Promise.all(names.map((name) => import(`/pkg/${name}`))),
      [fileOf('drawing'), fileOf('smart_footprint')]);
    await page.setOffline(true);
    await page.evaluate(() => window.go());
    await page.waitFor(() => window.heard.some(({ type }) => type === 'footprint-problem'));
    assert.equal((await heard(page))[0].problems[0].code, 'offline');
    assert.match((await look(page)).notice, /no network/);
    await page.setOffline(false);
    await page.evaluate(() => document.querySelector('smart-footprint').update({}));
    await drawn(page);
  }));
});

describe('mount()', () => {
  for (const [name, cause] of Object.entries(causes)) {
    test(name, () => withCause(cause, async (page) => {
      const mounted = () => page.evaluate(async () => {
        const { FootprintError, mount } = await import('/pkg/index.js');
        const place = document.getElementById('place');
        place.replaceChildren();
        const heard = [];
        place.addEventListener('footprint-problem', ({ detail }) => heard.push(detail.problems[0].code));
        try {
          const widget = await mount(place, { heading: 'Mine' });
          return { marks: widget.marks().length, heading: widget.state().heading };
        } catch (error) {
          const notice = place.firstElementChild.shadowRoot.querySelector('.notice');
          return {
            is: error instanceof FootprintError, name: error.name, code: error.code, message: error.message,
            problems: error.problems.map(({ code }) => code), shown: notice.checkVisibility(), heard,
          };
        }
      });
      const { message, ...rejected } = await mounted();
      assert.deepEqual(rejected, {
        is: true, name: 'FootprintError', code: cause.code, problems: [cause.code], shown: true, heard: [cause.code],
      });
      assert.ok(message.length > 10, message);
      assert.match((await seen(page)).notice, cause.says);
      if (!cause.mend) return;
      await cause.mend(page);
      const { marks, heading } = await mounted();
      assert.ok(marks > 0);
      assert.equal(heading, 'Mine');
    }));
  }

  test('a widget that fails later rejects, and comes back by update()', () => withCause({
    script: causes['a canvas that throws'].script,
  }, async (page) => {
    const steps = await page.evaluate(async () => {
      const { mount } = await import('/pkg/index.js');
      const broken = CanvasRenderingContext2D.prototype.clearRect;
      window.mend();
      const place = document.getElementById('place');
      const widget = await mount(place);
      const clear = CanvasRenderingContext2D.prototype.clearRect;
      CanvasRenderingContext2D.prototype.clearRect = broken;
      const code = (call) => call.then(() => 'fulfilled', (error) => error.code);
      const failed = [await code(widget.update({ view: 'lineup' })), await code(widget.update({})), await code(widget.toSvg())];
      const marks = widget.marks().length;
      CanvasRenderingContext2D.prototype.clearRect = clear;
      const again = await code(widget.update({}));
      return { failed, marks, again, view: widget.state().view, back: widget.marks().length > 0, svg: (await widget.toSvg()).length > 500 };
    });
    assert.deepEqual(steps, {
      failed: ['core', 'core', 'core'], marks: 0, again: 'fulfilled', view: 'lineup', back: true, svg: true,
    });
  }));
});

describe('a warning alone', () => {
  for (const type of ['text/plain', 'application/octet-stream', '']) {
    test(`is a module that is sent as "${type}"`, () => withElement({}, {
      answers: {
        [complete]: { status: 200, headers: type ? { 'Content-Type': type } : {}, body: module },
      },
    }, async (page) => {
      await page.waitFor(() => window.heard.some((event) => event.type === 'footprint-problem'));
      const events = (await heard(page)).filter((event) => event.type === 'footprint-problem');
      assert.equal(events.length, 1);
      const [{ problems }] = events;
      assert.deepEqual(problems.map(({ code, severity }) => [code, severity]), [['wasm-type', 'warning']]);
      assert.ok(problems[0].message.includes(`"${type}"`), problems[0].message);
      assert.ok((await look(page)).marks.length > 0);
      noErrors(page);
    }));
  }

  test('is no small module', () => withElement({}, { answers: { '/pkg/first-growth.wasm': absent } }, async (page) => {
    assert.ok((await look(page)).marks.length > 0);
    assert.deepEqual((await heard(page)).map(({ type }) => type), ['footprint-ready']);
  }));
});

describe('where no script of ours runs, what stands inside the tag is shown', () => {
  const places = {
    'a module on a page from disk': [onDisk('tests/browser/pages/module.html'), {}],
    'a script that is not there': ['/tests/browser/pages/module.html', { '/pkg/element.js': absent }],
    'a script that is sent as text': ['/tests/browser/pages/module.html', {
      '/pkg/element.js': { status: 200, contentType: 'text/plain', body: 'export {}' },
    }],
    'a script that breaks off': ['/tests/browser/pages/module.html', {
      '/pkg/element.js': { status: 200, contentType: 'text/javascript', body: script.subarray(0, script.length / 2) },
    }],
  };
  for (const [name, [url, answers]] of Object.entries(places)) {
    test(name, async () => {
      const page = await browser.open(url, { answers });
      await frames(page);
      const shown = await page.evaluate(() => ({
        defined: customElements.get('smart-footprint') !== undefined,
        standIn: document.getElementById('stand-in').checkVisibility(),
        height: document.getElementById('stand-in').getBoundingClientRect().height,
      }));
      assert.equal(shown.defined, false);
      assert.ok(shown.standIn && shown.height > 0);
      await page.close();
    });
  }
});
