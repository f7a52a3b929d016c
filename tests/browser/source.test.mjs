// `src`: a dataset from an address or from a JSON block of the page.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { tried } from '../tried.mjs';
import { startDataServer } from './data-server.mjs';
import { onDisk, startBrowser, test } from './driver.mjs';
import { clear, edition, problems, update, withElementAsking } from './source-steps.mjs';
import { drawn, frames, look, noErrors } from './steps.mjs';

let browser;
let data;
before(async () => ([browser, data] = await Promise.all([startBrowser(), startDataServer()])));
after(() => Promise.all([browser.stop(), data.stop()]));

const withElement = withElementAsking(() => browser, () => data);

/** Puts a JSON block with the dataset of a day onto the page, or into an element's root. */
const addBlock = (page, id, day, type = 'application/json') => page.evaluate(async ({ id, day, type }) => {
  const { dataset } = await import('/pkg/index.js');
  const block = document.createElement('script');
  const tables = await dataset();
  tables.about.edition = day;
  Object.assign(block, { id, type, textContent: JSON.stringify(tables) });
  document.body.append(block);
}, { id, day, type });

describe('an address', () => {
  test('gives the dataset, and the footer its edition', () =>
    withElement({ src: `${data.address}/good.json` }, {}, async (page) => {
      assert.equal(await edition(page), '3 Mar 2031');
      assert.equal((await look(page)).state.src, `${data.address}/good.json`);
      assert.deepEqual((await page.evaluate(() => window.heard)).map(({ type }) => type), ['footprint-ready']);
      noErrors(page);
    }));

  test('nothing else is drawn before it is there', () =>
    withElement({ src: `${data.address}/never` }, { wait: false }, async (page) => {
      await page.waitFor(() => customElements.get('smart-footprint'));
      for (let times = 0; times < 10; times += 1) await frames(page);
      const { marks, notice } = await look(page);
      assert.deepEqual([marks, notice], [[], null]);
      const shown = await page.evaluate(() => document.querySelector('smart-footprint').shadowRoot
        .querySelector('.root').dataset.state);
      assert.equal(shown, 'waiting');
    }));

  test('is relative to the base of the page', () => withElement({}, {}, async (page) => {
    await page.evaluate((address) => {
      const base = document.createElement('base');
      base.href = `${address}/folder/`;
      document.head.append(base);
    }, data.address);
    await update(page, { src: 'data.json' });
    assert.equal(await edition(page), '4 Apr 2032');
    assert.deepEqual(data.asked().map(({ path }) => path), ['/folder/data.json']);
    noErrors(page);
  }));

  test('is asked with cookies at home, and without elsewhere', async () => {
    await withElement({}, {}, async (page) => {
      await page.evaluate(() => (document.cookie = 'secret=1'));
      await update(page, { src: `${data.address}/good.json` });
      assert.equal(await edition(page), '3 Mar 2031');
      assert.deepEqual(data.asked(), [{ path: '/good.json', cookie: null, gaveUp: false }]);
    });
    const page = await browser.open(`${data.address}/page`);
    await page.evaluate(async () => {
      document.cookie = 'secret=1';
      await import('/pkg/element.js');
      const element = document.createElement('smart-footprint');
      element.src = 'good.json';
      document.getElementById('place').append(element);
    });
    await drawn(page);
    const [asked] = data.asked().filter(({ path }) => path === '/good.json');
    assert.equal(asked.cookie, 'secret=1');
    await page.close();
  });

  test('takes no cookies along where it leads on to another origin, and brings none back', async (t) => {
    const other = await startDataServer();
    t.after(() => other.stop());
    const page = await browser.open(`${data.address}/page`);
    await page.evaluate(async () => {
      document.cookie = 'secret=1'; // of this host, whatever the port
      await import('/pkg/element.js');
      document.getElementById('place').append(document.createElement('smart-footprint'));
    });
    await drawn(page);
    data.asked();
    const ways = [`/redirect?${other.address}/good.json`, `${other.address}/redirect?${data.address}/good.json`];
    tried(t, ways.length);
    for (const src of ways) {
      await update(page, { src: null });
      await update(page, { src });
      assert.equal(await edition(page), '3 Mar 2031', src);
    }
    const asked = [...data.asked(), ...other.asked()].map(({ path, cookie }) => [path, cookie]);
    assert.deepEqual(asked, [['/redirect', 'secret=1'], ['/good.json', null], ['/good.json', null], ['/redirect', null]]);
    await page.close();
  });

  test('comes from the host and never from the address of the page', async () => {
    const page = await browser.open(`/tests/browser/pages/blank.html#footprint.src=${data.address}/good.json`);
    await page.evaluate(async () => {
      await import('/pkg/element.js');
      const element = document.createElement('smart-footprint');
      element.hash = true;
      document.getElementById('place').append(element);
    });
    await drawn(page);
    assert.notEqual(await edition(page), '3 Mar 2031');
    assert.deepEqual(data.asked(), []);
    await page.close();
  });

  test('may lead on to another', () => withElement({}, {}, async (page) => {
    await update(page, { src: `${data.address}/redirect?/good.json` });
    assert.equal(await edition(page), '3 Mar 2031');
  }));

  test('given again is asked again', () =>
    withElement({ src: `${data.address}/each-time-another.json` }, {}, async (page) => {
      const first = await edition(page);
      await update(page, { src: `${data.address}/each-time-another.json` });
      const second = await edition(page);
      await page.evaluate(() => {
        const element = document.querySelector('smart-footprint');
        element.src = element.src;
        return element.update({});
      });
      const third = await edition(page);
      assert.equal(new Set([first, second, third]).size, 3);
      assert.equal(data.asked().length, 2);
      noErrors(page);
    }));

  test('other options do not ask again', () =>
    withElement({ src: `${data.address}/good.json` }, {}, async (page) => {
      await update(page, { view: 'lineup', theme: 'dark' });
      assert.deepEqual(data.asked(), []);
      assert.equal(await edition(page), '3 Mar 2031');
    }));

  test('taken away, the embedded dataset is drawn again', () => withElement({}, {}, async (page) => {
    const embedded = await edition(page);
    await update(page, { src: `${data.address}/good.json` });
    assert.notEqual(await edition(page), embedded);
    await update(page, { src: null });
    assert.equal(await edition(page), embedded);
  }));

  test('the property wins, and gives way when it is taken back', () =>
    withElement({ src: `${data.address}/good.json` }, {}, async (page) => {
      const days = await page.evaluate(async () => {
        const { dataset } = await import('/pkg/index.js');
        const element = document.querySelector('smart-footprint');
        const own = await dataset();
        own.about.edition = '2050-05-05';
        element.dataset = own;
        await element.update({});
        const first = await element.toSvg();
        element.dataset = null;
        await element.update({});
        return [first, await element.toSvg()].map((svg) => svg.includes('2050'));
      });
      assert.deepEqual(days, [true, false]);
      assert.equal(await edition(page), '3 Mar 2031');
    }));

  test('the last one asked for is drawn, however late the others are', () =>
    withElement({}, {}, async (page) => {
      await page.evaluate(async (address) => {
        const element = document.querySelector('smart-footprint');
        element.src = `${address}/drips`;
        element.src = `${address}/never`;
        element.src = `${address}/good.json`;
        await element.update({});
      }, data.address);
      assert.equal(await edition(page), '3 Mar 2031');
      assert.deepEqual(await page.evaluate(() => window.heard.map(({ type }) => type)), ['footprint-ready']);
      noErrors(page);
    }));
});

