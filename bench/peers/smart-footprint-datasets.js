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

/** A day a point, from 1600 on: the rows' form knows nothing shorter than a day. */
export function largeDataset({ values }) {
  const first = Date.UTC(1600, 0, 1);
  return datasetOf(
    [metric('outlets', 'Outlets')],
    Array.from(values, (value, index) => {
      const date = day(first + index * 86_400_000);
      return observation(`o${index}`, 'outlets', Math.round(Math.abs(value)), date);
    }),
  );
}
