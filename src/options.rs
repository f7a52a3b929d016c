//! A view's options: read from attributes or an object, the default and a warning where a
//! value is not understood, and given back whole as the widget's state.

use serde::Serialize;

use crate::dataset::Dataset;
use crate::dataset::node::{Node, Value, quote};
use crate::dataset::period::{Day, words};
use crate::dataset::problem::{Problem, Severity};
use crate::dataset::tables::{EventKind, Qualifier};

words! {
    /// The views there are.
    ViewKind {
        /// Counts over time.
        Growth = "growth",
        /// The models over time.
        Lineup = "lineup",
    }
}

words! {
    /// Which colours.
    ThemeChoice {
        /// As the page or the reader's system says.
        Auto = "auto",
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
    }
}

words! {
    /// When a widget starts.
    Loading {
        /// At once.
        Eager = "eager",
        /// When it is scrolled near.
        Lazy = "lazy",
    }
}

/// All options of a view. As JSON it is the widget's state.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ViewOptions {
    /// Which view.
    pub view: ViewKind,
    /// One metric alone; `None`: all that the view draws.
    pub metric: Option<String>,
    /// The place whose figures are drawn.
    pub place: String,
    /// Facts that end before this day are left out.
    #[serde(serialize_with = "as_iso")]
    pub from: Option<Day>,
    /// Facts that end after this day are left out.
    #[serde(serialize_with = "as_iso")]
    pub to: Option<Day>,
    /// The day the view is drawn as of; `None`: the end of the last reported fact.
    #[serde(serialize_with = "as_iso")]
    pub at: Option<Day>,
    /// Only what was published by this day.
    #[serde(serialize_with = "as_iso")]
    pub published_by: Option<Day>,
    /// Only facts of these sources; empty: all.
    pub sources: Vec<String>,
    /// Only figures with these qualifiers; empty: all.
    pub qualifiers: Vec<Qualifier>,
    /// Only events of these kinds; empty: all.
    pub kinds: Vec<EventKind>,
    /// The Ref that is selected.
    pub selected: Option<String>,
    /// Elements of one group share selection, time and filters.
    pub group: Option<String>,
    /// The host's title; `None`: the view's own; empty: none.
    pub heading: Option<String>,
    /// The host's subtitle; `None`: the view's own; empty: none.
    pub subheading: Option<String>,
    /// The host's note over the sources; `None` and empty: none.
    pub note: Option<String>,
    /// BCP 47 language; `None`: the nearest ancestor's.
    pub lang: Option<String>,
    /// Which colours.
    pub theme: ThemeChoice,
    /// Whether the widget shows its controls.
    pub controls: bool,
    /// When the widget starts.
    pub loading: Loading,
    /// Whether the state goes into the page's address.
    pub hash: bool,
    /// Where the dataset comes from; `None`: the embedded one.
    pub src: Option<String>,
}

/// A day in JSON: `YYYY-MM-DD`, or `null`.
// Serde hands the field over by reference.
#[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref)]
fn as_iso<S: serde::Serializer>(day: &Option<Day>, serializer: S) -> Result<S::Ok, S::Error> {
    day.map(Day::iso).serialize(serializer)
}

impl Default for ViewOptions {
    fn default() -> Self {
        Self {
            view: ViewKind::Growth,
            metric: None,
            place: "world".to_owned(),
            from: None,
            to: None,
            at: None,
            published_by: None,
            sources: Vec::new(),
            qualifiers: Vec::new(),
            kinds: Vec::new(),
            selected: None,
            group: None,
            heading: None,
            subheading: None,
            note: None,
            lang: None,
            theme: ThemeChoice::Auto,
            controls: false,
            loading: Loading::Eager,
            hash: false,
            src: None,
        }
    }
}

impl ViewOptions {
    /// Reads options. A name may be written `publishedBy` or `published-by`; a list may be
    /// a list, or text with spaces or commas between its items; `null` means the default.
    #[must_use]
    pub fn read(node: &Node, dataset: &Dataset) -> (Self, Vec<Problem>) {
        let mut reader = Reader { warnings: Vec::new() };
        let mut options = Self::default();
        match &node.value {
            Value::Map(entries) => {
                for (name, value) in entries {
                    if value.value != Value::Null {
                        options.set(name, value, dataset, &mut reader);
                    }
                }
            }
            Value::Null => {}
            _ => reader.warn("", &["found ", &node.describe(), ", expected an object of options"]),
        }
        (options, reader.warnings)
    }

