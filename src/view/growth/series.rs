//! Which figures the view draws, and how: told by their metric's kind, never by its name.

#[cfg(feature = "complete")]
use std::collections::BTreeMap;
use std::ops::Range;

use super::Input;
use crate::dataset::period::Day;
use crate::dataset::tables::{Metric, MetricKind, Observation};
use crate::history::History;
use crate::order::{self, day};
use crate::view::Once;
use crate::view::time_axis::Stretch;

/// One panel: a count over time, and what was added to it in periods.
pub(super) struct Series<'a> {
    /// What is counted.
    pub metric: &'a Metric,
    /// Its figures, in the order of time.
    pub points: Vec<&'a Observation>,
    /// The flows of the same unit, in the order of time.
    pub bars: Vec<&'a Observation>,
    /// What came as columns.
    #[cfg(feature = "complete")]
    pub dense: Vec<super::dense::Dense<'a>>,
}

impl<'a> Series<'a> {
    pub fn new(metric: &'a Metric, points: Vec<&'a Observation>, bars: Vec<&'a Observation>) -> Self {
        Self {
            metric,
            points,
            bars,
            #[cfg(feature = "complete")]
            dense: Vec::new(),
        }
    }
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
    let metrics = &input.dataset.metrics;
    let told = Told::new(input, history);
    let mut content = Content { series: Vec::new(), figures: Vec::new() };
    let mut elsewhere = Vec::new();
    let mut drawn = vec![false; metrics.len()];
    #[cfg(feature = "complete")]
    let mut of_unit = by_unit(metrics);
    for (position, metric) in metrics.iter().enumerate() {
        if matches!(metric.kind, MetricKind::Stock | MetricKind::Cumulative) && is_wanted(input, metric) {
            // Of two counts of one unit, the first has what was added.
            #[cfg(feature = "complete")]
            let flows = of_unit.remove(metric.unit.as_str()).unwrap_or_default();
            // There are few of them in a small module.
            #[cfg(not(feature = "complete"))]
            let flows = 0..metrics.len();
            let bars = told.flows(metrics, flows, &metric.unit, &mut drawn);
            content.add(input, &told, metric, position, bars, &mut elsewhere);
        }
    }
    // A flow that is asked for by its name needs no stock.
    for (position, metric) in metrics.iter().enumerate() {
        if metric.kind == MetricKind::Flow && input.options.metric.as_ref() == Some(&metric.id) && !drawn[position] {
            let bars = told.bars(position);
            if !bars.is_empty() {
                content.series.push(Series::new(metric, Vec::new(), bars));
            }
        }
    }
    content.figures.append(&mut elsewhere);
    content
}

/// Where the flows of each unit stand in their table.
#[cfg(feature = "complete")]
fn by_unit(metrics: &[Metric]) -> BTreeMap<&str, Vec<usize>> {
    let mut flows: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (position, metric) in metrics.iter().enumerate() {
        if metric.kind == MetricKind::Flow {
            flows.entry(&metric.unit).or_default().push(position);
        }
    }
    flows
}

pub(super) fn is_wanted(input: &Input, metric: &Metric) -> bool {
    match &input.options.metric {
        Some(id) => *id == metric.id,
        None => metric.id != COUNTED_ELSEWHERE,
    }
}

/// Figures of no model and no partner alone, by the position of their metric, in the order of
/// time: of one day, in that of their publication.
struct Told<'a> {
    /// Those of the view's place.
    here: Vec<Vec<&'a Observation>>,
    /// Those of all others.
    elsewhere: Vec<Vec<&'a Observation>>,
}

