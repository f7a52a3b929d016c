/** Parts of the script that are fetched when they are needed, each once for a page. */
import { FootprintError } from './errors';

/**
 * What loads a part. One that could not be had is asked for again by whoever needs it next;
 * browsers that keep it in mind that a script failed want the page to be loaded anew.
 */
export function part<Module>(load: () => Promise<Module>): () => Promise<Module> {
  let loading: Promise<Module> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw missing('script-missing', 'A part of the script could not be loaded.', error);
    });
    return loading;
  };
}

/** What could not be fetched; without a network, that is why. */
export function missing(code: string, message: string, cause?: unknown): FootprintError {
  const isOffline = globalThis.navigator?.onLine === false;
  return new FootprintError(isOffline ? 'offline' : code, message, undefined, cause);
}

export type Late = typeof import('./drawing');

/** What is only needed once the complete module is there: fetched beside it. */
export const loadLate = part(() => import('./drawing'));
