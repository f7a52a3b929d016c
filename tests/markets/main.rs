//! Markets as of a day: named, counted and nameless by the definitions of time and counts,
//! and how the view draws them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "../common/mod.rs"]
mod common;
mod counts;
mod dates;
mod forms;
mod making;
mod many;
mod strip;
#[path = "../tables/mod.rs"]
mod tables;

use std::collections::BTreeSet;

use common::draw_options;
use smart_footprint::dataset::Dataset;
use smart_footprint::dataset::tables::Observation;
use smart_footprint::embedded;
use smart_footprint::scene::{Mark, Scene};

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

/// The embedded dataset with another latest count.
fn with_count(change: impl Fn(&mut Observation)) -> Dataset {
    let mut dataset = embedded::dataset();
    change(dataset.observations.iter_mut().find(|row| row.id == "markets-2026-h1").unwrap());
    dataset
}
