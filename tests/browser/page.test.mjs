// The page people open: from disk without a network, and served.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { tried } from '../tried.mjs';
import { onDisk, startBrowser, test } from './driver.mjs';
import { views } from '../../element/build/first-picture-files.mjs';
import { drawn, frames, hover, kinds, look, noErrors } from './steps.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const ways = {
  'from disk with the network off': () => browser.open(onDisk('www/index.html'), { offline: true }),
  served: () => browser.open('/'),
};

for (const [way, open] of Object.entries(ways)) {
  describe(`the page, ${way}`, () => {
    let page;
    before(async () => {
      page = await open();
      await drawn(page);
    });
    after(() => page.close());

    test('draws the four views, says nothing to the console and asks for its files alone', async () => {
      for (const view of views) {
        await show(page, view);
        const widget = await look(page);
        assert.ok(widget.marks.length > 5, `${view} has ${widget.marks.length} marks`);
        assert.ok(await hasInk(page), `${view} is not blank`);
      }
      assert.deepEqual(page.said, []);
      noErrors(page);
      const root = way === 'served' ? `${browser.address}/` : onDisk('');
      for (const request of page.requests) assert.ok(request.startsWith(root) || request.startsWith('data:'), request);
    });

    test('follows the width of its place', async () => {
      for (const width of [320, 640, 1000, 1600]) {
        await page.resize(width);
        await frames(page);
        for (const index of [0, 1]) {
          const { box, canvas, marks } = await look(page, index);
          assert.ok(Math.abs(canvas.width - box.width) <= 2, 'but for a border');
          assert.ok(box.width <= width);
          assert.ok(marks.every((mark) => mark.box.x + mark.box.width <= box.width + 0.01));
        }
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `the page scrolls sideways at ${width}`);
      }
      noErrors(page);
    });
  });
}

describe('every mark of the page', () => {
  let page;
  before(async () => {
    page = await ways['from disk with the network off']();
    await drawn(page);
  });
  after(() => page.close());

  for (const view of views) {
    test(`${view}: lies inside the picture`, async (t) => {
      await show(page, view);
      const { marks, box: { x: left, y: top }, canvas } = await look(page);
      tried(t, marks.length);
      const [fromX, fromY] = [canvas.x - left, canvas.y - top];
      for (const { id, box } of marks) {
        assert.ok(box.width > 0 && box.height > 0, `${id} has no size`);
        assert.ok(box.x >= fromX - 0.01 && box.y >= fromY - 0.01, `${id} begins outside`);
        assert.ok(box.x + box.width <= fromX + canvas.width + 0.01, `${id} ends outside, right`);
        assert.ok(box.y + box.height <= fromY + canvas.height + 0.01, `${id} ends outside, below`);
      }
      assert.equal(new Set(marks.map((mark) => mark.id)).size, marks.length, 'ids are unique');
    });

    test(`${view}: comes in reading order`, async () => {
      // By rows or by columns, nobody reads on to what is both above and to the left.
      await show(page, view);
      const { marks } = await look(page);
      for (const [at, mark] of marks.entries()) {
        for (const later of marks.slice(at + 1)) {
          const above = later.box.y + later.box.height <= mark.box.y;
          const left = later.box.x + later.box.width <= mark.box.x;
          assert.ok(!(above && left), `${later.id} comes after ${mark.id}`);
        }
      }
    });

    test(`${view}: shows its evidence by pointer, beside it and inside the widget`, async (t) => {
      await show(page, view);
      const { marks } = await look(page);
      tried(t, marks.length);
      for (const mark of marks) {
        await page.key('Escape'); // the card before may lie over this mark
        await hover(page, mark.id);
        const widget = await look(page);
        assert.ok(widget.card, `${mark.id} shows no card`);
        assert.ok(kinds(widget.card).includes('source'), `${mark.id} names no source`);
        if (mark.value !== null) assert.ok(kinds(widget.card).includes('value'), `${mark.id} gives no value`);
        if (mark.conflicts.length > 0) assert.ok(kinds(widget.card).includes('conflict'), mark.id);
        for (const row of widget.card.rows) assert.ok(row.label && row.text, `${mark.id}: ${row.kind} is empty`);
        assertPlaced(widget, widget.marks.find(({ id }) => id === mark.id));
      }
    });

    test(`${view}: a click opens the panel, Escape lets go`, async () => {
      await show(page, view);
      const { marks } = await look(page);
      const mark = marks[Math.floor(marks.length / 2)];
      const point = await hover(page, mark.id);
      await page.click(point.x, point.y);
      await page.move(2, 2);
      await new Promise((resolve) => setTimeout(resolve, 400)); // longer than a hover is held
      const kept = await look(page);
      assert.equal(kept.card, null, 'the card gives way');
      assert.ok(kept.panel?.title, 'to the panel');
      assert.ok(kept.state.selected, 'and told in the state');
      await page.key('Escape');
      const left = await look(page);
      assert.equal(left.panel, null);
      assert.equal(left.state.selected, null);
    });

    test(`${view}: is reached by keys once, in the order of marks(), and spoken; Tab leaves`, async (t) => {
      await show(page, view);
      await page.evaluate(() => {
        const tools = document.querySelector('smart-footprint').shadowRoot.querySelectorAll('.controls button, .controls select');
        [...tools].findLast((tool) => tool.checkVisibility()).focus(); // Tab starts from here
      });
      await page.key('Tab');
      const first = await look(page);
      assert.match(first.focused, /chart/, 'one Tab reaches the chart');
      await page.key('Home');
      const said = new Set();
      tried(t, first.marks.length);
      for (const mark of first.marks) {
        const widget = await look(page);
        assert.ok(widget.ring, 'the mark in focus has a ring');
        assertRound(widget.ring, mark.box, widget.box, mark.id);
        assert.ok(widget.spoken.length > 0);
        said.add(widget.spoken);
        await page.key('ArrowRight');
      }
      assert.ok(said.size > first.marks.length / 2, 'what is said tells marks apart');
      await page.key('Enter');
      assert.ok((await look(page)).panel, 'Enter selects');
      await page.key('Escape');
      assert.equal((await look(page)).state.selected, null, 'Escape lets go');
      await page.key('Tab');
      assert.doesNotMatch((await look(page)).focused ?? '', /chart/, 'Tab leaves');
    });
  }
});

