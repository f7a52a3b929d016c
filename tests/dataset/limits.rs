//! What is beyond the limits of a dataset is told in few words, and hides nothing else.

use crate::tried::tried;
use smart_footprint::dataset::json_schema;
use smart_footprint::dataset::limits::{LONGEST_ID, LONGEST_TEXT, MOST_ITEMS, MOST_NAMES, MOST_PROBLEMS};
use smart_footprint::dataset::node::{Node, Value};
use smart_footprint::dataset::problem::{Problem, Severity};
use smart_footprint::dataset::schema::{Kind, Presence, TABLES};
use smart_footprint::dataset::{Dataset, check};
use smart_footprint::embedded;

/// The value under a name, or the row of a table.
fn at<'a>(node: &'a mut Node, step: &str) -> &'a mut Node {
    match &mut node.value {
        Value::Map(entries) => &mut entries.iter_mut().find(|(name, _)| name == step).unwrap().1,
        Value::List(items) => &mut items[step.parse::<usize>().unwrap()],
        _ => panic!("{step}"),
    }
}

/// The embedded dataset with another value at a path.
fn with(path: &str, value: Value) -> Node {
    let mut root = embedded::node();
    *path.split('.').fold(&mut root, at) = value.into();
    root
}

fn told(root: &Node) -> Vec<(&'static str, String, String)> {
    check::problems(root).into_iter().map(|problem| (problem.code, problem.path, problem.message)).collect()
}

fn list(items: usize) -> Value {
    Value::List(vec![Value::Null.into(); items])
}

fn object(names: usize) -> Value {
    Value::Map((0..names).map(|index| (format!("name-{index}"), Value::Null.into())).collect())
}

#[test]
fn too_much_is_told_once_where_it_stands() {
    let (items, names) = (MOST_ITEMS + 1, MOST_NAMES + 1);
    let found_list = format!("found a list of {items} items, expected at most {MOST_ITEMS} items");
    let found_object = format!("found an object of {names} names, expected at most {MOST_NAMES} names");
    for (path, value, message) in [
        ("conflicts", list(items), &found_list),
        ("observations", list(items), &found_list),
        ("places.3.parents", list(items), &found_list),
        ("conflicts.0.between", list(items), &found_list),
        ("about", object(names), &found_object),
        ("about.brand", object(names), &found_object),
        ("observations.0.period", object(names), &found_object),
        ("observations.0", object(names), &found_object),
        ("observations.0.value", object(names), &found_object),
    ] {
        tried(1);
        let problems = told(&with(path, value));
        let first = problems.iter().find(|problem| problem.0 == "too-large").unwrap();
        let plain: String = first.1.replace('[', ".").replace(']', "");
        assert_eq!((plain.as_str(), &first.2), (path, message));
        assert_eq!(problems.iter().filter(|problem| problem.0 == "too-large").count(), 1);
    }
    assert_eq!(told(&object(names).into()), [("too-large", String::new(), found_object)]);
}

#[test]
fn what_would_refer_to_a_table_that_is_not_there_is_not_told_row_by_row() {
    for value in [Value::Null, Value::Text("rows".to_owned()), Value::Map(Vec::new()), list(MOST_ITEMS + 1)] {
        tried(1);
        let problems = told(&with("sources", value.clone()));
        assert_eq!(problems.len(), 1, "{problems:#?}");
        assert_eq!(problems[0].1, "sources");
    }
    let mut root = embedded::node();
    let Value::Map(entries) = &mut root.value else { panic!() };
    entries.retain(|(name, _)| name != "sources");
    assert_eq!(told(&root).iter().map(|problem| problem.1.as_str()).collect::<Vec<_>>(), ["sources"]);
    // A table that is there and empty is another matter: the references are what is wrong.
    assert_eq!(told(&with("sources", list(0))).len(), MOST_PROBLEMS + 1);
}

#[test]
fn text_may_be_as_long_as_the_limit_and_no_longer() {
    for (text, length) in [("x", 1), ("ü", 2), ("路", 3), ("🚗", 4)] {
        tried(2);
        let fits = text.repeat(LONGEST_TEXT / length);
        assert_eq!(fits.len() / length, LONGEST_TEXT / length);
        assert_eq!(told(&with("models.0.name", Value::Text(fits.clone()))), []);
        let message = "found more than 4000 bytes of text, expected at most 4000".to_owned();
        let problems = told(&with("models.0.name", Value::Text(fits + text)));
        assert_eq!(problems, [("too-long", "models[0].name".to_owned(), message)]);
    }
}

