//! Comma-separated values: what is read back is what was drawn, and no cell is a formula.

use crate::common::{VIEWS, draw_with};
use crate::{generator, reader};
use smart_footprint::dataset::Dataset;
use smart_footprint::dataset::period::Day;
use smart_footprint::embedded;
use smart_footprint::fact_table::comma_separated::{harmless, write};
use smart_footprint::fact_table::{Row, rows};
use smart_footprint::messages::Messages;
use smart_footprint::options::ViewOptions;
use smart_footprint::scene::Scene;
use smart_footprint::telling::Fact;
use smart_footprint::theme::Theme;

/// The names of the columns, in order.
const NAMES: [&str; 28] = [
    "Row",
    "Kind",
    "Fact",
    "Place",
    "Model",
    "Partner",
    "Said of",
    "Figure",
    "Unit",
    "Qualifier",
    "Status",
    "Period",
    "From",
    "To",
    "Precision",
    "Known by",
    "In its words",
    "Measured",
    "Source",
    "Text",
    "Published",
    "Where",
    "Address",
    "Contradicted",
    "Stands between",
    "Note",
    "Counted in",
    "Repeats",
];

fn written(scene: &Scene, dataset: &Dataset) -> String {
    write(&rows(&scene.marks, dataset), dataset, &Messages::english())
}

/// The cell of a column.
fn cell<'a>(record: &'a [String], name: &str) -> &'a str {
    &record[NAMES.iter().position(|known| *known == name).unwrap()]
}

/// What a fact's own columns must hold.
fn expected(row: Row, dataset: &Dataset) -> Vec<(&'static str, String)> {
    let text = |text: Option<&String>| text.map_or_else(String::new, |text| harmless(text));
    let mut cells = vec![("Row", row.reference())];
    if let Some(period) = row.period() {
        cells.push(("From", period.from.map_or_else(String::new, Day::iso)));
        cells.push(("To", period.to.map_or_else(String::new, Day::iso)));
    }
    if let Some(source) = row.source(dataset) {
        cells.push(("Text", harmless(&source.title)));
        cells.push(("Address", text(source.url.as_ref())));
    }
    match row {
        Row::Fact(Fact::Observation(row)) => {
            cells.push(("Place", text(dataset.place(&row.place).map(|row| &row.name))));
            cells.push(("Unit", text(dataset.metric(&row.metric).map(|row| &row.unit))));
            cells.push(("Qualifier", Messages::english().qualifier(row.qualifier).to_owned()));
            cells.push(("In its words", harmless(&row.term)));
            cells.push(("Measured", text(row.method.as_ref())));
            cells.push(("Where", text(row.passage.as_ref())));
            cells.push(("Note", text(row.note.as_ref())));
        }
        Row::Fact(Fact::Point(point)) => {
            cells.push(("Place", text(dataset.place(point.place()).map(|row| &row.name))));
            cells.push(("Qualifier", Messages::english().qualifier(point.qualifier()).to_owned()));
        }
        Row::Fact(Fact::Event(row)) => {
            cells.push(("Fact", harmless(&row.title)));
            cells.push(("Status", Messages::english().status(row.status).to_owned()));
        }
        Row::Fact(Fact::Statement(row)) => {
            cells.push(("Fact", harmless(&row.text)));
            cells.push(("Said of", harmless(&row.subject)));
        }
        Row::Conflict(row) => {
            cells.push(("Fact", harmless(&row.what)));
            cells.push(("Stands between", row.between.join(" / ")));
        }
        Row::Derived(_, count) => {
            cells.push(("Kind", "Our arithmetic".to_owned()));
            cells.push(("Counted in", format!("observation:{}", count.id)));
        }
    }
    cells
}

