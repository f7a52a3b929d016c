// The element and mount() on a host's page: options, events, life and death.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { startBrowser, test } from './driver.mjs';
import { drawn, frames, hover, look, noErrors, told, heard, withElementOf } from './steps.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const withElement = withElementOf(() => browser);
describe('options', () => {
  test('are attributes and properties alike', () => withElement({}, {}, async (page) => {
    const seen = await page.evaluate(() => {
      const element = document.querySelector('smart-footprint');
      element.publishedBy = '2026-01-01';
      element.controls = true;
      element.heading = null;
      return [
        element.getAttribute('published-by'), element.publishedBy, element.hasAttribute('controls'),
        element.controls, element.heading, element.view, element.hash,
      ];
    });
    assert.deepEqual(seen, ['2026-01-01', '2026-01-01', true, true, null, null, false]);
  }));

  test('the view changes with its attribute, and the event comes after', () =>
    withElement({}, {}, async (page) => {
      assert.deepEqual(told(await heard(page)).slice(0, 1), ['footprint-ready']);
      await page.evaluate(() => document.querySelector('smart-footprint').update({ view: 'lineup' }));
      const widget = await look(page);
      assert.equal(widget.state.view, 'lineup');
      assert.ok(widget.marks.every((mark) => mark.view === 'lineup'));
      const events = await heard(page);
      assert.ok(told(events).includes('footprint-view'));
      assert.equal(events.find(({ type }) => type === 'footprint-view').state.view, 'lineup');
      noErrors(page);
    }));

  test('what is not understood is a warning and the default', () =>
    withElement({ view: 'nonsense' }, {}, async (page) => {
      const widget = await look(page);
      assert.equal(widget.state.view, 'growth');
      const problems = (await heard(page)).filter(({ type }) => type === 'footprint-problem');
      assert.equal(problems.length, 1, 'told once');
      assert.ok(problems[0].problems.every(({ severity }) => severity === 'warning'));
      noErrors(page);
    }));

  test('theme follows the reader unless it is set', () => withElement({}, {}, async (page) => {
    const corner = () => page.evaluate(() => {
      const canvas = document.querySelector('smart-footprint').shadowRoot.querySelector('canvas');
      return canvas.getContext('2d').getImageData(1, 1, 1, 1).data[0];
    });
    const theme = () => page.evaluate(() =>
      document.querySelector('smart-footprint').shadowRoot.querySelector('.root').dataset.theme);
    const light = await corner();
    await page.media({ dark: true });
    await frames(page);
    assert.equal(await theme(), 'dark');
    assert.notEqual(await corner(), light);
    await page.evaluate(() => document.querySelector('smart-footprint').update({ theme: 'light' }));
    assert.equal(await theme(), 'light');
    assert.equal(await corner(), light);
  }));
});

test('a page that watches the sizes of what it holds hears of no loop', () => withElement({}, {}, async (page) => {
  await page.evaluate(() => {
    addEventListener('error', ({ message }) => window.heard.push({ type: message }));
    for (const part of [document.body, document.querySelector('smart-footprint')]) new ResizeObserver(() => {}).observe(part);
  });
  for (const width of [320, 640, 1000, 900]) {
    await page.resize(width);
    await frames(page);
    await frames(page);
  }
  assert.deepEqual(told(await heard(page)).filter((type) => !type.startsWith('footprint-')), []);
}));

