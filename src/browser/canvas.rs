//! Paints a scene on a canvas: plain shapes through plotters-canvas, and on the context
//! itself what that cannot do: text of any weight, dashes, fades, rounded corners.
//!
//! Plotters counts in whole numbers, so its shapes are painted in eighths of a device pixel
//! under a scaled transform. Edges along the axes are set on whole device pixels first.

use plotters_backend::{BackendColor, BackendStyle, DrawingBackend};
#[cfg(feature = "complete")]
use plotters_canvas::CanvasBackend;

use super::context::{self, Context};
use super::measure::font;
#[cfg(not(feature = "complete"))]
use super::strokes::Strokes;
use crate::scene::geometry::Axis;
use crate::scene::{Anchor, DASH, Fill, Point, Primitive, Rectangle, Scene, Shape, Stroke, Text};
use crate::theme::Color;

/// Parts of a device pixel that a whole number stands for.
const FINE: f64 = 8.0;

/// Paints the scene with `ratio` device pixels to a CSS pixel. Nothing is painted where the
/// context has lost its canvas.
pub fn paint(context: &Context, scene: &Scene, ratio: f64, family: &str) {
    #[cfg(feature = "complete")]
    let Some(backend) = context.canvas().and_then(CanvasBackend::with_canvas_object) else { return };
    #[cfg(not(feature = "complete"))]
    let backend = Strokes(context);
    let mut painter = Painter { context, backend, ratio, family };
    painter.begin(scene);
    for primitive in &scene.primitives {
        painter.primitive(primitive);
    }
}

struct Painter<'a> {
    context: &'a Context,
    #[cfg(feature = "complete")]
    backend: CanvasBackend,
    #[cfg(not(feature = "complete"))]
    backend: Strokes<'a>,
    ratio: f64,
    family: &'a str,
}

/// A colour and a width as plotters asks for them.
struct Pen {
    color: Color,
    width: u32,
}

impl BackendStyle for Pen {
    fn color(&self) -> BackendColor {
        let Color { red, green, blue, .. } = self.color;
        BackendColor { alpha: self.color.opacity(), rgb: (red, green, blue) }
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

impl Painter<'_> {
    fn begin(&mut self, scene: &Scene) {
        let (width, height) = self.backend.get_size();
        let _ = self.context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0);
        self.context.clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
        self.context.set_fill_style_str(&scene.background.css_with_opacity());
        self.context.fill_rect(0.0, 0.0, f64::from(width), f64::from(height));
        self.context.set_line_join("round");
        context::keep_proportions(self.context);
    }

    /// In eighths of a device pixel.
    fn fine(&self, length: f64) -> i32 {
        (length * self.ratio * FINE).round() as i32
    }

    fn fine_point(&self, point: Point) -> (i32, i32) {
        (self.fine(point.x), self.fine(point.y))
    }

    /// On the edge of a device pixel, in CSS pixels.
    fn snapped(&self, length: f64) -> f64 {
        (length * self.ratio).round() / self.ratio
    }

    fn snapped_box(&self, bounds: &Rectangle) -> Rectangle {
        let (x, y) = (self.snapped(bounds.x), self.snapped(bounds.y));
        Rectangle::new(x, y, self.snapped(bounds.right()) - x, self.snapped(bounds.bottom()) - y)
    }

    /// What plotters paints from now on counts in eighths of a device pixel.
    fn in_eighths(&self) {
        let _ = self.context.set_transform(1.0 / FINE, 0.0, 0.0, 1.0 / FINE, 0.0, 0.0);
    }

    /// What is painted from now on counts in CSS pixels.
    fn in_pixels(&self) {
        let _ = self.context.set_transform(self.ratio, 0.0, 0.0, self.ratio, 0.0, 0.0);
    }

    fn primitive(&mut self, primitive: &Primitive) {
        let dashed = primitive.stroke.is_some_and(|stroke| stroke.dashed);
        match (&primitive.shape, primitive.fill) {
            (Shape::Text(text), Some(Fill::Solid(color))) => self.text(text, color),
            (Shape::Text(_), _) => {}
            (Shape::Line(from, to), _) if !dashed => self.line(*from, *to, primitive.stroke),
            (Shape::Rectangle { bounds, radius }, Some(Fill::Solid(color)))
                if *radius <= 0.0 && primitive.stroke.is_none() =>
            {
                self.block(&self.snapped_box(bounds), color);
            }
            (Shape::Circle { center, radius }, fill) => self.circle(*center, *radius, fill, primitive.stroke),
            (Shape::Path { points, closed }, fill) if !dashed => self.path(points, *closed, fill, primitive.stroke),
            _ => self.on_the_context(primitive),
        }
    }

    /// A filled rectangle whose edges are set already.
    fn block(&mut self, bounds: &Rectangle, color: Color) {
        self.in_eighths();
        let corners = (Point::new(bounds.x, bounds.y), Point::new(bounds.right(), bounds.bottom()));
        let (from, to) = (self.fine_point(corners.0), self.fine_point(corners.1));
        let _ = self.backend.draw_rect(from, to, &Pen { color, width: 0 }, true);
    }

    fn pen(&self, stroke: Stroke) -> Pen {
        Pen { color: stroke.color, width: self.fine(stroke.width).max(1) as u32 }
    }

