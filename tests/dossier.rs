//! What the evidence panel knows: everything about a row, with who said it and what
//! contradicts it, and nothing that the options keep out.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::collections::BTreeSet;

use smart_footprint::choices::choices;
use smart_footprint::dataset::Dataset;
use smart_footprint::dataset::node::{Node, Value};
use smart_footprint::dossier::{self, Dossier, Entry, Section};
use smart_footprint::embedded;
use smart_footprint::messages::Messages;
use smart_footprint::options::ViewOptions;
use smart_footprint::telling::EvidenceRow;

fn options(options: &[(&str, &str)]) -> ViewOptions {
    let node = Value::Map(options.iter().map(|(name, value)| ((*name).to_owned(), Node::text(*value))).collect());
    let (options, warnings) = ViewOptions::read(&node.into(), &embedded::dataset());
    assert_eq!(warnings, []);
    options
}

fn dossier_with(reference: &str, asked: &[(&str, &str)]) -> Dossier {
    dossier::dossier(reference, &embedded::dataset(), &options(asked), &Messages::english()).expect(reference)
}

fn dossier(reference: &str) -> Dossier {
    dossier_with(reference, &[])
}

fn section<'a>(dossier: &'a Dossier, kind: &str) -> &'a Section {
    dossier.sections.iter().find(|section| section.kind == kind).unwrap_or_else(|| panic!("no {kind}: {dossier:#?}"))
}

fn entry<'a>(section: &'a Section, reference: &str) -> &'a Entry {
    section.entries.iter().find(|entry| entry.reference == reference).expect(reference)
}

fn references(section: &Section) -> Vec<&str> {
    section.entries.iter().map(|entry| entry.reference.as_str()).collect()
}

fn row<'a>(rows: &'a [EvidenceRow], kind: &str) -> &'a EvidenceRow {
    rows.iter().find(|row| row.kind == kind).unwrap_or_else(|| panic!("no {kind}: {rows:#?}"))
}

/// Every Ref of a dataset.
fn all(dataset: &Dataset) -> Vec<String> {
    let mut all = Vec::new();
    let mut add = |row: &str, ids: Vec<&String>| all.extend(ids.iter().map(|id| format!("{row}:{id}")));
    add("source", dataset.sources.iter().map(|row| &row.id).collect());
    add("place", dataset.places.iter().map(|row| &row.id).collect());
    add("model", dataset.models.iter().map(|row| &row.id).collect());
    add("partner", dataset.partners.iter().map(|row| &row.id).collect());
    add("observation", dataset.observations.iter().map(|row| &row.id).collect());
    add("event", dataset.events.iter().map(|row| &row.id).collect());
    add("statement", dataset.statements.iter().map(|row| &row.id).collect());
    add("conflict", dataset.conflicts.iter().map(|row| &row.id).collect());
    all
}

#[test]
fn an_observation_tells_term_period_passage_repeats_and_both_sides() {
    let dossier = dossier("observation:markets-2025-h1");
    assert_eq!(dossier.title, "Markets: 38 markets");
    assert_eq!(row(&dossier.rows, "term").text, "“countries and regions”");
    assert_eq!(row(&dossier.rows, "period").text, "first half of 2025 (from the passage around it)");
    let source = row(&dossier.rows, "source");
    assert!(source.text.ends_with("; first paragraph; a quote by the CMO"), "{}", source.text);
    assert_eq!(source.reference.as_deref(), Some("source:2025-h1-review"));
    let repeat = row(&dossier.rows, "restated");
    assert!(repeat.text.starts_with("about 40 markets, "), "{}", repeat.text);
    assert_eq!(repeat.reference.as_deref(), Some("observation:markets-2025-h1-rounded"));

    let conflicts = section(&dossier, "conflicts");
    assert_eq!(references(conflicts), ["conflict:markets-start-of-2025"]);
    let sides: Vec<_> = conflicts.entries[0].rows.iter().map(|row| (row.reference.as_deref(), &row.text)).collect();
    assert_eq!(sides.len(), 4);
    assert_eq!(sides[0].0, None, "the row itself is no way on");
    assert_eq!(sides[2].0, Some("observation:markets-2025"));
    assert!(sides[2].1.starts_with("Markets: 39 markets; 2025; "), "{}", sides[2].1);
    assert_eq!(
        references(section(&dossier, "same")),
        ["observation:markets-2024-01-19", "observation:markets-2025", "observation:markets-2026-h1"],
        "the same count at other times, without rounded repeats"
    );
}

#[test]
fn a_rounded_repeat_leads_to_the_figure_it_repeats() {
    let dossier = dossier("observation:markets-2026-h1-rounded");
    assert_eq!(row(&dossier.rows, "value").text, "over 40 markets (lower bound: more than this)");
    let full = row(&dossier.rows, "restates");
    assert_eq!(full.reference.as_deref(), Some("observation:markets-2026-h1"));
    assert!(full.text.starts_with("Markets: 41 markets; "), "{}", full.text);
}

