//! What a dataset may hold at most, in one place. The check refuses what is beyond; the
//! browser layer reads no further, so that the work on a page's own value is bounded by
//! these numbers whatever the value is. `docs/data.md` tells them to people.

/// Either side of zero; above it, whole numbers lose digits.
pub const LARGEST_NUMBER: f64 = 1e15;

/// The longest text of a field, in bytes of UTF-8.
pub const LONGEST_TEXT: usize = 4_000;

/// The longest id, in bytes.
pub const LONGEST_ID: usize = 100;

/// Items of one list: the rows of a table, too.
pub const MOST_ITEMS: usize = 50_000;

/// Names in one object. A row needs fifteen at most.
pub const MOST_NAMES: usize = 100;

/// Lists and objects within each other, the dataset itself counted as one: dataset, table,
/// row, period. What lies deeper stands in no field, and is not looked into.
pub const DEEPEST: u32 = 4;

/// Steps of one reading: values read, items that a list announces and lacks, and names.
pub const MOST_STEPS: u32 = 1_000_000;

/// All text of one reading together, names included, in bytes of UTF-8.
pub const MOST_TEXT: usize = 20_000_000;

/// Problems that are listed; one more then tells how many there are besides.
pub const MOST_PROBLEMS: usize = 100;

/// Items of `columns`.
#[cfg(feature = "complete")]
pub const MOST_BLOCKS: usize = 1_000;

/// Points of all `columns` together. Twice the bytes of so many are 160 MB.
#[cfg(feature = "complete")]
pub const MOST_POINTS: usize = 5_000_000;
