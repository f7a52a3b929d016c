//! The strip of time: where the handle can stand, and that nothing moves with it.

use crate::dates::AS_OF;
use crate::{draw, of_kind};
use smart_footprint::dataset::period::Day;
use smart_footprint::embedded;
use smart_footprint::scene::timeline::TimelineKind;
use smart_footprint::scene::{Mark, Scene};

#[test]
fn the_handle_can_stand_at_every_day_that_is_told_of() {
    let dataset = embedded::dataset();
    let strip = |options: &[(&str, &str)]| draw(&dataset, options, 800.0).timeline.unwrap();
    let whole = strip(&[]);
    assert_eq!(whole.kind, TimelineKind::Moment);
    let days: Vec<&str> = whole.stops.iter().map(|stop| stop.day.as_str()).collect();
    assert_eq!(days, ["2023-12-31", "2024-01-19", "2025-06-30", "2025-12-31", "2026-06-30"]);
    assert_eq!((whole.first, whole.last), (4, 4));
    let labels: Vec<String> = whole.stops.iter().map(|stop| stop.label.replace('\u{a0}', " ")).collect();
    assert_eq!(labels[0], "31 Dec 2023: 11 named");
    assert_eq!(labels[4], "30 Jun 2026: 41 markets, 24 named");
    // Between two stops holds what was told by the first of them.
    for (at, index) in [("2025-07-01", 2), ("2023-12-31", 0), ("2000-01-01", 0), ("2090-01-01", 4)] {
        let strip = strip(&[("at", at), ("from", "2025-01-01"), ("controls", "")]);
        assert_eq!((strip.first, strip.last), (index, index), "{at}");
        assert_eq!(strip.stops, whole.stops, "{at}");
        // The handle stands at the day itself.
        let day = Day::parse(at).unwrap();
        let on = strip.stops.iter().find(|stop| Day::parse(&stop.day) == Some(day));
        assert!(on.is_none_or(|stop| (stop.x - strip.first_x).abs() < 0.01), "{at}");
        assert!((strip.first_x > strip.stops[index].x) == (on.is_none() && day.civil().0 > 2001), "{at}");
    }
    assert_eq!(strip(&[("published-by", "2024-12-31")]).stops.len(), 2);
}

#[test]
fn with_controls_nothing_moves_while_the_day_changes() {
    let dataset = embedded::dataset();
    for width in [320.0, 800.0, 1600.0] {
        let scenes: Vec<Scene> =
            AS_OF.iter().skip(2).map(|as_of| draw(&dataset, &[("at", as_of.0), ("controls", "")], width)).collect();
        let last = scenes.last().unwrap();
        for scene in &scenes {
            assert_eq!(scene.timeline.as_ref().unwrap().bounds, last.timeline.as_ref().unwrap().bounds, "{width}");
            for mark in of_kind(scene, "market") {
                let later = last.marks.iter().find(|other| other.id == mark.id).unwrap();
                let corner = |mark: &Mark| (mark.bounds.x, mark.bounds.bottom());
                assert_eq!(corner(mark), corner(later), "{} at {width}", mark.id);
            }
        }
    }
}
