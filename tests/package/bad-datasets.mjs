// Datasets that cannot be drawn, or not as they are: what a page may hand over by mistake or by
// malice. Each has a name, makes a value from a good dataset, and lists what is to be told of it,
// in order: a code, a path and a part of the message. Nothing else may be told, unless `others`
// is true.

const repeat = (count, item) => Array.from({ length: count }, (_, index) => item(index));

/** The good dataset with a change made in it. */
const changed = (change) => (good) => {
  change(good);
  return good;
};

/** The good dataset with another value in a field of the first figure. */
const figure = (field, value) => changed(({ observations }) => {
  observations[0][field] = value;
});

/** The good dataset with another end of the first figure's period. */
const period = (change) => changed(({ observations }) => Object.assign(observations[0].period, change));

const nested = (depth) => {
  let value = 'the bottom';
  for (let at = 0; at < depth; at += 1) value = at % 2 ? [value] : { in: value };
  return value;
};

const revoked = (target) => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};

const thrower = () => { throw new Error('<script>alert(1)</script>'); };

/** A proxy that has the same again under every name, for ever. */
const endless = (names) => new Proxy({}, {
  get: () => endless(names),
  ownKeys: () => names,
  getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: 1 }),
});

const number = 'expected a number between -1e15 and 1e15';
const day = 'expected a day of the calendar as "YYYY-MM-DD"';
const rows = 'expected a list of rows';
const tables = 'expected an object with the tables of a dataset';

