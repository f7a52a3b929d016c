//! The view of sales: bars from zero, in proportion, the whole apart from its parts, hedges
//! kept, and nothing said that the figures do not say.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod choices;
#[path = "../common/mod.rs"]
mod common;
#[path = "../tables/mod.rs"]
mod tables;
mod words;

use common::{draw_with, primitives, texts, written};
use smart_footprint::dataset::Dataset;
use smart_footprint::dataset::period::{Day, Period, Precision};
use smart_footprint::dataset::tables::{Observation, Qualifier};
use smart_footprint::embedded;
use smart_footprint::options::{ViewKind, ViewOptions};
use smart_footprint::scene::{Fill, Mark, Rectangle, Scene, Shape};
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
