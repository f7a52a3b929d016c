// Fuzzes every target for its share of the time, or plays sequences in the browser, and writes
// what came of it into results.json: `./build.sh fuzz [MINUTES] [TARGET...]`, and
// `./build.sh fuzz browser [COUNT] [--seed FIRST]`.
//
// A target goes on from corpus/, which holds the few inputs that show it the most of the code; in
// between the fuzzer keeps many more in target/corpora/. What it finds comes into finds/, and the
// suite tries it from then on.
import { spawn } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = path.dirname(fileURLToPath(import.meta.url));
const resultsFile = path.join(folder, 'results.json');
const targets = ['reading', 'columns', 'views', 'telling', 'motion', 'options', 'words'];

/** Longer inputs say nothing that shorter ones do not. */
const longest = 2_000;
/** So many sequences are played by one browser. */
const atOnce = 100;
/** One input may take so many seconds, with room for a slow machine. */
const patience = 30;

const [what = '10', ...rest] = process.argv.slice(2);
if (what === 'browser') await playSequences(rest);
else await fuzz(Number(what), rest.length > 0 ? rest : targets);

async function fuzz(minutes, names) {
  const unknown = names.filter((name) => !targets.includes(name));
  if (!(minutes > 0) || unknown.length > 0) {
    throw new Error(`expected minutes, and targets of ${targets.join(', ')}; found ${[what, ...unknown].join(' ')}`);
  }
  // Inputs are lists of choices: to see what numbers are compared with helps nobody, and takes half of the time.
  await cargoFuzz(['build', '--sanitizer', 'none', '--no-trace-compares'], true);
  let found = 0;
  for (const name of names) found += await fuzzOne(name, Math.max(1, Math.round(minutes * 60 / names.length)));
  process.exitCode = found > 0 ? 1 : 0;
}

/** Gives how many inputs showed a fault: none or one, for a fuzzer stops there. */
async function fuzzOne(name, seconds) {
  const [kept, corpus, artifacts] = [`corpus/${name}`, `target/corpora/${name}`, `target/artifacts/${name}/`]
    .map((part) => path.join(folder, part));
  for (const one of [kept, corpus, artifacts]) await mkdir(one, { recursive: true });
  console.log(`── ${name}, ${seconds} s`);
  const begun = performance.now();
  const { text } = await program(name, [
    corpus, kept, `-max_total_time=${seconds}`, `-max_len=${longest}`, '-len_control=0', `-timeout=${patience}`, '-rss_limit_mb=3000',
    `-artifact_prefix=${artifacts}`, '-print_final_stats=1', '-verbosity=1', '-reload=0',
  ]);
  const last = (pattern) => Number([...text.matchAll(pattern)].at(-1)?.[1] ?? 0);
  // A slow one is no fault: how slow it was is the machine's affair.
  const finds = (await readdir(artifacts)).filter((find) => /^(crash|timeout|oom|leak)-/.test(find)).sort();
  for (const find of finds) {
    const place = path.join(folder, 'finds', name, find);
    await mkdir(path.dirname(place), { recursive: true });
    await copyFile(path.join(artifacts, find), place);
    await rm(path.join(artifacts, find));
    console.log(`a fault: ${path.relative(process.cwd(), place)}\n${text.split('\n').slice(-60).join('\n')}`);
  }
  await remember('targets', name, {
    seconds: Math.round((performance.now() - begun) / 1000),
    executions: last(/stat::number_of_executed_units: +(\d+)/g) || last(/^#(\d+)/gm),
    edges: last(/ cov: (\d+)/g),
    features: last(/ ft: (\d+)/g),
    finds: finds.length,
  });
  await minimise(name, corpus, kept);
  return finds.length;
}

/** Of all that was kept, the few that together reach all of the code that is reached. */
async function minimise(name, corpus, kept) {
  const fewer = `${kept}.fewer`;
  await rm(fewer, { recursive: true, force: true });
  await mkdir(fewer);
  const { code } = await program(name, ['-set_cover_merge=1', '-use_counters=0', `-max_len=${longest}`, '-rss_limit_mb=3000', fewer, kept, corpus]);
  const inputs = await readdir(fewer);
  if (code !== 0 || inputs.length === 0) {
    await rm(fewer, { recursive: true });
    return;
  }
  await rm(kept, { recursive: true });
  await rename(fewer, kept);
  console.log(`${name}: ${inputs.length} inputs reach it all`);
}

function program(name, options) {
  return run(path.join(folder, `target/${host()}/release/${name}`), options, false);
}

function host() {
  return process.arch === 'arm64' ? 'aarch64-unknown-linux-gnu' : 'x86_64-unknown-linux-gnu';
}

async function cargoFuzz(options, shown) {
  const { code } = await run('cargo', ['fuzz', ...options, '--fuzz-dir', folder], shown);
  if (code !== 0) throw new Error(`cargo fuzz ${options.join(' ')} came to ${code}`);
}

/** All that it said, and what it came to; a process of its own, quiet unless it is to be seen. */
function run(command, options, shown) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, options, { cwd: folder, stdio: ['ignore', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe'] });
    const parts = [];
    child.stdout?.on('data', (part) => parts.push(part));
    child.stderr?.on('data', (part) => parts.push(part));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, text: Buffer.concat(parts).toString() }));
  });
}

