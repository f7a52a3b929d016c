import deflated from '#wasm-text';

/**
 * The module as deflated base64. The one-file script holds it because a page from disk may
 * fetch nothing; the entry for Node, because the folder it lies in is lost as soon as a
 * server's bundler has moved it.
 */
export function packagedWasm(): Promise<BufferSource> {
  const bytes = Uint8Array.from(atob(deflated), (letter) => letter.charCodeAt(0));
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(inflated).arrayBuffer();
}

/** The script is whole, wherever it lies. */
export function packageFolder(): undefined {}
