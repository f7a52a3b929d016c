/** How high a picture will be, before the module that knows it is there. */
export function reservedHeight(view: string | null | undefined, width: number): number {
  const heights = RESERVED_HEIGHTS[view ?? 'growth'] ?? RESERVED_HEIGHTS['growth'] ?? [];
  let height = heights[0]?.[1] ?? 0;
  for (const [from, there] of heights) {
    if (from <= width) height = there;
  }
  return height;
}