/** Shows another view in the first widget of the page. */
async function show(page, view) {
  await page.evaluate((view) => document.querySelector('smart-footprint').update({ view }), view);
  await frames(page);
  assert.equal((await look(page)).state.view, view);
}

/** A picture has more colours than a ground. */
function hasInk(page) {
  return page.evaluate(() => {
    const canvas = document.querySelector('smart-footprint').shadowRoot.querySelector('canvas');
    // Read from a copy: Chromium warns a page that reads its canvas often.
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
    return new Set(new Uint32Array(data.buffer)).size > 5;
  });
}

/** The card lies inside the widget and leaves the mark free. */
function assertPlaced({ card, canvas, box: widget }, mark) {
  const { box } = card;
  const slack = 0.6;
  assert.ok(box.x >= canvas.x - slack, `${mark.id}: card begins outside`);
  assert.ok(box.x + box.width <= canvas.x + canvas.width + slack, `${mark.id}: card ends outside`);
  assert.ok(box.y >= canvas.y - slack, `${mark.id}: card begins above`);
  assert.ok(box.y + box.height <= canvas.y + canvas.height + slack, `${mark.id}: card ends below`);
  const overX = Math.min(box.x + box.width, widget.x + mark.box.x + mark.box.width) - Math.max(box.x, widget.x + mark.box.x);
  const overY = Math.min(box.y + box.height, widget.y + mark.box.y + mark.box.height) - Math.max(box.y, widget.y + mark.box.y);
  assert.ok(overX <= slack || overY <= slack, `${mark.id}: card covers it`);
}

/** The ring stands round the mark, whatever gap it keeps. */
function assertRound(ring, mark, widget, id) {
  const middle = (box) => [box.x + box.width / 2, box.y + box.height / 2];
  const [x, y] = middle(ring);
  const [markX, markY] = middle(mark);
  assert.ok(Math.abs(x - widget.x - markX) < 1 && Math.abs(y - widget.y - markY) < 1, `ring is not round ${id}`);
}
