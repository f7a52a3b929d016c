/** `<smart-footprint>`: a widget as a tag. */
import { asFootprintError } from './errors';
import { attributeNames, attributeText, booleanNames, propertyName, readOptions } from './options';
import type { Mark, PngOptions, Ref, State, ViewOptions } from './types/index.js';
import { FootprintWidget } from './widget';

/** On a server there are no elements, and the module must be importable all the same. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

/** A lazy widget starts when it is this near to the screen. */
const nearby = '400px';

export class FootprintElement extends Base {
  static readonly observedAttributes = attributeNames;

  #widget: FootprintWidget | undefined;
  #dataset: unknown;
  #isReady!: () => void;
  #near: IntersectionObserver | undefined;
  readonly ready = new Promise<void>((resolve) => (this.#isReady = resolve));

  constructor() {
    super();
    // Made first: a shadow root without one would hide what stands inside the tag.
    const slot = this.ownerDocument.createElement('slot');
    this.attachShadow({ mode: 'open', delegatesFocus: true }).append(slot);
  }

  connectedCallback(): void {
    this.#takeEarlyProperties();
    if (this.#widget) {
      this.#widget.enterDocument(); // it was moved
      void this.#widget.join();
      return;
    }
    const widget = new FootprintWidget(
      this, this.shadowRoot!, (name, text) => reflect(this, name, text),
    );
    this.#widget = widget;
    widget.setOptions(Object.fromEntries(attributeNames
      .filter((name) => this.hasAttribute(name))
      .map((name) => [name, this.getAttribute(name)])));
    void widget.join();
    if (this.#dataset !== undefined) widget.setDataset(this.#dataset);
    void widget.ready.then(this.#isReady);
    if (this.getAttribute('loading') === 'lazy') this.#startWhenNear(widget);
    else void widget.start();
  }

  /** A moved element is back within the same step; one that is not has been removed. */
  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (!this.isConnected) this.destroy();
    });
  }

  adoptedCallback(): void {
    this.#widget?.enterDocument();
    void this.#widget?.join();
  }

  attributeChangedCallback(name: string, before: string | null, text: string | null): void {
    if (name === 'loading' && text !== 'lazy' && this.#near) {
      this.#stopWaiting();
      void this.#widget?.start();
    }
    // An address that is given again is asked again.
    if (before !== text || name === 'src') this.#widget?.setOptions({ [name]: text });
  }

  override get dataset(): any {
    return this.#dataset ?? super.dataset;
  }

  override set dataset(dataset: unknown) {
    this.#dataset = dataset ?? undefined;
    this.#widget?.setDataset(dataset);
  }

  async update(options: ViewOptions): Promise<void> {
    try {
      const { texts, dataset } = readOptions(options);
      for (const [name, text] of Object.entries(texts)) reflect(this, name, text);
      if (dataset !== undefined) this.dataset = dataset;
    } catch (error) {
      this.#widget?.tellFailure(asFootprintError(error));
      return;
    }
    await this.#widget?.redrawn().catch(() => {}); // told by footprint-problem
  }

  marks(): Mark[] {
    return this.#widget?.marks() ?? [];
  }

  focusMark(id: string): boolean {
    return this.#widget?.focusMark(id) ?? false;
  }

  select(ref: Ref | null): void {
    this.#widget?.select(ref);
  }

  state(): State {
    return this.#widget?.state() ?? {};
  }

  async toSvg(): Promise<string> {
    return (await this.#widget?.toSvg().catch(() => '')) ?? '';
  }

  async toPng(options?: PngOptions): Promise<Blob> {
    const png = await this.#widget?.toPng(options).catch((error: unknown) => {
      this.#widget?.tellFailure(asFootprintError(error));
    });
    return png ?? new Blob();
  }

  async toCsv(): Promise<string> {
    return (await this.#widget?.toCsv().catch(() => '')) ?? '';
  }

  destroy(): void {
    this.#stopWaiting();
    this.#widget?.destroy();
    this.#widget = undefined;
  }

  #startWhenNear(widget: FootprintWidget): void {
    this.#near = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      this.#stopWaiting();
      void widget.start();
    }, { rootMargin: nearby });
    this.#near.observe(this);
  }

  #stopWaiting(): void {
    this.#near?.disconnect();
    this.#near = undefined;
  }

  /** Properties that a script set before the element was registered hide the accessors. */
  #takeEarlyProperties(): void {
    const own = this as Record<string, unknown>;
    for (const name of [...attributeNames.map(propertyName), 'dataset']) {
      if (!Object.hasOwn(own, name)) continue;
      const value = own[name];
      delete own[name];
      own[name] = value;
    }
  }
}

for (const name of attributeNames) {
  if (name === 'lang') continue; // every element has it already
  const isBoolean = booleanNames.has(name);
  Object.defineProperty(FootprintElement.prototype, propertyName(name), {
    configurable: true,
    enumerable: true,
    get(this: FootprintElement) {
      return isBoolean ? this.hasAttribute(name) : this.getAttribute(name);
    },
    set(this: FootprintElement, value: unknown) {
      reflect(this, name, attributeText(value));
    },
  });
}

function reflect(element: Element, name: string, text: string | null): void {
  if (text === null) element.removeAttribute(name);
  else element.setAttribute(name, text);
}

/** Registers the element, under another name if wished; a name that is taken is left alone. */
export function define(tagName = 'smart-footprint'): void {
  if (typeof customElements === 'undefined' || customElements.get(tagName)) return;
  // A class can be registered once: every name gets one of its own.
  customElements.define(tagName, class extends FootprintElement {});
}
