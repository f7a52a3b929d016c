//! What holds for any input: datasets, options, words, numbers. Bytes from fixed seeds choose
//! what is tried, the same in every run; all that a fuzzer ever found, and the few inputs that
//! show it the most of the code, are tried too. `./build.sh fuzz` goes on from there.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod bases;
mod blocks;
mod bytes;
#[path = "../common/mod.rs"]
mod common;
#[path = "../generated/facts.rs"]
mod facts;
#[path = "../generated/faults.rs"]
mod faults;
mod mutations;
mod numbers;
#[path = "../tables/mod.rs"]
mod tables;
mod targets;

use std::path::Path;

use targets::{TARGETS, Target, named};

/// Whether it is a fuzzer that comes with the bytes.
const IS_FUZZED: bool = false;

/// Runs a target with bytes from so many seeds; all faults are told, not the first alone.
fn seeds(name: &str, count: u64) {
    let faults: Vec<u64> = (0..count)
        .filter(|seed| {
            let mut random = fastrand::Rng::with_seed(*seed);
            let mut bytes = vec![0; random.usize(..1_200)];
            random.fill(&mut bytes);
            has_fault(&format!("{name}, seed {seed}"), named(name), &bytes)
        })
        .collect();
    common::tried(usize::try_from(count).unwrap());
    assert!(faults.is_empty(), "{name} has faults at the seeds {faults:?}");
}

/// Whether a fault shows, which is told with the name of the input.
fn has_fault(what: &str, target: Target, bytes: &[u8]) -> bool {
    let has_fault = std::panic::catch_unwind(|| target(bytes)).is_err();
    if has_fault {
        eprintln!("that was {what}\n");
    }
    has_fault
}

#[test]
fn a_dataset_is_read_or_refused_in_words() {
    seeds("reading", 600);
}

#[test]
fn any_view_of_any_dataset_is_a_whole_picture() {
    seeds("views", 1_000);
}

#[test]
fn all_is_told_of_any_picture() {
    seeds("telling", 500);
}

#[test]
fn there_is_a_way_between_any_two_pictures() {
    seeds("motion", 400);
}

#[test]
fn columns_are_read_or_refused_in_words() {
    seeds("columns", 400);
}

#[test]
fn the_state_is_what_its_state_is() {
    seeds("options", 2_000);
}

#[test]
fn any_words_make_a_picture() {
    seeds("words", 150);
}

#[test]
fn what_was_found_once_is_not_found_again() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let mut faults = 0;
    for (name, target) in TARGETS {
        for kept in ["finds", "corpus"] {
            let mut paths: Vec<_> = match std::fs::read_dir(folder.join(kept).join(name)) {
                Ok(entries) => entries.map(|entry| entry.unwrap().path()).collect(),
                Err(_) if kept == "finds" => continue,
                Err(error) => panic!("{name} has no corpus: {error}"),
            };
            paths.sort();
            assert!(!paths.is_empty(), "{name}");
            common::tried(paths.len());
            for path in paths {
                let bytes = std::fs::read(&path).unwrap();
                faults += usize::from(has_fault(&path.display().to_string(), target, &bytes));
            }
        }
    }
    assert_eq!(faults, 0);
}
