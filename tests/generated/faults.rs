//! What is wrong with a picture, whatever it is of.

use std::collections::BTreeSet;

use crate::common::{texts, written};
use crate::facts;
use smart_footprint::dataset::Dataset;
use smart_footprint::options::ViewOptions;
use smart_footprint::scene::{Primitive, Rectangle, Scene, Shape};

/// Sums what is said to be left out: "and 3 more", "and one more event", "3 events, none …".
pub fn counted(scene: &Scene) -> usize {
    let written = written(scene);
    let words: Vec<&str> = written.split(' ').collect();
    let number = |word: &str| if word == "one" { Some(1) } else { word.replace(',', "").parse::<usize>().ok() };
    let is_count = |pair: &&[&str]| pair[1].starts_with("more") || pair[1].starts_with("event");
    words.windows(2).filter(is_count).filter_map(|pair| number(pair[0])).sum()
}

/// Whether all of its numbers are numbers.
pub fn is_finite(primitive: &Primitive) -> bool {
    let bounds = primitive.bounds();
    let style = match &primitive.shape {
        Shape::Text(text) => text.style.size + text.width,
        Shape::Rectangle { radius, .. } | Shape::Circle { radius, .. } => *radius,
        _ => 0.0,
    };
    [bounds.x, bounds.y, bounds.width, bounds.height, style].iter().all(|number| number.is_finite())
}

/// All faults of a picture.
pub fn faults_of(dataset: &Dataset, options: &ViewOptions, scene: &Scene) -> Vec<String> {
    let mut faults = Vec::new();
    let picture = Rectangle::new(0.0, 0.0, scene.width, scene.height);
    if !(scene.width.is_finite() && scene.height.is_finite() && scene.height > 0.0) {
        faults.push(format!("the picture is {} by {}", scene.width, scene.height));
    }
    for primitive in &scene.primitives {
        if !is_finite(primitive) {
            faults.push(format!("no number: {primitive:?}"));
        } else if !picture.grown(0.5).contains(&primitive.bounds()) {
            faults.push(format!("outside: {:?}", primitive.shape));
        }
    }
    let texts = texts(scene);
    let boxes: Vec<Rectangle> = texts.iter().map(|text| text.bounds().grown(-0.5)).collect();
    for (index, one) in boxes.iter().enumerate() {
        for other in (index + 1..boxes.len()).filter(|other| one.overlaps(&boxes[*other])) {
            faults.push(format!("text over text: {:?} over {:?}", texts[index].content, texts[other].content));
        }
    }
    let mut ids = BTreeSet::new();
    for (index, mark) in scene.marks.iter().enumerate() {
        if !picture.grown(0.5).contains(&mark.bounds) {
            faults.push(format!("the mark {} lies at {:?}", mark.id, mark.bounds));
        }
        if !ids.insert(&mark.id) {
            faults.push(format!("the mark {} stands twice", mark.id));
        }
        if mark.label.trim().is_empty() || mark.facts.is_empty() {
            faults.push(format!("the mark {} has no label or no fact", mark.id));
        }
        // A line through columns is drawn for all of its marks.
        if mark.span.is_none() && !scene.primitives.iter().any(|primitive| primitive.mark == Some(index)) {
            faults.push(format!("nothing is drawn for the mark {}", mark.id));
        }
    }
    if let Some(timeline) = &scene.timeline {
        let inside = picture.contains(&timeline.bounds)
            && timeline.stops.iter().all(|stop| stop.x >= 0.0 && stop.x <= scene.width)
            && timeline.first <= timeline.last
            && timeline.last < timeline.stops.len();
        if !inside {
            faults.push("the timeline lies outside, or its handles do".to_owned());
        }
    }
    let in_marks: BTreeSet<&str> = scene.marks.iter().flat_map(|mark| &mark.facts).map(String::as_str).collect();
    let facts = facts::of(dataset, options);
    let missing: Vec<&String> = facts.iter().filter(|fact| !in_marks.contains(fact.as_str())).collect();
    if missing.len() > counted(scene) {
        faults.push(format!("not in a mark, and {} counted: {missing:?}", counted(scene)));
    }
    faults
}
