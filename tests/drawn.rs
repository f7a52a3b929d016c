//! What the small modules leave out of their dataset is not missed in any picture.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;
#[path = "tables/mod.rs"]
mod tables;

use common::{draw_options, options_of};
use smart_footprint::dataset::{Dataset, drawn, embed};
use smart_footprint::embedded;
use smart_footprint::options::ViewKind;

/// With these growth has other lanes, and the element waits for the complete module, as
/// `element/first-picture.ts` says.
const NARROWING: [&str; 7] = ["place", "from", "to", "at", "published-by", "sources", "kinds"];

/// The dataset as the small module of a view reads it.
fn reduced(view: &str) -> (Dataset, usize) {
    let mut root = embedded::node();
    drawn::keep(&mut root, view);
    let text = String::from_utf8(embed::encode(&root).unwrap()).unwrap();
    (Dataset::from_checked(&embed::decode(&text)), text.len())
}

#[test]
fn the_picture_is_that_of_the_whole_dataset() {
    let whole = embedded::dataset();
    let options: Vec<Vec<(&str, &str)>> = vec![
        vec![],
        vec![("at", "2025-06-30")],
        vec![("published-by", "2024-12-31")],
        vec![("from", "2025-01-01"), ("to", "2026-03-31")],
        vec![("sources", "2026-h1-results")],
        vec![("qualifiers", "exact")],
        vec![("place", "CN")],
        vec![("place", "europe")],
        vec![("kinds", "premiere show")],
        vec![("controls", "")],
        vec![("heading", ""), ("note", "A note")],
    ];
    for &view in ViewKind::ALL {
        let (small, _) = reduced(view.word());
        let metrics = whole.metrics.iter().map(|metric| vec![("metric", metric.id.as_str())]);
        for more in options.clone().into_iter().chain(metrics) {
            if view == ViewKind::Growth && more.iter().any(|(name, _)| NARROWING.contains(name)) {
                continue;
            }
            let mut options = vec![("view", view.word())];
            options.extend(more);
            assert_eq!(options_of(&small, &options), options_of(&whole, &options));
            for width in [320.0, 800.0, 1600.0] {
                common::tried(1);
                let (one, other) = (draw_options(&small, &options, width), draw_options(&whole, &options, width));
                assert_eq!((&one.title, &one.summary), (&other.title, &other.summary), "{options:?} at {width}");
                assert!(one.primitives == other.primitives, "{options:?} at {width}");
            }
        }
    }
}

#[test]
fn each_view_leaves_something_out() {
    let all = embed::encode(&embedded::node()).unwrap().len();
    for &view in ViewKind::ALL {
        let (_, size) = reduced(view.word());
        println!("{}: {size} of {all} bytes", view.word());
        assert!(size * 4 < all * 3, "{}: {size} of {all} bytes", view.word());
    }
}