/** Goes on with the seed after those that were played; with `--seed`, plays that one again, or those from it on. */
async function playSequences(options) {
  const { startBrowser } = await import('../tests/browser/driver.mjs');
  const { playAll } = await import('../tests/browser/sequences.mjs');
  const seedAt = options.indexOf('--seed');
  const isAgain = seedAt >= 0;
  const first = isAgain ? Number(options[seedAt + 1]) : (await known()).browser?.sequences?.next ?? 1;
  const count = Number(options.find((option, at) => /^\d+$/.test(option) && !(isAgain && at === seedAt + 1)) ?? (isAgain ? 1 : 2_000));
  const end = first + count;
  const failed = [];
  // Part by part, each in a browser of its own: what was played counts if a later part is broken off.
  for (let from = first; from < end; from += atOnce) {
    const begun = performance.now();
    const browser = await startBrowser();
    const count = Math.min(atOnce, end - from);
    try {
      const { played, steps, failing, left } = await playAll(browser, { first: from, count, say: console.log, most: 20, pages: 2 });
      const isLeft = Object.values(left).some((number) => number > 0);
      if (isLeft) console.log(`left on the page: ${JSON.stringify(left)}`);
      failed.push(...failing, ...(isLeft ? [`what was left by ${from} and those after it`] : []));
      console.log(`${from} to ${from + played - 1}, ${steps} steps: ${failing.length} failed`);
      const seconds = Math.round((performance.now() - begun) / 1000);
      const finds = failing.length + Number(isLeft);
      if (!isAgain) await remember('browser', 'sequences', { seconds, executions: played, steps, finds, next: from + played });
      if (played < count) break;
    } finally {
      await browser.stop();
    }
  }
  console.log(`${failed.length} failed${failed.length > 0 ? `: ${failed.join(', ')}` : ''}`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}

async function known() {
  return JSON.parse(await readFile(resultsFile, 'utf8').catch(() => '{}'));
}

/** Adds a run to what is known: sums of what was done, the most that was reached, the seed that is next. */
async function remember(part, name, run) {
  const results = await known();
  const before = results[part]?.[name] ?? {};
  const most = ['edges', 'features', 'next'];
  const after = { last: new Date().toISOString().slice(0, 10), runs: (before.runs ?? 0) + 1 };
  for (const [key, value] of Object.entries(run)) {
    after[key] = most.includes(key) ? Math.max(before[key] ?? 0, value) : (before[key] ?? 0) + value;
  }
  results[part] = { ...results[part], [name]: after };
  await writeFile(resultsFile, `${JSON.stringify(results, null, 2)}\n`);
  console.log(`${name}: ${JSON.stringify(run)}`);
}
