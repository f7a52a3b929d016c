/** Files for the reader, made on the page. */

/** How long a browser may take until it has begun to read what it is to save, in milliseconds. */
const patience = 40_000;

/** Whether a frame round the page is known to refuse downloads; `undefined` where that cannot be known. */
export function refusesDownloads(view: Window): boolean | undefined {
  for (let at: Window = view; at !== at.parent; at = at.parent) {
    const sandbox = frameOf(at)?.sandbox;
    if (!sandbox) return undefined;
    if (sandbox.length > 0 || frameOf(at)?.hasAttribute('sandbox')) {
      if (!sandbox.contains('allow-downloads')) return true;
    }
  }
  return false;
}

/** `null` for a page of another origin. */
function frameOf(view: Window): HTMLIFrameElement | null {
  try {
    return view.frameElement as HTMLIFrameElement | null;
  } catch {
    return null;
  }
}

export function download(document: Document, name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click(); // in no document: no listener of the page hears it
  setTimeout(() => URL.revokeObjectURL(address), patience);
}

/** Letters, digits and hyphens, whatever the parts hold: `smart-footprint-growth-2026-06-30.png`. */
export function fileName(parts: readonly (string | null | undefined)[], ending: string): string {
  const plain = (part: string) => part.normalize('NFKD').replace(/\p{Mark}/gu, '').toLowerCase()
    .replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60);
  return `${parts.map((part) => plain(part ?? '')).filter(Boolean).join('-')}.${ending}`;
}
