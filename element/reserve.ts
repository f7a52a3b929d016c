/**
 * How high a picture will be, before the module that knows it is there. As rules that go by the
 * width of the widget, so that the browser reserves the place in its very first layout.
 */
export function reservingRules(view: string | null | undefined, controls: boolean): string {
  const key = (name: string) => (controls ? `${name}+` : name);
  const heights = RESERVED_HEIGHTS[key(view ?? 'growth')] ?? RESERVED_HEIGHTS[key('growth')] ?? [];
  return heights.map(([from, height], index) => {
    // Both grow with the reader's letters, as the picture does.
    const rule = `.picture{min-height:${height / 16}em}`;
    return index === 0 ? rule : `@container (width >= ${from / 16}em){${rule}}`;
  }).join('');
}
