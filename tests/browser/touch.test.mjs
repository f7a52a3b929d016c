// Fingers: a tap pins, a tap elsewhere lets go, and the page scrolls under whatever is touched.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { startBrowser, test } from './driver.mjs';
import { ask, openHosted, places, views } from './hosted.mjs';
import { frames, noErrors } from './steps.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

async function within(attributes, options, work) {
  const page = await openHosted(browser, attributes, { touch: true, width: 390, height: 700, ...options });
  try {
    await work(page);
    noErrors(page);
  } finally {
    await page.close();
  }
}

/** The middle of a mark on the screen; `wanted` picks one. */
const markAt = (page, wanted = 0) => page.evaluate((wanted) => {
  const mark = window.footprint.marks().filter(({ kind }) => kind !== 'conflict')[wanted];
  const middle = () => {
    const { x, y } = window.footprint.getBoundingClientRect();
    return { x: x + mark.box.x + mark.box.width / 2, y: y + mark.box.y + mark.box.height / 2 };
  };
  scrollBy({ top: middle().y - 250, behavior: 'instant' });
  return { id: mark.id, ...middle() };
}, wanted);
const boxOf = (page, selector) => page.evaluate((selector) => {
  const part = window.inside(selector);
  part.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = part.getBoundingClientRect();
  return { x, y, width, height };
}, selector);
const scrolled = (page) => page.evaluate(() => ({ x: scrollX, y: scrollY }));
/** Lets a fling come to rest. */
const rest = () => new Promise((resolve) => setTimeout(resolve, 700));

for (const place of places) {
  for (const view of views) {
    test(`${view} in ${place}: a tap pins card, ring and selection, a tap beside lets all go`, () =>
      within({ view }, { place }, async (page) => {
        const mark = await markAt(page);
        await page.tap(mark.x, mark.y);
        await frames(page);
        const pinned = await ask(page);
        assert.ok(pinned.card && pinned.ring && pinned.state.selected, JSON.stringify(pinned.events));
        assert.ok(pinned.events.find(({ type }) => type === 'footprint-select').mark);
        await new Promise((resolve) => setTimeout(resolve, 600));
        assert.ok((await ask(page)).card, 'it stays');
        const corner = await boxOf(page, '.chart');
        const { y } = await page.evaluate(() => {
          window.inside('.chart').scrollIntoView({ block: 'start', behavior: 'instant' });
          return { y: window.inside('.chart').getBoundingClientRect().y };
        });
        await page.tap(corner.x + 3, y + 3);
        await frames(page);
        const free = await ask(page);
        assert.deepEqual([free.card, free.state.selected, free.ring], [null, null, false]);
      }));
  }
}

test('a tap elsewhere on the page sends the card away and keeps what is selected', () => within({}, {}, async (page) => {
  const mark = await markAt(page);
  await page.tap(mark.x, mark.y);
  await frames(page);
  const { state } = await ask(page);
  const after = await page.evaluate(() => {
    const button = document.getElementById('after');
    button.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y } = button.getBoundingClientRect();
    return { x: x + 5, y: y + 5 };
  });
  await page.tap(after.x, after.y);
  await frames(page);
  const there = await ask(page);
  assert.deepEqual([there.card, there.state.selected, there.active], [null, state.selected, 'after']);
}));

test('a tap on the card keeps it; a second tap on the mark lets go', () => within({}, {}, async (page) => {
  const mark = await markAt(page);
  await page.tap(mark.x, mark.y);
  await frames(page);
  const card = await page.evaluate(() => {
    const { x, y, width } = window.inside('.card').getBoundingClientRect();
    return { x: x + width / 2, y: y + 12 };
  });
  await page.tap(card.x, card.y);
  await frames(page);
  assert.ok((await ask(page)).card);
  const again = await markAt(page);
  await page.tap(again.x, again.y);
  await frames(page);
  assert.equal((await ask(page)).state.selected, null);
}));

