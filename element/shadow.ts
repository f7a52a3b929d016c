/** The widget's own DOM, made once. No `innerHTML`, no `style`: strict policies refuse both. */
import { words } from './words';

export interface Parts {
  /** All that the widget shows; carries the state the stylesheet goes by. */
  root: HTMLElement;
  /**
   * As wide as the widget and of no height: watching the whole would hear the heights that
   * the widget sets itself.
   */
  gauge: HTMLElement;
  /** The one tab stop. */
  chart: HTMLElement;
  canvas: HTMLCanvasElement;
  /** Round the mark under the pointer or in focus. */
  ring: HTMLElement;
  /** Round the mark that is selected. */
  keptRing: HTMLElement;
  card: HTMLElement;
  cardTitle: HTMLElement;
  cardRows: HTMLElement;
  cardClose: HTMLElement;
  spoken: HTMLElement;
  notice: HTMLElement;
}

export function makeParts(document: Document): Parts {
  const make = <Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag, name: string, attributes: Record<string, string> = {}, ...children: Element[]
  ): HTMLElementTagNameMap[Tag] => {
    const made = document.createElement(tag);
    made.className = name;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  const canvas = make('canvas', 'canvas', { part: 'canvas', 'aria-hidden': 'true' });
  const ring = make('div', 'ring', { part: 'ring', hidden: '' });
  const keptRing = make('div', 'ring kept', { part: 'ring', hidden: '' });
  // An application, because in browse mode a screen reader keeps arrow keys to itself
  // for any other role.
  const chart = make('div', 'chart', {
    part: 'chart', role: 'application', tabindex: '0', 'aria-roledescription': words.chart,
  }, canvas, keptRing, ring);

  const cardTitle = make('p', 'card-title');
  const cardClose = make('button', 'card-close', { type: 'button', 'aria-label': words.close });
  const cardRows = make('dl', 'card-rows');
  const card = make('section', 'card', { part: 'card', 'aria-label': words.evidence, hidden: '' },
    make('div', 'card-head', {}, cardTitle, cardClose), cardRows);

  const spoken = make('p', 'spoken', { role: 'status', 'aria-live': 'polite' });
  const notice = make('p', 'notice', { part: 'notice', hidden: '' });
  const fallback = make('div', 'fallback', {}, document.createElement('slot'));
  const gauge = make('div', 'gauge');
  const root = make('div', 'root', { part: 'root', 'data-state': 'waiting' },
    gauge, fallback, notice, chart, card, spoken);

  return {
    root, gauge, chart, canvas, ring, keptRing, card, cardTitle, cardRows, cardClose, spoken,
    notice,
  };
}
