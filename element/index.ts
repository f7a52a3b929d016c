/** The package's functions. Importing this does nothing by itself and needs no DOM. */
import type { Refusal } from '#core';
import { type WasmInput, ask, startCore } from './core';
import { FootprintError, problemsError, reading } from './errors';
import { findLanguage } from './language';
import { languageMissing } from './language-missing';
import { mount } from './mount';
import { readOptions } from './options';
import type { Dataset, Problem, ViewOptions } from './types/index.js';

export { FootprintError, mount };

export async function init(options?: { wasm?: WasmInput } | null): Promise<void> {
  const wasm = reading('options', () => options?.wasm);
  await startCore(wasm ?? undefined);
}

export async function dataset(): Promise<Dataset> {
  return ask((await startCore()).embeddedDataset);
}

export async function validate(input: unknown): Promise<Problem[]> {
  const core = await startCore();
  return ask(() => core.validate(input));
}

export async function renderSvg(
  options: ViewOptions & { width: number }, warned?: (warnings: Problem[]) => void,
): Promise<string> {
  const { texts, dataset, width } = reading('options', () => ({ ...readOptions(options), width: options.width }));
  const input = dataset ?? undefined;
  if (texts['src'] && input === undefined) {
    const message = 'renderSvg() reads no src; give it the dataset itself.';
    throw problemsError('options', [{ code: 'wrong-value', path: 'src', message, severity: 'error' }]);
  }
  const [core, language] = await Promise.all([startCore(), findLanguage(texts['lang'] ?? '')]);
  const { name, tag, text } = language;
  const { svg, warnings } = ask(() => answer(() => core.renderSvg(texts, input, width, name, tag, [text])))();
  warnings.push(...languageMissing(language, texts['lang']));
  if (warnings.length > 0) warned?.(warnings);
  return svg;
}

/** The core's answer, or the throwing of what it refuses with its problems: that is no fault of the core's. */
function answer<Answer>(question: () => Answer): () => Answer {
  try {
    const given = question();
    return () => given;
  } catch (error) {
    const { code, problems } = (error ?? {}) as Partial<Refusal>;
    if (!code || !problems || error instanceof Error) throw error;
    return () => {
      throw problemsError(code, problems);
    };
  }
}
