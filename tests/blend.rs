//! The scene between two scenes: continuous at both ends, and bounded on the way.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;
mod tables;

use common::{draw_options, texts};
use smart_footprint::embedded;
use smart_footprint::scene::blend::blend;
use smart_footprint::scene::{Anchor, Fill, Mark, Point, Primitive, Scene, Shape, Stroke, Text};
use smart_footprint::text::{TextStyle, Weight};
use smart_footprint::theme::Color;

const WHITE: Color = Color::hex(0x00ff_ffff);
const INK: Color = Color::hex(0x0010_2030);

type Options<'a> = &'a [(&'a str, &'a str)];

/// Changes that a reader can make.
const CHANGES: [(Options, Options); 8] = [
    (&[("view", "growth")], &[("view", "lineup")]),
    (&[("view", "lineup")], &[("view", "growth")]),
    (&[("view", "growth")], &[("view", "sales")]),
    (&[("view", "growth")], &[("view", "markets")]),
    (&[("view", "markets"), ("at", "2024-12-31")], &[("view", "markets"), ("at", "2025-12-31")]),
    (&[("view", "lineup"), ("at", "2024-12-31")], &[("view", "lineup"), ("at", "2025-12-31")]),
    (&[("view", "growth")], &[("view", "growth"), ("from", "2025-01-01"), ("to", "2025-12-31")]),
    (&[("view", "growth")], &[("view", "growth"), ("published-by", "2025-01-01")]),
];

fn changes() -> impl Iterator<Item = (Scene, Scene)> {
    let dataset = embedded::dataset();
    CHANGES.into_iter().flat_map(move |(from, to)| {
        [320.0, 800.0].map(|width| (draw_options(&dataset, from, width), draw_options(&dataset, to, width)))
    })
}

#[test]
fn at_its_ends_it_is_what_it_goes_between() {
    for (from, to) in changes() {
        assert_eq!(blend(&from, &to, 0.0), from);
        assert_eq!(blend(&from, &to, -1.0), from);
        assert_eq!(blend(&from, &to, 1.0), to);
        assert_eq!(blend(&from, &to, 2.0), to);
        assert_eq!(blend(&from, &to, f64::NAN), to);
    }
}

#[test]
fn on_the_way_it_is_neither_and_every_number_is_one() {
    for (from, to) in changes() {
        for step in 1..20 {
            let scene = blend(&from, &to, f64::from(step) / 20.0);
            assert!(scene.primitives != from.primitives && scene.primitives != to.primitives);
            assert_eq!((scene.width, scene.height), (to.width, to.height));
            assert_eq!(scene.marks[..to.marks.len()], to.marks);
            for primitive in &scene.primitives {
                let bounds = primitive.bounds();
                let numbers = [bounds.x, bounds.y, bounds.width, bounds.height];
                assert!(numbers.iter().all(|number| number.is_finite()), "{primitive:?}");
                assert!(bounds.width >= 0.0 && bounds.height >= 0.0);
                assert!(primitive.mark.is_none_or(|mark| mark < scene.marks.len()));
            }
        }
    }
}

/// All that is not almost invisible: words, and where it stands.
fn seen(scene: &Scene) -> Vec<(&str, [f64; 4])> {
    let visible = scene.primitives.iter().filter(|primitive| {
        let fill = if primitive.fill.is_some() { opacity(primitive) } else { 0 };
        fill.max(primitive.stroke.map_or(0, |stroke| stroke.color.alpha)) > 6
    });
    visible
        .map(|primitive| {
            let bounds = primitive.bounds();
            let content = if let Shape::Text(text) = &primitive.shape { text.content.as_str() } else { "" };
            (content, [bounds.x, bounds.y, bounds.width, bounds.height])
        })
        .collect()
}

fn assert_looks_like(scene: &Scene, other: &Scene) {
    let (here, mut there) = (seen(scene), seen(other));
    assert_eq!(here.len(), there.len());
    for (content, bounds) in here {
        let near = |(other, place): &(&str, [f64; 4])| {
            *other == content && place.iter().zip(bounds).all(|(one, other)| (one - other).abs() < 0.05)
        };
        let found = there.iter().position(near).unwrap_or_else(|| panic!("{content:?} at {bounds:?}"));
        there.swap_remove(found);
    }
}

