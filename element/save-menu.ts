/**
 * What a reader can take along: pictures, facts and settings as files, code and citation by the
 * clipboard. A button that opens a group of buttons, and no menu: these are ordinary buttons, with
 * the keys of such.
 */
import { download, fileName, refusesDownloads } from './download';
import { embedCode } from './embed-code';
import type { Exports } from './exports';
import css from './save-menu.css';
import type { Say } from './say';
import type { Parts } from './shadow';
import type { WidgetStyles } from './stylesheet';

export interface Saver {
  from: Exports;
  signal: AbortSignal;
  /** The reader wants the menu closed. */
  leave(): void;
}

export class SaveMenu {
  readonly element: HTMLElement;
  readonly #parts: Parts;
  readonly #from: Exports;
  readonly #listen: AbortSignal;
  readonly #told: HTMLElement;
  readonly #byHand: HTMLTextAreaElement;
  readonly #code: HTMLButtonElement;

  constructor(parts: Parts, styles: WidgetStyles, { from, signal, leave }: Saver) {
    this.#parts = parts;
    this.#from = from;
    this.#listen = signal;
    styles.wear(css);
    const { ownerDocument: document } = parts.root;
    this.element = document.createElement('div');
    this.element.className = 'saving';
    this.element.hidden = true;
    this.element.setAttribute('role', 'group');
    this.element.setAttribute('aria-label', this.#say('element-save'));
    this.#told = document.createElement('p');
    this.#told.className = 'saving-told';
    this.#byHand = document.createElement('textarea');
    this.#byHand.className = 'saving-text';
    this.#byHand.readOnly = true;
    this.#byHand.rows = 4;
    this.#byHand.hidden = true;

    const text = (type: string, content: string) => new Blob([content], { type: `${type};charset=utf-8` });
    this.#code = this.#button('code', this.#say('element-copy-code'), () => this.#copy(this.#say('element-copy-code'), embedCode(from.options() ?? {}, document.baseURI)));
    const row = document.createElement('div');
    row.className = 'saving-row';
    row.append(
      this.#button('png', this.#say('element-save-png'), () => this.#save('png', from.pngAlone())),
      this.#button('svg', this.#say('element-save-svg'), () => this.#save('svg', text('image/svg+xml', from.svgAlone()))),
      // With a mark at its beginning, by which spreadsheets know that it is in UTF-8.
      this.#button('csv', this.#say('element-save-csv'), () => this.#save('csv', text('text/csv', `\ufeff${from.csv()}`))),
      this.#button('json', this.#say('element-save-json'), () => this.#save('json',
        text('application/json', `${JSON.stringify(from.layout().state, null, 2)}\n`))),
      this.#code,
      this.#button('citation', this.#say('element-copy-citation'), () => this.#copy(this.#say('element-copy-citation'), from.provenance().citation)),
    );
    this.element.append(row, this.#told, this.#byHand);
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      leave();
    }, { signal });
    parts.controls.append(this.element);
  }

  get #say(): Say {
    return this.#parts.say;
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  set isOpen(isOpen: boolean) {
    this.element.hidden = !isOpen;
    this.#code.hidden = this.#from.options() === null;
    this.#byHand.hidden = true;
    this.#told.textContent = '';
  }

  async #save(ending: string, what: Blob | Promise<Blob>): Promise<void> {
    const { ownerDocument: document } = this.#parts.root;
    const refused = document.defaultView && refusesDownloads(document.defaultView);
    if (refused) return this.#tell(this.#say('element-download-refused'));
    const { brand, asOf } = this.#from.provenance();
    const name = fileName([brand, 'footprint', this.#from.layout().state.view, asOf], ending);
    download(document, name, await what);
    this.#tell(this.#say(refused === undefined ? 'element-saved-perhaps' : 'element-saved', { name }));
  }

  async #copy(label: string, text: string): Promise<void> {
    this.#byHand.hidden = true;
    try {
      await this.#parts.root.ownerDocument.defaultView!.navigator.clipboard.writeText(text);
      this.#tell(this.#say('element-copied'));
    } catch {
      this.#byHand.value = text;
      this.#byHand.setAttribute('aria-label', label);
      this.#byHand.hidden = false;
      this.#byHand.focus();
      this.#byHand.select();
      this.#tell(this.#say('element-copy-by-hand'));
    }
  }

  #button(name: string, label: string, press: () => Promise<void>): HTMLButtonElement {
    const made = this.#parts.root.ownerDocument.createElement('button');
    made.type = 'button';
    made.className = 'tool';
    made.dataset['save'] = name;
    made.textContent = label;
    // What the core could not give has been told already.
    const work = async () => press();
    made.addEventListener('click', () => void work().catch(() => this.#tell(this.#say('element-not-saved'))), { signal: this.#listen });
    return made;
  }

  /** For who looks, and for who listens; what is done again is said again. */
  #tell(text: string): void {
    this.#told.textContent = text;
    const { spoken } = this.#parts;
    spoken.textContent = spoken.textContent === text ? `${text}\u00a0` : text;
  }
}
