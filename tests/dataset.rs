//! The dataset and its check: every fact has its evidence, and every mistake in a table is
//! told with file, line, what was found and what was expected.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod tables;

use smart_footprint::dataset::check;
use smart_footprint::dataset::node::{Node, Value};
use smart_footprint::dataset::period::{Basis, Precision};
use smart_footprint::dataset::problem::{Problem, Severity};
use smart_footprint::dataset::schema::{Kind, TABLES, Table};
use smart_footprint::dataset::tables::{Qualifier, Statement};
use smart_footprint::dataset::{Dataset, embed, source_files};
use smart_footprint::embedded;
use tables::Tables;

// --- The embedded dataset ---------------------------------------------------------------

fn rows<'a>(root: &'a Node, table: &str) -> &'a [Node] {
    root.get(table).unwrap().items()
}

fn text<'a>(row: &'a Node, field: &str) -> &'a str {
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

// --- Broken tables ----------------------------------------------------------------------

/// One mistake in a copy of the tables.
struct Mistake {
    table: &'static str,
    /// The id of the row; empty: the whole file.
    row: &'static str,
    old: &'static str,
    new: &'static str,
    /// What stands on the line that the message names.
    line: &'static str,
    /// The field that the message names.
    field: &'static str,
    message: &'static str,
    code: &'static str,
}

