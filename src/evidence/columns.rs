//! What the marks of figures in columns know. There may be one for each column of pixels, so their
//! words are made when somebody asks for them.

use std::borrow::Cow;

use super::Evidence;
use crate::dataset::Dataset;
use crate::dataset::columns::{Clock, Point};
use crate::messages::{Key, Messages};
use crate::scene::mark::Span;
use crate::scene::{Mark, Scene};
use crate::telling::{Fact, Telling};

/// What a mark is: "41 markets, mid-2026, smart newsroom".
#[must_use]
pub fn label<'a>(mark: &'a Mark, dataset: &Dataset, messages: &Messages) -> Cow<'a, str> {
    match mark.span {
        Some(span) if mark.label.is_empty() => Cow::Owned(written(mark, span, dataset, messages)),
        _ => Cow::Borrowed(&mark.label),
    }
}

/// A scene whose marks all have their labels.
#[must_use]
pub fn told<'a>(scene: &'a Scene, dataset: &Dataset, messages: &Messages) -> Cow<'a, Scene> {
    if scene.marks.iter().all(|mark| mark.span.is_none()) {
        return Cow::Borrowed(scene);
    }
    let mut told = scene.clone();
    for mark in &mut told.marks {
        mark.label = label(mark, dataset, messages).into_owned();
    }
    Cow::Owned(told)
}

fn points<'a>(mark: &Mark, dataset: &'a Dataset) -> Vec<Point<'a>> {
    let facts = mark.facts.iter().filter_map(|reference| Fact::find(dataset, reference));
    let points = facts.filter_map(|fact| if let Fact::Point(point) = fact { Some(point) } else { None });
    points.collect()
}

fn written(mark: &Mark, span: Span, dataset: &Dataset, messages: &Messages) -> String {
    let telling = Telling::new(dataset, messages);
    let points = points(mark, dataset);
    let (Some(lowest), Some(highest)) = (points.first(), points.last()) else { return String::new() };
    let figure = |point: &Point| telling.figure(&point.observation());
    let said = if span.count == 1 {
        [figure(lowest), messages.instant(*lowest)].join(messages.text(Key::PartSeparator))
    } else {
        let (from, to) = moments(span, lowest.block.clock, messages);
        let count = messages.number(span.count as f64);
        let (low, high) = (figure(lowest), figure(highest));
        if from == to {
            messages.fill(Key::VeryManyRangeMoment, &[&count, &from, &low, &high])
        } else {
            messages.fill(Key::VeryManyRange, &[&count, &from, &to, &low, &high])
        }
    };
    let mut parts = vec![said];
    for source in mark.sources.iter().filter_map(|id| dataset.source(id)) {
        let name = messages.source_name(source);
        if !parts.contains(&name) {
            parts.push(name);
        }
    }
    parts.join(messages.text(Key::PartSeparator))
}

fn moments(span: Span, clock: Clock, messages: &Messages) -> (String, String) {
    (messages.moment_of(span.from, clock), messages.moment_of(span.to, clock))
}

/// The card of such a mark: of one figure all that is known, of several how many, from when to
/// when, the lowest and the highest.
pub(super) fn evidence(mark: &Mark, span: Span, dataset: &Dataset, messages: &Messages) -> Evidence {
    let mut card = Telling::new(dataset, messages);
    let points = points(mark, dataset);
    if let (1, Some(point)) = (span.count, points.first()) {
        card.fact(Fact::Point(*point));
    } else if let (Some(lowest), Some(highest)) = (points.first(), points.last()) {
        let count = messages.number(span.count as f64);
        card.add("value", Key::VeryManyFigures, messages.with(Key::VeryManySeveral, &count));
        let (from, to) = moments(span, lowest.block.clock, messages);
        let period = if from == to { from } else { messages.fill(Key::Span, &[&from, &to]) };
        card.add("period", Key::EvidencePeriod, period);
        for (kind, label, point) in
            [("highest", Key::VeryManyHighest, highest), ("lowest", Key::VeryManyLowest, lowest)]
        {
            let text = [card.figure(&point.observation()), messages.instant(*point)];
            card.link(kind, label, text.join(messages.text(Key::PartSeparator)), Some(point.reference()));
        }
        for source in &mark.sources {
            let reference = ["source:", source].concat();
            card.link("source", Key::EvidenceSource, card.source(source, None), Some(reference));
        }
    }
    let title = label(mark, dataset, messages).into_owned();
    Evidence { text: title.clone(), title, rows: card.rows }
}

/// The marks that a point is drawn in: those whose stretch of time holds it.
pub(super) fn answering(marks: &[Mark], reference: &str, point: Point, dataset: &Dataset) -> Vec<usize> {
    let (time, exact) = (point.time(), point.block.qualifier.is_exact(point.index));
    let holds = |mark: &Mark, span: Span| {
        let others = || Fact::find(dataset, mark.facts.first()?);
        let of = |other: Point| {
            std::ptr::eq(other.block, point.block) && other.block.qualifier.is_exact(other.index) == exact
        };
        span.from <= time
            && time <= span.to
            && mark.place.as_deref() == Some(point.place())
            && matches!(others(), Some(Fact::Point(other)) if of(other))
    };
    let mut indices = Vec::new();
    for (index, mark) in marks.iter().enumerate() {
        if mark.answers_to(reference) || mark.span.is_some_and(|span| holds(mark, span)) {
            indices.push(index);
        }
    }
    indices
}
