/**
 * Styles by constructable stylesheets. Some are shared by all widgets of a document; one belongs
 * to the widget and carries sizes and positions, which a `style` attribute would carry
 * where policies allowed it. A document does not take another's sheets and drops them on
 * adoption, so `dress` is called again in every new document.
 */
import text from './widget.css';

const shared = new WeakMap<Document, Map<string, CSSStyleSheet>>();

export class WidgetStyles {
  readonly #root: ShadowRoot;
  readonly #placed = new Map<string, Record<string, string>>();
  readonly #rules = new Map<string, CSSStyleDeclaration>();
  readonly #texts = [text];
  #reserved = '';
  #sheet: CSSStyleSheet | undefined;

  constructor(root: ShadowRoot) {
    this.#root = root;
  }

  dress(): void {
    const document = this.#root.ownerDocument;
    this.#sheet = newSheet(document);
    this.#rules.clear();
    this.#root.adoptedStyleSheets = [
      ...[...this.#texts, this.#reserved].map((css) => sharedSheet(document, css)), this.#sheet,
    ];
    for (const [selector, declarations] of this.#placed) this.place(selector, declarations);
  }

  /** Puts on the styles of parts that came later. */
  wear(css: string): void {
    if (this.#texts.includes(css)) return;
    this.#texts.push(css);
    if (this.#sheet) this.dress();
  }

  /** Rules that keep the place of what is to come, in the place of those before. */
  reserve(css: string): void {
    if (css === this.#reserved) return;
    this.#reserved = css;
    if (this.#sheet) this.dress();
  }

  /** Sets properties of the one part that the selector names; an empty value takes one back. */
  place(selector: string, declarations: Record<string, string>): void {
    const placed = this.#placed.get(selector);
    const known = this.#rules.get(selector);
    const rule = known ?? this.#addRule(selector);
    for (const [name, value] of Object.entries(declarations)) {
      // A sheet that is written to is read anew, whatever is written.
      if (!known || placed?.[name] !== value) rule?.setProperty(name, value);
    }
    this.#placed.set(selector, { ...placed, ...declarations });
  }

  #addRule(selector: string): CSSStyleDeclaration | undefined {
    if (!this.#sheet) return undefined;
    const index = this.#sheet.insertRule(`${selector} {}`, this.#sheet.cssRules.length);
    const { style } = this.#sheet.cssRules[index] as CSSStyleRule;
    this.#rules.set(selector, style);
    return style;
  }
}

function sharedSheet(document: Document, css: string): CSSStyleSheet {
  const sheets = shared.get(document) ?? new Map<string, CSSStyleSheet>();
  shared.set(document, sheets);
  let sheet = sheets.get(css);
  if (!sheet) {
    sheet = newSheet(document);
    sheet.replaceSync(css);
    sheets.set(css, sheet);
  }
  return sheet;
}

function newSheet(document: Document): CSSStyleSheet {
  const view = document.defaultView as (Window & typeof globalThis) | null;
  return new (view ?? globalThis).CSSStyleSheet();
}
