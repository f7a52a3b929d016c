//! Points of one metric at one place, in the order of time: what is drawn as one line.

use std::ops::Range;
use std::rc::Rc;

use super::block::Block;
use super::summary::Summary;
use crate::dataset::tables::Qualifier;

/// Points of one block and place, either those printed without a hedge or the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What they are part of.
    pub block: Rc<Block>,
    /// Where, as a word of the block's places.
    place: usize,
    /// Whether their figures are printed without a hedge.
    pub exact: bool,
    /// Whether some of its points are of one time.
    pub has_ties: bool,
    order: Order,
    summary: Summary,
}

/// Where points stand in their block, in the order of time.
#[derive(Clone, Debug, PartialEq)]
enum Order {
    /// They follow each other there: that takes no memory.
    Run(Range<usize>),
    List(Vec<u32>),
}

/// What is known of a series to be, after one look at its points.
struct Found {
    first: usize,
    last: usize,
    count: usize,
    /// The time of the last one.
    time: f64,
    is_sorted: bool,
    has_ties: bool,
}

impl Series {
    /// The series of a block.
    #[must_use]
    pub fn all(block: &Rc<Block>) -> Vec<Self> {
        let is_one = block.place.codes.is_none() && block.qualifier.codes.is_none();
        // What reading them told already.
        if is_one && block.time.is_sorted() {
            let order = Order::Run(0..block.len());
            return vec![Self::new(block, 0, block.qualifier.is_exact(0), order, !block.time.is_strict())];
        }
        Self::of(block, |_| true)
    }

    fn new(block: &Rc<Block>, place: usize, exact: bool, order: Order, has_ties: bool) -> Self {
        let summary = match &order {
            Order::Run(range) => Summary::of(block.value.figures(range.clone())),
            Order::List(list) => Summary::new(list.len(), |at| block.value.at(list[at] as usize)),
        };
        Self { block: Rc::clone(block), place, exact, has_ties, order, summary }
    }

    /// The series of a block: of its points those that `wanted` lets through, by their index.
    #[must_use]
    pub fn of(block: &Rc<Block>, wanted: impl Fn(usize) -> bool) -> Vec<Self> {
        let hedged: Vec<usize> =
            block.qualifier.words.iter().map(|word| usize::from(*word != Qualifier::Exact)).collect();
        let key = |index: usize| block.place.code(index) * 2 + hedged[block.qualifier.code(index)];
        let mut found: Vec<Option<Found>> = Vec::new();
        found.resize_with(block.place.words.len() * 2, || None);
        for index in (0..block.len()).filter(|index| wanted(*index)) {
            let time = block.time.at(index);
            match &mut found[key(index)] {
                Some(series) => {
                    series.is_sorted &= series.time <= time;
                    series.has_ties |= series.time.to_bits() == time.to_bits();
                    (series.last, series.count, series.time) = (index, series.count + 1, time);
                }
                none => {
                    *none = Some(Found { first: index, last: index, count: 1, time, is_sorted: true, has_ties: false });
                }
            }
        }
        // Lists for those that do not lie in a row.
        let mut lists: Vec<Option<Vec<u32>>> = Vec::new();
        for series in &found {
            let listed = series.as_ref().filter(|found| !found.is_run());
            lists.push(listed.map(|found| Vec::with_capacity(found.count)));
        }
        if lists.iter().any(Option::is_some) {
            for index in (0..block.len()).filter(|index| wanted(*index)) {
                if let Some(list) = &mut lists[key(index)] {
                    list.push(index as u32);
                }
            }
        }
        let mut series = Vec::new();
        for (key, (found, list)) in found.into_iter().zip(lists).enumerate() {
            let Some(found) = found else { continue };
            let order = match list {
                None => Order::Run(found.first..found.last + 1),
                Some(mut list) => {
                    if !found.is_sorted {
                        let time = |index: u32| block.time.at(index as usize);
                        list.sort_unstable_by(|one, other| {
                            time(*one).total_cmp(&time(*other)).then_with(|| one.cmp(other))
                        });
                    }
                    Order::List(list)
                }
            };
            // Of points out of order, two of one time may lie apart.
            let has_ties = found.has_ties || !found.is_sorted;
            series.push(Self::new(block, key / 2, key % 2 == 0, order, has_ties));
        }
        series
    }

    /// The id of the place.
    #[must_use]
    pub fn place(&self) -> &str {
        &self.block.place.words[self.place]
    }

    /// How many points there are: at least one.
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.order {
            Order::Run(range) => range.len(),
            Order::List(list) => list.len(),
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The index in its block of the point that stands at `at` in the order of time.
    #[must_use]
    #[inline]
    pub fn index(&self, at: usize) -> usize {
        match &self.order {
            Order::Run(range) => range.start + at,
            Order::List(list) => list[at] as usize,
        }
    }

    /// When, in epoch milliseconds.
    #[must_use]
    #[inline]
    pub fn time(&self, at: usize) -> f64 {
        self.block.time.at(self.index(at))
    }

    /// How many.
    #[must_use]
    #[inline]
    pub fn value(&self, at: usize) -> f64 {
        self.block.value.at(self.index(at))
    }

    /// Where the first point stands, of those in `within`, that `is_past` holds for; it must hold
    /// for all after one that it holds for.
    #[must_use]
    pub fn first(&self, within: Range<usize>, is_past: impl Fn(f64) -> bool) -> usize {
        let (mut low, mut high) = (within.start, within.end);
        while low < high {
            let middle = low + (high - low) / 2;
            if is_past(self.time(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    }

    /// Where the points of a stretch of time stand, its end excluded.
    #[must_use]
    pub fn between(&self, times: &Range<f64>) -> Range<usize> {
        let first = self.first(0..self.len(), |time| time >= times.start);
        first..self.first(first..self.len(), |time| time >= times.end)
    }

    /// Where the lowest and the highest of some points stand, the first of those alike, and how
    /// many points and blocks were looked at.
    #[must_use]
    pub fn extremes(&self, within: Range<usize>) -> (Option<(usize, usize)>, usize) {
        let (found, visits) = self.summary.extremes(within, |at| self.value(at));
        (found.map(|found| (found.lowest as usize, found.highest as usize)), visits)
    }

    /// The bytes that it takes besides its block.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let order = match &self.order {
            Order::Run(_) => 0,
            Order::List(list) => list.capacity() * 4,
        };
        order + self.summary.bytes()
    }
}

impl Found {
    fn is_run(&self) -> bool {
        self.is_sorted && self.last - self.first + 1 == self.count
    }
}
