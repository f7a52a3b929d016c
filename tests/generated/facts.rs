//! The facts of a view: what its reader must find in a mark, or counted. The rules are stated
//! here anew, apart from the views.

use smart_footprint::dataset::Dataset;
use smart_footprint::dataset::period::Day;
use smart_footprint::dataset::tables::{Event, EventKind, MetricKind, ModelKind, Observation, PlaceKind, Status};
use smart_footprint::options::{ViewKind, ViewOptions};

/// The Refs of the view's facts.
pub fn of(dataset: &Dataset, options: &ViewOptions) -> Vec<String> {
    let rules = Rules { dataset, options };
    match options.view {
        ViewKind::Growth => rules.growth(),
        ViewKind::Markets => rules.markets(),
        ViewKind::Sales => rules.sales(),
        ViewKind::Lineup => rules.lineup(),
    }
}

struct Rules<'a> {
    dataset: &'a Dataset,
    options: &'a ViewOptions,
}

impl<'a> Rules<'a> {
    /// Told by a source that is asked for and published in time.
    fn is_told(&self, source: &str) -> bool {
        let published = self.dataset.source(source).unwrap().published.end();
        let listed = self.options.sources.is_empty() || self.options.sources.iter().any(|id| id == source);
        listed && self.options.published_by.is_none_or(|limit| published.is_some_and(|day| day <= limit))
    }

    /// Over by the days asked for.
    fn is_over(&self, end: Option<Day>) -> bool {
        [self.options.to, self.options.at].into_iter().flatten().all(|limit| end.is_none_or(|end| end <= limit))
    }

    fn is_recent(&self, end: Option<Day>) -> bool {
        self.options.from.is_none_or(|from| end.is_none_or(|end| end >= from))
    }

    /// The figures that the options let through: none that repeats another.
    fn observations(&self) -> impl Iterator<Item = &'a Observation> {
        let options = self.options;
        self.dataset.observations.iter().filter(move |row| {
            let end = row.period.end();
            let qualified = options.qualifiers.is_empty() || options.qualifiers.contains(&row.qualifier);
            row.restates.is_none() && qualified && self.is_told(&row.source) && self.is_over(end) && self.is_recent(end)
        })
    }

    /// What happened, and plans, which may lie ahead.
    fn events(&self) -> impl Iterator<Item = &'a Event> {
        self.dataset.events.iter().filter(move |event| {
            let over = event.status == Status::Planned || self.is_over(event.period.end());
            over && self.is_told(&event.source)
        })
    }

    fn lies_here(&self, place: &str) -> bool {
        let whole = self.options.place.as_str();
        whole == "world"
            || place == whole
            || self
                .dataset
                .place(place)
                .unwrap()
                .parents
                .iter()
                .any(|parent| parent != "world" && self.lies_here(parent))
    }

    fn kind(&self, row: &Observation) -> MetricKind {
        self.dataset.metric(&row.metric).unwrap().kind
    }

    /// Counts of the whole brand at the view's place, what came in periods to those, the latest
    /// count of every other place where the view is of the world; and every event.
    fn growth(&self) -> Vec<String> {
        let options = self.options;
        let is_count = |row: &Observation| {
            let wanted = options.metric.as_ref().map_or(row.metric != "models", |id| *id == row.metric);
            wanted && matches!(self.kind(row), MetricKind::Stock | MetricKind::Cumulative)
        };
        let whole: Vec<&Observation> =
            self.observations().filter(|row| row.model.is_none() && row.partner.is_none()).collect();
        let counts: Vec<&Observation> = whole.iter().copied().filter(|row| is_count(row)).collect();
        let mut facts = Vec::new();
        for row in &counts {
            let later = |other: &&Observation| {
                other.id != row.id
                    && other.metric == row.metric
                    && other.place == row.place
                    && other.period.end() >= row.period.end()
            };
            let is_latest = !counts.iter().any(later);
            if row.place == options.place || options.place == "world" && is_latest {
                facts.push(format!("observation:{}", row.id));
            }
        }
        for row in whole.iter().filter(|row| self.kind(row) == MetricKind::Flow && row.place == options.place) {
            let unit = |id: &str| self.dataset.metric(id).unwrap().unit.clone();
            if counts.iter().any(|count| count.place == row.place && unit(&count.metric) == unit(&row.metric)) {
                facts.push(format!("observation:{}", row.id));
            }
        }
        for event in self.events().filter(|event| self.is_recent(event.period.end())) {
            let kind = options.kinds.is_empty() || options.kinds.contains(&event.kind);
            let here = options.place == "world" || event.place.as_deref().is_some_and(|place| self.lies_here(place));
            if kind && here && (options.metric.is_none() || !options.kinds.is_empty()) {
                facts.push(format!("event:{}", event.id));
            }
        }
        facts
    }

    /// What makes a country a named market by the day of the picture.
    fn markets(&self) -> Vec<String> {
        let at = self.options.at;
        let makes_a_market = |event: &&Event| {
            let kind =
                matches!(event.kind, EventKind::Entry | EventKind::Launch | EventKind::Rollout | EventKind::Deliveries);
            let place = event.place.as_deref().and_then(|id| self.dataset.place(id));
            let country = place.is_some_and(|place| place.kind == PlaceKind::Country && self.lies_here(&place.id));
            let by_then = event.period.end().is_none_or(|end| at.is_none_or(|at| end <= at));
            kind && country && by_then && event.status == Status::Reported && self.options.kinds.is_empty()
        };
        if self.options.from.is_some() || self.options.to.is_some() {
            return Vec::new();
        }
        self.events().filter(makes_a_market).map(|event| format!("event:{}", event.id)).collect()
    }

    /// The changes of the first metric of changes that is told of, and all ranks, at the view's
    /// place and in what lies in it.
    fn sales(&self) -> Vec<String> {
        let rows: Vec<&Observation> = self
            .observations()
            .filter(|row| self.options.metric.as_ref().is_none_or(|id| *id == row.metric) && self.lies_here(&row.place))
            .collect();
        let told = |id: &str| rows.iter().any(|row| row.metric == id);
        let rates = self.dataset.metrics.iter().filter(|metric| metric.kind == MetricKind::Rate);
        let rate = rates.map(|metric| metric.id.as_str()).find(|id| told(id));
        rows.iter()
            .filter(|row| Some(row.metric.as_str()) == rate || self.kind(row) == MetricKind::Rank)
            .map(|row| format!("observation:{}", row.id))
            .collect()
    }

    /// What happened with the models of the line-up and the cars made from them, and how many
    /// models are counted at the view's place.
    fn lineup(&self) -> Vec<String> {
        let mut facts = Vec::new();
        for event in self.events() {
            let Some(mut model) = event.model.as_deref().and_then(|id| self.dataset.model(id)) else { continue };
            while let Some(base) = model.base.as_deref().and_then(|id| self.dataset.model(id)) {
                model = base;
            }
            if model.kind == ModelKind::Model {
                facts.push(format!("event:{}", event.id));
            }
        }
        for row in self.observations() {
            let whole = row.model.is_none() && row.partner.is_none() && row.place == self.options.place;
            if row.metric == "models" && whole {
                facts.push(format!("observation:{}", row.id));
            }
        }
        facts
    }
}
