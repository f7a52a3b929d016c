/**
 * smart-footprint: charts of how far the EV brand smart reaches, in which every mark knows
 * its evidence. Unofficial: not made by, for or with the brand.
 *
 * Importing this module does nothing by itself and needs no DOM, so a server may import it.
 */

/** A row of the dataset, named by its table and its id: `model:1`, `place:FI`. */
export type Ref = `${RefTable}:${string}`;

/** The tables a `Ref` can point into. */
export type RefTable =
  | 'place' | 'model' | 'partner' | 'source'
  | 'observation' | 'event' | 'statement' | 'conflict';

/** Something found to be wrong, or not understood. */
export interface Problem {
  /**
   * A short, stable word to test for: one of those of `FootprintError`, of `validate()`, or a
   * warning: `unknown-option` (an option has a name or a value that is not known, and is taken as
   * not given; or `from` is after `to`), `wasm-type` (the server does not name the module's type).
   */
  code: string;
  /** Where: `observations[3].period.from` in a dataset, an option's name, or empty. */
  path: string;
  /** One English sentence for a person. */
  message: string;
  severity: 'error' | 'warning';
}

/**
 * Why a picture could not be drawn, or a call not be answered. `code` is one of
 *
 * - `no-webassembly`: the browser has none, or it is switched off;
 * - `wasm-blocked`: a Content Security Policy without `'wasm-unsafe-eval'`;
 * - `wasm-missing`: `smart-footprint.wasm` could not be fetched (wrong address, not allowed);
 * - `script-missing`: a later part of the script could not be fetched;
 * - `offline`: either could not be, and the browser has no network;
 * - `wasm-broken`: it was fetched, and is not the module of this version;
 * - `no-context`: the browser gave no 2D canvas context;
 * - `no-dom`: `mount` was called where there is no document;
 * - `dataset`: the dataset has errors, listed in `problems`;
 * - `options`: what a call was given has errors, listed in `problems`;
 * - `src-missing`: what `src` names could not be fetched, or no element has that id;
 * - `src-refused`: `src` is no address of `http` or `https` and no JSON script block;
 * - `src-too-large`: it has more than 20 MB;
 * - `src-timeout`: it was not there whole within 30 seconds;
 * - `src-not-json`: it is not JSON in UTF-8;
 * - `core`: the chart's core stopped by a fault of its own;
 * - `spoilt`: it had stopped before it could answer this call; call again;
 * - `destroyed`: the widget was used after `destroy()`.
 */
export declare class FootprintError extends Error {
  readonly name: 'FootprintError';
  readonly code: string;
  readonly problems: readonly Problem[];
  constructor(code: string, message: string, problems?: readonly Problem[], cause?: unknown);
}

/** The views there are. */
export type ViewName = 'growth' | 'markets' | 'sales' | 'lineup';

/**
 * What to draw and how. Each but `dataset` is an attribute of `<smart-footprint>` too, in
 * kebab-case (`publishedBy` is `published-by`). `null` takes an option back. What is not
 * understood means the default, and is told as a warning by `footprint-problem`.
 */
