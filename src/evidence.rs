//! What a mark knows, in words: the rows of the card beside it, and the text read aloud.

use serde::Serialize;

use crate::dataset::Dataset;
use crate::dataset::period::Period;
use crate::dataset::tables::{Event, Observation, Statement, Status};
use crate::messages::{Key, Messages};
use crate::scene::Mark;

/// The most facts a card tells in full; the rest is counted.
pub const MOST_FACTS: usize = 8;

/// One line of a card.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EvidenceRow {
    /// What sort of line, for styling: `value`, `period`, `source`, `conflict`, …
    pub kind: &'static str,
    /// Its name.
    pub label: String,
    /// What it says.
    pub text: String,
}

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
    let mut card = Card { dataset, messages, rows: Vec::new() };
    // A contradiction tells its rows side by side; any other mark tells its first in full.
    let first = usize::from(mark.kind != "conflict");
    match mark.facts.first().filter(|_| first == 1).and_then(|reference| card.find(reference)) {
        Some(Fact::Observation(row)) => card.observation(row),
        Some(Fact::Event(row)) => card.event(row),
        Some(Fact::Statement(row)) => card.statement(row),
        None => {}
    }
    let mut told = 0;
    for reference in mark.facts.iter().skip(first) {
        let Some(fact) = card.find(reference) else { continue };
        if told < MOST_FACTS {
            card.also(fact);
        }
        told += 1;
    }
    if told > MOST_FACTS {
        let more = (told - MOST_FACTS).to_string();
        card.add("more", Key::EvidenceAlso, messages.fill(Key::AndMore, &[&more]));
    }
    if first == 0 {
        let names = mark.sources.iter().map(|source| card.source(source, None)).collect::<Vec<_>>();
        card.add("source", Key::EvidenceSource, names.join(messages.text(Key::ClauseSeparator)));
    }
    for conflict in mark.conflicts.iter().filter_map(|id| dataset.conflict(id)) {
        card.add("conflict", Key::EvidenceConflict, conflict.what.clone());
    }
    let rows = card.rows;
    let mut text = mark.label.trim_end_matches('.').to_owned();
    // The label of a contradiction is what it says: it is not said twice.
    let spoken = if first == 1 { &rows[..] } else { &[] };
    for row in spoken.iter().filter(|row| matches!(row.kind, "qualifier" | "note" | "conflict")) {
        text.push_str(". ");
        text.push_str(&row.label);
        text.push_str(": ");
        text.push_str(row.text.trim_end_matches('.'));
    }
    let title = if first == 1 { &mark.label } else { messages.text(Key::EvidenceConflict) };
    Evidence { title: title.to_owned(), rows, text }
}

#[derive(Clone, Copy)]
enum Fact<'a> {
    Observation(&'a Observation),
    Event(&'a Event),
    Statement(&'a Statement),
}

struct Card<'a> {
    dataset: &'a Dataset,
    messages: &'a Messages,
    rows: Vec<EvidenceRow>,
}

impl<'a> Card<'a> {
    fn find(&self, reference: &str) -> Option<Fact<'a>> {
        let (row, id) = reference.split_once(':')?;
        match row {
            "observation" => self.dataset.observation(id).map(Fact::Observation),
            "event" => self.dataset.event(id).map(Fact::Event),
            "statement" => self.dataset.statement(id).map(Fact::Statement),
            _ => None,
        }
    }

    fn add(&mut self, kind: &'static str, label: Key, text: String) {
        if !text.is_empty() {
            self.rows.push(EvidenceRow { kind, label: self.messages.text(label).to_owned(), text });
        }
    }

    fn period(&mut self, period: &Period) {
        let basis = self.messages.basis(period.basis);
        let period = self.messages.period(period);
        self.add("period", Key::EvidencePeriod, self.messages.fill(Key::EvidenceBasis, &[&period, basis]));
    }

    fn source(&self, source: &str, passage: Option<&str>) -> String {
        let name = self.dataset.source(source).map_or_else(|| source.to_owned(), |source| self.messages.source(source));
        match passage {
            Some(passage) => self.messages.fill(Key::EvidencePassage, &[&name, passage]),
            None => name,
        }
    }

    fn term(&mut self, term: Option<&str>) {
        if let Some(term) = term {
            self.add("term", Key::EvidenceTerm, self.messages.fill(Key::Quoted, &[term]));
        }
    }

    fn status(&mut self, status: Status) {
        if status != Status::Reported {
            self.add("status", Key::EvidenceStatus, self.messages.status(status).to_owned());
        }
    }

    fn figure(&self, row: &Observation) -> String {
        let metric = self.dataset.metric(&row.metric);
        metric.map_or_else(
            || self.messages.hedged(row.value, row.qualifier),
            |metric| self.messages.figure(row.value, row.qualifier, metric),
        )
    }

    fn observation(&mut self, row: &Observation) {
        let messages = self.messages;
        let figure = self.figure(row);
        let meaning = messages.qualifier(row.qualifier);
        self.add("value", Key::EvidenceValue, messages.fill(Key::EvidenceBasis, &[&figure, meaning]));
        self.period(&row.period);
        self.add("source", Key::EvidenceSource, self.source(&row.source, row.passage.as_deref()));
        self.term(Some(&row.term));
        self.add("method", Key::EvidenceMethod, row.method.clone().unwrap_or_default());
        self.add("note", Key::EvidenceNote, row.note.clone().unwrap_or_default());
        for repeat in self.dataset.observations.iter().filter(|other| other.restates.as_deref() == Some(&row.id)) {
            let text = [self.figure(repeat), self.source(&repeat.source, repeat.passage.as_deref())]
                .join(messages.text(Key::ListSeparator));
            self.add("restated", Key::EvidenceRestated, text);
        }
    }

    fn event(&mut self, row: &Event) {
        self.add("fact", Key::EvidenceFact, row.title.clone());
        self.status(row.status);
        self.period(&row.period);
        self.add("source", Key::EvidenceSource, self.source(&row.source, row.passage.as_deref()));
        if let Some(partner) = row.partner.as_deref().and_then(|id| self.dataset.partner(id)) {
            self.add("partner", Key::EvidencePartner, partner.name.clone());
        }
        if let Some(count) = row.part_of.as_deref().and_then(|id| self.dataset.observation(id)) {
            self.add("part-of", Key::EvidencePartOf, self.figure(count));
        }
        if row.open_list {
            self.add("note", Key::EvidenceNote, self.messages.text(Key::EvidenceOpenList).to_owned());
        }
    }

    fn statement(&mut self, row: &Statement) {
        self.add("fact", Key::EvidenceFact, row.text.clone());
        self.status(row.status);
        self.period(&row.period);
        self.add("source", Key::EvidenceSource, self.source(&row.source, row.passage.as_deref()));
        self.term(row.term.as_deref());
    }

    /// A further fact in one line, with its period and source.
    fn also(&mut self, fact: Fact) {
        let (what, period, source) = match fact {
            Fact::Observation(row) => {
                let name = self.dataset.metric(&row.metric).map_or("", |metric| metric.name.as_str());
                let figure = self.figure(row);
                let what = self.messages.fill(Key::NamedFigure, &[name, &figure]);
                (what, &row.period, &row.source)
            }
            Fact::Event(row) => (row.title.clone(), &row.period, &row.source),
            Fact::Statement(row) => (row.text.trim_end_matches('.').to_owned(), &row.period, &row.source),
        };
        let text = [what, self.messages.period_short(period), self.source(source, None)]
            .join(self.messages.text(Key::ClauseSeparator));
        self.add("also", Key::EvidenceAlso, text);
    }
}
