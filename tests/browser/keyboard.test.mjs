// Every key of the chart, by real key events: on a light page and in another component's shadow root.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { tried } from '../tried.mjs';
import { startBrowser, test } from './driver.mjs';
import { ask, cameTo, focusMark, places, views, withHosted } from './hosted.mjs';
import { frames } from './steps.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const within = withHosted(() => browser);

async function press(page, ...keys) {
  for (const key of keys) await page.key(key);
  await frames(page);
}

const active = (page) => page.evaluate(() => window.active());

/** Goes on from the button before the widget. */
async function enter(page) {
  await page.evaluate(() => document.querySelector('other-component')?.shadowRoot.getElementById('before').focus()
    ?? document.getElementById('before')?.focus());
  for (let tabs = 0; tabs < 30 && (await active(page)) !== 'chart'; tabs += 1) await page.key('Tab');
}

for (const place of places) {
  for (const view of views) {
    describe(`${view} in ${place}`, () => {
      test('arrows walk through all marks in reading order, and stop at the ends', (t) =>
        within({ view }, { place }, async (page) => {
          await enter(page);
          const { marks, events, active } = await ask(page);
          assert.equal(active, 'chart');
          const walk = [events.at(-1).mark];
          for (let step = 1; step < marks.length; step += 1) {
            await page.key('ArrowRight');
            walk.push(await cameTo(page));
          }
          tried(t, marks.length);
          assert.deepEqual(walk, marks.map(({ id }) => id));
          await page.key('ArrowRight');
          assert.equal(await cameTo(page), undefined, 'nothing comes after the last');
          await page.key('ArrowLeft');
          assert.equal(await cameTo(page), marks.at(-2).id);
        }));

      test('Home, End and the page keys', () => within({ view }, { place }, async (page) => {
        await enter(page);
        const { marks } = await ask(page);
        const after = async (key) => {
          await page.key(key);
          return cameTo(page);
        };
        assert.equal(await after('End'), marks.at(-1).id);
        assert.equal(await after('PageUp'), marks.at(Math.max(-11, -marks.length)).id);
        assert.equal(await after('Home'), marks.length > 11 ? marks[0].id : undefined);
        assert.equal(await after('PageDown'), marks[Math.min(10, marks.length - 1)].id);
      }));

      test('up and down go between rows, to what stands nearest, and come to the last and the first', () =>
        within({ view }, { place }, async (page) => {
          await enter(page);
          const { marks } = await ask(page);
          const ids = marks.map(({ id }) => id);
          await page.key('Home');
          await ask(page);
          const down = [ids[0]];
          for (;;) {
            await page.key('ArrowDown');
            const next = await cameTo(page);
            if (next === undefined) break;
            assert.ok(ids.indexOf(next) > ids.indexOf(down.at(-1)), `${next} comes after ${down.at(-1)}`);
            down.push(next);
          }
          assert.ok(down.length > 2 && down.length <= marks.length, String(down.length));
          const rowOfLast = marks.at(-1);
          assert.equal(marks.find(({ id }) => id === down.at(-1)).kind, rowOfLast.kind);
          let up = down.at(-1);
          for (;;) {
            await page.key('ArrowUp');
            const next = await cameTo(page);
            if (next === undefined) break;
            assert.ok(ids.indexOf(next) < ids.indexOf(up));
            up = next;
          }
          assert.ok(ids.indexOf(up) < ids.indexOf(down[1]), 'the first row');
        }));

      test('brackets go to the lowest and the highest of a series', () =>
        within({ view }, { place }, async (page) => {
          const { marks } = await ask(page);
          // Figures of one kind and unit, with something to choose from.
          const series = (mark) => marks.filter(({ kind, unit, value }) => value !== null && kind === mark.kind && unit === mark.unit);
          const some = marks.find((mark) => mark.value !== null && new Set(series(mark).map(({ value }) => value)).size > 1);
          assert.ok(some, 'there is a series');
          const value = (id) => marks.find((mark) => mark.id === id).value;
          const values = series(some).map((mark) => mark.value);
          await focusMark(page, some.id);
          await page.key('[');
          assert.equal(value((await cameTo(page)) ?? some.id), Math.min(...values));
          await page.key(']');
          assert.equal(value(await cameTo(page)), Math.max(...values));
          // As it is typed where brackets are on the third level of a key.
          await page.evaluate(() => window.inside('.chart').dispatchEvent(new KeyboardEvent('keydown', {
            key: '[', ctrlKey: true, altKey: true, bubbles: true, composed: true, cancelable: true,
          })));
          assert.equal(value(await cameTo(page)), Math.min(...values));
        }));

      test('Enter and Space select; Escape sends the card away, then lets go, then is not ours', () =>
        within({ view }, { place, height: 1200 }, async (page) => {
          await page.evaluate(() => {
            window.unhandled = 0;
            addEventListener('keydown', (event) => (window.unhandled += event.key === 'Escape' && !event.defaultPrevented ? 1 : 0));
          });
          const unhandled = () => page.evaluate(() => window.unhandled);
          await enter(page);
          await page.key('Enter');
          const { state, active } = await ask(page);
          assert.ok(state.selected);
          assert.equal(active, 'chart');
          await page.key(' ');
          assert.equal((await ask(page)).state.selected, null, 'once more lets go');
          await page.key(' ');
          assert.equal((await ask(page)).state.selected, state.selected);
          await page.key('ArrowRight');
          const looking = await ask(page);
          assert.ok(looking.card && looking.state.selected);
          await page.key('Escape');
          const sent = await ask(page);
          assert.deepEqual([sent.card, sent.state.selected, sent.ring], [null, state.selected, true]);
          await page.key('Escape');
          assert.equal((await ask(page)).state.selected, null);
          assert.equal(await unhandled(), 0);
          await page.key('Escape');
          assert.equal(await unhandled(), 1, 'a page can hear what the chart has no use for');
          assert.equal((await ask(page)).active, 'chart');
        }));

      test('Tab and Shift+Tab leave from every mark', (t) => within({ view }, { place }, async (page) => {
        const { marks } = await ask(page);
        tried(t, 2 * marks.length);
        for (const { id } of marks) {
          await focusMark(page, id);
          assert.equal((await ask(page)).active, 'chart', id);
          await page.key('Tab');
          // A card that is cut off can be scrolled; what follows are the handles of the strip of time and
          // the button of the table.
          const way = [await active(page)];
          while (/card|handle|corner/.test(way.at(-1)) && way.length < 5) {
            await page.key('Tab');
            way.push(await active(page));
          }
          assert.ok(way.at(-1) === 'after' && !way.includes('chart'), `${id}: ${way}`);
          await focusMark(page, id);
          await page.key('Shift+Tab');
          assert.equal((await ask(page)).active, 'before', id);
          assert.equal((await ask(page)).card, null, id);
        }
        await page.key('Tab');
        assert.equal((await ask(page)).active, 'chart', 'and it is one stop');
        assert.equal((await ask(page)).card, marks.at(-1).kind === 'conflict' ? 'Contradicted' : marks.at(-1).label, 'at the mark that was left');
      }));

      test('so they do with controls and the table open', (t) => within({ view, controls: '' }, { place, height: 1200 }, async (page) => {
        await page.evaluate(() => window.inside('[data-tool="table"]').click());
        await page.waitFor(() => window.active() === 'table-scroller');
        const { marks } = await ask(page);
        tried(t, 2 * marks.length);
        for (const { id } of marks) {
          await focusMark(page, id);
          const way = [await active(page)];
          while (/chart|card|handle/.test(way.at(-1)) && way.length < 6) {
            await page.key('Tab');
            way.push(await active(page));
          }
          assert.deepEqual([way[0], way.lastIndexOf('chart'), way.at(-1)], ['chart', 0, 'panel-close table-close'], `${id}: ${way}`);
          await focusMark(page, id);
          await page.key('Shift+Tab');
          assert.equal(await active(page), 'tool with-icon', id);
        }
        // On to the end, and back to the beginning.
        await focusMark(page, marks[0].id);
        const stops = await page.evaluate(() => 20 + window.footprint.shadowRoot.querySelectorAll('button, a, input, select, summary').length);
        for (const [key, end] of [['Tab', 'after'], ['Shift+Tab', 'before']]) {
          let taken = 0;
          for (; taken < stops && (await active(page)) !== end; taken += 1) await page.key(key);
          assert.equal(await active(page), end, key);
        }
      }));

      test('the question mark lists the keys; Escape and Tab close the list', () =>
        within({ view }, { place }, async (page) => {
          await enter(page);
          await page.key('?');
          const listed = await ask(page);
          assert.deepEqual([listed.dialog, listed.active], [true, 'keys-close']);
          const keys = await page.evaluate(() => [...window.inside('.keys').querySelectorAll('kbd')].map((key) => key.textContent));
          assert.deepEqual(keys, ['←', '→', '↑', '↓', 'Home', 'End', 'Page up', 'Page down', '[', ']', 'Enter', 'Space', 'Esc', 'Tab', '?']);
          await page.key('Escape');
          const closed = await ask(page);
          assert.deepEqual([closed.dialog, closed.active], [false, 'chart']);
          await page.key('?');
          await page.key('Tab');
          const left = await ask(page);
          assert.ok(!left.dialog && /after|handle/.test(left.active), left.active);
        }));
    });
  }
}

