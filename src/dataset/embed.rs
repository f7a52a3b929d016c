//! The embedded form of a dataset: text, a column after the other, in the order of the
//! schema. Like stands beside like there, which compresses well, and reading it back needs
//! no names and no grammar.

use super::node::{Node, Value};
use super::schema::{ABOUT, BRAND, Field, Kind, PERIOD, Presence, TABLES};
use crate::decimal;

/// Stands after every cell.
const END: char = '\u{1}';
/// Stands after every item of a list within its cell.
const ITEM: char = '\u{2}';

/// The embedded form of a checked dataset.
///
/// # Errors
/// A sentence about a value that it cannot hold.
pub fn encode(root: &Node) -> Result<Vec<u8>, String> {
    let mut text = String::new();
    write_rows(&mut text, &[root.get(ABOUT.name)], ABOUT.fields)?;
    for table in &TABLES {
        let rows: Vec<Option<&Node>> = root.get(table.name).map_or(&[][..], Node::items).iter().map(Some).collect();
        text.push_str(&rows.len().to_string());
        text.push(END);
        write_rows(&mut text, &rows, table.fields)?;
    }
    Ok(text.into_bytes())
}

fn write_rows(text: &mut String, rows: &[Option<&Node>], fields: &[Field]) -> Result<(), String> {
    for field in fields {
        let column: Vec<Option<&Node>> = rows.iter().map(|row| row.and_then(|row| row.get(field.name))).collect();
        if let Some(parts) = parts(field.kind) {
            write_rows(text, &column, parts)?;
            continue;
        }
        for node in column {
            text.push_str(&cell(node.map_or(&Value::Null, |node| &node.value), field.kind)?);
            text.push(END);
        }
    }
    Ok(())
}

fn cell(value: &Value, kind: Kind) -> Result<String, String> {
    let text = match (value, kind) {
        (Value::Text(text), Kind::Word(words)) => {
            let index = words.iter().position(|word| word == text).unwrap_or(0);
            char::from(b'0' + index as u8).to_string()
        }
        (Value::Text(text), _) => text.clone(),
        (Value::Number(number), _) => decimal::plain(*number),
        (Value::Bool(flag), _) => u8::from(*flag).to_string(),
        (Value::List(items), _) => items.iter().filter_map(Node::as_text).flat_map(|item| [item, "\u{2}"]).collect(),
        _ => String::new(),
    };
    let faithful = match value {
        Value::Number(number) => decimal::read(&text).to_bits() == number.to_bits(),
        Value::Text(content) => !content.is_empty() && !content.contains([END, ITEM]),
        Value::List(_) => !text.contains(END),
        _ => true,
    };
    if faithful { Ok(text) } else { Err(format!("{} cannot be embedded", Node::from(value.clone()).describe())) }
}

/// The fields of what is a row of its own within a field.
fn parts(kind: Kind) -> Option<&'static [Field]> {
    match kind {
        Kind::Period => Some(PERIOD),
        Kind::Brand => Some(BRAND),
        _ => None,
    }
}

/// The dataset that [`encode`] wrote, its fields in the order of the schema, with `null`
/// where a nullable field holds nothing. Text that it did not write gives a poor dataset.
#[must_use]
pub fn decode(text: &str) -> Node {
    let mut cells = Cells(text);
    let mut root = Vec::with_capacity(1 + TABLES.len());
    let about = cells.rows(1, ABOUT.fields).pop();
    root.push((ABOUT.name.to_owned(), about.unwrap_or(Value::Null.into())));
    for table in &TABLES {
        let count = decimal::read(cells.next());
        let rows = cells.rows(count as usize, table.fields);
        root.push((table.name.to_owned(), Value::List(rows).into()));
    }
    Value::Map(root).into()
}

/// The cells that are not read yet.
struct Cells<'a>(&'a str);

impl<'a> Cells<'a> {
    fn next(&mut self) -> &'a str {
        let (cell, rest) = self.0.split_once(END).unwrap_or_default();
        self.0 = rest;
        cell
    }

    #[inline(never)]
    fn rows(&mut self, count: usize, fields: &[Field]) -> Vec<Node> {
        let mut rows: Vec<Node> = Vec::new();
        for _ in 0..count {
            rows.push(Value::Map(Vec::new()).into());
        }
        for field in fields {
            for (row, node) in rows.iter_mut().zip(self.column(count, field.kind)) {
                let told = !matches!(node.value, Value::Null);
                if let Value::Map(entries) = &mut row.value
                    && (told || field.presence == Presence::Nullable)
                {
                    entries.push((field.name.to_owned(), node));
                }
            }
        }
        rows
    }

    fn column(&mut self, count: usize, kind: Kind) -> Vec<Node> {
        if let Some(parts) = parts(kind) {
            return self.rows(count, parts);
        }
        let mut column = Vec::new();
        for _ in 0..count {
            column.push(value(self.next(), kind).into());
        }
        column
    }
}

fn value(cell: &str, kind: Kind) -> Value {
    match kind {
        Kind::Keys(_) | Kind::Refs => {
            let (mut items, mut rest) = (Vec::new(), cell);
            while let Some((item, after)) = rest.split_once(ITEM) {
                items.push(Node::text(item));
                rest = after;
            }
            Value::List(items)
        }
        _ if cell.is_empty() => Value::Null,
        Kind::Word(words) => Value::Text(words[decimal::read(cell) as usize].to_owned()),
        Kind::Number => Value::Number(decimal::read(cell)),
        Kind::Flag => Value::Bool(cell == "1"),
        _ => Value::Text(cell.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};
    use crate::dataset::node::{Node, Value};
    use crate::dataset::schema::TABLES;

    fn map(entries: &[(&str, Value)]) -> Node {
        let named = |(name, value): &(&str, Value)| ((*name).to_owned(), Node::from(value.clone()));
        Value::Map(entries.iter().map(named).collect()).into()
    }

    fn places(name: &str) -> Node {
        let text = |text: &str| Value::Text(text.to_owned());
        let list = |items: &[&str]| Value::List(items.iter().map(|item| Node::text(*item)).collect());
        let rows = vec![
            map(&[("id", text("world")), ("name", text(name)), ("kind", text("world")), ("parents", list(&[]))]),
            map(&[("id", text("cn")), ("name", text("China")), ("parents", list(&["world", "asia"]))]),
        ];
        map(&[("places", Value::List(rows))])
    }

    #[test]
    fn a_dataset_comes_back_as_it_was() {
        let root = places("The world: “all” of it\nand more");
        let text = String::from_utf8(encode(&root).unwrap_or_default()).unwrap_or_default();
        let back = decode(&text);
        assert_eq!(back.get("places"), root.get("places"));
        for table in &TABLES {
            assert_eq!(back.get(table.name).map(|table| table.items().len()), Some(root_length(&root, table.name)));
        }
    }

    fn root_length(root: &Node, table: &str) -> usize {
        root.get(table).map_or(0, |table| table.items().len())
    }

    #[test]
    fn what_it_cannot_hold_is_refused() {
        assert!(encode(&places("a\u{1}b")).is_err());
        assert!(encode(&places("")).is_err());
    }
}
