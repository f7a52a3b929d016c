/**
 * Registers `<smart-footprint>`. On a server, where there are no elements, importing it does
 * nothing.
 */
import type { FootprintEventDetail, Mark, Ref, State, ViewOptions, Widget } from './index.js';

/** The attributes that are read and written as text. */
type TextOption = Exclude<keyof ViewOptions, 'controls' | 'hash' | 'dataset' | 'lang'>;

/**
 * `<smart-footprint view="lineup"></smart-footprint>`: a widget as a tag. What stands inside
 * the tag is shown until the picture is, and whenever there can be none. The element is
 * destroyed by being removed, survives being moved, and never rejects or throws at you: what
 * goes wrong is told by `footprint-problem`.
 *
 * Events bubble and cross shadow roots. `event.detail` is a `FootprintEventDetail`.
 *
 * - `footprint-ready`: the first draw is done;
 * - `footprint-hover`: another mark is under the pointer or in focus, or none is;
 * - `footprint-select`: another row is selected, or none is;
 * - `footprint-view`: another view is drawn;
 * - `footprint-problem`: something was not understood, or there is no picture.
 */
export interface SmartFootprintElement extends HTMLElement, ReflectedOptions, Widget {
  /**
   * Set it to draw a dataset of your own, and to `null` for the embedded one. Until it is set
   * it is what `dataset` is on every element, the `data-*` attributes.
   */
  get dataset(): any;
  set dataset(value: unknown);
  /** Whether the attribute is there. */
  controls: boolean;
  /** Whether the attribute is there. */
  hash: boolean;

  addEventListener<Type extends keyof FootprintEventMap>(
    type: Type,
    listener: (this: SmartFootprintElement, event: FootprintEventMap[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<Type extends keyof HTMLElementEventMap>(
    type: Type,
    listener: (this: SmartFootprintElement, event: HTMLElementEventMap[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** Every option as an attribute's text, `null` when the attribute is absent. */
type ReflectedOptions = { -readonly [Key in keyof Required<Pick<ViewOptions, TextOption>>]: string | null };

/**
 * Registers the element under a name of your choice, for a second version on a page. Does
 * nothing if the name is taken.
 */
export declare function define(tagName?: string): void;

export interface FootprintEventMap {
  'footprint-ready': CustomEvent<FootprintEventDetail>;
  'footprint-hover': CustomEvent<FootprintEventDetail>;
  'footprint-select': CustomEvent<FootprintEventDetail>;
  'footprint-view': CustomEvent<FootprintEventDetail>;
  'footprint-problem': CustomEvent<FootprintEventDetail>;
}

declare global {
  interface HTMLElementTagNameMap {
    'smart-footprint': SmartFootprintElement;
  }
  interface GlobalEventHandlersEventMap extends FootprintEventMap {}
}

export type { FootprintEventDetail, Mark, Ref, State, ViewOptions, Widget };
export type { SmartFootprintAttributes, SmartFootprintListeners } from './jsx.js';
