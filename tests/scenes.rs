//! What holds for every view at every width: no text over text, nothing cut, every fact in
//! its mark, every form what it means; and what options and surfaces make of it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod tables;

use std::collections::BTreeSet;

use smart_footprint::dataset::Dataset;
use smart_footprint::dataset::node::{Node, Value};
use smart_footprint::dataset::period::Day;
use smart_footprint::dataset::tables::{MetricKind, ModelKind, Observation, Qualifier, Status};
use smart_footprint::embedded;
use smart_footprint::messages::Messages;
use smart_footprint::options::{Loading, ThemeChoice, ViewKind, ViewOptions};
use smart_footprint::scene::{Fill, Mark, Primitive, Rectangle, Scene, Shape, Text};
use smart_footprint::surface::svg;
use smart_footprint::text::AdvanceTable;
use smart_footprint::theme::Theme;
use smart_footprint::view::{self, Input};
use tables::Tables;

const VIEWS: [ViewKind; 2] = [ViewKind::Growth, ViewKind::Lineup];

fn draw_with(dataset: &Dataset, options: &ViewOptions, width: f64, theme: &Theme) -> Scene {
    let messages = Messages::english();
    view::draw(&Input { dataset, options, width, theme, messages: &messages, metrics: &AdvanceTable })
}

fn draw(dataset: &Dataset, view: ViewKind, width: f64) -> Scene {
    draw_with(dataset, &ViewOptions { view, ..ViewOptions::default() }, width, &Theme::light())
}

fn draw_options(dataset: &Dataset, options: &[(&str, &str)], width: f64) -> Scene {
    draw_with(dataset, &options_of(dataset, options), width, &Theme::light())
}

fn options_of(dataset: &Dataset, options: &[(&str, &str)]) -> ViewOptions {
    let (options, warnings) = ViewOptions::read(&node_of(options), dataset);
    assert_eq!(warnings, []);
    options
}

fn node_of(options: &[(&str, &str)]) -> Node {
    Value::Map(options.iter().map(|(name, value)| ((*name).to_owned(), Node::text(*value))).collect()).into()
}

