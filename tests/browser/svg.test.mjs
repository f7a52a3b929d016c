// Every surface shows the same picture: the SVG, rasterised, beside the canvas.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { engine, startBrowser, test } from './driver.mjs';
import { openElement } from './steps.mjs';

/** How far apart, in CSS pixels, the ink of one text may begin and end on the two surfaces. */
const tolerance = 1;
/**
 * How far apart the mean colours of a square of four CSS pixels may be, over all channels: of 765.
 * Firefox smooths the letters of an SVG a little otherwise than those of a canvas.
 */
const shade = engine === 'firefox' ? 100 : 90;
const views = ['growth', 'markets', 'sales', 'lineup'];
const pictures = views.flatMap((view) => [[view, 320, 'light'], [view, 800, 'light'], [view, 800, 'dark'], [view, 1600, 'dark']]);

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

for (const [view, width, theme] of pictures) {
  describe(`${view} at ${width}, ${theme}`, () => {
    let texts;
    let size;
    let squares;
    before(async () => {
      const page = await openElement(browser, { view, theme }, { width, ratio: 2 });
      ({ texts, size, squares } = await page.evaluate(compare));
      await page.close();
    });

    test('the two surfaces show the same', () => {
      assert.ok(squares.length > 10_000);
      const most = squares.reduce((one, other) => Math.max(one, other));
      assert.ok(most <= shade, `a square is ${most} apart`);
    });

    test('texts stand where the canvas has them, and are as large', () => {
      assert.ok(texts.length > 10, `${texts.length} texts`);
      for (const { content, canvas, svg } of texts) {
        assert.ok(canvas && svg, `"${content}" is missing on the ${canvas ? 'SVG' : 'canvas'}`);
        for (const edge of ['left', 'top', 'right', 'bottom']) {
          const apart = Math.abs(canvas[edge] - svg[edge]);
          assert.ok(apart <= tolerance, `"${content}": ${edge} ${apart} px apart`);
        }
      }
    });

    test('no label is cut', () => {
      for (const { content, box } of texts) {
        assert.ok(box.x >= 0 && box.x + box.width <= size.width, `"${content}" is cut at a side`);
        assert.ok(box.y >= 0 && box.y + box.height <= size.height + 0.5, `"${content}" is cut above or below`);
      }
    });

    test('no text stands on another', () => {
      for (const [at, one] of texts.entries()) {
        for (const other of texts.slice(at + 1)) {
          assert.ok(!meet(one.box, other.box), `"${one.content}" and "${other.content}"`);
        }
      }
    });
  });
}

function meet(one, other) {
  const slack = 0.5;
  return one.x + slack < other.x + other.width && other.x + slack < one.x + one.width
    && one.y + slack < other.y + other.height && other.y + slack < one.y + one.height;
}

/** Runs in the page: every text of the SVG, with the boxes of its ink on both surfaces, and how these differ. */
async function compare() {
  const element = document.querySelector('smart-footprint');
  const canvas = element.shadowRoot.querySelector('canvas');
  const ratio = devicePixelRatio;
  const source = await element.toSvg();

  const image = new Image();
  image.src = URL.createObjectURL(new Blob([source], { type: 'image/svg+xml' }));
  await image.decode();
  const raster = document.createElement('canvas');
  raster.width = canvas.width;
  raster.height = canvas.height;
  const context = raster.getContext('2d');
  context.drawImage(image, 0, 0, image.width * ratio, image.height * ratio);

  const parsed = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement;
  document.body.append(parsed);
  const origin = parsed.getBoundingClientRect();
  const texts = [...parsed.querySelectorAll('text')].map((text) => {
    const bounds = text.getBBox(); // the rectangle on the screen is of whole pixels in some engines
    const size = Number(text.getAttribute('font-size'));
    const baseline = Number(text.getAttribute('y'));
    // The letters alone, and a little at the sides: line boxes reach into other lines, and the
    // edge of a bar stands three pixels from what is written beside it.
    const box = { x: bounds.x, y: baseline - 0.76 * size, width: bounds.width, height: 0.98 * size };
    const area = { ...box, x: box.x - 2, width: box.width + 4 };
    return {
      content: text.textContent, box, svg: inkIn(context, area), canvas: inkIn(canvas.getContext('2d'), area),
    };
  });
  parsed.remove();
  const whole = (from) => from.getImageData(0, 0, canvas.width, canvas.height).data;
  const squares = compareSquares(whole(canvas.getContext('2d')), whole(context));
  return { texts, size: { width: origin.width, height: origin.height }, squares };

  /**
   * How far apart the mean colours of each square of four CSS pixels are. A line that stands on half
   * a pixel is pale over two rows on one surface and set on one of them on the other.
   */
  function compareSquares(one, other) {
    const side = 4 * ratio;
    const found = [];
    for (let top = 0; top + side <= canvas.height; top += side) {
      for (let left = 0; left + side <= canvas.width; left += side) {
        const sums = [0, 0, 0];
        for (let y = top; y < top + side; y += 1) {
          for (let x = left; x < left + side; x += 1) {
            const at = (y * canvas.width + x) * 4;
            for (let part = 0; part < 3; part += 1) sums[part] += one[at + part] - other[at + part];
          }
        }
        found.push(Math.round(sums.reduce((sum, part) => sum + Math.abs(part), 0) / side ** 2));
      }
    }
    return found;
  }

  /** The box of what differs from the ground in an area, in CSS pixels. */
  function inkIn(from, { x, y, width, height }) {
    const left = Math.max(0, Math.floor(x * ratio));
    const top = Math.max(0, Math.floor(y * ratio));
    const columns = Math.ceil(width * ratio);
    const rows = Math.ceil(height * ratio);
    const { data } = from.getImageData(left, top, columns, rows);
    const ground = commonColour(data);
    const ink = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        const at = (row * columns + column) * 4;
        const apart = Math.abs(data[at] - ground[0]) + Math.abs(data[at + 1] - ground[1])
          + Math.abs(data[at + 2] - ground[2]);
        if (apart < 120) continue;
        ink.left = Math.min(ink.left, (left + column) / ratio);
        ink.right = Math.max(ink.right, (left + column + 1) / ratio);
        ink.top = Math.min(ink.top, (top + row) / ratio);
        ink.bottom = Math.max(ink.bottom, (top + row + 1) / ratio);
      }
    }
    return ink.left === Infinity ? null : ink;
  }

  function commonColour(data) {
    const counts = new Map();
    for (let at = 0; at < data.length; at += 4) {
      const colour = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    const [[colour]] = [...counts].sort((one, other) => other[1] - one[1]);
    return [colour >> 16, (colour >> 8) & 255, colour & 255];
  }
}
