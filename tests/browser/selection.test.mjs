// One selection: made in any view by pointer or key, told in the panel, kept when the view changes.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { startBrowser, test } from './driver.mjs';
import { frames, heard, hover, look, noErrors, openElement, told, withElementOf } from './steps.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const withElement = withElementOf(() => browser);
const update = (page, options) =>
  page.evaluate((options) => document.querySelector('smart-footprint').update(options), options);
const select = (page, ref) =>
  page.evaluate((ref) => document.querySelector('smart-footprint').select(ref), ref);
const attribute = (page, name) =>
  page.evaluate((name) => document.querySelector('smart-footprint').getAttribute(name), name);

/** In each view: how to find a mark, what pressing it selects, and another view that shows it too. */
const selections = {
  growth: { mark: (mark) => mark.id === 'observation:outlets-2025', ref: 'observation:outlets-2025' },
  markets: { mark: (mark) => mark.place === 'HK', ref: 'place:HK', elsewhere: 'sales' },
  sales: { mark: (mark) => mark.place === 'FI', ref: 'place:FI' },
  lineup: { mark: (mark) => mark.model === '5', ref: 'model:5', elsewhere: 'growth' },
};

for (const [view, { mark: wanted, ref, elsewhere }] of Object.entries(selections)) {
  describe(view, () => {
    test('a press selects, the panel tells, and another view keeps it', () =>
      withElement({ view }, { height: 1200 }, async (page) => {
        const mark = (await look(page)).marks.find(wanted);
        assert.ok(mark, 'there is such a mark');
        const point = await hover(page, mark.id);
        await heard(page);
        await page.click(point.x, point.y);
        const chosen = await look(page);
        assert.equal(chosen.state.selected, ref);
        assert.equal(await attribute(page, 'selected'), ref);
        assert.equal(chosen.card, null, 'the card gives way');
        assert.ok(chosen.panel.title && chosen.panel.sections.length + chosen.panel.rows.length > 0);
        assert.ok(chosen.rings >= 1);
        const events = await heard(page);
        assert.deepEqual(told(events), ['footprint-select']);
        assert.equal(events[0].mark.id, mark.id);

        for (const other of Object.keys(selections).filter((name) => name !== view)) {
          await update(page, { view: other });
          const widget = await look(page);
          assert.equal(widget.state.selected, ref, other);
          assert.equal(widget.panel.title, chosen.panel.title);
          if (other === elsewhere) assert.ok(widget.rings > 0, `${other} rings it`);
        }
        await update(page, { view });
        assert.equal((await look(page)).rings, chosen.rings);
        noErrors(page);
      }));

    test('a key selects and the focus stays; Tab reaches the panel; Escape lets go', () =>
      withElement({ view }, { height: 1200 }, async (page) => {
        const mark = (await look(page)).marks.find(wanted);
        await page.key('Tab');
        await page.evaluate((id) => document.querySelector('smart-footprint').focusMark(id), mark.id);
        await page.key('Enter');
        const chosen = await look(page);
        assert.equal(chosen.state.selected, ref);
        assert.match(chosen.focused, /chart/, 'the focus stays on the chart');
        assert.ok(chosen.spoken.includes(chosen.panel.title), chosen.spoken);
        for (let tabs = 0; tabs < 4 && !/panel/.test((await look(page)).focused); tabs += 1) await page.key('Tab');
        assert.match((await look(page)).focused, /panel/, 'Tab reaches it');
        await page.key('Escape');
        const left = await look(page);
        assert.equal(left.state.selected, null);
        assert.equal(left.panel, null);
        assert.equal(left.rings, 0);
        assert.match(left.focused, /chart/);
        assert.equal(await attribute(page, 'selected'), null);
      }));
  });
}

