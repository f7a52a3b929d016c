import { FootprintError } from '../errors';

/** In a browser the modules lie beside the script; bundlers know this form and move them along. */
export function packagedWasm(): URL {
  return found(() => new URL('./smart-footprint.wasm', import.meta.url));
}

/** The small module that draws one view; written out, because bundlers look for the whole address. */
export function firstPictureWasm(view: string): URL {
  return found(() => {
    switch (view) {
      case 'markets': return new URL('./first-markets.wasm', import.meta.url);
      case 'sales': return new URL('./first-sales.wasm', import.meta.url);
      case 'lineup': return new URL('./first-lineup.wasm', import.meta.url);
      default: return new URL('./first-growth.wasm', import.meta.url);
    }
  });
}

/** Mends or tells what bundlers do that do not know this form. */
function found(beside: () => URL): URL {
  let address: URL;
  try {
    address = beside();
  } catch (error) {
    const message = 'A classic script does not know its address: bundle smart-footprint/standalone.js, or call init({ wasm }).';
    throw new FootprintError('wasm-missing', message, undefined, error);
  }
  // While one works, Vite 7 and earlier move the script there and leave the modules behind.
  const { href } = address;
  const moved = '/.vite/deps/';
  // Next.js gives an address that is not to be changed, and is not an absolute one.
  return href.includes(moved) ? new URL(href.replace(moved, '/smart-footprint/')) : address;
}

/** Two copies of the package on a page have nothing to do with each other: each has a folder of its own. */
export function packageFolder(): string | undefined {
  return String(import.meta.url).replace(/[^/]*$/, '');
}
