//! Counts that stand alone: a figure set large, and what it counts, where and when.

use super::Input;
use crate::dataset::tables::{MetricKind, Observation};
use crate::decimal;
use crate::messages::Key;
use crate::scene::sketch::Sketch;
use crate::scene::{Anchor, Point, Rectangle};
use crate::text::{TextStyle, balance, shorten};
use crate::theme::Room;
use crate::view::dots;

/// The most figures that are drawn; the rest is counted.
const MOST: usize = 8;

#[inline(never)]
fn caption(input: &Input, row: &Observation) -> String {
    let messages = input.messages;
    let mut moment = messages.moment(&row.period);
    let mut name = "";
    if let Some(metric) = input.dataset.metric(&row.metric) {
        name = &metric.name;
        if metric.kind == MetricKind::Cumulative {
            moment = messages.with(Key::Until, &moment);
        }
    }
    let place = match input.other_place(row) {
        Some(place) => messages.with(Key::FigureCaptionPlace, &place.name),
        None => String::new(),
    };
    messages.fill(Key::FigureCaption, &[name, &place, &moment])
}

/// Beneath the panels: a list where the page is narrow, else columns.
pub(super) fn below(sketch: &mut Sketch, input: &Input, figures: &[&Observation], bounds: Rectangle) -> f64 {
    let drawn = &figures[..figures.len().min(MOST)];
    let bottom = if sketch.layout.room == Room::Narrow {
        list(sketch, input, drawn, bounds)
    } else {
        columns(sketch, input, drawn, bounds)
    };
    rest(sketch, input, figures.len() - drawn.len(), bounds.x, bottom)
}

/// In a column of their own.
pub(super) fn column(sketch: &mut Sketch, input: &Input, figures: &[&Observation], bounds: Rectangle) -> f64 {
    let drawn = &figures[..figures.len().min(MOST)];
    let mut top = bounds.y;
    for row in drawn {
        top = one(sketch, input, row, Rectangle::new(bounds.x, top, bounds.width, 0.0)) + sketch.layout.gap * 0.35;
    }
    rest(sketch, input, figures.len() - drawn.len(), bounds.x, top)
}

fn rest(sketch: &mut Sketch, input: &Input, count: usize, x: f64, top: f64) -> f64 {
    if count == 0 {
        return top;
    }
    let more = input.messages.with(Key::AndMore, &decimal::whole(count as u64));
    let (style, color, most) = (sketch.layout.label, sketch.theme.ink_soft, sketch.layout.inner_width());
    sketch.frame();
    sketch.paragraph(&more, x, top, most, style, color)
}

/// One figure over its caption; gives the y below.
fn one(sketch: &mut Sketch, input: &Input, row: &Observation, bounds: Rectangle) -> f64 {
    let (layout, theme) = (sketch.layout, sketch.theme);
    sketch.begin(input.figure_mark("figure", row));
    let figure = input.hedged(row);
    // A long figure is set smaller before it is cut.
    let fitting = layout.figure.size * (bounds.width / sketch.width(&figure, layout.figure).max(1.0));
    let style = TextStyle { size: fitting.clamp(layout.value.size, layout.figure.size).floor(), ..layout.figure };
    let figure = shorten(&figure, style, bounds.width, sketch.metrics());
    let baseline = bounds.y + layout.figure.rise() + 4.0;
    sketch.text(&figure, Point::new(bounds.x, baseline), Anchor::Start, style, theme.ink);
    if sketch.is_contradicted() {
        let x = bounds.x + sketch.width(&figure, style) + dots::CONTRADICTED + 6.0;
        dots::contradicted(sketch, Point::new(x, baseline - layout.figure.rise() / 2.0));
    }
    let bottom =
        sketch.paragraph(&caption(input, row), bounds.x, baseline + 5.0, bounds.width, layout.label, theme.ink_soft);
    sketch.frame();
    bottom
}

fn columns(sketch: &mut Sketch, input: &Input, figures: &[&Observation], bounds: Rectangle) -> f64 {
    let layout = sketch.layout;
    let gap = layout.gap * 0.6;
    // Each as wide as its figure, and wide enough for its caption in two or three lines.
    let mut widths = Vec::new();
    for row in figures {
        let figure = sketch.width(&input.hedged(row), layout.figure);
        let caption = sketch.width(&caption(input, row), layout.label);
        widths.push(figure.max(caption.min(112.0)).min(bounds.width).ceil());
    }
    let (mut top, mut first) = (bounds.y, 0);
    while first < figures.len() {
        let (mut count, mut used) = (0, 0.0);
        while first + count < figures.len() && (count == 0 || used + gap + widths[first + count] <= bounds.width) {
            used += widths[first + count] + if count == 0 { 0.0 } else { gap };
            count += 1;
        }
        // A full line spreads over the whole width, a last short one keeps its gaps.
        let full = first + count < figures.len() || first == 0;
        let between =
            if full && count > 1 { (gap + (bounds.width - used) / (count as f64 - 1.0)).min(gap * 4.0) } else { gap };
        let (mut x, mut bottom) = (bounds.x, top);
        for index in first..first + count {
            bottom = one(sketch, input, figures[index], Rectangle::new(x, top, widths[index], 0.0)).max(bottom);
            x += widths[index] + between;
        }
        first += count;
        top = bottom + layout.gap * 0.35;
    }
    top
}

/// Figure and caption on one line each.
fn list(sketch: &mut Sketch, input: &Input, figures: &[&Observation], bounds: Rectangle) -> f64 {
    let (layout, theme) = (sketch.layout, sketch.theme);
    let mut widest: f64 = 0.0;
    for row in figures {
        widest = widest.max(sketch.width(&input.hedged(row), layout.value));
    }
    let indent = (widest + 14.0).min(bounds.width * 0.5);
    let mut top = bounds.y;
    for row in figures {
        sketch.begin(input.figure_mark("figure", row));
        let figure = shorten(&input.hedged(row), layout.value, indent - 8.0, sketch.metrics());
        let baseline = top + layout.value.line_height() / 2.0 + layout.value.rise() / 2.0;
        sketch.text(&figure, Point::new(bounds.x, baseline), Anchor::Start, layout.value, theme.ink);
        let caption = caption(input, row);
        let lines = balance(&caption, layout.label, bounds.width - indent, sketch.metrics());
        let mut line_baseline = baseline;
        for line in &lines {
            sketch.text(
                line,
                Point::new(bounds.x + indent, line_baseline),
                Anchor::Start,
                layout.label,
                theme.ink_soft,
            );
            line_baseline += layout.label.line_height();
        }
        sketch.frame();
        top += layout.value.line_height().max(lines.len() as f64 * layout.label.line_height() + 2.0) + 4.0;
    }
    top
}
