//! Columns as a page handed them over, read but not yet checked: what is no column or no text is
//! kept as what was found in its place, so that the check can tell it.

use super::codes::Codes;
use super::numbers::Values;
use super::times::Times;
use crate::dataset::node::{Node, Value};

/// What stood under `columns`.
#[derive(Clone, Debug, PartialEq)]
pub enum RawColumns {
    /// A list, and what its items are.
    List(Vec<RawItem>),
    /// Something else.
    Other(Node),
}

/// An item of the list.
#[derive(Clone, Debug, PartialEq)]
pub enum RawItem {
    /// An object, with what its names hold.
    Block(Box<RawBlock>),
    /// Something else.
    Other(Node),
}

/// Points that are handed over together: very many observations of one metric.
#[derive(Clone, Debug, PartialEq)]
pub struct RawBlock {
    /// Names its points: `observation:ID:INDEX`.
    pub id: Node,
    /// The id of what is counted.
    pub metric: Node,
    /// The source's own noun; null where it has none of its own.
    pub term: Node,
    /// When, in epoch milliseconds.
    pub time: RawColumn<Times>,
    /// How many.
    pub value: RawColumn<Values>,
    /// Where: ids of places.
    pub place: RawCodes,
    /// Who says so: ids of sources.
    pub source: RawCodes,
    /// How each is hedged; null: printed without a hedge.
    pub qualifier: RawCodes,
    /// Names that no block has.
    pub unknown: Vec<String>,
}

impl Default for RawBlock {
    fn default() -> Self {
        let null = || Node::from(Value::Null);
        Self {
            id: null(),
            metric: null(),
            term: null(),
            time: RawColumn::Other(null()),
            value: RawColumn::Other(null()),
            place: RawCodes::One(null()),
            source: RawCodes::One(null()),
            qualifier: RawCodes::One(null()),
            unknown: Vec::new(),
        }
    }
}

/// A column of numbers. What is no number in it is put there as not-a-number.
#[derive(Clone, Debug, PartialEq)]
pub enum RawColumn<T> {
    /// Numbers.
    Numbers(T),
    /// Something else, or more than there may be ([`Value::Excess`]).
    Other(Node),
}

/// One text for all points, or a dictionary and a code for each.
#[derive(Clone, Debug, PartialEq)]
pub enum RawCodes {
    /// One for all, or something else.
    One(Node),
    /// An object with `dictionary` and `codes`.
    Codes {
        /// A list of texts, or what was found in its place.
        dictionary: Node,
        /// Codes of that dictionary.
        codes: RawColumn<Codes>,
    },
}