const MISTAKES: &[Mistake] = &[
    Mistake {
        table: "observations",
        row: "outlets-2025-h1",
        old: "source = \"2025-h1-review\"",
        new: "source = \"2025-review\"",
        line: "source =",
        field: ".source",
        message: "found \"2025-review\", expected the id of a row of sources",
        code: "dangling-reference",
    },
    Mistake {
        table: "conflicts",
        row: "hong-kong-debut",
        old: "event:entry-hk-2025",
        new: "event:entry-hk-2024",
        line: "between =",
        field: ".between[0]",
        message: "found \"entry-hk-2024\", expected the id of a row of events",
        code: "dangling-reference",
    },
    Mistake {
        table: "statements",
        row: "role-mandy-zhang-2024",
        old: "partner:mandy-zhang",
        new: "officer:mandy-zhang",
        line: "subject =",
        field: ".subject",
        message: "found \"officer:mandy-zhang\", expected a reference such as \"model:5\" or \"observation:an-id\"",
        code: "wrong-value",
    },
    Mistake {
        table: "observations",
        row: "outlets-2025-h1",
        old: "from = 2025-01-01",
        new: "from = \"2025-02-30\"",
        line: "period =",
        field: ".period.from",
        message: "found \"2025-02-30\", expected a day of the calendar as \"YYYY-MM-DD\"",
        code: "impossible-date",
    },
    Mistake {
        table: "about",
        row: "",
        old: "edition = ",
        new: "edition = 2026 # ",
        line: "edition =",
        field: ".edition",
        message: "found 2026, expected a day of the calendar as \"YYYY-MM-DD\"",
        code: "wrong-value",
    },
    Mistake {
        table: "observations",
        row: "outlets-2025-h1",
        old: "\"more-than\"",
        new: "\"circa\"",
        line: "qualifier =",
        field: ".qualifier",
        message: "found \"circa\", expected one of exact, at-least, more-than, at-most, less-than, nearly, about",
        code: "unknown-word",
    },
    Mistake {
        table: "models",
        row: "5-brabus",
        old: "\"variant\"",
        new: "\"Variant\"",
        line: "kind =",
        field: ".kind",
        message: "found \"Variant\", expected one of model, concept, edition, variant, show-car, heritage",
        code: "unknown-word",
    },
    Mistake {
        table: "observations",
        row: "outlets-2025-h1",
        old: "to = 2025-06-30",
        new: "to = 2024-06-30",
        line: "period =",
        field: ".period",
        message: "it runs from 2025-01-01 to 2024-06-30, expected an end on or after its start",
        code: "period-reversed",
    },
    Mistake {
        table: "observations",
        row: "outlets-2025-h1",
        old: "to = 2025-06-30",
        new: "to = 2025-06-29",
        line: "period =",
        field: ".period",
        message: "it runs from 2025-01-01 to 2025-06-29, expected whole half-year bounds, or the precision \"span\"",
        code: "precision-mismatch",
    },
    Mistake {
        table: "observations",
        row: "models-before-2026",
        old: "to = 2025-12-31, ",
        new: "",
        line: "period =",
        field: ".period",
        message: "neither from nor to found, expected at least one of them",
        code: "missing",
    },
    Mistake {
        table: "observations",
        row: "outlets-2025-h1",
        old: ", basis = \"context\"",
        new: "",
        line: "period =",
        field: ".period.basis",
        message: "nothing found, expected one of stated, context, publication, inferred",
        code: "missing",
    },
    Mistake {
        table: "observations",
        row: "outlets-2025-h1",
        old: "source = \"2025-h1-review\"\n",
        new: "",
        line: "[[observations]]",
        field: ".source",
        message: "nothing found, expected the id of a row of sources",
        code: "missing",
    },
    Mistake {
        table: "observations",
        row: "outlets-2025-h1",
        old: "qualifier = \"more-than\"\n",
        new: "",
        line: "[[observations]]",
        field: ".qualifier",
        message: "nothing found, expected one of exact, at-least, more-than, at-most, less-than, nearly, about",
        code: "missing",
    },
    Mistake {
        table: "statements",
        row: "role-mandy-zhang-2024",
        old: "text = \"Head of marketing.\"",
        new: "text = \" \"",
        line: "text =",
        field: ".text",
        message: "found \" \", expected text",
        code: "wrong-value",
    },
    Mistake {
        table: "observations",
        row: "outlets-2025-h1",
        old: "value = 580",
        new: "value = \"580\"",
        line: "value =",
        field: ".value",
        message: "found \"580\", expected a number between -1e15 and 1e15",
        code: "wrong-value",
    },
    Mistake {
        table: "observations",
        row: "outlets-2025-h1",
        old: "value = 580",
        new: "value = inf",
        line: "value =",
        field: ".value",
        message: "found a number of 16 digits or more, expected a number between -1e15 and 1e15",
        code: "wrong-value",
    },
    Mistake {
        table: "observations",
        row: "outlets-2025-h1",
        old: "term =",
        new: "noun = \"shops\"\nterm =",
        line: "noun =",
        field: ".noun",
        message: "no field of observations is called \"noun\"; it is passed over",
        code: "unknown-name",
    },
    Mistake {
        table: "events",
        row: "show-2-paris-2026",
        old: "precision = \"month\"",
        new: "precision = \"month\", until = 2026-10-11",
        line: "period =",
        field: ".period.until",
        message: "no field of a period is called \"until\"; it is passed over",
        code: "unknown-name",
    },
    Mistake {
        table: "conflicts",
        row: "hong-kong-debut",
        old: ", \"event:test-drive-1-hk-2023\"",
        new: "",
        line: "between =",
        field: ".between",
        message: "found a list, expected a list of at least two references such as \"observation:an-id\"",
        code: "wrong-value",
    },
    Mistake {
        table: "sources",
        row: "2026-h1-results",
        old: "url = \"https://",
        new: "url = \"ftp://",
        line: "url =",
        field: ".url",
        message: "found \"ftp://media.smart.com/en-INT/267791-opening-new-frontiers-sm…\", \
                  expected an address that begins with https:// or http://",
        code: "wrong-value",
    },
    Mistake {
        table: "about",
        row: "",
        old: "schema = 1",
        new: "schema = 2",
        line: "schema =",
        field: ".schema",
        message: "found 2, expected 1, the one form there is",
        code: "wrong-value",
    },
    Mistake {
        table: "about",
        row: "",
        old: "{ name = \"smart\" }",
        new: "{}",
        line: "brand =",
        field: ".brand.name",
        message: "nothing found, expected the brand's name",
        code: "missing",
    },
    Mistake {
        table: "models",
        row: "5-brabus",
        old: "base = \"5\"",
        new: "base = \"5-brabus\"",
        line: "base =",
        field: ".base",
        message: "it leads back to itself, expected a chain that ends",
        code: "loop",
    },
];

