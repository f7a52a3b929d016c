/**
 * One widget: its options, its dataset and its interaction, and the picture made from them.
 * All that must outlive the module's instance is kept here, so that after a fault in one
 * widget the others are drawn again from what they hold.
 */
import type { Layout, OptionTexts } from '#core';
import { FirstPicture } from '#first-picture';
import { DatasetChoice } from './dataset-choice';
import { type Core, isCoreStarted, onCoreReplaced, replaceCore, startCore } from './core';
import { FootprintError, asFootprintError, destroyedError, problemsError } from './errors';
import { NextFrame } from './frames';
import type { Interactive } from './interactive';
import { type Late, loadLate } from './late';
import { plainState } from './options';
import { watchColors } from './page-colors';
import type { Painting } from './painting';
import type { Picture } from './picture';
import type { Size } from './placing';
import { reservingRules } from './reserve';
import { type Cause, Settings } from './settings';
import { makeParts, type Parts } from './shadow';
import { watchPixelRatio, watchSize } from './size';
import { WidgetStyles } from './stylesheet';
import { nearestLanguage, surroundings, watchDark, watchFonts } from './surroundings';
import { Telling } from './telling';
import type { FootprintEventMap } from './types/element.js';
import type { Mark, Problem, Ref, State } from './types/index.js';
import { failureSentence, sentences } from './words';

export class FootprintWidget {
  readonly ready: Promise<void>;
  readonly #host: HTMLElement;
  readonly #parts: Parts;
  readonly #styles: WidgetStyles;
  readonly #frame = new NextFrame(() => this.#guard(() => this.#draw()));
  readonly #forgetCore: () => void;
  #isReady!: () => void;
  readonly #telling: Telling;

  readonly #settings: Settings;
  readonly #choice: DatasetChoice;
  #dataset: unknown;
  #datasetIsNew = false;
  /** How many were given. */
  #datasets = 0;
  /** The one that is drawn: the last without errors; `undefined` is the embedded one. */
  #goodDataset: unknown;
  #everDrawn = false;

