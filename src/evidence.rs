//! What a mark knows, in words: the rows of the card beside it, and the text read aloud.

use serde::Serialize;

use crate::dataset::Dataset;
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
    let mut text = mark.label.clone();
    // The label of a contradiction is what it says: it is not said twice.
    let spoken = if conflict { &[] } else { &rows[..] };
    for row in spoken.iter().filter(|row| matches!(row.kind, "qualifier" | "note" | "conflict")) {
        messages.add_sentence(&mut text, &messages.fill(Key::NamedFigure, &[&row.label, &row.text]));
    }
    text.truncate(text.trim_end_matches(messages.text(Key::FullStop)).len());
    let title = if conflict { messages.text(Key::EvidenceConflict) } else { &mark.label };
    Evidence { title: title.to_owned(), rows, text }
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
    let mut indices = Vec::new();
    for (index, mark) in marks.iter().enumerate() {
        if answers(mark) {
            indices.push(index);
        }
    }
    indices
}
