//! What a page may hand over as a dataset.

use crate::tried::tried;
use smart_footprint::dataset::node::{Node, Value};
use smart_footprint::dataset::schema::{TABLES, Table};
use smart_footprint::dataset::{Dataset, check};
use smart_footprint::embedded;

#[test]
fn anything_but_a_dataset_is_refused_in_words() {
    let of = |value: Value| check::problems(&value.into());
    for value in [Value::Null, Value::Text("[]".to_owned()), Value::List(Vec::new()), Value::Other("a function")] {
        tried(1);
        assert_eq!(of(value)[0].message.split(", ").nth(1), Some("expected an object with the tables of a dataset"));
    }
    let missing = of(Value::Map(Vec::new()));
    let named = |table: &Table| missing.iter().any(|problem| problem.path == table.name);
    assert!(TABLES.iter().all(named), "{missing:#?}");
}

#[test]
fn the_embedded_dataset_has_no_problem() {
    assert_eq!(check::problems(&embedded::node()), []);
    let (typed, warnings) = Dataset::from_node(&embedded::node()).unwrap();
    assert_eq!((typed, warnings), (embedded::dataset(), Vec::new()));
}

// A page that selects what a Ref names must find it: no dossier tells of a metric.
#[test]
fn a_ref_names_a_row_that_can_be_told_of() {
    for (word, table) in [("metric", "metrics"), ("about", "about"), ("observations", "observations")] {
        let mut root = embedded::node();
        let id = root.get(table).and_then(|rows| rows.items().first()?.get("id")).and_then(|id| id.as_text());
        let named = Node::text(format!("{word}:{}", id.unwrap_or("x")));
        let Value::Map(tables) = &mut root.value else { unreachable!() };
        let conflicts = tables.iter_mut().find(|(name, _)| name == "conflicts").unwrap();
        let Value::List(rows) = &mut conflicts.1.value else { unreachable!() };
        let Value::Map(fields) = &mut rows[0].value else { unreachable!() };
        let between = fields.iter_mut().find(|(name, _)| name == "between").unwrap();
        let Value::List(items) = &mut between.1.value else { unreachable!() };
        items.push(named);
        let problems = check::problems(&root);
        assert_eq!(problems.iter().map(|problem| problem.code).collect::<Vec<_>>(), ["wrong-value"], "{word}");
    }
}
