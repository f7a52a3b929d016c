//! What the small module of one view embeds: the rows that its picture shows, and of all
//! others just what dates the picture.

use super::node::{Node, Value};
use super::vocabulary::EventKind;

/// Fields that evidence tells and no picture shows.
const NOT_DRAWN: [(&str, &[&str]); 7] = [
    ("about", &["language", "licence", "note"]),
    ("sources", &["url"]),
    ("metrics", &["definition"]),
    ("partners", &["kind"]),
    ("observations", &["where", "note"]),
    ("events", &["group", "part_of", "open_list", "where"]),
    ("statements", &["where"]),
];

/// Fields that some views alone draw.
const OF_SOME_VIEWS: [(&[&str], &str, &str); 2] =
    [(&["growth", "markets"], "events", "partner"), (&["sales"], "observations", "method")];

/// What is left of an event that growth counts by its kind and draws no bar for.
const COUNTED: [&str; 5] = ["kind", "period", "status", "source", "restates"];

/// What is left of a row that the view does not draw: it may still be the last reported fact.
const DATING: [&str; 4] = ["period", "status", "source", "restates"];

/// Leaves in a checked dataset what a view draws: `growth`, `markets`, `sales` or `lineup`.
pub fn keep(root: &mut Node, view: &str) {
    let plotted = plotted_metrics(root, view);
    let countries = ids(root, "places", &|row| word(row, "kind") == "country");
    let lanes = lanes(root);
    let Value::Map(tables) = &mut root.value else { return };
    for (name, table) in tables.iter_mut() {
        if let ("about", Value::Map(entries)) = (name.as_str(), &mut table.value) {
            entries.retain(|(field, _)| !not_drawn("about").contains(&field.as_str()));
        }
        let Value::List(rows) = &mut table.value else { continue };
        if name == "statements" {
            rows.retain(|row| matches!((view, word(row, "property")), ("lineup", "body") | ("markets", "coverage")));
        }
        let unseen = not_drawn(name);
        for row in rows {
            let drawn = match name.as_str() {
                "observations" => {
                    let named = view == "markets" && countries.iter().any(|id| id == word(row, "place"));
                    named || plotted.iter().any(|id| id == word(row, "metric"))
                }
                "events" => draws_event(view, row),
                _ => true,
            };
            let counted = view == "growth" && name == "events" && !lanes.iter().any(|kind| kind == word(row, "kind"));
            let untitled = match name.as_str() {
                "events" => !(view == "growth" && is_called_by_its_title(row)),
                "sources" => !word(row, "publisher").is_empty(),
                _ => false,
            };
            if let Value::Map(entries) = &mut row.value {
                entries.retain(|(field, _)| {
                    let field = field.as_str();
                    if field == "title" && untitled {
                        return false;
                    }
                    let elsewhere =
                        OF_SOME_VIEWS.iter().any(|of| (of.1, of.2) == (name.as_str(), field) && !of.0.contains(&view));
                    match drawn {
                        _ if counted => COUNTED.contains(&field),
                        true => !elsewhere && !unseen.contains(&field),
                        false => DATING.contains(&field),
                    }
                });
            }
        }
    }
    let mut references = Vec::new();
    for (table, row) in [("observations", "observation"), ("events", "event"), ("statements", "statement")] {
        references.extend(ids(root, table, &|_| true).iter().map(|id| format!("{row}:{id}")));
    }
    let Value::Map(tables) = &mut root.value else { return };
    for (name, table) in tables {
        if let ("conflicts", Value::List(rows)) = (name.as_str(), &mut table.value) {
            rows.retain(|row| {
                let between = row.get("between").map_or(&[][..], Node::items);
                between.iter().any(|item| references.iter().any(|known| Some(known.as_str()) == item.as_text()))
            });
        }
    }
    forget_unnamed(root, view);
    shorten_ids(root);
}

/// The fields of a table that no picture shows.
fn not_drawn(table: &str) -> &'static [&'static str] {
    NOT_DRAWN.iter().find(|(name, _)| *name == table).map_or(&[], |(_, fields)| fields)
}

/// Leaves of the rows that others name those that still are named: of partners in all views, of cars
/// where no view shows them all, of places where no option names one.
fn forget_unnamed(root: &mut Node, view: &str) {
    for (table, field) in [("partners", "partner"), ("models", "model"), ("places", "place")] {
        if matches!((view, table), ("lineup", "models") | ("markets" | "sales" | "lineup", "places")) {
            continue;
        }
        let mut named: Vec<String> = vec!["world".to_owned()];
        for facts in ["observations", "events"] {
            named.extend(root.get(facts).map_or(&[][..], Node::items).iter().map(|row| word(row, field).to_owned()));
        }
        let Value::Map(tables) = &mut root.value else { return };
        for (_, rows) in tables.iter_mut().filter(|(name, _)| name == table) {
            let Value::List(rows) = &mut rows.value else { continue };
            rows.retain(|row| named.iter().any(|id| id == word(row, "id")));
            for row in rows {
                // What a place lies in is asked where an option names one.
                set_text(row, "parents", None);
            }
        }
    }
}

