// `src` that cannot be had, and what is no longer wanted: told in a sentence, and not read on.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { startDataServer } from './data-server.mjs';
import { startBrowser, test } from './driver.mjs';
import { tried } from '../tried.mjs';
import { clear, edition, problems, setSource, update, withElementAsking } from './source-steps.mjs';
import { drawn, frames, look, noErrors } from './steps.mjs';

let browser;
let data;
before(async () => ([browser, data] = await Promise.all([startBrowser(), startDataServer()])));
after(() => Promise.all([browser.stop(), data.stop()]));

const withElement = withElementAsking(() => browser, () => data);

describe('what cannot be had', () => {
  /** What stands after the address of the data server, or an address; its code, or what browsers make of it; its sentence. */
  const refusals = [
    ['/nowhere.json', 'src-missing', /nowhere\.json" could not be fetched: the server answered 404\.$/],
    ['/error', 'src-missing', /the server answered 503\.$/],
    ['/not-allowed.json', 'src-missing', /could not be fetched: offline, no such server, or not allowed\.$/],
    ['/redirect?data:application/json,{}', 'src-missing', /not allowed\.$/],
    ['/redirect?/redirect?/redirect?file:///etc/passwd', 'src-missing', /not allowed\.$/],
    ['/breaks-off.json', 'src-missing', /broke off while it was read\.$/],
    ['/html', 'src-not-json', /is not JSON: it begins with "<!doctype html>/],
    ['/cut.json', 'src-not-json', /is not JSON/],
    ['/latin-1.json', 'src-not-json', /is not JSON: it is not UTF-8 text\.$/],
    ['/announced', 'src-too-large', /announced" is larger than 20 MB\.$/],
    ['/endless', 'src-too-large', /endless" is larger than 20 MB\.$/],
    ['/bomb', 'src-too-large', /bomb" is larger than 20 MB\.$/],
    ['data:application/json,{}', 'src-refused', /is not an address of http or https/],
    ['blob:http://127.0.0.1/x', 'src-refused', /is not an address of http or https/],
    ['file:///etc/passwd', 'src-refused', /is not an address of http or https/],
    ['javascript:alert(1)', 'src-refused', /is not an address of http or https/],
    ['http://', 'src-refused', /"http:\/\/" is not an address\.$/],
    ['http://me:secret@127.0.0.1/x', 'src-refused', /^The address has a name or a password in it/],
    ['http://127.0.0.1:9/x', 'src-missing', /offline, no such server/],
    ['#nothing', 'src-missing', /^No element of this page has the id "nothing"\.$/],
    ['#', 'src-missing', /the id ""/],
    ['/longer-than-told', ['src-missing', 'src-not-json'], /broke off|is not JSON/],
    ['/shorter-than-told', 'src-missing', /broke off while it was read\.$/],
    ['/two-lengths', ['src-missing', 'src-not-json'], /not allowed\.$|is not JSON/],
    ['/parts-cut-off', ['src-missing', 'src-not-json'], /broke off while it was read\.$|is not JSON/],
    ['/parts-that-are-none', ['src-missing', 'src-not-json'], /could not be fetched|broke off|is not JSON/],
    ['/not-as-encoded', 'src-missing', /could not be fetched|broke off/],
    ['/packed-cut-off', ['src-missing', 'src-not-json'], /broke off|is not JSON/],
    ['/nothing', 'src-not-json', /is not JSON: it begins with ""/],
    ['/empty', 'src-not-json', /is not JSON: it begins with ""/],
    ['/round-and-round', 'src-missing', /not allowed\.$/],
    ['/deep', 'src-not-json', /is not JSON: it begins with "\[\[/],
    ['/deep-and-closed', ['wrong-value', 'src-not-json'], /found a list, expected an object|is not JSON/],
    ['/wide', 'too-large', /found a list of 8000001 items/],
    ['/null', 'wrong-value', /found null/],
    ['/text', 'wrong-value', /found "<img src=x onerror=alert\(1\)>"/],
    ['/too-large-by-one', 'src-too-large', /is larger than 20 MB\.$/],
    ['/too-large-by-one-untold', 'src-too-large', /is larger than 20 MB\.$/],
    ['/200-megabytes', 'src-too-large', /is larger than 20 MB\.$/],
    ['/bomb-br', 'src-too-large', /is larger than 20 MB\.$/],
    ['/bomb-deflate', 'src-too-large', /is larger than 20 MB\.$/],
    ['/bomb-in-a-bomb', 'src-too-large', /is larger than 20 MB\.$/],
    ['about:blank', 'src-refused', /is not an address of http or https/],
    ['filesystem:http://127.0.0.1/x', 'src-refused', /is not an address of http or https/],
    ['ftp://127.0.0.1/x', 'src-refused', /is not an address of http or https/],
    ['ws://127.0.0.1/x', 'src-refused', /is not an address of http or https/],
    ['view-source:http://127.0.0.1/x', 'src-refused', /is not an address of http or https/],
    [' \tjava\nscript:alert(1)', 'src-refused', /is not an address of http or https/],
    ['http://:secret@127.0.0.1/x', 'src-refused', /^The address has a name or a password in it/],
  ];

  test('is told with a code and a sentence, and the last good picture stays', (t) =>
    withElement({}, {}, async (page) => {
      tried(t, refusals.length);
      const before = await look(page);
      for (const [src, code, sentence] of refusals) {
        await clear(page);
        if (src === '/not-as-encoded' && await page.evaluate((url) => fetch(url).then((answer) => answer.json()).then(() => true, () => false), data.address + src)) {
          // A browser that forgives it gives the whole of it to whoever asks.
          await update(page, { src: data.address + src });
          assert.equal(await edition(page), '3 Mar 2031');
          await update(page, { src: null });
          continue;
        }
        await update(page, { src: src.startsWith('/') ? data.address + src : src });
        const [problem, ...others] = await problems(page).catch(({ message }) => assert.fail(`${src}: ${message}`));
        assert.ok([code].flat().includes(problem.code), `${src}: ${problem.code}: ${problem.message}`);
        assert.deepEqual([problem.path, problem.severity], [/^src/.test(problem.code) ? 'src' : '', 'error'], src);
        assert.match(problem.message, sentence);
        assert.deepEqual(others, [], src);
        const { marks, notice } = await look(page);
        assert.deepEqual([marks, notice], [before.marks, null], src);
      }
      assert.doesNotMatch(JSON.stringify(page.errors), /Uncaught|Unhandled/);
    }));

  test('as large as it may be, and of an unknown length, is drawn', (t) => withElement({}, {}, async (page) => {
    const drawn = ['/largest', '/no-length', '/length-below-zero'];
    tried(t, drawn.length);
    for (const where of drawn) {
      await update(page, { src: null });
      assert.notEqual(await edition(page), '3 Mar 2031');
      await update(page, { src: data.address + where });
      assert.equal(await edition(page), '3 Mar 2031', where);
    }
    noErrors(page);
  }));

  test('is not read on', (t) => withElement({}, {}, async (page) => {
    const endless = ['/announced', '/endless', '/200-megabytes'];
    tried(t, endless.length);
    for (const where of endless) {
      await update(page, { src: data.address + where });
      await data.gaveUp(where);
    }
  }));

  test('what comes too slowly ends', (t) => withElement({}, {
    // A second of the page is a hundredth of one.
    script: () => {
      const real = window.setTimeout;
      window.setTimeout = (work, time, ...rest) => real(work, time >= 10_000 ? time / 100 : time, ...rest);
    },
  }, async (page) => {
    const slow = ['/never', '/drips'];
    tried(t, slow.length);
    for (const where of slow) {
      await clear(page);
      await update(page, { src: data.address + where });
      const [problem] = await problems(page);
      assert.equal(problem.code, 'src-timeout');
      assert.match(problem.message, /did not arrive within 30 seconds\.$/);
      await data.gaveUp(where);
    }
  }));

  test('at the start, what stands inside is shown; another address mends it', () =>
    withElement({ src: `${data.address}/nowhere.json` }, { wait: false }, async (page) => {
      const [problem] = await problems(page);
      assert.equal(problem.code, 'src-missing');
      const { notice, marks } = await look(page);
      assert.match(notice, /cannot be shown: its data could not be loaded/);
      assert.deepEqual(marks, []);
      await setSource(page, `${data.address}/good.json`);
      await drawn(page);
      assert.equal(await edition(page), '3 Mar 2031');
      assert.equal((await look(page)).notice, null);
    }));

  test('mount() rejects with the code, and so does update()', () => withElement({}, {}, async (page) => {
    const codes = await page.evaluate(async (address) => {
      const { mount } = await import('/pkg/index.js');
      const place = document.getElementById('place');
      const code = (work) => work.then(() => 'fine', (error) => error.code);
      const refused = await code(mount(place, { src: `${address}/nowhere.json` }));
      const widget = await mount(place, { src: `${address}/good.json` });
      return [
        refused, await code(widget.update({ src: `${address}/bad.json` })),
        await code(widget.update({ src: 'data:,' })), await code(widget.update({ theme: 'dark' })),
        await code(widget.update({ src: `${address}/good.json` })), widget.marks().length > 0,
      ];
    }, data.address);
    assert.deepEqual(codes, ['src-missing', 'dataset', 'src-refused', 'fine', 'fine', true]);
  }));

  test('a bad dataset is told by its problems', () => withElement({}, {}, async (page) => {
    await clear(page);
    await update(page, { src: `${data.address}/bad.json` });
    const [problem] = await problems(page);
    assert.deepEqual([problem.code, problem.path], ['wrong-value', 'observations']);
    assert.ok((await look(page)).marks.length > 0);
  }));
});

describe('nothing goes on', () => {
  for (const [name, work] of [
    ['after the element was removed', (element) => element.remove()],
    ['after the address was taken away', (element) => element.removeAttribute('src')],
    ['after another one was given', (element, address) => (element.src = `${address}/good.json`)],
    ['after a dataset was given', (element) => (element.dataset = {})],
  ]) {
    test(name, () => withElement({}, {}, async (page) => {
      await setSource(page, `${data.address}/drips`);
      await page.waitFor(() => performance.now() > 0);
      for (let wait = 0; wait < 100 && !(await seen('/drips')); wait += 1) await frames(page);
      await page.evaluate(([work, address]) => {
        // eslint-disable-next-line no-new-func
        new Function('element', 'address', `(${work})(element, address)`)(document.querySelector('smart-footprint'), address);
      }, [String(work), data.address]);
      await data.gaveUp('/drips');
      await frames(page);
      const codes = await page.evaluate(() => window.heard.flatMap(({ problems }) => problems ?? []).map(({ code }) => code));
      assert.deepEqual(codes.filter((code) => code.startsWith('src-')), []);
      noErrors(page);
    }));
  }

  const seen = async (where) => data.peek().some(({ path }) => path === where);

  test('a moved element asks once', () => withElement({ src: `${data.address}/good.json` }, {}, async (page) => {
    await page.evaluate(() => document.body.append(document.querySelector('smart-footprint')));
    await frames(page);
    assert.deepEqual(data.asked(), []);
    assert.equal(await edition(page), '3 Mar 2031');
  }));
});
