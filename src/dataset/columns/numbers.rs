//! Figures, in the fewest bytes that hold every one of them exactly: half of what a page hands
//! over, where they are counts, so that its own arrays and ours stay within twice the bytes.

use crate::dataset::limits::LARGEST_NUMBER;

/// Figures that are read at a time.
const PIECE: usize = 8_192;

/// Figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Values {
    kept: Kept,
    /// Whether all of them are numbers, and none too large.
    are_fine: bool,
}

#[derive(Clone, Debug, PartialEq)]
enum Kept {
    /// Looked at, and not read yet: so many, and whether each is a number of single precision.
    Awaited { count: usize, single: bool },
    /// Each of them is a number of single precision, as whole numbers below 16,777,216 are.
    Single(Vec<f32>),
    /// Some are not.
    Double(Vec<f64>),
}

/// Some of the figures, as they are kept.
#[derive(Clone, Copy)]
pub(super) enum Figures<'a> {
    Single(&'a [f32]),
    Double(&'a [f64]),
}

/// Whether two numbers are the same to the bit.
pub(super) fn is_same(one: f64, other: f64) -> bool {
    one.to_bits() == other.to_bits()
}

fn is_single(figure: f64) -> bool {
    is_same(f64::from(figure as f32), figure) || figure.is_nan()
}

/// Room for so many, and no more.
pub(super) fn exact_room<T>(count: usize) -> Vec<T> {
    let mut list = Vec::new();
    list.reserve_exact(count);
    list
}

impl Values {
    /// None yet, with room for so many.
    #[must_use]
    pub fn with_capacity(count: usize) -> Self {
        Self { kept: Kept::Single(exact_room(count)), are_fine: true }
    }

    /// None yet, with room for so many that are like those given: room that is of no use leaves a hole
    /// in a memory that never shrinks.
    #[must_use]
    pub fn like(count: usize, figures: &[f64]) -> Self {
        let single = figures.iter().all(|figure| is_single(*figure));
        let kept = if single { Kept::Single(exact_room(count)) } else { Kept::Double(exact_room(count)) };
        Self { kept, are_fine: true }
    }

    /// None yet, and none to be kept for now: figures are looked at first, so that others can make
    /// room for them.
    #[must_use]
    pub fn awaited() -> Self {
        Self { kept: Kept::Awaited { count: 0, single: true }, are_fine: true }
    }

    /// Looks at figures that are awaited, or keeps them, after those before.
    pub fn extend(&mut self, figures: &[f64]) {
        let mut are_fine = self.are_fine;
        for figure in figures {
            are_fine &= figure.abs() <= LARGEST_NUMBER;
        }
        self.are_fine = are_fine;
        match &mut self.kept {
            Kept::Awaited { count, single } => {
                *count += figures.len();
                *single = *single && figures.iter().all(|figure| is_single(*figure));
            }
            Kept::Single(kept) if figures.iter().all(|figure| is_single(*figure)) => {
                kept.extend(figures.iter().map(|figure| *figure as f32));
            }
            Kept::Single(kept) => {
                let mut double = exact_room(kept.capacity());
                double.extend(kept.iter().map(|kept| f64::from(*kept)));
                double.extend_from_slice(figures);
                self.kept = Kept::Double(double);
            }
            Kept::Double(kept) => kept.extend_from_slice(figures),
        }
    }

    /// Keeps the figures that were looked at. They are read from an index on, as many as there is
    /// room for, and must be those that they were.
    pub fn keep(&mut self, mut read: impl FnMut(usize, &mut [f64])) {
        let Kept::Awaited { count, single } = self.kept else { return };
        if !single {
            let mut figures = vec![0.0; count];
            read(0, &mut figures);
            self.kept = Kept::Double(figures);
            return;
        }
        let mut figures = exact_room(count);
        let mut piece = vec![0.0; PIECE.min(count)];
        for first in (0..count).step_by(PIECE) {
            let piece = &mut piece[..PIECE.min(count - first)];
            read(first, piece);
            figures.extend(piece.iter().map(|figure| *figure as f32));
        }
        self.kept = Kept::Single(figures);
    }

    /// Whether all of them are numbers, and none too large.
    #[must_use]
    pub fn are_fine(&self) -> bool {
        self.are_fine
    }

    /// The figure at an index, which must be one of theirs.
    #[must_use]
    #[inline]
    pub fn at(&self, index: usize) -> f64 {
        match &self.kept {
            Kept::Single(figures) => f64::from(figures[index]),
            Kept::Double(figures) => figures[index],
            Kept::Awaited { .. } => f64::NAN,
        }
    }

    /// Those of a stretch, which must be one of theirs.
    pub(super) fn figures(&self, within: std::ops::Range<usize>) -> Figures<'_> {
        match &self.kept {
            Kept::Single(figures) => Figures::Single(&figures[within]),
            Kept::Double(figures) => Figures::Double(&figures[within]),
            Kept::Awaited { .. } => Figures::Double(&[]),
        }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.kept {
            Kept::Awaited { count, .. } => *count,
            Kept::Single(figures) => figures.len(),
            Kept::Double(figures) => figures.len(),
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The bytes that they take.
    #[must_use]
    pub fn bytes(&self) -> usize {
        match &self.kept {
            Kept::Awaited { .. } => 0,
            Kept::Single(figures) => figures.capacity() * 4,
            Kept::Double(figures) => figures.capacity() * 8,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Values;

    #[test]
    fn figures_are_kept_exactly() {
        for (figures, bytes) in [(vec![1.0, -2.5, 16_777_215.0], 4), (vec![1.0, 0.1, 16_777_217.0], 8)] {
            let mut values = Values::with_capacity(figures.len());
            values.extend(&figures);
            let read: Vec<f64> = (0..values.len()).map(|index| values.at(index)).collect();
            assert_eq!((read, values.bytes()), (figures.clone(), bytes * figures.len()));
        }
    }

    #[test]
    fn figures_that_were_looked_at_are_kept_as_if_they_had_been_read_at_once() {
        for scale in [1.0, 0.1] {
            let figures: Vec<f64> = (0..20_000).map(|index| f64::from(index) * scale).collect();
            let (mut awaited, mut read) = (Values::awaited(), Values::with_capacity(figures.len()));
            for piece in figures.chunks(999) {
                awaited.extend(piece);
                read.extend(piece);
            }
            assert!(awaited.len() == figures.len() && awaited.bytes() == 0 && awaited.are_fine());
            awaited.keep(|first, room| room.copy_from_slice(&figures[first..first + room.len()]));
            assert_eq!(awaited, read);
            assert_eq!(awaited.bytes(), read.bytes());
        }
        for odd in [f64::NAN, f64::INFINITY, -2e15] {
            let mut awaited = Values::awaited();
            awaited.extend(&[1.0, odd]);
            awaited.extend(&[2.0]);
            assert!(!awaited.are_fine(), "{odd}");
        }
    }
}
