//! Golden pictures: every view as it was last looked at and approved, of the embedded dataset and
//! of an invented brand.
//!
//! `REGENERATE=1 cargo test --features pictures --test pictures` writes them anew. On a
//! difference the new picture and one that shows where they differ are written to
//! `target/pictures/`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;
mod tables;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use resvg::tiny_skia::{ColorU8, Pixmap};
use smart_footprint::dataset::Dataset;
use smart_footprint::embedded;
use smart_footprint::options::{ViewKind, ViewOptions};
use smart_footprint::surface::picture::Painter;
use smart_footprint::theme::Theme;

const WIDTHS: [u32; 3] = [320, 800, 1600];

/// How far a colour part may be off before a pixel counts as different: rounding of
/// anti-aliased edges, not a change of form.
const TOLERANCE: u8 = 8;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn painter() -> Painter {
    let fonts = root().join("node_modules/@expo-google-fonts/inter");
    let fonts = env::var_os("SMART_FOOTPRINT_FONTS").map_or(fonts, PathBuf::from);
    let painter = Painter::with_fonts(&fonts).expect("the test fonts are installed with `npm ci`");
    painter.and_fonts(&root().join("tests/fonts")).unwrap()
}

#[test]
fn every_view_looks_as_approved() {
    looks_as_approved("", &embedded::dataset());
}

#[test]
fn every_view_of_an_invented_brand_looks_as_approved() {
    looks_as_approved("invented-brand/", &common::invented_brand());
}

#[test]
fn very_many_figures_look_as_approved() {
    use common::columns::{block, dataset, growing};

    let painter = painter();
    let mut different = Vec::new();
    let years = dataset(vec![block(&growing("2016-01-01", 300_000.0, 1_000_000))]);
    let week = dataset(vec![block(&growing("2024-02-26", 600_000.0, 1_008))]);
    let days = [("from", "2020-03-01"), ("to", "2020-03-31")];
    let daily = dataset(vec![block(&growing("2016-01-01", 86_400_000.0, 3_653))]);
    for (name, dataset, options) in [("years", &years, &[][..]), ("week", &week, &[]), ("month", &daily, &days)] {
        for width in WIDTHS {
            for (theme_name, theme) in [("light", Theme::light()), ("dark", Theme::dark())] {
                let options = common::options_of(dataset, options);
                let scene = common::draw_with(dataset, &options, f64::from(width), &theme);
                let picture = painter.paint(&scene, 1.0).unwrap();
                common::tried(1);
                if let Err(message) = compare(&format!("columns/{name}-{width}-{theme_name}"), &picture) {
                    different.push(message);
                }
            }
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}

fn looks_as_approved(folder: &str, dataset: &Dataset) {
    let painter = painter();
    let mut different = Vec::new();
    for &view in ViewKind::ALL {
        for width in WIDTHS {
            for (theme_name, theme) in [("light", Theme::light()), ("dark", Theme::dark())] {
                let options = ViewOptions { view, ..ViewOptions::default() };
                let scene = common::draw_with(dataset, &options, f64::from(width), &theme);
                let picture = painter.paint(&scene, 1.0).unwrap();
                common::tried(1);
                let name = format!("{folder}{}-{width}-{theme_name}", view.word());
                if let Err(message) = compare(&name, &picture) {
                    different.push(message);
                }
            }
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}

fn compare(name: &str, picture: &Pixmap) -> Result<(), String> {
    let golden = root().join("tests/pictures").join(name).with_extension("png");
    if env::var_os("REGENERATE").is_some() {
        fs::create_dir_all(golden.parent().unwrap()).unwrap();
        picture.save_png(&golden).unwrap();
        return Ok(());
    }
    let out = root().join("target/pictures");
    fs::create_dir_all(out.join(name).parent().unwrap()).unwrap();
    let approved = Pixmap::load_png(&golden).map_err(|error| format!("{name}: no approved picture: {error}"))?;
    if (approved.width(), approved.height()) != (picture.width(), picture.height()) {
        picture.save_png(out.join(format!("{name}.png"))).unwrap();
        let (was, is) = ((approved.width(), approved.height()), (picture.width(), picture.height()));
        return Err(format!("{name}: its size was {was:?} and is {is:?}; see {}", out.display()));
    }
    let difference = difference(&approved, picture);
    if difference.0 == 0 {
        return Ok(());
    }
    picture.save_png(out.join(format!("{name}.png"))).unwrap();
    difference.1.save_png(out.join(format!("{name}-difference.png"))).unwrap();
    Err(format!("{name}: {} pixels differ; see {}", difference.0, out.display()))
}

/// How many pixels differ, and a picture with those in red over the faded approved one.
fn difference(approved: &Pixmap, picture: &Pixmap) -> (usize, Pixmap) {
    let mut shown = approved.clone();
    let mut count = 0;
    for ((was, is), shown) in approved.pixels().iter().zip(picture.pixels()).zip(shown.pixels_mut()) {
        let parts = [(was.red(), is.red()), (was.green(), is.green()), (was.blue(), is.blue())];
        let faded = |part: u8| 191 + part / 4;
        let mut color = ColorU8::from_rgba(faded(was.red()), faded(was.green()), faded(was.blue()), 255);
        if parts.iter().any(|(was, is)| was.abs_diff(*is) > TOLERANCE) {
            count += 1;
            color = ColorU8::from_rgba(220, 0, 0, 255);
        }
        *shown = color.premultiply();
    }
    (count, shown)
}

#[test]
fn a_difference_is_found_and_shown() {
    let mut one = Pixmap::new(4, 1).unwrap();
    one.fill(resvg::tiny_skia::Color::WHITE);
    let mut other = one.clone();
    other.pixels_mut()[2] = ColorU8::from_rgba(0, 0, 0, 255).premultiply();
    let (count, shown) = difference(&one, &other);
    assert_eq!(count, 1);
    assert_eq!(shown.pixels()[2].red(), 220);
    assert_eq!(difference(&one, &one).0, 0);
}

/// The fonts that pictures are drawn with are those that text is measured by.
#[test]
fn the_advance_table_is_that_of_the_font() {
    use resvg::usvg::fontdb;
    use smart_footprint::text::{AdvanceTable, MARGIN, TextMetrics, TextStyle, Weight};

    let fonts = root().join("node_modules/@expo-google-fonts/inter");
    for (weight, file) in
        [(Weight::Regular, "400Regular/Inter_400Regular.ttf"), (Weight::Bold, "700Bold/Inter_700Bold.ttf")]
    {
        let data = fs::read(Path::new(&fonts).join(file)).expect("the test fonts are installed with `npm ci`");
        let mut database = fontdb::Database::new();
        database.load_font_data(data);
        let id = database.faces().next().unwrap().id;
        for character in ('!'..='~').chain(['é', 'ü', '“', '”', '–', '…']) {
            let units = database
                .with_face_data(id, |data, index| {
                    let face = ttf_parser::Face::parse(data, index).unwrap();
                    let glyph = face.glyph_index(character).unwrap();
                    f64::from(face.glyph_hor_advance(glyph).unwrap()) / f64::from(face.units_per_em())
                })
                .unwrap();
            let style = TextStyle { size: 1000.0, weight };
            let measured = AdvanceTable.width(&character.to_string(), style);
            assert!((measured - units * 1000.0 * MARGIN).abs() < 1.0, "{character} in {weight:?}");
        }
    }
}
