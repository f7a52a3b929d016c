import deflated from '#wasm-text';

/** In the one-file script the module is deflated base64: a page from disk may fetch nothing. */
export function packagedWasm(): Promise<BufferSource> {
  const bytes = Uint8Array.from(atob(deflated), (letter) => letter.charCodeAt(0));
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(inflated).arrayBuffer();
}
