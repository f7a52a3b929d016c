/** How high a picture will be, before the module that knows it is there. */
export function reservedHeight(view: string | null | undefined, width: number, controls: boolean): number {
  const key = (name: string) => (controls ? `${name}+` : name);
  const heights = RESERVED_HEIGHTS[key(view ?? 'growth')] ?? RESERVED_HEIGHTS[key('growth')] ?? [];
  let height = heights[0]?.[1] ?? 0;
  for (const [from, there] of heights) {
    if (from <= width) height = there;
  }
  return height;
}
