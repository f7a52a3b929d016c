//! The views: pure functions that turn a dataset and options into a [`Scene`].

mod bar_forms;
mod dots;
#[cfg(feature = "complete")]
mod fine_axis;
mod frame;
#[cfg(feature = "view-growth")]
mod growth;
mod lanes;
mod legend;
#[cfg(feature = "view-lineup")]
mod lineup;
#[cfg(feature = "view-markets")]
mod markets;
#[cfg(feature = "view-sales")]
mod sales;
mod time_axis;
mod timeline;

use crate::dataset::Dataset;
use crate::dataset::period::{Period, Precision};
use crate::dataset::tables::{Event, MetricKind, Observation, Place};
use crate::history::History;
use crate::messages::{Key, Messages};
use crate::options::{ViewKind, ViewOptions};
use crate::scene::sketch::Sketch;
use crate::scene::{Mark, Rectangle, Scene};
use crate::text::{TextMetrics, add, joined};
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

/// Whether marks are told, and not drawn alone: labels are words that the small modules have
/// nobody to say to.
const TOLD: bool = cfg!(feature = "complete");

impl Input<'_> {
    fn layout(&self) -> Layout {
        Layout::for_width(self.width)
    }

    /// A mark of some rows, with all that follows from them; the rest of it is left out.
    #[inline(never)]
    fn mark(&self, kind: &'static str, id: String, facts: Vec<String>, about: About) -> Mark {
        Mark {
            id,
            view: self.options.view.word(),
            kind,
            label: about.label,
            value: None,
            unit: None,
            metric: None,
            qualifier: None,
            status: None,
            period: about.period,
            // A contradiction stands for itself, whatever else its rows stand in.
            conflicts: if kind == "conflict" { Vec::new() } else { self.conflicts(&facts) },
            place: about.place.filter(|_| TOLD).cloned(),
            model: about.model.filter(|_| TOLD).cloned(),
            sources: self.sources(&facts),
            facts,
            #[cfg(feature = "complete")]
            span: None,
            row: 0,
            bounds: Rectangle::new(0.0, 0.0, 0.0, 0.0),
        }
    }

    /// The mark of a figure.
    #[inline(never)]
    fn figure_mark(&self, kind: &'static str, row: &Observation) -> Mark {
        let label = if TOLD { self.figure_label(row) } else { String::new() };
        let id = reference("observation", &row.id);
        let about = About { label, period: Some(row.period), place: Some(&row.place), model: row.model.as_ref() };
        let mut mark = self.mark(kind, id.clone(), vec![id], about);
        if TOLD {
            mark.value = Some(row.value);
            mark.unit = self.dataset.metric(&row.metric).map(|metric| metric.unit.clone());
            mark.metric = Some(row.metric.clone());
            mark.qualifier = Some(row.qualifier);
        }
        mark
    }

    /// A figure as it is read aloud.
    fn figure_label(&self, row: &Observation) -> String {
        let mut label = self.figure(row);
        let kind = self.dataset.metric(&row.metric).map(|metric| {
            // What came in a period would read like what there is; a bare percentage like anything.
            if matches!(metric.kind, MetricKind::Flow | MetricKind::Rate) {
                label = self.messages.fill(Key::NamedFigure, &[&metric.name, &label]);
            }
            metric.kind
        });
        let model = row.model.as_deref().and_then(|id| self.dataset.model(id));
        let partner = row.partner.as_deref().and_then(|id| self.dataset.partner(id));
        let names =
            [self.other_place(row).map(|row| &row.name), model.map(|row| &row.name), partner.map(|row| &row.name)];
        // A rank is one among others, which are part of what it says.
        let among = row.method.as_ref().filter(|_| kind == Some(MetricKind::Rank));
        for scope in names.into_iter().chain([among]).flatten() {
            add(&mut label, self.messages.text(Key::PartSeparator), scope);
        }
        // A count stands at the end of its period.
        let stands =
            kind == Some(MetricKind::Stock) && row.period.from.is_some() && row.period.precision != Precision::Day;
        let when = if stands { self.messages.moment(&row.period) } else { self.messages.period(&row.period) };
        self.add_told(&mut label, &when, &row.source);
        label
    }

    /// A figure with its hedge and its unit; empty when its metric is not there.
    fn figure(&self, row: &Observation) -> String {
        match self.dataset.metric(&row.metric) {
            Some(metric) => self.messages.figure(row.value, row.qualifier, metric),
            None => String::new(),
        }
    }

    /// A figure with its hedge.
    fn hedged(&self, row: &Observation) -> String {
        self.messages.hedged(row.value, row.qualifier)
    }

    /// The place of a figure, unless it is the one that the view is about.
    fn other_place(&self, row: &Observation) -> Option<&Place> {
        if row.place == self.options.place { None } else { self.dataset.place(&row.place) }
    }

    /// Adds to a label when its fact is true, and who says so.
    #[inline(never)]
    fn add_origin(&self, label: &mut String, period: &Period, source: &str) {
        self.add_told(label, &self.messages.period(period), source);
    }

    fn add_told(&self, label: &mut String, when: &str, source: &str) {
        let separator = self.messages.text(Key::PartSeparator);
        add(label, separator, when);
        if let Some(source) = self.dataset.source(source) {
            add(label, separator, &self.messages.source_name(source));
        }
    }

    /// Adds to a label the names of sources, each once.
    #[inline(never)]
    fn add_sources(&self, label: &mut String, sources: &[String]) {
        if !TOLD {
            return;
        }
        let mut names = Vec::new();
        for id in sources {
            if let Some(source) = self.dataset.source(id) {
                add_new(&mut names, &self.messages.source_name(source));
            }
        }
        for name in &names {
            add(label, self.messages.text(Key::PartSeparator), name);
        }
    }

    /// The ids of the conflicts that any of the rows stands in, each once, in the order of
    /// their table for each row.
    fn conflicts(&self, facts: &[String]) -> Vec<String> {
        let mut positions = Vec::new();
        for fact in facts {
            for position in self.dataset.conflicts_of(fact) {
                if !positions.contains(&position) {
                    positions.push(position);
                }
            }
        }
        self.conflict_ids(&positions)
    }

    fn conflict_ids(&self, positions: &[usize]) -> Vec<String> {
        let mut ids = Vec::new();
        for position in positions {
            ids.push(self.dataset.conflicts[*position].id.clone());
        }
        ids
    }

    /// The conflicts that drawn marks stand in, in order of appearance; those of marks of the
    /// kind `except` are passed over.
    fn conflicts_shown(&self, sketch: &Sketch, except: &str) -> Vec<String> {
        let mut conflicts = Once::new(self.dataset.conflicts.len());
        for mark in sketch.marks() {
            if mark.kind != except {
                for id in &mark.conflicts {
                    if let Some(position) = self.dataset.conflict_position(id) {
                        conflicts.take(position);
                    }
                }
            }
        }
        self.conflict_ids(&conflicts.taken)
    }

    /// Whether an event stands in a conflict.
    fn is_contradicted(&self, event: &Event) -> bool {
        !self.dataset.conflicts_of(&reference("event", &event.id)).is_empty()
    }

    /// The sources of the rows that Refs name, each once.
    fn sources(&self, references: &[String]) -> Vec<String> {
        let mut positions = Vec::new();
        for reference in references {
            let Some((row, id)) = reference.split_once(':') else { continue };
            let source = match row {
                #[cfg(feature = "complete")]
                "observation" if id.contains(':') => {
                    let source = self.dataset.columns.point(id).map(crate::dataset::columns::Point::source);
                    add_source(&mut positions, source.and_then(|source| self.dataset.source_position(source)));
                    continue;
                }
                "observation" => self.dataset.observation(id).map(|row| &row.source),
                "event" => self.dataset.event(id).map(|row| &row.source),
                "statement" => self.dataset.statement(id).map(|row| &row.source),
                _ => None,
            };
            let position = source.and_then(|source| self.dataset.source_position(source));
            if let Some(position) = position.filter(|position| !positions.contains(position)) {
                positions.push(position);
            }
        }
        let mut sources = Vec::new();
        for position in positions {
            sources.push(self.dataset.sources[position].id.clone());
        }
        sources
    }
}

