// run.mjs [quick] [MEASURE...] [--repetitions N] [--only PEER,...] [--seed N] [--package FOLDER]
//
// Measures the built package beside other libraries. A full run writes bench/results/; one that
// leaves something out writes target/bench/, so that what is committed is always whole.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch, openPage, within } from './browser.mjs';
import { machine } from './machine.mjs';
import { hover } from './measures/hover.mjs';
import { memory } from './measures/memory.mjs';
import { redraw } from './measures/redraw.mjs';
import { scale } from './measures/scale.mjs';
import { size } from './measures/size.mjs';
import { start } from './measures/start.mjs';
import { transition } from './measures/transition.mjs';
import { addPackage, addPeer, startPath } from './pages.mjs';
import { found, peers } from './peers.mjs';
import { Server } from './server.mjs';
import { chance, shuffled, summary } from './statistics.mjs';
import { writeResults } from './write-results.mjs';

const measures = [size, start, redraw, hover, transition, memory, scale];
const project = fileURLToPath(new URL('..', import.meta.url));

const asked = readArguments();
const server = new Server();
const pack = await addPackage(server, asked.folder);
const taking = await prepare();
await server.start();
const browser = await launch();
try {
  const context = { browser, server, pack };
  const present = taking.filter(({ missing }) => !missing);
  await takePictures(context, present);
  const results = {
    machine: machine(browser),
    package: pack.version,
    repetitions: asked.repetitions,
    seed: asked.seed,
    peers: taking.map(({ id, title, version, licence, note, twin, missing }) => (
      { id, title, version, licence, note, twin, missing })),
    fewer: {},
    seconds: {},
    measures: {},
  };
  for (const measure of asked.measures) {
    const started = performance.now();
    results.measures[measure.name] = await take(measure, context, present);
    Object.assign(results.fewer, fewer(measure, present));
    results.seconds[measure.name] = Math.round((performance.now() - started) / 1000);
  }
  await write(results);
} finally {
  await browser.close();
  server.stop();
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      repetitions: { type: 'string' }, only: { type: 'string' }, seed: { type: 'string' },
      package: { type: 'string' },
    },
  });
  const names = positionals.filter((name) => name !== 'quick');
  const unknown = names.filter((name) => !measures.some((measure) => measure.name === name));
  if (unknown.length > 0) {
    console.error(`There is no measure ${unknown.join(', ')}; there are ${measures.map(({ name }) => name).join(', ')}.`);
    process.exit(2);
  }
  const quick = positionals.includes('quick');
  const only = values.only?.split(',');
  return {
    measures: names.length > 0 ? measures.filter(({ name }) => names.includes(name)) : measures,
    repetitions: Number(values.repetitions ?? (quick ? 2 : 7)),
    seed: Number(values.seed ?? 1),
    peers: only ? peers.filter(({ id }) => only.includes(id)) : peers,
    folder: path.resolve(values.package ?? path.join(project, 'pkg')),
    whole: names.length === 0 && !quick && !only && !values.package,
  };
}

/** Bundles every peer; one that cannot be had stays in the list, with the reason. */
async function prepare() {
  const list = [];
  for (const peer of asked.peers.map((peer) => found(peer, pack))) {
    try {
      if (!peer.missing) await addPeer(server, peer, pack);
      list.push(peer);
    } catch (error) {
      list.push({ ...peer, missing: `not bundled: ${String(error.message).split('\n')[0]}` });
    }
    if (list.at(-1).missing) console.log(`Missing: ${peer.title}: ${list.at(-1).missing}`);
  }
  return list;
}

/** What everybody draws, to be looked at: the same work, or it is no comparison. */
async function takePictures({ browser, server }, present) {
  const folder = path.join(project, 'target/bench/pictures');
  await mkdir(folder, { recursive: true });
  for (const peer of present) {
    const page = await openPage(browser, server.address + startPath(peer, 2));
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    await page.screenshot(path.join(folder, `${peer.id}.png`));
    if (peer.ours) {
      const views = await page.evaluate(() => [...document.querySelectorAll('smart-footprint')]
        .map((element) => element.state().view));
      if (views.join() !== 'growth,sales') peer.note = `asked for growth and sales, drew ${views.join(' and ')}`;
    }
    await page.close();
  }
}

function timesOf(measure, variant) {
  return measure.once ? 1 : Math.min(asked.repetitions, measure.most?.(variant) ?? Infinity);
}

/** `{ what: times }` of what is taken less often than the rest. */
function fewer(measure, present) {
  if (measure.once) return {};
  const variants = [...new Set(present.flatMap((peer) => measure.variants(peer)))];
  const some = variants.filter((variant) => timesOf(measure, variant) < asked.repetitions);
  return some.length === variants.length
    ? { [measure.name]: timesOf(measure, variants[0]) }
    : Object.fromEntries(some.map((variant) => [`${measure.name}, ${variant}`, timesOf(measure, variant)]));
}

/** `{ variant: { peer: { value: summary } } }`, and `failed` where there is nothing to sum up. */
async function take(measure, context, present) {
  const random = chance(asked.seed);
  const pairs = present.filter(({ only }) => !only || only.includes(measure.name))
    .flatMap((peer) => measure.variants(peer).map((variant) => ({ peer, variant, taken: [], failures: [], seconds: 0 })));
  const times = ({ variant }) => timesOf(measure, variant);
  const repetitions = Math.max(...pairs.map(times));
  for (let repetition = 1; repetition <= repetitions; repetition += 1) {
    for (const pair of shuffled(pairs.filter((one) => times(one) >= repetition), random)) {
      // What failed twice, took too long or has nothing of the kind is not waited for again.
      if (pair.failures.length >= 2 || pair.failures.some((words) => words.startsWith('not done'))) continue;
      if (pair.taken.some((sample) => Object.keys(sample).length === 0)) continue;
      if (pair.seconds > measure.enough) continue;
      const started = performance.now();
      process.stdout.write(`\r\x1b[K${measure.name} ${repetition}/${repetitions}: ${pair.peer.title}, ${pair.variant}`);
      try {
        pair.taken.push(await within(measure.limit * 2, measure.run(context, pair.peer, pair.variant)));
      } catch (error) {
        pair.failures.push(String(error.message).split('\n')[0]);
      }
      pair.seconds += (performance.now() - started) / 1000;
    }
  }
  process.stdout.write(`\r\x1b[K${measure.name}: done\n`);
  const table = {};
  for (const { peer, variant, taken, failures } of pairs) {
    const names = [...new Set(taken.flatMap((sample) => Object.keys(sample)))];
    (table[variant] ??= {})[peer.id] = {
      ...Object.fromEntries(names.map((name) => [name, summary(taken.map((sample) => sample[name]))])),
      ...(failures.length > 0 && { failed: failures }),
    };
    if (failures.length > 0) console.log(`  ${peer.title}, ${variant}: ${failures.at(-1)}`);
  }
  return table;
}

async function write(results) {
  const folder = path.join(project, asked.whole ? 'bench/results' : 'target/bench');
  const text = await writeResults(folder, results);
  const kept = path.join(project, 'target/bench/runs');
  await mkdir(kept, { recursive: true });
  await writeFile(path.join(kept, `${new Date().toISOString().replaceAll(':', '-')}.json`), JSON.stringify(results));
  console.log(`\n${text}\nWritten to ${path.relative(project, folder)}/.`);
}
