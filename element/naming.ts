/**
 * What the chart is called and how it is described, for who cannot see it: by the name that the
 * host was given, or by the finding; then what is shown and how sure it is. The description is a
 * text before the chart, so that it can be read by itself too.
 */
import type { Layout } from '#core';
import { setAttribute } from './set-attribute';
import type { Parts } from './shadow';

const attributes = ['aria-label', 'aria-labelledby'];

export class Naming {
  readonly #parts: Parts;
  readonly #description: HTMLElement;
  #finding = '';
  #summary = '';

  constructor(parts: Parts, signal: AbortSignal) {
    this.#parts = parts;
    this.#description = parts.root.ownerDocument.createElement('p');
    this.#description.className = 'unseen';
    this.#description.id = 'description';
    parts.stage.prepend(this.#description);
    parts.chart.setAttribute('aria-describedby', this.#description.id);
    const host = this.#host;
    if (!host) return;
    const observer = new MutationObserver(() => this.#tell());
    observer.observe(host, { attributeFilter: attributes });
    signal.addEventListener('abort', () => observer.disconnect());
  }

  show({ title, summary }: Layout): void {
    this.#finding = title;
    this.#summary = summary;
    this.#tell();
  }

  #tell(): void {
    if (!this.#finding) return;
    const name = this.#hostName();
    setAttribute(this.#parts.chart, 'aria-label', name || this.#finding);
    const description = sentences(name ? this.#finding : '', this.#summary, this.#parts.say('element-keys-hint'));
    // A text that is set is laid out anew, whatever it says.
    if (this.#description.textContent !== description) this.#description.textContent = description;
  }

  /** The names of a host are in its own tree, where no reference from in here reaches. */
  #hostName(): string {
    const host = this.#host;
    const tree = host?.getRootNode() as Document | ShadowRoot | undefined;
    const ids = host?.getAttribute('aria-labelledby')?.split(/\s+/).filter(Boolean) ?? [];
    const texts = ids.map((id) => tree?.querySelector(`#${CSS.escape(id)}`)?.textContent?.trim() ?? '');
    return texts.filter(Boolean).join(' ').replace(/\s+/g, ' ') || (host?.getAttribute('aria-label')?.trim() ?? '');
  }

  get #host(): Element | undefined {
    return (this.#parts.root.getRootNode() as ShadowRoot).host;
  }
}

/** Parts as sentences after each other. */
function sentences(...parts: string[]): string {
  return parts.filter(Boolean).map((part) => {
    if (/[.!?]$/.test(part)) return `${part} `;
    // Chinese has a stop of its own, and no space after it.
    if (/[。！？]$/.test(part)) return part;
    return /\p{Script=Han}$/u.test(part) ? `${part}。` : `${part}. `;
  }).join('').trim();
}
