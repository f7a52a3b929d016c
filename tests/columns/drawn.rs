//! What is drawn of very many figures, and how much.

use crate::common::columns::{block, codes, dataset, growing, midnight, one};
use crate::common::{draw_in, draw_options, languages, options_of, texts, written};
use smart_footprint::scene::{Scene, Shape};
use smart_footprint::theme::Theme;

const DAY: f64 = 86_400_000.0;

fn corners(scene: &Scene) -> usize {
    let count = |shape: &Shape| if let Shape::Path { points, .. } = shape { points.len() } else { 1 };
    scene.primitives.iter().map(|primitive| count(&primitive.shape)).sum()
}

fn kinds(scene: &Scene, kind: &str) -> usize {
    scene.marks.iter().filter(|mark| mark.kind == kind).count()
}

#[test]
fn ten_times_the_figures_are_drawn_with_no_more() {
    let drawn = |count: usize| {
        let scene = draw_options(&dataset(vec![block(&growing("2015-01-01", 60_000.0, count))]), &[], 800.0);
        (corners(&scene), scene.marks.len(), scene.primitives.len())
    };
    let (less, more) = (drawn(100_000), drawn(1_000_000));
    assert!(more.0 < less.0 + less.0 / 10 && more.0 < 4_000, "{less:?} {more:?}");
    assert!(more.1.abs_diff(less.1) < 10 && more.1 < 800, "{less:?} {more:?}");
    assert!(more.2 < 100, "{more:?}");
}

#[test]
fn ranges_are_told_apart_by_narrowing() {
    let dataset = dataset(vec![block(&growing("2016-01-01", DAY, 3_653))]);
    let whole = draw_options(&dataset, &[], 800.0);
    assert!(kinds(&whole, "range") > 500);
    let month = draw_options(&dataset, &[("from", "2020-03-01"), ("to", "2020-03-31")], 800.0);
    assert_eq!((kinds(&month, "range"), kinds(&month, "point")), (0, 31));
    let mark = &month.marks[0];
    assert_eq!(mark.facts, ["observation:daily:1521"]);
    assert_eq!(mark.period.unwrap().to.unwrap().iso(), "2020-03-01");
    // Each has a point to press.
    assert!(month.marks.iter().all(|mark| mark.bounds.width > 6.0));
    let day = draw_options(&dataset, &[("from", "2020-03-01"), ("to", "2020-03-01")], 800.0);
    assert_eq!((kinds(&day, "range"), kinds(&day, "point")), (0, 1));
}

#[test]
fn a_short_stretch_can_be_narrowed_to_days() {
    let dataset = dataset(vec![block(&growing("2016-01-01", DAY, 3_653))]);
    let stops = |options: &[(&str, &str)]| {
        let options = [options, &[("controls", "")]].concat();
        draw_options(&dataset, &options, 800.0).timeline.unwrap().stops
    };
    let months = stops(&[]);
    assert!(months.iter().all(|stop| stop.day.ends_with("-01")) && months.len() <= 121);
    let days = stops(&[("from", "2020-03-01"), ("to", "2020-03-31")]);
    let label = |day: &str| {
        let stop = days.iter().find(|stop| stop.day == day).unwrap();
        format!("{} | {}", stop.label, stop.end_label).replace('\u{a0}', " ")
    };
    assert_eq!(label("2020-03-05"), "5 Mar 2020 | 4 Mar 2020");
    assert!(days.windows(2).all(|pair| pair[0].day < pair[1].day));
    assert!(days.len() > months.len() + 25 && days.len() < 260);
}

#[test]
fn every_figure_is_in_one_mark() {
    let count = 20_000;
    let scene = draw_options(&dataset(vec![block(&growing("2020-01-01", 3_600_000.0, count))]), &[], 700.0);
    let told: usize = scene.marks.iter().filter_map(|mark| mark.span).map(|span| span.count).sum();
    assert_eq!(told, count);
    let spans: Vec<_> = scene.marks.iter().filter_map(|mark| mark.span).collect();
    assert!(spans.windows(2).all(|pair| pair[0].to < pair[1].from), "in the order of time");
    for mark in &scene.marks {
        assert!(mark.bounds.height >= 2.0 && mark.bounds.width >= 2.0, "{mark:?}");
    }
}

