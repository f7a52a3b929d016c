// Controls: views, filters, and the strip of time by keys, by drag and by playing.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { engine, startBrowser, test } from './driver.mjs';
import { drawn, frames, heard, look, noErrors, withElementOf } from './steps.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const withElement = withElementOf(() => browser);
const attributes = (page, ...names) => page.evaluate((names) => {
  const element = document.querySelector('smart-footprint');
  return names.map((name) => element.getAttribute(name));
}, names);

/** A handle of the strip: its name, its value in words, and where it stands on the screen. */
const handle = (page, which) => page.evaluate((which) => {
  const found = document.querySelector('smart-footprint').shadowRoot.querySelector(`.handle-${which}`);
  found.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = found.getBoundingClientRect();
  const [label, text, now, least, most] = ['label', 'valuetext', 'valuenow', 'valuemin', 'valuemax']
    .map((name) => found.getAttribute(`aria-${name}`));
  return {
    hidden: found.hidden, role: found.getAttribute('role'), label, text, now: Number(now), least: Number(least),
    most: Number(most), x: x + width / 2, y: y + height / 2, width, height,
  };
}, which);
const focusHandle = (page, which) => page.evaluate((which) =>
  document.querySelector('smart-footprint').shadowRoot.querySelector(`.handle-${which}`).focus(), which);
/** Where the line of the strip lies: near its top, away from marks beneath. */
const inside = (page, selector) => page.evaluate((selector) => {
  const part = document.querySelector('smart-footprint').shadowRoot.querySelector(selector);
  const { x, y, width, height } = part.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2, width, height, text: part.textContent };
}, selector);
const press = async (page, key) => {
  await page.key(key);
  await frames(page);
};

describe('views', () => {
  test('are radio buttons with names, changed by press and by arrow keys', () =>
    withElement({ controls: '' }, {}, async (page) => {
      const { x, y } = await inside(page, '.view:nth-of-type(4)');
      await heard(page);
      await page.click(x, y);
      await frames(page);
      assert.deepEqual(await attributes(page, 'view'), ['lineup']);
      assert.equal((await look(page)).state.view, 'lineup');
      assert.ok((await heard(page)).some(({ type, state }) => type === 'footprint-view' && state.view === 'lineup'));
      await press(page, 'ArrowLeft');
      assert.equal((await look(page)).state.view, 'sales');
      const roles = await page.evaluate(() =>
        [...document.querySelector('smart-footprint').shadowRoot.querySelectorAll('.view')].map((view) => [
          view.control.type, view.textContent, view.getBoundingClientRect().height >= 24]));
      assert.deepEqual(roles, [['radio', 'Growth', true], ['radio', 'Markets', true], ['radio', 'Sales', true], ['radio', 'Line-up', true]]);
      noErrors(page);
    }));

  test('without the attribute there are none', () => withElement({}, {}, async (page) => {
    const shown = await page.evaluate(() =>
      document.querySelector('smart-footprint').shadowRoot.querySelector('.controls').getClientRects().length);
    assert.equal(shown, 0);
  }));
});

