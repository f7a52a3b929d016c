/**
 * Rings round all marks that answer to the selected row: one path, however many there are. A
 * small mark gets a ring, a large one its four corners alone, which frame without shouting.
 */
import type { Box, Size } from './placing';
import { setAttribute } from './set-attribute';

const namespace = 'http://www.w3.org/2000/svg';
/** The ring stands off the mark by this much. */
const gap = 4;
/** A mark that is longer in either direction is large. */
const large = 120;
/** The arms of a corner. */
const arm = 9;
const radius = 4;

export class Rings {
  readonly #svg: SVGSVGElement;
  readonly #path: SVGPathElement;

  constructor(document: Document) {
    this.#svg = document.createElementNS(namespace, 'svg');
    this.#svg.setAttribute('class', 'rings');
    this.#svg.setAttribute('part', 'rings');
    this.#svg.setAttribute('aria-hidden', 'true');
    this.#path = document.createElementNS(namespace, 'path');
    this.#svg.append(this.#path);
  }

  get element(): SVGSVGElement {
    return this.#svg;
  }

  show(boxes: readonly Box[], { width, height }: Size): void {
    setAttribute(this.#svg, 'width', String(width));
    setAttribute(this.#svg, 'height', String(height));
    setAttribute(this.#svg, 'data-count', String(boxes.length));
    setAttribute(this.#path, 'd', boxes.map((box) => outline(box, width, height)).join(''));
  }
}

function outline(box: Box, width: number, height: number): string {
  // Never outside the picture, where nothing is painted.
  const left = Math.max(1, box.x - gap);
  const top = Math.max(1, box.y - gap);
  const right = Math.min(width - 1, box.x + box.width + gap);
  const bottom = Math.min(height - 1, box.y + box.height + gap);
  const isLarge = right - left > large || bottom - top > large;
  const across = isLarge ? Math.min(arm, (right - left) / 3) : 0;
  const down = isLarge ? Math.min(arm, (bottom - top) / 3) : 0;
  const corner = (x: number, y: number) => `a${radius} ${radius} 0 0 1 ${x} ${y}`;
  if (!isLarge) {
    return `M${left + radius} ${top}H${right - radius}${corner(radius, radius)}V${bottom - radius}`
      + `${corner(-radius, radius)}H${left + radius}${corner(-radius, -radius)}V${top + radius}${corner(radius, -radius)}`;
  }
  return `M${left} ${top + radius + down}v${-down}${corner(radius, -radius)}h${across}`
    + `M${right - radius - across} ${top}h${across}${corner(radius, radius)}v${down}`
    + `M${right} ${bottom - radius - down}v${down}${corner(-radius, radius)}h${-across}`
    + `M${left + radius + across} ${bottom}h${-across}${corner(-radius, -radius)}v${-down}`;
}
