// What came of the last run that went on for long.
import { atRest, comparison, done, summed } from '../../bench/endurance/report.mjs';
import { judgement, values, verdict } from '../../bench/endurance/verdict.mjs';

/** For the table of kinds: how much was done to the widgets, and what was more at the end. */
export function endured({ endurance }) {
  if (!endurance) return undefined;
  const { work, rest, errors, minutes } = endurance;
  const judged = (as) => values.filter((value) => !value.isReference && verdict(endurance, value) && judgement(endurance, value) === as).map(({ title }) => title);
  const found = [
    ...judged('more'),
    ...(rest.before.pictures.join() === rest.after.pictures.join() ? [] : ['other pixels']),
    ...(errors.length + work.problems.length > 0 ? ['errors'] : []),
  ];
  const busy = judged('busier').length > 0 ? '; times not judged, as the load grew' : '';
  return {
    tried: work.updates + work.resizes + work.moves,
    seen: `${found.length === 0 ? 'as promised' : `more at the end: ${found.join(', ')}`}${busy}; in ${Math.round(minutes)} minutes`,
  };
}

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
