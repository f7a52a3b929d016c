//! The view of sales: bars from zero, in proportion, the whole apart from its parts, hedges
//! kept, and nothing said that the figures do not say.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;
mod tables;

use common::{draw_options, draw_with, primitives, texts, written};
use smart_footprint::dataset::Dataset;
use smart_footprint::dataset::period::{Day, Period, Precision};
use smart_footprint::dataset::tables::{Conflict, Observation, Place, Qualifier};
use smart_footprint::embedded;
use smart_footprint::options::{ViewKind, ViewOptions};
use smart_footprint::scene::{Fill, Mark, Rectangle, Scene, Shape, Text};
use smart_footprint::theme::Theme;

const WIDTHS: [f64; 4] = [200.0, 320.0, 800.0, 1600.0];

fn sales(dataset: &Dataset, width: f64) -> Scene {
    let options = ViewOptions { view: ViewKind::Sales, ..ViewOptions::default() };
    draw_with(dataset, &options, width, &Theme::light())
}

fn bars(scene: &Scene) -> Vec<&Mark> {
    scene.marks.iter().filter(|mark| mark.kind == "bar").collect()
}

fn values(scene: &Scene) -> Vec<f64> {
    bars(scene).iter().map(|mark| mark.value.unwrap()).collect()
}

/// The bar of a mark: the one rectangle that is drawn for it.
fn bar(scene: &Scene, id: &str) -> Rectangle {
    let mark = scene.marks.iter().position(|mark| mark.id == format!("observation:{id}")).unwrap();
    let boxes: Vec<Rectangle> = primitives(scene, mark)
        .filter_map(|primitive| match primitive.shape {
            // The outline of a hollow bar lies within the bar.
            Shape::Rectangle { bounds, .. } => Some(primitive.stroke.map_or(bounds, |_| bounds.grown(0.75))),
            _ => None,
        })
        .collect();
    assert_eq!(boxes.len(), 1, "{id}");
    boxes[0]
}

fn is_broken(scene: &Scene, id: &str) -> bool {
    let mark = scene.marks.iter().position(|mark| mark.id == format!("observation:{id}")).unwrap();
    let gap = Some(Fill::Solid(scene.background));
    primitives(scene, mark)
        .any(|primitive| matches!(primitive.shape, Shape::Path { closed: true, .. }) && primitive.fill == gap)
}

/// Id, place, value, qualifier.
type Figure<'a> = (&'a str, &'a str, f64, Qualifier);

/// The embedded dataset with other figures of growth.
fn dataset_of(rows: &[Figure]) -> Dataset {
    let mut dataset = embedded::dataset();
    let row = dataset.observation("sales-growth-2026-h1").unwrap().clone();
    dataset.observations.retain(|row| !row.metric.starts_with("sales-"));
    for (id, place, value, qualifier) in rows {
        let (id, place) = ((*id).to_owned(), (*place).to_owned());
        dataset.observations.push(Observation { id, place, value: *value, qualifier: *qualifier, ..row.clone() });
    }
    dataset
}

fn exact<'a>(id: &'a str, place: &'a str, value: f64) -> Figure<'a> {
    (id, place, value, Qualifier::Exact)
}

fn title(rows: &[Figure]) -> String {
    sales(&dataset_of(rows), 800.0).title
}

fn half_year(from: &str, to: &str) -> Period {
    let period = *embedded::dataset().observation("sales-growth-2026-h1").map(|row| &row.period).unwrap();
    Period { from: Day::parse(from), to: Day::parse(to), precision: Precision::HalfYear, ..period }
}

// --- Bars -------------------------------------------------------------------------------

#[test]
fn markets_are_sorted_by_size_and_the_world_comes_last() {
    for width in WIDTHS {
        let scene = sales(&embedded::dataset(), width);
        assert_eq!(values(&scene), [446.0, 276.0, 144.0, 140.0, 8.0]);
        let tops: Vec<f64> = bars(&scene).iter().map(|mark| mark.bounds.y).collect();
        assert!(tops.is_sorted(), "read from top to bottom at {width}");
    }
}

#[test]
fn bars_start_at_zero_and_are_as_long_as_their_figures() {
    for width in WIDTHS {
        let scene = sales(&embedded::dataset(), width);
        let ids = ["sales-growth-fi-2026-h1", "sales-growth-hk-2026-h1", "sales-growth-2026-h1"];
        let [longest, second, world] = ids.map(|id| bar(&scene, id));
        assert!((longest.x - world.x).abs() < 0.01 && (second.x - world.x).abs() < 0.01, "one zero at {width}");
        for (bar, value) in [(second, 276.0), (world, 8.0)] {
            assert!((bar.width / longest.width - value / 446.0).abs() < 1e-6, "{value} at {width}");
        }
        assert!(world.width >= 1.5, "the short bar is seen at {width}: {}", world.width);
    }
}

