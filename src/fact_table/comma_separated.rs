//! The table as comma-separated values (RFC 4180), for spreadsheets and programs.
//!
//! Words are those of the picture's language; days, numbers and Refs are written for programs
//! too. There is no byte order mark: who writes a file puts one before it, so that spreadsheets
//! take it as UTF-8.

use super::Row;
use crate::dataset::Dataset;
use crate::dataset::period::Day;
use crate::decimal;
use crate::messages::{Key, Messages};
use crate::telling::Fact;

/// What a cell holds.
enum Cell {
    Text(String),
    Number(f64),
    Nothing,
}

/// What is between several texts in one cell.
const SEPARATOR: &str = " / ";

/// What a row has in a column.
type Content = fn(Row, &Dataset, &Messages) -> Cell;

/// The columns: the name of each, and what a row has in it.
const COLUMNS: [(Key, Content); 28] = [
    (Key::TableReference, |row, _, _| Cell::Text(row.reference())),
    (Key::DossierSort, |row, _, messages| text(Some(row.kind(messages)))),
    (Key::TableFact, |row, dataset, messages| Cell::Text(row.said(dataset, messages))),
    (Key::DossierPlace, |row, dataset, _| text(row.place(dataset).map(|row| &*row.name))),
    (Key::DossierModel, |row, dataset, _| text(row.model(dataset).map(|row| &*row.name))),
    (Key::DossierPartner, |row, dataset, _| text(row.partner(dataset).map(|row| &*row.name))),
    (Key::DossierSubject, |row, _, _| match row {
        Row::Fact(Fact::Statement(row)) => text(Some(&row.subject)),
        _ => Cell::Nothing,
    }),
    (Key::EvidenceValue, |row, _, _| row.value().map_or(Cell::Nothing, Cell::Number)),
    (Key::TableUnit, |row, dataset, _| text(row.metric(dataset).map(|metric| &*metric.unit))),
    (Key::TableQualifier, |row, _, messages| text(row.qualifier().map(|word| messages.qualifier(word)))),
    (Key::EvidenceStatus, |row, _, messages| text(row.status().map(|status| messages.status(status)))),
    (Key::EvidencePeriod, |row, _, messages| words(row.when(messages))),
    (Key::TableFrom, |row, _, _| day(row.period().and_then(|period| period.from))),
    (Key::TableTo, |row, _, _| day(row.period().and_then(|period| period.to))),
    (Key::TablePrecision, |row, _, messages| text(row.period().map(|period| messages.precision(period.precision)))),
    (Key::TableBasis, |row, _, messages| text(row.period().map(|period| messages.basis(period.basis)))),
    (Key::EvidenceTerm, |row, _, _| text(row.term())),
    (Key::EvidenceMethod, |row, _, _| match row {
        Row::Fact(Fact::Observation(row)) => text(row.method.as_deref()),
        _ => Cell::Nothing,
    }),
    (Key::EvidenceSource, |row, dataset, messages| words(row.source(dataset).map(|row| messages.source_name(row)))),
    (Key::DossierSourceTitle, |row, dataset, _| text(row.source(dataset).map(|row| &*row.title))),
    (Key::DossierPublished, |row, dataset, messages| {
        words(row.source(dataset).map(|row| messages.period(&row.published)))
    }),
    (Key::DossierPassage, |row, _, _| text(row.passage())),
    (Key::DossierUrl, |row, dataset, _| text(row.source(dataset).and_then(|row| row.url.as_deref()))),
    (Key::EvidenceConflict, |row, dataset, _| {
        let conflicts: Vec<&str> = row.conflicts(dataset).into_iter().map(|row| row.what.as_str()).collect();
        text(Some(&conflicts.join(SEPARATOR)))
    }),
    (Key::DossierBetween, |row, _, _| match row {
        Row::Conflict(conflict) => Cell::Text(conflict.between.join(SEPARATOR)),
        _ => Cell::Nothing,
    }),
    (Key::EvidenceNote, |row, _, messages| Cell::Text(row.note(messages))),
    (Key::EvidencePartOf, |row, _, _| match row {
        Row::Fact(Fact::Event(row)) => observation(row.part_of.as_deref()),
        Row::Derived(_, count) => observation(Some(&count.id)),
        _ => Cell::Nothing,
    }),
    (Key::DossierRestates, |row, _, _| match row {
        Row::Fact(Fact::Observation(row)) => observation(row.restates.as_deref()),
        _ => Cell::Nothing,
    }),
];

fn text(text: Option<&str>) -> Cell {
    text.map_or(Cell::Nothing, |text| Cell::Text(text.to_owned()))
}

/// Words of ours. Their no-break spaces are for drawing: nobody finds or splits a text by them.
fn words(words: Option<String>) -> Cell {
    words.map_or(Cell::Nothing, |words| Cell::Text(words.replace('\u{a0}', " ")))
}

fn day(day: Option<Day>) -> Cell {
    day.map_or(Cell::Nothing, |day| Cell::Text(day.iso()))
}

