/**
 * What is printed in the picture's place: the same picture as elements of SVG, so that it is sharp
 * on any paper, in the light theme, without controls. It has to be there at once, because a page
 * is printed as it stands when `beforeprint` ends. How wide the paper is nobody says by then: it is
 * laid out for several widths, and the stylesheet shows the one that fits.
 */
import type { Environment, FactListing } from '#core';
import { printedFacts } from './printed-facts';
import { svgElements } from './svg-elements';
import type { Parts } from './shadow';

export interface Printed {
  parts: Parts;
  /** What the page gives the light theme, into which it puts the widget; `undefined` without a picture. */
  light(): Environment | undefined;
  /** The picture as SVG; `undefined` where the core has failed. */
  svg(environment: Environment): string | undefined;
  /** What is drawn, fact by fact. */
  listing(): FactListing | undefined;
}

/** From a column of a page to a sheet on its side, in CSS pixels; printed.css knows them too. */
const widths = [340, 520, 700, 1040];

/** Prints the widget where its document is printed, until the function given back is called. */
export function watchPrinting(view: Window, printed: Printed): () => void {
  const { root, picture } = printed.parts;
  let sheet: HTMLElement | undefined;
  let theme: string | undefined;

  const begin = () => {
    if (sheet) return;
    theme = root.dataset['theme'];
    const environment = printed.light();
    const made = root.ownerDocument.createElement('div');
    made.className = 'sheet';
    for (const width of environment ? widths : []) {
      const svg = printed.svg({ ...readable(environment!), width });
      if (svg === undefined) return end();
      const still = svgElements(root.ownerDocument, svg);
      still.setAttribute('class', `still still-${width}`);
      made.append(still);
    }
    if (!environment) return;
    const listing = printed.listing();
    if (listing) made.append(printedFacts(root.ownerDocument, listing, printed.parts.say));
    sheet = made;
    picture.append(sheet);
    root.toggleAttribute('data-printed', true);
  };
  const end = () => {
    root.removeAttribute('data-printed');
    if (theme !== undefined) root.dataset['theme'] = theme;
    theme = undefined;
    sheet?.remove();
    sheet = undefined;
  };
  // Some ways of printing change the medium and send no event.
  const query = view.matchMedia('print');
  const change = () => (query.matches ? begin() : end());
  view.addEventListener('beforeprint', begin);
  view.addEventListener('afterprint', end);
  query.addEventListener('change', change);
  return () => {
    end();
    view.removeEventListener('beforeprint', begin);
    view.removeEventListener('afterprint', end);
    query.removeEventListener('change', change);
  };
}

/** A page that sets dark colours in both themes, or pale letters, is printed in the theme's own. */
function readable(environment: Environment): Environment {
  const [background = NaN, ink = NaN] = environment.colors;
  const paper = background % 256 < 255 ? 1 : luminance(background);
  const isReadable = paper > 0.6 && (Number.isNaN(ink) || (paper + 0.05) / (luminance(ink) + 0.05) >= 4.5);
  const isOpaque = background % 256 === 255;
  const colors = environment.colors.map((color, index) => (isReadable && (index > 0 || isOpaque) ? color : NaN));
  return { ...environment, colors };
}

/** Of a colour `0xRRGGBBAA`, from 0 to 1; of none, that of white. */
function luminance(color: number): number {
  if (Number.isNaN(color)) return 1;
  const [red, green, blue] = [2 ** 24, 2 ** 16, 2 ** 8].map((place) => {
    const part = (Math.floor(color / place) % 256) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
