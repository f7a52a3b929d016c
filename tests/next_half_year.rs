//! The next half-year is a change in `data/` alone: rows appended to a copy of the tables are
//! read, embedded and drawn, and point, row, title and footer show them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod tables;

use smart_footprint::dataset::Dataset;
use smart_footprint::dataset::tables::{Qualifier, Status};
use smart_footprint::messages::Messages;
use smart_footprint::options::{ViewKind, ViewOptions};
use smart_footprint::scene::{Mark, Primitive, Scene, Shape};
use smart_footprint::surface::svg;
use smart_footprint::text::AdvanceTable;
use smart_footprint::theme::Theme;
use smart_footprint::view::{self, Input};
use tables::Tables;

const WIDTHS: [f64; 4] = [320.0, 480.0, 800.0, 1600.0];

/// The dataset with the next half-year, by the way that the build takes it.
fn dataset() -> Dataset {
    let tables = Tables::copy();
    tables.append_next_half_year();
    let read = tables.read().unwrap_or_else(|messages| panic!("{}", messages.join("\n")));
    Dataset::from_checked(&tables::embedded_form(&read))
}

fn draw(dataset: &Dataset, view: ViewKind, width: f64) -> Scene {
    let options = ViewOptions { view, ..ViewOptions::default() };
    view::draw(&Input {
        dataset,
        options: &options,
        width,
        theme: &Theme::light(),
        messages: &Messages::english(),
        metrics: &AdvanceTable,
    })
}

fn mark<'a>(scene: &'a Scene, fact: &str) -> &'a Mark {
    let found: Vec<&Mark> =
        scene.marks.iter().filter(|mark| mark.kind != "conflict" && mark.facts[0] == fact).collect();
    assert_eq!(found.len(), 1, "one mark stands for {fact}");
    found[0]
}

fn texts<'a>(scene: &'a Scene) -> Vec<&'a str> {
    let text = |primitive: &'a Primitive| match &primitive.shape {
        Shape::Text(text) => Some(text.content.as_str()),
        _ => None,
    };
    scene.primitives.iter().filter_map(text).collect()
}

/// All words of the picture, over as many lines as they take.
/// All texts; dates hold no-break spaces, which are written as plain ones here.
fn written(scene: &Scene) -> String {
    texts(scene).join(" ").replace('\u{a0}', " ")
}

#[test]
fn growth_has_the_new_points() {
    let dataset = dataset();
    for width in WIDTHS {
        let scene = draw(&dataset, ViewKind::Growth, width);
        let markets = mark(&scene, "observation:markets-2026-h2");
        assert_eq!((markets.kind, markets.value, markets.qualifier), ("point", Some(45.0), Some(Qualifier::Exact)));
        assert_eq!(markets.unit.as_deref(), Some("markets"));
        assert_eq!(markets.label, "45 markets, end of 2026, smart newsroom");
        assert_eq!(markets.sources, ["2026-results"]);
        let outlets = mark(&scene, "observation:outlets-2026-h2");
        assert_eq!((outlets.value, outlets.qualifier), (Some(760.0), Some(Qualifier::MoreThan)));
        assert_eq!(outlets.label, "over 760 outlets, end of 2026, smart newsroom");
        for (mark, label) in [(markets, "45"), (outlets, "over 760")] {
            assert!(texts(&scene).contains(&label), "{label} is written at {width}");
            assert!(mark.bounds.x > 0.0 && mark.bounds.right() < scene.width, "{label} at {width}");
        }
        // It is the last in its panel.
        let last = scene.marks.iter().rfind(|mark| mark.kind == "point" && mark.unit == markets.unit);
        assert_eq!(last.map(|mark| &mark.id), Some(&markets.id));
    }
}

#[test]
fn the_titles_tell_the_new_finding() {
    let dataset = dataset();
    for width in WIDTHS {
        let growth = draw(&dataset, ViewKind::Growth, width);
        assert_eq!(growth.title, "From 22 markets to 45 in three years");
        assert!(written(&growth).contains(&growth.title), "the title is drawn at {width}");
        let lineup = draw(&dataset, ViewKind::Lineup, width);
        assert_eq!(lineup.title, "Five models became six");
        assert!(written(&lineup).contains(&lineup.title), "the title is drawn at {width}");
    }
}

#[test]
fn the_line_up_has_the_new_row_and_what_was_due_is_launched() {
    let dataset = dataset();
    let before = Dataset::from_checked(&Tables::copy().read().unwrap());
    for width in WIDTHS {
        let (was, is) = (draw(&before, ViewKind::Lineup, width), draw(&dataset, ViewKind::Lineup, width));
        let row = is.marks.iter().find(|mark| mark.id == "model:4").unwrap();
        assert_eq!((row.kind, row.status), ("model", Some(Status::Reported)));
        assert_eq!(row.facts, ["event:launch-4-2026-h2"]);
        assert_eq!(row.sources, ["2026-results"]);
        assert!(texts(&is).contains(&"#4"), "the row has its name at {width}");
        assert!(is.height > was.height, "the row has its room at {width}");

        let due = |scene: &Scene| scene.marks.iter().find(|mark| mark.id == "model:2").unwrap().clone();
        assert_eq!((due(&was).kind, due(&is).kind), ("plan", "model"));
        assert_eq!(due(&is).facts[0], "event:launch-2-2026-h2");
        assert!(due(&is).facts.contains(&"event:launch-2-2026".to_owned()), "the plan is still told");

        let count = mark(&is, "observation:models-2026-h2");
        assert_eq!((count.kind, count.value), ("count", Some(6.0)));
        assert_eq!(count.label, "6 models, end of 2026, smart newsroom");
    }
}

#[test]
fn the_footers_name_the_new_source() {
    let dataset = dataset();
    let before = Dataset::from_checked(&Tables::copy().read().unwrap());
    for width in WIDTHS {
        for view in [ViewKind::Growth, ViewKind::Lineup] {
            assert!(!written(&draw(&before, view, width)).contains("12 Jan 2027"));
            let footer = written(&draw(&dataset, view, width));
            assert!(footer.contains("12 Jan 2027"), "{} at {width}: {footer}", view.word());
        }
    }
}

#[test]
fn what_was_told_before_is_still_drawn() {
    let dataset = dataset();
    let before = Dataset::from_checked(&Tables::copy().read().unwrap());
    for view in [ViewKind::Growth, ViewKind::Lineup] {
        let (was, is) = (draw(&before, view, 800.0), draw(&dataset, view, 800.0));
        for mark in &was.marks {
            let now = is.marks.iter().find(|other| other.id == mark.id);
            let now = now.unwrap_or_else(|| panic!("{}: {} is gone", view.word(), mark.id));
            assert!(mark.facts.iter().all(|fact| now.facts.contains(fact)), "{}", mark.id);
        }
    }
}

#[test]
fn the_stills_show_it() {
    let dataset = dataset();
    let growth = svg::write(&draw(&dataset, ViewKind::Growth, 800.0), "en", svg::FONT_FAMILY);
    assert!(growth.contains(">45</text>") && growth.contains("From 22 markets to 45 in three years"));
    let lineup = svg::write(&draw(&dataset, ViewKind::Lineup, 800.0), "en", svg::FONT_FAMILY);
    assert!(lineup.contains("data-mark=\"model:4\"") && lineup.contains(">#4</text>"));
}
