//! A figure in columns is told as any row is: card, panel, table, comma-separated values.

use crate::common::columns::{block, codes, dataset, growing};
use crate::common::{draw_options, options_of};
use smart_footprint::choices::choices;
use smart_footprint::dataset::Dataset;
use smart_footprint::dossier::dossier;
use smart_footprint::evidence::{answering, evidence, label, told};
use smart_footprint::fact_table::{comma_separated, listing::listing, rows};
use smart_footprint::interaction::{Input, Interaction};
use smart_footprint::messages::Messages;
use smart_footprint::options::ViewOptions;
use smart_footprint::scene::Point;
use smart_footprint::scene::mark::mark_at;
use smart_footprint::surface::svg;

const DAY: f64 = 86_400_000.0;

fn daily() -> Dataset {
    dataset(vec![block(&growing("2016-01-01", DAY, 3_653))])
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn a_range_tells_its_count_and_its_extremes() {
    let (dataset, messages) = (daily(), Messages::english());
    let scene = draw_options(&dataset, &[], 800.0);
    let mark = scene.marks.iter().find(|mark| mark.kind == "range").unwrap();
    assert_eq!((mark.value, mark.label.as_str()), (None, ""), "words are made when asked for");
    let span = mark.span.unwrap();
    let card = evidence(mark, &dataset, &messages);
    let text = plain(&card.title);
    assert!(text.starts_with(&format!("{} figures, ", span.count)) && text.contains("lowest"), "{text}");
    assert!(text.ends_with("Halden register"), "{text}");
    let kinds: Vec<&str> = card.rows.iter().map(|row| row.kind).collect();
    assert_eq!(kinds, ["value", "period", "highest", "lowest", "source"]);
    assert_eq!(card.rows[3].reference.as_deref(), Some(mark.facts[0].as_str()));
    assert_eq!(label(mark, &dataset, &messages), card.title);
    let told = told(&scene, &dataset, &messages);
    assert!(told.marks.iter().all(|mark| !mark.label.is_empty()));
    assert!(!svg::write(&told, "en", "sans-serif").is_empty());
}

#[test]
fn a_point_tells_what_a_row_would() {
    let (dataset, messages) = (daily(), Messages::english());
    let scene = draw_options(&dataset, &[("from", "2020-03-01"), ("to", "2020-03-31")], 800.0);
    let mark = &scene.marks[4];
    let card = evidence(mark, &dataset, &messages);
    let told: Vec<String> = card.rows.iter().map(|row| plain(&format!("{}: {}", row.label, row.text))).collect();
    let value = messages.number(mark.value.unwrap());
    assert_eq!(told[0], format!("Figure: {value} outlets (as printed)"));
    assert_eq!(told[1], "Period: 5 Mar 2020 (stated by the source)");
    assert_eq!(told[2], "Source: Halden register, 2 Jan 2026");
    assert_eq!(told.len(), 3);
    assert_eq!(plain(&card.title), format!("{value} outlets, 5 Mar 2020, Halden register"));
    let panel = dossier(&mark.facts[0], &dataset, &ViewOptions::default(), &messages).unwrap();
    assert_eq!(plain(&panel.title), format!("Outlets: {value} outlets"));
    let same = panel.sections.iter().find(|section| section.kind == "same").unwrap();
    assert!((4..=6).contains(&same.entries.len()), "{}", same.entries.len());
    assert!(same.entries.iter().any(|entry| entry.reference == "observation:daily:0"));
}

#[test]
fn times_of_day_are_told() {
    let (dataset, messages) = (dataset(vec![block(&growing("2024-02-27", 60_000.0, 2_000))]), Messages::english());
    let panel = dossier("observation:daily:125", &dataset, &ViewOptions::default(), &messages).unwrap();
    let period = panel.rows.iter().find(|row| row.kind == "period").unwrap();
    assert_eq!(plain(&period.text), "27 Feb 2024, 02:05 UTC (stated by the source)");
}

#[test]
fn a_point_within_a_range_is_found_in_it() {
    let dataset = daily();
    let scene = draw_options(&dataset, &[], 800.0);
    for index in [0, 1, 777, 3_652] {
        let reference = format!("observation:daily:{index}");
        let marks = answering(&scene.marks, &reference, &dataset);
        let time = dataset.columns.point(&format!("daily:{index}")).unwrap().time();
        assert_eq!(marks.len(), 1, "{reference}");
        let span = scene.marks[marks[0]].span.unwrap();
        assert!(span.from <= time && time <= span.to);
    }
    assert_eq!(answering(&scene.marks, "observation:daily:3653", &dataset), Vec::<usize>::new());
    assert_eq!(answering(&scene.marks, "place:world", &dataset), Vec::<usize>::new(), "all of it is no mark");
    assert!(dataset.has("observation:daily:3652") && !dataset.has("observation:daily:3653"));
    for odd in ["daily:", "daily:01", "daily:-1", "daily:1e3", "other:1", ":", "daily:99999999999999999999"] {
        assert!(dataset.columns.point(odd).is_none(), "{odd}");
    }
}

#[test]
fn pointer_and_keys_reach_the_marks() {
    let dataset = daily();
    let scene = draw_options(&dataset, &[], 800.0);
    for index in (0..scene.marks.len()).step_by(37) {
        let center = scene.marks[index].bounds.center();
        let found = mark_at(&scene.marks, center).unwrap();
        assert!(found.abs_diff(index) <= 2, "{found} for {index}");
    }
    assert_eq!(mark_at(&scene.marks, Point::new(-50.0, -50.0)), None);
    let state = Interaction::default().next(Input::Press(Some(5)), &scene.marks);
    assert_eq!(state.selected.as_deref(), Some(scene.marks[5].facts[0].as_str()));
    let next = state.next(Input::Key("ArrowRight".to_owned()), &scene.marks);
    assert_eq!(next.focused.as_deref(), Some(scene.marks[6].id.as_str()));
    let values: Vec<f64> = (0..3_653).map(|at| dataset.columns.all()[0].value(at)).collect();
    for (key, extreme) in [
        ("]", values.iter().copied().fold(f64::NEG_INFINITY, f64::max)),
        ("[", values.iter().copied().fold(f64::INFINITY, f64::min)),
    ] {
        let at = next.next(Input::Key(key.to_owned()), &scene.marks).focused.unwrap();
        let mark = scene.marks.iter().find(|mark| mark.id == at).unwrap();
        let point = |fact: &String| dataset.columns.point(fact.trim_start_matches("observation:")).unwrap().value();
        assert!(mark.facts.iter().any(|fact| point(fact).to_bits() == extreme.to_bits()), "{key}");
    }
}

#[test]
fn the_table_has_both_extremes_with_their_count() {
    let (dataset, messages) = (daily(), Messages::english());
    let options = options_of(&dataset, &[]);
    let scene = draw_options(&dataset, &[], 800.0);
    let table = listing(&scene, &dataset, &options, &messages);
    let references: usize = scene.marks.iter().map(|mark| mark.facts.len()).sum();
    assert_eq!(table.rows.len(), references);
    assert_eq!(
        plain(&table.about),
        format!("Facts that are drawn: {}. As of 31 December 2025.", messages.number(references as f64))
    );
    let remarks: Vec<&str> = table.rows[..2].iter().map(|row| row.cells[6].lines[0].text.as_str()).collect();
    let count = scene.marks[0].span.unwrap().count;
    assert_eq!(
        remarks,
        [
            format!("Lowest of {count} figures that are drawn as one"),
            format!("Highest of {count} figures that are drawn as one")
        ]
    );
    let csv = comma_separated::write(&rows(&scene.marks, &dataset), &dataset, &messages);
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines.len(), references + 1);
    assert!(lines[1].starts_with("observation:daily:") && lines[1].contains("Lowest of"), "{}", lines[1]);
    assert!(lines[1].contains("Halden register") && lines[1].contains("2016-01-"), "{}", lines[1]);
}

#[test]
fn filters_offer_what_columns_hold() {
    let mut counts = block(&growing("2020-01-01", DAY, 3));
    counts.place = codes(&["SE", "NO", "FI"], &[1.0, 1.0, 2.0]);
    counts.qualifier = codes(&["about", "exact"], &[1.0, 1.0, 1.0]);
    let choices = choices(&dataset(vec![counts]), &Messages::english());
    let ids =
        |list: &[smart_footprint::choices::Choice]| list.iter().map(|choice| choice.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&choices.places), ["NO", "FI"]);
    assert_eq!(ids(&choices.qualifiers), ["exact"]);
    assert_eq!(ids(&choices.sources), ["register"]);
    assert_eq!(ids(&choices.metrics), ["outlets"]);
}
