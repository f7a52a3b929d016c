/**
 * Makes of every peer what a page would ship: bundled, minified and tree-shaken by esbuild.
 * `start` holds what draws the two charts and nothing else; `work` all that is measured.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const folder = fileURLToPath(new URL('.', import.meta.url));

const common = {
  bundle: true,
  minify: true,
  write: false,
  format: 'esm',
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'silent',
  define: { 'process.env.NODE_ENV': '"production"' },
  loader: { '.css': 'text' },
  // Our own package is loaded as it is built, from where the server has it.
  external: ['/pkg/*'],
};

/** The text of a peer's bundle; `work` gives the charts' figures. Throws what esbuild says. */
export async function bundle(peer, kind, work) {
  const { outputFiles } = await esbuild.build({
    ...common,
    entryPoints: [path.join(folder, 'page', `${kind}.js`)],
    plugins: [{
      name: 'peer',
      setup(build) {
        build.onResolve({ filter: /^#peer$/ }, () => ({
          path: path.join(folder, 'peers', `${peer.file}.js`),
        }));
        build.onResolve({ filter: /^#figures$/ }, () => ({ path: 'figures', namespace: 'figures' }));
        build.onLoad({ filter: /.*/, namespace: 'figures' }, () => ({
          contents: JSON.stringify(work), loader: 'json',
        }));
      },
    }],
  });
  return outputFiles[0].text;
}
