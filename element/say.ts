/** Sentences of the element in the language of its widget. */

/** Messages by their names, as `data/languages/` has them. */
export type Words = Readonly<Record<string, string>>;

/** A message with its places filled in; numbers are written as the language writes them. */
export type Say = (key: string, places?: Readonly<Record<string, string | number>>) => string;

/** Of a message with plural forms, `count` decides. */
export function sayer(words: Words, language: string): Say {
  return (key, places = {}) => {
    const form = places['count'] === 1 ? 'one' : 'other';
    const template = words[key] ?? words[`${key}-${form}`] ?? key;
    return template.replace(/\{([\w-]+)\}/g, (whole, name: string) => {
      const value = places[name];
      return typeof value === 'number' ? value.toLocaleString(language) : value ?? whole;
    });
  };
}
