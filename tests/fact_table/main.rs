//! The table of what is drawn: every fact of every mark, once, in reading order, with all that
//! is known of it; and the same as comma-separated values.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "../common/mod.rs"]
mod common;
#[path = "../generated/generator.rs"]
#[allow(dead_code)]
mod generator;
mod listed;
mod reader;
#[path = "../tables/mod.rs"]
mod tables;
mod values;

use std::collections::BTreeSet;

use common::{VIEWS, draw_with, everywhere, invented_brand};
use smart_footprint::dataset::Dataset;
use smart_footprint::embedded;
use smart_footprint::fact_table::{Row, rows};
use smart_footprint::options::ViewOptions;
use smart_footprint::scene::Scene;
use smart_footprint::theme::Theme;

/// Refs to facts, and to contradictions, that the marks of a scene name, in the order of the marks.
fn named(scene: &Scene) -> Vec<String> {
    let is_fact = |name: &&String| {
        ["observation:", "event:", "statement:", "conflict:"].iter().any(|table| name.starts_with(table))
    };
    let mut named: Vec<String> = Vec::new();
    for mark in &scene.marks {
        for name in [&mark.id].into_iter().filter(|_| mark.kind == "conflict").chain(&mark.facts).filter(is_fact) {
            if !named.contains(name) {
                named.push(name.clone());
            }
        }
    }
    for conflict in scene.marks.iter().flat_map(|mark| &mark.conflicts) {
        let name = format!("conflict:{conflict}");
        if !named.contains(&name) {
            named.push(name);
        }
    }
    named
}

/// What is wrong with the rows of a picture.
fn faults_of(dataset: &Dataset, scene: &Scene) -> Vec<String> {
    let mut faults = Vec::new();
    let rows = rows(&scene.marks, dataset);
    let told: Vec<String> =
        rows.iter().filter(|row| !matches!(row, Row::Derived(..))).map(|row| row.reference()).collect();
    let named: Vec<String> = named(scene).into_iter().filter(|name| dataset.has(name)).collect();
    if told != named {
        let missing: Vec<&String> = named.iter().filter(|name| !told.contains(name)).collect();
        let more: Vec<&String> = told.iter().filter(|name| !named.contains(name)).collect();
        faults.push(format!("missing {missing:?}, too many {more:?}, or in another order"));
    }
    if told.iter().collect::<BTreeSet<_>>().len() != told.len() {
        faults.push("a fact stands twice".to_owned());
    }
    let derived: Vec<String> =
        rows.iter().filter(|row| matches!(row, Row::Derived(..))).map(|row| row.reference()).collect();
    let nameless: Vec<String> =
        scene.marks.iter().filter(|mark| mark.kind == "nameless").map(|mark| mark.id.clone()).collect();
    if derived != nameless {
        faults.push(format!("of ours are {derived:?}, drawn are {nameless:?}"));
    }
    faults
}

#[test]
fn every_fact_of_every_mark_has_one_row_in_reading_order() {
    everywhere(faults_of);
    let dataset = invented_brand();
    for view in VIEWS {
        let options = ViewOptions { view, ..ViewOptions::default() };
        assert_eq!(faults_of(&dataset, &draw_with(&dataset, &options, 800.0, &Theme::light())), [""; 0]);
    }
}

#[test]
fn so_it_is_for_any_dataset_and_any_options() {
    let (mut rows_there, mut of_ours) = (0, 0);
    for seed in 0..200 {
        let mut random = fastrand::Rng::with_seed(seed);
        let dataset = generator::dataset(&mut random);
        for view in VIEWS {
            let options = ViewOptions { view, ..generator::options(&mut random, &dataset) };
            let scene = draw_with(&dataset, &options, generator::width(&mut random), &Theme::light());
            assert_eq!(faults_of(&dataset, &scene), [""; 0], "seed {seed}, {}", view.word());
            common::tried(1);
            let rows = rows(&scene.marks, &dataset);
            rows_there += rows.len();
            of_ours += rows.iter().filter(|row| matches!(row, Row::Derived(..))).count();
        }
    }
    assert!(rows_there > 3_000 && of_ours > 10, "{rows_there} rows, {of_ours} of ours");
}

#[test]
fn what_the_marks_of_each_view_rest_on_is_there() {
    let dataset = embedded::dataset();
    let sorts = |view| {
        let options = ViewOptions { view, ..ViewOptions::default() };
        let scene = draw_with(&dataset, &options, 800.0, &Theme::light());
        rows(&scene.marks, &dataset).iter().map(|row| row.sort()).collect::<BTreeSet<_>>()
    };
    assert_eq!(
        VIEWS.map(|view| sorts(view).into_iter().collect::<Vec<_>>().join(" ")),
        [
            "conflict event figure",
            "conflict derived event figure statement",
            "figure",
            "conflict event figure statement",
        ]
    );
}
