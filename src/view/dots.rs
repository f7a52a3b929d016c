//! The small forms that figures and happenings are drawn as.

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
    let accent = sketch.theme.accent;
    sketch.circle(center, radius, Some(Fill::Solid(accent)), None);
}

/// A rounded figure.
pub(super) fn hollow(sketch: &mut Sketch, center: Point, radius: f64) {
    let (accent, background) = (sketch.theme.accent, sketch.theme.background);
    sketch.circle(center, radius, Some(Fill::Solid(background)), Some(Stroke::solid(accent, radius * 0.4)));
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

/// Radius of the sign of a contradiction.
pub(super) const CONTRADICTED: f64 = 6.5;

/// The sign of a contradiction: "not equal" in a disc.
pub(super) fn contradicted(sketch: &mut Sketch, center: Point) {
    let (warning, background) = (sketch.theme.warning, sketch.theme.background);
    sketch.circle(center, CONTRADICTED, Some(Fill::Solid(warning)), None);
    let stroke = Stroke::solid(background, 1.25);
    let at = |x: f64, y: f64| Point::new(center.x + x, center.y + y);
    sketch.line(at(-3.25, -1.5), at(3.25, -1.5), stroke);
    sketch.line(at(-3.25, 1.5), at(3.25, 1.5), stroke);
    sketch.line(at(-2.0, 3.75), at(2.0, -3.75), stroke);
    sketch.occupied.take(Rectangle::around(center, CONTRADICTED));
}

/// The sign of a contradiction close by a point, on the first side that is free.
pub(super) fn contradicted_near(sketch: &mut Sketch, center: Point, radius: f64, limits: &Rectangle) {
    let (near, far) = ((radius + CONTRADICTED) * 0.78, radius + CONTRADICTED + 1.5);
    let sides =
        [(-near, -near), (near, near), (-near, near), (near, -near), (0.0, far), (-far, 0.0), (far, 0.0), (0.0, -far)];
    let centers = sides.map(|(x, y)| Point::new(center.x + x, center.y + y));
    let boxes = centers.map(|center| Rectangle::around(center, CONTRADICTED - 1.0));
    let chosen =
        boxes.iter().position(|bounds| limits.contains(bounds) && sketch.occupied.is_free(bounds)).unwrap_or(0);
    contradicted(sketch, centers[chosen]);
}

/// The period that a figure is told for, up to the point where it stands.
pub(super) fn whisker(sketch: &mut Sketch, from: Point, to: Point) {
    let color = sketch.theme.accent.faded(0.3);
    sketch.line(from, to, Stroke::solid(color, 2.5));
}

/// An edition, a variant or a show car.
pub(super) fn diamond(sketch: &mut Sketch, center: Point, radius: f64, dashed: bool) {
    let points = vec![
        Point::new(center.x, center.y - radius),
        Point::new(center.x + radius, center.y),
        Point::new(center.x, center.y + radius),
        Point::new(center.x - radius, center.y),
    ];
    let (ink, background) = (sketch.theme.ink, sketch.theme.background);
    sketch.shape(
        Shape::Path { points, closed: true },
        Some(Fill::Solid(background)),
        Some(Stroke { color: ink, width: 1.5, dashed }),
    );
}

/// A concept: a study that previews a model.
pub(super) fn square(sketch: &mut Sketch, center: Point, radius: f64, dashed: bool) {
    let (ink, background) = (sketch.theme.ink, sketch.theme.background);
    sketch.rectangle(
        Rectangle::around(center, radius),
        0.0,
        Some(Fill::Solid(background)),
        Some(Stroke { color: ink, width: 1.5, dashed }),
    );
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
