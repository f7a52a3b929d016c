/** The options as attributes and as properties. */
import type { OptionTexts } from '#core';
import { reading } from './errors';
import type { ViewOptions } from './types/index.js';

/** Every attribute of the element, as it is written. */
export const attributeNames = [
  'view', 'metric', 'place', 'from', 'to', 'at', 'published-by', 'sources', 'qualifiers',
  'kinds', 'selected', 'group', 'heading', 'subheading', 'note', 'lang', 'theme', 'controls',
  'loading', 'hash', 'src',
] as const;

export const booleanNames: ReadonlySet<string> = new Set(['controls', 'hash']);

export function propertyName(attribute: string): string {
  return attribute.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** What a page's scripts put on every object is no option. */
const everyObject = Object.prototype as unknown as Record<string, unknown>;

/** Reads each option once: a getter of the page's may do anything, also throw. */
export function readOptions(options: ViewOptions | null | undefined) {
  return reading('options', () => {
    const dataset: unknown = options?.dataset;
    return { texts: optionTexts(options ?? {}), dataset: dataset === everyObject['dataset'] ? undefined : dataset };
  });
}

/** The options that were given, as attribute texts; those that were not given are not in it. */
export function optionTexts(options: ViewOptions): OptionTexts {
  const given = options as Record<string, unknown>;
  const texts: OptionTexts = { __proto__: null };
  for (const name of attributeNames) {
    const property = propertyName(name);
    const value = given[property];
    if (value !== everyObject[property]) texts[name] = attributeText(value);
  }
  return texts;
}

/** A property's value as an attribute's text; `null` takes the attribute away. */
export function attributeText(value: unknown): string | null {
  if (value === null || value === undefined || value === false) return null;
  if (value === true) return '';
  return Array.isArray(value) ? value.join(' ') : String(value);
}

/** What `state()` tells before the core has read the options. */
export function plainState(texts: OptionTexts): Record<string, string | boolean> {
  const state: Record<string, string | boolean> = {};
  for (const [name, text] of Object.entries(texts)) {
    if (text !== null) state[propertyName(name)] = booleanNames.has(name) || text;
  }
  return state;
}
