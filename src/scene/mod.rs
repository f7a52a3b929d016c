//! A scene: what a view draws, as a flat list of primitives, and the marks they belong to.
//! Everything downstream (canvas, SVG, hit-testing, keys, speech, tests) reads this alone.

#[cfg(feature = "complete")]
pub mod blend;
pub mod geometry;
pub mod labels;
pub mod mark;
pub mod recorder;
#[cfg(feature = "complete")]
mod scaled;
pub mod sketch;
pub mod timeline;

use crate::text::TextStyle;
use crate::theme::Color;
pub use geometry::{Point, Rectangle};
pub use mark::Mark;
pub use timeline::Timeline;

/// What a view gives: a picture and its evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels: follows from width, view and text.
    pub height: f64,
    /// Painted first, over everything.
    pub background: Color,
    /// What is drawn, from back to front.
    pub primitives: Vec<Primitive>,
    /// What it means, in reading order.
    pub marks: Vec<Mark>,
    /// The finding, or the host's heading: the widget's name for who cannot see it.
    pub title: String,
    /// The finding, as a sentence, whatever the heading is; without data, that there is none.
    #[cfg(feature = "complete")]
    pub finding: String,
    /// What is shown and how sure it is.
    pub summary: String,
    /// The strip of time that a reader can act on, where the view draws one.
    pub timeline: Option<Timeline>,
}

/// One drawn thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Primitive {
    /// Its form.
    pub shape: Shape,
    /// The inside; for text, the letters.
    pub fill: Option<Fill>,
    /// The outline.
    pub stroke: Option<Stroke>,
    /// The index of the mark it belongs to; `None` for the frame.
    pub mark: Option<usize>,
}

/// The forms there are. Points and sizes in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A straight line.
    Line(Point, Point),
    /// Straight lines through points; closed ones can be filled.
    Path {
        /// The corners.
        points: Vec<Point>,
        /// Whether the last point is joined to the first.
        closed: bool,
    },
    /// A rectangle with rounded corners.
    Rectangle {
        /// Where.
        bounds: Rectangle,
        /// Radius of the corners.
        radius: f64,
    },
    /// A circle.
    Circle {
        /// Its middle.
        center: Point,
        /// Its radius.
        radius: f64,
    },
    /// A line of text.
    Text(Text),
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// On the baseline: at the start, the middle or the end, as `anchor` says.
    pub at: Point,
    /// What it says.
    pub content: String,
    /// Size and weight.
    pub style: TextStyle,
    /// Which part of it stands at `at`.
    pub anchor: Anchor,
    /// Its advance width when it was laid out.
    pub width: f64,
}

impl Text {
    /// The box its letters stand in, descenders included.
    #[must_use]
    pub fn bounds(&self) -> Rectangle {
        let left = match self.anchor {
            Anchor::Start => self.at.x,
            Anchor::Middle => self.at.x - self.width / 2.0,
            Anchor::End => self.at.x - self.width,
        };
        let rise = self.style.rise();
        Rectangle { x: left, y: self.at.y - rise, width: self.width, height: rise + self.style.size * 0.22 }
    }
}

/// Which part of a text stands at its point: left, middle or right, whatever the page's
/// direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The left end.
    Start,
    /// The middle.
    Middle,
    /// The right end.
    End,
}

/// How the inside of a shape is filled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fill {
    /// With one colour.
    Solid(Color),
    /// From less at the left edge to the colour at the right one: an uncertain start.
    FadeIn {
        /// The colour at the right.
        color: Color,
        /// The opacity at the left, in hundredths: none where the start is open.
        from: u8,
    },
}

/// A line's look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub color: Color,
    /// Its width in CSS pixels.
    pub width: f64,
    /// Whether it is dashed: planned, or counted without a name.
    pub dashed: bool,
}

impl Stroke {
    /// A continuous line.
    #[must_use]
    pub fn solid(color: Color, width: f64) -> Self {
        Self { color, width, dashed: false }
    }

    /// A dashed line.
    #[must_use]
    pub fn dashed(color: Color, width: f64) -> Self {
        Self { color, width, dashed: true }
    }
}

/// Length of a dash and of the gap after it, in CSS pixels.
pub const DASH: [f64; 2] = [4.0, 3.0];
