import { FootprintError, asFootprintError, destroyedError } from './errors';
import { readOptions } from './options';
import type { PngOptions, Ref, ViewOptions, Widget } from './types/index.js';
import { FootprintWidget } from './widget';

export async function mount(target: Element, options?: ViewOptions | null): Promise<Widget> {
  if (typeof document === 'undefined') {
    throw new FootprintError('no-dom', 'mount() needs a document; renderSvg() does without.');
  }
  // By its kind and not by its class, for it may be of another document.
  if ((target as Element | null)?.nodeType !== 1) {
    throw new FootprintError('options', `mount() needs an element, and was given ${String(target)}.`);
  }
  const given = readOptions(options);
  const host = target.ownerDocument.createElement('div');
  const widget = new FootprintWidget(
    host, host.attachShadow({ mode: 'open', delegatesFocus: true }),
  );
  apply(widget, given);
  target.append(host);
  widget.enterDocument();
  const drawn = widget.drawn();
  void widget.start();
  await drawn;
  return handle(widget, host);
}

function apply(widget: FootprintWidget, { texts, dataset }: ReturnType<typeof readOptions>): void {
  widget.setOptions(texts);
  if (dataset !== undefined) widget.setDataset(dataset);
}

function handle(widget: FootprintWidget, host: Element): Widget {
  const alive = () => {
    if (widget.destroyed) throw destroyedError();
    return widget;
  };
  const answered = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    try {
      return await answer;
    } catch (error) {
      alive(); // it may have been destroyed meanwhile
      throw asFootprintError(error);
    }
  };
  return {
    ready: widget.ready,
    async update(options: ViewOptions) {
      alive();
      const given = readOptions(options);
      apply(alive(), given); // reading may have destroyed it
      await widget.redrawn();
    },
    marks: () => alive().marks(),
    focusMark: (id: string) => alive().focusMark(id),
    select: (ref: Ref | null) => alive().select(ref),
    state: () => alive().state(),
    toSvg: async () => answered(alive().toSvg()),
    toCsv: async () => answered(alive().toCsv()),
    toPng: async (options?: PngOptions) => answered(alive().toPng(options)),
    destroy() {
      widget.destroy();
      host.remove();
    },
  };
}
