//! A dataset's words in another language, laid over those it has.

use super::node::{Node, Value};

/// Replaces words of a dataset. A line of `words` is a table's name, a field, and then ids and
/// texts by turns, all with tabs between them, in the order of the table; an empty text takes
/// the field away. Rows that are not there are passed over.
#[inline(never)]
pub fn translate(root: &mut Node, words: &str) {
    let Value::Map(tables) = &mut root.value else { return };
    for line in words.split('\n') {
        let mut cells = line.split('\t');
        let (Some(name), Some(field)) = (cells.next(), cells.next()) else { continue };
        let Some((_, table)) = tables.iter_mut().find(|(table, _)| table == name) else { continue };
        let Value::List(rows) = &mut table.value else { continue };
        let mut rest = &mut rows[..];
        while let (Some(id), Some(text)) = (cells.next(), cells.next()) {
            if let Some(at) = rest.iter().position(|row| row.get("id").and_then(Node::as_text) == Some(id)) {
                rest = &mut rest[at..];
                set(&mut rest[0], field, text);
            }
        }
    }
}

fn set(row: &mut Node, field: &str, text: &str) {
    if let Value::Map(entries) = &mut row.value {
        entries.retain(|(name, _)| name != field);
        if !text.is_empty() {
            entries.push((field.to_owned(), Node::text(text)));
        }
    }
}
