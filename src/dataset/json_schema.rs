//! The JSON Schema of a dataset, from the same declaration that the check follows.

use super::limits::{LARGEST_NUMBER, LONGEST_TEXT};
use super::node::{Node, Value};
use super::period::{Basis, Precision};
use super::schema::{ABOUT, Field, Kind, Presence, TABLES, Table};

/// The schema, draft 2020-12. What spans rows (unique ids, references that exist) is beyond
/// JSON Schema; `validate()` checks it.
#[must_use]
pub fn schema() -> Node {
    let mut properties = vec![(ABOUT.name, row(&ABOUT))];
    properties.extend(TABLES.iter().map(|table| (table.name, list(row(table)))));
    let names: Vec<&str> = properties.iter().map(|(name, _)| *name).collect();
    map(vec![
        ("$schema", Node::text("https://json-schema.org/draft/2020-12/schema")),
        ("title", Node::text("A dataset of smart-footprint")),
        ("type", Node::text("object")),
        ("required", texts(&names)),
        ("properties", map(properties)),
    ])
}

fn map(entries: Vec<(&str, Node)>) -> Node {
    Value::Map(entries.into_iter().map(|(name, node)| (name.to_owned(), node)).collect()).into()
}

fn texts(items: &[&str]) -> Node {
    Value::List(items.iter().map(|item| Node::text(*item)).collect()).into()
}

fn number(number: f64) -> Node {
    Value::Number(number).into()
}

fn list(items: Node) -> Node {
    map(vec![("type", Node::text("array")), ("items", items)])
}

fn text(pattern: &str) -> Node {
    map(vec![
        ("type", Node::text("string")),
        ("pattern", Node::text(pattern)),
        ("maxLength", number(LONGEST_TEXT as f64)),
    ])
}

fn row(table: &Table) -> Node {
    let required: Vec<&str> =
        table.fields.iter().filter(|field| field.presence == Presence::Required).map(|field| field.name).collect();
    let properties = table.fields.iter().map(|field| (field.name, property(field))).collect();
    map(vec![("type", Node::text("object")), ("required", texts(&required)), ("properties", map(properties))])
}

fn property(field: &Field) -> Node {
    let value = value(field.kind);
    let value = match (field.presence, value.value) {
        (Presence::Required, value) => value,
        (_, value) => Value::Map(vec![(
            "anyOf".to_owned(),
            Value::List(vec![value.into(), map(vec![("type", Node::text("null"))])]).into(),
        )]),
    };
    let Value::Map(mut entries) = value else { return Node::from(value) };
    entries.push(("description".to_owned(), Node::text(field.meaning)));
    Value::Map(entries).into()
}

fn value(kind: Kind) -> Node {
    const ID: &str = "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$";
    const DAY: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
    const REFERENCE: &str = "^(source|place|metric|model|partner|observation|event|statement|conflict):.+$";
    match kind {
        Kind::Id => text(ID),
        Kind::PlaceId => text("^([A-Z]{2}|[a-z0-9]([a-z0-9-]*[a-z0-9])?)$"),
        Kind::Text | Kind::Key(_) => text("\\S"),
        Kind::Url => text("^https?://"),
        Kind::Number => map(vec![
            ("type", Node::text("number")),
            ("minimum", number(-LARGEST_NUMBER)),
            ("maximum", number(LARGEST_NUMBER)),
        ]),
        Kind::Flag => map(vec![("type", Node::text("boolean"))]),
        Kind::Date => text(DAY),
        Kind::Period => {
            let day = || map(vec![("type", texts(&["string", "null"])), ("pattern", Node::text(DAY))]);
            let word = |words: &[&str]| map(vec![("enum", texts(words))]);
            let properties = vec![
                ("from", day()),
                ("to", day()),
                ("precision", word(Precision::WORDS)),
                ("basis", word(Basis::WORDS)),
            ];
            map(vec![
                ("type", Node::text("object")),
                ("required", texts(&["precision", "basis"])),
                ("properties", map(properties)),
            ])
        }
        Kind::Word(words) => map(vec![("enum", texts(words))]),
        Kind::Keys(_) => list(text("\\S")),
        Kind::Ref => text(REFERENCE),
        Kind::Refs => map(vec![("type", Node::text("array")), ("minItems", number(2.0)), ("items", text(REFERENCE))]),
        Kind::Brand => map(vec![
            ("type", Node::text("object")),
            ("required", texts(&["name"])),
            ("properties", map(vec![("name", text("\\S"))])),
        ]),
    }
}