describe('a finger that scrolls', () => {
  /** A page that can be scrolled, and moves by nothing else. */
  const long = 'body { padding-bottom: 3000px; overflow-anchor: none }';
  for (const view of views) {
    test(`${view}: down, from a mark, from the empty picture and from the strip of time`, () =>
      within({ view, controls: '' }, { styles: long }, async (page) => {
        const from = [await markAt(page), await boxOf(page, '.chart')];
        from[1] = { x: from[1].x + from[1].width / 2, y: 350 };
        for (const start of from) {
          await page.evaluate(() => scrollTo({ top: 300, behavior: 'instant' }));
          const before = await scrolled(page);
          await page.swipe({ x: start.x, y: 500 }, { x: start.x, y: 200 });
          await rest();
          assert.ok((await scrolled(page)).y > before.y + 150, JSON.stringify([before, await scrolled(page)]));
        }
        const handle = await boxOf(page, '.handle-first');
        const before = await scrolled(page);
        const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2];
        await page.swipe({ x, y }, { x, y: y + 250 });
        await rest();
        assert.ok((await scrolled(page)).y < before.y - 100, 'up, from a handle');
        const { state, events } = await ask(page);
        assert.deepEqual([state.selected, state.at, state.from, events.filter(({ type }) => type === 'footprint-select')], [null, null, null, []]);
      }));
  }

  test('sideways, where the page is wider: the picture keeps nothing for itself', () =>
    within({ view: 'growth', controls: '' }, { styles: 'body { width: 1500px; min-width: 1500px }' }, async (page) => {
      const strip = await boxOf(page, '.handle-first');
      const y = strip.y + strip.height / 2;
      const before = await scrolled(page);
      await page.swipe({ x: 300, y }, { x: 60, y });
      await rest();
      assert.ok((await scrolled(page)).x > before.x + 100, JSON.stringify(await scrolled(page)));
      const { state } = await ask(page);
      assert.deepEqual([state.from, state.to], [null, null]);
    }));

  test('but a handle is dragged, and the page stays', () =>
    within({ view: 'growth', controls: '' }, { styles: long }, async (page) => {
      const handle = await boxOf(page, '.handle-first');
      const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2];
      const before = await scrolled(page);
      await page.swipe({ x, y }, { x: x + 120, y });
      await rest();
      assert.deepEqual(await scrolled(page), before);
      assert.match((await ask(page)).state.from ?? '', /^\d{4}-\d\d-01$/);
    }));
});

describe('targets', () => {
  for (const view of views) {
    test(`${view}: handles, tools and links are 24 pixels at least`, () =>
      within({ view, controls: '', selected: 'place:HK' }, {}, async (page) => {
        const small = await page.evaluate(() => {
          window.inside('.filters').hidden = false;
          const parts = window.footprint.shadowRoot.querySelectorAll('.handle, button, select, label, a, [tabindex="0"]');
          return [...parts].filter((part) => part.getClientRects().length > 0)
            .map((part) => [part.className, part.textContent, ...[...part.getClientRects()].map(({ width, height }) => [width, height])])
            .filter(([, , ...boxes]) => boxes.some(([width, height]) => width < 24 || height < 23.99));
        });
        assert.deepEqual(small, []);
      }));

    test(`${view}: a mark is hit 12 pixels from its middle, where no other one is nearer`, () =>
      within({ view }, { touch: false, width: 800, height: 900 }, async (page) => {
        const { marks } = await ask(page);
        const far = (mark, x, y) => Math.hypot(
          Math.max(mark.box.x - x, 0, x - mark.box.x - mark.box.width), Math.max(mark.box.y - y, 0, y - mark.box.y - mark.box.height));
        const missed = [];
        let tried = 0;
        for (const mark of marks.filter(({ box }) => box.width < 24 || box.height < 24)) {
          const [x, y] = [mark.box.x + mark.box.width / 2, mark.box.y + mark.box.height / 2];
          for (const [across, down] of [[11, 0], [-11, 0], [0, 11], [0, -11]]) {
            const at = [x + across, y + down];
            if (marks.some((other) => other !== mark && far(other, ...at) <= far(mark, ...at))) continue;
            tried += 1;
            const hit = await page.evaluate(async ({ id, at }) => {
              const canvas = window.inside('canvas');
              window.scrollTo({ top: at[1] - 300, behavior: 'instant' });
              const { x, y } = window.footprint.getBoundingClientRect();
              window.heard.length = 0;
              canvas.dispatchEvent(new PointerEvent('pointermove', {
                view: window, clientX: x + at[0], clientY: y + at[1], pointerType: 'mouse', bubbles: true, composed: true,
              }));
              return window.heard.at(-1)?.mark ?? id; // no event: it is looked at already
            }, { id: mark.id, at });
            if (hit !== mark.id) missed.push([mark.id, across, down, hit]);
          }
        }
        assert.ok(tried > 0);
        assert.deepEqual(missed, []);
      }));
  }
});
