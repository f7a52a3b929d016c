//! The JSON Schema of a dataset, from the same declaration that the check follows.

use super::columns::DAY;
use super::limits::{LARGEST_NUMBER, LONGEST_ID, LONGEST_TEXT, MOST_BLOCKS, MOST_ITEMS, MOST_POINTS};
use super::node::{Node, Value};
use super::period::{Basis, Day, Precision};
use super::schema::{ABOUT, Field, Kind, Presence, TABLES, Table};
use super::tables::Qualifier;

/// The schema, draft 2020-12. What spans rows (unique ids, references that exist) is beyond
/// JSON Schema; `validate()` checks it.
#[must_use]
pub fn schema() -> Node {
    let mut properties = vec![(ABOUT.name, row(&ABOUT))];
    properties.extend(TABLES.iter().map(|table| (table.name, limited(list(row(table)), MOST_ITEMS))));
    let names: Vec<&str> = properties.iter().map(|(name, _)| *name).collect();
    properties.push(("columns", columns()));
    map(vec![
        ("$schema", Node::text("https://json-schema.org/draft/2020-12/schema")),
        ("title", Node::text("A dataset of smart-footprint")),
        ("type", Node::text("object")),
        ("required", texts(&names)),
        ("properties", map(properties)),
    ])
}

/// Very many observations, as columns; in JSON all of them are plain lists.
fn columns() -> Node {
    let numbers = |words: &str, lowest: f64, highest: f64| {
        let number =
            map(vec![("type", Node::text("number")), ("minimum", number(lowest)), ("maximum", number(highest))]);
        described(limited(list(number), MOST_POINTS), words)
    };
    let coded = |words: &str, of: Kind| {
        let codes = map(vec![("type", Node::text("integer")), ("minimum", number(0.0))]);
        let properties = vec![
            ("dictionary", limited(list(value(of)), MOST_ITEMS)),
            (
                "codes",
                described(limited(list(codes), MOST_POINTS), "for each point its place in the dictionary, from 0"),
            ),
        ];
        let object = map(vec![
            ("type", Node::text("object")),
            ("required", texts(&["dictionary", "codes"])),
            ("properties", map(properties)),
        ]);
        described(map(vec![("anyOf", Value::List(vec![value(of), object]).into())]), words)
    };
    let years = [(1, 1, 1), (9999, 12, 31)].map(|(year, month, day)| Day::from_civil(year, month, day));
    let [first, last] = years.map(|day| day.map_or(0.0, |day| f64::from(day.0)));
    let properties = vec![
        ("id", described(value(Kind::Id), "names the points: observation:ID:INDEX, counted from 0")),
        (
            "metric",
            described(value(Kind::Key("metrics")), "what was counted: a metric of the kind stock or cumulative"),
        ),
        ("time", numbers("when each figure held, in epoch milliseconds, UTC", first * DAY, (last + 1.0) * DAY - 1.0)),
        (
            "value",
            numbers("the figures, in the metric's unit; as many as there are times", -LARGEST_NUMBER, LARGEST_NUMBER),
        ),
        ("place", coded("where: one for all, or one for each", Kind::Key("places"))),
        ("source", coded("who says so: one for all, or one for each", Kind::Key("sources"))),
        ("qualifier", coded("how the source hedges all, or each; exact where absent", Kind::Word(Qualifier::WORDS))),
        ("term", described(value(Kind::Text), "the sources' own noun")),
    ];
    let block = map(vec![
        ("type", Node::text("object")),
        ("required", texts(&["id", "metric", "time", "value", "place", "source"])),
        ("properties", map(properties)),
    ]);
    described(limited(list(block), MOST_BLOCKS), "very many observations of one metric at a time, as columns")
}

fn limited(list: Node, most: usize) -> Node {
    with(list, "maxItems", number(most as f64))
}

fn described(node: Node, words: &str) -> Node {
    with(node, "description", Node::text(words))
}

fn with(node: Node, name: &str, value: Node) -> Node {
    let Value::Map(mut entries) = node.value else { return node };
    entries.push((name.to_owned(), value));
    Value::Map(entries).into()
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

/// `most` counts characters in a schema, and bytes in the check.
fn text(pattern: &str, most: usize) -> Node {
    map(vec![("type", Node::text("string")), ("pattern", Node::text(pattern)), ("maxLength", number(most as f64))])
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
    described(value.into(), field.meaning)
}

fn value(kind: Kind) -> Node {
    const ID: &str = "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$";
    const DAY: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
    let key = || text("\\S", LONGEST_ID);
    let reference = || {
        const PATTERN: &str = "^(source|place|model|partner|observation|event|statement|conflict):.+$";
        text(PATTERN, "observation:".len() + LONGEST_ID)
    };
    match kind {
        Kind::Id => text(ID, LONGEST_ID),
        Kind::PlaceId => text("^([A-Z]{2}|[a-z0-9]([a-z0-9-]*[a-z0-9])?)$", LONGEST_ID),
        Kind::Text => text("\\S", LONGEST_TEXT),
        Kind::Key(_) => key(),
        Kind::Url => text("^https?://", LONGEST_TEXT),
        Kind::Number => map(vec![
            ("type", Node::text("number")),
            ("minimum", number(-LARGEST_NUMBER)),
            ("maximum", number(LARGEST_NUMBER)),
        ]),
        Kind::Flag => map(vec![("type", Node::text("boolean"))]),
        Kind::Date => text(DAY, LONGEST_TEXT),
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
        Kind::Keys(_) => limited(list(key()), MOST_ITEMS),
        Kind::Ref => reference(),
        Kind::Refs => with(limited(list(reference()), MOST_ITEMS), "minItems", number(2.0)),
        Kind::Brand => map(vec![
            ("type", Node::text("object")),
            ("required", texts(&["name"])),
            ("properties", map(vec![("name", text("\\S", LONGEST_TEXT))])),
        ]),
    }
}
