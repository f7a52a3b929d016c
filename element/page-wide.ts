/**
 * What the entries of the package have in common on a page. `element.js` is one file, for it to be
 * there after one request, and so has a copy of what it shares with `index.js` and with the parts
 * that come late; state that is to be one for all copies lives here. It is made when it is first
 * asked for: importing the package does nothing. There is one state, of `core.ts`: a second caller would
 * be given the first one's.
 */
import { packageFolder } from '#wasm';

export function pageWide<State extends object>(make: () => State): () => State {
  let known: State | undefined;
  return () => (known ??= found(make));
}

function found<State extends object>(make: () => State): State {
  const folder = packageFolder();
  if (folder === undefined) return make(); // one script, which has nothing to share
  const key = Symbol.for(`${PACKAGE} ${folder}`);
  const page = globalThis as unknown as Record<symbol, State>;
  if (!Object.hasOwn(page, key)) Object.defineProperty(page, key, { value: make() });
  return page[key]!;
}
