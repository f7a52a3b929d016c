/**
 * The widget on the whole screen: its root is shown there, so that nothing of the page's styles
 * comes along, and the picture is laid out for the width of the screen like for any other. The
 * browser gives the way back: its own key, and the same button.
 */
import { words } from './interactive-words';
import type { Parts } from './shadow';
import type { ToolButton, Tools } from './tools';

export class FullScreen {
  readonly #root: HTMLElement;
  readonly #button: ToolButton;

  constructor({ root }: Parts, tools: Tools, signal: AbortSignal) {
    this.#root = root;
    this.#button = tools.add({ name: 'full-screen', label: words.fullScreen, press: () => this.#press() });
    // Heard at the root itself, so that it needs no listener in a document that the widget may leave.
    root.addEventListener('fullscreenchange', () => {
      this.#button.rename(this.#isOn ? words.leaveFullScreen : words.fullScreen);
    }, { signal });
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
