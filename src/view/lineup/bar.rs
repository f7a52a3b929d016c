//! A model's row: its bar from an uncertain start to the day of the picture, or its plan,
//! with the words that date it.

use super::rows::{ModelRow, Start};
use super::{Input, RowFrame, TimeAxis, UNDER, dots, items, row_name};
use crate::dataset::period::{Basis, Day, Period, Precision};
use crate::dataset::tables::{Event, EventKind, Status};
use crate::messages::Key;
use crate::scene::sketch::Sketch;
use crate::scene::{Anchor, Fill, Mark, Point, Rectangle, Stroke};
use crate::text::{add, shorten};
use crate::theme::Room;
use crate::view::legend::STARTED_WITHIN;
use crate::view::{About, TOLD, reference};

/// Half the height of a bar.
pub(super) fn half_height(room: Room) -> f64 {
    if room == Room::Wide { 10.0 } else { 8.0 }
}

pub(super) fn draw(sketch: &mut Sketch, input: &Input, row: &ModelRow, axis: &TimeAxis, at: Day, frame: &RowFrame) {
    let mark = mark(input, row);
    let contradicted = row.start.is_none() && !mark.conflicts.is_empty();
    sketch.row();
    let index = sketch.begin(mark);
    let bodies = bodies(input, row);
    row_name(sketch, frame, &row.model.name, &bodies, row.latest_body());
    let half = half_height(sketch.layout.room);
    let bounds = match (&row.start, row.plan) {
        (Some(start), _) => launched(sketch, axis, start, at, frame.middle, half),
        (None, Some(plan)) => planned(sketch, axis, plan, at, frame.middle, half),
        (None, None) => Rectangle::new(axis.left, frame.middle - half, 0.0, half * 2.0),
    };
    sketch.occupied.take(bounds);
    // The words round a bar stand among those of other marks: its box is the bar's.
    if bounds.width > 0.0 {
        sketch.enclose(bounds);
    }
    if contradicted {
        dots::contradicted(sketch, Point::new(bounds.right() + dots::CONTRADICTED + 4.0, frame.middle));
    }
    let drawn = items::forms(sketch, input, row, axis, frame, half);
    sketch.resume(index);
    caption(sketch, &caption_text(input, row), bounds, frame);
    items::labels(sketch, &drawn, row, frame, half);
    sketch.frame();
}

fn launched(sketch: &mut Sketch, axis: &TimeAxis, start: &Start, at: Day, middle: f64, half: f64) -> Rectangle {
    let accent = sketch.theme.accent;
    // Where no source tells the start, the bar comes out of nothing over the year before.
    let (first, opacity) = match start.from {
        Some(from) => (from, STARTED_WITHIN),
        None => (Day(start.by.0.saturating_sub(365)), 0),
    };
    let left = axis.x(first).round();
    let right = axis.x(at).round().max(left + 2.0);
    // A launch that may lie anywhere up to today still ends in the accent.
    let certain = axis.x(start.by).round().clamp(left, right - 2.0);
    if certain > left {
        let fading = Rectangle::new(left, middle - half, certain - left, half * 2.0);
        sketch.fill(fading, 0.0, Fill::FadeIn { color: accent, from: opacity });
    }
    let solid = Rectangle::new(certain, middle - half, right - certain, half * 2.0);
    sketch.fill(solid, 0.0, Fill::Solid(accent));
    Rectangle::new(left, middle - half, right - left, half * 2.0)
}

/// A plan that is still to come lies between the day of the picture and its own end.
fn planned(sketch: &mut Sketch, axis: &TimeAxis, plan: &Event, at: Day, middle: f64, half: f64) -> Rectangle {
    let day = |day: Option<Day>| day.map_or(axis.right, |day| axis.x(day));
    let right = day(plan.period.to).round();
    let left = day(plan.period.start()).max(axis.x(at) + 5.0).min(right - 14.0).round();
    let bounds = Rectangle::new(left, middle - half, right - left, half * 2.0);
    sketch.outline(bounds, 2.0, Stroke::dashed(sketch.theme.accent, 1.5));
    bounds
}

