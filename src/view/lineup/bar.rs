//! A model's row: its bar from an uncertain start to the day of the picture, or its plan,
//! with the words that date it.

use super::rows::{ModelRow, Start};
use super::{Input, RowFrame, TimeAxis, dots, items, row_name};
use crate::dataset::period::Day;
use crate::dataset::tables::{Event, Status};
use crate::messages::Key;
use crate::scene::sketch::Sketch;
use crate::scene::{Anchor, Fill, Mark, Point, Rectangle, Stroke};
use crate::text::shorten;
use crate::theme::Room;
use crate::view::frame::sources_of;

/// Half the height of a bar.
pub(super) fn half_height(room: Room) -> f64 {
    if room == Room::Wide { 10.0 } else { 8.0 }
}

pub(super) fn draw(sketch: &mut Sketch, input: &Input, row: &ModelRow, axis: &TimeAxis, at: Day, frame: &RowFrame) {
    let mark = mark(input, row);
    let contradicted = row.start.is_none() && !mark.conflicts.is_empty();
    let index = sketch.begin(mark);
    row_name(sketch, frame, &row.model.name, &row.bodies, input.messages.text(Key::ListSeparator));
    let half = half_height(sketch.layout.room);
    let bounds = match (&row.start, row.plan) {
        (Some(start), _) => launched(sketch, axis, start, at, frame.middle, half),
        (None, Some(plan)) => planned(sketch, axis, plan, frame.middle, half),
        (None, None) => Rectangle::new(axis.left, frame.middle - half, 0.0, half * 2.0),
    };
    sketch.occupied.take(bounds);
    if contradicted {
        dots::contradicted(sketch, Point::new(bounds.x - dots::CONTRADICTED - 4.0, frame.middle));
    }
    items::draw_all(sketch, input, row, axis, frame, half);
    sketch.resume(index);
    caption(sketch, &caption_text(input, row), bounds, frame, axis.x(at), contradicted);
    sketch.frame();
}

fn launched(sketch: &mut Sketch, axis: &TimeAxis, start: &Start, at: Day, middle: f64, half: f64) -> Rectangle {
    let accent = sketch.theme.accent;
    let left = start.from.map_or(axis.left, |from| axis.x(from)).round();
    let right = axis.x(at).round().max(left + 2.0);
    // A launch that may lie anywhere up to today still ends in the accent.
    let certain = axis.x(start.by).round().clamp(left, right - 2.0);
    if certain > left {
        sketch.rectangle(
            Rectangle::new(left, middle - half, certain - left, half * 2.0),
            0.0,
            Some(Fill::FadeIn(accent)),
            None,
        );
    }
    let solid = Rectangle::new(certain, middle - half, right - certain, half * 2.0);
    sketch.rectangle(solid, 0.0, Some(Fill::Solid(accent)), None);
    Rectangle::new(left, middle - half, right - left, half * 2.0)
}

fn planned(sketch: &mut Sketch, axis: &TimeAxis, plan: &Event, middle: f64, half: f64) -> Rectangle {
    let left = plan.period.start().map_or(axis.left, |day| axis.x(day)).round().min(axis.right - 12.0);
    let bounds = Rectangle::new(left, middle - half, axis.right - left, half * 2.0);
    sketch.rectangle(bounds, 2.0, None, Some(Stroke::dashed(sketch.theme.accent, 1.5)));
    bounds
}

