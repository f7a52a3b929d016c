//! The count that holds, what is nameless in it, and what filters leave of both.

use std::collections::BTreeSet;

use crate::common::{texts, written};
use crate::{draw, of_kind, places, said, told, with_count};
use smart_footprint::dataset::tables::{Observation, Qualifier};
use smart_footprint::embedded;

#[test]
fn nothing_is_subtracted_from_a_bound() {
    for qualifier in [Qualifier::AtLeast, Qualifier::MoreThan] {
        let scene = draw(&with_count(|row| row.qualifier = qualifier), &[], 800.0);
        // One open tile: there are more, and how many no text tells.
        assert_eq!(told(&scene), (24, Some(41.0), None), "{qualifier:?}");
        let [nameless] = of_kind(&scene, "nameless")[..] else { panic!("{qualifier:?}") };
        assert_eq!((nameless.value, nameless.qualifier), (None, None));
        assert!(nameless.label.contains("number not told"), "{}", nameless.label);
        assert!(written(&scene).contains("how many is not told"));
        // The hedge stands at the figure and over its point.
        let hedged = texts(&scene).iter().filter(|text| ["over 41", "at least 41"].contains(&&*text.content)).count();
        assert_eq!(hedged, 2, "{qualifier:?}");
    }
    for qualifier in [Qualifier::AtMost, Qualifier::LessThan, Qualifier::Nearly, Qualifier::About] {
        let scene = draw(&with_count(|row| row.qualifier = qualifier), &[], 800.0);
        assert!(of_kind(&scene, "nameless").is_empty(), "{qualifier:?}");
        assert!(said(&scene).starts_with("Counted: "), "{}", scene.title);
    }
    // A lower bound that the named reach says nothing of others.
    let scene = draw(&with_count(|row| (row.qualifier, row.value) = (Qualifier::AtLeast, 24.0)), &[], 800.0);
    assert!(of_kind(&scene, "nameless").is_empty());
}

#[test]
fn more_named_than_counted_leaves_none_nameless_and_says_so() {
    let scene = draw(&with_count(|row| row.value = 20.0), &[], 800.0);
    assert_eq!(told(&scene), (24, Some(20.0), None));
    assert_eq!(said(&scene), "Counted: 20 markets; named: 24");
    assert!(written(&scene).contains("More markets are named by then than this counts."));
    let scene = draw(&with_count(|row| row.value = 24.0), &[], 800.0);
    assert_eq!(told(&scene), (24, Some(24.0), None));
    assert_eq!(said(&scene), "24 markets, all of them named");
}

#[test]
fn without_a_count_no_tile_is_nameless() {
    let mut dataset = embedded::dataset();
    dataset.observations.retain(|row| row.metric != "markets");
    let scene = draw(&dataset, &[], 800.0);
    assert_eq!(told(&scene), (24, None, None));
    assert_eq!(said(&scene), "Named markets: 24; how many there are is not told");
    assert_eq!(scene.timeline.unwrap().stops.len(), 5);
}

#[test]
fn a_repeat_is_no_count() {
    let scene = draw(&with_count(|row| row.restates = Some("markets-2025".to_owned())), &[], 800.0);
    assert_eq!(told(&scene), (24, Some(39.0), Some(15.0)));
}

#[test]
fn a_place_has_its_own_count_and_its_own_tiles() {
    let dataset = embedded::dataset();
    let asia = draw(&dataset, &[("place", "asia")], 800.0);
    assert_eq!(told(&asia), (5, None, None));
    let regions = ["middle-east", "south-asia", "southeast-asia"].map(str::to_owned);
    assert_eq!(places(&asia, "region"), BTreeSet::from(regions));
    // The United Arab Emirates lie there, and Egypt and Morocco.
    assert_eq!(places(&draw(&dataset, &[("place", "mena")], 800.0), "market").len(), 3);
    let mut counted = dataset.clone();
    let row = dataset.observation("markets-2026-h1").unwrap().clone();
    counted.observations.push(Observation { id: "asia".to_owned(), place: "asia".to_owned(), value: 9.0, ..row });
    assert_eq!(told(&draw(&counted, &[("place", "asia")], 800.0)), (5, Some(9.0), Some(4.0)));
    assert_eq!(told(&draw(&counted, &[], 800.0)), (24, Some(41.0), Some(17.0)));
}

// By then one text was out; its ten of Europe, China and the first count are told in it.
#[test]
fn published_by_shows_what_was_told_by_then() {
    let dataset = embedded::dataset();
    let scene = draw(&dataset, &[("published-by", "2024-12-31")], 800.0);
    assert_eq!(told(&scene), (11, Some(22.0), Some(11.0)));
    assert!(scene.marks.iter().all(|mark| mark.sources == ["2023-results"]));
    // What a later text tells of the same day is not known by then.
    let at = draw(&dataset, &[("published-by", "2025-12-31"), ("at", "2025-12-31")], 800.0);
    assert_eq!(told(&at), (12, Some(38.0), Some(26.0)));
}

#[test]
fn kinds_and_stretch_filter_the_tiles() {
    let dataset = embedded::dataset();
    let entries = draw(&dataset, &[("kinds", "entry"), ("sources", "2026-h1-results")], 800.0);
    assert_eq!(places(&entries, "market"), BTreeSet::from(["AR", "CR", "DE", "FI", "HK", "SE"].map(str::to_owned)));
    // What was told before a stretch is there in it; what ends after it is not.
    assert_eq!(told(&draw(&dataset, &[("from", "2026-01-01")], 800.0)).0, 24);
    assert_eq!(told(&draw(&dataset, &[("to", "2025-12-31")], 800.0)), (15, Some(39.0), Some(24.0)));
    assert_eq!(told(&draw(&dataset, &[("to", "2025-12-31"), ("at", "2026-06-30")], 800.0)).0, 15);
}
