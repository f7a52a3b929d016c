import { cp, readdir } from 'node:fs/promises';
import { build } from 'esbuild';

await build({
  entryPoints: ['main.js'],
  bundle: true,
  minify: true,
  format: 'esm',
  splitting: true,
  outdir: 'dist',
});
await cp('index.html', 'dist/index.html');

// esbuild leaves `new URL('x.wasm', import.meta.url)` as it is: the modules lie beside the bundle.
const pack = 'node_modules/smart-footprint';
for (const name of await readdir(pack)) {
  if (name.endsWith('.wasm')) await cp(`${pack}/${name}`, `dist/${name}`);
}
