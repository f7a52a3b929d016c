// endurance.mjs [MINUTES] [--seed N] [--package FOLDER]
//
// Two widgets with one state on a page, the strip of time playing, new data every second, resized
// at random, for half an hour: what they hold and what a frame costs, at the end as at the
// beginning? A run of thirty minutes or more writes bench/results/endurance.*, a shorter one
// target/bench/.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch, within } from './browser.mjs';
import { planOf, widths } from './endurance/plan.mjs';
import { plot } from './endurance/plot.mjs';
import { busiest, held } from './endurance/processes.mjs';
import { report } from './endurance/report.mjs';
import { machine } from './machine.mjs';
import { redraws } from './measures/redraw.mjs';
import { openSeries, openWork } from './measures/work.mjs';
import { addPackage, addPeer } from './pages.mjs';
import { found, peers } from './peers.mjs';
import { Server } from './server.mjs';
import { chance, quantile } from './statistics.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));
const everySeconds = 15;
/** Both widgets stand side by side at their widest, and are seen. */
const size = { width: 1640, height: 1000 };
const referenceRedraws = 60;

const asked = readArguments();
const server = new Server();
const pack = await addPackage(server, asked.folder);
const [ours, canvas] = ['ours', 'canvas'].map((id) => found(peers.find((peer) => peer.id === id), pack));
for (const peer of [ours, canvas]) await addPeer(server, peer, pack);
server.add('/out/endurance.js', await readFile(new URL('page/endurance.js', import.meta.url)));
await server.start();
const browser = await launch();
try {
  await write(await endure());
} finally {
  await browser.close();
  server.stop();
}

function readArguments() {
  const { values, positionals: [minutes = '30'] } = parseArgs({
    allowPositionals: true, options: { seed: { type: 'string' }, package: { type: 'string' } },
  });
  if (!(Number(minutes) > 0)) {
    console.error(`${minutes} is no number of minutes.`);
    process.exit(2);
  }
  return {
    minutes: Number(minutes),
    // What is compiled, cached and grown once, before anything is compared.
    warmUp: Math.min(2, Number(minutes) / 4),
    // Of the beginning and of the end that are compared.
    edge: Math.min(5, Number(minutes) / 3),
    seed: Number(values.seed ?? 1),
    folder: path.resolve(values.package ?? path.join(project, 'pkg')),
    whole: Number(minutes) >= 30 && !values.package,
  };
}

async function endure() {
  const { minutes, warmUp, edge, seed } = asked;
  const random = chance(seed);
  const session = await browser.newBrowserCDPSession();
  const page = await openWork({ browser, server }, ours, { motion: true, size });
  const reference = await openSeries({ browser, server }, canvas);
  const results = {
    machine: machine(browser), package: pack.version, seed, minutes, warmUp, edge, everySeconds,
    samples: [], rest: {}, work: {}, errors: page.errors,
  };
  await page.evaluate(async (entries) => {
    window.endurance = await import('/out/endurance.js');
    await window.endurance.begin(entries);
  }, { module: pack.module, element: pack.element, widths });

  let pageProcess;
  const weigh = async () => {
    const { bytes, ...memory } = await page.memory();
    pageProcess ??= await busiest(session, 'renderer');
    return { ...memory, ...await held(session, pageProcess) };
  };
  const rest = async () => {
    const pictures = await within(60_000, page.evaluate(() => window.endurance.rest()));
    const state = await weigh();
    return { ...state, held: await page.held(), pictures: pictures.map((url) => createHash('sha256').update(url).digest('hex').slice(0, 16)) };
  };

  const started = performance.now();
  const minute = () => (performance.now() - started) / 60_000;
  while (minute() < warmUp + minutes) {
    const isWarmUp = minute() < warmUp;
    if (!isWarmUp) results.rest.before ??= await rest();
    const plan = planOf(random, everySeconds);
    const before = await page.mainThread();
    const seen = await within(60_000 + everySeconds * 1000, page.evaluate((plan) => window.endurance.live(plan), plan));
    const after = await page.mainThread();
    const at = minute();
    const sample = {
      minute: at, warmUp: isWarmUp, load: os.loadavg()[0],
      ...await weigh(),
      frames: seen.gaps.length,
      main: (after.all - before.all) / seen.gaps.length,
      scripts: (after.script - before.script) / seen.gaps.length,
      share: (after.all - before.all) / seen.gaps.reduce((sum, gap) => sum + gap, 0),
      gap: quantile(seen.gaps, 0.5),
      late: quantile(seen.gaps, 0.95),
      update: quantile(seen.updates, 0.5),
      reference: await canvasTime(reference),
    };
    results.samples.push(sample);
    count(results.work, { frames: seen.gaps.length, updates: seen.updates.length, ...seen.done });
    process.stdout.write(`\r\x1b[K${at.toFixed(1)} of ${warmUp + minutes} minutes: ${(sample.script / 1e6).toFixed(2)} and ${(sample.dom / 1e6).toFixed(2)} MB, ${sample.module / 65_536} pages, ${sample.nodes} nodes, ${sample.main.toFixed(2)} ms a frame`);
  }
  results.rest.after = await rest();
  results.work.problems = await page.evaluate(() => window.endurance.problems());
  process.stdout.write('\n');
  return results;
}

/** The hand-written canvas redrawn in a page beside: what the machine itself is worth just now. */
async function canvasTime(page) {
  const before = await page.mainThread();
  await page.evaluate(redraws, { way: 'new figures', count: referenceRedraws });
  const after = await page.mainThread();
  return (after.all - before.all) / referenceRedraws;
}

function count(sums, more) {
  for (const [name, value] of Object.entries(more)) sums[name] = (sums[name] ?? 0) + value;
}

async function write(results) {
  const folder = path.join(project, asked.whole ? 'bench/results' : 'target/bench');
  await mkdir(folder, { recursive: true });
  const text = report(results);
  const rounded = (_, value) => (typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value);
  const json = JSON.stringify(results, rounded, 1);
  await writeFile(path.join(folder, 'endurance.json'), `${json}\n`);
  await writeFile(path.join(folder, 'endurance.md'), text);
  await writeFile(path.join(folder, 'endurance.svg'), plot(results));
  console.log(`\n${text}\nWritten to ${path.relative(project, folder)}/.`);
}
