/** The canvas and the chart on it. Any fault in here means that the instance is not to be trusted. */
import type {
  Choices, Dossier, Environment, Evidence, Input, Interaction, Layout, OptionTexts,
} from '#core';
import type { Core } from './core';
import { FootprintError, asFootprintError } from './errors';
import type { Mark, Problem, Ref } from './types/index.js';

type Chart = InstanceType<Core['Chart']>;

export class Picture {
  readonly #canvas: HTMLCanvasElement;
  readonly #chart: Chart;
  #isReading = false;
  #isFreed = false;
  #marks: Mark[] = [];
  #indices = new Map<string, number>();

  /** @throws {FootprintError} `no-context` */
  constructor(core: Core, canvas: HTMLCanvasElement) {
    const context = canvas.getContext('2d');
    if (!context) {
      throw new FootprintError('no-context', 'The browser gave no 2D canvas context.');
    }
    this.#canvas = canvas;
    this.#chart = ask(() => new core.Chart(context));
  }

  /** Reading may run code of the page, which may free this picture. */
  setDataset(input: unknown): Problem[] {
    this.#isReading = true;
    try {
      return ask(() => this.#chart.setDataset(input));
    } finally {
      this.#isReading = false;
      if (this.#isFreed) this.#chart.free();
    }
  }

  layout(options: OptionTexts, environment: Environment): Layout {
    const layout = ask(() => this.#chart.layout(options, environment));
    this.#marks = ask(() => this.#chart.marks());
    this.#indices = new Map(this.#marks.map((mark, index) => [mark.id, index]));
    return layout;
  }

  /** Paints into a bitmap of that many device pixels; resizing one clears it, so it is one step. */
  paint(width: number, height: number, pixelRatio: number): void {
    if (this.#canvas.width !== width) this.#canvas.width = width;
    if (this.#canvas.height !== height) this.#canvas.height = height;
    ask(() => this.#chart.paint(pixelRatio));
  }

  get marks(): readonly Mark[] {
    return this.#marks;
  }

  mark(id: string | null): Mark | undefined {
    return this.#marks[this.indexOf(id)];
  }

  indexOf(id: string | null): number {
    return (id === null ? undefined : this.#indices.get(id)) ?? -1;
  }

  markAt(x: number, y: number): number {
    return ask(() => this.#chart.markAt(x, y));
  }

  interact(state: Interaction, input: Input): Interaction {
    return ask(() => this.#chart.interact(state, input));
  }

  evidence(id: string): Evidence {
    return ask(() => this.#chart.evidence(this.indexOf(id)));
  }

  /** All that is known of a row; `undefined` when the Ref names none. */
  dossier(ref: Ref): Dossier | undefined {
    return ask(() => this.#chart.dossier(ref));
  }

  /** The marks that answer to a Ref. */
  answering(ref: Ref): Mark[] {
    return ask(() => this.#chart.answering(ref)).flatMap((index) => this.#marks[index] ?? []);
  }

  choices(): Choices {
    return ask(() => this.#chart.choices());
  }

  svg(): string {
    return ask(() => this.#chart.svg());
  }

  free(): void {
    this.#isFreed = true;
    if (!this.#isReading) this.#chart.free();
  }
}

function ask<Answer>(question: () => Answer): Answer {
  try {
    return question();
  } catch (error) {
    throw asFootprintError(error);
  }
}
