// What pages do to an element: move, copy, adopt, hide, shrink and remove it, at any time.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { tried } from '../tried.mjs';
import { startBrowser, test } from './driver.mjs';
import { drawn, frames, heard, hover, look, noErrors, told, withElementOf } from './steps.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const withElement = withElementOf(() => browser);

/** Put into the page: what a reader could tell one widget from another by. */
const tools = () => {
  window.settled = () => new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 30)));
  });
  window.picture = (element) => element.shadowRoot.querySelector('canvas').toDataURL();
  window.isDressed = (element) =>
    getComputedStyle(element.shadowRoot.querySelector('.stage')).position === 'relative';
};

describe('moved', () => {
  test('into the shadow root of another component, it keeps all it has and answers there', () =>
    withElement({ controls: '' }, { script: tools }, async (page) => {
      const kept = await page.evaluate(async () => {
        const element = document.querySelector('smart-footprint');
        await element.update({ view: 'markets', selected: 'place:CN', heading: 'Mine' });
        const before = [JSON.stringify(element.state()), JSON.stringify(element.marks()), window.picture(element)];
        window.heard.splice(0);
        const box = document.getElementById('place').appendChild(document.createElement('div'));
        const inner = box.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
        inner.append(element);
        await window.settled();
        const after = [JSON.stringify(element.state()), JSON.stringify(element.marks()), window.picture(element)];
        inner.append(document.createElement('p'), element); // and once more, twice in a step
        box.shadowRoot.prepend(element);
        await window.settled();
        const mark = element.marks()[0].id;
        return {
          same: after.map((one, at) => one === before[at]), again: window.picture(element) === before[2],
          events: window.heard.map(({ type }) => type), found: element.focusMark(mark), dressed: window.isDressed(element),
        };
      });
      assert.deepEqual(kept, { same: [true, true, true], again: true, events: [], found: true, dressed: true });
      noErrors(page);
    }));

  test('it loses the focus, and shows no mark that is in it', () => withElement({}, { script: tools }, async (page) => {
    const seen = await page.evaluate(async () => {
      const element = document.querySelector('smart-footprint');
      const shown = () => ['.ring', '.card'].map((part) => !element.shadowRoot.querySelector(part).hidden);
      element.focusMark(element.marks()[0].id);
      const before = shown();
      const box = document.getElementById('place').appendChild(document.createElement('div'));
      box.append(element);
      await window.settled();
      return { before, hasFocus: element.shadowRoot.activeElement !== null, after: shown(), again: element.focusMark(element.marks()[0].id), last: shown() };
    });
    assert.deepEqual(seen, { before: [true, true], hasFocus: false, after: [false, false], again: true, last: [true, true] });
    noErrors(page);
  }));

  test('before it is drawn, and out and in again in one step', (t) => withElement({}, { wait: false }, async (page) => {
    const events = await page.evaluate(async () => {
      const element = document.querySelector('smart-footprint');
      const place = document.getElementById('place');
      for (let times = 0; times < 5; times += 1) {
        element.remove();
        place.append(element);
        await Promise.resolve();
      }
      element.remove();
      place.append(element);
      await element.ready;
      return window.heard.map(({ type }) => type);
    });
    tried(t, 6);
    assert.deepEqual(events, ['footprint-ready']);
    noErrors(page);
  }));

  test('to a document without a window and back, it is drawn again', () => withElement({}, { script: tools }, async (page) => {
    const seen = await page.evaluate(async () => {
      const element = document.querySelector('smart-footprint');
      const before = window.picture(element);
      const other = document.implementation.createHTMLDocument('');
      other.body.append(element);
      await window.settled();
      const there = element.marks().length;
      document.getElementById('place').append(element);
      await element.update({});
      await window.settled();
      return { there, back: window.picture(element) === before, dressed: window.isDressed(element) };
    });
    assert.equal(seen.back, true);
    assert.equal(seen.dressed, true);
    noErrors(page);
  }));
});