export interface ViewOptions {
  /**
   * Which picture: how the footprint grew, in which markets the brand is, where sales grew, or
   * which models came when. Default `growth`.
   */
  view?: ViewName | null;
  /** The id of a metric, where a view shows one at a time. */
  metric?: string | null;
  /** The id of a place. Default `world`. */
  place?: string | null;
  /** Only figures whose period ends on this day, `YYYY-MM-DD`, or later. */
  from?: string | null;
  /** Only what ends by this day. */
  to?: string | null;
  /** The day the picture is true for. Default: the end of the last reported fact. */
  at?: string | null;
  /** Only what was published by this date: the picture as it could be drawn then. */
  publishedBy?: string | null;
  /** Only these sources, by id. */
  sources?: string | readonly string[] | null;
  /** Only figures with these qualifiers. */
  qualifiers?: string | readonly string[] | null;
  /** Only events of these kinds. */
  kinds?: string | readonly string[] | null;
  /**
   * The row that is selected: every mark that answers to it is ringed, and a panel under the
   * picture tells all that is known of it. It is kept when the view changes.
   */
  selected?: Ref | null;
  /**
   * Widgets of one group in a document share `selected`, `at`, `from`, `to`, `publishedBy`,
   * `sources`, `qualifiers`, `kinds` and `place`; not the view, and not the look. One that joins
   * late takes over what the others hold, save what it was given itself.
   */
  group?: string | null;
  /** Your own words in place of the title, 4,000 bytes of UTF-8 at most; empty hides it. */
  heading?: string | null;
  /** Your own words in place of the line under the title, as many at most; empty hides it. */
  subheading?: string | null;
  /** Your own words in place of the note, as many at most; empty hides it. */
  note?: string | null;
  /**
   * A language tag. Default: that of the nearest ancestor with a `lang`. German and Chinese have
   * words of their own; any other language has English words, and its own numbers and dates.
   */
  lang?: string | null;
  /**
   * `auto` follows the page where its `color-scheme` names one scheme alone, else the reader's
   * preference. More contrast and forced colours are the reader's in each. Default `auto`.
   */
  theme?: 'auto' | 'light' | 'dark' | null;
  /**
   * Controls beside the picture, as in `<video controls>`: the views, a strip of time with
   * handles, in `markets` one that can be played, filters, and a table of what is drawn.
   */
  controls?: boolean | null;
  /** `lazy` waits until the widget is near the screen. Only for the element. */
  loading?: 'lazy' | 'eager' | null;
  /**
   * Keep the state in the page's address, and take it from there. What differs from the options
   * given is written into the fragment as `#footprint.view=markets`, with the element's id
   * for `footprint` if it has one; the rest of the fragment is left alone.
   */
  hash?: boolean | null;
  /**
   * Where a dataset of your own comes from: an address of `http` or `https`, relative to the page,
   * or `#id` of a `<script type="application/json">` in the same shadow root or document. At most
   * 20 MB and 30 seconds; cookies to the page's own origin alone. The same value given again asks
   * again. What cannot be had is told with a code `src-…`, and the last good picture stays.
   */
  src?: string | null;
  /**
   * A dataset of your own, in the form of `dataset.schema.json`; very many figures of one metric
   * come as `columns`. It wins over `src`. It is read once: give it anew when it has changed. It is
   * neither copied nor frozen, and let go of when another one is drawn.
   */
  dataset?: unknown;
}

/** The options as the core understood them, as plain JSON: `update()` takes it as it is. */
export type State = { [Key in Exclude<keyof ViewOptions, 'dataset'>]?: ViewOptions[Key] };

/** One drawn item, with what it rests on. */
export interface Mark {
  /** Unique in the picture, and the same in the next one that shows the same thing. */
  id: string;
  view: ViewName;
  kind: string;
  /** What a reader would call it. */
  label: string;
  value: number | null;
  unit: string | null;
  qualifier: Qualifier | null;
  status: Status | null;
  period: Period | null;
  /** The rows it draws. */
  facts: Ref[];
  /** Ids of the conflicts it stands in. */
  conflicts: string[];
  place?: string | null;
  model?: string | null;
  /** Ids of the sources that said so. */
  sources: string[];
  /** CSS pixels from the widget's top left. */
  box: { x: number; y: number; width: number; height: number };
}

/** What `footprint-*` events carry: copies, so changing them changes nothing. */
export interface FootprintEventDetail {
  /** The options as they stand. */
  state: State;
  /** With `footprint-hover` and `footprint-select`: the mark it is about, if it is one. */
  mark?: Mark;
  /** With `footprint-problem`: what was found; the same is told once. */
  problems?: Problem[];
}

export interface PngOptions {
  /** Pixels of the bitmap to a CSS pixel. Default 2. */
  scale?: number | null;
}

/** A widget's handle. All but `ready` throw or reject with `FootprintError` once destroyed. */
export interface Widget {
  /** Resolves after the first draw, and never rejects: it waits while there is no picture. */
  readonly ready: Promise<void>;
  /**
   * Changes the options given, keeps the others, and resolves after the next draw; while a `src`
   * is read, after the draw of that. What failed before is tried again.
   *
   * @throws {FootprintError} what `mount()` throws, and `destroyed`. The picture stays as it was
   *   where there is one; the next call may mend it. An element's `update()` never rejects.
   */
  update(options: ViewOptions): Promise<void>;
  /** What is drawn, in reading order; `[]` before the first draw. */
  marks(): Mark[];
  /** Moves keyboard focus to a mark; `false` if there is none of that id, or no picture yet. */
  focusMark(id: string): boolean;
  /**
   * Selects a row as a click on its mark would; `null` lets go. A Ref that names no row is kept
   * in the state and told as a warning.
   */
  select(ref: Ref | null): void;
  /** The options as they stand, by the reader's doing too; `update()` takes them in any widget. */
  state(): State;
  /**
   * The picture as it stands, as SVG text: texts are text, a mark is a group with its label as
   * `<title>` and its id as `data-mark`, and there is no script in it, whatever the data holds.
   * Rendered, no text stands more than 1 CSS pixel from where the canvas has it. It waits for the
   * first draw; an element's gives empty text where there can be no picture.
   *
   * @throws {FootprintError} why there is no picture
   */
  toSvg(): Promise<string>;
  /**
   * The picture as it stands, as a PNG: at `scale: 1` the canvas of a screen with a pixel ratio of
   * 1. A background that lets the page through is painted as it is seen now. Fails with `options`
   * for a scale that is no number above 0, or that makes a bitmap of more than 67,108,864 pixels
   * or of a side beyond 16,384; the element then gives an empty Blob and tells `footprint-problem`.
   */
  toPng(options?: PngOptions): Promise<Blob>;
  /**
   * The facts that are drawn, as comma-separated values (RFC 4180): a row for each fact that a mark
   * refers to, with its source, qualifier and period, in the order of `marks()`. Names of columns
   * and words are in the picture's language. A text that a spreadsheet could take for a formula
   * has an apostrophe before it.
   *
   * It begins without a byte order mark. A file of it is best begun with one
   * (`new Blob(['\ufeff', csv], { type: 'text/csv' })`), for spreadsheets to take it as UTF-8.
   */
  toCsv(): Promise<string>;
  /** Removes the widget and everything it holds. A second call does nothing. */
  destroy(): void;
}

