/** What stands in place of a picture. */
import type { Words } from './say';

/** One sentence for a reader. */
export function failureSentence(words: Words, code: string): string {
  const cause = code.startsWith('src-') ? 'source' : code;
  const reason = words[`widget-failed-${cause}`];
  return words['widget-failed']!.replace('{reason}', () => reason ?? words['widget-failed-core']!);
}
