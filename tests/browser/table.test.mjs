// The table of what is drawn: opened by its tool or from the corner, sorted, selected from, closed.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { startBrowser, test } from './driver.mjs';
import { frames, heard, look, noErrors, withElementOf } from './steps.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const withElement = withElementOf(() => browser);
const views = ['growth', 'markets', 'sales', 'lineup'];
const isFact = (ref) => /^(observation|event|statement|conflict):/.test(ref);

/** Runs in the page, with the widget's shadow root and a way to a part of it. */
const act = (page, work, value) => page.evaluate(`(async () => {
  const element = document.querySelector('smart-footprint');
  const shadow = element.shadowRoot;
  const part = (selector) => shadow.querySelector(selector);
  const rows = () => [...shadow.querySelectorAll('.facts tbody tr')];
  const value = ${JSON.stringify(value ?? null)};
  ${work}
})()`);

const opened = (page) => page.waitFor(() => {
  const table = document.querySelector('smart-footprint').shadowRoot.querySelector('.table');
  return table && !table.hidden && table.querySelector('tbody tr');
});
/** Opens the table as a reader with a keyboard does. */
async function open(page, selector = '.corner') {
  await act(page, 'part(value).focus()', selector);
  await page.key('Enter');
  await opened(page);
  await frames(page);
}
/** The texts of a column, from top to bottom; what belongs to a text stands after a bar. */
const column = (page, id) => act(page, `return rows().map((row) => {
  const cell = row.querySelector('[data-column="' + value + '"]');
  return [...cell.childNodes].map((node) => node.textContent).join('|').replaceAll('\\u00a0', ' ');
})`, id);
const focused = (page) => act(page, 'return [shadow.activeElement?.className, shadow.activeElement?.textContent]');
const sort = async (page, id) => {
  await act(page, `part('[data-column="' + value + '"] .sort').focus()`, id);
  await page.key('Enter');
  await frames(page);
};
const sorted = (page) => act(page, `return [...shadow.querySelectorAll('.facts thead th')]
  .map((head) => head.getAttribute('aria-sort'))`);

describe('the table', () => {
  for (const view of views) {
    test(`of ${view} has every fact of every mark once, in their order`, () => withElement({ view }, {}, async (page) => {
      await open(page);
      const { marks } = await look(page);
      const wanted = [];
      const add = (ref) => isFact(ref) && !wanted.includes(ref) && wanted.push(ref);
      for (const { id, kind, facts } of marks) [...(kind === 'conflict' ? [id] : []), ...facts].forEach(add);
      for (const { conflicts } of marks) conflicts.forEach((id) => add(`conflict:${id}`));
      const rows = await act(page, 'return rows().map((row) => [row.dataset.ref ?? null, row.dataset.sort])');
      assert.deepEqual(rows.filter(([ref]) => ref).map(([ref]) => ref), wanted);
      const ours = rows.filter(([ref]) => !ref);
      assert.deepEqual(ours.map(([, sort]) => sort), marks.filter(({ kind }) => kind === 'nameless').map(() => 'derived'));
      noErrors(page);
    }));
  }

  test('is a real one: caption, heads with scopes, a region with a name', () => withElement({ view: 'markets' }, {}, async (page) => {
    await open(page);
    const { label } = await look(page);
    const found = await act(page, `
      const region = part('.table-scroller');
      return {
        table: part('.facts').tagName,
        caption: part('.facts > caption').textContent.replaceAll('\\u00a0', ' '),
        heads: [...shadow.querySelectorAll('.facts thead th')].map((head) => [head.scope, head.textContent]),
        rowHeads: rows().every((row) => row.cells.length === 7 && row.cells[0].tagName === 'TH' && row.cells[0].scope === 'row'),
        region: [region.getAttribute('role'), region.tabIndex, shadow.getElementById(region.getAttribute('aria-labelledby')).tagName],
        count: rows().length,
      };`);
    assert.equal(found.table, 'TABLE');
    assert.equal(found.caption, `41 markets, 24 of them named. Facts that are drawn: ${found.count}. As of 30 June 2026.`);
    assert.ok(label.startsWith('41 markets, 24 of them named'));
    assert.deepEqual(found.heads.map(([scope]) => scope), Array(7).fill('col'));
    assert.deepEqual(found.heads.map(([, text]) => text), ['Fact', 'Kind', 'Place', 'Figure', 'Period', 'Source', 'Remarks']);
    assert.equal(found.rowHeads, true);
    assert.deepEqual(found.region, ['region', 0, 'CAPTION']);
  }));

  test('shows qualifiers and leads to sources that have an address of the web', () => withElement({}, {}, async (page) => {
    await open(page);
    assert.ok((await column(page, 'figure')).includes('over 700 outlets|Qualifier: lower bound: more than this'));
    const links = await act(page, `return [...shadow.querySelectorAll('.facts [data-column="source"] a')]
      .map((link) => [new URL(link.href).protocol, link.rel, link.target])`);
    assert.ok(links.length > 3);
    assert.ok(links.every((link) => link.join(' ') === 'https: noopener noreferrer _blank'), String(links));
  }));

  test('makes no markup of a text', () => withElement({}, {}, async (page) => {
    await act(page, `
      const dataset = await (await import('/pkg/index.js')).dataset();
      for (const row of dataset.observations) row.note = row.term = '<img src=x onerror=alert(1)>';
      for (const row of dataset.events) row.title = '<b>bold</b>';
      await element.update({ dataset });`);
    await open(page);
    assert.deepEqual(await act(page, `return [shadow.querySelectorAll('.facts img, .facts b').length,
      part('.facts').textContent.includes('<img src=x'), part('.facts').textContent.includes('<b>bold</b>')]`), [0, true, true]);
    noErrors(page);
  }));
});