/**
 * Says where the WebAssembly module is, or gives it. Optional: without it the module is
 * loaded from beside this file when first needed. The first call that loads it counts.
 *
 * Every function here loads it in the same way, and throws the same when it cannot be had. What
 * failed is tried again by the next call.
 *
 * @throws {FootprintError} `no-webassembly`, `wasm-blocked`, `wasm-missing`, `wasm-broken`,
 *   `script-missing`, `offline`; `options` when `wasm` cannot be read
 */
export declare function init(
  options?: { wasm?: string | URL | BufferSource | WebAssembly.Module },
): Promise<void>;

/**
 * The embedded dataset, as a fresh copy that is yours to change.
 *
 * @throws {FootprintError} what `init()` throws, and `core`
 */
export declare function dataset(): Promise<Dataset>;

/**
 * Every problem of a dataset, not the first alone; `[]` when it can be drawn as it is.
 *
 * The value may be anything, and nothing in it makes this throw: each part is read once, getters
 * and Proxies too, and what is beyond a limit is not read. A text may have 4,000 bytes, a table
 * 50,000 rows, an object 100 names, the whole 1,000,000 values and 20,000,000 bytes of text, and
 * `columns` 5,000,000 points in 1,000 blocks. Of more than 100 problems 100 are listed, each cause
 * with its share; the last one, `more`, counts the rest. The codes are `missing`, `wrong-value`,
 * `unknown-word`, `impossible-date`, `unknown-country`, `too-long`, `too-large`, `duplicate-id`,
 * `duplicate-name`, `dangling-reference`, `period-reversed`, `precision-mismatch`, `loop`,
 * `unequal-length`, and the warnings `unknown-name` and `duplicate-time`.
 *
 * @throws {FootprintError} what `init()` throws, and `core`; never because of the value
 */
export declare function validate(input: unknown): Promise<Problem[]>;

/**
 * A view as SVG text. Needs no DOM, and reads no `src`: give it the dataset itself. `warned` is told
 * what was not understood, if anything.
 *
 * @throws {FootprintError} `dataset` or `options`, with every problem in `problems` (`width` is a
 *   number of CSS pixels, from 100 to 10,000); what `init()` throws, and `core`
 */
export declare function renderSvg(
  options: ViewOptions & { width: number },
  warned?: (warnings: Problem[]) => void,
): Promise<string>;

/**
 * Appends a widget to `target`, and resolves after its first draw. In a hidden target it
 * waits until that has a width.
 *
 * @throws {FootprintError} once what stands in for the picture is shown: `dataset`, a code
 *   `src-…`, `no-context`, `core`, what `init()` throws, or `options`, when `target` is no element
 *   or an option cannot be read; `no-dom` where there is no document
 */
export declare function mount(target: Element, options?: ViewOptions): Promise<Widget>;

// The dataset -----------------------------------------------------------------------------

/** A calendar date, `2026-06-30`. */
export type IsoDate = string;

/** What a fact is true for, and how that is known. */
export interface Period {
  from: IsoDate | null;
  to: IsoDate | null;
  precision: 'day' | 'month' | 'half-year' | 'year' | 'decade' | 'span';
  basis: 'stated' | 'context' | 'publication' | 'inferred';
}

/** How a source hedged a figure; `exact` is one printed without a hedge. */
export type Qualifier =
  | 'exact' | 'at-least' | 'more-than' | 'at-most' | 'less-than' | 'nearly' | 'about';

/** Whether a source reports, plans, explores or claims. */
export type Status = 'reported' | 'planned' | 'explored' | 'claimed';

