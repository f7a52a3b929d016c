//! Drawing for tests: scenes of any dataset and options, and what is written in them.

// Each test takes what it needs.
#![allow(dead_code)]

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

pub const VIEWS: [ViewKind; 4] = [ViewKind::Growth, ViewKind::Markets, ViewKind::Sales, ViewKind::Lineup];

pub fn draw_with(dataset: &Dataset, options: &ViewOptions, width: f64, theme: &Theme) -> Scene {
    let messages = Messages::english();
    view::draw(&Input { dataset, options, width, theme, messages: &messages, metrics: &AdvanceTable })
}

pub fn draw(dataset: &Dataset, view: ViewKind, width: f64) -> Scene {
    draw_with(dataset, &ViewOptions { view, ..ViewOptions::default() }, width, &Theme::light())
}

pub fn draw_options(dataset: &Dataset, options: &[(&str, &str)], width: f64) -> Scene {
    draw_with(dataset, &options_of(dataset, options), width, &Theme::light())
}

pub fn options_of(dataset: &Dataset, options: &[(&str, &str)]) -> ViewOptions {
    let (options, warnings) = ViewOptions::read(&node_of(options), dataset);
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
    let mut faults = Vec::new();
    for (name, dataset) in datasets() {
        for view in VIEWS {
            for width in (200..=2000).step_by(40) {
                for (theme, colors) in [("light", Theme::light()), ("dark", Theme::dark())] {
                    let options = ViewOptions { view, ..ViewOptions::default() };
                    let scene = draw_with(&dataset, &options, f64::from(width), &colors);
                    let here = format!("{}, {width} px, {theme}, {name}", view.word());
                    faults.extend(faults_of(&dataset, &scene).into_iter().map(|fault| format!("{here}: {fault}")));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
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