describe('sorting', () => {
  test('goes up, down, and back to the order of the picture; the focus stays, and it is said', () => withElement({}, {}, async (page) => {
    await open(page);
    const before = await column(page, 'figure');
    assert.deepEqual(await sorted(page), [...Array(6).fill('none'), null]);
    const numbers = (texts) => texts.map((text) => Number(/-?[\d,]+(\.\d+)?/.exec(text)?.[0].replaceAll(',', '') ?? NaN));
    const isEmpty = (number) => Number.isNaN(number);

    await sort(page, 'figure');
    const up = numbers(await column(page, 'figure'));
    const figures = up.filter((number) => !isEmpty(number));
    assert.ok(figures.length > 8);
    assert.deepEqual(figures, [...figures].sort((one, other) => one - other));
    assert.ok(up.slice(figures.length).every(isEmpty), 'rows without a figure come last');
    assert.deepEqual(await sorted(page), ['none', 'none', 'none', 'ascending', 'none', 'none', null]);
    assert.deepEqual(await focused(page), ['sort', 'Figure']);
    assert.equal((await look(page)).spoken, 'Sorted by Figure, ascending.');

    await sort(page, 'figure');
    const down = numbers(await column(page, 'figure'));
    assert.deepEqual(down.slice(0, figures.length), [...figures].reverse());
    assert.ok(down.slice(figures.length).every(isEmpty), 'in either direction');
    assert.equal((await sorted(page))[3], 'descending');

    await sort(page, 'figure');
    assert.deepEqual(await column(page, 'figure'), before);
    assert.equal((await sorted(page))[3], 'none');
    assert.equal((await look(page)).spoken, 'In the order of the picture.');
  }));

  test('of periods goes by their last day, that of words by the alphabet', () => withElement({ view: 'lineup' }, {}, async (page) => {
    await open(page);
    await sort(page, 'period');
    const periods = (await column(page, 'period')).map((text) => text.split('|')[0]).filter(Boolean);
    const years = periods.map((text) => Number(text.match(/\d{4}/g).at(-1)));
    assert.deepEqual(years, [...years].sort((one, other) => one - other));
    await sort(page, 'fact');
    const facts = await column(page, 'fact');
    assert.deepEqual(facts, [...facts].sort(new Intl.Collator('en', { numeric: true }).compare));
  }));

  test('is kept when the picture changes', () => withElement({ view: 'markets' }, {}, async (page) => {
    await open(page);
    await sort(page, 'place');
    await page.evaluate(() => document.querySelector('smart-footprint').update({ at: '2024-06-30' }));
    await frames(page);
    assert.equal((await sorted(page))[2], 'ascending');
    const places = (await column(page, 'place')).filter(Boolean);
    assert.deepEqual(places, [...places].sort(new Intl.Collator('en', { numeric: true }).compare));
    assert.deepEqual(await focused(page), ['sort', 'Place']);
    assert.match(await act(page, `return part('caption').textContent.replaceAll('\\u00a0', ' ')`), /As of 30 June 2024\.$/);
  }));
});

