//! Plain shapes in the small modules: a plotters backend that makes the same calls as
//! plotters-canvas, which a test holds to the same pixels. That one formats the opacity of
//! every colour as a float, and the formatting of floats is six kilobytes of a first picture.

use std::convert::Infallible;

use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind};

use super::context::{self, Context};
use crate::theme::Color;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Draws on a tape.
pub struct Strokes<'a>(pub &'a Context);

fn css(color: BackendColor) -> String {
    let (red, green, blue) = color.rgb;
    Color { red, green, blue, alpha: (color.alpha * 255.0).round() as u8 }.css_with_opacity()
}

impl Strokes<'_> {
    #[inline(never)]
    fn trace(&self, points: &mut dyn Iterator<Item = BackendCoord>) {
        self.0.begin_path();
        let mut starts = true;
        for (x, y) in points {
            let (x, y) = (f64::from(x), f64::from(y));
            if starts {
                self.0.move_to(x, y);
            } else {
                self.0.line_to(x, y);
            }
            starts = false;
        }
    }

    fn fill<S: BackendStyle>(&self, style: &S) {
        self.0.set_fill_style_str(&css(style.color()));
        self.0.fill();
    }

    fn stroke<S: BackendStyle>(&self, style: &S) {
        self.0.set_stroke_style_str(&css(style.color()));
        self.0.set_line_width(f64::from(style.stroke_width()));
        self.0.stroke();
    }
}

impl DrawingBackend for Strokes<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        context::size(self.0)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Drawn {
        self.0.set_fill_style_str(&css(color));
        self.0.fill_rect(f64::from(at.0), f64::from(at.1), 1.0, 1.0);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.trace(&mut [from, to].into_iter());
        self.stroke(style);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        self.trace(&mut [from, (to.0, from.1), to, (from.0, to.1)].into_iter());
        self.0.close_path();
        if fill {
            self.fill(style);
        } else {
            self.stroke(style);
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.trace(&mut path.into_iter());
        self.stroke(style);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.trace(&mut path.into_iter());
        self.0.close_path();
        self.fill(style);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        self.0.begin_path();
        let (x, y) = (f64::from(center.0), f64::from(center.1));
        let _ = self.0.arc(x, y, f64::from(radius), 0.0, std::f64::consts::PI * 2.0);
        if fill {
            self.fill(style);
        } else {
            self.stroke(style);
        }
        Ok(())
    }
}
