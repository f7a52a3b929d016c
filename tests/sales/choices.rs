//! What time, place, metric and sources make of the picture, and what is left out is counted.

use crate::common::{draw_options, texts, written};
use crate::{WIDTHS, bar, bars, dataset_of, half_year, sales, values};
use smart_footprint::dataset::Dataset;
use smart_footprint::dataset::tables::{Conflict, Observation, Place, Qualifier};
use smart_footprint::embedded;
use smart_footprint::scene::{Fill, Shape};
use smart_footprint::theme::Theme;

/// The embedded dataset with growth in the half-year before, too.
fn with_another_period() -> Dataset {
    let mut dataset = embedded::dataset();
    for (id, place, value) in [("w", "world", 3.0), ("a", "FI", 20.0), ("b", "NO", -7.0)] {
        let mut row = dataset.observation("sales-growth-2026-h1").unwrap().clone();
        (row.id, row.place, row.value) = (id.to_owned(), place.to_owned(), value);
        row.period = half_year("2025-07-01", "2025-12-31");
        "2025-h1-review".clone_into(&mut row.source);
        dataset.observations.push(row);
    }
    dataset
}

#[test]
fn the_latest_period_is_drawn_and_the_others_are_counted() {
    let scene = sales(&with_another_period(), 800.0);
    assert_eq!(values(&scene), [446.0, 276.0, 144.0, 140.0, 8.0]);
    assert!(written(&scene).contains("Not drawn: 3 more, for other periods."));
}

#[test]
fn to_at_and_published_by_choose_the_period() {
    let dataset = with_another_period();
    for option in ["to", "at", "published-by"] {
        let scene = draw_options(&dataset, &[("view", "sales"), (option, "2026-03-31")], 800.0);
        assert_eq!(values(&scene), [20.0, -7.0, 3.0], "{option}");
        assert!(written(&scene).contains("in the second half of 2025"), "{option}");
        assert!(!written(&scene).contains("for other periods"), "{option}");
    }
    let scene = draw_options(&dataset, &[("view", "sales"), ("from", "2026-01-01")], 800.0);
    assert_eq!(values(&scene).len(), 5);
    assert!(!written(&scene).contains("for other periods"));
}

#[test]
fn a_time_without_figures_says_so() {
    let scene = draw_options(&embedded::dataset(), &[("view", "sales"), ("to", "2022-12-31")], 800.0);
    assert!(scene.marks.is_empty());
    assert!(written(&scene).contains("The dataset says nothing of what is chosen that this view can draw."));
}

#[test]
fn place_and_metric_choose_what_is_drawn() {
    let dataset = embedded::dataset();
    let europe = draw_options(&dataset, &[("view", "sales"), ("place", "europe")], 800.0);
    assert_eq!(values(&europe), [446.0, 144.0, 140.0]);
    let finland = draw_options(&dataset, &[("view", "sales"), ("place", "FI")], 800.0);
    assert_eq!((values(&finland), finland.title.as_str()), (vec![446.0], "Sold 446% more in Finland"));
    let ranks = draw_options(&dataset, &[("view", "sales"), ("metric", "sales-rank")], 800.0);
    assert_eq!((values(&ranks).len(), ranks.marks.len()), (0, 2));
    assert_eq!(ranks.title, "Sales rank in Hong Kong, #5: rank 4");
}

#[test]
fn what_two_sources_say_stands_side_by_side_with_the_sign_of_their_conflict() {
    let mut dataset = embedded::dataset();
    let mut row = dataset.observation("sales-growth-se-2026-h1").unwrap().clone();
    (row.id, row.value, row.source) = ("other".to_owned(), 120.0, "2026-hong-kong-advertorial".to_owned());
    dataset.observations.push(row);
    let between = ["sales-growth-se-2026-h1", "other"].map(|id| format!("observation:{id}")).to_vec();
    dataset.conflicts.push(Conflict { id: "sweden".to_owned(), what: "Two figures.".to_owned(), between });
    for width in WIDTHS {
        let scene = sales(&dataset, width);
        let [one, other] = ["sales-growth-se-2026-h1", "other"].map(|id| bar(&scene, id));
        assert!(other.y > one.bottom() && other.y < one.bottom() + 8.0, "close to each other at {width}");
        let name = |name: &str| texts(&scene).into_iter().filter(|text| text.content == name).count();
        assert_eq!(name("Sweden"), 1, "one name for both at {width}");
        let signs = scene.primitives.iter().filter(|part| {
            matches!(part.shape, Shape::Circle { .. }) && part.fill == Some(Fill::Solid(Theme::light().warning))
        });
        assert_eq!(signs.count(), 3, "at both bars, and where it is told, at {width}");
        assert!(scene.marks.iter().any(|mark| mark.id == "conflict:sweden"));
    }
    let scene = sales(&dataset, 800.0);
    assert!(written(&scene).contains("advertorial") && written(&scene).contains("smart newsroom"));
}

#[test]
fn of_many_markets_the_middle_is_counted() {
    let places = embedded::dataset().places;
    let parts: Vec<&str> = places.iter().map(|place| place.id.as_str()).filter(|id| *id != "world").collect();
    let rows: Vec<_> =
        parts.iter().zip(1_u32..).map(|(id, value)| (*id, *id, f64::from(value), Qualifier::Exact)).collect();
    let dataset = dataset_of(&rows);
    for width in WIDTHS {
        let scene = sales(&dataset, width);
        let drawn = values(&scene);
        let left_out = rows.len() - drawn.len();
        assert!(left_out > 0, "{} places", rows.len());
        assert!(written(&scene).contains(&format!("and {left_out} more between these")), "at {width}");
        assert!(drawn.is_sorted_by(|one, other| one > other));
        assert!((drawn[0] - rows.len() as f64).abs() < 0.5 && (drawn[drawn.len() - 1] - 1.0).abs() < 0.5);
    }
}

#[test]
fn many_figures_are_drawn_or_counted() {
    const MANY: usize = 6_000;
    let mut dataset = embedded::dataset();
    let row = dataset.observation("sales-growth-fi-2026-h1").unwrap().clone();
    for index in 0..MANY {
        let id = format!("many-{index}");
        dataset.places.push(Place { id: id.clone(), name: format!("Place {index}"), ..dataset.places[9].clone() });
        dataset.observations.push(Observation { id: format!("again-{index}"), ..row.clone() });
        dataset.observations.push(Observation { id: id.clone(), place: id, value: 500.0, ..row.clone() });
    }
    let dataset = dataset.indexed();
    for width in WIDTHS {
        let scene = sales(&dataset, width);
        let drawn = bars(&scene).len();
        let written = written(&scene);
        let counts = written.split("and ").filter_map(|rest| rest.split_once(" more")?.0.parse::<usize>().ok());
        let counted: usize = counts.sum();
        assert_eq!(drawn + counted, MANY * 2 + 5, "at {width}: {written}");
    }
}
