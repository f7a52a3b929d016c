//! The first picture of a widget: drawn from the embedded dataset before the complete
//! module is there.

use wasm_bindgen::prelude::wasm_bindgen;

use super::context::Context;
use super::{Environment, canvas, lay_out, measure};
use crate::dataset::node::{Node, Value};
use crate::decimal;
use crate::messages::language::Language;
use crate::options::ViewOptions;

/// What stands between the parts of a request.
const BETWEEN: char = '\0';

/// Draws the picture on a tape (`tape.rs`), its height and its name first. `words` are those of a
/// language as [`Language::read`] takes them. The request's parts are the language's tag, the
/// fonts, the page's colours with commas between, and options, names and values by turns; what is
/// not understood is told by the complete module. `ratio` is that of device pixels to CSS pixels.
#[wasm_bindgen]
#[must_use]
pub fn draw(words: &str, request: &str, width: f64, dark: bool, ratio: f64) -> Vec<f64> {
    let mut parts = request.split(BETWEEN);
    let mut next = || parts.next().unwrap_or_default();
    let Language { messages, dataset, .. } = Language::read(next(), &[words]);
    let family = next().to_owned();
    let colors = next().split(',').map(decimal::read).collect();
    let mut entries: Vec<(String, Node)> = Vec::new();
    while let (Some(name), Some(value)) = (parts.next(), parts.next()) {
        entries.push((name.to_owned(), Node::text(value)));
    }
    let (options, _) = ViewOptions::read(&Value::Map(entries).into(), &dataset);
    let tape = Context::default();
    let environment = Environment { width, dark, family, colors };
    let scene = lay_out(&tape, &measure::Widths::default(), &dataset, &messages, &options, &environment);
    let mut text = scene.title.clone();
    messages.add_sentence(&mut text, &scene.summary);
    tape.picture(scene.height, &text);
    canvas::paint(&tape, &scene, ratio, &environment.family);
    // They go with the instance, which draws few pictures: giving back all rows takes more code than
    // reading some of them.
    std::mem::forget((scene, dataset, messages, options));
    tape.wound_up()
}

/// Small rather than quick: the module is dropped once the complete one has taken over.
#[global_allocator]
static ALLOCATOR: lol_alloc::LockedAllocator<lol_alloc::FreeListAllocator> =
    lol_alloc::LockedAllocator::new(lol_alloc::FreeListAllocator::new());
