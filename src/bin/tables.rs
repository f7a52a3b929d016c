//! Writes the embedded dataset and its JSON Schema: `tables OUT_DIR`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use serde::Serialize;
use smart_footprint::dataset::json_schema;
use smart_footprint::embedded;

fn main() -> ExitCode {
    let Some(out) = env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: tables OUT_DIR");
        return ExitCode::FAILURE;
    };
    let written = fs::create_dir_all(&out)
        .map_err(|error| error.to_string())
        .and_then(|()| write(&out.join("dataset.json"), &embedded::node()))
        .and_then(|()| write(&out.join("dataset.schema.json"), &json_schema::schema()));
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