impl Mistake {
    fn make(&self) -> Tables {
        let tables = Tables::copy();
        tables.edit(self.table, self.row, self.old, self.new);
        tables
    }

    fn at(&self, tables: &Tables) -> String {
        tables.at(self.table, self.row, self.line, self.field)
    }
}

#[test]
fn tables_without_a_mistake_are_read() {
    assert_eq!(Tables::copy().messages(), Vec::<String>::new());
}

#[test]
fn one_mistake_gives_one_message_with_file_line_found_and_expected() {
    for mistake in MISTAKES {
        let tables = mistake.make();
        assert_eq!(tables.messages(), [mistake.at(&tables) + mistake.message]);
    }
}

#[test]
fn a_page_is_told_the_same_with_paths_instead_of_lines() {
    for mistake in MISTAKES {
        let tables = mistake.make();
        let at = mistake.at(&tables);
        let path = at.trim_end_matches(": ").split_once(": ").unwrap().1.to_owned();
        let severity = if mistake.code == "unknown-name" { Severity::Warning } else { Severity::Error };
        let (code, message) = (mistake.code, mistake.message.to_owned());
        assert_eq!(check::problems(&untyped(&tables)), [Problem { code, path, message, severity, line: 0 }]);
    }
}

/// The tables as an object of a page would hold them: without lines.
fn untyped(tables: &Tables) -> Node {
    let table = |name: &str| {
        let file = without_lines(&toml::de::DeValue::Table(
            toml::de::DeTable::parse(&tables.text(name)).unwrap().get_ref().clone(),
        ));
        let entry = if name == "about" { file } else { file.get(name).unwrap().clone() };
        (name.to_owned(), entry)
    };
    let names = ["about"].into_iter().chain(TABLES.iter().map(|table| table.name));
    Value::Map(names.map(table).collect()).into()
}

fn without_lines(value: &toml::de::DeValue) -> Node {
    use toml::de::DeValue;
    let value = match value {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Integer(number) => Value::Number(number.to_string().parse().unwrap()),
        DeValue::Float(number) => Value::Number(number.to_string().parse().unwrap()),
        DeValue::Boolean(flag) => Value::Bool(*flag),
        DeValue::Datetime(date) => Value::Text(date.to_string()),
        DeValue::Array(items) => Value::List(items.iter().map(|item| without_lines(item.get_ref())).collect()),
        DeValue::Table(table) => Value::Map(
            table.iter().map(|(name, value)| (name.get_ref().to_string(), without_lines(value.get_ref()))).collect(),
        ),
    };
    value.into()
}

#[test]
fn an_id_that_stands_twice_names_the_line_of_the_first() {
    let tables = Tables::copy();
    let first = tables.at("observations", "outlets-2025-h1", "id =", "");
    let first = first.split(':').nth(1).unwrap();
    let at = tables.at("observations", "outlets-2025", "id =", ".id");
    tables.edit("observations", "outlets-2025", "id = \"outlets-2025\"", "id = \"outlets-2025-h1\"");
    let message = format!("found \"outlets-2025-h1\" again, expected an id that line {first} does not have");
    assert_eq!(tables.messages(), [at + &message]);
}

