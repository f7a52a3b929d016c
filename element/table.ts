/**
 * The table of what is drawn: a row per fact, in a region of its own under the picture. Fetched
 * when a reader asks for it.
 */
import type { FactCell, FactListing, FactRow } from '#core';
import { icon } from './icon';
import { outwardLink } from './outward-link';
import type { Parts } from './shadow';
import type { WidgetStyles } from './stylesheet';
import css from './table.css';
import type { Ref } from './types/index.js';

export interface TableActions {
  /** The language that texts are sorted in. */
  language(): string | null | undefined;
  select(ref: Ref | null): void;
  close(): void;
}

type Direction = 'ascending' | 'descending';

const caption = 'table-caption';
/** Both arrows, and the one of each direction. */
const arrows = { none: 'M5 6.5 8 3.5l3 3M5 9.5l3 3 3-3', ascending: 'M4.5 9.5 8 6l3.5 3.5', descending: 'M4.5 6.5 8 10l3.5-3.5' };

export class FactTable {
  readonly id = 'table';
  readonly #parts: Parts;
  readonly #actions: TableActions;
  readonly #region: HTMLElement;
  readonly #scroller: HTMLElement;
  readonly #table: HTMLTableElement;
  readonly #title: HTMLElement;
  readonly #about: HTMLElement;
  readonly #heads: HTMLTableRowElement;
  readonly #body: HTMLTableSectionElement;
  readonly #more: HTMLElement;
  #listing: FactListing | undefined;
  /** The rows in the order of the listing. */
  #rows: HTMLTableRowElement[] = [];
  #sorted: { column: string; direction: Direction } | undefined;

  constructor(parts: Parts, styles: WidgetStyles, actions: TableActions) {
    this.#parts = parts;
    this.#actions = actions;
    styles.wear(css);
    this.#title = this.#make('strong', 'table-title');
    this.#about = this.#make('span', 'table-about');
    const said = this.#make('span', 'table-words');
    said.append(this.#title, ' ', this.#about);
    const named = this.#make('caption', 'table-caption');
    named.id = caption;
    named.append(said);
    this.#heads = this.#make('tr', '');
    const head = this.#make('thead', '');
    head.append(this.#heads);
    this.#body = this.#make('tbody', '');
    this.#table = this.#make('table', 'facts');
    this.#table.append(named, head, this.#body);
    this.#more = this.#make('p', 'table-more');
    this.#scroller = this.#make('div', 'table-scroller');
    this.#scroller.tabIndex = 0;
    this.#scroller.setAttribute('role', 'region');
    this.#scroller.setAttribute('aria-labelledby', caption);
    this.#scroller.append(this.#table, this.#more);
    this.#region = this.#make('div', 'table');
    this.#region.id = this.id;
    this.#region.setAttribute('part', 'table');
    this.#region.hidden = true;
    this.#region.append(this.#closer(), this.#scroller);
    this.#region.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      this.#actions.close();
    });
    parts.picture.after(this.#region);
  }

  show(listing: FactListing, selected: Ref | null): void {
    const focused = this.#focusedRow;
    this.#listing = listing;
    this.#title.textContent = /[.!?。！？]$/.test(listing.title)
      ? listing.title : this.#parts.say('element-sentence', { text: listing.title });
    this.#about.textContent = listing.about;
    this.#more.textContent = listing.more;
    this.#showHeads(listing);
    this.#rows = listing.rows.map((row) => this.#row(row, listing));
    this.#region.hidden = false;
    this.#sort();
    this.select(selected);
    if (focused !== undefined) (this.#button(focused) ?? this.#scroller).focus({ preventScroll: true });
  }

  hide(): void {
    this.#region.hidden = true;
    this.#listing = undefined;
    this.#rows = [];
    this.#body.replaceChildren();
  }

  /** Takes it out of the widget. */
  remove(): void {
    this.#region.remove();
  }

  /** Brings it before the reader. */
  focus(): void {
    this.#scroller.focus();
  }

  /** Shows which row is the selected one, and brings it into view. */
  select(selected: Ref | null): void {
    let chosen: HTMLElement | undefined;
    for (const row of this.#rows) {
      const isSelected = selected !== null && row.dataset['ref'] === selected;
      row.toggleAttribute('data-selected', isSelected);
      row.querySelector('.fact')?.setAttribute('aria-pressed', String(isSelected));
      if (isSelected) chosen = row;
    }
    if (chosen) this.#reveal(chosen);
  }

  /** Scrolls the table, and not the page. */
  #reveal(row: HTMLElement): void {
    const head = this.#heads.getBoundingClientRect();
    const bounds = this.#scroller.getBoundingClientRect();
    const { top, bottom, height } = row.getBoundingClientRect();
    const first = bounds.top + head.height;
    if (top >= first && bottom <= bounds.bottom) return;
    const middle = (first + bounds.bottom - height) / 2;
    this.#scroller.scrollTop += top - Math.max(first, middle);
  }

  get #focusedRow(): Ref | undefined {
    const { activeElement } = this.#region.getRootNode() as ShadowRoot;
    const row = this.#body.contains(activeElement) ? activeElement?.closest('tr') : undefined;
    return row?.dataset['ref'] as Ref | undefined;
  }

