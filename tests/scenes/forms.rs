//! One form means one thing: bounds, plans, uncertain starts, contradictions.

use crate::common::{VIEWS, datasets, draw, everywhere, primitives};
use smart_footprint::dataset::tables::{Qualifier, Status};
use smart_footprint::embedded;
use smart_footprint::options::ViewKind;
use smart_footprint::scene::{Fill, Mark, Scene, Shape};
use smart_footprint::theme::Theme;

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
        let expected = match scene.marks[0].view {
            "growth" | "markets" => "markets-start-of-2025",
            "lineup" => "models-five-or-four",
            _ => return faults,
        };
        if !shown(&format!("conflict:{expected}")) {
            faults.push(format!("{expected} is not shown"));
        }
        faults
    });
}
