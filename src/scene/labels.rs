//! Placement of labels: text never stands over text, nor over a mark.

use super::geometry::{Point, Rectangle};

/// What is taken: boxes of labels, marks and lines.
#[derive(Clone, Debug, Default)]
pub struct Occupied {
    taken: Vec<Rectangle>,
}

impl Occupied {
    /// Takes a box.
    pub fn take(&mut self, bounds: Rectangle) {
        self.taken.push(bounds);
    }

    /// Takes the way along a line, in steps of a few pixels.
    pub fn take_line(&mut self, from: Point, to: Point) {
        const STEP: f64 = 6.0;
        let steps = ((to.x - from.x).hypot(to.y - from.y) / STEP).ceil().clamp(1.0, 2_000.0);
        for step in 0..=steps as u32 {
            let share = f64::from(step) / steps;
            let at = Point::new(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
            self.take(Rectangle::around(at, 2.0));
        }
    }

    /// Whether the box touches nothing taken.
    #[must_use]
    pub fn is_free(&self, bounds: &Rectangle) -> bool {
        !self.taken.iter().any(|taken| taken.overlaps(bounds))
    }

    /// The index of the first candidate that lies within `limits` and is free; it is taken
    /// then. `None` when all are taken.
    pub fn place(&mut self, candidates: &[Rectangle], limits: &Rectangle) -> Option<usize> {
        let index = candidates.iter().position(|candidate| limits.contains(candidate) && self.is_free(candidate))?;
        self.take(candidates[index]);
        Some(index)
    }
}
