//! The strip of time under a picture: where its handles can stand, and what they choose.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use smart_footprint::dataset::Dataset;
use smart_footprint::dataset::node::{Node, Value};
use smart_footprint::embedded;
use smart_footprint::messages::Messages;
use smart_footprint::options::ViewOptions;
use smart_footprint::scene::timeline::{Timeline, TimelineKind};
use smart_footprint::scene::{Rectangle, Scene, Shape};
use smart_footprint::text::AdvanceTable;
use smart_footprint::theme::Theme;
use smart_footprint::view::{self, Input};

fn draw(dataset: &Dataset, options: &[(&str, &str)], width: f64) -> Scene {
    let node = Value::Map(options.iter().map(|(name, value)| ((*name).to_owned(), Node::text(*value))).collect());
    let (options, mut warnings) = ViewOptions::read(&node.into(), dataset);
    // A stretch that ends before it begins is told, and drawn all the same.
    warnings.retain(|warning| !warning.message.contains("which is after to"));
    assert_eq!(warnings, []);
    let (theme, messages) = (Theme::light(), Messages::english());
    view::draw(&Input { dataset, options: &options, width, theme: &theme, messages: &messages, metrics: &AdvanceTable })
}

fn stretch(options: &[(&str, &str)]) -> Timeline {
    let options = [&[("controls", "")], options].concat();
    let timeline = draw(&embedded::dataset(), &options, 800.0).timeline.expect("a strip is drawn");
    assert_eq!(timeline.kind, TimelineKind::Stretch);
    timeline
}

/// What the handles choose: `from` and `to`.
fn chosen(timeline: &Timeline) -> (&str, &str) {
    (&timeline.stops[timeline.first].day, &timeline.stops[timeline.last].end)
}

#[test]
fn a_stretch_needs_controls() {
    for view in ["growth", "lineup"] {
        assert_eq!(draw(&embedded::dataset(), &[("view", view)], 800.0).timeline, None);
        assert!(draw(&embedded::dataset(), &[("view", view), ("controls", "")], 800.0).timeline.is_some());
    }
}

// The first dated figure is for 2023, the last for the first half of 2026.
#[test]
fn all_that_is_dated_is_on_the_strip_whatever_is_chosen() {
    let whole = stretch(&[]);
    assert_eq!(chosen(&whole), ("2023-01-01", "2026-06-30"));
    assert_eq!((whole.first, whole.last, whole.stops.len()), (0, 42, 43));
    assert_eq!(whole.stops[12].label.replace('\u{a0}', " "), "January 2024");
    assert_eq!(whole.stops[12].end_label.replace('\u{a0}', " "), "December 2023");

    let year = stretch(&[("from", "2025-01-01"), ("to", "2025-12-31"), ("at", "2025-12-31")]);
    assert_eq!(chosen(&year), ("2025-01-01", "2025-12-31"));
    assert_eq!(year.stops, whole.stops);

    let lineup = stretch(&[("view", "lineup")]);
    assert_eq!(chosen(&lineup), ("2023-01-01", "2026-06-30"));
}

#[test]
fn days_outside_or_between_stops_choose_what_lies_round_them() {
    assert_eq!(chosen(&stretch(&[("from", "2025-01-15"), ("to", "2025-02-15")])), ("2025-01-01", "2025-02-28"));
    assert_eq!(chosen(&stretch(&[("from", "1990-01-01"), ("to", "2090-01-01")])), ("2023-01-01", "2026-06-30"));
    // A stretch before or after all that is dated leaves nothing to draw, and can be widened.
    assert_eq!(chosen(&stretch(&[("from", "2030-01-01")])), ("2026-06-01", "2026-06-30"));
    assert_eq!(chosen(&stretch(&[("to", "2000-01-01")])), ("2023-01-01", "2023-01-31"));
    assert_eq!(chosen(&stretch(&[("from", "2025-06-01"), ("to", "2024-06-01")])).0, "2025-06-01");
}

#[test]
fn other_filters_narrow_the_strip() {
    let told = stretch(&[("published-by", "2024-12-31")]);
    assert_eq!(chosen(&told), ("2023-01-01", "2024-01-31"));
}

#[test]
fn a_strip_leaves_room_for_its_handles_and_covers_no_text() {
    for options in [&[][..], &[("from", "2025-01-01"), ("to", "2025-01-31")], &[("to", "2000-01-01")]] {
        for view in ["growth", "lineup"] {
            for width in (200..=2000).step_by(60) {
                let options = [&[("controls", ""), ("view", view)], options].concat();
                let scene = draw(&embedded::dataset(), &options, f64::from(width));
                let strip = scene.timeline.as_ref().expect("a strip is drawn");
                let here = format!("{view} at {width}, {options:?}");
                assert!(strip.bounds.height >= 44.0, "{here}");
                assert!(Rectangle::new(0.0, 0.0, scene.width, scene.height).contains(&strip.bounds), "{here}");
                let stops: Vec<f64> = strip.stops.iter().map(|stop| stop.x).collect();
                assert!(stops.is_sorted() && stops[0] - 12.0 >= 0.0, "{here}");
                assert!(stops[stops.len() - 1] + 12.0 <= scene.width && strip.first < strip.last, "{here}");
                let texts: Vec<Rectangle> = scene
                    .primitives
                    .iter()
                    .filter_map(|primitive| match &primitive.shape {
                        Shape::Text(text) => Some(text.bounds().grown(-0.5)),
                        _ => None,
                    })
                    .collect();
                for (index, one) in texts.iter().enumerate() {
                    assert!(!texts[index + 1..].iter().any(|other| one.overlaps(other)), "{here}");
                }
            }
        }
    }
}
