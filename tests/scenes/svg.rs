//! The picture as SVG: XML with every text and every mark.

use crate::common::{VIEWS, draw, texts};
use smart_footprint::embedded;
use smart_footprint::surface::svg;

/// The texts of the picture, as a reader of the document sees them.
fn svg_texts(document: &roxmltree::Document) -> Vec<String> {
    let texts = document.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")));
    texts.map(|node| node.text().unwrap_or_default().to_owned()).collect()
}

#[test]
fn the_svg_is_xml_with_every_text_and_every_mark() {
    let dataset = embedded::dataset();
    for view in VIEWS {
        for width in (200..=2000).step_by(200) {
            let scene = draw(&dataset, view, f64::from(width));
            let text = svg::write(&scene, "en", svg::FONT_FAMILY);
            let document = roxmltree::Document::parse(&text).unwrap();
            let expected: Vec<&str> = texts(&scene).iter().map(|text| text.content.as_str()).collect();
            assert_eq!(svg_texts(&document), expected);
            for mark in &scene.marks {
                let group = document.descendants().find(|node| node.attribute("data-mark") == Some(&mark.id));
                let group = group.unwrap_or_else(|| panic!("{} has no group", mark.id));
                assert_eq!(group.attribute("aria-label"), Some(mark.label.as_str()));
            }
            let root = document.root_element();
            assert_eq!(root.attribute("aria-label"), Some(scene.title.as_str()));
            assert!(
                document.descendants().all(|node| node.attribute("style").is_none() && !node.has_tag_name("script"))
            );
        }
    }
}

#[test]
fn the_svg_has_one_group_for_a_mark() {
    let dataset = embedded::dataset();
    let mut faults = Vec::new();
    for view in VIEWS {
        for width in [320.0, 800.0, 1600.0] {
            let scene = draw(&dataset, view, width);
            let text = svg::write(&scene, "en", svg::FONT_FAMILY);
            let document = roxmltree::Document::parse(&text).unwrap();
            for mark in &scene.marks {
                let groups =
                    document.descendants().filter(|node| node.attribute("data-mark") == Some(&mark.id)).count();
                if groups != 1 {
                    faults.push(format!("{} at {width}: {} has {groups} groups", view.word(), mark.id));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn hostile_words_stay_words() {
    const HOSTILE: &str = "<script>&\"'</script>]]>";
    let mut dataset = embedded::dataset();
    dataset.about.brand = HOSTILE.to_owned();
    dataset.about.language = HOSTILE.to_owned();
    for metric in &mut dataset.metrics {
        metric.name = HOSTILE.to_owned();
        metric.unit = [HOSTILE, &metric.unit].concat();
    }
    for place in &mut dataset.places {
        place.name = HOSTILE.to_owned();
    }
    for model in &mut dataset.models {
        model.name = HOSTILE.to_owned();
    }
    for source in &mut dataset.sources {
        source.publisher = Some(HOSTILE.to_owned());
    }
    for row in &mut dataset.observations {
        row.term = HOSTILE.to_owned();
    }
    for row in &mut dataset.conflicts {
        row.what = [HOSTILE, "\u{0}\u{8}\u{1b}\u{fffe} and control characters"].concat();
    }
    for view in VIEWS {
        for width in [320.0, 1600.0] {
            let scene = draw(&dataset, view, width);
            let text = svg::write(&scene, &dataset.about.language, HOSTILE);
            assert!(!text.contains("<script"), "{}", view.word());
            let document = roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{}: {error}", view.word()));
            assert!(svg_texts(&document).concat().contains(HOSTILE), "{}", view.word());
            assert_eq!(document.root_element().attribute("lang"), Some(HOSTILE));
        }
    }
}
