//! A whole build of a copy of the tables with the next half-year in it: the crate embeds it.
//! Slow: it compiles the crate anew.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod tables;

use std::path::Path;
use std::process::Command;

use tables::Tables;

#[test]
fn the_build_embeds_the_rows_that_were_added() {
    let tables = Tables::copy();
    tables.append_next_half_year();
    let out = tempfile::tempdir().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let built = Command::new(env!("CARGO"))
        .args(["run", "--offline", "--locked", "--bin", "tables", "--"])
        .args([out.path(), &out.path().join("palette.css")])
        .current_dir(root)
        .env("CARGO_TARGET_DIR", root.join("target/next-half-year"))
        .env("SMART_FOOTPRINT_DATA", tables.folder())
        .output()
        .unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));

    let text = std::fs::read_to_string(out.path().join("dataset.json")).unwrap();
    let dataset: serde_json::Value = serde_json::from_str(&text).unwrap();
    let row = |table: &str, id: &str| {
        let rows = dataset[table].as_array().unwrap();
        rows.iter().find(|row| row["id"] == id).unwrap_or_else(|| panic!("{table} has no {id}")).clone()
    };
    assert_eq!(row("observations", "markets-2026-h2")["value"], 45);
    assert_eq!(row("observations", "outlets-2026-h2")["qualifier"], "more-than");
    assert_eq!(row("observations", "models-2026-h2")["value"], 6);
    assert_eq!(row("observations", "markets-2026-h1")["value"], 41, "what was there stays");
    assert_eq!(row("sources", "2026-results")["published"]["from"], "2027-01-12");
    assert_eq!(row("models", "4")["name"], "#4");
    assert_eq!(row("events", "launch-4-2026-h2")["status"], "reported");
    assert_eq!(row("events", "launch-2-2026-h2")["model"], "2");
}
