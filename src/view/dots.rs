//! The small forms that figures and happenings are drawn as.

use crate::dataset::period::Basis;
use crate::dataset::tables::{Observation, Qualifier};
use crate::scene::sketch::Sketch;
use crate::scene::{Fill, Point, Rectangle, Shape, Stroke};

/// Where the truth lies from a bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Up,
    Down,
}

/// How far the arrow of a bound reaches from its point.
pub(super) fn arrow_length(radius: f64) -> f64 {
    radius * 4.0
}

/// A figure printed without a hedge.
pub(super) fn filled(sketch: &mut Sketch, center: Point, radius: f64) {
    sketch.disc(center, radius, sketch.theme.accent);
}

/// A rounded figure.
pub(super) fn hollow(sketch: &mut Sketch, center: Point, radius: f64) {
    let (accent, background) = (sketch.theme.accent, sketch.theme.background);
    let stroke = Stroke::solid(accent, radius * 0.4);
    sketch.shape(Shape::Circle { center, radius }, Some(Fill::Solid(background)), Some(stroke));
}

/// A bound: a hollow point with an arrow towards where the figure lies.
pub(super) fn bound(sketch: &mut Sketch, center: Point, radius: f64, direction: Direction) {
    let stroke = Stroke::solid(sketch.theme.accent, radius * 0.4);
    let sign = if direction == Direction::Up { -1.0 } else { 1.0 };
    let tip = Point::new(center.x, center.y + sign * arrow_length(radius));
    sketch.line(Point::new(center.x, center.y + sign * radius), tip, stroke);
    let wing = |side: f64| Point::new(tip.x + side * radius * 0.8, tip.y - sign * radius);
    sketch.shape(Shape::Path { points: vec![wing(-1.0), tip, wing(1.0)], closed: false }, None, Some(stroke));
    hollow(sketch, center, radius);
}

/// Where the truth lies from a figure of this qualifier; `None`: at it, or about it.
pub(super) fn direction(qualifier: Qualifier) -> Option<Direction> {
    if qualifier.is_lower_bound() {
        Some(Direction::Up)
    } else if qualifier.is_upper_bound() {
        Some(Direction::Down)
    } else {
        None
    }
}

/// A figure that its source hedges: a bound, or rounded.
pub(super) fn hedged(sketch: &mut Sketch, center: Point, radius: f64, qualifier: Qualifier) {
    match direction(qualifier) {
        Some(direction) => bound(sketch, center, radius, direction),
        None => hollow(sketch, center, radius),
    }
}

/// Whether a figure is drawn as a filled point: printed without a hedge, and dated by a source.
pub(super) fn is_plain(row: &Observation) -> bool {
    row.qualifier == Qualifier::Exact && row.period.basis != Basis::Inferred
}

/// A figure that is dated by the editors.
pub(super) fn inferred(sketch: &mut Sketch, center: Point, radius: f64) {
    let (accent, soft) = (sketch.theme.accent, sketch.theme.accent_soft);
    let stroke = Stroke::solid(accent, 1.5);
    sketch.shape(Shape::Circle { center, radius: radius - 0.75 }, Some(Fill::Solid(soft)), Some(stroke));
}

/// The point of a figure.
pub(super) fn figure(sketch: &mut Sketch, center: Point, radius: f64, row: &Observation) {
    if row.qualifier != Qualifier::Exact {
        hedged(sketch, center, radius - 0.75, row.qualifier);
    } else if row.period.basis == Basis::Inferred {
        inferred(sketch, center, radius);
    } else {
        filled(sketch, center, radius);
    }
}

/// Radius of the sign of a contradiction.
pub(super) const CONTRADICTED: f64 = 6.5;

