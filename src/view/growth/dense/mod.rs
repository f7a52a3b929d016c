//! Series of very many figures, from columns: a line by what each column of pixels holds, and
//! marks for that. What is done is bounded by pixels, however many figures there are.

mod line;
mod marks;
mod pixels;

use std::ops::Range;
use std::rc::Rc;

use super::super::Input;
use super::series::{self, Content};
use crate::dataset::columns::{self, DAY};
use crate::dataset::tables::{Metric, MetricKind, Observation};
use crate::history;
use crate::messages::Key;
use crate::view::time_axis::Stretch;

pub(super) use line::draw;

/// The series that the options let through, and what is told of them in words.
pub(super) struct Told {
    series: Rc<Vec<columns::Series>>,
    /// Of each that is drawn, where it stands, and its figures in the stretch that is shown.
    drawn: Vec<Drawn>,
    /// The latest figure of each smaller place.
    elsewhere: Vec<Observation>,
}

struct Drawn {
    series: usize,
    within: Range<usize>,
    first: Observation,
    last: Observation,
}

/// One series in a panel.
pub(super) struct Dense<'a> {
    pub series: &'a columns::Series,
    /// Where its figures stand in the stretch that is shown: at least one.
    pub within: Range<usize>,
    /// The first of them.
    pub first: &'a Observation,
    /// The last of them.
    pub last: &'a Observation,
}

impl Told {
    pub fn new(input: &Input) -> Self {
        let series = history::columns::series(input.dataset, input.options);
        let times = history::columns::times(input.options);
        let mut told = Self { series: Rc::clone(&series), drawn: Vec::new(), elsewhere: Vec::new() };
        // The latest of the smaller places, by metric and place.
        let mut latest: Vec<(usize, usize, f64, usize)> = Vec::new();
        for (position, series) in series.iter().enumerate() {
            let Some(metric) = input.dataset.metric_position(&series.block.metric) else { continue };
            let within = series.between(&times);
            if within.is_empty() || !is_drawn(input, &input.dataset.metrics[metric]) {
                continue;
            }
            let row = |at: usize| series.block.point(series.index(at)).observation();
            if series.place() == input.options.place {
                let (first, last) = (row(within.start), row(within.end - 1));
                told.drawn.push(Drawn { series: position, within, first, last });
            } else if input.options.place == "world" {
                let Some(place) = input.dataset.place_position(series.place()) else { continue };
                latest.push((metric, place, series.time(within.end - 1), position));
            }
        }
        latest.sort_by(|one, other| {
            (one.0, one.1).cmp(&(other.0, other.1)).then_with(|| other.2.total_cmp(&one.2)).then(one.3.cmp(&other.3))
        });
        latest.dedup_by_key(|known| (known.0, known.1));
        for (_, _, _, position) in latest {
            let series = &series[position];
            let at = series.between(&times).end - 1;
            told.elsewhere.push(series.block.point(series.index(at)).observation());
        }
        told
    }

    /// Puts the series into the panels of their metrics, and the figures of smaller places beside.
    pub fn join<'a>(&'a self, input: &Input<'a>, mut content: Content<'a>) -> Content<'a> {
        for drawn in &self.drawn {
            let series = &self.series[drawn.series];
            let dense = Dense { series, within: drawn.within.clone(), first: &drawn.first, last: &drawn.last };
            let Some(position) = input.dataset.metric_position(&series.block.metric) else { continue };
            panel(input, &mut content, position).dense.push(dense);
        }
        content.figures.extend(self.elsewhere.iter());
        content
    }
}

fn is_drawn(input: &Input, metric: &Metric) -> bool {
    matches!(metric.kind, MetricKind::Stock | MetricKind::Cumulative) && series::is_wanted(input, metric)
}

