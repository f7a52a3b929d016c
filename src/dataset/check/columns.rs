//! The check of columns: each as long as the others, numbers that are numbers, codes that name
//! something, ids that exist. Points are named by their index, in the host's order.

use std::collections::BTreeMap;

use super::super::columns::{Codes, RawBlock, RawCodes, RawColumn, RawColumns, RawItem, Times, Values};
use super::super::limits::{LARGEST_NUMBER, MOST_BLOCKS, MOST_ITEMS, MOST_POINTS};
use super::super::node::{Node, Value, quote};
use super::super::period::Day;
use super::super::problem::Severity;
use super::super::schema::Kind;
use super::super::vocabulary::{MetricKind, Qualifier};
use super::{Check, expectation};

/// A day in milliseconds.
const DAY: f64 = 86_400_000.0;

const CODES: &str = ", or an object with a dictionary and codes";

/// What a dictionary's words name.
#[derive(Clone, Copy)]
enum Words {
    Rows(&'static str),
    Qualifiers,
}

impl<'a> Check<'a> {
    pub(super) fn columns(&mut self, root: &'a Node, columns: &RawColumns) {
        let items = match columns {
            RawColumns::List(items) => items,
            RawColumns::Other(node) if node.value == Value::Null => return,
            RawColumns::Other(node) => return self.expected(node, "columns", "a list of columns"),
        };
        if items.len() > MOST_BLOCKS {
            let excess = Value::excess("a list", "items", items.len() as f64, MOST_BLOCKS);
            return self.expected(&excess.into(), "columns", "");
        }
        let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
        let mut points = 0;
        for (index, item) in items.iter().enumerate() {
            let path = ["columns[", &index.to_string(), "]"].concat();
            match item {
                RawItem::Other(node) => self.expected(node, &path, "an object"),
                RawItem::Block(block) => {
                    self.block(root, block, &path);
                    points += length(&block.time, Times::len).unwrap_or(0);
                    let Some(id) = block.id.as_text() else { continue };
                    if let Some(first) = ids.get(id) {
                        let first = ["columns[", &first.to_string(), "]"].concat();
                        let path = [&path, ".id"].concat();
                        let found = quote(id);
                        let message = ["found ", &found, " again, expected an id that ", &first, " does not have"];
                        self.error("duplicate-id", &block.id, &path, &message);
                    } else {
                        ids.insert(id, index);
                    }
                }
            }
        }
        if points > MOST_POINTS {
            let excess = Value::excess("columns", "points", points as f64, MOST_POINTS);
            self.expected(&excess.into(), "columns", "");
        }
    }

    fn block(&mut self, root: &'a Node, block: &RawBlock, path: &str) {
        let node = Node::from(Value::Null);
        for name in &block.unknown {
            self.unknown(&node, path, name, "field of columns");
        }
        self.required(&block.id, Kind::Id, &[path, ".id"].concat());
        self.metric(root, &block.metric, &[path, ".metric"].concat());
        if block.term.value != Value::Null {
            self.word(&block.term, Kind::Text, &[path, ".term"].concat());
        }
        let times = self.numbers(&block.time, &[path, ".time"].concat(), Times::len);
        let values = self.numbers(&block.value, &[path, ".value"].concat(), Values::len);
        let count = times.map(Times::len);
        if let Some(times) = times {
            self.times(times, path);
        }
        if let Some(values) = values {
            self.length(values.len(), count, &[path, ".value"].concat());
            self.values(values, path);
        }
        for (name, codes, words) in [
            ("place", &block.place, Words::Rows("places")),
            ("source", &block.source, Words::Rows("sources")),
            ("qualifier", &block.qualifier, Words::Qualifiers),
        ] {
            self.coded(codes, words, count, &[path, ".", name].concat());
        }
    }

    fn required(&mut self, node: &Node, kind: Kind, path: &str) {
        if node.value == Value::Null {
            self.missing(node, path, &expectation(kind));
        } else {
            self.word(node, kind, path);
        }
    }

    fn word(&mut self, node: &Node, kind: Kind, path: &str) {
        if matches!(node.value, Value::Text(_)) {
            self.text(node, kind, path);
        } else {
            self.expected(node, path, &expectation(kind));
        }
    }

    /// Only counts are drawn over time.
    fn metric(&mut self, root: &Node, node: &Node, path: &str) {
        self.required(node, Kind::Key("metrics"), path);
        let row = node.as_text().and_then(|id| self.find("metrics", id));
        let row = row.and_then(|row| root.get("metrics").and_then(|table| table.items().get(row)));
        let kind = row.and_then(|row| row.get("kind")).and_then(Node::as_text).and_then(MetricKind::from_word);
        if let Some(kind) = kind.filter(|kind| !matches!(kind, MetricKind::Stock | MetricKind::Cumulative)) {
            let found = ["found a metric of the kind ", kind.word()].concat();
            self.error("wrong-value", node, path, &[&found, ", expected one of the kind stock or cumulative"]);
        }
    }

