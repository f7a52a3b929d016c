//! Six dates as worked out by hand, and what the marks tell.

use std::collections::BTreeSet;

use crate::{draw, of_kind, places, told, with_count};
use smart_footprint::dataset::Dataset;
use smart_footprint::dataset::period::Day;
use smart_footprint::dataset::tables::Qualifier;
use smart_footprint::messages::Messages;
use smart_footprint::{embedded, evidence};

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
pub type AsOf = (&'static str, usize, Option<(f64, &'static str)>, Option<f64>);

pub const AS_OF: [AsOf; 6] = [
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
    assert_eq!(label("count:world"), "41 markets, mid-2026, smart newsroom");
    assert_eq!(
        label("place:south-asia"),
        "South Asia, told of without its countries, first told in 2023, smart newsroom"
    );
}
