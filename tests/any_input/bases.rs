//! The datasets that changes are made to. Most of them are small: an input that takes a tenth of
//! the time is tried ten times as often.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

use crate::common::node_of_json;
use crate::mutations::rows;
use smart_footprint::dataset::check;
use smart_footprint::dataset::node::{Node, Value};
use smart_footprint::dataset::problem::Severity;
use smart_footprint::embedded;

/// Tables whose rows others name.
const NAMED: [&str; 3] = ["partners", "models", "places"];

/// The rows that all the others need and hardly any others, a sixth of the facts of two brands, and
/// all of them.
pub fn bases() -> &'static [Node; 5] {
    static BASES: OnceLock<[Node; 5]> = OnceLock::new();
    BASES.get_or_init(|| {
        let invented = Path::new(env!("CARGO_MANIFEST_DIR"))
            .ancestors()
            .map(|folder| folder.join("examples/invented-brand/dataset.json"))
            .find(|path| path.exists())
            .unwrap();
        let invented = node_of_json(&serde_json::from_str(&std::fs::read_to_string(invented).unwrap()).unwrap());
        let embedded = embedded::node();
        [smallest(&embedded), sixth(&embedded), sixth(&invented), embedded, invented]
    })
}

fn smallest(root: &Node) -> Node {
    let mut small = root.clone();
    rows(&mut small, "observations").truncate(3);
    rows(&mut small, "events").truncate(3);
    rows(&mut small, "conflicts").clear();
    rows(&mut small, "statements").clear();
    named(whole(small))
}

fn sixth(root: &Node) -> Node {
    let mut fewer = root.clone();
    for name in ["observations", "events", "statements"] {
        let mut at = 0;
        rows(&mut fewer, name).retain(|_| {
            at += 1;
            at % 6 == 1
        });
    }
    named(whole(fewer))
}

/// Without the rows that nothing names, but for two of each table.
fn named(mut root: Node) -> Node {
    for name in NAMED {
        loop {
            let told = texts(&root);
            let rows = rows(&mut root, name);
            let before = rows.len();
            let mut at = 0;
            rows.retain(|row| {
                at += 1;
                let id = row.get("id").and_then(Node::as_text).unwrap_or_default();
                at <= 2 || id == "world" || told.contains(id)
            });
            if rows.len() == before {
                break;
            }
        }
    }
    root
}

/// Without the rows that name what is gone.
fn whole(mut root: Node) -> Node {
    loop {
        let problems = check::all_problems(&root);
        let is_error = |severity: Severity| severity == Severity::Error;
        let errors = problems.iter().filter(|problem| is_error(problem.severity));
        let wrong: BTreeSet<(String, usize)> = errors
            .map(|problem| {
                let (table, rest) = problem.path.split_once('[').unwrap();
                (table.to_owned(), rest.split(']').next().unwrap().parse().unwrap())
            })
            .collect();
        if wrong.is_empty() {
            return root;
        }
        for (table, at) in wrong.iter().rev() {
            rows(&mut root, table).remove(*at);
        }
    }
}

/// All texts but the rows' own ids, and what Refs among them name.
fn texts(root: &Node) -> BTreeSet<String> {
    fn take(node: &Node, told: &mut BTreeSet<String>) {
        match &node.value {
            Value::Text(text) => {
                told.insert(text.rsplit_once(':').map_or(&**text, |(_, id)| id).to_owned());
            }
            Value::List(items) => items.iter().for_each(|item| take(item, told)),
            Value::Map(entries) => {
                entries.iter().filter(|(name, _)| name != "id").for_each(|(_, node)| take(node, told));
            }
            _ => {}
        }
    }
    let mut told = BTreeSet::new();
    take(root, &mut told);
    told
}

#[test]
fn each_is_a_dataset_and_most_are_small() {
    let count = |base: &Node| -> usize {
        let Value::Map(tables) = &base.value else { panic!("no tables") };
        tables.iter().map(|(_, table)| table.items().len()).sum()
    };
    for base in bases() {
        assert_eq!(check::problems(base), []);
    }
    let counts: Vec<usize> = bases().iter().map(count).collect();
    assert!(counts[0] * 6 < counts[3] && counts[1] * 2 < counts[3] && counts[2] * 2 < counts[4], "{counts:?}");
}