#[test]
fn a_place_tells_figures_events_statements_and_what_is_contradicted() {
    let dossier = dossier("place:HK");
    assert_eq!((dossier.kind.as_str(), dossier.title.as_str()), ("Country", "Hong Kong"));
    assert_eq!(row(&dossier.rows, "within").reference.as_deref(), Some("place:asia"));
    assert_eq!(
        references(section(&dossier, "figures")),
        ["observation:sales-rank-5-hk-2025", "observation:sales-growth-hk-2026-h1"]
    );
    let rank = &section(&dossier, "figures").entries[0];
    assert!(rank.text.ends_with(", #5"), "the scope is told: {}", rank.text);
    assert_eq!(row(&rank.rows, "period").text, "2025 (inferred by the editors)");
    let entered = entry(section(&dossier, "events"), "event:entry-hk-2025");
    let conflict = row(&entered.rows, "conflict");
    assert_eq!(conflict.reference.as_deref(), Some("conflict:hong-kong-debut"));
    let sides = entry(section(&dossier, "conflicts"), "conflict:hong-kong-debut");
    assert_eq!(sides.rows.len(), 2, "both are told");
    assert_eq!(sides.rows[1].reference.as_deref(), Some("event:test-drive-1-hk-2023"));
}

#[test]
fn a_bound_in_a_list_says_that_it_is_one() {
    let dossier = dossier("place:CN");
    let outlets = entry(section(&dossier, "figures"), "observation:outlets-cn-2024-01-19");
    assert_eq!(outlets.text, "Outlets: over 190 outlets");
    assert_eq!(row(&outlets.rows, "value").text, "over 190 outlets (lower bound: more than this)");
    let cities = entry(section(&dossier, "figures"), "observation:cities-cn-2024-01-19");
    assert!(cities.rows.iter().all(|row| row.kind != "value"), "what is printed plainly is said once");
}

#[test]
fn a_model_tells_its_versions_and_plans_come_last() {
    let dossier = dossier("model:2");
    assert_eq!(dossier.title, "#2");
    assert_eq!(references(section(&dossier, "versions")), ["model:concept-2"]);
    let events = section(&dossier, "events");
    let planned = |entry: &Entry| entry.rows.iter().any(|row| row.kind == "status" && row.text == "planned");
    assert!(planned(events.entries.last().unwrap()));
    assert!(events.entries.is_sorted_by_key(planned));
    let base = super_reference("model:concept-2", "base");
    assert_eq!(base, "model:2");
}

fn super_reference(of: &str, kind: &str) -> String {
    row(&dossier(of).rows, kind).reference.clone().unwrap()
}

#[test]
fn a_source_tells_itself_and_all_it_says() {
    let dataset = embedded::dataset();
    for source in &dataset.sources {
        let dossier = dossier(&format!("source:{}", source.id));
        assert_eq!(row(&dossier.rows, "title").text, source.title);
        assert_eq!(dossier.rows.iter().any(|row| row.kind == "url"), source.url.is_some());
        for (kind, count) in [
            ("figures", dataset.observations.iter().filter(|row| row.source == source.id).count()),
            ("events", dataset.events.iter().filter(|row| row.source == source.id).count()),
            ("statements", dataset.statements.iter().filter(|row| row.source == source.id).count()),
        ] {
            assert_eq!(section(&dossier, kind).entries.len(), count, "{} {kind}", source.id);
        }
        for entry in dossier.sections.iter().flat_map(|section| &section.entries) {
            assert!(entry.rows.iter().all(|row| row.kind != "source"), "said once, at the top");
        }
        assert_eq!(row(&section(&dossier, "figures").entries[0].rows, "passage").label, "Where");
    }
}

#[test]
fn a_partner_tells_what_it_did_and_what_is_said_of_it() {
    let dossier = dossier("partner:tianqi-lithium");
    assert_eq!(row(&dossier.rows, "kind").text, "investor");
    assert_eq!(references(section(&dossier, "figures")), ["observation:investment-tianqi-lithium"]);
}

#[test]
fn a_conflict_tells_every_row_it_stands_between() {
    for conflict in embedded::dataset().conflicts {
        let dossier = dossier(&format!("conflict:{}", conflict.id));
        assert_eq!(dossier.title, conflict.what);
        let between: Vec<&str> = conflict.between.iter().map(String::as_str).collect();
        assert_eq!(references(section(&dossier, "between")), between);
        for entry in &section(&dossier, "between").entries {
            row(&entry.rows, "period");
            row(&entry.rows, "source");
        }
    }
}

#[test]
fn an_event_tells_its_count_and_its_sentence() {
    let dataset = embedded::dataset();
    let event = dataset.events.iter().find(|event| event.part_of.is_some() && event.group.is_some()).unwrap();
    let dossier = dossier(&format!("event:{}", event.id));
    let count = format!("observation:{}", event.part_of.as_ref().unwrap());
    assert_eq!(row(&dossier.rows, "part-of").reference.as_ref(), Some(&count));
    let together = section(&dossier, "together");
    assert!(together.entries.iter().all(|entry| entry.reference != dossier.reference));
    let named = super_named(&count);
    assert!(named.contains(&dossier.reference), "the count names its parts: {named:?}");
}