#[test]
fn it_leaves_one_end_and_comes_to_the_other_without_a_jump() {
    for (from, to) in changes() {
        assert_looks_like(&blend(&from, &to, 1e-5), &from);
        assert_looks_like(&blend(&from, &to, 1.0 - 1e-5), &to);
    }
}

fn mark(id: &str) -> Mark {
    let scene = draw_options(&embedded::dataset(), &[], 800.0);
    Mark { id: id.to_owned(), ..scene.marks.into_iter().next().expect("a mark") }
}

fn scene(marks: &[&str], primitives: Vec<Primitive>) -> Scene {
    Scene {
        width: 400.0,
        height: 300.0,
        background: WHITE,
        primitives,
        marks: marks.iter().map(|id| mark(id)).collect(),
        title: String::new(),
        summary: String::new(),
        finding: String::new(),
        timeline: None,
    }
}

fn disc(x: f64, mark: Option<usize>) -> Primitive {
    let shape = Shape::Circle { center: Point::new(x, 10.0), radius: 5.0 };
    Primitive { shape, fill: Some(Fill::Solid(INK)), stroke: None, mark }
}

fn word(content: &str, x: f64, anchor: Anchor, mark: Option<usize>) -> Primitive {
    let style = TextStyle { size: 10.0, weight: Weight::Regular };
    let text = Text { at: Point::new(x, 20.0), content: content.to_owned(), style, anchor, width: 40.0 };
    Primitive { shape: Shape::Text(text), fill: Some(Fill::Solid(INK)), stroke: None, mark }
}

fn opacity(primitive: &Primitive) -> u8 {
    match primitive.fill {
        Some(Fill::Solid(color) | Fill::FadeIn { color, .. }) => color.alpha,
        None => primitive.stroke.map_or(0, |stroke| stroke.color.alpha),
    }
}

#[test]
fn a_mark_keeps_its_identity_whatever_its_place_in_the_list() {
    let from = scene(&["a", "b"], vec![disc(100.0, Some(0)), disc(200.0, Some(1))]);
    let to = scene(&["b", "c"], vec![disc(300.0, Some(0)), disc(50.0, Some(1))]);
    let half = blend(&from, &to, 0.5);
    let ids: Vec<&str> = half.marks.iter().map(|mark| mark.id.as_str()).collect();
    assert_eq!(ids, ["b", "c", "a"]);
    let found: Vec<(f64, u8, Option<usize>)> = half
        .primitives
        .iter()
        .map(|primitive| (primitive.bounds().center().x, opacity(primitive), primitive.mark))
        .collect();
    // "a" goes, "b" moves at full strength, "c" comes.
    assert_eq!(found, [(100.0, 127, Some(2)), (250.0, 255, Some(0)), (50.0, 127, Some(1))]);
}

#[test]
fn words_that_stay_move_and_words_that_change_fade_into_each_other() {
    let from =
        scene(&["a"], vec![word("41", 100.0, Anchor::End, Some(0)), word("markets", 0.0, Anchor::Start, Some(0))]);
    let to =
        scene(&["a"], vec![word("markets", 50.0, Anchor::Start, Some(0)), word("44", 200.0, Anchor::End, Some(0))]);
    let half = blend(&from, &to, 0.5);
    let found: Vec<(&str, f64, u8)> = texts(&half)
        .into_iter()
        .zip(&half.primitives)
        .map(|(text, primitive)| (text.content.as_str(), text.at.x, opacity(primitive)))
        .collect();
    assert_eq!(found, [("markets", 25.0, 255), ("41", 150.0, 127), ("44", 150.0, 127)]);
}

#[test]
fn the_same_words_move_by_their_left_edge_though_they_hang_on_another_point() {
    let from = scene(&["a"], vec![word("same", 100.0, Anchor::Start, Some(0))]);
    let to = scene(&["a"], vec![word("same", 160.0, Anchor::End, Some(0))]);
    let half = blend(&from, &to, 0.5);
    assert!((texts(&half)[0].bounds().x - 110.0).abs() < 1e-9);
    assert_eq!(half.primitives.len(), 1);
}

