//! The typed rows that views work with, made from a checked [`Node`].

use super::node::{Node, Value};
use super::period::{Basis, Day, Period, Precision};
pub use super::vocabulary::{EventKind, MetricKind, ModelKind, PlaceKind, Qualifier, SourceKind, Status};
use crate::decimal;

/// The row about the dataset itself.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    /// The day the dataset was last changed.
    pub edition: Day,
    /// BCP 47 language of its words.
    pub language: String,
    /// The brand's name.
    pub brand: String,
    /// SPDX identifier of the data's licence.
    pub licence: String,
    /// What a reader should know.
    pub note: Option<String>,
}

/// The reading of one row, after the check: what is missing then is a fault of the check,
/// and reads as empty.
#[derive(Clone, Copy)]
pub(super) struct Row<'a>(pub &'a Node);

impl Row<'_> {
    #[inline(never)]
    fn option(self, name: &str) -> Option<String> {
        self.0.get(name)?.as_text().map(str::to_owned)
    }
    #[inline(never)]
    fn text(self, name: &str) -> String {
        self.option(name).unwrap_or_default()
    }
    /// A text that evidence tells and no picture shows: the small modules have none of it.
    fn told(self, name: &str) -> Option<String> {
        if cfg!(feature = "complete") { self.option(name) } else { None }
    }
    /// What the first of the fields says that says anything.
    fn first(self, names: &[&str]) -> String {
        names.iter().find_map(|name| self.option(name)).unwrap_or_default()
    }
    fn number(self, name: &str) -> f64 {
        match self.0.get(name).map(|node| &node.value) {
            Some(Value::Number(number)) => *number,
            _ => 0.0,
        }
    }
    fn flag(self, name: &str) -> bool {
        matches!(self.0.get(name).map(|node| &node.value), Some(Value::Bool(true)))
    }
    fn list(self, name: &str) -> Vec<String> {
        let mut list = Vec::new();
        for item in self.0.get(name).map_or(&[][..], Node::items) {
            list.push(item.as_text().unwrap_or_default().to_owned());
        }
        list
    }
    fn word<T>(self, name: &str, read: fn(&str) -> Option<T>, otherwise: T) -> T {
        self.0.get(name).and_then(Node::as_text).and_then(read).unwrap_or(otherwise)
    }
    fn period(self, name: &str) -> Period {
        let none = Node::from(Value::Null);
        let row = Row(self.0.get(name).unwrap_or(&none));
        let day = |name| row.option(name).and_then(|text| Day::parse(&text));
        Period {
            from: day("from"),
            to: day("to"),
            precision: row.word("precision", Precision::from_word, Precision::Span),
            basis: row.word("basis", Basis::from_word, Basis::Inferred),
        }
    }
}

