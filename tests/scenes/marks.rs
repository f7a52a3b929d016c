//! Every mark is whole, and the same input gives the same picture.

use std::collections::BTreeSet;

use crate::common::{VIEWS, draw, draw_with, everywhere, primitives, written};
use smart_footprint::embedded;
use smart_footprint::options::ViewOptions;
use smart_footprint::scene::{Primitive, Rectangle, Scene};
use smart_footprint::theme::Theme;

#[test]
fn every_mark_is_whole() {
    everywhere(|_, scene| {
        let mut faults = Vec::new();
        let picture = Rectangle::new(0.0, 0.0, scene.width, scene.height);
        let mut ids = BTreeSet::new();
        if scene.marks.is_empty() {
            faults.push("no marks".to_owned());
        }
        for (index, mark) in scene.marks.iter().enumerate() {
            let Rectangle { width, height, .. } = mark.bounds;
            let finite = width.is_finite() && height.is_finite() && width > 0.0 && height > 0.0;
            if !finite || !picture.contains(&mark.bounds) {
                faults.push(format!("{} lies at {:?}", mark.id, mark.bounds));
            }
            if primitives(scene, index).next().is_none() {
                faults.push(format!("nothing is drawn for {}", mark.id));
            }
            if !ids.insert(&mark.id) {
                faults.push(format!("{} stands twice", mark.id));
            }
            if mark.label.trim().is_empty() || mark.facts.is_empty() || mark.sources.is_empty() {
                faults.push(format!("{} has no label, fact or source", mark.id));
            }
        }
        let known = |primitive: &Primitive| primitive.mark.is_none_or(|mark| mark < scene.marks.len());
        if !scene.primitives.iter().all(known) {
            faults.push("a primitive of an unknown mark".to_owned());
        }
        faults
    });
}

#[test]
fn the_title_says_something_and_is_drawn() {
    everywhere(|_, scene| {
        let drawn = written(scene).contains(&scene.title);
        let said = !scene.title.trim().is_empty() && !scene.summary.trim().is_empty();
        if drawn && said { Vec::new() } else { vec![format!("title {:?}, drawn: {drawn}", scene.title)] }
    });
}

#[test]
fn the_hosts_own_heading_comes_first_and_the_finding_is_not_lost() {
    let dataset = embedded::dataset();
    for view in VIEWS {
        let own = draw(&dataset, view, 800.0);
        let with = |heading| {
            let options = ViewOptions { view, heading: Some(String::from(heading)), ..ViewOptions::default() };
            draw_with(&dataset, &options, 800.0, &Theme::light())
        };
        let headed = with("Where we are");
        assert_eq!(headed.title, "Where we are");
        assert!(headed.summary.starts_with(&own.title), "{}", headed.summary);
        assert!(headed.summary.ends_with(&own.summary), "{}", headed.summary);
        let hidden = with("");
        assert_eq!((hidden.title, hidden.summary), (own.title, own.summary));
    }
}

#[test]
fn the_same_input_gives_the_same_picture() {
    let dataset = embedded::dataset();
    for view in VIEWS {
        for width in [320.0, 777.0, 1600.0] {
            assert_eq!(draw(&dataset, view, width), draw(&dataset, view, width));
        }
    }
}

#[test]
fn light_and_dark_differ_in_colours_alone() {
    let dataset = embedded::dataset();
    for view in VIEWS {
        let options = ViewOptions { view, ..ViewOptions::default() };
        let [light, dark] = [Theme::light(), Theme::dark()].map(|theme| draw_with(&dataset, &options, 800.0, &theme));
        assert_eq!(light.marks, dark.marks);
        assert!(light.background != dark.background);
        let shapes =
            |scene: &Scene| scene.primitives.iter().map(|primitive| primitive.shape.clone()).collect::<Vec<_>>();
        assert_eq!(shapes(&light), shapes(&dark));
    }
}
