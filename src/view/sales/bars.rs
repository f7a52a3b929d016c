//! The bars: from zero to the right, or to the left of it, a value at each end. Names stand
//! beside them; on a narrow page, over them.

use super::Input;
use super::rates::{Content, Group};
use super::scale::{Item, Scale};
use super::words::{method, place_name};
use crate::dataset::tables::{Observation, Qualifier};
use crate::decimal;
use crate::messages::Key;
use crate::scene::sketch::Sketch;
use crate::scene::{Anchor, Fill, Point, Rectangle, Stroke};
use crate::text::{TextStyle, add, balance, shorten};
use crate::theme::{Color, Room};
use crate::view::bar_forms::{self, ARROW};
use crate::view::dots::{self, Direction};
use crate::view::reference;

/// From the end of a bar, or of its arrow, to its words.
const GAP: f64 = 7.0;

/// From the words to the sign of a contradiction, and the sign.
const SIGN: f64 = 6.0 + dots::CONTRADICTED * 2.0;

/// The most bars of one place; the rest is counted.
const MOST_OF_ONE: usize = 6;

/// Lines of a name; what is longer is shortened.
const MOST_LINES: usize = 3;

/// A row of the picture: a place's name, and a bar for each source.
struct Row<'a> {
    group: &'a Group<'a>,
    /// In lines that fit.
    name: Vec<String>,
    style: TextStyle,
    color: Color,
    is_whole: bool,
}

impl<'a> Row<'a> {
    /// The figures that have a bar.
    fn drawn(&self) -> &[&'a Observation] {
        &self.group.rows[..self.group.rows.len().min(MOST_OF_ONE)]
    }
}

/// What stands at the end of a bar.
struct Value {
    text: String,
    style: TextStyle,
    width: f64,
}

/// Where bars are drawn.
struct Frame {
    scale: Scale,
    left: f64,
    right: f64,
    /// Height of a bar.
    thick: f64,
    /// The widest that a value may be.
    most: f64,
}

/// Draws the bars and notes which of the forms lower bound, upper bound, rounded and broken
/// they used; gives the y below.
pub(super) fn draw(
    sketch: &mut Sketch,
    input: &Input,
    content: &Content,
    bounds: Rectangle,
    used: &mut [bool; 4],
) -> f64 {
    let layout = sketch.layout;
    // Of too many the middle is left out: what grew most and least stays.
    let most = layout.room.pick(14.0, 22.0, 24.0) as usize;
    // One or two are not worth the words that count them.
    let (head, tail) = if content.groups.len() > most + 2 {
        (&content.groups[..most / 2], &content.groups[content.groups.len() - most / 2..])
    } else {
        (&content.groups[..], &[][..])
    };
    let mut left_out = 0;
    for group in &content.groups[head.len()..content.groups.len() - tail.len()] {
        left_out += group.rows.len();
    }

    let mut groups = Vec::new();
    let mut of_the_same = 0;
    for group in head.iter().chain(tail).chain(&content.whole) {
        groups.push(group);
        of_the_same += group.rows.len().saturating_sub(MOST_OF_ONE);
    }
    let gutter = gutter(sketch, input, &groups, bounds.width);
    let names = if gutter > 0.0 { gutter - 12.0 } else { bounds.width };
    let mut rows = Vec::new();
    for group in groups {
        let is_whole = content.whole.as_ref().is_some_and(|whole| std::ptr::eq(whole, group));
        rows.push(lay(sketch, input, group, names, is_whole));
    }
    let many = rows.len() > 12;
    let thick = layout.room.pick(16.0, if many { 17.0 } else { 24.0 }, if many { 20.0 } else { 32.0 });
    let (left, right) = (bounds.x + gutter, bounds.right());
    let mut frame = Frame { scale: Scale::new(&[], left, right), left, right, thick, most: (right - left) * 0.42 };
    let mut items = Vec::new();
    for row in &rows {
        for observation in row.drawn() {
            items.push(item(sketch, input, observation, &frame));
        }
    }
    frame.scale = Scale::new(&items, left, right);

    let between = layout.room.pick(12.0, if many { 8.0 } else { 16.0 }, if many { 9.0 } else { 22.0 });
    let mut y = bounds.y + if gutter > 0.0 { 6.0 } else { 0.0 };
    for (index, row) in rows.iter().enumerate() {
        if index == head.len() && left_out > 0 {
            y = more(sketch, input, Key::SalesMoreBetween, left_out, frame.left, y) + between;
        }
        if row.is_whole && index > 0 {
            y += between.max(12.0);
        }
        y = draw_row(sketch, input, content, row, &frame, y, between, used) + between;
    }
    if of_the_same > 0 {
        y = more(sketch, input, Key::SalesMoreOfTheSame, of_the_same, frame.left, y) + between;
    }
    sketch.frame();
    y - between + layout.gap * 0.4
}

