/**
 * The controls over the picture: views, time, filters. Views are a group of radio buttons that
 * look like tabs: what is chosen is an option of the widget, and browsers give the keys, in
 * both directions of writing. The picture is no tab panel, for it has keys of its own.
 */
import type { Choice, Choices, OptionTexts } from '#core';
import type { Parts } from './shadow';
import type { Tools } from './tools';
import type { State } from './types/index.js';

export interface ControlActions {
  change(options: OptionTexts): void;
  play(): void;
  /** Shows all of the time there is. */
  wholeTime(): void;
}

/** The filters that are lists: none chosen means all. */
const lists = ['sources', 'qualifiers', 'kinds'] as const;

export class Controls {
  readonly #parts: Parts;
  readonly #actions: ControlActions;
  readonly #listen: AbortSignal;
  readonly #views: HTMLElement;
  readonly #play: HTMLButtonElement;
  readonly #time: HTMLButtonElement;
  readonly #filters: HTMLButtonElement;
  readonly #reset: HTMLButtonElement;
  readonly #region: HTMLElement;
  readonly #fields: HTMLElement;
  #offered = '';

  constructor(parts: Parts, actions: ControlActions, tools: Tools, signal: AbortSignal) {
    this.#parts = parts;
    this.#actions = actions;
    this.#listen = signal;
    this.#views = this.#make('fieldset', 'views');
    this.#play = this.#button('tool play', this.#parts.say('element-play'), () => actions.play());
    this.#time = this.#button('tool', this.#parts.say('element-whole-time'), () => actions.wholeTime());
    this.#filters = this.#button('tool', this.#parts.say('element-filters'), () => this.#toggle());
    this.#filters.setAttribute('aria-expanded', 'false');
    const choosing = this.#make('div', 'tools');
    choosing.append(this.#play, this.#time, this.#filters);

    this.#region = this.#make('div', 'filters');
    this.#region.hidden = true;
    this.#region.setAttribute('role', 'group');
    this.#region.setAttribute('aria-label', this.#parts.say('element-filters'));
    this.#fields = this.#make('div', 'filter-fields');
    this.#reset = this.#button('tool', this.#parts.say('element-reset'), () => {
      actions.change({ sources: null, qualifiers: null, kinds: null, place: null });
    });
    this.#region.append(this.#fields, this.#reset);
    this.#region.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      this.#toggle();
      this.#filters.focus();
    }, { signal });

    const bar = this.#make('div', 'bar');
    bar.append(this.#views, choosing, tools.element);
    parts.controls.replaceChildren(bar, this.#region);
  }

  /** The controls as the state has it. */
  show(
    choices: Choices, state: State, time: { playable: boolean; narrowed: boolean },
    placeName: (id: string) => string,
  ): void {
    const offered = JSON.stringify(choices);
    if (offered !== this.#offered) this.#offer(choices);
    this.#offered = offered;

    for (const radio of this.#views.querySelectorAll('input')) radio.checked = radio.value === state.view;
    let active = 0;
    for (const box of this.#fields.querySelectorAll('input')) {
      box.checked = asList(state[box.name as (typeof lists)[number]]).includes(box.value);
    }
    for (const count of this.#fields.querySelectorAll<HTMLElement>('.count')) {
      const chosen = asList(state[count.dataset['of'] as (typeof lists)[number]]).length;
      count.textContent = chosen > 0 ? this.#parts.say('element-count-of', { count: chosen, all: Number(count.dataset['all']) }) : this.#parts.say('element-all');
      if (chosen > 0) active += 1;
    }
    const place = this.#fields.querySelector('select');
    if (place) {
      showPlace(place, state.place ?? 'world', placeName);
      if (place.selectedIndex !== 0) active += 1;
    }
    this.#filters.textContent = active > 0 ? this.#parts.say('element-filters-active', { count: active }) : this.#parts.say('element-filters');
    setDisabled(this.#reset, active === 0);
    this.#play.hidden = !time.playable;
    setDisabled(this.#time, !time.narrowed);
  }

  played(plays: boolean): void {
    this.#play.textContent = plays ? this.#parts.say('element-pause') : this.#parts.say('element-play');
    this.#play.toggleAttribute('data-plays', plays);
  }

  #toggle(): void {
    this.#region.hidden = !this.#region.hidden;
    this.#filters.setAttribute('aria-expanded', String(!this.#region.hidden));
  }

  /** Makes the fields anew: another dataset has other sources. */
  #offer(choices: Choices): void {
    const legend = this.#make('legend', 'unseen', this.#parts.say('element-view'));
    this.#views.replaceChildren(legend, ...choices.views.map((choice) => this.#choice(choice, 'radio', 'view',
      () => this.#actions.change({ view: choice.id }))));

    const fields = lists.filter((name) => choices[name].length > 1).map((name) => {
      const field = this.#make('fieldset', 'filter');
      const legend = this.#make('legend', 'filter-name', this.#parts.say(`element-only-${name}`));
      const count = this.#make('span', 'count');
      count.dataset['of'] = name;
      count.dataset['all'] = String(choices[name].length);
      legend.append(' ', count);
      const checks = this.#make('div', 'checks');
      checks.append(...choices[name].map((choice) => this.#choice(choice, 'checkbox', name, () => {
        const chosen = [...field.querySelectorAll('input')].filter((box) => box.checked);
        this.#actions.change({ [name]: chosen.map((box) => box.value).join(' ') || null });
      })));
      field.toggleAttribute('data-many', choices[name].length > 8);
      field.append(legend, checks);
      return field;
    });
    this.#fields.replaceChildren(...fields);
    if (choices.places.length > 1) this.#fields.append(this.#place(choices.places));
  }

  #place(places: readonly Choice[]): HTMLElement {
    const label = this.#make('label', 'filter');
    const select = this.#make('select', 'place');
    for (const { id, label: text } of places) {
      const option = this.#make('option', '', text);
      option.value = id;
      select.append(option);
    }
    select.addEventListener('change', () => {
      this.#actions.change({ place: select.value === places[0]?.id ? null : select.value });
    }, { signal: this.#listen });
    label.append(this.#make('span', 'filter-name', this.#parts.say('element-place')), select);
    return label;
  }

  #choice(choice: Choice, type: 'radio' | 'checkbox', name: string, chosen: () => void): HTMLElement {
    const label = this.#make('label', type === 'radio' ? 'view' : 'check');
    const input = this.#make('input', '');
    Object.assign(input, { type, name, value: choice.id });
    input.addEventListener('change', chosen, { signal: this.#listen });
    label.append(input, this.#make('span', '', choice.label));
    return label;
  }

  #button(name: string, text: string, press: () => void): HTMLButtonElement {
    const made = this.#make('button', name, text);
    made.type = 'button';
    made.addEventListener('click', () => {
      if (made.getAttribute('aria-disabled') !== 'true') press();
    }, { signal: this.#listen });
    return made;
  }

  #make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, name: string, text = ''): HTMLElementTagNameMap[Tag] {
    const made = this.#parts.controls.ownerDocument.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    return made;
  }
}

/** The host may have named a place that is not offered: it stands at the end while it is chosen. */
function showPlace(select: HTMLSelectElement, id: string, name: (id: string) => string): void {
  for (const option of [...select.options]) if (option.dataset['unoffered'] && option.value !== id) option.remove();
  select.value = id;
  if (select.selectedIndex >= 0) return;
  const option = select.ownerDocument.createElement('option');
  option.dataset['unoffered'] = 'true';
  option.value = id;
  option.textContent = name(id);
  select.append(option);
  select.value = id;
}

/** Not by the property, which would take the focus away from a button that has just done its work. */
function setDisabled(button: HTMLButtonElement, disabled: boolean): void {
  button.setAttribute('aria-disabled', String(disabled));
}

function asList(value: State['sources']): readonly string[] {
  if (typeof value === 'string') return value.split(/[\s,]+/).filter(Boolean);
  return value ?? [];
}
