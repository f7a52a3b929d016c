//! Checks the tables of `data/` and embeds them: a mistake stops the build with file,
//! line and what was expected.
//!
//! `SMART_FOOTPRINT_DATA` names another folder of tables; tests use it.

// The build takes part of what the crate uses, in the same words.
#![allow(dead_code, missing_docs)]

mod dataset;
mod decimal;
#[path = "messages/source_file.rs"]
mod message_file;
mod order;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use dataset::node::{Node, Value};

fn main() -> ExitCode {
    println!("cargo::rerun-if-env-changed=SMART_FOOTPRINT_DATA");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let data = env::var_os("SMART_FOOTPRINT_DATA").map_or_else(|| PathBuf::from("data"), PathBuf::from);
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    println!("cargo::rerun-if-changed={}", data.display());
    println!("cargo::rerun-if-changed=data/languages");
    println!("cargo::rerun-if-changed=src/build.rs");
    println!("cargo::rerun-if-changed=src/dataset");
    println!("cargo::rerun-if-changed=src/messages");
    println!("cargo::rerun-if-changed=src/order.rs");
    match embed(&data, &root.join("data/languages/en.toml"), &out) {
        Ok(()) => ExitCode::SUCCESS,
        Err(messages) => {
            for message in messages {
                println!("cargo::error={message}");
            }
            ExitCode::FAILURE
        }
    }
}

fn embed(data: &Path, english: &Path, out: &Path) -> Result<(), Vec<String>> {
    let mut root = dataset::source_files::read(data)?;
    let complete = env::var_os("CARGO_FEATURE_COMPLETE").is_some();
    if !complete {
        drop_what_is_not_drawn(&mut root);
    }
    let bytes = dataset::embed::encode(&root).map_err(|error| vec![error])?;
    let keys = message_file::generate(english, complete)?;
    let write = |name: &str, bytes: &[u8]| fs::write(out.join(name), bytes).map_err(|error| vec![error.to_string()]);
    write("dataset.bin", &bytes)?;
    write("messages.rs", keys.as_bytes())
}

/// Fields that evidence tells and no picture shows.
const NOT_DRAWN: [(&str, &[&str]); 7] = [
    ("sources", &["url"]),
    ("metrics", &["definition"]),
    ("partners", &["kind"]),
    ("observations", &["where", "note"]),
    ("events", &["group", "part_of", "open_list", "where"]),
    ("statements", &["where"]),
    ("models", &[]),
];

/// What the small module leaves out of its dataset.
fn drop_what_is_not_drawn(root: &mut Node) {
    let Value::Map(tables) = &mut root.value else { return };
    for (name, table) in tables {
        let Value::List(rows) = &mut table.value else { continue };
        if name == "statements" {
            let property = |row: &Node| row.get("property").and_then(Node::as_text).map(str::to_owned);
            rows.retain(|row| matches!(property(row).as_deref(), Some("body" | "coverage")));
        }
        let fields = NOT_DRAWN.iter().find(|(table, _)| table == name).map_or(&[][..], |(_, fields)| fields);
        for row in rows {
            if let Value::Map(entries) = &mut row.value {
                entries.retain(|(field, _)| !fields.contains(&field.as_str()));
            }
        }
    }
}
