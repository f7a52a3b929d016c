//! Codes of dictionaries: what each point of a block has, in a byte or two.

use super::numbers::exact_room;
use crate::dataset::tables::Qualifier;

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
        match &mut self.kept {
            KeptCodes::Bytes(kept) if codes.iter().all(|code| names(*code, self.words)) => {
                return kept.extend(codes.iter().map(|code| *code as u8));
            }
            KeptCodes::Pairs(kept) if codes.iter().all(|code| names(*code, self.words)) => {
                return kept.extend(codes.iter().map(|code| *code as u16));
            }
            _ => {}
        }
        for code in codes {
            let right = names(*code, self.words);
            if !right {
                self.wrong_count += 1;
                if self.wrong.len() < MOST_WRONG {
                    self.wrong.push((self.len(), *code));
                }
            }
            let code = if right { *code as u16 } else { 0 };
            match &mut self.kept {
                KeptCodes::Bytes(kept) => kept.push(code as u8),
                KeptCodes::Pairs(kept) => kept.push(code),
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

/// Whether a code is that of one of so many words.
fn names(code: f64, words: usize) -> bool {
    let whole = code as u16;
    f64::from(whole) - code == 0.0 && usize::from(whole) < words
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
    use super::Codes;

    #[test]
    fn codes_that_name_nothing_are_remembered() {
        let mut codes = Codes::with_capacity(3, 6);
        codes.extend(&[0.0, 2.0, 3.0, -1.0, 1.5, f64::NAN]);
        assert_eq!((codes.at(1), codes.len(), codes.bytes()), (2, 6, 6));
        assert_eq!(codes.wrong.iter().map(|wrong| wrong.0).collect::<Vec<_>>(), [2, 3, 4, 5]);
        assert_eq!(Codes::with_capacity(257, 2).bytes(), 4);
    }
}