test('adopted into a frame and back, it draws and answers in both, and leaves nothing there', (t) =>
  withElement({ selected: 'place:world' }, { script: tools }, async (page) => {
    const seen = await page.evaluate(async () => {
      const element = document.querySelector('smart-footprint');
      const place = document.getElementById('place');
      const state = () => JSON.stringify({ ...element.state(), lang: null }); // a frame has none of its own
      const [before, own] = [window.picture(element), state()];
      const found = [];
      for (let times = 0; times < 3; times += 1) {
        const frame = place.appendChild(document.createElement('iframe'));
        frame.width = '520';
        frame.height = '700';
        frame.contentDocument.body.append(element);
        await window.settled();
        await element.update({});
        const width = element.shadowRoot.querySelector('canvas').clientWidth;
        found.push([width > 400 && width <= 520, window.isDressed(element), element.focusMark(element.marks()[0].id),
          state() === own]);
        place.prepend(element);
        await window.settled();
        await element.update({});
        frame.remove(); // with it goes all that was there
        await window.settled();
        element.shadowRoot.activeElement?.blur();
        found.push([window.picture(element) === before, window.isDressed(element)]);
      }
      return found;
    });
    assert.deepEqual(seen, Array.from({ length: 3 }, () => [[true, true, true, true], [true, true]]).flat());
    tried(t, seen.length);
    await hover(page, (await look(page)).marks[1].id); // the first was come to by keys
    noErrors(page);
  }));

test('a frame that goes with a widget in it is no fault', () => withElement({}, {}, async (page) => {
  const marks = await page.evaluate(async () => {
    const element = document.querySelector('smart-footprint');
    const frame = document.body.appendChild(document.createElement('iframe'));
    frame.contentDocument.body.append(element);
    await new Promise((resolve) => setTimeout(resolve, 100));
    void element.update({ view: 'sales' });
    frame.remove();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const other = document.createElement('smart-footprint');
    document.getElementById('place').append(other);
    await other.ready;
    return other.marks().length;
  });
  assert.ok(marks > 0);
  noErrors(page);
}));

for (const [name, copy] of Object.entries({
  cloneNode: (element) => element.cloneNode(true),
  importNode: (element) => document.importNode(element, true),
  'a template': (element) => {
    const template = document.createElement('template');
    template.innerHTML = element.outerHTML;
    return template.content.cloneNode(true).firstElementChild;
  },
})) {
  test(`copied by ${name}, the copy has the attributes and a life of its own`, () =>
    withElement({ view: 'sales', theme: 'dark', heading: 'Mine' }, { script: tools }, async (page) => {
      const seen = await page.evaluate(async (copy) => {
        const element = document.querySelector('smart-footprint');
        element.append(Object.assign(document.createElement('p'), { textContent: 'What stands in' }));
        const other = (0, eval)(`(${copy})`)(element);
        document.getElementById('place').append(other);
        await other.ready;
        await window.settled();
        const same = [other.state(), element.state()].map((state) => JSON.stringify(state));
        const pictures = [other, element].map(window.picture);
        const marks = element.marks().length;
        await other.update({ view: 'lineup' });
        other.remove();
        await window.settled();
        return {
          text: other.textContent, state: same[0] === same[1], picture: pictures[0] === pictures[1],
          kept: element.marks().length === marks && element.state().view === 'sales',
        };
      }, String(copy));
      assert.deepEqual(seen, { text: 'What stands in', state: true, picture: true, kept: true });
      noErrors(page);
    }));
}

