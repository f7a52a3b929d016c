//! Text widths from the widget's own canvas: the page's document is not touched.

use web_sys::CanvasRenderingContext2d;

use crate::decimal;
use crate::text::{TextMetrics, TextStyle};

/// The CSS `font` of a style.
pub fn font(style: TextStyle, family: &str) -> String {
    [style.weight.css(), " ", &decimal::rounded(style.size, 2), "px ", family].concat()
}

/// Measures with a canvas context.
pub struct CanvasMetrics<'a> {
    /// Whose fonts.
    pub context: &'a CanvasRenderingContext2d,
    /// CSS list of font families.
    pub family: &'a str,
}

impl TextMetrics for CanvasMetrics<'_> {
    fn width(&self, text: &str, style: TextStyle) -> f64 {
        self.context.set_font(&font(style, self.family));
        self.context.measure_text(text).map_or(0.0, |metrics| metrics.width())
    }
}
