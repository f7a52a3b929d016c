// What an engine's driver cannot do: told as a reason, and a test that needs it is skipped with it.
import { test as declare } from 'node:test';

export class Undrivable extends Error {
  constructor(ability, reason) {
    super(`cannot be driven: ${ability}: ${reason}`);
    this.ability = ability;
  }
}

/** Declares a test, like `test` of node:test. One that the engine cannot be driven through is skipped, with the reason. */
export function test(name, ...rest) {
  const work = rest.pop();
  return declare(name, ...rest, async (context) => {
    try {
      await work(context);
    } catch (error) {
      if (!(error instanceof Undrivable)) throw error;
      context.skip(error.message);
    }
  });
}
