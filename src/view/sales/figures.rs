//! Ranks and numbers of cars, as a list under their metric's name.

use super::Input;
use super::words::{place_name, when};
use crate::dataset::tables::Observation;
use crate::decimal;
use crate::messages::Key;
use crate::scene::sketch::Sketch;
use crate::scene::{Anchor, Point, Rectangle};
use crate::text::{TextStyle, add, balance, shorten};

/// The most figures that are drawn; the rest is counted.
const MOST: usize = 6;

/// Draws the list; gives the y below it.
pub(super) fn draw(sketch: &mut Sketch, input: &Input, figures: &[&Observation], bounds: Rectangle) -> f64 {
    let (layout, theme) = (sketch.layout, sketch.theme);
    let drawn = &figures[..figures.len().min(MOST)];
    let mut widest: f64 = 0.0;
    for row in drawn {
        widest = widest.max(sketch.width(&input.figure(row), layout.value));
    }
    // Beside a long figure there is no room for words: they stand under it.
    let beside = widest + 14.0 < bounds.width * 0.45;
    let indent = if beside { widest + 14.0 } else { 0.0 };
    let most = (bounds.width - indent).min(560.0);
    let mut y = bounds.y;
    let mut metric = "";
    for row in drawn {
        if row.metric != metric {
            y += if metric.is_empty() { 0.0 } else { layout.gap * 0.2 };
            metric = &row.metric;
            sketch.frame();
            let name = input.dataset.metric(metric).map_or("", |metric| &metric.name);
            y = sketch.paragraph(name, bounds.x, y, bounds.width, layout.heading, theme.ink) + 4.0;
        }
        sketch.row();
        sketch.begin(input.figure_mark("figure", row));
        let figure = input.figure(row);
        let fitting = layout.value.size * (bounds.width / sketch.width(&figure, layout.value).max(1.0));
        let style = TextStyle { size: fitting.clamp(9.0, layout.value.size), ..layout.value };
        let figure = shorten(&figure, style, bounds.width, sketch.metrics());
        let baseline = y + layout.value.line_height() / 2.0 + layout.value.rise() / 2.0;
        sketch.text(&figure, Point::new(bounds.x, baseline), Anchor::Start, style, theme.ink);
        let lines = balance(&caption(input, row), layout.label, most, sketch.metrics());
        let first = if beside { baseline } else { baseline + layout.label.line_height() + 1.0 };
        let mut line = first;
        for text in &lines {
            sketch.text(text, Point::new(bounds.x + indent, line), Anchor::Start, layout.label, theme.ink_soft);
            line += layout.label.line_height();
        }
        if sketch.is_contradicted() {
            let last = lines.last().map_or(0.0, |text| sketch.width(text, layout.label));
            let beside = bounds.x + indent + last + 6.0;
            let x = beside.min(bounds.right() - 14.0) + crate::view::dots::CONTRADICTED;
            crate::view::dots::contradicted(sketch, Point::new(x, line - layout.label.line_height() - 4.0));
        }
        sketch.frame();
        let words = lines.len() as f64 * layout.label.line_height() + first - baseline;
        y += layout.value.line_height().max(words + 2.0) + 4.0;
    }
    if figures.len() > drawn.len() {
        let more = input.messages.with(Key::AndMore, &decimal::whole((figures.len() - drawn.len()) as u64));
        y = sketch.paragraph(&more, bounds.x, y, bounds.width, layout.label, theme.ink_soft);
    }
    y
}

/// Of what the figure is: place, model, how it was measured, when.
fn caption(input: &Input, row: &Observation) -> String {
    let mut caption = place_name(input, row);
    if let Some(model) = row.model.as_deref().and_then(|id| input.dataset.model(id)) {
        add(&mut caption, input.messages.text(Key::PartSeparator), &model.name);
    }
    if let Some(partner) = row.partner.as_deref().and_then(|id| input.dataset.partner(id)) {
        add(&mut caption, input.messages.text(Key::PartSeparator), &partner.name);
    }
    add(&mut caption, input.messages.text(Key::PartSeparator), row.method.as_deref().unwrap_or_default());
    add(&mut caption, input.messages.text(Key::PartSeparator), &when(input, row));
    caption
}
