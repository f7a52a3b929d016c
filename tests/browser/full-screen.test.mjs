// The widget on the whole screen, and back.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { startBrowser, test } from './driver.mjs';
import { drawn, frames, hover, look, noErrors, openElement, withElementOf } from './steps.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const withElement = withElementOf(() => browser);
const tool = '[data-tool="full-screen"]';

/** Presses the button of the first element, or of the widget in the element that is named. */
async function press(page, host = 'smart-footprint') {
  const at = await page.evaluate(({ host, tool }) => {
    const button = document.querySelector(host).shadowRoot.querySelector(tool);
    const { x, y, width, height } = window.seenAt(button);
    return { x: x + width / 2, y: y + height / 2 };
  }, { host, tool });
  await page.click(at.x, at.y);
}
const isOn = (page) => page.waitFor(() => document.fullscreenElement !== null);
const isOff = (page) => page.waitFor(() => document.fullscreenElement === null);
const button = (page) => page.evaluate((tool) => {
  const found = document.querySelector('smart-footprint').shadowRoot.querySelector(tool);
  return { text: found.textContent, title: found.title, shown: found.checkVisibility() };
}, tool);

test('is as wide as the screen, keeps what is shown, selected and in focus, and goes back', () =>
  withElement({ controls: '', view: 'markets', selected: 'place:FI' },
    { width: 1280, height: 800, styles: '#place { width: 500px }' }, async (page) => {
      const before = await look(page);
      assert.equal((await button(page)).title, 'Full screen');
      await press(page);
      await isOn(page);
      await page.waitFor(() => document.querySelector('smart-footprint').shadowRoot.querySelector('canvas').clientWidth > 1200);
      await frames(page);
      const on = await look(page);
      assert.equal(on.state.view, 'markets');
      assert.equal(on.state.selected, 'place:FI');
      assert.equal(on.panel.title, before.panel.title);
      assert.match(on.focused, /tool/, 'the focus stays on the button');
      assert.equal((await button(page)).title, 'Leave full screen');
      assert.deepEqual(on.marks.map(({ id }) => id).sort(), before.marks.map(({ id }) => id).sort());
      const { covers, isHigh, rest } = await page.evaluate(() => {
        const root = document.querySelector('smart-footprint').shadowRoot.querySelector('.root');
        const { width, height } = window.seenAt(root);
        root.scrollTop = 10_000;
        const rest = root.scrollHeight - root.clientHeight - root.scrollTop;
        // Some screens are so high that all of it fits.
        const isHigh = innerHeight > 2000 || root.scrollTop > 0;
        root.scrollTop = 0;
        return { covers: width === innerWidth && height === innerHeight, isHigh, rest };
      });
      assert.ok(covers && isHigh && rest < 1, `all of it can be reached: ${rest}`);

      await press(page);
      await isOff(page);
      await page.waitFor(() => document.querySelector('smart-footprint').shadowRoot.querySelector('canvas').clientWidth === 500);
      await frames(page);
      const off = await look(page);
      assert.deepEqual(off.marks, before.marks);
      assert.equal(off.state.selected, 'place:FI');
      assert.match(off.focused, /tool/);
      assert.equal((await button(page)).title, 'Full screen');
      noErrors(page);
    }));

test('a large screen shows it larger, and sharp', () =>
  withElement({ controls: '', view: 'sales' }, { width: 2560, height: 1440, styles: '#place { width: 500px }' }, async (page) => {
    await press(page);
    await isOn(page);
    await page.waitFor(() => document.querySelector('smart-footprint').shadowRoot.querySelector('canvas').clientWidth > 2000);
    await frames(page);
    const { canvas } = await look(page);
    assert.ok(Math.abs(canvas.width - 2560) < 2, `${canvas.width} on the screen`);
    assert.deepEqual(canvas.bitmap.map((size, at) => Math.abs(size - [canvas.width, canvas.height][at]) <= 2), [true, true], `${canvas.bitmap}`);
    noErrors(page);
  }));