    fn numbers<'b, T>(&mut self, column: &'b RawColumn<T>, path: &str, len: fn(&T) -> usize) -> Option<&'b T> {
        match column {
            RawColumn::Numbers(numbers) if len(numbers) == 0 => {
                let node = Node::from(Value::Null);
                self.missing(&node, path, "at least one number");
                None
            }
            RawColumn::Numbers(numbers) => Some(numbers),
            RawColumn::Other(node) if node.value == Value::Null => {
                self.missing(node, path, "a typed array or a list of numbers");
                None
            }
            RawColumn::Other(node) => {
                self.expected(node, path, "a typed array or a list of numbers");
                None
            }
        }
    }

    fn length(&mut self, found: usize, count: Option<usize>, path: &str) {
        if let Some(count) = count.filter(|count| *count != found) {
            let (found, count) = (found.to_string(), count.to_string());
            let node = Node::from(Value::Null);
            let message = ["found ", &found, " points, expected ", &count, ", as many as there are times"];
            self.error("unequal-length", &node, path, &message);
        }
    }

    fn times(&mut self, times: &Times, path: &str) {
        let limits = [Day::from_civil(1, 1, 1), Day::from_civil(9999, 12, 31)];
        let [first, last] = limits.map(|day| f64::from(day.map_or(0, |day| day.0)));
        if times.lie_within(first * DAY, (last + 1.0) * DAY) {
            return;
        }
        for index in 0..times.len() {
            let time = times.at(index);
            if !(time >= first * DAY && time < (last + 1.0) * DAY) {
                let node = Node::from(Value::Number(time));
                let path = [path, ".time[", &index.to_string(), "]"].concat();
                let found = node.describe();
                let message = ["found ", &found, ", expected epoch milliseconds in the years 1 to 9999"];
                self.error("impossible-date", &node, &path, &message);
            }
        }
    }

    fn values(&mut self, values: &Values, path: &str) {
        if values.are_fine() {
            return;
        }
        for index in 0..values.len() {
            let value = values.at(index);
            if !(value.is_finite() && value.abs() <= LARGEST_NUMBER) {
                let path = [path, ".value[", &index.to_string(), "]"].concat();
                self.expected(&Value::Number(value).into(), &path, &expectation(Kind::Number));
            }
        }
    }

    fn coded(&mut self, found: &RawCodes, words: Words, count: Option<usize>, path: &str) {
        let (dictionary, codes) = match found {
            RawCodes::One(node) => {
                match (&node.value, words) {
                    (Value::Null, Words::Qualifiers) => {}
                    (Value::Null, Words::Rows(table)) => {
                        self.missing(node, path, &[&expectation(Kind::Key(table)), CODES].concat());
                    }
                    (Value::Text(_), _) => self.named(node, words, path),
                    (_, Words::Qualifiers) => {
                        self.expected(node, path, &[&expectation(Kind::Word(Qualifier::WORDS)), CODES].concat());
                    }
                    (_, Words::Rows(table)) => {
                        self.expected(node, path, &[&expectation(Kind::Key(table)), CODES].concat());
                    }
                }
                return;
            }
            RawCodes::Codes { dictionary, codes } => (dictionary, codes),
        };
        let dictionary_path = [path, ".dictionary"].concat();
        let entries = match &dictionary.value {
            Value::Null => {
                self.missing(dictionary, &dictionary_path, "a list of texts");
                return;
            }
            Value::List(entries) if entries.len() > MOST_ITEMS => {
                let excess = Value::excess("a list", "items", entries.len() as f64, MOST_ITEMS);
                return self.expected(&excess.into(), &dictionary_path, "");
            }
            Value::List(entries) => entries,
            _ => return self.expected(dictionary, &dictionary_path, "a list of texts"),
        };
        for (index, entry) in entries.iter().enumerate() {
            let path = [&dictionary_path, "[", &index.to_string(), "]"].concat();
            if matches!(entry.value, Value::Text(_)) {
                self.named(entry, words, &path);
            } else {
                self.expected(entry, &path, "text");
            }
        }
        let codes_path = [path, ".codes"].concat();
        let Some(codes) = self.numbers(codes, &codes_path, Codes::len) else { return };
        self.length(codes.len(), count, &codes_path);
        let most = entries.len().saturating_sub(1).to_string();
        for (index, code) in codes.wrong() {
            let node = Node::from(Value::Number(*code));
            let path = [&codes_path, "[", &index.to_string(), "]"].concat();
            let expected = ["a whole number from 0 to ", &most, ", an entry of the dictionary"].concat();
            self.expected(&node, &path, &expected);
        }
        let more = codes.wrong_count() - codes.wrong().len();
        if more > 0 {
            let message = ["found ", &more.to_string(), " more codes that name no entry of the dictionary"].concat();
            self.add(Severity::Error, "wrong-value", dictionary, &codes_path, message);
        }
    }

    fn named(&mut self, node: &Node, words: Words, path: &str) {
        match words {
            Words::Rows(table) => self.text(node, Kind::Key(table), path),
            Words::Qualifiers => self.text(node, Kind::Word(Qualifier::WORDS), path),
        }
    }
}

fn length<T>(column: &RawColumn<T>, len: fn(&T) -> usize) -> Option<usize> {
    match column {
        RawColumn::Numbers(numbers) => Some(len(numbers)),
        RawColumn::Other(_) => None,
    }
}
