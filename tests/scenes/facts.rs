//! Every fact of a view is in a mark, or is counted where it is left out.

use std::collections::BTreeSet;

use crate::common::{draw, everywhere, written};
use smart_footprint::dataset::Dataset;
use smart_footprint::dataset::tables::{MetricKind, ModelKind, Observation, PlaceKind};
use smart_footprint::embedded;
use smart_footprint::options::ViewKind;
use smart_footprint::scene::Mark;

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

fn of_a_country_as_a_market(dataset: &Dataset, row: &Observation) -> bool {
    let country = dataset.place(&row.place).unwrap().kind == PlaceKind::Country;
    country && ["outlets", "cities", "deliveries", "sales-growth", "sales-rank"].contains(&row.metric.as_str())
}

#[test]
fn every_figure_of_a_view_is_in_a_mark_and_no_repeat_is() {
    everywhere(|dataset, scene| {
        let facts: BTreeSet<&str> = scene.marks.iter().flat_map(|mark| &mark.facts).map(String::as_str).collect();
        let mut faults = Vec::new();
        for row in &dataset.observations {
            let wanted = row.restates.is_none()
                && match scene.marks[0].view {
                    "growth" => belongs_to_growth(dataset, row),
                    "markets" => row.metric == "markets" || of_a_country_as_a_market(dataset, row),
                    "sales" => ["sales-growth", "sales-rank"].contains(&row.metric.as_str()),
                    _ => row.metric == "models",
                };
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
        // What is worked out from a row is not what it says.
        let of_a_row = |mark: &&Mark| mark.value.is_some() && mark.kind != "nameless";
        for mark in scene.marks.iter().filter(of_a_row) {
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
        let drawn = scene.marks.iter().filter(|mark| mark.value.is_some()).count();
        assert!(drawn < wanted, "some are left out at {width}");
        let more = format!("and {} more", wanted - drawn);
        assert!(written(&scene).contains(&more), "{more:?} is not said at {width}");
    }
}
