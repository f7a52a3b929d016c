//! What each column of pixels holds of a series: found by halving, and by the extremes that are
//! known of blocks, so that few figures are looked at.

use std::ops::Range;

use crate::dataset::columns::Series;

/// The figures of a series that lie in one column of pixels.
pub(super) struct Pixel {
    /// Where they stand in the series.
    pub within: Range<usize>,
    /// Where the lowest stands.
    pub lowest: usize,
    /// Where the highest stands.
    pub highest: usize,
}

impl Pixel {
    /// How many figures it holds.
    pub fn count(&self) -> usize {
        self.within.len()
    }

    /// The figures that the line goes through, in the order of time: the first, the lowest, the
    /// highest, the last; each once.
    pub fn corners(&self) -> impl Iterator<Item = usize> + use<> {
        let (one, other) = (self.lowest.min(self.highest), self.lowest.max(self.highest));
        let mut corners = [self.within.start, one, other, self.within.end - 1].map(Some);
        for index in (1..corners.len()).rev() {
            if corners[index] == corners[index - 1] {
                corners[index] = None;
            }
        }
        corners.into_iter().flatten()
    }
}

/// The columns of pixels that hold figures, from left to right, and how many figures and blocks
/// were looked at. `column_of` gives the column of a time; later times lie no further left.
pub(super) fn pixels(series: &Series, within: &Range<usize>, column_of: impl Fn(f64) -> i64) -> (Vec<Pixel>, usize) {
    let mut pixels = Vec::new();
    let mut visits = 0;
    let mut start = within.start;
    while start < within.end {
        let column = column_of(series.time(start));
        let is_past = |at: usize| column_of(series.time(at)) > column;
        // Ever longer steps, then halving: the next column is not far.
        let (mut inside, mut step) = (start, 1);
        let mut past = loop {
            let next = inside + step;
            visits += 1;
            if next >= within.end {
                break within.end;
            }
            if is_past(next) {
                break next;
            }
            (inside, step) = (next, step * 2);
        };
        while past - inside > 1 {
            let middle = inside + (past - inside) / 2;
            visits += 1;
            if is_past(middle) { past = middle } else { inside = middle }
        }
        let (extremes, looked) = series.extremes(start..past);
        visits += looked;
        let (lowest, highest) = extremes.unwrap_or((start, start));
        pixels.push(Pixel { within: start..past, lowest, highest });
        start = past;
    }
    (pixels, visits)
}