/// The width of the names beside the bars; none where they stand over them.
fn gutter(sketch: &Sketch, input: &Input, groups: &[&Group], width: f64) -> f64 {
    let layout = sketch.layout;
    if layout.room == Room::Narrow {
        return 0.0;
    }
    let mut widest: f64 = 0.0;
    for group in groups {
        widest = widest.max(sketch.width(&name(input, group), TextStyle { size: layout.label.size, ..layout.value }));
    }
    (widest + 14.0).min(width * 0.3)
}

/// Of whom the figures are.
fn name(input: &Input, group: &Group) -> String {
    let first = group.first();
    let mut name = place_name(input, first);
    if let Some(model) = first.model.as_deref().and_then(|id| input.dataset.model(id)) {
        add(&mut name, input.messages.text(Key::PartSeparator), &model.name);
    }
    if let Some(partner) = first.partner.as_deref().and_then(|id| input.dataset.partner(id)) {
        add(&mut name, input.messages.text(Key::PartSeparator), &partner.name);
    }
    name
}

fn lay<'a>(sketch: &Sketch, input: &Input, group: &'a Group<'a>, width: f64, is_whole: bool) -> Row<'a> {
    let (layout, theme) = (sketch.layout, sketch.theme);
    let (style, color) = if is_whole {
        (TextStyle { size: layout.label.size, ..layout.value }, theme.ink)
    } else {
        (layout.label, theme.accent)
    };
    let mut lines = balance(&name(input, group), style, width, sketch.metrics());
    if lines.len() > MOST_LINES {
        let mut last = lines.split_off(MOST_LINES - 1).concat();
        last.push('…');
        lines.push(shorten(&last, style, width, sketch.metrics()));
    }
    Row { group, name: lines, style, color, is_whole }
}

/// The value with its hedge, set smaller before it is cut.
fn value(sketch: &Sketch, input: &Input, row: &Observation, frame: &Frame) -> Value {
    const LEAST: f64 = 9.0;
    let style = sketch.layout.value;
    let text = input.figure(row);
    let fitting = style.size * (frame.most / sketch.width(&text, style).max(1.0));
    let style = TextStyle { size: fitting.clamp(LEAST, style.size), ..style };
    let text = shorten(&text, style, frame.most, sketch.metrics());
    let width = sketch.width(&text, style);
    Value { text, style, width }
}

/// Whether the words of a figure stand to the left of its bar: those of a fall, unless room is
/// scarce; then on the side of growth, which is free.
fn is_before(sketch: &Sketch, row: &Observation) -> bool {
    row.value < 0.0 && sketch.layout.room != Room::Narrow
}

/// A figure with the room beside its bar.
fn item(sketch: &Sketch, input: &Input, row: &Observation, frame: &Frame) -> Item {
    let arrow = arrow_of(row);
    let sign = if input.conflicts(&[reference("observation", &row.id)]).is_empty() { 0.0 } else { SIGN };
    let words = GAP + value(sketch, input, row, frame).width + sign;
    let (before, behind) = if is_before(sketch, row) {
        (arrow + words, 0.0)
    } else if row.value < 0.0 {
        (arrow, words)
    } else {
        (0.0, arrow + words)
    };
    Item { value: row.value, before, behind }
}

/// The room of the arrow of a bound.
fn arrow_of(row: &Observation) -> f64 {
    if dots::direction(row.qualifier).is_some() { ARROW } else { 0.0 }
}

/// How many are left out.
fn more(sketch: &mut Sketch, input: &Input, key: Key, count: usize, left: f64, y: f64) -> f64 {
    let more = input.messages.with(Key::AndMore, &decimal::whole(count as u64));
    let text = input.messages.with(key, &more);
    let (style, color, most) =
        (sketch.layout.label, sketch.theme.ink_soft, sketch.layout.width - sketch.layout.margin - left);
    sketch.frame();
    sketch.paragraph(&text, left, y, most, style, color)
}

