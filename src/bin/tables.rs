//! Writes what the package holds of the core's declarations: the embedded dataset and its JSON
//! Schema into a folder, the colours of the themes into a style sheet: `tables OUT_DIR PALETTE`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use serde::Serialize;
use smart_footprint::dataset::json_schema;
use smart_footprint::embedded;
use smart_footprint::theme::{COLOR_NAMES, Color, Theme};

fn main() -> ExitCode {
    let mut paths = env::args_os().skip(1).map(PathBuf::from);
    let (Some(out), Some(palette)) = (paths.next(), paths.next()) else {
        eprintln!("usage: tables OUT_DIR PALETTE");
        return ExitCode::FAILURE;
    };
    let written = fs::create_dir_all(&out)
        .map_err(|error| error.to_string())
        .and_then(|()| write(&out.join("dataset.json"), &embedded::node()))
        .and_then(|()| write(&out.join("dataset.schema.json"), &json_schema::schema()))
        .and_then(|()| fs::write(&palette, palette_css()).map_err(|error| error.to_string()));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn write<T: Serialize>(path: &Path, value: &T) -> Result<(), String> {
    let text = serde_json::to_string_pretty(value).map_err(|error| error.to_string())?;
    fs::write(path, text + "\n").map_err(|error| error.to_string())
}

/// The colours as custom properties of the widget's root, each the page's own where it sets one.
/// A reader who asks for more contrast, or for colours of their own, gets these and not the page's.
fn palette_css() -> String {
    let rule = |selector: &str, colors: [String; 9]| {
        let mut css = format!("{selector} {{\n");
        for (name, color) in COLOR_NAMES.iter().zip(colors) {
            let _ = writeln!(css, "  --{name}: {color};");
        }
        css + "}\n"
    };
    let own = |theme: Theme| theme.colors().map(Color::css_with_opacity);
    let of_page = |theme: Theme| {
        let mut colors = own(theme);
        for (name, color) in COLOR_NAMES.iter().zip(&mut colors) {
            *color = format!("var(--footprint-{name}, {color})");
        }
        colors
    };
    let dark = ".root[data-theme=\"dark\"]";
    rule(".root", of_page(Theme::light()))
        + &rule(dark, of_page(Theme::dark()))
        + "@media (prefers-contrast: more) {\n"
        + &rule(".root", own(Theme::light_with_more_contrast()))
        + &rule(dark, own(Theme::dark_with_more_contrast()))
        + "}\n@media (forced-colors: active) {\n"
        + &rule(".root[data-theme]", SYSTEM_COLORS.map(str::to_owned))
        + "}\n"
}

/// What each of [`COLOR_NAMES`] is where the reader's system has the say.
const SYSTEM_COLORS: [&str; 9] = [
    "Canvas",
    "CanvasText",
    "CanvasText",
    "CanvasText",
    "color-mix(in srgb, CanvasText 20%, Canvas)",
    "CanvasText",
    "LinkText",
    "color-mix(in srgb, LinkText 25%, Canvas)",
    "CanvasText",
];
