/** The picture on its canvas: how large its bitmap is, and how it comes from one state to the next. */
import type { Environment, Layout, OptionTexts } from '#core';
import type { Core } from './core';
import { Motion } from './motion';
import { Picture } from './picture';
import type { Size } from './placing';

/** With these, what is shown changes; with any other option, how it is shown. */
const moving = [
  'view', 'metric', 'place', 'from', 'to', 'at', 'published-by', 'sources', 'qualifiers', 'kinds',
];

export class Painting {
  readonly picture: Picture;
  readonly #motion: Motion;
  readonly #restored: () => void;
  readonly #canvas: HTMLCanvasElement;
  #size: Size = { width: 0, height: 0 };
  #ratio = 1;
  /** The device pixels that the canvas was last seen to cover. */
  #bitmap: Size | undefined;
  #shown = '';
  #surroundings = '';

  /**
   * `guard` runs what may meet a fault of the core.
   *
   * @throws {FootprintError} `no-context`
   */
  constructor(core: Core, canvas: HTMLCanvasElement, guard: (work: () => void) => void) {
    this.#canvas = canvas;
    this.picture = new Picture(canvas, (context) => new core.Chart(context));
    this.#motion = new Motion(() => guard(() => this.#paint()));
    // A context that the browser took away comes back empty.
    this.#restored = () => {
      canvas.width = 0;
      guard(() => this.#paint());
    };
    canvas.addEventListener('contextrestored', this.#restored);
  }

  /**
   * Lays out the picture, which `paint` is then to paint. It moves there where something else
   * is shown in the same surroundings; `dataset` tells one dataset from another.
   */
  layout(options: OptionTexts, environment: Environment, pixelRatio: number, dataset: number): Layout {
    const layout = this.picture.layout(options, environment);
    const shown = JSON.stringify([...moving.map((name) => options[name] ?? null), dataset]);
    const surroundings = JSON.stringify([environment, pixelRatio]);
    const moves = surroundings === this.#surroundings && (shown !== this.#shown || this.#motion.runs);
    this.#shown = shown;
    this.#surroundings = surroundings;
    this.#size = { width: environment.width, height: layout.height };
    this.#ratio = pixelRatio;
    const view = this.#canvas.ownerDocument.defaultView;
    if (moves && view) this.#motion.start(view);
    else this.#motion.stop();
    return layout;
  }

  /** Paints into a bitmap as large as the canvas was last seen to be. */
  paint(bitmap: Size | undefined): void {
    this.#bitmap = bitmap;
    this.#paint();
  }

  /** The canvas was seen to cover so many device pixels. */
  fit(bitmap: Size): void {
    this.#bitmap = bitmap;
    const { width, height } = this.#canvas;
    if (bitmap.width > 0 && (bitmap.width !== width || bitmap.height !== height)) this.#paint();
  }

  /** Nothing is painted any more. */
  stop(): void {
    this.#canvas.removeEventListener('contextrestored', this.#restored);
    this.#motion.stop();
    this.#shown = this.#surroundings = '';
  }

  #paint(): void {
    const ratio = this.#ratio;
    const width = Math.round(this.#size.width * ratio);
    const height = Math.round(this.#size.height * ratio);
    // A box at a fraction of a pixel covers one pixel more or less than its size says; under
    // emulation it is seen in CSS pixels, and covers so many of them.
    const seen = [1, ratio]
      .map((scale) => this.#bitmap && {
        width: Math.round(this.#bitmap.width * scale),
        height: Math.round(this.#bitmap.height * scale),
        near: Math.max(1, scale),
      })
      .find((box) => box && Math.abs(box.width - width) <= box.near && Math.abs(box.height - height) <= box.near);
    const bitmap = seen ?? { width, height };
    this.picture.paint(Math.max(1, bitmap.width), Math.max(1, bitmap.height), ratio, this.#motion.progress);
  }
}
