//! Where rows stand in their tables: found by their names, without looking through all.

use super::tables::{Conflict, Observation};
use crate::order;

/// What a name is that of.
#[derive(Clone, Copy)]
pub(super) enum Named {
    Source,
    Place,
    Metric,
    Model,
    Partner,
    Observation,
    Event,
    Statement,
    Conflict,
    /// A Ref that a conflict stands between.
    Contradicted,
    /// The figure that another one repeats.
    Restated,
}

/// The rows of all tables by their names. It is made once, when a dataset is read; rows that
/// were added to the tables afterwards are looked for one by one.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// The mixed letters of the name, what it names, and the row; in order.
    entries: Vec<(i32, i32, usize)>,
    conflicts: usize,
    observations: usize,
}

/// It follows from the rows: datasets with the same rows are the same.
impl PartialEq for Index {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// The letters of a name mixed into a number.
#[inline(never)]
fn mixed(name: &str) -> i32 {
    let mut mixed = 0x811c_9dc5_u32;
    for byte in name.bytes() {
        mixed = (mixed ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    mixed.cast_signed()
}

impl Index {
    /// Adds a name.
    #[inline(never)]
    pub(super) fn add(&mut self, named: Named, name: &str, row: usize) {
        self.entries.push((mixed(name), named as i32, row));
    }

    /// Adds the Refs that conflicts stand between, and makes all that was added ready.
    pub(super) fn finish(&mut self, conflicts: &[Conflict]) {
        self.conflicts = conflicts.len();
        for (row, conflict) in conflicts.iter().enumerate() {
            for reference in &conflict.between {
                self.add(Named::Contradicted, reference, row);
            }
        }
        order::sort(&mut self.entries);
    }

    /// Adds the figures that others repeat; before [`Self::finish`].
    pub(super) fn add_repeats(&mut self, observations: &[Observation]) {
        self.observations = observations.len();
        for (row, observation) in observations.iter().enumerate() {
            if let Some(full) = &observation.restates {
                self.add(Named::Restated, full, row);
            }
        }
    }

    /// Where the figures stand that repeat the one with this id, in the order of their table.
    pub(super) fn repeats_of(&self, id: &str, observations: &[Observation]) -> Vec<usize> {
        let repeats = |row: &usize| observations.get(*row).is_some_and(|row| row.restates.as_deref() == Some(id));
        if self.observations == observations.len() {
            self.rows(Named::Restated, id).iter().map(|(_, _, row)| *row).filter(repeats).collect()
        } else {
            (0..observations.len()).filter(repeats).collect()
        }
    }

    /// The rows that may have the name: those whose letters mix to the same number.
    #[inline(never)]
    fn rows(&self, named: Named, name: &str) -> &[(i32, i32, usize)] {
        let (mixed, named) = (mixed(name), named as i32);
        let first = self.entries.partition_point(|entry| (entry.0, entry.1) < (mixed, named));
        let rows = &self.entries[first..];
        let count = rows.iter().take_while(|entry| (entry.0, entry.1) == (mixed, named)).count();
        &rows[..count]
    }

    /// Where the row with a name stands, of so many; `name_of` tells their names.
    #[inline(never)]
    pub(super) fn find<'a>(
        &self,
        named: Named,
        name: &str,
        count: usize,
        name_of: &dyn Fn(usize) -> &'a str,
    ) -> Option<usize> {
        for (_, _, row) in self.rows(named, name) {
            if *row < count && name_of(*row) == name {
                return Some(*row);
            }
        }
        (0..count).find(|row| name_of(*row) == name)
    }

    /// Where the conflicts stand that a Ref stands in.
    pub(super) fn conflicts_of(&self, reference: &str, conflicts: &[Conflict]) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        let mut take = |row: usize| {
            let stands = conflicts.get(row).is_some_and(|conflict| conflict.between.iter().any(|one| one == reference));
            if stands && found.last() != Some(&row) {
                found.push(row);
            }
        };
        if self.conflicts == conflicts.len() {
            for (_, _, row) in self.rows(Named::Contradicted, reference) {
                take(*row);
            }
        } else {
            for row in 0..conflicts.len() {
                take(row);
            }
        }
        found
    }
}
