//! Markets as of a day: named, counted and nameless by the definitions of time and counts,
//! and how the view draws them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;
mod tables;

use std::collections::BTreeSet;

use common::{draw_options, primitives, texts, written};
use smart_footprint::dataset::Dataset;
use smart_footprint::dataset::period::{Basis, Day};
use smart_footprint::dataset::tables::{Event, EventKind, Observation, Place, PlaceKind, Qualifier, Status};
use smart_footprint::embedded;
use smart_footprint::evidence;
use smart_footprint::messages::{Key, Messages};
use smart_footprint::scene::timeline::TimelineKind;
use smart_footprint::scene::{Fill, Mark, Rectangle, Scene, Shape};
use smart_footprint::theme::Theme;

fn draw(dataset: &Dataset, options: &[(&str, &str)], width: f64) -> Scene {
    draw_options(dataset, &[&[("view", "markets")], options].concat(), width)
}

fn of_kind<'a>(scene: &'a Scene, kind: &str) -> Vec<&'a Mark> {
    scene.marks.iter().filter(|mark| mark.kind == kind).collect()
}

fn places(scene: &Scene, kind: &str) -> BTreeSet<String> {
    of_kind(scene, kind).iter().map(|mark| mark.place.clone().unwrap()).collect()
}

/// Named markets, count and nameless markets of a scene.
fn told(scene: &Scene) -> (usize, Option<f64>, Option<f64>) {
    let only = |kind| of_kind(scene, kind).first().and_then(|mark| mark.value);
    (of_kind(scene, "market").len(), only("figure"), only("nameless"))
}

fn said(scene: &Scene) -> String {
    scene.title.replace('\u{a0}', " ")
}

// --- Six dates, by hand -----------------------------------------------------------------

/// What makes each market a named one, in the order in which it is told, and the first day it
/// is one.
const NAMED: [(&str, &str, &[&str]); 24] = [
    ("2023-12-31", "CN", &["event:launch-3-cn-2023"]),
    ("2023-12-31", "AT", &["event:rollout-1-at-2023"]),
    ("2023-12-31", "CH", &["event:rollout-1-ch-2023"]),
    ("2023-12-31", "DE", &["event:rollout-1-de-2023"]),
    ("2023-12-31", "ES", &["event:rollout-1-es-2023"]),
    ("2023-12-31", "FR", &["event:rollout-1-fr-2023"]),
    ("2023-12-31", "GB", &["event:rollout-1-gb-2023"]),
    ("2023-12-31", "IS", &["event:rollout-1-is-2023"]),
    ("2023-12-31", "IT", &["event:rollout-1-it-2023"]),
    ("2023-12-31", "NL", &["event:rollout-1-nl-2023"]),
    ("2023-12-31", "NO", &["event:rollout-1-no-2023"]),
    ("2025-06-30", "HK", &["event:launch-5-brabus-hk", "event:entry-hk-2025", "event:deliveries-5-hk-2025"]),
    ("2025-12-31", "MA", &["event:rollout-5-ma-2025"]),
    ("2025-12-31", "MY", &["event:rollout-5-my-2025"]),
    ("2025-12-31", "SG", &["event:rollout-5-sg-2025"]),
    ("2026-06-30", "AE", &["event:rollout-5-ae-2026-h1"]),
    ("2026-06-30", "AR", &["event:entry-ar-2026-h1"]),
    ("2026-06-30", "CL", &["event:rollout-5-cl-2026-h1"]),
    ("2026-06-30", "CO", &["event:rollout-5-co-2026-h1"]),
    ("2026-06-30", "CR", &["event:entry-cr-2026-h1"]),
    ("2026-06-30", "EG", &["event:rollout-5-eg-2026-h1"]),
    ("2026-06-30", "FI", &["observation:sales-growth-fi-2026-h1"]),
    ("2026-06-30", "NZ", &["event:rollout-5-nz-2026-h1"]),
    ("2026-06-30", "SE", &["observation:sales-growth-se-2026-h1"]),
];

/// A date; how many markets are named; the count that holds, with its row; and how many
/// markets are nameless.
type AsOf = (&'static str, usize, Option<(f64, &'static str)>, Option<f64>);

const AS_OF: [AsOf; 6] = [
    // Before anything ends that makes a market.
    ("2023-06-30", 0, None, None),
    // China and the ten of Europe; the first count is of January.
    ("2023-12-31", 11, None, None),
    // 22 − 11.
    ("2024-12-31", 11, Some((22.0, "markets-2024-01-19")), Some(11.0)),
    // 38 − 12: Hong Kong, where the BRABUS is launched.
    ("2025-06-30", 12, Some((38.0, "markets-2025-h1")), Some(26.0)),
    // 39 − 15: Morocco, Malaysia and Singapore.
    ("2025-12-31", 15, Some((39.0, "markets-2025")), Some(24.0)),
    // 41 − 24.
    ("2026-06-30", 24, Some((41.0, "markets-2026-h1")), Some(17.0)),
];

