//! An untyped value that remembers where it came from: what a table file or a page's
//! JavaScript gave, before anything is known about it.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

/// A value with the line of the file it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The line in its file, counted from 1; 0 where there is no file.
    pub line: u32,
    /// What it holds.
    pub value: Value,
}

/// What a [`Node`] holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing: JSON's `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number; may be infinite or not a number, which the check refuses.
    Number(f64),
    /// Text; a date is text too.
    Text(String),
    /// A list of values.
    List(Vec<Node>),
    /// Named values in the order they were written.
    Map(Vec<(String, Node)>),
    /// Something no dataset can hold; the words name it ("a function").
    Other(&'static str),
    /// More than a dataset may hold, and so not read.
    Excess {
        /// What it is: "a list of 60000 items".
        found: String,
        /// What would do: "at most 50000 items".
        expected: String,
    },
}

impl Value {
    /// The excess of a list or an object (`what`) that holds so many `parts`.
    #[must_use]
    pub fn excess(what: &str, parts: &str, count: f64, most: usize) -> Self {
        Self::Excess {
            found: [what, " of ", &describe_number(count), " ", parts].concat(),
            expected: ["at most ", &most.to_string(), " ", parts].concat(),
        }
    }
}

impl From<Value> for Node {
    fn from(value: Value) -> Self {
        Self { line: 0, value }
    }
}

impl Node {
    /// Text without a line.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Value::Text(text.into()).into()
    }

    /// The named value of a map; `None` when this is no map or has no such name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        match &self.value {
            Value::Map(entries) => entries.iter().find(|(key, _)| key == name).map(|(_, node)| node),
            _ => None,
        }
    }

    /// The text held, if it is text.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The items held, none if it is no list.
    #[must_use]
    pub fn items(&self) -> &[Self] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// The value in a few words, for a message: text in quotes, shortened.
    #[must_use]
    pub fn describe(&self) -> String {
        match &self.value {
            Value::Null => "null".to_owned(),
            Value::Bool(true) => "true".to_owned(),
            Value::Bool(false) => "false".to_owned(),
            Value::Number(number) => describe_number(*number),
            Value::Text(text) => quote(text),
            Value::List(_) => "a list".to_owned(),
            Value::Map(_) => "an object".to_owned(),
            Value::Other(what) => (*what).to_owned(),
            Value::Excess { found, .. } => found.clone(),
        }
    }
}

/// The text in double quotes, at most 60 characters of it, without line breaks.
#[must_use]
pub fn quote(text: &str) -> String {
    ["\"", &short(text), "\""].concat()
}

/// At most 60 characters of the text, without line breaks.
#[must_use]
pub fn short(text: &str) -> String {
    const MOST: usize = 60;
    let mut short = String::new();
    for (index, character) in text.chars().enumerate() {
        if index == MOST {
            short.push('…');
            break;
        }
        short.push(if character.is_control() { ' ' } else { character });
    }
    short
}

fn describe_number(number: f64) -> String {
    if number.is_nan() {
        "NaN".to_owned()
    } else if number.abs() >= 1e15 {
        if number > 0.0 { "a number of 16 digits or more" } else { "a negative number of 16 digits or more" }.to_owned()
    } else {
        crate::decimal::plain(number)
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.value {
            Value::Null | Value::Other(_) | Value::Excess { .. } => serializer.serialize_unit(),
            Value::Bool(value) => serializer.serialize_bool(*value),
            // Whole numbers are written without a fraction, in JSON files above all.
            Value::Number(value) if value.fract() == 0.0 && value.abs() < 9e15 => {
                serializer.serialize_i64(*value as i64)
            }
            Value::Number(value) => serializer.serialize_f64(*value),
            Value::Text(text) => serializer.serialize_str(text),
            Value::List(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(item)?;
                }
                list.end()
            }
            Value::Map(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, node) in entries {
                    map.serialize_entry(key, node)?;
                }
                map.end()
            }
        }
    }
}
