//! The line-up: a row a model over time, launched, planned and concept told apart by form;
//! what is made from a model on its row; and beneath, how many models the texts count.

mod bar;
mod items;
mod rows;

use super::frame::{self, Foot};
use super::legend::Form;
use super::time_axis::TimeAxis;
use super::{Input, dots};
use crate::dataset::period::Day;
use crate::dataset::tables::{ModelKind, Observation, Status};
use crate::messages::Key;
use crate::scene::sketch::Sketch;
use crate::scene::{Anchor, Point, Rectangle, Scene, Stroke};
use crate::theme::{Layout, Room};
use rows::{ModelRow, Start};

/// Where the parts of a row stand.
struct RowFrame {
    /// The whole row.
    bounds: Rectangle,
    /// Middle of its bar.
    middle: f64,
}

/// Draws the view.
pub(super) fn draw(input: &Input) -> Scene {
    let rows = rows::collect(input);
    let counts = rows::counts(input);
    let mut sketch = Sketch::new(input.theme, input.layout(), input.metrics);
    let layout = sketch.layout;
    let at = input.history().at();
    let (Some(at), false) = (at, rows.is_empty() && counts.is_empty()) else { return frame::nothing(sketch, input) };
    let (title, subtitle) = (title(input, &rows, &counts), subtitle(input));
    let top = frame::header(&mut sketch, input, &title, &subtitle);

    let gutter = gutter(&sketch, input, &rows);
    let axis =
        TimeAxis { days: days(&rows, &counts, at), left: layout.margin + gutter, right: layout.width - layout.margin };
    let top = as_of(&mut sketch, input, &axis, at, top);
    let height = row_height(&layout);
    let count_rows = rows.len() + usize::from(!counts.is_empty());
    let bottom = top + height * count_rows as f64 - if counts.is_empty() { 0.0 } else { height * 0.3 };
    sketch.frame();
    let below = axis.draw(&mut sketch, bottom.round(), Some(top - 4.0));
    let line = Stroke::dashed(sketch.theme.ink_soft, 1.25);
    let x = axis.x(at).round();
    if layout.room == Room::Narrow {
        // Across the bars alone: the words need the whole width.
        let half = bar::half_height(layout.room) + 4.0;
        for index in 0..count_rows {
            let middle = frame_of(&layout, top + height * index as f64, height, &axis).middle;
            sketch.line(Point::new(x, middle - half), Point::new(x, middle + half), line);
        }
    } else {
        sketch.line(Point::new(x, top - 4.0), Point::new(x, bottom.round()), line);
        sketch.occupied.take_line(Point::new(x, top - 4.0), Point::new(x, bottom));
    }

    for (index, row) in rows.iter().enumerate() {
        let frame = frame_of(&layout, top + height * index as f64, height, &axis);
        bar::draw(&mut sketch, input, row, &axis, at, &frame);
    }
    if !counts.is_empty() {
        let frame = frame_of(&layout, top + height * rows.len() as f64, height * 0.7, &axis);
        counted(&mut sketch, input, &counts, &axis, &frame);
    }
    sketch.frame();
    let forms = forms(&sketch, &rows);
    let mut conflicts: Vec<String> = Vec::new();
    for id in sketch.marks().iter().filter(|mark| mark.kind != "model").flat_map(|mark| &mark.conflicts) {
        if !conflicts.contains(id) {
            conflicts.push(id.clone());
        }
    }
    let foot = Foot { title, subtitle, forms: &forms, conflicts };
    frame::finish(sketch, input, below + layout.gap * 0.25, foot)
}

fn row_height(layout: &Layout) -> f64 {
    match layout.room {
        Room::Narrow => 98.0,
        Room::Medium => 66.0,
        Room::Wide => 84.0,
    }
}

fn frame_of(layout: &Layout, top: f64, height: f64, axis: &TimeAxis) -> RowFrame {
    let middle = match layout.room {
        Room::Narrow => top + 52.0,
        _ => top + height * 0.5,
    };
    RowFrame { bounds: Rectangle::new(axis.left, top, axis.right - axis.left, height), middle: middle.round() }
}

