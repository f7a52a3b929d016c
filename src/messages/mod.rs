//! Words, numbers, dates and plurals of one language, from its message file. Every surface
//! says things through here, so all say the same.

mod periods;

use crate::dataset::Dataset;
use crate::dataset::period::Basis;
use crate::dataset::tables::{Metric, Qualifier, Source, SourceKind, Status};
use crate::decimal;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// The messages of one language.
#[derive(Clone, Copy, Debug)]
pub struct Messages {
    templates: &'static [&'static str],
}

impl Messages {
    /// English.
    #[must_use]
    pub const fn english() -> Self {
        Self { templates: &ENGLISH }
    }

    /// A message without places to fill in.
    #[must_use]
    pub fn text(&self, key: Key) -> &'static str {
        self.templates.get(key as usize).copied().unwrap_or_default()
    }

    /// A message with its named places filled in.
    #[must_use]
    pub fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        let mut filled = String::new();
        let mut rest = self.text(key);
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            filled.push_str(values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value));
            rest = after;
        }
        filled.push_str(rest);
        filled
    }

    /// The item of a message that is a list, counted from 0.
    fn item(&self, key: Key, index: usize) -> &'static str {
        self.text(key).split('|').nth(index).unwrap_or_default()
    }

    /// Several texts as one: "a, b and c".
    #[must_use]
    pub fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => {
                let mut text = first.join(self.text(Key::ListSeparator));
                text.push_str(self.text(Key::ListLast));
                text.push_str(last);
                text
            }
        }
    }

    /// A number with its groups and at most two decimal places: `70,000`.
    #[must_use]
    pub fn number(&self, number: f64) -> String {
        let (negative, whole, fraction) = decimal::split(number, 2);
        let digits = whole.to_string();
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
        self.worded(number, Key::NumberWords)
    }

    /// Like [`Self::number_word`], at the beginning of a sentence: `Three`.
    #[must_use]
    pub fn number_word_first(&self, number: f64) -> String {
        self.worded(number, Key::NumberWordsFirst)
    }

    fn worded(&self, number: f64, words: Key) -> String {
        let word = if number.fract() == 0.0 && (0.0..=12.0).contains(&number) {
            self.item(words, number as usize)
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

    fn hedge(&self, figure: &str, qualifier: Qualifier) -> String {
        let key = match qualifier {
            Qualifier::Exact => Key::HedgeExact,
            Qualifier::AtLeast => Key::HedgeAtLeast,
            Qualifier::MoreThan => Key::HedgeMoreThan,
            Qualifier::AtMost => Key::HedgeAtMost,
            Qualifier::LessThan => Key::HedgeLessThan,
            Qualifier::Nearly => Key::HedgeNearly,
            Qualifier::About => Key::HedgeAbout,
        };
        self.fill(key, &[("figure", figure)])
    }

    /// A figure with its hedge and its unit: `over 700 outlets`, `+8%`.
    #[must_use]
    pub fn figure(&self, value: f64, qualifier: Qualifier, metric: &Metric) -> String {
        let number = self.number(value);
        match metric.unit.as_str() {
            "percent" => {
                let signed = if value > 0.0 { ["+", &number].concat() } else { number };
                self.hedge(&self.fill(Key::FigurePercent, &[("figure", &signed)]), qualifier)
            }
            "rank" => self.hedge(&self.fill(Key::FigureRank, &[("figure", &number)]), qualifier),
            unit => self.fill(Key::FigureUnit, &[("figure", &self.hedge(&number, qualifier)), ("unit", unit)]),
        }
    }

    /// What a qualifier means.
    #[must_use]
    pub fn qualifier(&self, qualifier: Qualifier) -> &'static str {
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
    pub fn basis(&self, basis: Basis) -> &'static str {
        self.text(match basis {
            Basis::Stated => Key::BasisStated,
            Basis::Context => Key::BasisContext,
            Basis::Publication => Key::BasisPublication,
            Basis::Inferred => Key::BasisInferred,
        })
    }

    /// Whether a thing happened.
    #[must_use]
    pub fn status(&self, status: Status) -> &'static str {
        self.text(match status {
            Status::Reported => Key::StatusReported,
            Status::Planned => Key::StatusPlanned,
            Status::Explored => Key::StatusExplored,
            Status::Claimed => Key::StatusClaimed,
        })
    }

    /// A source's publisher and sort: `smart newsroom`.
    #[must_use]
    pub fn source_name(&self, source: &Source) -> String {
        let publisher = source.publisher.as_deref().unwrap_or(&source.title);
        match source.kind {
            SourceKind::Newsroom => self.fill(Key::SourceNewsroom, &[("publisher", publisher)]),
            SourceKind::Advertorial => self.text(Key::SourceAdvertorial).to_owned(),
            _ => self.fill(Key::SourceOther, &[("publisher", publisher)]),
        }
    }

    /// A source's name and date: `smart newsroom, 3 Jul 2026`.
    #[must_use]
    pub fn source(&self, source: &Source) -> String {
        let date = self.published(source);
        self.fill(Key::SourceNamed, &[("name", &self.source_name(source)), ("date", &date)])
    }

    fn published(&self, source: &Source) -> String {
        let period = self.period_short(&source.published);
        if source.published.basis == Basis::Inferred { self.fill(Key::Undated, &[("period", &period)]) } else { period }
    }

    /// The footer: the sources that were used, each publisher once, and the edition.
    #[must_use]
    pub fn footer(&self, dataset: &Dataset, sources: &[String]) -> String {
        let mut names: Vec<(String, Vec<String>)> = Vec::new();
        for source in dataset.sources.iter().filter(|source| sources.contains(&source.id)) {
            let name = self.source_name(source);
            let date = self.published(source);
            match names.iter_mut().find(|(known, _)| *known == name) {
                Some((_, dates)) => dates.push(date),
                None => names.push((name, vec![date])),
            }
        }
        let separator = self.text(Key::ClauseSeparator);
        let list: Vec<String> = names
            .iter()
            .map(|(name, dates)| self.fill(Key::SourceNamed, &[("name", name), ("date", &dates.join(separator))]))
            .collect();
        let key = if sources.len() == 1 { Key::SourceFooter } else { Key::SourcesFooter };
        let mut footer = self.fill(key, &[("list", &list.join(separator))]);
        footer.push(' ');
        footer.push_str(&self.fill(Key::Edition, &[("date", &self.date_short(dataset.about.edition))]));
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
        assert_eq!(messages.fill(Key::Span, &[("from", "a"), ("to", "b")]), "a to b");
        assert_eq!(messages.list(&["a".into(), "b".into(), "c".into()]), "a, b and c");
    }
}
