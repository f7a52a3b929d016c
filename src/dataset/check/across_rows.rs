//! What no single row shows: ids that stand twice, chains that lead back to themselves.

use super::super::node::Node;
use super::super::schema::{Table, table_index};
use super::Check;

impl<'a> Check<'a> {
    /// Every row whose id an earlier row has.
    pub(super) fn duplicates(&mut self, rows: &'a [Node], table: &Table) {
        let Some(ids) = table_index(table.name).map(|index| self.ids[index].clone()) else { return };
        // Equal ids stand together, the first row first.
        let mut first_with: Vec<Option<usize>> = vec![None; rows.len()];
        let mut first = 0;
        for (at, (id, row)) in ids.iter().enumerate() {
            if *id == ids[first].0 {
                first_with[*row] = (at > first).then_some(ids[first].1);
            } else {
                first = at;
            }
        }
        for (later, first) in first_with.into_iter().enumerate() {
            let Some(first) = first else { continue };
            let node = rows[later].get("id").unwrap_or(&rows[later]);
            let place = match rows[first].get("id").map_or(0, |id| id.line) {
                0 => [table.name, "[", &first.to_string(), "]"].concat(),
                line => ["line ", &line.to_string()].concat(),
            };
            let path = [table.name, "[", &later.to_string(), "].id"].concat();
            let found = node.describe();
            let message = ["found ", &found, " again, expected an id that ", &place, " does not have"];
            self.error("duplicate-id", node, &path, &message);
        }
    }

    /// Rows that lie in, rest on or repeat themselves, over any number of steps.
    pub(super) fn loops(&mut self, root: &'a Node, table: &str, field: &str) {
        let rows = root.get(table).map_or(&[][..], Node::items);
        let mut parents: Vec<Vec<usize>> = Vec::with_capacity(rows.len());
        let mut children: Vec<Vec<usize>> = vec![Vec::new(); rows.len()];
        for (index, row) in rows.iter().enumerate() {
            let mut found = Vec::new();
            if let Some(node) = row.get(field) {
                found.extend(node.as_text().and_then(|id| self.find(table, id)));
                for item in node.items() {
                    found.extend(item.as_text().and_then(|id| self.find(table, id)));
                }
            }
            for parent in &found {
                children[*parent].push(index);
            }
            parents.push(found);
        }
        // Rows without parents are settled, and then rows whose parents all are; what is left
        // is on a loop or hangs on one. Of that, rows without children are settled, and then
        // rows whose children all are; what is left is on a loop, or between two.
        let mut settled = vec![false; rows.len()];
        settle(&parents, &children, &mut settled);
        settle(&children, &parents, &mut settled);
        for (index, row) in rows.iter().enumerate() {
            if !settled[index] {
                let path = [table, "[", &index.to_string(), "].", field].concat();
                let node = row.get(field).unwrap_or(row);
                self.error("loop", node, &path, &["it leads back to itself, expected a chain that ends"]);
            }
        }
    }
}

/// Settles every row whose links all lead to settled rows; `back` is where links come from.
/// Each link is followed once.
fn settle(links: &[Vec<usize>], back: &[Vec<usize>], settled: &mut [bool]) {
    let mut open: Vec<usize> = Vec::with_capacity(links.len());
    let mut next: Vec<usize> = Vec::new();
    for (index, links) in links.iter().enumerate() {
        open.push(links.iter().filter(|link| !settled[**link]).count());
        if open[index] == 0 && !settled[index] {
            next.push(index);
        }
    }
    while let Some(row) = next.pop() {
        settled[row] = true;
        for origin in &back[row] {
            open[*origin] -= 1;
            if open[*origin] == 0 && !settled[*origin] {
                next.push(*origin);
            }
        }
    }
}
