//! Datasets that nobody wrote: a good one with changes, most of them such that the check lets
//! them pass, so that views see them.

use crate::bases::bases;
use crate::bytes::Bytes;
use smart_footprint::dataset::Dataset;
use smart_footprint::dataset::node::{Node, Value};
use smart_footprint::dataset::period::{Basis, Day, Precision};
use smart_footprint::dataset::schema::{ABOUT, Field, Kind, TABLES, Table};
use smart_footprint::dataset::tables::{EventKind, Qualifier};
use smart_footprint::options::{Loading, ThemeChoice, ViewKind};

/// The smallest of those that changes are made to.
pub fn small() -> Node {
    bases()[0].clone()
}

fn entries(node: &mut Node) -> &mut Vec<(String, Node)> {
    if !matches!(node.value, Value::Map(_)) {
        node.value = Value::Map(Vec::new());
    }
    match &mut node.value {
        Value::Map(entries) => entries,
        _ => unreachable!(),
    }
}

fn set(node: &mut Node, name: &str, value: Node) {
    let entries = entries(node);
    match entries.iter_mut().find(|(known, _)| known == name) {
        Some((_, held)) => *held = value,
        None => entries.push((name.to_owned(), value)),
    }
}

/// The rows of a table, which is made where there is none.
pub fn rows<'a>(root: &'a mut Node, table: &str) -> &'a mut Vec<Node> {
    if !matches!(root.get(table).map(|node| &node.value), Some(Value::List(_))) {
        set(root, table, Value::List(Vec::new()).into());
    }
    let found = entries(root).iter_mut().find(|(known, _)| known == table);
    match found.map(|(_, node)| &mut node.value) {
        Some(Value::List(rows)) => rows,
        _ => unreachable!(),
    }
}

/// A dataset; the check may find errors in it, and often does not.
pub fn dataset(bytes: &mut Bytes) -> Node {
    // A whole one is seldom taken: it takes the most time.
    let base = match bytes.below(16) {
        0..=5 => 0,
        6..=10 => 1,
        11..=13 => 2,
        14 => 3,
        _ => 4,
    };
    let mut root = bases()[base].clone();
    let careless = bytes.one_in(4);
    for step in 0..bytes.below(30) {
        let table = bytes.pick(&TABLES);
        if careless && bytes.one_in(4) {
            spoil(&mut root, table, bytes);
        } else {
            change(&mut root, table, step, bytes);
        }
    }
    root
}

/// What is not as in any of the datasets that changes are made to, to be read by who looks for a
/// fault.
pub fn told(root: &Node) -> String {
    let mut told = String::new();
    for table in &TABLES {
        for (at, row) in root.get(table.name).map_or(&[][..], Node::items).iter().enumerate() {
            let known = |base: &Node| base.get(table.name).map_or(&[][..], Node::items).contains(row);
            if !bases().iter().any(known) {
                let row = serde_json::to_string(row).unwrap();
                told.extend([table.name, "[", &at.to_string(), "] ", &row, "\n"]);
            }
        }
    }
    told
}

/// A change after which the dataset is likely to be one still.
fn change(root: &mut Node, table: &Table, step: usize, bytes: &mut Bytes) {
    match bytes.below(12) {
        0 => {
            let field = bytes.pick(ABOUT.fields);
            if field.name != "schema" {
                let value = value(field, root, bytes);
                let mut about = root.get("about").cloned().unwrap_or(Value::Null.into());
                set(&mut about, field.name, value);
                set(root, "about", about);
            }
        }
        1 | 2 => {
            // A row that is like another, once or many times.
            let rows = rows(root, table.name);
            if rows.is_empty() {
                return;
            }
            let row = bytes.pick(rows).clone();
            let times = if bytes.one_in(8) { bytes.below(60) } else { 1 };
            for time in 0..times {
                let mut row = row.clone();
                set(&mut row, "id", Node::text(format!("made-{step}-{time}")));
                rows.push(row);
            }
        }
        3 => {
            let rows = rows(root, table.name);
            // Without the world there is no dataset, and what is named by others must stay.
            if ["observations", "events", "statements", "conflicts"].contains(&table.name) && !rows.is_empty() {
                let at = bytes.below(rows.len());
                rows.remove(at);
            }
        }
        4 => {
            let field = bytes.pick(table.fields);
            let row = bytes.below(rows(root, table.name).len());
            if field.presence != smart_footprint::dataset::schema::Presence::Required
                && let Some(row) = rows(root, table.name).get_mut(row)
            {
                entries(row).retain(|(name, _)| name != field.name);
            }
        }
        5 => {
            let rows = rows(root, table.name);
            if !rows.is_empty() {
                let (one, other) = (bytes.below(rows.len()), bytes.below(rows.len()));
                rows.swap(one, other);
            }
        }
        _ => {
            let field = bytes.pick(table.fields);
            if field.name == "id" {
                return;
            }
            let value = value(field, root, bytes);
            let row = bytes.below(rows(root, table.name).len());
            if let Some(row) = rows(root, table.name).get_mut(row) {
                set(row, field.name, value);
            }
        }
    }
}

