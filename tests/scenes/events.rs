//! What happened, in the growth view: each event in a bar of its kind's lane, or counted.

use std::collections::BTreeSet;

use crate::common::{draw_options, everywhere, in_any_language, primitives, texts, written};
use smart_footprint::dataset::Dataset;
use smart_footprint::dataset::period::{Basis, Day, Period, Precision};
use smart_footprint::dataset::tables::{Event, EventKind, Status};
use smart_footprint::embedded;
use smart_footprint::evidence::evidence;
use smart_footprint::messages::Messages;
use smart_footprint::scene::{Mark, Rectangle, Scene, Shape};

fn bars(scene: &Scene) -> Vec<&Mark> {
    scene.marks.iter().filter(|mark| mark.kind == "event").collect()
}

fn events<'a>(dataset: &'a Dataset, mark: &Mark) -> Vec<&'a Event> {
    mark.facts.iter().map(|fact| dataset.event(fact.strip_prefix("event:").unwrap()).unwrap()).collect()
}

/// How many events the words under the strip count.
fn counted(scene: &Scene) -> usize {
    let text = written(scene);
    let number = |before: &str, after: &str| {
        let (_, rest) = text.split_once(before)?;
        rest.split_once(after)?.0.rsplit(' ').next()?.parse().ok()
    };
    if text.contains("and one more event:") {
        return 1;
    }
    number("and ", " more events:")
        .or_else(|| number("", " more outside these days:"))
        .or_else(|| number("", " events, none within these days:"))
        .unwrap_or(0)
}

/// The faults in how a scene shows these events of a dataset.
fn faults(dataset: &Dataset, scene: &Scene, wanted: usize) -> Vec<String> {
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    for (index, mark) in scene.marks.iter().enumerate().filter(|(_, mark)| mark.kind == "event") {
        let events = events(dataset, mark);
        let first = events[0];
        for event in &events {
            if !seen.insert(&event.id) {
                faults.push(format!("{} is drawn twice", event.id));
            }
            let period = mark.period.unwrap();
            let within = period.from <= event.period.from && period.to >= event.period.to;
            let planned = |event: &Event| matches!(event.status, Status::Planned | Status::Explored);
            if event.kind != first.kind || planned(event) != planned(first) || !within {
                faults.push(format!("{} is not of the bar of {}", event.id, first.id));
            }
        }
        let dashed = primitives(scene, index).any(|primitive| primitive.stroke.is_some_and(|stroke| stroke.dashed));
        if dashed != matches!(first.status, Status::Planned | Status::Explored) {
            faults.push(format!("{} is {:?}, dashed: {dashed}", first.id, first.status));
        }
    }
    if seen.len() + counted(scene) != wanted {
        faults.push(format!("{} drawn and {} counted of {wanted}", seen.len(), counted(scene)));
    }
    let kinds: Vec<EventKind> = bars(scene).iter().map(|mark| events(dataset, mark)[0].kind).collect();
    if !kinds.is_sorted() {
        faults.push(format!("lanes in the order {kinds:?}"));
    }
    faults
}

#[test]
fn every_event_is_in_one_bar_or_counted() {
    everywhere(
        |dataset, scene| {
            if scene.marks[0].view == "growth" { faults(dataset, scene, dataset.events.len()) } else { Vec::new() }
        },
    );
}

#[test]
fn bars_do_not_overlap() {
    in_any_language(|_, scene| {
        let bars = bars(scene);
        let mut faults = Vec::new();
        for (index, one) in bars.iter().enumerate() {
            for other in &bars[index + 1..] {
                if one.bounds.grown(-1.0).overlaps(&other.bounds) {
                    faults.push(format!("{} over {}", one.id, other.id));
                }
            }
        }
        faults
    });
}

