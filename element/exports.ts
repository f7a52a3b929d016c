/** The picture and its data for elsewhere: files, the clipboard, paper. */
import type { Environment, Layout, OptionTexts, Provenance } from '#core';
import type { DatasetChoice } from './dataset-choice';
import { FootprintError } from './errors';
import { part } from './late';
import { watchPrinting } from './printing';
import type { Settings } from './settings';
import type { Parts } from './shadow';
import { type Shown, type Still, type Wish, opaque, withStill } from './still';
import { environment } from './surroundings';
import type { PngOptions } from './types/index.js';

export interface Owner {
  readonly parts: Parts;
  readonly settings: Settings;
  readonly choice: DatasetChoice;
  shown(): Shown | undefined;
  guard(work: () => void): void;
}

/** @throws {FootprintError} `script-missing`, `offline` */
export const loadSaving = part(() => import('./saving'));

export class Exports {
  readonly #owner: Owner;
  #stopPrinting: () => void = () => {};

  constructor(owner: Owner) {
    this.#owner = owner;
  }

  /** @throws {FootprintError} as `png.ts` has it, and for a part that cannot be loaded */
  async png(options?: PngOptions, wish: Wish = {}): Promise<Blob> {
    const { png } = await loadSaving();
    return png(this.#shown, options, { ...wish, environment: this.#opaque }, this.#owner.guard);
  }

  pngAlone(): Promise<Blob> {
    return this.png({}, { still: true, titled: true });
  }

  svgAlone(): string {
    return this.#still({ still: true, titled: true, environment: this.#opaque }, ({ picture }) => picture.svg());
  }

  csv(): string {
    return this.#shown.picture.csv();
  }

  layout(): Layout {
    return this.#shown.layout;
  }

  provenance(): Provenance {
    return this.#still({}, ({ picture }) => picture.provenance()!);
  }

  /** What code for another page has to say; `null` where the data is this page's own and has no address. */
  options(): OptionTexts | null {
    const { choice, settings } = this.#owner;
    const isHere = choice.isOwn || settings.now['src']?.trim().startsWith('#');
    return isHere ? null : settings.now;
  }

  /** Prints the widget where its document is printed; again in another document. */
  watchPrinting(): void {
    this.#stopPrinting();
    const { parts, shown } = this.#owner;
    const view = parts.root.ownerDocument.defaultView;
    if (!view) return;
    this.#stopPrinting = watchPrinting(view, {
      parts,
      listing: () => shown()?.picture.listing(),
      light: () => shown() && environment(this.#host, parts, this.#shown.environment.width, 'light'),
      svg: (light) => {
        try {
          return this.#still({ environment: light, still: true }, ({ picture }) => picture.svg());
        } catch {
          return undefined; // what was wrong has been told
        }
      },
    });
  }

  destroy(): void {
    this.#stopPrinting();
  }

  get #host(): HTMLElement {
    return (this.#owner.parts.root.getRootNode() as ShadowRoot).host as HTMLElement;
  }

  get #shown(): Shown {
    const shown = this.#owner.shown();
    if (!shown) throw new FootprintError('core', 'There is no picture to give.');
    return shown;
  }

  get #opaque(): Environment {
    return opaque(this.#shown.environment, this.#owner.parts.picture);
  }

  #still<Answer>(wish: Wish, work: (still: Still) => Answer): Answer {
    return withStill(this.#shown, wish, this.#owner.guard, work);
  }
}
