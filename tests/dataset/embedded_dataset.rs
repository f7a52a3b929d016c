//! The embedded dataset: every fact has its evidence, and embedding loses nothing.

use crate::tables::{self, Tables};
use smart_footprint::dataset::node::{Node, Value};
use smart_footprint::dataset::period::{Basis, Precision};
use smart_footprint::dataset::schema::{Kind, TABLES};
use smart_footprint::dataset::tables::{Qualifier, Statement};
use smart_footprint::dataset::{Dataset, embed, source_files};
use smart_footprint::embedded;

pub fn rows<'a>(root: &'a Node, table: &str) -> &'a [Node] {
    root.get(table).unwrap().items()
}

pub fn text<'a>(row: &'a Node, field: &str) -> &'a str {
    row.get(field).and_then(Node::as_text).unwrap_or_default()
}

#[test]
fn every_fact_has_a_source_and_a_period_with_precision_and_basis() {
    let root = embedded::node();
    let sources: Vec<&str> = rows(&root, "sources").iter().map(|row| text(row, "id")).collect();
    for table in ["observations", "events", "statements"] {
        assert!(!rows(&root, table).is_empty(), "{table}");
        for row in rows(&root, table) {
            let id = text(row, "id");
            assert!(sources.contains(&text(row, "source")), "{table} {id}");
            let period = row.get("period").unwrap();
            assert!(Precision::from_word(text(period, "precision")).is_some(), "{table} {id}");
            assert!(Basis::from_word(text(period, "basis")).is_some(), "{table} {id}");
            assert!(period.get("from").is_some() && period.get("to").is_some(), "{table} {id}: null, not absent");
        }
    }
}

#[test]
fn every_figure_has_a_qualifier_and_the_noun_of_its_source() {
    for row in rows(&embedded::node(), "observations") {
        assert!(Qualifier::from_word(text(row, "qualifier")).is_some(), "{}", text(row, "id"));
        assert!(!text(row, "term").trim().is_empty(), "{}", text(row, "id"));
    }
}

#[test]
fn a_figure_that_restates_another_is_of_its_metric_and_place() {
    let dataset = embedded::dataset();
    for row in &dataset.observations {
        let Some(fuller) = row.restates.as_deref().map(|id| dataset.observation(id).unwrap()) else { continue };
        assert_eq!((&row.metric, &row.place), (&fuller.metric, &fuller.place), "{}", row.id);
        assert_eq!(fuller.restates, None, "{}: the fuller figure is no repeat itself", row.id);
    }
}

#[test]
fn the_embedded_form_holds_what_the_tables_hold() {
    let read = source_files::read(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data")).unwrap();
    let decoded = tables::embedded_form(&read);
    assert_eq!(decoded, embedded::node());
    assert_eq!(Dataset::from_checked(&decoded), Dataset::from_checked(&read));
    // Field by field, nulls and the order of fields aside.
    for table in &TABLES {
        let (read, decoded) = (rows(&read, table.name), rows(&decoded, table.name));
        assert_eq!(read.len(), decoded.len(), "{}", table.name);
        for (row, embedded) in read.iter().zip(decoded) {
            for field in table.fields {
                let (one, other) = (row.get(field.name).map(plain), embedded.get(field.name).map(plain));
                assert_eq!(one.unwrap_or_default(), other.unwrap_or_default(), "{}.{}", table.name, field.name);
            }
        }
    }
}

/// The value as text, so that lines and the order of a period's fields do not count.
fn plain(node: &Node) -> String {
    match &node.value {
        Value::Null => String::new(),
        Value::List(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
        Value::Map(_) => ["name", "from", "to", "precision", "basis"]
            .map(|name| node.get(name).map(plain).unwrap_or_default())
            .join(" "),
        Value::Text(text) => text.clone(),
        _ => node.describe(),
    }
}

#[test]
fn figures_keep_their_digits_when_they_are_embedded() {
    for value in ["0", "-0.5", "0.000001", "1810", "5000000000", "999999999999999"] {
        let tables = Tables::copy();
        tables.edit("observations", "outlets-2025-h1", "value = 580", &format!("value = {value}"));
        let dataset = Dataset::from_checked(&tables::embedded_form(&tables.read().unwrap()));
        let value: f64 = value.parse().unwrap();
        assert_eq!(dataset.observation("outlets-2025-h1").unwrap().value.to_bits(), value.to_bits());
    }
}

#[test]
fn an_embedded_form_that_breaks_off_is_read_without_harm() {
    let whole = String::from_utf8(embed::encode(&embedded::node()).unwrap()).unwrap();
    for share in [0, 1, 30, 400] {
        let end = (0..=whole.len() * share / 1000).rev().find(|end| whole.is_char_boundary(*end)).unwrap();
        let root = embed::decode(&whole[..end]);
        assert!(TABLES.iter().all(|table| root.get(table.name).is_some()));
    }
}

#[test]
fn there_is_no_contact_data() {
    let root = embedded::node();
    for table in &TABLES {
        for row in rows(&root, table.name) {
            for field in table.fields {
                let Some(text) = row.get(field.name).and_then(Node::as_text) else { continue };
                assert!(!text.contains('@'), "{}: {text}", table.name);
                let for_people = matches!(field.kind, Kind::Text);
                assert!(!for_people || longest_number(text) < 7, "{}: like a telephone number: {text}", table.name);
            }
        }
    }
}

// Whoever is named holds an office that a text tells; a press contact does not.
#[test]
fn every_person_has_a_role() {
    let dataset = embedded::dataset();
    let people: Vec<_> = dataset.partners.iter().filter(|partner| partner.kind == "person").collect();
    assert!(!people.is_empty());
    for person in people {
        let subject = format!("partner:{}", person.id);
        let role = |row: &&Statement| row.subject == subject && row.property == "role" && row.term.is_some();
        assert!(dataset.statements.iter().any(|row| role(&row)), "{}", person.name);
    }
}

/// How many digits the longest number has, as telephone numbers are written.
fn longest_number(text: &str) -> usize {
    let pieces = text.split(|letter: char| !letter.is_ascii_digit() && !" +-–()/.".contains(letter));
    pieces.map(|piece| piece.chars().filter(char::is_ascii_digit).count()).max().unwrap_or(0)
}

#[test]
fn telephone_numbers_are_told_from_figures() {
    for number in ["+49 (0)711 17-0", "555 123 4567", "+86.574.1234.5678"] {
        assert!(longest_number(number) >= 7, "{number}");
    }
    assert!(longest_number("38 in mid-2025 less the 7 entered, 1,810 km") < 7);
}
