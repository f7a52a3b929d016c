//! What held when: the definitions of time and counts, over the rows that the options let
//! through. Nothing of this is stored anywhere; all of it follows from dated facts.

use crate::dataset::Dataset;
use crate::dataset::period::Day;
use crate::dataset::tables::{Conflict, Event, MetricKind, Observation, PlaceKind, Status};
use crate::options::ViewOptions;

/// The rows of a dataset that the options let through, and what follows from them.
#[derive(Clone, Copy, Debug)]
pub struct History<'a> {
    /// All rows.
    pub dataset: &'a Dataset,
    options: &'a ViewOptions,
}

impl<'a> History<'a> {
    /// The history that the options show.
    #[must_use]
    pub fn new(dataset: &'a Dataset, options: &'a ViewOptions) -> Self {
        Self { dataset, options }
    }

    fn lets_through(&self, source: &str, end: Option<Day>) -> bool {
        let options = self.options;
        let listed = options.sources.is_empty() || options.sources.iter().any(|id| id == source);
        let told = options.published_by.is_none_or(|limit| {
            let published = self.dataset.source(source).and_then(|source| source.published.end());
            published.is_some_and(|day| day <= limit)
        });
        let after = options.from.is_none_or(|from| end.is_none_or(|end| end >= from));
        let before = options.to.is_none_or(|to| end.is_none_or(|end| end <= to));
        listed && told && after && before
    }

    /// The figures to draw: no repeats of fuller figures.
    pub fn observations(self) -> impl Iterator<Item = &'a Observation> {
        self.dataset.observations.iter().filter(move |row| {
            let wanted = self.options.qualifiers.is_empty() || self.options.qualifiers.contains(&row.qualifier);
            row.restates.is_none() && wanted && self.lets_through(&row.source, row.period.end())
        })
    }

    /// What happened or is to happen. Plans may lie after the end of the stretch that is
    /// shown: they are told in it.
    pub fn events(self) -> impl Iterator<Item = &'a Event> {
        self.dataset.events.iter().filter(move |row| {
            let end = if row.status == Status::Planned { None } else { row.period.end() };
            self.lets_through(&row.source, end)
        })
    }

    /// The end of the last reported fact; `None` for a dataset without any.
    #[must_use]
    pub fn last_day(self) -> Option<Day> {
        let figures = self.observations().filter_map(|row| row.period.end());
        let events = self.events().filter(|row| row.status == Status::Reported).filter_map(|row| row.period.end());
        figures.chain(events).max()
    }

    /// The day the view is drawn as of.
    #[must_use]
    pub fn at(self) -> Option<Day> {
        self.options.at.or_else(|| self.last_day())
    }

    /// The count that held at a day: the latest stock of that metric and place whose
    /// period ends by then. Of several that end on the same day, the later published.
    #[must_use]
    pub fn count_held(self, metric: &str, place: &str, at: Day) -> Option<&'a Observation> {
        let stock = self.dataset.metric(metric).is_some_and(|metric| metric.kind == MetricKind::Stock);
        let held = |row: &&Observation| {
            row.metric == metric
                && row.place == place
                && row.model.is_none()
                && row.partner.is_none()
                && row.period.end().is_some_and(|end| end <= at)
        };
        let published = |row: &Observation| self.dataset.source(&row.source).and_then(|source| source.published.end());
        self.observations().filter(|_| stock).filter(held).max_by_key(|row| (row.period.end(), published(row)))
    }

    /// The countries that are named markets at a day, in the order of the places table:
    /// where an entry, a launch, a rollout or deliveries ended by then, or a figure about
    /// the place as a market did.
    #[must_use]
    pub fn named_markets(self, at: Day) -> Vec<&'a str> {
        let by_event = |place: &str| {
            self.events().any(|row| {
                row.place.as_deref() == Some(place)
                    && row.kind.makes_market()
                    && row.status == Status::Reported
                    && row.period.end().is_some_and(|end| end <= at)
            })
        };
        let by_figure = |place: &str| {
            self.observations().any(|row| row.place == place && row.period.end().is_some_and(|end| end <= at))
        };
        let countries = self.dataset.places.iter().filter(|place| place.kind == PlaceKind::Country);
        countries.map(|place| place.id.as_str()).filter(|place| by_event(place) || by_figure(place)).collect()
    }

    /// The conflicts that a row stands in.
    #[must_use]
    pub fn conflicts_of(self, reference: &str) -> Vec<&'a Conflict> {
        self.dataset.conflicts.iter().filter(|conflict| conflict.between.iter().any(|row| row == reference)).collect()
    }
}
