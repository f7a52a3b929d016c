/**
 * The widget on the whole screen: its root is shown there, so that nothing of the page's styles
 * comes along, and the picture is laid out for the width of the screen like for any other. The
 * browser gives the way back: its own key, and the same button.
 */
import type { Parts } from './shadow';
import type { ToolButton, Tools } from './tools';

export class FullScreen {
  readonly #parts: Parts;
  readonly #button: ToolButton;

  constructor(parts: Parts, tools: Tools, signal: AbortSignal) {
    this.#parts = parts;
    this.#button = tools.add({ name: 'full-screen', label: this.#label, press: () => this.#press() });
    // Heard at the root itself, so that it needs no listener in a document that the widget may leave.
    parts.root.addEventListener('fullscreenchange', () => this.#button.rename(this.#label), { signal });
  }

  get #root(): HTMLElement {
    return this.#parts.root;
  }

  get #label(): string {
    return this.#parts.say(this.#isOn ? 'element-leave-full-screen' : 'element-full-screen');
  }

  /** A frame may have no permission, and some browsers show nothing but films on the whole screen. */
  enterDocument(): void {
    const isAllowed = this.#root.ownerDocument.fullscreenEnabled && 'requestFullscreen' in this.#root;
    this.#button.element.hidden = !isAllowed;
  }

  get #isOn(): boolean {
    return this.#root.matches(':fullscreen');
  }

  #press(): void {
    const change = this.#isOn ? this.#root.ownerDocument.exitFullscreen() : this.#root.requestFullscreen();
    // Refused, or gone already: the page stays as it is, and so does the button.
    change.catch(() => {});
  }
}
