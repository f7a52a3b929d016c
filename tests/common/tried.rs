//! What a test tells the report: how many inputs it tried, where that is not one.

/// `docs/testing.md` adds them up.
pub fn tried(count: usize) {
    println!("tried {count}");
}
