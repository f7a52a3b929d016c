//! The strip of time in a picture that a reader can act on: a moment to choose, or a stretch
//! to narrow. The view draws it; controls laid over it move it.

use serde::Serialize;

use super::geometry::Rectangle;

/// What is chosen on a timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum TimelineKind {
    /// The day that the picture is drawn as of: the option `at`.
    Moment,
    /// The days that are shown: the options `from` and `to`.
    Stretch,
}

/// A place where a handle can stand.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Stop {
    /// In CSS pixels from the widget's left.
    pub x: f64,
    /// What the option becomes, as `YYYY-MM-DD`: `at`, or `from` for the handle at the start of
    /// a stretch.
    pub day: String,
    /// What `to` becomes for the handle at the end of a stretch: the day before `day`. The same
    /// as `day` for a moment.
    pub end: String,
    /// `day` in words: "30 Jun 2026: 41 markets", "January 2024".
    pub label: String,
    /// `end` in words.
    pub end_label: String,
}

/// The strip.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Timeline {
    /// What is chosen on it.
    pub kind: TimelineKind,
    /// The part of the picture in which a pointer moves the handles.
    pub bounds: Rectangle,
    /// Its name for who cannot see it: "As of", "Stretch shown".
    pub label: String,
    /// Where handles can stand, from the first day to the last.
    pub stops: Vec<Stop>,
    /// The index of the stop where the handle stands, or the last before it; of a stretch, that
    /// of its first one.
    pub first: usize,
    /// Of a stretch, where its last one stands; the same as `first` for a moment.
    pub last: usize,
    /// Where the first handle is drawn, in CSS pixels from the widget's left: at its stop, or
    /// after it where the option names a day between two.
    pub first_x: f64,
    /// Where the last one is drawn; the same as `first_x` for a moment.
    pub last_x: f64,
    /// What the first handle stands at in words, be it a stop or a day between two or outside.
    pub first_label: String,
    /// The same of the last one.
    pub last_label: String,
}
