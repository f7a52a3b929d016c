//! The check of a period: days that exist, in order, as precise as it says.

use super::super::node::{Node, Value};
use super::super::period::{Day, Precision};
use super::super::schema::{Kind, PERIOD_WORDS};
use super::{Check, expectation};

impl<'a> Check<'a> {
    pub(super) fn period(&mut self, node: &'a Node, path: &str) {
        let mut days = [None; 2];
        for (index, name) in ["from", "to"].into_iter().enumerate() {
            let path = [path, ".", name].concat();
            match node.get(name) {
                None => {}
                Some(day) if day.value == Value::Null => {}
                Some(day) => {
                    self.text(day, Kind::Date, &path);
                    days[index] = day.as_text().and_then(Day::parse);
                }
            }
        }
        for (name, words) in PERIOD_WORDS {
            let path = [path, ".", name].concat();
            match node.get(name) {
                Some(word) => self.text(word, Kind::Word(words), &path),
                None => self.missing(node, &path, &expectation(Kind::Word(words))),
            }
        }
        if let Value::Map(entries) = &node.value {
            for (name, entry) in entries {
                if !["from", "to", "precision", "basis"].contains(&name.as_str()) {
                    self.unknown(entry, path, name, "field of a period");
                }
            }
        }
        let absent = |name: &str| node.get(name).is_none_or(|day| day.value == Value::Null);
        match days {
            [Some(from), Some(to)] if from > to => {
                self.error(
                    "period-reversed",
                    node,
                    path,
                    &["it runs from ", &from.iso(), " to ", &to.iso(), ", expected an end on or after its start"],
                );
            }
            [Some(from), Some(to)] => {
                let precision = node.get("precision").and_then(Node::as_text).and_then(Precision::from_word);
                if let Some(precision) = precision
                    && !fits(precision, from, to)
                {
                    let found = [from.iso(), to.iso()].join(" to ");
                    self.error(
                        "precision-mismatch",
                        node,
                        path,
                        &[
                            "it runs from ",
                            &found,
                            ", expected whole ",
                            precision.word(),
                            " bounds, or the precision \"span\"",
                        ],
                    );
                }
            }
            _ if absent("from") && absent("to") => {
                self.error("missing", node, path, &["neither from nor to found, expected at least one of them"]);
            }
            _ => {}
        }
    }
}

fn fits(precision: Precision, from: Day, to: Day) -> bool {
    let start = from.civil();
    // The day after the last one there is has a year of its own.
    let end = if to.civil() == (9999, 12, 31) { (10_000, 1, 1) } else { Day(to.0.saturating_add(1)).civil() };
    let months = (end.0 - start.0) * 12 + i32::from(end.1) - i32::from(start.1);
    let whole = start.2 == 1 && end.2 == 1;
    match precision {
        Precision::Day => from == to,
        Precision::Month => whole && months == 1,
        Precision::HalfYear => whole && months == 6 && start.1 % 6 == 1,
        Precision::Year => whole && months == 12 && start.1 == 1,
        Precision::Decade => whole && months == 120 && start.1 == 1 && start.0 % 10 == 0,
        Precision::Span => true,
    }
}
