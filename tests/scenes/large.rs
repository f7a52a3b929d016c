//! Large datasets: the work grows with the rows, not with their square. What is asserted is
//! that nothing is lost; a draft that compared every row with every other one did not get to
//! the end of these within minutes.

use crate::common::{draw, draw_options};
use smart_footprint::dataset::Dataset;
use smart_footprint::dataset::period::{Day, Precision};
use smart_footprint::dataset::tables::{Conflict, Event, Model, ModelKind, Observation, Place, PlaceKind, Source};
use smart_footprint::messages::Messages;
use smart_footprint::options::{ViewKind, ViewOptions};
use smart_footprint::{choices, citation, dossier, embedded};

const MANY: usize = 6_000;

/// A dataset with a chain of cars made from each other and many models with an event each.
fn many_models() -> Dataset {
    let mut dataset = embedded::dataset();
    let (model, event) = (dataset.models[0].clone(), dataset.event("launch-3-cn-2023").cloned());
    let event = event.unwrap_or_else(|| dataset.event("launch-1").unwrap().clone());
    for index in 0..MANY {
        let id = format!("many-{index}");
        // Half of them are models, the others are made from the car before them.
        let kind = if index < MANY / 2 { ModelKind::Model } else { ModelKind::Edition };
        let base = (kind == ModelKind::Edition).then(|| format!("many-{}", index - 1));
        dataset.models.push(Model { id: id.clone(), name: format!("Model {index}"), kind, base });
        dataset.events.push(Event { id: id.clone(), model: Some(id), ..event.clone() });
    }
    assert_eq!(model.kind, ModelKind::Model);
    dataset.indexed()
}

#[test]
fn a_line_up_of_many_models_is_drawn() {
    let scene = draw(&many_models(), ViewKind::Lineup, 800.0);
    let rows = scene.marks.iter().filter(|mark| mark.id.starts_with("model:many-") && mark.kind == "model").count();
    let cars = scene.marks.iter().filter(|mark| mark.id.starts_with("model:many-")).count();
    assert_eq!((rows, cars), (MANY / 2, MANY));
}

#[test]
fn many_contradictions_are_drawn() {
    let mut dataset = embedded::dataset();
    let row = dataset.observation("markets-2025").unwrap().clone();
    dataset.conflicts.clear();
    let count = 1_000;
    for index in 0..count {
        let id = format!("many-{index}");
        dataset.observations.push(Observation { id: id.clone(), ..row.clone() });
        let between = vec![format!("observation:{id}"), "observation:markets-2026-h1".to_owned()];
        dataset.conflicts.push(Conflict { id, what: format!("Reason {index}"), between });
    }
    let scene = draw_options(&dataset.indexed(), &[], 800.0);
    let told = scene.marks.iter().filter(|mark| mark.kind == "conflict").count();
    let points = scene.marks.iter().filter(|mark| mark.id.starts_with("observation:many-")).count();
    assert_eq!((told, points), (count, count));
}

#[test]
fn many_events_are_drawn_or_counted() {
    let mut dataset = embedded::dataset();
    let event = dataset.event("launch-2-2026").unwrap().clone();
    for index in 0..MANY {
        dataset.events.push(Event { id: format!("many-{index}"), ..event.clone() });
    }
    let scene = draw_options(&dataset.indexed(), &[], 800.0);
    let bar = scene.marks.iter().find(|mark| mark.facts.len() > MANY).unwrap();
    assert!(bar.label.starts_with(&format!("Launches: {}, 2026, ", MANY + 1)), "{}", bar.label);
}

/// Daily counts of outlets, each by a source of its own and in a place of its own. Every tenth is a
/// rounded repeat of the one before it, and contradicts it.
fn many_figures() -> Dataset {
    let mut dataset = embedded::dataset();
    let (source, row) = (dataset.sources[0].clone(), dataset.observation("outlets-2026-h1").unwrap().clone());
    let country = dataset.places.iter().find(|place| place.kind == PlaceKind::Country).unwrap().clone();
    (dataset.observations, dataset.events, dataset.statements, dataset.conflicts) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for index in 0..MANY {
        let id = format!("many-{index}");
        let day = Day(i32::try_from(index).unwrap());
        let mut row = Observation { id: id.clone(), place: id.clone(), source: id.clone(), ..row.clone() };
        (row.period.from, row.period.to, row.period.precision) = (Some(day), Some(day), Precision::Day);
        if index % 10 == 9 {
            row.restates = Some(format!("many-{}", index - 1));
            let between = vec![format!("observation:many-{}", index - 1), format!("observation:{id}")];
            dataset.conflicts.push(Conflict { id: id.clone(), what: format!("Reason {index}"), between });
        }
        dataset.observations.push(row);
        dataset.sources.push(Source { id: id.clone(), ..source.clone() });
        dataset.places.push(Place { id, ..country.clone() });
    }
    dataset.indexed()
}

#[test]
fn a_market_is_drawn_for_each_of_many_places() {
    let dataset = many_figures();
    for controls in [&[("view", "markets")][..], &[("view", "markets"), ("controls", "")]] {
        let scene = draw_options(&dataset, controls, 800.0);
        let told = scene.marks.iter().filter(|mark| mark.kind == "market").count();
        assert_eq!(told, MANY - MANY / 10);
        if let Some(timeline) = scene.timeline {
            assert_eq!(timeline.stops.len(), MANY - MANY / 10);
            assert!(timeline.stops.last().unwrap().label.contains("5,400 named"), "{:?}", timeline.stops.last());
        }
    }
}

#[test]
fn what_is_known_of_many_figures_is_told() {
    let (mut dataset, messages) = (many_figures(), Messages::english());
    let offered = choices::choices(&dataset, &messages);
    assert_eq!((offered.sources.len(), offered.places.len(), offered.metrics.len()), (MANY, MANY, 1));
    for row in &mut dataset.observations {
        row.place = "world".to_owned();
    }
    let dataset = dataset.indexed();
    let options = ViewOptions::default();
    let scene = draw(&dataset, ViewKind::Growth, 800.0);
    let provenance = citation::provenance(&scene, &dataset, &options, &messages);
    assert!(provenance.citation.len() > MANY, "{}", provenance.citation);
    let world = dossier::dossier("place:world", &dataset, &options, &messages).unwrap();
    let figures = world.sections.iter().find(|section| section.kind == "figures").unwrap();
    assert_eq!((figures.entries.len(), figures.more.as_str()), (dossier::MOST_ENTRIES, "and 5900 more"));
    let conflicts = world.sections.iter().find(|section| section.kind == "conflicts").unwrap();
    assert_eq!((conflicts.entries.len(), conflicts.more.as_str()), (dossier::MOST_ENTRIES, "and 500 more"));
    // The figure that another one repeats and contradicts.
    let one = dossier::dossier("observation:many-8", &dataset, &options, &messages).unwrap();
    assert!(one.rows.iter().any(|row| row.reference.as_deref() == Some("observation:many-9")), "{:?}", one.rows);
    assert_eq!(one.sections.iter().find(|section| section.kind == "conflicts").unwrap().entries.len(), 1);
}
