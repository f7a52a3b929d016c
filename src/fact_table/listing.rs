//! The table as a reader sees it: few columns, each cell a text with what belongs to it beneath.

use serde::Serialize;

use super::{Row, rows};
use crate::dataset::Dataset;
use crate::dataset::columns::DAY;
use crate::dataset::tables::{Qualifier, Status};
use crate::history::History;
use crate::messages::{Key, Messages};
use crate::options::ViewOptions;
use crate::order;
use crate::scene::Scene;
use crate::telling::{EvidenceRow, Fact, Telling};

/// The table under a picture.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Listing {
    /// The picture's title.
    pub title: String,
    /// What the table holds, and as of when.
    pub about: String,
    /// The columns. The cells of the first name their rows.
    pub columns: Vec<Column>,
    /// In reading order, [`MOST_ROWS`] of them at most.
    pub rows: Vec<ListedRow>,
    /// How many more there are, as a sentence; empty where all are listed.
    pub more: String,
}

/// The most rows that are listed; the rest is counted. A page with more would be slow to scroll.
pub const MOST_ROWS: usize = 2_000;

/// A column.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Column {
    /// For styling.
    pub id: &'static str,
    /// Its heading.
    pub label: String,
    /// Whether rows can be put in its order.
    pub sorts: bool,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ListedRow {
    /// What selecting it selects; none for a figure of ours.
    #[serde(rename = "ref", skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// What sort of row: `figure`, `event`, `statement`, `conflict`, `derived`.
    pub sort: &'static str,
    /// A cell a column.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Cell {
    /// What it says; may be empty.
    pub text: String,
    /// What its text leads to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// What belongs to it.
    pub lines: Vec<EvidenceRow>,
    /// What it is sorted by; by its text where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<f64>,
}

const COLUMNS: [(&str, Key); 7] = [
    ("fact", Key::TableFact),
    ("kind", Key::DossierSort),
    ("place", Key::DossierPlace),
    ("figure", Key::EvidenceValue),
    ("period", Key::EvidencePeriod),
    ("source", Key::EvidenceSource),
    ("remarks", Key::TableRemarks),
];

/// The table of a picture.
#[must_use]
pub fn listing(scene: &Scene, dataset: &Dataset, options: &ViewOptions, messages: &Messages) -> Listing {
    let rows = rows(&scene.marks, dataset);
    let count = messages.number(rows.len() as f64);
    let about = match History::new(dataset, options).at() {
        Some(day) => messages.fill(Key::TableAboutDated, &[&count, &messages.date_long(day)]),
        None => messages.with(Key::TableAbout, &count),
    };
    let columns = COLUMNS.iter().map(|(id, label)| {
        let label = messages.text(*label).to_owned();
        Column { id, label, sorts: *id != "remarks" }
    });
    let beyond = rows.len().saturating_sub(MOST_ROWS);
    let more = if beyond == 0 { String::new() } else { messages.with(Key::TableMore, &messages.number(beyond as f64)) };
    let writer = Writer { dataset, messages };
    Listing {
        title: scene.title.clone(),
        about,
        columns: columns.collect(),
        rows: rows.into_iter().take(MOST_ROWS).map(|row| writer.row(row)).collect(),
        more,
    }
}

struct Writer<'a> {
    dataset: &'a Dataset,
    messages: &'a Messages,
}

