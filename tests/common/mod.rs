//! Drawing for tests: scenes of any dataset and options, and what is written in them.

// Each test takes what it needs.
#![allow(dead_code)]

pub mod columns;
pub mod languages;
mod tried;

use crate::tables::Tables;
use smart_footprint::dataset::Dataset;
use smart_footprint::dataset::node::{Node, Value};
use smart_footprint::embedded;
use smart_footprint::messages::Messages;
use smart_footprint::options::{ViewKind, ViewOptions};
use smart_footprint::scene::{Primitive, Scene, Shape, Text};
use smart_footprint::text::AdvanceTable;
use smart_footprint::theme::Theme;
use smart_footprint::view::{self, Input};
pub use tried::tried;

pub const VIEWS: [ViewKind; 4] = [ViewKind::Growth, ViewKind::Markets, ViewKind::Sales, ViewKind::Lineup];

pub fn draw_with(dataset: &Dataset, options: &ViewOptions, width: f64, theme: &Theme) -> Scene {
    draw_in(&Messages::english(), dataset, options, width, theme)
}

pub fn draw_in(messages: &Messages, dataset: &Dataset, options: &ViewOptions, width: f64, theme: &Theme) -> Scene {
    view::draw(&Input { dataset, options, width, theme, messages, metrics: &AdvanceTable })
}

pub fn draw(dataset: &Dataset, view: ViewKind, width: f64) -> Scene {
    draw_with(dataset, &ViewOptions { view, ..ViewOptions::default() }, width, &Theme::light())
}

pub fn draw_options(dataset: &Dataset, options: &[(&str, &str)], width: f64) -> Scene {
    draw_with(dataset, &options_of(dataset, options), width, &Theme::light())
}

pub fn options_of(dataset: &Dataset, options: &[(&str, &str)]) -> ViewOptions {
    let (options, mut warnings) = ViewOptions::read(&node_of(options), dataset);
    // A stretch that ends before it begins is told, and drawn all the same.
    warnings.retain(|warning| !warning.message.contains("which is after to"));
    assert_eq!(warnings, []);
    options
}

pub fn node_of(options: &[(&str, &str)]) -> Node {
    Value::Map(options.iter().map(|(name, value)| ((*name).to_owned(), Node::text(*value))).collect()).into()
}

/// The embedded dataset, and the same with another half-year.
pub fn datasets() -> [(&'static str, Dataset); 2] {
    let tables = Tables::copy();
    tables.append_next_half_year();
    [("as it is", embedded::dataset()), ("with another half-year", Dataset::from_checked(&tables.read().unwrap()))]
}

/// Calls for every dataset, view, width and theme; tells all faults, not the first alone.
pub fn everywhere(faults_of: impl Fn(&Dataset, &Scene) -> Vec<String>) {
    let (mut faults, mut count) = (Vec::new(), 0);
    for (name, dataset) in datasets() {
        for view in VIEWS {
            for width in (160..=2000).step_by(40) {
                for (theme, colors) in [("light", Theme::light()), ("dark", Theme::dark())] {
                    let options = ViewOptions { view, ..ViewOptions::default() };
                    let scene = draw_with(&dataset, &options, f64::from(width), &colors);
                    count += 1;
                    let here = format!("{}, {width} px, {theme}, {name}", view.word());
                    faults.extend(faults_of(&dataset, &scene).into_iter().map(|fault| format!("{here}: {fault}")));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
    tried(count);
}

/// The same in English, and then in every other language.
pub fn in_any_language(faults_of: impl Fn(&Dataset, &Scene) -> Vec<String>) {
    everywhere(&faults_of);
    let (mut faults, mut count) = (Vec::new(), 0);
    for name in languages::names().iter().filter(|name| *name != "en") {
        let language = languages::language(name);
        for view in VIEWS {
            for width in (200..=2000).step_by(120) {
                let options = ViewOptions { view, controls: width % 240 == 0, ..ViewOptions::default() };
                let scene = draw_in(&language.messages, &language.dataset, &options, f64::from(width), &Theme::light());
                count += 1;
                let here = format!("{}, {width} px, {name}", view.word());
                faults.extend(faults_of(&language.dataset, &scene).iter().map(|fault| format!("{here}: {fault}")));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
    tried(count);
}

pub fn texts(scene: &Scene) -> Vec<&Text> {
    scene
        .primitives
        .iter()
        .filter_map(|primitive| match &primitive.shape {
            Shape::Text(text) => Some(text),
            _ => None,
        })
        .collect()
}

/// All texts; dates hold no-break spaces, which are written as plain ones here.
pub fn written(scene: &Scene) -> String {
    texts(scene).iter().map(|text| text.content.as_str()).collect::<Vec<_>>().join(" ").replace('\u{a0}', " ")
}

pub fn primitives(scene: &Scene, mark: usize) -> impl Iterator<Item = &Primitive> {
    scene.primitives.iter().filter(move |primitive| primitive.mark == Some(mark))
}

/// What a page would hand over.
pub fn node_of_json(value: &serde_json::Value) -> Node {
    use serde_json::Value as Json;
    let value = match value {
        Json::Null => Value::Null,
        Json::Bool(flag) => Value::Bool(*flag),
        Json::Number(number) => Value::Number(number.as_f64().unwrap()),
        Json::String(text) => Value::Text(text.clone()),
        Json::Array(items) => Value::List(items.iter().map(node_of_json).collect()),
        Json::Object(entries) => {
            Value::Map(entries.iter().map(|(name, value)| (name.clone(), node_of_json(value))).collect())
        }
    };
    value.into()
}

/// A dataset of `examples/`, checked as a page's own is.
pub fn example(path: &str) -> Dataset {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(path);
    let text = std::fs::read_to_string(&path).unwrap();
    let root = node_of_json(&serde_json::from_str(&text).unwrap());
    match Dataset::from_node(&root) {
        Ok((dataset, warnings)) => {
            assert_eq!(warnings, [], "{}", path.display());
            dataset
        }
        Err(problems) => panic!("{}: {problems:#?}", path.display()),
    }
}

/// The invented brand, all of its years.
pub fn invented_brand() -> Dataset {
    example("invented-brand/dataset.json")
}
