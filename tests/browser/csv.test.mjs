// The facts that are drawn, as comma-separated values.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { startBrowser, test } from './driver.mjs';
import { look, withElementOf } from './steps.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const withElement = withElementOf(() => browser);

describe('comma-separated values', () => {
  /** Records by the letter of RFC 4180. */
  function read(text) {
    const records = [[]];
    for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
      records.at(-1).push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
      if (end === '\r\n') records.push([]);
    }
    assert.deepEqual(records.pop(), []);
    return records;
  }

  test('give back the facts of the marks, with figure, unit, period and source', () => withElement({ view: 'sales' }, {}, async (page) => {
    const [csv, dataset] = await page.evaluate(async () => [
      await document.querySelector('smart-footprint').toCsv(), await (await import('/pkg/index.js')).dataset(),
    ]);
    const [names, ...records] = read(csv);
    const rows = records.map((record) => Object.fromEntries(names.map((name, index) => [name, record[index]])));
    const { marks } = await look(page);
    const facts = [...new Set(marks.flatMap((mark) => mark.facts))];
    assert.deepEqual(rows.map((row) => row.Row), facts);
    for (const row of rows) {
      const fact = dataset.observations.find(({ id }) => `observation:${id}` === row.Row);
      const source = dataset.sources.find(({ id }) => id === fact.source);
      const metric = dataset.metrics.find(({ id }) => id === fact.metric);
      assert.equal(Number(row.Figure), fact.value);
      assert.deepEqual([row.Unit, row.From, row.To, row['In its words'], row.Text],
        [metric.unit, fact.period.from ?? '', fact.period.to ?? '', fact.term, source.title]);
    }
  }));

  test('keep accents, and make a formula harmless', () => withElement({}, {}, async (page) => {
    const csv = await page.evaluate(async () => {
      const element = document.querySelector('smart-footprint');
      const dataset = await (await import('/pkg/index.js')).dataset();
      const row = dataset.observations.find(({ id }) => id === 'markets-2024-01-19');
      Object.assign(row, { note: '=HYPERLINK("https://example.com")', where: '+1', term: '@SUM(A1)', value: -5, method: 'Zürich, São Paulo; \t=2' });
      await element.update({ dataset });
      return element.toCsv();
    });
    const record = read(csv).find(([row]) => row === 'observation:markets-2024-01-19');
    for (const cell of [`'=HYPERLINK("https://example.com")`, `'+1`, `'@SUM(A1)`, '-5', `Zürich, São Paulo; '\t'=2`]) {
      assert.ok(record.includes(cell), `${cell} is not in ${record}`);
    }
    assert.ok(csv.startsWith('Row,'));
  }));

  test('are had from a mounted widget too, before its first draw', async () => {
    const page = await browser.open('/tests/browser/pages/blank.html');
    try {
      const [text, code] = await page.evaluate(async () => {
        const { mount } = await import('/pkg/index.js');
        const widget = await mount(document.getElementById('place'), { view: 'markets' });
        const text = await widget.toCsv();
        widget.destroy();
        return [text, await widget.toCsv().catch(({ code }) => code)];
      });
      assert.ok(text.includes('Our arithmetic'));
      assert.equal(code, 'destroyed');
    } finally {
      await page.close();
    }
  });
});
