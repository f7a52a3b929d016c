//! Which figures the view draws: the changes of one metric in its latest period, ranks, and
//! numbers of cars. Told by their metric's kind and unit.

use super::Input;
use crate::dataset::Dataset;
use crate::dataset::period::{Day, Period};
use crate::dataset::tables::{Metric, MetricKind, Observation};
use crate::history::History;
use crate::order;

/// The metric whose unit is that of cars sold.
const CARS: &str = "deliveries";

/// What all sources say of one place, and of one model or partner there.
pub(super) struct Group<'a> {
    /// Not empty; the largest first.
    pub rows: Vec<&'a Observation>,
}

impl<'a> Group<'a> {
    /// The row that its name is taken from.
    pub fn first(&self) -> &'a Observation {
        self.rows[0]
    }

    /// Whether it is about a place as such.
    pub fn is_of_place(&self) -> bool {
        self.first().model.is_none() && self.first().partner.is_none()
    }

    fn takes(&self, row: &Observation) -> bool {
        let first = self.first();
        first.place == row.place && first.model == row.model && first.partner == row.partner
    }
}

/// Everything that is drawn.
pub(super) struct Content<'a> {
    /// What changed.
    pub metric: Option<&'a Metric>,
    /// When.
    pub period: Option<Period>,
    /// The parts, the largest first.
    pub groups: Vec<Group<'a>>,
    /// The whole that they are parts of: the place of the view.
    pub whole: Option<Group<'a>>,
    /// How many figures of the metric are told for other periods.
    pub of_other_periods: usize,
    /// Numbers of cars and ranks.
    pub figures: Vec<&'a Observation>,
    /// Whether any source tells a number of cars for a place and the period of the bars.
    pub cars_are_told: bool,
}

impl Content<'_> {
    pub fn is_empty(&self) -> bool {
        !self.has_bars() && self.figures.is_empty()
    }

    pub fn has_bars(&self) -> bool {
        self.metric.is_some()
    }
}

pub(super) fn collect<'a>(input: &Input<'a>, history: &History<'a>) -> Content<'a> {
    let mut content = Content {
        metric: None,
        period: None,
        groups: Vec::new(),
        whole: None,
        of_other_periods: 0,
        figures: Vec::new(),
        cars_are_told: false,
    };
    let metrics = &input.dataset.metrics;
    let mut told = rows(input, history);
    for (metric, rows) in metrics.iter().zip(&mut told) {
        if metric.kind == MetricKind::Rate && content.metric.is_none() {
            content.take(input, std::mem::take(rows), metric);
        }
    }
    if input.options.metric.is_none() {
        content.add_numbers_of_cars(input, history);
    }
    for (metric, ranks) in metrics.iter().zip(&mut told) {
        if metric.kind == MetricKind::Rank {
            // The latest first.
            order::sort_by_key(ranks, |row| {
                (order::day(row.period.end()).saturating_neg(), order::day(row.period.start()).saturating_neg())
            });
            content.figures.append(ranks);
        }
    }
    content
}

/// The figures of the view's place and of what lies in it, by the position of their metric, if
/// it is asked for.
fn rows<'a>(input: &Input, history: &History<'a>) -> Vec<Vec<&'a Observation>> {
    let mut told: Vec<Vec<&Observation>> = vec![Vec::new(); input.dataset.metrics.len()];
    for row in &history.observations {
        let Some(position) = input.dataset.metric_position(&row.metric) else { continue };
        let wanted = input.options.metric.as_ref().is_none_or(|id| *id == row.metric);
        if wanted && lies_in(input.dataset, &row.place, &input.options.place, 0) {
            told[position].push(row);
        }
    }
    told
}

/// Whether a place is another one or lies in it, by as many steps as places are nested.
/// All places lie in the world, whether a row says so or not.
fn lies_in(dataset: &Dataset, place: &str, whole: &str, steps: u32) -> bool {
    const MOST_STEPS: u32 = 8;
    if place == whole || whole == "world" {
        return true;
    }
    let Some(place) = dataset.place(place).filter(|_| steps < MOST_STEPS) else { return false };
    place.parents.iter().any(|parent| lies_in(dataset, parent, whole, steps + 1))
}

