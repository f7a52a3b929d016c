//! What stands on each row: a model's start and plan, and the cars made from it.

use super::Input;
use crate::dataset::period::{Basis, Day};
use crate::dataset::tables::{Event, EventKind, Model, ModelKind, Observation, Statement, Status};
use crate::history::History;
use crate::messages::{Key, Messages};
use crate::order;
use crate::view::time_axis::Stretch;
use crate::view::{add_new, reference};

/// One model of the line-up.
pub(super) struct ModelRow<'a> {
    /// The model.
    pub model: &'a Model,
    /// Its body as the sources call it, in the order of time: "SUV", "coupé".
    pub bodies: Vec<String>,
    /// Since when it is launched; `None` while no source reports it.
    pub start: Option<Start<'a>>,
    /// What is planned with it, the finest dated plan first; empty once it is launched.
    pub plan: Option<&'a Event>,
    /// Editions, variants, concepts and show cars made from it, in the order of the models.
    pub items: Vec<Item<'a>>,
    /// All that is told of it, as Refs, the start or the plan first; where that is nothing, what
    /// is told of the cars made from it.
    pub facts: Vec<String>,
}

/// A launch: at some day between `from` and `by`.
#[derive(Clone, Copy)]
pub(super) struct Start<'a> {
    /// The earliest day it can have been; `None`: no source says.
    pub from: Option<Day>,
    /// The day by which it was.
    pub by: Day,
    /// The event that says most about it.
    pub event: &'a Event,
}

/// A car made from a model.
pub(super) struct Item<'a> {
    /// The car.
    pub model: &'a Model,
    /// What happened with it, the first first; never empty.
    pub events: Vec<&'a Event>,
}

impl<'a> Item<'a> {
    /// Its first event; it has at least one.
    pub fn first(&self) -> &'a Event {
        self.events[0]
    }
}

impl ModelRow<'_> {
    /// What the last text calls its body.
    pub fn latest_body(&self) -> &str {
        self.bodies.last().map_or("", String::as_str)
    }

    /// Takes in the days that the row needs room for.
    pub fn days(&self, stretch: &mut Stretch) {
        if let Some(start) = &self.start {
            stretch.take(start.from);
            stretch.take(Some(start.by));
        }
        let mut take = |event: &Event| {
            stretch.take(event.period.from);
            stretch.take(event.period.to);
        };
        if let Some(plan) = self.plan {
            take(plan);
        }
        for item in &self.items {
            take(item.first());
        }
    }

    fn order(&self) -> (i32, i32) {
        match (&self.start, self.plan) {
            // Uncertain starts have no order; the table's is the editors'.
            (Some(_), _) => (0, 0),
            (None, Some(plan)) => (1, plan.period.end().map_or(i32::MAX, |day| day.0)),
            (None, None) => (2, 0),
        }
    }
}

/// What is told of each model, by its position in the table.
struct Told<'a> {
    events: Vec<Vec<&'a Event>>,
    statements: Vec<Vec<&'a Statement>>,
    observations: Vec<Vec<&'a Observation>>,
}

impl<'a> Told<'a> {
    fn new(input: &Input<'a>, history: &History<'a>) -> Self {
        let dataset = input.dataset;
        let count = dataset.models.len();
        let mut told = Self {
            events: vec![Vec::new(); count],
            statements: vec![Vec::new(); count],
            observations: vec![Vec::new(); count],
        };
        let position = |model: Option<&str>| model.and_then(|model| dataset.model_position(model));
        for event in &history.events {
            if let Some(model) = position(event.model.as_deref()) {
                told.events[model].push(event);
            }
        }
        for events in &mut told.events {
            order::sort_by_key(events, |event| (order::day(event.period.end()), order::day(event.period.start())));
        }
        for row in &history.statements {
            if let Some(model) = position(row.subject.strip_prefix("model:")) {
                told.statements[model].push(row);
            }
        }
        for row in &history.observations {
            if let Some(model) = position(row.model.as_deref()) {
                told.observations[model].push(row);
            }
        }
        told
    }
}

/// The rows, in the order of the models.
pub(super) fn collect<'a>(input: &Input<'a>, history: &History<'a>) -> Vec<ModelRow<'a>> {
    let at = history.at().unwrap_or(Day(i32::MAX));
    let models = &input.dataset.models;
    let mut told = Told::new(input, history);
    let mut items = Vec::new();
    items.resize_with(models.len(), Vec::new);
    for (position, root) in roots(input).into_iter().enumerate() {
        let events = &mut told.events[position];
        if root != position && !events.is_empty() {
            items[root].push(Item { model: &models[position], events: std::mem::take(events) });
        }
    }
    let mut rows = Vec::new();
    for (position, model) in models.iter().enumerate() {
        if model.kind == ModelKind::Model {
            let bodies = bodies(input.messages, &told.statements[position]);
            let row = row(model, position, &told, std::mem::take(&mut items[position]), bodies, at);
            if !row.facts.is_empty() {
                rows.push(row);
            }
        }
    }
    rows
}

