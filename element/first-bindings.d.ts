/** What the small module exports, as docs/architecture.md lays it down. */
export function initSync(options: { module: WebAssembly.Module }): unknown;

/**
 * A tape with the picture, its height and its name (`tape.ts`). `words` are those of the language, or
 * none for English; `request` holds the language's tag, the fonts, the colours with commas between,
 * and names and values of options by turns, all with U+0000 between.
 */
export function draw(
  words: string, request: string, width: number, dark: boolean, pixelRatio: number,
): Float64Array;
