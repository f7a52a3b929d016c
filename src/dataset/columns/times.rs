//! Moments, in the fewest bytes that hold every one of them exactly.

use super::block::Clock;
use super::numbers::{exact_room, is_same};

/// Lengths of the steps that times may be counted in, in milliseconds: days, minutes, seconds,
/// milliseconds.
const UNITS: [f64; 4] = [86_400_000.0, 60_000.0, 1_000.0, 1.0];

/// The most steps that are counted.
const MOST_STEPS: f64 = i32::MAX as f64;

/// Moments in epoch milliseconds, UTC.
#[derive(Clone, Debug, PartialEq)]
pub struct Times {
    kept: Kept,
    /// How many there is to be room for.
    room: usize,
    first: f64,
    /// The last one of those that are there.
    last: f64,
    lowest: f64,
    highest: f64,
    /// Whether none lies before the one that it follows.
    is_sorted: bool,
    /// Whether each lies after the one that it follows.
    is_strict: bool,
}

#[derive(Clone, Debug, PartialEq)]
enum Kept {
    /// So many, each as far from the one before: figures of every day, every minute.
    Even { step: f64, count: usize },
    /// Whole steps from the first.
    Steps { unit: usize, largest: f64, steps: Vec<i32> },
    /// What is not made of whole steps.
    Exact(Vec<f64>),
}

impl Times {
    /// None yet, with room for so many.
    #[must_use]
    pub fn with_capacity(count: usize) -> Self {
        Self {
            kept: Kept::Even { step: 0.0, count: 0 },
            room: count,
            first: 0.0,
            last: f64::NEG_INFINITY,
            lowest: f64::INFINITY,
            highest: f64::NEG_INFINITY,
            is_sorted: true,
            is_strict: true,
        }
    }

    /// Adds moments after those that are there.
    pub fn extend(&mut self, moments: &[f64]) {
        self.order(moments);
        let others = self.evenly(moments);
        if !others.is_empty() {
            self.in_steps(others);
        }
    }

    /// Learns how moments lie to each other.
    fn order(&mut self, moments: &[f64]) {
        let (mut last, mut lowest, mut highest) = (self.last, self.lowest, self.highest);
        let (mut is_sorted, mut is_strict) = (self.is_sorted, self.is_strict);
        for moment in moments {
            is_sorted &= last <= *moment;
            is_strict &= last < *moment;
            last = *moment;
        }
        if is_sorted {
            // Then these are among them, and nothing that is no number is.
            if let (Some(first), Some(last)) = (moments.first(), moments.last()) {
                (lowest, highest) = (lowest.min(*first), highest.max(*last));
            }
        } else {
            for moment in moments {
                // What is no number stays: it is compared to be less.
                lowest = if *moment >= lowest || lowest.is_nan() { lowest } else { *moment };
                highest = if *moment <= highest { highest } else { *moment };
            }
        }
        (self.last, self.lowest, self.highest) = (last, lowest, highest);
        (self.is_sorted, self.is_strict) = (is_sorted, is_strict);
    }

