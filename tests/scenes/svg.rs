//! The picture as SVG: XML with every text and every mark.

use crate::common::{VIEWS, draw, draw_options, texts};
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
            crate::common::tried(1);
            let document = roxmltree::Document::parse(&text).unwrap();
            let expected: Vec<&str> = texts(&scene).iter().map(|text| text.content.as_str()).collect();
            assert_eq!(svg_texts(&document), expected);
            for mark in &scene.marks {
                let group = document.descendants().find(|node| node.attribute("data-mark") == Some(&mark.id));
                let group = group.unwrap_or_else(|| panic!("{} has no group", mark.id));
                let title = group.first_element_child().filter(|child| child.tag_name().name() == "title");
                assert_eq!(title.and_then(|title| title.text()), Some(mark.label.as_str()));
            }
            let root = document.root_element();
            let about: Vec<_> = root.children().take(2).map(|node| (node.tag_name().name(), node.text())).collect();
            assert_eq!(about, [("title", Some(scene.title.as_str())), ("desc", Some(scene.summary.as_str()))]);
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

/// What a page hands over may be anything; a document with a character that XML forbids shows as
/// nothing but an error.
#[test]
fn every_character_there_is_leaves_the_svg_xml() {
    let dataset = embedded::dataset();
    let all: Vec<char> = ('\0'..=char::MAX)
        .filter(|character| u32::from(*character) % 0x1_0000 < 0x3100 || u32::from(*character) % 0x1_0000 >= 0xd000)
        .collect();
    for some in all.chunks(900) {
        let heading: String = some.iter().collect();
        let scene = draw_options(&dataset, &[("view", "sales"), ("heading", &heading)], 1600.0);
        let text = svg::write(&scene, &heading, &heading);
        let from = u32::from(some[0]);
        let document = roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("from U+{from:04X}: {error}"));
        let is_allowed = |character: char| {
            matches!(character,
            '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
        };
        assert!(text.chars().all(is_allowed), "from U+{from:04X}");
        let language = document.root_element().attribute("lang").unwrap_or_default();
        let kept: String = some
            .iter()
            .filter(|character| is_allowed(**character))
            .map(|character| if matches!(character, '\t' | '\n' | '\r') { ' ' } else { *character })
            .collect();
        assert_eq!(language, kept, "from U+{from:04X}");
    }
}
