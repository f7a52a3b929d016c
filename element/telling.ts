/** What a widget tells the page: events, and promises of the next draw. */
import type { FootprintError } from './errors';
import type { FootprintEventMap } from './types/element.js';
import type { Mark, Problem, State } from './types/index.js';

export class Telling {
  readonly #host: HTMLElement;
  readonly #stage: HTMLElement;
  readonly #state: () => State;
  #waiting: { resolve: () => void; reject: (error: FootprintError) => void }[] = [];
  #told = '';

  constructor(host: HTMLElement, stage: HTMLElement, state: () => State) {
    this.#host = host;
    this.#stage = stage;
    this.#state = state;
  }

  /** Settles with the next `settle`. */
  next(): Promise<void> {
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  settle(error?: FootprintError): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { resolve, reject } of waiting) {
      if (error) reject(error);
      else resolve();
    }
  }

  /** A mark as the page sees it: the picture is not all of the widget. */
  outward(mark: Mark): Mark {
    const { offsetLeft, offsetTop } = this.#stage;
    const copy = structuredClone(mark);
    copy.box.x += offsetLeft;
    copy.box.y += offsetTop;
    return copy;
  }

  /** The same problems are told once, not with every frame. */
  problems(problems: Problem[]): void {
    const told = JSON.stringify(problems);
    if (told === this.#told) return;
    this.#told = told;
    if (problems.length > 0) this.event('footprint-problem', { problems });
  }

  /** What was wrong with one dataset may be wrong with another, and is told again. */
  forget(): void {
    this.#told = '';
  }

  event(type: keyof FootprintEventMap, more: { mark?: Mark; problems?: Problem[] } = {}): void {
    const { mark, problems } = more;
    const detail = structuredClone({
      state: this.#state(), ...(mark && { mark: this.outward(mark) }), ...(problems && { problems }),
    });
    this.#host.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }
}