/// The panel of a metric, in the order of their table; what was told of it once stands in it.
fn panel<'c, 'a>(input: &Input<'a>, content: &'c mut Content<'a>, position: usize) -> &'c mut series::Series<'a> {
    let metric = &input.dataset.metrics[position];
    let comes_before = |series: &series::Series| input.dataset.metric_position(&series.metric.id) < Some(position);
    let at = content.series.partition_point(comes_before);
    if content.series.get(at).is_none_or(|series| series.metric.id != metric.id) {
        let is_here = |row: &&Observation| row.metric == metric.id && row.place == input.options.place;
        let points = content.figures.iter().copied().filter(is_here).collect();
        content.figures.retain(|row| !is_here(row));
        content.series.insert(at, series::Series::new(metric, points, Vec::new()));
    }
    &mut content.series[at]
}

impl Dense<'_> {
    /// The lowest and the highest figure that is shown.
    pub fn extremes(&self) -> (f64, f64) {
        let found = self.series.extremes(self.within.clone()).0;
        found.map_or((0.0, 0.0), |(lowest, highest)| (self.series.value(lowest), self.series.value(highest)))
    }
}

/// The y axis of a panel with such series: from 0 where that is not far from the lowest figure,
/// to the highest that is shown.
pub(super) fn figures(dense: &[Dense], lowest: f64, highest: f64) -> (f64, f64) {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for dense in dense {
        let extremes = dense.extremes();
        (low, high) = (low.min(extremes.0), high.max(extremes.1));
    }
    let flat = high - low < (high.abs().max(low.abs())) * 0.4;
    let rows = lowest < 0.0 || highest > 0.0;
    if flat && high > low && !rows { (low, high) } else { (low.min(lowest), high.max(highest)) }
}

/// The stretch of the time axis in epoch milliseconds, where columns alone are drawn over it; in
/// whole days it would be too coarse for hours.
pub(super) fn days(content: &Content, stretch: Stretch) -> Option<Range<f64>> {
    let (mut first, mut last) = (f64::INFINITY, f64::NEG_INFINITY);
    for series in &content.series {
        if !(series.points.is_empty() && series.bars.is_empty()) {
            return None;
        }
        for dense in &series.dense {
            first = first.min(dense.series.time(dense.within.start));
            last = last.max(dense.series.time(dense.within.end - 1));
        }
    }
    if first > last {
        return None;
    }
    // What happened on other days is drawn over the same axis.
    if stretch.first < columns::day_of(first) {
        first = f64::from(stretch.first.0) * DAY;
    }
    last = last.max(f64::from(stretch.last.0) * DAY);
    let room = last - first;
    let room = if room > 0.0 { room } else { DAY };
    Some(first - room * 0.02..last + room * 0.07)
}

/// From the first figure to the last; the latest alone where they are of one day.
pub(super) fn title(input: &Input, content: &Content) -> Option<String> {
    let messages = input.messages;
    let series = content.series.first().filter(|series| !series.dense.is_empty())?;
    let mut rows: Vec<&Observation> = series.points.clone();
    rows.extend(series.dense.iter().flat_map(|dense| [dense.first, dense.last]));
    let first = rows.iter().min_by_key(|row| row.period.end())?;
    let last = rows.iter().rev().max_by_key(|row| row.period.end())?;
    let (from, to) = (first.period.end()?, last.period.end()?);
    if from < to && first.term == last.term {
        let (first, last) = (input.hedged(first), input.hedged(last));
        let duration = messages.duration(from, to);
        return Some(messages.fill(Key::GrowthTitle, &[&first, &series.metric.unit_other, &last, &duration]));
    }
    Some(messages.fill(Key::GrowthTitleLatest, &[&input.figure(last), &messages.moment(&last.period)]))
}

/// The first and the last day of a short stretch by their dates: months would be the same.
pub(super) fn told_days(input: &Input, content: &Content, stretch: Stretch) -> Option<(String, String)> {
    const SHORT: i32 = 92;
    let dense = content.series.iter().any(|series| !series.dense.is_empty());
    let short = stretch.last.0.saturating_sub(stretch.first.0) < SHORT;
    let told = || (input.messages.date_short(stretch.first), input.messages.date_short(stretch.last));
    (dense && short).then(told)
}
