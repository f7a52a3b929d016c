//! All that the dataset knows about one row: what the evidence panel shows.
//!
//! A dossier has a title, rows about the thing itself, and sections of entries: what is said
//! of it, each with its period, source and term, what repeats it and what contradicts it.
//! Entries and rows carry Refs, so that a reader can go on from one dossier to another.

mod columns;
mod facts;
mod subjects;

use serde::Serialize;

use crate::dataset::Dataset;
use crate::dataset::tables::{Conflict, Status};
use crate::history;
use crate::messages::{Key, Messages};
use crate::options::ViewOptions;
use crate::order;
use crate::telling::{EvidenceRow, Fact, Telling};
use crate::text::joined;

/// The most entries that a section tells; the rest is counted.
pub const MOST_ENTRIES: usize = 100;

/// What is known about one row.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Dossier {
    /// The row.
    #[serde(rename = "ref")]
    pub reference: String,
    /// What sort of row it is, in a word or two: "Country", "Model", "Source".
    pub kind: String,
    /// Its name, its figure or what it says.
    pub title: String,
    /// What is known of it itself.
    pub rows: Vec<EvidenceRow>,
    /// What else is said of it, section by section; none is empty.
    pub sections: Vec<Section>,
    /// How many rows the options keep out, as a sentence; empty where there are none.
    pub omitted: String,
}

/// Entries of one sort.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Section {
    /// What sort, for styling: `events`, `figures`, `statements`, `conflicts`, …
    pub kind: &'static str,
    /// Its heading.
    pub title: String,
    /// What it holds, the earliest first.
    pub entries: Vec<Entry>,
    /// How many more there are, in words; empty where all are told.
    pub more: String,
}

/// One thing that is said.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry {
    /// The row that says it.
    #[serde(rename = "ref")]
    pub reference: String,
    /// What is said.
    pub text: String,
    /// For when, by whom, in which words, repeated and contradicted by what.
    pub rows: Vec<EvidenceRow>,
}

/// All about the row that a Ref names; `None` when it names none.
///
/// What no listed source tells, or none by the day asked for, is left out and counted. The
/// stretch of time, the qualifiers and the kinds that narrow a picture narrow no dossier.
#[must_use]
pub fn dossier(reference: &str, dataset: &Dataset, options: &ViewOptions, messages: &Messages) -> Option<Dossier> {
    let (row, id) = reference.split_once(':')?;
    let mut writer = Writer { dataset, options, messages, subject: reference, sections: Vec::new(), omitted: 0 };
    let (kind, title, rows) = match row {
        "place" => writer.place(dataset.place(id)?),
        "model" => writer.model(dataset.model(id)?),
        "partner" => writer.partner(dataset.partner(id)?),
        "source" => writer.source(dataset.source(id)?),
        "conflict" => writer.conflict(dataset.conflict(id)?),
        _ => writer.fact(Fact::find(dataset, reference)?),
    };
    let omitted = match writer.omitted {
        0 => String::new(),
        count => {
            let count = count as f64;
            let key = Messages::form(count, Key::DossierOmittedOne, Key::DossierOmittedOther);
            messages.with(key, &messages.number(count))
        }
    };
    let kind = messages.text(kind).to_owned();
    Some(Dossier { reference: reference.to_owned(), kind, title, rows, sections: writer.sections, omitted })
}

/// What a dossier opens with: what sort of row, its title, what is known of it itself.
type Opening = (Key, String, Vec<EvidenceRow>);

struct Writer<'a> {
    dataset: &'a Dataset,
    options: &'a ViewOptions,
    messages: &'a Messages,
    /// The Ref that the dossier is about.
    subject: &'a str,
    sections: Vec<Section>,
    omitted: usize,
}

