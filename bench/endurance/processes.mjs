/** What the browser's processes hold, as Linux tells it; elsewhere nothing is told. */
import { readFile } from 'node:fs/promises';

/** The process of a kind that has used the processor most: of renderers, the one of the page. */
export async function busiest(session, kind) {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const [first] = processInfo.filter(({ type }) => type === kind).sort((one, other) => other.cpuTime - one.cpuTime);
  return first?.id;
}

/**
 * Bytes: `own` of that process alone, and `browser` of all processes together, what they share
 * divided among them. Bitmaps of canvases are shared.
 */
export async function held(session, id) {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const told = await Promise.all(processInfo.map(async (process) => ({ id: process.id, ...await sizesOf(process.id) })));
  const known = told.filter(({ whole }) => whole !== undefined);
  const page = known.find((process) => process.id === id);
  return {
    own: page?.own ?? null,
    browser: known.length > 0 ? known.reduce((sum, { whole }) => sum + whole, 0) : null,
  };
}

async function sizesOf(id) {
  const text = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => null);
  if (text === null) return {};
  const bytes = (name) => 1024 * Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0);
  return { own: bytes('Private_Clean') + bytes('Private_Dirty'), whole: bytes('Pss') };
}