describe('a dataset of the host', () => {
  test('a bad one keeps the last good picture and is told', () => withElement({}, {}, async (page) => {
    const before = await look(page);
    await heard(page);
    await page.evaluate(async () => {
      const element = document.querySelector('smart-footprint');
      element.dataset = { observations: [{ id: 'nothing-but-this' }] };
      await element.update({});
    });
    const problems = (await heard(page)).filter(({ type }) => type === 'footprint-problem');
    assert.equal(problems.length, 1);
    assert.ok(problems[0].problems.some(({ severity, message }) => severity === 'error' && message));
    const widget = await look(page);
    assert.deepEqual(widget.marks, before.marks);
    assert.equal(widget.notice, null);
    noErrors(page);
  }));

  test('a bad one at the start shows the fallback; a good one mends it', () =>
    withElement({}, { wait: false }, async (page) => {
      const result = await page.evaluate(async () => {
        const { dataset, mount } = await import('/pkg/index.js');
        const element = document.querySelector('smart-footprint');
        element.remove();
        const place = document.getElementById('place');
        const rejected = await mount(place, { dataset: {} }).catch((error) => error);
        const notice = place.firstElementChild.shadowRoot.querySelector('.notice').textContent;
        const widget = await mount(place, { dataset: await dataset() });
        return {
          name: rejected.name, code: rejected.code, problems: rejected.problems.length, notice,
          marks: widget.marks().length,
        };
      });
      assert.equal(result.name, 'FootprintError');
      assert.equal(result.code, 'dataset');
      assert.ok(result.problems > 0);
      assert.match(result.notice, /data has errors/);
      assert.ok(result.marks > 0);
      noErrors(page);
    }));
});

