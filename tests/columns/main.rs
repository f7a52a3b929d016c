//! Very many observations, as columns: read and checked, drawn by what each column of pixels
//! holds, told as any row is.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "../common/mod.rs"]
mod common;
#[path = "../tables/mod.rs"]
mod tables;

mod check;
mod drawn;
mod extremes;
mod told;
