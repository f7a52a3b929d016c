/** What is only needed once the complete module is there: fetched beside it, once for a page. */
import { FootprintError } from './errors';

export type Late = typeof import('./drawing');

let late: Promise<Late> | undefined;

export function loadLate(): Promise<Late> {
  late ??= import('./drawing').catch((error: unknown) => {
    late = undefined; // the next widget may have more luck
    throw new FootprintError('script-missing', 'A part of the script could not be loaded.', undefined, error);
  });
  return late;
}
