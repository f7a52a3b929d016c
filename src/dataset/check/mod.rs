//! The check: every problem of an untyped dataset, in the order of its tables and rows.
//! The build runs it over `data/` and names lines; `validate()` runs it over a page's
//! object and names paths.

mod across_rows;
#[cfg(feature = "complete")]
mod columns;
mod listing;
mod periods;

#[cfg(feature = "complete")]
use super::columns::RawColumns;
use super::country_codes;
use super::limits::{LARGEST_NUMBER, LONGEST_ID, LONGEST_TEXT, MOST_ITEMS, MOST_NAMES, MOST_PROBLEMS};
use super::node::{Node, Value, quote, short};
use super::period::Day;
use super::problem::{Problem, Severity};
use super::schema::{ABOUT, Field, Kind, Presence, TABLES, Table, table_index, table_of_row};
use listing::Listing;

/// The version of the form that this check knows.
pub const SCHEMA: f64 = 1.0;

/// The problems, the structure first and then what spans rows; one does not hide the next.
/// Of more than [`MOST_PROBLEMS`] the rest is counted in one problem `more` at the end.
#[must_use]
pub fn problems(root: &Node) -> Vec<Problem> {
    list(root, MOST_PROBLEMS)
}

/// All problems, however many there are.
#[must_use]
pub fn all_problems(root: &Node) -> Vec<Problem> {
    list(root, usize::MAX)
}

/// The problems of a dataset and of its columns.
#[cfg(feature = "complete")]
#[must_use]
pub fn problems_with(root: &Node, columns: &RawColumns) -> Vec<Problem> {
    let mut check = check(root, MOST_PROBLEMS);
    check.columns(root, columns);
    check.listing.finish()
}

fn list(root: &Node, most: usize) -> Vec<Problem> {
    check(root, most).listing.finish()
}

fn check(root: &Node, most: usize) -> Check<'_> {
    let mut check = Check { listing: Listing::new(most), ids: collect_ids(root), absent: absent_tables(root) };
    check.root(root);
    check
}

/// The tables that are not there to be referred to, which is told once for each.
fn absent_tables(root: &Node) -> Vec<&'static str> {
    let is_there = |table: &Table| matches!(root.get(table.name).map(|node| &node.value), Some(Value::List(rows)) if rows.len() <= MOST_ITEMS);
    TABLES.iter().filter(|table| !is_there(table)).map(|table| table.name).collect()
}

/// The ids of every table of [`TABLES`], sorted, each with its row.
fn collect_ids(root: &Node) -> Vec<Vec<(&str, usize)>> {
    TABLES
        .iter()
        .map(|table| {
            let mut ids = Vec::new();
            for (index, row) in root.get(table.name).map_or(&[][..], Node::items).iter().enumerate() {
                if let Some(id) = row.get("id").and_then(Node::as_text) {
                    ids.push((id, index));
                }
            }
            ids.sort_unstable();
            ids
        })
        .collect()
}

struct Check<'a> {
    listing: Listing,
    absent: Vec<&'static str>,
    ids: Vec<Vec<(&'a str, usize)>>,
}

impl<'a> Check<'a> {
    fn add(&mut self, severity: Severity, code: &'static str, node: &Node, path: &str, message: String) {
        self.listing.add(Problem { code, path: path.to_owned(), message, severity, line: node.line });
    }

    fn error(&mut self, code: &'static str, node: &Node, path: &str, message: &[&str]) {
        self.add(Severity::Error, code, node, path, message.concat());
    }

    fn expected(&mut self, node: &Node, path: &str, expected: &str) {
        let found = node.describe();
        let (code, expected) = match &node.value {
            Value::Excess { expected, .. } => ("too-large", expected.as_str()),
            _ => ("wrong-value", expected),
        };
        self.error(code, node, path, &["found ", &found, ", expected ", expected]);
    }

    /// Tells a list or an object that holds too much, and whether it does.
    fn is_excess(&mut self, node: &Node, path: &str) -> bool {
        let excess = match &node.value {
            Value::List(items) if items.len() > MOST_ITEMS => {
                Value::excess("a list", "items", items.len() as f64, MOST_ITEMS)
            }
            Value::Map(entries) if entries.len() > MOST_NAMES => {
                Value::excess("an object", "names", entries.len() as f64, MOST_NAMES)
            }
            _ => return false,
        };
        self.expected(&Node { line: node.line, value: excess }, path, "");
        true
    }

