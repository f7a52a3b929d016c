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
    let view = only_view();
    if let Some(view) = view {
        dataset::drawn::keep(&mut root, view);
    }
    let bytes = dataset::embed::encode(&root).map_err(|error| vec![error])?;
    let keys = message_file::generate(english, view)?;
    let write = |name: &str, bytes: &[u8]| fs::write(out.join(name), bytes).map_err(|error| vec![error.to_string()]);
    write("dataset.bin", &bytes)?;
    write("messages.rs", keys.as_bytes())
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
