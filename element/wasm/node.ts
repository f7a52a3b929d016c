import { readFile } from 'node:fs/promises';

/** Node's `fetch` does not read files. */
export function packagedWasm(): Promise<BufferSource> {
  return readFile(new URL('./smart-footprint.wasm', import.meta.url));
}
