// The kinds of inputs and faults that the report tells of: what is promised, and the tests that try it,
// by their file and, where a file has several kinds, by their names. Every test is of one kind. What runs
// for longer than the tests do is told from what its last runs left behind.

import { endured } from './endurance.mjs';

const browser = (name) => `tests/browser/${name}.test.mjs`;
const node = (name) => `tests/package/${name}.test.mjs`;
const hosts = (name) => `tests/hosts/${name}.test.mjs`;
/** Native tests, by the binary that has them. */
const native = (name) => `native/${name}`;

/** `after` says what became of them. */
const found = (count, after) => (count === 0 ? 'as promised' : `${count} ${count === 1 ? 'fault' : 'faults'} found${after}`);

/** What fuzzers made up, all targets together. */
function fuzzed({ fuzz }) {
  const targets = Object.values(fuzz.targets ?? {});
  if (targets.length === 0) return undefined;
  const sum = (name) => targets.reduce((total, target) => total + target[name], 0);
  return { tried: sum('executions'), seen: `${found(sum('finds'), ', which the suite tries since')}; in ${Math.round(sum('seconds') / 60)} minutes` };
}

/** Random sequences, all that were ever played in long runs. */
function played({ fuzz }) {
  const sequences = fuzz.browser?.sequences;
  return sequences && { tried: sequences.executions, seen: `${found(sequences.finds, '')}; in ${sequences.steps.toLocaleString('en')} steps` };
}

