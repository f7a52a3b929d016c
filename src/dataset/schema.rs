//! The tables and their fields, declared once. The check, the embedded form, the JSON
//! Schema and the typed rows all follow this declaration.

use super::period::{Basis, Precision};
use super::tables::{EventKind, MetricKind, ModelKind, PlaceKind, Qualifier, SourceKind, Status};

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// A row's own name: lower-case letters, digits and hyphens.
    Id,
    /// A place's own name: `world`, an ISO 3166-1 alpha-2 code, or like [`Kind::Id`].
    PlaceId,
    /// Words for people.
    Text,
    /// An `https:` or `http:` address.
    Url,
    /// A finite number between -1e15 and 1e15.
    Number,
    /// `true` or `false`.
    Flag,
    /// A day, `YYYY-MM-DD`.
    Date,
    /// A period: from, to, precision, basis.
    Period,
    /// One of a list of words.
    Word(&'static [&'static str]),
    /// The id of a row of the named table.
    Key(&'static str),
    /// A list of ids of rows of the named table.
    Keys(&'static str),
    /// `table:id`, any table.
    Ref,
    /// A list of at least two Refs.
    Refs,
    /// An object with a `name`.
    Brand,
}

/// Whether a field must stand in every row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Presence {
    /// Always, and never empty.
    Required,
    /// May be left out.
    Optional,
    /// Always in the output, `null` where nothing is known; may be left out of a file.
    Nullable,
}

/// One field of a table.
#[derive(Debug)]
pub struct Field {
    /// Its name in files and JSON.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether it must be there.
    pub presence: Presence,
    /// What it means, for the JSON Schema; not carried into the browser.
    #[cfg(not(target_arch = "wasm32"))]
    pub meaning: &'static str,
}

/// One table.
#[derive(Debug)]
pub struct Table {
    /// Its name in JSON, and its file's name.
    pub name: &'static str,
    /// The word before the colon of a Ref to one of its rows.
    pub row: &'static str,
    /// Its fields in the order they are written.
    pub fields: &'static [Field],
}

macro_rules! fields {
    ($($name:literal $presence:ident $kind:expr, $meaning:literal;)+) => {
        &[$(Field {
            name: $name,
            kind: $kind,
            presence: Presence::$presence,
            #[cfg(not(target_arch = "wasm32"))]
            meaning: $meaning,
        },)+]
    };
}

/// The one-row table about the dataset itself; it stands apart because it is no list.
pub const ABOUT: Table = Table {
    name: "about",
    row: "about",
    fields: fields![
        "schema" Required Kind::Number, "version of this form, 1";
        "edition" Required Kind::Date, "the day this dataset was last changed";
        "language" Required Kind::Text, "language of its words, BCP 47";
        "brand" Required Kind::Brand, "whom it is about";
        "licence" Required Kind::Text, "SPDX identifier of the licence of the data";
        "note" Optional Kind::Text, "what a reader of the data should know";
    ],
};

