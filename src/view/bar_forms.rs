//! The forms of bars that are figures: hollow where the source hedges, with an arrow where the
//! figure is a bound, with a gap where the bar is longer than drawn.

use super::dots::Direction;
use crate::scene::sketch::Sketch;
use crate::scene::{Fill, Point, Rectangle, Shape, Stroke};
use crate::theme::Color;

/// The room of an arrow at the end of a bar.
pub(super) const ARROW: f64 = 15.0;

/// An outline that lies within the bar.
pub(super) fn hollow(sketch: &mut Sketch, bounds: Rectangle, color: Color) {
    let inner = Rectangle::new(bounds.x + 0.75, bounds.y + 0.75, (bounds.width - 1.5).max(0.0), bounds.height - 1.5);
    let shape = Shape::Rectangle { bounds: inner, radius: 0.0 };
    sketch.shape(shape, Some(Fill::Solid(sketch.theme.background)), Some(Stroke::solid(color, 1.5)));
}

/// The arrow behind the end of a bar, on the side of `sign`: to larger figures is always to
/// the right, also from a fall.
#[inline(never)]
pub(super) fn arrow(sketch: &mut Sketch, end: Point, sign: f64, direction: Direction, color: Color) {
    let stroke = Stroke::solid(color, 1.5);
    let (near, far) = (end.x + sign * 1.5, end.x + sign * (ARROW - 2.0));
    let outwards = (direction == Direction::Up) == (sign > 0.0);
    let (from, to) = if outwards { (near, far) } else { (far, near) };
    let back = if to > from { -4.5 } else { 4.5 };
    sketch.line(Point::new(from, end.y), Point::new(to, end.y), stroke);
    let points = vec![Point::new(to + back, end.y - 4.0), Point::new(to, end.y), Point::new(to + back, end.y + 4.0)];
    sketch.shape(Shape::Path { points, closed: false }, None, Some(stroke));
}

/// A slanted gap through a bar, at `x`.
#[inline(never)]
pub(super) fn gap(sketch: &mut Sketch, x: f64, bar: Rectangle, color: Color) {
    const HALF: f64 = 2.5;
    let slant = bar.height * 0.2;
    let (top, bottom) = (bar.y - 2.0, bar.bottom() + 2.0);
    let edge = |side: f64| [Point::new(x + side + slant, top), Point::new(x + side - slant, bottom)];
    let ([one, two], [four, three]) = (edge(-HALF), edge(HALF));
    let paper = Shape::Path { points: vec![one, two, three, four], closed: true };
    sketch.shape(paper, Some(Fill::Solid(sketch.theme.background)), None);
    sketch.line(one, two, Stroke::solid(color, 1.25));
    sketch.line(four, three, Stroke::solid(color, 1.25));
}