macro_rules! rows {
    ($($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $field:ident: $type:ty = $read:expr;)+ })+) => {
        $(
            $(#[$about])*
            #[derive(Clone, Debug, PartialEq)]
            pub struct $name { $($(#[$doc])* pub $field: $type,)+ }

            impl $name {
                pub(super) fn read(row: Row) -> Self {
                    Self { $($field: $read(row),)+ }
                }
            }
        )+
    };
}

rows! {
    /// A text that facts come from.
    Source {
        /// Name of the row.
        id: String = |r: Row| r.text("id");
        /// Who published it; `None` where unnamed.
        publisher: Option<String> = |r: Row| r.option("publisher");
        /// What it is.
        title: String = |r: Row| r.text("title");
        /// What sort of text it is.
        kind: SourceKind = |r: Row| r.word("kind", SourceKind::from_word, SourceKind::Other);
        /// When it was published.
        published: Period = |r: Row| r.period("published");
        /// Where it can be read.
        url: Option<String> = |r: Row| r.told("url");
    }

    /// A place.
    Place {
        /// `world`, an ISO 3166-1 alpha-2 code, or a name in lower case.
        id: String = |r: Row| r.text("id");
        /// Its name.
        name: String = |r: Row| r.text("name");
        /// What sort of place it is.
        kind: PlaceKind = |r: Row| r.word("kind", PlaceKind::from_word, PlaceKind::Region);
        /// Where something is that is there, as part of a sentence; `None` where the common
        /// phrase fits.
        inside: Option<String> = |r: Row| r.option("in");
        /// The places it lies in.
        parents: Vec<String> = |r: Row| r.list("parents");
    }

    /// What is counted or measured.
    Metric {
        /// Name of the row.
        id: String = |r: Row| r.text("id");
        /// Its name.
        name: String = |r: Row| r.text("name");
        /// What is counted; a flow adds to the stock of the same unit.
        unit: String = |r: Row| r.text("unit");
        /// One of what is counted, in words.
        unit_one: String = |r: Row| r.first(&["unit_one", UNIT_SAID, "unit"]);
        /// Several of what is counted, in words; `unit` where the dataset was not translated.
        unit_other: String = |r: Row| r.first(&[UNIT_SAID, "unit"]);
        /// The name in the language of the sources' nouns: `name` where the dataset was not translated.
        called: String = |r: Row| r.first(&[CALLED, "name"]);
        /// How its values relate to time.
        kind: MetricKind = |r: Row| r.word("kind", MetricKind::from_word, MetricKind::Quantity);
        /// What it means.
        definition: String = |r: Row| r.told("definition").unwrap_or_default();
    }

    /// A car.
    Model {
        /// Name of the row.
        id: String = |r: Row| r.text("id");
        /// Its name.
        name: String = |r: Row| r.text("name");
        /// What sort of car it is.
        kind: ModelKind = |r: Row| r.word("kind", ModelKind::from_word, ModelKind::Model);
        /// The model it is made from or previews.
        base: Option<String> = |r: Row| r.option("base");
    }

    /// Somebody the brand works with, or somebody in office.
    Partner {
        /// Name of the row.
        id: String = |r: Row| r.text("id");
        /// Its name.
        name: String = |r: Row| r.text("name");
        /// What sort of partner it is.
        kind: String = |r: Row| r.told("kind").unwrap_or_default();
    }

    /// A figure that a source gives.
    Observation {
        /// Name of the row.
        id: String = |r: Row| r.text("id");
        /// What was measured.
        metric: String = |r: Row| r.text("metric");
        /// Where.
        place: String = |r: Row| r.text("place");
        /// For which model alone.
        model: Option<String> = |r: Row| r.option("model");
        /// With or by whom.
        partner: Option<String> = |r: Row| r.option("partner");
        /// The figure, in the metric's unit.
        value: f64 = |r: Row| r.number("value");
        /// How the source hedges it.
        qualifier: Qualifier = |r: Row| r.word("qualifier", Qualifier::from_word, Qualifier::About);
        /// When it is true.
        period: Period = |r: Row| r.period("period");
        /// The source's own noun.
        term: String = |r: Row| r.text("term");
        /// How it was measured.
        method: Option<String> = |r: Row| r.option("method");
        /// The fuller figure that this one repeats.
        restates: Option<String> = |r: Row| r.option("restates");
        /// Who says so.
        source: String = |r: Row| r.text("source");
        /// Where in the source.
        passage: Option<String> = |r: Row| r.told("where");
        /// What else a reader should know.
        note: Option<String> = |r: Row| r.told("note");
    }

    /// Something that happened, or is to happen.
    Event {
        /// Name of the row.
        id: String = |r: Row| r.text("id");
        /// What sort of thing.
        kind: EventKind = |r: Row| r.word("kind", EventKind::from_word, EventKind::Show);
        /// When.
        period: Period = |r: Row| r.period("period");
        /// Whether it happened.
        status: Status = |r: Row| r.word("status", Status::from_word, Status::Claimed);
        /// Where.
        place: Option<String> = |r: Row| r.option("place");
        /// With which model.
        model: Option<String> = |r: Row| r.option("model");
        /// With whom.
        partner: Option<String> = |r: Row| r.option("partner");
        /// What happened.
        title: String = |r: Row| r.text("title");
        /// Rows of one sentence share it.
        group: Option<String> = |r: Row| r.told("group");
        /// The count that this is one of.
        part_of: Option<String> = |r: Row| r.told("part_of");
        /// Whether the source names some of more.
        open_list: bool = |r: Row| cfg!(feature = "complete") && r.flag("open_list");
        /// Who says so.
        source: String = |r: Row| r.text("source");
        /// Where in the source.
        passage: Option<String> = |r: Row| r.told("where");
    }

    /// Something a source says of a row, in words.
    Statement {
        /// Name of the row.
        id: String = |r: Row| r.text("id");
        /// What it is about: a Ref.
        subject: String = |r: Row| r.text("subject");
        /// Which side of it.
        property: String = |r: Row| r.text("property");
        /// What is said.
        text: String = |r: Row| r.text("text");
        /// When it is true.
        period: Period = |r: Row| r.period("period");
        /// Whether it is so.
        status: Status = |r: Row| r.word("status", Status::from_word, Status::Claimed);
        /// The source's own words.
        term: Option<String> = |r: Row| r.option("term");
        /// Who says so.
        source: String = |r: Row| r.text("source");
        /// Where in the source.
        passage: Option<String> = |r: Row| r.told("where");
    }

    /// Rows that cannot all be right.
    Conflict {
        /// Name of the row.
        id: String = |r: Row| r.text("id");
        /// Why not.
        what: String = |r: Row| r.text("what");
        /// The rows, as Refs.
        between: Vec<String> = |r: Row| r.list("between");
    }
}

/// Fields that a translation adds to a metric: what is said in place of `unit`, and `name` as it was.
pub(super) const UNIT_SAID: &str = "unit_said";
/// See [`UNIT_SAID`].
pub(super) const CALLED: &str = "called";

impl Metric {
    /// What so many are called.
    #[must_use]
    pub fn unit_for(&self, count: f64) -> &str {
        if decimal::is_one(count) { &self.unit_one } else { &self.unit_other }
    }
}

impl About {
    pub(super) fn read(row: Row) -> Self {
        Self {
            edition: row.option("edition").and_then(|text| Day::parse(&text)).unwrap_or(Day(0)),
            language: row.told("language").unwrap_or_default(),
            brand: row.0.get("brand").map(|brand| Row(brand).text("name")).unwrap_or_default(),
            licence: row.told("licence").unwrap_or_default(),
            note: row.told("note"),
        }
    }
}
