/** The package's functions. Importing this does nothing by itself and needs no DOM. */
import { type WasmInput, startCore } from './core';
import { FootprintError, asFootprintError, problemsError } from './errors';
import { mount } from './mount';
import { optionTexts } from './options';
import type { Dataset, Problem, ViewOptions } from './types/index.js';

export { FootprintError, mount };

export async function init(options: { wasm?: WasmInput } = {}): Promise<void> {
  await startCore(options.wasm);
}

export async function dataset(): Promise<Dataset> {
  return (await startCore()).embeddedDataset();
}

export async function validate(input: unknown): Promise<Problem[]> {
  return (await startCore()).validate(input);
}

export async function renderSvg(options: ViewOptions & { width: number }): Promise<string> {
  if (options.src && (options.dataset ?? undefined) === undefined) {
    const message = 'renderSvg() reads no src; give it the dataset itself.';
    throw problemsError('options', [{ code: 'wrong-value', path: 'src', message, severity: 'error' }]);
  }
  const core = await startCore();
  try {
    return core.renderSvg(optionTexts(options), options.dataset ?? undefined, options.width);
  } catch (error) {
    if (!Array.isArray(error)) throw asFootprintError(error);
    const problems = error as Problem[];
    const inDataset = options.dataset !== undefined && options.dataset !== null;
    throw problemsError(inDataset ? 'dataset' : 'options', problems);
  }
}
