//! Writes what the package holds of the core's declarations: the embedded dataset and its JSON
//! Schema into a folder, the colours of the themes into a style sheet: `tables OUT_DIR PALETTE`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use serde::Serialize;
use smart_footprint::dataset::json_schema;
use smart_footprint::embedded;
use smart_footprint::theme::{COLOR_NAMES, Theme};

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
fn palette_css() -> String {
    let rule = |selector: &str, theme: &Theme| {
        let mut css = format!("{selector} {{\n");
        for (name, color) in COLOR_NAMES.iter().zip(theme.colors()) {
            let _ = writeln!(css, "  --{name}: var(--footprint-{name}, {});", color.css_with_opacity());
        }
        css + "}\n"
    };
    rule(".root", &Theme::light()) + &rule(".root[data-theme=\"dark\"]", &Theme::dark())
}