fn observation(id: Option<&str>) -> Cell {
    id.map_or(Cell::Nothing, |id| Cell::Text(["observation:", id].concat()))
}

/// The rows under a row of names.
#[must_use]
pub fn write(rows: &[Row], dataset: &Dataset, messages: &Messages) -> String {
    let mut written = String::new();
    write_record(&mut written, COLUMNS.iter().map(|(name, _)| text(Some(messages.text(*name)))));
    for row in rows {
        write_record(&mut written, COLUMNS.iter().map(|(_, cell)| cell(*row, dataset, messages)));
    }
    written
}

fn write_record(written: &mut String, cells: impl Iterator<Item = Cell>) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            written.push(',');
        }
        match cell {
            Cell::Text(text) => write_text(written, &harmless(&text)),
            Cell::Number(number) => written.push_str(&decimal::plain(number)),
            Cell::Nothing => {}
        }
    }
    written.push_str("\r\n");
}

fn write_text(written: &mut String, text: &str) {
    if text.contains([',', ';', '"', '\r', '\n', '\t']) || text.starts_with(' ') || text.ends_with(' ') {
        written.push('"');
        written.push_str(&text.replace('"', "\"\""));
        written.push('"');
    } else {
        written.push_str(text);
    }
}

/// A text that no spreadsheet takes for a formula: an apostrophe stands before each character that
/// would begin one at the beginning of the cell, or of what a spreadsheet that separates by
/// semicolons, tabs or lines would take for a cell.
///
/// What goes before a formula, as spaces and other apostrophes, may be passed over by a
/// spreadsheet, so it is passed over here. The text is had back by taking those apostrophes out.
#[must_use]
pub fn harmless(text: &str) -> String {
    let mut harmless = String::with_capacity(text.len());
    let mut begins = true;
    for character in text.chars() {
        let separates = matches!(character, ';' | '\t' | '\r' | '\n');
        if begins && is_harmful(character) {
            harmless.push('\'');
        }
        harmless.push(character);
        begins = separates || begins && (character.is_whitespace() || matches!(character, '\'' | '"' | '\u{feff}'));
    }
    harmless
}

/// Whether a cell that begins so may be taken for a formula. The wide forms are taken for the
/// narrow ones in some languages.
fn is_harmful(character: char) -> bool {
    matches!(character, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
}

#[cfg(test)]
mod tests {
    use super::{harmless, is_harmful, write_text};

    /// The text that was made harmless.
    fn read_back(text: &str) -> String {
        let mut read = String::new();
        let mut begins = true;
        let characters: Vec<char> = text.chars().collect();
        for (index, character) in characters.iter().copied().enumerate() {
            let is_added =
                begins && character == '\'' && characters.get(index + 1).is_some_and(|next| is_harmful(*next));
            if !is_added {
                read.push(character);
                begins = matches!(character, ';' | '\t' | '\r' | '\n')
                    || begins && (character.is_whitespace() || matches!(character, '\'' | '"' | '\u{feff}'));
            }
        }
        read
    }

    #[test]
    fn what_begins_a_formula_is_kept_from_it() {
        for harmful in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "'=1", "＝1", "\"=1", "\u{feff}=1"] {
            let written = harmless(harmful);
            let first = written.chars().find(|character| !character.is_whitespace() && *character != '"');
            assert!(matches!(first, Some('\'' | '\u{feff}')), "{harmful:?} is written {written:?}");
            assert!(!written.starts_with(is_harmful), "{harmful:?} is written {written:?}");
        }
        // Where a semicolon or a tab separates cells, a formula could begin after one.
        assert_eq!(harmless("more;=1+1"), "more;'=1+1");
        assert_eq!(harmless("more;\t @cmd"), "more;'\t '@cmd");
        assert_eq!(harmless("one\r\n=2"), "one\r'\n'=2");
    }

    #[test]
    fn other_texts_stay_as_they_are() {
        for text in ["", "Zürich, São Paulo", "智能", "8% = more", "a-b", "it's", "'quoted'", "mail@example.com"] {
            assert_eq!(harmless(text), text);
        }
    }

    #[test]
    fn every_text_is_had_back() {
        let letters: Vec<char> = "='+-@\t\r\n;,\" a＝é".chars().collect();
        let mut random = fastrand::Rng::with_seed(5);
        let mut changed = 0;
        for _ in 0..20_000 {
            let text: String = (0..random.usize(0..7)).map(|_| letters[random.usize(0..letters.len())]).collect();
            let written = harmless(&text);
            changed += usize::from(written != text);
            assert_eq!(read_back(&written), text, "written {written:?}");
        }
        assert!(changed > 1_000);
    }

    #[test]
    fn quotes_are_doubled_in_quotes() {
        let mut written = String::new();
        write_text(&mut written, "a \"b\", c");
        assert_eq!(written, "\"a \"\"b\"\", c\"");
    }
}
