/** The tool that opens what a reader can take along; that is loaded when it is first pressed. */
import { type Exports, loadSaving } from './exports';
import type { SaveMenu } from './save-menu';
import type { Parts } from './shadow';
import type { WidgetStyles } from './stylesheet';
import type { Tools } from './tools';

export function addSaveTool(
  tools: Tools, parts: Parts, styles: WidgetStyles, from: Exports, signal: AbortSignal,
): void {
  let menu: SaveMenu | undefined;
  const button = tools.add({ name: 'save', label: parts.say('element-save'), opens: 'region', press: () => void toggle() });

  const leave = () => {
    if (menu) menu.isOpen = false;
    button.setOpen(false);
    button.element.focus();
  };
  const toggle = async () => {
    try {
      const { SaveMenu } = await loadSaving();
      if (signal.aborted) return;
      menu ??= new SaveMenu(parts, styles, { from, signal, leave });
      const opens = !menu.isOpen;
      menu.isOpen = opens;
      button.setOpen(opens);
    } catch {
      parts.spoken.textContent = parts.say('element-not-saved');
    }
  };
}
