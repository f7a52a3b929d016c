import type { Problem } from './types/index.js';

/** There are copies of this class on a page, and an error of one is an error of all. */
const brand = Symbol.for('smart-footprint error');

export class FootprintError extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return (value as { [brand]?: unknown } | null | undefined)?.[brand] === true;
  }

  override readonly name = 'FootprintError';
  readonly code: string;
  readonly problems: readonly Problem[];

  get [brand](): true {
    return true;
  }

  constructor(code: string, message: string, problems?: readonly Problem[], cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.problems = problems ?? [{ code, path: '', message, severity: 'error' }];
  }
}

/** An error of the core's own problems: the first one's sentence, and how many more there are. */
export function problemsError(code: string, problems: readonly Problem[]): FootprintError {
  const errors = problems.filter((problem) => problem.severity === 'error');
  const first = errors[0] ?? problems[0];
  const place = first?.path ? `${first.path}: ` : '';
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  return new FootprintError(code, `${place}${first?.message ?? 'not understood'}${more}`, problems);
}

export function asFootprintError(error: unknown): FootprintError {
  if (error instanceof FootprintError) return error;
  const words = error instanceof Error ? error.message : String(error);
  return new FootprintError('core', `The chart's core stopped: ${words}`, undefined, error);
}

/** Reads what a page handed over: anything may be wrong with that. */
export function reading<Value>(code: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new FootprintError(code, `What was handed over could not be read: ${words}`, undefined, error);
  }
}

export function destroyedError(): FootprintError {
  return new FootprintError('destroyed', 'The widget was destroyed.');
}