  #button(ref: Ref): HTMLElement | null | undefined {
    return this.#rows.find((row) => row.dataset['ref'] === ref)?.querySelector<HTMLElement>('.fact');
  }

  /** Made anew for other columns alone: a button that has the focus stays. */
  #showHeads(listing: FactListing): void {
    const labels = listing.columns.map(({ label }) => label).join('|');
    if (this.#heads.dataset['labels'] === labels) return;
    this.#heads.dataset['labels'] = labels;
    this.#heads.replaceChildren(...listing.columns.map(({ id, label, sorts }) => {
      const head = this.#make('th', '');
      head.scope = 'col';
      head.dataset['column'] = id;
      if (!sorts) {
        head.textContent = label;
        return head;
      }
      const button = this.#make('button', 'sort', label);
      button.type = 'button';
      button.append(icon(this.#document, arrows.none));
      button.addEventListener('click', () => this.#press(id, label));
      head.append(button);
      return head;
    }));
  }

  /** Ascending, descending, and back to reading order. */
  #press(column: string, label: string): void {
    const { column: before, direction } = this.#sorted ?? {};
    if (before !== column) this.#sorted = { column, direction: 'ascending' };
    else if (direction === 'ascending') this.#sorted = { column, direction: 'descending' };
    else this.#sorted = undefined;
    this.#sort();
    const { say, spoken } = this.#parts;
    spoken.textContent = this.#sorted
      ? say('element-sorted', { column: label, order: say(`element-${this.#sorted.direction}`) })
      : say('element-reading-order');
  }

  #sort(): void {
    const { columns, rows } = this.#listing ?? { columns: [], rows: [] };
    const sorted = this.#sorted;
    for (const head of this.#heads.children) {
      if (!head.firstElementChild) continue;
      const isSorted = (head as HTMLElement).dataset['column'] === sorted?.column;
      const direction = isSorted && sorted ? sorted.direction : 'none';
      head.setAttribute('aria-sort', direction);
      head.querySelector('path')?.setAttribute('d', arrows[direction]);
    }
    const column = columns.findIndex(({ id }) => id === sorted?.column);
    const order = rows.map((_, index) => index);
    if (sorted && column >= 0) {
      const compare = comparing(rows.map(({ cells }) => cells[column]), this.#actions.language());
      order.sort((one, other) => compare(one, other, sorted.direction === 'ascending' ? 1 : -1) || one - other);
    }
    this.#body.replaceChildren(...order.flatMap((index) => this.#rows[index] ?? []));
  }

  #row(row: FactRow, { columns }: FactListing): HTMLTableRowElement {
    const made = this.#make('tr', '');
    made.dataset['sort'] = row.sort;
    if (row.ref) made.dataset['ref'] = row.ref;
    made.append(...row.cells.map((cell, index) => {
      const box = this.#make(index === 0 ? 'th' : 'td', '');
      box.dataset['column'] = columns[index]?.id ?? '';
      if (index === 0) (box as HTMLTableCellElement).scope = 'row';
      box.append(...this.#cell(cell, index === 0 ? row.ref : undefined));
      return box;
    }));
    return made;
  }

  #cell(cell: FactCell, ref: Ref | undefined): Node[] {
    const contents: Node[] = [];
    if (ref) contents.push(this.#selecting(cell.text, ref));
    else if (cell.url) contents.push(outwardLink(this.#document, cell.url, cell.text));
    else if (cell.text) contents.push(this.#document.createTextNode(cell.text));
    for (const { kind, label, text } of cell.lines) {
      const line = this.#make('p', 'line');
      line.dataset['kind'] = kind;
      line.append(this.#make('span', 'line-name', this.#parts.say('element-line-name', { name: label })), text);
      contents.push(line);
    }
    return contents;
  }

  #selecting(text: string, ref: Ref): HTMLElement {
    const button = this.#make('button', 'fact', text);
    button.type = 'button';
    button.addEventListener('click', () => {
      this.#actions.select(button.getAttribute('aria-pressed') === 'true' ? null : ref);
    });
    return button;
  }

  #closer(): HTMLElement {
    const button = this.#make('button', 'panel-close table-close');
    button.type = 'button';
    button.setAttribute('aria-label', this.#parts.say('element-close-table'));
    button.addEventListener('click', () => this.#actions.close());
    return button;
  }

  get #document(): Document {
    return this.#parts.root.ownerDocument;
  }

  #make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, name: string, text = ''): HTMLElementTagNameMap[Tag] {
    const made = this.#document.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    return made;
  }
}

/** Compares two cells by their places: by numbers where they have them; empty ones come last in either direction. */
function comparing(cells: readonly (FactCell | undefined)[], language: string | null | undefined) {
  const collator = collatorOf(language);
  return (one: number, other: number, sign: 1 | -1): number => {
    const [first, second] = [cells[one], cells[other]];
    const [isFirst, isSecond] = [first, second].map((cell) => cell?.order !== undefined || Boolean(cell?.text));
    if (!isFirst || !isSecond) return Number(isSecond) - Number(isFirst);
    if (first?.order !== undefined && second?.order !== undefined) return sign * (first.order - second.order);
    return sign * collator.compare(first?.text ?? '', second?.text ?? '');
  };
}

function collatorOf(language: string | null | undefined): Intl.Collator {
  try {
    return new Intl.Collator(language ?? undefined, { numeric: true });
  } catch {
    return new Intl.Collator(undefined, { numeric: true }); // it is no language tag
  }
}
