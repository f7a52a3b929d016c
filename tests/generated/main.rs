//! What holds for any dataset and any options: no text over text, nothing outside the picture,
//! every fact of a view in a mark or counted. Five hundred datasets are made up, the same ones
//! in every run; the embedded one and an invented brand come on top.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "../common/mod.rs"]
mod common;
mod facts;
mod faults;
mod generator;
#[path = "../tables/mod.rs"]
mod tables;

use common::{draw_with, invented_brand, tried};
use faults::faults_of;
use smart_footprint::dataset::Dataset;
use smart_footprint::embedded;
use smart_footprint::options::{ViewKind, ViewOptions};
use smart_footprint::theme::Theme;

const DATASETS: u64 = 500;

fn check(name: &str, dataset: &Dataset, options: &ViewOptions, width: f64, faults: &mut Vec<String>) {
    let scene = draw_with(dataset, options, width, &Theme::light());
    tried(1);
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
