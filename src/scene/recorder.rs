//! The one drawing backend that plotters draws into: it writes primitives down. Plotters
//! counts in whole numbers, so coordinates here are sixty-fourths of a CSS pixel.

use std::cell::RefCell;
use std::convert::Infallible;
use std::ops::Range;
use std::rc::Rc;

use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::{RangedCoordf64, RangedCoordi32};
use plotters::drawing::DrawingArea;
use plotters::element::{Circle, PathElement};
use plotters::style::{RGBAColor, ShapeStyle};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind};

use super::geometry::{Point, Rectangle};
use super::{Fill, Primitive, Shape, Stroke};
use crate::dataset::period::Day;
use crate::theme::Color;

/// Sixty-fourths of a CSS pixel.
const FINE: f64 = 64.0;

/// Writes down what plotters draws.
#[derive(Debug, Default)]
pub struct Recorder {
    size: (u32, u32),
    mark: Option<usize>,
    primitives: Vec<Primitive>,
}

impl Recorder {
    fn push(&mut self, shape: Shape, fill: Option<Fill>, stroke: Option<Stroke>) {
        self.primitives.push(Primitive { shape, fill, stroke, mark: self.mark });
    }
}

fn to_point(at: BackendCoord) -> Point {
    Point::new(f64::from(at.0) / FINE, f64::from(at.1) / FINE)
}

fn to_color(color: BackendColor) -> Color {
    let (red, green, blue) = color.rgb;
    Color { red, green, blue, alpha: (color.alpha * 255.0).round() as u8 }
}

fn to_stroke<S: BackendStyle>(style: &S) -> Stroke {
    Stroke::solid(to_color(style.color()), f64::from(style.stroke_width()) / FINE)
}

fn to_styles<S: BackendStyle>(style: &S, fill: bool) -> (Option<Fill>, Option<Stroke>) {
    if fill { (Some(Fill::Solid(to_color(style.color()))), None) } else { (None, Some(to_stroke(style))) }
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Recorder {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Drawn {
        let at = to_point(at);
        let bounds = Rectangle::new(at.x, at.y, 1.0 / FINE, 1.0 / FINE);
        self.push(Shape::Rectangle { bounds, radius: 0.0 }, Some(Fill::Solid(to_color(color))), None);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.push(Shape::Line(to_point(from), to_point(to)), None, Some(to_stroke(style)));
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        let bounds = Rectangle::between(to_point(from), to_point(to));
        let (fill, stroke) = to_styles(style, fill);
        self.push(Shape::Rectangle { bounds, radius: 0.0 }, fill, stroke);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let points: Vec<Point> = path.into_iter().map(to_point).collect();
        let shape = match points[..] {
            [from, to] => Shape::Line(from, to),
            _ => Shape::Path { points, closed: false },
        };
        self.push(shape, None, Some(to_stroke(style)));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        let (fill, stroke) = to_styles(style, fill);
        self.push(Shape::Circle { center: to_point(center), radius: f64::from(radius) / FINE }, fill, stroke);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let points = path.into_iter().map(to_point).collect();
        self.push(Shape::Path { points, closed: true }, Some(Fill::Solid(to_color(style.color()))), None);
        Ok(())
    }
}

/// A stretch of the picture with days to the right and figures upwards, drawn by plotters.
pub struct Plot {
    recorder: Rc<RefCell<Recorder>>,
    area: DrawingArea<Recorder, Cartesian2d<RangedCoordi32, RangedCoordf64>>,
}

impl Plot {
    /// A plot over `bounds`. Both ranges must be finite and not empty: an empty one is
    /// widened by one.
    #[must_use]
    pub fn new(bounds: Rectangle, days: Range<Day>, figures: Range<f64>) -> Self {
        let fine = |pixels: f64| (pixels * FINE).round() as i32;
        let size = (fine(bounds.right()).max(1) as u32, fine(bounds.bottom()).max(1) as u32);
        let recorder = Rc::new(RefCell::new(Recorder { size, ..Recorder::default() }));
        let days = days.start.0..days.end.0.max(days.start.0 + 1);
        let figures = if figures.end > figures.start { figures } else { figures.start..figures.start + 1.0 };
        let ranges = (fine(bounds.x)..fine(bounds.right()), fine(bounds.bottom())..fine(bounds.y));
        let area: DrawingArea<Recorder, Shift> = (&recorder).into();
        let area = area.apply_coord_spec(Cartesian2d::<RangedCoordi32, RangedCoordf64>::new(days, figures, ranges));
        Self { recorder, area }
    }

    /// What is drawn from now on belongs to this mark.
    pub fn belongs_to(&mut self, mark: Option<usize>) {
        self.recorder.borrow_mut().mark = mark;
    }

    /// Where a day and a figure lie.
    #[must_use]
    pub fn locate(&self, day: Day, figure: f64) -> Point {
        to_point(self.area.map_coordinate(&(day.0, figure)))
    }

    /// A line through points.
    pub fn line(&mut self, points: &[(Day, f64)], stroke: Stroke) {
        let points: Vec<(i32, f64)> = points.iter().map(|(day, figure)| (day.0, *figure)).collect();
        drawn(&self.area.draw(&PathElement::new(points, to_style(stroke.color, stroke.width))));
        self.dash(stroke);
    }

    /// A filled circle.
    pub fn disc(&mut self, day: Day, figure: f64, radius: f64, color: Color) {
        drawn(&self.area.draw(&Circle::new((day.0, figure), radius * FINE, to_style(color, 0.0).filled())));
    }

    fn dash(&self, stroke: Stroke) {
        if let Some(Primitive { stroke: Some(last), .. }) = self.recorder.borrow_mut().primitives.last_mut() {
            last.dashed = stroke.dashed;
        }
    }

    /// All that was drawn.
    #[must_use]
    pub fn finish(self) -> Vec<Primitive> {
        std::mem::take(&mut self.recorder.borrow_mut().primitives)
    }
}

fn to_style(color: Color, width: f64) -> ShapeStyle {
    ShapeStyle {
        color: RGBAColor(color.red, color.green, color.blue, color.opacity()),
        filled: false,
        stroke_width: (width * FINE).round() as u32,
    }
}

/// The recorder cannot fail, so neither can drawing into it.
fn drawn<T, E>(result: &Result<T, E>) {
    debug_assert!(result.is_ok(), "the recorder cannot fail");
}
