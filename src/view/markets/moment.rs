//! The strip of time of this view: the days at which anything is told to have been so, the
//! counts over their points, and a handle at the day that the view is drawn as of.

use super::Input;
use super::content::Content;
use crate::dataset::period::Day;
use crate::messages::Key;
use crate::scene::sketch::Sketch;
use crate::scene::timeline::{Stop, TimelineKind};
use crate::scene::{Anchor, Point, Rectangle, Stroke};
use crate::text::add;
use crate::view::timeline::{HANDLE, Handle, REACH, Strip};
use crate::view::{Once, dots};

/// Draws the strip; gives the y below it.
pub(super) fn draw(sketch: &mut Sketch, input: &Input, content: &Content, top: f64) -> f64 {
    let (days, messages) = (&content.markets.days, input.messages);
    let [first, ..] = days[..] else { return top };
    let at = content.at;
    // A day far from all that is told would squeeze it; the handle stands at the end then.
    let last = days[days.len() - 1];
    let last = if input.options.at.is_none() { last.max(at) } else { last };
    let room = (f64::from(last.0) - f64::from(first.0)).max(60.0) * 0.04;
    let range = Day(first.0.saturating_sub(room as i32))..Day(last.0.saturating_add(room as i32));
    let words = messages.with(Key::TimelineAsOf, &messages.date_long(at));
    let layout = sketch.layout;
    let radius = layout.radius;
    let counts = &content.markets.counts;
    let up = counts.iter().any(|row| row.qualifier.is_lower_bound());
    let mut above = over(up, radius) + 2.0;
    if !counts.is_empty() {
        above += layout.value.line_height();
    }
    let strip = Strip::draw(sketch, &words, range, top, above.max(REACH));
    let x = strip.axis.x(at);
    strip.choose(sketch, strip.axis.left, x);
    for day in days {
        let x = strip.axis.x(*day).round();
        let tick = Stroke::solid(sketch.theme.axis, 1.5);
        sketch.line(Point::new(x, strip.y - 5.0), Point::new(x, strip.y + 5.0), tick);
    }
    strip.handle(sketch, x);

    let mut marks = Vec::new();
    sketch.row();
    for row in counts {
        let center = Point::new(strip.axis.x(row.period.end().unwrap_or(at)), strip.y);
        marks.push(sketch.begin(input.figure_mark("point", row)));
        dots::figure(sketch, center, radius, row);
        sketch.occupied.take(dots::footprint(center, radius, dots::direction(row.qualifier)));
    }
    figures(sketch, input, content, &strip, &marks);
    sketch.frame();
    if cfg!(feature = "complete") {
        offer(sketch, input, content, &strip);
    }
    strip.bottom + layout.gap * 0.25
}

/// How far over the line the figures stand, clear of handle and arrows.
fn over(up: bool, radius: f64) -> f64 {
    if up { (dots::arrow_length(radius) + 8.0).max(HANDLE + 7.0) } else { HANDLE + 7.0 }
}

/// The counts over their points, as far as there is room: the one that holds first, then the
/// last, then the others from the first on.
fn figures(sketch: &mut Sketch, input: &Input, content: &Content, strip: &Strip, marks: &[usize]) {
    let counts = &content.markets.counts;
    let held = counts.iter().rposition(|row| row.period.end() <= Some(content.at));
    let mut order: Vec<usize> = Vec::new();
    order.extend(held);
    order.extend(counts.len().checked_sub(1));
    order.extend(0..counts.len());
    let mut done = Once::new(counts.len());
    let (layout, theme) = (sketch.layout, sketch.theme);
    for index in order {
        if !done.take(index) {
            continue;
        }
        let row = counts[index];
        let center = strip.axis.x(row.period.end().unwrap_or(content.at));
        let later = row.period.end() > Some(content.at);
        let mut text = sketch.lay(&input.hedged(row), Point::new(center, strip.y), Anchor::Middle, layout.value);
        let half = text.width / 2.0;
        let least = layout.margin + half;
        let x = center.clamp(least, (layout.width - layout.margin - half).max(least));
        sketch.resume(marks[index]);
        let limits = Rectangle::new(layout.margin, 0.0, layout.inner_width(), strip.bottom);
        let at = Point::new(x, strip.y - over(row.qualifier.is_lower_bound(), layout.radius));
        let written = sketch.find_place(&mut text, &[at], 2.0, &limits.grown(2.0));
        let bounds = text.bounds();
        if written {
            sketch.put(text, if later { theme.ink_faint } else { theme.ink });
        }
        if sketch.is_contradicted() {
            let reach = dots::CONTRADICTED + 4.0;
            // By the figure, else under the point.
            let mut sign = Point::new(center, strip.y + layout.radius + dots::CONTRADICTED + 2.0);
            for x in [bounds.x - reach, bounds.right() + reach] {
                let beside = Point::new(x, bounds.center().y);
                if written && sketch.occupied.has_room(&Rectangle::around(beside, dots::CONTRADICTED), &limits) {
                    sign = beside;
                }
            }
            dots::contradicted(sketch, sign);
        }
    }
    sketch.frame();
}

/// Tells controls where the handle can stand.
fn offer(sketch: &mut Sketch, input: &Input, content: &Content, strip: &Strip) {
    let messages = input.messages;
    let mut stops = Vec::new();
    let mut current = 0;
    let label_of = |day: Day| {
        let mut what = content.markets.count_held(day).map_or_else(String::new, |row| input.figure(row));
        let named = messages.number(content.markets.named(day) as f64);
        add(&mut what, messages.text(Key::PartSeparator), &messages.with(Key::MarketsNamedCount, &named));
        messages.fill(Key::TimelineStop, &[&messages.date_short(day), &what])
    };
    for (index, day) in content.markets.days.iter().enumerate() {
        if *day <= content.at {
            current = index;
        }
        let label = label_of(*day);
        stops.push(Stop { x: strip.axis.x(*day), day: day.iso(), end: day.iso(), end_label: label.clone(), label });
    }
    let handle = Handle { stop: current, x: strip.axis.x(content.at), label: label_of(content.at) };
    strip.offer(sketch, input, TimelineKind::Moment, stops, (handle.clone(), handle));
}
