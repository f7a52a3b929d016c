/** A language with all that is ever said in it. */
import english from '#words/en/rest';
import { type Language, inEnglish } from './language';
import type { Words } from './say';

export interface Tongue {
  readonly language: Language;
  readonly words: Words;
  /** For the core. */
  readonly texts: string[];
}

/** English where the rest of its words cannot be had. Never rejects. */
export async function tongueOf(language: Language): Promise<Tongue> {
  try {
    const rest = (await language.rest?.())?.default ?? english;
    return { language, words: { ...language.words, ...rest.words }, texts: [language.text, rest.text] };
  } catch (missing) {
    return tongueOf({ ...inEnglish, missing });
  }
}