export const groups = [
  {
    title: 'What comes from outside',
    kinds: [
      { kind: 'Datasets that are wrong: other values, forms, loops, getters, proxies, too much of anything', tests: [[node('bad-datasets'), /^bad/]],
        promised: 'every problem is told with its path; nothing is drawn; no memory is kept' },
      { kind: 'The work on them: steps, memory, second readings', tests: [[node('bad-datasets'), /^(there are|after all|twenty|each part|what is too much|the steps)/]],
        promised: 'each part is read once, nothing beyond a limit; twenty runs take no more memory than one' },
      { kind: 'Datasets that are odd, and right', tests: [[node('bad-datasets'), /^odd/]], promised: 'all views draw at any width, without markup and without a figure that is none' },
      { kind: 'Mistakes in the tables, one at a time, and limits of the check', tests: [[native('dataset')], [native('build_stops')], [native('next_half_year_build')]],
        promised: 'the build stops; each is told once, with file and line, or path, found and expected' },
      { kind: 'Very many figures in columns, of any make, right and wrong', tests: [[native('columns')], [browser('columns')]],
        promised: 'no extreme is hidden by another; what is wrong is told by its place; nothing of old ones stays' },
      { kind: 'Datasets made by chance, each with options and a width', tests: [[native('generated')]],
        promised: 'no text over text, nothing outside; every fact in a mark or counted' },
      { kind: 'Inputs made from bytes of fixed seeds, for each target that fuzzers have', tests: [[native('any_input'), /^(?!what_was_found)/]],
        promised: 'read or refused in words; a whole picture; all of it told; the same state from the state' },
      { kind: 'Inputs that fuzzers found, and those that reach the most code', tests: [[native('any_input'), /^what_was_found/]], promised: 'the same' },
      { kind: 'Inputs that fuzzers made up (`./build.sh fuzz`)', told: fuzzed, promised: 'the same' },
      { kind: 'Fields of a dataset with markup and scripts, one at a time, on every surface', tests: [[browser('markup'), /^of a dataset/]],
        promised: 'refused by the check or shown as text; no script runs, nothing is fetched, no element is made that plain words do not make' },
      { kind: 'Fields that begin as a formula does', tests: [[browser('markup'), /^no cell/]], promised: 'no cell of the comma-separated values does' },
      { kind: 'Attributes and options in the address with markup and scripts', tests: [[browser('markup'), /^of the host/]], promised: 'shown as text or not understood; no script runs, nothing is fetched' },
      { kind: 'Addresses and answers of `src`: schemes, redirects, lengths that lie, endless ones, bombs, other texts', tests: [[browser('source-refused')]],
        promised: 'told by a code and a sentence; the last good picture stays; no more than 20 MB and 30 seconds; the line is cut' },
      { kind: '`src` as it is meant, and getters that act on the widget', tests: [[browser('source')]], promised: 'asked once, with cookies at home alone, never from the page\'s address' },
      { kind: 'Options and calls that are none', tests: [[browser('handed-over')]], promised: 'told; the picture stays' },
    ],
  },
  {
    title: 'Pages of others',
    kinds: [
      { kind: 'Prototypes and globals changed before the widget came', tests: [[browser('patched'), /^before/]], promised: 'it draws, and answers every call' },
      { kind: 'Built-in functions that throw at the widget from the start', tests: [[browser('throwing'), /^from the start/]], promised: 'a whole picture, or what stands inside the tag' },
      { kind: 'Built-in functions that throw at the widget once it is drawn', tests: [[browser('throwing'), /^after/]],
        promised: 'it draws or says its sentence, comes back when they let it, and the one beside it too' },
      { kind: 'What the page had before', tests: [[browser('patched'), /^the page keeps/]], promised: 'no global, prototype, class or stored value is other than before' },
      { kind: 'Style sheets that style everything', tests: [[browser('hostile')]], promised: 'the same pixels; every mark answers where it is seen' },
      { kind: 'Content Security Policies and Trusted Types', tests: [[browser('policies')]], promised: 'all that a reader and a host can do, without one report' },
      { kind: 'Frames without rights: sandboxed, of no origin, without storage and clipboard', tests: [[browser('sandbox')]], promised: 'it draws and answers; what is denied is told, and nothing is thrown' },
      { kind: 'Several copies on a page', tests: [[browser('copies')]], promised: 'each works; none is in the other\'s way' },
      { kind: 'Moved, copied, adopted, hidden, shrunk, removed', tests: [[browser('survival')]], promised: 'it keeps what it has, and leaves nothing' },
      { kind: 'Builds of others: bundlers, frameworks, compilers', tests: [[hosts('examples')], [hosts('consumer')]], promised: 'installed, built and drawn; the types fit' },
    ],
  },
  {
    title: 'Faults in the middle',
    kinds: [
      { kind: 'What keeps a picture from being drawn', tests: [[browser('failures')]], promised: 'a code and a sentence; what stands inside the tag is shown; `update()` mends it' },
      { kind: 'A fault anywhere in the core', tests: [[browser('traps')]], promised: 'the others are as they were, the one comes back' },
      { kind: 'Memory that runs out', tests: [[browser('memory')]], promised: 'the same' },
      { kind: 'Files whose transfer is cut off, each at four places', tests: [[browser('interrupted')]], promised: 'drawn without it, or a sentence; whole when the page is loaded again' },
      { kind: 'A canvas that is lost', tests: [[browser('screens'), /^a canvas/]], promised: 'the same pixels when it comes back' },
      { kind: 'A tab that is hidden', tests: [[browser('screens'), /^a tab/]], promised: 'the picture of a fresh widget when it is shown' },
      { kind: 'Zoom and pixel ratios, from 25 % to 500 %', tests: [[browser('screens'), /^zoom/], [browser('canvas')]], promised: 'a bitmap of the device\'s pixels; nothing is cut' },
      { kind: 'Fonts that arrive late', tests: [[browser('screens'), /^(fonts|a font) /]], promised: 'measured again; the picture of a widget that came after them' },
      { kind: 'Random sequences of what readers and pages do', tests: [[browser('sequences')]], promised: 'no error, nothing left; the picture of a fresh widget in the same state' },
      { kind: 'Random sequences, the long run (`./build.sh fuzz browser`)', told: played, promised: 'the same' },
      { kind: 'Half an hour of use: playing, new data every second, other widths by chance (`./build.sh bench endurance`)', told: endured,
        promised: 'memory and frames at the end as at the beginning, and the same pixels' },
      { kind: 'Making and removing five hundred', tests: [[browser('leaks')]], promised: 'no node, listener, timer or byte is left' },
    ],
  },
  {
    title: 'Limits and supply',
    kinds: [
      { kind: 'Stated limits, from a step below and a step above', tests: [[node('limits'), /^a limit/], [browser('limits')]], promised: 'below it is drawn, above it is told' },
      { kind: 'The list of limits beside code and documents', tests: [[node('limits'), /^the list/]], promised: 'none is stated that is not tried, or tried that is not stated' },
      { kind: 'Licences, checksums, advisories, scripts at installation, list of materials', tests: [[node('supply-chain')]], promised: 'permissive, pinned, none known, none, complete' },
      { kind: 'What the package is and says', tests: [[node('package')], [node('told')], [node('words')]], promised: 'these files and no others; every code is told, every word is said' },
      { kind: 'What tells of tests and measures', tests: [[node('testing-page')], [node('bench')]], promised: 'this page is of these tests; figures are those that were measured' },
    ],
  },
  {
    title: 'What is drawn',
    kinds: [
      { kind: 'Approved pictures, and a font beside the table of its widths', tests: [[native('pictures')]], promised: 'pixel for pixel' },
      { kind: 'Scenes: forms, marks, filters, places of texts, reading order, markup', tests: [[native('scenes')], [native('markets')], [native('sales')], [native('timeline')], [native('smart_footprint')]],
        promised: 'one form means one thing; no text over text; each figure as its source has it' },
      { kind: 'Data that is new: the next half-year, another brand, small modules with less of it', tests: [[native('next_half_year')], [native('invented_brand')], [native('drawn')]],
        promised: 'drawn without a change of code; the same picture' },
      { kind: 'What is known of rows and marks, as panel, table and citation', tests: [[native('dossier')], [native('fact_table')], [native('citation')]], promised: 'every row told, every text read back' },
      { kind: 'Languages', tests: [[native('languages')], [browser('languages')]], promised: 'no English left, no hole in a sentence, no fact changed' },
      { kind: 'Motion from one picture to another', tests: [[native('blend')], [browser('motion')]], promised: 'a way without a jump; none for who wants none' },
      { kind: 'Pictures on the page: first ones, small and complete modules, SVG beside canvas', tests: [[browser('first-picture')], [browser('drawing')], [browser('svg')], [browser('page')]],
        promised: 'the same pixels; painted and measured no more than needed' },
      { kind: 'The page while it loads', tests: [[browser('loading')], [browser('shift')]], promised: 'its place is kept, nothing moves' },
    ],
  },
  {
    title: 'What readers and hosts do',
    kinds: [
      { kind: 'Keys, focus, fingers', tests: [[browser('keyboard')], [browser('focus')], [browser('touch')]], promised: 'every mark is reached and told, in reading order; no trap' },
      { kind: 'Assistive technology', tests: [[browser('accessibility')], [browser('screen-reader')]], promised: 'WCAG 2.2 AA as axe checks it; the texts that were approved' },
      { kind: 'Evidence, selection, table, filters, strip of time, full screen', tests: [[browser('evidence')], [browser('selection')], [browser('table')], [browser('controls')], [browser('full-screen')]],
        promised: 'told where it is asked for; reflected; taken back' },
      { kind: 'Taking along: PNG, SVG, values, print', tests: [[browser('exports')], [browser('csv')], [browser('print')]], promised: 'what is shown, whole and sharp' },
      { kind: 'Options, groups, addresses, colours, themes', tests: [[browser('element')], [browser('group')], [browser('address')], [browser('colors')], [browser('themes')]],
        promised: 'as attributes and properties alike; heard while the page is open' },
      { kind: 'The page that shows it all, and the page for frames', tests: [[browser('www')], [browser('www-taken')]], promised: 'code that works as it is copied, from disk too' },
    ],
  },
];

export const kinds = groups.flatMap((group) => group.kinds);

/** The kinds that a test is of: one, or the page does not tell of it as it should. */
export function kindsOf(file, name) {
  return kinds.filter(({ tests = [] }) => tests.some(([own, names]) => own === file && (!names || names.test(name))));
}
