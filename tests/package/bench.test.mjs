// The parts of the benchmark that compute: no time is measured here.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planOf } from '../../bench/endurance/plan.mjs';
import { plot as endurancePlot } from '../../bench/endurance/plot.mjs';
import { report as enduranceReport } from '../../bench/endurance/report.mjs';
import { values, verdict } from '../../bench/endurance/verdict.mjs';
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

/** A run of half an hour whose samples are `valueAt(minute, some chance about zero)`. */
function enduranceRun(valueAt, loadAt = () => 1) {
  const random = chance(3);
  const samples = Array.from({ length: 128 }, (_, index) => {
    const minute = (index + 1) / 4;
    const value = valueAt(minute, random() - 0.5);
    const load = loadAt(minute);
    return { minute, warmUp: minute <= 2, ...Object.fromEntries(values.map(({ id, scale }) => [id, value * scale])), load };
  });
  const state = { script: 3e6, held: 1e6, dom: 4e6, buffers: 2e5, module: 65_536 * 40, nodes: 900, listeners: 90, own: null, browser: null, pictures: ['a', 'b'] };
  return {
    machine, package: '0.1.0', seed: 1, minutes: 30, warmUp: 2, edge: 5, everySeconds: 15, samples, errors: [],
    rest: { before: state, after: { ...state, nodes: 901 } },
    work: { updates: 1800, columns: 360, resizes: 2100, moves: 1600, starts: 90, frames: 108_000, problems: [] },
  };
}

const heap = values.find(({ id }) => id === 'script');

test('what wavers and what falls is the same at the end; what grows is not, and what grew while it warmed up does not count', () => {
  assert.equal(verdict(enduranceRun((_, noise) => 10 + noise), heap).held, true);
  assert.equal(verdict(enduranceRun((minute, noise) => 10 - minute / 10 + noise), heap).held, true);
  assert.equal(verdict(enduranceRun((minute, noise) => (minute <= 2 ? 5 * minute : 10) + noise), heap).held, true);
  // A step in the middle, and a slope that is less in any minute than what the samples waver by.
  assert.equal(verdict(enduranceRun((minute, noise) => (minute < 16 ? 10 : 12) + noise), heap).held, false);
  const leak = verdict(enduranceRun((minute, noise) => 10 + minute / 25 + noise), heap);
  assert.deepEqual([leak.held, Math.round(leak.slope * 10) / 10], [false, 1.2]);
});

test('the report of a run tells each value, what grew, and what differs at rest', () => {
  const steady = enduranceReport(enduranceRun((_, noise) => 10 + noise));
  assert.match(steady, /All of it is at the end as at the beginning\./);
  assert.match(steady, /\| DOM nodes, nodes \| 900 \| 901 \| \+1 \|/);
  assert.match(steady, /the same, pixel for pixel/);
  const grown = enduranceReport(enduranceRun((minute, noise) => 10 + minute + noise));
  assert.match(grown, /More at the end than at the beginning: JavaScript heap, /);
  assert.match(grown, /\| Main thread, a frame, ms \|.*\*\*more\*\*/);
  const busier = enduranceReport(enduranceRun((minute, noise) => 10 + minute + noise, (minute) => minute));
  assert.match(busier, /\| Main thread, a frame, ms \|.*not to be judged/);
  assert.match(busier, /\| JavaScript heap, MB \|.*\*\*more\*\*/);
  for (const text of [steady, grown, busier]) assert.doesNotMatch(text, /NaN|undefined|Infinity|null/);
  const picture = endurancePlot(enduranceRun((minute) => 10 + minute));
  assert.match(picture, /DOM nodes \(nodes\): first 15, last 40\./);
  assert.doesNotMatch(picture, /NaN|undefined|Infinity/);
});

test('a run is planned by its seed: other data every second, columns among them, and other widths', () => {
  const plan = planOf(chance(1), 15);
  assert.deepEqual(plan, planOf(chance(1), 15));
  assert.notDeepEqual(plan, planOf(chance(2), 15));
  assert.deepEqual([plan.filter(({ seed }) => seed).length, plan.filter(({ points }) => points > 0).length], [15, 3]);
  assert.ok(plan.filter(({ widths }) => widths).length >= 10);
  assert.ok(plan.every(({ at }, index) => index === 0 || plan[index - 1].at <= at));
});
