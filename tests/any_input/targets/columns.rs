//! Whatever a page hands over as columns: they are read or refused in words, nothing of a point is
//! lost, and each series has its points in the order of time, and their extremes at hand.

use std::ops::Range;

use crate::blocks::{Given, block};
use crate::bytes::Bytes;
use crate::mutations;
use smart_footprint::dataset::Dataset;
use smart_footprint::dataset::check;
use smart_footprint::dataset::columns::{RawColumns, RawItem, Series};
use smart_footprint::dataset::limits::MOST_PROBLEMS;
use smart_footprint::dataset::problem::Severity;

pub fn run(data: &[u8]) {
    let mut bytes = Bytes::new(data);
    let root = mutations::small();
    let careless = bytes.one_in(3);
    let mut given = Vec::new();
    let items = (0..=bytes.below(3)).map(|index| {
        if careless && bytes.one_in(6) {
            return RawItem::Other(mutations::odd(&mut bytes, 0));
        }
        let Some((block, columns)) = block(&root, index, careless, &mut bytes) else { unreachable!() };
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
