/**
 * Runs `work` once in the next frame, however often it was asked for. A page in the background
 * has no frames: there a timer stands in, so that nobody waits for a picture for ever.
 */
export class NextFrame {
  readonly #work: () => void;
  #cancel: (() => void) | undefined;

  constructor(work: () => void) {
    this.#work = work;
  }

  request(document: Document): void {
    if (this.#cancel) return;
    const view = document.defaultView ?? window;
    const run = () => {
      this.#cancel = undefined;
      this.#work();
    };
    if (document.hidden) {
      const timer = view.setTimeout(run);
      this.#cancel = () => view.clearTimeout(timer);
    } else {
      const frame = view.requestAnimationFrame(run);
      this.#cancel = () => view.cancelAnimationFrame(frame);
    }
  }

  cancel(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}

/** Settles once the next frame is on its way to the screen. */
export function frameDone(document: Document): Promise<void> {
  return new Promise((resolve) => new NextFrame(() => setTimeout(resolve)).request(document));
}
