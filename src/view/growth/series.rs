//! Which figures the view draws, and how: told by their metric's kind, never by its name.

use std::ops::Range;

use super::Input;
use crate::dataset::period::Day;
use crate::dataset::tables::{Metric, MetricKind, Observation};
use crate::order::{self, day};

/// One panel: a count over time, and what was added to it in periods.
pub(super) struct Series<'a> {
    /// What is counted.
    pub metric: &'a Metric,
    /// Its figures, in the order of time.
    pub points: Vec<&'a Observation>,
    /// The flows of the same unit, in the order of time.
    pub bars: Vec<&'a Observation>,
}

/// Everything that is drawn.
pub(super) struct Content<'a> {
    /// Counts told more than once.
    pub series: Vec<Series<'a>>,
    /// Counts told once, and those of smaller places.
    pub figures: Vec<&'a Observation>,
}

/// The line-up view counts models; everything else that accumulates is growth.
const COUNTED_ELSEWHERE: &str = "models";

pub(super) fn collect<'a>(input: &Input<'a>) -> Content<'a> {
    let mut content = Content { series: Vec::new(), figures: Vec::new() };
    let wanted =
        |metric: &Metric| input.options.metric.as_ref().map_or(metric.id != COUNTED_ELSEWHERE, |id| *id == metric.id);
    let counts = |metric: &&Metric| matches!(metric.kind, MetricKind::Stock | MetricKind::Cumulative) && wanted(metric);
    for metric in input.dataset.metrics.iter().filter(counts) {
        let rows = rows(input, metric);
        let (points, elsewhere): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.place == input.options.place);
        let flows =
            input.dataset.metrics.iter().filter(|flow| flow.kind == MetricKind::Flow && flow.unit == metric.unit);
        let mut bars: Vec<&Observation> =
            flows.flat_map(|flow| self::rows(input, flow)).filter(|row| row.place == input.options.place).collect();
        order::sort_by_key(&mut bars, |row| (day(row.period.from), day(row.period.to)));
        if points.len() > 1 || !bars.is_empty() {
            content.series.push(Series { metric, points, bars });
        } else {
            content.figures.extend(points);
        }
        if input.options.place == "world" {
            // The latest figure of each smaller place: its history is one `place` away.
            for (index, row) in elsewhere.iter().enumerate() {
                if !elsewhere[index + 1..].iter().any(|later| later.place == row.place) {
                    content.figures.push(row);
                }
            }
        }
    }
    order::sort_by_key(&mut content.figures, |row| (i64::from(row.place != input.options.place), 0));
    content
}

/// A metric's figures of no model and no partner alone, in the order of time.
fn rows<'a>(input: &Input<'a>, metric: &Metric) -> Vec<&'a Observation> {
    let mut rows: Vec<&Observation> = input
        .history()
        .observations()
        .filter(|row| row.metric == metric.id && row.model.is_none() && row.partner.is_none())
        .collect();
    order::sort_by_key(&mut rows, |row| (day(row.period.end()), day(row.period.start())));
    rows
}

impl Content<'_> {
    /// The stretch of days that the panels share, with a little room at both ends; `None`
    /// when there is nothing to draw.
    pub fn days(&self) -> Option<Range<Day>> {
        let all = || self.series.iter().flat_map(|series| series.points.iter().chain(&series.bars));
        let ends = all().filter_map(|row| row.period.end());
        let starts = self.series.iter().flat_map(|series| &series.bars).filter_map(|row| row.period.start());
        let first = ends.clone().chain(starts).min();
        let last = ends.max();
        match (first, last) {
            (Some(first), Some(last)) => {
                let room = f64::from(last.0 - first.0).max(60.0);
                let moved = |day: Day, days: f64| Day(day.0.saturating_add(days as i32));
                Some(moved(first, -room * 0.035)..moved(last, room * 0.05))
            }
            _ => self.figures.first().map(|_| Day(0)..Day(1)),
        }
    }
}