impl<'a> Writer<'a> {
    fn telling(&self) -> Telling<'a> {
        Telling::new(self.dataset, self.messages)
    }

    /// A section with the first entries of so many in all: those that are counted alone need not
    /// be written.
    fn add_section(&mut self, kind: &'static str, title: Key, mut entries: Vec<Entry>, all: usize) {
        let beyond = all.saturating_sub(MOST_ENTRIES);
        entries.truncate(MOST_ENTRIES);
        if !entries.is_empty() {
            let more = if beyond == 0 { String::new() } else { self.messages.with(Key::AndMore, &beyond.to_string()) };
            let title = self.messages.text(title).to_owned();
            self.sections.push(Section { kind, title, entries, more });
        }
    }

    /// A section with what the facts say; what was not told by the sources and the day asked
    /// for is counted instead.
    fn add_facts(&mut self, kind: &'static str, title: Key, facts: &[Fact]) {
        let mut told = Vec::new();
        for fact in facts {
            if history::is_told(self.dataset, self.options, fact.source()) {
                told.push(fact);
            } else {
                self.omitted += 1;
            }
        }
        // Plans come after what has happened, whatever their first day.
        order::sort_by_key(&mut told, |fact| {
            let planned = matches!(fact, Fact::Event(row) if row.status == Status::Planned);
            (i32::from(planned), order::day(fact.period().end()))
        });
        let entries: Vec<Entry> = told.iter().take(MOST_ENTRIES).map(|fact| self.entry(**fact)).collect();
        self.add_section(kind, title, entries, told.len());
    }

    /// The figures, events and statements among the facts that `wanted` names, and what
    /// contradicts them.
    fn add_all(&mut self, wanted: impl Fn(Fact<'a>) -> bool) {
        let dataset = self.dataset;
        let all = dataset.observations.iter().map(Fact::Observation);
        let all = all.chain(dataset.events.iter().map(Fact::Event));
        let all = all.chain(dataset.statements.iter().map(Fact::Statement));
        let mut all: Vec<Fact> = all.filter(|fact| wanted(*fact)).collect();
        all.extend(columns::latest(dataset, &wanted));
        let of = |sort: fn(&Fact) -> bool| all.iter().copied().filter(sort).collect::<Vec<_>>();
        self.add_conflicts(&all);
        self.add_facts(
            "figures",
            Key::DossierFigures,
            &of(|fact| matches!(fact, Fact::Observation(_) | Fact::Point(_))),
        );
        self.add_facts("events", Key::DossierEvents, &of(|fact| matches!(fact, Fact::Event(_))));
        self.add_facts("statements", Key::DossierStatements, &of(|fact| matches!(fact, Fact::Statement(_))));
    }

    /// The contradictions that any of the facts stands in, both sides told.
    fn add_conflicts(&mut self, facts: &[Fact]) {
        let mut stands = vec![false; self.dataset.conflicts.len()];
        for fact in facts {
            for position in self.dataset.conflicts_of(&fact.reference()) {
                stands[position] = true;
            }
        }
        let positions = (0..stands.len()).filter(|position| stands[*position]);
        let conflicts = self.told(positions.collect());
        let entries = conflicts.iter().take(MOST_ENTRIES).map(|conflict| Entry {
            reference: joined(&["conflict:", &conflict.id]),
            text: conflict.what.clone(),
            rows: self.sides(conflict),
        });
        let entries = entries.collect();
        self.add_section("conflicts", Key::DossierConflicts, entries, conflicts.len());
    }

    /// Of contradictions, by their positions, those whose rows are all told.
    fn told(&self, positions: Vec<usize>) -> Vec<&'a Conflict> {
        let is_told = |reference: &String| {
            let source = Fact::find(self.dataset, reference).map(Fact::source);
            source.is_none_or(|source| history::is_told(self.dataset, self.options, source))
        };
        let conflicts = positions.into_iter().map(|position| &self.dataset.conflicts[position]);
        conflicts.filter(|conflict| conflict.between.iter().all(is_told)).collect()
    }

    /// A row for each of the rows that a contradiction stands between.
    fn sides(&self, conflict: &Conflict) -> Vec<EvidenceRow> {
        let mut telling = self.telling();
        for reference in &conflict.between {
            let text = match Fact::find(self.dataset, reference) {
                Some(fact) => telling.line(fact),
                None => reference.clone(),
            };
            let here = reference == self.subject;
            let label = if here { Key::DossierThisSide } else { Key::DossierSide };
            telling.link("side", label, text, if here { None } else { Some(reference.clone()) });
        }
        telling.rows
    }

    /// A fact as an entry. What the dossier is about is not said again.
    fn entry(&self, fact: Fact) -> Entry {
        let mut telling = self.telling();
        let mut text = telling.said(fact);
        let about = Fact::find(self.dataset, self.subject);
        for (row, id) in scope(fact) {
            let reference = joined(&[row, ":", id]);
            let known = reference == self.subject || about.is_some_and(|about| about.is_about(&reference));
            if matches!(fact, Fact::Observation(_) | Fact::Point(_)) && !known {
                text.push_str(self.messages.text(Key::PartSeparator));
                text.push_str(&self.name(&reference));
            }
        }
        telling.fact(fact);
        let mut rows = telling.rows;
        // The finding is the entry's text; a hedge is explained all the same.
        if Telling::is_plain(fact) {
            rows.remove(0);
        }
        let source_known = self.subject.starts_with("source:");
        if source_known {
            rows.retain(|row| row.kind != "source");
            let mut passage = self.telling();
            passage.add("passage", Key::DossierPassage, passage_of(fact).unwrap_or_default().to_owned());
            rows.append(&mut passage.rows);
        }
        let reference = fact.reference();
        let mut contradicted = self.telling();
        for conflict in self.told(self.dataset.conflicts_of(&reference)) {
            let conflict_reference = joined(&["conflict:", &conflict.id]);
            contradicted.link("conflict", Key::EvidenceConflict, conflict.what.clone(), Some(conflict_reference));
        }
        rows.append(&mut contradicted.rows);
        rows.retain(|row| row.reference.as_deref() != Some(self.subject));
        Entry { reference, text, rows }
    }

    /// What a reader would call the row that a Ref names; the Ref itself where there is none.
    fn name(&self, reference: &str) -> String {
        let (row, id) = reference.split_once(':').unwrap_or_default();
        let name = match row {
            "place" => self.dataset.place(id).map(|row| row.name.clone()),
            "model" => self.dataset.model(id).map(|row| row.name.clone()),
            "partner" => self.dataset.partner(id).map(|row| row.name.clone()),
            "source" => self.dataset.source(id).map(|row| self.messages.source(row)),
            "conflict" => self.dataset.conflict(id).map(|row| row.what.clone()),
            _ => Fact::find(self.dataset, reference).map(|fact| self.telling().said(fact)),
        };
        name.unwrap_or_else(|| reference.to_owned())
    }
}

/// The place and the model that a fact is about.
fn scope(fact: Fact<'_>) -> Vec<(&'static str, &str)> {
    let (place, model) = match fact {
        Fact::Observation(row) => (Some(row.place.as_str()), row.model.as_deref()),
        Fact::Point(point) => (Some(point.place()), None),
        Fact::Event(row) => (row.place.as_deref(), row.model.as_deref()),
        Fact::Statement(_) => (None, None),
    };
    let place = place.map(|id| ("place", id));
    place.into_iter().chain(model.map(|id| ("model", id))).collect()
}

fn passage_of(fact: Fact<'_>) -> Option<&str> {
    match fact {
        Fact::Observation(row) => row.passage.as_deref(),
        Fact::Point(_) => None,
        Fact::Event(row) => row.passage.as_deref(),
        Fact::Statement(row) => row.passage.as_deref(),
    }
}
