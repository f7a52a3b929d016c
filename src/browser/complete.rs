//! What the complete module exports besides charts: the dataset, its check, stills.

use std::rc::Rc;

use serde::Serialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::dataset::Dataset;
use crate::dataset::problem::{Problem, Severity};
use crate::embedded;
use crate::options::{ThemeChoice, ViewOptions};
use crate::surface::svg;
use crate::text::AdvanceTable;
use crate::theme::Theme;
use crate::view::{self, Input};

use super::{languages, values};

/// A plain JavaScript value; `undefined` for what JavaScript cannot hold, which nothing of
/// ours is.
pub fn to_js<T: Serialize + ?Sized>(value: &T) -> JsValue {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}

/// The dataset of a page's value, or all its problems. `make_room` is called where there is no error
/// among these, before figures of columns take memory.
pub fn read_dataset(input: &JsValue, make_room: impl FnOnce()) -> Result<(Dataset, Vec<Problem>), Vec<Problem>> {
    let (node, columns, awaited) = values::to_dataset(input).map_err(|problem| vec![problem])?;
    Dataset::with_awaited_columns(&node, columns, |columns| {
        make_room();
        for figures in &awaited {
            figures.keep(columns);
        }
    })
}

/// The embedded dataset as a fresh plain object.
#[wasm_bindgen(js_name = embeddedDataset)]
pub fn embedded_dataset() -> JsValue {
    to_js(&embedded::node())
}

/// Every problem of a dataset, warnings included.
#[wasm_bindgen]
pub fn validate(input: &JsValue) -> JsValue {
    let problems = match read_dataset(input, || ()) {
        Ok((_, warnings)) => warnings,
        Err(problems) => problems,
    };
    to_js(&problems)
}

/// What [`render_svg`] gives.
#[derive(Serialize)]
struct Still<'a> {
    svg: &'a str,
    warnings: &'a [Problem],
}

/// Why there is no picture.
#[derive(Serialize)]
struct Refusal<'a> {
    /// What is wrong: `options` or `dataset`.
    code: &'a str,
    problems: &'a [Problem],
}

/// A view as SVG, measured without a browser, and the warnings about dataset and options.
/// `dataset` is `undefined` for the embedded one; the language is as [`super::chart::Chart::speak`]
/// takes it, English where none is given.
///
/// # Errors
/// What is wrong, and the list of problems, when there is an error among them.
#[wasm_bindgen(js_name = renderSvg)]
pub fn render_svg(
    options: &JsValue,
    dataset: &JsValue,
    width: f64,
    name: Option<String>,
    tag: Option<String>,
    texts: Option<Vec<String>>,
) -> Result<JsValue, JsValue> {
    let refuse = |code: &str, problems: &[Problem]| to_js(&Refusal { code, problems });
    if !(width.is_finite() && (100.0..=10_000.0).contains(&width)) {
        let problem = Problem {
            code: "wrong-value",
            path: "width".to_owned(),
            message: "expected a width between 100 and 10,000 CSS pixels".to_owned(),
            severity: Severity::Error,
            line: 0,
        };
        return Err(refuse("options", &[problem]));
    }
    let language = match (name, tag, texts) {
        (Some(name), Some(tag), Some(texts)) => languages::get(&name, &tag, &texts),
        _ => languages::english(),
    };
    let (dataset, mut warnings) = if dataset.is_undefined() {
        (Rc::clone(&language.dataset), Vec::new())
    } else {
        let (dataset, warnings) = read_dataset(dataset, || ()).map_err(|problems| refuse("dataset", &problems))?;
        (Rc::new(dataset), warnings)
    };
    let node = values::to_node(options).map_err(|problem| refuse("options", &[problem]))?;
    let (options, about_options) = ViewOptions::read(&node, &dataset);
    warnings.extend(about_options);
    let theme = if options.theme == ThemeChoice::Dark { Theme::dark() } else { Theme::light() };
    let input = Input {
        dataset: &dataset,
        options: &options,
        width,
        theme: &theme,
        messages: &language.messages,
        metrics: &AdvanceTable,
    };
    let scene = view::draw(&input);
    let told = crate::evidence::told(&scene, &dataset, &language.messages);
    let svg = svg::write(&told, &language.tag, svg::FONT_FAMILY);
    Ok(to_js(&Still { svg: &svg, warnings: &warnings }))
}
