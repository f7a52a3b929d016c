//! What is wrong with an input, as a value: where, what was found, what was expected.

use serde::Serialize;

/// Whether a problem stops the input from being used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// It does.
    Error,
    /// It does not: the value is passed over, or the default taken.
    Warning,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Problem {
    /// A short stable word for programs: `duplicate-id`, `dangling-reference`, …
    pub code: &'static str,
    /// Where: `observations[3].period.from`; empty for the whole.
    pub path: String,
    /// What was found and what was expected, in a sentence for people.
    pub message: String,
    /// Whether it stops the input from being used.
    pub severity: Severity,
    /// The line of the file, counted from 1; 0 where there is no file.
    #[serde(skip)]
    pub line: u32,
}
