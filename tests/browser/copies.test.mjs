// More than one copy of the package on a page: another version beside it, the same script twice, the
// script beside the module. Each works, and none is in the other's way.
import assert from 'node:assert/strict';
import { cp, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { after, before } from 'node:test';
import { serve } from '../../element/build/serve.mjs';
import { project, startBrowser, test } from './driver.mjs';
import { drawn, frames, hover, look, noErrors } from './steps.mjs';

const copy = 'target/test/second-copy';
let browser;
let server;
let address;
before(async () => {
  await rm(path.join(project, copy), { recursive: true, force: true });
  await mkdir(path.join(project, copy), { recursive: true });
  await cp(path.join(project, 'pkg'), path.join(project, copy), { recursive: true });
  ({ server, address } = await serve(0, ['pkg', copy, 'tests/browser/pages']));
  browser = await startBrowser();
});
after(async () => {
  await browser.stop();
  server.closeAllConnections();
  server.close();
});

async function withPage(work) {
  const page = await browser.open(`${address}/tests/browser/pages/blank.html`);
  try {
    await work(page);
    noErrors(page);
  } finally {
    await page.close();
  }
}

/** Loads scripts one after the other: modules by their names, classic ones by tags. */
const load = (page, ...addresses) => page.evaluate(async (addresses) => {
  for (const [kind, url] of addresses) {
    if (kind === 'module') await import(url);
    else {
      await new Promise((resolve, reject) => {
        const script = document.createElement('script');
        Object.assign(script, { src: url, onload: resolve, onerror: reject });
        document.head.append(script);
      });
    }
  }
}, addresses);

test('a second copy under another path, and another name', () => withPage(async (page) => {
  await load(page, ['module', '/pkg/element.js']);
  await page.evaluate(async (copy) => {
    const { define } = await import(`/${copy}/element.js`);
    define('second-footprint');
    for (const name of ['smart-footprint', 'second-footprint']) {
      const element = document.createElement(name);
      for (const option of ['controls', 'hash']) element.setAttribute(option, '');
      document.getElementById('place').append(element);
      await element.ready;
    }
  }, copy);
  const result = await page.evaluate(async () => {
    const [first, second] = document.getElementById('place').children;
    await second.update({ view: 'lineup', selected: 'model:5' });
    await first.update({ view: 'sales' });
    return { views: [first.state().view, second.state().view], selected: first.state().selected,
      same: Object.getPrototypeOf(first.constructor) === Object.getPrototypeOf(second.constructor) };
  });
  assert.deepEqual(result, { views: ['sales', 'lineup'], selected: null, same: false });
  const asked = page.requests.filter((url) => url.endsWith('/smart-footprint.wasm'));
  assert.equal(new Set(asked).size, 2, 'each has its own module');
  assert.ok((await look(page)).marks.length > 5);
  await hover(page, (await look(page)).marks[0].id);
}));

test('a fault of one copy leaves the other alone', () => withPage(async (page) => {
  await load(page, ['module', '/pkg/element.js']);
  const codes = await page.evaluate(async (copy) => {
    const { define } = await import(`/${copy}/element.js`);
    define('second-footprint');
    const told = [];
    document.addEventListener('footprint-problem', ({ target, detail }) => told.push(`${target.localName} ${detail.problems[0].code}`));
    const [first, second] = ['smart-footprint', 'second-footprint'].map((name) => document.createElement(name));
    document.getElementById('place').append(first, second);
    await Promise.all([first.ready, second.ready]);
    const { clearRect } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.clearRect = () => {
      CanvasRenderingContext2D.prototype.clearRect = clearRect;
      throw new Error('provoked');
    };
    await second.update({ view: 'sales' });
    await first.update({ view: 'lineup' });
    return { told, drawn: first.marks().every((mark) => mark.view === 'lineup') && first.marks().length > 0 };
  }, copy);
  assert.deepEqual(codes, { told: ['second-footprint core'], drawn: true });
}));

test('copies share a group and an address only among themselves, and disturb nobody', () => withPage(async (page) => {
  await load(page, ['module', '/pkg/element.js']);
  await page.evaluate(async (copy) => {
    const { define } = await import(`/${copy}/element.js`);
    define('second-footprint');
    const make = (name, id) => {
      const element = document.createElement(name);
      element.id = id;
      for (const [option, text] of [['group', 'one'], ['hash', '']]) element.setAttribute(option, text);
      document.getElementById('place').append(element);
      return element.ready;
    };
    await Promise.all([make('smart-footprint', 'one'), make('second-footprint', 'two')]);
    await document.getElementById('one').update({});
    document.getElementById('one').select('place:FI');
    document.getElementById('two').select('place:CN');
  }, copy);
  await page.waitFor(() => /one\.selected=place:FI/.test(location.hash) && /two\.selected=place:CN/.test(location.hash));
  await frames(page);
  const selected = await page.evaluate(() => ['one', 'two'].map((id) => document.getElementById(id).state().selected));
  assert.deepEqual(selected, ['place:FI', 'place:CN']);
}));

const twice = {
  'the same script twice': [['classic', '/pkg/standalone.js'], ['classic', '/pkg/standalone.js']],
  'two copies of the script': [['classic', '/pkg/standalone.js'], ['classic', `/${copy}/standalone.js`]],
  'the script, then the module': [['classic', '/pkg/standalone.js'], ['module', '/pkg/element.js'], ['module', '/pkg/index.js']],
  'the module, then the script': [['module', '/pkg/element.js'], ['classic', '/pkg/standalone.js']],
};
for (const [name, scripts] of Object.entries(twice)) {
  test(name, () => withPage(async (page) => {
    await page.evaluate(() => (document.getElementById('place').innerHTML = '<smart-footprint view="lineup"></smart-footprint>'));
    await load(page, ...scripts);
    await drawn(page);
    const marks = await page.evaluate(async () => {
      const { mount, dataset } = globalThis.smartFootprint;
      const widget = await mount(document.body, { view: 'sales', dataset: await dataset() });
      const element = document.querySelector('smart-footprint');
      element.focusMark(element.marks()[0].id);
      return [element.marks().length, widget.marks().length];
    });
    assert.ok(marks.every((count) => count > 3), String(marks));
  }));
}

test('the entries of one copy have one module, and one class of errors', () => withPage(async (page) => {
  const seen = await page.evaluate(async () => {
    const [{ define }, { FootprintError, init, mount }] = await Promise.all([import('/pkg/element.js'), import('/pkg/index.js')]);
    define();
    const names = Object.keys(globalThis);
    const place = document.getElementById('place');
    const element = document.createElement('smart-footprint');
    place.append(element);
    const [widget] = await Promise.all([mount(place), element.ready]);
    await element.ready;
    const refused = await mount(place, { dataset: {} }).catch((error) => error);
    await init();
    return {
      marks: [widget.marks().length > 0, element.marks().length > 0],
      refused: [refused instanceof FootprintError, new Error('x') instanceof FootprintError, null instanceof FootprintError],
      more: Object.keys(globalThis).filter((name) => !names.includes(name)),
    };
  });
  assert.deepEqual(seen, { marks: [true, true], refused: [true, false, false], more: [] });
  assert.equal(page.requests.filter((url) => url.endsWith('/smart-footprint.wasm')).length, 1);
}));

test('the address that init() was given is that of all entries', () => withPage(async (page) => {
  await page.evaluate(async () => {
    const { init } = await import('/pkg/index.js');
    void init({ wasm: '/pkg/smart-footprint.wasm?mine' });
    await import('/pkg/element.js');
    const element = document.createElement('smart-footprint');
    document.getElementById('place').append(element);
    await element.ready;
  });
  const asked = page.requests.filter((url) => /\.wasm/.test(url)).map((url) => url.slice(url.lastIndexOf('/') + 1));
  assert.deepEqual(asked, ['smart-footprint.wasm?mine']);
}));
