/** The picture as a PNG, at any scale. */
import type { Environment } from '#core';
import { FootprintError, reading } from './errors';
import { type Shown, type Wish, withStill } from './still';
import type { PngOptions } from './types/index.js';

/** The most pixels of a bitmap, and of one side of it: what browsers on common machines can make. */
const mostPixels = 67_108_864;
const longestSide = 16_384;

/**
 * @throws {FootprintError} `options` for a scale that is no number above 0 or makes a bitmap beyond
 * the limits, `no-context`, and `core`
 */
export async function png(
  shown: Shown, options: PngOptions | undefined, wish: Wish & { environment: Environment },
  guard: (work: () => void) => void,
): Promise<Blob> {
  const scale = scaleOf(options);
  const canvas = withStill(shown, wish, guard, ({ picture, layout, canvas }) => {
    const width = Math.max(1, Math.round(layout.width * scale));
    const height = Math.max(1, Math.round(layout.height * scale));
    if (width > longestSide || height > longestSide || width * height > mostPixels) {
      return refusal(`makes ${width} × ${height} pixels; a side may have ${longestSide}, all of it ${mostPixels}`);
    }
    picture.paint(width, height, scale, 1);
    return canvas;
  });
  if (canvas instanceof FootprintError) throw canvas;
  const { width, height } = canvas;
  try {
    // A browser that has not so much memory gives a canvas on which nothing stays.
    const painted = canvas.getContext('2d')?.getImageData(0, 0, 1, 1).data[3] === 255;
    const blob = painted && await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (blob) return blob;
  } finally {
    canvas.width = canvas.height = 0; // gives the bitmap back at once
  }
  throw refusal(`makes ${width} × ${height} pixels, for which this browser has no memory`);
}

function scaleOf(options: PngOptions | undefined): number {
  const scale: unknown = reading('options', () => options?.scale ?? 2);
  if (typeof scale === 'number' && Number.isFinite(scale) && scale > 0) return scale;
  throw refusal('is not a number above 0');
}

function refusal(why: string): FootprintError {
  const message = `scale: it ${why}.`;
  return new FootprintError('options', message, [{ code: 'wrong-value', path: 'scale', message, severity: 'error' }]);
}
