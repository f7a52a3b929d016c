/**
 * One classic script with everything in it: registers `<smart-footprint>` and leaves the
 * package's functions in the global `smartFootprint`. Works from a file on disk.
 */
import './element.js';
import type * as footprint from './index.js';
import type { define } from './element.js';

declare global {
  var smartFootprint: Pick<
    typeof footprint,
    'FootprintError' | 'dataset' | 'init' | 'mount' | 'renderSvg' | 'validate'
  > & { define: typeof define };
}