test('marks answer there, and the page around takes part in nothing', () =>
  withElement({ controls: '', view: 'lineup' }, {
    width: 1280, height: 1000,
    styles: '#place { width: 500px } :fullscreen { width: 50% !important } smart-footprint { padding: 40px; border: 3px solid }',
  }, async (page) => {
    await press(page);
    await isOn(page);
    await page.waitFor(() => document.querySelector('smart-footprint').shadowRoot.querySelector('canvas').clientWidth > 1200);
    await frames(page);
    const { marks } = await look(page);
    const { box: { x: hostX, y: hostY } } = await look(page);
    assert.ok(Number.isFinite(hostX + hostY));
    const point = await page.evaluate((id) => {
      const element = document.querySelector('smart-footprint');
      window.hovered = null;
      element.addEventListener('footprint-hover', ({ detail }) => (window.hovered = detail.mark?.id ?? null));
      const { box } = element.marks().find((mark) => mark.id === id);
      const root = element.shadowRoot.querySelector('.root');
      const { x, y, width } = window.seenAt(root);
      const zoom = width / root.offsetWidth; // as on large screens
      return { x: x + (box.x + box.width / 2) * zoom, y: y + (box.y + box.height / 2) * zoom };
    }, marks[2].id);
    await page.move(point.x, point.y);
    assert.equal(await page.evaluate(() => window.hovered), marks[2].id);
    noErrors(page);
  }));

test('a widget of mount() in another component\'s shadow root has it, too', () =>
  withElement({}, { width: 1200 }, async (page) => {
    await page.evaluate(async () => {
      const { mount } = await import('/pkg/index.js');
      document.querySelector('smart-footprint').remove();
      const host = document.getElementById('place').appendChild(document.createElement('div'));
      host.id = 'component';
      const inner = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
      await mount(inner, { view: 'sales', controls: true });
    });
    const at = await page.evaluate((tool) => {
      const inner = document.getElementById('component').shadowRoot.firstElementChild.firstElementChild;
      const { x, y, width, height } = inner.shadowRoot.querySelector(tool).getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }, tool);
    await page.click(at.x, at.y);
    await isOn(page);
    assert.equal(await page.evaluate(() => document.fullscreenElement.id), 'component');
    await page.evaluate(() => document.exitFullscreen());
    await isOff(page);
    noErrors(page);
  }));

test('a widget that is removed leaves it', () => withElement({ controls: '' }, {}, async (page) => {
  await press(page);
  await isOn(page);
  await page.evaluate(() => document.querySelector('smart-footprint').remove());
  await isOff(page);
  noErrors(page);
}));

test('a frame has the button where it has the permission', async () => {
  const page = await browser.open('/tests/browser/pages/blank.html');
  try {
    await page.evaluate(async () => {
      for (const allow of ['', 'fullscreen']) {
        const frame = document.createElement('iframe');
        Object.assign(frame, { allow, src: '/www/embed.html?view=sales&controls', width: 800, height: 600 });
        // Frames of the page's own origin have it unless they are told that they have not.
        if (!allow) frame.allow = "fullscreen 'none'";
        document.body.append(frame);
        await new Promise((resolve) => frame.addEventListener('load', resolve));
        await frame.contentDocument.querySelector('smart-footprint').ready;
      }
    });
    await frames(page);
    const shown = await page.evaluate((tool) => [...document.querySelectorAll('iframe')].map((frame) =>
      frame.contentDocument.querySelector('smart-footprint').shadowRoot.querySelector(tool).checkVisibility()), tool);
    assert.deepEqual(shown, [false, true]);
    noErrors(page);
  } finally {
    await page.close();
  }
});

test('a browser that has none shows no button', async () => {
  const page = await openElement(browser, { controls: '' }, {
    script: "Object.defineProperty(Document.prototype, 'fullscreenEnabled', { get: () => false })",
  });
  try {
    await drawn(page);
    assert.equal((await button(page)).shown, false);
    await hover(page, (await look(page)).marks[0].id);
    noErrors(page);
  } finally {
    await page.close();
  }
});

test('a refusal leaves the page as it is, and nothing unhandled', () =>
  withElement({ controls: '' }, {
    script: "Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('refused'))",
  }, async (page) => {
    await press(page);
    await frames(page);
    assert.equal((await button(page)).title, 'Full screen');
    noErrors(page);
  }));
