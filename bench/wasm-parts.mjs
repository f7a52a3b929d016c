// The parts of a WebAssembly module with a name section: where each function, data segment and
// other section begins and ends in its bytes.

const sections = [
  'custom', 'types', 'imports', 'functions', 'tables', 'memories', 'globals', 'exports', 'start',
  'elements', 'code', 'data', 'data count', 'tags',
];

/** What compiling needs nothing of is passed over. */
export function readModule(bytes) {
  const reader = new Reader(bytes, 8);
  const functions = [];
  const segments = [];
  const otherSections = [];
  let imported = 0;
  let names = new Map();
  while (reader.at < bytes.length) {
    const kind = sections[bytes[reader.at++]];
    const size = reader.number();
    const end = reader.at + size;
    if (kind === 'code') readEach(reader, functions, () => reader.skip(reader.number()));
    else if (kind === 'data') readEach(reader, segments, () => readSegment(reader));
    else if (kind === 'custom') {
      if (reader.text() === 'name') names = readNames(reader, end);
    } else {
      if (kind === 'imports') imported = countFunctions(reader);
      otherSections.push({ name: kind, start: end - size, end });
    }
    reader.at = end;
  }
  for (const [index, part] of functions.entries()) {
    part.name = names.get(imported + index)?.replace(/\[[0-9a-f]{16}\]/g, '') ?? `function ${imported + index}`;
  }
  return { bytes, functions, segments, otherSections };
}

function readEach(reader, parts, read) {
  for (let left = reader.number(); left > 0; left--) {
    const start = reader.at;
    read();
    parts.push({ start, end: reader.at });
  }
}

/** An active segment of the one memory: where it goes, and its bytes. */
function readSegment(reader) {
  reader.number();
  while (reader.bytes[reader.at++] !== 0x0b);
  reader.skip(reader.number());
}

/** How many of the imports are functions; all of these modules are. */
function countFunctions(reader) {
  const count = reader.number();
  for (let left = count; left > 0; left--) {
    reader.text();
    reader.text();
    if (reader.number() !== 0) throw new Error('an import that is no function');
    reader.number();
  }
  return count;
}

function readNames(reader, end) {
  const names = new Map();
  while (reader.at < end) {
    const isOfFunctions = reader.bytes[reader.at++] === 1;
    const size = reader.number();
    const after = reader.at + size;
    if (isOfFunctions) {
      for (let left = reader.number(); left > 0; left--) names.set(reader.number(), reader.text());
    }
    reader.at = after;
  }
  return names;
}

class Reader {
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  skip(count) {
    this.at += count;
  }

  /** An unsigned number in LEB128. */
  number() {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      number |= (byte & 0x7f) << shift;
      if (byte < 0x80) return number >>> 0;
    }
  }

  text() {
    const length = this.number();
    this.at += length;
    return this.bytes.toString('utf8', this.at - length, this.at);
  }
}
