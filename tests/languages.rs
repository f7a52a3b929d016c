//! Every language says all there is, in its own words, on every surface alike.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;
mod tables;

use std::fs;
use std::path::Path;
use std::process::Command;

use common::languages::{folder, language, messages_of, names};
use common::{VIEWS, draw_in, texts};
use smart_footprint::choices::choices;
use smart_footprint::dataset::node::Node;
use smart_footprint::dataset::period::{Basis, Day, Period, Precision};
use smart_footprint::dataset::tables::Qualifier;
use smart_footprint::dataset::words_file;
use smart_footprint::dossier::dossier;
use smart_footprint::embedded;
use smart_footprint::evidence::evidence;
use smart_footprint::messages::language::Language;
use smart_footprint::messages::{Messages, source_file};
use smart_footprint::options::{ViewKind, ViewOptions};
use smart_footprint::theme::Theme;
use tables::Tables;

const SHIPPED: [&str; 3] = ["en", "de", "zh"];

/// All that is said in a language: pictures, marks, cards, dossiers, choices.
fn said(language: &Language) -> Vec<String> {
    let Language { messages, dataset, .. } = language;
    let mut said = Vec::new();
    let mut rows = Vec::new();
    for view in VIEWS {
        for (place, at) in [("world", None), ("europe", None), ("CN", Day::parse("2024-06-30"))] {
            let options = ViewOptions { view, place: place.to_owned(), at, controls: true, ..ViewOptions::default() };
            let scene = draw_in(messages, dataset, &options, 800.0, &Theme::light());
            // As it would be read, and not line by line.
            said.push(texts(&scene).iter().map(|text| text.content.as_str()).collect::<Vec<_>>().join("\n"));
            said.extend([scene.title.clone(), scene.summary.clone()]);
            for mark in &scene.marks {
                let card = evidence(mark, dataset, messages);
                said.extend([mark.label.clone(), card.title, card.text]);
                said.extend(card.rows.into_iter().flat_map(|row| [row.label, row.text]));
                rows.extend(mark.facts.clone());
            }
        }
    }
    let all = |word: &str, ids: Vec<String>| ids.into_iter().map(|id| format!("{word}:{id}")).collect::<Vec<_>>();
    rows.extend(all("place", dataset.places.iter().map(|row| row.id.clone()).collect()));
    rows.extend(all("partner", dataset.partners.iter().map(|row| row.id.clone()).collect()));
    rows.extend(all("source", dataset.sources.iter().map(|row| row.id.clone()).collect()));
    rows.extend(all("statement", dataset.statements.iter().map(|row| row.id.clone()).collect()));
    rows.extend(all("conflict", dataset.conflicts.iter().map(|row| row.id.clone()).collect()));
    for reference in rows {
        let dossier = dossier(&reference, dataset, &ViewOptions::default(), messages).expect(&reference);
        said.extend([dossier.kind, dossier.title]);
        said.extend(dossier.rows.into_iter().flat_map(|row| [row.label, row.text]));
        for section in dossier.sections {
            said.push(section.title);
            said.extend(section.entries.into_iter().map(|entry| entry.text));
        }
    }
    let choices = choices(dataset, messages);
    for choices in [choices.views, choices.sources, choices.qualifiers, choices.kinds, choices.places, choices.metrics]
    {
        said.extend(choices.into_iter().map(|choice| choice.label));
    }
    said
}

#[test]
fn nothing_that_is_said_has_a_hole() {
    for name in names() {
        let language = language(&name);
        for text in said(&language) {
            let holes =
                ["{", "}", "\0", "\u{1}", "\u{2}", "\u{3}", ", ,", ",,", "..", "  ", "，，", "。。", "()", "（）"];
            let hole = holes.iter().find(|hole| text.contains(**hole) && !(**hole == ".." && text.contains('…')));
            assert_eq!(hole, None, "{name}: {text:?}");
            assert!(!text.trim().is_empty() || text.is_empty(), "{name}: {text:?}");
        }
    }
}

