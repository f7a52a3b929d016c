//! What stands on each row: a model's start and plan, and the cars made from it.

use super::Input;
use crate::dataset::period::Day;
use crate::dataset::tables::{Event, EventKind, Model, ModelKind, Observation, Status};
use crate::order;

/// One model of the line-up.
pub(super) struct ModelRow<'a> {
    /// The model.
    pub model: &'a Model,
    /// Its body as the sources call it, in the order of time: "SUV", "coupé".
    pub bodies: Vec<&'a str>,
    /// Since when it is launched; `None` while no source reports it.
    pub start: Option<Start<'a>>,
    /// What is planned with it, the finest dated plan first; empty once it is launched.
    pub plan: Option<&'a Event>,
    /// Editions, variants, concepts and show cars made from it.
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
    /// What happened with it, the first first.
    pub events: Vec<&'a Event>,
}

impl Item<'_> {
    /// What its first event is.
    pub fn status(&self) -> Status {
        self.events.first().map_or(Status::Reported, |event| event.status)
    }
}

impl ModelRow<'_> {
    /// What the last text calls its body.
    pub fn latest_body(&self) -> &str {
        self.bodies.last().copied().unwrap_or_default()
    }

    /// The days that the row needs room for.
    pub fn days(&self) -> impl Iterator<Item = Day> {
        let start = self.start.iter().flat_map(|start| [start.from, Some(start.by)]);
        let events = self.plan.iter().copied().chain(self.items.iter().filter_map(|item| item.events.first().copied()));
        let events = events.flat_map(|event| [event.period.from, event.period.to]);
        start.chain(events).flatten()
    }
}

/// The rows in the order of their starts, then of their plans.
pub(super) fn collect<'a>(input: &Input<'a>) -> Vec<ModelRow<'a>> {
    let models = input.dataset.models.iter().filter(|model| model.kind == ModelKind::Model);
    let mut rows: Vec<ModelRow> =
        models.map(|model| row(input, model)).filter(|row| !row.facts.is_empty() || !row.items.is_empty()).collect();
    order::sort_by_key(&mut rows, |row| match (&row.start, row.plan) {
        (Some(start), _) => (0, order::day(Some(start.by))),
        (None, Some(plan)) => (1, plan.period.end().map_or(i64::MAX, |day| i64::from(day.0))),
        (None, None) => (2, 0),
    });
    rows
}

/// How many models the sources count, in the order of time.
pub(super) fn counts<'a>(input: &Input<'a>) -> Vec<&'a Observation> {
    let counted =
        |row: &&Observation| row.metric == "models" && row.place == input.options.place && row.model.is_none();
    let mut rows: Vec<&Observation> = input.history().observations().filter(counted).collect();
    order::sort_by_key(&mut rows, |row| (order::day(row.period.end()), 0));
    rows
}

fn events_of<'a>(input: &Input<'a>, model: &str) -> Vec<&'a Event> {
    let mut events: Vec<&Event> =
        input.history().events().filter(|event| event.model.as_deref() == Some(model)).collect();
    order::sort_by_key(&mut events, |event| (order::day(event.period.end()), order::day(event.period.start())));
    events
}

fn row<'a>(input: &Input<'a>, model: &'a Model) -> ModelRow<'a> {
    let events = events_of(input, &model.id);
    let at = input.history().at().unwrap_or(Day(i32::MAX));
    let start = start(&events, at);
    let plan = if start.is_some() { None } else { plan(&events) };
    let mut items: Vec<Item> = input
        .dataset
        .models
        .iter()
        .filter(|other| other.id != model.id && root(input, other) == model.id)
        .map(|other| Item { model: other, events: events_of(input, &other.id) })
        .filter(|item| !item.events.is_empty())
        .collect();
    order::sort_by_key(&mut items, |item| (order::day(item.events.first().and_then(|event| event.period.end())), 0));
    let first = start.map(|start| start.event).or(plan);
    ModelRow { bodies: bodies(input, model), facts: facts(input, model, &events, first), model, start, plan, items }
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
    let on_sale = |event: &&&Event| {
        event.status == Status::Reported && event.kind.makes_market() && event.period.end().is_some_and(|end| end <= at)
    };
    let launched = events.iter().filter(on_sale).find(|event| event.kind == EventKind::Launch);
    let event = *launched.or_else(|| events.iter().find(on_sale))?;
    // An earlier sale anywhere moves the day by which it was launched.
    let by = events.iter().filter(on_sale).filter_map(|event| event.period.to).chain(event.period.end()).min()?;
    Some(Start { from: event.period.from.map(|from| from.min(by)), by, event })
}

/// The plan that is dated finest, and of these the last told.
fn plan<'a>(events: &[&'a Event]) -> Option<&'a Event> {
    let planned = events.iter().filter(|event| matches!(event.status, Status::Planned | Status::Explored));
    let length = |event: &Event| match (event.period.from, event.period.to) {
        (Some(from), Some(to)) => to.0 - from.0,
        _ => i32::MAX,
    };
    planned.min_by_key(|event| length(event)).copied()
}

fn bodies<'a>(input: &Input<'a>, model: &Model) -> Vec<&'a str> {
    let subject = ["model:", &model.id].concat();
    let mut said: Vec<(Option<Day>, &str)> = input
        .dataset
        .statements
        .iter()
        .filter(|row| row.subject == subject && row.property == "body")
        .map(|row| (row.period.end(), row.term.as_deref().unwrap_or(&row.text)))
        .collect();
    order::sort_by_key(&mut said, |(end, _)| (order::day(*end), 0));
    let mut words: Vec<&str> = Vec::new();
    for (_, word) in said {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

fn facts(input: &Input, model: &Model, events: &[&Event], first: Option<&Event>) -> Vec<String> {
    let subject = ["model:", &model.id].concat();
    let first = first.map(|event| ["event:", &event.id].concat());
    let events = events.iter().map(|event| ["event:", &event.id].concat());
    let figures = input.history().observations().filter(|row| row.model.as_deref() == Some(&model.id));
    let figures = figures.map(|row| ["observation:", &row.id].concat());
    let statements = input.dataset.statements.iter().filter(|row| row.subject == subject);
    let statements = statements.map(|row| ["statement:", &row.id].concat());
    let mut facts: Vec<String> = Vec::new();
    for fact in first.into_iter().chain(statements).chain(figures).chain(events) {
        if !facts.contains(&fact) {
            facts.push(fact);
        }
    }
    facts
}
