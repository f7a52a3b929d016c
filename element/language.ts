/**
 * The language that a widget speaks. English is in the script; another one is fetched beside the
 * modules: first what a first picture says, then the rest.
 */
import english from '#words/en';
import type { Words } from './say';

export interface Language {
  /** By which a core knows it. */
  readonly name: string;
  /** Of the words. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  /** What the element says from the first moment on. */
  readonly words: Words;
  /** What makes a core speak it; empty for English. */
  readonly text: string;
  /** What is said once the complete module is there. */
  rest?(): Promise<{ default: { readonly words: Words; readonly text: string } }>;
  /** Why this is not what was asked for. */
  readonly missing?: unknown;
}

export const inEnglish: Language = { name: 'en', tag: 'en', direction: 'ltr', words: english, text: '' };

const files: Record<string, () => Promise<{ default: Language }>> = {
  de: () => import('#words/de'),
  zh: () => import('#words/zh'),
};

/**
 * The language whose tag is the longest beginning of the one that is asked for (the lookup of
 * RFC 4647), else English with the numbers and dates of what was asked for. Never rejects.
 */
export async function findLanguage(asked: string): Promise<Language> {
  try {
    for (let tag = asked.toLowerCase(); tag; tag = tag.replace(/(^|-)[^-]*$/, '')) {
      if (tag === 'en' || tag === 'und') return inEnglish;
      if (Object.hasOwn(files, tag)) return (await files[tag]!()).default;
    }
    return asked ? (await import('./foreign')).inEnglishAs(asked, inEnglish) : inEnglish;
  } catch (missing) {
    return { ...inEnglish, missing };
  }
}
