/**
 * What is said aloud while the focus stays where it is. Politely, never twice the same on end,
 * and while a key is held only where it comes to rest.
 */

/** How long a held key must rest, in milliseconds. */
const rest = 300;

export class Announcer {
  readonly #region: HTMLElement;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(region: HTMLElement) {
    this.#region = region;
  }

  say(text: string, isHeld = false): void {
    clearTimeout(this.#waiting);
    if (isHeld) this.#waiting = setTimeout(() => this.#write(text), rest);
    else this.#write(text);
  }

  /** What is come to again is said again. */
  hush(): void {
    clearTimeout(this.#waiting);
    this.#write('');
  }

  #write(text: string): void {
    if (this.#region.textContent !== text) this.#region.textContent = text;
  }
}
