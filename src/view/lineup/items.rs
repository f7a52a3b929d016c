//! Editions, variants, show cars and concepts on the row of the model they come from.

use super::rows::{Item, ModelRow};
use super::{Input, RowFrame, TimeAxis, dots};
use crate::dataset::period::Period;
use crate::dataset::tables::{Event, ModelKind, Status};
use crate::scene::sketch::Sketch;
use crate::scene::{Anchor, Fill, Mark, Point, Rectangle, Shape};
use crate::text::shorten;
use crate::view::frame::sources_of;

/// Draws the forms of all first: a label keeps clear of every one of them.
pub(super) fn draw_all(
    sketch: &mut Sketch,
    input: &Input,
    row: &ModelRow,
    axis: &TimeAxis,
    frame: &RowFrame,
    half: f64,
) {
    let mut drawn = Vec::new();
    for item in &row.items {
        let Some(event) = item.events.first() else { continue };
        let center = Point::new(middle(axis, &event.period), frame.middle);
        let mark = sketch.begin(mark(input, item, event));
        form(sketch, item, center, half);
        sketch.occupied.take(Rectangle::around(center, half));
        drawn.push((item, center, mark));
    }
    for (item, center, mark) in drawn {
        sketch.resume(mark);
        label(sketch, item, row, center, frame, half);
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
    let planned = item.status() == Status::Planned;
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
    let width = sketch.width(&text, layout.label);
    let (above, below) = (frame.middle - half - 6.0, frame.middle + half + layout.label.rise() + 5.0);
    let left_most = frame.bounds.x.min(center.x);
    let mut laid = Vec::new();
    for baseline in [above, below, below + layout.label.line_height() - 1.0] {
        for share in [0.5, 0.35, 0.65, 0.2, 0.8, 0.05, 0.95, 1.1] {
            let x = (center.x - width * share).clamp(left_most, (frame.bounds.right() - width).max(left_most));
            laid.push(sketch.lay(&text, Point::new(x, baseline), Anchor::Start, layout.label));
        }
    }
    let boxes: Vec<Rectangle> = laid.iter().map(|text| text.bounds().grown(2.0)).collect();
    if let Some(chosen) = sketch.occupied.place(&boxes, &frame.bounds.grown(3.0)) {
        let color = sketch.theme.ink;
        sketch.clear(laid[chosen].bounds());
        sketch.shape(Shape::Text(laid.swap_remove(chosen)), Some(Fill::Solid(color)), None);
    }
}

fn mark(input: &Input, item: &Item, event: &Event) -> Mark {
    let facts: Vec<String> = item.events.iter().map(|event| ["event:", &event.id].concat()).collect();
    let source =
        input.dataset.source(&event.source).map_or_else(String::new, |source| input.messages.source_name(source));
    let parts = [item.model.name.clone(), event.title.clone(), input.messages.period(&event.period), source];
    Mark {
        id: ["model:", &item.model.id].concat(),
        view: input.options.view.word(),
        kind: item.model.kind.word(),
        label: parts.join(", "),
        value: None,
        unit: None,
        qualifier: None,
        status: Some(event.status),
        period: Some(event.period),
        conflicts: input.conflicts(&facts),
        sources: sources_of(input, &facts),
        facts,
        place: event.place.clone(),
        model: Some(item.model.id.clone()),
        bounds: Rectangle::new(0.0, 0.0, 0.0, 0.0),
    }
}
