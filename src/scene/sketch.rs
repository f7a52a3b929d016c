//! What views draw with: primitives and marks, collected in order.

use super::geometry::{Point, Rectangle};
use super::labels::Occupied;
use super::recorder::Plot;
use super::{Anchor, Fill, Mark, Primitive, Scene, Shape, Stroke, Text, Timeline};
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
    /// The strip of time that a reader can act on, once it is drawn.
    pub timeline: Option<Timeline>,
    metrics: &'a dyn TextMetrics,
    primitives: Vec<Primitive>,
    marks: Vec<Mark>,
    mark: Option<usize>,
    #[cfg(feature = "complete")]
    row: u32,
}

impl<'a> Sketch<'a> {
    /// An empty one.
    #[must_use]
    pub fn new(theme: &'a Theme, layout: Layout, metrics: &'a dyn TextMetrics) -> Self {
        Self {
            theme,
            layout,
            occupied: Occupied::default(),
            timeline: None,
            metrics,
            primitives: Vec::new(),
            marks: Vec::new(),
            mark: None,
            #[cfg(feature = "complete")]
            row: 0,
        }
    }

    /// Marks that are added from now on stand in a row of their own, for the keys that go up
    /// and down.
    #[cfg(feature = "complete")]
    pub fn row(&mut self) {
        self.row += 1;
    }

    /// Without the complete module there are no keys.
    #[cfg(not(feature = "complete"))]
    #[inline(always)]
    pub fn row(&mut self) {}

