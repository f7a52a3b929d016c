/**
 * Runs `work` once in the next frame, however often it was asked for; or soon: when the script is
 * done that asks, so that it is seen a frame earlier, but once before a frame and no more. A page
 * in the background has no frames: there a timer stands in, so that nobody waits for a picture for
 * ever.
 */
export class NextFrame {
  readonly #work: () => void;
  #isAsked = false;
  #cancel: (() => void) | undefined;

  constructor(work: () => void) {
    this.#work = work;
  }

  request(document: Document, soon = false): void {
    if (this.#isAsked) return;
    if (!this.#cancel) {
      if (!soon || document.hidden) this.#wait(document);
      else queueMicrotask(() => {
        try {
          // What is asked for from now on waits for the frame that shows this.
          if (this.#isAsked) this.#wait(document);
        } finally {
          this.#run();
        }
      });
    }
    // At the end: where the page's own way to wait throws, the next who asks tries it again.
    this.#isAsked = true;
  }

  /** It is done without. */
  forget(): void {
    this.#isAsked = false;
  }

  cancel(): void {
    this.forget();
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #wait(document: Document): void {
    const view = document.defaultView ?? window;
    const run = () => {
      this.#cancel = undefined;
      this.#run();
    };
    if (document.hidden) {
      const timer = view.setTimeout(run);
      this.#cancel = () => view.clearTimeout(timer);
    } else {
      const frame = view.requestAnimationFrame(run);
      this.#cancel = () => view.cancelAnimationFrame(frame);
    }
  }

  #run(): void {
    if (!this.#isAsked) return;
    this.#isAsked = false;
    this.#work();
  }
}

/** Settles once the next frame is on its way to the screen. */
export function frameDone(document: Document): Promise<void> {
  return new Promise((resolve) => new NextFrame(() => setTimeout(resolve)).request(document));
}