#[test]
fn the_world_stands_apart_in_its_own_ink() {
    let theme = Theme::light();
    for width in WIDTHS {
        let scene = sales(&embedded::dataset(), width);
        let ids = ["sales-growth-se-2026-h1", "sales-growth-de-2026-h1", "sales-growth-2026-h1"];
        let [before, last, world] = ids.map(|id| bar(&scene, id));
        let (step, gap) = (last.y - before.y, world.y - last.y);
        assert!(gap > step + 8.0, "{gap} after steps of {step} at {width}");
        let fill_of = |id: &str| {
            let mark = scene.marks.iter().position(|mark| mark.id.ends_with(id)).unwrap();
            primitives(&scene, mark).find(|part| matches!(part.shape, Shape::Rectangle { .. })).unwrap().fill
        };
        assert_eq!(fill_of("sales-growth-2026-h1"), Some(Fill::Solid(theme.ink)));
        assert_eq!(fill_of("sales-growth-de-2026-h1"), Some(Fill::Solid(theme.accent)));
    }
}

#[test]
fn values_stand_at_the_ends_of_their_bars() {
    for width in WIDTHS {
        let scene = sales(&embedded::dataset(), width);
        for (id, value) in [("sales-growth-fi-2026-h1", "+446%"), ("sales-growth-2026-h1", "+8%")] {
            let text = texts(&scene).into_iter().find(|text| text.content == value).unwrap().bounds();
            let bar = bar(&scene, id);
            assert!(text.x > bar.right() && text.x < bar.right() + 12.0, "{value} at {width}");
            assert!(text.y < bar.bottom() && text.bottom() > bar.y, "{value} at {width}");
        }
    }
}

#[test]
fn names_stand_over_the_bars_where_it_is_narrow_and_beside_them_elsewhere() {
    for width in WIDTHS {
        let scene = sales(&embedded::dataset(), width);
        let name = texts(&scene).into_iter().find(|text| text.content == "Finland").unwrap().bounds();
        let bar = bar(&scene, "sales-growth-fi-2026-h1");
        let (over, beside) = (name.bottom() <= bar.y && name.x <= bar.x, name.right() < bar.x);
        assert_eq!((over, beside), if width < 480.0 { (true, false) } else { (false, true) }, "at {width}");
    }
}

#[test]
fn falls_lie_to_the_left_of_zero() {
    let dataset = dataset_of(&[
        exact("world", "world", -4.0),
        exact("up", "FI", 30.0),
        exact("down", "DE", -12.0),
        exact("flat", "SE", 0.0),
    ]);
    for width in WIDTHS {
        let scene = sales(&dataset, width);
        assert_eq!(values(&scene), [30.0, 0.0, -12.0, -4.0]);
        let [up, down, flat, world] = ["up", "down", "flat", "world"].map(|id| bar(&scene, id));
        assert!((down.right() - up.x).abs() < 0.01 && (world.right() - up.x).abs() < 0.01, "one zero at {width}");
        assert!((down.width / up.width - 12.0 / 30.0).abs() < 1e-6 && flat.width < 0.01, "at {width}");
        let value = texts(&scene).into_iter().find(|text| text.content == "−12%").unwrap().bounds();
        // Where room is scarce, it stands on the side of growth, which is free.
        let at_the_end = if width < 480.0 { value.x > down.right() } else { value.right() < down.x };
        assert!(at_the_end, "the value stands at the fall at {width}");
    }
}

#[test]
fn what_would_squeeze_the_others_is_broken_and_drawn_as_broken() {
    let rows = [exact("huge", "FI", 40_000.0), exact("a", "SE", 12.0), exact("b", "DE", 9.0), exact("c", "HK", 3.0)];
    let dataset = dataset_of(&rows);
    for width in WIDTHS {
        let scene = sales(&dataset, width);
        assert!(is_broken(&scene, "huge") && !is_broken(&scene, "a"), "at {width}");
        let [huge, a, c] = ["huge", "a", "c"].map(|id| bar(&scene, id));
        assert!(huge.width > a.width && c.width >= 1.5, "at {width}");
        assert!((c.width / a.width - 3.0 / 12.0).abs() < 1e-6, "the others keep their proportion at {width}");
        assert!(written(&scene).contains("longer than drawn"), "the legend says so at {width}");
        assert!(written(&scene).contains("+40,000%"));
    }
    assert!(!written(&sales(&embedded::dataset(), 800.0)).contains("longer than drawn"));
}

