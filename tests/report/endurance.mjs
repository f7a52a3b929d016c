// What came of the last run that went on for long.

export function enduranceText(endurance) {
  if (!endurance) return 'Not run.';
  return JSON.stringify(endurance);
}
