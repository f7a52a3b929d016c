// bytes.mjs [VIEW] [--all]: what the bytes of a first picture are. Of the small module its parts,
// its functions and its embedded texts; of the script its source files.
//
// What a part costs in brotli is found by leaving it out: the rest is compressed alone. That is
// less than it weighs, for what it has in common with the rest is counted in neither.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliSize } from '../element/build/compressed.mjs';
import { firstPictureFiles, views } from '../element/build/first-picture-files.mjs';
import { readModule } from './wasm-parts.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));
const inProject = (...names) => path.join(project, ...names);
/** So many functions are listed, where not all are asked for. */
const most = 60;

const { values: { all }, positionals: [view = 'growth'] } = parseArgs({
  allowPositionals: true, options: { all: { type: 'boolean' } },
});
if (!views.includes(view)) {
  console.error(`There is no view ${view}; there are ${views.join(', ')}.`);
  process.exit(2);
}

await showFiles();
await showModule();
await showScript();

function show(title, rows) {
  console.log(`\n${title}`);
  for (const { name, raw, brotli } of rows) {
    console.log(`${String(raw).padStart(8)} ${(brotli === undefined ? '' : String(brotli)).padStart(8)}  ${name}`);
  }
}

async function showFiles() {
  const rows = [];
  for (const name of await firstPictureFiles(inProject('pkg'), view)) {
    const bytes = await readFile(inProject('pkg', name));
    rows.push({ name, raw: bytes.length, brotli: brotliSize(bytes) });
  }
  show(`Up to the first picture of ${view}: raw, in brotli`, rows);
}

async function showModule() {
  const bytes = await readFile(inProject('target', 'names', `first-${view}.wasm`));
  const module = readModule(bytes);
  const data = await dataParts(module);
  const parts = [...module.functions, ...data, ...module.otherSections];
  const counted = parts.reduce((sum, part) => sum + part.end - part.start, 0);
  const size = (some) => some.reduce((sum, { start, end }) => sum + end - start, 0);
  const whole = brotliSize(joined(bytes, parts));
  const without = (some) => whole - brotliSize(joined(bytes, parts.filter((part) => !some.includes(part))));

  const groups = grouped(module.functions, ({ name }) => `code of ${owner(name)}`);
  for (const [name, some] of grouped([...data, ...module.otherSections], (part) => part.name)) groups.set(name, some);
  const rows = [...groups].map(([name, some]) => ({ name, raw: size(some), brotli: without(some) }));
  show(`Its module, ${counted} bytes, by what they belong to: raw, brotli saved without it`, bySize(rows));

  const functions = bySize(module.functions.map((part) => ({ name: part.name, raw: size([part]) })));
  const shown = all ? functions : functions.slice(0, most);
  show(`Its functions, ${shown.length} of ${functions.length}: raw`, shown);
}

function bySize(rows) {
  return rows.sort((one, other) => other.raw - one.raw);
}

/** The data segments, cut where the embedded dataset and the messages begin and end. */
async function dataParts(module) {
  const known = [];
  const builds = inProject('target/browser/wasm32-unknown-unknown/release/build');
  for (const name of await readdir(builds)) {
    const read = (file) => readFile(path.join(builds, name, 'out', file)).catch(() => undefined);
    const [dataset, messages] = [await read('dataset.bin'), await read('messages.rs')];
    if (!dataset || !messages) continue;
    const [, literal] = /ENGLISH: &str = "(.*)";/.exec(messages);
    known.push(['the embedded dataset', dataset], ['the messages', Buffer.from(unescaped(literal))]);
  }
  const parts = [];
  for (const segment of module.segments) {
    let { start } = segment;
    const cuts = known
      .map(([name, text]) => ({ name, start: module.bytes.indexOf(text, segment.start), length: text.length }))
      .filter((cut) => cut.start >= segment.start && cut.start + cut.length <= segment.end)
      .sort((one, other) => one.start - other.start || other.length - one.length);
    for (const cut of cuts) {
      if (cut.start < start) continue;
      parts.push({ name: 'other data', start, end: cut.start });
      start = cut.start + cut.length;
      parts.push({ name: cut.name, start: cut.start, end: start });
    }
    parts.push({ name: 'other data', start, end: segment.end });
  }
  return parts.filter(({ start, end }) => end > start);
}

function grouped(parts, nameOf) {
  const groups = new Map();
  for (const part of parts) groups.set(nameOf(part), [...(groups.get(nameOf(part)) ?? []), part]);
  return groups;
}

/** A string literal of Rust's as text. */
function unescaped(literal) {
  const short = { n: '\n', t: '\t', 0: '\0', r: '\r' };
  return literal.replace(/\\(?:u\{([0-9a-f]+)\}|(.))/g, (_, code, letter) => (
    code ? String.fromCodePoint(Number.parseInt(code, 16)) : short[letter] ?? letter));
}

function joined(bytes, parts) {
  return Buffer.concat(parts.map(({ start, end }) => bytes.subarray(start, end)));
}

/** Crate and module of a function's name: `smart_footprint::view::growth`, `plotters`, `core::fmt`. */
function owner(name) {
  const [first] = name.replace(/^<+(?:&|mut |dyn )*/, '').split(/[ <>]/);
  const steps = first.split('::').filter((step) => step !== '');
  const own = steps[0] === 'smart_footprint' || steps[0] === 'core' || steps[0] === 'alloc' || steps[0] === 'std';
  return (own ? steps.slice(0, steps[1] === 'view' ? 3 : 2) : steps.slice(0, 1)).join('::') || name;
}

async function showScript() {
  const { outputs } = JSON.parse(await readFile(inProject('target/bindgen/script.json'), 'utf8'));
  const files = await firstPictureFiles(inProject('pkg'), view);
  const rows = new Map();
  for (const [file, { inputs }] of Object.entries(outputs)) {
    if (!files.includes(path.basename(file))) continue;
    for (const [name, { bytesInOutput }] of Object.entries(inputs)) {
      rows.set(name, (rows.get(name) ?? 0) + bytesInOutput);
    }
  }
  show('Its script by source file: raw', bySize([...rows].map(([name, raw]) => ({ name, raw }))));
}
