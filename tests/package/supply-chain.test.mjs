// What the package is made from: known licences, pinned contents, nothing that runs when it is
// installed, no known hole where somebody can be asked.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { tried } from '../tried.mjs';
import { billOfMaterials, shippedCrates } from '../../element/build/sbom.mjs';

const project = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(project);
const run = promisify(execFile);
const json = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Licences that ask for no more than their own text to be kept. */
const permissive = new Set([
  'MIT', 'Apache-2.0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Zlib', 'Unicode-3.0', 'Unlicense',
  'CC0-1.0', 'MIT-0', 'BlueOak-1.0.0',
]);

/** Whether an SPDX expression can be met by permissive licences alone. */
function isPermissive(expression) {
  const tokens = expression.replaceAll('/', ' OR ').match(/\(|\)|[^\s()]+(?: WITH [^\s()]+)?/g);
  let at = 0;
  const either = () => {
    let met = both();
    while (tokens[at] === 'OR') { at += 1; met = both() || met; }
    return met;
  };
  const both = () => {
    let met = one();
    while (tokens[at] === 'AND') { at += 1; met = one() && met; }
    return met;
  };
  const one = () => {
    if (tokens[at] !== '(') return permissive.has(tokens[at++].replace(/ WITH LLVM-exception$/, ''));
    at += 1;
    const met = either();
    at += 1;
    return met;
  };
  return either();
}

test('an expression is permissive if its alternatives allow it', (t) => {
  tried(t, 8);
  for (const good of ['MIT', 'MIT/Apache-2.0', '(MIT OR GPL-3.0) AND Unicode-3.0', 'Apache-2.0 WITH LLVM-exception OR GPL-2.0']) {
    assert.ok(isPermissive(good), good);
  }
  for (const bad of ['GPL-3.0', 'MIT AND GPL-3.0', '(MIT AND GPL-3.0) OR MPL-2.0', 'Apache-2.0 WITH Commons-Clause']) {
    assert.ok(!isPermissive(bad), bad);
  }
});

test('the bill of materials is that of the lock file, and has the checksum of every file', async (t) => {
  const bill = await billOfMaterials('pkg');
  assert.deepEqual(json('pkg/sbom.cdx.json'), bill);
  const files = new Map(bill.metadata.component.components.map(({ name, hashes: [{ content }] }) => [name, content]));
  const integrity = `sha384-${Buffer.from(files.get('standalone.js'), 'hex').toString('base64')}`;
  assert.ok(readFileSync('pkg/README.md', 'utf8').includes(integrity), 'the README has the same');
  for (const name of ['element.js', 'smart-footprint.wasm', 'static/growth.svg', 'languages/de.json']) assert.ok(files.has(name), name);
  assert.ok(bill.components.length > 10);
  tried(t, files.size + bill.components.length);
  for (const { name, hashes, purl } of bill.components) {
    assert.ok(purl.startsWith('pkg:generic/rust-std@') || /^[0-9a-f]{64}$/.test(hashes?.[0].content), name);
  }
});

test('what is in the modules may be used by everybody', async (t) => {
  const crates = await shippedCrates();
  tried(t, crates.length);
  for (const { name, licence } of crates) assert.ok(isPermissive(licence), `${name}: ${licence}`);
});

test('all crates come from the registry, by their checksums, and may be used', async (t) => {
  const lock = readFileSync('Cargo.lock', 'utf8');
  for (const entry of lock.split('[[package]]').slice(1)) {
    if (/^\nname = "smart-footprint"/.test(entry)) continue;
    assert.match(entry, /\nsource = "registry\+.+"\nchecksum = "[0-9a-f]{64}"/, entry);
  }
  const { stdout } = await run('cargo', ['metadata', '--locked', '--format-version', '1'], { maxBuffer: 1e9 });
  const { packages } = JSON.parse(stdout);
  tried(t, packages.length);
  for (const { name, license } of packages) {
    assert.ok(license && isPermissive(license), `${name}: ${license}`);
  }
});

const inFolders = (folder) => readdirSync(folder).map((name) => `${folder}/${name}/package-lock.json`);
const locks = ['package-lock.json', 'bench/package-lock.json', ...inFolders('examples'), ...inFolders('tests/hosts')]
  .filter((file) => existsSync(file));

test('all npm packages are pinned by their contents, and come from a registry', (t) => {
  assert.ok(locks.length > 8, String(locks));
  tried(t, locks.reduce((sum, lock) => sum + Object.keys(json(lock).packages).length, 0));
  for (const lock of locks) {
    for (const [place, { integrity, resolved, link }] of Object.entries(json(lock).packages)) {
      if (place === '' || link) continue;
      const isOurs = place === 'node_modules/smart-footprint' && /^file:/.test(resolved);
      assert.ok(isOurs || /^sha512-/.test(integrity), `${lock}: ${place}`);
      assert.ok(isOurs || resolved === undefined || /^https:/.test(resolved), `${lock}: ${place}: ${resolved}`);
    }
  }
});

test('what builds and tests the package may be used', (t) => {
  // The font of the tests is under the OFL, and is not in the package.
  const asked = new Set(['@expo-google-fonts/inter', 'axe-core']);
  const packages = Object.entries(json('package-lock.json').packages);
  tried(t, packages.length);
  for (const [place, { license }] of packages) {
    const name = place.replace(/^.*node_modules\//, '');
    assert.ok(place === '' || asked.has(name) || isPermissive(license), `${place}: ${license}`);
  }
});

test('nothing runs when something is installed', () => {
  assert.match(readFileSync('.npmrc', 'utf8'), /^ignore-scripts=true$/m);
  const { scripts = {}, dependencies = {}, optionalDependencies = {}, peerDependencies = {} } = json('pkg/package.json');
  assert.deepEqual([scripts, dependencies, optionalDependencies, peerDependencies], [{}, {}, {}, {}]);
  // The examples' and consumers' are installed by one function; the peers' have no such script.
  assert.match(readFileSync('tests/hosts/example.mjs', 'utf8'), /'--ignore-scripts'/);
  const peers = Object.values(json('bench/package-lock.json').packages);
  assert.ok(!peers.some(({ hasInstallScript }) => hasInstallScript));
});

test('no hole is known in what builds and tests the package, where the registry can be asked', async (context) => {
  const asked = await run('npm', ['audit', '--package-lock-only', '--json'], { timeout: 60_000 })
    .then(({ stdout }) => stdout, ({ stdout }) => stdout ?? '');
  const answer = asked.startsWith('{') ? JSON.parse(asked) : {};
  if (!answer.metadata) {
    context.diagnostic('the registry tells of no advisories; what is pinned was checked above');
    return;
  }
  const serious = answer.metadata.vulnerabilities;
  context.diagnostic(`advisories: ${JSON.stringify(answer.metadata.vulnerabilities)}`);
  assert.deepEqual([serious.critical, serious.high], [0, 0], asked);
});
