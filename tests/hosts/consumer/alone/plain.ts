// A page's script, without a framework.
import {
  FootprintError, dataset, init, mount, renderSvg, validate,
  type Dataset, type Mark, type Problem, type Ref, type State, type ViewOptions, type Widget,
} from 'smart-footprint';
import { define, type SmartFootprintElement } from 'smart-footprint/element';
import 'smart-footprint/standalone.js';
import embedded from 'smart-footprint/dataset.json' with { type: 'json' };

export async function page(place: HTMLElement): Promise<Widget> {
  await init({ wasm: new URL('https://example.org/smart-footprint.wasm') });
  const own: Dataset = await dataset();
  const problems: Problem[] = await validate(own);
  const options: ViewOptions = { view: 'lineup', theme: 'dark', dataset: own, publishedBy: '2025-06-30' };
  const svg: string = await renderSvg({ ...options, width: 800 });
  const widget = await mount(place, options);
  const marks: readonly Mark[] = widget.marks();
  const state: State = widget.state();
  widget.select(marks[0]?.facts[0] ?? null);
  await widget.update({ view: state.view ?? null, heading: `${problems.length} ${svg.length}` });
  // @ts-expect-error: no such view
  await widget.update({ view: 'pie' });
  // @ts-expect-error: a still picture needs a width
  await renderSvg({ view: 'growth' });
  return widget;
}

export function tag(): SmartFootprintElement {
  define('other-footprint');
  const element = document.createElement('smart-footprint');
  element.view = 'growth';
  element.controls = true;
  element.dataset = embedded;
  element.addEventListener('footprint-select', ({ detail }) => {
    const ref: Ref | null | undefined = detail.state.selected;
    console.log(ref, detail.mark?.sources);
  });
  document.addEventListener('footprint-problem', ({ detail }) => console.log(detail.problems?.[0]?.path));
  return document.querySelector('smart-footprint') ?? element;
}

export const reason = (error: unknown): string => (error instanceof FootprintError ? error.code : '');
export const brand: string = embedded.about.brand.name;
export const globally: Promise<Dataset> = smartFootprint.dataset();
