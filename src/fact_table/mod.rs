//! What is drawn, as a table: a row for each fact that a mark refers to, once, in the order in
//! which a reader comes to it; a contradiction has a row of its own, and so has a figure that is
//! our arithmetic.

pub mod comma_separated;
pub mod listing;

use std::collections::BTreeSet;

use crate::dataset::Dataset;
use crate::dataset::period::Period;
use crate::dataset::tables::{Conflict, Metric, Model, Observation, Partner, Place, Qualifier, Source, Status};
use crate::messages::{Key, Messages};
use crate::scene::Mark;
use crate::telling::Fact;
use crate::text::joined;

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Row<'a> {
    /// What a source says.
    Fact(Fact<'a>),
    /// Facts that cannot all be right.
    Conflict(&'a Conflict),
    /// A figure that no source prints: a mark that says itself what it is, and the count that
    /// it follows from.
    Derived(&'a Mark, &'a Observation),
}

/// The rows of what is drawn.
#[must_use]
pub fn rows<'a>(marks: &'a [Mark], dataset: &'a Dataset) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    let mut seen = BTreeSet::new();
    for mark in marks {
        if mark.kind == "conflict" {
            add(&mut rows, &mut seen, &mark.id, dataset);
        }
        for (index, fact) in mark.facts.iter().enumerate() {
            add(&mut rows, &mut seen, fact, dataset);
            // The lowest and the highest of several: each says of how many.
            if let Some(Row::Fact(Fact::Point(point))) = rows.last_mut() {
                point.among = mark.span.map_or(0, |span| if span.count > 1 { span.count } else { 0 });
                point.is_highest = index > 0;
            }
        }
        if mark.kind == "nameless"
            && let Some(Fact::Observation(count)) = mark.facts.first().and_then(|fact| Fact::find(dataset, fact))
        {
            rows.push(Row::Derived(mark, count));
        }
    }
    // A contradiction that marks stand in, and that has no sentence of its own in the picture.
    for conflict in marks.iter().flat_map(|mark| &mark.conflicts) {
        add(&mut rows, &mut seen, &joined(&["conflict:", conflict]), dataset);
    }
    rows
}

/// Adds the row that a Ref names. One that names what facts are about, as a model, adds none.
fn add<'a>(rows: &mut Vec<Row<'a>>, seen: &mut BTreeSet<String>, reference: &str, dataset: &'a Dataset) {
    let row = match reference.split_once(':') {
        Some(("conflict", id)) => dataset.conflict(id).map(Row::Conflict),
        _ => Fact::find(dataset, reference).map(Row::Fact),
    };
    if let Some(row) = row.filter(|_| !seen.contains(reference)) {
        seen.insert(reference.to_owned());
        rows.push(row);
    }
}

impl<'a> Row<'a> {
    /// Its Ref; a figure of ours is named like its mark.
    #[must_use]
    pub fn reference(self) -> String {
        match self {
            Self::Fact(fact) => fact.reference(),
            Self::Conflict(conflict) => joined(&["conflict:", &conflict.id]),
            Self::Derived(mark, _) => mark.id.clone(),
        }
    }

