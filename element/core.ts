/**
 * Finds, compiles and starts the module: once for all widgets of a page.
 *
 * An instance that has trapped cannot be trusted again. It is dropped and made anew from the
 * compiled module, and every widget is told, because its chart went with the instance.
 */
import * as bindings from '#core';
import { packagedWasm } from '#wasm';
import { FootprintError } from './errors';

export type Core = typeof bindings;
export type WasmInput = string | URL | BufferSource | WebAssembly.Module;

let starting: Promise<Core> | undefined;
const replaced = new Set<() => void>();

export function startCore(wasm?: WasmInput): Promise<Core> {
  starting ??= start(wasm).catch((error: unknown) => {
    starting = undefined; // the next widget may have more luck
    throw error;
  });
  return starting;
}

/** Hears when the instance was replaced, until the function given back is called. */
export function onCoreReplaced(hear: () => void): () => void {
  replaced.add(hear);
  return () => void replaced.delete(hear);
}

export function replaceCore(): void {
  bindings.__wbg_reset_state();
  for (const hear of [...replaced]) hear();
}

async function start(wasm?: WasmInput): Promise<Core> {
  if (typeof WebAssembly !== 'object') {
    throw new FootprintError('no-webassembly', 'This browser does not run WebAssembly.');
  }
  const module = await compile(wasm ?? (await packagedWasm()));
  try {
    await bindings.default({ module_or_path: module });
  } catch (error) {
    throw brokenModule(error);
  }
  return bindings;
}

async function compile(wasm: WasmInput): Promise<WebAssembly.Module> {
  if (wasm instanceof WebAssembly.Module) return wasm;
  const bytes = typeof wasm === 'string' || wasm instanceof URL ? await fetchBytes(wasm) : wasm;
  try {
    return bytes instanceof Response
      ? await WebAssembly.compileStreaming(bytes)
      : await WebAssembly.compile(bytes);
  } catch (error) {
    throw brokenModule(error);
  }
}

/** A response that can be compiled while it arrives, or its bytes where the server names no type. */
async function fetchBytes(address: string | URL): Promise<Response | ArrayBuffer> {
  let response: Response;
  try {
    response = await fetch(address);
  } catch (error) {
    throw new FootprintError(
      'wasm-missing', `${address} could not be fetched: offline, or not allowed.`, undefined, error,
    );
  }
  if (!response.ok) {
    const found = `the server answered ${response.status}`;
    throw new FootprintError('wasm-missing', `${address} could not be fetched: ${found}.`);
  }
  const type = response.headers.get('Content-Type') ?? '';
  const streams = typeof WebAssembly.compileStreaming === 'function';
  return streams && /^application\/wasm\b/i.test(type) ? response : response.arrayBuffer();
}

function brokenModule(error: unknown): FootprintError {
  const words = error instanceof Error ? error.message : String(error);
  return /content security policy|unsafe-eval|\bcsp\b/i.test(words)
    ? new FootprintError(
        'wasm-blocked',
        "The page's Content Security Policy needs 'wasm-unsafe-eval' in script-src.",
        undefined,
        error,
      )
    : new FootprintError('wasm-broken', `The module is not usable: ${words}`, undefined, error);
}
