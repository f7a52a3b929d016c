//! Any dataset that passes the check × any options × any width: no text over text, nothing
//! outside, nothing that is no number, every fact in a mark or counted, and an SVG document that
//! is XML.

use std::collections::{BTreeMap, BTreeSet};

use crate::bytes::Bytes;
use crate::common::draw_with;
use crate::{blocks, faults, mutations};
use smart_footprint::dataset::Dataset;
use smart_footprint::dataset::columns::{Point, day_of};
use smart_footprint::dataset::node::Node;
use smart_footprint::evidence::told;
use smart_footprint::messages::Messages;
use smart_footprint::options::{ViewKind, ViewOptions};
use smart_footprint::scene::Scene;
use smart_footprint::surface::svg;
use smart_footprint::theme::Theme;

/// A picture, with what it was drawn from.
pub struct Drawn {
    pub root: Node,
    pub dataset: Dataset,
    pub options: ViewOptions,
    pub scene: Scene,
}

/// A picture; `None` where the check finds errors.
pub fn picture(bytes: &mut Bytes) -> Option<Drawn> {
    let surroundings = surroundings(bytes);
    let root = mutations::dataset(bytes);
    let columns = blocks::some(&root, bytes);
    let (dataset, _) = Dataset::with_columns(&root, columns).ok()?;
    Some(draw(root, dataset, &surroundings, bytes))
}

/// Another picture of the same dataset.
pub fn other(of: Drawn, bytes: &mut Bytes) -> Drawn {
    let surroundings = surroundings(bytes);
    draw(of.root, of.dataset, &surroundings, bytes)
}

fn surroundings(bytes: &mut Bytes) -> (f64, Theme) {
    let width = match bytes.below(4) {
        0 => *bytes.pick(&[160.0, 200.0, 320.0, 479.0, 480.0, 800.0, 1100.0, 1600.0, 2000.0]),
        1 => 200.0 + bytes.below(18_000) as f64 / 10.0,
        _ => 200.0 + bytes.below(1_800) as f64,
    };
    (width, if bytes.one_in(8) { Theme::dark() } else { Theme::light() })
}

fn draw(root: Node, dataset: Dataset, (width, theme): &(f64, Theme), bytes: &mut Bytes) -> Drawn {
    let (mut options, _) = ViewOptions::read(&mutations::options(&dataset, bytes), &dataset);
    // Nothing else draws columns.
    if !dataset.columns.is_empty() && !bytes.one_in(8) {
        options.view = ViewKind::Growth;
    }
    let scene = draw_with(&dataset, &options, *width, theme);
    Drawn { root, dataset, options, scene }
}

pub fn run(data: &[u8]) {
    let Some(Drawn { root, dataset, options, scene }) = picture(&mut Bytes::new(data)) else { return };
    // Marks of columns are told when somebody asks.
    let labelled = told(&scene, &dataset, &Messages::english());
    let mut faults = faults::faults_of(&dataset, &options, &labelled);
    faults.extend(columns_of(&dataset, &options, &labelled));
    assert!(
        faults.is_empty(),
        "at {} px:\n{}\n{options:?}\n{:?}\n{}",
        scene.width,
        faults.join("\n"),
        dataset.columns.blocks(),
        mutations::told(&root)
    );

    let language = options.lang.as_deref().unwrap_or("en");
    let text = svg::write(&labelled, language, svg::FONT_FAMILY);
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

/// What is wrong with how columns are drawn. Each of their points that the options let through is in
/// one mark; where the world is looked at, the latest of each other place is a figure, or counted.
fn columns_of(dataset: &Dataset, options: &ViewOptions, scene: &Scene) -> Vec<String> {
    if options.view != ViewKind::Growth {
        return Vec::new();
    }
    let is_shown = |point: &Point| {
        let published = dataset.source(point.source()).unwrap().published.end();
        let day = day_of(point.time());
        (options.sources.is_empty() || options.sources.iter().any(|id| id == point.source()))
            && options.published_by.is_none_or(|limit| published.is_some_and(|day| day <= limit))
            && (options.qualifiers.is_empty() || options.qualifiers.contains(&point.qualifier()))
            && options.metric.as_ref().map_or(point.block.metric != "models", |id| *id == point.block.metric)
            && options.from.is_none_or(|first| first <= day)
            && [options.to, options.at].into_iter().flatten().all(|last| day <= last)
    };
    let mut here = 0;
    let mut latest: BTreeMap<(&str, &str), Vec<Point>> = BTreeMap::new();
    for block in dataset.columns.blocks() {
        for point in (0..block.len()).map(|at| block.point(at)).filter(is_shown) {
            if point.place() == options.place {
                here += 1;
            } else if options.place == "world" {
                let known = latest.entry((&block.metric, point.place())).or_default();
                if known.first().is_none_or(|known| known.time() <= point.time()) {
                    known.retain(|known| known.time() >= point.time());
                    known.push(point);
                }
            }
        }
    }
    let mut faults = Vec::new();
    let drawn: usize = scene.marks.iter().filter_map(|mark| mark.span).map(|span| span.count).sum();
    if drawn != here {
        faults.push(format!("of {here} points in columns {drawn} are in marks"));
    }
    let in_marks: BTreeSet<&str> = scene.marks.iter().flat_map(|mark| &mark.facts).map(String::as_str).collect();
    latest.retain(|_, points| !points.iter().any(|point| in_marks.contains(point.reference().as_str())));
    if latest.len() > faults::counted(scene) {
        faults.push(format!("not in a mark: the latest of {:?}", latest.keys()));
    }
    faults
}
