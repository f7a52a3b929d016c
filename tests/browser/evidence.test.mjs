// Evidence by pointer, key and touch: the card beside a mark that is looked at.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { startBrowser, test } from './driver.mjs';
import { frames, heard, hover, look, told, withElementOf } from './steps.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const withElement = withElementOf(() => browser);

describe('evidence', () => {
  test('the events name the mark, once for each change', () => withElement({}, {}, async (page) => {
    await heard(page);
    const { marks: [first, second] } = await look(page);
    for (const { id } of [first, second]) {
      await hover(page, id);
      await hover(page, id);
      await page.key('Escape');
    }
    const point = await hover(page, second.id);
    await page.click(point.x, point.y);
    const events = await heard(page);
    const hovered = events.filter(({ type }) => type === 'footprint-hover');
    assert.deepEqual(hovered.map(({ mark }) => mark?.id), [first.id, second.id]);
    const [selected] = events.filter(({ type }) => type === 'footprint-select');
    assert.equal(selected.mark.id, second.id);
    assert.ok(selected.state.selected);
  }));

  test('hovering and focusing do not repaint', () => withElement({}, {}, async (page) => {
    await page.evaluate(() => {
      window.painted = 0;
      for (const name of ['fillText', 'fillRect', 'clearRect', 'stroke', 'fill']) {
        const method = CanvasRenderingContext2D.prototype[name];
        CanvasRenderingContext2D.prototype[name] = function (...values) {
          window.painted += 1;
          return method.apply(this, values);
        };
      }
    });
    const { marks } = await look(page);
    await hover(page, marks[0].id);
    await page.key('Tab');
    await page.key('End');
    await frames(page);
    assert.equal(await page.evaluate(() => window.painted), 0);
  }));

  test("the panel's button lets go", () => withElement({}, {}, async (page) => {
    const { marks } = await look(page);
    const point = await hover(page, marks[0].id);
    await page.click(point.x, point.y);
    assert.ok((await look(page)).panel);
    await page.evaluate(() => document.querySelector('smart-footprint').shadowRoot.querySelector('.panel-close').click());
    await page.move(2, 2);
    await new Promise((resolve) => setTimeout(resolve, 400));
    const left = await look(page);
    assert.equal(left.state.selected, null);
    assert.equal(left.panel, null);
    assert.match(left.focused, /chart/, 'the focus goes back to the chart');
  }));

  test('a hover card stays while the pointer is on it', () => withElement({}, {}, async (page) => {
    const { marks } = await look(page);
    await hover(page, marks[0].id);
    const { box } = (await look(page)).card;
    await page.move(box.x + 20, box.y + 20);
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.ok((await look(page)).card);
  }));

  test('a click elsewhere on the page lets nothing go', () =>
    withElement({}, { height: 3000 }, async (page) => {
      const { marks } = await look(page);
      const point = await hover(page, marks[0].id);
      await page.click(point.x, point.y);
      const { box, state } = await look(page);
      await page.click(5, box.height + 200);
      assert.equal((await look(page)).state.selected, state.selected);
    }));

  test('a tap selects, a tap beside the marks lets go', () =>
    withElement({}, { touch: true }, async (page) => {
      const { marks } = await look(page);
      const point = await hover(page, marks[0].id);
      await page.tap(point.x, point.y);
      assert.ok((await look(page)).panel);
      const free = await page.evaluate(() => {
        const element = document.querySelector('smart-footprint');
        const { x, y } = element.getBoundingClientRect();
        return { x: x + 1, y: y + 1 };
      });
      await page.tap(free.x, free.y);
      assert.equal((await look(page)).panel, null);
    }));

  test('focusMark() moves the focus there', () => withElement({}, {}, async (page) => {
    const { marks } = await look(page);
    const found = await page.evaluate((id) => {
      const element = document.querySelector('smart-footprint');
      return [element.focusMark(id), element.focusMark('no such mark')];
    }, marks[2].id);
    assert.deepEqual(found, [true, false]);
    const widget = await look(page);
    assert.match(widget.focused, /chart/);
    assert.ok(widget.ring && widget.spoken);
  }));
});