fn days(row: &Observation) -> (Option<Day>, Option<Day>) {
    (row.period.from, row.period.to)
}

/// The latest period; of several with the same end the one most often told, and of those the
/// shortest.
fn latest(rows: &mut [&Observation]) -> Option<Period> {
    order::sort_by_key(rows, |row| (order::day(row.period.to), order::day(row.period.from)));
    let mut latest = None;
    for rows in rows.chunk_by(|one, other| days(one) == days(other)) {
        let period = rows[0].period;
        let rank = (period.end(), rows.len(), period.start());
        if latest.is_none_or(|(known, _)| rank > known) {
            latest = Some((rank, period));
        }
    }
    latest.map(|(_, period)| period)
}

/// A number that figures of one place, model and partner share with few others.
fn bucket(dataset: &Dataset, row: &Observation, place: usize) -> usize {
    let model = row.model.as_deref().and_then(|id| dataset.model_position(id)).map_or(0, |model| model + 1);
    let partner = row.partner.as_deref().and_then(|id| dataset.partner_position(id)).map_or(0, |partner| partner + 1);
    let of_model = place.wrapping_mul(dataset.models.len() + 1).wrapping_add(model);
    of_model.wrapping_mul(dataset.partners.len() + 1).wrapping_add(partner)
}

impl<'a> Content<'a> {
    fn take(&mut self, input: &Input, mut rows: Vec<&'a Observation>, metric: &'a Metric) {
        let Some(period) = latest(&mut rows) else { return };
        let all = rows.len();
        rows.retain(|row| days(row) == (period.from, period.to));
        self.of_other_periods = all - rows.len();
        self.metric = Some(metric);
        self.period = Some(period);
        order::sort_by_key(&mut rows, |row| order::descending(row.value));
        // The groups of each place, and of each model and partner there: few lie in one of these.
        let most = rows.len().max(input.dataset.places.len());
        let mut near: Vec<Vec<usize>> = vec![Vec::new(); most];
        for row in &rows {
            let Some(mut place) = input.dataset.place_position(&row.place) else { continue };
            if cfg!(feature = "complete") {
                place = bucket(input.dataset, row, place) % most;
            }
            let known = near[place].iter().find(|group| self.groups[**group].takes(row));
            if let Some(group) = known {
                self.groups[*group].rows.push(row);
            } else {
                near[place].push(self.groups.len());
                self.groups.push(Group { rows: vec![row] });
            }
        }
        let is_whole = |group: &Group| group.is_of_place() && group.first().place == input.options.place;
        if let Some(index) = self.groups.iter().position(is_whole) {
            self.whole = Some(self.groups.remove(index));
        }
    }

    /// Numbers of cars for the places and the end of the period that the bars are of.
    fn add_numbers_of_cars(&mut self, input: &Input, history: &History<'a>) {
        let dataset = input.dataset;
        let (Some(period), Some(cars)) = (self.period, dataset.metric(CARS)) else { return };
        let mut has_bar = vec![false; dataset.places.len()];
        for group in self.groups.iter().chain(&self.whole) {
            if let Some(place) = dataset.place_position(&group.first().place) {
                has_bar[place] = true;
            }
        }
        let belongs = |row: &Observation| {
            row.period.end() == period.end()
                && dataset.metric(&row.metric).is_some_and(|metric| metric.unit == cars.unit)
                && dataset.place_position(&row.place).is_some_and(|place| has_bar[place])
        };
        let mut told = Vec::new();
        for row in &history.observations {
            if belongs(row) {
                told.push(*row);
            }
        }
        // What a filter hides is told all the same.
        self.cars_are_told = dataset.observations.iter().any(belongs);
        order::sort_by_key(&mut told, |row| order::descending(row.value));
        self.figures.append(&mut told);
    }
}