#[test]
fn places_have_a_series_each_and_the_world_shows_the_latest() {
    let mut points = Vec::new();
    let mut place = Vec::new();
    // Day by day, place by place: no series lies in a row.
    for day in 0..1_000 {
        for at in 0..3 {
            points.push((midnight("2020-01-01") + f64::from(day) * DAY, f64::from(day * (at + 1))));
            place.push(f64::from(at));
        }
    }
    let mut counts = block(&points);
    counts.place = codes(&["NO", "FI", "SE"], &place);
    let dataset = dataset(vec![counts]);
    for (id, latest) in [("NO", 999.0), ("FI", 1_998.0), ("SE", 2_997.0)] {
        let scene = draw_options(&dataset, &[("place", id), ("from", "2022-09-01")], 900.0);
        assert_eq!(scene.marks.last().unwrap().value, Some(latest));
        assert!(scene.marks.iter().all(|mark| mark.place.as_deref() == Some(id)));
    }
    let world = draw_options(&dataset, &[], 900.0);
    assert_eq!(kinds(&world, "figure"), 3);
    assert!(written(&world).contains("2,997"), "{}", written(&world));
}

#[test]
fn filters_leave_out_what_they_name() {
    let points = growing("2020-01-01", DAY, 400);
    let mut counts = block(&points);
    let by: Vec<f64> = (0..400).map(|index| f64::from(u8::from(index >= 250))).collect();
    counts.source = codes(&["audit", "register"], &by);
    let dataset = dataset(vec![counts]);
    let count = |options: &[(&str, &str)]| {
        let scene = draw_options(&dataset, options, 800.0);
        scene.marks.iter().filter_map(|mark| mark.span).map(|span| span.count).sum::<usize>()
    };
    assert_eq!(count(&[]), 400);
    assert_eq!(count(&[("sources", "audit")]), 250);
    assert_eq!(count(&[("published-by", "2025-12-31")]), 250);
    assert_eq!(count(&[("qualifiers", "about")]), 0);
    assert_eq!(count(&[("sources", "register")]), 150);
    assert_eq!(count(&[("to", "2020-01-10")]), 10);
    assert_eq!(count(&[("at", "2020-01-10")]), 10);
    assert_eq!(count(&[]), 400);
}

