//! The languages of the package, and two made of English for tests: one with long words, and one
//! that runs from right to left.

use std::path::{Path, PathBuf};

use smart_footprint::dataset::node::Node;
use smart_footprint::dataset::words_file::{self, Words};
use smart_footprint::embedded;
use smart_footprint::messages::Messages;
use smart_footprint::messages::language::Language;
use smart_footprint::messages::source_file::{self, MessageTexts};

/// Longer by half, with marks over the letters: what German or Finnish may come to.
pub const LONG: &str = "long";

/// In Hebrew letters.
pub const RIGHT_TO_LEFT: &str = "right-to-left";

/// The folder of the message files.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/languages")
}

/// The names of all languages that pictures are drawn in for tests.
pub fn names() -> Vec<String> {
    let shipped = source_file::tags(&folder()).unwrap();
    shipped.into_iter().chain([LONG.to_owned(), RIGHT_TO_LEFT.to_owned()]).collect()
}

/// The messages of a language, as its file has them or as they are made up.
pub fn messages_of(name: &str) -> MessageTexts {
    if ![LONG, RIGHT_TO_LEFT].contains(&name) {
        return source_file::read(&folder(), name).unwrap();
    }
    let english = source_file::read(&folder(), "en").unwrap();
    let made = english.into_iter().map(|(key, text)| {
        let text = if key == "direction" || key.ends_with("-separator") { text } else { disguised(&text, name) };
        (key, text)
    });
    made.collect()
}

/// A language by its name.
pub fn language(name: &str) -> Language {
    let english = source_file::read(&folder(), "en").unwrap();
    if name == "en" {
        return Language::english();
    }
    let root = embedded::node();
    let words = if [LONG, RIGHT_TO_LEFT].contains(&name) {
        made_up(&root, name)
    } else {
        words_file::read(&folder().join("dataset").join(name).with_extension("toml")).unwrap()
    };
    let mut lines = vec![source_file::compact(&english, &messages_of(name), |_| true)];
    for drawn in [true, false] {
        lines.extend(words_file::lines(&root, &words, drawn));
    }
    Language::read(name, &[lines.join("\n")])
}

/// The messages of a language alone, for datasets of another brand.
pub fn messages(name: &str) -> Messages {
    language(name).messages
}

/// Every word of the dataset that a translation has.
fn made_up(root: &Node, name: &str) -> Words {
    let mut words = Words::new();
    for (table, field) in words_file::fields() {
        for row in root.get(table).map_or(&[][..], Node::items) {
            let text = |field: &str| row.get(field).and_then(Node::as_text);
            if let (Some(id), Some(text)) = (text("id"), text(field)) {
                let row = words.entry(table.to_owned()).or_default().entry(id.to_owned()).or_default();
                row.insert(field.to_owned(), disguised(text, name));
            }
        }
    }
    words
}

/// The text in other letters; what stands in braces stays.
fn disguised(text: &str, name: &str) -> String {
    let mut made = String::new();
    let mut in_place = false;
    for letter in text.chars() {
        in_place = (in_place || letter == '{') && letter != '}';
        if in_place || !letter.is_ascii_alphabetic() {
            made.push(letter);
        } else if name == RIGHT_TO_LEFT {
            made.extend(char::from_u32(0x5d0 + (letter.to_ascii_lowercase() as u32 - 97) % 27));
        } else {
            let accented = match letter {
                'a' => 'ä',
                'e' => 'é',
                'i' => 'î',
                'o' => 'ø',
                'u' => 'ü',
                'n' => 'ñ',
                'c' => 'ç',
                other => other,
            };
            made.push(accented);
            if "aeiou".contains(letter) {
                made.push(accented);
            }
        }
    }
    made
}
