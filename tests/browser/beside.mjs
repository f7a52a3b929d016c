// Pictures of the same thing from several engines, side by side, and how far they are apart.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PNG } from 'pngjs';

const engines = ['chromium', 'firefox', 'webkit'];
const gap = 16;
/** How far the mean colours of a square of four pixels are apart that a person would see: of 765. */
const shade = 90;

/** Writes `beside/NAME.png` for what at least two engines have in `folder`; gives a line for each. */
export async function besideEachOther(folder) {
  const lines = [];
  const all = await Promise.all(engines.map((engine) => readdir(path.join(folder, engine)).catch(() => [])));
  for (const name of [...new Set(all.flat())].sort()) {
    const having = engines.filter((_, which) => all[which].includes(name));
    if (having.length < 2) continue;
    const pictures = await Promise.all(having.map(async (engine) => PNG.sync.read(await readFile(path.join(folder, engine, name)))));
    await mkdir(path.join(folder, 'beside'), { recursive: true });
    await writeFile(path.join(folder, 'beside', name), PNG.sync.write(sheet(pictures)));
    const [first, ...others] = pictures;
    const found = others.map((other, which) => `${having[which + 1]} ${first.width === other.width && first.height === other.height
      ? `${squaresApart(first, other)} squares apart`
      : `is ${other.width} by ${other.height}, not ${first.width} by ${first.height}`}`);
    lines.push(`${name}: beside ${having[0]}: ${found.join(', ')}`);
  }
  return lines;
}

/** One beside the other; wide ones one under the other. */
function sheet(pictures) {
  const isWide = pictures[0].width > 1000;
  const sum = (of) => pictures.reduce((total, picture) => total + picture[of] + gap, -gap);
  const most = (of) => Math.max(...pictures.map((picture) => picture[of]));
  const made = new PNG(isWide ? { width: most('width'), height: sum('height') } : { width: sum('width'), height: most('height') });
  made.data.fill(0x80);
  let at = 0;
  for (const picture of pictures) {
    PNG.bitblt(picture, made, 0, 0, picture.width, picture.height, isWide ? 0 : at, isWide ? at : 0);
    at += picture[isWide ? 'height' : 'width'] + gap;
  }
  return made;
}

function squaresApart(one, other) {
  let count = 0;
  for (let top = 0; top + 4 <= one.height; top += 4) {
    for (let left = 0; left + 4 <= one.width; left += 4) {
      const sums = [0, 0, 0];
      for (let pixel = 0; pixel < 16; pixel += 1) {
        const at = ((top + (pixel >> 2)) * one.width + left + (pixel & 3)) * 4;
        for (let part = 0; part < 3; part += 1) sums[part] += one.data[at + part] - other.data[at + part];
      }
      if (sums.reduce((sum, part) => sum + Math.abs(part), 0) / 16 > shade) count += 1;
    }
  }
  return count;
}
