//! Columns of numbers in the fewest bytes that hold every one of them exactly: half of what a page
//! hands over, most often, so that its own arrays and ours together stay within twice the bytes.

use crate::dataset::tables::Qualifier;

/// Lengths of the steps that times may be counted in, in milliseconds: days, minutes, seconds,
/// milliseconds.
const UNITS: [f64; 4] = [86_400_000.0, 60_000.0, 1_000.0, 1.0];

/// Moments in epoch milliseconds, UTC.
#[derive(Clone, Debug, PartialEq)]
pub struct Times {
    /// Whole steps from the first moment, or what is not made of whole steps.
    kept: Kept,
    first: f64,
}

#[derive(Clone, Debug, PartialEq)]
enum Kept {
    Steps { unit: usize, largest: i64, steps: Vec<i32> },
    Exact(Vec<f64>),
}

impl Times {
    /// None yet, with room for so many.
    #[must_use]
    pub fn with_capacity(count: usize) -> Self {
        Self { kept: Kept::Steps { unit: 0, largest: 0, steps: exact_room(count) }, first: 0.0 }
    }

    /// Adds moments after those that are there.
    pub fn extend(&mut self, moments: &[f64]) {
        for moment in moments {
            self.push(*moment);
        }
    }

    fn push(&mut self, moment: f64) {
        if self.is_empty() {
            self.first = moment;
        }
        let offset = moment - self.first;
        loop {
            let (unit, step) = match &mut self.kept {
                Kept::Exact(moments) => return moments.push(moment),
                Kept::Steps { unit, largest, steps } => {
                    let step = offset / UNITS[*unit];
                    let whole = step.fract() == 0.0 && step.abs() <= f64::from(i32::MAX);
                    if whole && (self.first + step * UNITS[*unit]).to_bits() == moment.to_bits() {
                        *largest = (*largest).max(step.abs() as i64);
                        return steps.push(step as i32);
                    }
                    (*unit, step)
                }
            };
            // Finer steps, unless they do not reach so far.
            self.refine(unit, step.abs() <= f64::from(i32::MAX));
        }
    }

    fn refine(&mut self, coarse: usize, reaches: bool) {
        let Kept::Steps { unit, largest, steps } = &mut self.kept else { return };
        let factor = UNITS.get(coarse + 1).map(|fine| (UNITS[coarse] / fine) as i64);
        let factor = factor.filter(|factor| reaches && largest.saturating_mul(*factor) <= i64::from(i32::MAX));
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
            Kept::Steps { unit, steps, .. } => self.first + f64::from(steps[index]) * UNITS[*unit],
            Kept::Exact(moments) => moments[index],
        }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.kept {
            Kept::Steps { steps, .. } => steps.len(),
            Kept::Exact(moments) => moments.len(),
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
            Kept::Steps { steps, .. } => steps.capacity() * 4,
            Kept::Exact(moments) => moments.capacity() * 8,
        }
    }
}

fn exact_room<T>(count: usize) -> Vec<T> {
    let mut list = Vec::new();
    list.reserve_exact(count);
    list
}

/// Figures.
#[derive(Clone, Debug, PartialEq)]
pub enum Values {
    /// Each of them is a number of single precision, as whole numbers below 16,777,216 are.
    Single(Vec<f32>),
    /// Some are not.
    Double(Vec<f64>),
}

impl Values {
    /// None yet, with room for so many.
    #[must_use]
    pub fn with_capacity(count: usize) -> Self {
        Self::Single(exact_room(count))
    }

    /// None yet, with room for so many that are like those given: room that is of no use leaves a hole
    /// in a memory that never shrinks.
    #[must_use]
    pub fn like(count: usize, figures: &[f64]) -> Self {
        let single = |figure: &f64| f64::from(*figure as f32).to_bits() == figure.to_bits() || figure.is_nan();
        if figures.iter().all(single) { Self::Single(exact_room(count)) } else { Self::Double(exact_room(count)) }
    }