    fn root(&mut self, root: &'a Node) {
        let Value::Map(entries) = &root.value else {
            self.expected(root, "", "an object with the tables of a dataset");
            return;
        };
        if self.is_excess(root, "") {
            return;
        }
        for (name, node) in entries {
            if name != "about" && table_index(name).is_none() {
                self.unknown(node, "", name, "table");
            }
        }
        match root.get("about") {
            Some(about) => {
                self.row(about, &ABOUT, "about");
                match about.get("schema") {
                    Some(schema) if matches!(schema.value, Value::Number(number) if number != SCHEMA) => {
                        self.expected(schema, "about.schema", "1, the one form there is");
                    }
                    _ => {}
                }
            }
            None => self.missing(root, "about", "the table about the dataset itself"),
        }
        for table in &TABLES {
            match root.get(table.name) {
                Some(node) => self.table(node, table),
                None => self.missing(root, table.name, "a list of rows (an empty one will do)"),
            }
        }
        self.loops(root, "places", "parents");
        self.loops(root, "models", "base");
        self.loops(root, "observations", "restates");
        if let Some(node) = root.get("places")
            && self.find("places", "world").is_none()
        {
            self.error("missing", node, "places", &["no row has the id \"world\", which every dataset needs"]);
        }
    }

    /// A name that nothing has. It may be any text, so the path holds only its beginning.
    fn unknown(&mut self, node: &Node, path: &str, name: &str, what: &str) {
        let message = ["no ", what, " is called ", &quote(name), "; it is passed over"].concat();
        let path = [path, if path.is_empty() { "" } else { "." }, &short(name)].concat();
        self.add(Severity::Warning, "unknown-name", node, &path, message);
    }

    fn missing(&mut self, node: &Node, path: &str, expected: &str) {
        self.error("missing", node, path, &["nothing found, expected ", expected]);
    }

    fn table(&mut self, node: &'a Node, table: &Table) {
        let Value::List(rows) = &node.value else {
            self.expected(node, table.name, "a list of rows");
            return;
        };
        if self.is_excess(node, table.name) {
            return;
        }
        for (index, row) in rows.iter().enumerate() {
            let path = [table.name, "[", &index.to_string(), "]"].concat();
            self.row(row, table, &path);
        }
        self.duplicates(rows, table);
    }

    fn row(&mut self, row: &'a Node, table: &Table, path: &str) {
        let Value::Map(entries) = &row.value else {
            self.expected(row, path, "an object");
            return;
        };
        if self.is_excess(row, path) {
            return;
        }
        for (index, (name, node)) in entries.iter().enumerate() {
            if !table.fields.iter().any(|field| field.name == name) {
                self.unknown(node, path, name, &["field of ", table.name].concat());
            } else if entries[..index].iter().any(|(earlier, _)| earlier == name) {
                let path = [path, ".", name].concat();
                self.error("duplicate-name", node, &path, &["the field ", &quote(name), " stands twice in one row"]);
            }
        }
        for field in table.fields {
            let path = [path, ".", field.name].concat();
            match row.get(field.name) {
                Some(node) if node.value == Value::Null && field.presence != Presence::Required => {}
                Some(node) => self.field(node, field, table, &path),
                None if field.presence == Presence::Required => self.missing(row, &path, &expectation(field.kind)),
                None => {}
            }
        }
    }

    fn field(&mut self, node: &'a Node, field: &Field, table: &Table, path: &str) {
        if self.is_excess(node, path) {
            return;
        }
        match (field.kind, &node.value) {
            (Kind::Period, Value::Map(_)) => self.period(node, path),
            (Kind::Brand, Value::Map(entries)) => self.brand(node, entries, path),
            (Kind::Number, Value::Number(number)) if number.is_finite() && number.abs() <= LARGEST_NUMBER => {}
            (Kind::Flag, Value::Bool(_)) => {}
            (Kind::Keys(target), Value::List(items)) => {
                for (index, item) in items.iter().enumerate() {
                    self.text(item, Kind::Key(target), &[path, "[", &index.to_string(), "]"].concat());
                }
            }
            (Kind::Refs, Value::List(items)) => {
                for (index, item) in items.iter().enumerate() {
                    self.text(item, Kind::Ref, &[path, "[", &index.to_string(), "]"].concat());
                }
                if items.len() < 2 {
                    self.expected(node, path, &expectation(Kind::Refs));
                }
            }
            (_, Value::Text(_)) => self.text(node, field.kind, path),
            _ => self.expected(node, path, &expectation(field.kind)),
        }
        let is_row_id = matches!(field.kind, Kind::PlaceId) && table.row == "place";
        if is_row_id && let Some(id) = node.as_text() {
            self.country_code(node, id, path);
        }
    }

