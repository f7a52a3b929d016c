/** Which language a widget speaks by now. */
import { findLanguage, inEnglish } from './language';
import { nearestLanguage } from './surroundings';

export class Speech {
  language = inEnglish;
  readonly #host: Element;
  readonly #own: () => string | null | undefined;
  readonly #changed: () => void;
  #asked: string | undefined;
  #arriving: Promise<void> | undefined;

  constructor(host: Element, own: () => string | null | undefined, changed: () => void) {
    this.#host = host;
    this.#own = own;
    this.#changed = changed;
  }

  /** What is asked for: the widget's own option, else what the page round it says. */
  get asked(): string {
    return this.#own() ?? nearestLanguage(this.#host) ?? '';
  }

  /** The same with all that is ever said; what cannot be had is told when it is asked for again. */
  async hearAll(): Promise<void> {
    await this.hear();
    await this.language.rest?.().catch(() => {});
  }

  /** Takes up what is asked for by now; settles once it is there. Never rejects. */
  hear(): Promise<void> {
    const { asked } = this;
    if (asked === this.#asked) return this.#arriving!;
    this.#asked = asked;
    return (this.#arriving = findLanguage(asked).then((language) => {
      if (asked !== this.#asked || language === this.language) return;
      this.language = language;
      this.#changed();
    }));
  }
}
