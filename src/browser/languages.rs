//! The languages that the page's charts are in: each is read once, shared, and kept while a chart speaks it.

use std::cell::RefCell;
use std::rc::Rc;

use crate::messages::language::{ENGLISH, Language};

thread_local! {
    static KNOWN: RefCell<Vec<(String, Rc<Language>)>> = const { RefCell::new(Vec::new()) };
}

/// The language that goes by a name; read as [`Language::read`] says when it is asked for the first
/// time.
pub fn get(name: &str, tag: &str, texts: &[String]) -> Rc<Language> {
    let known =
        KNOWN.with_borrow(|known| known.iter().find(|(of, _)| of == name).map(|(_, language)| Rc::clone(language)));
    known.unwrap_or_else(|| {
        let language = Rc::new(Language::read(tag, texts));
        KNOWN.with_borrow_mut(|known| {
            // A page may go through any number of tags; what no chart speaks any longer can be read again.
            known.retain(|(of, language)| of == ENGLISH || Rc::strong_count(language) > 1);
            known.push((name.to_owned(), Rc::clone(&language)));
        });
        language
    })
}

/// English, with the embedded dataset as it is.
pub fn english() -> Rc<Language> {
    get(ENGLISH, ENGLISH, &[])
}
