// The kinds of inputs and faults that the report tells of: what is promised, and the tests that try it,
// by their file and, where a file has several kinds, by their names.

const browser = (name) => `tests/browser/${name}.test.mjs`;
const node = (name) => `tests/package/${name}.test.mjs`;
/** Native tests, by the binary that has them. */
const native = (name) => `native/${name}`;

export const groups = [
  {
    title: 'What comes from outside',
    kinds: [
      { kind: 'Datasets that are wrong: other values, forms, loops, getters, proxies, too much of anything', tests: [[node('bad-datasets'), /^bad/]],
        promised: 'every problem is told with its path; nothing is drawn; no memory is kept' },
      { kind: 'Datasets that are odd, and right', tests: [[node('bad-datasets'), /^odd/]], promised: 'all views draw at any width, without markup and without a figure that is none' },
      { kind: 'Datasets made by chance, and views, options and states with them', tests: [[native('generated')]],
        promised: 'no stop; the same picture for the same input; marks and facts agree' },
      { kind: 'Fields of a dataset with markup and scripts, one at a time, on every surface', tests: [[browser('markup'), /^of a dataset/]],
        promised: 'refused by the check or shown as text; no script runs, nothing is fetched, no element is made that plain words do not make' },
      { kind: 'Attributes and options in the address with markup and scripts', tests: [[browser('markup'), /^of the host/]], promised: 'the same' },
      { kind: 'Addresses and answers of `src`: schemes, redirects, lengths that lie, endless ones, bombs, other texts', tests: [[browser('source-refused')]],
        promised: 'told by a code and a sentence; the last good picture stays; no more than 20 MB and 30 seconds; the line is cut' },
      { kind: '`src` as it is meant', tests: [[browser('source')]], promised: 'asked once, with cookies at home alone, never from the page\'s address' },
      { kind: 'Options and calls that are none', tests: [[browser('handed-over')]], promised: 'told; the picture stays' },
    ],
  },
  {
    title: 'Pages of others',
    kinds: [
      { kind: 'Prototypes and globals changed before the widget came', tests: [[browser('patched'), /^before/]], promised: 'it draws, and answers every call' },
      { kind: 'Built-in functions that throw at the widget once it is drawn', tests: [[browser('patched'), /^after/]],
        promised: 'it draws or says its sentence, comes back when they let it, and the one beside it too' },
      { kind: 'What the page had before', tests: [[browser('patched'), /^the page keeps/]], promised: 'no global, prototype, class or stored value is other than before' },
      { kind: 'Style sheets that style everything', tests: [[browser('hostile')]], promised: 'the same pixels; every mark answers where it is seen' },
      { kind: 'Content Security Policies and Trusted Types', tests: [[browser('policies')]], promised: 'all that a reader and a host can do, without one report' },
      { kind: 'Frames without rights: sandboxed, of no origin, without storage and clipboard', tests: [[browser('sandbox')]], promised: 'it draws and answers; what is denied is told, and nothing is thrown' },
      { kind: 'Several copies on a page', tests: [[browser('copies')]], promised: 'each works; none is in the other\'s way' },
      { kind: 'Moved, copied, adopted, hidden, shrunk, removed', tests: [[browser('survival')]], promised: 'it keeps what it has, and leaves nothing' },
      { kind: 'Builds of others: bundlers and frameworks', tests: [[/^tests\/hosts\//]], promised: 'installed, built and drawn' },
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
      { kind: 'Fonts that arrive late', tests: [[browser('screens'), /^fonts/]], promised: 'measured again; the picture of a widget that came after them' },
      { kind: 'Making and removing five hundred', tests: [[browser('leaks')]], promised: 'no node, listener, timer or byte is left' },
    ],
  },
  {
    title: 'Limits and supply',
    kinds: [
      { kind: 'Stated limits, from a step below and a step above', tests: [[node('limits'), /^a limit/], [browser('limits')]], promised: 'below it is drawn, above it is told; none is stated that is not tried' },
      { kind: 'Licences, checksums, advisories, scripts at installation, list of materials', tests: [[node('supply-chain')]], promised: 'permissive, pinned, none known, none, complete' },
      { kind: 'What the package is and says', tests: [[node('package')], [node('told')]], promised: 'these files and no others; every code is told' },
    ],
  },
];