fn assert_reads_back(scene: &Scene, dataset: &Dataset, what: &str) {
    let text = written(scene, dataset);
    let records = reader::read(&text);
    assert_eq!(records[0], NAMES, "{what}");
    let rows = rows(&scene.marks, dataset);
    assert_eq!(records.len(), rows.len() + 1, "{what}");
    for (row, record) in rows.iter().zip(&records[1..]) {
        assert_eq!(record.len(), NAMES.len(), "{what}: {record:?}");
        for (name, wanted) in expected(*row, dataset) {
            assert_eq!(cell(record, name), wanted, "{what}: {name} of {}", row.reference());
        }
        let figure = cell(record, "Figure");
        match row.value() {
            Some(value) => {
                let read: f64 = figure.parse().unwrap();
                assert!((read - value).abs() <= 5e-7_f64.max(value.abs() * 1e-15), "{what}: {figure} is not {value}");
            }
            None => assert_eq!(figure, "", "{what}"),
        }
    }
}

/// Whether a spreadsheet may take a text for a formula.
fn is_formula(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n'])
        || text
            .trim_start_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}')
            .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// No cell is a formula, be it read by commas or, as some countries' spreadsheets do, by semicolons
/// or tabs without regard to quotation marks that do not begin a cell.
fn assert_harmless(text: &str, what: &str) {
    let number = NAMES.iter().position(|name| *name == "Figure").unwrap();
    for record in reader::read(text) {
        for (column, cell) in record.iter().enumerate() {
            assert!(!is_formula(cell) || column == number && cell.parse::<f64>().is_ok(), "{what}: {cell:?}");
            for part in cell.split([';', '\t', '\n', '\r']).skip(1) {
                assert!(!is_formula(part), "{what}: {part:?} of {cell:?}");
            }
        }
    }
}

#[test]
fn what_is_written_is_read_back() {
    let dataset = embedded::dataset();
    for view in VIEWS {
        let options = ViewOptions { view, ..ViewOptions::default() };
        let scene = draw_with(&dataset, &options, 800.0, &Theme::light());
        assert_reads_back(&scene, &dataset, view.word());
        assert_harmless(&written(&scene, &dataset), view.word());
    }
}

/// A text with all that a reader of such files may stumble over.
fn nasty(random: &mut fastrand::Rng) -> String {
    let letters: Vec<char> = "=+-@\t\r\n;,\"' ａé汉=|＝\u{feff}x".chars().collect();
    (0..random.usize(0..12)).map(|_| letters[random.usize(0..letters.len())]).collect()
}

#[test]
fn any_text_is_read_back_and_harmless() {
    for seed in 0..150 {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut dataset = generator::dataset(&mut random);
        for row in &mut dataset.observations {
            row.term = nasty(&mut random);
            row.note = Some(nasty(&mut random));
            row.passage = Some(nasty(&mut random));
            if random.bool() {
                row.value = -row.value;
            }
        }
        for row in &mut dataset.events {
            row.title = nasty(&mut random);
        }
        for row in &mut dataset.places {
            row.name = nasty(&mut random);
        }
        for row in &mut dataset.sources {
            row.title = nasty(&mut random);
        }
        for view in VIEWS {
            let options = ViewOptions { view, ..ViewOptions::default() };
            let scene = draw_with(&dataset, &options, 800.0, &Theme::light());
            let what = format!("seed {seed}, {}", view.word());
            crate::common::tried(1);
            assert_reads_back(&scene, &dataset, &what);
            assert_harmless(&written(&scene, &dataset), &what);
        }
    }
}

#[test]
fn lines_end_as_the_standard_wants_and_nothing_stands_before_the_names() {
    let dataset = embedded::dataset();
    let text = written(&draw_with(&dataset, &ViewOptions::default(), 800.0, &Theme::light()), &dataset);
    assert!(text.starts_with("Row,Kind,"));
    assert!(text.ends_with("\r\n"));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert!(!text.contains('\u{a0}'), "{:?}", text.split(',').find(|cell| cell.contains('\u{a0}')));
}
