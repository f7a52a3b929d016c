// The canvas is crisp: its bitmap is the device pixels it covers, and straight lines fill whole
// rows and columns of them.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { startBrowser, test } from './driver.mjs';
import { frames, look, openElement, views, watchedRatios } from './steps.mjs';

const ratios = [1, 1.5, 2, 3];
/** Two colours that differ by less, over all channels, are one. */
const sameColour = 24;

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

for (const ratio of ratios) {
  describe(`at pixel ratio ${ratio}`, () => {
    for (const view of views) {
      for (const place of ['the whole page', 'a box at fractions of a pixel']) {
        test(`${view} in ${place}`, async () => {
          const styles = place === 'the whole page'
            ? ''
            : '#place { margin: 10.3px 0 0 7.7px; width: 633.4px }';
          const page = await openElement(browser, { view, theme: 'light' }, { ratio, styles, height: 1400 });
          try {
            await assertCrisp(page, ratio);
          } finally {
            await page.close();
          }
        });
      }
    }
  });
}

test('stays crisp when the pixel ratio changes', async () => {
  const page = await openElement(browser, { theme: 'light' }, { height: 1400, script: watchedRatios });
  try {
    for (const ratio of [2, 1.5, 1]) {
      await page.setRatio(ratio);
      await page.evaluate(() => window.ratioQueries.at(-1).dispatchEvent(new Event('change')));
      await frames(page);
      const { canvas } = await look(page);
      assert.ok(Math.abs(canvas.bitmap[0] - canvas.width * ratio) <= 1, `${canvas.bitmap} at ${ratio}`);
    }
  } finally {
    await page.close();
  }
});

async function assertCrisp(page, ratio) {
  const { canvas } = await look(page);
  const [width, height] = canvas.bitmap;
  // Under emulation a box at a fraction of a pixel covers whole CSS pixels, elsewhere device pixels.
  assert.ok(Math.abs(width - canvas.width * ratio) <= ratio, `${width} device pixels`);
  assert.ok(Math.abs(height - canvas.height * ratio) <= ratio, `${height} device pixels`);

  const rules = await page.evaluate(straightLines);
  assert.ok(rules.length > 0, 'there are axes to look at');
  const screen = await page.screenshot();
  const at = (x, y) => {
    const index = (y * screen.width + x) * 4;
    return screen.data.subarray(index, index + 3);
  };
  const reach = Math.ceil(ratio) + 1; // as thick as a line may be, and what it may smear into
  for (const rule of rules) {
    const along = rule.horizontal ? rule.y1 : rule.x1;
    const from = Math.min(...(rule.horizontal ? [rule.x1, rule.x2] : [rule.y1, rule.y2]));
    const to = Math.max(...(rule.horizontal ? [rule.x1, rule.x2] : [rule.y1, rule.y2]));
    const origin = rule.horizontal ? canvas.y : canvas.x;
    const start = rule.horizontal ? canvas.x : canvas.y;
    const middle = Math.round((origin + along) * ratio);
    const profiles = [];
    for (let step = 1; step < 40; step += 1) {
      const position = Math.round((start + from + ((to - from) * step) / 40) * ratio);
      const profile = [];
      for (let offset = -reach; offset <= reach; offset += 1) {
        const [x, y] = rule.horizontal ? [position, middle + offset] : [middle + offset, position];
        if (x >= 0 && y >= 0 && x < screen.width && y < screen.height) profile.push([...at(x, y)]);
      }
      profiles.push(profile);
    }
    // Where something crosses the line or stands on it there are more colours than where it runs free.
    const fewest = Math.min(...profiles.filter((profile) => profile.length > reach).map(distinct));
    assert.ok(fewest <= 2, `a line at ${rule.horizontal ? 'y' : 'x'} = ${along} smears over ${fewest} colours`);
  }
}

/** How many colours there are in a row of pixels. */
function distinct(profile) {
  const found = [];
  for (const colour of profile) {
    const known = found.some((other) =>
      colour.reduce((sum, channel, at) => sum + Math.abs(channel - other[at]), 0) < sameColour);
    if (!known) found.push(colour);
  }
  return found.length;
}

/** Runs in the page: the long straight lines of the picture, as its SVG has them. */
async function straightLines() {
  const source = await document.querySelector('smart-footprint').toSvg();
  const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
  return [...parsed.querySelectorAll('line')]
    .filter((line) => !line.closest('[stroke-dasharray]'))
    .map((line) => Object.fromEntries(['x1', 'y1', 'x2', 'y2'].map((name) => [name, Number(line.getAttribute(name))])))
    .map((line) => ({ ...line, horizontal: Math.abs(line.y1 - line.y2) < 0.01 }))
    .filter(({ x1, x2, y1, y2, horizontal }) =>
      (horizontal && Math.abs(x2 - x1) > 60) || (Math.abs(x1 - x2) < 0.01 && Math.abs(y2 - y1) > 60));
}

// English numbers and signs would change their places: "446%+".
test('is the same on a right-to-left page, and so is its SVG', async () => {
  const seen = [];
  for (const direction of ['ltr', 'rtl']) {
    const page = await openElement(browser, { view: 'sales' }, { styles: `html { direction: ${direction} }` });
    try {
      const { canvas } = await look(page);
      const picture = await page.screenshot({ x: canvas.x, y: canvas.y, width: canvas.width, height: 500 });
      const texts = await page.evaluate(async () => {
        const svg = await document.querySelector('smart-footprint').toSvg();
        const place = document.createElement('div');
        place.append(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement);
        document.body.append(place);
        const { left } = place.firstChild.getBoundingClientRect();
        return [...place.querySelectorAll('text')].map((text) => Math.round(text.getBoundingClientRect().left - left));
      });
      seen.push({ picture: picture.data, texts });
    } finally {
      await page.close();
    }
  }
  assert.deepEqual(seen[1].texts, seen[0].texts);
  assert.ok(seen[1].picture.equals(seen[0].picture), 'pixel for pixel');
});