/// The sign of a contradiction: "not equal" in a disc.
pub(super) fn contradicted(sketch: &mut Sketch, center: Point) {
    const STROKES: [(f64, f64, f64); 3] = [(3.25, -1.5, -1.5), (3.25, 1.5, 1.5), (2.0, 3.75, -3.75)];
    sketch.disc(center, CONTRADICTED, sketch.theme.warning);
    for (half, from, to) in &STROKES {
        let (from, to) = (Point::new(center.x - half, center.y + from), Point::new(center.x + half, center.y + to));
        sketch.line(from, to, Stroke::solid(sketch.theme.background, 1.25));
    }
    sketch.occupied.take(Rectangle::around(center, CONTRADICTED));
}

/// The sign of a contradiction close by a point, on the first side that is free.
pub(super) fn contradicted_near(sketch: &mut Sketch, center: Point, radius: f64, limits: &Rectangle) {
    const SIDES: [(f64, f64); 8] =
        [(0.0, 1.0), (1.0, 1.0), (-1.0, 1.0), (1.0, -1.0), (-1.0, -1.0), (1.0, 0.0), (-1.0, 0.0), (0.0, -1.0)];
    let (near, far) = ((radius + CONTRADICTED) * 0.84, radius + CONTRADICTED + 2.5);
    let mut chosen = Point::new(center.x - near, center.y - near);
    for (x, y) in &SIDES {
        let reach = if x * y == 0.0 { far } else { near };
        let at = Point::new(center.x + x * reach, center.y + y * reach);
        if sketch.occupied.has_room(&Rectangle::around(at, CONTRADICTED - 1.0), limits) {
            chosen = at;
            break;
        }
    }
    contradicted(sketch, chosen);
}

/// The period that a figure is told for, or that something happened in: from its first day, a
/// bar across, to its last; it fades in where the first is not told.
pub(super) fn whisker(sketch: &mut Sketch, from: Point, to: Point, told: bool) {
    if told {
        let stroke = Stroke::solid(sketch.theme.axis, 1.0);
        sketch.line(from, to, stroke);
        sketch.line(Point::new(from.x, from.y - 2.5), Point::new(from.x, from.y + 2.5), stroke);
    } else {
        let fade = Rectangle::new(from.x, from.y - 1.0, to.x - from.x, 2.0);
        sketch.fill(fade, 0.0, Fill::FadeIn { color: sketch.theme.axis, from: 0 });
    }
    sketch.disc(to, 2.0, sketch.theme.axis);
}

/// An edition, a variant or a show car.
pub(super) fn diamond(sketch: &mut Sketch, center: Point, radius: f64, dashed: bool) {
    let points = vec![
        Point::new(center.x, center.y - radius),
        Point::new(center.x + radius, center.y),
        Point::new(center.x, center.y + radius),
        Point::new(center.x - radius, center.y),
    ];
    paper(sketch, Shape::Path { points, closed: true }, dashed);
}

/// A concept: a study that previews a model.
pub(super) fn square(sketch: &mut Sketch, center: Point, radius: f64, dashed: bool) {
    paper(sketch, Shape::Rectangle { bounds: Rectangle::around(center, radius), radius: 0.0 }, dashed);
}

/// A shape outlined in ink.
fn paper(sketch: &mut Sketch, shape: Shape, dashed: bool) {
    let (ink, background) = (sketch.theme.ink, sketch.theme.background);
    sketch.shape(shape, Some(Fill::Solid(background)), Some(Stroke { color: ink, width: 1.5, dashed }));
}

/// The box that a point and its arrow take up, for labels to keep clear of.
pub(super) fn footprint(center: Point, radius: f64, direction: Option<Direction>) -> Rectangle {
    let dot = Rectangle::around(center, radius + 2.0);
    let reach = arrow_length(radius);
    match direction {
        None => dot,
        Some(Direction::Up) => dot.union(&Rectangle::new(center.x - radius, center.y - reach, radius * 2.0, reach)),
        Some(Direction::Down) => dot.union(&Rectangle::new(center.x - radius, center.y, radius * 2.0, reach)),
    }
}