    fn set(&mut self, name: &str, value: &Node, dataset: &Dataset, reader: &mut Reader) {
        match name {
            "view" => self.view = reader.word(name, value, ViewKind::from_word, ViewKind::WORDS).unwrap_or(self.view),
            "metric" => self.metric = reader.row(name, value, "metrics", |id| dataset.metric(id).is_some()),
            "place" => {
                if let Some(place) = reader.row(name, value, "places", |id| dataset.place(id).is_some()) {
                    self.place = place;
                }
            }
            "from" => self.from = reader.day(name, value),
            "to" => self.to = reader.day(name, value),
            "at" => self.at = reader.day(name, value),
            "published-by" | "publishedBy" => self.published_by = reader.day(name, value),
            "sources" => {
                self.sources = reader
                    .items(name, value, "the id of a source", |id| dataset.source(id).map(|source| source.id.clone()));
            }
            "qualifiers" => {
                self.qualifiers = reader.items(name, value, &Qualifier::WORDS.join(", "), Qualifier::from_word)
            }
            "kinds" => self.kinds = reader.items(name, value, &EventKind::WORDS.join(", "), EventKind::from_word),
            "selected" => self.selected = reader.text(name, value).filter(|text| !text.is_empty()),
            "group" => self.group = reader.text(name, value),
            "heading" => self.heading = reader.text(name, value),
            "subheading" => self.subheading = reader.text(name, value),
            "note" => self.note = reader.text(name, value),
            "lang" => self.lang = reader.text(name, value),
            "theme" => {
                self.theme = reader.word(name, value, ThemeChoice::from_word, ThemeChoice::WORDS).unwrap_or(self.theme)
            }
            "controls" => self.controls = reader.flag(name, value),
            "loading" => {
                self.loading = reader.word(name, value, Loading::from_word, Loading::WORDS).unwrap_or(self.loading)
            }
            "hash" => self.hash = reader.flag(name, value),
            "src" => self.src = reader.text(name, value),
            "dataset" => {}
            _ => reader.warn(name, &["no option is called ", &quote(name), "; it is passed over"]),
        }
    }
}

/// The longest text an option may hold, in bytes.
const LONGEST_TEXT: usize = 4_000;

struct Reader {
    warnings: Vec<Problem>,
}

impl Reader {
    fn warn(&mut self, path: &str, message: &[&str]) {
        self.warnings.push(Problem {
            code: "unknown-option",
            path: path.to_owned(),
            message: message.concat(),
            severity: Severity::Warning,
            line: 0,
        });
    }

    fn refuse<T>(&mut self, name: &str, value: &Node, expected: &str) -> Option<T> {
        self.warn(name, &["found ", &value.describe(), ", expected ", expected, "; the default is taken"]);
        None
    }

    fn text(&mut self, name: &str, value: &Node) -> Option<String> {
        match &value.value {
            Value::Text(text) if text.len() <= LONGEST_TEXT => Some(text.clone()),
            _ => self.refuse(name, value, "text of at most 4,000 bytes"),
        }
    }

    fn word<T>(&mut self, name: &str, value: &Node, read: fn(&str) -> Option<T>, words: &[&str]) -> Option<T> {
        let read = value.as_text().and_then(read);
        if read.is_some() { read } else { self.refuse(name, value, &["one of ", &words.join(", ")].concat()) }
    }

    fn row(&mut self, name: &str, value: &Node, table: &str, exists: impl Fn(&str) -> bool) -> Option<String> {
        match value.as_text() {
            Some(id) if exists(id) => Some(id.to_owned()),
            _ => self.refuse(name, value, &["the id of a row of ", table].concat()),
        }
    }

    fn day(&mut self, name: &str, value: &Node) -> Option<Day> {
        let day = value.as_text().and_then(Day::parse);
        if day.is_some() { day } else { self.refuse(name, value, "a day of the calendar as \"YYYY-MM-DD\"") }
    }

    fn flag(&mut self, name: &str, value: &Node) -> bool {
        match &value.value {
            Value::Bool(flag) => *flag,
            // As in HTML: the attribute's presence counts.
            Value::Text(_) => true,
            _ => self.refuse(name, value, "true or false").unwrap_or(false),
        }
    }

    fn items<T>(&mut self, name: &str, value: &Node, expected: &str, read: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let pieces: Vec<&str> = match &value.value {
            Value::Text(text) => text.split([' ', ',']).filter(|piece| !piece.is_empty()).collect(),
            Value::List(items) => items.iter().map(|item| item.as_text().unwrap_or_default()).collect(),
            _ => {
                return self.refuse(name, value, "a list").unwrap_or_default();
            }
        };
        let mut items = Vec::new();
        for piece in pieces {
            match read(piece) {
                Some(item) => items.push(item),
                None => self.warn(name, &["found ", &quote(piece), ", expected ", expected, "; it is passed over"]),
            }
        }
        items
    }
}
