/** What is told where the words of a language could not be had. */
import type { Language } from './language';
import type { Problem } from './types/index.js';

export function languageMissing({ missing }: Language, asked: string | null | undefined): Problem[] {
  return missing === undefined ? [] : [{
    code: 'language-missing', path: 'lang', severity: 'warning',
    message: `The words for ${JSON.stringify(asked)} could not be loaded; English stands in for them.`,
  }];
}
