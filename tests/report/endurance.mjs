// What came of the last run that went on for long.
import { atRest, comparison, done, summed } from '../../bench/endurance/report.mjs';

export function enduranceText(endurance) {
  if (!endurance) return 'Not run.';
  return [
    done(endurance),
    `First and last: medians of ${endurance.edge} minutes each; how they are compared is told in \`docs/performance.md\`.`,
    comparison(endurance),
    summed(endurance),
    'At rest, in one and the same state:',
    atRest(endurance.rest),
  ].join('\n\n');
}
