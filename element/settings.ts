/**
 * The options of one widget: as the host gave them, and as they stand. A change by the reader
 * goes to the element's attributes, to the group and into the address; one that comes from any
 * of these does not go back there.
 */
import type { OptionTexts } from '#core';
import { part } from './late';
import type { Address, Group } from './sharing';

type Sharing = typeof import('./sharing');

/** Most pages share nothing and load nothing of it. */
let sharing: Sharing | undefined;

/** One promise for all: widgets join in the order in which they asked. */
const loadSharing = part(() => import('./sharing'));

/** Who made a change: the host's code, the reader, another of the group, the address. */
export type Cause = 'host' | 'reader' | 'group' | 'address';

export interface Owner {
  host: HTMLElement;
  /** Shows an option as an attribute; `undefined` where the host is no element of ours. */
  reflect: ((name: string, text: string | null) => void) | undefined;
  changed(names: readonly string[], cause: Cause): void;
}

export class Settings {
  readonly #owner: Owner;
  // Without a prototype: what a page's scripts put on every object is no option.
  #given: OptionTexts = { __proto__: null };
  #now = this.#given;
  #document: Document | undefined;
  #joining: Promise<void> | undefined;
  #group: Group | undefined;
  #address: Address | undefined;

  constructor(owner: Owner) {
    this.#owner = owner;
  }

  get now(): Readonly<OptionTexts> {
    return this.#now;
  }

  /** The host's words: what it does not name stays. */
  give(texts: OptionTexts): void {
    const changes = this.#differing(texts);
    this.#given = { __proto__: null, ...this.#given, ...changes };
    this.#become(changes, 'host');
  }

  /** The reader's wish. */
  change(texts: OptionTexts): void {
    this.#become(this.#differing(texts), 'reader');
  }

  /**
   * Takes part in the page: lives in the address, shares with a group. Again in another
   * document. Settles once what they hold was taken over, and never rejects.
   */
  async join(document: Document): Promise<void> {
    if (document !== this.#document) {
      this.leave();
      this.#document = document;
      this.#joining = this.#share();
    }
    await this.#joining;
  }

  leave(): void {
    this.#document = undefined;
    this.#group?.leave();
    this.#address?.leave();
    this.#group = this.#address = undefined;
  }

  #become(changes: OptionTexts, cause: Cause): void {
    const names = Object.keys(changes);
    if (names.length === 0) return;
    this.#now = { __proto__: null, ...this.#now, ...changes };
    if (cause !== 'host') for (const name of names) this.#owner.reflect?.(name, changes[name] ?? null);
    this.#owner.changed(names, cause);
    if (names.includes('hash') || names.includes('group')) this.#joining = this.#share(names);
    if (cause !== 'group' && !names.includes('group')) {
      // As they stand by now: whoever heard of the change may have made another.
      this.#group?.tell(Object.fromEntries(names.map((name) => [name, this.#now[name] ?? null])));
    }
    if (cause !== 'address') this.#address?.write();
  }

  #differing(texts: OptionTexts): OptionTexts {
    const known = (name: string) => this.#now[name] ?? null;
    return Object.fromEntries(Object.entries(texts).filter(([name, text]) => known(name) !== text));
  }

  /** Joins and leaves as the options say. */
  async #share(changed: readonly string[] = ['hash', 'group']): Promise<void> {
    const wished = this.isShared;
    // Where it cannot be had the widget goes without, and the next one tries again.
    if (wished && !sharing) sharing = await loadSharing().catch(() => undefined);
    if (changed.includes('hash')) this.#joinAddress();
    if (changed.includes('group')) this.#joinGroup();
  }

  /** Whether it has options of others than its host. */
  get isShared(): boolean {
    return this.#inAddress || Boolean(this.#now['group']);
  }

  get #inAddress(): boolean {
    return typeof this.#now['hash'] === 'string';
  }

  #joinGroup(): void {
    this.#group?.leave();
    this.#group = undefined;
    const name = this.#now['group'];
    if (!name || !this.#document || !sharing) return;
    this.#group = new sharing.Group(this.#document, name, {
      options: () => this.#now,
      take: (texts) => this.#become(this.#differing(texts), 'group'),
    });
  }

  #joinAddress(): void {
    this.#address?.leave();
    this.#address = undefined;
    const view = this.#document?.defaultView;
    if (!this.#inAddress || !view || !sharing) return;
    this.#address = new sharing.Address(view, this.#owner.host.id, {
      given: () => this.#given,
      options: () => this.#now,
      take: (texts) => this.#become(this.#differing(texts), 'address'),
    });
  }
}