#[test]
fn the_frame_stays_where_it_is_the_same_and_fades_where_it_is_not() {
    let line = |y: f64| Primitive {
        shape: Shape::Line(Point::new(0.0, y), Point::new(400.0, y)),
        fill: None,
        stroke: Some(Stroke::solid(INK, 1.0)),
        mark: None,
    };
    let half = blend(&scene(&[], vec![line(10.0), line(20.0)]), &scene(&[], vec![line(10.0), line(30.0)]), 0.5);
    let found: Vec<(f64, u8)> =
        half.primitives.iter().map(|primitive| (primitive.bounds().center().y, opacity(primitive))).collect();
    assert_eq!(found, [(10.0, 255), (20.0, 127), (30.0, 127)]);
}

#[test]
fn a_path_with_more_corners_passes_through_all_of_them() {
    let path = |points: &[(f64, f64)]| Primitive {
        shape: Shape::Path { points: points.iter().map(|(x, y)| Point::new(*x, *y)).collect(), closed: false },
        fill: None,
        stroke: Some(Stroke::solid(INK, 2.0)),
        mark: Some(0),
    };
    let from = scene(&["a"], vec![path(&[(0.0, 0.0), (10.0, 10.0), (20.0, 0.0)])]);
    let to = scene(&["a"], vec![path(&[(0.0, 0.0), (30.0, 30.0), (60.0, 0.0), (90.0, 30.0)])]);
    let almost = blend(&from, &to, 1e-9);
    let Shape::Path { points, .. } = &almost.primitives[0].shape else { panic!("a path") };
    assert!(points.iter().any(|point| (point.x - 10.0).abs() < 1e-6 && (point.y - 10.0).abs() < 1e-6));
    let nearly = blend(&from, &to, 1.0 - 1e-9);
    let Shape::Path { points, .. } = &nearly.primitives[0].shape else { panic!("a path") };
    assert!(points.iter().any(|point| (point.x - 30.0).abs() < 1e-6 && (point.y - 30.0).abs() < 1e-6));
    assert!(points.len() <= 7);
}

#[test]
fn what_is_interrupted_again_and_again_does_not_pile_up() {
    let dataset = embedded::dataset();
    let ends = [[("view", "growth")], [("view", "lineup")]].map(|options| draw_options(&dataset, &options, 800.0));
    let once = ends.iter().map(|scene| scene.primitives.len()).sum::<usize>();
    let mut shown = ends[0].clone();
    let mut most = 0;
    for step in 1..400 {
        shown = blend(&shown, &ends[step % 2], 0.2);
        most = most.max(shown.primitives.len());
    }
    assert!(most < once * 20, "{most} primitives of {once}");
    assert!(shown.marks.len() < 4 * (ends[0].marks.len() + ends[1].marks.len()));
}

#[test]
fn of_what_goes_a_mark_stays_only_as_long_as_something_of_it_is_seen() {
    let mut shown = scene(&["0"], vec![disc(10.0, Some(0))]);
    for step in 1..400 {
        let id = step.to_string();
        shown = blend(&shown, &scene(&[&id], vec![disc(10.0, Some(0))]), 0.5);
        assert_eq!(shown.marks[0].id, id);
    }
    assert!(shown.marks.len() < 12, "{} marks", shown.marks.len());
}

#[test]
fn too_much_to_move_is_there_at_once() {
    let many = |x: f64| {
        let primitives = (0..15_000).map(|index| disc(x + f64::from(index), None)).collect();
        scene(&[], primitives)
    };
    let (from, to) = (many(0.0), many(0.5));
    assert_eq!(blend(&from, &to, 0.5), to);
    assert_eq!(blend(&from, &to, 0.0), from);
}

#[test]
fn a_background_that_is_not_there_takes_no_hue_on_its_way() {
    let (from, mut to) = (scene(&[], Vec::new()), scene(&[], Vec::new()));
    to.background = Color { red: 0, green: 0, blue: 0, alpha: 0 };
    assert_eq!(blend(&from, &to, 0.5).background, Color { alpha: 128, ..WHITE });
}
