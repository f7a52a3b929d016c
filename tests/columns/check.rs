//! Each mistake in columns is told, by its code and its path, and none hides another.

use crate::common::columns::{block, codes, midnight, one, raw, tables, times, values};
use smart_footprint::dataset::Dataset;
use smart_footprint::dataset::check::problems_with;
use smart_footprint::dataset::columns::{Codes, RawBlock, RawCodes, RawColumn, RawColumns, RawItem, Values};
use smart_footprint::dataset::node::{Node, Value};
use smart_footprint::dataset::problem::{Problem, Severity};

/// What makes a block wrong, and the code and the path that tell it.
type Case = (Box<dyn FnOnce(&mut RawBlock)>, &'static str, &'static str);

fn points(count: usize) -> Vec<(f64, f64)> {
    (0..count).map(|index| (midnight("2020-01-01") + index as f64 * 86_400_000.0, index as f64)).collect()
}

fn right() -> RawBlock {
    block(&points(3))
}

fn problems(columns: &RawColumns) -> Vec<(&'static str, String)> {
    problems_with(&tables(), columns).into_iter().map(|problem| (problem.code, problem.path)).collect()
}

fn told(change: impl FnOnce(&mut RawBlock)) -> Vec<(&'static str, String)> {
    let mut block = right();
    change(&mut block);
    problems(&raw(vec![block]))
}

fn codes_of(dictionary: Node) -> RawCodes {
    let mut codes = Codes::with_capacity(1, 3);
    codes.extend(&[0.0, 0.0, 0.0]);
    RawCodes::Codes { dictionary, codes: RawColumn::Numbers(codes) }
}

#[test]
fn columns_without_a_mistake_have_none() {
    assert_eq!(problems(&raw(vec![right()])), []);
    assert_eq!(problems(&RawColumns::Other(Value::Null.into())), []);
    assert_eq!(problems(&RawColumns::List(Vec::new())), []);
    assert_eq!(told(|block| block.place = codes(&["world", "NO"], &[0.0, 1.0, 1.0])), []);
    assert_eq!(told(|block| block.qualifier = codes(&["exact", "about"], &[0.0, 1.0, 1.0])), []);
    assert_eq!(told(|block| block.term = Node::text("stores")), []);
}

#[test]
fn each_mistake_is_told_with_its_path() {
    let null = || Node::from(Value::Null);
    let number = || Node::from(Value::Number(4.0));
    let mistakes: Vec<Case> = vec![
        (Box::new(move |block| block.id = null()), "missing", "columns[0].id"),
        (Box::new(|block| block.id = Node::text("A B")), "wrong-value", "columns[0].id"),
        (Box::new(move |block| block.metric = null()), "missing", "columns[0].metric"),
        (Box::new(|block| block.metric = Node::text("shops")), "dangling-reference", "columns[0].metric"),
        (Box::new(|block| block.metric = Node::text("growth-rate")), "wrong-value", "columns[0].metric"),
        (Box::new(move |block| block.term = number()), "wrong-value", "columns[0].term"),
        (Box::new(move |block| block.time = RawColumn::Other(null())), "missing", "columns[0].time"),
        (Box::new(|block| block.time = times(&[])), "missing", "columns[0].time"),
        (Box::new(move |block| block.value = RawColumn::Other(number())), "wrong-value", "columns[0].value"),
        (Box::new(|block| block.value = values(&[1.0, f64::NAN, 2.0])), "wrong-value", "columns[0].value[1]"),
        (Box::new(|block| block.value = values(&[1.0, 2.0, 1e16])), "wrong-value", "columns[0].value[2]"),
        (Box::new(|block| block.value = values(&[1.0])), "unequal-length", "columns[0].value"),
        (Box::new(|block| block.time = times(&[0.0, f64::NAN, 1.0])), "impossible-date", "columns[0].time[1]"),
        (Box::new(|block| block.time = times(&[0.0, 1.0, 1e300])), "impossible-date", "columns[0].time[2]"),
        (Box::new(move |block| block.place = RawCodes::One(null())), "missing", "columns[0].place"),
        (Box::new(|block| block.place = one("XX")), "dangling-reference", "columns[0].place"),
        (Box::new(move |block| block.source = RawCodes::One(number())), "wrong-value", "columns[0].source"),
        (Box::new(|block| block.source = one("nobody")), "dangling-reference", "columns[0].source"),
        (Box::new(|block| block.qualifier = one("loads")), "unknown-word", "columns[0].qualifier"),
        (
            Box::new(|block| block.place = codes(&["world", "XX"], &[0.0, 1.0, 0.0])),
            "dangling-reference",
            "columns[0].place.dictionary[1]",
        ),
        (
            Box::new(|block| block.place = codes(&["world", "NO"], &[0.0, 2.0, 0.0])),
            "wrong-value",
            "columns[0].place.codes[1]",
        ),
        (
            Box::new(|block| block.source = codes(&["register"], &[0.0, 0.0])),
            "unequal-length",
            "columns[0].source.codes",
        ),
        (
            Box::new(|block| block.source = codes_of(Node::text("register"))),
            "wrong-value",
            "columns[0].source.dictionary",
        ),
        (
            Box::new(|block| block.source = codes_of(Value::List(vec![Value::Number(1.0).into()]).into())),
            "wrong-value",
            "columns[0].source.dictionary[0]",
        ),
        (Box::new(|block| block.unknown = vec!["colour".to_owned()]), "unknown-name", "columns[0].colour"),
        (
            Box::new(|block| {
                let excess = Value::excess("a list", "items", 6_000_000.0, 5_000_000);
                block.value = RawColumn::<Values>::Other(excess.into());
            }),
            "too-large",
            "columns[0].value",
        ),
    ];
    crate::common::tried(mistakes.len());
    for (change, code, path) in mistakes {
        assert_eq!(told(change), [(code, path.to_owned())], "{code} at {path}");
    }
}

