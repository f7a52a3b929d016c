//! A scene at another scale: how text grows with the reader's letters. A picture of half the
//! width, drawn twice as large, is as wide as before, and every letter in it is twice as tall.

use super::geometry::{Point, Rectangle};
use super::{Primitive, Scene, Shape, Text};

impl Scene {
    /// The scene with all that is in it so many times as large.
    #[must_use]
    pub fn scaled(mut self, scale: f64) -> Self {
        if (scale - 1.0).abs() < 1e-9 {
            return self;
        }
        self.width *= scale;
        self.height *= scale;
        for primitive in &mut self.primitives {
            enlarge(primitive, scale);
        }
        for mark in &mut self.marks {
            mark.bounds = rectangle(mark.bounds, scale);
        }
        if let Some(timeline) = &mut self.timeline {
            timeline.bounds = rectangle(timeline.bounds, scale);
            timeline.first_x *= scale;
            timeline.last_x *= scale;
            for stop in &mut timeline.stops {
                stop.x *= scale;
            }
        }
        self
    }
}

fn enlarge(primitive: &mut Primitive, scale: f64) {
    match &mut primitive.shape {
        Shape::Line(from, to) => (*from, *to) = (point(*from, scale), point(*to, scale)),
        Shape::Path { points, .. } => points.iter_mut().for_each(|at| *at = point(*at, scale)),
        Shape::Rectangle { bounds, radius } => {
            *bounds = rectangle(*bounds, scale);
            *radius *= scale;
        }
        Shape::Circle { center, radius } => {
            *center = point(*center, scale);
            *radius *= scale;
        }
        Shape::Text(Text { at, style, width, .. }) => {
            *at = point(*at, scale);
            style.size *= scale;
            *width *= scale;
        }
    }
    if let Some(stroke) = &mut primitive.stroke {
        stroke.width *= scale;
    }
}

fn point(point: Point, scale: f64) -> Point {
    Point::new(point.x * scale, point.y * scale)
}

fn rectangle(bounds: Rectangle, scale: f64) -> Rectangle {
    Rectangle::new(bounds.x * scale, bounds.y * scale, bounds.width * scale, bounds.height * scale)
}
