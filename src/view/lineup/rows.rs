//! What stands on each row: a model's start and plan, and the cars made from it.

use super::Input;
use crate::dataset::period::{Basis, Day};
use crate::dataset::tables::{Event, EventKind, Model, ModelKind, Observation, Status};
use crate::history::History;
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
    /// All that is told of it, as Refs, the start or the plan first.
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

/// The rows, in the order of the models.
pub(super) fn collect<'a>(input: &Input<'a>, history: &History<'a>) -> Vec<ModelRow<'a>> {
    let at = history.at().unwrap_or(Day(i32::MAX));
    let mut rows = Vec::new();
    for model in &input.dataset.models {
        if model.kind == ModelKind::Model {
            let row = row(input, history, model, at);
            if !row.facts.is_empty() || !row.items.is_empty() {
                rows.push(row);
            }
        }
    }
    rows
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

fn events_of<'a>(history: &History<'a>, model: &str) -> Vec<&'a Event> {
    let mut events = Vec::new();
    for event in &history.events {
        if event.model.as_deref() == Some(model) {
            events.push(*event);
        }
    }
    order::sort_by_key(&mut events, |event| (order::day(event.period.end()), order::day(event.period.start())));
    events
}

fn row<'a>(input: &Input<'a>, history: &History<'a>, model: &'a Model, at: Day) -> ModelRow<'a> {
    let events = events_of(history, &model.id);
    let start = start(&events, at);
    let plan = if start.is_some() { None } else { plan(&events) };
    let first = start.map(|start| start.event).or(plan);
    let subject = reference("model", &model.id);
    ModelRow {
        bodies: bodies(history, &subject),
        facts: facts(history, model, &subject, &events, first),
        items: items(input, history, model),
        model,
        start,
        plan,
    }
}

fn items<'a>(input: &Input<'a>, history: &History<'a>, model: &Model) -> Vec<Item<'a>> {
    let mut items = Vec::new();
    for other in &input.dataset.models {
        if other.id != model.id && root(input, other) == model.id {
            let events = events_of(history, &other.id);
            if !events.is_empty() {
                items.push(Item { model: other, events });
            }
        }
    }
    items
}

/// The model that a car is made from, over any number of steps.
fn root<'a>(input: &Input<'a>, model: &'a Model) -> &'a str {
    let mut model = model;
    for _ in 0..input.dataset.models.len() {
        match model.base.as_deref().and_then(|base| input.dataset.model(base)) {
            Some(base) => model = base,
            None => break,
        }
    }
    &model.id
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

fn bodies(history: &History, subject: &str) -> Vec<String> {
    let mut said = Vec::new();
    for row in &history.statements {
        if row.subject == subject && row.property == "body" {
            said.push(*row);
        }
    }
    order::sort_by_key(&mut said, |row| (order::day(row.period.end()), 0));
    let mut words = Vec::new();
    for row in &said {
        add_new(&mut words, row.term.as_ref().unwrap_or(&row.text));
    }
    words
}

fn facts(history: &History, model: &Model, subject: &str, events: &[&Event], first: Option<&Event>) -> Vec<String> {
    let mut facts = Vec::new();
    let mut add = |row: &str, id: &str| add_new(&mut facts, &reference(row, id));
    if let Some(event) = first {
        add("event", &event.id);
    }
    for row in &history.statements {
        if row.subject == subject {
            add("statement", &row.id);
        }
    }
    for row in &history.observations {
        if row.model.as_ref() == Some(&model.id) {
            add("observation", &row.id);
        }
    }
    for event in events {
        add("event", &event.id);
    }
    facts
}
