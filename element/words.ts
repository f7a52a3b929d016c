/** What the element itself says to readers; all that is said of the data comes from the core. */
export const words = {
  close: 'Close',
  chart: 'interactive chart',
  evidence: 'Evidence',
  controls: 'Controls',
  loading: 'The chart is loading.',
};

const reasons: Record<string, string> = {
  'no-webassembly': 'this browser does not run WebAssembly.',
  'wasm-blocked': 'the security policy of this page does not let it start.',
  'wasm-missing': 'a file it needs could not be loaded.',
  'script-missing': 'a part of its script could not be loaded; load the page again.',
  offline: 'there is no network.',
  'wasm-broken': 'a file it needs arrived damaged or belongs to another version.',
  'no-context': 'this browser gave it nothing to draw on.',
  dataset: 'its data has errors.',
};
const noSource = 'its data could not be loaded.';

/** One sentence for a reader in place of the picture. */
export function failureSentence(code: string): string {
  return `This chart cannot be shown: ${
    reasons[code] ?? (code.startsWith('src-') ? noSource : 'it stopped by a fault of its own.')}`;
}
