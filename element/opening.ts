/** What a widget draws before the complete module is there: its first picture, if it has one. */
import type { Environment, OptionTexts } from '#core';
import { FirstPicture } from '#first-picture';
import { isCoreStarted } from './core';
import type { Speech } from './speech';

export class Opening {
  #first: FirstPicture | undefined;
  #shown: (() => void) | undefined;

  /** Settles once the picture is drawn, or cannot be; `request` asks for a draw. Never rejects. */
  async begin(
    canvas: HTMLCanvasElement, options: OptionTexts, speech: Speech, request: () => void,
  ): Promise<void> {
    // Some builds have none of their own, whatever the types say.
    if (!(FirstPicture as unknown) || isCoreStarted()) return;
    try {
      this.#first = await FirstPicture.on(canvas, options, speech);
      await new Promise<void>((shown) => {
        this.#shown = shown;
        request();
      });
    } catch {
      // What is wrong here is wrong with the core too, and told then.
    }
    this.#shown = undefined;
  }

  /** Its height in CSS pixels and its name, where it could be drawn. */
  draw(options: OptionTexts, environment: Environment, pixelRatio: number): [number, string] | undefined {
    try {
      return this.#first?.draw(options, environment, pixelRatio);
    } catch {
      this.end(); // the core draws all the same
      return undefined;
    }
  }

  /** Nobody is to wait for it any longer. */
  pass(): void {
    this.#shown?.();
  }

  end(): void {
    this.pass();
    this.#first?.free();
    this.#first = undefined;
  }
}
