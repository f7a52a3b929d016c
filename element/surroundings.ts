/** What the page round the widget says: theme, font, language. */
const systemFonts =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

export function fontFamily(style: CSSStyleDeclaration): string {
  return style.getPropertyValue('--footprint-font-family').trim() || systemFonts;
}

/** The `lang` of the nearest ancestor that has one, through shadow roots. */
export function nearestLanguage(host: Element): string | null {
  for (let at: Element | null = host; at;) {
    const found: Element | null = at.closest('[lang]');
    if (found) return found.getAttribute('lang');
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}

const darkQuery = '(prefers-color-scheme: dark)';

export function prefersDark(view: Window): boolean {
  return view.matchMedia(darkQuery).matches;
}

export function watchDark(view: Window, changed: () => void): () => void {
  const query = view.matchMedia(darkQuery);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** A font that arrives late has other widths than the one that stood in. */
export function watchFonts(document: Document, changed: () => void): () => void {
  document.fonts.addEventListener('loadingdone', changed);
  return () => document.fonts.removeEventListener('loadingdone', changed);
}
