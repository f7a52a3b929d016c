/**
 * Finds, compiles and starts the module, once for all widgets of a page, and passes on what it
 * is asked.
 *
 * An instance that has trapped cannot be trusted again. It is dropped and made anew from the
 * compiled module, and every widget is told, because its chart went with the instance.
 */
import { packagedWasm } from '#wasm';
import { type WasmInput, brokenModule, compile } from './compile';
import { FootprintError, asFootprintError } from './errors';
import { part } from './late';
import { pageWide } from './page-wide';

export type Core = typeof import('#core');
export type { WasmInput };

const loadBindings = part(() => import('#core'));
interface State {
  starting?: Promise<Core> | undefined;
  bindings?: Core;
  readonly replaced: Set<() => void>;
  /** How many questions are under way: what the core reads of a page may have getters that ask too. */
  asked: number;
  isSpoilt: boolean;
  /** The type that a server gave the module, where that is not its own: it works, and is slower. */
  sentAs?: string;
}

const page = pageWide((): State => ({ replaced: new Set(), asked: 0, isSpoilt: false }));

export function sentAs(): string | undefined {
  return page().sentAs;
}

export function startCore(wasm?: WasmInput): Promise<Core> {
  const state = page();
  state.starting ??= start(wasm).catch((error: unknown) => {
    state.starting = undefined; // the next widget may have more luck
    throw error;
  });
  return state.starting;
}

/** Whether the module is there or on its way. */
export function isCoreStarted(): boolean {
  return page().starting !== undefined;
}

/** Hears when the instance was replaced, until the function given back is called. */
export function onCoreReplaced(hear: () => void): () => void {
  const { replaced } = page();
  replaced.add(hear);
  return () => void replaced.delete(hear);
}

/**
 * Asks the core. Whatever it throws ends the instance, as soon as no question to it is under way.
 *
 * @throws {FootprintError} `core`, or `spoilt` when it was stopped before, by another question
 */
export function ask<Answer>(question: () => Answer): Answer {
  const state = page();
  if (state.isSpoilt) {
    if (state.asked > 0) throw spoilt();
    renew(state);
  }
  state.asked += 1;
  try {
    return question();
  } catch (error) {
    if (state.isSpoilt) throw spoilt(error);
    state.isSpoilt = true;
    throw asFootprintError(error);
  } finally {
    state.asked -= 1;
    if (state.isSpoilt && state.asked === 0) replaceCore(state);
  }
}

function spoilt(cause?: unknown): FootprintError {
  return new FootprintError('spoilt', 'The chart\'s core was stopped by another question to it.', undefined, cause);
}

function replaceCore(state: State): void {
  try {
    renew(state);
  } catch {
    // There is no room for another; whoever asks next tries again.
  }
  for (const hear of [...state.replaced]) hear();
}

function renew(state: State): void {
  state.bindings?.__wbg_reset_state();
  state.isSpoilt = false;
}

async function start(wasm?: WasmInput): Promise<Core> {
  if (typeof WebAssembly !== 'object') {
    throw new FootprintError('no-webassembly', 'This browser does not run WebAssembly.');
  }
  // Side by side: neither waits for the other.
  const [module, core] = await Promise.all([
    Promise.resolve(wasm ?? packagedWasm()).then((found) => compile(found, (type) => (page().sentAs = type))),
    loadBindings(),
  ]);
  try {
    // The bindings keep whatever they were given once, be it of use or not.
    if (!WebAssembly.Module.exports(module).some(({ name }) => name === 'chart_layout')) throw 'another one';
    await core.default({ module_or_path: module });
  } catch (error) {
    throw brokenModule(error);
  }
  page().bindings = core;
  return core;
}
