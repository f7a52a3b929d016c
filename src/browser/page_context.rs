//! The context of the complete module: that of a canvas, and what takes more than one call to it.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
pub use web_sys::CanvasRenderingContext2d as Context;

/// Letters keep their proportions at every pixel ratio, where the browser knows how. A
/// canvas forgets it whenever its size is set.
pub fn keep_proportions(context: &Context) {
    let _ = Reflect::set(context, &"textRendering".into(), &"geometricPrecision".into());
}

/// How wide a text is in a font; `None`: in that of the last one measured.
pub fn text_width(context: &Context, font: Option<&str>, text: &str) -> f64 {
    if let Some(font) = font {
        context.set_font(font);
    }
    context.measure_text(text).map_or(0.0, |metrics| metrics.width())
}

/// Fills what is filled next from one colour at the left to another at the right.
pub fn set_fade(context: &Context, left: f64, right: f64, from: &str, to: &str) {
    let gradient = context.create_linear_gradient(left, 0.0, right, 0.0);
    let _ = gradient.add_color_stop(0.0, from);
    let _ = gradient.add_color_stop(1.0, to);
    context.set_fill_style_canvas_gradient(&gradient);
}

/// Dashes of these lengths by turns with gaps; none for a whole line.
pub fn set_dashes(context: &Context, lengths: &[f64]) {
    let lengths: Array = lengths.iter().map(|length| JsValue::from_f64(*length)).collect();
    let _ = context.set_line_dash(&lengths);
}