/// A change after which it is likely to be none.
fn spoil(root: &mut Node, table: &Table, bytes: &mut Bytes) {
    let odd = odd(bytes, 0);
    let field = bytes.pick(table.fields).name;
    let row = bytes.below(rows(root, table.name).len());
    match bytes.below(8) {
        0 => entries(root).retain(|(name, _)| name != table.name),
        1 => set(root, table.name, odd),
        2 => set(root, "about", odd),
        3 => set(root, &bytes.text(), odd),
        4 => {
            if let Some(row) = rows(root, table.name).get(row).cloned() {
                rows(root, table.name).push(row);
            }
        }
        5 => {
            if let Some(row) = rows(root, table.name).get_mut(row) {
                entries(row).push((field.to_owned(), odd));
            }
        }
        6 => {
            if let Some(row) = rows(root, table.name).get_mut(row) {
                set(row, &bytes.text(), odd);
            }
        }
        _ => {
            if let Some(row) = rows(root, table.name).get_mut(row) {
                set(row, field, odd);
            }
        }
    }
}

/// Anything that a page may hand over.
pub fn odd(bytes: &mut Bytes, depth: usize) -> Node {
    let value = match bytes.below(if depth < 4 { 9 } else { 6 }) {
        0 => Value::Null,
        1 => Value::Bool(bytes.below(2) == 1),
        2 => Value::Number(bytes.number()),
        3 => Value::Text(bytes.text()),
        4 => Value::Other("a function"),
        5 => Value::excess("a list", "items", 60_000.0, 50_000),
        6 => Value::List((0..bytes.below(6)).map(|_| odd(bytes, depth + 1)).collect()),
        7 => Value::Map((0..bytes.below(6)).map(|_| (bytes.text(), odd(bytes, depth + 1))).collect()),
        _ => return period(bytes),
    };
    value.into()
}

/// What the field may hold.
fn value(field: &Field, root: &Node, bytes: &mut Bytes) -> Node {
    match field.kind {
        Kind::Id | Kind::PlaceId => Node::text(format!("x-{}", bytes.below(5))),
        Kind::Text => Node::text(bytes.word()),
        Kind::Url => Node::text(format!("https://example.org/{}", bytes.text())),
        Kind::Number => Value::Number(bytes.figure()).into(),
        Kind::Flag => Value::Bool(bytes.below(2) == 1).into(),
        Kind::Date => Node::text(bytes.day().iso()),
        Kind::Period => period(bytes),
        Kind::Word(words) => Node::text(*bytes.pick(words)),
        Kind::Key(table) => Node::text(id(root, table, bytes)),
        Kind::Keys(table) => {
            Value::List((0..bytes.below(3)).map(|_| Node::text(id(root, table, bytes))).collect()).into()
        }
        Kind::Ref => reference(root, bytes),
        Kind::Refs => Value::List((0..2 + bytes.below(3)).map(|_| reference(root, bytes)).collect()).into(),
        Kind::Brand => Value::Map(vec![("name".to_owned(), Node::text(bytes.word()))]).into(),
    }
}

fn id(root: &Node, table: &str, bytes: &mut Bytes) -> String {
    let rows = root.get(table).map_or(&[][..], Node::items);
    let row = rows.get(bytes.below(rows.len()));
    row.and_then(|row| row.get("id")).and_then(Node::as_text).unwrap_or("none").to_owned()
}

