//! What the options that choose facts make of a picture.

use crate::common::{VIEWS, draw, draw_options, texts, written};
use smart_footprint::dataset::period::Day;
use smart_footprint::dataset::tables::{Qualifier, Status};
use smart_footprint::embedded;
use smart_footprint::options::ViewKind;
use smart_footprint::scene::Mark;

#[test]
fn published_by_shows_what_was_known_by_then() {
    let dataset = embedded::dataset();
    let scene = draw_options(&dataset, &[("published-by", "2024-12-31")], 800.0);
    let markets: Vec<f64> = scene
        .marks
        .iter()
        .filter(|mark| mark.unit.as_deref() == Some("markets"))
        .filter_map(|mark| mark.value)
        .collect();
    assert_eq!(markets, [22.0]);
    assert!(scene.marks.iter().all(|mark| mark.sources == ["2023-results"]));
    let sources = written(&scene).split("Source").last().unwrap().to_owned();
    assert!(sources.starts_with(": smart newsroom (19 Jan 2024). "), "{sources}");

    let lineup = draw_options(&dataset, &[("view", "lineup"), ("published-by", "2024-12-31")], 800.0);
    let counts: Vec<f64> = lineup.marks.iter().filter_map(|mark| mark.value).collect();
    assert_eq!(counts, [2.0]);
}