/// The embedded dataset, and the same with another half-year.
fn datasets() -> [(&'static str, Dataset); 2] {
    let tables = Tables::copy();
    tables.append_next_half_year();
    [("as it is", embedded::dataset()), ("with another half-year", Dataset::from_checked(&tables.read().unwrap()))]
}

/// Calls for every dataset, view, width and theme; tells all faults, not the first alone.
fn everywhere(faults_of: impl Fn(&Dataset, &Scene) -> Vec<String>) {
    let mut faults = Vec::new();
    for (name, dataset) in datasets() {
        for view in VIEWS {
            for width in (200..=2000).step_by(40) {
                for (theme, colors) in [("light", Theme::light()), ("dark", Theme::dark())] {
                    let options = ViewOptions { view, ..ViewOptions::default() };
                    let scene = draw_with(&dataset, &options, f64::from(width), &colors);
                    let here = format!("{}, {width} px, {theme}, {name}", view.word());
                    faults.extend(faults_of(&dataset, &scene).into_iter().map(|fault| format!("{here}: {fault}")));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

fn texts(scene: &Scene) -> Vec<&Text> {
    scene
        .primitives
        .iter()
        .filter_map(|primitive| match &primitive.shape {
            Shape::Text(text) => Some(text),
            _ => None,
        })
        .collect()
}

/// All texts; dates hold no-break spaces, which are written as plain ones here.
fn written(scene: &Scene) -> String {
    texts(scene).iter().map(|text| text.content.as_str()).collect::<Vec<_>>().join(" ").replace('\u{a0}', " ")
}

fn primitives(scene: &Scene, mark: usize) -> impl Iterator<Item = &Primitive> {
    scene.primitives.iter().filter(move |primitive| primitive.mark == Some(mark))
}

// --- Text and place ---------------------------------------------------------------------

#[test]
fn no_text_stands_over_text() {
    everywhere(|_, scene| {
        let texts = texts(scene);
        let boxes: Vec<Rectangle> = texts.iter().map(|text| text.bounds().grown(-0.5)).collect();
        let mut faults = Vec::new();
        for (index, one) in boxes.iter().enumerate() {
            for other in (index + 1..boxes.len()).filter(|other| one.overlaps(&boxes[*other])) {
                faults.push(format!("{:?} over {:?}", texts[index].content, texts[other].content));
            }
        }
        faults
    });
}

#[test]
fn no_text_is_cut_by_the_edge() {
    everywhere(|_, scene| {
        let picture = Rectangle::new(0.0, 0.0, scene.width, scene.height);
        let outside = |text: &&&Text| !picture.contains(&text.bounds());
        texts(scene).iter().filter(outside).map(|text| format!("{:?} at {:?}", text.content, text.bounds())).collect()
    });
}

#[test]
fn no_text_is_empty() {
    everywhere(|_, scene| {
        let empty = texts(scene).iter().filter(|text| text.content.trim().is_empty()).count();
        if empty > 0 { vec![format!("{empty} empty texts")] } else { Vec::new() }
    });
}

#[test]
fn nothing_drawn_lies_outside_the_picture() {
    everywhere(|_, scene| {
        let picture = Rectangle::new(0.0, 0.0, scene.width, scene.height).grown(0.5);
        let outside = |primitive: &&Primitive| !picture.contains(&primitive.bounds());
        scene.primitives.iter().filter(outside).map(|primitive| format!("{:?}", primitive.shape)).collect()
    });
}

#[test]
fn the_picture_is_as_wide_as_asked() {
    let dataset = embedded::dataset();
    for view in VIEWS {
        for width in [200.0, 320.0, 333.5, 1600.0] {
            let scene = draw(&dataset, view, width);
            assert!((scene.width - width).abs() < 0.01 && scene.height > 100.0, "{} at {width}", view.word());
        }
    }
}

#[test]
fn a_text_is_as_wide_as_it_was_measured() {
    use smart_footprint::text::TextMetrics;
    everywhere(|_, scene| {
        let wrong = |text: &&&Text| (AdvanceTable.width(&text.content, text.style) - text.width).abs() > 0.01;
        texts(scene).iter().filter(wrong).map(|text| format!("{:?}", text.content)).collect()
    });
}

// --- Marks ------------------------------------------------------------------------------

#[test]
fn every_mark_is_whole() {
    everywhere(|_, scene| {
        let mut faults = Vec::new();
        let picture = Rectangle::new(0.0, 0.0, scene.width, scene.height);
        let mut ids = BTreeSet::new();
        if scene.marks.is_empty() {
            faults.push("no marks".to_owned());
        }
        for (index, mark) in scene.marks.iter().enumerate() {
            let Rectangle { width, height, .. } = mark.bounds;
            let finite = width.is_finite() && height.is_finite() && width > 0.0 && height > 0.0;
            if !finite || !picture.contains(&mark.bounds) {
                faults.push(format!("{} lies at {:?}", mark.id, mark.bounds));
            }
            if primitives(scene, index).next().is_none() {
                faults.push(format!("nothing is drawn for {}", mark.id));
            }
            if !ids.insert(&mark.id) {
                faults.push(format!("{} stands twice", mark.id));
            }
            if mark.label.trim().is_empty() || mark.facts.is_empty() || mark.sources.is_empty() {
                faults.push(format!("{} has no label, fact or source", mark.id));
            }
        }
        let known = |primitive: &Primitive| primitive.mark.is_none_or(|mark| mark < scene.marks.len());
        if !scene.primitives.iter().all(known) {
            faults.push("a primitive of an unknown mark".to_owned());
        }
        faults
    });
}

#[test]
fn the_title_says_something_and_is_drawn() {
    everywhere(|_, scene| {
        let drawn = written(scene).contains(&scene.title);
        let said = !scene.title.trim().is_empty() && !scene.summary.trim().is_empty();
        if drawn && said { Vec::new() } else { vec![format!("title {:?}, drawn: {drawn}", scene.title)] }
    });
}

#[test]
fn the_same_input_gives_the_same_picture() {
    let dataset = embedded::dataset();
    for view in VIEWS {
        for width in [320.0, 777.0, 1600.0] {
            assert_eq!(draw(&dataset, view, width), draw(&dataset, view, width));
        }
    }
}

#[test]
fn light_and_dark_differ_in_colours_alone() {
    let dataset = embedded::dataset();
    for view in VIEWS {
        let options = ViewOptions { view, ..ViewOptions::default() };
        let [light, dark] = [Theme::light(), Theme::dark()].map(|theme| draw_with(&dataset, &options, 800.0, &theme));
        assert_eq!(light.marks, dark.marks);
        assert!(light.background != dark.background);
        let shapes =
            |scene: &Scene| scene.primitives.iter().map(|primitive| primitive.shape.clone()).collect::<Vec<_>>();
        assert_eq!(shapes(&light), shapes(&dark));
    }
}

// --- Reading order ----------------------------------------------------------------------

/// Whether the items come in runs: none returns after another has come.
fn in_runs<T: PartialEq>(items: &[T]) -> bool {
    items.iter().enumerate().all(|(index, item)| {
        let last = items.iter().rposition(|other| other == item).unwrap();
        items[index..=last].iter().all(|other| other == item)
    })
}

#[test]
fn growth_is_read_panel_by_panel_then_figures_then_conflicts() {
    everywhere(|dataset, scene| {
        if scene.marks[0].view != "growth" {
            return Vec::new();
        }
        let mut faults = Vec::new();
        let rank = |mark: &Mark| match mark.kind {
            "point" | "bar" => 0,
            "figure" => 1,
            "conflict" => 2,
            kind => panic!("{kind}"),
        };
        if !scene.marks.windows(2).all(|pair| rank(&pair[0]) <= rank(&pair[1])) {
            faults.push("panels, figures and conflicts are mixed".to_owned());
        }
        let panels: Vec<&Mark> = scene.marks.iter().filter(|mark| rank(mark) == 0).collect();
        let units: Vec<&str> = panels.iter().filter_map(|mark| mark.unit.as_deref()).collect();
        let metrics: Vec<&str> = dataset.metrics.iter().map(|metric| metric.unit.as_str()).collect();
        let place = |unit: &str| metrics.iter().position(|other| *other == unit);
        if !in_runs(&units) || !units.windows(2).all(|pair| place(pair[0]) <= place(pair[1])) {
            faults.push(format!("panels in the order {units:?}"));
        }
        for pair in panels.windows(2).filter(|pair| pair[0].unit == pair[1].unit) {
            let end = |mark: &Mark| mark.period.and_then(|period| period.end());
            let in_order = match (pair[0].kind, pair[1].kind) {
                ("point", "point") => end(pair[0]) <= end(pair[1]),
                ("point", "bar") => true,
                ("bar", "bar") => pair[0].period.unwrap().start() <= pair[1].period.unwrap().start(),
                _ => false,
            };
            if !in_order {
                faults.push(format!("{} before {}", pair[0].id, pair[1].id));
            }
        }
        faults
    });
}

#[test]
fn the_line_up_is_read_row_by_row_then_counts_then_conflicts() {
    everywhere(|dataset, scene| {
        if scene.marks[0].view != "lineup" {
            return Vec::new();
        }
        let mut faults = Vec::new();
        // What is made from a model comes after it, before the next model.
        let base = |mark: &Mark| {
            let mut model = dataset.model(mark.model.as_deref()?)?;
            while let Some(base) = model.base.as_deref().and_then(|id| dataset.model(id)) {
                model = base;
            }
            Some(model.id.clone())
        };
        let rank = |mark: &Mark| match mark.kind {
            "count" => 1,
            "conflict" => 2,
            _ => 0,
        };
        if !scene.marks.windows(2).all(|pair| rank(&pair[0]) <= rank(&pair[1])) {
            faults.push("rows, counts and conflicts are mixed".to_owned());
        }
        let cars: Vec<&Mark> = scene.marks.iter().filter(|mark| rank(mark) == 0).collect();
        let rows: Vec<Option<String>> = cars.iter().map(|mark| base(mark)).collect();
        if !in_runs(&rows) {
            faults.push(format!("rows in the order {rows:?}"));
        }
        for (index, mark) in cars.iter().enumerate() {
            let first = index == 0 || rows[index - 1] != rows[index];
            if first != matches!(mark.kind, "model" | "plan") {
                faults.push(format!("{} is not where its row begins", mark.id));
            }
        }
        let launched: Vec<bool> = cars
            .iter()
            .filter_map(|mark| match mark.kind {
                "model" => Some(false),
                "plan" => Some(true),
                _ => None,
            })
            .collect();
        if !launched.is_sorted() {
            faults.push("plans stand among what is launched".to_owned());
        }
        let counts: Vec<Option<Day>> =
            scene.marks.iter().filter(|mark| mark.kind == "count").map(|mark| mark.period.unwrap().end()).collect();
        if !counts.is_sorted() {
            faults.push("counts out of order".to_owned());
        }
        faults
    });
}

// --- Facts ------------------------------------------------------------------------------

/// Whether the growth view is about the figure: a count of the whole brand, or what was added
/// to one worldwide.
fn belongs_to_growth(dataset: &Dataset, row: &Observation) -> bool {
    let metric = dataset.metric(&row.metric).unwrap();
    let whole = row.model.is_none() && row.partner.is_none() && metric.id != "models" && row.restates.is_none();
    match metric.kind {
        MetricKind::Stock | MetricKind::Cumulative => whole,
        MetricKind::Flow => {
            let counted = |other: &&smart_footprint::dataset::tables::Metric| {
                other.kind == MetricKind::Stock && other.unit == metric.unit
            };
            whole && row.place == "world" && dataset.metrics.iter().any(|other| counted(&other))
        }
        _ => false,
    }
}

#[test]
fn every_figure_of_a_view_is_in_a_mark_and_no_repeat_is() {
    everywhere(|dataset, scene| {
        let facts: BTreeSet<&str> = scene.marks.iter().flat_map(|mark| &mark.facts).map(String::as_str).collect();
        let growth = scene.marks[0].view == "growth";
        let mut faults = Vec::new();
        for row in &dataset.observations {
            let wanted =
                if growth { belongs_to_growth(dataset, row) } else { row.metric == "models" && row.restates.is_none() };
            let there = facts.contains(["observation:", &row.id].concat().as_str());
            if wanted && !there {
                faults.push(format!("{} is nowhere", row.id));
            }
            if row.restates.is_some() && there {
                faults.push(format!("the repeat {} is drawn", row.id));
            }
        }
        faults
    });
}

#[test]
fn every_happening_with_a_car_of_the_line_up_is_in_a_mark() {
    let dataset = embedded::dataset();
    let scene = draw(&dataset, ViewKind::Lineup, 800.0);
    let facts: BTreeSet<&str> = scene.marks.iter().flat_map(|mark| &mark.facts).map(String::as_str).collect();
    for event in &dataset.events {
        let Some(mut model) = event.model.as_deref().and_then(|id| dataset.model(id)) else { continue };
        while let Some(base) = model.base.as_deref().and_then(|id| dataset.model(id)) {
            model = base;
        }
        if model.kind == ModelKind::Model {
            assert!(facts.contains(["event:", &event.id].concat().as_str()), "{}", event.id);
        }
    }
}

#[test]
fn a_mark_says_what_its_row_says() {
    everywhere(|dataset, scene| {
        let mut faults = Vec::new();
        for mark in scene.marks.iter().filter(|mark| mark.value.is_some()) {
            let row = dataset.observation(mark.facts[0].strip_prefix("observation:").unwrap()).unwrap();
            let same = mark.value == Some(row.value)
                && mark.qualifier == Some(row.qualifier)
                && mark.period == Some(row.period)
                && mark.sources == [row.source.clone()]
                && mark.place.as_ref() == Some(&row.place);
            if !same {
                faults.push(mark.id.clone());
            }
        }
        faults
    });
}

#[test]
fn figures_that_are_left_out_are_counted() {
    let mut dataset = embedded::dataset();
    let row = dataset.observation("outlets-cn-2024-01-19").unwrap().clone();
    for place in ["FI", "SE", "DE", "FR", "ES", "IT", "NL", "AT", "GB", "NO"] {
        let mut row = Observation { place: place.to_owned(), value: 12.0, ..row.clone() };
        row.id.push_str(place);
        dataset.observations.push(row);
    }
    let wanted = dataset.observations.iter().filter(|row| belongs_to_growth(&dataset, row)).count();
    for width in [320.0, 800.0, 1600.0] {
        let scene = draw(&dataset, ViewKind::Growth, width);
        let drawn = scene.marks.iter().filter(|mark| mark.kind != "conflict").count();
        assert!(drawn < wanted, "some are left out at {width}");
        let more = format!("and {} more", wanted - drawn);
        assert!(written(&scene).contains(&more), "{more:?} is not said at {width}");
    }
}

// --- Forms ------------------------------------------------------------------------------

/// Where an open arrow points: up, down, or there is none.
fn arrow(scene: &Scene, mark: usize) -> Option<&'static str> {
    primitives(scene, mark).find_map(|primitive| match &primitive.shape {
        Shape::Path { points, closed: false } if points.len() == 3 => {
            Some(if points[1].y < points[0].y { "up" } else { "down" })
        }
        _ => None,
    })
}

fn has_circle_filled_with(scene: &Scene, mark: usize, color: smart_footprint::theme::Color) -> bool {
    primitives(scene, mark)
        .any(|primitive| matches!(primitive.shape, Shape::Circle { .. }) && primitive.fill == Some(Fill::Solid(color)))
}

/// The faults in the forms of points and counts.
fn wrong_forms(scene: &Scene, theme: &Theme) -> Vec<String> {
    let mut faults = Vec::new();
    for (index, mark) in scene.marks.iter().enumerate().filter(|(_, mark)| matches!(mark.kind, "point" | "count")) {
        let qualifier = mark.qualifier.unwrap();
        let expected = match qualifier {
            Qualifier::MoreThan | Qualifier::AtLeast => Some("up"),
            Qualifier::LessThan | Qualifier::AtMost => Some("down"),
            _ => None,
        };
        let found = arrow(scene, index);
        if found != expected {
            faults.push(format!("{} ({}): arrow {found:?}, expected {expected:?}", mark.id, qualifier.word()));
        }
        if has_circle_filled_with(scene, index, theme.accent) != (qualifier == Qualifier::Exact) {
            faults.push(format!("{} ({}): filled as if it were exact, or not", mark.id, qualifier.word()));
        }
    }
    faults
}

#[test]
fn bounds_are_drawn_as_bounds() {
    for (_, dataset) in datasets() {
        for view in VIEWS {
            for width in (200..=2000).step_by(40) {
                let scene = draw(&dataset, view, f64::from(width));
                assert_eq!(wrong_forms(&scene, &Theme::light()), Vec::<String>::new(), "{} at {width}", view.word());
            }
        }
    }
}

#[test]
fn every_qualifier_has_its_form_in_both_views() {
    let mut faults = Vec::new();
    for qualifier in Qualifier::ALL {
        let mut dataset = embedded::dataset();
        for row in dataset.observations.iter_mut().filter(|row| ["markets", "models"].contains(&row.metric.as_str())) {
            row.qualifier = *qualifier;
        }
        for view in VIEWS {
            let scene = draw(&dataset, view, 800.0);
            faults.extend(wrong_forms(&scene, &Theme::light()).into_iter().filter(|fault| !fault.contains("outlets")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_hedge_is_written_with_the_figure() {
    everywhere(|_, scene| {
        let hedged = |mark: &&Mark| mark.qualifier.is_some_and(|qualifier| qualifier != Qualifier::Exact);
        let said = |mark: &Mark| mark.label.starts_with("over ") || mark.label.starts_with("nearly ");
        scene.marks.iter().filter(hedged).filter(|mark| !said(mark)).map(|mark| mark.label.clone()).collect()
    });
}

#[test]
fn plans_are_dashed_and_nothing_else_of_a_car_is() {
    everywhere(|_, scene| {
        let mut faults = Vec::new();
        let cars = scene.marks.iter().enumerate().filter(|(_, mark)| mark.model.is_some() && mark.value.is_none());
        for (index, mark) in cars.filter(|(_, mark)| mark.view == "lineup") {
            let dashed = primitives(scene, index).any(|primitive| primitive.stroke.is_some_and(|stroke| stroke.dashed));
            if dashed != matches!(mark.status, Some(Status::Planned | Status::Explored)) {
                faults.push(format!("{} is {:?}, dashed: {dashed}", mark.id, mark.status));
            }
        }
        faults
    });
}

#[test]
fn an_uncertain_start_fades_in() {
    let dataset = embedded::dataset();
    for width in [320.0, 800.0, 1600.0] {
        let scene = draw(&dataset, ViewKind::Lineup, width);
        for (index, mark) in scene.marks.iter().enumerate().filter(|(_, mark)| mark.kind == "model") {
            let fades = primitives(&scene, index).any(|primitive| matches!(primitive.fill, Some(Fill::FadeIn { .. })));
            let period = mark.period.unwrap();
            assert_eq!(fades, period.from != period.to, "{} at {width}", mark.id);
        }
    }
}

#[test]
fn contradictions_are_signed_and_told() {
    everywhere(|dataset, scene| {
        let mut faults = Vec::new();
        let themes = [Theme::light(), Theme::dark()];
        let theme = themes.iter().find(|theme| theme.background == scene.background).unwrap();
        for (index, mark) in scene.marks.iter().enumerate() {
            // A model's row opens all that is told of it; the sign is at the figure.
            let signed = has_circle_filled_with(scene, index, theme.warning);
            if mark.kind != "model" && signed == mark.conflicts.is_empty() {
                faults.push(format!("{}: signed: {signed}", mark.id));
            }
            for id in mark.conflicts.iter().filter(|_| mark.kind != "model") {
                let Some(told) = scene.marks.iter().find(|other| other.id == format!("conflict:{id}")) else {
                    faults.push(format!("{id} is not told"));
                    continue;
                };
                if told.label != dataset.conflict(id).unwrap().what || told.facts.len() < 2 {
                    faults.push(format!("{id} is told as {:?}", told.label));
                }
            }
        }
        let shown = |id: &str| scene.marks.iter().any(|mark| mark.id == id);
        let expected = if scene.marks[0].view == "growth" { "markets-start-of-2025" } else { "models-five-or-four" };
        if !shown(&format!("conflict:{expected}")) {
            faults.push(format!("{expected} is not shown"));
        }
        faults
    });
}

// --- Filters ----------------------------------------------------------------------------

#[test]
fn published_by_shows_what_was_known_by_then() {
    let dataset = embedded::dataset();
    let scene = draw_options(&dataset, &[("published-by", "2024-12-31")], 800.0);
    let markets: Vec<f64> = scene
        .marks
        .iter()
        .filter(|mark| mark.unit.as_deref() == Some("markets"))
        .filter_map(|mark| mark.value)
        .collect();
    assert_eq!(markets, [22.0]);
    assert!(scene.marks.iter().all(|mark| mark.sources == ["2023-results"]));
    let sources = written(&scene).split("Source").last().unwrap().to_owned();
    assert!(sources.starts_with(": smart newsroom (19 Jan 2024). "), "{sources}");

    let lineup = draw_options(&dataset, &[("view", "lineup"), ("published-by", "2024-12-31")], 800.0);
    let counts: Vec<f64> = lineup.marks.iter().filter_map(|mark| mark.value).collect();
    assert_eq!(counts, [2.0]);
}

// Of what was published by then nothing is left out, and nothing else is told: statements too
// have a source.
#[test]
fn a_row_opens_no_fact_of_a_source_that_is_left_out() {
    let dataset = embedded::dataset();
    let mut faults = Vec::new();
    for (option, value) in [("published-by", "2024-12-31"), ("sources", "2023-results")] {
        for view in ["growth", "lineup"] {
            let scene = draw_options(&dataset, &[("view", view), (option, value)], 800.0);
            for mark in scene.marks.iter().filter(|mark| mark.kind != "conflict" && mark.sources != ["2023-results"]) {
                faults.push(format!("{view}, {option}: {} has the sources {:?}", mark.id, mark.sources));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn sources_shows_what_they_say_alone() {
    let dataset = embedded::dataset();
    for source in &dataset.sources {
        let scene = draw_options(&dataset, &[("sources", &source.id)], 800.0);
        let marks: Vec<&Mark> = scene.marks.iter().filter(|mark| mark.kind != "conflict").collect();
        assert!(!marks.is_empty() && marks.iter().all(|mark| mark.sources == [source.id.clone()]), "{}", source.id);
    }
    let two = draw_options(&dataset, &[("sources", "2023-results 2026-h1-results")], 800.0);
    let markets = two.marks.iter().filter(|mark| mark.id.starts_with("observation:markets-20"));
    assert_eq!(markets.filter_map(|mark| mark.value).collect::<Vec<_>>(), [22.0, 41.0]);
}

#[test]
fn qualifiers_shows_figures_with_these_alone() {
    let dataset = embedded::dataset();
    let scene = draw_options(&dataset, &[("qualifiers", "more-than")], 800.0);
    assert!(!scene.marks.is_empty());
    for mark in scene.marks.iter().filter(|mark| mark.value.is_some()) {
        assert_eq!(mark.qualifier, Some(Qualifier::MoreThan), "{}", mark.id);
    }
}

#[test]
fn from_and_to_show_the_facts_that_end_between_them() {
    let dataset = embedded::dataset();
    let (from, to) = (Day::parse("2025-01-01").unwrap(), Day::parse("2025-12-31").unwrap());
    for view in ["growth", "lineup"] {
        let scene = draw_options(&dataset, &[("view", view), ("from", "2025-01-01"), ("to", "2025-12-31")], 800.0);
        assert!(!scene.marks.is_empty());
        for mark in scene.marks.iter().filter(|mark| mark.value.is_some()) {
            let end = mark.period.unwrap().end().unwrap();
            assert!(from <= end && end <= to, "{view}: {}", mark.id);
        }
    }
}

#[test]
fn at_ends_the_bars_of_the_line_up() {
    let dataset = embedded::dataset();
    let lineup = draw_options(&dataset, &[("view", "lineup"), ("at", "2025-12-31")], 800.0);
    assert!(written(&lineup).contains("as of 31 Dec 2025"));
    let at = Day::parse("2025-12-31");
    for mark in lineup.marks.iter().filter(|mark| mark.kind == "model") {
        assert!(mark.period.unwrap().end() <= at, "{}", mark.id);
    }
}

#[test]
fn at_counts_what_held_then_and_nothing_later() {
    let dataset = embedded::dataset();
    let at = Day::parse("2025-12-31").unwrap();
    let mut faults = Vec::new();
    for view in ["growth", "lineup"] {
        let scene = draw_options(&dataset, &[("view", view), ("at", "2025-12-31")], 800.0);
        for mark in scene.marks.iter().filter(|mark| mark.value.is_some()) {
            let end = mark.period.unwrap().end().unwrap();
            if end > at {
                faults.push(format!("{view}: {} ends on {}", mark.id, end.iso()));
            }
        }
        let later = ["41", "became five"].iter().any(|later| scene.title.contains(later));
        faults.extend(later.then(|| format!("{view}: the title is {:?}", scene.title)));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

// A launch that is reported is no plan, however early the picture.
#[test]
fn what_is_reported_later_is_not_drawn_as_a_plan() {
    let dataset = embedded::dataset();
    for at in ["2023-06-30", "2024-12-31", "2025-12-31"] {
        let scene = draw_options(&dataset, &[("view", "lineup"), ("at", at)], 800.0);
        for mark in scene.marks.iter().filter(|mark| mark.kind == "plan") {
            assert_eq!(mark.status, Some(Status::Planned), "at {at}: {}", mark.id);
        }
    }
}

#[test]
fn metric_and_place_choose_what_is_drawn() {
    let dataset = embedded::dataset();
    let outlets = draw_options(&dataset, &[("metric", "outlets")], 800.0);
    assert!(outlets.marks.iter().all(|mark| mark.unit.as_deref() == Some("outlets")));
    assert_eq!(outlets.title, "over 700 outlets, mid-2026");
    let china = draw_options(&dataset, &[("place", "CN")], 800.0);
    let of_china = |mark: &Mark| mark.place.as_deref() == Some("CN");
    assert!(!china.marks.is_empty() && china.marks.iter().all(of_china));
    assert!(written(&china).contains("in China"), "{}", written(&china));
}

#[test]
fn the_words_of_the_host_stand_where_it_put_them() {
    let dataset = embedded::dataset();
    for view in ["growth", "lineup"] {
        let words =
            [("view", view), ("heading", "A heading"), ("subheading", "Under it"), ("note", "A note of the host")];
        let scene = draw_options(&dataset, &words, 800.0);
        for (_, words) in &words[1..] {
            assert!(texts(&scene).iter().any(|text| text.content == *words), "{view}: {words}");
        }
        let plain = draw_options(&dataset, &[("view", view)], 800.0);
        let hidden = draw_options(&dataset, &[("view", view), ("heading", ""), ("subheading", "")], 800.0);
        assert!(!written(&hidden).contains(&plain.title) && hidden.height < plain.height, "{view}");
        assert_eq!(hidden.title, plain.title, "{view}: who cannot see it is told the finding all the same");
    }
}

#[test]
fn a_dataset_without_facts_says_so() {
    let mut dataset = embedded::dataset();
    dataset.observations.clear();
    dataset.events.clear();
    dataset.statements.clear();
    dataset.conflicts.clear();
    for view in VIEWS {
        for width in [200.0, 320.0, 1600.0] {
            let scene = draw(&dataset, view, width);
            assert!(scene.marks.is_empty());
            assert!(written(&scene).contains("The dataset says nothing that this view can draw."), "{}", view.word());
        }
    }
}

// --- Options ----------------------------------------------------------------------------

#[test]
fn an_unknown_value_gives_a_warning_and_the_default() {
    let dataset = embedded::dataset();
    let unknown = [
        ("view", "pie", "found \"pie\", expected one of growth, "),
        ("metric", "cars", "found \"cars\", expected a metric"),
        ("place", "XX", "found \"XX\", expected a place"),
        ("from", "2026", "found \"2026\", expected a day of the calendar as \"YYYY-MM-DD\""),
        ("to", "2026-02-30", "found \"2026-02-30\", expected a day of the calendar as \"YYYY-MM-DD\""),
        ("at", "today", "found \"today\", expected a day of the calendar as \"YYYY-MM-DD\""),
        ("published-by", "", "found \"\", expected a day of the calendar as \"YYYY-MM-DD\""),
        ("sources", "nobody", "found \"nobody\", expected a source"),
        ("qualifiers", "circa", "found \"circa\", expected a qualifier"),
        ("theme", "sepia", "found \"sepia\", expected one of auto, light, dark"),
        ("loading", "never", "found \"never\", expected one of eager, lazy"),
    ];
    for (name, value, message) in unknown {
        let (options, warnings) = ViewOptions::read(&node_of(&[(name, value)]), &dataset);
        assert_eq!(options, ViewOptions::default(), "{name}");
        assert_eq!(warnings.len(), 1, "{name}: {warnings:#?}");
        assert_eq!(warnings[0].path, name);
        assert!(warnings[0].message.starts_with(message), "{name}: {}", warnings[0].message);
        assert_eq!(warnings[0].severity, smart_footprint::dataset::problem::Severity::Warning);
    }
    let (options, warnings) = ViewOptions::read(&node_of(&[("colour", "red")]), &dataset);
    assert_eq!((options, warnings.len()), (ViewOptions::default(), 1));
}

// What is read and has no effect yet is not passed over in silence.
#[test]
fn an_option_without_effect_says_so() {
    let dataset = embedded::dataset();
    for (name, value) in [("kinds", "launch entry"), ("src", "data.json")] {
        let (options, warnings) = ViewOptions::read(&node_of(&[(name, value)]), &dataset);
        assert_eq!(warnings.len(), 1, "{name}: {warnings:#?}");
        assert!(
            warnings[0].path == name && warnings[0].message.ends_with(if name == "src" { "itself" } else { "yet" })
        );
        assert_ne!(options, ViewOptions::default());
    }
}

#[test]
fn one_unknown_value_does_not_take_the_others_along() {
    let options = [("view", "lineup"), ("theme", "sepia"), ("sources", "2023-results, nobody")];
    let (options, warnings) = ViewOptions::read(&node_of(&options), &embedded::dataset());
    assert_eq!(
        (options.view, options.theme, options.sources),
        (ViewKind::Lineup, ThemeChoice::Auto, vec!["2023-results".to_owned()])
    );
    assert_eq!(warnings.iter().map(|warning| warning.path.as_str()).collect::<Vec<_>>(), ["theme", "sources"]);
}

#[test]
fn every_option_is_read() {
    let dataset = embedded::dataset();
    let options = options_of(
        &dataset,
        &[
            ("view", "lineup"),
            ("metric", "outlets"),
            ("place", "CN"),
            ("from", "2024-01-01"),
            ("to", "2026-06-30"),
            ("at", "2026-06-30"),
            ("publishedBy", "2026-12-31"),
            ("sources", "2023-results 2026-h1-results"),
            ("qualifiers", "exact,more-than"),
            ("selected", "model:5"),
            ("group", "a"),
            ("heading", ""),
            ("subheading", "b"),
            ("note", "c"),
            ("lang", "en"),
            ("theme", "dark"),
            ("controls", ""),
            ("loading", "lazy"),
            ("hash", ""),
        ],
    );
    let some = |text: &str| Some(text.to_owned());
    let expected = ViewOptions {
        view: ViewKind::Lineup,
        metric: some("outlets"),
        place: "CN".to_owned(),
        from: Day::parse("2024-01-01"),
        to: Day::parse("2026-06-30"),
        at: Day::parse("2026-06-30"),
        published_by: Day::parse("2026-12-31"),
        sources: vec!["2023-results".to_owned(), "2026-h1-results".to_owned()],
        qualifiers: vec![Qualifier::Exact, Qualifier::MoreThan],
        kinds: Vec::new(),
        selected: some("model:5"),
        group: some("a"),
        heading: some(""),
        subheading: some("b"),
        note: some("c"),
        lang: some("en"),
        theme: ThemeChoice::Dark,
        controls: true,
        loading: Loading::Lazy,
        hash: true,
        src: None,
    };
    assert_eq!(options, expected);
    // As the state it comes back to the same options.
    let state = serde_json::to_string(&options).unwrap();
    let again: serde_json::Value = serde_json::from_str(&state).unwrap();
    assert_eq!(ViewOptions::read(&from_json(&again), &dataset), (expected, Vec::new()));
}

fn from_json(value: &serde_json::Value) -> Node {
    use serde_json::Value as Json;
    let value = match value {
        Json::Null => Value::Null,
        Json::Bool(flag) => Value::Bool(*flag),
        Json::Number(number) => Value::Number(number.as_f64().unwrap()),
        Json::String(text) => Value::Text(text.clone()),
        Json::Array(items) => Value::List(items.iter().map(from_json).collect()),
        Json::Object(entries) => {
            Value::Map(entries.iter().map(|(name, value)| (name.clone(), from_json(value))).collect())
        }
    };
    value.into()
}

#[test]
fn options_of_any_other_type_are_refused_in_words() {
    let dataset = embedded::dataset();
    for value in [Value::Number(1.0), Value::List(Vec::new()), Value::Text("lineup".to_owned())] {
        let (options, warnings) = ViewOptions::read(&value.into(), &dataset);
        assert_eq!((options, warnings.len()), (ViewOptions::default(), 1));
    }
    let wrong = Value::Map(vec![
        ("view".to_owned(), Value::Number(3.0).into()),
        ("controls".to_owned(), Value::Number(1.0).into()),
        ("sources".to_owned(), Value::Bool(true).into()),
        ("heading".to_owned(), Value::Other("a function").into()),
        ("at".to_owned(), Value::Null.into()),
    ]);
    let (options, warnings) = ViewOptions::read(&wrong.into(), &dataset);
    let named: Vec<&str> = warnings.iter().map(|warning| warning.path.as_str()).collect();
    assert_eq!((options, named), (ViewOptions::default(), vec!["view", "controls", "sources", "heading"]));
}

// --- SVG --------------------------------------------------------------------------------

/// The texts of the picture, as a reader of the document sees them.
fn svg_texts(document: &roxmltree::Document) -> Vec<String> {
    let texts = document.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")));
    texts.map(|node| node.text().unwrap_or_default().to_owned()).collect()
}

#[test]
fn the_svg_is_xml_with_every_text_and_every_mark() {
    let dataset = embedded::dataset();
    for view in VIEWS {
        for width in (200..=2000).step_by(200) {
            let scene = draw(&dataset, view, f64::from(width));
            let text = svg::write(&scene, "en", svg::FONT_FAMILY);
            let document = roxmltree::Document::parse(&text).unwrap();
            let expected: Vec<&str> = texts(&scene).iter().map(|text| text.content.as_str()).collect();
            assert_eq!(svg_texts(&document), expected);
            for mark in &scene.marks {
                let group = document.descendants().find(|node| node.attribute("data-mark") == Some(&mark.id));
                let group = group.unwrap_or_else(|| panic!("{} has no group", mark.id));
                assert_eq!(group.attribute("aria-label"), Some(mark.label.as_str()));
            }
            let root = document.root_element();
            assert_eq!(root.attribute("aria-label"), Some(scene.title.as_str()));
            assert!(
                document.descendants().all(|node| node.attribute("style").is_none() && !node.has_tag_name("script"))
            );
        }
    }
}

#[test]
fn the_svg_has_one_group_for_a_mark() {
    let dataset = embedded::dataset();
    let mut faults = Vec::new();
    for view in VIEWS {
        for width in [320.0, 800.0, 1600.0] {
            let scene = draw(&dataset, view, width);
            let text = svg::write(&scene, "en", svg::FONT_FAMILY);
            let document = roxmltree::Document::parse(&text).unwrap();
            for mark in &scene.marks {
                let groups =
                    document.descendants().filter(|node| node.attribute("data-mark") == Some(&mark.id)).count();
                if groups != 1 {
                    faults.push(format!("{} at {width}: {} has {groups} groups", view.word(), mark.id));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn hostile_words_stay_words() {
    const HOSTILE: &str = "<script>&\"'</script>]]>";
    let mut dataset = embedded::dataset();
    dataset.about.brand = HOSTILE.to_owned();
    dataset.about.language = HOSTILE.to_owned();
    for metric in &mut dataset.metrics {
        metric.name = HOSTILE.to_owned();
        metric.unit = [HOSTILE, &metric.unit].concat();
    }
    for place in &mut dataset.places {
        place.name = HOSTILE.to_owned();
    }
    for model in &mut dataset.models {
        model.name = HOSTILE.to_owned();
    }
    for source in &mut dataset.sources {
        source.publisher = Some(HOSTILE.to_owned());
    }
    for row in &mut dataset.observations {
        row.term = HOSTILE.to_owned();
    }
    for row in &mut dataset.conflicts {
        row.what = [HOSTILE, "\u{0}\u{8}\u{1b}\u{fffe} and control characters"].concat();
    }
    for view in VIEWS {
        for width in [320.0, 1600.0] {
            let scene = draw(&dataset, view, width);
            let text = svg::write(&scene, &dataset.about.language, HOSTILE);
            assert!(!text.contains("<script"), "{}", view.word());
            let document = roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{}: {error}", view.word()));
            assert!(svg_texts(&document).concat().contains(HOSTILE), "{}", view.word());
            assert_eq!(document.root_element().attribute("lang"), Some(HOSTILE));
        }
    }
}
