//! Placement of labels: text never stands over text, nor over a mark.

use super::geometry::{Point, Rectangle};

/// What is taken: boxes of labels, marks and lines.
#[derive(Clone, Debug, Default)]
pub struct Occupied {
    taken: Vec<Rectangle>,
}

impl Occupied {
    /// Takes a box.
    #[inline(never)]
    pub fn take(&mut self, bounds: Rectangle) {
        self.taken.push(bounds);
    }

    /// Takes the way along a line, in steps of a few pixels.
    pub fn take_line(&mut self, from: Point, to: Point) {
        const STEP: f64 = 6.0;
        let (across, down) = (to.x - from.x, to.y - from.y);
        let steps = ((across * across + down * down).sqrt() / STEP).ceil().clamp(1.0, 2_000.0);
        for step in 0..=steps as u32 {
            let share = f64::from(step) / steps;
            let at = Point::new(from.x + across * share, from.y + down * share);
            self.take(Rectangle::around(at, 2.0));
        }
    }

    /// Whether the box touches nothing taken.
    #[must_use]
    pub fn is_free(&self, bounds: &Rectangle) -> bool {
        !self.taken.iter().any(|taken| taken.overlaps(bounds))
    }

    /// Whether the box lies within `limits` and touches nothing taken.
    #[must_use]
    #[inline(never)]
    pub fn has_room(&self, bounds: &Rectangle, limits: &Rectangle) -> bool {
        limits.contains(bounds) && self.is_free(bounds)
    }

    /// Takes the box if there is room for it; tells whether there was.
    pub fn try_take(&mut self, bounds: &Rectangle, limits: &Rectangle) -> bool {
        let room = self.has_room(bounds, limits);
        if room {
            self.take(*bounds);
        }
        room
    }
}