/// Words that only English has, of what the language's own files say otherwise.
#[test]
fn no_english_is_left_in_another_language() {
    let english = [
        " the ",
        " of ",
        " and ",
        "Source",
        "newsroom,",
        "mid-",
        "half of",
        "entered",
        "launched",
        "Growth",
        "World",
        "with ",
        "counted",
        "reported",
        "Place",
        "Period",
    ];
    for name in ["de", "zh"] {
        let language = language(name);
        let terms = language.dataset.statements.iter().filter_map(|row| row.term.clone()).collect::<Vec<_>>();
        for text in said(&language) {
            // What a source says in its own words is quoted.
            let own: String = text.split(['“', '”', '„']).step_by(2).collect();
            // So is what it calls a car's body, on the car's row.
            let own = terms.iter().fold(own, |own, term| own.replace(term.as_str(), ""));
            let left = english.iter().find(|word| own.contains(**word));
            assert!(left.is_none(), "{name}: {:?} in {text:?}", left.unwrap());
        }
    }
}

#[test]
fn every_file_is_complete_and_every_text_of_the_dataset_is_translated() {
    assert_eq!(source_file::tags(&folder()).unwrap(), SHIPPED);
    for name in ["de", "zh"] {
        let words = words_file::read(&folder().join("dataset").join(name).with_extension("toml")).unwrap();
        assert_eq!(words_file::check(&embedded::node(), &words), Vec::<String>::new());
        let english = messages_of("en");
        let same = messages_of(name).into_iter().filter(|(key, text)| english[key] == *text && text.len() > 24);
        let same: Vec<String> = same.filter(|(_, text)| !text.contains('{')).map(|(key, _)| key).collect();
        assert_eq!(same, Vec::<String>::new(), "{name}: these are English still");
    }
}

#[test]
fn a_mistake_in_the_words_of_the_dataset_is_told_with_its_key() {
    let path = folder().join("dataset/de.toml");
    let mut words = words_file::read(&path).unwrap();
    words.get_mut("events").unwrap().remove("entry-hk-2025");
    words.get_mut("places").unwrap().entry("XX".to_owned()).or_default().insert("name".to_owned(), "X".to_owned());
    words.get_mut("metrics").unwrap().get_mut("markets").unwrap().insert("unit".to_owned(), " ".to_owned());
    words.get_mut("about").unwrap().clear();
    let problems = words_file::check(&embedded::node(), &words);
    let starts = [
        "metrics.markets.unit: is empty",
        "events.entry-hk-2025.title: is missing; in English it is",
        "places.XX.name: the dataset has no such text",
        "about.note: is missing",
    ];
    for start in starts {
        assert!(problems.iter().any(|problem| problem.starts_with(start)), "{start}\n{problems:#?}");
    }
}

/// The check runs in the build: a copy of the data with a mistake in it does not compile.
#[test]
fn the_build_stops_at_a_row_without_its_translation() {
    let tables = Tables::copy();
    let languages = tables.folder().join("languages/dataset");
    fs::create_dir_all(&languages).unwrap();
    for name in ["de", "zh"] {
        let text = fs::read_to_string(folder().join("dataset").join(name).with_extension("toml")).unwrap();
        let text = if name == "de" { text.replacen("[places.FI]", "[places.FX]", 1) } else { text };
        fs::write(languages.join(name).with_extension("toml"), text).unwrap();
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let built = Command::new(env!("CARGO"))
        .args(["check", "--lib", "--offline", "--locked"])
        .current_dir(root)
        .env("CARGO_TARGET_DIR", root.join("target/build-stops"))
        .env("SMART_FOOTPRINT_DATA", tables.folder())
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&built.stderr);
    assert!(!built.status.success(), "{told}");
    let file = languages.join("de.toml");
    for problem in
        ["places.FI.name: is missing; in English it is \"Finland\"", "places.FX.name: the dataset has no such text"]
    {
        assert!(told.contains(&format!("{}: {problem}", file.display())), "{told}");
    }
}

fn period(from: Option<&str>, to: Option<&str>, precision: Precision) -> Period {
    let day = |text: Option<&str>| text.and_then(Day::parse);
    Period { from: day(from), to: day(to), precision, basis: Basis::Stated }
}

fn messages(name: &str) -> Messages {
    language(name).messages
}

