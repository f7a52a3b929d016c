//! Any dataset that passes the check × any options × any width: no text over text, nothing
//! outside, nothing that is no number, every fact in a mark or counted, and an SVG document that
//! is XML.

use crate::bytes::Bytes;
use crate::common::draw_with;
use crate::{faults, mutations};
use smart_footprint::dataset::Dataset;
use smart_footprint::dataset::node::Node;
use smart_footprint::options::ViewOptions;
use smart_footprint::scene::Scene;
use smart_footprint::surface::svg;
use smart_footprint::theme::Theme;

/// A picture, with what it was drawn from; `None` where the check finds errors.
pub fn picture(bytes: &mut Bytes) -> Option<(Dataset, ViewOptions, Scene)> {
    drawn(bytes).map(|(_, dataset, options, scene)| (dataset, options, scene))
}

fn drawn(bytes: &mut Bytes) -> Option<(Node, Dataset, ViewOptions, Scene)> {
    let width = match bytes.below(4) {
        0 => *bytes.pick(&[160.0, 200.0, 320.0, 479.0, 480.0, 800.0, 1100.0, 1600.0, 2000.0]),
        1 => 200.0 + bytes.below(18_000) as f64 / 10.0,
        _ => 200.0 + bytes.below(1_800) as f64,
    };
    let dark = bytes.one_in(8);
    let root = mutations::dataset(bytes);
    let (dataset, _) = Dataset::from_node(&root).ok()?;
    let (options, _) = ViewOptions::read(&mutations::options(&dataset, bytes), &dataset);
    let theme = if dark { Theme::dark() } else { Theme::light() };
    let scene = draw_with(&dataset, &options, width, &theme);
    Some((root, dataset, options, scene))
}

pub fn run(data: &[u8]) {
    let Some((root, dataset, options, scene)) = drawn(&mut Bytes::new(data)) else { return };
    let faults = faults::faults_of(&dataset, &options, &scene);
    assert!(
        faults.is_empty(),
        "at {} px:\n{}\n{options:?}\n{}",
        scene.width,
        faults.join("\n"),
        mutations::told(&root)
    );

    let language = options.lang.as_deref().unwrap_or("en");
    let text = svg::write(&scene, language, svg::FONT_FAMILY);
    let document = roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("the SVG is no XML: {error}"));
    let harmless = |node: roxmltree::Node| {
        let name = node.tag_name().name();
        let known =
            ["svg", "title", "desc", "defs", "linearGradient", "stop", "rect", "g", "line", "path", "circle", "text"];
        let is_known = !node.is_element() || known.contains(&name);
        is_known
            && node.attributes().all(|attribute| !attribute.name().starts_with("on") && attribute.name() != "style")
    };
    let odd = document.descendants().find(|node| !harmless(*node));
    assert!(odd.is_none(), "{:?}", odd.map(|node| node.tag_name().name().to_owned()));
}
