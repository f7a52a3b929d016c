//! What a picture that leaves its page is known by: whose it is, as of when, from what.

use serde::Serialize;

use crate::dataset::Dataset;
use crate::dataset::period::Day;
use crate::history::History;
use crate::messages::{Key, Messages};
use crate::options::ViewOptions;
use crate::scene::Scene;
use crate::text::add;

/// Where a picture comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Provenance {
    /// The brand's name, as the dataset has it.
    pub brand: String,
    /// The day the dataset was last changed, `YYYY-MM-DD`.
    pub edition: String,
    /// The day the picture is true for, `YYYY-MM-DD`; none for a dataset without facts.
    pub as_of: Option<String>,
    /// All of it in sentences, with the sources of what is drawn and the licence of the data.
    pub citation: String,
}

/// Where a scene comes from that was drawn with these options.
#[must_use]
pub fn provenance(scene: &Scene, dataset: &Dataset, options: &ViewOptions, messages: &Messages) -> Provenance {
    let about = &dataset.about;
    let as_of = History::new(dataset, options).at();
    let heading = options.heading.as_deref().filter(|heading| !heading.trim().is_empty());
    let title = heading.unwrap_or(&scene.title).trim_end_matches(messages.text(Key::FullStop));
    let separator = messages.text(Key::SentenceSeparator);
    let mut citation = messages.fill(Key::CitationTitle, &[&about.brand, title]);
    if let Some(day) = as_of {
        add(&mut citation, separator, &messages.with(Key::CitationAsOf, &messages.date_short(day)));
    }
    add(&mut citation, separator, &messages.footer(dataset, &sources(scene, dataset)));
    if !about.licence.trim().is_empty() {
        add(&mut citation, separator, &messages.with(Key::CitationLicence, &about.licence));
    }
    Provenance { brand: about.brand.clone(), edition: about.edition.iso(), as_of: as_of.map(Day::iso), citation }
}

/// Where the sources of what is drawn stand in their table, in its order.
fn sources(scene: &Scene, dataset: &Dataset) -> Vec<usize> {
    let mut drawn = vec![false; dataset.sources.len()];
    for source in scene.marks.iter().flat_map(|mark| &mark.sources) {
        if let Some(position) = dataset.source_position(source) {
            drawn[position] = true;
        }
    }
    (0..drawn.len()).filter(|position| drawn[*position]).collect()
}