#[test]
fn numbers_are_written_as_the_language_writes_them() {
    let figures = |name: &str| {
        let messages = messages(name);
        [messages.number(70_000.0), messages.number(-1_234.5), messages.number(0.25)]
    };
    assert_eq!(figures("en"), ["70,000", "−1,234.5", "0.25"]);
    assert_eq!(figures("de"), ["70.000", "−1.234,5", "0,25"]);
    assert_eq!(figures("zh"), ["70,000", "−1,234.5", "0.25"]);
}

#[test]
fn dates_are_written_as_the_language_writes_them() {
    let day = Day::parse("2026-07-03").unwrap();
    let dates = |name: &str| {
        let messages = messages(name);
        [messages.date_long(day), messages.month_and_year(day)].map(|date| date.replace('\u{a0}', " "))
    };
    assert_eq!(dates("en"), ["3 July 2026", "July 2026"]);
    assert_eq!(dates("de"), ["3. Juli 2026", "Juli 2026"]);
    assert_eq!(dates("zh"), ["2026年7月3日", "2026年7月"]);
}

#[test]
fn periods_are_said_by_themselves_and_in_sentences() {
    let periods = [
        period(Some("2026-01-01"), Some("2026-06-30"), Precision::HalfYear),
        period(Some("2025-01-01"), Some("2025-12-31"), Precision::Year),
        period(Some("1990-01-01"), Some("1999-12-31"), Precision::Decade),
        period(Some("2026-10-01"), Some("2026-10-31"), Precision::Month),
    ];
    let within = |name: &str| {
        let messages = messages(name);
        periods.map(|period| messages.within(&period).replace('\u{a0}', " "))
    };
    assert_eq!(within("en"), ["in the first half of 2026", "in 2025", "in the 1990s", "in October 2026"]);
    assert!(within("de")[0].starts_with("im ") && within("de")[0].ends_with(" Halbjahr 2026"), "{:?}", within("de"));
    assert_eq!(within("de")[2], "in den 1990ern");
    assert!(within("zh").iter().all(|text| text.contains('年')), "{:?}", within("zh"));
}

#[test]
fn one_is_said_as_one() {
    let says = |name: &str, days: i32, count: f64| {
        let Language { messages, dataset, .. } = language(name);
        let markets = dataset.metric("markets").unwrap();
        (messages.duration(Day(0), Day(days)), messages.figure(count, Qualifier::Exact, markets))
    };
    assert_eq!(says("en", 1, 1.0), ("1 day".to_owned(), "1 market".to_owned()));
    assert_eq!(says("en", 45, 2.0), ("one month".to_owned(), "2 markets".to_owned()));
    assert_eq!(says("de", 1, 1.0), ("einem Tag".to_owned(), "1 Markt".to_owned()));
    assert_eq!(says("de", 61, 2.0), ("zwei Monaten".to_owned(), "2 Märkte".to_owned()));
    let (one, several) = (says("zh", 1, 1.0), says("zh", 3, 2.0));
    assert_eq!(one.0.replace('1', "3"), several.0, "Chinese has one form");
    assert_eq!(one.1.replace('1', "2"), several.1);
}

/// A tile without room for the half of a year still says the year as the language does.
#[test]
fn the_year_on_a_tile_is_said_as_the_language_says_years() {
    let Language { messages, dataset, .. } = language("zh");
    let options = ViewOptions { view: ViewKind::Markets, ..ViewOptions::default() };
    let scene = draw_in(&messages, &dataset, &options, 320.0, &Theme::light());
    let tile = &scene.marks.iter().find(|mark| mark.id == "place:FI").unwrap().bounds;
    let on_tile: Vec<&str> = texts(&scene)
        .iter()
        .filter(|text| tile.contains_point(text.bounds().center()))
        .map(|text| text.content.as_str())
        .collect();
    assert!(on_tile.contains(&"2026年"), "{on_tile:?}");
}

#[test]
fn a_hedge_stands_where_the_language_has_it() {
    let figure = |name: &str| {
        let Language { messages, dataset, .. } = language(name);
        messages.figure(700.0, Qualifier::MoreThan, dataset.metric("outlets").unwrap())
    };
    assert_eq!(figure("en"), "over 700 outlets");
    assert!(figure("de").ends_with(" 700 Verkaufsstellen"), "{}", figure("de"));
    assert!(figure("zh").starts_with("超过") && !figure("zh").contains(' '), "{}", figure("zh"));
}

