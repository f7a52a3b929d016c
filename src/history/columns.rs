//! The points of columns that the options let through.

use std::ops::Range;
use std::rc::Rc;

use super::is_told;
use crate::dataset::Dataset;
use crate::dataset::columns::{DAY, Series};
use crate::dataset::period::Day;
use crate::dataset::tables::Qualifier;
use crate::options::ViewOptions;

/// The series that options let through by source, day of publication and qualifier.
#[must_use]
pub fn series(dataset: &Dataset, options: &ViewOptions) -> Rc<Vec<Series>> {
    let mut choice = Vec::new();
    for block in dataset.columns.blocks() {
        let told = |source: &String| is_told(dataset, options, source);
        let wanted = |word: &Qualifier| options.qualifiers.is_empty() || options.qualifiers.contains(word);
        choice
            .push((block.source.words.iter().map(told).collect(), block.qualifier.words.iter().map(wanted).collect()));
    }
    dataset.columns.narrowed(choice)
}

/// The times that options let through, in epoch milliseconds, the end excluded.
#[must_use]
pub fn times(options: &ViewOptions) -> Range<f64> {
    let start = |day: Day| f64::from(day.0) * DAY;
    let end = |day: Day| (f64::from(day.0) + 1.0) * DAY;
    let first = options.from.map_or(f64::NEG_INFINITY, start);
    first..options.to.map_or(f64::INFINITY, end).min(options.at.map_or(f64::INFINITY, end))
}

/// The day of the last point that the options let through.
#[must_use]
pub fn last_day(dataset: &Dataset, options: &ViewOptions) -> Option<Day> {
    let times = times(options);
    let mut last: Option<f64> = None;
    for series in series(dataset, options).iter() {
        let within = series.between(&times);
        if !within.is_empty() {
            let time = series.time(within.end - 1);
            last = Some(last.map_or(time, |last| last.max(time)));
        }
    }
    last.map(crate::dataset::columns::day_of)
}
