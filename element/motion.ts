/**
 * The time that a change of the picture takes: how far it is, frame by frame, at the display's
 * own rate. None for readers who want no motion and on pages that nobody sees.
 */
const duration = 250;
/** The first frame shows something of the change: a handle that is dragged must not lag. */
const headStart = 16;

export class Motion {
  readonly #paint: () => void;
  #view: Window | undefined;
  #began = 0;
  #frame = 0;
  #progress = 1;

  /** `paint` paints the picture at `progress`; what it throws is its own affair. */
  constructor(paint: () => void) {
    this.#paint = paint;
  }

  /** From 0, as it was before the change, to 1. */
  get progress(): number {
    return this.#progress;
  }

  get runs(): boolean {
    return this.#view !== undefined;
  }

  /** Begins; what is under way goes on from where it is. The first painting is the caller's. */
  start(view: Window): void {
    this.stop();
    if (view.document.hidden || isUnwanted(view)) return;
    this.#view = view;
    this.#began = view.performance.now() - headStart;
    this.#progress = eased(headStart);
    view.document.addEventListener('visibilitychange', this.#finish);
    this.#frame = view.requestAnimationFrame(this.#step);
  }

  /** Whatever is painted from now on is the picture itself. */
  stop(): void {
    this.#view?.cancelAnimationFrame(this.#frame);
    this.#view?.document.removeEventListener('visibilitychange', this.#finish);
    this.#view = undefined;
    this.#progress = 1;
  }

  readonly #step = () => {
    const view = this.#view;
    if (!view) return;
    const elapsed = view.performance.now() - this.#began;
    // Asked anew in every frame: readers change their minds.
    if (elapsed >= duration || isUnwanted(view)) {
      this.#finish();
      return;
    }
    this.#progress = eased(elapsed);
    this.#frame = view.requestAnimationFrame(this.#step);
    this.#paint();
  };

  readonly #finish = () => {
    this.stop();
    this.#paint();
  };
}

/** Fast at first, slow at the end. */
function eased(elapsed: number): number {
  return 1 - (1 - Math.min(1, elapsed / duration)) ** 3;
}

function isUnwanted(view: Window): boolean {
  return view.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
