/** All that a reader acts with: looking at marks, selecting rows, controls. */
import type { Layout, OptionTexts } from '#core';
import { Announcer } from './announcer';
import { Card } from './card';
import { Controls } from './controls';
import type { Exports } from './exports';
import type { FootprintError } from './errors';
import { FullScreen } from './full-screen';
import { hear } from './hearing';
import { Inspection } from './inspection';
import css from './interactive.css';
import { KeysHelp } from './keys-help';
import { Naming } from './naming';
import { Panel } from './panel';
import type { Picture } from './picture';
import type { Size } from './placing';
import printed from './printed.css';
import { Rings } from './rings';
import { addSaveTool } from './save';
import type { Parts } from './shadow';
import type { WidgetStyles } from './stylesheet';
import { TimelineHandles } from './timeline';
import { TableTool } from './table-tool';
import { Tools } from './tools';
import type { Mark, Ref } from './types/index.js';

/** What the interactive part needs from its widget. */
export interface Owner {
  readonly parts: Parts;
  readonly styles: WidgetStyles;
  readonly exports: Exports;
  picture(): Picture | undefined;
  size(): Size;
  /** The reader's wish: reflected, shared and drawn. */
  change(options: OptionTexts): void;
  guard(work: () => void): void;
  outward(mark: Mark): Mark;
  tell(event: 'footprint-hover' | 'footprint-select', mark: Mark | undefined): void;
  /** Tells of what a reader asked for and cannot have; the picture stays. */
  tellFailure(why: FootprintError): void;
}

export class Interactive {
  readonly inspection: Inspection;
  /** What a reader can do with the whole picture; shown at the end of the controls. */
  readonly tools: Tools;
  readonly #owner: Owner;
  readonly #controls: Controls;
  readonly #table: TableTool;
  readonly #fullScreen: FullScreen;
  readonly #timeline: TimelineHandles;
  readonly #card: Card;
  readonly #naming: Naming;
  readonly #announcer: Announcer;
  readonly #keysHelp: KeysHelp;
  readonly #life = new AbortController();
  #stopHearing: () => void = () => {};
  #choices: ReturnType<Picture['choices']> | undefined;
  #filters = '';
  #datasets = 0;
  #language: string | null | undefined;
  #finding: string | undefined;

  constructor(owner: Owner) {
    this.#owner = owner;
    const { parts, styles } = owner;
    const { signal } = this.#life;
    styles.wear(css + printed);
    const rings = new Rings(parts.root.ownerDocument);
    parts.chart.append(rings.element);
    this.#card = new Card(parts, styles);
    this.#naming = new Naming(parts, signal);
    this.#announcer = new Announcer(parts.spoken);
    const panel = new Panel(parts, {
      go: (ref) => this.#guard(() => this.inspection.input({ type: 'select', ref })),
      close: () => {
        this.#guard(() => this.inspection.input({ type: 'select', ref: null }));
        parts.chart.focus({ preventScroll: true });
      },
    });
    this.inspection = new Inspection({
      picture: owner.picture,
      size: owner.size,
      filters: () => this.#filters,
      selected: (selected) => {
        owner.change({ selected });
        this.#table.select(selected);
      },
      outward: owner.outward,
      tell: owner.tell,
      say: (text, isHeld) => this.#announcer.say(text, isHeld),
    }, parts, { card: this.#card, panel, rings });
    const change = (options: OptionTexts) => owner.change(options);
    this.#timeline = new TimelineHandles(parts, styles, {
      change,
      isMark: ({ x, y }) => (owner.picture()?.markAt(x, y) ?? -1) >= 0,
      played: (plays) => this.#controls.played(plays),
    }, signal);
    this.tools = new Tools(parts.root.ownerDocument, signal);
    this.#fullScreen = new FullScreen(parts, this.tools, signal);
    addSaveTool(this.tools, parts, styles, owner.exports, signal);
    this.#table = new TableTool({
      parts,
      styles,
      listing: () => owner.picture()?.listing(),
      language: () => this.#language,
      select: (ref) => this.select(ref),
      guard: owner.guard,
      failed: owner.tellFailure,
    }, this.tools, signal);
    const keysTool = this.tools.add({
      name: 'keys', label: parts.say('element-keys'), opens: 'dialog', press: () => this.#keysHelp.toggle(keysTool.element),
    });
    this.#keysHelp = new KeysHelp(parts, { opened: (isOpen) => keysTool.setOpen(isOpen) }, signal);
    this.#controls = new Controls(parts, {
      change,
      play: () => this.#timeline.toggle(),
      wholeTime: () => this.#timeline.reset(),
    }, this.tools, signal);
    this.enterDocument();
  }

  /** Listens in the document that the widget is in. */
  enterDocument(): void {
    this.#fullScreen.enterDocument();
    this.#stopHearing();
    this.#stopHearing = hear({
      parts: this.#owner.parts,
      card: this.#card,
      inspection: this.inspection,
      timeline: this.#timeline,
      picture: this.#owner.picture,
      help: () => this.#keysHelp.toggle(this.#owner.parts.chart),
      hush: () => this.#announcer.hush(),
      guard: this.#owner.guard,
    });
  }

  /** What is moved loses the focus, and not every browser tells it. */
  moved(): void {
    const { activeElement } = this.#owner.parts.root.getRootNode() as ShadowRoot;
    if (!activeElement && this.inspection.isFocused) this.#guard(() => this.inspection.input({ type: 'blur' }));
  }

  /** Another dataset has other things to choose. */
  forgetChoices(): void {
    this.#choices = undefined;
    this.#datasets += 1;
  }

  /** The picture was drawn. */
  refresh(picture: Picture, layout: Layout): void {
    const { state } = layout;
    this.#choices ??= picture.choices();
    this.#filters = JSON.stringify([state.sources, state.publishedBy, this.#datasets]);
    this.#timeline.show(layout.timeline ?? null);
    // What plays can be paused, or does not play.
    if (!state.controls) this.#timeline.pause();
    if (state.controls) {
      const placeName = (id: string) => picture.dossier(`place:${id}`)?.title ?? id;
      this.#controls.show(this.#choices, state, this.#timeline, placeName);
    }
    this.inspection.refresh();
    this.#language = state.lang;
    this.#table.refresh(state.selected ?? null);
    this.#naming.show(layout);
    this.#tellFinding(layout.finding);
  }

  /** To who has just changed what is shown, and is still at what changed it. */
  #tellFinding(finding: string): void {
    const { root } = this.#owner.parts;
    const isFirst = this.#finding === undefined;
    if (finding === this.#finding) return;
    this.#finding = finding;
    const { activeElement } = root.getRootNode() as ShadowRoot;
    if (isFirst) this.#autofocus();
    else if (activeElement && root.contains(activeElement)) this.#announcer.say(finding, true);
  }

  /** The browser looks for what has it when there is no picture yet that could be in focus. */
  #autofocus(): void {
    const { host, ownerDocument: document } = this.#owner.parts.root.getRootNode() as ShadowRoot;
    const isFree = !document.activeElement || document.activeElement === document.body;
    if (isFree && host.hasAttribute('autofocus')) (host as HTMLElement).focus();
  }

  select(ref: Ref | null): void {
    this.inspection.input({ type: 'select', ref });
  }

  destroy(): void {
    this.#stopHearing();
    this.#table.destroy();
    this.#announcer.hush();
    this.#life.abort();
    const { stage, chart, canvas, spoken } = this.#owner.parts;
    chart.replaceChildren(canvas);
    stage.replaceChildren(chart);
    spoken.textContent = '';
  }

  #guard(work: () => void): void {
    this.#owner.guard(work);
  }
}
