//! An invented brand, as a host would hand it in: other years, places, scripts and sizes. It
//! passes the same check and draws in every view.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;
mod tables;

use std::collections::BTreeSet;

use common::{draw, example, invented_brand, written};
use smart_footprint::dataset::tables::{ModelKind, PlaceKind, Status};
use smart_footprint::options::ViewKind;

const NOTHING: &str = "The dataset says nothing that this view can draw.";

// `example` fails on any problem that the check finds, warnings included.
#[test]
fn it_holds_what_its_readme_says() {
    let dataset = invented_brand();
    assert_eq!(dataset.places.iter().filter(|place| place.kind == PlaceKind::Country).count(), 90);
    assert_eq!(dataset.places.iter().filter(|place| place.kind == PlaceKind::Continent).count(), 6);
    assert_eq!(dataset.models.iter().filter(|model| model.kind == ModelKind::Model).count(), 12);
    for kind in ModelKind::ALL {
        assert!(dataset.models.iter().any(|model| model.kind == *kind), "{}", kind.word());
    }
    let counts = dataset.observations.iter().filter(|row| row.value >= 3.0).map(|row| row.value);
    assert!(counts.clone().any(|value| value < 3.5) && counts.clone().any(|value| value > 39_999_999.0));
    assert!(dataset.observations.iter().any(|row| row.value < 0.0), "sales fall somewhere");
    assert!(dataset.observations.iter().any(|row| row.qualifier.is_upper_bound()));
    assert!(dataset.events.iter().any(|row| row.status == Status::Planned));
    assert!(!dataset.conflicts.is_empty());
    assert_eq!(dataset.observations.iter().filter(|row| row.metric == "employees").count(), 1);
    let names: String = dataset
        .places
        .iter()
        .map(|place| &place.name)
        .chain(dataset.models.iter().map(|model| &model.name))
        .cloned()
        .collect();
    for script in ['\u{623}'..='\u{64a}', '\u{5d0}'..='\u{5ea}', '\u{4e00}'..='\u{9fff}', 'α'..='ω', 'а'..='я'] {
        assert!(names.chars().any(|letter| script.contains(&letter)), "{script:?}");
    }
    let longest = dataset.models.iter().map(|model| model.name.chars().count()).max();
    assert!(longest >= Some(40), "{longest:?}");
}

#[test]
fn every_view_draws_it() {
    let dataset = invented_brand();
    for &view in ViewKind::ALL {
        for width in [320.0, 800.0, 1600.0] {
            let scene = draw(&dataset, view, width);
            assert!(scene.marks.len() > 10, "{} at {width}: {} marks", view.word(), scene.marks.len());
            assert!(!written(&scene).contains(NOTHING), "{} at {width}", view.word());
            assert!(!written(&scene).contains("smart"), "{} at {width}", view.word());
        }
    }
}

// The maker counts twelve, a weekly eleven: neither became the other.
#[test]
fn what_is_counted_differently_did_not_change() {
    let title = draw(&invented_brand(), ViewKind::Lineup, 800.0).title;
    assert_eq!(title, "Launched models: 11");
}

#[test]
fn a_view_without_data_says_so() {
    let dataset = example("invented-brand/first-year.json");
    let scene = draw(&dataset, ViewKind::Sales, 800.0);
    assert!(scene.marks.is_empty() && written(&scene).contains(NOTHING));
    for view in [ViewKind::Growth, ViewKind::Lineup] {
        assert!(!draw(&dataset, view, 800.0).marks.is_empty(), "{}", view.word());
    }
}

#[test]
fn its_letters_are_among_those_that_pictures_are_drawn_with() {
    let fonts = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fonts");
    let mut letters = BTreeSet::new();
    for entry in std::fs::read_dir(fonts).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "ttf") {
            let data = std::fs::read(path).unwrap();
            let face = ttf_parser::Face::parse(&data, 0).unwrap();
            for table in face.tables().cmap.unwrap().subtables {
                table.codepoints(|letter| letters.extend(char::from_u32(letter)));
            }
        }
    }
    let dataset = invented_brand();
    let names = dataset.places.iter().map(|place| &place.name).chain(dataset.models.iter().map(|model| &model.name));
    for letter in names
        .flat_map(|name| name.chars())
        .filter(|letter| *letter >= '\u{590}' && *letter < '\u{2000}' || *letter > '\u{2e7f}')
    {
        assert!(letters.contains(&letter), "{letter}");
    }
}
