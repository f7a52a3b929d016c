/**
 * The state of a widget in the page's address: `#footprint.view=markets&footprint.at=2025-12-31`,
 * named by the element's id or by its order on the page. Only what differs from what the host
 * gave is written, and the rest of the fragment is the host's.
 */
import type { OptionTexts } from '#core';
import { sharedNames } from './group';

const addressedNames = ['view', 'metric', ...sharedNames] as const;

/** Between a change and its writing: browsers refuse addresses that change with every frame. */
const pause = 200;

/** Names in use, so that every widget of a page has its own. */
const taken = new WeakMap<Document, Set<string>>();

export interface Addressed {
  /** What the host gave, and what it has become. */
  given(): OptionTexts;
  options(): OptionTexts;
  take(texts: OptionTexts): void;
}

export class Address {
  readonly #view: Window;
  readonly #widget: Addressed;
  readonly #name: string;
  readonly #names: Set<string>;
  #writing: ReturnType<typeof setTimeout> | undefined;

  /** Takes over at once what the address says. */
  constructor(view: Window, id: string, widget: Addressed) {
    this.#view = view;
    this.#widget = widget;
    const names = taken.get(view.document) ?? new Set<string>();
    taken.set(view.document, names);
    this.#names = names;
    this.#name = freeName(names, id || 'footprint');
    names.add(this.#name);
    view.addEventListener('hashchange', this.#read);
    if (Object.keys(this.#found()).length > 0) this.#read();
  }

  /** Writes what has changed, soon. */
  write(): void {
    this.#writing ??= setTimeout(() => {
      this.#writing = undefined;
      this.#replace(this.#differences());
    }, pause);
  }

  leave(): void {
    clearTimeout(this.#writing);
    this.#names.delete(this.#name);
    this.#view.removeEventListener('hashchange', this.#read);
  }

  readonly #read = (): void => {
    const found = this.#found();
    const given = this.#widget.given();
    const texts: OptionTexts = {};
    for (const name of addressedNames) texts[name] = found[name] ?? given[name] ?? null;
    this.#widget.take(texts);
  };

  /** What the address says of this widget; an empty value takes an option away. */
  #found(): OptionTexts {
    const found: OptionTexts = {};
    for (const piece of pieces(this.#view)) {
      for (const name of addressedNames) {
        const start = this.#start(name);
        if (piece.startsWith(start)) found[name] = decoded(piece.slice(start.length));
      }
    }
    return found;
  }

  #differences(): string[] {
    const given = this.#widget.given();
    const now = this.#widget.options();
    return addressedNames
      .filter((name) => (now[name] ?? '') !== (given[name] ?? ''))
      .map((name) => this.#start(name) + encoded(now[name] ?? ''));
  }

  #replace(own: readonly string[]): void {
    const isOwn = (piece: string) => addressedNames.some((name) => piece.startsWith(this.#start(name)));
    const before = pieces(this.#view);
    const after = [...before.filter((piece) => !isOwn(piece)), ...own].join('&');
    if (after === before.join('&')) return;
    const { pathname, search } = this.#view.location;
    try {
      const { history } = this.#view;
      history.replaceState(history.state, '', after ? `#${after}` : pathname + search);
    } catch {
      // A sandboxed frame has no address of its own, and a busy one may refuse.
    }
  }

  #start(option: string): string {
    return `${encodeURIComponent(this.#name)}.${option}=`;
  }
}

function freeName(names: ReadonlySet<string>, wish: string): string {
  let name = wish;
  for (let order = 2; names.has(name); order += 1) name = `${wish}-${order}`;
  return name;
}

function pieces(view: Window): string[] {
  return view.location.hash.slice(1).split('&').filter(Boolean);
}

/** Encoded, but for what a fragment may hold and a person can read. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/[\s,]+/g, ',')).replace(/%3A/g, ':').replace(/%2C/g, ',');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
