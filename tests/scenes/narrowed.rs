//! Options that leave little of a dataset: sentences have no holes, and say no more than what
//! is left.

use crate::common::{VIEWS, draw_options, invented_brand, texts, written};
use smart_footprint::dataset::period::Basis;
use smart_footprint::embedded;
use smart_footprint::scene::Scene;

/// All that a reader is told.
fn told(scene: &Scene) -> String {
    let labels: Vec<&str> = scene.marks.iter().map(|mark| mark.label.as_str()).collect();
    let timeline = scene.timeline.iter();
    let stops = timeline.clone().flat_map(|timeline| &timeline.stops).map(|stop| stop.label.as_str());
    let handles = timeline.flat_map(|timeline| [timeline.first_label.as_str(), timeline.last_label.as_str()]);
    let written = texts(scene).into_iter().map(|text| text.content.as_str());
    let mut all: Vec<&str> = vec![&scene.title, &scene.summary];
    all.extend(written.chain(labels).chain(stops).chain(handles));
    let all = all.join("\n");
    all.replace('\u{a0}', " ")
}

fn holes(text: &str) -> Vec<&'static str> {
    // What no sentence holds: parts left empty, and the year of no day.
    [", ,", "by ,", " to .", " to ,", "..", " ,", "  ", "9999", ": ,", "{", "\u{0}"]
        .into_iter()
        .filter(|hole| text.contains(hole))
        .collect()
}

