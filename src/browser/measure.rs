//! Text widths from the widget's own canvas: the page's document is not touched.

use std::cell::{Cell, RefCell};

use super::context::{self, Context};
use crate::decimal;
use crate::text::{TextMetrics, TextStyle, joined};

/// The CSS `font` of a style.
pub fn font(style: TextStyle, family: &str) -> String {
    joined(&[style.weight.css(), " ", &decimal::rounded(style.size, 2), "px ", family])
}

/// Widths by [`key`], in its order: those of one family, until fonts arrive.
pub type Widths = RefCell<Vec<(u64, f64)>>;

/// Measures with a canvas context what was not measured before.
pub struct CanvasMetrics<'a> {
    context: &'a Context,
    family: &'a str,
    known: &'a Widths,
    /// The style that the context's font was set to.
    set: Cell<Option<TextStyle>>,
}

impl<'a> CanvasMetrics<'a> {
    /// For one layout. `family` is a CSS list of font families, and that of what is known.
    pub fn new(context: &'a Context, family: &'a str, known: &'a Widths) -> Self {
        Self { context, family, known, set: Cell::new(None) }
    }

    fn measure(&self, text: &str, style: TextStyle) -> f64 {
        let font = (self.set.replace(Some(style)) != Some(style)).then(|| font(style, self.family));
        context::text_width(self.context, font.as_deref(), text)
    }
}

/// A text in a style as a number: FNV-1a over 64 bits.
fn key(text: &str, style: TextStyle) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325 ^ style.size.to_bits() ^ style.weight as u64;
    for byte in text.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash
}

impl TextMetrics for CanvasMetrics<'_> {
    fn width(&self, text: &str, style: TextStyle) -> f64 {
        let key = key(text, style);
        let found = self.known.borrow().binary_search_by(|(known, _)| known.cmp(&key));
        match found {
            Ok(index) => self.known.borrow()[index].1,
            Err(index) => {
                let width = self.measure(text, style);
                self.known.borrow_mut().insert(index, (key, width));
                width
            }
        }
    }
}