/// The width that names and bodies take at the left; none where they stand over the bars.
fn gutter(sketch: &Sketch, input: &Input, rows: &[ModelRow]) -> f64 {
    let layout = sketch.layout;
    if layout.room == Room::Narrow {
        return 0.0;
    }
    let names = rows.iter().map(|row| sketch.width(&row.model.name, layout.heading));
    let bodies = rows.iter().map(|row| sketch.width(row.latest_body(), layout.label));
    let counted = sketch.width(input.messages.text(Key::LineupCountedBody), layout.label);
    names.chain(bodies).fold(counted, f64::max).min(layout.inner_width() * 0.25) + 24.0
}

/// From the year before an undated start, or the year of the first dated one, to the end
/// of the year of the last plan.
fn days(rows: &[ModelRow], counts: &[&Observation], at: Day) -> std::ops::Range<Day> {
    let starts = rows.iter().flat_map(ModelRow::days).chain(counts.iter().filter_map(|row| row.period.end()));
    let ends = rows.iter().flat_map(ModelRow::days).chain([at]);
    let first = starts.min().unwrap_or(at).min(at).year_start();
    let open = rows.iter().any(|row| matches!(row.start, Some(Start { from: None, .. })));
    let first = if open { Day(first.0 - 1).year_start() } else { first };
    let last = ends.max().unwrap_or(at);
    first..last.next_year()
}

/// The day the picture is drawn as of, over its line; gives the y below.
fn as_of(sketch: &mut Sketch, input: &Input, axis: &TimeAxis, at: Day, top: f64) -> f64 {
    let layout = sketch.layout;
    let text = input.messages.fill(Key::LineupAsOf, &[("date", &input.messages.date_short(at))]);
    let half = sketch.width(&text, layout.small) / 2.0;
    let x = axis.x(at).clamp(axis.left + half, (axis.right - half).max(axis.left + half));
    sketch.text(&text, Point::new(x, top + layout.small.rise()), Anchor::Middle, layout.small, sketch.theme.ink_soft);
    top + layout.small.line_height() + 6.0
}

/// Name and what is said of it, at the left of a row or over it.
fn row_name(sketch: &mut Sketch, frame: &RowFrame, name: &str, bodies: &[&str], separator: &str) {
    let (layout, theme) = (sketch.layout, sketch.theme);
    // All that the texts call it where there is room, else what the last one does.
    let all = bodies.join(separator);
    let last = bodies.last().copied().unwrap_or_default();
    let body = |most: f64, sketch: &Sketch| {
        let body = if sketch.width(&all, layout.label) <= most { &all } else { last };
        crate::text::shorten(body, layout.label, most, sketch.metrics())
    };
    let name_style = crate::text::TextStyle { size: layout.heading.size + 1.0, ..layout.heading };
    if layout.room == Room::Narrow {
        let baseline = frame.bounds.y + 16.0;
        let name = &crate::text::shorten(name, name_style, layout.inner_width(), sketch.metrics());
        sketch.text(name, Point::new(layout.margin, baseline), Anchor::Start, name_style, theme.ink);
        let x = layout.margin + sketch.width(name, name_style) + 8.0;
        let body = body(layout.width - layout.margin - x, sketch);
        sketch.text(&body, Point::new(x, baseline), Anchor::Start, layout.label, theme.ink_soft);
    } else {
        let most = frame.bounds.x - layout.margin - 8.0;
        let shortened = crate::text::shorten(name, name_style, most, sketch.metrics());
        sketch.text(&shortened, Point::new(layout.margin, frame.middle - 2.0), Anchor::Start, name_style, theme.ink);
        let body = body(most, sketch);
        let baseline = frame.middle + layout.label.line_height() - 1.0;
        sketch.text(&body, Point::new(layout.margin, baseline), Anchor::Start, layout.label, theme.ink_soft);
    }
}

