/** In a browser the modules lie beside the script; bundlers know this form and move them along. */
export function packagedWasm(): URL {
  return new URL('./smart-footprint.wasm', import.meta.url);
}

/** The small module that draws one view; written out, because bundlers look for the whole address. */
export function firstPictureWasm(view: string): URL {
  switch (view) {
    case 'markets': return new URL('./first-markets.wasm', import.meta.url);
    case 'sales': return new URL('./first-sales.wasm', import.meta.url);
    case 'lineup': return new URL('./first-lineup.wasm', import.meta.url);
    default: return new URL('./first-growth.wasm', import.meta.url);
  }
}
