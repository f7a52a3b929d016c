/** In a browser the module lies beside the script; bundlers know this form and move it along. */
export function packagedWasm(): URL {
  return new URL('./smart-footprint.wasm', import.meta.url);
}
