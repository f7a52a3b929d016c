/**
 * An SVG text of the core's own as elements. Not by the browser's parser, which pages with
 * Trusted Types close: the core writes tags, attributes in double quotes and four entities,
 * nothing else.
 */
const namespace = 'http://www.w3.org/2000/svg';
const pieces = /<(\/)?([a-zA-Z]+)((?: [^\s="<>]+="[^"<>]*")*)(\/)?>|([^<>]+)/g;
const attributes = / ([^\s="<>]+)="([^"<>]*)"/g;
const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

export function svgElements(document: Document, svg: string): Element {
  const whole = document.createElementNS(namespace, 'g');
  let inside: Element = whole;
  for (const [, closes, tag, given, isEmpty, text] of svg.matchAll(pieces)) {
    if (text !== undefined) inside.append(plain(text));
    else if (closes) inside = inside.parentElement ?? whole;
    else {
      const made = document.createElementNS(namespace, tag!);
      for (const [, name, value] of given!.matchAll(attributes)) {
        if (name !== 'xmlns') made.setAttribute(name!, plain(value!));
      }
      inside.append(made);
      if (!isEmpty) inside = made;
    }
  }
  return whole.firstElementChild ?? whole;
}

function plain(text: string): string {
  return text.replace(/&\w+;/g, (entity) => entities[entity] ?? entity);
}
