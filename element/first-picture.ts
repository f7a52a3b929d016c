/**
 * The first picture. A small module draws the embedded dataset while the complete one is
 * still to come, so that a reader waits for little. It answers nothing: what is looked at,
 * selected or told is the complete module's, which draws the same picture again.
 */
import type { Environment, OptionTexts } from '#core';
import { FirstPicture as Drawing, initSync } from '#first-bindings';
import { firstPictureWasm } from '#wasm';
import { compile } from './compile';

let starting: Promise<unknown> | undefined;

export class FirstPicture {
  readonly #canvas: HTMLCanvasElement;
  readonly #drawing: Drawing;

  /** Rejects where the module cannot be had or the canvas gives no context. */
  static async on(canvas: HTMLCanvasElement): Promise<FirstPicture> {
    starting ??= compile(firstPictureWasm()).then((module) => initSync({ module }));
    await starting;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no 2D context');
    return new FirstPicture(canvas, new Drawing(context));
  }

  private constructor(canvas: HTMLCanvasElement, drawing: Drawing) {
    this.#canvas = canvas;
    this.#drawing = drawing;
  }

  /** Draws; gives the height in CSS pixels and the picture in words. */
  draw(options: OptionTexts, environment: Environment, pixelRatio: number): [number, string] {
    const { width, dark, font } = environment;
    const set = Object.entries(options).filter((option): option is [string, string] => option[1] !== null);
    const height = this.#drawing.layout(set.flat(), width, dark, font);
    this.#canvas.width = Math.round(width * pixelRatio);
    this.#canvas.height = Math.round(height * pixelRatio);
    this.#drawing.paint(pixelRatio);
    return [height, this.#drawing.text()];
  }

  free(): void {
    this.#drawing.free();
  }
}