impl<'a> Told<'a> {
    fn new(input: &Input<'a>, history: &History<'a>) -> Self {
        let count = input.dataset.metrics.len();
        let mut told = Self { here: vec![Vec::new(); count], elsewhere: vec![Vec::new(); count] };
        let mut rows: Vec<&Observation> = Vec::new();
        for row in &history.observations {
            if row.model.is_none() && row.partner.is_none() {
                rows.push(row);
            }
        }
        let mut published: Vec<(i32, i32, usize)> = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            let source = input.dataset.source(&row.source);
            published.push((day(source.and_then(|source| source.published.end())), 0, index));
        }
        order::sort(&mut published);
        let mut in_order = Vec::new();
        for (_, _, index) in &published {
            in_order.push(rows[*index]);
        }
        order::sort_by_key(&mut in_order, |row| (day(row.period.end()), day(row.period.start())));
        for row in in_order {
            if let Some(metric) = input.dataset.metric_position(&row.metric) {
                let place = if row.place == input.options.place { &mut told.here } else { &mut told.elsewhere };
                place[metric].push(row);
            }
        }
        told
    }

    /// What was added to counts of a unit in periods, of the metrics at these positions, each once.
    fn flows(
        &self,
        metrics: &[Metric],
        positions: impl IntoIterator<Item = usize>,
        unit: &str,
        drawn: &mut [bool],
    ) -> Vec<&'a Observation> {
        let mut bars = Vec::new();
        for position in positions {
            let flow = &metrics[position];
            #[cfg(test)]
            LOOKED_AT.set(LOOKED_AT.get() + 1);
            if flow.kind == MetricKind::Flow && flow.unit == unit && !drawn[position] {
                bars.append(&mut self.bars(position));
                drawn[position] = true;
            }
        }
        bars
    }

    /// A flow's figures in the order of their first days.
    fn bars(&self, position: usize) -> Vec<&'a Observation> {
        let mut bars = self.here[position].clone();
        order::sort_by_key(&mut bars, |row| (day(row.period.from), day(row.period.to)));
        bars
    }
}

impl<'a> Content<'a> {
    fn add(
        &mut self,
        input: &Input<'a>,
        told: &Told<'a>,
        metric: &'a Metric,
        position: usize,
        bars: Vec<&'a Observation>,
        elsewhere: &mut Vec<&'a Observation>,
    ) {
        let mut points = told.here[position].clone();
        if points.len() > 1 || !bars.is_empty() {
            self.series.push(Series::new(metric, points, bars));
        } else {
            self.figures.append(&mut points);
        }
        if input.options.place == "world" {
            // The latest figure of each smaller place: its history is one `place` away.
            let rows = &told.elsewhere[position];
            let mut latest = Once::new(input.dataset.places.len());
            let mut last = Vec::new();
            for row in rows.iter().rev() {
                if input.dataset.place_position(&row.place).is_some_and(|place| latest.take(place)) {
                    last.push(*row);
                }
            }
            while let Some(row) = last.pop() {
                elsewhere.push(row);
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
            #[cfg(feature = "complete")]
            for dense in &series.dense {
                stretch.take(dense.first.period.end());
                stretch.take(dense.last.period.end());
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

#[cfg(test)]
thread_local! {
    /// How many metrics were looked at for what was added to others.
    static LOOKED_AT: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

#[cfg(test)]
mod tests {
    use super::{LOOKED_AT, MetricKind};
    use crate::dataset::tables::{Metric, Observation};
    use crate::embedded;
    use crate::messages::Messages;
    use crate::options::ViewOptions;
    use crate::text::AdvanceTable;
    use crate::theme::Theme;
    use crate::view::{Input, draw};

    #[test]
    fn of_many_metrics_each_is_looked_at_once_for_what_was_added() {
        const MANY: usize = 4_000;
        let mut dataset = embedded::dataset();
        let (mut row, metric) = (dataset.observations.remove(0), dataset.metrics.remove(0));
        row.place = "world".to_owned();
        (row.model, row.partner, row.restates) = (None, None, None);
        (dataset.metrics, dataset.observations, dataset.conflicts) = (Vec::new(), Vec::new(), Vec::new());
        for index in 0..MANY {
            // A count, and what was added to it, in a unit that is theirs alone.
            let kind = if index % 2 == 0 { MetricKind::Stock } else { MetricKind::Flow };
            let (id, unit) = (format!("metric-{index}"), format!("unit-{}", index / 2));
            dataset.metrics.push(Metric { id: id.clone(), kind, unit, ..metric.clone() });
            dataset.observations.push(Observation { id: format!("row-{index}"), metric: id, ..row.clone() });
        }
        let dataset = dataset.indexed();
        LOOKED_AT.set(0);
        let scene = draw(&Input {
            dataset: &dataset,
            options: &ViewOptions::default(),
            width: 800.0,
            theme: &Theme::light(),
            messages: &Messages::english(),
            metrics: &AdvanceTable,
        });
        assert_eq!(LOOKED_AT.get(), MANY / 2, "flows were looked at");
        let figures = scene.marks.iter().filter(|mark| mark.id.starts_with("observation:row-"));
        assert_eq!(figures.count(), MANY);
    }
}