fn reference(root: &Node, bytes: &mut Bytes) -> Node {
    let table = bytes.pick(&TABLES);
    Node::text(format!("{}:{}", table.row, id(root, table.name, bytes)))
}

/// A period whose days are as its precision wants them.
fn period(bytes: &mut Bytes) -> Node {
    let from = bytes.day();
    let (year, month, _) = from.civil();
    let before = |day: Option<Day>| day.map(|day| Day(day.0 - 1));
    let (from, to, precision) = match bytes.below(8) {
        0 => (Some(from), Some(from), Precision::Day),
        1 => (None, Some(from), Precision::Span),
        2 => (Some(from), None, Precision::Span),
        3 => {
            let next = if month == 12 { Day::from_civil(year + 1, 1, 1) } else { Day::from_civil(year, month + 1, 1) };
            (Day::from_civil(year, month, 1), before(next), Precision::Month)
        }
        4 => (Day::from_civil(year, 1, 1), Day::from_civil(year, 6, 30), Precision::HalfYear),
        5 => (Day::from_civil(year, 1, 1), Day::from_civil(year, 12, 31), Precision::Year),
        6 => {
            let decade = year / 10 * 10;
            (Day::from_civil(decade, 1, 1), Day::from_civil(decade + 9, 12, 31), Precision::Decade)
        }
        _ => {
            let to = Day((from.0 + bytes.days(3_000)).min(Day::parse("9999-12-31").unwrap().0));
            (Some(from), Some(to), Precision::Span)
        }
    };
    let day = |day: Option<Day>| day.map_or(Value::Null.into(), |day| Node::text(day.iso()));
    let named = [
        ("from", day(from)),
        ("to", day(to)),
        ("precision", Node::text(precision.word())),
        ("basis", Node::text(bytes.pick(Basis::ALL).word())),
    ];
    Value::Map(named.into_iter().map(|(name, node)| (name.to_owned(), node)).collect()).into()
}

/// Options for a dataset, as attributes are written; a few of them name what is not there.
pub fn options(dataset: &Dataset, bytes: &mut Bytes) -> Node {
    let mut entries = vec![("view".to_owned(), Node::text(bytes.pick(ViewKind::ALL).word()))];
    for _ in 0..bytes.below(6) {
        let (name, text) = option(dataset, bytes);
        entries.push((name.to_owned(), Node::text(text)));
    }
    Value::Map(entries).into()
}

/// An option and a text that suits it.
fn option(dataset: &Dataset, bytes: &mut Bytes) -> (&'static str, String) {
    fn one<T>(rows: &[T], id: fn(&T) -> &String, bytes: &mut Bytes) -> String {
        rows.get(bytes.below(rows.len())).map_or_else(String::new, |row| id(row).clone())
    }
    match bytes.below(20) {
        0 => ("metric", one(&dataset.metrics, |row| &row.id, bytes)),
        1 => ("place", one(&dataset.places, |row| &row.id, bytes)),
        2 => ("from", bytes.day().iso()),
        3 => ("to", bytes.day().iso()),
        4 => ("at", bytes.day().iso()),
        5 => ("published-by", bytes.day().iso()),
        6 => ("sources", one(&dataset.sources, |row| &row.id, bytes)),
        7 => ("qualifiers", bytes.pick(Qualifier::WORDS).to_string()),
        8 => ("kinds", [*bytes.pick(EventKind::WORDS), *bytes.pick(EventKind::WORDS)].join(",")),
        9 => ("selected", format!("place:{}", one(&dataset.places, |row| &row.id, bytes))),
        10 => ("selected", format!("observation:{}", one(&dataset.observations, |row| &row.id, bytes))),
        11 => ("heading", bytes.text()),
        12 => ("subheading", bytes.text()),
        13 => ("note", bytes.text()),
        14 => ("theme", bytes.pick(ThemeChoice::WORDS).to_string()),
        15 => ("loading", bytes.pick(Loading::WORDS).to_string()),
        16 => ("lang", bytes.text()),
        17 => ("group", bytes.text()),
        18 => ("controls", String::new()),
        _ => ("hash", String::new()),
    }
}
