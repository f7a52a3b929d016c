//! What a mark knows, in words: the rows of the card beside it, and the text read aloud.

mod columns;

pub use columns::{label, told};

use serde::Serialize;

use crate::dataset::Dataset;
use crate::dataset::period::Basis;
use crate::dataset::tables::Status;
use crate::messages::{Key, Messages};
use crate::scene::Mark;
use crate::telling::{EvidenceRow, Fact, Telling};
use crate::text::joined;

/// The most facts a card tells in full; the rest is counted.
pub const MOST_FACTS: usize = 8;

/// The most events that the card of a bar lists.
pub const MOST_EVENTS: usize = 16;

/// The evidence of a mark.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Evidence {
    /// What the mark is.
    pub title: String,
    /// What is known of it.
    pub rows: Vec<EvidenceRow>,
    /// The whole as one text, to be read aloud.
    pub text: String,
}

/// The evidence of a mark.
#[must_use]
pub fn evidence(mark: &Mark, dataset: &Dataset, messages: &Messages) -> Evidence {
    if let Some(span) = mark.span {
        return columns::evidence(mark, span, dataset, messages);
    }
    let mut card = Telling::new(dataset, messages);
    // A contradiction, and events drawn as one, tell their rows side by side; any other mark
    // tells its first in full.
    let conflict = mark.kind == "conflict";
    let several = mark.kind == "event" && mark.facts.len() > 1;
    let first = usize::from(!conflict && !several);
    let most = if several { MOST_EVENTS } else { MOST_FACTS };
    if let Some(fact) = mark.facts.first().filter(|_| first == 1).and_then(|fact| Fact::find(dataset, fact)) {
        card.fact(fact);
    }
    if mark.kind == "nameless" && mark.value.is_some() {
        card.add("note", Key::EvidenceNote, messages.text(Key::EvidenceNameless).to_owned());
    }
    let mut told = 0;
    for reference in mark.facts.iter().skip(first) {
        let Some(fact) = Fact::find(dataset, reference) else { continue };
        if told < most {
            let text = card.line(fact);
            card.link("also", Key::EvidenceAlso, text, Some(fact.reference()));
        }
        told += 1;
    }
    if told > most {
        let more = (told - most).to_string();
        card.add("more", Key::EvidenceAlso, messages.fill(Key::AndMore, &[&more]));
    }
    if conflict || several {
        let names = mark.sources.iter().map(|source| card.source(source, None)).collect::<Vec<_>>();
        card.add("source", Key::EvidenceSource, names.join(messages.text(Key::ClauseSeparator)));
    }
    for conflict in mark.conflicts.iter().filter_map(|id| dataset.conflict(id)) {
        let reference = joined(&["conflict:", &conflict.id]);
        card.link("conflict", Key::EvidenceConflict, conflict.what.clone(), Some(reference));
    }
    let rows = card.rows;
    // What is read aloud is short: how sure it is, in a word each; by what it is contradicted is a
    // mark of its own.
    let mut text = mark.label.clone();
    let inferred = mark.period.is_some_and(|period| period.basis == Basis::Inferred);
    // The other marks have it in their label.
    let planned = mark.kind == "event" && mark.status == Some(Status::Planned);
    let counted = mark.kind == "nameless" && mark.value.is_some();
    let words = [
        (planned, Key::StatusPlanned),
        (inferred, Key::EvidenceInferred),
        (counted, Key::EvidenceNameless),
        (!conflict && !mark.conflicts.is_empty(), Key::EvidenceConflict),
    ];
    for (_, key) in words.iter().filter(|(said, _)| *said) {
        messages.add_sentence(&mut text, messages.text(*key));
    }
    text.truncate(text.trim_end_matches(messages.text(Key::FullStop)).len());
    let title = if conflict { messages.text(Key::EvidenceConflict) } else { &mark.label };
    Evidence { title: title.to_owned(), rows, text }
}

/// What is read aloud where the keys come to a mark: its text, and its place among all.
#[must_use]
pub fn spoken(text: &str, index: usize, count: usize, messages: &Messages) -> String {
    let [at, count] = [index + 1, count].map(|number| messages.number(number as f64));
    let text = text.trim_end_matches(messages.text(Key::FullStop));
    messages.fill(Key::EvidencePosition, &[text, &at, &count])
}

/// The indices of the marks that answer to a Ref: those that name it, and those whose facts
/// are about it where they name no place, model or partner themselves.
#[must_use]
pub fn answering(marks: &[Mark], reference: &str, dataset: &Dataset) -> Vec<usize> {
    let answers = |mark: &Mark| {
        let named = match reference.split_once(':') {
            Some(("place", _)) => mark.place.is_some(),
            Some(("model", _)) => mark.model.is_some(),
            Some(("partner", _)) => false,
            _ => true,
        };
        let about = |fact: &String| Fact::find(dataset, fact).is_some_and(|fact| fact.is_about(reference));
        mark.answers_to(reference) || !named && mark.facts.iter().any(about)
    };
    if let Some(Fact::Point(point)) = Fact::find(dataset, reference) {
        return columns::answering(marks, reference, point, dataset);
    }
    let mut indices = Vec::new();
    for (index, mark) in marks.iter().enumerate() {
        if answers(mark) {
            indices.push(index);
        }
    }
    indices
}
