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
    match embed(&data, &root.join("data/languages"), &out) {
        Ok(()) => ExitCode::SUCCESS,
        Err(messages) => {
            for message in messages {
                println!("cargo::error={message}");
            }
            ExitCode::FAILURE
        }
    }
}

fn embed(data: &Path, languages: &Path, out: &Path) -> Result<(), Vec<String>> {
    let mut root = dataset::source_files::read(data)?;
    let english = message_file::read(languages, "en")?;
    check_languages(&root, languages, &data.join("languages/dataset"))?;
    let view = only_view();
    if let Some(view) = view {
        dataset::drawn::keep(&mut root, view);
    }
    let bytes = dataset::embed::encode(&root).map_err(|error| vec![error])?;
    let write = |name: &str, bytes: &[u8]| fs::write(out.join(name), bytes).map_err(|error| vec![error.to_string()]);
    write("dataset.bin", &bytes)?;
    write("messages.rs", message_file::generate(&english, view).as_bytes())
}

/// Every message and every text of the dataset has its translation in every language. Other
/// tables than those of `data/` may come without any.
fn check_languages(root: &dataset::node::Node, languages: &Path, words: &Path) -> Result<(), Vec<String>> {
    let mut problems = Vec::new();
    for tag in message_file::tags(languages).map_err(|problem| vec![problem])?.iter().filter(|tag| *tag != "en") {
        problems.extend(message_file::read(languages, tag).err().unwrap_or_default());
        let file = words.join(tag).with_extension("toml");
        if words.exists() {
            match dataset::words_file::read(&file) {
                Ok(words) => {
                    let found = dataset::words_file::check(root, &words);
                    problems.extend(found.into_iter().map(|problem| format!("{}: {problem}", file.display())));
                }
                Err(found) => problems.extend(found),
            }
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// The view that the small module is built for; `None` for the complete one.
fn only_view() -> Option<&'static str> {
    let has = |feature: &str| env::var_os(format!("CARGO_FEATURE_{feature}")).is_some();
    if has("COMPLETE") {
        return None;
    }
    let views = [("VIEW_MARKETS", "markets"), ("VIEW_SALES", "sales"), ("VIEW_LINEUP", "lineup")];
    Some(views.iter().find(|(feature, _)| has(feature)).map_or("growth", |(_, view)| view))
}
