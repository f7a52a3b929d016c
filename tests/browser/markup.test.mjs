// Markup and scripts in every text that a dataset, an attribute or an address can bring, on every
// surface that shows it: text is text.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe } from 'node:test';
import { serve } from '../../element/build/serve.mjs';
import { tried } from '../tried.mjs';
import { project, startBrowser, test } from './driver.mjs';
import { watchSurfaces } from './surfaces.mjs';

/** Breaks out of whatever it is put into without care, and would run in many ways. */
const markup = `MARKUP"'><img src="/tried?" onerror="window.ran=1"><svg onload="window.ran=1"></svg>`
  + '<script>window.ran=1</script></text></title></svg></style></textarea></script><!--]]>'
  + '<iframe srcdoc="<script>parent.ran=1</script>"></iframe>&lt;script&gt;window.ran=1&lt;/script&gt;'
  + '{{constructor.constructor("window.ran=1")()}}${window.ran=1}<a href="javascript:window.ran=1">';
const address = 'https://example.org/"onmouseover="window.ran=1"><script>window.ran=1</script>';

let browser;
let server;
let page;
before(async () => {
  browser = await startBrowser();
  // Whatever became markup would run here; what is put where only markup can be is reported.
  server = await serve(0, ['pkg', 'tests/browser/pages'], {
    'Content-Security-Policy': "require-trusted-types-for 'script'; trusted-types spec",
  });
  page = await open();
});
after(async () => {
  await page.close();
  await browser.stop();
  server.server.closeAllConnections();
  server.server.close();
});

async function open(fragment = '') {
  const opened = await browser.open(`${server.address}/tests/browser/pages/blank.html${fragment}`, {
    script: `(${watchSurfaces})();
      window.reports = [];
      addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) => window.reports.push(violatedDirective + ' ' + sample));`,
  });
  await opened.evaluate(async () => {
    const { dataset } = await import('/pkg/index.js');
    await import('/pkg/element.js');
    // The embedded dataset has no columns: a few points, for their text fields to be tried as well.
    window.fresh = async () => {
      const tables = await dataset();
      const time = ['2020-01-01', '2021-01-01', '2022-01-01'].map(Date.parse);
      const columns = { id: 'counted', metric: 'cities', place: 'world', source: tables.sources[0].id, qualifier: 'exact', term: 'cities', time, value: [1, 2, 3] };
      return { ...tables, columns: [columns] };
    };
    Object.defineProperty(navigator, 'clipboard', { value: undefined }); // so that what is copied stands there
    const element = document.createElement('smart-footprint');
    Object.assign(element, { controls: true, hash: true, group: 'one' });
    document.getElementById('place').append(element);
    await element.ready;
    window.problems = [];
    addEventListener('footprint-problem', ({ detail }) => window.problems.push(...detail.problems.map(({ code, path, severity }) => `${severity} ${code} ${path}`)));
  });
  return opened;
}

/** Every field of text, as the schema has them: a table and the steps to the field. */
function textFields(schema) {
  const found = [];
  const into = (table, part, steps) => {
    const [form] = (part.anyOf ?? [part]).filter(({ type }) => type !== 'null');
    if (form.properties) Object.entries(form.properties).forEach(([name, inner]) => into(table, inner, [...steps, name]));
    else if (form.items) into(table, form.items, [...steps, 0]);
    else if (form.type !== 'number' && form.type !== 'boolean') {
      found.push({ table, steps, isAddress: form.pattern === '^https?://', isFree: !form.enum && (form.pattern ?? '\\S') === '\\S' });
    }
  };
  for (const [table, part] of Object.entries(schema.properties)) into(table, part.items ?? part, []);
  return found;
}
const fields = textFields(JSON.parse(await readFile(path.join(project, 'pkg/dataset.schema.json'), 'utf8')));