fn caption_text(input: &Input, row: &ModelRow) -> String {
    let messages = input.messages;
    let (text, place) = match (&row.start, row.plan) {
        (Some(start), _) if start.event.kind != crate::dataset::tables::EventKind::Launch => {
            (messages.fill(Key::LineupTold, &[("period", &messages.within(&start.event.period))]), &start.event.place)
        }
        (Some(Start { from: None, by, .. }), _) => {
            let period = crate::dataset::period::Period {
                from: None,
                to: Some(*by),
                precision: crate::dataset::period::Precision::Span,
                basis: crate::dataset::period::Basis::Inferred,
            };
            (messages.fill(Key::LineupLaunchedBy, &[("date", &messages.moment(&period))]), &None)
        }
        (Some(start), _) => (
            messages.fill(Key::LineupLaunched, &[("period", &messages.within(&start.event.period))]),
            &start.event.place,
        ),
        (None, Some(plan)) => {
            (messages.fill(Key::LineupPlanned, &[("period", &messages.period(&plan.period))]), &plan.place)
        }
        (None, None) => return String::new(),
    };
    let place = place.as_deref().filter(|place| *place != "world").and_then(|id| input.dataset.place(id));
    match place {
        Some(place) => messages.fill(Key::LineupPlace, &[("text", &text), ("place", &place.name)]),
        None => text,
    }
}

/// Under the bar from its start, or up against its end, or to its left.
fn caption(sketch: &mut Sketch, text: &str, bar: Rectangle, frame: &RowFrame, as_of: f64, ringed: bool) {
    let layout = sketch.layout;
    if text.is_empty() {
        return;
    }
    let text = shorten(text, layout.label, frame.bounds.width, sketch.metrics());
    let width = sketch.width(&text, layout.label);
    let below = bar.bottom() + layout.label.rise() + 5.0;
    let lower = below + layout.label.line_height() - 1.0;
    let beside = frame.middle + layout.label.rise() / 2.0;
    let gap = if ringed { 22.0 } else { 8.0 };
    let starts = [
        Point::new(bar.x.max(frame.bounds.x) + 3.0, below),
        Point::new(bar.x - gap - width, beside),
        Point::new(as_of - 6.0 - width, below),
        Point::new(frame.bounds.right() - width, below),
        Point::new(frame.bounds.x + 3.0, below),
        Point::new((frame.bounds.right() - width).min(bar.x + 3.0).max(frame.bounds.x), lower),
        Point::new(frame.bounds.x, lower),
    ];
    let laid = starts.map(|at| sketch.lay(&text, at, Anchor::Start, layout.label));
    // A little more than the letters, so that neighbours do not read as one line.
    let boxes = laid.each_ref().map(|text| text.bounds().grown(2.0));
    let limits = Rectangle::new(frame.bounds.x - 3.0, frame.bounds.y, frame.bounds.width + 6.0, frame.bounds.height);
    if let Some(chosen) = sketch.occupied.place(&boxes, &limits) {
        let color = sketch.theme.ink_soft;
        sketch.clear(laid[chosen].bounds());
        sketch.shape(crate::scene::Shape::Text(laid[chosen].clone()), Some(Fill::Solid(color)), None);
    }
}

fn mark(input: &Input, row: &ModelRow) -> Mark {
    let event = row.start.map(|start| start.event).or(row.plan);
    let source =
        event.and_then(|event| input.dataset.source(&event.source)).map(|source| input.messages.source_name(source));
    let parts = [
        Some(row.model.name.clone()),
        Some(row.bodies.join(input.messages.text(Key::ListSeparator))),
        Some(caption_text(input, row)),
        source,
    ];
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    let facts = if row.facts.is_empty() { vec![["model:", &row.model.id].concat()] } else { row.facts.clone() };
    let conflicts = input.conflicts(&facts);
    Mark {
        id: ["model:", &row.model.id].concat(),
        view: input.options.view.word(),
        kind: if row.start.is_some() { "model" } else { "plan" },
        label: parts.join(", "),
        value: None,
        unit: None,
        qualifier: None,
        status: Some(event.map_or(Status::Reported, |event| event.status)),
        period: event.map(|event| event.period),
        sources: sources_of(input, &facts),
        facts,
        conflicts,
        place: event.and_then(|event| event.place.clone()),
        model: Some(row.model.id.clone()),
        bounds: Rectangle::new(0.0, 0.0, 0.0, 0.0),
    }
}
