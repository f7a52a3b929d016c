//! Large datasets: the work grows with the rows, not with their square. What is asserted is
//! that nothing is lost; a draft that compared every row with every other one did not get to
//! the end of these within minutes.

use crate::common::{draw, draw_options};
use smart_footprint::dataset::Dataset;
use smart_footprint::dataset::tables::{Conflict, Event, Model, ModelKind, Observation};
use smart_footprint::embedded;
use smart_footprint::options::ViewKind;

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