#[test]
fn in_a_page_an_id_that_stands_twice_names_the_path_of_the_first() {
    let mut root = embedded::node();
    let Value::Map(entries) = &mut root.value else { panic!() };
    let partners = &mut entries.iter_mut().find(|(name, _)| name == "partners").unwrap().1;
    let Value::List(partners) = &mut partners.value else { panic!() };
    partners.push(partners[1].clone());
    let (id, path) = (text(&partners[1], "id").to_owned(), format!("partners[{}].id", partners.len() - 1));
    let problems = check::problems(&root);
    assert_eq!(problems.len(), 1);
    assert_eq!((problems[0].code, problems[0].path.as_str()), ("duplicate-id", path.as_str()));
    assert_eq!(problems[0].message, format!("found \"{id}\" again, expected an id that partners[1] does not have"));
}

#[test]
fn a_country_code_that_is_not_assigned_is_named() {
    let tables = Tables::copy();
    let row = "[[places]]\nid = \"XX\"\nname = \"Nowhere\"\nkind = \"country\"\nparents = [\"europe\"]\n";
    tables.append("places", row);
    let at = tables.at("places", "XX", "id =", ".id");
    assert_eq!(tables.messages(), [at + "found \"XX\", expected an assigned ISO 3166-1 alpha-2 code"]);
}

// TOML itself refuses such a day; the message is the check's all the same.
#[test]
fn a_day_that_the_calendar_lacks_is_told_once_with_what_was_found() {
    for day in ["2025-02-30", "2025-13-01", "2025-1-1"] {
        let tables = Tables::copy();
        tables.edit("observations", "outlets-2025-h1", "from = 2025-01-01", &format!("from = {day}"));
        let at = tables.at("observations", "outlets-2025-h1", "period =", ".period.from");
        let message = format!("found \"{day}\", expected a day of the calendar as \"YYYY-MM-DD\"");
        assert_eq!(tables.messages(), [at + &message]);
    }
}

// The rows of a loop are each named; the many that merely lie in one of them are not.
#[test]
fn places_that_lie_in_each_other_are_named_and_no_others() {
    let tables = Tables::copy();
    tables.edit("places", "europe", "parents = [\"world\"]", "parents = [\"FI\"]");
    let loops = ["europe", "FI"].map(|id| {
        tables.at("places", id, "parents =", ".parents") + "it leads back to itself, expected a chain that ends"
    });
    assert_eq!(tables.messages(), loops);
}

#[test]
fn figures_that_restate_each_other_are_named() {
    let tables = Tables::copy();
    tables.edit("observations", "markets-2025-h1", "source =", "restates = \"markets-2025-h1-rounded\"\nsource =");
    let loops = ["markets-2025-h1", "markets-2025-h1-rounded"].map(|id| {
        tables.at("observations", id, "restates =", ".restates") + "it leads back to itself, expected a chain that ends"
    });
    assert_eq!(tables.messages(), loops);
}

/// Syntax that TOML does not know: what is replaced by what, what stands on the line that the
/// message names, and the message.
const BROKEN_SYNTAX: &[[&str; 4]] = &[
    [
        "term = \"stores\"",
        "term = \"stores",
        "term =",
        ": found \"term = \"stores\": invalid basic string, expected `\"`",
    ],
    ["value = 580", "value 580", "value 580", ": found \"value 580\": key with no value, expected `=`"],
    ["value = 580", "value =", "value =", "[11].value: found \"\", expected a number between -1e15 and 1e15"],
    [
        "term = \"stores\"",
        "term = stores",
        "term =",
        ": found \"term = stores\": string values must be quoted, expected literal string",
    ],
    [
        "value = 580",
        "value = 580\nvalue = 581",
        "value = 581",
        ": found \"value = 581\": duplicate key, expected valid TOML",
    ],
    [
        "[[observations]]",
        "[[observations]",
        "[[observations]",
        ": found \"[[observations]\": unclosed array table, expected `]`",
    ],
    [
        "[[observations]]",
        "[[observation]]",
        "[[observation]]",
        ": found \"observation\", expected rows headed by [[observations]] alone",
    ],
    // That a brace is not closed shows on the line after it.
    [
        "basis = \"context\" }",
        "basis = \"context\"",
        "term =",
        ": found \"term = \"stores\"\": missing comma between key-value pairs, expected `,`",
    ],
];

