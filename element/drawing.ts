/**
 * A widget's picture by the complete module: which dataset is in it, how it comes onto the
 * canvas, and what a reader does with it. It is fetched beside that module, after the first
 * picture.
 */
import type { Environment, Layout, OptionTexts } from '#core';
import { type Core, onCoreReplaced, sentAs } from './core';
import type { DatasetChoice } from './dataset-choice';
import { FootprintError, problemsError } from './errors';
import { Exports } from './exports';
import { Interactive } from './interactive';
import type { Language } from './language';
import { languageMissing } from './language-missing';
import { Painting } from './painting';
import type { Picture } from './picture';
import type { Size } from './placing';
import { untoldZoom } from './pointing';
import type { Settings } from './settings';
import { sayer } from './say';
import type { Parts } from './shadow';
import type { Shown } from './still';
import type { WidgetStyles } from './stylesheet';
import type { Telling } from './telling';
import { type Tongue, tongueOf } from './tongue';
import type { Mark, PngOptions, Problem, Ref } from './types/index.js';

export { type Tongue, tongueOf };

/** What the picture needs from its widget. */
export interface Owner {
  readonly parts: Parts;
  readonly styles: WidgetStyles;
  readonly settings: Settings;
  readonly choice: DatasetChoice;
  readonly telling: Telling;
  /** Whether it was destroyed. */
  isGone(): boolean;
  guard(work: () => void): void;
  /** The picture takes its place on the page. */
  show(height: number): void;
  /** Asks for a draw. */
  request(): void;
  /** The first one is drawn. */
  ready(): void;
}

/** What a picture depends on besides its dataset. */
export interface Surroundings {
  options: OptionTexts;
  environment: Environment;
  pixelRatio: number;
  /** The device pixels that the canvas was last seen to cover. */
  bitmap: Size | undefined;
}

export class Drawing {
  readonly #core: Core;
  readonly #owner: Owner;
  readonly #exports: Exports;
  readonly #forgetCore: () => void;
  #interactive: Interactive;
  #tongue: Tongue;
  #painting: Painting | undefined;
  #coming: Language | undefined;
  #layout: Layout | undefined;
  #options: OptionTexts = {};
  #environment: Environment | undefined;
  /** The choice that was taken last, be it good or bad. */
  #taken = 0;
  /** The dataset that is drawn: the last without errors; `undefined` is the embedded one. */
  #goodDataset: unknown;
  #everDrawn = false;

  constructor(core: Core, tongue: Tongue, owner: Owner) {
    this.#core = core;
    this.#owner = owner;
    const { parts, settings, guard } = owner;
    this.#tongue = tongue;
    this.#exports = new Exports({ parts, settings, choice: owner.choice, guard, shown: () => this.#shown });
    this.#interactive = this.#newInteractive();
    this.#forgetCore = onCoreReplaced(() => this.#startAnew());
    this.#exports.watchPrinting();
  }