test('mounted twice in a row, and twice into the same place', () => withElement({}, { wait: false }, async (page) => {
  const seen = await page.evaluate(async () => {
    const { mount } = await import('/pkg/index.js');
    document.querySelector('smart-footprint').remove();
    const place = document.getElementById('place');
    // As a framework's strict mode does: made, taken back before it is there, made again.
    const early = mount(place);
    const host = place.lastElementChild;
    early.then((widget) => widget.destroy(), () => {});
    const one = await mount(place, { view: 'sales' });
    await early;
    const gone = !host.isConnected;
    const [two, three] = await Promise.all([mount(place, { view: 'lineup' }), mount(place, { view: 'lineup' })]);
    const views = [...[one, two, three].map((widget) => widget.state().view)];
    two.destroy();
    const left = place.childElementCount;
    await three.update({ view: 'growth' });
    const answers = [one, three].map((widget) => widget.marks().length > 0);
    one.destroy();
    three.destroy();
    return { gone, views, left, answers, rest: place.childElementCount };
  });
  assert.deepEqual(seen, { gone: true, views: ['sales', 'lineup', 'lineup'], left: 2, answers: [true, true], rest: 0 });
  noErrors(page);
}));

test('thirty on one page share one module and what is loaded', () => withElement({}, {
  wait: false,
  script: () => {
    window.calls = [];
    for (const name of ['compile', 'compileStreaming', 'instantiate', 'instantiateStreaming']) {
      const real = WebAssembly[name];
      WebAssembly[name] = (...args) => {
        window.calls.push(name);
        return real(...args);
      };
    }
  },
}, async (page) => {
  const marks = await page.evaluate(async () => {
    const views = ['growth', 'markets', 'sales', 'lineup'];
    const all = Array.from({ length: 30 }, (_, at) => {
      const element = document.createElement('smart-footprint');
      element.view = views[at % 4];
      return element;
    });
    document.getElementById('place').append(...all);
    await Promise.all(all.map((element) => element.ready));
    return all.map((element) => element.marks().length);
  });
  assert.ok(marks.every((count) => count > 0));
  const fetched = page.requests.filter((url) => url.includes('/pkg/')).map((url) => url.slice(url.lastIndexOf('/') + 1));
  assert.equal(new Set(fetched).size, fetched.length, fetched.join());
  assert.equal(fetched.filter((name) => name.endsWith('.wasm')).length, 2, fetched.join());
  const calls = await page.evaluate(() => window.calls);
  assert.deepEqual(calls.toSorted(), ['compileStreaming', 'compileStreaming', 'instantiate']);
  noErrors(page);
}));

describe('a place without room', () => {
  for (const [name, styles] of Object.entries({
    'that is not displayed': '.away #place { display: none }',
    'of no width': '.away #place { width: 0; overflow: hidden }',
    'that is skipped by content-visibility': '.away #place { content-visibility: hidden }',
  })) {
    test(`${name} is waited for, and drawn when there is some`, () => withElement({}, { wait: false, styles }, async (page) => {
      await page.evaluate(() => {
        document.documentElement.className = 'away';
        window.mounted = import('/pkg/index.js').then(({ mount }) => mount(document.getElementById('place'), { view: 'sales' }));
      });
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
      await page.evaluate(() => void (document.documentElement.className = ''));
      await drawn(page);
      assert.ok(await page.evaluate(async () => (await window.mounted).marks().length > 0));
      const { canvas } = await look(page);
      assert.ok(canvas.width > 800, `${canvas.width}`);
      noErrors(page);
    }));
  }

  test('later keeps the picture, and what is changed meanwhile is drawn when there is room', () =>
    withElement({}, { styles: '.away #place { display: none }' }, async (page) => {
      const seen = await page.evaluate(async () => {
        const element = document.querySelector('smart-footprint');
        document.documentElement.className = 'away';
        await new Promise((resolve) => setTimeout(resolve, 100));
        element.setAttribute('view', 'lineup');
        await new Promise((resolve) => setTimeout(resolve, 100));
        document.documentElement.className = '';
        await element.update({});
        return [element.state().view, element.marks().every((mark) => mark.view === 'lineup'),
          element.getBoundingClientRect().height > 100];
      });
      assert.deepEqual(seen, ['lineup', true, true]);
      assert.ok(!told(await heard(page)).includes('footprint-problem'));
      noErrors(page);
    }));
});

