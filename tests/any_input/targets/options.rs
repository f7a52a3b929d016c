//! Whatever is given as options: it is read, what is not understood is told, and the state that
//! comes of it is a fixed point, as an object and as attributes.

use crate::bytes::Bytes;
use crate::common::node_of_json;
use crate::mutations;
use smart_footprint::dataset::Dataset;
use smart_footprint::dataset::node::{Node, Value};
use smart_footprint::dataset::problem::Severity;
use smart_footprint::embedded;
use smart_footprint::options::ViewOptions;

const NAMES: [&str; 28] = [
    "view",
    "metric",
    "place",
    "from",
    "to",
    "at",
    "published-by",
    "publishedBy",
    "sources",
    "qualifiers",
    "kinds",
    "selected",
    "group",
    "heading",
    "subheading",
    "note",
    "lang",
    "theme",
    "controls",
    "loading",
    "hash",
    "src",
    "dataset",
    "View",
    "published_by",
    "",
    "__proto__",
    "style",
];

pub fn run(data: &[u8]) {
    thread_local!(static EMBEDDED: Dataset = embedded::dataset());
    EMBEDDED.with(|dataset| with(dataset, data));
}

fn with(dataset: &Dataset, data: &[u8]) {
    let mut bytes = Bytes::new(data);
    let mut entries = Vec::new();
    if let Value::Map(known) = mutations::options(dataset, &mut bytes).value {
        entries.extend(known);
    }
    for _ in 0..bytes.below(10) {
        entries.push(((*bytes.pick(&NAMES)).to_owned(), mutations::odd(&mut bytes, 1)));
    }
    let given = if bytes.one_in(30) { mutations::odd(&mut bytes, 0) } else { Value::Map(entries).into() };

    let (options, warnings) = ViewOptions::read(&given, dataset);
    for warning in &warnings {
        assert!(warning.severity == Severity::Warning && !warning.code.is_empty(), "{warning:?}");
        assert!(!warning.message.contains(char::is_control) && warning.message.len() < 2_000, "{warning:?}");
    }
    let state = serde_json::to_value(&options).unwrap();
    for again in [node_of_json(&state), attributes(&state)] {
        let (read, warnings) = ViewOptions::read(&again, dataset);
        assert_eq!(read, options, "{state}");
        // A row that another dataset may have is kept and told; so is a stretch that ends before it begins.
        let kept = |path: &str| ["selected", "from"].contains(&path);
        assert!(warnings.iter().all(|warning| kept(&warning.path)), "{warnings:?}");
        assert_eq!(serde_json::to_value(&read).unwrap(), state);
    }
}

/// The state as the element writes it into its attributes.
fn attributes(state: &serde_json::Value) -> Node {
    use serde_json::Value as Json;
    let mut entries = Vec::new();
    for (name, value) in state.as_object().unwrap() {
        let name: String =
            name.chars()
                .flat_map(|letter| {
                    if letter.is_ascii_uppercase() { vec!['-', letter.to_ascii_lowercase()] } else { vec![letter] }
                })
                .collect();
        let text = match value {
            Json::String(text) => text.clone(),
            Json::Bool(true) => String::new(),
            Json::Array(items) => items.iter().map(|item| item.as_str().unwrap()).collect::<Vec<_>>().join(" "),
            _ => continue,
        };
        entries.push((name, Node::text(text)));
    }
    Value::Map(entries).into()
}
