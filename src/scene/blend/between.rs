//! One primitive on its way to another.

use crate::scene::{Anchor, Fill, Point, Primitive, Rectangle, Shape, Stroke, Text};
use crate::text::TextStyle;

/// A path's corners may grow by this factor on the way; else one path fades into the other.
const MOST_MORE_CORNERS: usize = 4;

/// Adds what stands between two primitives of one form: one that moves, or two where the one
/// cannot become the other, and fades into it while both move.
pub fn add(here: &Primitive, there: &Primitive, progress: f64, primitives: &mut Vec<Primitive>) {
    if here.shape == there.shape && here.fill == there.fill && here.stroke == there.stroke {
        primitives.push(there.clone());
        return;
    }
    let Some((first, second)) = shapes(&here.shape, &there.shape, progress) else {
        add_faded(here, 1.0 - progress, there.mark, primitives);
        add_faded(there, progress, there.mark, primitives);
        return;
    };
    let dashed = |primitive: &Primitive| primitive.stroke.is_some_and(|stroke| stroke.dashed);
    if second.is_none() && (dashed(here) == dashed(there) || here.stroke.is_none() || there.stroke.is_none()) {
        primitives.push(Primitive {
            shape: first,
            fill: fill(here.fill, there.fill, progress),
            stroke: stroke(here.stroke, there.stroke, progress),
            mark: there.mark,
        });
        return;
    }
    let second = second.unwrap_or_else(|| first.clone());
    add_faded(&Primitive { shape: first, ..here.clone() }, 1.0 - progress, there.mark, primitives);
    add_faded(&Primitive { shape: second, ..there.clone() }, progress, there.mark, primitives);
}

/// Adds a primitive with a part of its opacity, unless nothing of it would be seen.
pub fn add_faded(primitive: &Primitive, opacity: f64, mark: Option<usize>, primitives: &mut Vec<Primitive>) {
    let fill = primitive.fill.map(|fill| fill_times(fill, opacity));
    let stroke = primitive.stroke.map(|stroke| Stroke { color: stroke.color.times(opacity), ..stroke });
    let seen = match fill {
        Some(Fill::Solid(color) | Fill::FadeIn { color, .. }) => color.alpha > 0,
        None => false,
    };
    if seen || stroke.is_some_and(|stroke| stroke.color.alpha > 0) {
        primitives.push(Primitive { shape: primitive.shape.clone(), fill, stroke, mark });
    }
}

fn mix(here: f64, there: f64, progress: f64) -> f64 {
    here + (there - here) * progress
}

fn mix_points(here: Point, there: Point, progress: f64) -> Point {
    Point::new(mix(here.x, there.x, progress), mix(here.y, there.y, progress))
}

/// The shape between; two where they cannot be one.
fn shapes(here: &Shape, there: &Shape, progress: f64) -> Option<(Shape, Option<Shape>)> {
    let shape = match (here, there) {
        (Shape::Line(one, other), Shape::Line(to_one, to_other)) => {
            Shape::Line(mix_points(*one, *to_one, progress), mix_points(*other, *to_other, progress))
        }
        (Shape::Rectangle { bounds, radius }, Shape::Rectangle { bounds: to_bounds, radius: to_radius }) => {
            let bounds = Rectangle::new(
                mix(bounds.x, to_bounds.x, progress),
                mix(bounds.y, to_bounds.y, progress),
                mix(bounds.width, to_bounds.width, progress),
                mix(bounds.height, to_bounds.height, progress),
            );
            Shape::Rectangle { bounds, radius: mix(*radius, *to_radius, progress) }
        }
        (Shape::Circle { center, radius }, Shape::Circle { center: to_center, radius: to_radius }) => Shape::Circle {
            center: mix_points(*center, *to_center, progress),
            radius: mix(*radius, *to_radius, progress),
        },
        (Shape::Text(here), Shape::Text(there)) => return Some(texts(here, there, progress)),
        _ => path(here, there, progress)?,
    };
    Some((shape, None))
}