#[test]
fn kinds_draws_all_of_the_named_and_no_other() {
    let dataset = embedded::dataset();
    for kinds in ["award", "launch", "entry,rollout", "collaboration show rating software", "founding"] {
        let named: Vec<EventKind> = kinds.split([' ', ',']).map(|word| EventKind::from_word(word).unwrap()).collect();
        let wanted = dataset.events.iter().filter(|event| named.contains(&event.kind)).count();
        for width in [320.0, 800.0, 1600.0] {
            let scene = draw_options(&dataset, &[("kinds", kinds)], width);
            assert_eq!(faults(&dataset, &scene, wanted), Vec::<String>::new(), "{kinds} at {width}");
            let drawn: BTreeSet<EventKind> = bars(&scene).iter().map(|mark| events(&dataset, mark)[0].kind).collect();
            assert!(drawn.iter().all(|kind| named.contains(kind)), "{kinds} at {width}");
            let figures = |scene: &Scene| {
                let figures = scene.marks.iter().filter(|mark| mark.value.is_some());
                figures.map(|mark| mark.id.clone()).collect::<Vec<_>>()
            };
            assert_eq!(figures(&scene), figures(&draw_options(&dataset, &[], width)), "the figures stay as they are");
        }
    }
    let all = EventKind::WORDS.join(" ");
    let scene = draw_options(&dataset, &[("kinds", &all)], 320.0);
    let lanes: BTreeSet<EventKind> = bars(&scene).iter().map(|mark| events(&dataset, mark)[0].kind).collect();
    assert!(lanes.len() > 12, "where there is a lane a kind, few are left out: {lanes:?}");
}

#[test]
fn events_of_the_same_days_are_one_bar_that_lists_them() {
    let dataset = embedded::dataset();
    let scene = draw_options(&dataset, &[], 800.0);
    let in_2023 = |event: &&Event| event.kind == EventKind::Rollout && event.period.to == Day::parse("2023-12-31");
    let wanted: Vec<&Event> = dataset.events.iter().filter(in_2023).collect();
    assert_eq!(wanted.len(), 10);
    let bar = bars(&scene).into_iter().find(|mark| mark.facts.contains(&format!("event:{}", wanted[0].id))).unwrap();
    assert_eq!(events(&dataset, bar), wanted);
    assert_eq!(bar.label, "Rollouts: 10, 2023, smart newsroom");
    let card = evidence(bar, &dataset, &Messages::english());
    for event in &wanted {
        let told = card.rows.iter().filter(|row| row.text.starts_with(&event.title)).count();
        assert_eq!(told, 1, "{}", event.title);
    }
}

#[test]
fn a_card_of_several_events_says_which_are_planned() {
    let mut dataset = embedded::dataset();
    let plan = dataset.event("launch-2-2026").unwrap().clone();
    dataset.events.push(Event { id: "another".to_owned(), title: "Another is to come".to_owned(), ..plan });
    let scene = draw_options(&dataset, &[("kinds", "launch")], 800.0);
    let bar = bars(&scene).into_iter().find(|mark| mark.facts.len() == 2 && mark.status == Some(Status::Planned));
    let card = evidence(bar.unwrap(), &dataset, &Messages::english());
    assert!(card.rows.iter().any(|row| row.text.starts_with("Another is to come (planned)")), "{:?}", card.rows);
}

#[test]
fn events_of_a_place_are_those_in_it() {
    let dataset = embedded::dataset();
    let scene = draw_options(&dataset, &[("place", "CN"), ("kinds", "launch")], 800.0);
    let places: Vec<Option<String>> = bars(&scene).iter().map(|mark| mark.place.clone()).collect();
    assert!(!places.is_empty() && places.iter().all(|place| place.as_deref() == Some("CN")), "{places:?}");
    let scene = draw_options(&dataset, &[("place", "europe"), ("kinds", "rollout")], 800.0);
    let drawn: usize = bars(&scene).iter().map(|mark| mark.facts.len()).sum();
    assert_eq!(drawn, 10, "the ten countries lie in Europe");
}

#[test]
fn a_metric_alone_is_drawn_without_events_unless_kinds_are_named() {
    let dataset = embedded::dataset();
    assert!(bars(&draw_options(&dataset, &[("metric", "outlets")], 800.0)).is_empty());
    assert!(!bars(&draw_options(&dataset, &[("metric", "outlets"), ("kinds", "entry")], 800.0)).is_empty());
}

