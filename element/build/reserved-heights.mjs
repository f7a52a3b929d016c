// How high the pictures are in every language, as few signs: `reserve.ts` reads them.
import { views } from './first-picture-files.mjs';

/** CSS pixels, but for the height that the signs begin at, which is in units. */
const widest = 1600;
const step = 20;
/** From the narrowest that a picture is laid out in. */
const steps = (widest - 160) / step + 1;
const unit = 18;
const height = 46;
/** The sign that stands for no difference: all are printable, whatever a page is encoded in. */
const zero = 75;

/** `languages` is by tag; `core` is started. */
export function reservedHeights(core, languages) {
  const signs = {};
  for (const { tag, first } of languages.values()) {
    const texts = tag === 'en' ? [] : [tag, tag, [first.text]];
    signs[tag] = views.map((view) => {
      const [plain, controlled] = [null, ''].map((controls) =>
        heights((width) => {
          const { svg } = core.renderSvg({ view, controls }, undefined, width, ...texts);
          return Number(/<svg[^>]* height="([\d.]+)/.exec(svg)[1]);
        }));
      return differences(plain, height) + differences(controlled.map((units, at) => units - plain[at]), 0);
    }).join('');
  }
  return { widest, step, steps, height, unit, zero, signs };
}

/** In units, from the widest to the narrowest. */
function heights(heightAt) {
  const widths = Array.from({ length: steps }, (_, at) => widest - at * step);
  const exact = widths.map(heightAt);
  return widths.map((width, at) => {
    const here = exact[at];
    const wider = exact[at - 1] ?? here;
    // Between two widths it may be as high as at either, unless the picture is made otherwise from the wider on.
    const between = wider - here > 4 * unit ? Math.max(heightAt(width + step / 2), heightAt(width + step - 0.1)) : wider;
    return Math.ceil(Math.max(here, between) / unit);
  });
}

function differences(units, start) {
  return units.map((now, at) => {
    const code = now - (units[at - 1] ?? start) + zero;
    if (code < 32 || code > 126) throw new Error(`A height differs from the next by ${now - (units[at - 1] ?? start)} units: there is no sign for it.`);
    return String.fromCharCode(code);
  }).join('');
}
