//! The views: pure functions that turn a dataset and options into a [`Scene`].

mod dots;
mod frame;
mod growth;
mod legend;
mod lineup;
mod time_axis;

use crate::dataset::Dataset;
use crate::dataset::tables::Observation;
use crate::history::History;
use crate::messages::Messages;
use crate::options::{ViewKind, ViewOptions};
use crate::scene::{Mark, Rectangle, Scene};
use crate::text::TextMetrics;
use crate::theme::{Layout, Theme};

/// All that a drawing depends on.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The facts.
    pub dataset: &'a Dataset,
    /// What is asked for.
    pub options: &'a ViewOptions,
    /// Width in CSS pixels.
    pub width: f64,
    /// Colours.
    pub theme: &'a Theme,
    /// Words.
    pub messages: &'a Messages,
    /// Measuring.
    pub metrics: &'a dyn TextMetrics,
}

impl<'a> Input<'a> {
    fn history(&self) -> History<'a> {
        History::new(self.dataset, self.options)
    }

    fn layout(&self) -> Layout {
        Layout::for_width(self.width)
    }

    /// The mark of a figure.
    fn mark(&self, kind: &'static str, row: &Observation) -> Mark {
        let metric = self.dataset.metric(&row.metric);
        let figure = metric.map_or_else(String::new, |metric| self.messages.figure(row.value, row.qualifier, metric));
        let place = self.dataset.place(&row.place).filter(|place| place.id != self.options.place);
        let source =
            self.dataset.source(&row.source).map_or_else(String::new, |source| self.messages.source_name(source));
        let mut parts = vec![figure];
        parts.extend(place.map(|place| place.name.clone()));
        parts.push(self.messages.period(&row.period));
        parts.push(source);
        let reference = ["observation:", &row.id].concat();
        Mark {
            view: self.options.view.word(),
            kind,
            label: parts.join(", "),
            value: Some(row.value),
            unit: metric.map(|metric| metric.unit.clone()),
            qualifier: Some(row.qualifier),
            status: None,
            period: Some(row.period),
            conflicts: self.conflicts(&[reference.clone()]),
            facts: vec![reference.clone()],
            place: Some(row.place.clone()),
            model: row.model.clone(),
            sources: vec![row.source.clone()],
            bounds: Rectangle::new(0.0, 0.0, 0.0, 0.0),
            id: reference,
        }
    }

    /// The ids of the conflicts that any of the rows stands in, each once.
    fn conflicts(&self, facts: &[String]) -> Vec<String> {
        let mut conflicts = Vec::new();
        for conflict in facts.iter().flat_map(|fact| self.history().conflicts_of(fact)) {
            if !conflicts.contains(&conflict.id) {
                conflicts.push(conflict.id.clone());
            }
        }
        conflicts
    }
}

/// Draws the view that the options name.
#[must_use]
pub fn draw(input: &Input) -> Scene {
    match input.options.view {
        ViewKind::Growth => growth::draw(input),
        ViewKind::Lineup => lineup::draw(input),
    }
}
