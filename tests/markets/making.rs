//! What makes a place a named market, and what does not.

use std::collections::BTreeSet;

use crate::common::written;
use crate::{draw, of_kind, places, told};
use smart_footprint::dataset::Dataset;
use smart_footprint::dataset::tables::{Event, EventKind, Observation, Place, PlaceKind, Status};
use smart_footprint::embedded;

// Munich, Milan, Rome, Lisbon, Brussels: premieres and shows. Mallorca: a test drive.
#[test]
fn shows_and_test_drives_make_no_market() {
    let scene = draw(&embedded::dataset(), &[], 800.0);
    let shown: BTreeSet<String> = places(&scene, "market").union(&places(&scene, "region")).cloned().collect();
    for place in ["PT", "BE", "munich", "milan", "rome", "mallorca"] {
        assert!(!shown.contains(place), "{place}");
    }
    // Customers drove the #1 there in 2023, and that year makes no market of it.
    assert!(!places(&draw(&embedded::dataset(), &[("at", "2024-12-31")], 800.0), "market").contains("HK"));
}

#[test]
fn regions_are_told_and_not_counted() {
    let dataset = embedded::dataset();
    let scene = draw(&dataset, &[], 800.0);
    let expected = ["europe", "latin-america", "mena", "middle-east", "oceania", "south-asia", "southeast-asia"]
        .map(str::to_owned);
    assert_eq!(places(&scene, "region"), BTreeSet::from(expected));
    let europe = of_kind(&scene, "region").into_iter().find(|mark| mark.place.as_deref() == Some("europe")).unwrap();
    assert_eq!(
        europe.facts,
        ["event:deliveries-europe-2024", "event:launch-5-brabus-europe", "statement:coverage-europe-2024"]
    );
    assert!(written(&scene).contains("Regions named without countries"));
    assert_eq!(told(&scene).0, 24);
}

/// An event that makes a market, if its place is a country.
fn entry(dataset: &Dataset, id: &str, place: &str) -> Event {
    let event = dataset.event("entry-cr-2026-h1").unwrap();
    Event { id: id.to_owned(), place: Some(place.to_owned()), ..event.clone() }
}

#[test]
fn a_city_makes_no_market_of_its_country() {
    let mut dataset = embedded::dataset();
    dataset.events.push(Event { kind: EventKind::Deliveries, ..entry(&dataset, "deliveries-lisbon", "lisbon") });
    let scene = draw(&dataset, &[], 800.0);
    assert!(!places(&scene, "market").contains("PT"));
    assert!(places(&scene, "region").contains("lisbon"));
    assert!(written(&scene).contains("Told of, not counted as markets"));
}

#[test]
fn what_is_planned_claimed_or_explored_makes_no_market() {
    for status in [Status::Planned, Status::Claimed, Status::Explored] {
        let mut dataset = embedded::dataset();
        dataset.events.push(Event { status, ..entry(&dataset, "entry-pt", "PT") });
        assert!(!places(&draw(&dataset, &[], 800.0), "market").contains("PT"), "{status:?}");
    }
}

#[test]
fn figures_of_a_place_as_a_market_make_it_one_and_others_do_not() {
    let figure = |metric: &str, value: f64| {
        let mut dataset = embedded::dataset();
        let row = dataset.observation("outlets-cn-2024-01-19").unwrap().clone();
        let (id, metric, place) = ("pt".to_owned(), metric.to_owned(), "PT".to_owned());
        dataset.observations.push(Observation { id, metric, place, value, ..row });
        places(&draw(&dataset, &[], 800.0), "market").contains("PT")
    };
    for metric in ["outlets", "cities", "deliveries", "sales-growth", "sales-rank"] {
        assert!(figure(metric, 3.0), "{metric}");
    }
    assert!(figure("sales-growth", -20.0));
    assert!(!figure("outlets", 0.0));
    for metric in ["investment", "range", "software-updates"] {
        assert!(!figure(metric, 3.0), "{metric}");
    }
}

#[test]
fn a_country_whose_continent_is_not_told_has_a_group() {
    let mut dataset = embedded::dataset();
    let place = Place {
        id: "PH".to_owned(),
        name: "Philippines".to_owned(),
        kind: PlaceKind::Country,
        parents: vec![],
        inside: None,
    };
    dataset.places.push(place);
    dataset.events.push(entry(&dataset, "entry-ph", "PH"));
    let scene = draw(&dataset, &[], 800.0);
    assert!(written(&scene).contains("Continent not told, 1"));
    assert_eq!(told(&scene), (25, Some(41.0), Some(16.0)));
}
