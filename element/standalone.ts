/** The one classic script: registers the element and leaves the functions in one global. */
import { define } from './element';
import * as functions from './index';

define();

const scope = globalThis as Record<string, unknown>;
scope['smartFootprint'] ??= { ...functions, define };
