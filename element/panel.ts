/** The evidence panel: all that is known of the selected row, with ways on to other rows. */
import type { Dossier, EvidenceRow } from '#core';
import { outwardLink } from './outward-link';
import type { Parts } from './shadow';
import type { Ref } from './types/index.js';

export interface PanelActions {
  go(ref: Ref): void;
  close(): void;
}

export class Panel {
  readonly #parts: Parts;
  readonly #actions: PanelActions;
  readonly #title: HTMLElement;
  readonly #kind: HTMLElement;
  readonly #body: HTMLElement;
  readonly #back: HTMLButtonElement;
  #shown: Ref | null = null;
  /** The rows that led to the one that is shown, by links. */
  #trail: Ref[] = [];
  #going = false;

  constructor(parts: Parts, actions: PanelActions) {
    this.#parts = parts;
    this.#actions = actions;
    const document = this.#document;
    this.#kind = make(document, 'p', 'panel-kind');
    this.#title = make(document, 'h2', 'panel-title');
    this.#title.tabIndex = -1;
    this.#back = button(document, 'panel-back', this.#parts.say('element-back'), () => this.#goBack());
    const close = button(document, 'panel-close', '', () => actions.close());
    close.setAttribute('aria-label', this.#parts.say('widget-close'));
    const head = make(document, 'header', 'panel-head');
    const names = make(document, 'div', 'panel-names');
    names.append(this.#kind, this.#title);
    head.append(names, this.#back, close);
    this.#body = make(document, 'div', 'panel-body');
    parts.panel.replaceChildren(head, this.#body);
  }

  /** What is shown of a row; a Ref that names none is said to name none. */
  show(ref: Ref | null, dossier: Dossier | undefined): void {
    if (ref !== this.#shown && !this.#going) this.#trail = [];
    const isNew = ref !== this.#shown;
    this.#shown = ref;
    if (ref === null) {
      this.#body.replaceChildren();
      return;
    }
    this.#kind.textContent = dossier?.kind ?? '';
    this.#title.textContent = dossier?.title ?? this.#parts.say('element-unknown-row', { ref });
    this.#title.toggleAttribute('data-long', this.title.length > 70);
    this.#back.hidden = this.#trail.length === 0;
    this.#body.replaceChildren(...(dossier ? this.#contents(dossier) : []));
    if (isNew) this.#body.scrollTop = 0;
  }

  /** The heading that is shown. */
  get title(): string {
    return this.#title.textContent ?? '';
  }

  focus(): void {
    this.#title.focus({ preventScroll: true });
  }

  get #document(): Document {
    return this.#parts.panel.ownerDocument;
  }

  #goTo(ref: Ref): void {
    if (this.#shown !== null) this.#trail.push(this.#shown);
    this.#move(ref);
  }

  #goBack(): void {
    const ref = this.#trail.pop();
    if (ref !== undefined) this.#move(ref);
  }

  /** The link that was pressed is gone with its row: the new title has the focus. */
  #move(ref: Ref): void {
    this.#going = true;
    try {
      this.#actions.go(ref);
    } finally {
      this.#going = false;
    }
    this.focus();
  }

  #contents(dossier: Dossier): HTMLElement[] {
    const document = this.#document;
    const contents: HTMLElement[] = [];
    if (dossier.rows.length > 0) contents.push(this.#rows(dossier.rows));
    for (const section of dossier.sections) {
      const title = make(document, 'h3', 'panel-section', section.title);
      const list = make(document, 'ul', 'panel-entries');
      list.dataset['kind'] = section.kind;
      for (const entry of section.entries) {
        const item = make(document, 'li', 'panel-entry');
        item.append(this.#link(entry.text, entry.ref));
        if (entry.rows.length > 0) item.append(this.#rows(entry.rows));
        list.append(item);
      }
      contents.push(title, list);
      if (section.more) contents.push(make(document, 'p', 'panel-more', section.more));
    }
    if (dossier.omitted) contents.push(make(document, 'p', 'panel-more', dossier.omitted));
    return contents;
  }

  #rows(rows: readonly EvidenceRow[]): HTMLElement {
    const document = this.#document;
    const list = make(document, 'dl', 'panel-rows');
    for (const row of rows) {
      const label = make(document, 'dt', '', row.label);
      const text = make(document, 'dd', '');
      label.dataset['kind'] = text.dataset['kind'] = row.kind;
      if (row.ref) text.append(this.#link(row.text, row.ref));
      else if (row.kind === 'url') text.append(outwardLink(document, row.text));
      else text.textContent = row.text;
      list.append(label, text);
    }
    return list;
  }

  #link(text: string, ref: Ref): HTMLElement {
    const link = button(this.#document, 'panel-link', text, () => this.#goTo(ref));
    link.dataset['ref'] = ref;
    return link;
  }
}

function button(
  document: Document, name: string, text: string, press: () => void,
): HTMLButtonElement {
  const made = make(document, 'button', name, text);
  made.type = 'button';
  made.addEventListener('click', press);
  return made;
}

function make<Tag extends keyof HTMLElementTagNameMap>(
  document: Document, tag: Tag, name: string, text = '',
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text) made.textContent = text;
  return made;
}
