// Node's own events of a run of tests, as one record for each test: its whole name, what came of it, how
// many inputs or faults it tried.

/** Takes the events of one file after the other. */
export class TestRecords {
  #names = [];
  #last;
  #hasTold = false;

  /** The record of a test, with the event that tells of its end; what it tried may be told after. */
  take({ type, data }) {
    if (type === 'test:start') {
      this.#names.length = data.nesting;
      this.#names.push(data.name);
      return undefined;
    }
    if (type === 'test:diagnostic') {
      const [, count] = /^tried (\d+)$/.exec(data.message) ?? [];
      if (count && this.#last) {
        this.#last.tried = (this.#hasTold ? this.#last.tried : 0) + Number(count);
        this.#hasTold = true;
      }
      return undefined;
    }
    if ((type !== 'test:pass' && type !== 'test:fail') || !data.name) return undefined;
    const { details, nesting, skip } = data;
    const passed = type === 'test:pass';
    const isWhole = data.name === data.file || details?.type === 'suite';
    // What goes wrong in a file or a suite beside its tests is a fault of its own: a hook, an end too soon.
    if (isWhole && (passed || details?.error?.failureType === 'subtestsFailed')) return undefined;
    this.#hasTold = false;
    this.#last = {
      name: data.name === data.file ? 'the file as a whole' : [...this.#names.slice(0, nesting), data.name].join(': '),
      passed,
      ...(skip !== undefined && { leftOut: skip === true ? '' : String(skip) }),
      tried: 1,
      ...(!passed && { error: details?.error?.cause ?? details?.error }),
    };
    return this.#last;
  }
}
