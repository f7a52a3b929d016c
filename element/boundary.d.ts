/**
 * What the WebAssembly module exports, as docs/architecture.md lays it down. The bundler puts
 * the generated bindings in the place of `#core`.
 */
import type { Dataset, Mark, Problem, Ref, State } from './types/index.js';

/** Options as attributes are written: kebab-case names, text, `null` when absent. */
export type OptionTexts = Record<string, string | null>;

export interface Environment {
  width: number;
  /** How many times as large as usual all is drawn. */
  scale: number;
  dark: boolean;
  /** A CSS font family list. */
  font: string;
  direction: 'ltr' | 'rtl';
  /** The page's colours in the order of the core's theme, as `0xRRGGBBAA`; `NaN` for none. */
  colors: Float64Array;
}

export interface Layout {
  width: number;
  height: number;
  title: string;
  /** What the picture finds, whatever stands over it. */
  finding: string;
  summary: string;
  state: State;
  warnings: Problem[];
  /** The strip of time in the picture, where it has one. */
  timeline: Timeline | null;
}

/** A place where a handle can stand. */
export interface Stop {
  /** In CSS pixels from the widget's left. */
  x: number;
  /** What the option becomes, as `YYYY-MM-DD`: `at`, or `from` for the first handle of a stretch. */
  day: string;
  /** What `to` becomes for the last handle of a stretch; the same as `day` for a moment. */
  end: string;
  /** `day` in words. */
  label: string;
  /** `end` in words. */
  endLabel: string;
}

/** The strip of time that a reader can act on: `at` for a moment, `from` and `to` for a stretch. */
export interface Timeline {
  kind: 'moment' | 'stretch';
  bounds: { x: number; y: number; width: number; height: number };
  label: string;
  stops: Stop[];
  /** The index of the stop where the handle, or the first one, stands. */
  first: number;
  /** That of the last handle of a stretch; the same as `first` for a moment. */
  last: number;
  /** Where the handles are drawn, in CSS pixels from the left: at their stops, or between two. */
  firstX: number;
  lastX: number;
  /** What they stand at in words, be it a stop or a day between two or outside. */
  firstLabel: string;
  lastLabel: string;
}

export interface Interaction {
  /** Ids of marks. */
  hovered: string | null;
  focused: string | null;
  /** The mark that the keys were at when the chart lost them. */
  resting: string | null;
  selected: Ref | null;
  /** The mark whose card was sent away. */
  dismissed: string | null;
}

/** A mark is given by its index; -1 is none. */
export type Input =
  | { type: 'pointer'; mark: number }
  | { type: 'press'; mark: number }
  /** By a finger, which cannot hover. */
  | { type: 'tap'; mark: number }
  /** The page sets the keys on a mark. */
  | { type: 'at'; mark: number }
  | { type: 'dismiss' }
  | { type: 'key'; key: string }
  | { type: 'focus' }
  | { type: 'blur' }
  | { type: 'select'; ref: Ref | null };

/** One line of a card or a panel; with a `ref`, a reader can go on to that row. */
export interface EvidenceRow {
  kind: string;
  label: string;
  text: string;
  ref?: Ref;
}

export interface Evidence {
  title: string;
  rows: EvidenceRow[];
  /** The same for being spoken, with the mark's place among all. */
  text: string;
}

/** All that is known about one row. */
export interface Dossier {
  ref: Ref;
  /** What sort of row it is, in words. */
  kind: string;
  title: string;
  rows: EvidenceRow[];
  sections: {
    kind: string;
    title: string;
    entries: { ref: Ref; text: string; rows: EvidenceRow[] }[];
    /** How many more there are, in words, or empty. */
    more: string;
  }[];
  /** How many rows the options keep out, in words, or empty. */
  omitted: string;
}

/** What is drawn, as a table. */
export interface FactListing {
  title: string;
  /** How many facts, and as of when. */
  about: string;
  columns: { id: string; label: string; sorts: boolean }[];
  rows: FactRow[];
  /** How many more there are, in words, or empty. */
  more: string;
}

export interface FactRow {
  /** What selecting it selects; none for a figure of ours. */
  ref?: Ref;
  sort: 'figure' | 'event' | 'statement' | 'conflict' | 'derived';
  cells: FactCell[];
}

export interface FactCell {
  text: string;
  /** What the text leads to, as the dataset has it. */
  url?: string;
  lines: EvidenceRow[];
  /** What it is sorted by; its text where there is none. */
  order?: number;
}

export interface Choice {
  id: string;
  label: string;
}

/** What a reader can choose from: only what the dataset holds. */
export type Choices = Record<
  'views' | 'sources' | 'qualifiers' | 'kinds' | 'places' | 'metrics', Choice[]
>;

/** What a picture that leaves its page is known by; days as `YYYY-MM-DD`. */
export interface Provenance {
  brand: string;
  edition: string;
  asOf: string | null;
  /** All of it in sentences, with sources and licence. */
  citation: string;
}

export default function start(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;

/** A new instance from the same module; every `Chart` of the old one is void from then on. */
export function __wbg_reset_state(): void;

export function embeddedDataset(): Dataset;
export function validate(input: unknown): Problem[];
/** Throws what is wrong, as `Refusal`. */
export function renderSvg(
  options: OptionTexts, dataset: unknown, width: number, name?: string, tag?: string, texts?: string[],
): { svg: string; warnings: Problem[] };

export interface Refusal {
  code: 'options' | 'dataset';
  problems: Problem[];
}

export class Chart {
  constructor(context: CanvasRenderingContext2D);
  /** Another chart of the same dataset, on another context: for a picture that leaves the page. */
  beside(context: CanvasRenderingContext2D): Chart;
  /** With errors among the problems, the last good dataset stays. */
  setDataset(input: unknown): Problem[];
  /** Another language from the next layout on: what it goes by, the tag of its words, its texts. */
  speak(name: string, tag: string, texts: string[]): void;
  /** Options are names and values by turns; the rest is what an `Environment` holds. */
  layout(
    options: string[], width: number, scale: number, dark: boolean, font: string, colors: Float64Array,
  ): Layout;
  /** Fonts have arrived: texts are measured anew from the next layout on. */
  forgetWidths(): void;
  /**
   * What stands on the canvas is not painted again, unless it was cleared. With a progress below 1, what is shown so far on the way from what was painted before the layout.
   */
  paint(pixelRatio: number, progress: number, cleared: boolean): void;
  marks(): Mark[];
  markAt(x: number, y: number): number;
  /** What is hovered, focused, resting, selected and dismissed, empty for none; an input by its parts. */
  interact(state: string[], type: string, mark: number, text?: string): Interaction;
  evidence(index: number): Evidence;
  /** `undefined` when the Ref names no row. */
  dossier(ref: string): Dossier | undefined;
  /** The indices of the marks that answer to a Ref. */
  answering(ref: string): number[];
  choices(): Choices;
  /** `undefined` before the first layout. */
  provenance(): Provenance | undefined;
  /** `undefined` before the first layout. */
  table(): FactListing | undefined;
  /** Comma-separated values, without a byte order mark; empty before the first layout. */
  csv(): string;
  svg(): string;
  free(): void;
}
