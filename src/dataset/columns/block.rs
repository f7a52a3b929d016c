//! Points that a page handed over together, checked.

use super::codes::Coded;
use super::numbers::Values;
use super::times::Times;
use crate::dataset::period::{Basis, Day, Period, Precision};
use crate::dataset::tables::{Observation, Qualifier};

/// A day in milliseconds.
pub const DAY: f64 = 86_400_000.0;

/// Very many observations of one metric.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Names its points.
    pub id: String,
    /// The id of what is counted.
    pub metric: String,
    /// The source's own noun, where it has one of its own.
    pub term: Option<String>,
    /// The name of what is counted, which stands for the noun where there is none.
    pub name: String,
    /// When.
    pub time: Times,
    /// How many.
    pub value: Values,
    /// Where.
    pub place: Coded<String>,
    /// Who says so.
    pub source: Coded<String>,
    /// How each is hedged.
    pub qualifier: Coded<Qualifier>,
    /// How finely its times are told.
    pub clock: Clock,
}

/// How finely times are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clock {
    /// All of them are midnights: days.
    Day,
    /// Hours and minutes.
    Minute,
    /// Seconds, too.
    Second,
    /// Thousandths, too.
    Millisecond,
}

impl Clock {
    /// This one, or the coarsest finer one that tells a time.
    #[must_use]
    pub(super) fn finer(self, time: f64) -> Self {
        let mut clock = self;
        while clock != Self::Millisecond && time % clock.length() != 0.0 {
            clock = match clock {
                Self::Day => Self::Minute,
                Self::Minute => Self::Second,
                Self::Second | Self::Millisecond => Self::Millisecond,
            };
        }
        clock
    }

    /// Its unit in milliseconds.
    #[must_use]
    pub fn length(self) -> f64 {
        match self {
            Self::Day => DAY,
            Self::Minute => 60_000.0,
            Self::Second => 1_000.0,
            Self::Millisecond => 1.0,
        }
    }
}

/// The day that a time lies in.
#[must_use]
pub fn day_of(time: f64) -> Day {
    Day((time / DAY).floor() as i32)
}

/// One point of a block.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point<'a> {
    /// What it is part of.
    pub block: &'a Block,
    /// Where it stands there, in the host's order.
    pub index: usize,
    /// Of how many points it is the lowest or the highest, where it is drawn as one of these; 0
    /// where it is drawn alone.
    pub among: usize,
    /// Whether it is the highest of these.
    pub is_highest: bool,
}

impl Block {
    /// How many points it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.time.len()
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A point by its index, which must be one of its.
    #[must_use]
    pub fn point(&self, index: usize) -> Point<'_> {
        Point { block: self, index, among: 0, is_highest: false }
    }

    /// The bytes that its columns take.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let coded = self.place.bytes() + self.source.bytes() + self.qualifier.bytes();
        self.time.bytes() + self.value.bytes() + coded
    }
}

impl<'a> Point<'a> {
    /// Its Ref.
    #[must_use]
    pub fn reference(self) -> String {
        ["observation:", &self.id()].concat()
    }

    /// Its id, as a row of `observations` would have one.
    #[must_use]
    pub fn id(self) -> String {
        [&self.block.id, ":", &crate::decimal::whole(self.index as u64)].concat()
    }

    /// When, in epoch milliseconds.
    #[must_use]
    pub fn time(self) -> f64 {
        self.block.time.at(self.index)
    }

    /// How many.
    #[must_use]
    pub fn value(self) -> f64 {
        self.block.value.at(self.index)
    }

    /// The id of the place.
    #[must_use]
    pub fn place(self) -> &'a str {
        self.block.place.at(self.index)
    }

    /// The id of the source.
    #[must_use]
    pub fn source(self) -> &'a str {
        self.block.source.at(self.index)
    }

    /// How it is hedged.
    #[must_use]
    pub fn qualifier(self) -> Qualifier {
        *self.block.qualifier.at(self.index)
    }

    /// Its day.
    #[must_use]
    pub fn period(self) -> Period {
        let day = Some(day_of(self.time()));
        Period { from: day, to: day, precision: Precision::Day, basis: Basis::Stated }
    }

    /// The row that it would be in the table of observations.
    #[must_use]
    pub fn observation(self) -> Observation {
        Observation {
            id: self.id(),
            metric: self.block.metric.clone(),
            place: self.place().to_owned(),
            model: None,
            partner: None,
            value: self.value(),
            qualifier: self.qualifier(),
            period: self.period(),
            term: self.block.term.as_ref().unwrap_or(&self.block.name).clone(),
            method: None,
            restates: None,
            source: self.source().to_owned(),
            passage: None,
            note: None,
        }
    }
}
