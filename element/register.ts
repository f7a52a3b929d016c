/** The entry that registers `<smart-footprint>`. */
import { define } from './element';

define();

export { define };
