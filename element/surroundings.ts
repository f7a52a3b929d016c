/** What the page round the widget says: theme, colours, font, language. */
import type { Environment } from '#core';
import { pageColors } from './page-colors';
import type { Parts } from './shadow';

const systemFonts =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/**
 * All of it that a picture depends on. `known` are the colours of each theme, for as long as none
 * was seen to change: where they are known, nothing has to be written to read them.
 */
export function environment(
  host: HTMLElement, { root, gauge }: Parts, width: number, theme: string | null | undefined,
  known = new Map<boolean, Float64Array>(),
): Environment {
  const style = getComputedStyle(host);
  const dark = isDark(host, style, theme);
  const font = fontFamily(style);
  const direction = style.direction === 'rtl' ? 'rtl' : 'ltr';
  const scale = scaleOf(root, width);
  let colors = known.get(dark);
  if (!colors) {
    showTheme(root, dark);
    colors = pageColors(gauge);
    known.set(dark, colors);
  }
  return { width, scale, dark, font, direction, colors };
}

/** The parts round the picture take the theme. */
export function showTheme(root: HTMLElement, dark: boolean): void {
  const name = dark ? 'dark' : 'light';
  if (root.dataset['theme'] !== name) root.dataset['theme'] = name;
}

/** At twice the size a picture is laid out in half the width; below this no view can be. */
const leastWidth = 160;

/** How much larger the reader's letters are than usual, as far as the picture can follow. */
function scaleOf(root: HTMLElement, width: number): number {
  return Math.max(1, Math.min(parseFloat(getComputedStyle(root).fontSize) / 16, width / leastWidth));
}

function fontFamily(style: CSSStyleDeclaration): string {
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

/**
 * Whether the theme is the dark one. A page that is written for one scheme alone has that one;
 * else the reader's wish counts.
 */
export function isDark(
  host: HTMLElement, { colorScheme }: CSSStyleDeclaration, theme: string | null | undefined,
): boolean {
  if (theme === 'dark' || theme === 'light') return theme === 'dark';
  const dark = colorScheme.includes('dark');
  return dark === colorScheme.includes('light') ? prefersDark(host.ownerDocument.defaultView!) : dark;
}

const darkQuery = '(prefers-color-scheme: dark)';

function prefersDark(view: Window): boolean {
  return view.matchMedia(darkQuery).matches;
}

export function watchDark(view: Window, changed: () => void): () => void {
  const query = view.matchMedia(darkQuery);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** Hears when the page itself changes its language, as one that is never loaded anew does. */
export function watchLanguage(document: Document, changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['lang'] });
  return () => observer.disconnect();
}

/**
 * A font that arrives late has other widths than the one that stood in. WebKit does not tell it; that of a
 * zero is in the stylesheet, where a change of it starts a transition.
 */
export function watchFonts(root: HTMLElement, changed: () => void): () => void {
  const { fonts } = root.ownerDocument;
  const widened = ({ propertyName }: TransitionEvent) => {
    if (propertyName === 'word-spacing') changed();
  };
  fonts.addEventListener('loadingdone', changed);
  root.addEventListener('transitionrun', widened);
  return () => {
    fonts.removeEventListener('loadingdone', changed);
    root.removeEventListener('transitionrun', widened);
  };
}
