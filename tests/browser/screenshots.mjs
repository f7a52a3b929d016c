// A script, not a test: pictures of each view from the built package, to be looked at.
// node tests/browser/screenshots.mjs [VIEW...]; they go to target/screenshots/.
import path from 'node:path';
import { project, startBrowser } from './driver.mjs';
import { look, openElement, views } from './steps.mjs';

const browser = await startBrowser();
const wanted = process.argv.slice(2);
for (const view of wanted.length > 0 ? wanted : views) {
  for (const width of [320, 800, 1600]) {
    for (const theme of ['light', 'dark']) {
      for (const ratio of [1, 2]) {
        const page = await openElement(browser, { view, theme }, { width, ratio });
        const { box } = await look(page);
        const name = `${view}-${width}-${theme}${ratio === 1 ? '' : `@${ratio}x`}.png`;
        await page.resize(width, Math.ceil(box.height));
        await page.saveScreenshot(path.join(project, 'target/screenshots', name), { ...box, x: 0, y: 0 });
        console.log(`target/screenshots/${name}`);
        await page.close();
      }
    }
  }
}
await browser.stop();
