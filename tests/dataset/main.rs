//! The dataset and its check: every fact has its evidence, and every mistake in a table is
//! told with file, line, what was found and what was expected.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod broken_tables;
mod embedded_dataset;
mod handed_over;
mod limits;
mod mistakes;
#[path = "../tables/mod.rs"]
mod tables;
#[path = "../common/tried.rs"]
mod tried;
