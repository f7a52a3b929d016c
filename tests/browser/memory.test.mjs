// A module that gets no more memory: the widget that asked for too much says so, the others live on,
// and it comes back with less.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before } from 'node:test';
import { tried } from '../tried.mjs';
import { project, startBrowser, test } from './driver.mjs';
import { noErrors, openElement } from './steps.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

/** The module with a limit to its memory: so many pages more than it begins with. */
function limited(module, more) {
  let at = 8; // after the magic number and the version
  while (at < module.length) {
    const section = module[at];
    const [size, body] = number(module, at + 1);
    if (section === 5) {
      const [count, flagsAt] = number(module, body);
      assert.deepEqual([count, module[flagsAt]], [1, 0], 'one memory without a limit');
      const [pages] = number(module, flagsAt + 1);
      const memory = [1, 1, ...bytes(pages), ...bytes(pages + more)];
      return Buffer.concat([module.subarray(0, at + 1), Buffer.from([...bytes(memory.length), ...memory]), module.subarray(body + size)]);
    }
    at = body + size;
  }
  return assert.fail('no memory');
}

/** Reads a number of LEB128; gives it and what comes after. */
function number(module, at) {
  let [value, shift] = [0, 0];
  for (;;) {
    const byte = module[at++];
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return [value, at];
    shift += 7;
  }
}

function bytes(value) {
  const found = [];
  for (let left = value; ; left >>>= 7) {
    if (left < 0x80) return [...found, left];
    found.push((left & 0x7f) | 0x80);
  }
}

test('memory that runs out', async (t) => {
  const module = await readFile(path.join(project, 'pkg/smart-footprint.wasm'));
  // Room for the widgets themselves; how much a dataset of this size needs is far beyond all of these.
  const rooms = [40, 80, 160];
  tried(t, rooms.length);
  for (const more of rooms) {
    const page = await openElement(browser, {}, {
      answers: { '/pkg/smart-footprint.wasm': { status: 200, contentType: 'application/wasm', body: limited(module, more) } },
    });
    const seen = await page.evaluate(async () => {
      const [first, place] = [document.querySelector('smart-footprint'), document.getElementById('place')];
      const second = place.appendChild(document.createElement('smart-footprint'));
      second.view = 'lineup';
      await second.ready;
      const picture = (element) => element.shadowRoot.querySelector('canvas').toDataURL();
      const before = picture(second);
      const { dataset } = await import('/pkg/index.js');
      const large = await dataset();
      const note = 'n'.repeat(900);
      const template = large.statements[0];
      large.statements = Array.from({ length: 20_000 }, (_, at) => ({ ...template, id: `s-${at}`, text: `${at} ${note}` }));
      window.heard.length = 0;
      const rounds = [];
      for (let times = 0; times < 3; times += 1) {
        first.dataset = large;
        await first.update({});
        // The others draw by themselves, in a frame of theirs.
        for (let wait = 0; wait < 200 && second.marks().length === 0; wait += 1) await new Promise((resolve) => setTimeout(resolve, 25));
        const notice = first.shadowRoot.querySelector('.notice');
        const failed = notice.hidden ? null : notice.textContent;
        const other = second.shadowRoot.querySelector('.root').dataset.state;
        const kept = picture(second) === before && second.marks().length > 0;
        first.dataset = null;
        await first.update({});
        await new Promise((resolve) => setTimeout(resolve, 50));
        rounds.push({ failed, other, kept, back: first.shadowRoot.querySelector('.root').dataset.state === 'drawn' && first.marks().length > 0 });
      }
      return { rounds, codes: window.heard.flatMap(({ problems }) => problems ?? []).map(({ code }) => code) };
    });
    assert.deepEqual(seen.codes, ['core', 'core', 'core'], `${more}`);
    for (const { failed, other, kept, back } of seen.rounds) {
      assert.match(failed, /fault of its own/);
      assert.deepEqual({ other, kept, back }, { other: 'drawn', kept: true, back: true }, `${more}`);
    }
    noErrors(page);
    await page.close();
  }
});
