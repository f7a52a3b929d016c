//! Words, numbers, dates and plurals of one language, from its message file. Every surface
//! says things through here, so all say the same.

pub mod language;
pub mod periods;
#[cfg(not(target_arch = "wasm32"))]
pub mod source_file;

use crate::dataset::Dataset;
use crate::dataset::period::{Basis, Precision};
use crate::dataset::tables::{EventKind, Metric, Place, Qualifier, Source, SourceKind, Status};
use crate::decimal;
use crate::text::{add, joined, without_end};

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// The messages of one language.
#[derive(Clone, Debug)]
pub struct Messages {
    templates: Vec<String>,
}

impl Messages {
    /// English.
    #[must_use]
    pub fn english() -> Self {
        Self::read(ENGLISH)
    }

    /// Messages in the compact form: one a line, in the order of [`Key`].
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut messages = Self { templates: Vec::new() };
        messages.take(text);
        messages
    }

    /// Takes over what another text in the compact form says; what it leaves empty stays.
    #[inline(never)]
    pub fn take(&mut self, text: &str) {
        for (index, line) in text.split('\n').take(COUNT).enumerate() {
            if index == self.templates.len() {
                self.templates.push(line.to_owned());
            } else if !line.is_empty() {
                line.clone_into(&mut self.templates[index]);
            }
        }
    }

    /// A message without places to fill in.
    #[must_use]
    #[inline(never)]
    pub fn text(&self, key: Key) -> &str {
        self.templates.get(key as usize).map_or("", String::as_str)
    }

    /// Which of two plural forms goes with a count: the rule of the languages that are there. A
    /// language without a form for one has the other in its place.
    #[must_use]
    pub fn form(count: f64, one: Key, other: Key) -> Key {
        if decimal::is_one(count) { one } else { other }
    }

    /// A message with its places filled in, in the order in which the English message names
    /// them: the build turned the names into the characters U+0000, U+0001, …
    #[must_use]
    #[inline(never)]
    pub fn fill(&self, key: Key, values: &[&str]) -> String {
        let mut filled = String::new();
        for character in self.text(key).chars() {
            match values.get(character as usize) {
                Some(value) => filled.push_str(value),
                None => filled.push(character),
            }
        }
        filled
    }

    /// A message with its only place filled in.
    #[must_use]
    #[inline(never)]
    pub fn with(&self, key: Key, value: &str) -> String {
        self.fill(key, &[value])
    }

    /// The item of a message that is a list, counted from 0.
    fn item(&self, key: Key, index: usize) -> &str {
        let mut rest = self.text(key);
        for _ in 0..index {
            rest = rest.split_once('|').map_or("", |(_, after)| after);
        }
        rest.split_once('|').map_or(rest, |(item, _)| item)
    }

    /// Several texts as one: "a, b and c".
    #[must_use]
    pub fn list(&self, items: &[&str]) -> String {
        let mut list = String::new();
        for (index, item) in items.iter().enumerate() {
            let separator = if index + 1 == items.len() { Key::ListLast } else { Key::ListSeparator };
            add(&mut list, self.text(separator), item);
        }
        list
    }

    /// Adds a sentence to others; the full stop between them is said once.
    #[inline(never)]
    pub fn add_sentence(&self, text: &mut String, sentence: &str) {
        let stop = self.text(Key::FullStop);
        let kept = without_end(text, stop).len();
        text.truncate(kept);
        if !text.is_empty() {
            text.push_str(stop);
            text.push_str(self.text(Key::SentenceSeparator));
        }
        text.push_str(sentence);
    }

    /// A word that a dataset holds and that the English list names, in this language; any other
    /// word as it is.
    #[must_use]
    pub fn known_word<'a>(&'a self, list: Key, word: &'a str) -> &'a str {
        let english = ENGLISH.split('\n').nth(list as usize).unwrap_or_default();
        let index = english.split('|').position(|known| known == word);
        index.map_or(word, |index| self.item(list, index))
    }

    /// A number with its groups and at most two decimal places: `70,000`.
    #[must_use]
    pub fn number(&self, number: f64) -> String {
        let (negative, whole, fraction) = decimal::split(number, 2);
        let digits = decimal::whole(whole);
        let mut text = String::new();
        if negative {
            text.push('−');
        }
        for (index, digit) in digits.char_indices() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                text.push_str(self.text(Key::GroupSeparator));
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push_str(self.text(Key::DecimalSeparator));
            text.push_str(&fraction);
        }
        text
    }

    /// A small whole number as a word (`three`), a larger one in digits.
    #[must_use]
    pub fn number_word(&self, number: f64) -> String {
        let word = if number.fract() == 0.0 && (0.0..=12.0).contains(&number) {
            self.item(Key::NumberWords, number as usize)
        } else {
            ""
        };
        if word.is_empty() { self.number(number) } else { word.to_owned() }
    }

    /// A figure with its hedge: `over 700`.
    #[must_use]
    pub fn hedged(&self, value: f64, qualifier: Qualifier) -> String {
        self.hedge(&self.number(value), qualifier)
    }

    /// A figure that is written already, with its hedge: `over 8%`.
    #[must_use]
    pub fn hedge(&self, figure: &str, qualifier: Qualifier) -> String {
        let key = match qualifier {
            Qualifier::Exact => Key::HedgeExact,
            Qualifier::AtLeast => Key::HedgeAtLeast,
            Qualifier::MoreThan => Key::HedgeMoreThan,
            Qualifier::AtMost => Key::HedgeAtMost,
            Qualifier::LessThan => Key::HedgeLessThan,
            Qualifier::Nearly => Key::HedgeNearly,
            Qualifier::About => Key::HedgeAbout,
        };
        self.with(key, figure)
    }

    /// A figure with its hedge and its unit: `over 700 outlets`, `+8%`.
    #[must_use]
    pub fn figure(&self, value: f64, qualifier: Qualifier, metric: &Metric) -> String {
        let number = self.number(value);
        match metric.unit.as_str() {
            "percent" => {
                let signed = if value > 0.0 { joined(&["+", &number]) } else { number };
                self.hedge(&self.with(Key::FigurePercent, &signed), qualifier)
            }
            "rank" => self.hedge(&self.with(Key::FigureRank, &number), qualifier),
            _ => self.fill(Key::FigureUnit, &[&self.hedge(&number, qualifier), metric.unit_for(value)]),
        }
    }

    /// Where something is, as part of a sentence: `in Finland`.
    #[must_use]
    pub fn inside(&self, place: &Place) -> String {
        place.inside.clone().unwrap_or_else(|| self.with(Key::InPlace, &place.name))
    }

    /// The same, where the world is said as such: `worldwide`.
    #[must_use]
    pub fn whereabouts(&self, place: Option<&Place>) -> String {
        match place {
            Some(place) if place.id != "world" => self.inside(place),
            _ => self.text(Key::Worldwide).to_owned(),
        }
    }

    /// A place after what is counted there: ` in Finland`; nothing for the world.
    #[must_use]
    pub fn caption_place(&self, place: Option<&Place>) -> String {
        match place {
            Some(place) if place.id != "world" => {
                self.fill(Key::FigureCaptionPlace, &[&self.inside(place), &place.name])
            }
            _ => String::new(),
        }
    }

    /// What a qualifier means.
    #[must_use]
    pub fn qualifier(&self, qualifier: Qualifier) -> &str {
        self.text(match qualifier {
            Qualifier::Exact => Key::QualifierExact,
            Qualifier::AtLeast => Key::QualifierAtLeast,
            Qualifier::MoreThan => Key::QualifierMoreThan,
            Qualifier::AtMost => Key::QualifierAtMost,
            Qualifier::LessThan => Key::QualifierLessThan,
            Qualifier::Nearly => Key::QualifierNearly,
            Qualifier::About => Key::QualifierAbout,
        })
    }

    /// What a period rests on.
    #[must_use]
    pub fn basis(&self, basis: Basis) -> &str {
        self.text(match basis {
            Basis::Stated => Key::BasisStated,
            Basis::Context => Key::BasisContext,
            Basis::Publication => Key::BasisPublication,
            Basis::Inferred => Key::BasisInferred,
        })
    }

    /// Whether a thing happened.
    #[must_use]
    pub fn status(&self, status: Status) -> &str {
        self.text(match status {
            Status::Reported => Key::StatusReported,
            Status::Planned => Key::StatusPlanned,
            Status::Explored => Key::StatusExplored,
            Status::Claimed => Key::StatusClaimed,
        })
    }

    /// What several events of a kind are called.
    #[must_use]
    pub fn event_kind(&self, kind: EventKind) -> &str {
        self.item(Key::Lanes, kind as usize)
    }

    /// What one event of a kind is called.
    #[must_use]
    pub fn event_sort(&self, kind: EventKind) -> &str {
        self.item(Key::TableEvents, kind as usize)
    }

    /// How finely a period is known.
    #[must_use]
    pub fn precision(&self, precision: Precision) -> &str {
        self.item(Key::TablePrecisions, precision as usize)
    }

    /// A source's publisher and sort: `smart newsroom`.
    #[must_use]
    pub fn source_name(&self, source: &Source) -> String {
        let publisher = source.publisher.as_deref().unwrap_or(&source.title);
        match source.kind {
            SourceKind::Newsroom => self.with(Key::SourceNewsroom, publisher),
            SourceKind::Advertorial => self.text(Key::SourceAdvertorial).to_owned(),
            _ => self.with(Key::SourceOther, publisher),
        }
    }

    /// A source's name and date: `smart newsroom, 3 Jul 2026`.
    #[must_use]
    pub fn source(&self, source: &Source) -> String {
        let date = self.published(source);
        self.fill(Key::SourceNamed, &[&self.source_name(source), &date])
    }

    fn published(&self, source: &Source) -> String {
        let period = self.period_short(&source.published);
        if source.published.basis == Basis::Inferred { self.with(Key::Undated, &period) } else { period }
    }

    /// What kinds of sources tell something, as part of a sentence: "its newsroom and an
    /// advertorial".
    #[must_use]
    pub fn told_by(&self, dataset: &Dataset, sources: &[usize]) -> String {
        let mut counts = [0; SourceKind::ALL.len()];
        for position in sources {
            counts[dataset.sources[*position].kind as usize] += 1;
        }
        let mut told: Vec<&str> = Vec::new();
        for (kind, count) in counts.iter().enumerate() {
            if *count > 0 {
                told.push(self.item(if *count == 1 { Key::ToldBySingle } else { Key::ToldBySeveral }, kind));
            }
        }
        self.list(&told)
    }

    /// The footer: the sources that were used, by their positions in the table, each publisher
    /// once, and the edition.
    #[must_use]
    pub fn footer(&self, dataset: &Dataset, sources: &[usize]) -> String {
        let separator = self.text(Key::ClauseSeparator);
        let (mut names, mut dates): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        for source in sources {
            let source = &dataset.sources[*source];
            let name = self.source_name(source);
            let date = self.published(source);
            if let Some(index) = names.iter().position(|known| *known == name) {
                add(&mut dates[index], separator, &date);
            } else {
                names.push(name);
                dates.push(date);
            }
        }
        let mut list = String::new();
        for (name, dates) in names.iter().zip(&dates) {
            add(&mut list, separator, &self.fill(Key::SourceDated, &[name, dates]));
        }
        let key = if sources.len() == 1 { Key::SourceFooter } else { Key::SourcesFooter };
        let mut footer = if list.is_empty() { String::new() } else { self.with(key, &list) };
        add(
            &mut footer,
            self.text(Key::SentenceSeparator),
            &self.with(Key::Edition, &self.date_short(dataset.about.edition)),
        );
        footer
    }
}

#[cfg(test)]
mod tests {
    use super::{Key, Messages};
    use crate::dataset::tables::Qualifier;

    #[test]
    fn numbers_are_grouped_and_hedged() {
        let messages = Messages::english();
        assert_eq!(messages.number(70_000.0), "70,000");
        assert_eq!(messages.number(-1_234.5), "−1,234.5");
        assert_eq!(messages.number(688.0), "688");
        assert_eq!(messages.hedged(70_000.0, Qualifier::Nearly), "nearly 70,000");
        assert_eq!(messages.number_word(3.0), "three");
        assert_eq!(messages.number_word(41.0), "41");
    }

    #[test]
    fn places_are_filled_in() {
        let messages = Messages::english();
        assert_eq!(messages.fill(Key::Span, &["a", "b"]), "a to b");
        assert_eq!(messages.list(&["a", "b", "c"]), "a, b and c");
    }
}