/// The unit is what figures are compared by, and the noun what a source's own is compared with.
#[test]
fn a_translation_leaves_alone_what_the_views_go_by() {
    let english = embedded::dataset();
    for name in ["de", "zh"] {
        let dataset = language(name).dataset;
        for (one, other) in english.metrics.iter().zip(&dataset.metrics) {
            assert_eq!((&one.id, &one.unit, &one.name), (&other.id, &other.unit, &other.called), "{name}");
        }
        for (one, other) in english.observations.iter().zip(&dataset.observations) {
            assert_eq!((&one.id, &one.term, one.period), (&other.id, &other.term, other.period), "{name}");
        }
        assert_eq!(english.about, dataset.about, "{name}");
        for view in VIEWS {
            let options = ViewOptions { view, ..ViewOptions::default() };
            let draw = |messages: &Messages, dataset| {
                let scene = draw_in(messages, dataset, &options, 1_000.0, &Theme::light());
                scene.marks.into_iter().map(|mark| (mark.id, mark.value, mark.unit, mark.facts)).collect::<Vec<_>>()
            };
            assert_eq!(
                draw(&Messages::english(), &english),
                draw(&messages(name), &dataset),
                "{name}, {}: another picture",
                view.word()
            );
        }
    }
}

/// What another file than the whole one holds is taken over in pieces.
#[test]
fn a_language_may_come_in_parts() {
    let english = messages_of("en");
    let german = messages_of("de");
    let root = embedded::node();
    let words = words_file::read(&folder().join("dataset/de.toml")).unwrap();
    let part = |drawn: bool| {
        let holds = |key: &str| source_file::is_drawn(key, None) == drawn;
        let mut lines = vec![source_file::compact(&english, &german, holds)];
        lines.extend(words_file::lines(&root, &words, drawn));
        lines.join("\n")
    };
    let (first, rest) = (part(true), part(false));
    let in_parts = Language::read("de", &[first.clone(), rest]);
    assert_eq!(said(&in_parts), said(&language("de")));
    // The first part is enough for pictures.
    let first = Language::read("de", &[first]);
    for view in VIEWS {
        for width in [320.0, 800.0, 1_600.0] {
            let options = ViewOptions { view, ..ViewOptions::default() };
            let draw = |language: &Language| {
                draw_in(&language.messages, &language.dataset, &options, width, &Theme::light()).primitives
            };
            assert!(draw(&first) == draw(&in_parts), "{} at {width}", view.word());
        }
    }
}

/// What `Intl` says of a language without a file is laid over English.
#[test]
fn messages_may_be_laid_over_the_english_ones() {
    let english = messages_of("en");
    let keys: Vec<&str> = source_file::core_keys(&english).collect();
    let text: Vec<&str> = keys.iter().map(|key| if *key == "group-separator" { "\u{202f}" } else { "" }).collect();
    let french = Language::read("en", &[text.join("\n")]);
    assert_eq!(french.messages.number(70_000.0), "70\u{202f}000");
    assert_eq!(french.messages.duration(Day(0), Day(365)), "a year");
    assert_eq!(*french.dataset, embedded::dataset());
}

#[test]
fn rows_that_are_not_there_are_passed_over() {
    use smart_footprint::dataset::translate::translate;
    let mut root = embedded::node();
    translate(&mut root, "places\tname\tXX\tNowhere\tFI\tFinnland\nnothing\tname\tFI\tX\nplaces\n\nplaces\tin\tGB\t");
    let place = |id: &str, field: &str| {
        let rows = root.get("places").map_or(&[][..], Node::items);
        let row = rows.iter().find(|row| row.get("id").and_then(Node::as_text) == Some(id)).unwrap();
        row.get(field).and_then(Node::as_text).map(str::to_owned)
    };
    assert_eq!(place("FI", "name").as_deref(), Some("Finnland"));
    assert_eq!(place("FR", "name").as_deref(), Some("France"));
    assert_eq!(place("GB", "in"), None);
}