    /// Lines along the axes are blocks of whole device pixels; others are strokes.
    fn line(&mut self, from: Point, to: Point, stroke: Option<Stroke>) {
        let Some(stroke) = stroke else { return };
        let Some(axis) = Axis::of(from, to) else {
            self.in_eighths();
            let pen = self.pen(stroke);
            let (from, to) = (self.fine_point(from), self.fine_point(to));
            let _ = self.backend.draw_line(from, to, &pen);
            return;
        };
        let thickness = (stroke.width * self.ratio).round().max(1.0) / self.ratio;
        // A line of one CSS pixel covers the pixel at its coordinate, a thicker one both sides.
        let before = if stroke.width <= 1.0 { 0.0 } else { thickness / 2.0 };
        let mut bounds =
            Rectangle::new(from.x.min(to.x), from.y.min(to.y), (to.x - from.x).abs(), (to.y - from.y).abs());
        if axis == Axis::Horizontal {
            bounds = Rectangle::new(bounds.x, self.snapped(bounds.y - before), bounds.width, thickness);
        } else {
            bounds = Rectangle::new(self.snapped(bounds.x - before), bounds.y, thickness, bounds.height);
        }
        self.block(&self.snapped_box(&bounds), stroke.color);
    }

    fn circle(&mut self, center: Point, radius: f64, fill: Option<Fill>, stroke: Option<Stroke>) {
        self.in_eighths();
        let (center, radius) = (self.fine_point(center), self.fine(radius).max(1) as u32);
        if let Some(Fill::Solid(color) | Fill::FadeIn { color, .. }) = fill {
            let _ = self.backend.draw_circle(center, radius, &Pen { color, width: 0 }, true);
        }
        if let Some(stroke) = stroke {
            let pen = self.pen(stroke);
            let _ = self.backend.draw_circle(center, radius, &pen, false);
        }
    }

    fn path(&mut self, points: &[Point], closed: bool, fill: Option<Fill>, stroke: Option<Stroke>) {
        self.in_eighths();
        let mut corners: Vec<(i32, i32)> = points.iter().map(|point| self.fine_point(*point)).collect();
        if let Some(Fill::Solid(color) | Fill::FadeIn { color, .. }) = fill {
            let _ = self.backend.fill_polygon(corners.iter().copied(), &Pen { color, width: 0 });
        }
        if let Some(stroke) = stroke {
            // Twice round the first corner, so that it is joined like the others.
            corners.extend_from_within(..if closed { corners.len().min(2) } else { 0 });
            let pen = self.pen(stroke);
            let _ = self.backend.draw_path(corners, &pen);
        }
    }

    fn text(&self, text: &Text, color: Color) {
        self.in_pixels();
        self.context.set_fill_style_str(&color.css_with_opacity());
        self.context.set_font(&font(text.style, self.family));
        self.context.set_text_baseline("alphabetic");
        self.context.set_text_align(match text.anchor {
            Anchor::Start => "left",
            Anchor::Middle => "center",
            Anchor::End => "right",
        });
        let _ = self.context.fill_text(&text.content, text.at.x, text.at.y);
    }

    /// Dashes, fades and rounded corners.
    fn on_the_context(&self, primitive: &Primitive) {
        let context = self.context;
        self.in_pixels();
        context.begin_path();
        let bounds = match &primitive.shape {
            Shape::Rectangle { bounds, radius } => {
                let mut bounds = self.snapped_box(bounds);
                if let Some(stroke) = primitive.stroke {
                    bounds = bounds.grown(-stroke.width / 2.0);
                }
                self.rounded(&bounds, *radius);
                bounds
            }
            Shape::Line(from, to) => {
                let half = 0.5 / self.ratio;
                let at = |point: Point| Point::new(self.snapped(point.x) + half, self.snapped(point.y) + half);
                let (from, to) = (at(*from), at(*to));
                context.move_to(from.x, from.y);
                context.line_to(to.x, to.y);
                primitive.bounds()
            }
            Shape::Path { points, closed } => {
                for (index, point) in points.iter().enumerate() {
                    if index == 0 { context.move_to(point.x, point.y) } else { context.line_to(point.x, point.y) }
                }
                if *closed {
                    context.close_path();
                }
                primitive.bounds()
            }
            Shape::Circle { .. } | Shape::Text(_) => return,
        };
        match primitive.fill {
            Some(Fill::Solid(color)) => {
                context.set_fill_style_str(&color.css_with_opacity());
                context.fill();
            }
            Some(Fill::FadeIn { color, from }) => {
                let start = color.times(f64::from(from) / 100.0).css_with_opacity();
                context::set_fade(context, bounds.x, bounds.right(), &start, &color.css_with_opacity());
                context.fill();
            }
            None => {}
        }
        if let Some(stroke) = primitive.stroke {
            context.set_stroke_style_str(&stroke.color.css_with_opacity());
            context.set_line_width(stroke.width);
            context::set_dashes(context, if stroke.dashed { &DASH } else { &[] });
            context.stroke();
            context::set_dashes(context, &[]);
        }
    }

    fn rounded(&self, bounds: &Rectangle, radius: f64) {
        let context = self.context;
        let radius = radius.min(bounds.width / 2.0).min(bounds.height / 2.0);
        let (left, top, right, bottom) = (bounds.x, bounds.y, bounds.right(), bounds.bottom());
        context.move_to(left + radius, top);
        for (x1, y1, x2, y2) in [
            (right, top, right, bottom),
            (right, bottom, left, bottom),
            (left, bottom, left, top),
            (left, top, right, top),
        ] {
            let _ = context.arc_to(x1, y1, x2, y2, radius);
        }
        context.close_path();
    }
}