export const badDatasets = [
  // --- No dataset at all ----------------------------------------------------------------
  ['undefined', () => undefined, [['wrong-value', '', `found null, ${tables}`]]],
  ['null', () => null, [['wrong-value', '', `found null, ${tables}`]]],
  ['text', () => '{"about": {}}', [['wrong-value', '', `found "{"about": {}}", ${tables}`]]],
  ['a number', () => NaN, [['wrong-value', '', `found NaN, ${tables}`]]],
  ['a list', (good) => [good], [['wrong-value', '', `found a list, ${tables}`]]],
  ['a function', () => () => 1, [['wrong-value', '', `found a function, ${tables}`]]],
  ['a class', () => class Dataset {}, [['wrong-value', '', 'found a function']]],
  ['a symbol', () => Symbol('dataset'), [['wrong-value', '', 'found a symbol']]],
  ['a big integer', () => 10n ** 400n, [['wrong-value', '', 'found a big integer']]],
  ['a promise of a dataset', async (good) => good, [['wrong-value', '', 'found a Promise']]],
  ['a response', () => new Response('{}'), [['wrong-value', '', 'found a Response']]],
  ['a Map of tables', (good) => new Map(Object.entries(good)), [['wrong-value', '', 'found a Map']]],
  ['bytes', () => new Uint8Array(5_000_000), [['wrong-value', '', 'found a typed array']]],
  ['a revoked proxy', () => revoked({}), [['wrong-value', '', 'found a value that throws when it is read']]],
  ['a proxy that throws at everything', () => new Proxy({}, new Proxy({}, { get: () => thrower })),
    [['wrong-value', '', 'found a value that throws when it is read']]],
  ['an empty object', () => ({}), [
    ['missing', 'about', 'nothing found'], ['missing', 'sources', 'nothing found'],
    ['missing', 'places', ''], ['missing', 'metrics', ''], ['missing', 'models', ''], ['missing', 'partners', ''],
    ['missing', 'observations', ''], ['missing', 'events', ''], ['missing', 'statements', ''],
    ['missing', 'conflicts', 'nothing found, expected a list of rows (an empty one will do)'],
  ]],
  ['an object of a million names', () => Object.fromEntries(repeat(1_000_000, (index) => [`n${index}`, index])),
    [['too-large', '', 'found an object of 1000000 names, expected at most 100 names']]],
  ['an endless proxy', () => endless(['about', 'sources', 'places']), [
    ['wrong-value', 'sources', `found an object, ${rows}`], ['wrong-value', 'places', `found an object, ${rows}`],
    ['missing', 'conflicts', 'nothing found'],
  ], { others: true }],

  // --- Tables ---------------------------------------------------------------------------
  ['a missing table', changed((good) => delete good.sources), [['missing', 'sources', 'expected a list of rows']]],
  ['a table that is null', changed((good) => (good.events = null)), [['wrong-value', 'events', `found null, ${rows}`]]],
  ['a table by id', changed((good) => (good.models = Object.fromEntries(good.models.map((row) => [row.id, row])))),
    [['wrong-value', 'models', `found an object, ${rows}`]]],
  ['a Set of rows', changed((good) => (good.models = new Set(good.models))), [['wrong-value', 'models', 'found a Set']]],
  ['a typed array of rows', changed((good) => (good.conflicts = new Float64Array(1e6))),
    [['wrong-value', 'conflicts', `found a typed array, ${rows}`]]],
  ['a list that announces 10,000,000 rows', changed((good) => (good.conflicts = new Array(10_000_000))),
    [['too-large', 'conflicts', 'found a list of 10000000 items, expected at most 50000 items']]],
  ['a list that announces all rows there can be', changed((good) => (good.conflicts = new Array(2 ** 32 - 1))),
    [['too-large', 'conflicts', 'found a list of 4294967295 items']]],
  ['a sparse list', changed((good) => { good.conflicts = []; good.conflicts[40_000] = 'the end'; }),
    [['wrong-value', 'conflicts[0]', 'found null, expected an object'],
      ['wrong-value', 'conflicts[99]', 'found null, expected an object'],
      ['more', '', '39901 more problems are not listed, 39901 of them errors']], { others: true }],
  ['a list that lies about its length', changed((good) => {
    good.conflicts = new Proxy([], { get: (_, name) => (name === 'length' ? -1 : undefined) });
  }), [['wrong-value', 'conflicts', `found a list without a length, ${rows}`]]],
  ['an unknown table', changed((good) => (good.observation = good.observations)),
    [['unknown-name', 'observation', 'no table is called "observation"; it is passed over']]],
  ['no place "world"', changed((good) => (good.places[0].id = 'earth')), [['missing', 'places', 'no row has the id "world"']],
    { others: true }],
  ['another form', changed((good) => (good.about.schema = 2)), [['wrong-value', 'about.schema', 'expected 1, the one form']]],
  ['an edition that is a Date', changed((good) => (good.about.edition = new Date(0))),
    [['wrong-value', 'about.edition', `found a Date, ${day}`]]],
  ['a brand without a name', changed((good) => (good.about.brand = {})),
    [['missing', 'about.brand.name', "expected the brand's name"]]],

  // --- Rows -----------------------------------------------------------------------------
  ['a row that is text', changed((good) => (good.partners[1] = 'a partner')),
    [['wrong-value', 'partners[1]', 'found "a partner", expected an object']], { others: true }],
  ['a row that is a revoked proxy', changed((good) => good.conflicts.push(revoked([]))),
    [['wrong-value', (good) => `conflicts[${good.conflicts.length}]`, 'found a value that throws']]],
  ['a getter that throws', changed(({ observations: [first] }) => {
    Object.defineProperty(first, 'term', { enumerable: true, get: thrower });
  }), [['wrong-value', 'observations[0].term', 'found a value that throws when it is read, expected text']]],
  ['a getter that is different each time', changed(({ observations: [first] }) => {
    let times = 0;
    Object.defineProperty(first, 'value', { enumerable: true, get: () => (times++ ? 'changed' : Infinity) });
  }), [['wrong-value', 'observations[0].value', 'found a number of 16 digits or more']]],
  ['a field that no row has', changed((good) => (good.models[0].colour = 'red')),
    [['unknown-name', 'models[0].colour', 'no field of models is called "colour"; it is passed over']]],
  ['a field called __proto__', changed((good) => {
    good.models[0] = JSON.parse(JSON.stringify(good.models[0]).replace('{', '{"__proto__": {"polluted": true},'));
  }), [['unknown-name', 'models[0].__proto__', 'no field of models is called "__proto__"']]],
  ['a table called __proto__', (good) => JSON.parse(JSON.stringify(good).replace('{', '{"__proto__": {"about": 1},')),
    [['unknown-name', '__proto__', 'no table is called "__proto__"']]],
  ['a table called constructor', changed((good) => (good.constructor = { prototype: 1 })),
    [['unknown-name', 'constructor', 'no table is called']]],
  ['what is inherited alone', (good) => Object.create(good), [['missing', 'about', 'nothing found']], { others: true }],
  ['a name of a megabyte', changed((good) => (good.about['n'.repeat(1_000_000)] = 1)),
    [['unknown-name', `about.${'n'.repeat(60)}…`, 'no field of about is called "nnn']]],
  ['ten thousand lists in each other', figure('value', nested(10_000)),
    [['wrong-value', 'observations[0].value', `found a list, ${number}`]]],
  ['ten thousand lists in each other, at the root', () => nested(10_000), [['wrong-value', '', 'found a list']]],
  ['a dataset in itself', changed((good) => (good.observations[0].period = good)),
    [['missing', 'observations[0].period.precision', 'nothing found'],
      ['unknown-name', 'observations[0].period.about', 'no field of a period'],
      ['missing', 'observations[0].period', 'neither from nor to found']], { others: true }],
  ['a row in itself', changed(({ places }) => places[1].parents.push(places[1])),
    [['wrong-value', 'places[1].parents[1]', 'found an object, expected the id of a row of places']]],
  ['a list in itself', changed(({ conflicts }) => conflicts.push(conflicts)),
    [['wrong-value', (good) => `conflicts[${good.conflicts.length}]`, 'found a list, expected an object']]],

  // --- Fields ---------------------------------------------------------------------------
  ['NaN', figure('value', NaN), [['wrong-value', 'observations[0].value', `found NaN, ${number}`]]],
  ['Infinity', figure('value', Infinity), [['wrong-value', 'observations[0].value', `found a number of 16 digits or more, ${number}`]]],
  ['-Infinity', figure('value', -Infinity), [['wrong-value', 'observations[0].value', 'found a negative number of 16 digits or more']]],
  ['1e308', figure('value', 1e308), [['wrong-value', 'observations[0].value', `found a number of 16 digits or more, ${number}`]]],
  ['-1e308', figure('value', -1e308), [['wrong-value', 'observations[0].value', 'found a negative number of 16 digits or more']]],
  ['an object that turns itself into a number', figure('value', { valueOf: () => 41, toString: () => '41', toJSON: () => 41, [Symbol.toPrimitive]: () => 41 }),
    [['wrong-value', 'observations[0].value', `found an object, ${number}`]]],
  ['a number as text', figure('value', '1810'), [['wrong-value', 'observations[0].value', `found "1810", ${number}`]]],
  ['a Number object', figure('value', Object(1)), [['wrong-value', 'observations[0].value', 'found an object']]],
  ['a String object', figure('term', Object('stores')), [['wrong-value', 'observations[0].term', 'found a String object']]],
  ['a big integer as a figure', figure('value', 41n), [['wrong-value', 'observations[0].value', `found a big integer, ${number}`]]],
  ['text of a megabyte', figure('note', 'n'.repeat(1_000_000)),
    [['too-long', 'observations[0].note', 'found more than 4000 bytes of text, expected at most 4000']]],
  ['an id of a megabyte', changed((good) => (good.conflicts[0].id = 'n'.repeat(1_000_000))),
    [['too-long', 'conflicts[0].id', 'found more than 4000 bytes of text']]],
  ['a reference of a megabyte', figure('source', 'n'.repeat(1_000_000)),
    [['too-long', 'observations[0].source', 'found more than 4000 bytes of text']]],
  ['a hole in a list of ids', changed(({ places }) => (places[1].parents = [...places[1].parents, , ])),
    [['wrong-value', (good) => `places[1].parents[${good.places[1].parents.length}]`, 'found null, expected the id of a row of places']]],
  ['empty text', figure('term', ' \n '), [['wrong-value', 'observations[0].term', 'found "   ", expected text']]],
  ['half a character', figure('term', 'stores \ud83d'),
    [['wrong-value', 'observations[0].term', 'found text with half a character (a lone surrogate), expected text']]],
  ['half a character in an id', changed((good) => (good.conflicts[0].id = '\udc00')),
    [['wrong-value', 'conflicts[0].id', 'found text with half a character']]],
  ['markup in an id', changed((good) => (good.conflicts[0].id = '<img src=x onerror=alert(1)>')),
    [['wrong-value', 'conflicts[0].id', 'found "<img src=x onerror=alert(1)>", expected an id of lower-case letters']]],
  ['an address that is a script', changed((good) => (good.sources[0].url = 'javascript:alert(1)')),
    [['wrong-value', 'sources[0].url', 'expected an address that begins with https:// or http://']]],
  ['an unknown qualifier', figure('qualifier', 'circa'), [['unknown-word', 'observations[0].qualifier', 'expected one of exact']]],
  ['a qualifier from every object', figure('qualifier', 'toString'), [['unknown-word', 'observations[0].qualifier', 'found "toString"']]],
  ['an unknown kind of event', changed((good) => (good.events[0].kind = 'fair')),
    [['unknown-word', 'events[0].kind', 'found "fair", expected one of entry']]],
  ['an unassigned country', changed((good) => good.places.push({ id: 'XX', name: 'X', kind: 'country', parents: ['world'] })),
    [['unknown-country', (good) => `places[${good.places.length}].id`, 'expected an assigned ISO 3166-1']]],

  // --- Periods --------------------------------------------------------------------------
  ['a negative span', period({ from: '2025-06-30', to: '2025-01-01', precision: 'span' }),
    [['period-reversed', 'observations[0].period', 'it runs from 2025-06-30 to 2025-01-01']]],
  ['the year 99999', period({ from: '99999-01-01' }),
    [['impossible-date', 'observations[0].period.from', `found "99999-01-01", ${day}`]]],
  ['the year 0', period({ from: '0000-01-01' }), [['impossible-date', 'observations[0].period.from', `found "0000-01-01", ${day}`]]],
  ['a year before ours', period({ from: '-000044-03-15' }), [['impossible-date', 'observations[0].period.from', day]]],
  ['the 30th of February', period({ to: '2026-02-30' }), [['impossible-date', 'observations[0].period.to', 'found "2026-02-30"']]],
  ['a date as a number', period({ from: 1_735_689_600_000 }), [['wrong-value', 'observations[0].period.from', 'found 1735689600000']]],
  ['no end at all', period({ from: null, to: null }), [['missing', 'observations[0].period', 'neither from nor to found']]],
  ['half a half-year', period({ from: '2025-01-01', to: '2025-05-31', precision: 'half-year' }),
    [['precision-mismatch', 'observations[0].period', 'expected whole half-year bounds']]],
  ['a period that is text', figure('period', '2025'), [['wrong-value', 'observations[0].period', 'expected a period: from, to']]],

  // --- Between rows ---------------------------------------------------------------------
  ['a source that is not there', figure('source', 'nobody'),
    [['dangling-reference', 'observations[0].source', 'found "nobody", expected the id of a row of sources']]],
  ['a conflict with what is not there', changed((good) => (good.conflicts[0].between[0] = 'event:nothing')),
    [['dangling-reference', 'conflicts[0].between[0]', 'found "nothing", expected the id of a row of events']]],
  ['a conflict with one row', changed((good) => good.conflicts[0].between.splice(1)),
    [['wrong-value', 'conflicts[0].between', 'expected a list of at least two references']]],
  ['a reference to no table', changed((good) => (good.statements[0].subject = 'officer:me')),
    [['wrong-value', 'statements[0].subject', 'expected a reference such as']]],
  ['an id that stands twice', changed((good) => good.conflicts.push(good.conflicts[0])),
    [['duplicate-id', (good) => `conflicts[${good.conflicts.length}].id`, 'that conflicts[0] does not have']]],
  ['a model that is its own base', changed(({ models: [first] }) => (first.base = first.id)),
    [['loop', 'models[0].base', 'it leads back to itself']]],
  ['places that lie in each other', changed(({ places: [, one, other] }) => {
    one.parents = [other.id];
    other.parents = [one.id];
  }), [['loop', 'places[1].parents', 'it leads back'], ['loop', 'places[2].parents', 'it leads back']]],
  ['figures that restate each other', changed(({ observations: [one, other] }) => {
    one.restates = other.id;
    other.restates = one.id;
  }), [['loop', 'observations[0].restates', 'it leads back'], ['loop', 'observations[1].restates', 'it leads back']]],

  // --- Too much of it -------------------------------------------------------------------
  ['a thousand mistakes of one kind, and one of another', changed((good) => {
    good.conflicts = repeat(1_000, (index) => ({ id: `c-${index}`, what: 'x', between: [] }));
    good.events[0].kind = 'fair';
  }), [['unknown-word', 'events[0].kind', 'found "fair"'],
    ['wrong-value', 'conflicts[98].between', 'expected a list of at least two references'],
    ['more', '', '901 more problems are not listed, 901 of them errors']], { others: true }],
  ['many texts of a megabyte', changed((good) => {
    const text = 'n'.repeat(1_000_000);
    good.conflicts = repeat(10_000, (index) => ({ id: `c-${index}`, what: text, between: [] }));
  }), [['too-large', /^conflicts\[\d+\]\.\w+$/, 'found more than 20,000,000 bytes of text, expected fewer']]],
  ['shared lists that unfold to billions', changed((good) => {
    const leaf = Object.fromEntries(repeat(100, (index) => [`n${index}`, index]));
    const row = { id: 'same', what: leaf, between: repeat(1_000, () => leaf) };
    good.conflicts = repeat(50_000, () => row);
  }), [['too-large', /^conflicts\[\d+\]/, 'found more than 1,000,000 values and names, expected fewer']]],
].map(([name, make, problems, { others = false } = {}]) => ({ name, make, problems, others }));