#[test]
fn six_dates_are_as_worked_out_by_hand() {
    let dataset = embedded::dataset();
    for (at, named, count, nameless) in AS_OF {
        let scene = draw(&dataset, &[("at", at)], 800.0);
        assert_eq!(told(&scene), (named, count.map(|count| count.0), nameless), "{at}");
        let expected: BTreeSet<String> =
            NAMED.iter().filter(|(from, ..)| *from <= at).map(|(_, place, _)| (*place).to_owned()).collect();
        assert_eq!(places(&scene, "market"), expected, "{at}");
        for mark in of_kind(&scene, "market") {
            let (_, _, rows) = NAMED.iter().find(|(_, place, _)| Some(*place) == mark.place.as_deref()).unwrap();
            let end = |fact: &str| match fact.split_once(':').unwrap() {
                ("event", id) => dataset.event(id).unwrap().period.end(),
                ("observation", id) => dataset.observation(id).unwrap().period.end(),
                (_, id) => dataset.statement(id).unwrap().period.end(),
            };
            let by_then: Vec<&str> = rows.iter().copied().filter(|row| end(row) <= Day::parse(at)).collect();
            assert_eq!(mark.facts[..by_then.len()], by_then, "{at}, {}", mark.id);
            assert!(mark.facts.iter().all(|fact| end(fact) <= Day::parse(at)), "{at}, {}", mark.id);
        }
        for mark in of_kind(&scene, "figure").into_iter().chain(of_kind(&scene, "nameless")) {
            assert_eq!(mark.facts, [format!("observation:{}", count.unwrap().1)], "{at}");
        }
    }
}

#[test]
fn every_tile_tells_its_sources() {
    let (dataset, messages) = (embedded::dataset(), Messages::english());
    let scene = draw(&dataset, &[], 800.0);
    for mark in scene.marks.iter().filter(|mark| matches!(mark.kind, "market" | "nameless" | "region" | "figure")) {
        let text = evidence::evidence(mark, &dataset, &messages)
            .rows
            .iter()
            .map(|row| row.text.clone())
            .collect::<Vec<_>>()
            .join(" ");
        assert!(!mark.sources.is_empty(), "{}", mark.id);
        for id in &mark.sources {
            let source = dataset.source(id).unwrap();
            assert!(text.contains(&messages.source(source)), "{}: {text}", mark.id);
            assert!(mark.label.contains(&messages.source_name(source)), "{}", mark.label);
        }
    }
}

#[test]
fn what_is_worked_out_is_said_to_be_ours() {
    let (dataset, messages) = (embedded::dataset(), Messages::english());
    let card = |dataset: &Dataset| {
        let scene = draw(dataset, &[], 800.0);
        evidence::evidence(of_kind(&scene, "nameless")[0], dataset, &messages)
    };
    assert!(card(&dataset).text.contains("Our arithmetic"), "{}", card(&dataset).text);
    assert!(card(&dataset).rows.iter().any(|row| row.text.contains("41 markets")));
    // Nothing is worked out from a bound.
    let bound = with_count(|row| row.qualifier = Qualifier::MoreThan);
    assert!(!card(&bound).text.contains("Our arithmetic"));
}

#[test]
fn labels_are_whole_when_read_aloud() {
    let dataset = embedded::dataset();
    let scene = draw(&dataset, &[], 800.0);
    let label = |id: &str| {
        scene.marks.iter().find(|mark| mark.id == id).unwrap_or_else(|| panic!("{id}")).label.replace('\u{a0}', " ")
    };
    assert_eq!(label("place:NZ"), "New Zealand, first told in the first half of 2026, #5, smart newsroom");
    assert_eq!(label("place:CR"), "Costa Rica, entered in the first half of 2026, with AutoStar, smart newsroom");
    assert_eq!(label("nameless:world"), "17 markets counted, not named, mid-2026, smart newsroom");
    assert_eq!(label("count:world"), "41 markets, first half of 2026, smart newsroom");
    assert_eq!(
        label("place:south-asia"),
        "South Asia, told of without its countries, first told in 2023, smart newsroom"
    );
}

// --- What makes a market ----------------------------------------------------------------

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
    let place =
        Place { id: "PH".to_owned(), name: "Philippines".to_owned(), kind: PlaceKind::Country, parents: vec![] };
    dataset.places.push(place);
    dataset.events.push(entry(&dataset, "entry-ph", "PH"));
    let scene = draw(&dataset, &[], 800.0);
    assert!(written(&scene).contains("Continent not told, 1"));
    assert_eq!(told(&scene), (25, Some(41.0), Some(16.0)));
}

// --- Counts -----------------------------------------------------------------------------

fn with_count(change: impl Fn(&mut Observation)) -> Dataset {
    let mut dataset = embedded::dataset();
    change(dataset.observations.iter_mut().find(|row| row.id == "markets-2026-h1").unwrap());
    dataset
}

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

// --- Filters ----------------------------------------------------------------------------

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

// --- Forms ------------------------------------------------------------------------------

fn filled(scene: &Scene, index: usize) -> Option<Fill> {
    primitives(scene, index).next().and_then(|primitive| primitive.fill)
}