describe('filters', () => {
  test('are counted, reflected, drawn, and taken back', () => withElement({ controls: '' }, {}, async (page) => {
    const act = (work) => page.evaluate(`(async () => {
      const shadow = document.querySelector('smart-footprint').shadowRoot;
      const tool = (text) => [...shadow.querySelectorAll('.tool')].find((tool) => tool.textContent.startsWith(text));
      const box = (value) => shadow.querySelector('.check input[value="' + value + '"]');
      ${work}
    })()`);
    const before = await look(page);
    await act(`tool('Filters').click(); box('2026-h1-results').click(); box('exact').click();`);
    await frames(page);
    const { state, marks } = await look(page);
    assert.deepEqual([state.sources, state.qualifiers], [['2026-h1-results'], ['exact']]);
    assert.deepEqual(await attributes(page, 'sources', 'qualifiers'), ['2026-h1-results', 'exact']);
    assert.ok(marks.length < before.marks.length);
    assert.ok(marks.every((mark) => mark.sources.every((source) => source === '2026-h1-results')
      || mark.kind === 'conflict'));
    assert.equal(await act(`return tool('Filters').textContent + ' ' + tool('Filters').getAttribute('aria-expanded')`), 'Filters (2) true');
    assert.match(await act(`return shadow.querySelector('.filters').textContent`), /Sources 1 of 4/);
    await act(`const place = shadow.querySelector('select'); place.value = 'CN'; place.dispatchEvent(new Event('change'));`);
    await frames(page);
    assert.equal((await look(page)).state.place, 'CN');
    await act(`tool('Reset').click()`);
    await frames(page);
    const reset = await look(page);
    assert.deepEqual([reset.state.sources, reset.state.qualifiers, reset.state.place], [[], [], 'world']);
    assert.deepEqual(reset.marks.map(({ id }) => id), before.marks.map(({ id }) => id));
    assert.equal(await act(`return tool('Reset').getAttribute('aria-disabled')`), 'true');
    noErrors(page);
  }));

  test('a kind of event is filtered in growth', () => withElement({ controls: '' }, {}, async (page) => {
    await page.evaluate(() =>
      document.querySelector('smart-footprint').shadowRoot.querySelector('.check input[value="launch"]').click());
    await frames(page);
    const { state, marks } = await look(page);
    assert.deepEqual(state.kinds, ['launch']);
    const events = marks.flatMap((mark) => (mark.kind === 'event' ? mark.facts : []));
    assert.ok(events.length > 0 && events.every((fact) => /launch/.test(fact)), String(events));
  }));

  test('can take back a place that is not offered', () =>
    withElement({ controls: '', place: 'asia' }, {}, async (page) => {
      const seen = await page.evaluate(async () => {
        const element = document.querySelector('smart-footprint');
        const [filters, reset] = ['[aria-expanded]', '.filters > .tool'].map((name) => element.shadowRoot.querySelector(name));
        filters.click();
        const before = filters.textContent;
        const select = element.shadowRoot.querySelector('select.place');
        const named = select.selectedOptions[0]?.textContent;
        reset.click();
        await element.update({});
        return [before, named, filters.textContent, element.state().place, select.value,
          [...select.options].some((option) => option.value === 'asia')];
      });
      assert.deepEqual(seen, ['Filters (1)', 'Asia', 'Filters', 'world', 'world', false]);
    }));

  test('fit into narrow pages, in right-to-left ones too', async () => {
    const filtered = { controls: '', view: 'markets', selected: 'place:HK', place: 'HK', kinds: 'entry' };
    for (const [width, styles] of [[320, ''], [320, 'html { direction: rtl }'], [240, ''], [200, '']]) {
      await withElement(filtered, { width, styles }, async (page) => {
        const wide = await page.evaluate(() => {
          const shadow = document.querySelector('smart-footprint').shadowRoot;
          shadow.querySelector('[aria-expanded]').click();
          // The tabs may be scrolled where there is less room.
          const views = innerWidth < 320 ? '' : '.view, ';
          const parts = [...shadow.querySelectorAll(`.tool, ${views}.check, select, .panel *`)];
          return [document.documentElement.scrollWidth, ...parts
            .filter((part) => part.getClientRects().length > 0)
            .map((part) => part.getBoundingClientRect())
            .map(({ left, right }) => (left < -0.5 || right > innerWidth + 0.5 ? [left, right] : null))
            .filter(Boolean)];
        });
        assert.deepEqual(wide, [width]);
      });
    }
  });
});

