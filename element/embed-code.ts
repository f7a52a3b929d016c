/** The code that puts a widget with these options into a page. */
import type { OptionTexts } from '#core';
import { attributeNames, booleanNames } from './options';

/** What is about the page that the widget is on now. */
const ofThisPage: ReadonlySet<string> = new Set(['group', 'hash', 'loading']);

/** `base` is the address that a relative `src` goes by. */
export function embedCode(options: OptionTexts, base: string): string {
  const attributes = attributeNames
    .filter((name) => typeof options[name] === 'string' && !ofThisPage.has(name) && (name !== 'src' || options[name]))
    .map((name) => {
      const text = options[name] ?? '';
      if (booleanNames.has(name)) return ` ${name}`;
      return ` ${name}="${escaped(name === 'src' ? absolute(text, base) : text)}"`;
    });
  return `<script src="standalone.js" defer></script>\n<smart-footprint${attributes.join('')}></smart-footprint>\n`;
}

function absolute(address: string, base: string): string {
  try {
    return new URL(address, base).href;
  } catch {
    return address;
  }
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
