//! Whatever a page hands over as columns: they are read or refused in words, nothing of a point is
//! lost, and each series has its points in the order of time, and their extremes at hand.

use std::ops::Range;

use crate::bytes::Bytes;
use crate::mutations;
use smart_footprint::dataset::Dataset;
use smart_footprint::dataset::check;
use smart_footprint::dataset::columns::{
    Codes, RawBlock, RawCodes, RawColumn, RawColumns, RawItem, Series, Times, Values,
};
use smart_footprint::dataset::limits::MOST_PROBLEMS;
use smart_footprint::dataset::node::{Node, Value};
use smart_footprint::dataset::problem::Severity;
use smart_footprint::dataset::tables::Qualifier;

/// The columns that a block was made from.
struct Given {
    times: Vec<f64>,
    values: Vec<f64>,
}

pub fn run(data: &[u8]) {
    let mut bytes = Bytes::new(data);
    let root = mutations::small();
    let careless = bytes.one_in(3);
    let mut given = Vec::new();
    let items = (0..=bytes.below(3)).map(|index| {
        if careless && bytes.one_in(6) {
            return RawItem::Other(mutations::odd(&mut bytes, 0));
        }
        let (block, columns) = block(&root, index, careless, &mut bytes);
        given.push(columns);
        RawItem::Block(Box::new(block))
    });
    let items = items.collect();
    let raw = if careless && bytes.one_in(20) {
        RawColumns::Other(mutations::odd(&mut bytes, 0))
    } else {
        RawColumns::List(items)
    };

    let problems = check::problems_with(&root, &raw);
    assert!(problems.len() <= MOST_PROBLEMS + 1);
    for problem in &problems {
        assert!(!problem.code.is_empty() && !problem.message.is_empty(), "{problem:?}");
        assert!(!problem.message.contains(char::is_control) && problem.message.len() < 2_000, "{problem:?}");
    }
    let has_errors = problems.iter().any(|problem| problem.severity == Severity::Error);
    match Dataset::with_columns(&root, raw) {
        Err(told) => assert!(has_errors && told == problems),
        Ok((dataset, _)) => {
            assert!(!has_errors);
            points(&dataset, &given);
            for series in dataset.columns.all().iter() {
                in_order(series, &mut bytes);
            }
            narrowed(&dataset, &mut bytes);
        }
    }
}

fn block(root: &Node, index: usize, careless: bool, bytes: &mut Bytes) -> (RawBlock, Given) {
    let count = match bytes.below(4) {
        0 => bytes.below(4),
        1 => bytes.below(600),
        _ => bytes.below(40),
    };
    let times: Vec<f64> = times(count, careless, bytes);
    let values: Vec<f64> = (0..times.len()).map(|_| if careless { bytes.number() } else { bytes.figure() }).collect();
    let mut column = Times::with_capacity(count);
    column.extend(&times);
    let mut kept = Values::with_capacity(count);
    kept.extend(&values[..if careless && bytes.one_in(8) { values.len() / 2 } else { values.len() }]);
    let places = ids(root, "places");
    let sources = ids(root, "sources");
    let hedges: Vec<&str> = Qualifier::WORDS.to_vec();
    let metric = *bytes.pick(&["markets", "outlets", "deliveries"]);
    let metric = if root.get("metrics").is_some_and(|table| has(table, metric)) { metric } else { "markets" };
    let mut block = RawBlock {
        id: Node::text(format!("series-{index}")),
        metric: Node::text(metric),
        term: if bytes.one_in(3) { Node::text(bytes.word()) } else { Value::Null.into() },
        time: RawColumn::Numbers(column),
        value: RawColumn::Numbers(kept),
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
    (block, Given { times, values })
}

fn times(count: usize, careless: bool, bytes: &mut Bytes) -> Vec<f64> {
    const UNITS: [f64; 5] = [86_400_000.0, 3_600_000.0, 1_000.0, 1.0, 0.25];
    let unit = *bytes.pick(&UNITS);
    let sorted = !bytes.one_in(4);
    let mut time = f64::from(bytes.day().0) * 86_400_000.0;
    (0..count)
        .map(|_| {
            time += bytes.below(20) as f64 * unit * if sorted || bytes.below(2) == 0 { 1.0 } else { -1.0 };
            if careless && bytes.one_in(30) { bytes.number() * 1e5 } else { time }
        })
        .collect()
}

fn ids<'a>(root: &'a Node, table: &str) -> Vec<&'a str> {
    let rows = root.get(table).map_or(&[][..], Node::items);
    rows.iter().filter_map(|row| row.get("id")?.as_text()).collect()
}

