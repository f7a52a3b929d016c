/** What the small module exports, as docs/architecture.md lays it down. */
export function initSync(options: { module: WebAssembly.Module }): unknown;

export class FirstPicture {
  /** The tag of the words, and the texts of the language; an empty one is English. */
  constructor(context: CanvasRenderingContext2D, tag: string, texts: string[]);
  /** Names and values by turns; gives the height in CSS pixels. */
  layout(options: string[], width: number, dark: boolean, font: string, colors: Float64Array): number;
  paint(pixelRatio: number): void;
  /** What is shown, in two sentences. */
  text(): string;
  free(): void;
  /** Forgets the picture without asking the module to free it. */
  __destroy_into_raw(): number;
}