#[test]
fn broken_syntax_is_told_once_with_its_line_and_without_what_follows_from_it() {
    for [old, new, line, message] in BROKEN_SYNTAX {
        let tables = Tables::copy();
        let before = tables.text("observations");
        let (start, _) = tables::span(&before, "outlets-2025-h1");
        let row = before[..start].matches("[[observations]]").count();
        tables.edit("observations", "outlets-2025-h1", old, new);
        let text = tables.text("observations");
        let offset = start + text[start..].find(line).unwrap();
        let line = 1 + text[..offset].matches('\n').count();
        let message = message.replace("[11]", &format!("[{row}]"));
        assert_eq!(tables.messages(), [format!("observations.toml:{line}: observations{message}")]);
    }
}

#[test]
fn a_missing_file_is_named_without_what_follows_from_it() {
    let tables = Tables::copy();
    std::fs::remove_file(tables.file("events")).unwrap();
    let messages = tables.messages();
    assert_eq!(messages.len(), 1, "{messages:#?}");
    assert!(messages[0].starts_with("events.toml: cannot be read: "), "{messages:#?}");
}

#[test]
fn an_empty_file_is_an_empty_table() {
    let tables = Tables::copy();
    std::fs::write(tables.file("conflicts"), "# None known.\n").unwrap();
    assert_eq!(tables.messages(), Vec::<String>::new());
}

#[test]
fn three_mistakes_in_three_files_are_all_told() {
    let tables = Tables::copy();
    tables.edit("models", "5-brabus", "\"variant\"", "\"sporty\"");
    tables.edit("observations", "outlets-2025-h1", "to = 2025-06-30", "to = 2024-06-30");
    tables.edit("events", "entry-hk-2025", "place = \"HK\"", "place = \"HX\"");
    let expected = [
        tables.at("models", "5-brabus", "kind =", ".kind")
            + "found \"sporty\", expected one of model, concept, edition, variant, show-car, heritage",
        tables.at("observations", "outlets-2025-h1", "period =", ".period")
            + "it runs from 2025-01-01 to 2024-06-30, expected an end on or after its start",
        tables.at("events", "entry-hk-2025", "place =", ".place") + "found \"HX\", expected the id of a row of places",
    ];
    assert_eq!(tables.messages(), expected);
}

#[test]
fn three_mistakes_in_one_row_are_all_told() {
    let tables = Tables::copy();
    tables.edit("observations", "outlets-2025-h1", "value = 580", "value = true");
    tables.edit("observations", "outlets-2025-h1", "\"more-than\"", "\"\"");
    tables.edit("observations", "outlets-2025-h1", "metric = \"outlets\"", "metric = \"shops\"");
    let fields: Vec<String> = tables
        .messages()
        .iter()
        .map(|message| message.split(": ").nth(1).unwrap().rsplit('.').next().unwrap().to_owned())
        .collect();
    assert_eq!(fields, ["metric", "value", "qualifier"]);
}

// --- What a page may hand over ----------------------------------------------------------

#[test]
fn anything_but_a_dataset_is_refused_in_words() {
    let of = |value: Value| check::problems(&value.into());
    for value in [Value::Null, Value::Text("[]".to_owned()), Value::List(Vec::new()), Value::Other("a function")] {
        assert_eq!(of(value)[0].message.split(", ").nth(1), Some("expected an object with the tables of a dataset"));
    }
    let missing = of(Value::Map(Vec::new()));
    let named = |table: &Table| missing.iter().any(|problem| problem.path == table.name);
    assert!(TABLES.iter().all(named), "{missing:#?}");
}

#[test]
fn the_embedded_dataset_has_no_problem() {
    assert_eq!(check::problems(&embedded::node()), []);
    let (typed, warnings) = Dataset::from_node(&embedded::node()).unwrap();
    assert_eq!((typed, warnings), (embedded::dataset(), Vec::new()));
}
