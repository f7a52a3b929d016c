//! Surfaces: what a [`crate::scene::Scene`] is painted on.

#[cfg(feature = "pictures")]
pub mod picture;
pub mod svg;
