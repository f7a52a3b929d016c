//! What the view says in words: no more than the figures do.

use crate::common::{draw_options, texts, written};
use crate::{Figure, WIDTHS, bar, exact, half_year, sales, title};
use smart_footprint::dataset::tables::Qualifier;
use smart_footprint::embedded;
use smart_footprint::scene::{Rectangle, Text};

#[test]
fn the_title_is_the_finding() {
    assert_eq!(sales(&embedded::dataset(), 800.0).title, "Sold 8% more worldwide; four markets more than doubled");
    let world = exact("w", "world", -5.0);
    let cases: &[(&[Figure], &str)] = &[
        (&[world], "Sold 5% less worldwide"),
        (&[exact("w", "world", 0.0)], "Sold as much worldwide as before"),
        (&[("w", "world", 8.0, Qualifier::MoreThan)], "Sold over 8% more worldwide"),
        (&[("w", "world", -8.0, Qualifier::AtLeast)], "Sales growth worldwide: at least −8%"),
        (&[world, exact("a", "FI", 12.0)], "Sold 5% less worldwide; Finland: +12%"),
        (&[exact("a", "FI", 12.0)], "Sales growth: Finland: +12%"),
        (&[world, exact("a", "FI", 120.0)], "Sold 5% less worldwide; Finland more than doubled"),
        (
            &[world, exact("a", "FI", 12.0), exact("b", "SE", -2.0), exact("c", "DE", 3.0)],
            "Sold 5% less worldwide; two of three markets told of grew",
        ),
        (&[exact("a", "FI", -12.0), exact("b", "SE", -2.0)], "Sales growth: both markets told of fell"),
        (&[exact("a", "FI", 12.0), exact("b", "europe", 2.0)], "Sales growth: both places told of grew"),
        // A hundred percent more is twice, not more than twice; a bound from above tells nothing.
        (&[exact("a", "FI", 100.0), exact("b", "SE", 2.0)], "Sales growth: both markets told of grew"),
        (&[("a", "FI", 100.0, Qualifier::MoreThan), exact("b", "SE", 2.0)], "Sales growth: Finland more than doubled"),
        (&[("a", "FI", 300.0, Qualifier::AtMost), exact("b", "SE", 2.0)], "Sales growth: first half of 2026"),
        (
            &[("a", "FI", 110.0, Qualifier::About), ("b", "SE", 105.0, Qualifier::Nearly)],
            "Sales growth: both markets told of grew",
        ),
        (&[exact("w", "world", 5.0), exact("v", "world", 6.0)], "Sales growth worldwide: told differently"),
    ];
    for (rows, expected) in cases {
        assert_eq!(title(rows).replace('\u{a0}', " "), *expected);
    }
}

#[test]
fn the_subtitle_says_what_it_is_measured_against() {
    let scene = sales(&embedded::dataset(), 800.0);
    let subtitle = "Sales growth of smart in the first half of 2026, against the same half-year of 2025";
    assert!(written(&scene).contains(subtitle), "{}", written(&scene));
    let mut dataset = embedded::dataset();
    for row in &mut dataset.observations {
        row.method = None;
    }
    assert!(written(&sales(&dataset, 800.0)).contains("measured against what is not told"));
}

#[test]
fn a_bar_that_is_measured_otherwise_says_so() {
    let mut dataset = embedded::dataset();
    let row = dataset.observations.iter_mut().find(|row| row.id == "sales-growth-se-2026-h1").unwrap();
    row.method = Some("against the half-year before".to_owned());
    let scene = sales(&dataset, 800.0);
    let told = texts(&scene).into_iter().filter(|text| text.content.contains("against the half-year before"));
    let bar = bar(&scene, "sales-growth-se-2026-h1");
    let boxes: Vec<Rectangle> = told.map(Text::bounds).collect();
    assert!(boxes.len() == 1 && boxes[0].y < bar.bottom() && boxes[0].bottom() > bar.y, "{boxes:?}");
}

#[test]
fn it_is_said_that_no_number_of_cars_is_given_unless_one_is() {
    const SENTENCE: &str = "No number of cars is given.";
    let mut dataset = embedded::dataset();
    assert!(written(&sales(&dataset, 800.0)).contains(SENTENCE));
    let mut row = dataset.observation("deliveries-2024-01-19").unwrap().clone();
    row.id = "deliveries-fi".to_owned();
    row.place = "FI".to_owned();
    row.period = half_year("2026-01-01", "2026-06-30");
    dataset.observations.push(row);
    let scene = sales(&dataset, 800.0);
    assert!(!written(&scene).contains(SENTENCE));
    assert!(scene.marks.iter().any(|mark| mark.id == "observation:deliveries-fi" && mark.kind == "figure"));
    // What a filter hides is given all the same.
    let hidden = draw_options(&dataset, &[("view", "sales"), ("qualifiers", "exact")], 800.0);
    assert!(!written(&hidden).contains(SENTENCE) && !written(&hidden).contains("vehicles"));
}

#[test]
fn it_is_said_how_many_markets_the_source_picked() {
    let mut dataset = embedded::dataset();
    let sentence = "Of 41 markets that it counts, the source gives a figure for four.";
    assert!(written(&sales(&dataset, 800.0)).contains(sentence));
    // The count of another source is no measure of what this one picked.
    dataset.observations.iter_mut().find(|row| row.id == "markets-2026-h1").unwrap().source =
        "2025-h1-review".to_owned();
    let scene = sales(&dataset, 800.0);
    assert!(
        !written(&scene).contains("it counts") && written(&scene).contains("Markets that a figure is given for: four.")
    );
}

#[test]
fn ranks_stand_as_figures_under_the_bars() {
    for width in WIDTHS {
        let scene = sales(&embedded::dataset(), width);
        let figures: Vec<&str> =
            scene.marks.iter().filter(|mark| mark.kind == "figure").map(|mark| mark.id.as_str()).collect();
        assert_eq!(figures, ["observation:sales-rank-5-hk-2025", "observation:sales-rank-cn-2023"]);
    }
    let scene = sales(&embedded::dataset(), 800.0);
    assert!(written(&scene).contains("China, premium brands, compact SUV segment, 2023"));
}
