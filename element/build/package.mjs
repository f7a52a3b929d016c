// package.mjs BINDINGS PACKAGE: bundles the element round the generated bindings, and puts
// beside it what else the package holds. The module, dataset and stills are there already.
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { deflateSync } from 'fflate';
import { views } from './first-picture-files.mjs';
import { subresourceIntegrity } from './integrity.mjs';
import { reservedHeights } from './reserved-heights.mjs';

const [bindings, out] = process.argv.slice(2).map((folder) => path.resolve(folder));
const element = path.resolve('element');
const wasm = await readFile(path.join(out, 'smart-footprint.wasm'));
const palette = await readFile(path.join(bindings, 'palette.css'), 'utf8');
const languages = await readLanguages(path.join(bindings, 'languages'));
const version = /^version = "(.+)"/m.exec(await readFile('Cargo.toml', 'utf8'))[1];

await checkSharedBindings();

const common = {
  bundle: true,
  minify: true,
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  banner: { js: `/*! smart-footprint ${version}, MIT licence */` },
  define: {
    PACKAGE: JSON.stringify(`smart-footprint ${version}`),
    RESERVED_HEIGHTS: JSON.stringify(reservedHeights(await startedCore(), languages)),
  },
};

const { metafile } = await esbuild.build({
  ...common,
  entryPoints: { index: `${element}/index.ts` },
  format: 'esm',
  splitting: true,
  chunkNames: '[name]-[hash]',
  outdir: out,
  plugins: [parts('fetched')],
  metafile: true,
});
// In one file, so that no second request comes before the picture; what comes late is the same for both.
const { metafile: script } = await esbuild.build({
  ...common,
  entryPoints: { element: `${element}/register.ts` },
  format: 'esm',
  outdir: out,
  plugins: [late(metafile), parts('fetched')],
  metafile: true,
});
// For `./build.sh bench bytes`.
await writeFile(path.join(bindings, 'script.json'), JSON.stringify(script));
await esbuild.build({
  ...common,
  entryPoints: { 'index.node': `${element}/index.ts`, 'element.node': `${element}/register-node.ts` },
  format: 'esm',
  outdir: out,
  plugins: [parts('inlined')],
});
await esbuild.build({
  ...common,
  entryPoints: { standalone: `${element}/standalone.ts` },
  format: 'iife',
  outdir: out,
  plugins: [parts('inlined')],
});

for (const name of ['index.d.ts', 'element.d.ts', 'jsx.d.ts', 'standalone.d.ts']) {
  await copyFile(`${element}/types/${name}`, `${out}/${name}`);
}
const readme = await readFile(`${element}/package/README.md`, 'utf8');
const integrity = await subresourceIntegrity(`${out}/standalone.js`);
await writeFile(`${out}/README.md`, readme.replaceAll('{{version}}', version).replaceAll('{{integrity}}', integrity));
for (const name of (await readdir('.')).filter((name) => /^LICENSE/.test(name))) {
  await copyFile(name, `${out}/${name}`);
}
const manifest = JSON.parse(await readFile(`${element}/package/package.json`, 'utf8'));
const { name, ...rest } = manifest;
await writeFile(`${out}/package.json`, `${JSON.stringify({ name, version, ...rest }, null, 2)}\n`);

/** One script serves the small modules of all views: it must hold all that any of them imports. */
async function checkSharedBindings() {
  const script = await readFile(path.join(bindings, 'first_picture.js'), 'utf8');
  for (const view of views) {
    const module = await WebAssembly.compile(await readFile(path.join(out, `first-${view}.wasm`)));
    const imports = WebAssembly.Module.imports(module).flatMap(({ module: from, name }) => [from, name]);
    const missing = [...new Set(imports)].filter((name) => !script.includes(name));
    if (missing.length > 0) {
      throw new Error(`first-${view}.wasm imports what the bindings of growth lack: ${missing.join(', ')}`);
    }
  }
}

