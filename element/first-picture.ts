/**
 * The first picture. A small module of one view draws the embedded dataset while the complete
 * one is still to come, so that a reader waits for little. It answers nothing: what is looked
 * at, selected or told is the complete module's, which draws the same picture again.
 *
 * A page takes one small module, that of the widget that starts first: for several views the
 * complete one is there sooner than theirs all together.
 */
import type { Environment, OptionTexts } from '#core';
import { draw, initSync } from '#first-bindings';
import { firstPictureWasm } from '#wasm';
import { compile } from './compile';
import type { Speech } from './speech';
import { head, measureOn, play } from './tape';

/** The one of the page, which may have been refused or not come. */
let starting: { view: string; ready: Promise<unknown> } | undefined;

/** An instance that has trapped cannot be trusted again, and the complete module is on its way. */
let isSpoilt = false;

function ask<Answer>(question: () => Answer): Answer {
  if (isSpoilt) throw new Error('spoilt');
  try {
    return question();
  } catch (error) {
    isSpoilt = true;
    throw error;
  }
}

/** With these growth draws events that its small module knows by their number alone. */
const narrowing = ['place', 'from', 'to', 'at', 'published-by', 'sources', 'kinds'];

/** The view whose module can draw what is asked for; none where only the complete one can. */
function viewOf(options: OptionTexts): string {
  const { view } = options;
  if (view === 'markets' || view === 'sales' || view === 'lineup') return view;
  return narrowing.some((name) => options[name]) ? '' : 'growth';
}

/** What the browser does once for the first text in a weight, while the module is on its way. */
function warmUp(context: CanvasRenderingContext2D): void {
  const { fontFamily } = getComputedStyle(context.canvas);
  for (const weight of ['', 'bold ']) {
    context.textRendering = 'geometricPrecision';
    context.font = `${weight}16px ${fontFamily}`;
    context.measureText('smart');
  }
}

export class FirstPicture {
  readonly #context: CanvasRenderingContext2D;
  readonly #view: string;
  readonly #words: string;
  readonly #tag: string;

  /** Begins to fetch the module of a widget with these options, unless the page has taken one. */
  static foresee(options: OptionTexts): void {
    const view = viewOf(options);
    if (starting || !view) return;
    const ready = compile(firstPictureWasm(view)).then((module) => initSync({ module }));
    ready.catch(() => {}); // whoever waits for it hears of it
    starting = { view, ready };
  }

  /** Rejects where the module cannot be had, is another view's, or the canvas gives no context. */
  static async on(
    canvas: HTMLCanvasElement, options: OptionTexts, speech: Speech,
  ): Promise<FirstPicture> {
    FirstPicture.foresee(options);
    const view = viewOf(options);
    if (starting?.view !== view) throw new Error('view');
    const context = canvas.getContext('2d');
    if (!context) throw new Error('context');
    warmUp(context);
    await Promise.all([starting.ready, speech.hear()]);
    return new FirstPicture(context, view, speech);
  }

  private constructor(context: CanvasRenderingContext2D, view: string, { language }: Speech) {
    this.#context = context;
    this.#view = view;
    this.#words = language.text;
    this.#tag = language.tag;
  }

  /**
   * Draws; gives the height in CSS pixels and the picture in words.
   *
   * @throws where the view has changed since, for its module is not here; or where the module stops
   */
  draw(options: OptionTexts, environment: Environment, pixelRatio: number): [number, string] {
    if (viewOf(options) !== this.#view) throw new Error('view');
    const { width, scale, dark, font, colors } = environment;
    const set = Object.entries(options).filter(([, text]) => text !== null).flat();
    const request = [this.#tag, font, colors.map((color) => (isNaN(color) ? -1 : color)), ...set].join('\0');
    const context = this.#context;
    measureOn(context);
    const tape = ask(() => draw(this.#words, request, width / scale, dark, pixelRatio * scale));
    const [height, text] = head(tape);
    const { canvas } = context;
    canvas.width = Math.round(width * pixelRatio);
    canvas.height = Math.round(height * scale * pixelRatio);
    play(tape, context);
    return [height * scale, text];
  }
}
