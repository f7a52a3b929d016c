/**
 * Elements of one group of a document share selection, time and filters; not the view, and not
 * the look. The group has no state of its own: it is what its members hold.
 */
import type { OptionTexts } from '#core';

export const sharedNames = [
  'selected', 'at', 'from', 'to', 'published-by', 'sources', 'qualifiers', 'kinds', 'place',
] as const;

export interface Member {
  /** The options as they stand. */
  options(): OptionTexts;
  /** Takes over what another member holds, without sharing it again. */
  take(texts: OptionTexts): void;
}

const groups = new WeakMap<Document, Map<string, Set<Member>>>();

export class Group {
  readonly #members: Set<Member>;
  readonly #member: Member;
  readonly #forget: () => void;

  /** A late joiner takes over what the others hold, save what it was given itself. */
  constructor(document: Document, name: string, member: Member) {
    const named = groups.get(document) ?? new Map<string, Set<Member>>();
    groups.set(document, named);
    this.#members = named.get(name) ?? new Set();
    named.set(name, this.#members);
    this.#member = member;
    this.#forget = () => {
      if (this.#members.size === 0 && named.get(name) === this.#members) named.delete(name);
    };
    const [other] = this.#members;
    const own = shared(member.options());
    this.#members.add(member);
    if (other) member.take({ ...shared(other.options()), ...own });
    this.tell(own);
  }

  /** Tells the others. Only what differs changes anything, so it comes to an end. */
  tell(texts: OptionTexts): void {
    const told = shared(texts, true);
    if (Object.keys(told).length === 0) return;
    for (const other of [...this.#members]) {
      if (other !== this.#member && this.#members.has(other)) other.take(told);
    }
  }

  leave(): void {
    this.#members.delete(this.#member);
    this.#forget();
  }
}

/** The part of the options that groups share; what is not set only if wished. */
function shared(texts: OptionTexts, unsetToo = false): OptionTexts {
  const found: OptionTexts = {};
  for (const name of sharedNames) {
    const text = texts[name];
    if (text !== undefined && (unsetToo || text !== null)) found[name] = text;
  }
  return found;
}