/// For each car the position of the model on whose row it stands, over any number of steps; its
/// own where it is made from none. A model has a row of its own.
fn roots(input: &Input) -> Vec<usize> {
    const UNKNOWN: usize = usize::MAX;
    let models = &input.dataset.models;
    let mut roots = vec![UNKNOWN; models.len()];
    for start in 0..models.len() {
        let mut way = Vec::new();
        let mut position = start;
        // Each car is stepped on once: what is known of its base is taken from there.
        let root = loop {
            if roots[position] != UNKNOWN {
                break roots[position];
            }
            way.push(position);
            roots[position] = position;
            let base = models[position].base.as_deref().filter(|_| models[position].kind != ModelKind::Model);
            let base = base.and_then(|base| input.dataset.model_position(base));
            match base {
                Some(base) => position = base,
                None => break position,
            }
        };
        for position in way {
            roots[position] = root;
        }
    }
    roots
}

/// The launched ones in the order of the models, then the others in that of their plans.
pub(super) fn sorted<'r, 'a>(rows: &'r [ModelRow<'a>]) -> Vec<&'r ModelRow<'a>> {
    let mut sorted = Vec::new();
    for row in rows {
        sorted.push(row);
    }
    order::sort_by_key(&mut sorted, ModelRow::order);
    sorted
}

/// How many models the sources count, in the order of time.
pub(super) fn counts<'a>(input: &Input, history: &History<'a>) -> Vec<&'a Observation> {
    let mut rows = Vec::new();
    for row in &history.observations {
        if row.metric == "models" && row.place == input.options.place && row.model.is_none() {
            rows.push(*row);
        }
    }
    order::sort_by_key(&mut rows, |row| (order::day(row.period.end()), 0));
    rows
}

fn row<'a>(
    model: &'a Model,
    position: usize,
    told: &Told<'a>,
    items: Vec<Item<'a>>,
    bodies: Vec<String>,
    at: Day,
) -> ModelRow<'a> {
    let events = &told.events[position];
    let start = start(events, at);
    let plan = if start.is_some() { None } else { plan(events) };
    let first = start.map(|start| start.event).or(plan);
    let mut facts = facts(told, position, first);
    if facts.is_empty() {
        for event in items.iter().flat_map(|item| &item.events) {
            facts.push(reference("event", &event.id));
        }
    }
    ModelRow { model, bodies, start, plan, items, facts }
}

/// A launch if one is reported, else the first that shows the car on sale somewhere.
fn start<'a>(events: &[&'a Event], at: Day) -> Option<Start<'a>> {
    let mut found: Option<&Event> = None;
    let (mut by, mut earliest) = (Day(i32::MAX), None);
    for event in events {
        if event.status != Status::Reported
            || !event.kind.makes_market()
            || event.period.end().is_none_or(|end| end > at)
        {
            continue;
        }
        let launch = event.kind == EventKind::Launch;
        if found.is_none_or(|known| launch && known.kind != EventKind::Launch) {
            found = Some(event);
        }
        // An earlier sale anywhere moves the day by which it was launched; one that the
        // editors inferred does not.
        let end = event.period.to.unwrap_or(by);
        if event.period.basis != Basis::Inferred && end < by {
            by = end;
            earliest = event.period.from;
        }
    }
    let event = found?;
    let by = by.min(event.period.end()?);
    let earliest = if Some(by) == event.period.end() { event.period.from } else { earliest };
    // Cars that reach a place say nothing of when the first one was launched.
    let from = if event.kind == EventKind::Launch { earliest } else { None };
    Some(Start { from, by, event })
}

/// The plan of a launch, else the plan that is dated finest: a show is no launch.
fn plan<'a>(events: &[&'a Event]) -> Option<&'a Event> {
    let length = |event: &Event| match (event.period.from, event.period.to) {
        _ if event.kind == EventKind::Launch => -1,
        (Some(from), Some(to)) => to.0 - from.0,
        _ => i32::MAX,
    };
    let mut finest: Option<&Event> = None;
    for event in events {
        let planned = matches!(event.status, Status::Planned | Status::Explored);
        if planned && finest.is_none_or(|finest| length(event) < length(finest)) {
            finest = Some(event);
        }
    }
    finest
}

/// In the sources' own nouns, which a language other than theirs may quote.
fn bodies(messages: &Messages, statements: &[&Statement]) -> Vec<String> {
    let mut said = Vec::new();
    for row in statements {
        if row.property == "body" {
            said.push(*row);
        }
    }
    order::sort_by_key(&mut said, |row| (order::day(row.period.end()), 0));
    let mut words = Vec::new();
    for row in &said {
        let body = row.term.as_ref().map_or_else(|| row.text.clone(), |term| messages.with(Key::LineupBody, term));
        add_new(&mut words, &body);
    }
    words
}

fn facts(told: &Told, position: usize, first: Option<&Event>) -> Vec<String> {
    let mut facts = Vec::new();
    if let Some(event) = first {
        facts.push(reference("event", &event.id));
    }
    for row in &told.statements[position] {
        facts.push(reference("statement", &row.id));
    }
    for row in &told.observations[position] {
        facts.push(reference("observation", &row.id));
    }
    for event in &told.events[position] {
        if first.is_none_or(|first| first.id != event.id) {
            facts.push(reference("event", &event.id));
        }
    }
    facts
}
