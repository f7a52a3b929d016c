//! What every view has round it: title and subtitle above, contradictions, note, sources
//! and edition beneath.

use super::Input;
use super::dots;
use super::legend::{self, Form};
use crate::messages::Key;
use crate::scene::sketch::Sketch;
use crate::scene::{Mark, Point, Rectangle, Scene, Stroke};

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
    if let Some(note) = input.options.note.as_deref().filter(|note| !note.is_empty()) {
        y = sketch.paragraph(note, layout.margin, y + 4.0, layout.inner_width(), layout.small, sketch.theme.ink_soft);
    }
    y += layout.small.size;
    let rule = Stroke::solid(sketch.theme.grid, 1.0);
    sketch.line(Point::new(layout.margin, y.round()), Point::new(layout.width - layout.margin, y.round()), rule);
    y += layout.small.size * 0.6;
    let sources = sources(&sketch);
    let footer = input.messages.footer(input.dataset, &sources);
    y = sketch.paragraph(&footer, layout.margin, y, layout.inner_width(), layout.small, sketch.theme.ink_faint);
    let contradicted =
        sketch.marks().iter().filter(|mark| mark.kind != "conflict" && !mark.conflicts.is_empty()).count();
    let count = sketch.marks().len() - foot.conflicts.len();
    let summary = input.messages.fill(
        Key::Summary,
        &[("subtitle", &foot.subtitle), ("count", &count.to_string()), ("conflicts", &contradicted.to_string())],
    );
    sketch.finish((y + layout.margin * 0.6).ceil(), foot.title, summary)
}

/// A contradiction in a sentence, as a mark of its own; gives the y below it.
fn conflict(sketch: &mut Sketch, input: &Input, top: f64, id: &str) -> f64 {
    let Some(conflict) = input.dataset.conflict(id) else { return top };
    let layout = sketch.layout;
    let sources = sources_of(input, &conflict.between);
    sketch.begin(Mark {
        id: ["conflict:", id].concat(),
        view: input.options.view.word(),
        kind: "conflict",
        label: conflict.what.clone(),
        value: None,
        unit: None,
        qualifier: None,
        status: None,
        period: None,
        facts: conflict.between.clone(),
        conflicts: vec![id.to_owned()],
        place: None,
        model: None,
        sources,
        bounds: Rectangle::new(0.0, 0.0, 0.0, 0.0),
    });
    let indent = dots::CONTRADICTED * 2.0 + 8.0;
    let middle = top + layout.small.line_height() / 2.0;
    dots::contradicted(sketch, Point::new(layout.margin + dots::CONTRADICTED, middle));
    let most = (layout.inner_width() - indent).min(860.0);
    let bottom =
        sketch.paragraph(&conflict.what, layout.margin + indent, top, most, layout.small, sketch.theme.warning);
    sketch.frame();
    bottom + 4.0
}

/// The sources of the rows that Refs name, each once.
pub(super) fn sources_of(input: &Input, references: &[String]) -> Vec<String> {
    let mut sources: Vec<String> = Vec::new();
    for reference in references {
        let Some((row, id)) = reference.split_once(':') else { continue };
        let source = match row {
            "observation" => input.dataset.observation(id).map(|row| &row.source),
            "event" => input.dataset.event(id).map(|row| &row.source),
            "statement" => input.dataset.statement(id).map(|row| &row.source),
            _ => None,
        };
        if let Some(source) = source.filter(|source| !sources.contains(source)) {
            sources.push(source.clone());
        }
    }
    sources
}

/// All sources that the marks rest on.
fn sources(sketch: &Sketch) -> Vec<String> {
    let mut sources: Vec<String> = Vec::new();
    for source in sketch.marks().iter().flat_map(|mark| &mark.sources) {
        if !sources.contains(source) {
            sources.push(source.clone());
        }
    }
    sources
}

/// A view without data: it says so, under its title.
pub(super) fn nothing(mut sketch: Sketch, input: &Input) -> Scene {
    let layout = sketch.layout;
    let sentence = input.messages.text(Key::NoData);
    let y = header(&mut sketch, input, &input.dataset.about.brand, sentence);
    let foot = Foot {
        title: input.dataset.about.brand.clone(),
        subtitle: sentence.to_owned(),
        forms: &[],
        conflicts: Vec::new(),
    };
    finish(sketch, input, y.max(layout.margin * 4.0), foot)
}
