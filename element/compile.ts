/** Fetches and compiles a module, and tells the ways in which that fails from each other. */
import { FootprintError } from './errors';
import { missing } from './late';

export type WasmInput = string | URL | BufferSource | WebAssembly.Module;

/** `mistyped` hears of the type of what is not sent as a module. */
export async function compile(wasm: WasmInput, mistyped?: (type: string) => void): Promise<WebAssembly.Module> {
  if (wasm instanceof WebAssembly.Module) return wasm;
  const bytes = typeof wasm === 'string' || wasm instanceof URL ? await fetchBytes(wasm, mistyped) : wasm;
  try {
    return bytes instanceof Response
      ? await WebAssembly.compileStreaming(bytes)
      : await WebAssembly.compile(bytes);
  } catch (error) {
    throw brokenModule(error);
  }
}

/** A response that can be compiled while it arrives, or its bytes where the server names no type. */
async function fetchBytes(
  address: string | URL, mistyped?: (type: string) => void,
): Promise<Response | ArrayBuffer> {
  let response: Response;
  try {
    response = await fetch(address);
  } catch (error) {
    throw missing('wasm-missing', `${address} could not be fetched: offline, or not allowed.`, error);
  }
  if (!response.ok) {
    const found = `the server answered ${response.status}`;
    throw new FootprintError('wasm-missing', `${address} could not be fetched: ${found}.`);
  }
  const type = response.headers.get('Content-Type') ?? '';
  const isTyped = /^application\/wasm\b/i.test(type);
  if (!isTyped) mistyped?.(type);
  return isTyped && typeof WebAssembly.compileStreaming === 'function' ? response : response.arrayBuffer();
}

export function brokenModule(error: unknown): FootprintError {
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
