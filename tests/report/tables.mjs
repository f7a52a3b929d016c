// Tables of the report, and the figures in them.

export const number = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** Text in a cell of a table or in a list, where some characters mean something. */
export const cell = (text) => text.replaceAll('|', '\\|').replaceAll('<', '\\<').replaceAll('\n', ' ');

/** Seconds, as people say them. */
export function duration(seconds) {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

/** A table; columns whose head ends with a colon are of figures. */
export function table(heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(heads.map((head) => head.replace(/:$/, ''))), line(heads.map((head) => (head.endsWith(':') ? '---:' : '---'))), ...rows.map(line)].join('\n');
}