describe('selecting', () => {
  test('a row is selecting its fact in the picture, and pressing it again lets go', () => withElement({}, {}, async (page) => {
    await open(page);
    await heard(page);
    const fact = (ref) => act(page, `
      const row = rows().find((row) => row.dataset.ref === value);
      return [row.querySelector('.fact').getAttribute('aria-pressed'), row.hasAttribute('data-selected')];`, ref);
    await act(page, `rows().find((row) => row.dataset.ref === 'observation:markets-2025').querySelector('.fact').focus()`);
    await page.key('Enter');
    await frames(page);
    const seen = await look(page);
    assert.equal(seen.state.selected, 'observation:markets-2025');
    assert.equal(seen.panel.title, 'Markets: 39 markets');
    assert.ok(seen.rings >= 1);
    assert.deepEqual(await fact('observation:markets-2025'), ['true', true]);
    assert.equal((await heard(page)).filter(({ type }) => type === 'footprint-select').length, 1);
    assert.deepEqual(await focused(page), ['fact', 'Markets']);
    await page.key('Enter');
    await frames(page);
    assert.equal((await look(page)).state.selected, null);
    assert.deepEqual(await fact('observation:markets-2025'), ['false', false]);
  }));

  test('a mark is marking its row, and bringing it into view', () => withElement({ view: 'lineup' }, {}, async (page) => {
    await open(page);
    const ref = await act(page, 'return rows().at(-2).dataset.ref');
    await page.evaluate((ref) => document.querySelector('smart-footprint').select(ref), ref);
    await frames(page);
    const [isSelected, isSeen] = await act(page, `
      const row = rows().find((row) => row.dataset.ref === value);
      const [{ top, bottom }, outside] = [row, part('.table-scroller')].map((one) => one.getBoundingClientRect());
      return [row.hasAttribute('data-selected'), top >= outside.top && bottom <= outside.bottom];`, ref);
    assert.deepEqual([isSelected, isSeen], [true, true]);
  }));

  test('a figure of ours selects nothing', () => withElement({ view: 'markets' }, {}, async (page) => {
    await open(page);
    const found = await act(page, `const row = part('.facts tr[data-sort="derived"]');
      return [row.querySelectorAll('button').length, row.cells[1].textContent, row.cells[3].textContent]`);
    assert.deepEqual(found, [0, 'Our arithmetic', '17 markets']);
  }));
});

