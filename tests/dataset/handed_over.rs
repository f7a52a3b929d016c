//! What a page may hand over as a dataset.

use smart_footprint::dataset::node::Value;
use smart_footprint::dataset::schema::{TABLES, Table};
use smart_footprint::dataset::{Dataset, check};
use smart_footprint::embedded;

#[test]
fn anything_but_a_dataset_is_refused_in_words() {
    let of = |value: Value| check::problems(&value.into());
    for value in [Value::Null, Value::Text("[]".to_owned()), Value::List(Vec::new()), Value::Other("a function")] {
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
