/** The canvas and the chart on it. */
import type {
  Choices, Dossier, Environment, Evidence, FactListing, Input, Interaction, Layout, OptionTexts,
  Provenance,
} from '#core';
import { type Core, ask } from './core';
import { FootprintError } from './errors';
import type { Language } from './language';
import type { Mark, Problem, Ref } from './types/index.js';

type Chart = InstanceType<Core['Chart']>;

export class Picture {
  readonly #canvas: HTMLCanvasElement;
  readonly #chart: Chart;
  /** Asked for when somebody wants them, and kept until the next layout. */
  #marks: Mark[] | undefined;
  #indices: Map<string, number> | undefined;
  readonly #evidence = new Map<string, Evidence>();
  #isLaidOut = false;
  /** Questions may nest: what the core reads of a page may have getters. */
  #asked = 0;
  #given = false;
  #isGone = false;

  /** @throws {FootprintError} `no-context` */
  constructor(canvas: HTMLCanvasElement, makeChart: (context: CanvasRenderingContext2D) => Chart) {
    const context = canvas.getContext('2d');
    if (!context) {
      throw new FootprintError('no-context', 'The browser gave no 2D canvas context.');
    }
    this.#canvas = canvas;
    canvas.width = 0; // a painting that did not come to its end may have left anything behind
    this.#chart = this.#ask(() => makeChart(context));
  }

  /** Another picture of the same dataset, on another canvas. */
  beside(canvas: HTMLCanvasElement): Picture {
    return new Picture(canvas, (context) => this.#chart.beside(context));
  }

  setDataset(input: unknown): Problem[] {
    return this.#ask(() => this.#chart.setDataset(input));
  }

  speak({ name, tag }: Language, texts: string[]): void {
    this.#evidence.clear();
    this.#ask(() => this.#chart.speak(name, tag, texts));
  }

  layout(options: OptionTexts, environment: Environment): Layout {
    const { width, scale, dark, font, colors } = environment;
    const set = Object.entries(options).filter((option): option is [string, string] => option[1] !== null);
    const layout = this.#ask(() => this.#chart.layout(set.flat(), width, scale, dark, font, colors));
    this.#marks = this.#indices = undefined;
    this.#evidence.clear();
    this.#isLaidOut = true;
    return layout;
  }

  /** Fonts have arrived. */
  forgetWidths(): void {
    this.#ask(() => this.#chart.forgetWidths());
  }

  /** Paints into a bitmap of that many device pixels; resizing one clears it, so it is one step. */
  paint(width: number, height: number, pixelRatio: number, progress: number): void {
    const { width: before, height: high } = this.#canvas;
    if (before !== width) this.#canvas.width = width;
    if (high !== height) this.#canvas.height = height;
    const isOther = before !== width || high !== height;
    this.#ask(() => this.#chart.paint(pixelRatio, progress, isOther));
  }

  get marks(): readonly Mark[] {
    if (!this.#isLaidOut) return [];
    return (this.#marks ??= this.#ask(() => this.#chart.marks()));
  }

  mark(id: string | null): Mark | undefined {
    return id === null ? undefined : this.marks[this.indexOf(id)];
  }

  indexOf(id: string | null): number {
    if (id === null) return -1;
    this.#indices ??= new Map(this.marks.map((mark, index) => [mark.id, index]));
    return this.#indices.get(id) ?? -1;
  }

  markAt(x: number, y: number): number {
    return this.#ask(() => this.#chart.markAt(x, y));
  }

  interact(state: Interaction, input: Input): Interaction {
    const { hovered, focused, resting, selected, dismissed } = state;
    const ids = [hovered, focused, resting, selected, dismissed].map((id) => id ?? '');
    const mark = 'mark' in input ? input.mark : -1;
    const text = input.type === 'key' ? input.key : input.type === 'select' ? (input.ref ?? undefined) : undefined;
    return this.#ask(() => this.#chart.interact(ids, input.type, mark, text));
  }

  evidence(id: string): Evidence {
    const known = this.#evidence.get(id) ?? this.#ask(() => this.#chart.evidence(this.indexOf(id)));
    this.#evidence.set(id, known);
    return known;
  }

  /** All that is known of a row; `undefined` when the Ref names none. */
  dossier(ref: Ref): Dossier | undefined {
    return this.#ask(() => this.#chart.dossier(ref));
  }

  /** The marks that answer to a Ref. */
  answering(ref: Ref): Mark[] {
    return this.#ask(() => this.#chart.answering(ref)).flatMap((index) => this.marks[index] ?? []);
  }

  choices(): Choices {
    return this.#ask(() => this.#chart.choices());
  }

  /** The facts that are drawn, for a table; there is none before the first layout. */
  listing(): FactListing | undefined {
    return this.#ask(() => this.#chart.table());
  }

  csv(): string {
    return this.#ask(() => this.#chart.csv());
  }

  svg(): string {
    return this.#ask(() => this.#chart.svg());
  }

  /** Where the picture comes from; `undefined` before the first layout. */
  provenance(): Provenance | undefined {
    return this.#ask(() => this.#chart.provenance());
  }

  /** Gives the chart back: at once, or when it has answered what it is asked. */
  free(): void {
    this.#given = true;
    this.#freeIfGiven();
  }

  /** The instance is gone, and the chart with it. */
  abandon(): void {
    this.#isGone = true;
  }

  #freeIfGiven(): void {
    if (!this.#given || this.#asked > 0 || this.#isGone) return;
    this.#isGone = true;
    try {
      ask(() => this.#chart.free());
    } catch {
      // Nothing is asked of it any more.
    }
  }

  #ask<Answer>(question: () => Answer): Answer {
    this.#asked += 1;
    try {
      return ask(question);
    } finally {
      this.#asked -= 1;
      this.#freeIfGiven();
    }
  }
}