// Of what was published by then nothing is left out, and nothing else is told: statements too
// have a source.
#[test]
fn a_row_opens_no_fact_of_a_source_that_is_left_out() {
    let dataset = embedded::dataset();
    let mut faults = Vec::new();
    for (option, value) in [("published-by", "2024-12-31"), ("sources", "2023-results")] {
        for view in ["growth", "lineup"] {
            let scene = draw_options(&dataset, &[("view", view), (option, value)], 800.0);
            for mark in scene.marks.iter().filter(|mark| mark.kind != "conflict" && mark.sources != ["2023-results"]) {
                faults.push(format!("{view}, {option}: {} has the sources {:?}", mark.id, mark.sources));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn sources_shows_what_they_say_alone() {
    let dataset = embedded::dataset();
    for source in &dataset.sources {
        let scene = draw_options(&dataset, &[("sources", &source.id)], 800.0);
        let marks: Vec<&Mark> = scene.marks.iter().filter(|mark| mark.kind != "conflict").collect();
        assert!(!marks.is_empty() && marks.iter().all(|mark| mark.sources == [source.id.clone()]), "{}", source.id);
    }
    let two = draw_options(&dataset, &[("sources", "2023-results 2026-h1-results")], 800.0);
    let markets = two.marks.iter().filter(|mark| mark.id.starts_with("observation:markets-20"));
    assert_eq!(markets.filter_map(|mark| mark.value).collect::<Vec<_>>(), [22.0, 41.0]);
}

#[test]
fn qualifiers_shows_figures_with_these_alone() {
    let dataset = embedded::dataset();
    let scene = draw_options(&dataset, &[("qualifiers", "more-than")], 800.0);
    assert!(!scene.marks.is_empty());
    for mark in scene.marks.iter().filter(|mark| mark.value.is_some()) {
        assert_eq!(mark.qualifier, Some(Qualifier::MoreThan), "{}", mark.id);
    }
}

#[test]
fn from_and_to_show_the_facts_that_end_between_them() {
    let dataset = embedded::dataset();
    let (from, to) = (Day::parse("2025-01-01").unwrap(), Day::parse("2025-12-31").unwrap());
    for view in ["growth", "lineup"] {
        let scene = draw_options(&dataset, &[("view", view), ("from", "2025-01-01"), ("to", "2025-12-31")], 800.0);
        assert!(!scene.marks.is_empty());
        for mark in scene.marks.iter().filter(|mark| mark.value.is_some()) {
            let end = mark.period.unwrap().end().unwrap();
            assert!(from <= end && end <= to, "{view}: {}", mark.id);
        }
    }
}

#[test]
fn at_ends_the_bars_of_the_line_up() {
    let dataset = embedded::dataset();
    let lineup = draw_options(&dataset, &[("view", "lineup"), ("at", "2025-12-31")], 800.0);
    assert!(written(&lineup).contains("as of 31 Dec 2025"));
    let at = Day::parse("2025-12-31");
    for mark in lineup.marks.iter().filter(|mark| mark.kind == "model") {
        assert!(mark.period.unwrap().end() <= at, "{}", mark.id);
    }
}

#[test]
fn at_counts_what_held_then_and_nothing_later() {
    let dataset = embedded::dataset();
    let at = Day::parse("2025-12-31").unwrap();
    let mut faults = Vec::new();
    for view in ["growth", "lineup"] {
        let scene = draw_options(&dataset, &[("view", view), ("at", "2025-12-31")], 800.0);
        for mark in scene.marks.iter().filter(|mark| mark.value.is_some()) {
            let end = mark.period.unwrap().end().unwrap();
            if end > at {
                faults.push(format!("{view}: {} ends on {}", mark.id, end.iso()));
            }
        }
        let later = ["41", "became five"].iter().any(|later| scene.title.contains(later));
        faults.extend(later.then(|| format!("{view}: the title is {:?}", scene.title)));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

// A launch that is reported is no plan, however early the picture.
#[test]
fn what_is_reported_later_is_not_drawn_as_a_plan() {
    let dataset = embedded::dataset();
    for at in ["2023-06-30", "2024-12-31", "2025-12-31"] {
        let scene = draw_options(&dataset, &[("view", "lineup"), ("at", at)], 800.0);
        for mark in scene.marks.iter().filter(|mark| mark.kind == "plan") {
            assert_eq!(mark.status, Some(Status::Planned), "at {at}: {}", mark.id);
        }
    }
}

#[test]
fn metric_and_place_choose_what_is_drawn() {
    let dataset = embedded::dataset();
    let outlets = draw_options(&dataset, &[("metric", "outlets")], 800.0);
    assert!(outlets.marks.iter().all(|mark| mark.unit.as_deref() == Some("outlets")));
    assert_eq!(outlets.title, "over 700 outlets, mid-2026");
    let china = draw_options(&dataset, &[("place", "CN")], 800.0);
    let of_china = |mark: &Mark| mark.place.as_deref() == Some("CN");
    assert!(!china.marks.is_empty() && china.marks.iter().all(of_china));
    assert!(written(&china).contains("in China"), "{}", written(&china));
}

#[test]
fn the_words_of_the_host_stand_where_it_put_them() {
    let dataset = embedded::dataset();
    for view in ["growth", "lineup"] {
        let words =
            [("view", view), ("heading", "A heading"), ("subheading", "Under it"), ("note", "A note of the host")];
        let scene = draw_options(&dataset, &words, 800.0);
        for (_, words) in &words[1..] {
            assert!(texts(&scene).iter().any(|text| text.content == *words), "{view}: {words}");
        }
        let plain = draw_options(&dataset, &[("view", view)], 800.0);
        let hidden = draw_options(&dataset, &[("view", view), ("heading", ""), ("subheading", "")], 800.0);
        assert!(!written(&hidden).contains(&plain.title) && hidden.height < plain.height, "{view}");
        assert_eq!(hidden.title, plain.title, "{view}: who cannot see it is told the finding all the same");
    }
}

#[test]
fn a_dataset_without_facts_says_so() {
    let mut dataset = embedded::dataset();
    dataset.observations.clear();
    dataset.events.clear();
    dataset.statements.clear();
    dataset.conflicts.clear();
    for view in VIEWS {
        for width in [200.0, 320.0, 1600.0] {
            let scene = draw(&dataset, view, width);
            assert!(scene.marks.is_empty());
            assert!(written(&scene).contains("The dataset says nothing that this view can draw."), "{}", view.word());
        }
    }
}

#[test]
fn plans_alone_make_a_line_up() {
    let mut dataset = embedded::dataset();
    dataset.events.retain(|event| event.status == Status::Planned && event.model.is_some());
    dataset.observations.clear();
    dataset.statements.clear();
    dataset.conflicts.clear();
    let dataset = dataset.indexed();
    assert!(!dataset.events.is_empty());
    for width in [320.0, 800.0] {
        let scene = draw(&dataset, ViewKind::Lineup, width);
        for event in &dataset.events {
            let fact = format!("event:{}", event.id);
            assert!(scene.marks.iter().any(|mark| mark.facts.contains(&fact)), "{fact} at {width} px");
        }
    }
}

#[test]
fn a_contradiction_answers_to_all_that_it_stands_between() {
    let mut dataset = embedded::dataset();
    let source = format!("source:{}", dataset.sources[0].id);
    dataset.conflicts[0].between.push(source.clone());
    let conflict = format!("conflict:{}", dataset.conflicts[0].id);
    let dataset = dataset.indexed();
    let mut told = 0;
    for view in VIEWS {
        let scene = draw(&dataset, view, 800.0);
        for mark in scene.marks.iter().filter(|mark| mark.id == conflict) {
            assert!(mark.facts.contains(&source) && mark.answers_to(&source), "{mark:?}");
            told += 1;
        }
    }
    assert!(told > 0);
}