describe('life and death', () => {
  test('drawing adds no node to the page and no style to the host', () =>
    withElement({}, { wait: false }, async (page) => {
      const added = await page.evaluate(async () => {
        const changes = [];
        const seen = new MutationObserver((records) => {
          for (const { type, addedNodes, attributeName } of records) {
            changes.push([type, attributeName, ...[...addedNodes].map((node) => node.nodeName)]);
          }
        });
        seen.observe(document, { subtree: true, childList: true, attributes: true });
        const element = document.querySelector('smart-footprint');
        await element.ready;
        changes.push(...seen.takeRecords());
        changes.length = 0; // what the spec itself did
        for (const view of ['lineup', 'growth']) {
          element.setAttribute('theme', 'dark');
          await element.update({ view });
        }
        element.focusMark(element.marks()[0].id);
        seen.takeRecords().forEach(({ type, attributeName }) => changes.push([type, attributeName]));
        seen.disconnect();
        return {
          changes: changes.filter(([type, name]) => type !== 'attributes' || name === 'style'),
          inline: element.shadowRoot.querySelectorAll('[style]').length,
        };
      });
      assert.deepEqual(added, { changes: [], inline: 0 });
    }));

  test('survives being moved; ends by being removed; starts again', () =>
    withElement({}, {}, async (page) => {
      const steps = await page.evaluate(async () => {
        const element = document.querySelector('smart-footprint');
        const canvas = () => element.shadowRoot.querySelector('canvas');
        const settle = () => new Promise((resolve) => setTimeout(resolve, 50));
        const first = canvas();
        const box = document.body.appendChild(document.createElement('div'));
        box.append(element);
        await settle();
        const moved = canvas() === first && element.marks().length > 0;
        element.remove();
        await settle();
        const removed = element.marks().length;
        box.append(element);
        await new Promise((resolve) => element.addEventListener('footprint-ready', resolve));
        return { moved, removed, again: element.marks().length > 0 };
      });
      assert.deepEqual(steps, { moved: true, removed: 0, again: true });
      noErrors(page);
    }));

  test('draws in another document after adoption', () => withElement({}, {}, async (page) => {
    const width = await page.evaluate(async () => {
      const element = document.querySelector('smart-footprint');
      const frame = document.body.appendChild(document.createElement('iframe'));
      frame.width = '500';
      frame.contentDocument.body.append(element);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await element.update({});
      return [getComputedStyle(element.shadowRoot.querySelector('.ring')).position, element.shadowRoot.querySelector('canvas').clientWidth];
    });
    assert.equal(width[0], 'absolute', 'it is dressed');
    assert.ok(width[1] > 300 && width[1] <= 500, `${width[1]}`);
    noErrors(page);
  }));

  test('a hundred widgets made and destroyed leave nothing', () =>
    withElement({}, {}, async (page) => {
      const round = (times) => page.evaluate(async (times) => {
        const { mount } = await import('/pkg/index.js');
        for (let n = 0; n < times; n += 1) {
          const widget = await mount(document.getElementById('place'), { view: 'lineup' });
          widget.focusMark(widget.marks()[0].id);
          widget.destroy();
          widget.destroy();
        }
        return document.getElementById('place').childElementCount;
      }, times);
      await round(10);
      const before = await page.counts();
      assert.equal(await round(100), 1, 'only the element of the page is left');
      // What still waits for a frame holds the last one until then.
      let after = await page.counts();
      for (let frame = 0; frame < 20 && after.nodes - before.nodes >= 100; frame += 1) {
        await frames(page);
        after = await page.counts();
      }
      assert.ok(after.nodes - before.nodes < 100, `${before.nodes} nodes became ${after.nodes}`);
      assert.ok(after.listeners - before.listeners < 20, `${before.listeners} listeners became ${after.listeners}`);
      noErrors(page);
    }));

  test('a destroyed widget says so', () => withElement({}, {}, async (page) => {
    const code = await page.evaluate(async () => {
      const { mount } = await import('/pkg/index.js');
      const widget = await mount(document.getElementById('place'));
      widget.destroy();
      return widget.update({}).catch((error) => error.code);
    });
    assert.equal(code, 'destroyed');
  }));

  test('lazy waits until it is near', () => withElement({}, {}, async (page) => {
    const seen = await page.evaluate(async () => {
      document.getElementById('place').style.paddingTop = '6000px';
      const lazy = document.createElement('smart-footprint');
      lazy.setAttribute('loading', 'lazy');
      document.getElementById('place').append(lazy);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const reserved = lazy.getBoundingClientRect().height;
      const before = lazy.marks().length;
      lazy.scrollIntoView();
      await lazy.ready;
      return { before, after: lazy.marks().length > 0, reserved, height: lazy.getBoundingClientRect().height };
    });
    assert.equal(seen.before, 0);
    assert.ok(seen.after);
    assert.ok(Math.abs(seen.reserved - seen.height) <= 24, `reserved ${seen.reserved}, drawn ${seen.height}`);
  }));

  test('a hidden parent is waited for', () => withElement({}, { wait: false }, async (page) => {
    const marks = await page.evaluate(async () => {
      const place = document.getElementById('place');
      const element = document.querySelector('smart-footprint');
      await element.ready;
      const other = document.createElement('smart-footprint');
      place.hidden = true;
      place.append(other);
      await new Promise((resolve) => setTimeout(resolve, 150));
      const before = other.marks().length;
      place.hidden = false;
      await other.ready;
      return [before, other.marks().length > 0];
    });
    assert.deepEqual(marks, [0, true]);
  }));
});

describe('the host page', () => {
  test("its styles do not reach the picture", () => {
    const styles = `* { all: revert !important; box-sizing: content-box; letter-spacing: 3px }
      canvas { width: 10px } span, div, p { display: block; margin: 40px; font-size: 40px }`;
    return withElement({}, { styles }, async (page) => {
      const { canvas, box } = await look(page);
      assert.ok(canvas.width > 800, `${canvas.width}`);
      assert.ok(canvas.height > 100 && box.width > 800);
    });
  });

  test('a strict policy is obeyed without a report', async () => {
    const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
      + "connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'";
    const { serve } = await import('../../element/build/serve.mjs');
    const { server, address } = await serve(0, ['www', 'pkg'], { 'Content-Security-Policy': policy });
    const page = await browser.open(`${address}/www/`);
    try {
      await drawn(page);
      const { marks } = await look(page, 0);
      await hover(page, marks[0].id, 0);
      assert.ok((await look(page, 0)).card);
      noErrors(page);
    } finally {
      await page.close();
      server.closeAllConnections();
      server.close();
    }
  });
});