#[test]
fn what_is_no_list_of_columns_is_told() {
    assert_eq!(problems(&RawColumns::Other(Node::text("many"))), [("wrong-value", "columns".to_owned())]);
    let columns = RawColumns::List(vec![RawItem::Other(Node::text("many"))]);
    assert_eq!(problems(&columns), [("wrong-value", "columns[0]".to_owned())]);
    let twice = raw(vec![right(), right()]);
    assert_eq!(problems(&twice), [("duplicate-id", "columns[1].id".to_owned())]);
    let many = raw((0..1_001).map(|_| right()).collect());
    assert_eq!(problems(&many), [("too-large", "columns".to_owned())]);
}

#[test]
fn ten_thousand_mistakes_hide_no_other() {
    let mut wrong = block(&points(10_000));
    wrong.value = values(&vec![f64::NAN; 10_000]);
    let mut other = block(&points(10));
    other.source = one("nobody");
    other.id = Node::text("other");
    let found = problems_with(&tables(), &raw(vec![wrong, other]));
    assert_eq!(found.len(), 101);
    assert!(found.iter().any(|problem| problem.path == "columns[1].source"));
    assert_eq!(found[100].message, "9901 more problems are not listed, 9901 of them errors");
}

#[test]
fn points_of_one_time_and_source_are_warned_of_and_drawn() {
    let mut twice = points(4);
    twice[3].0 = twice[1].0;
    let (dataset, warnings) = Dataset::with_columns(&tables(), raw(vec![block(&twice)])).unwrap();
    let at = |problem: &Problem| (problem.code, problem.path.clone(), problem.severity);
    assert_eq!(
        warnings.iter().map(at).collect::<Vec<_>>(),
        [("duplicate-time", "columns[0].time[3]".to_owned(), Severity::Warning)]
    );
    assert_eq!(dataset.columns.all()[0].len(), 4);
    // Another source may say another thing of the same time.
    let mut two = block(&twice);
    two.source = codes(&["register", "audit"], &[0.0, 0.0, 0.0, 1.0]);
    assert_eq!(Dataset::with_columns(&tables(), raw(vec![two])).unwrap().1, []);
    let same = vec![(midnight("2020-01-01"), 1.0); 1_000];
    let warnings = Dataset::with_columns(&tables(), raw(vec![block(&same)])).unwrap().1;
    assert_eq!(warnings.len(), 101);
}

#[test]
fn columns_take_no_more_than_half_of_what_a_page_hands_over() {
    let count = 100_000;
    let sorted = crate::common::columns::dataset(vec![block(&points(count))]);
    let handed_over = count * 16;
    assert!(sorted.columns.bytes() * 10 < handed_over * 6, "{} bytes", sorted.columns.bytes());
    let mut back = points(count);
    back.reverse();
    let unsorted = crate::common::columns::dataset(vec![block(&back)]);
    assert!(unsorted.columns.bytes() < handed_over, "{} bytes", unsorted.columns.bytes());
    // Doubles that nothing shorter holds, at moments that no whole step leads to.
    let odd: Vec<(f64, f64)> = points(count).iter().map(|(time, value)| (time + value / 7.0, value / 3.0)).collect();
    let odd = crate::common::columns::dataset(vec![block(&odd)]);
    assert!(odd.columns.bytes() < handed_over + handed_over / 50, "{} bytes", odd.columns.bytes());
}