#[test]
fn of_many_problems_a_hundred_are_listed_and_the_rest_is_counted() {
    let row = |index: usize| Value::Map(vec![("id".to_owned(), Node::text(format!("row-{index}")))]).into();
    let mut root = with("conflicts", Value::List((0..1_000).map(row).collect()));
    *at(at(at(&mut root, "about"), "brand"), "name") = Value::Null.into();
    *at(at(at(&mut root, "events"), "0"), "kind") = Node::text("fair");
    let problems = check::problems(&root);
    assert_eq!(problems.len(), MOST_PROBLEMS + 1);
    for path in ["about.brand.name", "events[0].kind", "conflicts[0].what", "conflicts[0].between"] {
        assert!(problems.iter().any(|problem| problem.path == path), "{path} is hidden by the others");
    }
    let rest = 2_002 - MOST_PROBLEMS;
    let more = Problem {
        code: "more",
        path: String::new(),
        message: format!("{rest} more problems are not listed, {rest} of them errors"),
        severity: Severity::Error,
        line: 0,
    };
    assert_eq!(problems.last(), Some(&more));
    assert!(Dataset::from_node(&root).is_err());
    // A build tells them all.
    assert_eq!(check::all_problems(&root).len(), 2_002);
}

#[test]
fn warnings_alone_stay_warnings_however_many() {
    let mut root = embedded::node();
    let Value::List(rows) = &mut at(&mut root, "partners").value else { panic!() };
    let template = rows[0].clone();
    for index in 0..MOST_PROBLEMS + 20 {
        let mut row = template.clone();
        let Value::Map(entries) = &mut row.value else { panic!() };
        entries.push(("colour".to_owned(), Node::text("red")));
        entries.iter_mut().find(|(name, _)| name == "id").unwrap().1 = Node::text(format!("extra-{index}"));
        rows.push(row);
    }
    let (_, warnings) = Dataset::from_node(&root).unwrap();
    assert_eq!(warnings.len(), MOST_PROBLEMS + 1);
    assert_eq!(warnings.last().unwrap().message, "20 more problems are not listed, 0 of them errors");
    assert!(warnings.iter().all(|warning| warning.severity == Severity::Warning));
}

#[test]
fn a_name_of_any_length_is_told_by_its_beginning() {
    let mut root = embedded::node();
    let Value::Map(entries) = &mut root.value else { panic!() };
    entries.push(("<b>\n".to_owned() + &"x".repeat(1_000_000), Value::Null.into()));
    let problems = check::problems(&root);
    assert_eq!((problems.len(), problems[0].code), (1, "unknown-name"));
    assert_eq!(problems[0].path, format!("<b> {}…", "x".repeat(56)));
    assert!(problems[0].message.len() < 200);
}

// What the schema lets pass, the check should not refuse for its length alone.
#[test]
fn the_json_schema_has_the_limits_of_the_check() {
    let schema = json_schema::schema();
    let find =
        |path: &[&str]| path.iter().try_fold(&schema, |node, step| node.get(step)).map(|node| node.value.clone());
    let number = |number: usize| Some(Value::Number(number as f64));
    for table in &TABLES {
        assert_eq!(find(&["properties", table.name, "maxItems"]), number(MOST_ITEMS), "{}", table.name);
        for field in table.fields.iter().filter(|field| field.presence == Presence::Required) {
            let of = |limit: &[&str]| {
                find(&[&["properties", table.name, "items", "properties", field.name], limit].concat())
            };
            let name = format!("{}.{}", table.name, field.name);
            tried(1);
            match field.kind {
                Kind::Id | Kind::PlaceId | Kind::Key(_) => assert_eq!(of(&["maxLength"]), number(LONGEST_ID), "{name}"),
                Kind::Text => assert_eq!(of(&["maxLength"]), number(LONGEST_TEXT), "{name}"),
                Kind::Keys(_) => {
                    let limits = (of(&["maxItems"]), of(&["items", "maxLength"]));
                    assert_eq!(limits, (number(MOST_ITEMS), number(LONGEST_ID)), "{name}");
                }
                Kind::Refs => {
                    let limits = (of(&["maxItems"]), of(&["items", "maxLength"]));
                    assert_eq!(limits, (number(MOST_ITEMS), number("observation:".len() + LONGEST_ID)), "{name}");
                }
                _ => {}
            }
        }
    }
    let named = |length: usize| told(&with("partners.0.id", Value::Text("x".repeat(length))));
    let is_refused = |told: &(&str, String, String)| (told.0, told.1.as_str()) == ("wrong-value", "partners[0].id");
    assert!(!named(LONGEST_ID).iter().any(is_refused) && named(LONGEST_ID + 1).iter().any(is_refused));
}
