/** The endurance run as Markdown: what was done, then the beginning beside the end. */
import { rows } from '../report.mjs';
import { judgement, values, verdict } from './verdict.mjs';

const whole = (count) => count.toLocaleString('en');

export function report(results) {
  const { machine, samples, work, rest, errors } = results;
  const loads = samples.map(({ load }) => load);
  const parts = [
    '# Endurance',
    `${machine.date}, commit ${machine.commit}, package ${results.package}. ${machine.processor}, ${machine.memory}, ${machine.system}. ${machine.browser}; Node ${machine.node}. Load while it ran: ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}.`,
    done(results),
    '![What was held and what a frame cost, over time; the figures are in the table.](endurance.svg)',
    '## The beginning and the end',
    compared(results),
    comparison(results),
    summed(results),
    '## At rest',
    'Both widgets still, 800 pixels wide, with the embedded dataset: after the warm-up, and at the end.',
    atRest(rest),
    `${complaints('Errors of the page', errors)} ${complaints('Problems that the widgets told', work.problems)}`,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** What the widgets went through. */
export function done({ minutes, warmUp, everySeconds, seed, work }) {
  return `Two widgets with one state, \`markets\` and \`growth\`, with controls, for ${count(minutes, 'minute')} after ${count(warmUp, 'minute')} of warm-up (seed ${seed}). ${whole(work.updates)} times new data for both, a new object each time, ${whole(work.columns)} of them with 5,000 to 50,000 points as columns beside the tables; ${whole(work.resizes)} times other widths, one of 15 from 240 to 800 pixels; the strip of time played all the while, ${whole(work.moves)} moves, ${whole(work.starts)} times started; ${whole(work.frames)} frames. A sample every ${everySeconds} seconds, after a collection.`;
}

/** How the beginning and the end are compared. */
function compared({ minutes, edge }) {
  return `Medians of the first and the last ${count(edge, 'minute')} after the warm-up, and the slope over all ${count(minutes, 'minute')} (the median of the slopes between all pairs of samples). The same: neither the difference nor the slope is more than the middle half of all samples is wide about that slope, or than a hundredth of the first. Less is the same. Times cannot be judged where the load of the machine grew; the hand-written canvas in a page beside tells what else it did.`;
}

const count = (number, noun) => `${Number(number.toFixed(2))} ${noun}${number === 1 ? '' : 's'}`;

/** Each value at the beginning and at the end. */
export function comparison(results) {
  const body = values.filter(({ isAtRest }) => !isAtRest).map((value) => {
    const found = verdict(results, value);
    if (!found) return [`${value.title}, ${value.unit}`, 'not told here', '', '', '', '', ''];
    const { first, last, slope, limit } = found;
    // One digit more: a difference is small.
    const difference = (number) => signed(number.toFixed(value.digits + 1));
    return [
      `${value.title}, ${value.unit}`, first.toFixed(value.digits), last.toFixed(value.digits),
      difference(last - first), difference(slope), limit.toFixed(value.digits + 1),
      value.isReference ? '' : judged[judgement(results, value)],
    ];
  });
  return rows([['', 'first', 'last', 'difference', 'slope', 'may differ by', ''], ...body]);
}

const judged = { same: 'the same', more: '**more**', busier: '**not to be judged**' };

const signed = (text) => (Number(text) === 0 ? text.replace('-', '') : Number(text) > 0 ? `+${text}` : text.replace('-', '−'));

/** The whole in a sentence or two. */
export function summed(results) {
  const those = (wanted) => values.filter((value) => !value.isReference && verdict(results, value)
    && judgement(results, value) === wanted).map(({ title }) => title).join(', ');
  const [more, busier] = [those('more'), those('busier')];
  const sentences = [
    more ? `More at the end than at the beginning: ${more}.` : '',
    busier ? `The machine had more to do at the end than at the beginning, so these times cannot be judged: ${busier}.` : '',
  ];
  return sentences.filter(Boolean).join(' ') || 'All of it is at the end as at the beginning.';
}

/** What both widgets held in one and the same state, and whether they looked the same. */
export function atRest({ before, after }) {
  const line = ({ id, title, unit, scale, digits }) => {
    const [one, other] = [before[id], after[id]].map((value) => (value === null ? null : value / scale));
    if (one === null || other === null) return [`${title}, ${unit}`, '', '', ''];
    return [`${title}, ${unit}`, one.toFixed(digits), other.toFixed(digits), signed((other - one).toFixed(digits))];
  };
  const equal = before.pictures.join() === after.pictures.join();
  return rows([
    ['', 'after the warm-up', 'at the end', 'difference'],
    ...values.filter(({ id }) => id in before).map(line),
    ['Both pictures', '', '', equal ? 'the same, pixel for pixel' : '**other pixels**'],
  ]);
}

function complaints(what, all) {
  return all.length === 0 ? `${what}: none.` : `${what}: ${all.length}, the first: ${all[0]}.`;
}
