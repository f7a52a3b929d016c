// What a test tells the report: how many inputs or faults it tried, where that is not one; told twice it
// is the sum. `docs/testing.md` adds them up; a test that says nothing counts as one.

export function tried(test, count) {
  test.diagnostic(`tried ${count}`);
}
