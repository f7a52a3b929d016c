//! One language as a module holds it: its messages, and the embedded dataset in its words.

use std::rc::Rc;

use super::{COUNT, Messages};
use crate::dataset::Dataset;
use crate::dataset::translate::translate;
use crate::embedded;

/// The language that the crate itself holds.
pub const ENGLISH: &str = "en";

/// A language.
#[derive(Debug)]
pub struct Language {
    /// BCP 47 tag of the words.
    pub tag: String,
    /// The widget's words.
    pub messages: Messages,
    /// The embedded dataset in the same language.
    pub dataset: Rc<Dataset>,
}

impl Language {
    /// English.
    #[must_use]
    pub fn english() -> Self {
        Self::read::<&str>(ENGLISH, &[])
    }

    /// A language from texts in the compact form: the messages, one a line in the order of their
    /// keys, then lines as [`translate`] takes them. Of several texts, each says what those
    /// before it left empty. What is laid over English keeps the English words.
    #[must_use]
    pub fn read<Text: AsRef<str>>(tag: &str, texts: &[Text]) -> Self {
        let mut messages = Messages::read(if tag == ENGLISH { super::ENGLISH } else { "" });
        let mut root = embedded::node();
        for text in texts {
            let text = text.as_ref();
            messages.take(text);
            if let Some((start, _)) = text.match_indices('\n').nth(COUNT - 1) {
                translate(&mut root, text.get(start + 1..).unwrap_or_default());
            }
        }
        Self { tag: tag.to_owned(), messages, dataset: Rc::new(Dataset::from_checked(&root)) }
    }
}
