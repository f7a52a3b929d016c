/** Datasets of a host's own, in the form of the package's `dataset.schema.json`. */

const day = (time) => new Date(time).toISOString().slice(0, 10);

const onDay = (date, basis) => ({ from: date, to: date, precision: 'day', basis });

function datasetOf(metrics, observations) {
  const published = onDay('2026-07-01', 'stated');
  return {
    about: {
      schema: 1, edition: '2026-07-01', language: 'en', brand: { name: 'Example' },
      licence: 'CC0-1.0', note: 'Figures for measuring.',
    },
    sources: [{
      id: 'report', publisher: 'Example', title: 'A report', kind: 'newsroom', published,
    }],
    places: [{ id: 'world', name: 'World', kind: 'world', parents: [] }],
    metrics,
    observations,
    events: [],
    statements: [],
    models: [],
    partners: [],
    conflicts: [],
  };
}

const metric = (id, name) => ({ id, name, unit: id, kind: 'stock', definition: `${name} held.` });

const observation = (id, of, value, date) => ({
  id, metric: of, place: 'world', value, qualifier: 'exact', period: onDay(date, 'stated'),
  term: of, source: 'report',
});

export function smallDataset({ times, series }) {
  const ids = ['markets', 'outlets'];
  return datasetOf(
    series.map(({ name }, which) => metric(ids[which], name)),
    series.flatMap(({ values }, which) => values
      .map((value, index) => [value, day(times[index])])
      .filter(([value]) => value !== null)
      .map(([value, date]) => observation(`${ids[which]}-${date}`, ids[which], value, date))),
  );
}

/** Rows, a day a point from 1600 on: they know nothing shorter than a day. */
export function rowsDataset({ values }) {
  const first = Date.UTC(1600, 0, 1);
  return datasetOf(
    [metric('outlets', 'Outlets')],
    Array.from(values, (value, index) => {
      const date = day(first + index * 86_400_000);
      return observation(`o${index}`, 'outlets', Math.round(Math.abs(value)), date);
    }),
  );
}

/** The same numbers as everybody's, as columns: no array is made for it. */
export function largeDataset({ times, values }) {
  return {
    ...datasetOf([metric('outlets', 'Outlets')], []),
    columns: [{
      id: 'walk', metric: 'outlets', place: 'world', source: 'report', time: times, value: values,
    }],
  };
}

/** All markets in one block: `time` and `value` one market after the other, `codes` which one it is. */
export function marketsDataset({ time, value, codes, count }) {
  const dictionary = Array.from({ length: count }, (_, market) => `market-${market}`);
  const dataset = datasetOf([metric('outlets', 'Outlets')], []);
  for (const id of dictionary) {
    dataset.places.push({ id, name: `Market ${id.slice(7)}`, kind: 'region', parents: ['world'] });
  }
  return {
    ...dataset,
    columns: [{
      id: 'daily', metric: 'outlets', place: { dictionary, codes }, source: 'report', time, value,
    }],
  };
}