describe('rows', () => {
  test('of growth: down from a figure comes to the other series at its time', () => within({}, {}, async (page) => {
    const { marks } = await ask(page);
    const points = marks.filter(({ kind }) => kind === 'point');
    const [unit, other] = [...new Set(points.map((mark) => mark.unit))];
    const end = (mark) => Date.parse(mark.period.to ?? mark.period.from);
    for (const from of points.filter((mark) => mark.unit === unit)) {
      await focusMark(page, from.id);
      await ask(page);
      await page.key('ArrowDown');
      const id = await cameTo(page);
      const to = marks.find((mark) => mark.id === id);
      if (to.kind === 'bar') continue; // what was added, in the same panel
      assert.equal(to.unit, other);
      const apart = points.filter((mark) => mark.unit === other).map((mark) => Math.abs(end(mark) - end(from)));
      assert.equal(Math.abs(end(to) - end(from)), Math.min(...apart), from.id);
    }
  }));

  test('of tiles: down goes to the tile beneath', () => within({ view: 'markets' }, { width: 1300 }, async (page) => {
    const { marks } = await ask(page);
    const tiles = marks.filter(({ kind }) => kind === 'market');
    let tried = 0;
    for (const tile of tiles) {
      const beneath = tiles.find((other) => other.box.x === tile.box.x && other.box.y > tile.box.y
        && other.box.y < tile.box.y + tile.box.height * 1.2);
      if (!beneath) continue;
      await focusMark(page, tile.id);
      await ask(page);
      await page.key('ArrowDown');
      assert.equal(await cameTo(page), beneath.id);
      await page.key('ArrowUp');
      assert.equal(await cameTo(page), tile.id);
      tried += 1;
    }
    assert.ok(tried >= 4, String(tried));
  }));

  test('on a page from right to left the right arrow goes right, as the picture runs', () =>
    within({}, { styles: 'html { direction: rtl }' }, async (page) => {
      await enter(page);
      const { marks } = await ask(page);
      await page.key('Home');
      await page.key('ArrowRight');
      assert.equal(await cameTo(page), marks[1].id);
      assert.ok(marks[1].box.x > marks[0].box.x);
    }));
});