    fn brand(&mut self, node: &Node, entries: &[(String, Node)], path: &str) {
        match node.get("name") {
            Some(name) => self.text(name, Kind::Text, &[path, ".name"].concat()),
            None => self.missing(node, &[path, ".name"].concat(), "the brand's name"),
        }
        for (name, entry) in entries {
            if name != "name" {
                self.unknown(entry, path, name, "field of a brand");
            }
        }
    }

    fn country_code(&mut self, node: &Node, id: &str, path: &str) {
        let code_like = id.len() == 2 && id.bytes().all(|byte| byte.is_ascii_uppercase());
        if code_like && !country_codes::is_assigned(id) {
            self.error(
                "unknown-country",
                node,
                path,
                &["found ", &quote(id), ", expected an assigned ISO 3166-1 alpha-2 code"],
            );
        }
    }

    fn text(&mut self, node: &Node, kind: Kind, path: &str) {
        let Some(text) = node.as_text() else {
            self.expected(node, path, &expectation(kind));
            return;
        };
        if text.len() > LONGEST_TEXT {
            // Of text from a page only so much is read that this shows.
            let most = LONGEST_TEXT.to_string();
            self.error(
                "too-long",
                node,
                path,
                &["found more than ", &most, " bytes of text, expected at most ", &most],
            );
            return;
        }
        let right = match kind {
            Kind::Id => is_id(text),
            Kind::PlaceId => is_id(text) || (text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase())),
            Kind::Text => !text.trim().is_empty(),
            Kind::Url => text.starts_with("https://") || text.starts_with("http://"),
            Kind::Date => Day::parse(text).is_some(),
            Kind::Word(words) => words.contains(&text),
            Kind::Key(table) => return self.key(node, text, table, path),
            Kind::Ref => return self.reference(node, text, path),
            _ => false,
        };
        if !right {
            let code = match kind {
                Kind::Date => "impossible-date",
                Kind::Word(_) => "unknown-word",
                _ => "wrong-value",
            };
            let found = node.describe();
            self.error(code, node, path, &["found ", &found, ", expected ", &expectation(kind)]);
        }
    }

    /// The row with this id; one of them where several have it.
    fn find(&self, table: &str, id: &str) -> Option<usize> {
        let ids = &self.ids[table_index(table)?];
        let at = ids.partition_point(|(known, _)| *known < id);
        ids.get(at).filter(|(known, _)| *known == id).map(|(_, row)| *row)
    }

    fn key(&mut self, node: &Node, id: &str, table: &str, path: &str) {
        if self.find(table, id).is_none() && !self.absent.contains(&table) {
            self.error(
                "dangling-reference",
                node,
                path,
                &["found ", &quote(id), ", expected the id of a row of ", table],
            );
        }
    }

    fn reference(&mut self, node: &Node, text: &str, path: &str) {
        let Some((table, id)) = text.split_once(':').and_then(|(row, id)| Some((table_of_row(row)?, id))) else {
            let found = node.describe();
            self.error("wrong-value", node, path, &["found ", &found, ", expected ", &expectation(Kind::Ref)]);
            return;
        };
        self.key(node, id, table.name, path);
    }
}

fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= LONGEST_ID
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}

/// What a field of this kind holds, to end "expected …".
fn expectation(kind: Kind) -> String {
    match kind {
        Kind::Id => "an id of lower-case letters, digits and hyphens".to_owned(),
        Kind::PlaceId => "\"world\", an ISO 3166-1 alpha-2 code, or an id in lower case".to_owned(),
        Kind::Text => "text".to_owned(),
        Kind::Url => "an address that begins with https:// or http://".to_owned(),
        Kind::Number => "a number between -1e15 and 1e15".to_owned(),
        Kind::Flag => "true or false".to_owned(),
        Kind::Date => "a day of the calendar as \"YYYY-MM-DD\"".to_owned(),
        Kind::Period => "a period: from, to, precision and basis".to_owned(),
        Kind::Word(words) => ["one of ", &words.join(", ")].concat(),
        Kind::Key(table) => ["the id of a row of ", table].concat(),
        Kind::Keys(table) => ["a list of ids of rows of ", table].concat(),
        Kind::Ref => "a reference such as \"model:5\" or \"observation:an-id\"".to_owned(),
        Kind::Refs => "a list of at least two references such as \"observation:an-id\"".to_owned(),
        Kind::Brand => "an object with the brand's name".to_owned(),
    }
}