    /// Adds figures after those that are there.
    pub fn extend(&mut self, figures: &[f64]) {
        for figure in figures {
            if let Self::Single(kept) = self {
                let single = *figure as f32;
                if f64::from(single).to_bits() == figure.to_bits() || figure.is_nan() {
                    kept.push(single);
                    continue;
                }
                let mut double = exact_room(kept.capacity());
                double.extend(kept.iter().map(|kept| f64::from(*kept)));
                *self = Self::Double(double);
            }
            if let Self::Double(kept) = self {
                kept.push(*figure);
            }
        }
    }

    /// The figure at an index, which must be one of theirs.
    #[must_use]
    #[inline]
    pub fn at(&self, index: usize) -> f64 {
        match self {
            Self::Single(figures) => f64::from(figures[index]),
            Self::Double(figures) => figures[index],
        }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Single(figures) => figures.len(),
            Self::Double(figures) => figures.len(),
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
        match self {
            Self::Single(figures) => figures.capacity() * 4,
            Self::Double(figures) => figures.capacity() * 8,
        }
    }
}

/// The most codes that are kept to be named as wrong.
const MOST_WRONG: usize = 100;

/// Codes: places of a dictionary, counted from 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Codes {
    kept: KeptCodes,
    words: usize,
    /// Those that name nothing, and where they stand: the first of them.
    wrong: Vec<(usize, f64)>,
    /// How many there are of these in all.
    wrong_count: usize,
}

#[derive(Clone, Debug, PartialEq)]
enum KeptCodes {
    Bytes(Vec<u8>),
    Pairs(Vec<u16>),
}

impl Codes {
    /// None yet, of a dictionary with so many words, with room for so many.
    #[must_use]
    pub fn with_capacity(words: usize, count: usize) -> Self {
        let kept = if words <= 256 { KeptCodes::Bytes(exact_room(count)) } else { KeptCodes::Pairs(exact_room(count)) };
        Self { kept, words, wrong: Vec::new(), wrong_count: 0 }
    }

    /// Adds codes after those that are there.
    pub fn extend(&mut self, codes: &[f64]) {
        for code in codes {
            let right = *code >= 0.0 && code.fract() == 0.0 && (*code as usize) < self.words.min(1 << 16);
            if !right {
                self.wrong_count += 1;
                if self.wrong.len() < MOST_WRONG {
                    self.wrong.push((self.len(), *code));
                }
            }
            let code = if right { *code as usize } else { 0 };
            match &mut self.kept {
                KeptCodes::Bytes(kept) => kept.push(code as u8),
                KeptCodes::Pairs(kept) => kept.push(code as u16),
            }
        }
    }

    /// Where the first codes stand that name nothing, and what they are.
    #[must_use]
    pub fn wrong(&self) -> &[(usize, f64)] {
        &self.wrong
    }

    /// How many codes name nothing.
    #[must_use]
    pub fn wrong_count(&self) -> usize {
        self.wrong_count
    }

    /// The code at an index, which must be one of theirs.
    #[must_use]
    #[inline]
    pub fn at(&self, index: usize) -> usize {
        match &self.kept {
            KeptCodes::Bytes(kept) => kept[index].into(),
            KeptCodes::Pairs(kept) => kept[index].into(),
        }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.kept {
            KeptCodes::Bytes(kept) => kept.len(),
            KeptCodes::Pairs(kept) => kept.len(),
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
            KeptCodes::Bytes(kept) => kept.capacity(),
            KeptCodes::Pairs(kept) => kept.capacity() * 2,
        }
    }
}

/// What each point of a block has: one and the same for all, or by a code.
#[derive(Clone, Debug, PartialEq)]
pub struct Coded<T> {
    /// What there is; one item where there are no codes.
    pub words: Vec<T>,
    /// Which of these a point has.
    pub codes: Option<Codes>,
    /// Which of the words some point has.
    used: Vec<bool>,
}

