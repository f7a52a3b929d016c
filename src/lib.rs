//! smart-footprint: a chart widget whose every mark carries its evidence.
//!
//! Data flows one way: a [`dataset`] is read and checked; a [`view`] turns it into a
//! [`scene`], a flat list of primitives with the marks they belong to; a [`surface`] paints
//! that. Words come from [`messages`], looks from [`theme`], text widths from [`text`]. The
//! browser layer knows all of these; none of them knows it.

// The small module of one view leaves much of what views share without a caller.
#![cfg_attr(not(feature = "complete"), allow(dead_code))]

#[cfg(feature = "complete")]
pub mod choices;
#[cfg(feature = "complete")]
pub mod citation;
pub mod dataset;
pub mod decimal;
#[cfg(feature = "complete")]
pub mod dossier;
pub mod embedded;
#[cfg(feature = "complete")]
pub mod evidence;
#[cfg(feature = "complete")]
pub mod fact_table;
pub mod history;
pub mod interaction;
pub mod messages;
pub mod options;
pub mod order;
pub mod scene;
#[cfg(feature = "complete")]
mod summary;
pub mod surface;
#[cfg(feature = "complete")]
pub mod telling;
pub mod text;
pub mod theme;
pub mod view;

#[cfg(target_arch = "wasm32")]
mod browser;
