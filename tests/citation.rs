//! What a picture is cited by.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;
mod tables;

use common::{draw_with, options_of};
use smart_footprint::citation::{Provenance, provenance};
use smart_footprint::dataset::Dataset;
use smart_footprint::embedded;
use smart_footprint::messages::Messages;
use smart_footprint::theme::Theme;

fn of(dataset: &Dataset, options: &[(&str, &str)]) -> Provenance {
    let options = options_of(dataset, options);
    let scene = draw_with(dataset, &options, 800.0, &Theme::light());
    let mut found = provenance(&scene, dataset, &options, &Messages::english());
    found.citation = found.citation.replace('\u{a0}', " ");
    found
}

#[test]
fn names_brand_title_day_sources_edition_and_licence() {
    let dataset = embedded::dataset();
    let found = of(&dataset, &[("view", "lineup"), ("heading", "Every model.")]);
    assert_eq!((found.brand.as_str(), found.as_of.as_deref()), ("smart", Some("2026-06-30")));
    assert_eq!(found.edition, dataset.about.edition.iso());
    for part in [
        "smart: Every model. As of 30 Jun 2026. Sources: ",
        "smart newsroom",
        " Dataset of ",
        "Licence of the data: CC0-1.0.",
    ] {
        assert!(found.citation.contains(part), "{part:?} is not in {:?}", found.citation);
    }
}

#[test]
fn the_day_is_that_of_the_options() {
    let dataset = embedded::dataset();
    assert_eq!(of(&dataset, &[("at", "2024-12-31")]).as_of.as_deref(), Some("2024-12-31"));
    let earlier = of(&dataset, &[("published-by", "2026-02-01")]).as_of.unwrap();
    assert!(earlier.as_str() < "2026-06-30", "{earlier}");
}

/// Only what is drawn is a source, and what is empty leaves no sentence with a hole.
#[test]
fn what_is_not_there_is_not_named() {
    let mut dataset = embedded::dataset();
    dataset.about.licence = String::new();
    let id = dataset.sources[0].id.clone();
    let other = Messages::english().source_name(&dataset.sources[1]);
    let found = of(&dataset, &[("sources", &id), ("heading", " ")]);
    assert!(!found.citation.contains("Licence"), "{}", found.citation);
    assert!(found.citation.contains(" Source: "), "{}", found.citation);
    let name = Messages::english().source_name(&dataset.sources[0]);
    assert!(name == other || !found.citation.contains(&other), "{}", found.citation);
    assert!(!found.citation.contains(":  ") && !found.citation.contains(" ."), "{}", found.citation);
}