    /// Adds those that lie as far apart as all before; gives the others.
    fn evenly<'a>(&mut self, mut moments: &'a [f64]) -> &'a [f64] {
        let Kept::Even { step, count } = &mut self.kept else { return moments };
        while let [next, others @ ..] = moments
            && *count < 2
        {
            if *count == 0 {
                self.first = *next;
            }
            // The first one is as far from itself as any step, if it is a number.
            let far = *next - self.first;
            if !(far.is_finite() && is_same(self.first + far, *next)) {
                break;
            }
            (*step, *count, moments) = (far, *count + 1, others);
        }
        if *count < 2 {
            if !moments.is_empty() {
                self.unevenly();
            }
            return moments;
        }
        let mut at = *count as f64;
        let mut fitting = 0;
        for moment in moments {
            if !is_same(self.first + at * *step, *moment) {
                break;
            }
            at += 1.0;
            fitting += 1;
        }
        *count += fitting;
        if fitting < moments.len() {
            self.unevenly();
        }
        &moments[fitting..]
    }

    /// Keeps each for itself from now on.
    fn unevenly(&mut self) {
        let Kept::Even { step, count } = self.kept else { return };
        self.kept = Kept::Steps { unit: 0, largest: 0.0, steps: exact_room(self.room) };
        for index in 0..count {
            self.push(self.first + index as f64 * step);
        }
    }

    fn in_steps(&mut self, moments: &[f64]) {
        match &mut self.kept {
            Kept::Exact(kept) => return kept.extend_from_slice(moments),
            Kept::Steps { unit, largest, steps } => {
                let (first, unit, mut furthest) = (self.first, UNITS[*unit], *largest);
                let share = 1.0 / unit;
                let step_of = |moment: &f64| ((*moment - first) * share).round_ties_even();
                let all_fit = moments.iter().all(|moment| {
                    let step = step_of(moment);
                    furthest = furthest.max(step.abs());
                    step.abs() <= MOST_STEPS && is_same(first + step * unit, *moment)
                });
                if all_fit {
                    *largest = furthest;
                    return steps.extend(moments.iter().map(|moment| step_of(moment) as i32));
                }
            }
            Kept::Even { .. } => {}
        }
        for moment in moments {
            self.push(*moment);
        }
    }

    fn push(&mut self, moment: f64) {
        let offset = moment - self.first;
        loop {
            let (unit, step) = match &mut self.kept {
                Kept::Even { .. } => return,
                Kept::Exact(moments) => return moments.push(moment),
                Kept::Steps { unit, largest, steps } => {
                    let step = (offset / UNITS[*unit]).round_ties_even();
                    if step.abs() <= MOST_STEPS && is_same(self.first + step * UNITS[*unit], moment) {
                        *largest = largest.max(step.abs());
                        return steps.push(step as i32);
                    }
                    (*unit, step)
                }
            };
            // Finer steps, unless they do not reach so far.
            self.refine(unit, step.abs() <= MOST_STEPS);
        }
    }

    fn refine(&mut self, coarse: usize, reaches: bool) {
        let Kept::Steps { unit, largest, steps } = &mut self.kept else { return };
        let factor = UNITS.get(coarse + 1).map(|fine| UNITS[coarse] / fine);
        let factor = factor.filter(|factor| reaches && *largest * factor <= MOST_STEPS);
        if let Some(factor) = factor {
            for step in steps.iter_mut() {
                *step *= factor as i32;
            }
            *largest *= factor;
            *unit = coarse + 1;
        } else {
            let mut moments = exact_room(steps.capacity());
            moments.extend(steps.iter().map(|step| self.first + f64::from(*step) * UNITS[coarse]));
            self.kept = Kept::Exact(moments);
        }
    }

    /// The moment at an index, which must be one of theirs.
    #[must_use]
    #[inline]
    pub fn at(&self, index: usize) -> f64 {
        match &self.kept {
            Kept::Even { step, .. } => self.first + index as f64 * step,
            Kept::Steps { unit, steps, .. } => self.first + f64::from(steps[index]) * UNITS[*unit],
            Kept::Exact(moments) => moments[index],
        }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.kept {
            Kept::Even { count, .. } => *count,
            Kept::Steps { steps, .. } => steps.len(),
            Kept::Exact(moments) => moments.len(),
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether all of them lie from `first` on and before `end`; what is no number does not.
    #[must_use]
    pub fn lie_within(&self, first: f64, end: f64) -> bool {
        self.lowest >= first && self.highest < end
    }

    /// Whether none lies before the one that it follows.
    #[must_use]
    pub fn is_sorted(&self) -> bool {
        self.is_sorted
    }

    /// Whether each lies after the one that it follows.
    #[must_use]
    pub fn is_strict(&self) -> bool {
        self.is_strict
    }

    /// The coarsest clock that tells all of them. What counts for the first and for all steps
    /// counts for all of them.
    #[must_use]
    pub fn clock(&self) -> Clock {
        let both = |one: f64, other: f64| Clock::Day.finer(one).finer(other);
        match &self.kept {
            Kept::Even { step, .. } => both(self.first, *step),
            Kept::Steps { unit, steps, .. } if steps.len() > 1 => both(self.first, UNITS[*unit]),
            Kept::Steps { .. } => both(self.first, self.first),
            Kept::Exact(moments) => moments.iter().fold(Clock::Day, |clock, moment| clock.finer(*moment)),
        }
    }

    /// The bytes that they take.
    #[must_use]
    pub fn bytes(&self) -> usize {
        match &self.kept {
            Kept::Even { .. } => 0,
            Kept::Steps { steps, .. } => steps.capacity() * 4,
            Kept::Exact(moments) => moments.capacity() * 8,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Clock, Times};

    fn kept(moments: &[f64]) -> (Vec<f64>, usize) {
        let mut times = Times::with_capacity(moments.len());
        times.extend(moments);
        ((0..times.len()).map(|index| times.at(index)).collect(), times.bytes())
    }

    #[test]
    fn times_are_kept_exactly_in_as_few_bytes_as_they_need() {
        const DAY: f64 = 86_400_000.0;
        let cases: [(&[f64], usize); 12] = [
            // Evenly apart: nothing but the step.
            (&[5.5], 0),
            (&[DAY * 10.0 + 7.0, DAY * 12.0 + 7.0], 0),
            (&[DAY * 3.0, DAY, -DAY, -DAY * 3.0], 0),
            (&[7.0, 7.0, 7.0], 0),
            (&[0.0, DAY, 20_000.0 * DAY, -700_000.0 * DAY], 4),
            (&[DAY * 10.0 + 7.0, DAY * 12.0 + 7.0, DAY * 13.0 + 7.0], 4),
            (&[DAY, DAY + 60_000.0, DAY * 3.0], 4),
            (&[DAY, DAY + 1_000.0, DAY * 3.0, DAY + 1_001.0], 4),
            // Milliseconds do not reach a century.
            (&[0.0, DAY * 36_525.0, 1.0], 8),
            (&[0.0, 1.0, DAY * 36_525.0], 8),
            (&[0.5, 1.25, DAY], 8),
            (&[1_700_000_000_123.0, 1_700_000_000_124.0, 1_700_000_000_120.0], 4),
        ];
        for (moments, bytes) in cases {
            assert_eq!(kept(moments), (moments.to_vec(), bytes * moments.len()), "{moments:?}");
        }
        assert_eq!(kept(&[]), (Vec::new(), 0));
        let (odd, _) = kept(&[0.0, f64::NAN, f64::INFINITY, -0.0]);
        assert!(odd[1].is_nan() && odd[2].is_infinite());
    }

    /// The looks that `kept` saves itself, taken at every moment.
    #[test]
    fn order_range_and_clock_are_those_of_all_moments() {
        const DAY: f64 = 86_400_000.0;
        let mut random = fastrand::Rng::with_seed(5);
        for case in 0..600 {
            let unit = [DAY, 60_000.0, 1_000.0, 1.0, 0.25][random.usize(0..5)];
            let first = unit * f64::from(random.i32(-3..3)) + if random.bool() { 0.0 } else { DAY * 9.0 };
            let count = random.usize(1..40);
            let mut moments: Vec<f64> = (0..count)
                .map(|index| first + unit * if case % 3 == 0 { index as f64 } else { f64::from(random.i32(0..30)) })
                .collect();
            if case % 4 == 1 {
                moments.sort_by(f64::total_cmp);
            }
            let mut times = Times::with_capacity(count);
            let (one, other) = moments.split_at(random.usize(0..=count));
            times.extend(one);
            times.extend(other);
            let read: Vec<f64> = (0..times.len()).map(|index| times.at(index)).collect();
            assert_eq!(read, moments);
            assert_eq!(times.is_sorted(), moments.is_sorted(), "{moments:?}");
            assert_eq!(times.is_strict(), moments.windows(2).all(|pair| pair[0] < pair[1]), "{moments:?}");
            let lowest = moments.iter().copied().fold(f64::INFINITY, f64::min);
            let highest = moments.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            assert!(times.lie_within(lowest, highest + 0.1), "{moments:?}");
            assert!(
                !times.lie_within(lowest + 0.1, highest + 0.1) && !times.lie_within(lowest, highest),
                "{moments:?}"
            );
            assert_eq!(
                times.clock(),
                moments.iter().fold(Clock::Day, |clock, moment| clock.finer(*moment)),
                "{moments:?}"
            );
        }
        for place in 0..4 {
            for (odd, third) in [(f64::NAN, 3.0), (f64::NAN, 7.0), (f64::INFINITY, 3.0), (f64::INFINITY, 7.0)] {
                let mut moments = [DAY, DAY * 2.0, DAY * third, DAY * 4.0];
                moments[place] = odd;
                for split in 0..4 {
                    let mut times = Times::with_capacity(4);
                    times.extend(&moments[..split]);
                    times.extend(&moments[split..]);
                    let read: Vec<u64> = (0..times.len()).map(|index| times.at(index).to_bits()).collect();
                    assert_eq!(read, moments.map(f64::to_bits));
                    assert!(!times.lie_within(-DAY, DAY * 9.0), "{moments:?}");
                }
            }
        }
    }
}
