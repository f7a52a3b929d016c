// A script, not a test: pictures of each view from the built package, to be looked at, in any engine.
// ENGINE=firefox node tests/browser/screenshots.mjs [VIEW...] [--ratio 2]
// They go to target/test/screenshots/ENGINE/. What several engines have a picture of stands side by
// side in target/test/screenshots/beside/.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { besideEachOther } from './beside.mjs';
import { engine, project, startBrowser } from './driver.mjs';
import { frames, look, openElement } from './steps.mjs';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { ratio: { type: 'string', default: '1' } } });
const wanted = positionals.length > 0 ? positionals : ['growth', 'markets', 'sales', 'lineup'];
const ratio = Number(values.ratio);
/** Higher than any of them: nothing needs to be scrolled, and no scroll bar takes room. */
const height = 2600;
const selected = { growth: 'observation:markets-2026-h1', markets: 'place:FI', sales: 'place:CN', lineup: 'model:5' };

const folder = path.join(project, 'target/test/screenshots');
const browser = await startBrowser();
for (const view of wanted) {
  for (const width of [320, 800, 1600]) {
    await take(`${view}-${width}-light`, { view, theme: 'light' }, width);
    await take(`${view}-${width}-dark`, { view, theme: 'dark' }, width);
    // With all that a reader can use, and the evidence of something.
    await take(`${view}-${width}-controls`, { view, theme: 'light', controls: '', selected: selected[view] }, width);
    await take(`${view}-${width}-controls-dark`, { view, theme: 'dark', controls: '', selected: selected[view] }, width);
  }
}
await browser.stop();
for (const line of await besideEachOther(folder)) console.log(line);

async function take(name, attributes, width) {
  const page = await openElement(browser, attributes, { width, height, ratio, dark: attributes.theme === 'dark' });
  // What is loaded after the first picture is part of it.
  await page.waitFor((isSelected) => {
    const root = document.querySelector('smart-footprint').shadowRoot;
    return root.querySelector('[data-tool="table"]') && (!isSelected || root.querySelector('.panel-title')?.textContent);
  }, 'selected' in attributes);
  await frames(page);
  const { box } = await look(page);
  const file = path.join(folder, engine, `${name}${ratio === 1 ? '' : `@${ratio}x`}.png`);
  await page.saveScreenshot(file, { ...box, x: 0, y: 0, height: Math.ceil(box.height) });
  console.log(`${path.relative(project, file)}: ${box.width} by ${box.height}${page.errors.length > 0 ? `, with errors: ${page.errors.join('; ')}` : ''}`);
  await page.close();
}
