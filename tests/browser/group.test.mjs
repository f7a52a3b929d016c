// Elements of one group share selection, time and filters; not the view, and not the look.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { startBrowser, test } from './driver.mjs';
import { frames, hover, look, noErrors } from './steps.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

/** Opens a page with elements of these attributes, drawn. */
async function withElements(all, work) {
  const page = await browser.open('/tests/browser/pages/blank.html', { height: 1600 });
  try {
    await page.evaluate(async (all) => {
      await import('/pkg/element.js');
      window.selects = [];
      window.make = (attributes) => {
        const element = document.createElement('smart-footprint');
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        element.addEventListener('footprint-select', ({ detail }) => window.selects.push(detail.state.selected));
        document.getElementById('place').append(element);
        return element.ready;
      };
      await Promise.all(all.map((attributes) => window.make(attributes)));
    }, all);
    await frames(page);
    await work(page);
    noErrors(page);
  } finally {
    await page.close();
  }
}

const state = async (page, index) => (await look(page, index)).state;
const set = (page, index, options) => page.evaluate(({ index, options }) =>
  document.querySelectorAll('smart-footprint')[index].update(options), { index, options });

test('two elements follow each other, by a press and by an attribute', () =>
  withElements([{ group: 'one', view: 'lineup' }, { group: 'one', view: 'growth' }], async (page) => {
    const mark = (await look(page, 0)).marks.find(({ model }) => model === '5');
    const point = await hover(page, mark.id, 0);
    await page.click(point.x, point.y);
    await frames(page);
    for (const index of [0, 1]) {
      const widget = await look(page, index);
      assert.equal(widget.state.selected, 'model:5');
      assert.equal(widget.panel.title, '#5');
    }
    assert.deepEqual(await page.evaluate(() => window.selects), ['model:5', 'model:5'], 'told once by each');
    assert.deepEqual([(await state(page, 0)).view, (await state(page, 1)).view], ['lineup', 'growth']);

    await set(page, 1, { at: '2025-12-31', from: '2024-06-01', to: '2026-01-01', publishedBy: '2026-02-01', sources: ['2025-h1-review'], qualifiers: 'exact', kinds: ['launch'], place: 'CN' });
    await frames(page);
    const [one, other] = [await state(page, 0), await state(page, 1)];
    for (const name of ['at', 'from', 'to', 'publishedBy', 'sources', 'qualifiers', 'kinds', 'place', 'selected']) {
      assert.deepEqual(one[name], other[name], name);
    }
    assert.equal(one.place, 'CN');
    await set(page, 0, { selected: null, theme: 'dark', sources: null });
    await frames(page);
    const after = await state(page, 1);
    assert.deepEqual([after.selected, after.theme, after.sources], [null, 'auto', []]);
  }));

test('another group, and none, are left alone', () =>
  withElements([{ group: 'one' }, { group: 'two' }, {}], async (page) => {
    await set(page, 0, { selected: 'place:FI' });
    await frames(page);
    assert.deepEqual([(await state(page, 1)).selected, (await state(page, 2)).selected], [null, null]);
    await set(page, 2, { group: 'one' });
    await frames(page);
    assert.equal((await state(page, 2)).selected, 'place:FI', 'a group can be joined later');
    await set(page, 2, { group: null });
    await set(page, 0, { selected: 'place:HK' });
    await frames(page);
    assert.equal((await state(page, 2)).selected, 'place:FI', 'and left');
  }));

test('a late joiner takes over what the others hold, save what it set itself', () =>
  withElements([{ group: 'one', selected: 'place:FI', at: '2025-12-31' }], async (page) => {
    await page.evaluate(() => window.make({ group: 'one', view: 'lineup', at: '2025-06-30' }));
    await frames(page);
    const [first, late] = [await state(page, 0), await state(page, 1)];
    assert.deepEqual([late.selected, late.at, late.view], ['place:FI', '2025-06-30', 'lineup']);
    assert.equal(first.at, '2025-06-30', 'what it set is shared');
  }));

test('mount() takes part, and what is removed no longer does', () =>
  withElements([{ group: 'one' }], async (page) => {
    const seen = await page.evaluate(async () => {
      const { mount } = await import('/pkg/index.js');
      const element = document.querySelector('smart-footprint');
      const widget = await mount(document.getElementById('place'), { view: 'sales', group: 'one' });
      widget.select('place:FI');
      const followed = element.state().selected;
      element.select('place:HK');
      const follows = widget.state().selected;
      widget.destroy();
      element.select(null);
      const other = document.createElement('smart-footprint');
      other.setAttribute('group', 'one');
      document.body.append(other);
      await other.ready;
      element.remove();
      await new Promise((resolve) => setTimeout(resolve));
      other.select('place:DE');
      return [followed, follows, other.state().selected, element.getAttribute('selected')];
    });
    assert.deepEqual(seen, ['place:FI', 'place:HK', 'place:DE', null]);
  }));

test('a listener that answers with another change comes to an end', () =>
  withElements([{ group: 'one' }, { group: 'one' }], async (page) => {
    const seen = await page.evaluate(async () => {
      const [one, other] = document.querySelectorAll('smart-footprint');
      one.addEventListener('footprint-select', () => one.setAttribute('at', '2025-12-31'));
      other.addEventListener('footprint-select', () => other.select('place:FI'));
      one.select('place:HK');
      await Promise.all([one.update({}), other.update({})]);
      return [one.state().selected, other.state().selected, other.state().at];
    });
    assert.deepEqual(seen, ['place:FI', 'place:FI', '2025-12-31']);
  }));
