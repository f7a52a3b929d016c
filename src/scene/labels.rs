//! Placement of labels: text never stands over text, nor over a mark.

use super::geometry::{Point, Rectangle};

/// What is taken: boxes of labels, marks and lines, by the cells of a grid over the picture, so
/// that few are looked at for a label.
#[derive(Clone, Debug, Default)]
pub struct Occupied {
    /// For each cell, row by row, how many boxes were taken when the last one was that lies in it.
    cells: Vec<u32>,
    /// The boxes, once for each cell that they lie in, each with what its cell said before.
    taken: Vec<(Rectangle, u32)>,
}

/// Cells side by side. What the small modules draw is little: one will do.
const COLUMNS: usize = if cfg!(feature = "complete") { 48 } else { 1 };

/// The cells that a length lies in. What lies outside of any picture is with its edge.
#[inline(never)]
fn cells(from: f64, length: f64, most: usize) -> std::ops::RangeInclusive<usize> {
    const SIDE: f64 = 32.0;
    let cell = |at: f64| ((at / SIDE).max(0.0) as usize).min(most);
    cell(from)..=cell(from + length)
}

fn rows(bounds: &Rectangle) -> std::ops::RangeInclusive<usize> {
    cells(bounds.y, bounds.height, 100_000)
}

fn columns(bounds: &Rectangle) -> std::ops::RangeInclusive<usize> {
    if cfg!(feature = "complete") { cells(bounds.x, bounds.width, COLUMNS - 1) } else { 0..=0 }
}

impl Occupied {
    /// Takes a box.
    #[inline(never)]
    pub fn take(&mut self, bounds: Rectangle) {
        for row in rows(&bounds) {
            for column in columns(&bounds) {
                let cell = row * COLUMNS + column;
                if cell >= self.cells.len() {
                    self.cells.resize((row + 1) * COLUMNS, 0);
                }
                self.taken.push((bounds, self.cells[cell]));
                self.cells[cell] = self.taken.len() as u32;
            }
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
        for row in rows(bounds) {
            for column in columns(bounds) {
                // The last taken first: where much is taken, labels are what is most in the way.
                let mut next = self.cells.get(row * COLUMNS + column).map_or(0, |last| *last as usize);
                while let Some((taken, before)) = next.checked_sub(1).and_then(|index| self.taken.get(index)) {
                    #[cfg(test)]
                    LOOKED_AT.set(LOOKED_AT.get() + 1);
                    if taken.overlaps(bounds) {
                        return false;
                    }
                    next = *before as usize;
                }
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

#[cfg(test)]
thread_local! {
    /// How many boxes were looked at: tests of large datasets count them.
    pub(crate) static LOOKED_AT: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

#[cfg(test)]
mod tests {
    use super::{Occupied, Rectangle};

    #[test]
    fn a_box_is_free_as_if_all_were_compared() {
        let mut random = fastrand::Rng::with_seed(7);
        let mut occupied = Occupied::default();
        let mut taken: Vec<Rectangle> = Vec::new();
        let mut counts = [0, 0];
        for _ in 0..4_000 {
            let mut length = |most: f64| random.f64() * most;
            // Some outside of any picture, on every side.
            let (x, y) = (length(2_400.0) - 300.0, length(3_000.0) - 300.0);
            let bounds = Rectangle::new(x, y, length(60.0), length(30.0));
            let free = !taken.iter().any(|taken| taken.overlaps(&bounds));
            assert_eq!(occupied.is_free(&bounds), free, "{bounds:?}");
            counts[usize::from(free)] += 1;
            if free || length(10.0) < 1.0 {
                occupied.take(bounds);
                taken.push(bounds);
            }
        }
        assert!(counts.iter().all(|count| *count > 500), "{counts:?}");
        // What is no number lies nowhere, and stops nothing.
        occupied.take(Rectangle::new(f64::NAN, f64::INFINITY, 1.0, 1.0));
    }
}