describe('the strip of a stretch', () => {
  test('is moved by keys, step by step, by pages and to its ends', () =>
    withElement({ controls: '' }, {}, async (page) => {
      const first = await handle(page, 'first');
      const last = await handle(page, 'last');
      assert.deepEqual([first.role, first.now, last.now], ['slider', 0, last.most]);
      assert.ok(first.label && first.text && first.width >= 24 && first.height >= 24);
      assert.notEqual(first.label, last.label);
      await focusHandle(page, 'first');
      await press(page, 'ArrowRight');
      const stepped = await handle(page, 'first');
      assert.equal(stepped.now, 1);
      assert.ok(stepped.x > first.x);
      assert.notEqual(stepped.text, first.text);
      const [from] = await attributes(page, 'from');
      assert.match(from, /^\d{4}-\d\d-01$/);
      assert.equal((await look(page)).state.from, from);
      await press(page, 'PageUp');
      assert.ok((await handle(page, 'first')).now > 2);
      await press(page, 'End');
      assert.equal((await handle(page, 'first')).now, (await handle(page, 'last')).now - 1, 'never past the other');
      await press(page, 'Home');
      assert.deepEqual(await attributes(page, 'from'), [null]);
      await focusHandle(page, 'last');
      await press(page, 'ArrowLeft');
      const [to] = await attributes(page, 'to');
      assert.equal((await look(page)).state.to, to);
      noErrors(page);
    }));

  test('a double press takes all dates back, though the first press moves the strip away', () =>
    withElement({ controls: '', from: '2025-01-01' }, {}, async (page) => {
      const { x, y } = await handle(page, 'last');
      const shown = await page.evaluate(async ({ x, y }) => {
        const element = document.querySelector('smart-footprint');
        const canvas = element.shadowRoot.querySelector('canvas');
        const send = (Type, type, clientY) => canvas.dispatchEvent(new Type(type, {
          view: window, bubbles: true, pointerId: 1, button: 0, clientX: x, clientY,
        }));
        const press = (clientY) => {
          send(PointerEvent, 'pointerdown', clientY);
          send(PointerEvent, 'pointerup', clientY);
        };
        const found = [];
        for (const [first, second] of [[y - 150, y - 150], [y, y - 150]]) {
          await element.update({ from: '2025-01-01' });
          press(first);
          press(second);
          send(MouseEvent, 'dblclick', second);
          found.push(element.getAttribute('from'));
        }
        return found;
      }, { x, y });
      assert.deepEqual(shown, ['2025-01-01', null]);
      noErrors(page);
    }));

  for (const view of ['growth', 'sales', 'lineup']) {
    test(`of ${view} is dragged, brushed, and taken back`, () =>
      withElement({ controls: '', view }, {}, async (page) => {
        const last = await handle(page, 'last');
        const first = await handle(page, 'first');
        let { y } = first;
        const at = (share) => ({ x: first.x + (last.x - first.x) * share, y });
        /** The picture is as high as what it shows: the strip may have moved. */
        const settle = async () => {
          await frames(page);
          ({ y } = await handle(page, 'last'));
        };
        await page.drag(at(1), at(0.75));
        await settle();
        const dragged = await handle(page, 'last');
        assert.ok(Math.abs(dragged.x - at(0.75).x) < 40, `${dragged.x} is not ${at(0.75).x}`);
        assert.ok((await attributes(page, 'to'))[0]);
        assert.equal((await attributes(page, 'from'))[0], null);

        await page.drag(at(0.25), at(0.5)); // away from both handles
        await settle();
        const [from, to] = await attributes(page, 'from', 'to');
        assert.ok(from && to && from < to, `${from} to ${to}`);
        assert.ok(Math.abs((await handle(page, 'first')).x - at(0.25).x) < 40);
        assert.ok(Math.abs((await handle(page, 'last')).x - at(0.5).x) < 40);

        await page.doubleClick(at(0.85).x, at(0.85).y);
        await settle();
        assert.deepEqual(await attributes(page, 'from', 'to'), [null, null]);
        await page.drag(at(0), at(0.4));
        await frames(page);
        assert.ok((await attributes(page, 'from'))[0]);
        await page.evaluate(() => [...document.querySelector('smart-footprint').shadowRoot.querySelectorAll('.tool')]
          .find((tool) => tool.textContent === 'All dates').click());
        await frames(page);
        assert.deepEqual(await attributes(page, 'from', 'to'), [null, null]);
        noErrors(page);
      }));
  }

  test('keeps the selection', () => withElement({ controls: '', selected: 'place:world' }, {}, async (page) => {
    const [first, last] = [await handle(page, 'first'), await handle(page, 'last')];
    await page.drag(first, { x: (first.x + last.x) / 2, y: first.y });
    await frames(page);
    assert.equal((await look(page)).state.selected, 'place:world');
  }));
});

