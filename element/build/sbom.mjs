// sbom.mjs PACKAGE: what the modules of the package are compiled from, and the checksums of all files
// in it, as a CycloneDX list. It holds no date and no serial number, so that the same sources give the
// same bytes.
import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The crates that end up in the modules: name, version, licence. Not macros, not the build's own. */
export async function shippedCrates() {
  const { stdout } = await promisify(execFile)('cargo', [
    'tree', '--locked', '--target', 'wasm32-unknown-unknown', '--edges', 'normal,no-proc-macro',
    '--prefix', 'none', '--no-dedupe', '--format', '{p}|{l}',
  ]);
  const lines = [...new Set(stdout.trim().split('\n'))].sort();
  return lines.map((line) => {
    const [, name, version, licence] = /^(\S+) v(\S+)(?: \([^)]*\))?\|(.*)$/.exec(line);
    return { name, version, licence };
  }).filter(({ name }) => name !== 'smart-footprint');
}

/** The checksums of the lock file, by `name version`. */
export async function checksums() {
  const lock = await readFile('Cargo.lock', 'utf8');
  const found = lock.matchAll(/name = "(.+)"\nversion = "(.+)"\nsource = ".+"\nchecksum = "(.+)"/g);
  return new Map([...found].map(([, name, version, checksum]) => [`${name} ${version}`, checksum]));
}

/** Every file of a package but the list itself, with the hash that `integrity` attributes have in base64. */
async function filesOf(folder) {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = found.filter((file) => file.isFile())
    .map((file) => path.relative(folder, path.join(file.parentPath ?? file.path, file.name)).replaceAll(path.sep, '/'))
    .filter((name) => name !== 'sbom.cdx.json').sort();
  return Promise.all(names.map(async (name) => ({
    type: 'file',
    name,
    hashes: [{ alg: 'SHA-384', content: createHash('sha384').update(await readFile(path.join(folder, name))).digest('hex') }],
  })));
}

export async function billOfMaterials(folder) {
  const version = /^version = "(.+)"/m.exec(await readFile('Cargo.toml', 'utf8'))[1];
  const rust = /^channel = "(.+)"/m.exec(await readFile('rust-toolchain.toml', 'utf8'))[1];
  const sums = await checksums();
  const component = (name, version, licence, purl, checksum) => ({
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    ...(checksum && { hashes: [{ alg: 'SHA-256', content: checksum }] }),
    licenses: [{ expression: licence }],
    purl,
  });
  const own = `pkg:npm/smart-footprint@${version}`;
  const components = [
    component('rust-std', rust, 'MIT OR Apache-2.0', `pkg:generic/rust-std@${rust}`),
    ...(await shippedCrates()).map(({ name, version, licence }) =>
      component(name, version, licence, `pkg:cargo/${name}@${version}`, sums.get(`${name} ${version}`))),
  ];
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'library', 'bom-ref': own, name: 'smart-footprint', version,
        licenses: [{ expression: 'MIT' }], purl: own, components: await filesOf(folder),
      },
    },
    components,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , out] = process.argv;
  await writeFile(path.join(out, 'sbom.cdx.json'), `${JSON.stringify(await billOfMaterials(out), null, 2)}\n`);
}
