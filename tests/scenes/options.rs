//! Options are read, refused in words, and come back from the state as they went in.

use crate::common::{node_of, node_of_json, options_of};
use smart_footprint::dataset::node::Value;
use smart_footprint::dataset::period::Day;
use smart_footprint::dataset::tables::Qualifier;
use smart_footprint::embedded;
use smart_footprint::options::{Loading, ThemeChoice, ViewKind, ViewOptions};

#[test]
fn an_unknown_value_gives_a_warning_and_the_default() {
    let dataset = embedded::dataset();
    let unknown = [
        ("view", "pie", "found \"pie\", expected one of growth, "),
        ("metric", "cars", "found \"cars\", expected a metric"),
        ("place", "XX", "found \"XX\", expected a place"),
        ("from", "2026", "found \"2026\", expected a day of the calendar as \"YYYY-MM-DD\""),
        ("to", "2026-02-30", "found \"2026-02-30\", expected a day of the calendar as \"YYYY-MM-DD\""),
        ("at", "today", "found \"today\", expected a day of the calendar as \"YYYY-MM-DD\""),
        ("published-by", "", "found \"\", expected a day of the calendar as \"YYYY-MM-DD\""),
        ("sources", "nobody", "found \"nobody\", expected a source"),
        ("qualifiers", "circa", "found \"circa\", expected a qualifier"),
        ("theme", "sepia", "found \"sepia\", expected one of auto, light, dark"),
        ("loading", "never", "found \"never\", expected one of eager, lazy"),
    ];
    for (name, value, message) in unknown {
        let (options, warnings) = ViewOptions::read(&node_of(&[(name, value)]), &dataset);
        assert_eq!(options, ViewOptions::default(), "{name}");
        assert_eq!(warnings.len(), 1, "{name}: {warnings:#?}");
        assert_eq!(warnings[0].path, name);
        assert!(warnings[0].message.starts_with(message), "{name}: {}", warnings[0].message);
        assert_eq!(warnings[0].severity, smart_footprint::dataset::problem::Severity::Warning);
    }
    let (options, warnings) = ViewOptions::read(&node_of(&[("colour", "red")]), &dataset);
    assert_eq!((options, warnings.len()), (ViewOptions::default(), 1));
}

#[test]
fn one_unknown_value_does_not_take_the_others_along() {
    let options = [("view", "lineup"), ("theme", "sepia"), ("sources", "2023-results, nobody")];
    let (options, warnings) = ViewOptions::read(&node_of(&options), &embedded::dataset());
    assert_eq!(
        (options.view, options.theme, options.sources),
        (ViewKind::Lineup, ThemeChoice::Auto, vec!["2023-results".to_owned()])
    );
    assert_eq!(warnings.iter().map(|warning| warning.path.as_str()).collect::<Vec<_>>(), ["theme", "sources"]);
}

#[test]
fn a_stretch_that_ends_before_it_begins_is_told() {
    let dataset = embedded::dataset();
    let read = |from, to| ViewOptions::read(&node_of(&[("from", from), ("to", to)]), &dataset);
    let (options, warnings) = read("2026-06-30", "2025-01-01");
    assert!(options.from > options.to, "both are kept, or the state would not be what was asked for");
    assert_eq!(warnings.len(), 1, "{warnings:#?}");
    assert_eq!(warnings[0].path, "from");
    assert_eq!(warnings[0].message, "found 2026-06-30, which is after to, 2025-01-01; nothing lies between");
    assert_eq!(read("2026-06-30", "2026-06-30").1, Vec::new());
}

#[test]
fn every_option_is_read() {
    let dataset = embedded::dataset();
    let options = options_of(
        &dataset,
        &[
            ("view", "lineup"),
            ("metric", "outlets"),
            ("place", "CN"),
            ("from", "2024-01-01"),
            ("to", "2026-06-30"),
            ("at", "2026-06-30"),
            ("publishedBy", "2026-12-31"),
            ("sources", "2023-results 2026-h1-results"),
            ("qualifiers", "exact,more-than"),
            ("selected", "model:5"),
            ("group", "a"),
            ("heading", ""),
            ("subheading", "b"),
            ("note", "c"),
            ("lang", "en"),
            ("theme", "dark"),
            ("controls", ""),
            ("loading", "lazy"),
            ("hash", ""),
        ],
    );
    let some = |text: &str| Some(text.to_owned());
    let expected = ViewOptions {
        view: ViewKind::Lineup,
        metric: some("outlets"),
        place: "CN".to_owned(),
        from: Day::parse("2024-01-01"),
        to: Day::parse("2026-06-30"),
        at: Day::parse("2026-06-30"),
        published_by: Day::parse("2026-12-31"),
        sources: vec!["2023-results".to_owned(), "2026-h1-results".to_owned()],
        qualifiers: vec![Qualifier::Exact, Qualifier::MoreThan],
        kinds: Vec::new(),
        selected: some("model:5"),
        group: some("a"),
        heading: some(""),
        subheading: some("b"),
        note: some("c"),
        lang: some("en"),
        theme: ThemeChoice::Dark,
        controls: true,
        loading: Loading::Lazy,
        hash: true,
        src: None,
    };
    assert_eq!(options, expected);
    // As the state it comes back to the same options.
    let state = serde_json::to_string(&options).unwrap();
    let again: serde_json::Value = serde_json::from_str(&state).unwrap();
    assert_eq!(ViewOptions::read(&node_of_json(&again), &dataset), (expected, Vec::new()));
}

#[test]
fn options_of_any_other_type_are_refused_in_words() {
    let dataset = embedded::dataset();
    for value in [Value::Number(1.0), Value::List(Vec::new()), Value::Text("lineup".to_owned())] {
        let (options, warnings) = ViewOptions::read(&value.into(), &dataset);
        assert_eq!((options, warnings.len()), (ViewOptions::default(), 1));
    }
    let wrong = Value::Map(vec![
        ("view".to_owned(), Value::Number(3.0).into()),
        ("controls".to_owned(), Value::Number(1.0).into()),
        ("sources".to_owned(), Value::Bool(true).into()),
        ("heading".to_owned(), Value::Other("a function").into()),
        ("at".to_owned(), Value::Null.into()),
    ]);
    let (options, warnings) = ViewOptions::read(&wrong.into(), &dataset);
    let named: Vec<&str> = warnings.iter().map(|warning| warning.path.as_str()).collect();
    assert_eq!((options, named), (ViewOptions::default(), vec!["view", "controls", "sources", "heading"]));
}