/// What a mark says besides its rows.
struct About<'a> {
    label: String,
    period: Option<Period>,
    place: Option<&'a String>,
    model: Option<&'a String>,
}

/// A row's Ref.
#[inline(never)]
fn reference(row: &str, id: &str) -> String {
    joined(&[row, ":", id])
}

#[cfg(feature = "complete")]
fn add_source(positions: &mut Vec<usize>, position: Option<usize>) {
    positions.extend(position.filter(|position| !positions.contains(position)));
}

/// Adds an item to a list that does not hold it yet.
#[inline(never)]
fn add_new(list: &mut Vec<String>, item: &str) {
    if !list.iter().any(|known| known == item) {
        list.push(item.to_owned());
    }
}

/// Rows of a table, each taken once, in the order in which they are first taken.
struct Once {
    seen: Vec<bool>,
    taken: Vec<usize>,
}

impl Once {
    /// None taken yet of so many rows.
    fn new(rows: usize) -> Self {
        Self { seen: vec![false; rows], taken: Vec::new() }
    }

    /// Takes a row by its position; tells whether it is the first time.
    #[inline(never)]
    fn take(&mut self, position: usize) -> bool {
        let first = self.seen.get(position) == Some(&false);
        if first {
            self.seen[position] = true;
            self.taken.push(position);
        }
        first
    }

    /// What was taken, in the order of the table.
    fn in_order(&self) -> Vec<usize> {
        let mut positions = Vec::new();
        for (position, seen) in self.seen.iter().enumerate() {
            if *seen {
                positions.push(position);
            }
        }
        positions
    }
}

/// Draws the view that the options name.
#[must_use]
pub fn draw(input: &Input) -> Scene {
    let history = History::new(input.dataset, input.options);
    match input.options.view {
        #[cfg(feature = "view-growth")]
        ViewKind::Growth => growth::draw(input, &history),
        #[cfg(feature = "view-markets")]
        ViewKind::Markets => markets::draw(input, &history),
        #[cfg(feature = "view-sales")]
        ViewKind::Sales => sales::draw(input, &history),
        #[cfg(feature = "view-lineup")]
        ViewKind::Lineup => lineup::draw(input, &history),
        // A module of one view is asked for no other.
        #[allow(unreachable_patterns)]
        _ => frame::nothing(Sketch::new(input.theme, input.layout(), input.metrics), input),
    }
}