    /// Adds a mark; what is drawn from now on belongs to it, until [`Self::frame`].
    #[inline(never)]
    pub fn begin(&mut self, mark: Mark) -> usize {
        #[cfg(feature = "complete")]
        let mark = Mark { row: self.row, ..mark };
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
    #[inline(never)]
    pub fn shape(&mut self, shape: Shape, fill: Option<Fill>, stroke: Option<Stroke>) {
        self.primitives.push(Primitive { shape, fill, stroke, mark: self.mark });
    }

    /// Draws a straight line.
    #[inline(never)]
    pub fn line(&mut self, from: Point, to: Point, stroke: Stroke) {
        self.shape(Shape::Line(from, to), None, Some(stroke));
    }

    /// Fills a rectangle with rounded corners.
    #[inline(never)]
    pub fn fill(&mut self, bounds: Rectangle, radius: f64, fill: Fill) {
        self.shape(Shape::Rectangle { bounds, radius }, Some(fill), None);
    }

    /// Draws the outline of a rectangle with rounded corners.
    pub fn outline(&mut self, bounds: Rectangle, radius: f64, stroke: Stroke) {
        self.shape(Shape::Rectangle { bounds, radius }, None, Some(stroke));
    }

    /// Draws a filled circle.
    #[inline(never)]
    pub fn disc(&mut self, center: Point, radius: f64, color: Color) {
        self.shape(Shape::Circle { center, radius }, Some(Fill::Solid(color)), None);
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
    #[inline(never)]
    pub fn lay(&self, content: &str, at: Point, anchor: Anchor, style: TextStyle) -> Text {
        Text { at, content: content.to_owned(), style, anchor, width: self.metrics.width(content, style) }
    }

    /// Draws a line of text and takes its place.
    pub fn write(&mut self, text: Text, color: Color) {
        self.occupied.take(text.bounds());
        self.put(text, color);
    }

    /// Draws a line of text whose place is taken already.
    #[inline(never)]
    pub fn put(&mut self, text: Text, color: Color) {
        self.shape(Shape::Text(text), Some(Fill::Solid(color)), None);
    }

    /// Moves a line of text to the first of the points where it lies within `limits` and is
    /// free, with so much room round it, and takes that place; tells whether there was one.
    #[inline(never)]
    pub fn find_place(&mut self, text: &mut Text, points: &[Point], room: f64, limits: &Rectangle) -> bool {
        for at in points {
            text.at = *at;
            if self.occupied.try_take(&text.bounds().grown(room), limits) {
                return true;
            }
        }
        false
    }

    /// Clears the frame's lines away behind a label.
    pub fn clear(&mut self, bounds: Rectangle) {
        self.fill(bounds.grown(1.0), 0.0, Fill::Solid(self.theme.background));
    }

    /// Draws text at a point.
    #[inline(never)]
    pub fn text(&mut self, content: &str, at: Point, anchor: Anchor, style: TextStyle, color: Color) {
        let text = self.lay(content, at, anchor, style);
        self.write(text, color);
    }

    /// Draws text over as many lines as it takes, the first with its top at `top`; gives
    /// the bottom of the last.
    #[inline(never)]
    pub fn paragraph(&mut self, content: &str, x: f64, top: f64, most: f64, style: TextStyle, color: Color) -> f64 {
        let mut bottom = top;
        for line in &balance(content, style, most, self.metrics) {
            let baseline = bottom + style.line_height() * 0.5 + style.rise() * 0.5;
            self.text(line, Point::new(x, baseline), Anchor::Start, style, color);
            bottom += style.line_height();
        }
        bottom
    }

    /// The marks so far.
    #[must_use]
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// Whether the mark that is drawn stands in a conflict.
    #[must_use]
    #[inline(never)]
    pub fn is_contradicted(&self) -> bool {
        self.mark.is_some_and(|mark| !self.marks[mark].conflicts.is_empty())
    }

    /// Takes a box into that of the mark that is drawn: once told, it is not that of all that
    /// is drawn for it, so that a far part does not spread it over others.
    #[inline(never)]
    pub fn enclose(&mut self, bounds: Rectangle) {
        if let Some(mark) = self.mark {
            let known = &mut self.marks[mark].bounds;
            *known = if known.width > 0.0 { known.union(&bounds) } else { bounds };
        }
    }

    /// The finished scene. A mark's box is the union of what was drawn for it, unless its own
    /// was told.
    #[must_use]
    pub fn finish(mut self, height: f64, title: String, summary: String) -> Scene {
        // Nobody points at the picture of a small module.
        if cfg!(feature = "complete") {
            box_in(&mut self.marks, &self.primitives);
        }
        Scene {
            width: self.layout.width,
            height,
            background: self.theme.background,
            primitives: grouped(self.primitives, self.marks.len()),
            marks: self.marks,
            #[cfg(feature = "complete")]
            finding: title.clone(),
            title,
            summary,
            timeline: self.timeline,
        }
    }
}

/// Gives marks that have no box of their own one round all that is drawn of them.
fn box_in(marks: &mut [Mark], primitives: &[Primitive]) {
    let mut boxed = vec![false; marks.len()];
    let mut told = boxed.clone();
    for (told, mark) in told.iter_mut().zip(&*marks) {
        *told = mark.bounds.width > 0.0;
    }
    for primitive in primitives {
        if let Some(index) = primitive.mark.filter(|index| !told[*index]) {
            let (bounds, mark) = (primitive.bounds(), &mut marks[index]);
            mark.bounds = if boxed[index] { mark.bounds.union(&bounds) } else { bounds };
            boxed[index] = true;
        }
    }
}

/// The primitives of each mark together, where its first one stands; the frame's where they
/// are.
fn grouped(primitives: Vec<Primitive>, marks: usize) -> Vec<Primitive> {
    const NONE: usize = usize::MAX;
    let mut next = vec![NONE; primitives.len()];
    let mut last = vec![NONE; marks];
    let mut continues = vec![false; primitives.len()];
    for (index, primitive) in primitives.iter().enumerate() {
        let Some(mark) = primitive.mark else { continue };
        if last[mark] != NONE {
            next[last[mark]] = index;
            continues[index] = true;
        }
        last[mark] = index;
    }
    let mut waiting: Vec<Option<Primitive>> = primitives.into_iter().map(Some).collect();
    let mut grouped = Vec::with_capacity(waiting.len());
    for (first, continues) in continues.into_iter().enumerate() {
        let mut index = if continues { NONE } else { first };
        while index != NONE {
            grouped.extend(waiting[index].take());
            index = next[index];
        }
    }
    grouped
}

impl Primitive {
    /// The box around what is seen of it.
    #[must_use]
    pub fn bounds(&self) -> Rectangle {
        let half = self.stroke.map_or(0.0, |stroke| stroke.width / 2.0);
        let bounds = match &self.shape {
            Shape::Line(from, to) => Rectangle::between(*from, *to),
            Shape::Path { points, .. } => around(points),
            Shape::Rectangle { bounds, .. } => *bounds,
            Shape::Circle { center, radius } => Rectangle::around(*center, *radius),
            Shape::Text(text) => text.bounds(),
        };
        bounds.grown(half)
    }
}

/// The smallest rectangle around points.
fn around(points: &[Point]) -> Rectangle {
    let mut bounds: Option<Rectangle> = None;
    for point in points {
        let point = Rectangle::around(*point, 0.0);
        bounds = Some(bounds.map_or(point, |known| known.union(&point)));
    }
    bounds.unwrap_or(Rectangle::new(0.0, 0.0, 0.0, 0.0))
}
