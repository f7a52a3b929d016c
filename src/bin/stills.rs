//! Writes every view as a still picture, SVG and PNG: `stills OUT_DIR FONT_DIR`.
//!
//! The PNG is drawn with the TrueType fonts found in `FONT_DIR`, so that it does not depend
//! on the machine's own.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use smart_footprint::embedded;
use smart_footprint::messages::Messages;
use smart_footprint::options::{ViewKind, ViewOptions};
use smart_footprint::surface::{picture, svg};
use smart_footprint::text::AdvanceTable;
use smart_footprint::theme::Theme;
use smart_footprint::view::{self, Input};

/// Width of the stills in CSS pixels; PNGs have twice as many.
const WIDTH: f64 = 800.0;

fn main() -> ExitCode {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [out, fonts] = &arguments[..] else {
        eprintln!("usage: stills OUT_DIR FONT_DIR");
        return ExitCode::FAILURE;
    };
    match write_all(out, fonts) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn write_all(out: &Path, fonts: &Path) -> Result<(), String> {
    fs::create_dir_all(out).map_err(|error| error.to_string())?;
    let painter = picture::Painter::with_fonts(fonts)?;
    let dataset = embedded::dataset();
    for &view in ViewKind::ALL {
        let options = ViewOptions { view, ..ViewOptions::default() };
        let theme = Theme::light();
        let messages = Messages::english();
        let input = Input {
            dataset: &dataset,
            options: &options,
            width: WIDTH,
            theme: &theme,
            messages: &messages,
            metrics: &AdvanceTable,
        };
        let scene = view::draw(&input);
        let path = out.join(view.word());
        let document = svg::write(&scene, &dataset.about.language, svg::FONT_FAMILY);
        fs::write(path.with_extension("svg"), &document).map_err(|error| error.to_string())?;
        let png = painter.paint(&scene, 2.0)?.encode_png().map_err(|error| error.to_string())?;
        fs::write(path.with_extension("png"), png).map_err(|error| error.to_string())?;
    }
    Ok(())
}
