//! Ninety markets and more: every word in its place, every market in a tile or counted.

use std::collections::BTreeSet;

use crate::common::{primitives, texts, written};
use crate::{draw, told, with_count};
use smart_footprint::dataset::Dataset;
use smart_footprint::dataset::period::Day;
use smart_footprint::dataset::tables::{Event, Place, PlaceKind};
use smart_footprint::embedded;
use smart_footprint::scene::{Rectangle, Scene, Shape};

const CODES: &str = "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG \
    CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW \
    GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI";

/// Ninety markets in six continents, some with names that are hard to set.
pub(crate) fn ninety() -> Dataset {
    let mut dataset = embedded::dataset();
    let continents = ["africa", "asia", "europe", "north-america", "oceania", "south-america"];
    let names = [
        "The United Commonwealth of Far-Off Lands",
        "المملكة العربية السعودية",
        "中华人民共和国香港特别行政区",
        "Chad",
        "ישראל",
    ];
    dataset.places.retain(|place| place.kind != PlaceKind::Country);
    dataset.events.clear();
    dataset.observations.retain(|row| row.metric == "markets");
    let event = embedded::dataset().event("entry-cr-2026-h1").unwrap().clone();
    for (index, code) in CODES.split_whitespace().enumerate() {
        let parent = continents[[0, 1, 2, 2, 2, 1, 3, 4, 5][index % 9]];
        dataset.places.push(Place {
            id: code.to_owned(),
            name: names[index % names.len()].to_owned(),
            kind: PlaceKind::Country,
            parents: vec![parent.to_owned()],
            inside: None,
        });
        let mut event = Event { id: format!("entry-{index}"), place: Some(code.to_owned()), ..event.clone() };
        let year = 1990 + i32::try_from(index / 3).unwrap();
        event.period.from = Day::from_civil(year, 1, 1);
        event.period.to = Day::from_civil(year, 6, 30);
        event.model = Some(["5", "3-keith-haring-art-car", "6-ehd"][index % 3].to_owned());
        dataset.events.push(event);
    }
    dataset.observations[0].value = 140.0;
    dataset.observations[0].period.to = Day::from_civil(2026, 12, 31);
    dataset
}

/// What no picture of the view may have.
fn faults(scene: &Scene) -> Vec<String> {
    let mut faults = Vec::new();
    let picture = Rectangle::new(0.0, 0.0, scene.width, scene.height);
    let texts = texts(scene);
    for (index, one) in texts.iter().enumerate() {
        if !picture.contains(&one.bounds()) {
            faults.push(format!("{:?} is cut", one.content));
        }
        if one.content.trim().is_empty() {
            faults.push("an empty text".to_owned());
        }
        for other in &texts[index + 1..] {
            if one.bounds().grown(-0.5).overlaps(&other.bounds().grown(-0.5)) {
                faults.push(format!("{:?} over {:?}", one.content, other.content));
            }
        }
    }
    for primitive in &scene.primitives {
        if !picture.grown(0.5).contains(&primitive.bounds()) {
            faults.push(format!("{:?} lies outside", primitive.shape));
        }
    }
    // Words stay in their tile.
    for (index, mark) in scene.marks.iter().enumerate().filter(|(_, mark)| matches!(mark.kind, "market" | "region")) {
        let tile = primitives(scene, index).next().unwrap().bounds();
        for primitive in primitives(scene, index) {
            if matches!(primitive.shape, Shape::Text(_)) && !tile.contains(&primitive.bounds()) {
                faults.push(format!("words leave the tile {}", mark.id));
            }
        }
    }
    faults
}

#[test]
fn every_layout_holds_its_words() {
    let (dataset, ninety) = (embedded::dataset(), ninety());
    let mut all = Vec::new();
    for (name, dataset) in [("as it is", &dataset), ("ninety", &ninety)] {
        for options in [&[][..], &[("at", "2024-06-30")], &[("at", "1999-12-31"), ("controls", "")]] {
            for width in (200..=2000).step_by(40) {
                let scene = draw(dataset, options, f64::from(width));
                crate::common::tried(1);
                all.extend(faults(&scene).into_iter().map(|fault| format!("{name}, {width}, {options:?}: {fault}")));
            }
        }
    }
    assert!(all.is_empty(), "{} faults\n{}", all.len(), all.join("\n"));
}

#[test]
fn every_one_of_ninety_markets_has_its_tile() {
    let dataset = ninety();
    for width in [200.0, 320.0, 800.0, 1600.0] {
        let scene = draw(&dataset, &[], width);
        assert_eq!(told(&scene), (90, Some(140.0), Some(50.0)), "{width}");
        let written: BTreeSet<&str> = texts(&scene).iter().map(|text| text.content.as_str()).collect();
        for code in CODES.split_whitespace() {
            assert!(written.contains(code), "{code} at {width}");
        }
    }
}

#[test]
fn nameless_tiles_that_are_not_drawn_are_counted() {
    let scene = draw(&with_count(|row| row.value = 10_024.0), &[], 320.0);
    assert_eq!(told(&scene).2, Some(10_000.0));
    assert!(written(&scene).contains("Not named: 10,000 (200 drawn)"));
    assert_eq!(faults(&scene), Vec::<String>::new());
}
