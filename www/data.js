'use strict';
// The dataset's tables, its citation and its licence, from the package's own copy.
{
  const chart = document.getElementById('chart').querySelector('smart-footprint');
  const place = document.getElementById('tables');

  /** The tables in reading order: what each holds, and what its rows are called in a Ref. */
  const kinds = [
    ['sources', 'Sources', 'the texts, with titles in our words', 'source'],
    ['observations', 'Observations', 'figures, each as one source gave it', 'observation'],
    ['events', 'Events', 'what happened or is planned', 'event'],
    ['statements', 'Statements', 'what is said and is neither a figure nor an event', 'statement'],
    ['conflicts', 'Conflicts', 'rows that cannot all be right', 'conflict'],
    ['places', 'Places', 'where, and what lies in what', 'place'],
    ['models', 'Models', 'models, concepts, editions and variants', 'model'],
    ['partners', 'Partners', 'people and companies that are named', 'partner'],
    ['metrics', 'Metrics', 'what the figures measure', null],
  ];

  function element(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  function period({ from, to, precision, basis }) {
    const days = from === to ? from ?? 'not told' : `${from ?? 'not told'} to ${to ?? 'not told'}`;
    const told = document.createDocumentFragment();
    told.append(element('span', { className: 'days' }, `${days};`), ` ${precision}, ${basis}`);
    return told;
  }

  /** A cell's content. Texts of a dataset are text, whatever stands in them. */
  function content(value) {
    if (value === null || value === undefined) return '';
    if (value === true || value === false) return value ? 'yes' : 'no';
    if (Array.isArray(value)) return value.join(', ');
    if (typeof value === 'object') return period(value);
    if (/^https?:\/\//.test(value)) return element('a', { href: value, rel: 'noopener' }, value);
    return String(value);
  }

  /** Shows a row in the chart: its panel tells what is known of it. */
  function showInChart(ref) {
    chart.select(ref);
    chart.focus({ preventScroll: true });
    requestAnimationFrame(() => requestAnimationFrame(() => chart.scrollIntoView({ block: 'end' })));
  }

  function idCell(id, refTable) {
    const cell = element('th', { scope: 'row' });
    if (!refTable) {
      cell.append(id);
      return cell;
    }
    const button = element('button', { type: 'button', className: 'row', title: 'Show in the chart' }, id);
    button.addEventListener('click', () => showInChart(`${refTable}:${id}`));
    cell.append(button);
    return cell;
  }

  function table(rows, [name, title, meaning, refTable]) {
    const columns = [...new Set(rows.flatMap(Object.keys))];
    const caption = element('caption', { id: `table-${name}` }, `${title}: ${meaning}`);
    const head = element('tr', {}, ...columns.map((column) => element('th', { scope: 'col' }, column)));
    const body = element('tbody', {}, ...rows.map((row) => element('tr', {}, ...columns.map((column) => (
      column === 'id' ? idCell(row.id, refTable) : element('td', { className: column }, content(row[column])))))));
    const region = element('div', { className: 'scroll', tabIndex: 0 },
      element('table', {}, caption, element('thead', {}, head), body));
    region.setAttribute('role', 'region');
    region.setAttribute('aria-labelledby', caption.id);
    const count = element('span', { className: 'count' }, ` ${rows.length}`);
    return element('details', { id: `rows-${name}` }, element('summary', {}, title, count), region);
  }

  function day(text) {
    if (!text) return 'a day not told';
    const [year, month, date] = text.split('-').map(Number);
    return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
      .format(Date.UTC(year, month - 1, date));
  }

  function citation({ about, sources }) {
    const from = location.protocol.startsWith('http') ? ` ${location.href.split('#')[0]}` : '';
    const titles = sources.map(({ title, published }) =>
      `${title} (${published.from === published.to
      ? day(published.from) : `undated, within ${day(published.from)} to ${day(published.to)}`})`);
    return `smart-footprint (unofficial), dataset of ${day(about.edition)}, ${about.licence}.${from} `
      + `Made from: ${titles.join('; ')}.`;
  }

  function licence(name) {
    const known = { 'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/' };
    return Object.hasOwn(known, name) ? element('a', { href: known[name], rel: 'license noopener' }, name) : name;
  }

  function fill(tables) {
    place.replaceChildren(...kinds.map((kind) => table(tables[kind[0]], kind)));
    document.getElementById('citation').textContent = citation(tables);
    document.getElementById('licence').replaceChildren(licence(tables.about.licence));
    document.getElementById('edition').textContent = day(tables.about.edition);
    document.getElementById('note').textContent = tables.about.note;
  }

  if (globalThis.smartFootprint) {
    smartFootprint.dataset().then(fill, (error) => {
      place.textContent = `The tables cannot be shown. ${error.message}`;
    });
  } else {
    place.textContent = 'pkg/standalone.js is not where this page looks for it: ../pkg/ beside its folder.';
  }
}
