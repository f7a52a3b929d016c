//! A mistake in a table stops the build. Slow: it starts a build of its own.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod tables;

use std::path::Path;
use std::process::Command;

use tables::Tables;

#[test]
fn the_build_stops_and_names_file_and_line_of_every_mistake() {
    let tables = Tables::copy();
    tables.edit("observations", "outlets-2025-h1", "qualifier = \"more-than\"", "qualifier = \"loads\"");
    tables.edit("events", "entry-hk-2025", "place = \"HK\"", "place = \"HX\"");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let built = Command::new(env!("CARGO"))
        .args(["check", "--lib", "--offline", "--locked"])
        .current_dir(root)
        .env("CARGO_TARGET_DIR", root.join("target/build-stops"))
        .env("SMART_FOOTPRINT_DATA", tables.folder())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&built.stderr);
    assert!(!built.status.success(), "{said}");
    let messages = [
        tables.at("observations", "outlets-2025-h1", "qualifier =", ".qualifier")
            + "found \"loads\", expected one of exact, at-least, more-than, at-most, less-than, nearly, about",
        tables.at("events", "entry-hk-2025", "place =", ".place") + "found \"HX\", expected the id of a row of places",
    ];
    println!("tried {}", messages.len());
    for message in messages {
        let message = tables.folder().join(message);
        assert!(said.contains(&format!("error: smart-footprint@0.1.0: {}", message.display())), "{said}");
    }
}