/// All that the texts call the body.
fn bodies(input: &Input, row: &ModelRow) -> String {
    let mut bodies = String::new();
    for body in &row.bodies {
        add(&mut bodies, input.messages.text(Key::ListSeparator), body);
    }
    bodies
}

#[inline(never)]
fn caption_text(input: &Input, row: &ModelRow) -> String {
    let messages = input.messages;
    let (key, when, event) = match (&row.start, row.plan) {
        (Some(start), _) if start.event.kind == EventKind::Launch && start.from.is_none() => {
            let period = Period { from: None, to: Some(start.by), precision: Precision::Span, basis: Basis::Inferred };
            return messages.with(Key::LineupLaunchedBy, &messages.moment(&period));
        }
        (Some(start), _) => {
            let key = if start.event.kind == EventKind::Launch { Key::LineupLaunched } else { Key::LineupTold };
            (key, messages.within(&start.event.period), start.event)
        }
        (None, Some(plan)) => (Key::LineupPlanned, messages.period(&plan.period), plan),
        (None, None) => return String::new(),
    };
    let text = messages.with(key, &when);
    match event.place.as_deref().filter(|place| *place != "world").and_then(|id| input.dataset.place(id)) {
        Some(place) => messages.fill(Key::LineupPlace, &[&text, &place.name]),
        None => text,
    }
}

/// Under the bar from its start; where the line is too short, as far to the right as it goes.
fn caption(sketch: &mut Sketch, text: &str, bar: Rectangle, frame: &RowFrame) {
    let layout = sketch.layout;
    if text.is_empty() {
        return;
    }
    let text = shorten(text, layout.label, frame.bounds.width, sketch.metrics());
    let mut text = sketch.lay(&text, Point::new(0.0, 0.0), Anchor::Start, layout.label);
    let below = bar.bottom() + layout.label.rise() + UNDER;
    let right = frame.bounds.right() - text.width;
    let mut x = bar.x.min(right);
    // Words do not run across the line of the picture's day where there is room before it.
    if frame.is_crossed(x, x + text.width) && bar.x < frame.line {
        x = frame.line - 6.0 - text.width;
    }
    let x = x.max(frame.bounds.x);
    let points = [
        Point::new(x, below),
        Point::new(right, below),
        Point::new(frame.bounds.x, below),
        Point::new(x, below + layout.label.line_height() - 1.0),
    ];
    let limits = Rectangle::new(frame.bounds.x - 3.0, frame.bounds.y, frame.bounds.width + 6.0, frame.bounds.height);
    // A little more than the letters, so that neighbours do not read as one line.
    if sketch.find_place(&mut text, &points, 1.0, &limits) {
        sketch.clear(text.bounds());
        sketch.put(text, sketch.theme.ink_soft);
    }
}

fn mark(input: &Input, row: &ModelRow) -> Mark {
    let event = row.start.map(|start| start.event).or(row.plan);
    let mut label = String::new();
    if TOLD {
        label.push_str(&row.model.name);
        add(&mut label, input.messages.text(Key::PartSeparator), &bodies(input, row));
        add(&mut label, input.messages.text(Key::PartSeparator), &caption_text(input, row));
        if let Some(source) = event.and_then(|event| input.dataset.source(&event.source)) {
            add(&mut label, input.messages.text(Key::PartSeparator), &input.messages.source_name(source));
        }
    }
    let id = reference("model", &row.model.id);
    let about = About {
        label,
        period: event.map(|event| event.period),
        place: event.and_then(|event| event.place.as_ref()),
        model: Some(&row.model.id),
    };
    let mut mark = input.mark(
        if row.start.is_none() && row.plan.is_some() { "plan" } else { "model" },
        id,
        row.facts.clone(),
        about,
    );
    mark.status = Some(event.map_or(Status::Reported, |event| event.status));
    mark
}