describe('a block of the page', () => {
  test('is found in the document, and read again when it is given again', () => withElement({}, {}, async (page) => {
    await addBlock(page, 'figures', '2033-01-01');
    await update(page, { src: '#figures' });
    assert.equal(await edition(page), '1 Jan 2033');
    await page.evaluate(() => {
      const block = document.getElementById('figures');
      block.textContent = block.textContent.replace('2033-01-01', '2034-01-01');
    });
    await frames(page);
    assert.equal(await edition(page), '1 Jan 2033', 'until it is asked for');
    await update(page, { src: '#figures' });
    assert.equal(await edition(page), '1 Jan 2034');
    await page.evaluate(() => document.getElementById('figures').remove());
    await clear(page);
    await update(page, { src: '#figures' });
    const [problem] = await problems(page);
    assert.deepEqual([problem.code, problem.path, problem.severity], ['src-missing', 'src', 'error']);
    assert.equal(await edition(page), '1 Jan 2034', 'the last good picture stays');
    assert.deepEqual(data.asked(), []);
    noErrors(page);
  }));

  test('is found in the shadow root first', () => withElement({}, {}, async (page) => {
    await addBlock(page, 'figures', '2033-01-01');
    await page.evaluate(async () => {
      const element = document.querySelector('smart-footprint');
      const block = document.getElementById('figures');
      const nearer = document.createElement('script');
      Object.assign(nearer, { id: 'figures', type: 'application/vnd.example+json' });
      nearer.textContent = block.textContent.replace('2033-01-01', '2035-01-01');
      const root = document.createElement('div').attachShadow({ mode: 'open' });
      element.parentNode.append(root.host);
      root.append(nearer, element);
      await element.update({ src: '#figures' });
      document.body.append(element);
    });
    assert.equal(await edition(page), '1 Jan 2035');
  }));

  test('is read on a page from disk, where an address is not', async () => {
    const page = await browser.open(onDisk('www/index.html'));
    const told = await page.evaluate(async () => {
      const codes = [];
      document.body.replaceChildren();
      const element = document.createElement('smart-footprint');
      element.addEventListener('footprint-problem', ({ detail }) => codes.push(...detail.problems));
      const tables = await window.smartFootprint.dataset();
      tables.about.edition = '2033-01-01';
      document.body.append(
        Object.assign(document.createElement('script'), { id: 'f', type: 'application/json', textContent: JSON.stringify(tables) }),
        element);
      element.src = '#f';
      await element.ready;
      await element.update({ src: 'data.json' });
      return [codes, (await element.toSvg()).includes('2033')];
    });
    assert.deepEqual(told[0].map(({ code }) => code), ['src-missing']);
    assert.match(told[0][0].message, /a page from disk may fetch nothing; put the data into a JSON block/);
    assert.equal(told[1], true);
    await page.close();
  });

  for (const [name, make] of [
    ['a classic script', () => addScript('text/javascript')],
    ['no script', () => document.body.append(Object.assign(document.createElement('div'), { id: 'block', textContent: '{}' }))],
  ]) {
    test(`${name} is not read`, () => withElement({}, {}, async (page) => {
      await page.evaluate(() => {
        window.addScript = (type) => document.body.append(
          Object.assign(document.createElement('script'), { id: 'block', type, textContent: '({})' }));
      });
      await page.evaluate(make);
      await clear(page);
      await update(page, { src: '#block' });
      assert.equal((await problems(page))[0].code, 'src-refused');
    }));
  }
});

