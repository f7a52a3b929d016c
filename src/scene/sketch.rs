//! What views draw with: primitives and marks, collected in order.

use super::geometry::{Point, Rectangle};
use super::labels::Occupied;
use super::recorder::Plot;
use super::{Anchor, Fill, Mark, Primitive, Scene, Shape, Stroke, Text};
use crate::text::{TextMetrics, TextStyle, balance};
use crate::theme::{Color, Layout, Theme};

/// A scene in the making.
pub struct Sketch<'a> {
    /// Colours.
    pub theme: &'a Theme,
    /// Sizes.
    pub layout: Layout,
    /// What labels must keep clear of.
    pub occupied: Occupied,
    metrics: &'a dyn TextMetrics,
    primitives: Vec<Primitive>,
    marks: Vec<Mark>,
    mark: Option<usize>,
}

impl<'a> Sketch<'a> {
    /// An empty one.
    #[must_use]
    pub fn new(theme: &'a Theme, layout: Layout, metrics: &'a dyn TextMetrics) -> Self {
        Self {
            theme,
            layout,
            occupied: Occupied::default(),
            metrics,
            primitives: Vec::new(),
            marks: Vec::new(),
            mark: None,
        }
    }

    /// Adds a mark; what is drawn from now on belongs to it, until [`Self::frame`].
    pub fn begin(&mut self, mark: Mark) -> usize {
        self.marks.push(mark);
        let index = self.marks.len() - 1;
        self.mark = Some(index);
        index
    }

    /// What is drawn from now on belongs to a mark added before.
    pub fn resume(&mut self, mark: usize) {
        self.mark = Some(mark);
    }

    /// What is drawn from now on belongs to no mark.
    pub fn frame(&mut self) {
        self.mark = None;
    }

    /// Draws a shape.
    pub fn shape(&mut self, shape: Shape, fill: Option<Fill>, stroke: Option<Stroke>) {
        self.primitives.push(Primitive { shape, fill, stroke, mark: self.mark });
    }

    /// Draws a straight line.
    pub fn line(&mut self, from: Point, to: Point, stroke: Stroke) {
        self.shape(Shape::Line(from, to), None, Some(stroke));
    }

    /// Draws a rectangle with rounded corners.
    pub fn rectangle(&mut self, bounds: Rectangle, radius: f64, fill: Option<Fill>, stroke: Option<Stroke>) {
        self.shape(Shape::Rectangle { bounds, radius }, fill, stroke);
    }

    /// Draws a circle.
    pub fn circle(&mut self, center: Point, radius: f64, fill: Option<Fill>, stroke: Option<Stroke>) {
        self.shape(Shape::Circle { center, radius }, fill, stroke);
    }

    /// Adds what plotters drew.
    pub fn plot(&mut self, plot: Plot) {
        self.primitives.extend(plot.finish());
    }

    /// The width of a text.
    #[must_use]
    pub fn width(&self, text: &str, style: TextStyle) -> f64 {
        self.metrics.width(text, style)
    }

    /// Measuring, for what breaks or shortens text.
    #[must_use]
    pub fn metrics(&self) -> &'a dyn TextMetrics {
        self.metrics
    }

    /// A line of text that is not drawn yet.
    #[must_use]
    pub fn lay(&self, content: &str, at: Point, anchor: Anchor, style: TextStyle) -> Text {
        Text { at, content: content.to_owned(), style, anchor, width: self.metrics.width(content, style) }
    }

    /// Draws a line of text and takes its place.
    pub fn write(&mut self, text: Text, color: Color) {
        self.occupied.take(text.bounds());
        self.shape(Shape::Text(text), Some(Fill::Solid(color)), None);
    }

    /// Clears the frame's lines away behind a label.
    pub fn clear(&mut self, bounds: Rectangle) {
        let background = self.theme.background;
        self.rectangle(bounds.grown(1.0), 0.0, Some(Fill::Solid(background)), None);
    }

    /// Draws text at a point.
    pub fn text(&mut self, content: &str, at: Point, anchor: Anchor, style: TextStyle, color: Color) {
        let text = self.lay(content, at, anchor, style);
        self.write(text, color);
    }

    /// Draws text over as many lines as it takes, the first with its top at `top`; gives
    /// the bottom of the last.
    pub fn paragraph(&mut self, content: &str, x: f64, top: f64, most: f64, style: TextStyle, color: Color) -> f64 {
        let mut bottom = top;
        for line in balance(content, style, most, self.metrics) {
            let baseline = bottom + style.line_height() * 0.5 + style.rise() * 0.5;
            self.text(&line, Point::new(x, baseline), Anchor::Start, style, color);
            bottom += style.line_height();
        }
        bottom
    }

    /// The marks so far.
    #[must_use]
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// The finished scene. A mark's box is the union of what was drawn for it.
    #[must_use]
    pub fn finish(self, height: f64, title: String, summary: String) -> Scene {
        let Self { theme, layout, primitives, mut marks, .. } = self;
        let mut boxes: Vec<Option<Rectangle>> = vec![None; marks.len()];
        for primitive in &primitives {
            if let Some(mark) = primitive.mark {
                let bounds = primitive.bounds();
                boxes[mark] = Some(boxes[mark].map_or(bounds, |known| known.union(&bounds)));
            }
        }
        for (mark, bounds) in marks.iter_mut().zip(boxes) {
            mark.bounds = bounds.unwrap_or(mark.bounds);
        }
        Scene { width: layout.width, height, background: theme.background, primitives, marks, title, summary }
    }
}

impl Primitive {
    /// The box around what is seen of it.
    #[must_use]
    pub fn bounds(&self) -> Rectangle {
        let half = self.stroke.map_or(0.0, |stroke| stroke.width / 2.0);
        let bounds = match &self.shape {
            Shape::Line(from, to) => {
                Rectangle::new(from.x.min(to.x), from.y.min(to.y), (to.x - from.x).abs(), (to.y - from.y).abs())
            }
            Shape::Path { points, .. } => {
                let mut points = points.iter().map(|point| Rectangle::new(point.x, point.y, 0.0, 0.0));
                let first = points.next().unwrap_or(Rectangle::new(0.0, 0.0, 0.0, 0.0));
                points.fold(first, |sum, point| sum.union(&point))
            }
            Shape::Rectangle { bounds, .. } => *bounds,
            Shape::Circle { center, radius } => Rectangle::around(*center, *radius),
            Shape::Text(text) => text.bounds(),
        };
        bounds.grown(half)
    }
}
