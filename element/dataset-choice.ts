/**
 * Which dataset a widget draws: the host's own, else what `src` names, else the embedded one.
 * One request goes on at a time, for the last address that was given.
 */
import { FootprintError } from './errors';
import { part } from './late';
import type { SourceError } from './source';

export interface Chooser {
  host: Element;
  src(): string | null | undefined;
  /** `dataset` is another one, or the same anew. */
  chosen(): void;
  refused(why: FootprintError): void;
}

export class DatasetChoice {
  readonly #owner: Chooser;
  #own: unknown;
  #dataset: unknown;
  #count = 0;
  #isStarted = false;
  #isAwaited = false;
  #asking: AbortController | undefined;

  constructor(owner: Chooser) {
    this.#owner = owner;
  }

  /** The one to draw, good or bad; `undefined` is the embedded one. */
  get dataset(): unknown {
    return this.#dataset;
  }

  /** Whether it is the host's own. */
  get isOwn(): boolean {
    return this.#own !== undefined;
  }

  /** How many were chosen so far. */
  get count(): number {
    return this.#count;
  }

  /** Whether `src` names a dataset that is not there. */
  get isAwaited(): boolean {
    return this.#isAwaited;
  }

  get isAsking(): boolean {
    return this.#asking !== undefined;
  }

  /** From now on addresses are asked; what was asked for in vain is asked for again. */
  start(): void {
    this.#isStarted = true;
    if (this.#isAwaited && !this.#asking) void this.#ask(true);
  }

  /** The host's own; `null` and `undefined` take it back. */
  give(dataset: unknown): void {
    this.#own = dataset ?? undefined;
    this.#choose(false);
  }

  /** `src` was given: `again` if it is what it was. */
  sourceGiven(again: boolean): void {
    if (this.#own === undefined) this.#choose(again);
  }

  leave(): void {
    this.#asking?.abort();
    this.#asking = undefined;
  }

  #choose(again: boolean): void {
    this.leave();
    this.#isAwaited = this.#own === undefined && Boolean(this.#owner.src());
    if (!this.#isAwaited) this.#take(this.#own);
    else if (this.#isStarted) void this.#ask(again);
  }

  #take(dataset: unknown): void {
    this.#dataset = dataset;
    this.#count += 1;
    this.#owner.chosen();
  }

  async #ask(again: boolean): Promise<void> {
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const { readSource } = await loadReader();
      const dataset = await readSource(this.#owner.src() ?? '', this.#owner.host, asking.signal, again);
      if (asking !== this.#asking) return;
      this.#asking = undefined;
      this.#isAwaited = false;
      this.#take(dataset);
    } catch (error) {
      if (asking !== this.#asking) return; // it was ended
      this.#asking = undefined;
      this.#owner.refused(error instanceof FootprintError ? error : refusal(error as SourceError));
    }
  }
}

function refusal({ code, message, cause }: SourceError): FootprintError {
  const problem = { code: `src-${code}`, path: 'src', message, severity: 'error' as const };
  return new FootprintError(problem.code, message, [problem], cause);
}

/** Most pages have no `src`, and no picture waits for what reads it. */
const loadReader = part(() => import('./source'));
