/**
 * Finds, compiles and starts the module: once for all widgets of a page.
 *
 * An instance that has trapped cannot be trusted again. It is dropped and made anew from the
 * compiled module, and every widget is told, because its chart went with the instance.
 */
import { packagedWasm } from '#wasm';
import { type WasmInput, brokenModule, compile } from './compile';
import { FootprintError } from './errors';

export type Core = typeof import('#core');
export type { WasmInput };

let starting: Promise<Core> | undefined;
let bindings: Core | undefined;
const replaced = new Set<() => void>();

export function startCore(wasm?: WasmInput): Promise<Core> {
  starting ??= start(wasm).catch((error: unknown) => {
    starting = undefined; // the next widget may have more luck
    throw error;
  });
  return starting;
}

/** Whether the module is there or on its way. */
export function isCoreStarted(): boolean {
  return starting !== undefined;
}

/** Hears when the instance was replaced, until the function given back is called. */
export function onCoreReplaced(hear: () => void): () => void {
  replaced.add(hear);
  return () => void replaced.delete(hear);
}

export function replaceCore(): void {
  bindings?.__wbg_reset_state();
  for (const hear of [...replaced]) hear();
}

async function start(wasm?: WasmInput): Promise<Core> {
  if (typeof WebAssembly !== 'object') {
    throw new FootprintError('no-webassembly', 'This browser does not run WebAssembly.');
  }
  // Side by side: neither waits for the other.
  const [module, core] = await Promise.all([
    Promise.resolve(wasm ?? packagedWasm()).then(compile),
    import('#core').catch((error: unknown) => {
      throw new FootprintError('script-missing', 'A part of the script could not be loaded.', undefined, error);
    }),
  ]);
  try {
    await core.default({ module_or_path: module });
  } catch (error) {
    throw brokenModule(error);
  }
  bindings = core;
  return core;
}
