//! Text is never over text, nothing is cut, and every picture is as wide as asked.

use crate::common::{VIEWS, draw, in_any_language, texts};
use smart_footprint::embedded;
use smart_footprint::scene::{Primitive, Rectangle, Text};
use smart_footprint::text::AdvanceTable;

#[test]
fn no_text_stands_over_text() {
    in_any_language(|_, scene| {
        let texts = texts(scene);
        let boxes: Vec<Rectangle> = texts.iter().map(|text| text.bounds().grown(-0.5)).collect();
        let mut faults = Vec::new();
        for (index, one) in boxes.iter().enumerate() {
            for other in (index + 1..boxes.len()).filter(|other| one.overlaps(&boxes[*other])) {
                faults.push(format!("{:?} over {:?}", texts[index].content, texts[other].content));
            }
        }
        faults
    });
}

#[test]
fn no_text_is_cut_by_the_edge() {
    in_any_language(|_, scene| {
        let picture = Rectangle::new(0.0, 0.0, scene.width, scene.height);
        let outside = |text: &&&Text| !picture.contains(&text.bounds());
        texts(scene).iter().filter(outside).map(|text| format!("{:?} at {:?}", text.content, text.bounds())).collect()
    });
}

#[test]
fn no_text_is_empty() {
    in_any_language(|_, scene| {
        let empty = texts(scene).iter().filter(|text| text.content.trim().is_empty()).count();
        if empty > 0 { vec![format!("{empty} empty texts")] } else { Vec::new() }
    });
}

#[test]
fn nothing_drawn_lies_outside_the_picture() {
    in_any_language(|_, scene| {
        let picture = Rectangle::new(0.0, 0.0, scene.width, scene.height).grown(0.5);
        let outside = |primitive: &&Primitive| !picture.contains(&primitive.bounds());
        scene.primitives.iter().filter(outside).map(|primitive| format!("{:?}", primitive.shape)).collect()
    });
}

#[test]
fn the_picture_is_as_wide_as_asked() {
    let dataset = embedded::dataset();
    for view in VIEWS {
        for width in [160.0, 200.0, 320.0, 333.5, 1600.0] {
            let scene = draw(&dataset, view, width);
            assert!((scene.width - width).abs() < 0.01 && scene.height > 100.0, "{} at {width}", view.word());
        }
    }
}

#[test]
fn a_text_is_as_wide_as_it_was_measured() {
    use smart_footprint::text::TextMetrics;
    in_any_language(|_, scene| {
        let wrong = |text: &&&Text| (AdvanceTable.width(&text.content, text.style) - text.width).abs() > 0.01;
        texts(scene).iter().filter(wrong).map(|text| format!("{:?}", text.content)).collect()
    });
}
