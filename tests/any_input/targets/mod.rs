//! What must hold for any input, each as a function of bytes that panics where it does not. The
//! suite runs them with bytes from fixed seeds and with all that was ever found; the targets in
//! `fuzz/` run them with bytes that a fuzzer makes up.

mod columns;
mod motion;
mod options;
mod reading;
mod telling;
mod views;
mod words;

use std::hash::{DefaultHasher, Hash, Hasher};

/// A function of bytes that panics at a fault.
pub type Target = fn(&[u8]);

/// The targets by the names of their programs in `fuzz/`.
pub const TARGETS: [(&str, Target); 7] = [
    ("columns", columns::run),
    ("reading", reading::run),
    ("views", views::run),
    ("telling", telling::run),
    ("motion", motion::run),
    ("options", options::run),
    ("words", words::run),
];

/// The target of this name.
#[must_use]
pub fn named(name: &str) -> Target {
    TARGETS.iter().find(|(known, _)| *known == name).unwrap().1
}

/// Which of `count` things are looked at one by one. In the suite all; with a fuzzer, who comes back
/// some thousand times, so many, and others with each input: what is slow is tried seldom.
fn looked_at(count: usize, few: usize, data: &[u8]) -> Vec<usize> {
    if !crate::IS_FUZZED || count <= few {
        return (0..count).collect();
    }
    let mut hasher = DefaultHasher::new();
    data.hash(&mut hasher);
    fastrand::Rng::with_seed(hasher.finish()).choose_multiple(0..count, few)
}
