/** What a widget draws before the complete module is there: its first picture, if it has one. */
import type { Environment, OptionTexts } from '#core';
import { FirstPicture } from '#first-picture';
import { isCoreStarted } from './core';
import type { Speech } from './speech';

/** So many milliseconds a small module is waited for: one that never comes is not to keep the other away. */
const patience = 8000;

/** The opening of the widget that began last: nothing is loaded beside the first picture of a page. */
let underWay: Promise<void> | undefined;

/** Begins to fetch what a widget with these options will draw first. */
export function foresee(options: OptionTexts): void {
  // Some builds have no first pictures, whatever the types say.
  if ((FirstPicture as unknown) && !isCoreStarted()) FirstPicture.foresee(options);
}

export class Opening {
  #first: FirstPicture | undefined;
  /** One more with every beginning and every end: what comes of an earlier one is not wanted. */
  #turn = 0;

  /** Has `show` draw once there is a picture; settles when that is done, or is not to be waited for. Never rejects. */
  async begin(
    canvas: HTMLCanvasElement, options: OptionTexts, speech: Speech, show: () => Promise<void>,
  ): Promise<void> {
    if (!(FirstPicture as unknown) || isCoreStarted()) return;
    this.end();
    const turn = this.#turn;
    const before = underWay;
    const shown = FirstPicture.on(canvas, options, speech).then((first) => {
      if (turn !== this.#turn) return undefined;
      this.#first = first;
      return show();
    }).catch(() => before); // what is wrong here is wrong with the core too, and told then
    await (underWay = atMost(patience, shown));
  }

  /** Whether there is one to draw. */
  get isThere(): boolean {
    return this.#first !== undefined;
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

  end(): void {
    this.#turn += 1;
    this.#first = undefined;
  }
}

async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout>;
  const end = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([work, end]);
  clearTimeout(timer!);
}
