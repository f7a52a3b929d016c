// Random sequences of what readers and pages do: no error, nothing left, and at the end the widget
// is as a fresh one in the same state. `./build.sh fuzz browser` plays two thousand of them.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { tried } from '../tried.mjs';
import { startBrowser, test } from './driver.mjs';
import { openSequences, play, playAll, sequenceOf } from './sequences.mjs';

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

/** So many; on a slow machine as many as there is time for. */
const most = 120;
const leastPlayed = 20;
const seconds = 25;

test('a sequence is the same for the same seed', () => {
  assert.deepEqual(sequenceOf(7), sequenceOf(7));
  assert.notDeepEqual(sequenceOf(7), sequenceOf(8));
});

// What cannot fail proves nothing: a picture that is not the fresh one's is seen.
test('a widget that is not as a fresh one is told', async () => {
  const page = await openSequences(browser);
  const spoilt = { driven: false, attributes: { view: 'sales' }, steps: [{ do: 'spoil' }] };
  const { faults, pictures } = await play(page, spoilt);
  assert.match(faults.join('\n'), /picture differs/);
  assert.equal(pictures.length, 2);
  await page.close();
});

// What once failed is played again.
for (const seed of [1073]) {
  test(`the sequence of seed ${seed} ends as a fresh widget`, async () => {
    const page = await openSequences(browser);
    assert.deepEqual((await play(page, sequenceOf(seed))).faults, []);
    await page.close();
  });
}

test('after any sequence a widget is as a fresh one, and nothing is left', async (t) => {
  const end = performance.now() + seconds * 1000;
  let asked = 0;
  const until = () => {
    asked += 1;
    return asked > leastPlayed && performance.now() > end;
  };
  const said = [];
  const { played, steps, failing, left } = await playAll(browser, { first: 1, count: most, say: (text) => said.push(text), until });
  tried(t, played);
  t.diagnostic(`${steps} steps`);
  assert.deepEqual(failing, [], said.join('\n'));
  assert.deepEqual(left, { elements: 0 });
});
