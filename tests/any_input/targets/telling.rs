//! What is told of a picture: cards, dossiers, the table and its file, the citation, and where
//! keys and pointers lead. All of it holds for any dataset and any options.

use std::collections::BTreeSet;

use super::looked_at;
use super::views::{self, Drawn};
use crate::bytes::Bytes;
use smart_footprint::choices::choices;
use smart_footprint::citation::provenance;
use smart_footprint::dataset::Dataset;
use smart_footprint::dossier::dossier;
use smart_footprint::evidence::{answering, evidence, spoken};
use smart_footprint::fact_table::comma_separated::{harmless, write};
use smart_footprint::fact_table::listing::{MOST_ROWS, listing};
use smart_footprint::fact_table::rows;
use smart_footprint::interaction::{Input, Interaction};
use smart_footprint::messages::Messages;
use smart_footprint::options::ViewOptions;
use smart_footprint::scene::mark::mark_at;
use smart_footprint::scene::{Mark, Point, Scene};

pub fn run(data: &[u8]) {
    let mut bytes = Bytes::new(data);
    let Some(Drawn { dataset, options, scene, .. }) = views::picture(&mut bytes) else { return };
    let messages = Messages::english();
    cards(&dataset, &options, &scene, &messages, data);
    tables(&dataset, &options, &scene, &messages);
    let cited = provenance(&scene, &dataset, &options, &messages);
    assert!(!cited.citation.trim().is_empty());
    walk(&scene.marks, &mut bytes);
}

fn cards(dataset: &Dataset, options: &ViewOptions, scene: &Scene, messages: &Messages, data: &[u8]) {
    for at in looked_at(scene.marks.len(), 8, data) {
        let mark = &scene.marks[at];
        let card = evidence(mark, dataset, messages);
        assert!(!card.title.is_empty() && !card.rows.is_empty(), "{mark:?} has the card {card:?}");
        assert!(card.rows.iter().all(|row| !row.text.is_empty() && !row.label.is_empty()), "{card:?}");
        assert!(!spoken(&card.text, at, scene.marks.len(), messages).is_empty());
        for fact in looked_at(mark.facts.len(), 2, data) {
            let fact = &mark.facts[fact];
            assert!(dataset.has(fact), "{fact} of {}", mark.id);
            assert!(answering(&scene.marks, fact, dataset).contains(&at), "{} does not answer to {fact}", mark.id);
            let told = dossier(fact, dataset, options, messages).unwrap();
            assert!(told.reference == *fact && !told.title.is_empty(), "{told:?}");
            let entries = told.sections.iter().flat_map(|section| &section.entries);
            assert!(entries.into_iter().all(|entry| dataset.has(&entry.reference)));
        }
    }
    let choices = choices(dataset, messages);
    assert!(choices.sources.iter().all(|choice| dataset.source(&choice.id).is_some()));
}

fn tables(dataset: &Dataset, options: &ViewOptions, scene: &Scene, messages: &Messages) {
    let rows = rows(&scene.marks, dataset);
    let references: Vec<String> = rows.iter().map(|row| row.reference()).collect();
    assert_eq!(references.iter().collect::<BTreeSet<_>>().len(), references.len(), "a row stands twice");
    let listed = listing(scene, dataset, options, messages);
    assert_eq!(listed.rows.len(), rows.len().min(MOST_ROWS));
    assert!(listed.rows.iter().all(|row| row.cells.len() == listed.columns.len()));

    let records = read_comma_separated(&write(&rows, dataset, messages));
    assert_eq!(records.len(), rows.len() + 1);
    for (record, row) in records.iter().skip(1).zip(&rows) {
        assert_eq!(record.len(), records[0].len(), "{record:?}");
        assert_eq!(record[0], harmless(&row.reference()));
        assert_eq!(record[2], harmless(&row.said(dataset, messages)));
        assert!(!record.iter().any(|cell| cell.starts_with(['=', '+', '@', '\t', '\r'])), "{record:?}");
    }
}

/// The records of a file, as RFC 4180 has them.
fn read_comma_separated(text: &str) -> Vec<Vec<String>> {
    let (mut records, mut record, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut characters = text.chars().peekable();
    let mut quoted = false;
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {
                assert_eq!(characters.next(), Some('\n'));
                record.push(std::mem::take(&mut cell));
                records.push(std::mem::take(&mut record));
            }
            '\n' if !quoted => panic!("a line break outside of quotes"),
            _ => cell.push(character),
        }
    }
    assert!(!quoted && record.is_empty() && cell.is_empty());
    records
}

/// Some steps of a reader, with the pointer and with keys.
fn walk(marks: &[Mark], bytes: &mut Bytes) {
    const KEYS: [&str; 14] = [
        "ArrowRight",
        "ArrowLeft",
        "ArrowDown",
        "ArrowUp",
        "Home",
        "End",
        "PageDown",
        "PageUp",
        "[",
        "]",
        "Enter",
        " ",
        "Escape",
        "q",
    ];
    let known = |id: &Option<String>| id.as_ref().is_none_or(|id| marks.iter().any(|mark| mark.id == *id));
    let mut state = Interaction::default();
    for _ in 0..bytes.below(60) {
        let mark = Some(bytes.below(marks.len() + 2)).filter(|_| !bytes.one_in(4));
        let input = match bytes.below(8) {
            0 => {
                let point = Point::new(bytes.figure(), bytes.figure());
                let mark = mark_at(marks, point);
                assert!(mark.is_none_or(|mark| mark < marks.len()));
                Input::Pointer(mark)
            }
            1 => Input::Press(mark),
            2 => Input::Tap(mark),
            3 => Input::Focus,
            4 => Input::Blur,
            5 => Input::At(mark),
            6 => Input::Dismiss,
            _ => Input::Key((*bytes.pick(&KEYS)).to_owned()),
        };
        let next = state.next(input.clone(), marks);
        assert!([&next.hovered, &next.focused, &next.resting, &next.dismissed].into_iter().all(known), "{next:?}");
        // Nothing is done twice by a key that lets go.
        if input == Input::Key("Escape".to_owned()) {
            let free = next.next(input.clone(), marks).next(input, marks);
            assert!(free.selected.is_none() && free.carded().is_none(), "{free:?}");
        }
        state = next;
    }
}
