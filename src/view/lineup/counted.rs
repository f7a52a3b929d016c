//! How many models the texts count: a step for each figure, beside the rows of the models that
//! are named.

use super::{Input, RowFrame, TimeAxis, dots, row_name};
use crate::dataset::period::Basis;
use crate::dataset::tables::Observation;
use crate::messages::Key;
use crate::scene::sketch::Sketch;
use crate::scene::{Anchor, Point, Rectangle, Stroke};
use crate::theme::Room;
use crate::view::lanes;

/// Draws the row: each figure at the end of its period, the higher the more it is. The thin
/// line leads from one to the next and says nothing of when the count changed.
pub(super) fn draw(sketch: &mut Sketch, input: &Input, counts: &[&Observation], axis: &TimeAxis, frame: &RowFrame) {
    let (layout, theme) = (sketch.layout, sketch.theme);
    let (messages, bounds) = (input.messages, frame.bounds);
    sketch.frame();
    let rule = bounds.y.round();
    sketch.line(Point::new(layout.margin, rule), Point::new(bounds.right(), rule), Stroke::solid(theme.grid, 1.0));
    let body = messages.text(Key::LineupCountedBody);
    row_name(sketch, frame, messages.text(Key::LineupCounted), body, body);

    let (mut lowest, mut highest) = (0.0_f64, 1.0_f64);
    for row in counts {
        (lowest, highest) = (lowest.min(row.value), highest.max(row.value));
    }
    // Room for the figures over the points and the periods under them.
    let top = bounds.y + layout.value.size + layout.room.pick(26.0, 14.0, 16.0);
    let bottom = bounds.bottom() - 18.0;
    let locate = |row: &Observation| {
        let share = (row.value - lowest) / (highest - lowest);
        row.period.end().map(|day| Point::new(axis.x(day), bottom - share * (bottom - top)))
    };
    let stroke = Stroke::solid(theme.axis, 1.25);
    let mut before: Option<Point> = None;
    for row in counts {
        let Some(at) = locate(row) else { continue };
        if let Some(before) = before.replace(at) {
            let corner = Point::new(at.x, before.y);
            sketch.line(before, corner, stroke);
            sketch.line(corner, at, stroke);
            sketch.occupied.take_line(before, corner);
            sketch.occupied.take_line(corner, at);
        }
    }
    sketch.row();
    let mut located = Vec::new();
    let mut periods = Vec::new();
    for row in counts {
        let Some(center) = locate(row) else { continue };
        let mark = sketch.begin(input.figure_mark("count", row));
        dots::figure(sketch, center, layout.radius, row);
        let footprint = dots::footprint(center, layout.radius, dots::direction(row.qualifier));
        sketch.occupied.take(footprint);
        sketch.enclose(footprint);
        located.push((*row, center, mark));
        periods.push((mark, &row.period));
    }
    lanes::periods(sketch, axis, &periods, bounds.bottom() - 9.0);
    for (row, center, mark) in located {
        sketch.resume(mark);
        if sketch.is_contradicted() {
            dots::contradicted_near(sketch, center, layout.radius, &bounds);
        }
        figure(sketch, input, row, center, &bounds);
        sketch.frame();
    }
}

/// The figure over its point, or beside or under it; that its date is inferred where there is
/// room to say so.
fn figure(sketch: &mut Sketch, input: &Input, row: &Observation, center: Point, bounds: &Rectangle) {
    let layout = sketch.layout;
    let hedged = input.hedged(row);
    let mut wordings = vec![hedged.clone()];
    if row.period.basis == Basis::Inferred && layout.room != Room::Narrow {
        wordings.insert(0, input.messages.with(Key::LineupInferred, &hedged));
    }
    let (rise, gap) = (layout.value.rise(), layout.radius + 6.0);
    let limits = Rectangle { y: bounds.y + 2.0, height: bounds.height, ..bounds.grown(4.0) };
    // Beside the point, or over or under it.
    let places = [
        (Anchor::Middle, 0.0, -gap),
        (Anchor::End, -gap, rise / 2.0),
        (Anchor::Start, gap, rise / 2.0),
        (Anchor::End, -2.0, -gap),
        (Anchor::Middle, 0.0, gap + rise),
        (Anchor::Start, 2.0, gap + rise),
        (Anchor::End, -2.0, gap + rise),
        (Anchor::End, -gap, -2.0),
        (Anchor::Start, gap, rise + 2.0),
    ];
    for wording in &wordings {
        let mut text = sketch.lay(wording, center, Anchor::End, layout.value);
        for (anchor, across, down) in places {
            text.anchor = anchor;
            if sketch.find_place(&mut text, &[Point::new(center.x + across, center.y + down)], 0.0, &limits) {
                sketch.enclose(text.bounds());
                sketch.clear(text.bounds());
                return sketch.put(text, sketch.theme.ink);
            }
        }
    }
}
