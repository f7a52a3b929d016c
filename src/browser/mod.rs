//! The browser layer: what the modules export, and nothing that computes a chart.
//!
//! The crate is compiled into two modules. The small one (without the feature `complete`)
//! draws the embedded dataset: it is what a first picture waits for. The other one, loaded
//! after it, does all there is. All state that must outlive an instance is the page's.

mod canvas;
#[cfg_attr(feature = "complete", path = "page_context.rs")]
#[cfg_attr(not(feature = "complete"), path = "tape.rs")]
mod context;
mod measure;

#[cfg(feature = "complete")]
mod chart;
#[cfg(feature = "complete")]
mod columns;
#[cfg(feature = "complete")]
mod complete;
#[cfg(feature = "complete")]
mod languages;
#[cfg(feature = "complete")]
mod values;

#[cfg(not(feature = "complete"))]
mod first_picture;
#[cfg(not(feature = "complete"))]
mod strokes;

use context::Context;

use crate::dataset::Dataset;
use crate::messages::Messages;
use crate::options::ViewOptions;
use crate::scene::Scene;
use crate::theme::Theme;
use crate::view::{self, Input};

/// What a page gives besides options.
struct Environment {
    /// Width in CSS pixels.
    width: f64,
    /// Whether the page is dark.
    dark: bool,
    /// CSS list of font families.
    family: String,
    /// The page's colours, as [`Theme::with`] takes them.
    colors: Vec<f64>,
}

#[cfg(feature = "complete")]
impl Environment {
    /// Whether the other one is the same, to the bit: what is no colour is the same as another.
    fn is(&self, other: &Self) -> bool {
        let bits = |colors: &[f64]| colors.iter().map(|color| color.to_bits()).collect::<Vec<u64>>();
        self.width.to_bits() == other.width.to_bits()
            && self.dark == other.dark
            && self.family == other.family
            && bits(&self.colors) == bits(&other.colors)
    }
}

/// The scene, measured with the context.
fn lay_out(
    context: &Context,
    widths: &measure::Widths,
    dataset: &Dataset,
    messages: &Messages,
    options: &ViewOptions,
    environment: &Environment,
) -> Scene {
    context::keep_proportions(context);
    let metrics = measure::CanvasMetrics::new(context, &environment.family, widths);
    let theme = if environment.dark { Theme::dark() } else { Theme::light() }.with(&environment.colors);
    view::draw(&Input {
        dataset,
        options,
        width: if environment.width.is_finite() { environment.width } else { 800.0 },
        theme: &theme,
        messages,
        metrics: &metrics,
    })
}