/** What the sources import by names that begin with `#`, and styles as minified text. */
function parts(wasmFrom) {
  return {
    name: 'parts',
    setup(build) {
      build.onResolve({ filter: /^#core$/ }, () => ({
        path: path.join(bindings, 'smart_footprint.js'),
      }));
      build.onResolve({ filter: /^#first-bindings$/ }, () => ({
        path: path.join(bindings, 'first_picture.js'),
      }));
      build.onResolve({ filter: /^#tape$/ }, () => ({ path: `${element}/tape.ts` }));
      build.onResolve({ filter: /^#first-picture$/ }, () => ({
        path: `${element}/${wasmFrom === 'fetched' ? 'first-picture' : 'no-first-picture'}.ts`,
      }));
      build.onResolve({ filter: /^#wasm$/ }, () => ({
        path: `${element}/wasm/${wasmFrom}.ts`,
      }));
      build.onResolve({ filter: /^#words\// }, ({ path: name }) => ({
        path: name.slice('#words/'.length), namespace: 'words',
      }));
      build.onLoad({ filter: /.*/, namespace: 'words' }, ({ path: name }) => ({
        contents: wordsModule(name), loader: 'js',
      }));
      build.onResolve({ filter: /^#wasm-text$/ }, ({ path }) => ({ path, namespace: 'text' }));
      build.onLoad({ filter: /.*/, namespace: 'text' }, () => ({
        // Not by Node's own zlib: its bytes differ from version to version.
        contents: Buffer.from(deflateSync(wasm, { level: 9, mem: 12 })).toString('base64'),
        loader: 'text',
      }));
      build.onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
        const own = await readFile(file, 'utf8');
        const css = path.basename(file) === 'widget.css' ? `${palette}${own}` : own;
        const { code } = await esbuild.transform(css, { loader: 'css', minify: true });
        return { contents: code.trim(), loader: 'text' };
      });
    },
  };
}

/** What is imported late is taken from what was bundled before. */
function late({ outputs }) {
  const files = new Map(Object.entries(outputs).filter(([, { entryPoint }]) => entryPoint)
    .map(([file, { entryPoint }]) => [path.resolve(entryPoint.replace(/^words:/, '#words/')), path.basename(file)]));
  return {
    name: 'late',
    setup(build) {
      build.onResolve({ filter: /.*/ }, async ({ path: name, kind, resolveDir, pluginData }) => {
        if (kind !== 'dynamic-import' || pluginData?.isAsked) return undefined;
        const found = await build.resolve(name, { kind, resolveDir, pluginData: { isAsked: true } });
        const file = files.get(path.resolve(found.namespace === 'words' ? `#words/${found.path}` : found.path));
        if (!file) throw new Error(`${name} was not bundled as a late part.`);
        return { path: `./${file}`, external: true };
      });
    },
  };
}

async function readLanguages(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const files = names.map(async (name) => JSON.parse(await readFile(path.join(folder, name), 'utf8')));
  return new Map((await Promise.all(files)).map((language) => [language.tag, language]));
}

/**
 * What the scripts import of a language: `en` is in them, another one a script of its own, in two
 * parts. `lines` tells where the core has the messages that `Intl` can say.
 */
function wordsModule(name) {
  const [tag, rest] = name.split('/');
  const json = (value) => JSON.stringify(value);
  if (tag === 'lines') {
    const { lines } = languages.get('en');
    const wanted = [
      'group-separator', 'decimal-separator', 'months-long', 'months-short', 'date-long', 'date-short', 'month-year',
    ];
    const known = Object.fromEntries(wanted.map((key) => [key, lines[key]]));
    return `export const count = ${Object.keys(lines).length}; export const lines = ${json(known)};`;
  }
  const language = languages.get(tag);
  if (!language) throw new Error(`There is no language ${tag}.`);
  if (rest) return `export default ${json(language.rest)};`;
  const { direction, first } = language;
  if (tag === 'en') return `export default ${json(first.words)};`;
  const own = json({ name: tag, tag, direction, ...first });
  return `export default { ...${own}, rest: () => import('#words/${tag}/rest') };`;
}

/** The core itself, to be asked how high its pictures are. */
async function startedCore() {
  const core = await import(pathToFileURL(path.join(bindings, 'smart_footprint.js')));
  core.initSync({ module: wasm });
  return core;
}
