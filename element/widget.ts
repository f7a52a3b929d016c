/**
 * One widget: its options and its dataset, its place on the page, and when it is drawn. All that
 * must outlive the module's instance is kept in JavaScript, so that after a fault in one widget
 * the others are drawn again from what they hold.
 */
import type { OptionTexts } from '#core';
import { type Core, startCore } from './core';
import { DatasetChoice } from './dataset-choice';
import type { Drawing, Tongue } from './drawing';
import { type FootprintError, asFootprintError, destroyedError } from './errors';
import { NextFrame, frameDone } from './frames';
import { type Late, loadLate } from './late';
import { Opening, foresee } from './opening';
import { plainState } from './options';
import { watchColors } from './page-colors';
import type { Size } from './placing';
import { reservingRules } from './reserve';
import { type Cause, Settings } from './settings';
import { makeParts, name, type Parts } from './shadow';
import { watchPixelRatio, watchSize, widthOf } from './size';
import { Speech } from './speech';
import { WidgetStyles } from './stylesheet';
import { environment, isDark, showTheme, watchDark, watchFonts, watchLanguage } from './surroundings';
import { Telling } from './telling';
import type { Mark, PngOptions, Ref, State } from './types/index.js';
import { failureSentence } from './words';

export class FootprintWidget {
  readonly ready: Promise<void>;
  readonly #host: HTMLElement;
  readonly #parts: Parts;
  readonly #styles: WidgetStyles;
  readonly #frame = new NextFrame(() => this.#guard(() => this.#draw()));
  #isReady!: () => void;
  readonly #telling: Telling;

  readonly #settings: Settings;
  readonly #choice: DatasetChoice;
  readonly #opening = new Opening();
  readonly #speech: Speech;
  #drawing: Drawing | undefined;
  #width = 0;
  /** What was kept free is for another width. */
  #isPlaceOld = false;
  #bitmap: Size | undefined;
  /** The page's colours in each theme, until one changes. */
  readonly #colors = new Map<boolean, Float64Array>();
  #document: Document | undefined;
  #leaveDocument: () => void = () => {};
  #failure: FootprintError | undefined;
  /** Until it is said that the picture takes long. */
  #late: ReturnType<typeof setTimeout> | undefined;
  #destroyed = false;