/** Gives the widget a dataset with a text in a field of every row, and walks over all surfaces. */
const tryField = (field, text) => page.evaluate(async ({ table, steps, text }) => {
  const element = document.querySelector('smart-footprint');
  const tables = await window.fresh();
  const rows = table === 'about' ? [tables.about] : tables[table];
  for (const [at, row] of rows.entries()) {
    const owner = steps.slice(0, -1).reduce((part, step) => part?.[step], row);
    if (owner) owner[steps.at(-1)] = `${text}${table === 'about' ? '' : at}`;
  }
  window.problems.length = 0;
  window.written.clear();
  element.dataset = tables;
  await element.update({});
  const isRefused = window.problems.length > 0;
  const wrong = await window.walk(element, tables, isRefused ? [null] : undefined);
  return { isRefused, wrong, isShown: [...window.written].some((words) => words?.includes(text.slice(0, 6))) };
}, { ...field, text });

/** Nothing ran, was fetched or reported, and nothing was made of a text that is not made of plain words. */
async function assertHarmless(plain, what) {
  const { ran, made, reports } = await page.evaluate(() => ({ ran: window.ran ?? null, made: [...window.made], reports: window.reports.splice(0) }));
  assert.equal(ran, null, `${what}: a script ran`);
  assert.deepEqual(reports, [], what);
  if (plain) assert.deepEqual(made.filter((sort) => !plain.has(sort)), [], what);
  const asked = page.requests.filter((url) => /^https?:/.test(url)).map((url) => new URL(url));
  assert.deepEqual(asked.filter(({ pathname, origin }) => pathname === '/tried' || origin !== server.address).map(String), [], what);
  // What `src` names is asked for as it stands, in the page's folder, and is not there. The console
  // says so once: errors are those since the last look.
  const errors = page.errors.splice(0);
  if (what === 'src') assert.ok(asked.some(({ pathname }) => pathname.startsWith('/tests/browser/pages/MARKUP')), asked.join());
  assert.deepEqual(errors.filter((error) => what !== 'src' || !/404/.test(error)), [], what);
}

describe('of a dataset', () => {
  let plain;
  test('plain words are the measure', async () => {
    for (const views of [undefined, ['growth', 'markets', 'sales', 'lineup']]) {
      await page.evaluate(async (views) => {
        const element = document.querySelector('smart-footprint');
        const tables = await window.fresh();
        for (const row of [...tables.sources, ...tables.observations]) row.url = row.note = 'https://example.com/';
        element.dataset = views ? null : tables;
        await element.update({});
        await window.walk(element, tables);
      }, views);
    }
    plain = new Set(await page.evaluate(() => [...window.made]));
    for (const sort of ['circle', 'td', 'dd', 'button', 'textarea', 'text', 'li']) assert.ok(plain.has(sort), `${sort} among ${[...plain]}`);
  });

  test('every field of text, one at a time', async (t) => {
    tried(t, fields.length);
    const told = { refused: [], shown: [], kept: [] };
    for (const field of fields) {
      const name = [field.table, ...field.steps].join('.');
      const { isRefused, isShown, wrong } = await tryField(field, field.isAddress ? address : markup);
      assert.deepEqual(wrong, [], name);
      await assertHarmless(plain, name);
      told[isRefused ? 'refused' : isShown ? 'shown' : 'kept'].push(name);
    }
    // What is drawn is what was free to be any text; ids, days, words of the schema and references are not.
    for (const name of ['about.brand.name', 'sources.title', 'places.name', 'metrics.unit', 'models.name',
      'observations.term', 'observations.note', 'events.title', 'statements.text', 'conflicts.what']) {
      assert.ok(told.shown.includes(name), `${name} is shown: ${JSON.stringify(told)}`);
    }
    for (const name of ['about.edition', 'sources.id', 'sources.kind', 'observations.source', 'events.period.from']) {
      assert.ok(told.refused.includes(name), `${name} is refused: ${JSON.stringify(told)}`);
    }
    t.diagnostic(`refused ${told.refused.length}, shown ${told.shown.length}, not shown ${told.kept.length}`);
  });
});

