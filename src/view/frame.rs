//! What every view has round it: title and subtitle above, contradictions, note, sources
//! and edition beneath.

use super::legend::{self, Form};
use super::{About, Input, Once, dots, reference, timeline};
use crate::dataset::Dataset;
use crate::messages::Key;
use crate::scene::sketch::Sketch;
use crate::scene::{Point, Scene, Stroke};
#[cfg(feature = "complete")]
use crate::summary;
use crate::text::joined;

/// What the footer leaves free at its right, for a small button.
const CORNER: f64 = 30.0;

/// Draws title and subtitle, the host's where it gave some; gives the y below them.
pub(super) fn header(sketch: &mut Sketch, input: &Input, title: &str, subtitle: &str) -> f64 {
    let layout = sketch.layout;
    let title = input.options.heading.as_deref().unwrap_or(title);
    let subtitle = input.options.subheading.as_deref().unwrap_or(subtitle);
    let mut y = layout.margin * 0.75;
    y = sketch.paragraph(title, layout.margin, y, layout.inner_width(), layout.title, sketch.theme.ink);
    y += 2.0;
    y = sketch.paragraph(subtitle, layout.margin, y, layout.inner_width(), layout.subtitle, sketch.theme.ink_soft);
    y + layout.gap * 0.5
}

/// What stands under the picture.
pub(super) struct Foot<'a> {
    /// The title in full, for who cannot see it.
    pub title: String,
    /// The subtitle in full.
    pub subtitle: String,
    /// The forms that the picture uses, to be explained.
    pub forms: &'a [Form],
    /// The conflicts that the picture shows.
    pub conflicts: Vec<String>,
}

/// Draws legend, contradictions, note and sources from `top` on; finishes the scene.
pub(super) fn finish(mut sketch: Sketch, input: &Input, top: f64, foot: Foot) -> Scene {
    let layout = sketch.layout;
    sketch.frame();
    let mut y = legend::draw(&mut sketch, input, top, foot.forms);
    for id in &foot.conflicts {
        y = conflict(&mut sketch, input, y, id);
    }
    sketch.frame();
    if let Some(note) = &input.options.note
        && !note.is_empty()
    {
        y = sketch.paragraph(note, layout.margin, y + 4.0, layout.inner_width(), layout.small, sketch.theme.ink_soft);
    }
    y += layout.small.size;
    let rule = Stroke::solid(sketch.theme.grid, 1.0);
    sketch.line(Point::new(layout.margin, y.round()), Point::new(layout.width - layout.margin, y.round()), rule);
    y += layout.small.size * 0.6;
    let sources = sources(&sketch, input.dataset);
    let footer = input.messages.footer(input.dataset, &sources);
    // Without controls, the element's way to the table stands in the corner.
    let corner = if input.options.controls { 0.0 } else { CORNER };
    y = sketch.paragraph(
        &footer,
        layout.margin,
        y,
        layout.inner_width() - corner,
        layout.small,
        sketch.theme.ink_faint,
    );
    let height = (y + layout.margin * 0.6).ceil();
    // The first picture says less: what counts its marks is not there yet.
    #[cfg(feature = "complete")]
    let foot = Foot { subtitle: summary::summary(&foot.subtitle, sketch.marks(), input.messages), ..foot };
    #[cfg(feature = "complete")]
    let finding = foot.title.clone();
    let (title, summary) = spoken(input, foot.title, foot.subtitle);
    let scene = sketch.finish(height, title, summary);
    #[cfg(feature = "complete")]
    let scene = Scene { finding, ..scene };
    scene
}

/// The name of the picture begins with what stands over it. Where that is the host's own heading, the
/// finding is not lost: it comes next, before the summary.
fn spoken(input: &Input, finding: String, summary: String) -> (String, String) {
    match &input.options.heading {
        // The small module is gone before anybody has heard all of its name.
        Some(heading) if cfg!(feature = "complete") && !heading.trim().is_empty() && *heading != finding => {
            let stop = if finding.ends_with(['.', '!', '?', '。']) { "" } else { input.messages.text(Key::FullStop) };
            (heading.clone(), joined(&[&finding, stop, input.messages.text(Key::SentenceSeparator), &summary]))
        }
        _ => (finding, summary),
    }
}

/// A contradiction in a sentence, as a mark of its own; gives the y below it.
fn conflict(sketch: &mut Sketch, input: &Input, top: f64, id: &str) -> f64 {
    let Some(conflict) = input.dataset.conflict(id) else { return top };
    let layout = sketch.layout;
    let about = About { label: conflict.what.clone(), period: None, place: None, model: None };
    let mut mark = input.mark("conflict", reference("conflict", id), conflict.between.clone(), about);
    mark.conflicts = vec![id.to_owned()];
    sketch.row();
    sketch.begin(mark);
    let indent = dots::CONTRADICTED * 2.0 + 8.0;
    let middle = top + layout.small.line_height() / 2.0;
    dots::contradicted(sketch, Point::new(layout.margin + dots::CONTRADICTED, middle));
    let most = (layout.inner_width() - indent).min(1_240.0);
    let bottom =
        sketch.paragraph(&conflict.what, layout.margin + indent, top, most, layout.small, sketch.theme.warning);
    sketch.frame();
    bottom + 4.0
}

/// Where the sources stand in their table that the marks rest on, in its order.
fn sources(sketch: &Sketch, dataset: &Dataset) -> Vec<usize> {
    let mut used = Once::new(dataset.sources.len());
    for mark in sketch.marks() {
        for source in &mark.sources {
            if let Some(position) = dataset.source_position(source) {
                used.take(position);
            }
        }
    }
    used.in_order()
}

/// A view without data: it says so, under its title.
pub(super) fn nothing(mut sketch: Sketch, input: &Input) -> Scene {
    let layout = sketch.layout;
    // Of a dataset that is narrowed, what is left out says nothing.
    let key = if input.options.narrows() { Key::NoDataChosen } else { Key::NoData };
    let sentence = input.messages.text(key);
    let y = header(&mut sketch, input, &input.dataset.about.brand, sentence);
    // What was narrowed to nothing can be widened again.
    let y = timeline::stretch(&mut sketch, input, y);
    let foot = Foot {
        title: input.dataset.about.brand.clone(),
        subtitle: sentence.to_owned(),
        forms: &[],
        conflicts: Vec::new(),
    };
    let scene = finish(sketch, input, y.max(layout.margin * 4.0), foot);
    #[cfg(feature = "complete")]
    let scene = Scene { finding: sentence.to_owned(), ..scene };
    scene
}
