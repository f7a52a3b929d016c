//! What holds for any dataset and any options: no text over text, nothing outside the picture,
//! every fact of a view in a mark or counted. Five hundred datasets are made up, the same ones
//! in every run; the embedded one and an invented brand come on top.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "../common/mod.rs"]
mod common;
mod facts;
mod generator;
#[path = "../tables/mod.rs"]
mod tables;

use std::collections::BTreeSet;

use common::{draw_with, invented_brand, texts, written};
use smart_footprint::dataset::Dataset;
use smart_footprint::embedded;
use smart_footprint::options::{ViewKind, ViewOptions};
use smart_footprint::scene::{Primitive, Rectangle, Scene, Shape};
use smart_footprint::theme::Theme;

const DATASETS: u64 = 500;

/// Sums what is said to be left out: "and 3 more", "and one more event", "3 events, none …".
fn counted(scene: &Scene) -> usize {
    let written = written(scene);
    let words: Vec<&str> = written.split(' ').collect();
    let number = |word: &str| if word == "one" { Some(1) } else { word.replace(',', "").parse::<usize>().ok() };
    let is_count = |pair: &&[&str]| pair[1].starts_with("more") || pair[1].starts_with("event");
    words.windows(2).filter(is_count).filter_map(|pair| number(pair[0])).sum()
}

fn is_finite(primitive: &Primitive) -> bool {
    let bounds = primitive.bounds();
    let style = match &primitive.shape {
        Shape::Text(text) => text.style.size + text.width,
        Shape::Rectangle { radius, .. } | Shape::Circle { radius, .. } => *radius,
        _ => 0.0,
    };
    [bounds.x, bounds.y, bounds.width, bounds.height, style].iter().all(|number| number.is_finite())
}

/// All faults of a picture.
fn faults_of(dataset: &Dataset, options: &ViewOptions, scene: &Scene) -> Vec<String> {
    let mut faults = Vec::new();
    let picture = Rectangle::new(0.0, 0.0, scene.width, scene.height);
    if !(scene.width.is_finite() && scene.height.is_finite() && scene.height > 0.0) {
        faults.push(format!("the picture is {} by {}", scene.width, scene.height));
    }
    for primitive in &scene.primitives {
        if !is_finite(primitive) {
            faults.push(format!("no number: {primitive:?}"));
        } else if !picture.grown(0.5).contains(&primitive.bounds()) {
            faults.push(format!("outside: {:?}", primitive.shape));
        }
    }
    let texts = texts(scene);
    let boxes: Vec<Rectangle> = texts.iter().map(|text| text.bounds().grown(-0.5)).collect();
    for (index, one) in boxes.iter().enumerate() {
        for other in (index + 1..boxes.len()).filter(|other| one.overlaps(&boxes[*other])) {
            faults.push(format!("text over text: {:?} over {:?}", texts[index].content, texts[other].content));
        }
    }
    let mut ids = BTreeSet::new();
    for (index, mark) in scene.marks.iter().enumerate() {
        if !picture.grown(0.5).contains(&mark.bounds) {
            faults.push(format!("the mark {} lies at {:?}", mark.id, mark.bounds));
        }
        if !ids.insert(&mark.id) {
            faults.push(format!("the mark {} stands twice", mark.id));
        }
        if mark.label.trim().is_empty() || mark.facts.is_empty() {
            faults.push(format!("the mark {} has no label or no fact", mark.id));
        }
        if !scene.primitives.iter().any(|primitive| primitive.mark == Some(index)) {
            faults.push(format!("nothing is drawn for the mark {}", mark.id));
        }
    }
    if let Some(timeline) = &scene.timeline {
        let inside = picture.contains(&timeline.bounds)
            && timeline.stops.iter().all(|stop| stop.x >= 0.0 && stop.x <= scene.width)
            && timeline.first <= timeline.last
            && timeline.last < timeline.stops.len();
        if !inside {
            faults.push("the timeline lies outside, or its handles do".to_owned());
        }
    }
    let in_marks: BTreeSet<&str> = scene.marks.iter().flat_map(|mark| &mark.facts).map(String::as_str).collect();
    let facts = facts::of(dataset, options);
    let missing: Vec<&String> = facts.iter().filter(|fact| !in_marks.contains(fact.as_str())).collect();
    if missing.len() > counted(scene) {
        faults.push(format!("not in a mark, and {} counted: {missing:?}", counted(scene)));
    }
    faults
}

fn check(name: &str, dataset: &Dataset, options: &ViewOptions, width: f64, faults: &mut Vec<String>) {
    let scene = draw_with(dataset, options, width, &Theme::light());
    for fault in faults_of(dataset, options, &scene) {
        faults.push(format!("{name}, {}, {width} px: {fault}", options.view.word()));
    }
}

fn assert_none(faults: &[String]) {
    let shown: Vec<&str> = faults.iter().take(40).map(String::as_str).collect();
    assert!(faults.is_empty(), "{} faults, among them\n{}", faults.len(), shown.join("\n"));
}

#[test]
fn what_is_looked_at_has_no_fault() {
    let mut faults = Vec::new();
    for (name, dataset) in [("embedded", embedded::dataset()), ("invented", invented_brand())] {
        for &view in ViewKind::ALL {
            for width in [200.0, 320.0, 480.0, 800.0, 1100.0, 1600.0] {
                for controls in [false, true] {
                    let options = ViewOptions { view, controls, ..ViewOptions::default() };
                    check(name, &dataset, &options, width, &mut faults);
                }
            }
        }
    }
    assert_none(&faults);
}

fn generated(view: ViewKind) {
    let mut faults = Vec::new();
    for seed in 0..DATASETS {
        let mut random = fastrand::Rng::with_seed(seed);
        let dataset = generator::dataset(&mut random);
        let options = ViewOptions { view, ..generator::options(&mut random, &dataset) };
        let width = generator::width(&mut random);
        check(&format!("seed {seed}"), &dataset, &options, width, &mut faults);
    }
    assert_none(&faults);
}

// A test a view, so that they run side by side.
#[test]
fn growth_of_any_dataset_has_no_fault() {
    generated(ViewKind::Growth);
}

#[test]
fn markets_of_any_dataset_have_no_fault() {
    generated(ViewKind::Markets);
}

#[test]
fn sales_of_any_dataset_have_no_fault() {
    generated(ViewKind::Sales);
}

#[test]
fn the_line_up_of_any_dataset_has_no_fault() {
    generated(ViewKind::Lineup);
}

// The rules are of use only where they ask for something.
#[test]
fn the_generated_datasets_have_facts_for_every_view() {
    for &view in ViewKind::ALL {
        let mut with_facts = 0;
        for seed in 0..DATASETS {
            let dataset = generator::dataset(&mut fastrand::Rng::with_seed(seed));
            let options = ViewOptions { view, ..ViewOptions::default() };
            with_facts += usize::from(facts::of(&dataset, &options).len() > 1);
        }
        assert!(with_facts > 150, "{}: {with_facts} of {DATASETS}", view.word());
    }
}
