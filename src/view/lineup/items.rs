//! Editions, variants, show cars and concepts on the row of the model they come from.

use super::rows::{Item, ModelRow};
use super::{Input, RowFrame, TimeAxis, UNDER, dots};
use crate::dataset::period::Period;
use crate::dataset::tables::{ModelKind, Status};
use crate::messages::Key;
use crate::order;
use crate::scene::sketch::Sketch;
use crate::scene::{Anchor, Mark, Point, Rectangle};
use crate::text::{add, shorten};
use crate::view::{About, TOLD, lanes, reference};

/// A car's form in the picture.
pub(super) struct Drawn<'r, 'a> {
    item: &'r Item<'a>,
    center: Point,
    mark: usize,
}

/// Draws the forms, and under the bar the days that each of them lies in.
pub(super) fn forms<'r, 'a>(
    sketch: &mut Sketch,
    input: &Input,
    row: &'r ModelRow<'a>,
    axis: &TimeAxis,
    frame: &RowFrame,
    half: f64,
) -> Vec<Drawn<'r, 'a>> {
    let mut items = Vec::new();
    for item in &row.items {
        items.push(item);
    }
    order::sort_by_key(&mut items, |item| (order::day(item.first().period.end()), 0));
    let mut drawn: Vec<Drawn> = Vec::new();
    let mut periods = Vec::new();
    for item in items {
        let center = Point::new(middle(axis, &item.first().period), frame.middle);
        let mark = sketch.begin(mark(input, item));
        form(sketch, item, center, half);
        sketch.occupied.take(Rectangle::around(center, half));
        sketch.enclose(Rectangle::around(center, half));
        periods.push((mark, &item.first().period));
        drawn.push(Drawn { item, center, mark });
    }
    lanes::periods(sketch, axis, &periods, frame.middle + half + 5.0);
    drawn
}

/// Names them, where the row's own words leave room.
pub(super) fn labels(sketch: &mut Sketch, drawn: &[Drawn], row: &ModelRow, frame: &RowFrame, half: f64) {
    for drawn in drawn {
        sketch.resume(drawn.mark);
        label(sketch, drawn.item, row, drawn.center, frame, half);
    }
}

/// The middle of the period; where it is open, the end that is known.
fn middle(axis: &TimeAxis, period: &Period) -> f64 {
    match (period.from, period.to) {
        (Some(from), Some(to)) => f64::midpoint(axis.x(from), axis.x(to)),
        (Some(day), None) | (None, Some(day)) => axis.x(day),
        (None, None) => axis.left,
    }
}

fn form(sketch: &mut Sketch, item: &Item, center: Point, half: f64) {
    let radius = half * 0.85;
    let planned = item.first().status == Status::Planned;
    match item.model.kind {
        ModelKind::Concept => dots::square(sketch, center, radius * 0.75, planned),
        _ => dots::diamond(sketch, center, radius, planned),
    }
}

/// The car's name without the model's, over the bar or under it.
fn label(sketch: &mut Sketch, item: &Item, row: &ModelRow, center: Point, frame: &RowFrame, half: f64) {
    let layout = sketch.layout;
    let name = item.model.name.strip_prefix(row.model.name.as_str()).map_or(item.model.name.as_str(), str::trim_start);
    let text = shorten(name, layout.label, frame.bounds.width * 0.6, sketch.metrics());
    let mut text = sketch.lay(&text, center, Anchor::Start, layout.label);
    let (above, below) = (frame.middle - half - 6.0, frame.middle + half + layout.label.rise() + UNDER);
    let left_most = frame.bounds.x.min(center.x);
    let right_most = (frame.bounds.right() - text.width).max(left_most);
    let mut points = Vec::new();
    for baseline in [above, below, below + layout.label.line_height() - 1.0] {
        // Those across the line of the picture's day come last.
        for crossed in [false, true] {
            for share in &[0.5, 0.35, 0.65, 0.2, 0.8, 0.05, 0.95, 1.1] {
                let x = (center.x - text.width * share).clamp(left_most, right_most);
                if frame.is_crossed(x, x + text.width) == crossed {
                    points.push(Point::new(x, baseline));
                }
            }
        }
    }
    if sketch.find_place(&mut text, &points, 2.0, &frame.bounds.grown(3.0)) {
        sketch.clear(text.bounds());
        sketch.enclose(text.bounds());
        sketch.put(text, sketch.theme.ink);
    }
}

fn mark(input: &Input, item: &Item) -> Mark {
    let event = item.first();
    let mut facts = Vec::new();
    for event in &item.events {
        facts.push(reference("event", &event.id));
    }
    let mut label = String::new();
    if TOLD {
        // Most titles name the car.
        if !event.title.contains(&item.model.name) {
            label.push_str(&item.model.name);
        }
        add(&mut label, input.messages.text(Key::PartSeparator), &event.title);
        input.add_origin(&mut label, &event.period, &event.source);
    }
    let about = About { label, period: Some(event.period), place: event.place.as_ref(), model: Some(&item.model.id) };
    let mut mark = input.mark(item.model.kind.word(), reference("model", &item.model.id), facts, about);
    mark.status = Some(event.status);
    mark
}