#[test]
fn no_sentence_has_a_hole_whatever_is_chosen() {
    let choices: [&[(&str, &str)]; 14] = [
        &[],
        &[("at", "1980-01-01")],
        &[("at", "2024-01-19")],
        &[("published-by", "1980-01-01")],
        &[("published-by", "2024-12-31")],
        &[("from", "2040-01-01")],
        &[("to", "1980-01-01")],
        &[("from", "2026-01-01"), ("to", "2024-01-01")],
        &[("qualifiers", "less-than")],
        &[("qualifiers", "about")],
        &[("kinds", "award")],
        &[("kinds", "certificate"), ("qualifiers", "less-than")],
        &[("metric", "deliveries")],
        &[("metric", "outlets"), ("kinds", "entry")],
    ];
    let mut faults = Vec::new();
    for (name, dataset) in [("embedded", embedded::dataset()), ("invented", invented_brand())] {
        let sources = dataset.sources.iter().map(|source| vec![("sources", source.id.clone())]);
        let places = dataset.places.iter().step_by(9).map(|place| vec![("place", place.id.clone())]);
        let owned = |options: &&[(&'static str, &str)]| {
            options.iter().map(|(name, value)| (*name, (*value).to_owned())).collect::<Vec<_>>()
        };
        let known = |options: &Vec<(&str, String)>| {
            options.iter().all(|(name, value)| *name != "metric" || dataset.metric(value).is_some())
        };
        for options in choices.iter().map(owned).filter(known).chain(sources).chain(places) {
            for view in VIEWS {
                let mut all = vec![("view", view.word()), ("controls", "")];
                all.extend(options.iter().map(|(name, value)| (*name, value.as_str())));
                crate::common::tried(1);
                let text = told(&draw_options(&dataset, &all, 800.0));
                for hole in holes(&text) {
                    let line = text.lines().find(|line| line.contains(hole)).unwrap();
                    let at = line.find(hole).unwrap();
                    let around: String = line.chars().skip(at.saturating_sub(60)).take(130).collect();
                    faults.push(format!("{name} {all:?}: {hole:?} in {around:?}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn growth_without_figures_names_who_tells_of_its_events() {
    let scene = draw_options(&embedded::dataset(), &[("qualifiers", "less-than"), ("controls", "")], 800.0);
    assert_eq!(subtitle(&scene), "smart worldwide, as told by its newsroom and an advertorial");
    assert!(scene.timeline.is_some(), "its events are dated, and can be narrowed");
}

/// The line under the title.
fn subtitle(scene: &Scene) -> String {
    texts(scene)[1].content.replace('\u{a0}', " ")
}

#[test]
fn one_more_event_is_told_by_its_kind() {
    let scene = draw_options(&embedded::dataset(), &[("sources", "2026-hong-kong-advertorial")], 800.0);
    assert!(written(&scene).contains("and one more event: Awards 1"), "{}", written(&scene));
}

// When the advertorial came out is the editors' guess of a half-year: no month is told.
#[test]
fn a_guessed_day_of_publication_is_no_month() {
    let dataset = embedded::dataset();
    let lineup = |sources| subtitle(&draw_options(&dataset, &[("view", "lineup"), ("sources", sources)], 800.0));
    assert_eq!(lineup("2026-hong-kong-advertorial"), "smart line-up as told in the first half of 2026");
    assert_eq!(
        lineup("2025-h1-review 2026-h1-results"),
        "smart line-up as told from the second half of 2025 to July 2026"
    );
    assert_eq!(lineup("2026-h1-results"), "smart line-up as told in July 2026");
    assert_eq!(lineup(""), "smart line-up as told from January 2024 to July 2026");
}

#[test]
fn a_rank_keeps_its_scope_in_the_title() {
    let options = [("view", "sales"), ("sources", "2026-hong-kong-advertorial")];
    let scene = draw_options(&embedded::dataset(), &options, 800.0);
    assert_eq!(scene.title, "Sales rank in Hong Kong, #5: rank 4");
    let method = "electric cars, one month: that of the first deliveries";
    assert_eq!(subtitle(&scene), format!("smart, {method}, 2025, date inferred"));
    assert!(written(&scene).contains("2025, date inferred"), "{}", written(&scene));
}

#[test]
fn what_filters_leave_out_is_not_said_of_the_dataset() {
    let mut dataset = embedded::dataset();
    let scene = draw_options(&dataset, &[("place", "FI")], 800.0);
    assert!(written(&scene).contains("The dataset says nothing of what is chosen"), "{}", written(&scene));
    assert_eq!(scene.summary, "The dataset says nothing of what is chosen that this view can draw.");
    dataset.observations.clear();
    dataset.events.clear();
    dataset.statements.clear();
    dataset.conflicts.clear();
    let scene = draw_options(&dataset, &[], 800.0);
    assert_eq!(scene.summary, "The dataset says nothing that this view can draw.");
}

#[test]
fn a_handle_that_stands_on_no_stop_says_where_it_stands() {
    let markets = |at| {
        let timeline = draw_options(&embedded::dataset(), &[("view", "markets"), ("at", at)], 800.0).timeline.unwrap();
        timeline.first_label.replace('\u{a0}', " ")
    };
    assert_eq!(markets("2025-06-30"), "30 Jun 2025: 38 markets, 12 named");
    assert_eq!(markets("1980-01-01"), "1 Jan 1980: 0 named");
    assert_eq!(markets("2025-09-15"), "15 Sep 2025: 38 markets, 12 named");

    // A stretch that begins after it ends, or after all there is, is not told to be another one.
    for (from, to, first, last) in [
        ("2025-01-15", "2025-11-20", "15 Jan 2025", "20 Nov 2025"),
        ("2025-01-01", "2025-12-31", "January 2025", "December 2025"),
        ("2026-01-01", "2024-01-31", "January 2026", "January 2024"),
        ("2040-02-03", "2040-12-31", "3 Feb 2040", "31 Dec 2040"),
    ] {
        let scene = draw_options(&embedded::dataset(), &[("controls", ""), ("from", from), ("to", to)], 800.0);
        let timeline = scene.timeline.as_ref().unwrap();
        let words = |text: &str| text.replace('\u{a0}', " ");
        assert_eq!((&*words(&timeline.first_label), &*words(&timeline.last_label)), (first, last));
        assert!(written(&scene).contains(&format!("Shown: {first} to {last}")), "{}", written(&scene));
    }
}

#[test]
fn the_summary_counts_in_words_that_fit_every_number() {
    let scene = draw_options(&embedded::dataset(), &[("view", "markets"), ("place", "FI")], 800.0);
    assert!(scene.summary.ends_with(". Marks: 1."), "{}", scene.summary);
}

#[test]
fn a_figure_that_we_dated_says_so_in_the_list() {
    let mut dataset = embedded::dataset();
    for row in &mut dataset.observations {
        row.period.basis = Basis::Stated;
    }
    let scene = draw_options(&dataset, &[("view", "sales")], 800.0);
    assert!(!written(&scene).contains("date inferred"));
}
