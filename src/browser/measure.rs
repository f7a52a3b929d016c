//! Text widths from the widget's own canvas: the page's document is not touched.

use js_sys::Reflect;
use web_sys::CanvasRenderingContext2d;

use crate::decimal;
use crate::text::{TextMetrics, TextStyle, joined};

/// The CSS `font` of a style.
pub fn font(style: TextStyle, family: &str) -> String {
    joined(&[style.weight.css(), " ", &decimal::rounded(style.size, 2), "px ", family])
}

/// Letters keep their proportions at every pixel ratio, where the browser knows how. A
/// canvas forgets it whenever its size is set.
pub fn keep_proportions(context: &CanvasRenderingContext2d) {
    let _ = Reflect::set(context, &"textRendering".into(), &"geometricPrecision".into());
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
