//! What held when: the definitions of time and counts, over the rows that the options let
//! through. Nothing of this is stored anywhere; all of it follows from dated facts.

#[cfg(feature = "complete")]
pub mod columns;
pub mod markets;

use crate::dataset::Dataset;
use crate::dataset::period::Day;
use crate::dataset::tables::{Event, Observation, Statement, Status};
use crate::options::ViewOptions;

/// The rows of a dataset that the options let through, and what follows from them.
#[derive(Clone, Debug)]
pub struct History<'a> {
    /// All rows.
    pub dataset: &'a Dataset,
    /// The figures to draw: no repeats of fuller figures.
    pub observations: Vec<&'a Observation>,
    /// What happened or is to happen. Plans may lie after the end of the stretch that is
    /// shown: they are told in it.
    pub events: Vec<&'a Event>,
    /// What is said in words.
    pub statements: Vec<&'a Statement>,
    at: Option<Day>,
    /// The last day that figures in columns tell of.
    #[cfg(feature = "complete")]
    last_in_columns: Option<Day>,
}

impl<'a> History<'a> {
    /// The history that the options show.
    #[must_use]
    pub fn new(dataset: &'a Dataset, options: &ViewOptions) -> Self {
        let (observations, events, statements) = (Vec::new(), Vec::new(), Vec::new());
        let mut history = Self {
            dataset,
            observations,
            events,
            statements,
            at: options.at,
            #[cfg(feature = "complete")]
            last_in_columns: columns::last_day(dataset, options),
        };
        for row in &dataset.observations {
            let wanted = options.qualifiers.is_empty() || options.qualifiers.contains(&row.qualifier);
            let recent = options.from.is_none_or(|from| row.period.end().is_none_or(|end| end >= from));
            let told = lets_through(dataset, options, &row.source, row.period.end());
            if row.restates.is_none() && wanted && recent && told {
                history.observations.push(row);
            }
        }
        // What was launched before the stretch that is shown is still there in it.
        for row in &dataset.events {
            let end = if row.status == Status::Planned { None } else { row.period.end() };
            if lets_through(dataset, options, &row.source, end) {
                history.events.push(row);
            }
        }
        for row in &dataset.statements {
            // What is said holds from the first day on that it is said of.
            if lets_through(dataset, options, &row.source, row.period.start()) {
                history.statements.push(row);
            }
        }
        history
    }

    /// The history at all times: what the options show, had they named no day that it is
    /// shown from, to or as of.
    #[must_use]
    pub fn of_all_times(dataset: &'a Dataset, options: &ViewOptions) -> Self {
        Self::new(dataset, &ViewOptions { from: None, to: None, at: None, ..options.clone() })
    }

    /// The end of the last reported fact; `None` for a dataset without any.
    #[must_use]
    pub fn last_day(&self) -> Option<Day> {
        #[cfg(feature = "complete")]
        let mut last = self.last_in_columns;
        #[cfg(not(feature = "complete"))]
        let mut last = None;
        for row in &self.observations {
            last = last.max(row.period.end());
        }
        for row in &self.events {
            if row.status == Status::Reported {
                last = last.max(row.period.end());
            }
        }
        last
    }

    /// The day the view is drawn as of.
    #[must_use]
    pub fn at(&self) -> Option<Day> {
        self.at.or_else(|| self.last_day())
    }
}

/// Whether the options let a row of this source and end through: told by the sources and by
/// the day asked for, and true by the day that the view is drawn as of.
fn lets_through(dataset: &Dataset, options: &ViewOptions, source: &str, end: Option<Day>) -> bool {
    let before = options.to.is_none_or(|to| end.is_none_or(|end| end <= to));
    let held = options.at.is_none_or(|at| end.is_none_or(|end| end <= at));
    is_told(dataset, options, source) && before && held
}

/// Whether a source is among those asked for, and was published by the day asked for.
#[must_use]
pub fn is_told(dataset: &Dataset, options: &ViewOptions, source: &str) -> bool {
    let listed = options.sources.is_empty() || options.sources.iter().any(|id| id == source);
    let told = options.published_by.is_none_or(|limit| {
        let published = dataset.source(source).and_then(|source| source.published.end());
        published.is_some_and(|day| day <= limit)
    });
    listed && told
}
