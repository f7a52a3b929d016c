//! The context of the small modules: it draws nothing and writes down what is to be called, as
//! numbers, which the page's script plays back (`element/tape.ts`). Each call across the boundary
//! would take a binding in the module and another in the script; a tape takes one for all.

use std::cell::Cell;
use std::convert::Infallible;

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(raw_module = "#tape")]
extern "C" {
    #[wasm_bindgen(js_name = textWidth)]
    fn width_of(font: &str, text: &str) -> f64;
}

/// What a script does with the numbers and letters that follow, in the order of its list.
#[derive(Clone, Copy)]
enum Call {
    Picture,
    FillText,
    SetLineDash,
    Fade,
    LineWidth,
    FillStyle,
    StrokeStyle,
    Font,
    TextAlign,
    BeginPath,
    MoveTo,
    LineTo,
    ArcTo,
    Arc,
    ClosePath,
    Fill,
    Stroke,
    FillRect,
    SetTransform,
}

/// Calls to a canvas context, by the names that the context has for them. The script plays them on a
/// context whose state is that of a new one, but for round joints of lines and letters that keep
/// their proportions.
#[derive(Default)]
pub struct Context(Cell<Vec<f64>>);

/// A call is its number, how many numbers follow, and these: numbers, then the letters of a text. What a
/// browser's context may refuse, this one may too, by its types.
#[allow(clippy::unused_self, clippy::unnecessary_wraps, clippy::many_single_char_names, clippy::too_many_arguments)]
impl Context {
    #[inline(never)]
    fn call(&self, call: Call, numbers: &[f64], text: &str) {
        let mut tape = self.0.take();
        let start = tape.len();
        tape.push(f64::from(call as u8));
        tape.push(0.0);
        for number in numbers {
            tape.push(*number);
        }
        for letter in text.chars() {
            tape.push(f64::from(u32::from(letter)));
        }
        tape[start + 1] = (tape.len() - start - 2) as f64;
        self.0.set(tape);
    }

    /// The picture's height in CSS pixels and what it shows, in words.
    pub fn picture(&self, height: f64, text: &str) {
        self.call(Call::Picture, &[height], text);
    }

    /// The tape.
    pub fn wound_up(self) -> Vec<f64> {
        self.0.into_inner()
    }

    pub fn fill_text(&self, text: &str, x: f64, y: f64) -> Result<(), Infallible> {
        self.call(Call::FillText, &[x, y], text);
        Ok(())
    }

    pub fn set_line_width(&self, width: f64) {
        self.call(Call::LineWidth, &[width], "");
    }

    pub fn set_fill_style_str(&self, style: &str) {
        self.call(Call::FillStyle, &[], style);
    }

    pub fn set_stroke_style_str(&self, style: &str) {
        self.call(Call::StrokeStyle, &[], style);
    }

    pub fn set_font(&self, font: &str) {
        self.call(Call::Font, &[], font);
    }

    pub fn set_text_align(&self, align: &str) {
        self.call(Call::TextAlign, &[], align);
    }

    pub fn begin_path(&self) {
        self.call(Call::BeginPath, &[], "");
    }

    pub fn move_to(&self, x: f64, y: f64) {
        self.call(Call::MoveTo, &[x, y], "");
    }

    pub fn line_to(&self, x: f64, y: f64) {
        self.call(Call::LineTo, &[x, y], "");
    }

    pub fn arc_to(&self, x1: f64, y1: f64, x2: f64, y2: f64, radius: f64) -> Result<(), Infallible> {
        self.call(Call::ArcTo, &[x1, y1, x2, y2, radius], "");
        Ok(())
    }

    pub fn arc(&self, x: f64, y: f64, radius: f64, from: f64, to: f64) -> Result<(), Infallible> {
        self.call(Call::Arc, &[x, y, radius, from, to], "");
        Ok(())
    }

    pub fn close_path(&self) {
        self.call(Call::ClosePath, &[], "");
    }

    pub fn fill(&self) {
        self.call(Call::Fill, &[], "");
    }

    pub fn stroke(&self) {
        self.call(Call::Stroke, &[], "");
    }

    pub fn fill_rect(&self, x: f64, y: f64, width: f64, height: f64) {
        self.call(Call::FillRect, &[x, y, width, height], "");
    }

    pub fn set_transform(&self, a: f64, b: f64, c: f64, d: f64, e: f64, f: f64) -> Result<(), Infallible> {
        self.call(Call::SetTransform, &[a, b, c, d, e, f], "");
        Ok(())
    }

    /// As it is in a new context.
    pub fn clear_rect(&self, _: f64, _: f64, _: f64, _: f64) {}

    /// As it is in a new context.
    pub fn set_text_baseline(&self, _: &str) {}

    /// As the script sets it.
    pub fn set_line_join(&self, _: &str) {}
}

/// As the script sets them.
pub fn keep_proportions(_: &Context) {}

/// More than any canvas has: what lies outside of it is not painted.
pub fn size(_: &Context) -> (u32, u32) {
    (1 << 16, 1 << 16)
}

/// Measures by the context that the tape will be played on.
pub fn text_width(_: &Context, font: Option<&str>, text: &str) -> f64 {
    width_of(font.unwrap_or_default(), text)
}

/// Fills what is filled next from one colour at the left to another at the right.
pub fn set_fade(context: &Context, left: f64, right: f64, from: &str, to: &str) {
    context.call(Call::Fade, &[left, right], &crate::text::joined(&[from, "|", to]));
}

/// Dashes of these lengths by turns with gaps; none for a whole line.
pub fn set_dashes(context: &Context, lengths: &[f64]) {
    context.call(Call::SetLineDash, lengths, "");
}
