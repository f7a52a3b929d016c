/** In a browser the modules lie beside the script; bundlers know this form and move them along. */
export function packagedWasm(): URL {
  return new URL('./smart-footprint.wasm', import.meta.url);
}

export function firstPictureWasm(): URL {
  return new URL('./first-picture.wasm', import.meta.url);
}