  #first: FirstPicture | undefined;
  #firstShown: (() => void) | undefined;
  #core: Core | undefined;
  #late: Late | undefined;
  #interactive: Interactive | undefined;
  #painting: Painting | undefined;
  #layout: Layout | undefined;
  #width = 0;
  #bitmap: Size | undefined;
  #document: Document | undefined;
  #leaveDocument: () => void = () => {};
  #failure: FootprintError | undefined;
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
      chosen: (dataset) => this.#takeChoice(dataset),
      refused: (why) => this.#refuse(why),
    });
    this.ready = new Promise((resolve) => (this.#isReady = resolve));
    this.#forgetCore = onCoreReplaced(() => this.#startAnew());
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
      this.#choice.start();
      await this.join();
      await this.#showFirstPicture();
      const [core, late] = await Promise.all([startCore(), loadLate()]);
      if (this.#destroyed) return;
      this.#core = core;
      this.#late = late;
      this.#interactive ??= new late.Interactive({
        parts: this.#parts,
        styles: this.#styles,
        picture: () => (this.#layout ? this.#picture : undefined),
        size: () => ({ width: this.#width, height: this.#layout?.height ?? 0 }),
        change: (texts) => this.#settings.change(texts),
        guard: (work) => this.#guard(work),
        tell: (event, mark) => this.#tell(event, mark ? { mark } : {}),
      });
      this.#interactive.inspection.assumeSelected(this.#selected);
      this.#request();
    } catch (error) {
      this.#fail(asFootprintError(error));
    }
  }

  /** The document's sheets, observers and listeners; again when the host was adopted by another. */
  enterDocument(): void {
    const document = this.#host.ownerDocument;
    if (document === this.#document || !document.defaultView || this.#destroyed) return;
    this.#leaveDocument();
    this.#document = document;
    this.#styles.dress();
    const redraw = () => this.#request();
    this.#painting?.stop();
    const stops = [
      watchSize(this.#parts.gauge, this.#parts.canvas, (size) => {
        if (size.width !== undefined) this.#setWidth(size.width);
        if (size.bitmap) this.#fitBitmap(size.bitmap);
      }),
      watchPixelRatio(document.defaultView, redraw),
      watchDark(document.defaultView, redraw),
      watchFonts(document, redraw),
      watchColors(this.#parts.gauge, redraw),
    ];
    this.#leaveDocument = () => stops.forEach((stop) => stop());
    this.#interactive?.enterDocument();
    redraw();
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
    this.#request();
    return this.#telling.next();
  }

  marks(): Mark[] {
    return (this.#layout && this.#picture?.marks.map((mark) => this.#telling.outward(mark))) ?? [];
  }

  focusMark(id: string): boolean {
    let found = false;
    this.#guard(() => (found = this.#interactive?.inspection.focus(id) ?? false));
    if (found) this.#parts.chart.focus();
    return found;
  }

  select(ref: Ref | null): void {
    if (this.#layout && this.#picture && this.#interactive) {
      this.#guard(() => this.#interactive?.select(ref));
    } else {
      this.#settings.change({ selected: ref });
    }
  }

  state(): State {
    const known = this.#layout?.state ?? (plainState(this.#settings.now) as State);
    return { ...known, selected: this.#selected };
  }

  async toSvg(): Promise<string> {
    if (!this.#layout) await this.drawn();
    let svg: string | undefined;
    this.#guard(() => (svg = this.#picture?.svg()));
    if (svg === undefined) throw new FootprintError('core', 'There is no picture to give.');
    return svg;
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#frame.cancel();
    this.#leaveDocument();
    this.#settings.leave();
    this.#choice.leave();
    this.#interactive?.destroy();
    this.#forgetCore();
    this.#firstShown?.();
    this.#dropFirst();
    this.#dropPicture();
    this.#parts.root.dataset['state'] = 'waiting';
    this.#telling.settle(destroyedError());
  }

  #request(): void {
    if (this.#document && !this.#failure && !this.#destroyed) this.#frame.request(this.#document);
  }

  /** What failed once may work with what was just changed. */
  #tryAgain(): void {
    const hasFailed = this.#failure !== undefined;
    this.#failure = undefined;
    if (hasFailed && !this.#core) void this.start();
    else if (hasFailed) this.#choice.start();
    this.#request();
  }

  #setWidth(width: number): void {
    if (width === this.#width) return;
    this.#width = width;
    this.#reserve();
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
    const { inspection } = this.#interactive ?? {};
    if (cause === 'host' || !this.#layout) {
      inspection?.assumeSelected(this.#selected);
      this.#request();
    } else {
      this.#guard(() => inspection?.input({ type: 'select', ref: this.#selected }));
    }
  }

  /** A draw warns of a selection that names nothing; one that names something needs none. */
  #warnOfUnknown(): void {
    const ref = this.#selected;
    if (ref !== null && this.#picture && !this.#picture.dossier(ref)) this.#request();
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
    this.#styles.reserve(this.#layout ? '' : reservingRules(now['view'], hasControls));
  }

  #draw(): void {
    if (this.#width === 0 || !this.#document?.defaultView) return;
    if (!this.#core || !this.#late) return this.#drawFirst();
    if (this.#choice.isAwaited && !this.#everDrawn) return;
    this.#dropFirst();
    const painting = (this.#painting ??= this.#newPainting(this.#core, this.#late));
    const { picture } = painting;
    const problems = this.#datasetIsNew ? this.#takeDataset(picture) : [];
    if (this.#destroyed) return; // by what was read of the dataset
    const view = this.#layout?.state.view;
    const layout = painting.layout(this.#allOptions(), this.#environment(), this.#pixelRatio, this.#datasets);
    const isFirst = !this.#layout;
    this.#layout = layout;
    this.#everDrawn = true;
    this.#show(layout.height, sentences(layout.title, layout.summary));
    painting.paint(this.#bitmap);
    this.#interactive?.refresh(picture, layout);

    if (!this.#choice.isAsking) {
      this.#telling.settle(errorsAmong(problems) ? problemsError('dataset', problems) : undefined);
    }
    if (isFirst) {
      this.#isReady();
      this.#tell('footprint-ready');
    }
    if (!isFirst && layout.state.view !== view) this.#tell('footprint-view');
    if (!this.#destroyed) this.#telling.problems([...problems, ...layout.warnings]);
  }

  get #drawsEmbedded(): boolean {
    return this.#dataset === undefined && !this.#choice.isAwaited;
  }

  #takeChoice(dataset: unknown): void {
    this.#dataset = dataset;
    this.#datasetIsNew = true;
    this.#datasets += 1;
    this.#telling.forget();
    this.#tryAgain();
  }

  /** What `src` names cannot be had: the last good picture stays, if ever there was one. */
  #refuse(why: FootprintError): void {
    if (!this.#everDrawn || this.#failure) return this.#fail(why);
    this.#telling.settle(why);
    this.tellFailure(why);
  }

  /** Draws the embedded dataset before the core is there, where that is still to be fetched. */
  async #showFirstPicture(): Promise<void> {
    // Some builds have none of their own, whatever the types say.
    if (!(FirstPicture as unknown) || isCoreStarted() || !this.#drawsEmbedded) return;
    try {
      this.#first = await FirstPicture.on(this.#parts.canvas, this.#settings.now['view']);
      await new Promise<void>((shown) => {
        this.#firstShown = shown;
        this.#request();
      });
    } catch {
      // What is wrong here is wrong with the core too, and told then.
    }
    this.#firstShown = undefined;
  }

  #drawFirst(): void {
    if (this.#first && this.#drawsEmbedded) {
      try {
        this.#show(...this.#first.draw(this.#allOptions(), this.#environment(), this.#pixelRatio));
      } catch {
        this.#first = undefined; // the core draws all the same
      }
    }
    this.#firstShown?.();
  }

  #dropFirst(): void {
    this.#first?.free();
    this.#first = undefined;
  }

  /** The picture takes its place on the page, and has a name. */
  #show(height: number, name: string): void {
    this.#styles.place('.canvas', { width: `${this.#width}px`, height: `${height}px` });
    const { root, chart, notice } = this.#parts;
    root.dataset['state'] = 'drawn';
    notice.hidden = true;
    chart.setAttribute('aria-label', name);
  }

  #newPainting(core: Core, late: Late): Painting {
    const painting = new late.Painting(core, this.#parts.canvas, (work) => this.#guard(work));
    if (this.#goodDataset === undefined) return painting;
    const problems = painting.picture.setDataset(this.#goodDataset);
    // The host has changed it since; what is embedded must not be drawn in its place.
    if (errorsAmong(problems)) throw problemsError('dataset', problems);
    return painting;
  }

  /** With errors the last good dataset stays in the chart, if ever there was one. */
  #takeDataset(picture: Picture): Problem[] {
    // Getters of the dataset may give the widget another one, or destroy it.
    const dataset = this.#dataset;
    this.#datasetIsNew = false;
    const problems = picture.setDataset(dataset);
    const isBad = errorsAmong(problems);
    if (isBad && !this.#everDrawn) {
      this.#datasetIsNew = true;
      throw problemsError('dataset', problems);
    }
    this.#interactive?.forgetChoices();
    if (!isBad) this.#goodDataset = dataset;
    return problems;
  }

  #fitBitmap(bitmap: Size): void {
    this.#bitmap = bitmap;
    const painting = this.#painting;
    if (painting && this.#layout && !this.#failure) this.#guard(() => painting.fit(bitmap));
  }

  get #picture(): Picture | undefined {
    return this.#painting?.picture;
  }

  get #pixelRatio(): number {
    return this.#document?.defaultView?.devicePixelRatio ?? 1;
  }

  #allOptions(): OptionTexts {
    return {
      ...this.#settings.now,
      lang: this.#settings.now['lang'] ?? nearestLanguage(this.#host),
    };
  }

  #environment() {
    return surroundings(this.#host, this.#parts, this.#width, this.#settings.now['theme']);
  }

  /** Runs what may meet a fault of the core; nothing is thrown at the host page. */
  #guard(work: () => void): void {
    if (this.#destroyed) return;
    try {
      work();
    } catch (error) {
      if (this.#destroyed) return;
      const failure = asFootprintError(error);
      this.#fail(failure);
      if (failure.code === 'core') replaceCore();
    }
  }

  /** Tells of what a call was given and could not be read; the picture stays. */
  tellFailure(failure: FootprintError): void {
    this.#tell('footprint-problem', { problems: [...failure.problems] });
  }

  /** Shows what stands in for the picture, and tells why; tried again with the next options. */
  #fail(failure: FootprintError): void {
    if (this.#destroyed) return;
    this.#failure = failure;
    this.#interactive?.inspection.suspend();
    this.#painting?.stop();
    if (failure.code === 'core') this.#painting = undefined;
    this.#layout = undefined;
    this.#styles.reserve('');
    this.#parts.root.dataset['state'] = 'failed';
    this.#parts.notice.textContent = failureSentence(failure.code);
    this.#parts.notice.hidden = false;
    this.#telling.settle(failure);
    this.tellFailure(failure);
  }

  /** The instance was replaced, and this widget's chart went with the old one. */
  #startAnew(): void {
    this.#painting?.stop();
    this.#painting = undefined;
    this.#request();
  }

  #dropPicture(): void {
    const painting = this.#painting;
    this.#painting = undefined;
    this.#layout = undefined;
    painting?.stop();
    painting?.picture.free();
  }

  #tell(type: keyof FootprintEventMap, more: { mark?: Mark; problems?: Problem[] } = {}): void {
    if (!this.#destroyed) this.#telling.event(type, more);
  }
}

function errorsAmong(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}
