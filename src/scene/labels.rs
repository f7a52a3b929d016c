//! Placement of labels: text never stands over text, nor over a mark.

use super::geometry::{Point, Rectangle};

/// What is taken: boxes of labels, marks and lines, in bands of the picture's height, so that
/// few are looked at for a label.
#[derive(Clone, Debug, Default)]
pub struct Occupied {
    bands: Vec<Vec<Rectangle>>,
}

/// The bands that a box lies in. What lies higher or lower than any picture is with its edge.
fn bands(bounds: &Rectangle) -> std::ops::RangeInclusive<usize> {
    const HEIGHT: f64 = 48.0;
    const MOST: f64 = 100_000.0;
    let band = |y: f64| (y / HEIGHT).clamp(0.0, MOST) as usize;
    band(bounds.y)..=band(bounds.bottom())
}

impl Occupied {
    /// Takes a box.
    #[inline(never)]
    pub fn take(&mut self, bounds: Rectangle) {
        for band in bands(&bounds) {
            if band >= self.bands.len() {
                self.bands.resize_with(band + 1, Vec::new);
            }
            self.bands[band].push(bounds);
        }
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
        for band in bands(bounds) {
            let Some(taken) = self.bands.get(band) else { break };
            if taken.iter().any(|taken| taken.overlaps(bounds)) {
                return false;
            }
        }
        true
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
