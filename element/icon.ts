/** A small drawing of strokes, in 16 × 16, made without markup; what it stands for is said beside it. */
export function icon(document: Document, strokes: string): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const drawn = document.createElementNS(namespace, 'svg');
  drawn.setAttribute('class', 'icon');
  drawn.setAttribute('viewBox', '0 0 16 16');
  drawn.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', strokes);
  drawn.append(path);
  return drawn;
}