/// Gives rows without a text of their own, which a translation would find by its row's id, short ids.
fn shorten_ids(root: &mut Node) {
    let mut short: Vec<(String, String)> = Vec::new();
    let Value::Map(tables) = &mut root.value else { return };
    for (table, row_word) in [("observations", "observation"), ("events", "event")] {
        for (_, rows) in tables.iter_mut().filter(|(name, _)| name == table) {
            let Value::List(rows) = &mut rows.value else { continue };
            for row in rows {
                let id = word(row, "id").to_owned();
                if !id.is_empty() && word(row, "title").is_empty() && word(row, "method").is_empty() {
                    let new = short.len().to_string();
                    set_text(row, "id", Some(&new));
                    short.push((format!("{row_word}:{id}"), format!("{row_word}:{new}")));
                }
            }
        }
    }
    let renamed = |old: &str| short.iter().find(|(known, _)| known == old).map_or(old, |(_, new)| new).to_owned();
    for (name, rows) in tables {
        let Value::List(rows) = &mut rows.value else { continue };
        for row in rows {
            if name == "observations" && !word(row, "restates").is_empty() {
                let full = renamed(&format!("observation:{}", word(row, "restates")));
                set_text(row, "restates", full.split_once(':').map(|(_, id)| id));
            }
            let Value::Map(entries) = &mut row.value else { continue };
            for (_, between) in entries.iter_mut().filter(|(field, _)| field == "between") {
                let Value::List(items) = &mut between.value else { continue };
                for item in items {
                    *item = Node::text(renamed(item.as_text().unwrap_or_default()));
                }
            }
        }
    }
}

/// Replaces a text, or takes the field away.
fn set_text(row: &mut Node, field: &str, text: Option<&str>) {
    let Value::Map(entries) = &mut row.value else { return };
    match (entries.iter_mut().find(|(name, _)| name == field), text) {
        (Some((_, value)), Some(text)) => *value = Node::text(text),
        _ => entries.retain(|(name, _)| name != field),
    }
}

fn word<'a>(row: &'a Node, field: &str) -> &'a str {
    row.get(field).and_then(Node::as_text).unwrap_or_default()
}

/// The ids of the rows that fit.
fn ids(root: &Node, table: &str, fits: &dyn Fn(&Node) -> bool) -> Vec<String> {
    let rows = root.get(table).map_or(&[][..], Node::items);
    let fitting = rows.iter().filter(|row| fits(row)).map(|row| word(row, "id").to_owned());
    fitting.filter(|id| !id.is_empty()).collect()
}

/// The metrics whose figures the view draws.
fn plotted_metrics(root: &Node, view: &str) -> Vec<String> {
    ids(root, "metrics", &|metric| {
        let (id, kind) = (word(metric, "id"), word(metric, "kind"));
        match view {
            "growth" => matches!(kind, "stock" | "flow" | "cumulative"),
            "sales" => matches!(kind, "rate" | "rank" | "stock" | "quantity" | "cumulative"),
            "lineup" => id == "models",
            _ => id == "markets",
        }
    })
}

/// The kinds of events that growth has lanes for at most, where nothing narrows what is drawn:
/// elsewhere the small module is not asked.
fn lanes(root: &Node) -> Vec<String> {
    const MOST: usize = 6;
    let events = root.get("events").map_or(&[][..], Node::items);
    let kinds = EventKind::ALL.iter().map(|kind| kind.word().to_owned());
    kinds.filter(|kind| events.iter().any(|row| word(row, "kind") == kind)).take(MOST).collect()
}

fn draws_event(view: &str, row: &Node) -> bool {
    match view {
        "growth" => true,
        "lineup" => !word(row, "model").is_empty(),
        "markets" => EventKind::from_word(word(row, "kind")).is_some_and(EventKind::makes_market),
        _ => false,
    }
}

/// Whether growth may write an event's title: where no car, place or partner names it.
fn is_called_by_its_title(row: &Node) -> bool {
    let named_by = match word(row, "kind") {
        "launch" | "premiere" | "entry" | "rollout" | "deliveries" | "show" | "test-drive" => "model",
        "collaboration" | "funding" => "partner",
        _ => return true,
    };
    word(row, named_by).is_empty()
}
