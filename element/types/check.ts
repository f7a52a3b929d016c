/** Compiled only: the sources give what the package's hand-written types promise. */
import * as entry from '../index';
import * as element from '../element';
import * as onServer from '../register-node';
import type * as promisedEntry from './index.js';
import type * as promisedElement from './element.js';

type Promised<Module> = { [Name in keyof Module]: Module[Name] };

entry satisfies Promised<typeof promisedEntry>;
element.define satisfies typeof promisedElement.define;
onServer.define satisfies typeof promisedElement.define;

declare const made: element.FootprintElement;
made satisfies promisedEntry.Widget;