/// The tables of rows, in the order they are checked and written.
pub const TABLES: [Table; 9] = [
    Table {
        name: "sources",
        row: "source",
        fields: fields![
            "id" Required Kind::Id, "name of the row";
            "publisher" Nullable Kind::Text, "who published it; null where unnamed";
            "title" Required Kind::Text, "what it is, in the editors' words";
            "kind" Required Kind::Word(SourceKind::WORDS), "what sort of text it is";
            "published" Required Kind::Period, "when it was published";
            "url" Optional Kind::Url, "where it can be read";
        ],
    },
    Table {
        name: "places",
        row: "place",
        fields: fields![
            "id" Required Kind::PlaceId, "world, an ISO 3166-1 alpha-2 code, or a name in lower case";
            "name" Required Kind::Text, "its name";
            "in" Optional Kind::Text, "where something is that is there, where `in` and the name will not do: in the Netherlands";
            "kind" Required Kind::Word(PlaceKind::WORDS), "what sort of place it is";
            "parents" Required Kind::Keys("places"), "the places it lies in";
        ],
    },
    Table {
        name: "metrics",
        row: "metric",
        fields: fields![
            "id" Required Kind::Id, "name of the row";
            "name" Required Kind::Text, "its name";
            "unit" Required Kind::Text, "what is counted or measured; a flow adds to the stock of the same unit";
            "unit_one" Optional Kind::Text, "one of it, where that is said otherwise: market";
            "kind" Required Kind::Word(MetricKind::WORDS), "how its values relate to time";
            "definition" Required Kind::Text, "what it means";
        ],
    },
    Table {
        name: "models",
        row: "model",
        fields: fields![
            "id" Required Kind::Id, "name of the row";
            "name" Required Kind::Text, "its name";
            "kind" Required Kind::Word(ModelKind::WORDS), "what sort of car it is";
            "base" Optional Kind::Key("models"), "the model it is made from or previews";
        ],
    },
    Table {
        name: "partners",
        row: "partner",
        fields: fields![
            "id" Required Kind::Id, "name of the row";
            "name" Required Kind::Text, "its name";
            "kind" Required Kind::Text, "what sort of partner: shareholder, distributor, person, …";
        ],
    },
    Table {
        name: "observations",
        row: "observation",
        fields: fields![
            "id" Required Kind::Id, "name of the row";
            "metric" Required Kind::Key("metrics"), "what was measured";
            "place" Required Kind::Key("places"), "where";
            "model" Optional Kind::Key("models"), "for which model alone";
            "partner" Optional Kind::Key("partners"), "with or by whom";
            "value" Required Kind::Number, "the figure, in the metric's unit";
            "qualifier" Required Kind::Word(Qualifier::WORDS), "how the source hedges it";
            "period" Required Kind::Period, "when it is true";
            "term" Required Kind::Text, "the source's own noun";
            "method" Optional Kind::Text, "how it was measured: a test cycle, a class, a comparison";
            "restates" Optional Kind::Key("observations"), "the fuller figure that this one repeats";
            "source" Required Kind::Key("sources"), "who says so";
            "where" Optional Kind::Text, "where in the source";
            "note" Optional Kind::Text, "what else a reader should know";
        ],
    },
    Table {
        name: "events",
        row: "event",
        fields: fields![
            "id" Required Kind::Id, "name of the row";
            "kind" Required Kind::Word(EventKind::WORDS), "what happened";
            "period" Required Kind::Period, "when";
            "status" Required Kind::Word(Status::WORDS), "whether it happened";
            "place" Optional Kind::Key("places"), "where";
            "model" Optional Kind::Key("models"), "with which model";
            "partner" Optional Kind::Key("partners"), "with whom";
            "title" Required Kind::Text, "what happened, in the editors' words";
            "group" Optional Kind::Id, "rows of one sentence share it";
            "part_of" Optional Kind::Key("observations"), "the count that this is one of";
            "open_list" Optional Kind::Flag, "true where the source names some of more";
            "source" Required Kind::Key("sources"), "who says so";
            "where" Optional Kind::Text, "where in the source";
        ],
    },
    Table {
        name: "statements",
        row: "statement",
        fields: fields![
            "id" Required Kind::Id, "name of the row";
            "subject" Required Kind::Ref, "what it is about";
            "property" Required Kind::Id, "which side of it: body, role, coverage, strategy, feature, name, …";
            "text" Required Kind::Text, "what is said, in the editors' words";
            "period" Required Kind::Period, "when it is true";
            "status" Required Kind::Word(Status::WORDS), "whether it is so";
            "term" Optional Kind::Text, "the source's own words";
            "source" Required Kind::Key("sources"), "who says so";
            "where" Optional Kind::Text, "where in the source";
        ],
    },
    Table {
        name: "conflicts",
        row: "conflict",
        fields: fields![
            "id" Required Kind::Id, "name of the row";
            "what" Required Kind::Text, "why the rows cannot all be right";
            "between" Required Kind::Refs, "the rows";
        ],
    },
];

/// The fields of a period.
pub const PERIOD: &[Field] = fields![
    "from" Nullable Kind::Date, "the first day; null when no source tells it";
    "to" Nullable Kind::Date, "the last day; null when it is open";
    "precision" Required Kind::Word(Precision::WORDS), "how finely it is known";
    "basis" Required Kind::Word(Basis::WORDS), "what it rests on";
];

/// The fields of a brand.
pub const BRAND: &[Field] = fields![
    "name" Required Kind::Text, "its name";
];

/// The table whose rows a Ref's word names: `observation` gives `observations`. No Ref names a
/// metric: it is what is counted, and nothing is told of it but by its figures.
#[must_use]
pub fn table_of_row(row: &str) -> Option<&'static Table> {
    TABLES.iter().find(|table| table.row == row && row != "metric")
}

/// The place of a table in [`TABLES`].
#[must_use]
pub fn table_index(name: &str) -> Option<usize> {
    TABLES.iter().position(|table| table.name == name)
}

/// The words of a period's fields, for the check and the schema.
pub const PERIOD_WORDS: [(&str, &[&str]); 2] = [("precision", Precision::WORDS), ("basis", Basis::WORDS)];
