//! Reads the tables of a folder such as `data/`: one TOML file a table, each value with
//! its line. For the build and for tests; the browser never sees it.

use std::fs;
use std::ops::Range;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::check;
use super::node::{Node, Value, quote};
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
    // Files that are not there whole, and values that are no TOML.
    let (mut broken, mut unread) = (Vec::new(), Vec::new());
    for table in std::iter::once(&ABOUT).chain(&TABLES) {
        let path = folder.join(table.name).with_extension("toml");
        match fs::read_to_string(&path) {
            Ok(text) => {
                let file = parse(&text, table.name);
                if let Some(problem) = file.broken {
                    messages.push(message(folder, table.name, &problem));
                    broken.push(table.name);
                }
                unread.extend(file.unread.into_iter().map(|problem| (table.name, problem)));
                root.extend(file.rows.map(|rows| (table.name.to_owned(), rows)));
            }
            Err(error) => {
                messages.push(format!("{}: cannot be read: {error}", path.display()));
                broken.push(table.name);
            }
        }
    }
    let problems = check::all_problems(&Node::from(Value::Map(root.clone())));
    let table_of = |problem: &Problem| problem.path.split(['.', '[']).next().unwrap_or_default().to_owned();
    for (table, problem) in &unread {
        // The check says it better, where it says anything.
        if !problems.iter().any(|known| table_of(known) == *table && known.line == problem.line) {
            messages.push(message(folder, table, problem));
        }
    }
    for problem in problems.iter().filter(|problem| !follows(problem, &broken)) {
        messages.push(message(folder, &table_of(problem), problem));
    }
    if messages.is_empty() { Ok(Value::Map(root).into()) } else { Err(messages) }
}

/// Whether a problem is there only because a table is not there whole.
fn follows(problem: &Problem, broken: &[&str]) -> bool {
    broken.iter().any(|table| match problem.code {
        "dangling-reference" => problem.message.ends_with(&[" of a row of ", table].concat()),
        "missing" => problem.path == *table,
        _ => false,
    })
}

fn message(folder: &Path, table: &str, problem: &Problem) -> String {
    let file = folder.join(table).with_extension("toml");
    let line = if problem.line == 0 { String::new() } else { format!(":{}", problem.line) };
    format!("{}{line}: {}: {}", file.display(), problem.path, problem.message)
}

/// What one file holds.
struct File {
    /// The table, as far as it could be read.
    rows: Option<Node>,
    /// The first place where TOML lost the thread: nothing is known of what follows.
    broken: Option<Problem>,
    /// Values that are no TOML; they stand in `rows` as they were written.
    unread: Vec<Problem>,
}

fn parse(text: &str, table: &str) -> File {
    let (parsed, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { file: text, lines: Lines::of(text), unread: Vec::new() };
    let mut file = reader.map(parsed.get_ref(), 1);
    let mut problems: Vec<(bool, Problem)> = Vec::new();
    for error in &errors {
        let at = error.span().map_or(0, |span| span.start);
        let value = reader.unread.iter().any(|span| (span.start..=span.end).contains(&at));
        let expected = if error.message().contains("expected") { "" } else { ", expected valid TOML" };
        let found = quote(text.lines().nth(reader.lines.line(at) as usize - 1).unwrap_or_default().trim());
        let message = format!("found {found}: {}{expected}", error.message());
        problems.push((value, reader.problem(at, table, message)));
    }
    for (name, _) in parsed.get_ref().iter().filter(|(name, _)| table != ABOUT.name && name.get_ref() != table) {
        let message = format!("found {}, expected rows headed by [[{table}]] alone", quote(name.get_ref()));
        problems.push((false, reader.problem(name.span().start, table, message)));
    }
    let (unread, mut broken): (Vec<_>, Vec<_>) = problems.into_iter().partition(|(value, _)| *value);
    broken.sort_by_key(|(_, problem)| problem.line);
    let broken = broken.into_iter().next().map(|(_, problem)| problem);
    let unread = unread.into_iter().map(|(_, problem)| problem).collect();
    if table == ABOUT.name {
        return File { rows: broken.is_none().then_some(file), broken, unread };
    }
    let mut rows = match &mut file.value {
        Value::Map(entries) => entries.iter().position(|(name, _)| name == table).map(|at| entries.remove(at).1),
        _ => None,
    };
    if let (Some(problem), Some(Node { value: Value::List(rows), .. })) = (&broken, &mut rows) {
        // The row that it stands in, and all that come after.
        let first = rows.partition_point(|row| row.line <= problem.line).saturating_sub(1);
        rows.truncate(first);
    }
    if rows.is_none() && broken.is_none() {
        rows = Some(Node { line: 1, value: Value::List(Vec::new()) });
    }
    File { rows, broken, unread }
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

struct Reader<'a> {
    file: &'a str,
    lines: Lines,
    /// Where the values stand that are no TOML.
    unread: Vec<Range<usize>>,
}

impl Reader<'_> {
    fn problem(&self, at: usize, table: &str, message: String) -> Problem {
        let line = self.lines.line(at);
        Problem { code: "syntax", path: table.to_owned(), message, severity: Severity::Error, line }
    }

    fn map(&mut self, table: &DeTable, line: u32) -> Node {
        let mut entries: Vec<(usize, String, Node)> =
            table.iter().map(|(key, value)| (key.span().start, key.get_ref().to_string(), self.value(value))).collect();
        entries.sort_by_key(|entry| entry.0);
        Node { line, value: Value::Map(entries.into_iter().map(|(_, name, node)| (name, node)).collect()) }
    }

    fn value(&mut self, value: &Spanned<DeValue>) -> Node {
        let line = self.lines.line(value.span().start);
        let value = match value.get_ref() {
            DeValue::String(text) => Value::Text(self.text(text, value.span())),
            DeValue::Integer(number) => {
                number.to_string().replace('_', "").parse().map_or(Value::Number(f64::NAN), Value::Number)
            }
            DeValue::Float(number) => {
                number.to_string().replace('_', "").parse().map_or(Value::Number(f64::NAN), Value::Number)
            }
            DeValue::Boolean(flag) => Value::Bool(*flag),
            DeValue::Datetime(date) => Value::Text(self.text(&date.to_string(), value.span())),
            DeValue::Array(items) => Value::List(items.iter().map(|item| self.value(item)).collect()),
            DeValue::Table(table) => return self.map(table, line),
        };
        Node { line, value }
    }

    /// The text of a value. What is no TOML (text without quotes, a day that does not exist)
    /// comes back as it was written, and is noted.
    fn text(&mut self, text: &str, span: Range<usize>) -> String {
        let written = self.file.get(span.clone()).unwrap_or_default();
        if written.starts_with(['"', '\''])
            || written.starts_with(|first: char| first.is_ascii_digit()) && !text.is_empty()
        {
            return text.to_owned();
        }
        self.unread.push(span);
        written.to_owned()
    }
}