describe('a key that is held', () => {
  test('goes one step in a frame and speaks where it comes to rest', () => within({ view: 'markets' }, {}, async (page) => {
    await enter(page);
    await page.key('Home');
    await frames(page);
    const steps = await page.evaluate(() => {
      window.heard.length = 0;
      window.said = [];
      new MutationObserver(() => window.said.push(window.inside('.spoken').textContent))
        .observe(window.inside('.spoken'), { childList: true });
      for (let repeat = 0; repeat < 50; repeat += 1) {
        window.inside('.chart').dispatchEvent(new KeyboardEvent('keydown', {
          key: 'ArrowRight', repeat: true, bubbles: true, composed: true, cancelable: true,
        }));
      }
      return window.heard.length;
    });
    assert.equal(steps, 1);
    await frames(page);
    await page.hold('ArrowRight', 30);
    await page.waitFor(() => window.said.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const said = await page.evaluate(() => window.said);
    const { events } = await ask(page);
    assert.ok(events.length > 3, 'it went on');
    assert.ok(said.length <= 2, said.join('\n'));
    const title = await page.evaluate((id) => window.footprint.marks().find((mark) => mark.id === id).label, events.at(-1).mark);
    assert.ok(said.at(-1).startsWith(title.replace(/\.$/, '')), said.at(-1));
  }));

  test('selects once', () => within({}, {}, async (page) => {
    await enter(page);
    await page.hold('Enter', 4);
    assert.equal((await ask(page)).events.filter(({ type }) => type === 'footprint-select').length, 1);
  }));
});

describe('what a pointer can do, keys can', () => {
  test('links of the panel, its way back, and letting go', () =>
    within({ view: 'growth', controls: '' }, { height: 1400 }, async (page) => {
      await enter(page);
      await page.key('Enter');
      const { state } = await ask(page);
      let tabs = 0;
      for (; tabs < 12 && (await ask(page)).active !== 'panel-link'; tabs += 1) await page.key('Tab');
      assert.equal((await ask(page)).active, 'panel-link');
      await page.key('Enter');
      await frames(page);
      const there = await ask(page);
      assert.notEqual(there.state.selected, state.selected);
      assert.equal(there.active, 'panel-title');
      await page.key('Tab');
      assert.equal((await ask(page)).active, 'panel-back');
      await page.key('Enter');
      assert.equal((await ask(page)).state.selected, state.selected);
      await page.key('Escape');
      assert.deepEqual([(await ask(page)).state.selected, (await ask(page)).active], [null, 'chart']);
    }));

  test('a card that is longer than the picture is scrolled', () =>
    within({ view: 'growth' }, { width: 320, height: 300 }, async (page) => {
      const scrolls = await page.evaluate(() => window.footprint.marks().find(({ id }) => {
        window.footprint.focusMark(id);
        return window.inside('.card').tabIndex === 0;
      })?.id);
      assert.ok(scrolls, 'there is such a card');
      await page.key('Tab');
      assert.equal(await active(page), 'card');
      const top = () => page.evaluate(() => window.inside('.card').scrollTop);
      assert.equal(await top(), 0);
      await page.key('PageDown');
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.ok(await top() > 0);
      await page.key('Escape');
      assert.deepEqual([(await ask(page)).card, (await ask(page)).active], [null, 'chart']);
    }));

  test('the list of keys has a tool beside the others', () => within({ controls: '' }, {}, async (page) => {
    await page.evaluate(() => window.inside('[data-tool="keys"]').focus());
    await page.key('Enter');
    const tool = () => page.evaluate(() => window.inside('[data-tool="keys"]').getAttribute('aria-expanded'));
    assert.deepEqual([(await ask(page)).dialog, await tool()], [true, 'true']);
    await page.key('Enter');
    assert.deepEqual([(await ask(page)).dialog, await tool(), (await ask(page)).active], [false, 'false', 'tool with-icon']);
  }));
});
