//! Whatever a series holds: in every column of pixels the line reaches the lowest and the highest
//! figure, and goes through no point that is none.

use crate::common::columns::{block, dataset, midnight};
use crate::common::draw_options;
use fastrand::Rng;
use smart_footprint::dataset::period::Day;
use smart_footprint::scene::{Point, Scene, Shape};

const DAY: f64 = 86_400_000.0;

/// A series at random: long or short, dense or with gaps, with spikes, steps and times told twice,
/// sorted or not.
fn series(random: &mut Rng) -> Vec<(f64, f64)> {
    let count = [2, 3, 17, 130, 900, 5_000, 40_000][random.usize(0..7)];
    let count = random.usize(count / 2 + 1..=count.max(2));
    let step = [DAY, 3_600_000.0, 60_000.0, 1_000.0, 0.7][random.usize(0..5)];
    let mut time = midnight("2015-03-01");
    let mut level = 100.0;
    let noise = [0.0, 1.0, 40.0][random.usize(0..3)];
    let whole = random.bool();
    let mut points = Vec::new();
    for _ in 0..count {
        time += match random.usize(0..40) {
            0 => 0.0,
            1 => step * random.f64() * 50.0,
            _ => step,
        };
        level += (random.f64() - 0.5) * noise;
        let spike = if random.usize(0..200) == 0 { (random.f64() - 0.5) * 3_000.0 } else { 0.0 };
        let value = level + spike;
        points.push((time, if whole { value.round() } else { value }));
    }
    if random.bool() {
        random.shuffle(&mut points);
    }
    points
}

/// The corners of the line, and the points that stand alone.
fn drawn(scene: &Scene) -> Vec<Point> {
    let accent = smart_footprint::theme::Theme::light().accent;
    let mut corners = Vec::new();
    for primitive in scene.primitives.iter().filter(|primitive| primitive.mark.is_none()) {
        if primitive.stroke.is_some_and(|stroke| stroke.color == accent) {
            match &primitive.shape {
                Shape::Path { points, .. } => corners.extend(points),
                Shape::Line(from, to) => corners.extend([*from, *to]),
                _ => {}
            }
        }
    }
    corners
}

/// A number to where it is drawn, from two of both.
fn scale(numbers: (f64, f64), places: (f64, f64)) -> impl Fn(f64) -> f64 {
    move |number| places.0 + (number - numbers.0) / (numbers.1 - numbers.0) * (places.1 - places.0)
}

fn range(numbers: impl Iterator<Item = f64>) -> (f64, f64) {
    numbers.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), number| (low.min(number), high.max(number)))
}

fn check(points: &[(f64, f64)], options: &[(&str, &str)], width: f64, seed: u64) -> bool {
    let day = |name: &str| options.iter().find(|option| option.0 == name).and_then(|option| Day::parse(option.1));
    let from = day("from").map_or(f64::NEG_INFINITY, |day| f64::from(day.0) * DAY);
    let to = day("to").map_or(f64::INFINITY, |day| (f64::from(day.0) + 1.0) * DAY);
    let mut shown: Vec<(f64, f64)> = points.iter().copied().filter(|(time, _)| *time >= from && *time < to).collect();
    shown.sort_by(|one, other| one.0.total_cmp(&other.0));
    let scene = draw_options(&dataset(vec![block(points)]), options, width);
    let corners = drawn(&scene);
    let (times, figures) = (range(shown.iter().map(|point| point.0)), range(shown.iter().map(|point| point.1)));
    if shown.len() < 2 || times.0 >= times.1 || figures.0 >= figures.1 {
        return false;
    }
    assert!(!corners.is_empty(), "no line, seed {seed}");
    let here = format!("{} points at {width} px with {options:?}, seed {seed}", shown.len());
    // The picture's own scale, from where the first and the last, the lowest and the highest stand.
    let (across, up) = (range(corners.iter().map(|at| at.x)), range(corners.iter().map(|at| at.y)));
    let (x, y) = (scale(times, across), scale(figures, (up.1, up.0)));
    let near = |one: f64, other: f64| (one - other).abs() < 1e-5;
    let placed: Vec<Point> = shown.iter().map(|(time, value)| Point::new(x(*time), y(*value))).collect();
    for corner in &corners {
        let first = placed.partition_point(|at| at.x < corner.x - 1e-5);
        let same = placed[first..].iter().take_while(|at| at.x <= corner.x + 1e-5);
        assert!(same.into_iter().any(|at| near(at.y, corner.y)), "{corner:?} is no figure: {here}");
    }
    let mut start = 0;
    while start < placed.len() {
        let column = placed[start].x.floor();
        let count = placed[start..].iter().take_while(|at| at.x < column + 1.0).count();
        // What stands on an edge between two columns may be drawn with either.
        let inside = placed[start..start + count].iter();
        let inside = inside.filter(|at| at.x > column + 1e-5 && at.x < column + 1.0 - 1e-5);
        let truth = range(inside.map(|at| at.y));
        let of_column = corners.iter().filter(|at| at.x > column - 1e-5 && at.x < column + 1.0 + 1e-5);
        let reached = range(of_column.map(|at| at.y));
        if truth.0 <= truth.1 {
            assert!(reached.0 <= truth.0 + 1e-5, "the highest at {column} is hidden: {here}");
            assert!(reached.1 >= truth.1 - 1e-5, "the lowest at {column} is hidden: {here}");
        }
        start += count.max(1);
    }
    // However many figures: four corners a column, and no more marks than columns.
    assert!(corners.len() as f64 <= width * 4.0, "{} corners: {here}", corners.len());
    assert!(scene.marks.len() as f64 <= width, "{} marks: {here}", scene.marks.len());
    true
}

#[test]
fn no_column_of_pixels_hides_an_extreme() {
    let mut looked_at = 0;
    for seed in 0..400 {
        let mut random = Rng::with_seed(seed);
        let points = series(&mut random);
        let width = f64::from(random.u32(200..1_800));
        looked_at += usize::from(check(&points, &[], width, seed));
        // The same, narrowed to some of its days.
        let (first, last) = range(points.iter().map(|point| point.0 / DAY));
        let day = |random: &mut Rng| Day((first + random.f64() * (last - first)) as i32);
        let (one, other) = (day(&mut random), day(&mut random));
        let (from, to) = (one.min(other).iso(), one.max(other).iso());
        looked_at += usize::from(check(&points, &[("from", &from), ("to", &to)], width, seed));
    }
    crate::common::tried(looked_at);
    assert!(looked_at > 500, "{looked_at}");
}
