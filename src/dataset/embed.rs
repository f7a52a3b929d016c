//! The embedded form of a dataset: a list of columns per table, in the order of the
//! schema. Like stands beside like there, which compresses well, and reading it back needs
//! no names and no parser of text.

use serde::{Deserialize, Serialize};

use super::node::{Node, Value};
use super::period::{Basis, Day, Precision};
use super::schema::{ABOUT, Kind, Presence, TABLES, Table};

/// One field of one row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Cell {
    Absent,
    Text(String),
    Number(f64),
    Flag(bool),
    List(Vec<String>),
    /// Index into the words of the field.
    Word(u8),
    Day(Day),
    Period(Option<Day>, Option<Day>, u8, u8),
}

type Column = Vec<Cell>;

/// The embedded form of a checked dataset.
///
/// # Errors
/// A sentence when the encoder fails, which it does only for want of memory.
pub fn encode(root: &Node) -> Result<Vec<u8>, String> {
    let about = root.get("about").cloned().unwrap_or(Node::from(Value::Null));
    let mut tables: Vec<Vec<Column>> = vec![columns(&[about], &ABOUT)];
    tables.extend(TABLES.iter().map(|table| columns(root.get(table.name).map_or(&[][..], Node::items), table)));
    postcard::to_allocvec(&tables).map_err(|error| error.to_string())
}

fn columns(rows: &[Node], table: &Table) -> Vec<Column> {
    let cell = |row: &Node, name, kind| row.get(name).map_or(Cell::Absent, |node| to_cell(node, kind));
    table.fields.iter().map(|field| rows.iter().map(|row| cell(row, field.name, field.kind)).collect()).collect()
}

fn to_cell(node: &Node, kind: Kind) -> Cell {
    let index = |name: &str, words: &[&str]| {
        let word = node.get(name).and_then(Node::as_text);
        words.iter().position(|candidate| Some(*candidate) == word).unwrap_or(0) as u8
    };
    match (&node.value, kind) {
        (Value::Text(text), Kind::Word(words)) => {
            Cell::Word(words.iter().position(|word| word == text).unwrap_or(0) as u8)
        }
        (Value::Text(text), Kind::Date) => Day::parse(text).map_or(Cell::Absent, Cell::Day),
        (Value::Text(text), _) => Cell::Text(text.clone()),
        (Value::Number(number), _) => Cell::Number(*number),
        (Value::Bool(flag), _) => Cell::Flag(*flag),
        (Value::List(items), _) => Cell::List(items.iter().filter_map(Node::as_text).map(str::to_owned).collect()),
        (Value::Map(_), Kind::Period) => {
            let day = |name| node.get(name).and_then(Node::as_text).and_then(Day::parse);
            Cell::Period(day("from"), day("to"), index("precision", Precision::WORDS), index("basis", Basis::WORDS))
        }
        (Value::Map(_), _) => {
            node.get("name").and_then(Node::as_text).map_or(Cell::Absent, |name| Cell::Text(name.to_owned()))
        }
        _ => Cell::Absent,
    }
}

/// The dataset that [`encode`] wrote, its fields in the order of the schema, with `null`
/// where a nullable field holds nothing. Bytes that it did not write give an empty dataset.
#[must_use]
pub fn decode(bytes: &[u8]) -> Node {
    let tables: Vec<Vec<Column>> = postcard::from_bytes(bytes).unwrap_or_default();
    let mut tables = tables.into_iter();
    let mut root = Vec::with_capacity(1 + TABLES.len());
    let about = rows(tables.next().unwrap_or_default(), &ABOUT).into_iter().next();
    root.push((ABOUT.name.to_owned(), about.unwrap_or(Value::Null.into())));
    for table in &TABLES {
        let rows = rows(tables.next().unwrap_or_default(), table);
        root.push((table.name.to_owned(), Value::List(rows).into()));
    }
    Value::Map(root).into()
}

fn rows(columns: Vec<Column>, table: &Table) -> Vec<Node> {
    let count = columns.first().map_or(0, Vec::len);
    let mut rows: Vec<Vec<(String, Node)>> = vec![Vec::with_capacity(table.fields.len()); count];
    for (field, column) in table.fields.iter().zip(columns) {
        for (row, cell) in rows.iter_mut().zip(column) {
            let value = to_value(cell, field.kind);
            if value != Value::Null || field.presence == Presence::Nullable {
                row.push((field.name.to_owned(), value.into()));
            }
        }
    }
    rows.into_iter().map(|row| Value::Map(row).into()).collect()
}

fn to_value(cell: Cell, kind: Kind) -> Value {
    match (cell, kind) {
        (Cell::Text(name), Kind::Brand) => Value::Map(vec![("name".to_owned(), Node::text(name))]),
        (Cell::Text(text), _) => Value::Text(text),
        (Cell::Number(number), _) => Value::Number(number),
        (Cell::Flag(flag), _) => Value::Bool(flag),
        (Cell::List(items), _) => Value::List(items.into_iter().map(Node::text).collect()),
        (Cell::Word(index), Kind::Word(words)) => word(words, index),
        (Cell::Day(day), _) => Value::Text(day.iso()),
        (Cell::Period(from, to, precision, basis), _) => {
            let day = |day: Option<Day>| day.map_or(Value::Null, |day| Value::Text(day.iso()));
            let entries = [
                ("from", day(from)),
                ("to", day(to)),
                ("precision", word(Precision::WORDS, precision)),
                ("basis", word(Basis::WORDS, basis)),
            ];
            Value::Map(entries.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect())
        }
        (Cell::Absent | Cell::Word(_), _) => Value::Null,
    }
}

fn word(words: &[&str], index: u8) -> Value {
    words.get(usize::from(index)).map_or(Value::Null, |word| Value::Text((*word).to_owned()))
}
