/**
 * Plays what a small module wrote down (`src/browser/tape.rs`): calls to a canvas context, as
 * numbers. Measures for it, too.
 */
let measuring: CanvasRenderingContext2D;

/** Before a module measures: the context that it measures with. */
export function measureOn(context: CanvasRenderingContext2D): void {
  measuring = context;
  prepare(context);
}

/** In CSS pixels; without a font, in the one before. */
export function textWidth(font: string, text: string): number {
  if (font) measuring.font = font;
  return measuring.measureText(text).width;
}

/** A canvas forgets this whenever its size is set. */
function prepare(context: CanvasRenderingContext2D): void {
  (context as { textRendering?: string }).textRendering = 'geometricPrecision';
  context.lineJoin = 'round';
}

const textOf = (letters: Float64Array): string => String.fromCodePoint(...letters);

/** What a context is told by texts, then its methods that take numbers: in the order of `Call`. */
const names = [
  'fillStyle', 'strokeStyle', 'font', 'textAlign', 'beginPath', 'moveTo', 'lineTo', 'arcTo', 'arc',
  'closePath', 'fill', 'stroke', 'fillRect', 'setTransform',
] as const;

/** The height of the picture in CSS pixels, and what it shows, in words. */
export function head(tape: Float64Array): [number, string] {
  return [tape[2]!, textOf(tape.subarray(3, 2 + tape[1]!))];
}

/** Paints it on a context whose canvas has just been given its size. */
export function play(tape: Float64Array, context: CanvasRenderingContext2D): void {
  prepare(context);
  for (let at = 0; at < tape.length;) {
    const call = tape[at]!;
    const values = tape.subarray(at + 2, at += 2 + tape[at + 1]!);
    const [first = 0, second = 0] = values;
    const text = () => textOf(values.subarray(2));
    if (call === 1) context.fillText(text(), first, second);
    else if (call === 2) context.setLineDash([...values]);
    else if (call === 3) {
      const fade = context.createLinearGradient(first, 0, second, 0);
      text().split('|').forEach((color, index) => fade.addColorStop(index, color));
      context.fillStyle = fade;
    } else if (call === 4) context.lineWidth = first;
    else if (call > 4) {
      const name = names[call - 5]!;
      if (call < 9) (context as unknown as Record<string, string>)[name] = textOf(values);
      else (context[name] as (...numbers: number[]) => void)(...values);
    }
  }
}
