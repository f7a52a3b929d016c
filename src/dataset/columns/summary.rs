//! The lowest and the highest of any stretch of a series without looking at all of it: of each
//! block of points the two are known, and of blocks of blocks, up to the whole.

use std::ops::Range;

use super::numbers::Figures;

/// Points of the smallest block.
const POINTS: usize = 64;

/// Blocks of one size that make one of the next.
const BLOCKS: usize = 16;

/// A stretch shorter than this is looked at point by point.
const LEAST: usize = POINTS * 2;

/// Where the lowest and the highest figure of blocks stand; of several alike the first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// Of blocks of one size each, the smallest size first.
    levels: Vec<Vec<Extremes>>,
}

/// Where the lowest and the highest figure stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extremes {
    /// Of the lowest.
    pub lowest: u32,
    /// Of the highest.
    pub highest: u32,
}

/// What is looked at to find extremes.
struct Search<'a, F> {
    value: &'a F,
    found: Option<(Extremes, f64, f64)>,
    visits: usize,
}

impl<F: Fn(usize) -> f64> Search<'_, F> {
    fn take(&mut self, lowest: u32, highest: u32) {
        self.visits += 1;
        let low = (self.value)(lowest as usize);
        let high = if lowest == highest { low } else { (self.value)(highest as usize) };
        let Some((extremes, lowest_so_far, highest_so_far)) = &mut self.found else {
            self.found = Some((Extremes { lowest, highest }, low, high));
            return;
        };
        if low < *lowest_so_far {
            (extremes.lowest, *lowest_so_far) = (lowest, low);
        }
        if high > *highest_so_far {
            (extremes.highest, *highest_so_far) = (highest, high);
        }
    }

    fn points(&mut self, range: Range<usize>) {
        for point in range {
            self.take(point as u32, point as u32);
        }
    }

    fn blocks(&mut self, blocks: &[Extremes]) {
        for block in blocks {
            self.take(block.lowest, block.highest);
        }
    }
}

/// The extremes of the smallest blocks: the one step that looks at every figure, so it does nothing
/// else.
fn first_level<T: Copy + PartialOrd>(figures: &[T]) -> Vec<Extremes> {
    let mut level = Vec::new();
    if figures.len() < LEAST {
        return level;
    }
    level.reserve_exact(figures.len().div_ceil(POINTS));
    for (block, figures) in figures.chunks(POINTS).enumerate() {
        let (mut low, mut high) = (figures[0], figures[0]);
        let (mut lowest, mut highest) = (0, 0);
        for (at, figure) in figures.iter().enumerate() {
            if *figure < low {
                (low, lowest) = (*figure, at);
            }
            if *figure > high {
                (high, highest) = (*figure, at);
            }
        }
        let start = block * POINTS;
        level.push(Extremes { lowest: (start + lowest) as u32, highest: (start + highest) as u32 });
    }
    level
}

impl Summary {
    /// That of figures.
    #[must_use]
    pub(super) fn of(figures: Figures) -> Self {
        match figures {
            Figures::Single(figures) => Self::above(first_level(figures), |at| f64::from(figures[at])),
            Figures::Double(figures) => Self::above(first_level(figures), |at| figures[at]),
        }
    }

    /// That of so many points, whose figures are given by where they stand.
    #[must_use]
    pub fn new(count: usize, value: impl Fn(usize) -> f64) -> Self {
        let mut first = Vec::new();
        if count >= LEAST {
            first.reserve_exact(count.div_ceil(POINTS));
            for start in (0..count).step_by(POINTS) {
                let mut search = Search { value: &value, found: None, visits: 0 };
                search.points(start..(start + POINTS).min(count));
                first.extend(search.found.map(|found| found.0));
            }
        }
        Self::above(first, value)
    }

    /// The first level, and the others over it.
    fn above(first: Vec<Extremes>, value: impl Fn(usize) -> f64) -> Self {
        let mut levels: Vec<Vec<Extremes>> = Vec::new();
        if first.is_empty() {
            return Self { levels };
        }
        levels.push(first);
        while let Some(below) = levels.last().filter(|below| below.len() >= BLOCKS * 2) {
            let mut level = Vec::with_capacity(below.len().div_ceil(BLOCKS));
            for blocks in below.chunks(BLOCKS) {
                let mut search = Search { value: &value, found: None, visits: 0 };
                search.blocks(blocks);
                level.extend(search.found.map(|found| found.0));
            }
            levels.push(level);
        }
        Self { levels }
    }

    /// The extremes of a stretch, and how many points and blocks were looked at; `None` for an
    /// empty one. Figures must be those that the summary was made of.
    #[must_use]
    pub fn extremes(&self, range: Range<usize>, value: impl Fn(usize) -> f64) -> (Option<Extremes>, usize) {
        let mut search = Search { value: &value, found: None, visits: 0 };
        self.search(range, 0, &mut search);
        (search.found.map(|found| found.0), search.visits)
    }

    /// Looks at a stretch of the points, or of the blocks of the level below: at its ends one by
    /// one, between them by the blocks that it holds whole.
    fn search<F: Fn(usize) -> f64>(&self, range: Range<usize>, level: usize, search: &mut Search<F>) {
        let size = if level == 0 { POINTS } else { BLOCKS };
        let (first, last) = (range.start.div_ceil(size), range.end / size);
        let mut look = |range: Range<usize>| match level.checked_sub(1) {
            None => search.points(range),
            Some(below) => search.blocks(&self.levels[below][range]),
        };
        if level >= self.levels.len() || first >= last {
            return look(range);
        }
        // In the order of time, so that of figures alike the first is found.
        look(range.start..first * size);
        self.search(first..last, level + 1, search);
        let mut look = |range: Range<usize>| match level.checked_sub(1) {
            None => search.points(range),
            Some(below) => search.blocks(&self.levels[below][range]),
        };
        look(last * size..range.end);
    }

    /// The bytes that it takes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.levels.iter().map(|level| level.capacity() * size_of::<Extremes>()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::{Figures, Summary};

    #[test]
    fn the_extremes_of_any_stretch_are_those_of_its_points_and_few_are_looked_at() {
        let mut random = fastrand::Rng::with_seed(11);
        for count in [0, 1, 63, 64, 127, 128, 129, 1_000, 2_048, 70_000] {
            let values: Vec<f64> = (0..count).map(|_| f64::from(random.i32(-50..50))).collect();
            let summary = Summary::new(count, |at| values[at]);
            assert_eq!(summary, Summary::of(Figures::Double(&values)));
            let single: Vec<f32> = values.iter().map(|value| *value as f32).collect();
            assert_eq!(summary, Summary::of(Figures::Single(&single)));
            for _ in 0..300 {
                let (one, other) = (random.usize(0..=count), random.usize(0..=count));
                let range = one.min(other)..one.max(other);
                let (found, visits) = summary.extremes(range.clone(), |at| values[at]);
                let of = |better: fn(f64, f64) -> bool| {
                    range.clone().fold(None, |best: Option<usize>, at| match best {
                        Some(best) if !better(values[at], values[best]) => Some(best),
                        _ => Some(at),
                    })
                };
                let (lowest, highest) = (of(|one, other| one < other), of(|one, other| one > other));
                assert_eq!(found.map(|found| found.lowest as usize), lowest);
                assert_eq!(found.map(|found| found.highest as usize), highest);
                assert!(visits <= range.len() && visits < 64 * 2 + 16 * 2 * 4, "{visits} for {range:?}");
            }
        }
    }
}
