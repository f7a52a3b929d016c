//! Counts that stand alone: a figure set large, and what it counts and where, under the
//! moment that it held at.

use super::Input;
use crate::dataset::tables::{MetricKind, Observation};
use crate::decimal;
use crate::messages::Key;
use crate::scene::sketch::Sketch;
use crate::scene::{Anchor, Point, Rectangle, Stroke};
use crate::text::{TextStyle, add, balance, shorten};
use crate::theme::Room;
use crate::view::{dots, lanes, reference};

/// The most figures that are drawn; the rest is counted.
const MOST: usize = 8;

/// What a figure counts and where, and the source's own noun where it is another one.
#[inline(never)]
fn caption(input: &Input, row: &Observation) -> String {
    let messages = input.messages;
    let mut caption = String::new();
    if let Some(metric) = input.dataset.metric(&row.metric) {
        caption.push_str(&metric.name);
        if let Some(place) = input.other_place(row) {
            caption.push_str(&messages.caption_place(Some(place)));
        }
        if row.term != metric.unit && !row.term.eq_ignore_ascii_case(&metric.called) {
            add(&mut caption, messages.text(Key::PartSeparator), &messages.with(Key::Quoted, &row.term));
        }
    }
    caption
}

/// When a figure held: what figures of one moment stand under.
#[inline(never)]
fn moment(input: &Input, row: &Observation) -> String {
    let moment = input.messages.moment(&row.period);
    match input.dataset.metric(&row.metric) {
        Some(metric) if metric.kind == MetricKind::Cumulative => input.messages.with(Key::Until, &moment),
        _ => moment,
    }
}

/// The figures that are drawn: those of one moment together, in the order in which their
/// first ones come.
fn by_moment<'a>(input: &Input, figures: &[&'a Observation]) -> Vec<(String, Vec<&'a Observation>)> {
    let mut groups: Vec<(String, Vec<&Observation>)> = Vec::new();
    for row in figures.iter().take(MOST) {
        let moment = moment(input, row);
        match groups.iter_mut().find(|group| group.0 == moment) {
            Some(group) => group.1.push(row),
            None => groups.push((moment, vec![row])),
        }
    }
    groups
}

/// The name of a moment, over a line that its figures hang from; gives the y below.
fn heading(sketch: &mut Sketch, moment: &str, bounds: Rectangle) -> f64 {
    let (layout, theme) = (sketch.layout, sketch.theme);
    sketch.frame();
    sketch.row();
    let moment = shorten(moment, layout.label, bounds.width, sketch.metrics());
    let baseline = bounds.y + layout.label.rise() + 2.0;
    sketch.text(&moment, Point::new(bounds.x, baseline), Anchor::Start, layout.label, theme.ink_soft);
    let rule = (baseline + 6.0).round();
    sketch.line(Point::new(bounds.x, rule), Point::new(bounds.right(), rule), Stroke::solid(theme.grid, 1.0));
    rule + layout.room.pick(0.0, 2.0, 6.0)
}

/// Beneath the panels: a list where the page is narrow, else columns.
pub(super) fn below(sketch: &mut Sketch, input: &Input, figures: &[&Observation], bounds: Rectangle) -> f64 {
    let groups = by_moment(input, figures);
    let bottom = if sketch.layout.room == Room::Narrow {
        list(sketch, input, &groups, bounds)
    } else {
        columns(sketch, input, &groups, bounds)
    };
    rest(sketch, input, figures.len().saturating_sub(MOST), bounds.x, bottom)
}

