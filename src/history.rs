//! What held when: the definitions of time and counts, over the rows that the options let
//! through. Nothing of this is stored anywhere; all of it follows from dated facts.

use crate::dataset::Dataset;
use crate::dataset::period::Day;
use crate::dataset::tables::{Event, MetricKind, Observation, PlaceKind, Statement, Status};
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
}

impl<'a> History<'a> {
    /// The history that the options show.
    #[must_use]
    pub fn new(dataset: &'a Dataset, options: &ViewOptions) -> Self {
        let (observations, events, statements) = (Vec::new(), Vec::new(), Vec::new());
        let mut history = Self { dataset, observations, events, statements, at: options.at };
        for row in &dataset.observations {
            let wanted = options.qualifiers.is_empty() || options.qualifiers.contains(&row.qualifier);
            if row.restates.is_none() && wanted && lets_through(dataset, options, &row.source, row.period.end()) {
                history.observations.push(row);
            }
        }
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

    /// The end of the last reported fact; `None` for a dataset without any.
    #[must_use]
    pub fn last_day(&self) -> Option<Day> {
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

    /// The count that held at a day: the latest stock of that metric and place whose
    /// period ends by then. Of several that end on the same day, the later published.
    #[must_use]
    pub fn count_held(&self, metric: &str, place: &str, at: Day) -> Option<&'a Observation> {
        let stock = self.dataset.metric(metric).is_some_and(|metric| metric.kind == MetricKind::Stock);
        let held = |row: &&Observation| {
            row.metric == metric
                && row.place == place
                && row.model.is_none()
                && row.partner.is_none()
                && row.period.end().is_some_and(|end| end <= at)
        };
        let published = |row: &Observation| self.dataset.source(&row.source).and_then(|source| source.published.end());
        let rows = self.observations.iter().copied().filter(|_| stock).filter(held);
        rows.max_by_key(|row| (row.period.end(), published(row)))
    }

    /// The countries that are named markets at a day, in the order of the places table:
    /// where an entry, a launch, a rollout or deliveries ended by then, or a figure about
    /// the place as a market did.
    #[must_use]
    pub fn named_markets(&self, at: Day) -> Vec<&'a str> {
        let by_event = |place: &str| {
            self.events.iter().any(|row| {
                row.place.as_deref() == Some(place)
                    && row.kind.makes_market()
                    && row.status == Status::Reported
                    && row.period.end().is_some_and(|end| end <= at)
            })
        };
        let by_figure = |place: &str| {
            self.observations.iter().any(|row| row.place == place && row.period.end().is_some_and(|end| end <= at))
        };
        let countries = self.dataset.places.iter().filter(|place| place.kind == PlaceKind::Country);
        countries.map(|place| place.id.as_str()).filter(|place| by_event(place) || by_figure(place)).collect()
    }
}

/// Whether the options let a row of this source and end through: told by the sources and by
/// the day asked for, and true by the day that the view is drawn as of.
fn lets_through(dataset: &Dataset, options: &ViewOptions, source: &str, end: Option<Day>) -> bool {
    let listed = options.sources.is_empty() || options.sources.iter().any(|id| id == source);
    let told = options.published_by.is_none_or(|limit| {
        let published = dataset.source(source).and_then(|source| source.published.end());
        published.is_some_and(|day| day <= limit)
    });
    let after = options.from.is_none_or(|from| end.is_none_or(|end| end >= from));
    let before = options.to.is_none_or(|to| end.is_none_or(|end| end <= to));
    let held = options.at.is_none_or(|at| end.is_none_or(|end| end <= at));
    listed && told && after && before && held
}
