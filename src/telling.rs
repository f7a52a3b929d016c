//! Facts in words, row by row: the card beside a mark and the panel of a selected row tell
//! them alike.

use serde::Serialize;

use crate::dataset::Dataset;
use crate::dataset::columns::Point;
use crate::dataset::period::Period;
use crate::dataset::tables::{Event, Observation, PlaceKind, Qualifier, Statement, Status};
use crate::messages::{Key, Messages};
use crate::text::joined;

/// One line of a card or a panel.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EvidenceRow {
    /// What sort of line, for styling: `value`, `period`, `source`, `conflict`, …
    pub kind: &'static str,
    /// Its name.
    pub label: String,
    /// What it says.
    pub text: String,
    /// The Ref of the row of the dataset that it speaks of, where a reader can go on to it.
    #[serde(rename = "ref", skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
}

/// A row that a source vouches for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fact<'a> {
    /// A figure.
    Observation(&'a Observation),
    /// A figure that came in columns.
    Point(Point<'a>),
    /// What happened or is to happen.
    Event(&'a Event),
    /// What is said in words.
    Statement(&'a Statement),
}

impl<'a> Fact<'a> {
    /// The fact that a Ref names; `None` for any other row, and for one that is not there.
    #[must_use]
    pub fn find(dataset: &'a Dataset, reference: &str) -> Option<Self> {
        let (row, id) = reference.split_once(':')?;
        match row {
            "observation" if id.contains(':') => dataset.columns.point(id).map(Self::Point),
            "observation" => dataset.observation(id).map(Self::Observation),
            "event" => dataset.event(id).map(Self::Event),
            "statement" => dataset.statement(id).map(Self::Statement),
            _ => None,
        }
    }

    /// Its Ref.
    #[must_use]
    pub fn reference(self) -> String {
        match self {
            Self::Observation(row) => joined(&["observation:", &row.id]),
            Self::Point(point) => point.reference(),
            Self::Event(row) => joined(&["event:", &row.id]),
            Self::Statement(row) => joined(&["statement:", &row.id]),
        }
    }

    /// When it is true.
    #[must_use]
    pub fn period(self) -> Period {
        match self {
            Self::Observation(row) => row.period,
            Self::Point(point) => point.period(),
            Self::Event(row) => row.period,
            Self::Statement(row) => row.period,
        }
    }

    /// The id of the source that says so.
    #[must_use]
    pub fn source(self) -> &'a str {
        match self {
            Self::Observation(row) => &row.source,
            Self::Point(point) => point.source(),
            Self::Event(row) => &row.source,
            Self::Statement(row) => &row.source,
        }
    }

    /// Whether it is about the place, model or partner that a Ref names, or is itself named.
    #[must_use]
    pub fn is_about(self, reference: &str) -> bool {
        let Some((row, id)) = reference.split_once(':') else { return false };
        let (place, model, partner) = match self {
            Self::Observation(row) => (Some(row.place.as_str()), row.model.as_deref(), row.partner.as_deref()),
            Self::Point(point) => (Some(point.place()), None, None),
            Self::Event(row) => (row.place.as_deref(), row.model.as_deref(), row.partner.as_deref()),
            Self::Statement(row) => return row.subject == reference,
        };
        match row {
            "place" => place == Some(id),
            "model" => model == Some(id),
            "partner" => partner == Some(id),
            _ => false,
        }
    }
}

/// Rows in the making.
pub struct Telling<'a> {
    /// Where names and repeats are looked up.
    pub dataset: &'a Dataset,
    /// Words.
    pub messages: &'a Messages,
    /// What is told so far.
    pub rows: Vec<EvidenceRow>,
}

impl<'a> Telling<'a> {
    /// Nothing told yet.
    #[must_use]
    pub fn new(dataset: &'a Dataset, messages: &'a Messages) -> Self {
        Self { dataset, messages, rows: Vec::new() }
    }

    /// Adds a row; one without text is left out.
    pub fn add(&mut self, kind: &'static str, label: Key, text: String) {
        self.link(kind, label, text, None);
    }

    /// Adds a row from which a reader can go on to another one.
    pub fn link(&mut self, kind: &'static str, label: Key, text: String, reference: Option<String>) {
        if !text.is_empty() {
            self.rows.push(EvidenceRow { kind, label: self.messages.text(label).to_owned(), text, reference });
        }
    }

    /// All that a fact's own row says, the figure or the finding first.
    pub fn fact(&mut self, fact: Fact) {
        match fact {
            Fact::Observation(row) => self.observation(row),
            Fact::Point(point) => self.point(point),
            Fact::Event(row) => self.event(row),
            Fact::Statement(row) => self.statement(row),
        }
    }

    fn observation(&mut self, row: &Observation) {
        let messages = self.messages;
        let figure = self.figure(row);
        let meaning = messages.qualifier(row.qualifier);
        self.add("value", Key::EvidenceValue, messages.fill(Key::EvidenceBasis, &[&figure, meaning]));
        self.origin(Fact::Observation(row), row.passage.as_deref());
        self.term(Some(&row.term));
        self.add("method", Key::EvidenceMethod, row.method.clone().unwrap_or_default());
        self.add("note", Key::EvidenceNote, row.note.clone().unwrap_or_default());
        for repeat in self.dataset.repeats_of(&row.id) {
            let source = self.source(&repeat.source, repeat.passage.as_deref());
            let text = [self.figure(repeat), source].join(messages.text(Key::PartSeparator));
            self.link("restated", Key::EvidenceRestated, text, Some(Fact::Observation(repeat).reference()));
        }
    }

    fn point(&mut self, point: Point) {
        let (row, messages) = (point.observation(), self.messages);
        let meaning = messages.qualifier(row.qualifier);
        let figure = messages.fill(Key::EvidenceBasis, &[&self.figure(&row), meaning]);
        self.add("value", Key::EvidenceValue, figure);
        let basis = messages.basis(row.period.basis);
        let period = messages.fill(Key::EvidenceBasis, &[&messages.instant(point), basis]);
        self.add("period", Key::EvidencePeriod, period);
        let (text, reference) = (self.source(&row.source, None), joined(&["source:", &row.source]));
        self.link("source", Key::EvidenceSource, text, Some(reference));
        self.term(point.block.term.as_deref());
    }

    fn event(&mut self, row: &Event) {
        self.add("fact", Key::EvidenceFact, row.title.clone());
        self.status(row.status);
        self.origin(Fact::Event(row), row.passage.as_deref());
        self.partner(row.partner.as_deref());
        if let Some(count) = row.part_of.as_deref().and_then(|id| self.dataset.observation(id)) {
            let reference = Fact::Observation(count).reference();
            self.link("part-of", Key::EvidencePartOf, self.scoped(Fact::Observation(count)), Some(reference));
        }
        if row.open_list {
            self.add("note", Key::EvidenceNote, self.messages.text(Key::EvidenceOpenList).to_owned());
        }
    }

    fn statement(&mut self, row: &Statement) {
        self.add("fact", Key::EvidenceFact, row.text.clone());
        self.status(row.status);
        self.origin(Fact::Statement(row), row.passage.as_deref());
        self.term(row.term.as_deref());
    }

    /// When it is true and what that rests on; who says so and where.
    fn origin(&mut self, fact: Fact, passage: Option<&str>) {
        self.period(&fact.period());
        let (text, reference) = (self.source(fact.source(), passage), joined(&["source:", fact.source()]));
        self.link("source", Key::EvidenceSource, text, Some(reference));
    }

    /// A period with what it rests on.
    pub fn period(&mut self, period: &Period) {
        let basis = self.messages.basis(period.basis);
        let period = self.messages.period(period);
        self.add("period", Key::EvidencePeriod, self.messages.fill(Key::EvidenceBasis, &[&period, basis]));
    }

    fn term(&mut self, term: Option<&str>) {
        if let Some(term) = term {
            self.add("term", Key::EvidenceTerm, self.messages.with(Key::Quoted, term));
        }
    }

    fn status(&mut self, status: Status) {
        if status != Status::Reported {
            self.add("status", Key::EvidenceStatus, self.messages.status(status).to_owned());
        }
    }

    /// Whom it was done with.
    pub fn partner(&mut self, id: Option<&str>) {
        if let Some(partner) = id.and_then(|id| self.dataset.partner(id)) {
            let reference = joined(&["partner:", &partner.id]);
            self.link("partner", Key::EvidencePartner, partner.name.clone(), Some(reference));
        }
    }

    /// A source's name, with the passage in it.
    #[must_use]
    pub fn source(&self, source: &str, passage: Option<&str>) -> String {
        let name = self.dataset.source(source).map_or_else(|| source.to_owned(), |source| self.messages.source(source));
        match passage {
            Some(passage) => self.messages.fill(Key::EvidencePassage, &[&name, passage]),
            None => name,
        }
    }

    /// A figure with its hedge and unit.
    #[must_use]
    pub fn figure(&self, row: &Observation) -> String {
        let metric = self.dataset.metric(&row.metric);
        metric.map_or_else(
            || self.messages.hedged(row.value, row.qualifier),
            |metric| self.messages.figure(row.value, row.qualifier, metric),
        )
    }

    /// What a fact says, in one line, with nothing of when and by whom.
    #[must_use]
    pub fn said(&self, fact: Fact) -> String {
        match fact {
            Fact::Observation(row) => {
                let name = self.dataset.metric(&row.metric).map_or("", |metric| metric.name.as_str());
                self.messages.fill(Key::NamedFigure, &[name, &self.figure(row)])
            }
            Fact::Point(point) => self.said(Fact::Observation(&point.observation())),
            Fact::Event(row) => row.title.clone(),
            Fact::Statement(row) => row.text.trim_end_matches(self.messages.text(Key::FullStop)).to_owned(),
        }
    }

    /// What a fact says, with the place, the model and the partner that a figure is of: a scope
    /// is never dropped. The world is what is meant where none is named.
    #[must_use]
    pub fn scoped(&self, fact: Fact) -> String {
        if let Fact::Point(point) = fact {
            return self.scoped(Fact::Observation(&point.observation()));
        }
        let mut said = self.said(fact);
        if let Fact::Observation(row) = fact {
            let place = self.dataset.place(&row.place).filter(|place| place.kind != PlaceKind::World);
            let model = row.model.as_deref().and_then(|id| self.dataset.model(id));
            let partner = row.partner.as_deref().and_then(|id| self.dataset.partner(id));
            let names = [place.map(|row| &row.name), model.map(|row| &row.name), partner.map(|row| &row.name)];
            for name in names.into_iter().flatten() {
                said.push_str(self.messages.text(Key::PartSeparator));
                said.push_str(name);
            }
        }
        said
    }

    /// A fact in one line, with its period and source.
    #[must_use]
    pub fn line(&self, fact: Fact) -> String {
        let mut said = self.scoped(fact);
        let status = match fact {
            Fact::Observation(_) | Fact::Point(_) => Status::Reported,
            Fact::Event(row) => row.status,
            Fact::Statement(row) => row.status,
        };
        // A plan is not a report.
        if status != Status::Reported {
            said = self.messages.fill(Key::EvidenceBasis, &[&said, self.messages.status(status)]);
        }
        let when = match fact {
            Fact::Point(point) => self.messages.instant(point),
            _ => self.messages.period_short(&fact.period()),
        };
        let text = [said, when, self.source(fact.source(), None)];
        text.join(self.messages.text(Key::ClauseSeparator))
    }

    /// Whether a figure is printed without a hedge.
    #[must_use]
    pub fn is_plain(fact: Fact) -> bool {
        match fact {
            Fact::Observation(row) => row.qualifier == Qualifier::Exact,
            Fact::Point(point) => point.qualifier() == Qualifier::Exact,
            _ => true,
        }
    }
}