/// The same words move and grow; others stand at the same place, each as it is written.
fn texts(here: &Text, there: &Text, progress: f64) -> (Shape, Option<Shape>) {
    let start = Point::new(here.bounds().x, here.at.y);
    let end = Point::new(there.bounds().x, there.at.y);
    let left = mix_points(start, end, progress);
    if here.content == there.content && here.style.weight == there.style.weight {
        let width = mix(here.width, there.width, progress);
        let style = TextStyle { size: mix(here.style.size, there.style.size, progress), ..there.style };
        let before = match there.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => width / 2.0,
            Anchor::End => width,
        };
        let text = Text { at: Point::new(left.x + before, left.y), width, style, ..there.clone() };
        return (Shape::Text(text), None);
    }
    // By their own points: a figure at the end of a bar stays at its end.
    let at = mix_points(here.at, there.at, progress);
    (Shape::Text(Text { at, ..here.clone() }), Some(Shape::Text(Text { at, ..there.clone() })))
}

/// The path between two paths, through the corners of both; `None` where there were too many.
fn path(here: &Shape, there: &Shape, progress: f64) -> Option<Shape> {
    let (from, is_closed) = corners(here)?;
    let (to, closed) = corners(there)?;
    let same_count = from.len() == to.len();
    let most = MOST_MORE_CORNERS * to.len().max(4);
    if is_closed != closed || from.is_empty() || to.is_empty() || (!same_count && from.len() + to.len() > most) {
        return None;
    }
    let mut points = Vec::with_capacity(from.len() + to.len());
    if same_count {
        for (one, other) in from.iter().zip(&to) {
            points.push(mix_points(*one, *other, progress));
        }
    } else {
        // As far along as each corner of the one is, there is a point of the other.
        let (mut here, mut there) = (0, 0);
        while here < from.len() || there < to.len() {
            let along = share(here, from.len()).min(share(there, to.len()));
            points.push(mix_points(point_at(&from, along), point_at(&to, along), progress));
            here += usize::from(share(here, from.len()) <= along);
            there += usize::from(share(there, to.len()) <= along);
        }
    }
    Some(Shape::Path { points, closed })
}

/// The points of a line or path, and whether it is closed.
fn corners(shape: &Shape) -> Option<(Vec<Point>, bool)> {
    match shape {
        Shape::Line(from, to) => Some((vec![*from, *to], false)),
        Shape::Path { points, closed } => Some((points.clone(), *closed)),
        _ => None,
    }
}

/// How far along a path a corner is, from 0 to 1; more behind the last.
fn share(corner: usize, count: usize) -> f64 {
    if corner >= count { f64::INFINITY } else { corner as f64 / (count.max(2) - 1) as f64 }
}

fn point_at(points: &[Point], along: f64) -> Point {
    let place = along * points.len().saturating_sub(1) as f64;
    let before = (place.floor() as usize).min(points.len() - 1);
    let after = (before + 1).min(points.len() - 1);
    mix_points(points[before], points[after], (place - before as f64).clamp(0.0, 1.0))
}

fn fill_times(fill: Fill, opacity: f64) -> Fill {
    match fill {
        Fill::Solid(color) => Fill::Solid(color.times(opacity)),
        Fill::FadeIn { color, from } => Fill::FadeIn { color: color.times(opacity), from },
    }
}

fn fill(here: Option<Fill>, there: Option<Fill>, progress: f64) -> Option<Fill> {
    let (here, there) = match (here, there) {
        (Some(here), Some(there)) => (here, there),
        (Some(here), None) => return Some(fill_times(here, 1.0 - progress)),
        (None, there) => return there.map(|there| fill_times(there, progress)),
    };
    let parts = |fill| match fill {
        Fill::Solid(color) => (color, 100),
        Fill::FadeIn { color, from } => (color, from),
    };
    let ((color, from), (to_color, to_from)) = (parts(here), parts(there));
    let color = color.toward(to_color, progress);
    Some(match (here, there) {
        (Fill::Solid(_), Fill::Solid(_)) => Fill::Solid(color),
        _ => Fill::FadeIn { color, from: mix(f64::from(from), f64::from(to_from), progress) as u8 },
    })
}

fn stroke(here: Option<Stroke>, there: Option<Stroke>, progress: f64) -> Option<Stroke> {
    let fading = |stroke: Stroke, opacity| Stroke { color: stroke.color.times(opacity), ..stroke };
    match (here, there) {
        (Some(here), Some(there)) => Some(Stroke {
            color: here.color.toward(there.color, progress),
            width: mix(here.width, there.width, progress),
            dashed: there.dashed,
        }),
        (Some(here), None) => Some(fading(here, 1.0 - progress)),
        (None, there) => there.map(|there| fading(there, progress)),
    }
}