    /// What sort of row, for styling and for programs.
    #[must_use]
    pub fn sort(self) -> &'static str {
        match self {
            Self::Fact(Fact::Observation(_) | Fact::Point(_)) => "figure",
            Self::Fact(Fact::Event(_)) => "event",
            Self::Fact(Fact::Statement(_)) => "statement",
            Self::Conflict(_) => "conflict",
            Self::Derived(..) => "derived",
        }
    }

    /// What sort of row, in a word or two: "Figure", "Launch".
    #[must_use]
    pub fn kind(self, messages: &Messages) -> &str {
        match self {
            Self::Fact(Fact::Observation(_) | Fact::Point(_)) => messages.text(Key::EvidenceValue),
            Self::Fact(Fact::Event(row)) => messages.event_sort(row.kind),
            Self::Fact(Fact::Statement(_)) => messages.text(Key::DossierStatement),
            Self::Conflict(_) => messages.text(Key::TableContradiction),
            Self::Derived(..) => messages.text(Key::TableDerived),
        }
    }

    /// What it says: the name of what is counted, what happened, what is said.
    #[must_use]
    pub fn said(self, dataset: &Dataset, messages: &Messages) -> String {
        match self {
            Self::Fact(Fact::Observation(row)) => {
                dataset.metric(&row.metric).map_or_else(|| row.metric.clone(), |metric| metric.name.clone())
            }
            Self::Fact(Fact::Point(point)) => {
                let metric = &point.block.metric;
                dataset.metric(metric).map_or_else(|| metric.clone(), |metric| metric.name.clone())
            }
            Self::Fact(Fact::Event(row)) => row.title.clone(),
            Self::Fact(Fact::Statement(row)) => row.text.clone(),
            Self::Conflict(conflict) => conflict.what.clone(),
            Self::Derived(..) => messages.text(Key::MarketsNameless).to_owned(),
        }
    }

    /// The id that it gives for a column of the dataset: `place`, `model` or `partner`.
    fn about(self, table: &str) -> Option<&'a str> {
        match self {
            Self::Fact(Fact::Observation(row)) | Self::Derived(_, row) => match table {
                "place" => Some(&row.place),
                "model" => row.model.as_deref(),
                _ => row.partner.as_deref(),
            },
            Self::Fact(Fact::Point(point)) => (table == "place").then(|| point.place()),
            Self::Fact(Fact::Event(row)) => match table {
                "place" => row.place.as_deref(),
                "model" => row.model.as_deref(),
                _ => row.partner.as_deref(),
            },
            Self::Fact(Fact::Statement(row)) => {
                row.subject.split_once(':').filter(|subject| subject.0 == table).map(|subject| subject.1)
            }
            Self::Conflict(_) => None,
        }
    }

    /// Where.
    #[must_use]
    pub fn place(self, dataset: &'a Dataset) -> Option<&'a Place> {
        dataset.place(self.about("place")?)
    }

    /// For which model.
    #[must_use]
    pub fn model(self, dataset: &'a Dataset) -> Option<&'a Model> {
        dataset.model(self.about("model")?)
    }

    /// With or by whom.
    #[must_use]
    pub fn partner(self, dataset: &'a Dataset) -> Option<&'a Partner> {
        dataset.partner(self.about("partner")?)
    }

    /// Its figure.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        match self {
            Self::Fact(Fact::Observation(row)) => Some(row.value),
            Self::Fact(Fact::Point(point)) => Some(point.value()),
            Self::Derived(mark, _) => mark.value,
            _ => None,
        }
    }

    /// What its figure counts.
    #[must_use]
    pub fn metric(self, dataset: &'a Dataset) -> Option<&'a Metric> {
        match self {
            Self::Fact(Fact::Observation(row)) | Self::Derived(_, row) => dataset.metric(&row.metric),
            Self::Fact(Fact::Point(point)) => dataset.metric(&point.block.metric),
            _ => None,
        }
    }

    /// Whether it happened.
    #[must_use]
    pub fn status(self) -> Option<Status> {
        match self {
            Self::Fact(Fact::Event(row)) => Some(row.status),
            Self::Fact(Fact::Statement(row)) => Some(row.status),
            _ => None,
        }
    }

    /// When it is true.
    #[must_use]
    pub fn period(self) -> Option<Period> {
        match self {
            Self::Fact(fact) => Some(fact.period()),
            Self::Conflict(_) => None,
            Self::Derived(_, count) => Some(count.period),
        }
    }

    /// Who says so; of a figure of ours, who says what it follows from.
    #[must_use]
    pub fn source(self, dataset: &'a Dataset) -> Option<&'a Source> {
        match self {
            Self::Fact(fact) => dataset.source(fact.source()),
            Self::Conflict(_) => None,
            Self::Derived(_, count) => dataset.source(&count.source),
        }
    }

    /// Where in the source.
    #[must_use]
    pub fn passage(self) -> Option<&'a str> {
        match self {
            Self::Fact(Fact::Observation(row)) => row.passage.as_deref(),
            Self::Fact(Fact::Event(row)) => row.passage.as_deref(),
            Self::Fact(Fact::Statement(row)) => row.passage.as_deref(),
            Self::Fact(Fact::Point(_)) | Self::Conflict(_) | Self::Derived(..) => None,
        }
    }

    /// The contradictions that it stands in.
    #[must_use]
    pub fn conflicts(self, dataset: &'a Dataset) -> Vec<&'a Conflict> {
        // No contradiction names a point of columns.
        let Self::Fact(fact @ (Fact::Observation(_) | Fact::Event(_) | Fact::Statement(_))) = self else {
            return Vec::new();
        };
        let positions = dataset.conflicts_of(&fact.reference());
        positions.into_iter().map(|position| &dataset.conflicts[position]).collect()
    }

    /// How its figure is hedged.
    #[must_use]
    pub fn qualifier(self) -> Option<Qualifier> {
        match self {
            Self::Fact(Fact::Observation(row)) => Some(row.qualifier),
            Self::Fact(Fact::Point(point)) => Some(point.qualifier()),
            _ => None,
        }
    }

    /// The source's own noun.
    #[must_use]
    pub fn term(self) -> Option<&'a str> {
        match self {
            Self::Fact(Fact::Observation(row)) => Some(&row.term),
            Self::Fact(Fact::Point(point)) => point.block.term.as_deref(),
            Self::Fact(Fact::Statement(row)) => row.term.as_deref(),
            _ => None,
        }
    }

    /// When it is true, in words.
    #[must_use]
    pub fn when(self, messages: &Messages) -> Option<String> {
        match self {
            Self::Fact(Fact::Point(point)) => Some(messages.instant(point)),
            _ => self.period().map(|period| messages.period(&period)),
        }
    }

    /// What else a reader should know.
    #[must_use]
    pub fn note(self, messages: &Messages) -> String {
        match self {
            Self::Fact(Fact::Observation(row)) => row.note.clone().unwrap_or_default(),
            Self::Fact(Fact::Point(point)) if point.among > 0 => {
                let key = if point.is_highest { Key::VeryManyHighestOf } else { Key::VeryManyLowestOf };
                messages.with(key, &messages.number(point.among as f64))
            }
            Self::Fact(Fact::Event(row)) if row.open_list => messages.text(Key::EvidenceOpenList).to_owned(),
            Self::Derived(mark, _) if mark.value.is_some() => messages.text(Key::EvidenceNameless).to_owned(),
            Self::Derived(..) => messages.text(Key::MarketsSome).to_owned(),
            _ => String::new(),
        }
    }
}