// --- Hedges -----------------------------------------------------------------------------

/// Where an open arrow points: right, left, or there is none.
fn arrow(scene: &Scene, id: &str) -> Option<&'static str> {
    let mark = scene.marks.iter().position(|mark| mark.id == format!("observation:{id}")).unwrap();
    primitives(scene, mark).find_map(|primitive| match &primitive.shape {
        Shape::Path { points, closed: false } if points.len() == 3 => {
            Some(if points[1].x > points[0].x { "right" } else { "left" })
        }
        _ => None,
    })
}

#[test]
fn hedged_figures_keep_their_hedge_in_words_and_form() {
    use Qualifier::{About, AtLeast, AtMost, Exact, LessThan, MoreThan, Nearly};
    let cases = [
        ("a", "FI", 90.0, Exact, "+90%", None),
        ("b", "SE", 80.0, MoreThan, "over +80%", Some("right")),
        ("c", "DE", 70.0, AtLeast, "at least +70%", Some("right")),
        ("d", "HK", 60.0, LessThan, "under +60%", Some("left")),
        ("e", "NO", 50.0, AtMost, "at most +50%", Some("left")),
        ("f", "FR", 40.0, Nearly, "nearly +40%", None),
        ("g", "ES", 30.0, About, "about +30%", None),
        ("h", "IT", -20.0, AtLeast, "at least −20%", Some("right")),
        ("i", "GB", -30.0, AtMost, "at most −30%", Some("left")),
    ];
    let dataset = dataset_of(&cases.map(|(id, place, value, qualifier, ..)| (id, place, value, qualifier)));
    for width in WIDTHS {
        let scene = sales(&dataset, width);
        for (id, _, _, qualifier, text, direction) in cases {
            assert_eq!(arrow(&scene, id), direction, "{text} at {width}");
            assert!(texts(&scene).iter().any(|written| written.content == text), "{text} at {width}");
            let mark = scene.marks.iter().position(|mark| mark.id == format!("observation:{id}")).unwrap();
            let filled = primitives(&scene, mark).any(|part| part.fill == Some(Fill::Solid(Theme::light().accent)));
            assert_eq!(filled, qualifier == Exact, "{text} is filled as if it were exact, or not, at {width}");
        }
        for meaning in ["lower bound", "upper bound", "rounded"] {
            assert!(written(&scene).contains(meaning), "{meaning} at {width}");
        }
    }
}

// --- Words ------------------------------------------------------------------------------

#[test]
fn the_title_is_the_finding() {
    assert_eq!(sales(&embedded::dataset(), 800.0).title, "Sold 8% more worldwide; four markets more than doubled");
    let world = exact("w", "world", -5.0);
    let cases: &[(&[Figure], &str)] = &[
        (&[world], "Sold 5% less worldwide"),
        (&[exact("w", "world", 0.0)], "Sold as much worldwide as before"),
        (&[("w", "world", 8.0, Qualifier::MoreThan)], "Sold over 8% more worldwide"),
        (&[("w", "world", -8.0, Qualifier::AtLeast)], "Sales growth worldwide: at least −8%"),
        (&[world, exact("a", "FI", 12.0)], "Sold 5% less worldwide; Finland: +12%"),
        (&[exact("a", "FI", 12.0)], "Sales growth: Finland: +12%"),
        (&[world, exact("a", "FI", 120.0)], "Sold 5% less worldwide; Finland more than doubled"),
        (
            &[world, exact("a", "FI", 12.0), exact("b", "SE", -2.0), exact("c", "DE", 3.0)],
            "Sold 5% less worldwide; two of three markets told of grew",
        ),
        (&[exact("a", "FI", -12.0), exact("b", "SE", -2.0)], "Sales growth: both markets told of fell"),
        (&[exact("a", "FI", 12.0), exact("b", "europe", 2.0)], "Sales growth: both places told of grew"),
        // A hundred percent more is twice, not more than twice; a bound from above tells nothing.
        (&[exact("a", "FI", 100.0), exact("b", "SE", 2.0)], "Sales growth: both markets told of grew"),
        (&[("a", "FI", 100.0, Qualifier::MoreThan), exact("b", "SE", 2.0)], "Sales growth: Finland more than doubled"),
        (&[("a", "FI", 300.0, Qualifier::AtMost), exact("b", "SE", 2.0)], "Sales growth: first half of 2026"),
        (
            &[("a", "FI", 110.0, Qualifier::About), ("b", "SE", 105.0, Qualifier::Nearly)],
            "Sales growth: both markets told of grew",
        ),
        (&[exact("w", "world", 5.0), exact("v", "world", 6.0)], "Sales growth worldwide: told differently"),
    ];
    for (rows, expected) in cases {
        assert_eq!(title(rows).replace('\u{a0}', " "), *expected);
    }
}