impl<T> Coded<T> {
    /// The same for all.
    #[must_use]
    pub fn one(word: T) -> Self {
        Self { words: vec![word], codes: None, used: vec![true] }
    }

    /// By codes, which must each be that of a word.
    #[must_use]
    pub fn by_codes(words: Vec<T>, codes: Codes) -> Self {
        let mut used = vec![false; words.len()];
        for index in 0..codes.len() {
            used[codes.at(index)] = true;
        }
        Self { words, codes: Some(codes), used }
    }

    /// Whether some point has a word that is such.
    #[must_use]
    pub fn is_used(&self, such: impl Fn(&T) -> bool) -> bool {
        self.words.iter().zip(&self.used).any(|(word, used)| *used && such(word))
    }

    /// The words that some point has.
    pub fn used(&self) -> impl Iterator<Item = &T> {
        self.words.iter().zip(&self.used).filter(|(_, used)| **used).map(|(word, _)| word)
    }

    /// Which of the words a point has.
    #[must_use]
    #[inline]
    pub fn code(&self, index: usize) -> usize {
        self.codes.as_ref().map_or(0, |codes| codes.at(index))
    }

    /// What a point has.
    #[must_use]
    #[inline]
    pub fn at(&self, index: usize) -> &T {
        &self.words[self.code(index)]
    }

    /// The bytes that the codes take.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.codes.as_ref().map_or(0, Codes::bytes)
    }
}

impl Coded<Qualifier> {
    /// Whether a point's figure is printed without a hedge.
    #[must_use]
    #[inline]
    pub fn is_exact(&self, index: usize) -> bool {
        *self.at(index) == Qualifier::Exact
    }
}

#[cfg(test)]
mod tests {
    use super::{Codes, Times, Values};

    fn kept(moments: &[f64]) -> (Vec<f64>, usize) {
        let mut times = Times::with_capacity(moments.len());
        times.extend(moments);
        ((0..times.len()).map(|index| times.at(index)).collect(), times.bytes())
    }

    #[test]
    fn times_are_kept_exactly_in_as_few_bytes_as_they_need() {
        const DAY: f64 = 86_400_000.0;
        let cases: [(&[f64], usize); 8] = [
            (&[0.0, DAY, 20_000.0 * DAY, -700_000.0 * DAY], 4),
            (&[DAY * 10.0 + 7.0, DAY * 12.0 + 7.0], 4),
            (&[DAY, DAY + 60_000.0, DAY * 3.0], 4),
            (&[DAY, DAY + 1_000.0, DAY * 3.0, DAY + 1_001.0], 4),
            // Milliseconds do not reach a century.
            (&[0.0, DAY * 36_525.0, 1.0], 8),
            (&[0.0, 1.0, DAY * 36_525.0], 8),
            (&[0.5, 1.25, DAY], 8),
            (&[1_700_000_000_123.0, 1_700_000_000_124.0], 4),
        ];
        for (moments, bytes) in cases {
            assert_eq!(kept(moments), (moments.to_vec(), bytes * moments.len()), "{moments:?}");
        }
        assert_eq!(kept(&[]), (Vec::new(), 0));
        let (odd, _) = kept(&[0.0, f64::NAN, f64::INFINITY, -0.0]);
        assert!(odd[1].is_nan() && odd[2].is_infinite());
    }

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
    fn codes_that_name_nothing_are_remembered() {
        let mut codes = Codes::with_capacity(3, 6);
        codes.extend(&[0.0, 2.0, 3.0, -1.0, 1.5, f64::NAN]);
        assert_eq!((codes.at(1), codes.len(), codes.bytes()), (2, 6, 6));
        assert_eq!(codes.wrong.iter().map(|wrong| wrong.0).collect::<Vec<_>>(), [2, 3, 4, 5]);
        assert_eq!(Codes::with_capacity(257, 2).bytes(), 4);
    }
}
