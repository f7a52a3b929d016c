//! A copy of the data tables that a test may change.

// Each test takes what it needs.
#![allow(dead_code)]

use std::fs;
use std::path::{Path, PathBuf};

use smart_footprint::dataset::node::Node;
use smart_footprint::dataset::{embed, source_files};

/// A folder with a copy of the tables, removed when it is dropped.
pub struct Tables(tempfile::TempDir);

impl Tables {
    /// The tables of `data/` as they are.
    pub fn copy() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        for entry in fs::read_dir(data).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "toml") {
                fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
            }
        }
        Self(folder)
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    /// The file of a table.
    pub fn file(&self, table: &str) -> PathBuf {
        self.folder().join(table).with_extension("toml")
    }

    /// The text of a table.
    pub fn text(&self, table: &str) -> String {
        fs::read_to_string(self.file(table)).unwrap()
    }

    /// Replaces `old`, which stands once in the row, by `new`. A row is named by its id; the
    /// empty id names the whole file.
    pub fn edit(&self, table: &str, row: &str, old: &str, new: &str) {
        let text = self.text(table);
        let (start, end) = span(&text, row);
        assert_eq!(text[start..end].matches(old).count(), 1, "{table} {row}: {old}");
        let edited = [&text[..start], &text[start..end].replace(old, new), &text[end..]].concat();
        fs::write(self.file(table), edited).unwrap();
    }

    /// Writes text at the end of a table.
    pub fn append(&self, table: &str, text: &str) {
        fs::write(self.file(table), self.text(table) + "\n" + text).unwrap();
    }

    /// Appends the rows of the half-year that follows the last one of `data/`; they are made up.
    pub fn append_next_half_year(&self) {
        self.append("sources", include_str!("next-half-year/sources.toml"));
        self.append("models", include_str!("next-half-year/models.toml"));
        self.append("observations", include_str!("next-half-year/observations.toml"));
        self.append("events", include_str!("next-half-year/events.toml"));
    }

    /// The beginning of a message: file, line of `found` in the row, and path of the field.
    pub fn at(&self, table: &str, row: &str, found: &str, field: &str) -> String {
        let text = self.text(table);
        let (start, end) = span(&text, row);
        let offset = start + text[start..end].find(found).unwrap();
        let line = 1 + text[..offset].matches('\n').count();
        let header = format!("\n[[{table}]]");
        let path = match text[..end].matches(&header).count() {
            0 => format!("{table}{field}"),
            count => format!("{table}[{}]{field}", count - 1),
        };
        format!("{table}.toml:{line}: {path}: ")
    }

    /// The dataset as the build reads it.
    pub fn read(&self) -> Result<Node, Vec<String>> {
        source_files::read(self.folder())
    }

    /// What the build says of the tables, without the folder's name.
    pub fn messages(&self) -> Vec<String> {
        let folder = format!("{}/", self.folder().display());
        let messages = self.read().err().unwrap_or_default();
        messages.iter().map(|message| message.replace(&folder, "")).collect()
    }
}

/// Where a row's text begins, its header included, and ends.
pub fn span(text: &str, row: &str) -> (usize, usize) {
    if row.is_empty() {
        return (0, text.len());
    }
    let id = format!("\nid = \"{row}\"\n");
    assert_eq!(text.matches(&id).count(), 1, "one row has the id {row}");
    let at = text.find(&id).unwrap();
    let start = text[..at].rfind("[[").unwrap();
    (start, text[at..].find("\n[[").map_or(text.len(), |length| at + length))
}

/// The dataset after it went through its embedded form, as the one in the crate did.
pub fn embedded_form(root: &Node) -> Node {
    embed::decode(&String::from_utf8(embed::encode(root).unwrap()).unwrap())
}
