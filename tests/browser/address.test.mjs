// The state in the page's address: what differs from what the host gave, beside the host's own.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { startBrowser, test } from './driver.mjs';
import { frames, look, noErrors } from './steps.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

/** Opens a page at a fragment, with elements of these attributes, drawn. */
async function withAddress(fragment, all, work) {
  const page = await browser.open(`/tests/browser/pages/blank.html${fragment}`);
  try {
    await page.evaluate(async (all) => {
      await import('/pkg/element.js');
      await Promise.all(all.map((attributes) => {
        const element = document.createElement('smart-footprint');
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        document.getElementById('place').append(element);
        return element.ready;
      }));
    }, all);
    await frames(page);
    await work(page);
    noErrors(page);
  } finally {
    await page.close();
  }
}

const fragment = async (page) => {
  await new Promise((resolve) => setTimeout(resolve, 300)); // it is written a little later
  return page.evaluate(() => location.hash);
};
const state = async (page, index = 0) => (await look(page, index)).state;
const act = (page, work, index = 0) => page.evaluate(({ work, index }) => {
  const element = document.querySelectorAll('smart-footprint')[index];
  return new Function('element', work)(element);
}, { work, index });

test('what the reader changes is written, what the host gave is not', () =>
  withAddress('', [{ hash: '', controls: '', view: 'growth' }], async (page) => {
    assert.equal(await fragment(page), '');
    const before = await page.evaluate(() => history.length);
    await act(page, "element.select('place:FI')");
    await act(page, "element.shadowRoot.querySelector('.view input[value=sales]').click()");
    await act(page, "element.shadowRoot.querySelectorAll('[name=sources]')[0].click()");
    await act(page, "element.shadowRoot.querySelectorAll('[name=sources]')[1].click()");
    assert.equal(
      await fragment(page),
      '#footprint.view=sales&footprint.selected=place:FI&footprint.sources=2023-results,2025-h1-review',
    );
    await act(page, "element.select(null); element.setAttribute('sources', '')");
    await act(page, "element.shadowRoot.querySelector('.view input[value=growth]').click()");
    assert.equal(await fragment(page), '');
    assert.equal(await page.evaluate(() => history.length), before, 'no entry is added');
  }));

test('a page opened at an address shows what it says, from the first picture on', () =>
  withAddress('#footprint.view=lineup&footprint.selected=model%3A5&footprint.at=2025-12-31', [{ hash: '', view: 'sales' }],
    async (page) => {
      const { view, selected, at } = await state(page);
      assert.deepEqual([view, selected, at], ['lineup', 'model:5', '2025-12-31']);
      assert.equal((await look(page)).panel.title, '#5');
    }));

test('it follows the address', () => withAddress('#top', [{ hash: '' }], async (page) => {
  await page.evaluate(() => (location.hash = '#top&footprint.view=sales&footprint.selected=place:HK'));
  await frames(page);
  await frames(page);
  assert.deepEqual([(await state(page)).view, (await state(page)).selected], ['sales', 'place:HK']);
  await page.evaluate(() => (location.hash = '#top'));
  await frames(page);
  await frames(page);
  assert.deepEqual([(await state(page)).view, (await state(page)).selected], ['growth', null]);
}));

test('several widgets are told apart, and the rest of the fragment is left alone', () =>
  withAddress('#/route?x=1', [{ hash: '' }, { hash: '', id: 'cars' }, { hash: '' }, {}], async (page) => {
    for (const [index, ref] of ['place:FI', 'model:5', 'place:HK', 'place:CN'].entries()) {
      await act(page, `element.select('${ref}')`, index);
    }
    assert.equal(
      await fragment(page),
      '#/route?x=1&footprint.selected=place:FI&cars.selected=model:5&footprint-2.selected=place:HK',
    );
    for (const index of [0, 1, 2]) await act(page, 'element.select(null)', index);
    assert.equal(await fragment(page), '#/route?x=1');
  }));

test('an address that means nothing is a warning at most', () =>
  withAddress('#footprint.view=nonsense&footprint.at=%E0%A4%A&footprint.selected=place:nowhere', [{ hash: '' }],
    async (page) => {
      const { view, at, selected } = await state(page);
      assert.deepEqual([view, at, selected], ['growth', null, 'place:nowhere']);
    }));

test('a frame without an address of its own is no fault', async () => {
  const page = await browser.open('/tests/browser/pages/blank.html');
  try {
    const text = await page.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      const script = await (await fetch('/pkg/standalone.js')).text();
      frame.srcdoc = `<body><smart-footprint hash controls></smart-footprint>
        <script>${script.replaceAll('</script', '<\\/script')}<\/script>
        <script>
          addEventListener('error', ({ message }) => parent.postMessage('failed: ' + message, '*'));
          const element = document.querySelector('smart-footprint');
          element.ready.then(() => {
            element.select('place:FI');
            setTimeout(() => parent.postMessage('selected ' + element.state().selected, '*'), 400);
          });
        <\/script>`;
      const answer = new Promise((resolve) => addEventListener('message', ({ data }) => resolve(data)));
      document.body.append(frame);
      return answer;
    });
    assert.equal(text, 'selected place:FI');
    noErrors(page);
  } finally {
    await page.close();
  }
});
