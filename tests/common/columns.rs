//! Datasets with columns: an invented brand's outlets, counted very often.

use smart_footprint::dataset::Dataset;
use smart_footprint::dataset::columns::{
    Codes, DAY, RawBlock, RawCodes, RawColumn, RawColumns, RawItem, Times, Values,
};
use smart_footprint::dataset::node::{Node, Value};
use smart_footprint::dataset::period::Day;

/// The tables that the columns belong to.
pub fn tables() -> Node {
    let period = |day: &str| serde_json::json!({ "from": day, "to": day, "precision": "day", "basis": "stated" });
    let source = |id: &str, publisher: &str, day: &str| {
        let title = format!("{publisher} counts");
        serde_json::json!({
            "id": id, "publisher": publisher, "title": title, "kind": "other", "published": period(day)
        })
    };
    let metric = |id: &str, name: &str, kind: &str| {
        serde_json::json!({
            "id": id, "name": name, "unit": id, "kind": kind, "definition": format!("{name} that are open.")
        })
    };
    let place =
        |id: &str, name: &str| serde_json::json!({ "id": id, "name": name, "kind": "country", "parents": ["world"] });
    super::node_of_json(&serde_json::json!({
        "about": {
            "schema": 1, "edition": "2026-01-05", "language": "en",
            "brand": { "name": "Halden" }, "licence": "CC0-1.0", "note": null
        },
        "sources": [source("register", "Halden register", "2026-01-02"), source("audit", "Halden audit", "2025-06-30")],
        "places": [
            { "id": "world", "name": "World", "kind": "world", "parents": [] },
            place("NO", "Norway"), place("FI", "Finland"), place("SE", "Sweden")
        ],
        "metrics": [metric("outlets", "Outlets", "stock"), metric("growth-rate", "Growth", "rate")],
        "models": [], "partners": [], "observations": [], "events": [], "statements": [], "conflicts": []
    }))
}

/// Midnight of a day in epoch milliseconds.
pub fn midnight(day: &str) -> f64 {
    f64::from(Day::parse(day).unwrap().0) * DAY
}

pub fn one(text: &str) -> RawCodes {
    RawCodes::One(Node::text(text))
}

pub fn codes(words: &[&str], codes: &[f64]) -> RawCodes {
    let mut kept = Codes::with_capacity(words.len(), codes.len());
    kept.extend(codes);
    let dictionary = Value::List(words.iter().map(|word| Node::text(*word)).collect()).into();
    RawCodes::Codes { dictionary, codes: RawColumn::Numbers(kept) }
}

pub fn times(times: &[f64]) -> RawColumn<Times> {
    let mut kept = Times::with_capacity(times.len());
    kept.extend(times);
    RawColumn::Numbers(kept)
}

pub fn values(values: &[f64]) -> RawColumn<Values> {
    let mut kept = Values::with_capacity(values.len());
    kept.extend(values);
    RawColumn::Numbers(kept)
}

/// Outlets of the world as the register tells them.
pub fn block(points: &[(f64, f64)]) -> RawBlock {
    let (time, value): (Vec<f64>, Vec<f64>) = points.iter().copied().unzip();
    RawBlock {
        id: Node::text("daily"),
        metric: Node::text("outlets"),
        time: times(&time),
        value: values(&value),
        place: one("world"),
        source: one("register"),
        ..RawBlock::default()
    }
}

pub fn raw(blocks: Vec<RawBlock>) -> RawColumns {
    RawColumns::List(blocks.into_iter().map(|block| RawItem::Block(Box::new(block))).collect())
}

/// The dataset of blocks without a fault in them.
pub fn dataset(blocks: Vec<RawBlock>) -> Dataset {
    Dataset::with_columns(&tables(), raw(blocks)).unwrap().0
}

/// A count that grows unsteadily, with a week of its own in each year, from `first` on, every
/// `step` milliseconds.
pub fn growing(first: &str, step: f64, count: usize) -> Vec<(f64, f64)> {
    let mut random = fastrand::Rng::with_seed(7);
    let mut level: f64 = 640.0;
    let mut points = Vec::with_capacity(count);
    for index in 0..count {
        let share = index as f64 / count as f64;
        let pull = 640.0 + 900.0 * share * share * (3.0 - 2.0 * share) - level;
        level += pull * 0.02 + (random.f64() - 0.5) * 18.0;
        let season = 30.0 * (share * 62.8).sin();
        points.push((midnight(first) + index as f64 * step, (level + season).round().max(0.0)));
    }
    points
}
