// Every example, copied out, given the packed package, built and looked at in a browser.
import assert from 'node:assert/strict';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { startBrowser } from '../browser/driver.mjs';
import { takeExample } from './example.mjs';
import { serveFolder } from './site.mjs';
import { assertAnswers, assertDraws, assertQuiet, visit } from './visit.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

/** A test of one example, which is cleared away after it and says what took how long. */
function host(name, work, title = `examples/${name}`) {
  test(title, async (t) => {
    const example = await takeExample(name);
    t.after(() => example.remove());
    await work(example);
    t.diagnostic(`${title}: ${example.times()}`);
  });
}

/** Serves a folder, or starts a server, and gives the page to `look` once it is drawn. */
async function show(site, expected, look = () => {}) {
  let page;
  try {
    page = await visit(browser, site.address);
    await assertDraws(page, expected);
    await look(page);
  } finally {
    await page?.close();
    await site.stop?.();
  }
}

const viteWords = ['--port', 'PORT', '--strictPort', '--host', '127.0.0.1'];
const built = (example, folder = 'dist') => serveFolder(path.join(example.folder, folder));

host('module-page', async (example) => {
  await example.unpack();
  await show(await built(example, '.'));
});

host('standalone-page', async (example) => {
  await example.unpack();
  await show({ address: pathToFileURL(path.join(example.folder, 'index.html')).href });
});

host('standalone-page', async (example) => {
  await example.unpack();
  const other = await built(example, 'smart-footprint');
  const readme = await readFile(path.join(example.folder, 'smart-footprint/README.md'), 'utf8');
  const [snippet] = /<script [^>]*integrity="[^>]*><\/script>/.exec(readme);
  const script = snippet.replace('https://YOUR-HOST/', other.address);
  await writeFile(path.join(example.folder, 'served.html'), `<!doctype html>
    <link rel="icon" href="data:,">${script}<smart-footprint view="growth"></smart-footprint>`);
  const site = await built(example, '.');
  await show({ address: `${site.address}served.html`, stop: () => Promise.all([site.stop(), other.stop()]) });
}, "the package's snippet with integrity, from another server");

host('node', async (example) => {
  await example.install();
  await example.build();
  const files = await readdir(path.join(example.folder, 'dist'));
  assert.ok(files.length > 1, files.join());
  for (const file of files) {
    const svg = await readFile(path.join(example.folder, 'dist', file), 'utf8');
    assert.match(svg, /^<svg[^>]* width="800"/);
    assert.ok(svg.split('<text').length > 10, `${file} has texts`);
  }
});

for (const [name, folder] of [['rollup', 'dist'], ['webpack', '.']]) {
  host(name, async (example) => {
    await example.install();
    await example.build();
    await show(await built(example, folder));
  });
}

host('esbuild', async (example) => {
  await example.install();
  await example.build();
  await show(await built(example));
  // As one classic script: the standalone entry draws, the other says why it does not.
  for (const entry of ['element', 'standalone.js']) {
    await writeFile(path.join(example.folder, 'classic.js'), `import 'smart-footprint/${entry}';`);
    await example.run('node_modules/.bin/esbuild', 'classic.js', '--bundle', '--outfile=dist/main.js', '--log-level=error');
    await (entry === 'element' ? assertSaysWhy : show)(await built(example));
  }
});

host('vite', async (example) => {
  await example.install();
  await example.build();
  await show(await built(example));
  // While one works, Vite bundles dependencies in another way.
  await show(await example.start('vite', ...viteWords));
});

host('vite', async (example) => {
  await cp(new URL('vite-7', import.meta.url), example.folder, { recursive: true });
  await example.install();
  await example.build();
  await show(await built(example));
  await show(await example.start('vite', ...viteWords));
}, 'examples/vite, with Vite 7');

for (const name of ['svelte', 'vue']) {
  host(name, async (example) => {
    await example.install();
    await example.build();
    await show(await built(example), {}, assertAnswers);
  });
}

host('react', async (example) => {
  await example.install();
  await example.build();
  await show(await built(example), { widgets: 2 }, async (page) => {
    await assertAnswers(page);
    await assertComesBack(page);
  });
  // Only React's development build makes, undoes and makes again every effect in StrictMode.
  const server = await example.start('vite', ...viteWords);
  await show(server, { widgets: 2, ready: 3 }, async (page) => {
    await assertAnswers(page);
    await assertComesBack(page);
  });
});

host('next', async (example) => {
  await example.install();
  await example.build();
  await assertServerPart(example);
  await show(await example.start('next', 'start', '--port', 'PORT', '--hostname', '127.0.0.1'), {}, assertStill);
  // The development build says what differs between the server's page and the browser's.
  await show(await example.start('next', 'dev', '--port', 'PORT', '--hostname', '127.0.0.1'), {}, assertStill);
});

/** A script that does not know where it lies cannot find the module, and says what can be done. */
async function assertSaysWhy(site) {
  const page = await visit(browser, site.address);
  try {
    await page.waitFor(() => heard.some(({ type }) => type === 'footprint-problem'));
    const [{ problems }] = await page.heard('problem');
    assert.equal(problems[0].code, 'wasm-missing');
    assert.match(problems[0].message, /bundle smart-footprint\/standalone\.js/);
    assertQuiet(page);
  } finally {
    await page.close();
    await site.stop();
  }
}

/** Taken off the page and put back by the host, the widgets are drawn anew. */
async function assertComesBack(page) {
  const press = () => page.evaluate(() => document.querySelectorAll('button')[1].click());
  await press();
  await page.waitFor(() => !document.querySelector('smart-footprint'));
  await page.evaluate(() => (heard.length = 0));
  await press();
  await page.waitFor(() => {
    const hosts = [...document.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot?.querySelector('canvas'));
    return hosts.length === 2 && heard.filter(({ type }) => type === 'footprint-ready').length >= 2;
  });
  assertQuiet(page);
}

/** The server's page has the picture in the tag, so it is there without a script. */
async function assertStill(page) {
  const html = await page.evaluate(() => fetch(location.href).then((response) => response.text()));
  assert.match(html, /<smart-footprint view="growth"><img src="data:image\/svg\+xml,%3Csvg/);
  assertQuiet(page);
}

/** What runs on the server has neither the element nor the module that a browser fetches. */
async function assertServerPart(example) {
  const folder = path.join(example.folder, '.next/server');
  const files = await readdir(folder, { recursive: true });
  assert.deepEqual(files.filter((file) => file.endsWith('.wasm')), []);
  for (const file of files.filter((file) => file.endsWith('.js'))) {
    const text = await readFile(path.join(folder, file), 'utf8');
    assert.ok(!text.includes('delegatesFocus') || text.includes('renderSvg'), `${file} has the element`);
  }
}