/// In a column of their own.
pub(super) fn column(sketch: &mut Sketch, input: &Input, figures: &[&Observation], bounds: Rectangle) -> f64 {
    let mut top = bounds.y;
    for (moment, rows) in &by_moment(input, figures) {
        top = heading(sketch, moment, Rectangle { y: top, ..bounds });
        for row in rows {
            top = one(sketch, input, row, Rectangle { y: top, ..bounds }) + sketch.layout.gap * 0.15;
        }
        top += sketch.layout.gap * 0.15;
    }
    rest(sketch, input, figures.len().saturating_sub(MOST), bounds.x, top)
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

/// The groups beside each other, each under its moment, in as many lines as it takes.
fn columns(sketch: &mut Sketch, input: &Input, groups: &[(String, Vec<&Observation>)], bounds: Rectangle) -> f64 {
    let layout = sketch.layout;
    let gap = layout.gap * 0.6;
    // The parts of all lines: where a group begins on a line, and how wide it is there.
    let (mut x, mut top, mut bottom) = (bounds.x, bounds.y, bounds.y);
    for (moment, rows) in groups {
        let mut first = 0;
        while first < rows.len() {
            // As many of the group as fit on the rest of the line.
            let (mut count, mut used) = (0, 0.0);
            while let Some(row) = rows.get(first + count) {
                let wider = used + if count > 0 { gap } else { 0.0 } + width(sketch, input, row, bounds.width);
                if x + wider > bounds.right() + 0.5 && (count > 0 || x > bounds.x) {
                    break;
                }
                used = wider;
                count += 1;
            }
            if count == 0 {
                (x, top) = (bounds.x, bottom + layout.gap * 0.3);
                continue;
            }
            let least = sketch.width(moment, layout.label).min(bounds.right() - x);
            let below = heading(sketch, moment, Rectangle::new(x, top, used.max(least), 0.0));
            let mut left = x;
            for row in &rows[first..first + count] {
                let width = width(sketch, input, row, bounds.width);
                bottom = bottom.max(one(sketch, input, row, Rectangle::new(left, below, width, 0.0)));
                left += width + gap;
            }
            x += used.max(least) + gap;
            first += count;
        }
    }
    bottom + layout.gap * 0.15
}

/// As wide as its figure, and wide enough for its caption in two or three lines.
fn width(sketch: &Sketch, input: &Input, row: &Observation, most: f64) -> f64 {
    let mut figure = sketch.width(&input.hedged(row), sketch.layout.figure);
    if !input.dataset.conflicts_of(&reference("observation", &row.id)).is_empty() {
        figure += lanes::SIGN + 6.0;
    }
    let caption = sketch.width(&caption(input, row), sketch.layout.label);
    figure.max(caption.min(150.0)).min(most).ceil()
}

/// Figure and caption on one line each.
fn list(sketch: &mut Sketch, input: &Input, groups: &[(String, Vec<&Observation>)], bounds: Rectangle) -> f64 {
    let (layout, theme) = (sketch.layout, sketch.theme);
    let mut widest: f64 = 0.0;
    for row in groups.iter().flat_map(|group| &group.1) {
        widest = widest.max(sketch.width(&input.hedged(row), layout.value));
    }
    // Beside a long figure there is no room for words: they stand under it.
    let beside = widest + 14.0 <= bounds.width * 0.5;
    let indent = if beside { widest + 14.0 } else { 0.0 };
    let mut top = bounds.y;
    for (moment, rows) in groups {
        top = heading(sketch, moment, Rectangle { y: top, ..bounds }) + 3.0;
        for row in rows {
            sketch.begin(input.figure_mark("figure", row));
            let mut x = bounds.x;
            let sign = if sketch.is_contradicted() { lanes::SIGN } else { 0.0 };
            let most = if beside { indent - 8.0 } else { bounds.width };
            let figure = shorten(&input.hedged(row), layout.value, most - sign, sketch.metrics());
            let baseline = top + layout.value.line_height() / 2.0 + layout.value.rise() / 2.0;
            if sign > 0.0 {
                dots::contradicted(sketch, Point::new(x + dots::CONTRADICTED, baseline - layout.value.rise() / 2.0));
                x += sign;
            }
            sketch.text(&figure, Point::new(x, baseline), Anchor::Start, layout.value, theme.ink);
            let lines = balance(&caption(input, row), layout.label, bounds.width - indent, sketch.metrics());
            let under = if beside { 0.0 } else { layout.value.line_height() - 2.0 };
            let mut line_baseline = baseline + under;
            for line in &lines {
                let at = Point::new(bounds.x + indent, line_baseline);
                sketch.text(line, at, Anchor::Start, layout.label, theme.ink_soft);
                line_baseline += layout.label.line_height();
            }
            let words = lines.len() as f64 * layout.label.line_height() + 2.0;
            top += layout.value.line_height().max(under + words) + 3.0;
        }
        top += 8.0;
    }
    top
}
