//! Days and periods: when a fact is true, and how precisely a source says so.

use serde::Serialize;
use time::{Date, Month};

/// A calendar day, counted from 1970-01-01 (day 0), in the years 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Day(pub i32);

const EPOCH_JULIAN: i32 = 2_440_588;

impl Day {
    /// The day of a year, month (1 to 12) and day of the month; `None` if there is none.
    #[must_use]
    pub fn from_civil(year: i32, month: u8, day: u8) -> Option<Self> {
        if !(1..=9999).contains(&year) {
            return None;
        }
        let date = Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()?;
        Some(Self(date.to_julian_day() - EPOCH_JULIAN))
    }

    /// Reads `YYYY-MM-DD`; `None` for anything else, an impossible day included.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let number = |range: core::ops::Range<usize>| {
            bytes[range]
                .iter()
                .try_fold(0_i32, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + i32::from(byte - b'0')))
        };
        Self::from_civil(number(0..4)?, number(5..7)? as u8, number(8..10)? as u8)
    }

    /// Year, month (1 to 12) and day of the month.
    #[must_use]
    pub fn civil(self) -> (i32, u8, u8) {
        match Date::from_julian_day(self.0.saturating_add(EPOCH_JULIAN)) {
            Ok(date) => (date.year(), u8::from(date.month()), date.day()),
            Err(_) => (if self.0 < 0 { 1 } else { 9999 }, 1, 1),
        }
    }

    /// `YYYY-MM-DD`.
    #[must_use]
    pub fn iso(self) -> String {
        let (year, month, day) = self.civil();
        let mut text = String::with_capacity(10);
        for (number, unit) in [(year, 1000), (i32::from(month), 10), (i32::from(day), 10)] {
            if !text.is_empty() {
                text.push('-');
            }
            let (mut rest, mut unit) = (number, unit);
            while unit > 0 {
                text.push(char::from(b'0' + (rest / unit) as u8));
                rest %= unit;
                unit /= 10;
            }
        }
        text
    }

    /// The first day of this day's year.
    #[must_use]
    pub fn year_start(self) -> Self {
        Self::from_civil(self.civil().0, 1, 1).unwrap_or(self)
    }

    /// The first day of the next year; this day in the last year there is.
    #[must_use]
    pub fn next_year(self) -> Self {
        Self::from_civil(self.civil().0 + 1, 1, 1).unwrap_or(self)
    }
}

/// The place of a word in a list.
pub(crate) fn position(words: &[&str], word: &str) -> Option<usize> {
    words.iter().position(|candidate| *candidate == word)
}

/// Words that a field may hold, each with its name in the tables.
macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $word:ident = $text:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$doc])* $word,)+ }

        impl $name {
            /// The words as the tables write them, in order.
            pub const WORDS: &'static [&'static str] = &[$($text,)+];

            /// The values in the order of [`Self::WORDS`].
            pub const ALL: &'static [Self] = &[$(Self::$word,)+];

            /// The value of a word; `None` for one that is not in the list.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                $crate::dataset::period::position(Self::WORDS, word).and_then(|index| Self::ALL.get(index)).copied()
            }

            /// The word as the tables write it.
            #[must_use]
            pub fn word(self) -> &'static str {
                Self::WORDS[self as usize]
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }
    };
}
pub(crate) use words;

words! {
    /// How finely a period is known.
    Precision {
        /// One day.
        Day = "day",
        /// One month.
        Month = "month",
        /// January to June or July to December.
        HalfYear = "half-year",
        /// One year.
        Year = "year",
        /// Ten years.
        Decade = "decade",
        /// Any other stretch, open ends included.
        Span = "span",
    }
}

words! {
    /// What a period rests on.
    Basis {
        /// The source says it of this fact.
        Stated = "stated",
        /// The source says it of the passage around the fact.
        Context = "context",
        /// The source says "now": the day it was published.
        Publication = "publication",
        /// Worked out by the editors of the dataset.
        Inferred = "inferred",
    }
}

/// The stretch of time that a fact is true for, first and last day included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Period {
    /// The first day; `None` when no source tells it.
    #[serde(serialize_with = "as_iso")]
    pub from: Option<Day>,
    /// The last day; `None` when it is open.
    #[serde(serialize_with = "as_iso")]
    pub to: Option<Day>,
    /// How finely it is known.
    pub precision: Precision,
    /// What it rests on.
    pub basis: Basis,
}

/// A day in JSON: `YYYY-MM-DD`, or `null`.
// Serde hands the field over by reference.
#[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref)]
fn as_iso<S: serde::Serializer>(day: &Option<Day>, serializer: S) -> Result<S::Ok, S::Error> {
    day.map(Day::iso).serialize(serializer)
}

impl Period {
    /// The last day, or the first where the end is open.
    #[must_use]
    pub fn end(&self) -> Option<Day> {
        self.to.or(self.from)
    }

    /// The first day, or the last where the start is open.
    #[must_use]
    pub fn start(&self) -> Option<Day> {
        self.from.or(self.to)
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn a_day_reads_back_as_written() {
        for text in ["1970-01-01", "2024-02-29", "0001-01-01", "9999-12-31", "1899-12-31"] {
            assert_eq!(Day::parse(text).map(Day::iso).as_deref(), Some(text));
        }
        assert_eq!(Day::parse("1970-01-01"), Some(Day(0)));
    }

    #[test]
    fn impossible_days_are_none() {
        for text in [
            "2023-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-04-31",
            "0000-01-01",
            "99999-01-01",
            "2026-1-01",
            "",
            "2026/01/01",
            "２026-01-01",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }
}
