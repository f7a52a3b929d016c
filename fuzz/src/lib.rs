//! The targets of `tests/any_input/`, for the programs that a fuzzer drives: there is one
//! statement of what must hold.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "../../tests/any_input/bases.rs"]
mod bases;
#[path = "../../tests/any_input/blocks.rs"]
mod blocks;
#[path = "../../tests/any_input/bytes.rs"]
mod bytes;
#[path = "../../tests/common/mod.rs"]
mod common;
#[path = "../../tests/generated/facts.rs"]
mod facts;
#[path = "../../tests/generated/faults.rs"]
mod faults;
#[path = "../../tests/any_input/mutations.rs"]
mod mutations;
#[path = "../../tests/tables/mod.rs"]
mod tables;
#[path = "../../tests/any_input/targets/mod.rs"]
mod targets;

pub use targets::named;

/// Whether it is a fuzzer that comes with the bytes.
const IS_FUZZED: bool = true;