/// How many models the texts count, each figure at the end of its period.
fn counted(sketch: &mut Sketch, input: &Input, counts: &[&Observation], axis: &TimeAxis, frame: &RowFrame) {
    let layout = sketch.layout;
    sketch.frame();
    let messages = input.messages;
    row_name(sketch, frame, messages.text(Key::LineupCounted), &[messages.text(Key::LineupCountedBody)], "");
    for row in counts {
        let Some(end) = row.period.end() else { continue };
        let mark = input.mark("count", row);
        let contradicted = !mark.conflicts.is_empty();
        let center = Point::new(axis.x(end), frame.middle);
        sketch.begin(mark);
        if row.qualifier == crate::dataset::tables::Qualifier::Exact {
            dots::filled(sketch, center, layout.radius);
        } else {
            dots::hollow(sketch, center, layout.radius);
        }
        sketch.occupied.take(Rectangle::around(center, layout.radius + 2.0));
        if contradicted {
            dots::contradicted_near(sketch, center, layout.radius, &frame.bounds);
        }
        let text = sketch.lay(&messages.hedged(row.value, row.qualifier), center, Anchor::End, layout.value);
        let baseline = center.y + layout.value.rise() / 2.0;
        let gap = layout.radius + 8.0;
        let left = sketch.lay(&text.content, Point::new(center.x - gap, baseline), Anchor::End, layout.value);
        let right = sketch.lay(&text.content, Point::new(center.x + gap, baseline), Anchor::Start, layout.value);
        let choices = [left, right];
        let boxes = choices.each_ref().map(crate::scene::Text::bounds);
        if let Some(chosen) = sketch.occupied.place(&boxes, &frame.bounds.grown(4.0)) {
            let [left, right] = choices;
            let ink = sketch.theme.ink;
            let text = if chosen == 0 { left } else { right };
            sketch.shape(crate::scene::Shape::Text(text), Some(crate::scene::Fill::Solid(ink)), None);
        }
        sketch.frame();
    }
}

fn title(input: &Input, rows: &[ModelRow], counts: &[&Observation]) -> String {
    let messages = input.messages;
    let launched = rows.iter().filter(|row| row.start.is_some()).count();
    let planned: Vec<&ModelRow> = rows.iter().filter(|row| row.start.is_none() && row.plan.is_some()).collect();
    let due: Vec<String> = planned.iter().map(|row| row.model.name.clone()).collect();
    let dates: Vec<String> =
        planned.iter().filter_map(|row| row.plan).map(|plan| messages.within(&plan.period)).collect();
    let date = match &dates[..] {
        [only] => only.as_str(),
        _ => messages.text(Key::LineupTitleStill),
    };
    let last = counts.last();
    let before = last.and_then(|last| counts.iter().rev().find(|row| row.value != last.value));
    let text = match (before, last) {
        (Some(before), Some(last)) => {
            let counts_more = last.value > launched as f64 && !due.is_empty();
            let key = if counts_more { Key::LineupTitleDue } else { Key::LineupTitleGrew };
            let (first, last) = (messages.number_word_first(before.value), messages.number_word(last.value));
            messages.fill(key, &[("first", &first), ("last", &last), ("model", &messages.list(&due)), ("date", date)])
        }
        _ if launched > 0 => {
            messages.fill(Key::LineupTitleCount, &[("count", &messages.number_word_first(launched as f64))])
        }
        _ => messages.text(Key::LineupTitleNone).to_owned(),
    };
    text
}

fn subtitle(input: &Input) -> String {
    let history = input.history();
    let told = history.observations().map(|row| &row.source).chain(history.events().map(|row| &row.source));
    let mut published = told.filter_map(|id| input.dataset.source(id)).filter_map(|source| source.published.end());
    let first = published.next().unwrap_or(Day(0));
    let (first, last) = published.fold((first, first), |(first, last), day| (first.min(day), last.max(day)));
    let (from, to) = (input.messages.month_and_year(first), input.messages.month_and_year(last));
    input.messages.fill(Key::LineupSubtitle, &[("brand", &input.dataset.about.brand), ("from", &from), ("to", &to)])
}

fn forms(sketch: &Sketch, rows: &[ModelRow]) -> Vec<Form> {
    let starts = || rows.iter().filter_map(|row| row.start.as_ref());
    let items = || rows.iter().flat_map(|row| &row.items);
    let mut forms = Vec::new();
    let mut add = |form, used: bool| {
        if used {
            forms.push(form);
        }
    };
    add(Form::Launched, starts().next().is_some());
    add(Form::Uncertain, starts().any(|start| start.from != Some(start.by)));
    add(
        Form::Planned,
        rows.iter().any(|row| row.start.is_none() && row.plan.is_some())
            || items().any(|item| item.status() == Status::Planned),
    );
    add(Form::Edition, items().any(|item| item.model.kind != ModelKind::Concept));
    add(Form::Concept, items().any(|item| item.model.kind == ModelKind::Concept));
    add(Form::Contradicted, sketch.marks().iter().any(|mark| mark.kind != "model" && !mark.conflicts.is_empty()));
    forms
}
