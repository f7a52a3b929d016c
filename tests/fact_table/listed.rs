//! The table as readers see it.

use crate::common::{draw_with, invented_brand, options_of};
use smart_footprint::dataset::Dataset;
use smart_footprint::dataset::tables::Event;
use smart_footprint::embedded;
use smart_footprint::fact_table::listing::{Cell, ListedRow, Listing, MOST_ROWS, listing};
use smart_footprint::messages::Messages;
use smart_footprint::theme::Theme;

fn listed(dataset: &Dataset, options: &[(&str, &str)]) -> Listing {
    let options = options_of(dataset, options);
    listing(&draw_with(dataset, &options, 800.0, &Theme::light()), dataset, &options, &Messages::english())
}

fn row<'a>(listing: &'a Listing, reference: &str) -> &'a ListedRow {
    listing.rows.iter().find(|row| row.reference.as_deref() == Some(reference)).expect(reference)
}

fn cell<'a>(listing: &Listing, row: &'a ListedRow, column: &str) -> &'a Cell {
    &row.cells[listing.columns.iter().position(|known| known.id == column).unwrap()]
}

fn plain(cell: &Cell) -> String {
    let mut text = cell.text.clone();
    for line in &cell.lines {
        text.push_str(&[" | ", &line.label, ": ", &line.text].concat());
    }
    text.replace('\u{a0}', " ")
}

#[test]
fn a_figure_is_told_whole() {
    let dataset = embedded::dataset();
    let table = listed(&dataset, &[]);
    let markets = row(&table, "observation:markets-2026-h1");
    let cells: Vec<String> = markets.cells.iter().map(plain).collect();
    assert_eq!(
        cells[..6],
        [
            "Markets",
            "Figure",
            "World",
            "41 markets | Qualifier: as printed",
            "first half of 2026 | Known by: stated by the source",
            "smart newsroom, 3 Jul 2026 | Where: first bullet, graphic, caption and section on partners",
        ]
    );
    assert!(cells[6].contains("In its words: “") && cells[6].contains("Also told as: "), "{}", cells[6]);
    assert!(cell(&table, markets, "source").url.as_deref().unwrap().starts_with("https://media.smart.com/"));
    assert_eq!(cell(&table, markets, "figure").order, Some(41.0));
}

#[test]
fn a_bound_and_a_contradiction_are_said_to_be_so() {
    let dataset = embedded::dataset();
    let table = listed(&dataset, &[]);
    let bound = table
        .rows
        .iter()
        .find(|row| cell(&table, row, "figure").text.starts_with("over "))
        .map(|row| plain(cell(&table, row, "figure")))
        .unwrap();
    assert!(bound.ends_with("| Qualifier: lower bound: more than this"), "{bound}");
    let remarks = plain(cell(&table, row(&table, "observation:markets-2025-h1"), "remarks"));
    assert!(remarks.contains("Contradicted: Our arithmetic: 38 in mid-2025 less the 7"), "{remarks}");
    let conflict = row(&table, "conflict:markets-start-of-2025");
    assert_eq!(cell(&table, conflict, "remarks").lines.len(), 4, "both sides");
    assert_eq!(plain(cell(&table, conflict, "kind")), "Contradiction");
}

#[test]
fn a_plan_is_no_report() {
    let dataset = embedded::dataset();
    let table = listed(&dataset, &[("view", "lineup")]);
    assert_eq!(plain(cell(&table, row(&table, "event:launch-2-2026"), "kind")), "Launch | Status: planned");
}

#[test]
fn nameless_markets_are_our_arithmetic_and_select_nothing() {
    let dataset = embedded::dataset();
    let table = listed(&dataset, &[("view", "markets")]);
    let ours: Vec<&ListedRow> = table.rows.iter().filter(|row| row.sort == "derived").collect();
    let [ours] = ours[..] else { panic!("{} rows of ours", ours.len()) };
    assert_eq!(ours.reference, None);
    assert_eq!(plain(cell(&table, ours, "kind")), "Our arithmetic");
    assert_eq!(plain(cell(&table, ours, "figure")), "17 markets");
    let remarks = plain(cell(&table, ours, "remarks"));
    assert!(remarks.contains("less the markets that are named") && remarks.contains("Counted in: Markets: 41 markets"));
}

#[test]
fn the_caption_says_of_what_picture_how_many_and_as_of_when() {
    let dataset = embedded::dataset();
    let table = listed(&dataset, &[("view", "markets"), ("at", "2025-12-31")]);
    assert_eq!(table.title, "39 markets, 15 of them named");
    let about = table.about.replace('\u{a0}', " ");
    assert_eq!(about, format!("Facts that are drawn: {}. As of 31 December 2025.", table.rows.len()));
}

#[test]
fn of_very_many_rows_the_rest_is_counted() {
    let mut dataset = embedded::dataset();
    let launch = dataset.events.iter().find(|event| event.id == "launch-2-2026").unwrap().clone();
    for number in 0..MOST_ROWS {
        dataset.events.push(Event { id: format!("launch-{number}"), ..launch.clone() });
    }
    let dataset = dataset.indexed();
    assert_eq!(listed(&embedded::dataset(), &[]).more, "");
    let table = listed(&dataset, &[]);
    assert_eq!(table.rows.len(), MOST_ROWS);
    let all = table.about.split(['.', ':']).nth(1).unwrap().trim().replace(',', "").parse::<usize>().unwrap();
    assert_eq!(table.more, format!("Not listed here: {} more.", all - MOST_ROWS));
}

#[test]
fn the_rows_of_a_host_have_all_cells() {
    let dataset = invented_brand();
    for view in ["growth", "markets", "sales", "lineup"] {
        let table = listed(&dataset, &[("view", view)]);
        assert!(!table.rows.is_empty());
        for row in &table.rows {
            assert_eq!(row.cells.len(), table.columns.len());
            assert!(!cell(&table, row, "fact").text.is_empty() && !cell(&table, row, "kind").text.is_empty());
        }
    }
}
