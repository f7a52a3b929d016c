/**
 * The picture for another surface than the widget's canvas: laid out anew beside it, from the
 * same dataset, on a canvas that is in no document.
 */
import type { Environment, Layout, OptionTexts } from '#core';
import { onCoreReplaced } from './core';
import { FootprintError } from './errors';
import type { Picture } from './picture';

/** What is drawn on the widget's canvas, and for what. */
export interface Shown {
  picture: Picture;
  layout: Layout;
  options: OptionTexts;
  environment: Environment;
}

export interface Wish {
  /** Other surroundings than those of the page. */
  environment?: Environment;
  /** Nothing to act on. */
  still?: boolean;
  /** With a title, whatever stands on the page: for a picture that leaves it. */
  titled?: boolean;
}

export interface Still {
  picture: Picture;
  layout: Layout;
  canvas: HTMLCanvasElement;
}

/**
 * Does the work with a still, and gives all that it took back. `guard` runs what may meet a fault
 * of the core, which is the widget's own, and may leave the work undone.
 *
 * @throws {FootprintError} `no-context`, and `core` after such a fault
 */
export function withStill<Answer>(
  { picture, options, environment }: Shown, wish: Wish, guard: (work: () => void) => void,
  work: (still: Still) => Answer,
): Answer {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  if (!canvas.getContext('2d')) {
    throw new FootprintError('no-context', 'The browser gave no 2D canvas context.');
  }
  let answer: { is: Answer } | undefined;
  guard(() => {
    const still = picture.beside(canvas);
    const forget = onCoreReplaced(() => still.abandon());
    try {
      const layout = still.layout(asWished(options, wish), wish.environment ?? environment);
      answer = { is: work({ picture: still, layout, canvas }) };
    } finally {
      still.free();
      forget();
    }
  });
  if (!answer) throw new FootprintError('core', 'There is no picture to give.');
  return answer.is;
}

/** What the host hides stands beside the widget on its page, and not beside a picture alone. */
function asWished(options: OptionTexts, { still, titled }: Wish): OptionTexts {
  const shown = (name: string) => (options[name]?.trim() ? options[name] : null);
  return {
    ...options,
    ...(still && { controls: null }),
    ...(titled && { heading: shown('heading'), subheading: shown('subheading') }),
  };
}

/** The same surroundings with a background that lets nothing through: what is seen through it now. */
export function opaque(environment: Environment, picture: Element): Environment {
  const own = environment.colors[0] ?? NaN;
  if (Number.isNaN(own) || own % 256 === 255) return environment;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d');
  const layers = [`#${own.toString(16).padStart(8, '0')}`];
  for (let at: Element | null = picture; at; at = parent(at)) layers.push(getComputedStyle(at).backgroundColor);
  layers.push(environment.dark ? '#14171c' : '#fff');
  const colors = Float64Array.from(environment.colors);
  colors[0] = NaN; // the theme's own, where there is nothing to look at
  if (context) {
    for (const layer of layers.reverse()) {
      context.fillStyle = layer;
      context.fillRect(0, 0, 1, 1);
    }
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    colors[0] = ((red * 256 + green) * 256 + blue) * 256 + 255;
  }
  return { ...environment, colors };
}

/** What an element is painted on, through slots and shadow roots. */
function parent(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const above = element.parentNode;
  return above instanceof ShadowRoot ? above.host : element.parentElement;
}