test('no cell of the comma-separated values begins as a formula does, whatever field it comes from', async (t) => {
  const beginnings = ['=1+1', '+1+1', '-1+1', '@SUM(1)', '\t=1', ' =1', '"=1', ';=1', ',=1', "'=1", '\u00a0=1'];
  // All but references, ids, days and words of the schema, which are refused as such.
  const free = fields.filter(({ isFree, steps }) => isFree
    && !/^(schema|edition|metric|place|model|partner|source|restates|base|subject|part_of|between|parents|from|to|status)$/.test(steps.findLast((step) => typeof step === 'string')));
  assert.ok(free.length > 15, JSON.stringify(free));
  tried(t, beginnings.length * free.length);
  for (const beginning of beginnings) {
    const csv = await page.evaluate(async ({ free, beginning }) => {
      const element = document.querySelector('smart-footprint');
      const tables = await window.fresh();
      for (const { table, steps } of free) {
        for (const row of table === 'about' ? [tables.about] : tables[table]) {
          const owner = steps.slice(0, -1).reduce((part, step) => part?.[step], row);
          if (owner) owner[steps.at(-1)] = `${beginning} ${steps.at(-1)}`;
        }
      }
      window.problems.length = 0;
      element.dataset = tables;
      const found = [];
      for (const view of ['growth', 'markets', 'sales', 'lineup']) {
        await element.update({ view });
        found.push(await element.toCsv());
      }
      return { found, problems: window.problems };
    }, { free, beginning });
    assert.deepEqual(csv.problems, [], beginning);
    for (const text of csv.found) {
      const cells = [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?:,|\r\n)/g)].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare);
      // The text is there but for the apostrophe that keeps it from being a formula, which stands
      // behind quotes and signs that some readers of such files drop.
      const bare = (words) => words.replaceAll("'", '').trim();
      assert.ok(cells.some((cell) => bare(cell).includes(bare(beginning))), beginning);
      const formulas = cells.filter((cell) => /^\s*[=+@]/.test(cell) || (/^\s*-/.test(cell) && !/^-[\d.]+$/.test(cell)));
      assert.deepEqual(formulas, [], beginning);
    }
  }
});

describe('of the host', () => {
  const attributes = ['view', 'metric', 'place', 'from', 'to', 'at', 'published-by', 'sources', 'qualifiers', 'kinds',
    'selected', 'group', 'heading', 'subheading', 'note', 'lang', 'theme', 'controls', 'loading', 'hash', 'src',
    'id', 'title', 'dir', 'class', 'slot', 'part', 'aria-label', 'aria-description', 'role'];

  test('all attributes that the element hears are among them', async () => {
    const observed = await page.evaluate(() => customElements.get('smart-footprint').observedAttributes);
    assert.deepEqual(observed.filter((name) => !attributes.includes(name)), []);
  });

  test('every attribute, one at a time, with what stands in the address', async (t) => {
    tried(t, attributes.length);
    await page.close();
    page = await open();
    for (const name of attributes) {
      const wrong = await page.evaluate(async ({ name, markup }) => {
        const element = document.querySelector('smart-footprint');
        const before = element.getAttribute(name);
        element.setAttribute(name, markup);
        const wrong = await window.walk(element, await window.fresh(), name === 'view' ? [null] : ['markets', 'growth']);
        if (before === null) element.removeAttribute(name);
        else element.setAttribute(name, before);
        await element.update({});
        return wrong;
      }, { name, markup });
      assert.deepEqual(wrong, [], name);
      await assertHarmless(null, name);
      const sorts = await page.evaluate(() => [...window.made].filter((sort) => /^(img|iframe|script|a |svg on)|javascript/.test(sort)));
      assert.deepEqual(sorts.filter((sort) => !/^a (href|target|rel|class)$/.test(sort)), [], name);
    }
  });

  test('every option in the address of the page', async (t) => {
    const options = ['view', 'metric', 'place', 'from', 'to', 'at', 'published-by', 'sources', 'qualifiers', 'kinds', 'selected', 'heading', 'src'];
    tried(t, options.length);
    await page.close();
    page = await open(`#${options.map((name) => `footprint.${name}=${encodeURIComponent(markup)}`).join('&')}&${markup}`);
    assert.deepEqual(await page.evaluate(async () => window.walk(document.querySelector('smart-footprint'), await window.fresh())), []);
    await assertHarmless(null, 'the address');
  });
});
