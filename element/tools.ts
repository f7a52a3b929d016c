/**
 * The row of tools at the end of the controls: what a reader can do with the whole picture. Each
 * tool is a button with an icon, and with its name beside it where there is room.
 */

import { icon } from './icon';

/** The tools there may be, in the order of the row, each with the strokes of its icon in 16 × 16. */
export const icons = {
  table: 'M2.5 3.5h11v9h-11zM2.5 6.5h11M2.5 9.5h11M6.5 6.5v6',
  save: 'M8 2.5v7.5M5 7.5l3 3 3-3M2.5 11v2.5h11V11',
  'full-screen': 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  keys: 'M5.5 5.8a2.5 2.5 0 1 1 3.6 2.3C8.3 8.5 8 9 8 10M8 12.6v.9',
} as const;

export interface Tool {
  name: keyof typeof icons;
  /** What it does, in a word or two. */
  label: string;
  press(): void;
  /** What it opens, if it opens something: the button then tells whether that is open. */
  opens?: 'region' | 'menu' | 'dialog';
}

export interface ToolButton {
  /** Where the focus goes back to when what it opened is closed. */
  readonly element: HTMLButtonElement;
  /** Another label, as in another language or for what the next press does. */
  rename(label: string): void;
  setOpen(isOpen: boolean): void;
}

export class Tools {
  readonly element: HTMLElement;
  readonly #listen: AbortSignal;

  constructor(document: Document, signal: AbortSignal) {
    this.#listen = signal;
    this.element = document.createElement('div');
    this.element.className = 'toolbox';
  }

  /** Puts a tool into its place in the row, whenever it comes. */
  add({ name, label, press, opens }: Tool): ToolButton {
    const document = this.element.ownerDocument;
    const element = document.createElement('button');
    element.type = 'button';
    element.className = 'tool with-icon';
    element.dataset['tool'] = name;
    const text = document.createElement('span');
    element.append(icon(document, icons[name]), text);
    element.addEventListener('click', press, { signal: this.#listen });
    if (opens && opens !== 'region') element.setAttribute('aria-haspopup', opens);

    const button: ToolButton = {
      element,
      rename: (label) => (text.textContent = element.title = label),
      setOpen: (isOpen) => element.setAttribute('aria-expanded', String(isOpen)),
    };
    button.rename(label);
    if (opens) button.setOpen(false);
    const order = Object.keys(icons);
    const next = [...this.element.children]
      .find((other) => order.indexOf((other as HTMLElement).dataset['tool'] ?? '') > order.indexOf(name));
    this.element.insertBefore(element, next ?? null);
    return button;
  }
}
