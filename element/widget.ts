/**
 * One widget: its options, its dataset and its interaction, and the picture made from them.
 * All that must outlive the module's instance is kept here, so that after a fault in one
 * widget the others are drawn again from what they hold.
 */
import type { Environment, Layout, OptionTexts } from '#core';
import { FirstPicture } from '#first-picture';
import { DatasetChoice } from './dataset-choice';
import { type Core, isCoreStarted, onCoreReplaced, replaceCore, startCore } from './core';
import { FootprintError, asFootprintError, problemsError } from './errors';
import { NextFrame } from './frames';
import type { Interactive } from './interactive';
import { plainState } from './options';
import { Picture } from './picture';
import type { Size } from './placing';
import { reservingRules } from './reserve';
import { type Cause, Settings } from './settings';
import { makeParts, type Parts } from './shadow';
import { watchPixelRatio, watchSize } from './size';
import { WidgetStyles } from './stylesheet';
import { fontFamily, nearestLanguage, prefersDark, watchDark, watchFonts } from './surroundings';
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
  #waiting: { resolve: () => void; reject: (error: FootprintError) => void }[] = [];

  readonly #settings: Settings;
  readonly #choice: DatasetChoice;
  #dataset: unknown;
  #datasetIsNew = false;
  /** The one that is drawn: the last without errors; `undefined` is the embedded one. */
  #goodDataset: unknown;
  #everDrawn = false;

  #first: FirstPicture | undefined;
  #firstShown: (() => void) | undefined;
  #core: Core | undefined;
  #interactive: Interactive | undefined;
  #picture: Picture | undefined;
  #layout: Layout | undefined;
  #told = '';
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
      const [core, interactive] = await Promise.all([startCore(), loadInteractive()]);
      if (this.#destroyed) return;
      this.#core = core;
      this.#interactive ??= new interactive.Interactive({
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
    const stops = [
      watchSize(this.#parts.gauge, this.#parts.canvas, (size) => {
        if (size.width !== undefined) this.#setWidth(size.width);
        if (size.bitmap) this.#fitBitmap(size.bitmap);
      }),
      watchPixelRatio(document.defaultView, redraw),
      watchDark(document.defaultView, redraw),
      watchFonts(document, redraw),
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
    if (this.#failure) return Promise.reject(this.#failure); // nothing is under way
    this.#request();
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  marks(): Mark[] {
    return (this.#layout && this.#picture?.marks.map((mark) => this.#outward(mark))) ?? [];
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
    this.#settle(new FootprintError('destroyed', 'The widget was destroyed.'));
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
    if (!this.#core) return this.#drawFirst();
    if (this.#choice.isAwaited && !this.#everDrawn) return;
    this.#dropFirst();
    const picture = (this.#picture ??= this.#newPicture(this.#core));
    const problems = this.#datasetIsNew ? this.#takeDataset(picture) : [];
    if (this.#destroyed) return;
    const view = this.#layout?.state.view;
    const layout = picture.layout(this.#allOptions(), this.#environment());
    const isFirst = !this.#layout;
    this.#layout = layout;
    this.#everDrawn = true;
    this.#show(layout.height, sentences(layout.title, layout.summary));
    this.#paint(picture);
    this.#interactive?.refresh(picture, layout);

    if (!this.#choice.isAsking) {
      this.#settle(errorsAmong(problems) ? problemsError('dataset', problems) : undefined);
    }
    if (isFirst) {
      this.#isReady();
      this.#tell('footprint-ready');
    }
    if (!isFirst && layout.state.view !== view) this.#tell('footprint-view');
    this.#tellProblems([...problems, ...layout.warnings]);
  }

  get #drawsEmbedded(): boolean {
    return this.#dataset === undefined && !this.#choice.isAwaited;
  }

  #takeChoice(dataset: unknown): void {
    this.#dataset = dataset;
    this.#datasetIsNew = true;
    this.#told = ''; // what was wrong with another one may be wrong with this
    this.#tryAgain();
  }

  /** What `src` names cannot be had: the last good picture stays, if ever there was one. */
  #refuse(why: FootprintError): void {
    if (!this.#everDrawn || this.#failure) return this.#fail(why);
    this.#settle(why);
    this.#tell('footprint-problem', { problems: [...why.problems] });
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

  #newPicture(core: Core): Picture {
    const picture = new Picture(core, this.#parts.canvas);
    if (this.#goodDataset === undefined) return picture;
    const problems = picture.setDataset(this.#goodDataset);
    // The host has changed it since; what is embedded must not be drawn in its place.
    if (errorsAmong(problems)) throw problemsError('dataset', problems);
    return picture;
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

  /** Sizes the bitmap as the canvas was last seen to cover, or as it should from here on. */
  #paint(picture: Picture): void {
    const ratio = this.#pixelRatio;
    const width = Math.round(this.#width * ratio);
    const height = Math.round((this.#layout?.height ?? 0) * ratio);
    // A box at a fraction of a pixel covers one pixel more or less than its size says; under
    // emulation it is seen in CSS pixels, and covers so many of them.
    const seen = [1, ratio]
      .map((scale) => this.#bitmap && {
        width: Math.round(this.#bitmap.width * scale),
        height: Math.round(this.#bitmap.height * scale),
        near: Math.max(1, scale),
      })
      .find((box) => box && Math.abs(box.width - width) <= box.near && Math.abs(box.height - height) <= box.near);
    const bitmap = seen ?? { width, height };
    picture.paint(Math.max(1, bitmap.width), Math.max(1, bitmap.height), ratio);
  }

  #fitBitmap(bitmap: Size): void {
    this.#bitmap = bitmap;
    const { canvas } = this.#parts;
    if (bitmap.width === 0 || (bitmap.width === canvas.width && bitmap.height === canvas.height)) {
      return;
    }
    const picture = this.#picture;
    if (picture && this.#layout && !this.#failure) this.#guard(() => this.#paint(picture));
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

  #environment(): Environment {
    const style = getComputedStyle(this.#host);
    const { theme } = this.#settings.now;
    const dark = theme === 'dark'
      || (theme !== 'light' && prefersDark(this.#document!.defaultView!));
    this.#parts.root.dataset['theme'] = dark ? 'dark' : 'light';
    return {
      width: this.#width,
      dark,
      font: fontFamily(style),
      direction: style.direction === 'rtl' ? 'rtl' : 'ltr',
    };
  }

  /** Runs what may meet a fault of the core; nothing is thrown at the host page. */
  #guard(work: () => void): void {
    if (this.#destroyed) return;
    try {
      work();
    } catch (error) {
      const failure = asFootprintError(error);
      this.#fail(failure);
      if (failure.code === 'core') replaceCore();
    }
  }

  /** Shows what stands in for the picture, and tells why; tried again with the next options. */
  #fail(failure: FootprintError): void {
    if (this.#destroyed) return;
    this.#failure = failure;
    this.#interactive?.inspection.suspend();
    if (failure.code === 'core') this.#picture = undefined;
    this.#layout = undefined;
    this.#styles.reserve('');
    this.#parts.root.dataset['state'] = 'failed';
    this.#parts.notice.textContent = failureSentence(failure.code);
    this.#parts.notice.hidden = false;
    this.#settle(failure);
    this.#tell('footprint-problem', { problems: [...failure.problems] });
  }

  /** The instance was replaced, and this widget's chart went with the old one. */
  #startAnew(): void {
    this.#picture = undefined;
    this.#request();
  }

  #dropPicture(): void {
    const picture = this.#picture;
    this.#picture = undefined;
    this.#layout = undefined;
    picture?.free();
  }

  #settle(error?: FootprintError): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { resolve, reject } of waiting) {
      if (error) reject(error);
      else resolve();
    }
  }

  /** A mark as the page sees it: the picture is not all of the widget. */
  #outward(mark: Mark): Mark {
    const { offsetLeft, offsetTop } = this.#parts.stage;
    const copy = structuredClone(mark);
    copy.box.x += offsetLeft;
    copy.box.y += offsetTop;
    return copy;
  }

  /** The same problems are told once, not with every frame. */
  #tellProblems(problems: Problem[]): void {
    const told = JSON.stringify(problems);
    if (told === this.#told) return;
    this.#told = told;
    if (problems.length > 0) this.#tell('footprint-problem', { problems });
  }

  #tell(
    type: keyof FootprintEventMap, more: { mark?: Mark; problems?: Problem[] } = {},
  ): void {
    if (this.#destroyed) return;
    const { mark, problems } = more;
    const detail = structuredClone({
      state: this.state(), ...(mark && { mark: this.#outward(mark) }), ...(problems && { problems }),
    });
    this.#host.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }
}

let interactive: Promise<typeof import('./interactive')> | undefined;

function loadInteractive(): Promise<typeof import('./interactive')> {
  interactive ??= import('./interactive').catch((error: unknown) => {
    interactive = undefined; // the next widget may have more luck
    throw new FootprintError('script-missing', 'A part of the script could not be loaded.', undefined, error);
  });
  return interactive;
}

function errorsAmong(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}
