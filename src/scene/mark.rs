//! A mark: one drawn item with its evidence.

use serde::Serialize;

use super::geometry::{Point, Rectangle};
use crate::dataset::period::Period;
use crate::dataset::tables::{Qualifier, Status};

/// The smallest target of a pointer, in CSS pixels.
pub const SMALLEST_TARGET: f64 = 24.0;

/// One drawn item with its evidence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mark {
    /// Stable name, the same in every drawing of the same fact.
    pub id: String,
    /// The view it is drawn in.
    pub view: &'static str,
    /// Its form: `point`, `bar`, `figure`, `model`, `edition`, `concept`, `plan`, `count`, …
    pub kind: &'static str,
    /// Short and complete, to be read aloud: "41 markets, mid-2026, smart newsroom".
    pub label: String,
    /// Its figure, in `unit`; none where it has no figure.
    pub value: Option<f64>,
    /// What is counted or measured.
    pub unit: Option<String>,
    /// The metric of the figure: what lower and higher is said among.
    #[serde(skip)]
    pub metric: Option<String>,
    /// How the source hedges the figure.
    pub qualifier: Option<Qualifier>,
    /// Whether it happened.
    pub status: Option<Status>,
    /// When it is true.
    pub period: Option<Period>,
    /// The rows it stands for, as Refs; the first is what selecting it selects.
    pub facts: Vec<String>,
    /// Ids of the conflicts that its rows stand in.
    pub conflicts: Vec<String>,
    /// The place it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The model it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    /// The sources of its rows.
    pub sources: Vec<String>,
    /// Of a mark that stands for figures in columns: how many, from when to when.
    #[cfg(feature = "complete")]
    #[serde(skip)]
    pub span: Option<Span>,
    /// The row it stands in, counted down the picture: a panel, a lane, a line of tiles.
    #[serde(skip)]
    pub row: u32,
    /// Where it is drawn, in CSS pixels from the widget's top left.
    #[serde(rename = "box")]
    pub bounds: Rectangle,
}

/// What a mark of figures in columns stands for.
#[cfg(feature = "complete")]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// How many figures.
    pub count: usize,
    /// The time of the first, in epoch milliseconds.
    pub from: f64,
    /// The time of the last.
    pub to: f64,
    /// The lowest of them.
    pub lowest: f64,
    /// The highest of them.
    pub highest: f64,
}

impl Mark {
    /// Whether the Ref names this mark's facts, place, model or source. Marks of figures in columns
    /// answer to their facts alone: all of a picture would answer to its place.
    #[must_use]
    pub fn answers_to(&self, reference: &str) -> bool {
        #[cfg(feature = "complete")]
        if self.span.is_some() {
            return self.facts.iter().any(|fact| fact == reference);
        }
        let Some((row, id)) = reference.split_once(':') else { return false };
        // A contradiction may stand between rows of any table.
        let named = match row {
            "place" => self.place.as_deref() == Some(id),
            "model" => self.model.as_deref() == Some(id),
            "source" => self.sources.iter().any(|source| source == id),
            "conflict" => self.conflicts.iter().any(|conflict| conflict == id),
            _ => false,
        };
        named || self.facts.iter().any(|fact| fact == reference)
    }
}

/// The index of the mark at a point: of those whose target holds it, the one whose box is
/// nearest, and of several the smallest.
#[must_use]
pub fn mark_at(marks: &[Mark], point: Point) -> Option<usize> {
    let mut nearest = None;
    for (index, mark) in marks.iter().enumerate() {
        if !mark.bounds.at_least(SMALLEST_TARGET).contains_point(point) {
            continue;
        }
        let rank = (mark.bounds.distance(point), mark.bounds.width * mark.bounds.height);
        if nearest.is_none_or(|(_, known)| rank < known) {
            nearest = Some((index, rank));
        }
    }
    nearest.map(|(index, _)| index)
}
