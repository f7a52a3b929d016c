//! Writes what the package holds of the core's declarations: the embedded dataset and its JSON
//! Schema into a folder, the colours of the themes into a style sheet: `tables OUT_DIR PALETTE`.
//! The languages come as people read them into `OUT_DIR/languages`, and as the element loads
//! them beside the style sheet.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use serde::Serialize;
use smart_footprint::dataset::json_schema;
use smart_footprint::dataset::words_file::{self, Words};
use smart_footprint::embedded;
use smart_footprint::messages::source_file::{self, MessageTexts};
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
        .and_then(|()| fs::write(&palette, palette_css()).map_err(|error| error.to_string()))
        .and_then(|()| write_languages(&out.join("languages"), &palette.with_file_name("languages")));
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

/// A language as people read it.
#[derive(Serialize)]
struct Readable<'a> {
    language: &'a str,
    messages: &'a MessageTexts,
    /// What stands in the tables themselves is said there alone.
    #[serde(skip_serializing_if = "Words::is_empty")]
    dataset: Words,
}

/// A language as the element loads it: what the first picture needs, and the rest.
#[derive(Serialize)]
struct Loaded<'a> {
    tag: &'a str,
    direction: &'a str,
    first: Part<'a>,
    rest: Part<'a>,
    /// On which lines the core has what a page's `Intl` says of languages without a file.
    lines: BTreeMap<&'a str, usize>,
}

/// What the element says itself, and what it hands to the core.
#[derive(Serialize)]
struct Part<'a> {
    words: BTreeMap<&'a str, &'a str>,
    text: String,
}

fn write_languages(readable: &Path, loaded: &Path) -> Result<(), String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/languages");
    let problem = |problems: Vec<String>| problems.join("\n");
    let english = source_file::read(&folder, "en").map_err(problem)?;
    let root = embedded::node();
    for path in [readable, loaded] {
        fs::create_dir_all(path).map_err(|error| error.to_string())?;
    }
    for tag in source_file::tags(&folder)? {
        let messages = source_file::read(&folder, &tag).map_err(problem)?;
        let words = folder.join("dataset").join(&tag).with_extension("toml");
        let dataset = if tag == "en" { Words::new() } else { words_file::read(&words).map_err(problem)? };
        let part = |prefixes: &[&str], drawn: bool| {
            let words = messages.iter().filter(|(key, _)| prefixes.iter().any(|prefix| key.starts_with(prefix)));
            let holds = |key: &str| source_file::is_drawn(key, None) == drawn;
            let mut lines = vec![source_file::compact(&english, &messages, holds)];
            lines.extend(words_file::lines(&root, &dataset, drawn));
            let words = words.map(|(key, text)| (key.as_str(), text.as_str())).collect();
            Part { words, text: if tag == "en" { String::new() } else { lines.join("\n") } }
        };
        let file = Path::new(&tag).with_extension("json");
        let lines = source_file::core_keys(&english).enumerate().map(|(line, key)| (key, line)).collect();
        write(
            &loaded.join(&file),
            &Loaded {
                tag: &tag,
                direction: &messages["direction"],
                first: part(&["widget-", "full-stop", "sentence-separator"], true),
                rest: part(&["element-"], false),
                lines,
            },
        )?;
        write(&readable.join(&file), &Readable { language: &tag, messages: &messages, dataset })?;
    }
    Ok(())
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
