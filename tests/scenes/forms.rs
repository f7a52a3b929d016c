//! One form means one thing: bounds, plans, uncertain starts, contradictions.

use crate::common::{VIEWS, datasets, draw, draw_options, everywhere, primitives, written};
use smart_footprint::dataset::period::{Basis, Day};
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
        let inferred = mark.period.unwrap().basis == Basis::Inferred;
        let exact = qualifier == Qualifier::Exact;
        if has_circle_filled_with(scene, index, theme.accent) != (exact && !inferred) {
            faults.push(format!("{} ({}): filled as if it were exact, or not", mark.id, qualifier.word()));
        }
        if has_circle_filled_with(scene, index, theme.accent_soft) != (exact && inferred) {
            faults.push(format!("{}: pale as if its date were inferred, or not", mark.id));
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
                crate::common::tried(1);
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

#[test]
fn a_date_that_the_editors_inferred_is_seen_in_growth_and_line_up() {
    let mut dataset = embedded::dataset();
    for row in &mut dataset.observations {
        row.period.basis = Basis::Inferred;
    }
    for view in [ViewKind::Growth, ViewKind::Lineup] {
        for width in [320.0, 800.0, 1600.0] {
            let scene = draw(&dataset, view, width);
            assert_eq!(wrong_forms(&scene, &Theme::light()), Vec::<String>::new(), "{} at {width}", view.word());
            assert!(written(&scene).contains("date inferred"), "{} at {width}: the form is explained", view.word());
        }
    }
}

// A thin line at the height of the points read like a part of the curve.
#[test]
fn periods_of_figures_stand_under_the_axis() {
    let dataset = embedded::dataset();
    for width in [320.0, 800.0, 1600.0] {
        let scene = draw(&dataset, ViewKind::Growth, width);
        for (index, mark) in scene.marks.iter().enumerate().filter(|(_, mark)| mark.kind == "point") {
            let lowest = scene.marks.iter().filter(|other| other.kind == "point" && other.unit == mark.unit);
            let lowest = lowest.map(|other| other.bounds.bottom()).fold(0.0, f64::max);
            let lines: Vec<f64> = primitives(&scene, index)
                .filter_map(|primitive| match primitive.shape {
                    Shape::Line(from, to)
                        if (from.y - to.y).abs() < 0.01 && primitive.stroke?.color == Theme::light().axis =>
                    {
                        Some(from.y)
                    }
                    _ => None,
                })
                .collect();
            let period = mark.period.unwrap();
            assert_eq!(lines.len(), usize::from(period.from != period.to), "{} at {width}", mark.id);
            assert!(lines.iter().all(|y| *y > lowest), "{} at {width}", mark.id);
        }
    }
}

// A box that holds all that a row draws crossed the names of what stands on it.
#[test]
fn the_box_of_a_row_holds_no_words_of_others() {
    everywhere(|_, scene| {
        let mut faults = Vec::new();
        for (index, mark) in scene.marks.iter().enumerate().filter(|(_, mark)| matches!(mark.kind, "model" | "plan")) {
            for primitive in scene.primitives.iter().filter(|primitive| primitive.mark != Some(index)) {
                if let Shape::Text(text) = &primitive.shape
                    && mark.bounds.grown(-1.0).overlaps(&text.bounds())
                {
                    faults.push(format!("{} holds {:?}", mark.id, text.content));
                }
            }
        }
        faults
    });
}

#[test]
fn what_was_lost_in_a_period_is_no_bar_of_what_was_added() {
    let mut dataset = embedded::dataset();
    for row in dataset.observations.iter_mut().filter(|row| row.id == "markets-entered-2025") {
        row.value = -5.0;
    }
    let scene = draw(&dataset, ViewKind::Growth, 800.0);
    let fill = |id: &str| {
        let index = scene.marks.iter().position(|mark| mark.id == id).unwrap();
        primitives(&scene, index).find_map(|primitive| match primitive.shape {
            Shape::Rectangle { .. } => primitive.fill,
            _ => None,
        })
    };
    let theme = Theme::light();
    assert_eq!(fill("observation:markets-entered-2025"), Some(Fill::Solid(theme.background)));
    assert_eq!(fill("observation:markets-entered-2025-h1"), Some(Fill::Solid(theme.accent_soft)));
    assert!(written(&scene).contains("−5 , 2025"), "{}", written(&scene));
}

#[test]
fn a_flow_is_drawn_alone_where_it_is_asked_for() {
    let dataset = embedded::dataset();
    for width in [200.0, 320.0, 800.0, 1600.0] {
        let scene = draw_options(&dataset, &[("metric", "markets-entered")], width);
        let bars: Vec<f64> =
            scene.marks.iter().filter(|mark| mark.kind == "bar").filter_map(|mark| mark.value).collect();
        assert_eq!(bars, [7.0, 10.0], "at {width}");
        assert_eq!(scene.title, "Markets entered: 10, 2025");
        assert_eq!(written(&scene).matches("Markets entered").count(), 2, "title and panel, at {width}");
    }
}

// Found by a fuzzer: its bars stood under both, and so did their marks.
#[test]
fn of_two_counts_of_one_unit_the_first_has_the_flow_beneath_it() {
    let mut dataset = embedded::dataset();
    for metric in dataset.metrics.iter_mut().filter(|metric| metric.id == "outlets") {
        metric.unit = "markets".to_owned();
    }
    for width in [320.0, 800.0, 1600.0] {
        let scene = draw(&dataset, ViewKind::Growth, width);
        let bars: Vec<&str> =
            scene.marks.iter().filter(|mark| mark.kind == "bar").map(|mark| mark.id.as_str()).collect();
        assert_eq!(bars, ["observation:markets-entered-2025-h1", "observation:markets-entered-2025"], "at {width}");
    }
}

#[test]
fn counts_of_one_day_come_in_the_order_in_which_they_were_told() {
    let mut dataset = embedded::dataset();
    // The last text comes first in the table.
    let mut late = dataset.observation("markets-2025").unwrap().clone();
    late.id = "told-late".to_owned();
    late.source = "2026-h1-results".to_owned();
    let place = dataset.observations.iter().position(|row| row.id == "markets-2025").unwrap();
    dataset.observations.insert(place, late);
    let scene = draw(&dataset, ViewKind::Growth, 800.0);
    let order: Vec<&str> = scene
        .marks
        .iter()
        .map(|mark| mark.id.as_str())
        .filter(|id| id.contains("late") || id.ends_with("markets-2025"))
        .collect();
    assert_eq!(order, ["observation:markets-2025", "observation:told-late"]);
}

#[test]
fn the_counted_line_up_goes_up_with_its_figures() {
    let dataset = embedded::dataset();
    for width in [320.0, 800.0, 1600.0] {
        let scene = draw(&dataset, ViewKind::Lineup, width);
        let heights: Vec<f64> = scene
            .marks
            .iter()
            .enumerate()
            .filter(|(_, mark)| mark.kind == "count")
            .map(|(index, _)| {
                let circle = primitives(&scene, index).find_map(|primitive| match primitive.shape {
                    Shape::Circle { center, .. } => Some(center.y),
                    _ => None,
                });
                circle.unwrap()
            })
            .collect();
        assert_eq!(heights.len(), 3);
        assert!(heights.is_sorted_by(|one, other| one > other), "at {width}: {heights:?}");
    }
}

#[test]
fn the_days_of_what_stands_on_a_row_are_shown() {
    let dataset = embedded::dataset();
    for width in [320.0, 800.0, 1600.0] {
        let scene = draw(&dataset, ViewKind::Lineup, width);
        for (index, mark) in scene.marks.iter().enumerate() {
            if !matches!(mark.kind, "edition" | "variant" | "show-car" | "concept") {
                continue;
            }
            let period = mark.period.unwrap();
            let line = primitives(&scene, index).any(|primitive| {
                matches!(primitive.shape, Shape::Line(from, to) if (to.x - from.x).abs() > 3.0)
                    || matches!(primitive.fill, Some(Fill::FadeIn { .. }))
            });
            assert_eq!(line, period.from != period.to, "{} at {width}: {:?}", mark.id, period.to.map(Day::iso));
        }
    }
}

#[test]
fn figures_stand_under_the_moment_that_they_held_at() {
    let dataset = embedded::dataset();
    for width in [320.0, 800.0, 1600.0] {
        let text = written(&draw(&dataset, ViewKind::Growth, width));
        let (_, figures) = text.split_once("mid-2026 over 670").unwrap();
        let (recent, earlier) = figures.split_once("up to January 2024 nearly 70,000").unwrap();
        assert!(recent.contains("6 Continents"), "at {width}: {recent}");
        assert!(earlier.contains("January 2024 over 190 Outlets in China, “points"), "at {width}: {earlier}");
    }
}

#[test]
fn the_subtitle_says_what_kinds_of_texts_tell_it() {
    let dataset = embedded::dataset();
    let subtitle = |options: &[(&str, &str)]| written(&draw_options(&dataset, options, 1600.0));
    assert!(subtitle(&[]).contains("as told by its newsroom and an advertorial, "));
    assert!(subtitle(&[("sources", "2023-results")]).contains("as told by its newsroom, "));
}

// "Twelve models became eleven" was said of two texts that contradict each other.
#[test]
fn two_counts_of_one_day_are_no_change() {
    let mut dataset = embedded::dataset();
    let mut other = dataset.observation("models-2026-h1").unwrap().clone();
    other.id = "models-2026-h1-other".to_owned();
    other.value = 4.0;
    dataset.observations.push(other);
    let scene = draw(&dataset, ViewKind::Lineup, 800.0);
    assert_eq!(scene.title, "Launched models: 4");
}

#[test]
fn a_gridline_counts_no_half_market() {
    let mut dataset = embedded::dataset();
    for row in dataset.observations.iter_mut().filter(|row| row.metric == "markets") {
        row.value = (row.value / 8.0).floor();
    }
    let scene = draw_options(&dataset, &[("metric", "markets")], 800.0);
    assert!(!written(&scene).contains("2.5"), "{}", written(&scene));
}