fn has(table: &Node, id: &str) -> bool {
    table.items().iter().any(|row| row.get("id").and_then(Node::as_text) == Some(id))
}

fn codes(words: &[&str], count: usize, careless: bool, bytes: &mut Bytes) -> RawCodes {
    if bytes.below(2) == 0 {
        return RawCodes::One(Node::text(*bytes.pick(words)));
    }
    let mut dictionary: Vec<&str> = (0..=bytes.below(5)).map(|_| *bytes.pick(words)).collect();
    dictionary.sort_unstable();
    dictionary.dedup();
    let mut codes = Codes::with_capacity(dictionary.len(), count);
    for _ in 0..count {
        let wrong = careless && bytes.one_in(30);
        codes.extend(&[if wrong { bytes.number() } else { bytes.below(dictionary.len()) as f64 }]);
    }
    let dictionary = Value::List(dictionary.into_iter().map(Node::text).collect()).into();
    RawCodes::Codes { dictionary, codes: RawColumn::Numbers(codes) }
}

/// Every point is as it was given, and found by its name.
fn points(dataset: &Dataset, given: &[Given]) {
    for (block, given) in dataset.columns.blocks().iter().zip(given) {
        assert_eq!(block.len(), given.times.len());
        for index in 0..block.len() {
            let point = block.point(index);
            assert_eq!(point.time().to_bits(), given.times[index].to_bits());
            assert_eq!(point.value().to_bits(), given.values[index].to_bits());
            assert!(dataset.has(&point.reference()), "{}", point.reference());
            assert!(dataset.place(point.place()).is_some() && dataset.source(point.source()).is_some());
            let period = point.period();
            assert!(period.start() <= period.end(), "{period:?}");
        }
        for name in [format!("{}:{}", block.id, block.len()), format!("{}:00", block.id), format!("{}:", block.id)] {
            assert!(dataset.columns.point(&name).is_none(), "{name}");
        }
    }
}

fn in_order(series: &Series, bytes: &mut Bytes) {
    let count = series.len();
    assert!(!series.is_empty() && (1..count).all(|at| series.time(at - 1) <= series.time(at)));
    for _ in 0..4 {
        let (one, other) = (bytes.below(count + 1), bytes.below(count + 1));
        let within = one.min(other)..one.max(other);
        assert_eq!(series.extremes(within.clone()).0, plain_extremes(series, within));
    }
    let (start, end) = (series.time(bytes.below(count)), series.time(bytes.below(count)));
    let stretch = series.between(&(start..end));
    let plain = (0..count).filter(|at| series.time(*at) >= start && series.time(*at) < end).count();
    assert_eq!(stretch.len(), plain);
}

/// By looking at each.
fn plain_extremes(series: &Series, within: Range<usize>) -> Option<(usize, usize)> {
    let mut found: Option<(usize, usize)> = None;
    for at in within {
        let (lowest, highest) = found.unwrap_or((at, at));
        let value = series.value(at);
        found = Some((
            if value < series.value(lowest) { at } else { lowest },
            if value > series.value(highest) { at } else { highest },
        ));
    }
    found
}

/// What a choice lets through are the points of its sources and qualifiers, none twice.
fn narrowed(dataset: &Dataset, bytes: &mut Bytes) {
    let choice: Vec<(Vec<bool>, Vec<bool>)> = dataset
        .columns
        .blocks()
        .iter()
        .map(|block| {
            let mut some = |count: usize| (0..count).map(|_| !bytes.one_in(3)).collect();
            (some(block.source.words.len()), some(block.qualifier.words.len()))
        })
        .collect();
    let wanted: usize = dataset
        .columns
        .blocks()
        .iter()
        .zip(&choice)
        .map(|(block, (sources, words))| {
            (0..block.len()).filter(|at| sources[block.source.code(*at)] && words[block.qualifier.code(*at)]).count()
        })
        .sum();
    for _ in 0..2 {
        assert_eq!(dataset.columns.narrowed(choice.clone()).iter().map(Series::len).sum::<usize>(), wanted);
    }
}
