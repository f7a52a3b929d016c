/**
 * Languages without a file: the words are English, numbers and dates are as the browser's
 * `Intl` writes them in that language.
 */
import { count, lines } from '#words/lines';
import type { Language } from './language';

/** A day whose number, month and year cannot be taken for one another. */
const sample = new Date(Date.UTC(2034, 10, 25));

/** English as it is where `Intl` does not know the language. */
export function inEnglishAs(asked: string, inEnglish: Language): Language {
  let tag: string | undefined;
  try {
    [tag] = Intl.DateTimeFormat.supportedLocalesOf(asked);
  } catch {
    // No language tag at all.
  }
  return tag ? { ...inEnglish, name: tag, text: said(tag) } : inEnglish;
}

/** The messages that `Intl` has an answer for, on the lines where the core has them. */
function said(tag: string): string {
  const messages: Record<string, string> = {
    ...separators(tag),
    'months-long': months(tag, 'long'),
    'months-short': months(tag, 'short'),
    'date-long': dates(tag, { day: 'numeric', month: 'long', year: 'numeric' }),
    'date-short': dates(tag, { day: 'numeric', month: 'short', year: 'numeric' }),
    'month-year': dates(tag, { month: 'long', year: 'numeric' }),
  };
  const text = new Array<string>(count).fill('');
  for (const [key, message] of Object.entries(messages)) text[lines[key]!] = message;
  return text.join('\n');
}

/** Digits stay those of the picture, and years those of its axis. */
function latin(tag: string): string {
  return new Intl.Locale(tag, { numberingSystem: 'latn', calendar: 'gregory' }).toString();
}

function separators(tag: string): Record<string, string> {
  const parts = new Intl.NumberFormat(latin(tag)).formatToParts(1234567.5);
  const of = (type: string) => parts.find((part) => part.type === type)?.value;
  return { 'group-separator': of('group') ?? '', 'decimal-separator': of('decimal') ?? '.' };
}

/** As they stand beside a day: some languages have another form for a month alone. */
function months(tag: string, month: 'long' | 'short'): string {
  const format = new Intl.DateTimeFormat(latin(tag), { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, index) => format.formatToParts(Date.UTC(2034, index, 25))
    .find((part) => part.type === 'month')?.value ?? '').join('|');
}

/** A template: places numbered as the core fills them in, the day first where there is one. */
function dates(tag: string, options: Intl.DateTimeFormatOptions): string {
  const order = ['day', 'month', 'year'].filter((name) => name in options);
  const parts = new Intl.DateTimeFormat(latin(tag), { ...options, timeZone: 'UTC' }).formatToParts(sample);
  return parts.map(({ type, value }) => {
    const place = order.indexOf(type);
    return place < 0 ? value : String.fromCharCode(place);
  }).join('').replaceAll(' ', '\u00a0');
}
