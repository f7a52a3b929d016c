// Every limit that the documents state, in one place: its number, where the code has it, where it is told
// and what provokes it from both sides. A test compares the list with the code and with the documents,
// so that none is forgotten; a limit that is added there has to be added here.

/** Where a limit is tried: by the spec of that name, which has to have a case for each of its limits. */
export const inNode = 'tests/package/limits.test.mjs';
export const inBrowser = 'tests/browser/limits.test.mjs';

const dataset = 'src/dataset/limits.rs';
const options = 'src/options.rs';
const source = 'element/source.ts';
const png = 'element/png.ts';
const data = 'docs/data.md';
const readme = 'element/package/README.md';
const types = 'element/types/index.d.ts';

export const limits = [
  { name: 'a figure', most: 1e15, constant: [dataset, 'LARGEST_NUMBER'], told: [[data, '| a figure, either side of zero | 1e15 |']], tried: inNode },
  { name: 'a text', most: 4_000, constant: [dataset, 'LONGEST_TEXT'],
    told: [[data, '| a text | 4,000 bytes of UTF-8 |'], [types, 'A text may have 4,000 bytes']], tried: inNode },
  { name: 'an id', most: 100, constant: [dataset, 'LONGEST_ID'], told: [[data, '| an id | 100 characters |']], tried: inNode },
  { name: 'a list', most: 50_000, constant: [dataset, 'MOST_ITEMS'],
    told: [[data, '| a list, the rows of a table too | 50,000 items |'], [types, '50,000 rows']], tried: inNode },
  { name: 'an object', most: 100, constant: [dataset, 'MOST_NAMES'],
    told: [[data, '| an object | 100 names |'], [types, 'an object 100 names']], tried: inNode },
  { name: 'the depth', most: 4, constant: [dataset, 'DEEPEST'], told: [[data, '| lists and objects within each other | 4: dataset, table, row, period |']], tried: inNode },
  { name: 'the steps of one reading', most: 1_000_000, constant: [dataset, 'MOST_STEPS'],
    told: [[data, '| steps of one reading: values, items, names | 1,000,000 |'], [types, 'the whole 1,000,000 values']], tried: inNode },
  { name: 'the text of one reading', most: 20_000_000, constant: [dataset, 'MOST_TEXT'],
    told: [[data, '| all text of one reading, names included | 20,000,000 bytes |'], [types, '20,000,000 bytes of text']], tried: inNode },
  { name: 'the problems that are listed', most: 100, constant: [dataset, 'MOST_PROBLEMS'], told: [[data, 'Of more than 100']], tried: inNode },
  { name: 'the blocks of columns', most: 1_000, constant: [dataset, 'MOST_BLOCKS'],
    told: [[data, '| `columns` | 1,000 blocks |'], [types, '5,000,000 points in 1,000 blocks']], tried: inNode },
  { name: 'the points of columns', most: 5_000_000, constant: [dataset, 'MOST_POINTS'],
    told: [[data, '| all points of all `columns` | 5,000,000; their numbers are no steps |'], [types, '5,000,000 points in 1,000 blocks']], tried: inNode },
  { name: 'the words of an option', most: 4_000, constant: [options, 'LONGEST_TEXT'], told: [[types, 'in place of the title, 4,000 bytes']], tried: inNode },
  { name: 'the years', most: 9999, told: [[data, 'outside the years 1 to 9999']], tried: inNode },
  { name: 'the width of renderSvg()', most: 10_000, told: [[types, 'from 100 to 10,000']], tried: inNode },

  { name: 'the bytes of src', most: 20_000_000, constant: [source, 'mostBytes'],
    told: [[data, 'more than 20,000,000 bytes, whatever `Content-Length` says'], [readme, 'more than 20 MB'], [types, 'it has more than 20 MB']], tried: inBrowser },
  { name: 'the text of a JSON block', most: 20_000_000, told: [[data, 'Of a JSON block, more than 20,000,000 characters']], tried: inBrowser },
  { name: 'the time of src', most: 30_000, constant: [source, 'mostMilliseconds'],
    told: [[data, 'not there whole within 30 seconds'], [readme, 'more than 30 seconds'], [types, 'within 30 seconds']], tried: inBrowser },
  { name: 'the side of a PNG', most: 16_384, constant: [png, 'longestSide'],
    told: [[readme, 'no side beyond 16,384'], [types, 'a side beyond 16,384']], tried: inBrowser },
  { name: 'the pixels of a PNG', most: 67_108_864, constant: [png, 'mostPixels'],
    told: [[readme, '67,108,864 pixels'], [types, 'more than 67,108,864 pixels']], tried: inBrowser },
  { name: 'the width of a picture', most: 240, told: [[readme, 'from 240 px on']], tried: inBrowser },
  { name: 'the growth of letters', most: 2, told: [[readme, 'up to twice as large'], ['docs/accessibility.md', 'up to twice']], tried: inBrowser },
];
