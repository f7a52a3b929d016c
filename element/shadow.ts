/** The widget's own DOM, made once. No `innerHTML`, no `style`: strict policies refuse both. */
import { type Language, inEnglish } from './language';
import type { Say } from './say';

export interface Parts {
  /** All that the widget shows; carries the state the stylesheet goes by. */
  root: HTMLElement;
  /**
   * As wide as the widget and of no height: watching the whole would hear the heights that
   * the widget sets itself.
   */
  gauge: HTMLElement;
  /** Over the picture; of a height that is known before there is anything in it. */
  controls: HTMLElement;
  /** The picture, or what stands in for it. */
  picture: HTMLElement;
  /** What is laid over the canvas is placed in here. */
  stage: HTMLElement;
  /** The picture's one tab stop. */
  chart: HTMLElement;
  canvas: HTMLCanvasElement;
  /** Under the picture while a row is selected; of a height that is known, like the controls. */
  panel: HTMLElement;
  spoken: HTMLElement;
  notice: HTMLElement;
  /** Until there is a picture, where the page shows nothing of its own. */
  loading: HTMLElement;
  /** Sentences in the widget's language, once the complete module is there. */
  say: Say;
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
  // An application, because in browse mode a screen reader keeps arrow keys to itself
  // for any other role.
  const chart = make('div', 'chart', {
    part: 'chart', role: 'application', tabindex: '0',
  }, canvas);
  const stage = make('div', 'stage', {}, chart);
  const controls = make('div', 'controls', { part: 'controls', role: 'group' });
  const panel = make('section', 'panel', { part: 'panel' });

  const spoken = make('p', 'spoken', { role: 'status', 'aria-live': 'polite' });
  const notice = make('p', 'notice', { part: 'notice', hidden: '' });
  // Where the page puts nothing into the tag, the slot shows what is in it here.
  const loading = make('p', 'loading');
  const fallback = make('div', 'fallback', {}, make('slot', '', {}, loading));
  const gauge = make('div', 'gauge');
  const picture = make('div', 'picture', {}, fallback, notice, stage);
  const root = make('div', 'root', { part: 'root', 'data-state': 'waiting' },
    gauge, controls, picture, panel, spoken);

  const parts: Parts = {
    root, gauge, controls, picture, stage, chart, canvas, panel, spoken, notice, loading, say: (key) => key,
  };
  name(parts, inEnglish);
  return parts;
}

/** Gives the parts their names, and tells browsers what language the words are in. */
export function name({ root, chart, controls, panel, loading }: Parts, { tag, direction, words }: Language): void {
  root.lang = tag;
  root.dataset['direction'] = direction;
  loading.textContent = words['widget-loading']!;
  chart.setAttribute('aria-roledescription', words['widget-chart']!);
  controls.setAttribute('aria-label', words['widget-controls']!);
  panel.setAttribute('aria-label', words['widget-evidence']!);
}