for (const [width, ratio] of [[333.33, 1.25], [333.33, 1.5], [240, 1], [240, 2], [701.7, 1.1]]) {
  test(`${width} pixels wide at ratio ${ratio}: the bitmap is the pixels it covers, and marks lie inside`, (t) =>
    withElement({ controls: '' }, { ratio, height: 1400, styles: `#place { width: ${width}px; margin-left: 0.4px }` }, async (page) => {
      const views = ['growth', 'markets', 'sales', 'lineup'];
      tried(t, views.length);
      for (const view of views) {
        await page.evaluate((view) => document.querySelector('smart-footprint').update({ view }), view);
        await frames(page);
        const { canvas, marks, box } = await look(page);
        assert.ok(Math.abs(box.width - width) < 0.02, `${box.width}`);
        const real = await page.evaluate('devicePixelRatio'); // what the engine makes of it
        // Under emulation the browser tells whole CSS pixels.
        for (const [at, length] of [canvas.width, canvas.height].entries()) {
          assert.ok(Math.abs(canvas.bitmap[at] - length * real) <= ratio + 0.5, `${canvas.bitmap} for ${length}`);
        }
        for (const mark of marks) {
          assert.ok(mark.box.x >= -1 && mark.box.x + mark.box.width <= width + 1, `${view}: ${mark.id}`);
        }
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
      }
      noErrors(page);
    }));
}

describe('removed', () => {
  test('before what it needs has come', (t) => withElement({}, { wait: false }, async (page) => {
    const seen = await page.evaluate(async () => {
      const place = document.getElementById('place');
      const makers = [0, 1, 2, 5, 20, 60].map(async (wait) => {
        const element = document.createElement('smart-footprint');
        place.append(element);
        const { mount } = await import('/pkg/index.js');
        const box = place.appendChild(document.createElement('div'));
        const mounted = mount(box).then((widget) => widget.destroy(), (error) => error.code);
        await new Promise((resolve) => setTimeout(resolve, wait));
        element.remove();
        await mounted;
        await new Promise((resolve) => setTimeout(resolve, 100));
        return [element.marks().length, box.childElementCount];
      });
      return Promise.all(makers);
    });
    tried(t, 2 * seen.length);
    assert.ok(seen.every(([marks, left]) => marks === 0 && left === 0), JSON.stringify(seen));
    assert.ok(!told(await heard(page)).includes('footprint-problem'));
    noErrors(page);
  }));

  for (const type of ['ready', 'view', 'select', 'hover', 'problem']) {
    test(`by who hears its own footprint-${type}`, (t) => withElement({}, {}, async (page) => {
      const seen = await page.evaluate(async (type) => {
        const place = document.getElementById('place');
        const { mount } = await import('/pkg/index.js');
        const found = [];
        for (const way of ['element', 'mount']) {
          const box = place.appendChild(document.createElement('div'));
          let times = 0;
          let widget;
          const gone = new Promise((resolve) => {
            box.addEventListener(`footprint-${type}`, () => {
              times += 1;
              if (way === 'element') box.replaceChildren();
              else widget?.destroy();
              resolve();
            });
          });
          if (way === 'element') {
            widget = box.appendChild(document.createElement('smart-footprint'));
            await widget.ready;
          } else {
            widget = await mount(box);
          }
          const quietly = (call) => Promise.resolve().then(call).catch(() => {});
          if (type === 'view') await quietly(() => widget.update({ view: 'lineup' }));
          if (type === 'select') await quietly(() => widget.select('place:world'));
          if (type === 'hover') await quietly(() => widget.focusMark(widget.marks()[1].id));
          if (type === 'problem') await quietly(() => widget.update({ view: 'nonsense' }));
          await gone;
          await new Promise((resolve) => setTimeout(resolve, 80));
          found.push(times);
        }
        return { found, other: document.querySelector('smart-footprint').marks().length > 0 };
      }, type);
      tried(t, seen.found.length);
      assert.deepEqual(seen, { found: [1, 1], other: true });
      noErrors(page);
    }));
  }
});