#[test]
fn the_subtitle_says_what_it_is_measured_against() {
    let scene = sales(&embedded::dataset(), 800.0);
    let subtitle = "Sales growth of smart in the first half of 2026, against the same half-year of 2025";
    assert!(written(&scene).contains(subtitle), "{}", written(&scene));
    let mut dataset = embedded::dataset();
    for row in &mut dataset.observations {
        row.method = None;
    }
    assert!(written(&sales(&dataset, 800.0)).contains("measured against what is not told"));
}

#[test]
fn a_bar_that_is_measured_otherwise_says_so() {
    let mut dataset = embedded::dataset();
    let row = dataset.observations.iter_mut().find(|row| row.id == "sales-growth-se-2026-h1").unwrap();
    row.method = Some("against the half-year before".to_owned());
    let scene = sales(&dataset, 800.0);
    let told = texts(&scene).into_iter().filter(|text| text.content.contains("against the half-year before"));
    let bar = bar(&scene, "sales-growth-se-2026-h1");
    let boxes: Vec<Rectangle> = told.map(Text::bounds).collect();
    assert!(boxes.len() == 1 && boxes[0].y < bar.bottom() && boxes[0].bottom() > bar.y, "{boxes:?}");
}

#[test]
fn it_is_said_that_no_number_of_cars_is_given_unless_one_is() {
    const SENTENCE: &str = "No number of cars is given.";
    let mut dataset = embedded::dataset();
    assert!(written(&sales(&dataset, 800.0)).contains(SENTENCE));
    let mut row = dataset.observation("deliveries-2024-01-19").unwrap().clone();
    row.id = "deliveries-fi".to_owned();
    row.place = "FI".to_owned();
    row.period = half_year("2026-01-01", "2026-06-30");
    dataset.observations.push(row);
    let scene = sales(&dataset, 800.0);
    assert!(!written(&scene).contains(SENTENCE));
    assert!(scene.marks.iter().any(|mark| mark.id == "observation:deliveries-fi" && mark.kind == "figure"));
    // What a filter hides is given all the same.
    let hidden = draw_options(&dataset, &[("view", "sales"), ("qualifiers", "exact")], 800.0);
    assert!(!written(&hidden).contains(SENTENCE) && !written(&hidden).contains("vehicles"));
}

#[test]
fn it_is_said_how_many_markets_the_source_picked() {
    let mut dataset = embedded::dataset();
    let sentence = "Of 41 markets that it counts, the source gives a figure for four.";
    assert!(written(&sales(&dataset, 800.0)).contains(sentence));
    // The count of another source is no measure of what this one picked.
    dataset.observations.iter_mut().find(|row| row.id == "markets-2026-h1").unwrap().source =
        "2025-h1-review".to_owned();
    let scene = sales(&dataset, 800.0);
    assert!(
        !written(&scene).contains("it counts") && written(&scene).contains("Markets that a figure is given for: four.")
    );
}

#[test]
fn ranks_stand_as_figures_under_the_bars() {
    for width in WIDTHS {
        let scene = sales(&embedded::dataset(), width);
        let figures: Vec<&str> =
            scene.marks.iter().filter(|mark| mark.kind == "figure").map(|mark| mark.id.as_str()).collect();
        assert_eq!(figures, ["observation:sales-rank-5-hk-2025", "observation:sales-rank-cn-2023"]);
    }
    let scene = sales(&embedded::dataset(), 800.0);
    assert!(written(&scene).contains("China, premium brands, compact SUV segment, 2023"));
}

// --- Time, place, sources ---------------------------------------------------------------

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
    assert!(written(&scene).contains("and 3 more for other periods"));
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
    assert!(written(&scene).contains("The dataset says nothing that this view can draw."));
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
    assert_eq!(ranks.title, "rank 4 in Hong Kong, 2025");
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
