//! A mistake in a table is told with file, line, what was found and what was expected.

use crate::embedded_dataset::text;
use crate::mistakes::MISTAKES;
use crate::tables::{self, Tables};
use crate::tried::tried;
use smart_footprint::dataset::check;
use smart_footprint::dataset::node::{Node, Value};
use smart_footprint::dataset::problem::{Problem, Severity};
use smart_footprint::dataset::schema::TABLES;
use smart_footprint::embedded;

#[test]
fn tables_without_a_mistake_are_read() {
    assert_eq!(Tables::copy().messages(), Vec::<String>::new());
}

#[test]
fn one_mistake_gives_one_message_with_file_line_found_and_expected() {
    tried(MISTAKES.len());
    for mistake in MISTAKES {
        let tables = mistake.make();
        assert_eq!(tables.messages(), [mistake.at(&tables) + mistake.message]);
    }
}

#[test]
fn a_page_is_told_the_same_with_paths_instead_of_lines() {
    tried(MISTAKES.len());
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
        tried(1);
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
    tried(BROKEN_SYNTAX.len());
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

#[test]
fn the_last_year_there_is_is_a_whole_one() {
    for (from, precision) in [("9999-01-01", "year"), ("9999-07-01", "half-year"), ("9999-12-01", "month")] {
        tried(1);
        let tables = Tables::copy();
        let old = r#"{ from = 2023-10-01, to = 2023-10-31, precision = "month", basis = "stated" }"#;
        let new = format!(r#"{{ from = {from}, to = 9999-12-31, precision = "{precision}", basis = "stated" }}"#);
        tables.edit("events", "software-pilot-assist-2", old, &new);
        assert_eq!(tables.messages(), Vec::<String>::new(), "{precision}");
    }
}
