//! What holds for every view at every width: no text over text, nothing cut, every fact in
//! its mark, every form what it means; and what options and surfaces make of it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "../common/mod.rs"]
mod common;
#[path = "../tables/mod.rs"]
mod tables;

mod contrast;
mod events;
mod facts;
mod filters;
mod forms;
mod large;
mod marks;
mod narrowed;
mod options;
mod reading_order;
mod svg;
mod text_and_place;
