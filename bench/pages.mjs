/**
 * The pages of the benchmark: for every peer one that draws as it loads, as a host would write
 * it, and one for all that is asked afterwards. Everything is put on the server.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { bundle } from './bundle.mjs';
import { barsOf, seriesOf } from './work.mjs';

/** Puts the package of a folder on the server; tells its entries, as its manifest names them. */
export async function addPackage(server, folder) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isFile() || !/\.(js|json|wasm)$/.test(entry.name)) continue;
    server.add(`/pkg/${entry.name}`, await readFile(path.join(folder, entry.name)));
  }
  const manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const entry = (name) => `/pkg/${path.posix.normalize(manifest.exports[name].default)}`;
  const dataset = JSON.parse(await readFile(path.join(folder, 'dataset.json'), 'utf8'));
  return {
    version: manifest.version,
    licence: manifest.license,
    module: entry('.'),
    element: entry('./element'),
    standalone: entry('./standalone.js'),
    figures: { series: seriesOf(dataset), bars: barsOf(dataset) },
  };
}

/** Bundles a peer and puts its pages on the server; throws what hinders it. */
export async function addPeer(server, peer, pack) {
  server.add(`/out/${peer.id}.work.js`, await bundle(peer, 'work', pack.figures));
  server.add(`/work/${peer.id}.html`, page(workHead(peer, pack), '<main id="place"></main>'));
  if (!peer.ours) server.add(`/out/${peer.id}.start.js`, await bundle(peer, 'start', pack.figures));
  for (const charts of [1, 2]) {
    server.add(startPath(peer, charts), page(startHead(peer, pack), startBody(peer, charts)));
  }
}

export function startPath(peer, charts) {
  return `/start/${peer.id}-${charts}.html`;
}

export function workPath(peer) {
  return `/work/${peer.id}.html`;
}

function page(head, body) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Measured</title>
<link rel="icon" href="data:,">
<style>body, figure { margin: 0 } #place, #series, #bars, smart-footprint { display: block; width: 800px }
#place, #series, #bars { height: 450px } .told { position: absolute }</style>
${head}
</head>
<body>
${body}
</body>
</html>
`;
}

/** What our own readme tells hosts to write; of the others, one bundle. */
function startHead(peer, pack) {
  const entry = `<script type="module" src="${pack.element}"></script>`;
  if (peer.ours === 'module') return entry;
  if (peer.ours === 'preload') {
    return `${entry}\n<link rel="preload" href="/pkg/first-growth.wasm" as="fetch" crossorigin>`;
  }
  if (peer.ours === 'standalone') return `<script src="${pack.standalone}" defer></script>`;
  return `<script type="module" src="/out/${peer.id}.start.js"></script>`;
}

function startBody(peer, charts) {
  const bodies = peer.ours
    ? ['<smart-footprint view="growth"></smart-footprint>', '<smart-footprint view="sales"></smart-footprint>']
    : ['<div id="series"></div>', '<div id="bars"></div>'];
  return bodies.slice(0, charts).join('\n');
}

function workHead(peer, pack) {
  const work = `<script type="module" src="/out/${peer.id}.work.js"></script>`;
  if (peer.ours && peer.ours !== 'standalone') return `<script>window.packageEntry = '${pack.module}'</script>\n${work}`;
  if (peer.ours === 'standalone') return `<script src="${pack.standalone}" defer></script>\n${work}`;
  return work;
}