describe('the moment of markets', () => {
  const options = { view: 'markets' };

  test('is moved by keys and by drag', () => withElement(options, {}, async (page) => {
    const before = await handle(page, 'first');
    assert.ok((await handle(page, 'last')).hidden);
    await focusHandle(page, 'first');
    await press(page, 'Home');
    const start = await handle(page, 'first');
    assert.equal(start.now, 0);
    const [at] = await attributes(page, 'at');
    assert.match(at, /^\d{4}-\d\d-\d\d$/);
    assert.equal((await look(page)).state.at, at);
    await press(page, 'ArrowRight');
    assert.equal((await handle(page, 'first')).now, 1);
    const now = await handle(page, 'first');
    await page.drag(now, { x: before.x, y: before.y });
    await frames(page);
    assert.equal((await handle(page, 'first')).now, before.most);
    noErrors(page);
  }));

  test('stands on a day between two stops, or before all of them, and says so', () =>
    withElement({ ...options, at: '1980-01-01' }, {}, async (page) => {
      const text = async () => (await page.evaluate(() => document.querySelector('smart-footprint').shadowRoot
        .querySelector('.handle-first').getAttribute('aria-valuetext'))).replaceAll('\u00a0', ' ');
      assert.equal(await text(), '1 Jan 1980: 0 named');
      for (const key of ['ArrowRight', 'Home']) {
        await page.evaluate(() => document.querySelector('smart-footprint').update({ at: '1980-01-01' }));
        await focusHandle(page, 'first');
        await press(page, key);
        assert.equal(await text(), '31 Dec 2023: 11 named', `the first stop is reached by ${key}`);
      }
      await page.evaluate(() => document.querySelector('smart-footprint').update({ at: '2025-09-15' }));
      await frames(page);
      assert.equal(await text(), '15 Sep 2025: 38 markets, 12 named');
      await focusHandle(page, 'first');
      await press(page, 'ArrowLeft');
      assert.equal(await text(), '30 Jun 2025: 38 markets, 12 named', 'no stop is passed over');
      noErrors(page);
    }));

  test('plays no longer where there is nothing to pause it', () =>
    withElement({ ...options, controls: '' }, {}, async (page) => {
      await page.evaluate(() => {
        const element = document.querySelector('smart-footprint');
        element.shadowRoot.querySelector('.play').click();
        element.removeAttribute('controls');
      });
      await frames(page);
      const at = (await look(page)).state.at;
      await new Promise((resolve) => setTimeout(resolve, 1500));
      assert.equal((await look(page)).state.at, at);
      noErrors(page);
    }));

  test('plays through its stops, pauses at the end, and when it is told to', () =>
    withElement({ ...options, controls: '' }, {}, async (page) => {
      await page.media({ still: true }); // it steps all the same
      const toggle = () => page.evaluate(() => {
        const play = document.querySelector('smart-footprint').shadowRoot.querySelector('.play');
        play.click();
        return play.textContent;
      });
      const { most } = await handle(page, 'first');
      assert.equal(await toggle(), 'Pause');
      await frames(page);
      assert.equal((await handle(page, 'first')).now, 0, 'from the start, for it stood at the end');
      await page.waitFor(() => document.querySelector('smart-footprint').shadowRoot
        .querySelector('.handle-first').getAttribute('aria-valuenow') === '1');
      assert.equal(await toggle(), 'Play');
      const paused = await handle(page, 'first');
      await new Promise((resolve) => setTimeout(resolve, 1500));
      assert.equal((await handle(page, 'first')).now, paused.now);
      await focusHandle(page, 'first');
      await press(page, 'End');
      await press(page, 'ArrowLeft');
      assert.equal(await toggle(), 'Play', 'the last stop is reached at once');
      await frames(page);
      assert.equal((await handle(page, 'first')).now, most);
      noErrors(page);
    }));

  test('stops playing when it is hidden, removed, or moved by somebody else', () =>
    withElement({ ...options, controls: '' }, {}, async (page) => {
      const play = () => page.evaluate(() =>
        document.querySelector('smart-footprint').shadowRoot.querySelector('.play').click());
      const plays = () => page.evaluate(() => document.querySelector('smart-footprint').shadowRoot
        .querySelector('.play').textContent === 'Pause');
      await play();
      await frames(page);
      await page.evaluate(() => document.querySelector('smart-footprint').update({ at: '2025-06-30' }));
      assert.equal(await plays(), false);
      await play();
      await page.evaluate(() => (document.getElementById('place').hidden = true));
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await page.evaluate(() => (document.getElementById('place').hidden = false));
      assert.equal(await plays(), false);
      await play();
      const moved = await page.evaluate(async () => {
        const element = document.querySelector('smart-footprint');
        element.remove();
        await new Promise((resolve) => setTimeout(resolve, 50));
        const before = element.getAttribute('at');
        await new Promise((resolve) => setTimeout(resolve, 1500));
        return before !== element.getAttribute('at');
      });
      assert.equal(moved, false);
      noErrors(page);
    }));
});

test('controls come and go with their attribute, and leave no listener behind', () =>
  withElement({ controls: '', view: 'markets', selected: 'place:HK', group: 'one', hash: '' }, {}, async (page) => {
    // Firefox keeps for good an element whose animation is cut off by its removal: there a frame goes by.
    const round = (times) => page.evaluate(async ({ times, engine }) => {
      for (let n = 0; n < times; n += 1) {
        const element = document.createElement('smart-footprint');
        for (const [name, value] of Object.entries({ controls: '', view: 'markets', selected: 'place:HK', group: 'one', hash: '' })) {
          element.setAttribute(name, value);
        }
        document.getElementById('place').append(element);
        await element.ready;
        element.shadowRoot.querySelector('.play').click();
        if (engine === 'firefox') await new Promise(requestAnimationFrame);
        element.remove();
        await new Promise((resolve) => setTimeout(resolve));
      }
    }, { times, engine });
    await round(10);
    const before = await page.counts();
    await round(60);
    const after = await page.counts();
    assert.ok(after.nodes - before.nodes < 150, `${before.nodes} nodes became ${after.nodes}`);
    assert.ok(after.listeners - before.listeners < 20, `${before.listeners} listeners became ${after.listeners}`);
    await drawn(page);
    noErrors(page);
  }));
