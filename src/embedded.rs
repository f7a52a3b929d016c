//! The dataset that the crate was built with.

use crate::dataset::Dataset;
use crate::dataset::embed;
use crate::dataset::node::Node;

static TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/dataset.bin"));

/// The embedded dataset, untyped: what `dataset()` gives and `dataset.json` holds.
#[must_use]
pub fn node() -> Node {
    embed::decode(TEXT)
}

/// The embedded dataset, typed. The build checked it.
#[must_use]
pub fn dataset() -> Dataset {
    Dataset::from_checked(&node())
}
