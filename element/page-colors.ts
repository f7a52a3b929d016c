/**
 * The colours of the theme, the page's by `--footprint-*` among them, or those that the reader asks
 * for by more contrast or by forced colours. The stylesheet gives each to a property of the gauge,
 * so that the browser itself reads them, in whatever form they are written; the gauge also tells
 * when one changes, because its properties have a transition.
 */
type Property = 'backgroundColor' | 'color' | 'borderTopColor' | 'borderRightColor'
  | 'borderBottomColor' | 'borderLeftColor' | 'outlineColor' | 'columnRuleColor' | 'textDecorationColor';

/** In the order in which the core takes them. */
const properties: readonly (readonly [string, Property])[] = [
  ['background', 'backgroundColor'],
  ['ink', 'color'],
  ['ink-soft', 'borderTopColor'],
  ['ink-faint', 'borderRightColor'],
  ['grid', 'borderBottomColor'],
  ['axis', 'borderLeftColor'],
  ['accent', 'outlineColor'],
  ['accent-soft', 'columnRuleColor'],
  ['warning', 'textDecorationColor'],
];

/** As numbers `0xRRGGBBAA`; `NaN` where the page sets what is no colour. */
export function pageColors(gauge: HTMLElement): Float64Array {
  const style = getComputedStyle(gauge);
  return Float64Array.from(properties, ([name, property]) => {
    const set = style.getPropertyValue(`--footprint-${name}`).trim();
    return !set || CSS.supports('color', set) ? colorNumber(style[property]) : NaN;
  });
}

/** Of a computed colour: the stylesheet mixes it, which gives it one form, however it was written. */
function colorNumber(computed: string): number {
  if (!computed.startsWith('color(srgb ')) return NaN;
  const [red = 0, green = 0, blue = 0, opacity = 1] = (computed.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
  return [red, green, blue, opacity]
    .map((part) => Math.round(Math.max(0, Math.min(1, part)) * 255))
    .reduce((number, byte) => number * 256 + byte, 0);
}

/** Hears when any of them changes, for whatever reason, or the page's colour scheme does. */
export function watchColors(root: HTMLElement, changed: () => void): () => void {
  root.addEventListener('transitionrun', changed);
  return () => root.removeEventListener('transitionrun', changed);
}