fn super_named(count: &str) -> Vec<String> {
    section(&dossier(count), "named").entries.iter().map(|entry| entry.reference.clone()).collect()
}

#[test]
fn what_was_not_told_by_then_is_left_out_and_counted() {
    let then = [("published-by", "2025-12-31")];
    let before = dossier_with("observation:markets-2025-h1", &then);
    assert!(before.sections.iter().all(|section| section.kind != "conflicts"), "its other side was not told yet");
    assert_eq!(references(section(&before, "same")), ["observation:markets-2024-01-19"]);
    assert_eq!(before.omitted, "2 rows are left out by the choice of sources or by the day of publication.");

    let place = dossier_with("place:FI", &[("sources", "2025-h1-review")]);
    for entry in place.sections.iter().flat_map(|section| &section.entries) {
        assert_eq!(row(&entry.rows, "source").reference.as_deref(), Some("source:2025-h1-review"));
    }
    assert!(!place.omitted.is_empty());
    assert_eq!(dossier("place:FI").omitted, "");
    // A stretch of time narrows a picture, not what is known.
    assert_eq!(dossier_with("place:FI", &[("to", "2024-12-31")]).sections, dossier("place:FI").sections);
}

#[test]
fn every_row_has_a_dossier_and_every_way_on_leads_somewhere() {
    let dataset = embedded::dataset();
    let known: BTreeSet<String> = all(&dataset).into_iter().collect();
    for reference in &known {
        let dossier = dossier(reference);
        assert!(!dossier.title.is_empty() && !dossier.kind.is_empty(), "{reference}");
        let lines = dossier
            .rows
            .iter()
            .chain(dossier.sections.iter().flat_map(|section| &section.entries).flat_map(|entry| &entry.rows));
        for line in lines {
            assert!(!line.text.is_empty() && !line.label.is_empty(), "{reference}: {line:?}");
            assert!(line.reference.as_ref().is_none_or(|way| known.contains(way)), "{reference}: {line:?}");
            assert_ne!(line.reference.as_ref(), Some(reference), "{reference} leads to itself: {line:?}");
        }
        for section in &dossier.sections {
            assert!(!section.entries.is_empty(), "{reference}: {}", section.kind);
            assert!(section.entries.iter().all(|entry| known.contains(&entry.reference)));
        }
    }
}

#[test]
fn what_names_no_row_has_no_dossier() {
    for reference in ["", "nonsense", "place:", "place:nowhere", "metric:markets", ":", "observation"] {
        let dossier = dossier::dossier(reference, &embedded::dataset(), &ViewOptions::default(), &Messages::english());
        assert_eq!(dossier, None, "{reference}");
    }
}

#[test]
fn a_selection_that_names_nothing_is_kept_and_warned_of() {
    let node = Value::Map(vec![("selected".to_owned(), Node::text("place:nowhere"))]);
    let (options, warnings) = ViewOptions::read(&node.into(), &embedded::dataset());
    assert_eq!(options.selected.as_deref(), Some("place:nowhere"));
    assert_eq!(warnings.len(), 1);
    assert_eq!(warnings[0].path, "selected");
}

#[test]
fn choices_are_what_the_dataset_holds() {
    let dataset = embedded::dataset();
    let choices = choices(&dataset, &Messages::english());
    let ids =
        |list: &[smart_footprint::choices::Choice]| list.iter().map(|choice| choice.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&choices.views), ["growth", "markets", "sales", "lineup"]);
    assert_eq!(ids(&choices.qualifiers), ["exact", "more-than", "nearly", "about"]);
    assert_eq!(ids(&choices.places)[0], "world");
    assert!(!ids(&choices.places).contains(&"HU".to_owned()), "no figure is given for it");
    let kinds: BTreeSet<_> = dataset.events.iter().map(|event| event.kind.word().to_owned()).collect();
    assert_eq!(ids(&choices.kinds).into_iter().collect::<BTreeSet<_>>(), kinds);
    assert_eq!(choices.sources.len(), dataset.sources.len());
    assert!(choices.sources.iter().all(|choice| !choice.label.is_empty()));
}

// 190 outlets are China's, and eight markets those of one car.
#[test]
fn a_figure_keeps_its_scope_wherever_it_is_named() {
    assert_eq!(dossier("observation:outlets-cn-2024-01-19").title, "Outlets: over 190 outlets, China");
    assert_eq!(dossier("observation:range-6-ehd-2026").title.replace('\u{a0}', " "), "Range: 1,810 km, #6 EHD");
    let event = dossier("event:rollout-5-cl-2026-h1");
    assert_eq!(row(&event.rows, "part-of").text, "Markets entered: 8 markets, #5");
    let of_europe = dossier("event:rollout-1-de-2023");
    assert_eq!(row(&of_europe.rows, "part-of").text, "Markets entered: 10 markets, Europe, #1");
}

#[test]
fn a_plan_is_told_as_one_on_each_side_of_a_contradiction() {
    let plan = dossier("statement:strategy-2026-depth");
    for side in &section(&plan, "conflicts").entries[0].rows {
        assert!(side.text.contains(" (planned); "), "{}", side.text);
    }
}