/** Datasets that are odd, and can be drawn. */
export const oddDatasets = [
  ['no fact at all', changed((good) => {
    for (const table of ['conflicts', 'statements', 'events', 'observations', 'partners', 'models', 'metrics', 'sources']) {
      good[table] = [];
    }
  })],
  ['no prototype anywhere', (good) => JSON.parse(JSON.stringify(good), (_, value) => (
    value && typeof value === 'object' && !Array.isArray(value) ? Object.assign(Object.create(null), value) : value))],
  ['frozen', (good) => Object.freeze(good)],
  ['of another realm, as proxies', (good) => new Proxy(good, {})],
  ['symbols beside the names', changed((good) => (good.models[0][Symbol('colour')] = 'red'))],
  ['minus nought', figure('value', -0)],
  ['the largest figures', changed(({ observations }) => observations.forEach((row, index) => {
    row.value = index % 2 ? 1e15 : -1e15;
  }))],
  ['the smallest figures', changed(({ observations }) => observations.forEach((row) => (row.value = 5e-324)))],
  ['all of our years', changed(({ observations, events }) => [...observations, ...events].forEach((row, index) => {
    row.period = index % 3
      ? { from: '0001-01-01', to: '9999-12-31', precision: 'span', basis: 'inferred' }
      : { from: index % 2 ? '9999-12-31' : null, to: index % 2 ? null : '0001-01-01', precision: 'span', basis: 'inferred' };
  }))],
  ['markup in every text', changed((good) => {
    const markup = '</text></svg><script>alert(1)</script><img src=x onerror=alert(1)>&amp;"\'';
    good.about.brand.name = good.about.note = good.about.language = markup;
    for (const row of good.sources) row.title = row.publisher = markup;
    for (const row of [...good.places, ...good.models, ...good.metrics, ...good.partners]) row.name = markup;
    for (const row of good.metrics) row.unit = markup;
    for (const row of good.observations) row.term = row.note = row.method = markup;
    for (const row of good.events) row.title = markup;
  })],
  ['texts as long as they may be', changed((good) => {
    for (const row of [...good.places, ...good.models, ...good.partners]) row.name = 'W'.repeat(4_000);
    for (const row of good.sources) row.title = 'w '.repeat(2_000);
    for (const row of good.events) row.title = '\u202e\u0661'.repeat(800);
    for (const row of good.observations) row.term = '路'.repeat(1_333);
  })],
  ['control characters', changed((good) => {
    for (const row of [...good.places, ...good.models]) row.name = `a\u0000\u0001\u001b[31m\ufffe\uffff\u2028${row.id}`;
  })],
].map(([name, make]) => ({ name, make }));
