/**
 * The way to the table: a tool of the controls and, where there are none, a small button at the
 * picture's corner. The table itself is fetched when it is first asked for.
 */
import type { FactListing } from '#core';
import type { FootprintError } from './errors';
import { icon } from './icon';
import { part } from './late';
import type { Parts } from './shadow';
import type { WidgetStyles } from './stylesheet';
import type { FactTable } from './table';
import { icons, type ToolButton, type Tools } from './tools';
import type { Ref } from './types/index.js';

const loadTable = part(() => import('./table'));

export interface TableOwner {
  readonly parts: Parts;
  readonly styles: WidgetStyles;
  /** What the table holds, while there is a picture. */
  listing(): FactListing | undefined;
  /** The language that rows are sorted in. */
  language(): string | null | undefined;
  select(ref: Ref | null): void;
  guard(work: () => void): void;
  failed(why: FootprintError): void;
}

export class TableTool {
  readonly #owner: TableOwner;
  readonly #tool: ToolButton;
  readonly #corner: HTMLButtonElement;
  readonly #listen: AbortSignal;
  #table: FactTable | undefined;
  #isOpen = false;
  #selected: Ref | null = null;

  constructor(owner: TableOwner, tools: Tools, signal: AbortSignal) {
    this.#owner = owner;
    this.#listen = signal;
    const toggle = () => void this.#toggle();
    this.#tool = tools.add({ name: 'table', label: owner.parts.say('element-table'), press: toggle, opens: 'region' });
    this.#corner = owner.parts.root.ownerDocument.createElement('button');
    this.#corner.type = 'button';
    this.#corner.className = 'corner';
    // Its name too: with a label beside it, readers would be told the same twice.
    this.#corner.title = owner.parts.say('element-table-of');
    this.#corner.append(icon(this.#corner.ownerDocument, icons.table));
    this.#corner.addEventListener('click', toggle, { signal });
    owner.parts.stage.append(this.#corner);
    // In another language all of this is made anew; what was open stays so.
    const wasOpen = owner.parts.root.hasAttribute('data-table');
    this.#setOpen(wasOpen);
    if (wasOpen) void this.#load();
  }

  /** The picture was drawn anew. */
  refresh(selected: Ref | null): void {
    this.#selected = selected;
    if (this.#isOpen) this.#show();
  }

  /** Another row is selected, or none is. */
  select(selected: Ref | null): void {
    this.#selected = selected;
    this.#table?.select(selected);
  }

  destroy(): void {
    this.#table?.remove();
  }

  async #toggle(): Promise<void> {
    if (this.#isOpen) return this.#close();
    this.#setOpen(true);
    await this.#load();
    if (this.#isOpen) this.#table?.focus();
  }

  async #load(): Promise<void> {
    try {
      const { FactTable } = await loadTable();
      // It may have been sent away meanwhile, with or without the widget.
      if (!this.#isOpen || this.#listen.aborted) return;
      this.#table ??= this.#newTable(FactTable);
      this.#show();
    } catch (error) {
      this.#setOpen(false);
      this.#owner.failed(error as FootprintError);
    }
  }

  #newTable(Table: typeof FactTable): FactTable {
    const { parts, styles, language, guard, select } = this.#owner;
    const table = new Table(parts, styles, {
      language,
      select: (ref) => guard(() => select(ref)),
      close: () => this.#close(),
    });
    for (const button of [this.#tool.element, this.#corner]) button.setAttribute('aria-controls', table.id);
    return table;
  }

  #show(): void {
    this.#owner.guard(() => {
      const listing = this.#owner.listing();
      if (listing) this.#table?.show(listing, this.#selected);
    });
  }

  #close(): void {
    this.#setOpen(false);
    this.#table?.hide();
    // One of the two is shown.
    this.#tool.element.focus({ preventScroll: true });
    this.#corner.focus({ preventScroll: true });
  }

  #setOpen(isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.#owner.parts.root.toggleAttribute('data-table', isOpen);
    this.#tool.setOpen(isOpen);
    this.#corner.setAttribute('aria-expanded', String(isOpen));
  }
}