/// A name and its bars; gives the y below.
#[allow(clippy::too_many_arguments)]
fn draw_row(
    sketch: &mut Sketch,
    input: &Input,
    content: &Content,
    row: &Row,
    frame: &Frame,
    top: f64,
    between: f64,
    used: &mut [bool; 4],
) -> f64 {
    const APART: f64 = 3.0;
    let layout = sketch.layout;
    let line = row.style.line_height();
    let names = line * row.name.len() as f64;
    let count = row.drawn().len() as f64;
    let bars = frame.thick * count + APART * (count - 1.0);
    let beside = layout.room != Room::Narrow;
    let height = if beside { names.max(bars) } else { names + 1.0 + bars };
    let mut y = if beside { top + (height - bars) / 2.0 } else { top + names + 1.0 };
    let mut first = None;
    sketch.row();
    for observation in row.drawn() {
        let mark = sketch.begin(input.figure_mark("bar", observation));
        first = first.or(Some(mark));
        bar(sketch, frame, observation, row.color, y, used);
        words(sketch, input, content, row, observation, frame, y);
        y += frame.thick + APART;
    }
    if let Some(first) = first {
        sketch.resume(first);
    }
    let mut baseline = if beside { top + (height - names) / 2.0 } else { top } + line * 0.5 + row.style.rise() * 0.5;
    for name in &row.name {
        let (x, anchor) = if beside { (frame.left - 12.0, Anchor::End) } else { (frame.left, Anchor::Start) };
        let color = if row.is_whole || !beside { sketch.theme.ink } else { sketch.theme.ink_soft };
        sketch.text(name, Point::new(x, baseline), anchor, row.style, color);
        baseline += line;
    }
    sketch.frame();
    // Zero, from row to row; it breaks off where the whole stands apart, and under names.
    let (from, to) = if beside && !row.is_whole {
        (top - between / 2.0, top + height + between / 2.0)
    } else {
        (top + height - bars - 3.0, top + height + 3.0)
    };
    let (x, stroke) = (frame.scale.zero, Stroke::solid(sketch.theme.axis, 1.0));
    sketch.line(Point::new(x, from), Point::new(x, to), stroke);
    top + height
}

/// The bar alone. Its form says how its source hedges it.
fn bar(sketch: &mut Sketch, frame: &Frame, row: &Observation, color: Color, y: f64, used: &mut [bool; 4]) {
    let (zero, length) = (frame.scale.zero, frame.scale.length(row.value));
    let sign = if row.value < 0.0 { -1.0 } else { 1.0 };
    let end = zero + sign * length;
    // The finest line there is, for what is no zero.
    let seen = if row.value == 0.0 { 0.0 } else { length.max(1.0) };
    let bounds = Rectangle::new(if sign < 0.0 { zero - seen } else { zero }, y, seen, frame.thick);
    if row.qualifier == Qualifier::Exact {
        sketch.fill(bounds, 0.0, Fill::Solid(color));
    } else {
        bar_forms::hollow(sketch, bounds, color);
    }
    match dots::direction(row.qualifier) {
        Some(direction) => {
            used[usize::from(direction == Direction::Down)] = true;
            bar_forms::arrow(sketch, Point::new(end, y + frame.thick / 2.0), sign, direction, color);
        }
        None => used[2] |= row.qualifier != Qualifier::Exact,
    }
    if frame.scale.breaks(row.value) {
        used[3] = true;
        let at = zero + sign * frame.scale.length_to_break();
        bar_forms::gap(sketch, at, Rectangle { width: 0.0, ..bounds }, color);
    }
}

/// The value at the end of a bar, the sign of a contradiction, and what tells the bar from
/// others: its source, and what it is measured against.
fn words(
    sketch: &mut Sketch,
    input: &Input,
    content: &Content,
    row: &Row,
    observation: &Observation,
    frame: &Frame,
    y: f64,
) {
    let (layout, theme) = (sketch.layout, sketch.theme);
    let value = value(sketch, input, observation, frame);
    let sign = if is_before(sketch, observation) { -1.0 } else { 1.0 };
    let free = observation.value < 0.0 && sign > 0.0;
    let end = if free { 0.0 } else { frame.scale.length(observation.value) + arrow_of(observation) };
    let mut x = frame.scale.zero + sign * (end + GAP);
    let middle = y + frame.thick / 2.0;
    let baseline = middle + value.style.rise() / 2.0;
    let anchor = if sign > 0.0 { Anchor::Start } else { Anchor::End };
    sketch.text(&value.text, Point::new(x, baseline), anchor, value.style, theme.ink);
    x += sign * value.width;
    if sketch.is_contradicted() {
        dots::contradicted(sketch, Point::new(x + sign * (SIGN - dots::CONTRADICTED), middle));
        x += sign * SIGN;
    }
    let mut also = String::new();
    if row.group.rows.len() > 1
        && let Some(source) = input.dataset.source(&observation.source)
    {
        also = input.messages.source_name(source);
    }
    if observation.method.as_deref() != method(content) {
        let method = observation.method.as_deref().unwrap_or(input.messages.text(Key::SalesMethodNotTold));
        add(&mut also, input.messages.text(Key::PartSeparator), method);
    }
    // Beside a fall, the side of growth is free.
    let from = if sign > 0.0 { x } else { frame.scale.zero } + GAP;
    if !also.is_empty() && from + 40.0 < frame.right {
        let also = shorten(&also, layout.small, frame.right - from, sketch.metrics());
        let baseline = middle + layout.small.rise() / 2.0;
        sketch.text(&also, Point::new(from, baseline), Anchor::Start, layout.small, theme.ink_soft);
    }
}
