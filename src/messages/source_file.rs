//! Turns the English message file into the list of keys and templates that the crate is
//! built with. A message the code asks for and the file lacks does not compile.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use toml::de::{DeTable, DeValue};

/// How the names of messages begin that evidence and controls alone say: the small module leaves them
/// empty.
const NOT_DRAWN: [&str; 7] = ["evidence-", "qualifier-", "basis-", "status-", "choices-", "dossier-", "citation-"];

/// The views: the messages that one says alone begin with its name.
const VIEWS: [&str; 4] = ["growth", "markets", "sales", "lineup"];

/// Rust source: `enum Key` with a variant for each message, and `ENGLISH`, their templates.
///
/// # Errors
/// What is wrong with the file, a sentence each.
pub fn generate(path: &Path, only_view: Option<&str>) -> Result<String, Vec<String>> {
    let text = fs::read_to_string(path).map_err(|error| vec![format!("{}: {error}", path.display())])?;
    let table = DeTable::parse(&text).map_err(|error| vec![format!("{}: {}", path.display(), error.message())])?;
    let mut messages = Vec::new();
    let mut problems = Vec::new();
    for (key, value) in table.get_ref() {
        match value.get_ref() {
            DeValue::String(text) => messages.push((key.get_ref().to_string(), text.to_string())),
            _ => problems.push(format!("{}: {}: expected text", path.display(), key.get_ref())),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut source =
        String::from("/// The name of a message.\n#[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub enum Key {\n");
    let mut templates = String::new();
    for (key, text) in &messages {
        let _ = writeln!(source, "    /// {text:?}\n    {},", camel_case(key));
        let drawn = only_view.is_none_or(|view| is_drawn(key, view));
        let _ = writeln!(templates, "    {:?},", if drawn { numbered(text) } else { String::new() });
    }
    let _ = writeln!(source, "}}\n\nstatic ENGLISH: [&str; {}] = [\n{templates}];", messages.len());
    Ok(source)
}

/// Whether the picture of a view may say this: not what evidence says, nor what another view does.
fn is_drawn(key: &str, view: &str) -> bool {
    let other =
        VIEWS.iter().any(|other| *other != view && key.strip_prefix(other).is_some_and(|rest| rest.starts_with('-')));
    !other && !NOT_DRAWN.iter().any(|prefix| key.starts_with(prefix))
}

/// The template with each `{name}` replaced by the character of its number: names are
/// numbered in the order of their first appearance, from U+0000 on.
fn numbered(text: &str) -> String {
    let mut names: Vec<&str> = Vec::new();
    let mut template = String::new();
    let mut rest = text;
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
    {
        let number = names.iter().position(|known| *known == name).unwrap_or(names.len());
        if number == names.len() {
            names.push(name);
        }
        template.push_str(before);
        template.push(char::from(number as u8));
        rest = after;
    }
    template + rest
}

fn camel_case(key: &str) -> String {
    key.split('-')
        .map(|part| {
            let mut letters = part.chars();
            letters.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
        })
        .collect()
}
