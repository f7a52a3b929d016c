/** What is done to the widgets in a stretch of time: by chance, and the same for the same numbers. */

/** In pixels; so few that pictures have had nearly all their sizes before anything is compared. */
export const widths = Array.from({ length: 15 }, (_, index) => 240 + 40 * index);
const leastPoints = 5_000;
const mostPoints = 50_000;

/**
 * Steps in order, `at` in milliseconds: every second other data, every fifth of them with columns;
 * at any moment, two times in three seconds or so, other widths.
 */
export function planOf(random, seconds) {
  const between = (least, most) => Math.floor(least + random() * (most - least + 1));
  const steps = Array.from({ length: seconds }, (_, second) => ({
    at: second * 1000 + 500,
    seed: between(1, 2 ** 31),
    points: second % 5 === 2 ? between(leastPoints, mostPoints) : 0,
  }));
  const width = () => widths[between(0, widths.length - 1)];
  for (let at = between(200, 1500); at < seconds * 1000; at += between(200, 1500)) {
    steps.push({ at, widths: [width(), width()] });
  }
  return steps.sort((one, other) => one.at - other.at);
}
