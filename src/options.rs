//! A view's options: read from attributes or an object, the default and a warning where a
//! value is not understood, and given back whole as the widget's state.

use serde::Serialize;

use crate::dataset::Dataset;
use crate::dataset::node::{Node, Value, quote};
use crate::dataset::period::{Day, position, words};
use crate::dataset::problem::{Problem, Severity};
use crate::dataset::tables::{EventKind, Qualifier};
use crate::text::joined;

words! {
    /// The views there are.
    ViewKind {
        /// Counts over time.
        Growth = "growth",
        /// Where the brand is, as tiles by continent.
        Markets = "markets",
        /// How sales changed, by market and worldwide.
        Sales = "sales",
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

/// The small modules pass over what draws nothing; they warn of nothing.
const COMPLETE: bool = cfg!(feature = "complete");

impl ViewOptions {
    /// Whether they leave out some of what there is.
    #[must_use]
    pub fn narrows(&self) -> bool {
        let days = [self.from, self.to, self.at, self.published_by];
        self.metric.is_some()
            || self.place != "world"
            || days.iter().any(Option::is_some)
            || !(self.sources.is_empty() && self.qualifiers.is_empty() && self.kinds.is_empty())
    }

    /// Whether a picture by these options is the same as by the others, in one theme and in one
    /// language: what is selected, shared and loaded does not show in it.
    #[cfg(feature = "complete")]
    #[must_use]
    pub fn draws_like(&self, other: &Self) -> bool {
        let drawn = |options: &Self| Self {
            selected: None,
            group: None,
            lang: None,
            theme: ThemeChoice::Auto,
            loading: Loading::Eager,
            hash: false,
            src: None,
            ..options.clone()
        };
        drawn(self) == drawn(other)
    }

    /// Reads options. A name may be written `publishedBy` or `published-by`; a list may be
    /// a list, or text with spaces or commas between its items; `null` means the default.
    #[must_use]
    pub fn read(node: &Node, dataset: &Dataset) -> (Self, Vec<Problem>) {
        let mut reader = Reader { warnings: Vec::new() };
        let mut options = Self::default();
        match &node.value {
            Value::Map(entries) => {
                for (name, value) in entries {
                    if !matches!(value.value, Value::Null) {
                        options.set(name, value, dataset, &mut reader);
                    }
                }
            }
            Value::Null => {}
            _ if COMPLETE => reader.warn("", &["found ", &node.describe(), ", expected an object of options"]),
            _ => {}
        }
        if let (Some(from), Some(to)) = (options.from, options.to)
            && cfg!(feature = "complete")
            && from > to
        {
            reader.warn("from", &["found ", &from.iso(), ", which is after to, ", &to.iso(), "; nothing lies between"]);
        }
        (options, reader.warnings)
    }

    fn set(&mut self, name: &str, value: &Node, dataset: &Dataset, reader: &mut Reader) {
        match name {
            "metric" => self.metric = reader.text_of(name, value, "a metric", &|id| dataset.metric(id).is_some()),
            "place" => {
                if let Some(place) = reader.text_of(name, value, "a place", &|id| dataset.place(id).is_some()) {
                    self.place = place;
                }
            }
            "from" => self.from = reader.day(name, value),
            "to" => self.to = reader.day(name, value),
            "at" => self.at = reader.day(name, value),
            "published-by" | "publishedBy" => self.published_by = reader.day(name, value),
            "sources" => self.sources = reader.items(name, value, "a source", &|id| dataset.source(id).is_some()),
            "qualifiers" => {
                for word in reader.items(name, value, "a qualifier", &|word| Qualifier::from_word(word).is_some()) {
                    self.qualifiers.extend(Qualifier::from_word(&word));
                }
            }
            "kinds" => {
                for word in reader.items(name, value, "a kind of event", &|word| EventKind::from_word(word).is_some()) {
                    self.kinds.extend(EventKind::from_word(&word));
                }
            }
            // Kept all the same: another dataset may have the row.
            "selected" if COMPLETE => {
                self.selected = reader.text(name, value);
                let unknown = |selected: &&String| cfg!(feature = "complete") && !dataset.has(selected);
                if let Some(selected) = self.selected.as_ref().filter(unknown) {
                    reader.warn(name, &["found ", &quote(selected), ", expected a row of the dataset as \"table:id\""]);
                }
            }
            "view" => self.view = reader.word(name, value, ViewKind::WORDS, ViewKind::ALL),
            "theme" if COMPLETE => self.theme = reader.word(name, value, ThemeChoice::WORDS, ThemeChoice::ALL),
            "loading" if COMPLETE => self.loading = reader.word(name, value, Loading::WORDS, Loading::ALL),
            "controls" => self.controls = reader.flag(name, value),
            "hash" if COMPLETE => self.hash = reader.flag(name, value),
            "dataset" => {}
            _ => match self.text_slot(name) {
                Some(slot) => *slot = reader.text(name, value),
                None if !COMPLETE => {}
                None => reader.warn(name, &["no option is called ", &quote(name), "; it is passed over"]),
            },
        }
    }

    /// The options that hold any text.
    fn text_slot(&mut self, name: &str) -> Option<&mut Option<String>> {
        Some(match name {
            "group" if COMPLETE => &mut self.group,
            "heading" => &mut self.heading,
            "subheading" => &mut self.subheading,
            "note" => &mut self.note,
            "lang" if COMPLETE => &mut self.lang,
            "src" if COMPLETE => &mut self.src,
            _ => return None,
        })
    }
}

/// The longest text an option may hold, in bytes.
const LONGEST_TEXT: usize = 4_000;

struct Reader {
    warnings: Vec<Problem>,
}

impl Reader {
    fn warn(&mut self, path: &str, message: &[&str]) {
        // The small module draws; what is wrong is told by the complete one.
        if cfg!(not(feature = "complete")) {
            return;
        }
        self.warnings.push(Problem {
            code: "unknown-option",
            path: path.to_owned(),
            message: joined(message),
            severity: Severity::Warning,
            line: 0,
        });
    }

    fn refuse(&mut self, name: &str, value: &Node, expected: &str) {
        if cfg!(feature = "complete") {
            self.warn(name, &["found ", &value.describe(), ", expected ", expected, "; the default is taken"]);
        }
    }

    fn text(&mut self, name: &str, value: &Node) -> Option<String> {
        self.text_of(name, value, "text of at most 4,000 bytes", &|text| text.len() <= LONGEST_TEXT)
    }

    /// Text that fits.
    fn text_of(&mut self, name: &str, value: &Node, expected: &str, fits: &dyn Fn(&str) -> bool) -> Option<String> {
        let text = value.as_text().filter(|text| fits(text));
        if text.is_none() {
            self.refuse(name, value, expected);
        }
        text.map(str::to_owned)
    }

    /// One of a list of words; the first is the default.
    fn word<T: Copy>(&mut self, name: &str, value: &Node, words: &[&str], values: &[T]) -> T {
        let index = value.as_text().and_then(|word| position(words, word));
        if index.is_none() && cfg!(feature = "complete") {
            let mut list = String::from("one of ");
            for (index, word) in words.iter().enumerate() {
                list.push_str(if index == 0 { "" } else { ", " });
                list.push_str(word);
            }
            self.refuse(name, value, &list);
        }
        values[index.unwrap_or(0)]
    }

    fn day(&mut self, name: &str, value: &Node) -> Option<Day> {
        let day = value.as_text().and_then(Day::parse);
        if day.is_none() {
            self.refuse(name, value, "a day of the calendar as \"YYYY-MM-DD\"");
        }
        day
    }

    fn flag(&mut self, name: &str, value: &Node) -> bool {
        match &value.value {
            Value::Bool(flag) => *flag,
            // As in HTML: the attribute's presence counts.
            Value::Text(_) => true,
            _ => {
                self.refuse(name, value, "true or false");
                false
            }
        }
    }

    /// The items that are known.
    fn items(&mut self, name: &str, value: &Node, expected: &str, known: &dyn Fn(&str) -> bool) -> Vec<String> {
        let mut pieces: Vec<&str> = Vec::new();
        match &value.value {
            Value::Text(text) => pieces.extend(text.split([' ', ',']).filter(|piece| !piece.is_empty())),
            Value::List(items) => pieces.extend(items.iter().map(|item| item.as_text().unwrap_or_default())),
            _ => self.refuse(name, value, "a list"),
        }
        let mut items = Vec::new();
        for piece in pieces {
            if known(piece) {
                items.push(piece.to_owned());
            } else if cfg!(feature = "complete") {
                self.warn(name, &["found ", &quote(piece), ", expected ", expected, "; it is passed over"]);
            }
        }
        items
    }
}