#[test]
fn each_form_means_one_thing() {
    let theme = Theme::light();
    for (at, entered) in [("2026-06-30", &["AR", "CR"][..]), ("2025-12-31", &["HK"]), ("2024-12-31", &[])] {
        for width in [320.0, 800.0, 1600.0] {
            let scene = draw(&embedded::dataset(), &[("at", at)], width);
            for (index, mark) in scene.marks.iter().enumerate() {
                let place = mark.place.as_deref().unwrap_or_default();
                let dashed = primitives(&scene, index).filter(|primitive| primitive.stroke.is_some_and(|it| it.dashed));
                let dashed = dashed.count();
                match mark.kind {
                    "market" => {
                        let color = if entered.contains(&place) { theme.accent } else { theme.accent_soft };
                        assert_eq!(filled(&scene, index), Some(Fill::Solid(color)), "{} at {at}", mark.id);
                        assert_eq!(dashed, 0);
                    }
                    // A tile for each, and nothing else that is dashed.
                    "nameless" => assert_eq!(dashed, mark.value.unwrap() as usize, "{at}"),
                    "region" => assert_eq!((filled(&scene, index), dashed), (None, 0), "{}", mark.id),
                    _ => assert_eq!(dashed, 0, "{}", mark.id),
                }
            }
            let legend = written(&scene);
            assert_eq!(legend.contains("entered in "), !entered.is_empty(), "{at}");
            assert!(legend.contains("named market") && legend.contains("told of, not counted"), "{at}");
        }
    }
}

#[test]
fn a_count_that_we_dated_is_pale_on_the_strip() {
    let dataset = with_count(|row| row.period.basis = Basis::Inferred);
    let scene = draw(&dataset, &[], 800.0);
    let pale = |id: &str| {
        let index = scene.marks.iter().position(|mark| mark.id == id).unwrap();
        filled(&scene, index) == Some(Fill::Solid(Theme::light().accent_soft))
    };
    assert!(pale("observation:markets-2026-h1") && !pale("observation:markets-2025"));
    assert!(written(&scene).contains(Messages::english().text(Key::FormInferred)));
    assert!(!written(&draw(&embedded::dataset(), &[], 800.0)).contains(Messages::english().text(Key::FormInferred)));
}

// --- The strip of time ------------------------------------------------------------------

#[test]
fn the_handle_can_stand_at_every_day_that_is_told_of() {
    let dataset = embedded::dataset();
    let strip = |options: &[(&str, &str)]| draw(&dataset, options, 800.0).timeline.unwrap();
    let whole = strip(&[]);
    assert_eq!(whole.kind, TimelineKind::Moment);
    let days: Vec<&str> = whole.stops.iter().map(|stop| stop.day.as_str()).collect();
    assert_eq!(days, ["2023-12-31", "2024-01-19", "2025-06-30", "2025-12-31", "2026-06-30"]);
    assert_eq!((whole.first, whole.last), (4, 4));
    let labels: Vec<String> = whole.stops.iter().map(|stop| stop.label.replace('\u{a0}', " ")).collect();
    assert_eq!(labels[0], "31 Dec 2023: 11 named");
    assert_eq!(labels[4], "30 Jun 2026: 41 markets, 24 named");
    // Between two stops holds what was told by the first of them.
    for (at, index) in [("2025-07-01", 2), ("2023-12-31", 0), ("2000-01-01", 0), ("2090-01-01", 4)] {
        let strip = strip(&[("at", at), ("from", "2025-01-01"), ("controls", "")]);
        assert_eq!((strip.first, strip.last), (index, index), "{at}");
        assert_eq!(strip.stops, whole.stops, "{at}");
        // The handle stands at the day itself.
        let day = Day::parse(at).unwrap();
        let on = strip.stops.iter().find(|stop| Day::parse(&stop.day) == Some(day));
        assert!(on.is_none_or(|stop| (stop.x - strip.first_x).abs() < 0.01), "{at}");
        assert!((strip.first_x > strip.stops[index].x) == (on.is_none() && day.civil().0 > 2001), "{at}");
    }
    assert_eq!(strip(&[("published-by", "2024-12-31")]).stops.len(), 2);
}

#[test]
fn with_controls_nothing_moves_while_the_day_changes() {
    let dataset = embedded::dataset();
    for width in [320.0, 800.0, 1600.0] {
        let scenes: Vec<Scene> =
            AS_OF.iter().skip(2).map(|as_of| draw(&dataset, &[("at", as_of.0), ("controls", "")], width)).collect();
        let last = scenes.last().unwrap();
        for scene in &scenes {
            assert_eq!(scene.timeline.as_ref().unwrap().bounds, last.timeline.as_ref().unwrap().bounds, "{width}");
            for mark in of_kind(scene, "market") {
                let later = last.marks.iter().find(|other| other.id == mark.id).unwrap();
                let corner = |mark: &Mark| (mark.bounds.x, mark.bounds.bottom());
                assert_eq!(corner(mark), corner(later), "{} at {width}", mark.id);
            }
        }
    }
}

// --- Many markets -----------------------------------------------------------------------

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
