//! Which figures the view draws, and how: told by their metric's kind, never by its name.

use std::ops::Range;

use super::Input;
use crate::dataset::period::Day;
use crate::dataset::tables::{Metric, MetricKind, Observation};
use crate::history::History;
use crate::order::{self, day};
use crate::view::time_axis::Stretch;

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

pub(super) fn collect<'a>(input: &Input<'a>, history: &History<'a>) -> Content<'a> {
    let mut content = Content { series: Vec::new(), figures: Vec::new() };
    let mut elsewhere = Vec::new();
    for metric in &input.dataset.metrics {
        if matches!(metric.kind, MetricKind::Stock | MetricKind::Cumulative) && is_wanted(input, metric) {
            content.add(input, history, metric, &mut elsewhere);
        }
    }
    content.figures.append(&mut elsewhere);
    content
}

fn is_wanted(input: &Input, metric: &Metric) -> bool {
    match &input.options.metric {
        Some(id) => *id == metric.id,
        None => metric.id != COUNTED_ELSEWHERE,
    }
}

/// A metric's figures of no model and no partner alone, in the order of time: those of the
/// view's place if `here`, those of all others if not.
fn rows<'a>(input: &Input, history: &History<'a>, metric: &Metric, here: bool) -> Vec<&'a Observation> {
    let mut rows: Vec<&Observation> = Vec::new();
    for row in &history.observations {
        let whole = row.metric == metric.id && row.model.is_none() && row.partner.is_none();
        if whole && (row.place == input.options.place) == here {
            rows.push(row);
        }
    }
    order::sort_by_key(&mut rows, |row| (day(row.period.end()), day(row.period.start())));
    rows
}

/// What was added to a count in periods.
fn bars<'a>(input: &Input, history: &History<'a>, metric: &Metric) -> Vec<&'a Observation> {
    let mut bars = Vec::new();
    for flow in &input.dataset.metrics {
        if flow.kind == MetricKind::Flow && flow.unit == metric.unit {
            bars.append(&mut rows(input, history, flow, true));
        }
    }
    order::sort_by_key(&mut bars, |row| (day(row.period.from), day(row.period.to)));
    bars
}

impl<'a> Content<'a> {
    fn add(
        &mut self,
        input: &Input<'a>,
        history: &History<'a>,
        metric: &'a Metric,
        elsewhere: &mut Vec<&'a Observation>,
    ) {
        let mut points = rows(input, history, metric, true);
        let bars = bars(input, history, metric);
        if points.len() > 1 || !bars.is_empty() {
            self.series.push(Series { metric, points, bars });
        } else {
            self.figures.append(&mut points);
        }
        if input.options.place == "world" {
            // The latest figure of each smaller place: its history is one `place` away.
            let rows = rows(input, history, metric, false);
            for (index, row) in rows.iter().enumerate() {
                if !rows.iter().skip(index + 1).any(|later| later.place == row.place) {
                    elsewhere.push(row);
                }
            }
        }
    }

    /// Whether there is no figure.
    pub fn is_empty(&self) -> bool {
        self.series.is_empty() && self.figures.is_empty()
    }

    /// The days that the panels need.
    pub fn stretch(&self) -> Stretch {
        let mut stretch = Stretch::EMPTY;
        for series in &self.series {
            for row in &series.points {
                stretch.take(row.period.end());
            }
            for row in &series.bars {
                stretch.take(row.period.start());
                stretch.take(row.period.end());
            }
        }
        stretch
    }
}

/// The stretch of days that panels and events share, with a little room at both ends.
pub(super) fn days(stretch: Stretch) -> Range<Day> {
    if stretch.is_empty() {
        return Day(0)..Day(1);
    }
    let room = f64::from(stretch.last.0.saturating_sub(stretch.first.0)).max(60.0);
    let moved = |day: Day, days: f64| Day(day.0.saturating_add(days as i32));
    moved(stretch.first, -room * 0.035)..moved(stretch.last, room * 0.09)
}
