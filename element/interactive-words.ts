/** What controls and panel say to readers; all that is said of the data comes from the core. */
export const words = {
  back: 'Back',
  close: 'Close',
  view: 'View',
  start: 'start',
  end: 'end',
  play: 'Play',
  pause: 'Pause',
  wholeTime: 'All dates',
  filters: 'Filters',
  reset: 'Reset filters',
  all: 'all',
  place: 'Figures for',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',
  only: { sources: 'Sources', qualifiers: 'Figures', kinds: 'Events' },
  filtersActive: (count: number): string => `Filters (${count})`,
  countOf: (count: number, all: number): string => `${count} of ${all}`,
  unknownRow: (ref: string): string => `The dataset has no row called \u201c${ref}\u201d.`,
  selected: (title: string): string => `Selected: ${title}. More in the evidence below.`,
  save: 'Save',
  savePng: 'Picture as PNG',
  saveSvg: 'Picture as SVG',
  saveCsv: 'Facts as CSV',
  saveJson: 'Settings as JSON',
  copyCode: 'Copy embed code',
  copyCitation: 'Copy citation',
  saved: 'Saved as {name}.',
  savedPerhaps: 'Saved as {name}. Where nothing arrives, the page round this frame allows no downloads.',
  downloadRefused: 'The page round this frame allows no downloads.',
  notSaved: 'This could not be made.',
  copied: 'Copied.',
  copyByHand: 'The clipboard is not open to this page. The text is selected: copy it from here.',
};

/** A text with what stands in its `{places}`. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
