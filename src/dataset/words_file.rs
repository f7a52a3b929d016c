//! The dataset's words in another language, `data/languages/dataset/LANGUAGE.toml`: reads a
//! file, checks it against the dataset, and makes of it the lines that `translate` takes. For
//! the build and for tests.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use toml::de::{DeTable, DeValue};

use super::node::{Node, Value};

/// How a field is translated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Need {
    /// Wherever the dataset has it.
    Always,
    /// Where it differs; without it the dataset's own word stays.
    Differing,
    /// Where the language wants it, whatever the dataset has.
    Wanted,
}

/// What is translated, in the order of the tables.
const FIELDS: [(&str, &str, Need); 17] = [
    ("sources", "title", Need::Always),
    ("places", "name", Need::Always),
    ("places", "in", Need::Wanted),
    ("metrics", "name", Need::Always),
    ("metrics", "unit", Need::Always),
    ("metrics", "unit_one", Need::Wanted),
    ("metrics", "definition", Need::Always),
    ("models", "name", Need::Differing),
    ("partners", "name", Need::Differing),
    ("observations", "method", Need::Always),
    ("observations", "where", Need::Always),
    ("observations", "note", Need::Always),
    ("events", "title", Need::Always),
    ("events", "where", Need::Always),
    ("statements", "text", Need::Always),
    ("statements", "where", Need::Always),
    ("conflicts", "what", Need::Always),
];

/// Units that messages say, whatever the language.
const SAID_BY_MESSAGES: [&str; 2] = ["percent", "rank"];

/// What pictures of any view write of it; the rest is told by evidence alone.
const DRAWN: [(&str, &[&str]); 8] = [
    ("sources", &["title"]),
    ("places", &["name", "in"]),
    ("metrics", &["name", "unit", "unit_one"]),
    ("models", &["name"]),
    ("partners", &["name"]),
    ("observations", &["method"]),
    ("events", &["title"]),
    ("conflicts", &["what"]),
];

/// The words of one language: of each table, of each row, of each field.
pub type Words = BTreeMap<String, BTreeMap<String, BTreeMap<String, String>>>;

/// The tables and the fields in them that have translations.
pub fn fields() -> impl Iterator<Item = (&'static str, &'static str)> {
    FIELDS.into_iter().map(|(table, field, _)| (table, field))
}

/// Reads a file. The texts of `about`, which has no rows, stand under an empty id.
///
/// # Errors
/// What is not as it must be, a sentence each.
pub fn read(path: &Path) -> Result<Words, Vec<String>> {
    let text = fs::read_to_string(path).map_err(|error| vec![format!("{}: {error}", path.display())])?;
    let parsed = DeTable::parse(&text).map_err(|error| {
        let line = error.span().map_or(0, |span| 1 + text[..span.start].matches('\n').count());
        vec![format!("{}:{line}: {}", path.display(), error.message())]
    })?;
    let mut words = Words::new();
    let mut problems = Vec::new();
    for (table, rows) in parsed.get_ref() {
        let table = table.get_ref().to_string();
        let DeValue::Table(rows) = rows.get_ref() else {
            problems.push(format!("{}: {table}: expected a table", path.display()));
            continue;
        };
        let mut take = |id: &str, field: &str, value: &DeValue| match value {
            DeValue::String(text) => {
                let row = words.entry(table.clone()).or_default().entry(id.to_owned()).or_default();
                row.insert(field.to_owned(), text.to_string());
            }
            _ => problems.push(format!("{}: {table}.{id}.{field}: expected text", path.display())),
        };
        for (id, row) in rows {
            match row.get_ref() {
                DeValue::Table(fields) => {
                    for (field, value) in fields {
                        take(id.get_ref(), field.get_ref(), value.get_ref());
                    }
                }
                value => take("", id.get_ref(), value),
            }
        }
    }
    if problems.is_empty() { Ok(words) } else { Err(problems) }
}

/// What is wrong with the words of a dataset.
#[must_use]
pub fn check(root: &Node, words: &Words) -> Vec<String> {
    let mut problems = Vec::new();
    let told = |table: &str, id: &str, field: &str| words.get(table)?.get(id)?.get(field).map(String::as_str);
    for (table, field, need) in FIELDS {
        for row in rows(root, table) {
            let id = text(row, "id");
            let own = text(row, field);
            let said = told(table, id, field);
            let path = format!("{table}.{id}.{field}");
            let is_unit = table == "metrics" && field.starts_with("unit");
            let by_messages = is_unit && SAID_BY_MESSAGES.contains(&text(row, "unit"));
            if by_messages && said.is_some() {
                problems.push(format!("{path}: the messages say units in {}", text(row, "unit")));
            } else if need == Need::Always && !own.is_empty() && !by_messages && said.is_none() {
                problems.push(format!("{path}: is missing; in English it is {own:?}"));
            } else if need != Need::Wanted && own.is_empty() && said.is_some() {
                problems.push(format!("{path}: the dataset has no such text"));
            }
            if said.is_some_and(|said| said.trim().is_empty() || said.contains(char::is_control)) {
                problems.push(format!("{path}: is empty, or has a line break or a control character"));
            }
        }
    }
    for (table, by_id) in words {
        for (id, fields) in by_id {
            for field in fields.keys() {
                let about = table == "about" && id.is_empty() && field == "note";
                let known = FIELDS.iter().any(|(known, name, _)| *known == table && *name == field);
                if !(about || known && rows(root, table).iter().any(|row| text(row, "id") == id)) {
                    problems.push(format!("{table}.{id}.{field}: the dataset has no such text"));
                }
            }
        }
    }
    let note = root.get("about").and_then(|about| about.get("note")).and_then(Node::as_text);
    if let Some(note) = note
        && told("about", "", "note").is_none()
    {
        problems.push(format!("about.note: is missing; in English it is {note:?}"));
    }
    problems
}

/// The lines that `translate` takes, of what pictures write or of all the rest.
#[must_use]
pub fn lines(root: &Node, words: &Words, drawn: bool) -> Vec<String> {
    let mut lines = Vec::new();
    for (table, field, _) in FIELDS {
        if drawn != DRAWN.iter().any(|(known, fields)| *known == table && fields.contains(&field)) {
            continue;
        }
        let (mut said, mut called) = (String::new(), String::new());
        for row in rows(root, table) {
            let id = text(row, "id");
            let fields = words.get(table).and_then(|rows| rows.get(id));
            let text_said = fields.and_then(|fields| fields.get(field)).map(String::as_str);
            // What English says otherwise must not stay where the language does not.
            let wanted = ["in", "unit_one"].contains(&field) && !text(row, field).is_empty();
            if let Some(text_said) = text_said.or(wanted.then_some("")) {
                said.extend(["\t", id, "\t", text_said]);
                called.extend(["\t", id, "\t", text(row, field)]);
            }
        }
        // A metric keeps its unit, by which figures are compared, and the name by which nouns are.
        let kept = match (table, field) {
            ("metrics", "unit") => "unit_said",
            _ => field,
        };
        if (table, field) == ("metrics", "name") {
            lines.push(format!("metrics\tcalled{called}"));
        }
        if !said.is_empty() {
            lines.push(format!("{table}\t{kept}{said}"));
        }
    }
    lines
}

fn rows<'a>(root: &'a Node, table: &str) -> &'a [Node] {
    match root.get(table).map(|table| &table.value) {
        Some(Value::List(rows)) => rows,
        _ => &[],
    }
}

fn text<'a>(row: &'a Node, field: &str) -> &'a str {
    row.get(field).and_then(Node::as_text).unwrap_or_default()
}