impl<'a> Writer<'a> {
    fn telling(&self) -> Telling<'a> {
        Telling::new(self.dataset, self.messages)
    }

    fn row(&self, row: Row<'a>) -> ListedRow {
        let reference = if matches!(row, Row::Derived(..)) { None } else { Some(row.reference()) };
        let place = row.place(self.dataset).map(|place| place.name.clone()).unwrap_or_default();
        let cells = vec![
            self.fact(row),
            self.kind(row),
            Cell { text: place, ..Cell::default() },
            self.figure(row),
            self.period(row),
            self.source(row),
            Cell { lines: self.remarks(row), ..Cell::default() },
        ];
        ListedRow { reference, sort: row.sort(), cells }
    }

    /// What is said, and of which model and by whom where the words do not say so.
    fn fact(&self, row: Row) -> Cell {
        let mut text = row.said(self.dataset, self.messages);
        let model = row.model(self.dataset).map(|model| model.name.as_str());
        let partner = row.partner(self.dataset).map(|partner| partner.name.as_str());
        match row {
            Row::Fact(Fact::Observation(_)) | Row::Derived(..) => {
                for name in [model, partner].into_iter().flatten() {
                    text.push_str(self.messages.text(Key::PartSeparator));
                    text.push_str(name);
                }
            }
            Row::Fact(Fact::Statement(_)) => {
                if let Some(name) = model.or(partner) {
                    text = self.messages.fill(Key::NamedFigure, &[name, &text]);
                }
            }
            _ => {}
        }
        Cell { text, ..Cell::default() }
    }

    fn kind(&self, row: Row) -> Cell {
        let mut lines = self.telling();
        if let Some(status) = row.status().filter(|status| *status != Status::Reported) {
            lines.add("status", Key::EvidenceStatus, self.messages.status(status).to_owned());
        }
        Cell { text: row.kind(self.messages).to_owned(), lines: lines.rows, ..Cell::default() }
    }

    fn figure(&self, row: Row) -> Cell {
        let mut lines = self.telling();
        let text = match row {
            Row::Fact(Fact::Observation(observation)) => {
                let meaning = self.messages.qualifier(observation.qualifier).to_owned();
                lines.add("qualifier", Key::TableQualifier, meaning);
                lines.figure(observation)
            }
            Row::Fact(Fact::Point(point)) => {
                let observation = point.observation();
                lines.add("qualifier", Key::TableQualifier, self.messages.qualifier(observation.qualifier).to_owned());
                lines.figure(&observation)
            }
            Row::Derived(mark, _) => match (mark.value, row.metric(self.dataset)) {
                (Some(value), Some(metric)) => self.messages.figure(value, Qualifier::Exact, metric),
                _ => String::new(),
            },
            _ => String::new(),
        };
        Cell { text, lines: lines.rows, order: row.value(), url: None }
    }

    fn period(&self, row: Row) -> Cell {
        let Some(period) = row.period() else { return Cell::default() };
        let mut lines = self.telling();
        lines.add("basis", Key::TableBasis, self.messages.basis(period.basis).to_owned());
        let mut order = period.end().map(|_| f64::from(order::day(period.end())));
        if let Row::Fact(Fact::Point(point)) = row {
            order = Some(point.time() / DAY);
        }
        Cell { text: row.when(self.messages).unwrap_or_default(), lines: lines.rows, order, url: None }
    }

    fn source(&self, row: Row) -> Cell {
        let Some(source) = row.source(self.dataset) else { return Cell::default() };
        let mut lines = self.telling();
        lines.add("passage", Key::DossierPassage, row.passage().unwrap_or_default().to_owned());
        Cell { text: self.messages.source(source), url: source.url.clone(), lines: lines.rows, order: None }
    }

    /// All else that is known, line by line; what contradicts it last.
    fn remarks(&self, row: Row) -> Vec<EvidenceRow> {
        let mut lines = self.telling();
        match row {
            Row::Fact(fact) => {
                lines.fact(fact);
                // The other columns say it.
                let elsewhere = ["value", "fact", "status", "period", "source"];
                lines.rows.retain(|line| !elsewhere.contains(&line.kind));
                if matches!(fact, Fact::Point(_)) {
                    lines.add("note", Key::EvidenceNote, row.note(self.messages));
                }
            }
            Row::Conflict(conflict) => {
                for reference in &conflict.between {
                    let side = Fact::find(self.dataset, reference).map(|fact| lines.line(fact));
                    lines.add("side", Key::DossierSide, side.unwrap_or_else(|| reference.clone()));
                }
            }
            Row::Derived(_, count) => {
                lines.add("note", Key::EvidenceNote, row.note(self.messages));
                lines.add("part-of", Key::EvidencePartOf, lines.scoped(Fact::Observation(count)));
            }
        }
        for conflict in row.conflicts(self.dataset) {
            lines.add("conflict", Key::EvidenceConflict, conflict.what.clone());
        }
        lines.rows
    }
}