describe('a dataset whose getters act on the widget', () => {
  /** Mounts a widget, and gives it a dataset whose `note` runs `act` when it is read. */
  const mounted = (page, act) => page.evaluate(async (act) => {
    const { dataset, mount } = await import('/pkg/index.js');
    const widget = await mount(document.getElementById('place'), {});
    const others = await dataset();
    others.about.edition = '2036-06-06';
    const tables = await dataset();
    let times = 0;
    // eslint-disable-next-line no-new-func
    const run = new Function('widget', 'others', act);
    Object.defineProperty(tables.about, 'note', { enumerable: true, get: () => (times++ ? 'again' : run(widget, others)) });
    const came = await widget.update({ dataset: tables }).then(() => 'drawn', (error) => error.code);
    await new Promise((resolve) => setTimeout(resolve, 200));
    return [came, await widget.toSvg().then((svg) => svg.includes('2036'), (error) => error.code)];
  }, act);

  for (const [name, act, expected] of [
    ['destroy it', 'widget.destroy(); return "x"', ['destroyed', 'destroyed']],
    ['give it another', 'widget.update({ dataset: others }); return "x"', ['drawn', true]],
    ['redraw it', 'widget.update({ view: "lineup" }); widget.marks(); widget.state(); return "x"', ['drawn', false]],
  ]) {
    test(name, () => withElement({}, {}, async (page) => {
      assert.deepEqual(await mounted(page, act), expected);
      assert.ok((await look(page)).marks.length > 0, 'its neighbour is unharmed');
      noErrors(page);
    }));
  }
});
