//! Whatever a page hands over as a dataset: the check ends, says what is wrong in words and where,
//! and what it lets pass is read whole, is the same after JSON and in the embedded form.

use crate::bytes::Bytes;
use crate::common::node_of_json;
use crate::mutations;
use smart_footprint::dataset::limits::MOST_PROBLEMS;
use smart_footprint::dataset::node::{Node, Value};
use smart_footprint::dataset::problem::Severity;
use smart_footprint::dataset::{Dataset, check, embed};

pub fn run(data: &[u8]) {
    let mut bytes = Bytes::new(data);
    let root = if bytes.one_in(16) { mutations::odd(&mut bytes, 0) } else { mutations::dataset(&mut bytes) };

    let problems = check::problems(&root);
    assert!(problems.len() <= MOST_PROBLEMS + 1, "{} problems", problems.len());
    for problem in &problems {
        assert!(!problem.code.is_empty() && !problem.message.is_empty(), "{problem:?}");
        let is_line = |text: &str| !text.contains(char::is_control) && text.len() < 2_000;
        assert!(is_line(&problem.message) && is_line(&problem.path), "{problem:?}");
    }
    let all = check::all_problems(&root);
    let few = all.len() <= MOST_PROBLEMS;
    assert!(all == problems || !few, "the list and the whole list differ");
    let is_error = |severity: Severity| severity == Severity::Error;
    let has_errors = all.iter().any(|problem| is_error(problem.severity));

    match Dataset::from_node(&root) {
        Err(told) => assert!(has_errors && told == problems),
        Ok((dataset, warnings)) => {
            assert!(!has_errors && warnings == problems);
            assert_eq!(dataset.observations.len(), root.get("observations").map_or(0, |table| table.items().len()));
            found_by_their_names(&dataset);
            same_after_json(&root, &dataset);
            same_when_embedded(&root, &dataset);
        }
    }
}

fn found_by_their_names(dataset: &Dataset) {
    for (at, row) in dataset.places.iter().enumerate() {
        assert_eq!(dataset.place_position(&row.id), Some(at));
    }
    for (at, row) in dataset.observations.iter().enumerate() {
        assert_eq!(dataset.observation_position(&row.id), Some(at));
        assert!(dataset.has(&format!("observation:{}", row.id)));
        let known = dataset.metric(&row.metric).is_some() && dataset.source(&row.source).is_some();
        assert!(known && dataset.place(&row.place).is_some(), "{row:?}");
    }
    for conflict in &dataset.conflicts {
        for reference in &conflict.between {
            assert!(dataset.has(reference), "{reference}");
            let named = dataset.conflicts_of(reference).into_iter().any(|at| dataset.conflicts[at].id == conflict.id);
            assert!(named, "{reference} is not known to stand in {}", conflict.id);
        }
    }
}

fn same_after_json(root: &Node, dataset: &Dataset) {
    let text = serde_json::to_string(root).unwrap();
    let read = node_of_json(&serde_json::from_str(&text).unwrap());
    assert_eq!(&Dataset::from_node(&read).unwrap().0, dataset);
}

fn same_when_embedded(root: &Node, dataset: &Dataset) {
    // What it cannot hold stops the build, in words.
    let Ok(embedded) = embed::encode(root) else { return };
    let back = embed::decode(std::str::from_utf8(&embedded).unwrap());
    assert!(matches!(back.value, Value::Map(_)));
    assert_eq!(&Dataset::from_checked(&back), dataset);
}