describe('the panel', () => {
  const told = (selected) => withElementOfResult({ selected });
  /** What the panel shows for a row that is selected from the start. */
  async function withElementOfResult(attributes) {
    const page = await openElement(browser, attributes);
    try {
      const { panel } = await look(page);
      return { ...panel, section: (kind) => panel.sections.find((section) => section.kind === kind) };
    } finally {
      await page.close();
    }
  }

  test('of an observation: term, period and its basis, source and passage, repeats, contradictions', async () => {
    const panel = await told('observation:markets-2025-h1');
    const row = (kind) => panel.rows.find((row) => row.kind === kind);
    assert.equal(panel.title, 'Markets: 38 markets');
    assert.equal(row('term').text, '“countries and regions”');
    assert.match(row('period').text, /^first half of 2025 \(from the passage around it\)$/);
    assert.equal(row('source').ref, 'source:2025-h1-review');
    assert.match(row('source').text, /first paragraph/);
    assert.match(row('restated').text, /^about 40 markets/);
    const [conflict] = panel.section('conflicts').entries;
    assert.match(conflict.text, /^Our arithmetic/);
    assert.ok(conflict.rows.some(({ ref }) => ref === 'observation:markets-2025'), 'the other side is told');
  });

  test('of a place: figures, events, and what contradicts them', async () => {
    const panel = await told('place:HK');
    assert.equal(panel.title, 'Hong Kong');
    assert.ok(panel.section('figures').entries.some(({ ref }) => ref === 'observation:sales-growth-hk-2026-h1'));
    const entry = panel.section('events').entries.find(({ ref }) => ref === 'event:entry-hk-2025');
    assert.ok(entry.rows.some(({ kind, ref }) => kind === 'conflict' && ref === 'conflict:hong-kong-debut'));
    assert.equal(panel.section('conflicts').entries[0].rows.length, 2, 'both are told');
  });

  test('of a model: events in order, versions', async () => {
    const panel = await told('model:5');
    assert.ok(panel.section('events').entries.length > 5);
    assert.deepEqual(panel.section('versions').entries.map(({ ref }) => ref), ['model:5-brabus']);
  });

  test('of a source: what it is and all it says', async () => {
    const panel = await told('source:2026-h1-results');
    assert.equal(panel.kind, 'Source');
    assert.ok(panel.rows.some(({ kind, text }) => kind === 'url' && text.startsWith('https://')));
    for (const kind of ['figures', 'events', 'statements']) assert.ok(panel.section(kind).entries.length > 3, kind);
  });

  test('links lead on, rings follow, Back leads back', () =>
    withElement({ selected: 'observation:markets-2025' }, {}, async (page) => {
      const press = (selector) => page.evaluate((selector) => {
        const { shadowRoot } = document.querySelector('smart-footprint');
        shadowRoot.querySelector(selector).click();
        return shadowRoot.activeElement?.className;
      }, selector);
      const before = await look(page);
      const focused = await press('.panel [data-ref="source:2026-hong-kong-advertorial"]');
      assert.equal(focused, 'panel-title', 'the new title has the focus');
      const source = await look(page);
      assert.equal(source.state.selected, 'source:2026-hong-kong-advertorial');
      assert.ok(source.rings > before.rings, 'a source rings all it says');
      await press('.panel-back');
      assert.equal((await look(page)).state.selected, 'observation:markets-2025');
      assert.deepEqual((await look(page)).panel.title, before.panel.title);
    }));
});

describe('what names nothing', () => {
  test('is kept, ringed nowhere and warned of, once', () => withElement({}, {}, async (page) => {
    await heard(page);
    await select(page, 'nonsense');
    await frames(page);
    const widget = await look(page);
    assert.equal(widget.state.selected, 'nonsense');
    assert.equal(widget.rings, 0);
    assert.match(widget.panel.title, /nonsense/);
    const problems = (await heard(page)).filter(({ type }) => type === 'footprint-problem');
    assert.equal(problems.length, 1);
    assert.equal(problems[0].problems[0].severity, 'warning');
    assert.equal(problems[0].problems[0].path, 'selected');
    noErrors(page);
  }));

  test('as an attribute too', () => withElement({ selected: 'place:nowhere' }, {}, async (page) => {
    const widget = await look(page);
    assert.deepEqual([widget.state.selected, widget.rings], ['place:nowhere', 0]);
    assert.ok((await heard(page)).some(({ problems }) => problems?.[0]?.path === 'selected'));
  }));
});

describe('state', () => {
  const states = [
    { view: 'growth', selected: 'observation:markets-2025', from: '2024-06-01', sources: ['2025-h1-review', '2026-h1-results'] },
    { view: 'markets', selected: 'place:HK', at: '2025-12-31', controls: true },
    { view: 'sales', selected: 'place:FI', theme: 'dark' },
    { view: 'lineup', selected: 'model:5', publishedBy: '2026-01-01', heading: 'Own words' },
  ];
  for (const options of states) {
    test(`of ${options.view} draws the same picture in a fresh widget, pixel for pixel`, async () => {
      const page = await openElement(browser, {}, { height: 1500 });
      try {
        const state = await page.evaluate(async (options) => {
          const element = document.querySelector('smart-footprint');
          await element.update(options);
          const state = element.state();
          if (JSON.stringify(JSON.parse(JSON.stringify(state))) !== JSON.stringify(state)) throw new Error('not JSON');
          return state;
        }, options);
        assert.deepEqual({ ...state, ...options }, state, 'what was asked for is in it');
        await frames(page);
        const painted = () => page.evaluate(() => document.querySelector('smart-footprint').shadowRoot.querySelector('canvas').toDataURL());
        const { box } = await look(page);
        const one = await page.screenshot(box);
        const canvas = await painted();
        const again = await page.evaluate(async (state) => {
          const fresh = document.createElement('smart-footprint');
          document.querySelector('smart-footprint').replaceWith(fresh);
          await fresh.ready;
          await fresh.update(state);
          return fresh.state();
        }, state);
        assert.deepEqual(again, state);
        await frames(page);
        const other = await page.screenshot((await look(page)).box);
        assert.deepEqual([other.width, other.height], [one.width, one.height]);
        assert.equal(page.differences(one, other), 0);
        assert.ok(await painted() === canvas, 'the same canvas');
        noErrors(page);
      } finally {
        await page.close();
      }
    });
  }
});
