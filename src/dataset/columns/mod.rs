//! Very many observations as columns: of each metric and place, what a table of rows would say in
//! a hundred times the memory. Kept in the host's order; series follow from them.

mod block;
mod codes;
mod numbers;
mod raw;
mod series;
mod summary;
mod times;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

// The build script reads no columns.
#[allow(unused_imports)]
pub use block::{Block, Clock, DAY, Point, day_of};
pub use codes::{Coded, Codes};
pub use numbers::Values;
pub use raw::{RawBlock, RawCodes, RawColumn, RawColumns, RawItem};
pub use series::Series;
pub use times::Times;

use super::limits::MOST_PROBLEMS;
use super::node::Node;
use super::problem::{Problem, Severity};
use super::tables::Qualifier;

/// All points of a dataset that came as columns.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    blocks: Vec<Rc<Block>>,
    series: Rc<Vec<Series>>,
    /// Those that some choice of sources and qualifiers let through, until another is made.
    narrowed: RefCell<Option<(Choice, Rc<Vec<Series>>)>>,
}

/// Of each block, which of its sources and qualifiers are let through.
pub type Choice = Vec<(Vec<bool>, Vec<bool>)>;

/// What is kept of a choice follows from the rest.
impl PartialEq for Columns {
    fn eq(&self, other: &Self) -> bool {
        self.blocks == other.blocks
    }
}

impl Columns {
    /// Blocks from columns that the check found no error in, and warnings about their points.
    #[must_use]
    pub fn from_checked(raw: RawColumns, root: &Node) -> (Self, Vec<Problem>) {
        let mut blocks = Vec::new();
        let items = match raw {
            RawColumns::List(items) => items,
            RawColumns::Other(_) => Vec::new(),
        };
        let names = metric_names(root);
        for item in items {
            if let RawItem::Block(block) = item
                && let Some(block) = checked(*block, &names)
            {
                blocks.push(Rc::new(block));
            }
        }
        let mut series = Vec::new();
        for block in &blocks {
            series.append(&mut Series::all(block));
        }
        let problems = twice(&blocks, &series);
        (Self { blocks, series: Rc::new(series), narrowed: RefCell::new(None) }, problems)
    }

    /// Whether there are no points.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// What was handed over, in its order.
    #[must_use]
    pub fn blocks(&self) -> &[Rc<Block>] {
        &self.blocks
    }

    /// All series, block by block.
    #[must_use]
    pub fn all(&self) -> &Rc<Vec<Series>> {
        &self.series
    }

    /// The series that a choice lets through; made anew where the last choice was another one.
    #[must_use]
    pub fn narrowed(&self, choice: Choice) -> Rc<Vec<Series>> {
        if choice.iter().all(|(sources, words)| !sources.contains(&false) && !words.contains(&false)) {
            return Rc::clone(&self.series);
        }
        let mut narrowed = self.narrowed.borrow_mut();
        if let Some((_, series)) = narrowed.as_ref().filter(|known| known.0 == choice) {
            return Rc::clone(series);
        }
        // The old one goes first: both would take memory.
        *narrowed = None;
        let mut series = Vec::new();
        for (block, (sources, words)) in self.blocks.iter().zip(&choice) {
            let wanted = |index: usize| sources[block.source.code(index)] && words[block.qualifier.code(index)];
            series.append(&mut Series::of(block, wanted));
        }
        let series = Rc::new(series);
        *narrowed = Some((choice, Rc::clone(&series)));
        series
    }

    /// The point that the id of an observation names: `BLOCK:INDEX`.
    #[must_use]
    pub fn point(&self, id: &str) -> Option<Point<'_>> {
        let (block, digits) = id.split_once(':')?;
        let block = self.blocks.iter().find(|known| known.id == block)?;
        let index = digits.parse::<usize>().ok().filter(|index| *index < block.len())?;
        // One name a point: not `007`.
        Some(block.point(index)).filter(|point| point.id() == id)
    }

    /// The bytes that all of it takes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let blocks: usize = self.blocks.iter().map(|block| block.bytes()).sum();
        let of = |series: &[Series]| series.iter().map(Series::bytes).sum::<usize>();
        let narrowed = self.narrowed.borrow();
        blocks + of(&self.series) + narrowed.as_ref().map_or(0, |(_, series)| of(series))
    }
}

/// The names of all metrics, by their ids.
fn metric_names(root: &Node) -> BTreeMap<&str, &str> {
    let metrics = root.get("metrics").map_or(&[][..], Node::items);
    metrics.iter().filter_map(|metric| Some((metric.get("id")?.as_text()?, metric.get("name")?.as_text()?))).collect()
}

fn checked(raw: RawBlock, names: &BTreeMap<&str, &str>) -> Option<Block> {
    let (RawColumn::Numbers(time), RawColumn::Numbers(value)) = (raw.time, raw.value) else { return None };
    let text = |node: &Node| node.as_text().unwrap_or_default().to_owned();
    let qualifier =
        coded(raw.qualifier, |node| node.as_text().and_then(Qualifier::from_word).unwrap_or(Qualifier::Exact));
    let clock = time.clock();
    let metric = text(&raw.metric);
    Some(Block {
        id: text(&raw.id),
        term: raw.term.as_text().map(str::to_owned),
        name: names.get(metric.as_str()).map_or_else(String::new, |name| (*name).to_owned()),
        metric,
        time,
        value,
        place: coded(raw.place, text),
        source: coded(raw.source, text),
        qualifier,
        clock,
    })
}

fn coded<T>(raw: RawCodes, read: impl Fn(&Node) -> T) -> Coded<T> {
    match raw {
        RawCodes::One(node) => Coded::one(read(&node)),
        RawCodes::Codes { dictionary, codes } => {
            let words: Vec<T> = dictionary.items().iter().map(&read).collect();
            match codes {
                RawColumn::Numbers(codes) => Coded::by_codes(words, codes),
                RawColumn::Other(_) => Coded::one(read(&dictionary)),
            }
        }
    }
}

/// Warns of points of one series and source at one time: which of them is true is not told.
fn twice(blocks: &[Rc<Block>], series: &[Series]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut more = 0_usize;
    for series in series.iter().filter(|series| series.has_ties) {
        let block = &series.block;
        for at in 1..series.len() {
            let (before, here) = (series.index(at - 1), series.index(at));
            let same = block.source.code(before) == block.source.code(here);
            if !same || block.time.at(before) < block.time.at(here) {
                continue;
            }
            if problems.len() == MOST_PROBLEMS {
                more += 1;
                continue;
            }
            let position = blocks.iter().position(|known| Rc::ptr_eq(known, block)).unwrap_or(0);
            problems.push(warning(
                ["columns[", &position.to_string(), "].time[", &here.to_string(), "]"].concat(),
                ["found the time of point ", &before.to_string(), ", of the same place and source; both are drawn"]
                    .concat(),
            ));
        }
    }
    if more > 0 {
        problems.push(warning(
            "columns".to_owned(),
            ["found ", &more.to_string(), " more points at the time of another of the same place and source"].concat(),
        ));
    }
    problems
}

fn warning(path: String, message: String) -> Problem {
    Problem { code: "duplicate-time", path, message, severity: Severity::Warning, line: 0 }
}