  /** `reflect` shows an option as an attribute, where the host is an element of ours. */
  constructor(
    host: HTMLElement, root: ShadowRoot, reflect?: (name: string, text: string | null) => void,
  ) {
    this.#host = host;
    this.#parts = makeParts(host.ownerDocument);
    this.#styles = new WidgetStyles(root);
    this.#telling = new Telling(host, this.#parts.stage, () => this.state());
    this.#settings = new Settings({
      host, reflect, changed: (names, cause) => this.#optionsChanged(names, cause),
    });
    this.#choice = new DatasetChoice({
      host,
      src: () => this.#settings.now['src'],
      chosen: () => this.#takeChoice(),
      refused: (why) => this.#refuse(why),
    });
    this.#speech = new Speech(host, () => this.#settings.now['lang'], () => this.#speak());
    this.ready = new Promise((resolve) => (this.#isReady = resolve));
    this.#reserve();
    root.replaceChildren(this.#parts.root);
    this.enterDocument();
  }

  get destroyed(): boolean {
    return this.#destroyed;
  }

  /** Takes over what its group and the page's address hold. */
  async join(): Promise<void> {
    if (!this.#destroyed) await this.#settings.join(this.#host.ownerDocument);
  }

  /** Loads the modules if need be and draws. Never rejects: `drawn()` tells what came of it. */
  async start(): Promise<void> {
    try {
      const { picture } = this.#parts;
      picture.ariaBusy = 'true';
      // No animation of the stylesheet's: Firefox never lets go of what one was broken off on.
      this.#late ??= setTimeout(() => picture.toggleAttribute('data-late', true), 1000);
      this.#choice.start();
      // What is shared may say otherwise.
      if (this.#drawsEmbedded && !this.#settings.isShared) foresee(this.#settings.now);
      await this.join();
      if (this.#drawsEmbedded && !this.#destroyed) await this.#open();
      if (this.#destroyed) return;
      const [core, late] = await Promise.all([startCore(), loadLate(), this.#speech.hearAll()]);
      const tongue = await late.tongueOf(this.#speech.language);
      if (this.#destroyed) return;
      this.#drawing ??= this.#newDrawing(core, late, tongue);
      this.#drawing.assumeSelected(this.#selected);
      this.#request();
    } catch (error) {
      this.#fail(asFootprintError(error));
    }
  }

  /** The document's sheets, observers and listeners; again when the host was adopted by another. */
  enterDocument(): void {
    const document = this.#host.ownerDocument;
    if (document === this.#document || this.#destroyed) return this.#drawing?.moved();
    this.#leaveDocument();
    this.#document = undefined;
    if (!document.defaultView) return; // nobody sees that one; it has dropped the sheets all the same
    this.#document = document;
    this.#styles.dress();
    const redraw = () => this.#request();
    const recolor = () => {
      this.#colors.clear();
      redraw();
    };
    const remeasure = () => {
      this.#guard(() => this.#drawing?.forgetWidths());
      redraw();
    };
    const stops = [
      watchSize(this.#parts.gauge, this.#parts.canvas, (size) => {
        if (size.width !== undefined) this.#setWidth(size.width);
        if (size.bitmap) this.#fitBitmap(size.bitmap);
      }),
      watchPixelRatio(document.defaultView, remeasure), // Firefox's letters are as wide as pixels allow
      watchDark(document.defaultView, recolor),
      watchFonts(this.#parts.root, remeasure),
      watchLanguage(document, redraw),
      watchColors(this.#parts.root, recolor),
    ];
    this.#leaveDocument = () => stops.forEach((stop) => stop());
    this.#drawing?.enterDocument();
    recolor();
  }

  /** Options by the host. A `src` that is what it was asks for the dataset again. */
  setOptions(texts: OptionTexts): void {
    const again = Boolean(texts['src']) && texts['src'] === this.#settings.now['src'];
    this.#settings.give(texts);
    if (!again) return;
    this.#choice.sourceGiven(true);
    this.#tryAgain();
  }

  /** `null` and `undefined` are what `src` names, or the embedded dataset. */
  setDataset(dataset: unknown): void {
    this.#choice.give(dataset);
  }

  /** Settles with the next draw of what was asked for, or with why there was none. */
  drawn(): Promise<void> {
    if (this.#destroyed) return Promise.reject(destroyedError());
    if (this.#failure) return Promise.reject(this.#failure); // nothing is under way
    this.#request(true);
    return this.#telling.next();
  }

  /** The same, and what has failed is tried again. */
  redrawn(): Promise<void> {
    this.#tryAgain();
    return this.drawn();
  }

  marks(): Mark[] {
    let marks: Mark[] = [];
    this.#guard(() => (marks = this.#drawing?.marks() ?? []));
    return marks;
  }

  focusMark(id: string): boolean {
    let found = false;
    this.#guard(() => (found = this.#drawing?.focus(id) ?? false));
    if (found) this.#parts.chart.focus();
    return found;
  }

  select(ref: Ref | null): void {
    if (this.#drawing?.picture) this.#guard(() => this.#drawing?.select(ref));
    else this.#settings.change({ selected: ref });
  }

  state(): State {
    const known = this.#drawing?.layout?.state ?? (plainState(this.#settings.now) as State);
    return { ...known, selected: this.#selected };
  }

  toSvg(): Promise<string> {
    return this.#answer((drawing) => drawing.svg());
  }

  toPng(options?: PngOptions): Promise<Blob> {
    return this.#answer((drawing) => drawing.png(options));
  }

  toCsv(): Promise<string> {
    return this.#answer((drawing) => drawing.csv());
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    clearTimeout(this.#late);
    this.#frame.cancel();
    this.#leaveDocument();
    this.#settings.leave();
    this.#choice.leave();
    this.#drawing?.destroy();
    this.#opening.end();
    this.#parts.root.dataset['state'] = 'waiting';
    this.#parts.picture.ariaBusy = null;
    this.#telling.settle(destroyedError());
  }

  /** The first picture is drawn as soon as it can be, and on the screen before anything else is loaded. */
  #open(): Promise<void> {
    return this.#opening.begin(this.#parts.canvas, this.#settings.now, this.#speech, async () => {
      this.#guard(() => this.#draw());
      if (this.#parts.root.dataset['state'] === 'drawn') await frameDone(this.#host.ownerDocument);
    });
  }

  #newDrawing(core: Core, { Drawing }: Late, tongue: Tongue): Drawing {
    return new Drawing(core, tongue, {
      parts: this.#parts,
      styles: this.#styles,
      settings: this.#settings,
      choice: this.#choice,
      telling: this.#telling,
      isGone: () => this.#destroyed,
      guard: (work) => this.#guard(work),
      request: () => this.#request(),
      show: (height) => this.#show(height),
      ready: () => {
        this.#isReady();
        this.#telling.event('footprint-ready');
      },
    });
  }

  /** From the picture, as soon as there is one. */
  async #answer<Answer>(question: (drawing: Drawing) => Answer | Promise<Answer>): Promise<Answer> {
    for (;;) {
      if (!this.#drawing?.picture) await this.drawn();
      const answers: (Answer | Promise<Answer>)[] = [];
      this.#guard(() => answers.push(question(this.#drawing!)));
      if (answers.length > 0) return answers[0]!;
      await this.drawn(); // which tells what is wrong, or draws what another widget broke
    }
  }

  /** Soon: what somebody asks for is drawn before the next frame, not in it. */
  #request(soon = false): void {
    if (this.#document && !this.#failure && !this.#destroyed) this.#frame.request(this.#document, soon);
  }

  /** What failed once may work with what was just changed. */
  #tryAgain(): void {
    const hasFailed = this.#failure !== undefined;
    this.#failure = undefined;
    if (hasFailed && !this.#drawing) void this.start();
    else if (hasFailed) this.#choice.start();
    this.#request(true);
  }

  #setWidth(width: number): void {
    if (width === this.#width) return;
    this.#width = width;
    // What was not shown tells of no change.
    this.#colors.clear();
    // Let go of in a frame: a page that watches sizes, too, would hear of a loop.
    this.#isPlaceOld = Boolean(this.#drawing?.layout);
    this.#request();
  }

  get #selected(): Ref | null {
    return (this.#settings.now['selected'] ?? null) as Ref | null;
  }

  #optionsChanged(names: readonly string[], cause: Cause): void {
    this.#parts.root.toggleAttribute('data-selected', this.#selected !== null);
    if (names.some((name) => name !== 'selected')) this.#reserve();
    if (names.includes('src')) this.#choice.sourceGiven(false);
    if (names.includes('selected') && cause !== 'reader') this.#takeSelected(cause);
    if (names.some((name) => name !== 'selected')) this.#tryAgain();
    else this.#guard(() => this.#warnOfUnknown());
  }

  /** Somebody else selected a row: the host, who knows, or another, which is told. */
  #takeSelected(cause: Cause): void {
    const drawing = this.#drawing;
    if (cause === 'host' || !drawing?.picture) {
      drawing?.assumeSelected(this.#selected);
      this.#request();
    } else {
      this.#guard(() => drawing.select(this.#selected));
    }
  }

  /** A draw warns of a selection that names nothing; one that names something needs none. */
  #warnOfUnknown(): void {
    const ref = this.#selected;
    if (ref !== null && this.#drawing?.isUnknown(ref)) this.#request();
  }

  /**
   * Keeps the place of what is still to come, so that nothing on the page moves. The first draw
   * leaves it as it is: texts may take a line less than was reckoned with.
   */
  #reserve(): void {
    const { now } = this.#settings;
    const { root } = this.#parts;
    const hasControls = typeof now['controls'] === 'string';
    root.toggleAttribute('data-controls', hasControls);
    this.#styles.reserve(this.#drawing?.layout ? '' : reservingRules(now['view'], hasControls, this.#speech.asked));
  }

  #draw(): void {
    this.#frame.forget(); // this is it, whoever asked for one
    this.#width ||= widthOf(this.#parts.gauge);
    if (this.#failure || this.#width === 0 || !this.#document?.defaultView) return;
    void this.#speech.hear();
    const drawing = this.#drawing;
    if (!drawing && !this.#opening.isThere) {
      showTheme(this.#parts.root, isDark(this.#host, getComputedStyle(this.#host), this.#settings.now['theme']));
      return;
    }
    const surroundings = this.#surroundings();
    if (!drawing) {
      const { options, environment, pixelRatio } = surroundings;
      const first = this.#drawsEmbedded && this.#opening.draw(options, environment, pixelRatio);
      if (first) this.#show(...first);
    } else if (!this.#choice.isAwaited || drawing.everDrawn) {
      this.#opening.end();
      drawing.draw(surroundings);
      if (this.#isPlaceOld) this.#reserve();
      this.#isPlaceOld = false;
    }
    // After all that is read of the page: what was written would be worked out for it.
    showTheme(this.#parts.root, surroundings.environment.dark);
  }

  /** The page asks for another language. */
  #speak(): void {
    const { language } = this.#speech;
    name(this.#parts, language);
    if (this.#failure) this.#parts.notice.textContent = failureSentence(language.words, this.#failure.code);
    else this.#reserve();
    void this.#drawing?.speak(language).then(() => this.#request());
  }

  get #drawsEmbedded(): boolean {
    return this.#choice.dataset === undefined && !this.#choice.isAwaited;
  }

  #takeChoice(): void {
    this.#telling.forget();
    this.#tryAgain();
  }

  /** What `src` names cannot be had: the last good picture stays, if ever there was one. */
  #refuse(why: FootprintError): void {
    if (!this.#drawing?.everDrawn || this.#failure) return this.#fail(why);
    this.#telling.settle(why);
    this.tellFailure(why);
  }

  /** The picture takes its place on the page; until it can be acted with, it is named here. */
  #show(height: number, name?: string): void {
    this.#styles.place('.canvas', { width: `${this.#width}px`, height: `${height}px` });
    const { root, picture, chart, notice } = this.#parts;
    if (name) chart.setAttribute('aria-label', name);
    if (root.dataset['state'] === 'drawn') return;
    root.dataset['state'] = 'drawn';
    picture.ariaBusy = null;
    notice.hidden = true;
  }

  #fitBitmap(bitmap: Size): void {
    this.#bitmap = bitmap;
    if (!this.#failure) this.#guard(() => this.#drawing?.fit(bitmap));
  }

  #surroundings() {
    const { now } = this.#settings;
    return {
      options: { ...now, lang: this.#speech.asked || null },
      environment: environment(this.#host, this.#parts, this.#width, now['theme'], this.#colors),
      pixelRatio: (this.#document?.defaultView?.devicePixelRatio ?? 1) * (this.#parts.root.currentCSSZoom ?? 1),
      bitmap: this.#bitmap,
    };
  }

  /** Runs what may meet a fault of the core; nothing is thrown at the host page. */
  #guard(work: () => void): void {
    if (this.#destroyed) return;
    try {
      work();
    } catch (error) {
      if (this.#destroyed) return;
      const failure = asFootprintError(error);
      // What another widget broke, this one is drawn anew for.
      if (failure.code === 'spoilt') this.#request();
      else this.#fail(failure);
    }
  }

  /** Tells of what a call was given and could not be read; the picture stays. */
  tellFailure(failure: FootprintError): void {
    if (this.#destroyed) return;
    this.#telling.event('footprint-problem', { problems: [...failure.problems] });
  }

  /** Shows what stands in for the picture, and tells why; tried again with the next options. */
  #fail(failure: FootprintError): void {
    if (this.#destroyed) return;
    this.#failure = failure;
    this.#drawing?.suspend();
    this.#opening.end();
    this.#styles.reserve('');
    this.#parts.root.dataset['state'] = 'failed';
    this.#parts.picture.ariaBusy = null;
    this.#parts.notice.textContent = failureSentence(this.#speech.language.words, failure.code);
    this.#parts.notice.hidden = false;
    this.#telling.settle(failure);
    this.tellFailure(failure);
  }
}