/** The tables: facts with their sources, and what they are about. */
export interface Dataset {
  about: About;
  sources: Source[];
  places: Place[];
  metrics: Metric[];
  observations: Observation[];
  events: FootprintFact[];
  statements: Statement[];
  models: Model[];
  partners: Partner[];
  conflicts: Conflict[];
  /** Very many figures, beside the rows. The embedded dataset has none. */
  columns?: Columns[] | null;
}

/**
 * Very many observations of one metric, as columns: what a row of `observations` says of each, in a
 * hundredth of the memory. `growth` draws them as it draws rows; where several points share a pixel a
 * mark stands for all of them, with the lowest and the highest.
 *
 * The points may be in any order, and of any number of places; a series is what one place tells. All
 * columns are as long as `time`. Typed arrays are copied whole, once; other numbers than doubles and
 * plain arrays are read too. At most 5,000,000 points in 1,000 blocks.
 *
 * ```js
 * const outlets = {
 *   id: 'outlets-daily', metric: 'outlets',
 *   time: new Float64Array([Date.UTC(2025, 0, 1), Date.UTC(2025, 0, 2)]),
 *   value: new Float64Array([412, 415]),
 *   place: 'DE',
 *   source: { dictionary: ['register', 'survey'], codes: new Uint8Array([0, 1]) },
 * };
 * await mount(target, { dataset: { ...tables, columns: [outlets] }, place: 'DE' });
 * ```
 */
export interface Columns {
  /** Names the points: `observation:${id}:${index}` is the Ref of one, counted from 0. */
  id: string;
  /** The id of a metric whose kind is `stock` or `cumulative`. */
  metric: string;
  /**
   * When each figure held, in epoch milliseconds, UTC. Where all are midnights, they are told as
   * days; else with the time of day, in UTC.
   */
  time: NumberColumn;
  /** The figures, in the metric's unit. */
  value: NumberColumn;
  /** The id of the place of all, or of each one's. */
  place: string | CodeColumn;
  /** The id of the source of all, or of each one's. */
  source: string | CodeColumn;
  /** How the source hedges all, or each. Default `exact`. */
  qualifier?: Qualifier | CodeColumn | null;
  /** The sources' own noun. */
  term?: string | null;
}

/** Finite numbers. A typed array of doubles is read without a copy of the page's being made. */
export type NumberColumn =
  | Float64Array | Float32Array | Int32Array | Uint32Array | Int16Array | Uint16Array
  | Int8Array | Uint8Array | Uint8ClampedArray | readonly number[];

/** A word for each point, by its place in a dictionary, counted from 0. */
export interface CodeColumn {
  /** At most 50,000 words. */
  dictionary: readonly string[];
  codes: NumberColumn;
}

export interface About {
  schema: string | number;
  edition: IsoDate;
  language: string;
  brand: { name: string };
  licence: string;
  note: string;
}

export interface Source {
  id: string;
  publisher: string | null;
  title: string;
  kind: 'newsroom' | 'advertorial' | 'press' | 'filing' | 'statistics' | 'other';
  published: Period;
  url?: string | null;
}

export interface Place {
  id: string;
  name: string;
  kind: 'world' | 'continent' | 'region' | 'country' | 'city';
  parents: string[];
}

export interface Metric {
  id: string;
  name: string;
  unit: string;
  kind: 'stock' | 'flow' | 'rate' | 'cumulative' | 'rank' | 'quantity';
  definition: string;
}

/** A figure, as one source gave it. */
export interface Observation {
  id: string;
  metric: string;
  place: string;
  model?: string | null;
  partner?: string | null;
  value: number;
  qualifier: Qualifier;
  period: Period;
  /** The source's own noun. */
  term: string;
  method?: string | null;
  /** The observation that this one rounds or repeats. */
  restates?: string | null;
  source: string;
  where?: string | null;
  note?: string | null;
}

/** Something that happened, or is planned to: a row of `events`. */
export interface FootprintFact {
  id: string;
  kind: string;
  period: Period;
  status: Status;
  place?: string | null;
  model?: string | null;
  partner?: string | null;
  title: string;
  /** Rows of one sentence share it. */
  group?: string | null;
  /** The observation whose whole this row is one of. */
  part_of?: string | null;
  /** The sentence names some and says there are more. */
  open_list?: boolean | null;
  source: string;
  where?: string | null;
}

/** Something said that is neither a figure nor an event. */
export interface Statement {
  id: string;
  subject: Ref;
  property: string;
  text: string;
  period: Period;
  status: Status;
  term?: string | null;
  source: string;
  where?: string | null;
}

export interface Model {
  id: string;
  name: string;
  kind: 'model' | 'concept' | 'edition' | 'variant' | 'show-car' | 'heritage';
  base?: string | null;
}

export interface Partner {
  id: string;
  name: string;
  kind: string;
}

/** Rows that cannot all be right. */
export interface Conflict {
  id: string;
  what: string;
  between: Ref[];
}
