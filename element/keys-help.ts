/** The list of keys: a small dialog over the picture, which takes nothing of the page away. */
import type { Say } from './say';
import type { Parts } from './shadow';

export interface KeysHelpActions {
  opened(isOpen: boolean): void;
}

export class KeysHelp {
  readonly #dialog: HTMLDialogElement;
  readonly #actions: KeysHelpActions;
  #back: HTMLElement | undefined;

  constructor({ stage, say }: Parts, actions: KeysHelpActions, signal: AbortSignal) {
    this.#actions = actions;
    const document = stage.ownerDocument;
    const make = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, name: string, text = '') => {
      const made = document.createElement(tag);
      made.className = name;
      made.textContent = text;
      return made;
    };
    const dialog = make('dialog', 'keys');
    dialog.setAttribute('part', 'keys');
    dialog.setAttribute('aria-labelledby', 'keys-title');
    const title = make('h2', 'keys-title', say('element-keys'));
    title.id = 'keys-title';
    const close = make('button', 'keys-close');
    close.type = 'button';
    close.setAttribute('aria-label', say('widget-close'));
    const head = make('div', 'keys-head');
    head.append(title, close);
    const list = make('dl', 'keys-list');
    for (const [does, ...keys] of lines(say)) {
      const names = make('dt', '');
      names.append(...keys.map((key) => make('kbd', 'key', key)));
      list.append(names, make('dd', '', does));
    }
    dialog.append(head, list);
    stage.append(dialog);
    this.#dialog = dialog;

    close.addEventListener('click', () => this.close(), { signal });
    dialog.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' && event.key !== '?') return;
      event.preventDefault();
      event.stopPropagation();
      this.close();
    }, { signal });
    // Tab leaves it, as it leaves the chart; nothing is left lying over the picture.
    dialog.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget && !dialog.contains(relatedTarget as Node)) this.#hide();
    }, { signal });
  }

  get isOpen(): boolean {
    return this.#dialog.open;
  }

  /** `back` has the focus again when it is closed. */
  toggle(back: HTMLElement): void {
    if (this.#dialog.open) return this.close();
    this.#back = back;
    this.#dialog.show();
    this.#actions.opened(true);
  }

  close(): void {
    this.#hide();
    this.#back?.focus({ preventScroll: true });
  }

  #hide(): void {
    if (!this.#dialog.open) return;
    // Not by `close()`: some browsers put the focus back where it was, even when it is on its way out.
    this.#dialog.open = false;
    this.#actions.opened(false);
  }
}

/** What keys do, and which. */
function lines(say: Say): [string, ...string[]][] {
  return [
    [say('element-keys-walk'), '←', '→'],
    [say('element-keys-rows'), '↑', '↓'],
    [say('element-keys-ends'), say('element-key-home'), say('element-key-end')],
    [say('element-keys-pages'), say('element-key-page-up'), say('element-key-page-down')],
    [say('element-keys-extremes'), '[', ']'],
    [say('element-keys-select'), say('element-key-enter'), say('element-key-space')],
    [say('element-keys-escape'), say('element-key-escape')],
    [say('element-keys-leave'), say('element-key-tab')],
    [say('element-keys-help'), '?'],
  ];
}