#[test]
fn hedged_figures_break_the_line_and_keep_their_form() {
    let points = growing("2020-01-01", DAY, 9);
    let mut counts = block(&points);
    counts.qualifier = codes(&["exact", "at-least"], &[0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    let scene = draw_options(&dataset(vec![counts]), &[], 800.0);
    let accent = smart_footprint::theme::Theme::light().accent;
    let is_line = |stroke: Option<smart_footprint::scene::Stroke>| {
        stroke.is_some_and(|stroke| stroke.color == accent && stroke.width >= 2.0)
    };
    let lines = scene.primitives.iter().filter(|one| one.mark.is_none() && is_line(one.stroke)).count();
    assert_eq!(lines, 2);
    assert_eq!(kinds(&scene, "point"), 9);
    assert!(written(&scene).contains("lower bound"), "{}", written(&scene));
    let mut all = block(&growing("2020-01-01", 60_000.0, 50_000));
    all.qualifier = one("about");
    let scene = draw_options(&dataset(vec![all]), &[], 800.0);
    assert!(kinds(&scene, "range") > 300 && scene.primitives.len() < 1_000);
}

// Found by a fuzzer: they stood nowhere.
#[test]
fn figures_that_are_all_zero_lie_on_the_axis() {
    for (count, width) in [(1, 320.0), (9, 800.0), (3_000, 800.0)] {
        let points: Vec<(f64, f64)> = growing("2020-01-01", DAY, count).iter().map(|(time, _)| (*time, 0.0)).collect();
        let scene = draw_options(&dataset(vec![block(&points)]), &[], width);
        let told: usize = scene.marks.iter().filter_map(|mark| mark.span).map(|span| span.count).sum();
        assert_eq!(told, count);
        let bottoms: Vec<f64> = scene.marks.iter().map(|mark| mark.bounds.bottom()).collect();
        assert!(bottoms.iter().all(|y| *y > 0.0 && *y < scene.height && (y - bottoms[0]).abs() < 0.5), "{bottoms:?}");
    }
}

#[test]
fn the_axis_tells_hours_days_and_months() {
    let axis = |step: f64, count: usize, width: f64| {
        written(&draw_options(&dataset(vec![block(&growing("2024-02-27", step, count))]), &[], width))
    };
    let hours = axis(1_000.0, 30_000, 800.0);
    assert!(hours.contains("01:00") && hours.contains("27 Feb 2024 (UTC)"), "{hours}");
    let seconds = axis(1.0, 4_000, 800.0);
    assert!(seconds.contains("00:00:01"), "{seconds}");
    let days = axis(3_600_000.0, 24 * 9, 800.0);
    assert!(days.contains("1 Mar") && days.contains("2024"), "{days}");
    let months = axis(DAY, 300, 800.0);
    assert!(months.contains("Mar") && months.contains("Oct"), "{months}");
    let years = axis(DAY, 3_650, 800.0);
    assert!(years.contains("2025") && !years.contains("Mar"), "{years}");
}

#[test]
fn figures_in_columns_and_in_rows_share_a_panel() {
    let mut root = crate::common::columns::tables();
    let row = serde_json::json!({
        "id": "year-end", "metric": "outlets", "place": "world", "value": 900, "qualifier": "exact",
        "period": { "from": "2020-06-30", "to": "2020-06-30", "precision": "day", "basis": "stated" },
        "term": "outlets", "source": "audit"
    });
    if let smart_footprint::dataset::node::Value::Map(tables) = &mut root.value {
        let rows = smart_footprint::dataset::node::Value::List(vec![crate::common::node_of_json(&row)]);
        tables.iter_mut().find(|table| table.0 == "observations").unwrap().1 = rows.into();
    }
    let columns = crate::common::columns::raw(vec![block(&growing("2020-01-01", DAY, 1_000))]);
    let dataset = smart_footprint::dataset::Dataset::with_columns(&root, columns).unwrap().0;
    let scene = draw_options(&dataset, &[], 800.0);
    let row = scene.marks.iter().find(|mark| mark.id == "observation:year-end").unwrap();
    // It stands over its day.
    let day = midnight("2020-06-30");
    let same = scene.marks.iter().find(|mark| mark.span.is_some_and(|span| span.from <= day && day <= span.to));
    assert!((same.unwrap().bounds.center().x - row.bounds.center().x).abs() < 2.0);
}

#[test]
fn no_text_stands_over_another_or_is_cut() {
    let huge: Vec<(f64, f64)> =
        growing("2024-02-26", 1_000.0, 7_000).iter().map(|(time, value)| (*time, value * -6e11)).collect();
    let samples = [
        dataset(vec![block(&growing("2016-01-01", 3_600_000.0, 80_000))]),
        dataset(vec![block(&growing("2024-02-26", 600_000.0, 1_008))]),
        dataset(vec![block(&growing("2024-02-26", 1_000.0, 7_000))]),
        dataset(vec![block(&growing("2024-11-26", DAY, 90))]),
        // Found by a fuzzer: the largest figures there may be, under the first times.
        dataset(vec![block(&huge)]),
    ];
    let mut faults = Vec::new();
    for name in languages::names() {
        let messages = languages::messages(&name);
        for (index, dataset) in samples.iter().enumerate() {
            for width in (160..=1_800).step_by(120) {
                let options = options_of(dataset, &[]);
                let scene = draw_in(&messages, dataset, &options, f64::from(width), &Theme::light());
                crate::common::tried(1);
                let texts = texts(&scene);
                for (at, text) in texts.iter().enumerate() {
                    let bounds = text.bounds();
                    let cut = bounds.x < -0.5 || bounds.right() > f64::from(width) + 0.5;
                    let over = texts[..at].iter().find(|other| other.bounds().grown(-1.0).overlaps(&bounds));
                    if cut || over.is_some() {
                        let over = over.map(|text| &text.content);
                        faults.push(format!("{name}, sample {index}, {width} px: {:?} over {over:?}", text.content));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}
