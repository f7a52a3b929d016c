//! Reads the tables of a folder such as `data/`: one TOML file a table, each value with
//! its line. For the build and for tests; the browser never sees it.

use std::fs;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::check;
use super::node::{Node, Value};
use super::problem::{Problem, Severity};
use super::schema::{ABOUT, TABLES};

/// The checked dataset of a folder, in the form [`super::Dataset::from_checked`] takes.
///
/// # Errors
/// Every problem of every file, each a line of text such as
/// `data/observations.toml:42: observations[3].value: found "many", expected a number`.
/// A warning stops a build too: a misspelt field would be lost in silence.
pub fn read(folder: &Path) -> Result<Node, Vec<String>> {
    let mut root = Vec::new();
    let mut messages = Vec::new();
    for table in std::iter::once(&ABOUT).chain(&TABLES) {
        let path = folder.join(table.name).with_extension("toml");
        match fs::read_to_string(&path) {
            Ok(text) => {
                let (node, problems) = parse(&text, table.name);
                messages.extend(problems.iter().map(|problem| message(folder, table.name, problem)));
                root.push((table.name.to_owned(), node));
            }
            Err(error) => messages.push(format!("{}: cannot be read: {error}", path.display())),
        }
    }
    let root = Node::from(Value::Map(root));
    for problem in check::problems(&root) {
        let table = problem.path.split(['.', '[']).next().unwrap_or_default();
        messages.push(message(folder, table, &problem));
    }
    if messages.is_empty() { Ok(root) } else { Err(messages) }
}

fn message(folder: &Path, table: &str, problem: &Problem) -> String {
    let file = folder.join(table).with_extension("toml");
    let line = if problem.line == 0 { String::new() } else { format!(":{}", problem.line) };
    format!("{}{line}: {}: {}", file.display(), problem.path, problem.message)
}

/// The value of one table file, and what its syntax has wrong.
fn parse(text: &str, table: &str) -> (Node, Vec<Problem>) {
    let (parsed, errors) = DeTable::parse_recoverable(text);
    let lines = Lines::of(text);
    let problems = errors
        .iter()
        .map(|error| Problem {
            code: "syntax",
            path: table.to_owned(),
            message: format!("{}, expected TOML", error.message()),
            severity: Severity::Error,
            line: error.span().map_or(1, |span| lines.line(span.start)),
        })
        .collect();
    let mut file = to_map(parsed.get_ref(), 1, &lines);
    if table == ABOUT.name {
        return (file, problems);
    }
    let rows = match &mut file.value {
        Value::Map(entries) if entries.len() == 1 && entries[0].0 == table => entries.remove(0).1,
        Value::Map(entries) if entries.is_empty() => Node { line: 1, value: Value::List(Vec::new()) },
        _ => Node {
            line: 1,
            value: Value::Other("something else than rows headed by the table's name in double brackets"),
        },
    };
    (rows, problems)
}

/// Where lines begin, to turn an offset into a line.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(at, _)| at + 1).collect())
    }

    fn line(&self, offset: usize) -> u32 {
        1 + self.0.partition_point(|start| *start <= offset) as u32
    }
}

fn to_map(table: &DeTable, line: u32, lines: &Lines) -> Node {
    let mut entries: Vec<(usize, String, Node)> =
        table.iter().map(|(key, value)| (key.span().start, key.get_ref().to_string(), to_node(value, lines))).collect();
    entries.sort_by_key(|entry| entry.0);
    Node { line, value: Value::Map(entries.into_iter().map(|(_, name, node)| (name, node)).collect()) }
}

fn to_node(value: &Spanned<DeValue>, lines: &Lines) -> Node {
    let line = lines.line(value.span().start);
    let value = match value.get_ref() {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Integer(number) => {
            number.to_string().replace('_', "").parse().map_or(Value::Number(f64::NAN), Value::Number)
        }
        DeValue::Float(number) => {
            number.to_string().replace('_', "").parse().map_or(Value::Number(f64::NAN), Value::Number)
        }
        DeValue::Boolean(flag) => Value::Bool(*flag),
        DeValue::Datetime(date) => Value::Text(date.to_string()),
        DeValue::Array(items) => Value::List(items.iter().map(|item| to_node(item, lines)).collect()),
        DeValue::Table(table) => return to_map(table, line, lines),
    };
    Node { line, value }
}
