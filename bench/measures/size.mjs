/** The bytes that are shipped: what draws the two charts, and the one script of a library. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { openPage } from '../browser.mjs';
import { startPath } from '../pages.mjs';
import { folderOf } from '../peers.mjs';

const script = await readFile(new URL('../page/observe.js', import.meta.url), 'utf8');

export const size = {
  name: 'size',
  variants: () => ['shipped'],
  limit: 30_000,
  once: true,

  async run(context, peer) {
    const { server, pack } = context;
    if (peer.ours === 'standalone' || peer.twin) return {};
    if (peer.ours) {
      return {
        ...cells('module', await fetchedForFirstPicture(context, peer)),
        ...cells('script', [server.size(pack.standalone)]),
      };
    }
    const module = cells('module', [server.size(`/out/${peer.id}.start.js`)]);
    if (!peer.scripts) return module;
    const files = peer.scripts.map((file) => {
      const where = `/scripts/${peer.id}/${path.basename(file)}`;
      return readFile(path.join(folderOf(peer), file)).then((bytes) => server.add(where, bytes))
        .then(() => server.size(where));
    });
    return { ...module, ...cells('script', await Promise.all(files)) };
  },
};

/** Ours comes in several files: those that are there when the first picture is begun. */
async function fetchedForFirstPicture({ browser, server }, peer) {
  const page = await openPage(browser, server.address + startPath(peer, 1), { script });
  try {
    await page.waitFor(() => window.seen?.ink, 20_000);
    const paths = await page.evaluate(() => performance.getEntriesByType('resource')
      .filter(({ responseEnd }) => responseEnd <= window.seen.ink)
      .map(({ name }) => new URL(name).pathname));
    return [...new Set(paths)].filter((name) => server.has(name)).map((name) => server.size(name));
  } finally {
    await page.close();
  }
}

function cells(kind, sizes) {
  return Object.fromEntries(['raw', 'gzip', 'brotli'].map((form) => [
    `${kind} ${form}`, sizes.reduce((sum, size) => sum + size[form], 0),
  ]));
}
