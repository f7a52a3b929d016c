//! Points and rectangles, in CSS pixels from the top left.

use serde::Serialize;

/// A point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

impl Point {
    /// A point from its two coordinates.
    #[must_use]
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}

/// A rectangle along the axes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Rectangle {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width, not negative.
    pub width: f64,
    /// Height, not negative.
    pub height: f64,
}

impl Rectangle {
    /// From the top left corner, width and height.
    #[must_use]
    pub const fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { x, y, width, height }
    }

    /// The rectangle between two opposite corners.
    #[must_use]
    pub fn between(one: Point, other: Point) -> Self {
        Self::new(one.x.min(other.x), one.y.min(other.y), (other.x - one.x).abs(), (other.y - one.y).abs())
    }

    /// The square of a circle.
    #[must_use]
    pub fn around(center: Point, radius: f64) -> Self {
        Self::new(center.x - radius, center.y - radius, radius * 2.0, radius * 2.0)
    }

    /// The right edge.
    #[must_use]
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// The bottom edge.
    #[must_use]
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// The middle.
    #[must_use]
    pub fn center(&self) -> Point {
        Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// Grown by `by` on every side; by a negative amount, shrunk.
    #[must_use]
    pub fn grown(&self, by: f64) -> Self {
        Self::new(self.x - by, self.y - by, (self.width + 2.0 * by).max(0.0), (self.height + 2.0 * by).max(0.0))
    }

    /// Grown to at least `least` in both directions, around its middle.
    #[must_use]
    pub fn at_least(&self, least: f64) -> Self {
        let (width, height) = (self.width.max(least), self.height.max(least));
        let center = self.center();
        Self::new(center.x - width / 2.0, center.y - height / 2.0, width, height)
    }

    /// Whether the two share an area.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether the other lies inside, edges included.
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        other.x >= self.x && other.y >= self.y && other.right() <= self.right() && other.bottom() <= self.bottom()
    }

    /// Whether the point lies inside, edges included.
    #[must_use]
    pub fn contains_point(&self, point: Point) -> bool {
        point.x >= self.x && point.x <= self.right() && point.y >= self.y && point.y <= self.bottom()
    }

    /// How far a point lies from its edges; 0 inside.
    #[must_use]
    pub fn distance(&self, point: Point) -> f64 {
        let dx = (self.x - point.x).max(point.x - self.right()).max(0.0);
        let dy = (self.y - point.y).max(point.y - self.bottom()).max(0.0);
        dx.hypot(dy)
    }

    /// The smallest rectangle around both.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Self::new(x, y, self.right().max(other.right()) - x, self.bottom().max(other.bottom()) - y)
    }
}

/// The directions along the edges of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// From left to right.
    Horizontal,
    /// From top to bottom.
    Vertical,
}

impl Axis {
    /// The axis that a line runs along, if it runs along one.
    // A line along an axis is given one and the same number twice.
    #[allow(clippy::float_cmp)]
    #[must_use]
    pub fn of(from: Point, to: Point) -> Option<Self> {
        if from.y == to.y {
            Some(Self::Horizontal)
        } else if from.x == to.x {
            Some(Self::Vertical)
        } else {
            None
        }
    }
}