describe('the way to the table', () => {
  test('is a tool with controls, a small button without, and either says whether it is open', () =>
    withElement({}, {}, async (page) => {
      const state = () => act(page, `return ['.corner', '[data-tool="table"]'].map((name) => {
        const { width, height } = part(name).getBoundingClientRect();
        return [part(name).getAttribute('aria-expanded'), width >= 24 && height >= 24];
      })`);
      assert.deepEqual(await state(), [['false', true], ['false', false]]);
      await open(page);
      assert.deepEqual(await state(), [['true', true], ['true', false]]);
      await page.evaluate(() => document.querySelector('smart-footprint').setAttribute('controls', ''));
      await frames(page);
      assert.deepEqual(await state(), [['true', false], ['true', true]]);
      await act(page, `part('[data-tool="table"]').click()`);
      assert.deepEqual(await state(), [['false', false], ['false', true]]);
      assert.equal(await act(page, `return part('.table').getClientRects().length`), 0);
      assert.deepEqual(await act(page, `return ['.corner', '[data-tool="table"]'].map((name) =>
        shadow.getElementById(part(name).getAttribute('aria-controls')) === part('.table'))`), [true, true]);
    }));

  for (const [name, attributes, opener] of [['without', {}, '.corner'], ['with', { controls: '' }, '[data-tool="table"]']]) {
    test(`${name} controls: opening takes the focus to the table, Escape and the close button bring it back`, () =>
      withElement(attributes, {}, async (page) => {
        await open(page, opener);
        assert.equal((await focused(page))[0], 'table-scroller');
        await page.key('Tab');
        await page.key('Escape');
        assert.equal(await act(page, `return shadow.activeElement === part(value) && part('.table').hidden`, opener), true);
        await page.key('Enter');
        await opened(page);
        await act(page, `part('.table-close').click()`);
        assert.equal(await act(page, `return shadow.activeElement === part(value) && part('.table').hidden`, opener), true);
        noErrors(page);
      }));
  }

  test('Tab goes through the table and out of it', () => withElement({ view: 'sales' }, {}, async (page) => {
    await page.evaluate(() => {
      const after = document.createElement('button');
      after.id = 'after';
      document.getElementById('place').append(after);
    });
    await open(page);
    const passed = [];
    for (let step = 0; step < 60; step += 1) {
      await page.key('Tab');
      const id = await page.evaluate(() => document.activeElement.id);
      if (id === 'after') break;
      passed.push((await focused(page))[0]);
    }
    assert.deepEqual(passed.slice(0, 6), Array(6).fill('sort'));
    assert.ok(passed.includes('fact'));
    assert.equal(await page.evaluate(() => document.activeElement.id), 'after');
  }));

  test('the picture leaves its corner free', async () => {
    for (const width of [240, 320, 700, 1200]) {
      for (const view of views) {
        await withElement({ view }, { width }, async (page) => {
          const [svg, corner] = await act(page, `
            const [box, origin] = ['.corner', '.canvas'].map((name) => part(name).getBoundingClientRect());
            return [await element.toSvg(), { x: box.x - origin.x, y: box.y - origin.y, right: box.right - origin.x, bottom: box.bottom - origin.y }];`);
          const covered = await page.evaluate(({ svg, corner }) => {
            document.body.replaceChildren(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement);
            const origin = document.querySelector('svg').getBoundingClientRect();
            return [...document.querySelectorAll('svg text')].filter((text) => {
              const { left, right, top, bottom } = text.getBoundingClientRect();
              return left - origin.x < corner.right && right - origin.x > corner.x
                && top - origin.y < corner.bottom && bottom - origin.y > corner.y;
            }).map((text) => text.textContent);
          }, { svg, corner });
          assert.deepEqual(covered, [], `${view} at ${width}`);
        });
      }
    }
  });

  test('comes without moving anything, and asks for its script when it is opened', () => withElement({}, {}, async (page) => {
    const asked = () => page.requests.filter((url) => /\/table-/.test(url)).length;
    assert.equal(asked(), 0);
    await open(page);
    assert.equal(asked(), 1);
    await page.key('Escape');
    await page.key('Enter');
    await opened(page);
    assert.equal(asked(), 1);
  }));

  test('tells when its script cannot be had, and leaves the picture', () =>
    withElement({}, { answers: { '/pkg/table-*.js': { status: 404 } } }, async (page) => {
      await heard(page);
      await act(page, `part('.corner').click()`);
      await page.waitFor(() => window.heard.some(({ type }) => type === 'footprint-problem'));
      const [{ problems }] = await heard(page);
      assert.deepEqual(problems.map(({ code }) => code), ['script-missing']);
      assert.equal(await act(page, `return part('.corner').getAttribute('aria-expanded')`), 'false');
      const { notice, marks } = await look(page);
      assert.equal(notice, null);
      assert.ok(marks.length > 0);
    }));
});

describe('in little room', () => {
  test('the page does not scroll sideways; the table does, in its own region', async () => {
    for (const styles of ['', 'html { direction: rtl }']) {
      for (const width of [320, 256]) {
        await withElement({ controls: '' }, { width, styles }, async (page) => {
          await open(page, '[data-tool="table"]');
          const [pageWidth, inside, seen] = await act(page, `return [document.documentElement.scrollWidth,
            part('.table-scroller').scrollWidth, part('.table-scroller').clientWidth]`);
          assert.equal(pageWidth, width);
          assert.ok(inside > seen);
          const outside = await act(page, `return ['.table-words', '.table-close'].filter((name) => {
            const { left, right } = part(name).getBoundingClientRect();
            return left < 0 || right > innerWidth;
          })`);
          assert.deepEqual(outside, []);
        });
      }
    }
  });

  test('nothing is cut with more space between letters, words and lines', () => withElement({ controls: '' }, { width: 700 }, async (page) => {
    await open(page, '[data-tool="table"]');
    await act(page, `
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
      shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];`);
    await frames(page);
    const cut = await act(page, `return [...shadow.querySelectorAll('.facts th, .facts td, .fact, .sort, .table-words')]
      .filter((box) => box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 0).map((box) => box.textContent)`);
    assert.deepEqual(cut, []);
  }));
});