  #newInteractive(): Interactive {
    const { parts, styles, settings, telling, guard, isGone } = this.#owner;
    const { words, language } = this.#tongue;
    parts.say = sayer(words, language.name);
    return new Interactive({
      parts,
      styles,
      guard,
      picture: () => this.picture,
      size: () => ({ width: this.#environment?.width ?? 0, height: this.#layout?.height ?? 0 }),
      change: (texts) => settings.change(texts),
      outward: (mark) => telling.outward(mark),
      tell: (event, mark) => {
        if (!isGone()) telling.event(event, mark ? { mark } : {});
      },
      exports: this.#exports,
      tellFailure: ({ problems }) => {
        if (!isGone()) telling.event('footprint-problem', { problems: [...problems] });
      },
    });
  }

  /**
   * Takes over another language, once all of its words are there; to be drawn then. What a reader
   * acts with is made anew in it: that is seldom, and nothing of the old one is left.
   */
  async speak(language: Language): Promise<void> {
    this.#coming = language;
    const tongue = await tongueOf(language);
    if (this.#coming !== language || this.#owner.isGone()) return;
    this.#tongue = tongue;
    this.#painting?.picture.speak(tongue.language, tongue.texts);
    this.#interactive.destroy();
    this.#interactive = this.#newInteractive();
    this.#interactive.inspection.assumeSelected(this.#owner.settings.now['selected'] as Ref ?? null);
  }

  get everDrawn(): boolean {
    return this.#everDrawn;
  }

  /** Of the picture that is shown. */
  get layout(): Layout | undefined {
    return this.#layout;
  }

  /** The one that is shown and can be asked. */
  get picture(): Picture | undefined {
    return this.#layout && this.#painting?.picture;
  }

  draw({ options, environment, pixelRatio: told, bitmap }: Surroundings): void {
    const pixelRatio = told * untoldZoom(this.#owner.parts.root);
    const { choice, telling } = this.#owner;
    const painting = (this.#painting ??= this.#newPainting());
    const { picture } = painting;
    const problems = this.#takeDataset(picture);
    // What was read of the dataset may have ended the widget, or the instance.
    if (this.#owner.isGone() || painting !== this.#painting) return;
    const layout = painting.layout(options, environment, pixelRatio, choice.count);
    const before = this.#layout;
    this.#layout = layout;
    this.#options = options;
    this.#environment = environment;
    this.#everDrawn = true;
    // Before anything is written: to set a font, a canvas has the styles of the page worked out.
    painting.paint(bitmap);
    this.#owner.show(layout.height);
    this.#interactive.refresh(picture, layout);

    if (!choice.isAsking) {
      telling.settle(errorsAmong(problems) ? problemsError('dataset', problems) : undefined);
    }
    if (!before) this.#owner.ready();
    else if (layout.state.view !== before.state.view) telling.event('footprint-view');
    if (this.#owner.isGone()) return;
    const spoken = languageMissing(this.#tongue.language, options['lang']);
    telling.problems([...problems, ...layout.warnings, ...spoken, ...slowness()]);
  }

  /** Fonts have arrived, and letters may have other widths. */
  forgetWidths(): void {
    this.#painting?.picture.forgetWidths();
  }

  /** The canvas was seen to cover so many device pixels. */
  fit(bitmap: Size): void {
    if (this.#layout) this.#painting?.fit(bitmap);
  }

  marks(): Mark[] {
    return this.picture?.marks.map((mark) => this.#owner.telling.outward(mark)) ?? [];
  }

  focus(id: string): boolean {
    return this.#interactive.inspection.focus(id);
  }

  select(ref: Ref | null): void {
    this.#interactive.select(ref);
  }

  /** The same without an event. */
  assumeSelected(ref: Ref | null): void {
    this.#interactive.inspection.assumeSelected(ref);
  }

  /** Whether the Ref names nothing in what is shown. */
  isUnknown(ref: Ref): boolean {
    return this.picture !== undefined && !this.picture.dossier(ref);
  }

  svg(): string {
    if (!this.picture) throw new FootprintError('core', 'There is no picture to give.');
    return this.picture.svg();
  }

  png(options: PngOptions | undefined): Promise<Blob> {
    return this.#exports.png(options);
  }

  csv(): string {
    if (!this.picture) throw new FootprintError('core', 'There is no picture to give the facts of.');
    return this.picture.csv();
  }

  /** The widget's document is another one. */
  enterDocument(): void {
    this.#painting?.stop();
    this.#interactive.enterDocument();
    this.#exports.watchPrinting();
    this.moved();
  }

  /** The widget is at another place. */
  moved(): void {
    this.#interactive.moved();
  }

  /** Something else stands in the picture's place. */
  suspend(): void {
    this.#interactive.inspection.suspend();
    this.#painting?.stop();
    this.#layout = undefined;
  }

  destroy(): void {
    this.#forgetCore();
    this.#exports.destroy();
    this.#interactive.destroy();
    const painting = this.#painting;
    this.#painting = undefined;
    this.#layout = undefined;
    painting?.stop();
    painting?.picture.free();
  }

  /** The instance was replaced, and the chart went with it; all the rest is kept. */
  #startAnew(): void {
    this.#painting?.stop();
    this.#painting?.picture.abandon();
    this.#painting = undefined;
    this.#owner.request();
  }

  get #shown(): Shown | undefined {
    const [picture, layout, environment] = [this.picture, this.#layout, this.#environment];
    return picture && layout && environment && { picture, layout, environment, options: this.#options };
  }

  #newPainting(): Painting {
    const { parts, guard } = this.#owner;
    const painting = new Painting(this.#core, parts.canvas, guard);
    painting.picture.speak(this.#tongue.language, this.#tongue.texts);
    if (this.#goodDataset === undefined) return painting;
    const problems = painting.picture.setDataset(this.#goodDataset);
    // The host has changed it since; what is embedded must not be drawn in its place.
    if (errorsAmong(problems)) throw problemsError('dataset', problems);
    return painting;
  }

  /** With errors the last good dataset stays in the chart, if ever there was one. */
  #takeDataset(picture: Picture): Problem[] {
    const { count, dataset } = this.#owner.choice;
    const before = this.#taken;
    if (count === before) return [];
    // First, because getters of the dataset may give the widget another one, or destroy it.
    this.#taken = count;
    let problems: Problem[];
    try {
      problems = picture.setDataset(dataset);
      if (errorsAmong(problems) && !this.#everDrawn) throw problemsError('dataset', problems);
    } catch (error) {
      this.#taken = before; // it is still to be drawn
      throw error;
    }
    this.#interactive.forgetChoices();
    if (!errorsAmong(problems)) this.#goodDataset = dataset;
    return problems;
  }
}

/** How the module came is the server's affair, and told to those who can mend it. */
function slowness(): Problem[] {
  const type = sentAs();
  if (type === undefined) return [];
  const message = `The server sent smart-footprint.wasm as "${type}"; as application/wasm it is compiled while it arrives.`;
  return [{ code: 'wasm-type', path: '', message, severity: 'warning' }];
}

function errorsAmong(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}
