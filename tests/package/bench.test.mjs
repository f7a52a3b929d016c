// The parts of the benchmark that compute: no time is measured here.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plot } from '../../bench/plot.mjs';
import { report } from '../../bench/report.mjs';
import { merged } from '../../bench/runs.mjs';
import { chance, quantile, shuffled, summary } from '../../bench/statistics.mjs';

const machine = {
  date: '2026-07-01', processor: '2 × one', memory: '8 GiB', system: 'Linux', browser: 'Chromium 1',
  node: 'v20', load: [0, 0, 0], commit: 'abc',
};

function results(peers, measures) {
  return { machine, package: '0.1.0', repetitions: 3, seed: 1, peers, measures };
}

test('quantiles lie between samples, whatever their order', () => {
  assert.equal(quantile([3, 1, 2], 0.5), 2);
  assert.equal(quantile([4, 1, 3, 2], 0.5), 2.5);
  assert.equal(quantile([10, 20, 30, 40, 50], 0.25), 20);
  assert.equal(quantile([], 0.5), null);
});

test('a summary counts numbers alone', () => {
  const { median, n } = summary([1, NaN, 3, undefined]);
  assert.deepEqual([median, n], [2, 2]);
});

test('an order by chance holds every item once, and is the same for the same seed', () => {
  const items = Array.from({ length: 50 }, (_, index) => index);
  const order = shuffled(items, chance(7));
  assert.deepEqual([...order].sort((one, other) => one - other), items);
  assert.notDeepEqual(order, items);
  assert.deepEqual(order, shuffled(items, chance(7)));
  assert.notDeepEqual(order, shuffled(items, chance(8)));
});

test('a peer that is missing or fails is named with the reason, and keeps its row', () => {
  const text = report(results(
    [
      { id: 'one', title: 'One', version: '1.0.0', licence: 'MIT' },
      { id: 'two', title: 'Two', missing: 'two is not installed' },
      { id: 'three', title: 'Three', version: '3.0.0', licence: 'MIT' },
    ],
    {
      hover: {
        points: {
          one: { script: summary([0.1, 0.2, 0.3]) },
          three: { failed: ['no pointer here', 'no pointer here'] },
        },
      },
    },
  ));
  assert.match(text, /\| Two \|.*missing: two is not installed/);
  assert.match(text, /\| One \| 0\.200 \(0\.150–0\.250\) \|/);
  assert.match(text, /\| Two \| missing \|/);
  assert.match(text, /\| Three \| failed \|/);
  assert.match(text, /hover, points, Three: no pointer here/);
});

test('the picture says in words what it draws, and what was not measured', () => {
  const peers = [{ id: 'ours', title: 'Ours' }, { id: 'one', title: 'One & <two>' }];
  const picture = plot(results(peers, {
    start: { plain: { ours: { painted: summary([80, 90, 100]) }, one: {} } },
    hover: { points: { ours: { script: summary([0.05]) }, one: { script: summary([0.1]) } } },
  }));
  assert.match(picture, /aria-label="First chart \(ms\): Ours 90, One &amp; &lt;two> not measured\./);
  assert.match(picture, />not measured</);
  assert.doesNotMatch(picture, /NaN|undefined|Infinity/);
});

test('runs together give the median of their medians, from the lowest to the highest', () => {
  const run = (value) => results(
    [{ id: 'one', title: 'One' }],
    { start: { plain: { one: { painted: summary([value - 1, value, value + 1]) } } } },
  );
  const text = report(merged([run(90), run(70), run(80)]));
  assert.match(text, /3 runs/);
  assert.match(text, /\| One \| 80 \(70–90\) \|/);
});
