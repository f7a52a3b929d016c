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

  /**
   * A mark as the page sees it: the picture is not all of the widget. Asked for before anything is
   * written, it costs no layout.
   */
  outward(mark: Mark): Mark {
    const { offsetLeft, offsetTop } = this.#stage;
    const copy = copyOf(mark);
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

  /** A mark is given as the page sees it. */
  event(type: keyof FootprintEventMap, { mark, problems }: { mark?: Mark; problems?: Problem[] } = {}): void {
    const detail = {
      state: copyOf(this.#state()), ...(mark && { mark }), ...(problems && { problems: copyOf(problems) }),
    };
    this.#host.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }
}

/** Of what is as plain as JSON: for pages to keep, whatever they do with it. */
function copyOf<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf) as Value;
  const copy = { ...value };
  // Its own names: a page may have given every object more.
  for (const name of Object.keys(copy) as (keyof Value)[]) copy[name] = copyOf(copy[name]);
  return copy;
}
