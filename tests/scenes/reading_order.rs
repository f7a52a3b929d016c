//! Marks come in the order in which a reader takes them in.

use crate::common::everywhere;
use smart_footprint::dataset::period::Day;
use smart_footprint::scene::Mark;

/// Whether the items come in runs: none returns after another has come.
fn in_runs<T: PartialEq>(items: &[T]) -> bool {
    items.iter().enumerate().all(|(index, item)| {
        let last = items.iter().rposition(|other| other == item).unwrap();
        items[index..=last].iter().all(|other| other == item)
    })
}

#[test]
fn growth_is_read_panel_by_panel_then_figures_and_events_then_conflicts() {
    everywhere(|dataset, scene| {
        if scene.marks[0].view != "growth" {
            return Vec::new();
        }
        let mut faults = Vec::new();
        let rank = |mark: &Mark| match mark.kind {
            "point" | "bar" => 0,
            "figure" | "event" => 1,
            "conflict" => 2,
            kind => panic!("{kind}"),
        };
        if !scene.marks.windows(2).all(|pair| rank(&pair[0]) <= rank(&pair[1])) {
            faults.push("panels, figures and conflicts are mixed".to_owned());
        }
        let kinds: Vec<&str> = scene.marks.iter().filter(|mark| rank(mark) == 1).map(|mark| mark.kind).collect();
        if !in_runs(&kinds) {
            faults.push("figures and events are mixed".to_owned());
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
