import { FootprintError, asFootprintError } from './errors';
import { optionTexts } from './options';
import type { Ref, ViewOptions, Widget } from './types/index.js';
import { FootprintWidget } from './widget';

export async function mount(target: Element, options: ViewOptions = {}): Promise<Widget> {
  if (typeof document === 'undefined') {
    throw new FootprintError('no-dom', 'mount() needs a document; renderSvg() does without.');
  }
  const host = target.ownerDocument.createElement('div');
  const widget = new FootprintWidget(
    host, host.attachShadow({ mode: 'open', delegatesFocus: true }),
  );
  apply(widget, options);
  target.append(host);
  widget.enterDocument();
  const drawn = widget.drawn();
  void widget.start();
  await drawn;
  return handle(widget, host);
}

function apply(widget: FootprintWidget, options: ViewOptions): void {
  widget.setOptions(optionTexts(options));
  if (options.dataset !== undefined) widget.setDataset(options.dataset);
}

function handle(widget: FootprintWidget, host: Element): Widget {
  const alive = () => {
    if (widget.destroyed) throw new FootprintError('destroyed', 'The widget was destroyed.');
    return widget;
  };
  return {
    ready: widget.ready,
    async update(options: ViewOptions) {
      apply(alive(), options);
      await widget.drawn();
    },
    marks: () => alive().marks(),
    focusMark: (id: string) => alive().focusMark(id),
    select: (ref: Ref | null) => alive().select(ref),
    state: () => alive().state(),
    async toSvg() {
      try {
        return await alive().toSvg();
      } catch (error) {
        throw asFootprintError(error);
      }
    },
    destroy() {
      widget.destroy();
      host.remove();
    },
  };
}
