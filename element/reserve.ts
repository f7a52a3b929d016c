/**
 * How high a picture will be, before the module that knows it is there. As rules that go by the
 * width of the widget, so that the browser reserves the place in its very first layout.
 */

/**
 * Of what is asked for. The widest picture comes first: each sign tells how much higher the next
 * narrower one is, and a second row of signs what the controls add.
 */
export function reservingRules(view: string | null | undefined, controls: boolean, language: string): string {
  const { widest, step, steps, height, unit, zero, signs } = RESERVED_HEIGHTS;
  const tag = language.toLowerCase().split('-')[0]!;
  const row = Math.max(0, ['growth', 'markets', 'sales', 'lineup'].indexOf(view!)) * 2 * steps;
  const own = Object.hasOwn(signs, tag) ? signs[tag]! : signs['en']!;
  const more = (at: number) => own.charCodeAt(at) - zero;
  let units = height;
  let rules = '';
  for (let at = 0; at < steps; at += 1) {
    const before = units;
    units += more(row + at) + (controls ? more(row + steps + at) : 0);
    // Both grow with the reader's letters, as the picture does.
    const rule = `.picture{min-height:${units * unit / 16}em}`;
    if (at === 0) rules = rule;
    else if (units !== before) rules += `@container (width < ${(widest - (at - 1) * step) / 16}em){${rule}}`;
  }
  return rules;
}
