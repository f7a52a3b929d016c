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
        // A row without parents is settled, and then a row whose parents all are; what is
        // never settled hangs on a loop. Each link is followed once.
        let mut open: Vec<usize> = parents.iter().map(Vec::len).collect();
        let mut settled: Vec<usize> = Vec::new();
        for (index, count) in open.iter().enumerate() {
            if *count == 0 {
                settled.push(index);
            }
        }
        while let Some(row) = settled.pop() {
            for child in &children[row] {
                open[*child] -= 1;
                if open[*child] == 0 {
                    settled.push(*child);
                }
            }
        }
        for (index, row) in rows.iter().enumerate() {
            if open[index] > 0 {
                let path = [table, "[", &index.to_string(), "].", field].concat();
                let node = row.get(field).unwrap_or(row);
                self.error("loop", node, &path, &["it leads back to itself, expected a chain that ends"]);
            }
        }
    }
}