#[test]
fn events_alone_make_a_picture() {
    let mut dataset = embedded::dataset();
    dataset.observations.clear();
    let scene = draw_options(&dataset, &[], 800.0);
    assert_eq!(faults(&dataset, &scene, dataset.events.len()), Vec::<String>::new());
    assert_eq!(scene.title, format!("Events: {}", dataset.events.len()));
}

/// Made-up events, many on single days, over some years; the same every time.
fn crowd(dataset: &mut Dataset, count: u32) {
    let model = dataset.events[0].clone();
    let mut seed = 7_u32;
    let mut next = |below: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) % below
    };
    dataset.events.clear();
    let start = Day::parse("2023-01-01").unwrap();
    for index in 0..count {
        let from = Day(start.0 + next(1_300).cast_signed());
        let length = [0, 0, 0, 30, 180, 364][next(6) as usize];
        let (precision, to) = (Precision::Span, Day(from.0 + length));
        let open = next(9) == 0;
        dataset.events.push(Event {
            id: format!("made-up-{index}"),
            kind: EventKind::ALL[next(15) as usize],
            period: Period { from: (!open).then_some(from), to: Some(to), precision, basis: Basis::Stated },
            status: if next(5) == 0 { Status::Planned } else { Status::Reported },
            title: format!("Happening {index}"),
            ..model.clone()
        });
    }
}

#[test]
fn a_crowd_of_events_stays_readable() {
    for count in [1, 40, 600] {
        let mut dataset = embedded::dataset();
        dataset.conflicts.clear();
        crowd(&mut dataset, count);
        let mut found = Vec::new();
        for width in [200.0, 320.0, 500.0, 800.0, 1200.0, 2000.0] {
            for kinds in ["", "launch,show,award", "software"] {
                let scene = draw_options(&dataset, &[("kinds", kinds)], width);
                crate::common::tried(1);
                let here = format!("{count} events, {kinds:?} at {width}");
                let named = |event: &&Event| kinds.is_empty() || kinds.contains(event.kind.word());
                let wanted = dataset.events.iter().filter(named).count();
                found.extend(faults(&dataset, &scene, wanted).into_iter().map(|fault| format!("{here}: {fault}")));
                let boxes: Vec<Rectangle> = texts(&scene).iter().map(|text| text.bounds().grown(-0.5)).collect();
                for (index, one) in boxes.iter().enumerate() {
                    if boxes[index + 1..].iter().any(|other| one.overlaps(other)) {
                        found.push(format!("{here}: {:?} under another text", texts(&scene)[index].content));
                    }
                }
                let picture = Rectangle::new(0.0, 0.0, scene.width, scene.height);
                for primitive in scene.primitives.iter().filter(|primitive| !picture.contains(&primitive.bounds())) {
                    if !matches!(primitive.shape, Shape::Line(..)) {
                        found.push(format!("{here}: {:?} outside", primitive.shape));
                    }
                }
                assert!(scene.height < 2_200.0, "{here} is {} high", scene.height);
            }
        }
        assert!(found.is_empty(), "{} faults\n{}", found.len(), found.join("\n"));
    }
}

#[test]
fn the_count_of_a_bar_does_not_read_like_a_name_or_a_value() {
    everywhere(|_, scene| {
        let mut faults = Vec::new();
        for (index, mark) in scene.marks.iter().enumerate().filter(|(_, mark)| mark.kind == "event") {
            for primitive in primitives(scene, index) {
                if let Shape::Text(text) = &primitive.shape
                    && text.content.parse::<usize>().is_ok()
                {
                    faults.push(format!("{}: {}", mark.label, text.content));
                }
            }
        }
        faults
    });
    let scene = draw_options(&embedded::dataset(), &[("view", "growth")], 800.0);
    assert!(texts(&scene).iter().any(|text| text.content == "5×"));
}
