//! Columns that nobody counted: most of them such that the check lets them pass.

use crate::bytes::Bytes;
use crate::mutations;
use smart_footprint::dataset::columns::{Codes, RawBlock, RawCodes, RawColumn, RawColumns, RawItem, Times, Values};
use smart_footprint::dataset::node::{Node, Value};
use smart_footprint::dataset::tables::Qualifier;

/// The columns that a block was made from.
pub struct Given {
    pub times: Vec<f64>,
    pub values: Vec<f64>,
}

/// Of more points than this, bytes choose a rule and not each.
const MOST_CHOSEN: usize = 600;

/// One of four times one or two good ones, else none.
pub fn some(root: &Node, bytes: &mut Bytes) -> RawColumns {
    let count = [0, 0, 0, 0, 0, 0, 1, 2][bytes.below(8)];
    let items = (0..count).filter_map(|index| {
        let (block, _) = block(root, index, false, bytes)?;
        Some(RawItem::Block(Box::new(block)))
    });
    RawColumns::List(items.collect())
}

/// One; none where nothing is counted, or there is no place or source.
pub fn block(root: &Node, index: usize, careless: bool, bytes: &mut Bytes) -> Option<(RawBlock, Given)> {
    let counted = rows(root, "metrics").filter(|row| {
        row.get("kind").and_then(Node::as_text).is_some_and(|kind| ["stock", "cumulative"].contains(&kind))
    });
    let (metrics, places, sources) = (ids(counted), ids(rows(root, "places")), ids(rows(root, "sources")));
    if metrics.is_empty() || places.is_empty() || sources.is_empty() {
        return None;
    }
    let given = match bytes.below(4) {
        0 => chosen(bytes.below(4), careless, bytes),
        1 => chosen(bytes.below(MOST_CHOSEN), careless, bytes),
        2 if !careless => regular(bytes),
        _ => chosen(bytes.below(40), careless, bytes),
    };
    let count = given.times.len();
    let mut times = Times::with_capacity(count);
    times.extend(&given.times);
    let mut values = Values::with_capacity(count);
    values.extend(&given.values[..if careless && bytes.one_in(8) { count / 2 } else { count }]);
    let hedges: Vec<&str> = Qualifier::WORDS.to_vec();
    let mut block = RawBlock {
        id: Node::text(format!("series-{index}")),
        metric: Node::text(*bytes.pick(&metrics)),
        term: if bytes.one_in(3) { Node::text(bytes.word()) } else { Value::Null.into() },
        time: RawColumn::Numbers(times),
        value: RawColumn::Numbers(values),
        place: codes(&places, count, careless, bytes),
        source: codes(&sources, count, careless, bytes),
        qualifier: if bytes.one_in(2) {
            codes(&hedges, count, careless, bytes)
        } else {
            RawCodes::One(Value::Null.into())
        },
        ..RawBlock::default()
    };
    if careless && bytes.one_in(2) {
        let odd = mutations::odd(bytes, 0);
        match bytes.below(8) {
            0 => block.id = odd,
            1 => block.metric = odd,
            2 => block.term = odd,
            3 => block.time = RawColumn::Other(odd),
            4 => block.value = RawColumn::Other(odd),
            5 => block.place = RawCodes::One(odd),
            6 => block.source = RawCodes::One(odd),
            _ => block.unknown.push(bytes.text()),
        }
    }
    Some((block, given))
}

/// Each point by bytes of its own.
fn chosen(count: usize, careless: bool, bytes: &mut Bytes) -> Given {
    let times = times(count, careless, bytes);
    let values = times.iter().map(|_| if careless { bytes.number() } else { bytes.figure() }).collect();
    Given { times, values }
}

/// Very many by a few bytes: at equal steps, with figures that climb, fall or leap.
fn regular(bytes: &mut Bytes) -> Given {
    let count = MOST_CHOSEN + bytes.below(3_000);
    let step = unit(bytes) * (1 + bytes.below(40)) as f64;
    let start = f64::from(bytes.day().0) * 86_400_000.0;
    let (first, climb, leap) = (bytes.figure(), bytes.figure() / 100.0, bytes.figure().abs());
    let mut random = fastrand::Rng::with_seed(bytes.below(256) as u64);
    let value = |at: usize, random: &mut fastrand::Rng| first + climb * at as f64 + leap * (random.f64() - 0.5);
    Given {
        times: (0..count).map(|at| start + step * at as f64).collect(),
        values: (0..count).map(|at| value(at, &mut random).clamp(-1e15, 1e15)).collect(),
    }
}

fn unit(bytes: &mut Bytes) -> f64 {
    *bytes.pick(&[86_400_000.0, 3_600_000.0, 1_000.0, 1.0, 0.25])
}

fn times(count: usize, careless: bool, bytes: &mut Bytes) -> Vec<f64> {
    let unit = unit(bytes);
    let sorted = !bytes.one_in(4);
    let mut time = f64::from(bytes.day().0) * 86_400_000.0;
    (0..count)
        .map(|_| {
            time += bytes.below(20) as f64 * unit * if sorted || bytes.below(2) == 0 { 1.0 } else { -1.0 };
            if careless && bytes.one_in(30) { bytes.number() * 1e5 } else { time }
        })
        .collect()
}

fn rows<'a>(root: &'a Node, table: &str) -> impl Iterator<Item = &'a Node> + use<'a> {
    root.get(table).map_or(&[][..], Node::items).iter()
}

fn ids<'a>(rows: impl Iterator<Item = &'a Node>) -> Vec<&'a str> {
    rows.filter_map(|row| row.get("id")?.as_text()).collect()
}

fn codes(words: &[&str], count: usize, careless: bool, bytes: &mut Bytes) -> RawCodes {
    if bytes.below(2) == 0 {
        return RawCodes::One(Node::text(*bytes.pick(words)));
    }
    let mut dictionary: Vec<&str> = (0..=bytes.below(5)).map(|_| *bytes.pick(words)).collect();
    dictionary.sort_unstable();
    dictionary.dedup();
    let mut codes = Codes::with_capacity(dictionary.len(), count);
    // Of very many either one after the other or by turns.
    let run = if bytes.below(2) == 0 { count.div_ceil(dictionary.len()) } else { 1 };
    for at in 0..count {
        let wrong = careless && bytes.one_in(30);
        let code = if count < MOST_CHOSEN { bytes.below(dictionary.len()) } else { at / run % dictionary.len() };
        codes.extend(&[if wrong { bytes.number() } else { code as f64 }]);
    }
    let dictionary = Value::List(dictionary.into_iter().map(Node::text).collect()).into();
    RawCodes::Codes { dictionary, codes: RawColumn::Numbers(codes) }
}
