//! The line-up: a row a model over time, launched, planned and concept told apart by form;
//! what is made from a model on its row; and beneath, how many models the texts count.

mod bar;
mod counted;
mod items;
mod rows;

use super::frame::{self, Foot};
use super::legend::{self, Form};
use super::time_axis::{Stretch, TimeAxis};
use super::{Input, dots, timeline};
use crate::dataset::period::{Day, Period, Precision};
use crate::dataset::tables::{ModelKind, Observation, Qualifier, Status};
use crate::history::History;
use crate::messages::periods::year;
use crate::messages::{Key, Messages};
use crate::scene::sketch::Sketch;
use crate::scene::{Anchor, Point, Rectangle, Scene, Stroke};
use crate::text::{TextStyle, shorten, wrap_within};
use crate::theme::{Layout, Room};
use rows::ModelRow;

/// From a bar to the words under it: between them stand the days of what is on the bar.
const UNDER: f64 = 10.0;

/// Where the parts of a row stand.
struct RowFrame {
    /// The whole row.
    bounds: Rectangle,
    /// Middle of its bar.
    middle: f64,
    /// Where the line of the picture's day runs across the words; beyond them where it does not.
    line: f64,
}

/// Draws the view.
pub(super) fn draw(input: &Input, history: &History) -> Scene {
    let rows = rows::collect(input, history);
    let rows = rows::sorted(&rows);
    let counts = rows::counts(input, history);
    let mut sketch = Sketch::new(input.theme, input.layout(), input.metrics);
    let layout = sketch.layout;
    if rows.is_empty() && counts.is_empty() {
        return frame::nothing(sketch, input);
    }
    // Plans alone are plans as of the day on which they were put down.
    let at = history.at().unwrap_or(input.dataset.about.edition);
    let (title, subtitle) = (title(input, &rows, &counts), subtitle(input, history));
    let top = frame::header(&mut sketch, input, &title, &subtitle);

    let gutter = gutter(&sketch, input, &rows);
    let axis = TimeAxis::new(days(&rows, &counts, at), layout.margin + gutter, layout.width - layout.margin);
    let top = as_of(&mut sketch, input, &axis, at, top);
    let height = row_height(&layout);
    let count_rows = rows.len() + usize::from(!counts.is_empty());
    // The steps of the count need more room than a bar.
    let taller = if counts.is_empty() { 0.0 } else { layout.room.pick(0.0, 22.0, 20.0) };
    let bottom = top + height * count_rows as f64 + taller;
    sketch.frame();
    let below = axis.draw(&mut sketch, bottom.round(), Some(top - 4.0));
    let line = Stroke::dashed(sketch.theme.ink_soft, 1.25);
    let x = axis.x(at).round();
    if layout.room == Room::Narrow {
        // Across the bars alone: the words need the whole width.
        let half = bar::half_height(layout.room) + 4.0;
        for index in 0..count_rows {
            let middle = frame_of(&layout, top + height * index as f64, height, &axis, at).middle;
            sketch.line(Point::new(x, middle - half), Point::new(x, middle + half), line);
        }
    } else {
        sketch.line(Point::new(x, top - 4.0), Point::new(x, bottom.round()), line);
    }

    for (index, row) in rows.iter().enumerate() {
        let frame = frame_of(&layout, top + height * index as f64, height, &axis, at);
        bar::draw(&mut sketch, input, row, &axis, at, &frame);
    }
    if !counts.is_empty() {
        let frame = frame_of(&layout, top + height * rows.len() as f64, height + taller, &axis, at);
        counted::draw(&mut sketch, input, &counts, &axis, &frame);
    }
    sketch.frame();
    let forms = forms(&rows, &counts);
    let conflicts = input.conflicts_shown(&sketch, "model");
    let below = timeline::stretch(&mut sketch, input, below + layout.gap * 0.25);
    let foot = Foot { title, subtitle, forms: &forms, conflicts };
    frame::finish(sketch, input, below, foot)
}

fn row_height(layout: &Layout) -> f64 {
    layout.room.pick(98.0, 66.0, 84.0)
}

fn frame_of(layout: &Layout, top: f64, height: f64, axis: &TimeAxis, at: Day) -> RowFrame {
    let middle = match layout.room {
        Room::Narrow => top + 52.0,
        _ => top + height * 0.5,
    };
    let line = if layout.room == Room::Narrow { f64::INFINITY } else { axis.x(at).round() };
    RowFrame { bounds: Rectangle::new(axis.left, top, axis.right - axis.left, height), middle: middle.round(), line }
}

impl RowFrame {
    /// Whether words from `left` to `right` run across the line of the picture's day.
    fn is_crossed(&self, left: f64, right: f64) -> bool {
        left < self.line + 4.0 && right > self.line - 4.0
    }
}

/// The width that names and bodies take at the left; none where they stand over the bars.
fn gutter(sketch: &Sketch, input: &Input, rows: &[&ModelRow]) -> f64 {
    let layout = sketch.layout;
    if layout.room == Room::Narrow {
        return 0.0;
    }
    let mut widest = sketch.width(input.messages.text(Key::LineupCountedBody), layout.label);
    for row in rows {
        widest = widest.max(sketch.width(&row.model.name, layout.heading));
        widest = widest.max(sketch.width(row.latest_body(), layout.label));
    }
    widest.min(layout.inner_width() * 0.25) + 24.0
}

/// From the year before an undated start, or the year of the first dated one, to the end
/// of the year of the last plan.
fn days(rows: &[&ModelRow], counts: &[&Observation], at: Day) -> std::ops::Range<Day> {
    let mut stretch = Stretch { first: at, last: at };
    let (mut open, mut planned) = (false, false);
    for row in rows {
        row.days(&mut stretch);
        planned |= row.start.is_none() && row.plan.is_some();
        open |= row.start.is_some_and(|start| start.from.is_none());
    }
    let last = stretch.last;
    for row in counts {
        stretch.take(row.period.end());
    }
    let mut first = stretch.first.year_start();
    if open {
        first = Day(first.0 - 1).year_start();
    }
    // Room for the words of a plan.
    let end = last.next_year();
    first..if planned { Day(end.0 + 184) } else { end }
}

/// The day the picture is drawn as of, over its line; gives the y below.
fn as_of(sketch: &mut Sketch, input: &Input, axis: &TimeAxis, at: Day, top: f64) -> f64 {
    let layout = sketch.layout;
    let text = input.messages.with(Key::LineupAsOf, &input.messages.date_short(at));
    let x = axis.kept_inside(axis.x(at), sketch.width(&text, layout.small) / 2.0);
    sketch.text(&text, Point::new(x, top + layout.small.rise()), Anchor::Middle, layout.small, sketch.theme.ink_soft);
    top + layout.small.line_height() + 6.0
}

/// Name and body, at the left of a row or over it.
#[inline(never)]
fn row_name(sketch: &mut Sketch, frame: &RowFrame, name: &str, bodies: &str, last_body: &str) {
    let (layout, theme) = (sketch.layout, sketch.theme);
    let mut name_style = TextStyle { size: layout.heading.size + 1.0, ..layout.heading };
    let narrow = layout.room == Room::Narrow;
    let mut most = if narrow { layout.inner_width() } else { frame.bounds.x - layout.margin - 8.0 };
    let mut at = Point::new(layout.margin, if narrow { frame.bounds.y + 16.0 } else { frame.middle - 2.0 });
    // A long name takes two lines; over the bars, where there is one, smaller letters.
    let mut width = sketch.width(name, name_style);
    if narrow {
        name_style.size *= (most / width.max(1.0)).clamp(0.8, 1.0);
    }
    let lines = wrap_within(name, name_style, most, if narrow { 1 } else { 2 }, sketch.metrics());
    at.y -= lines.len().saturating_sub(1) as f64 * layout.label.line_height() * 0.5;
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            at.y += name_style.line_height();
        }
        sketch.text(line, at, Anchor::Start, name_style, theme.ink);
        width = sketch.width(line, name_style);
    }
    if narrow {
        at.x = layout.margin + width + 8.0;
        most = layout.width - layout.margin - at.x;
    } else {
        at.y += layout.label.line_height() + 1.0;
    }
    // All that the texts call it where there is room, else what the last one does.
    let body = if sketch.width(bodies, layout.label) <= most { bodies } else { last_body };
    // Less room than this holds no word.
    if !body.is_empty() && most >= 40.0 {
        let body = shorten(body, layout.label, most, sketch.metrics());
        sketch.text(&body, at, Anchor::Start, layout.label, theme.ink_soft);
    }
}

fn title(input: &Input, rows: &[&ModelRow], counts: &[&Observation]) -> String {
    let messages = input.messages;
    let mut launched = 0.0;
    let mut due: Vec<&str> = Vec::new();
    let mut date = String::new();
    for row in rows {
        if row.start.is_some() {
            launched += 1.0;
        } else if let Some(plan) = row.plan {
            due.push(&row.model.name);
            date = messages.within(&plan.period);
        }
    }
    if due.len() != 1 {
        messages.text(Key::LineupTitleStill).clone_into(&mut date);
    }
    let mut change = None;
    for pair in counts.windows(2) {
        let exact = pair[0].qualifier == Qualifier::Exact && pair[1].qualifier == Qualifier::Exact;
        let differs = (pair[1].value - pair[0].value).abs() > 0.0;
        if exact && differs {
            // Two figures of one day are no change: nothing is said of how many there are now.
            change = if pair[0].period.end() == pair[1].period.end() { None } else { Some(pair) };
        }
    }
    if let Some([before, after]) = change {
        let is_due = after.value > launched && !due.is_empty();
        let one = if is_due { Key::LineupTitleDueOne } else { Key::LineupTitleGrewOne };
        let other = if is_due { Key::LineupTitleDueOther } else { Key::LineupTitleGrewOther };
        let key = Messages::form(before.value, one, other);
        let (first, last) = (messages.number_word(before.value), messages.number_word(after.value));
        let mut title = messages.fill(key, &[&first, &last, &messages.list(&due), &date]);
        if let Some(first) = title.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        return title;
    }
    if launched > 0.0 {
        messages.with(Key::LineupTitleCount, &messages.number(launched))
    } else {
        messages.text(Key::LineupTitleNone).to_owned()
    }
}

/// From the first to the last text that tells of it, as exactly as their days are known.
fn subtitle(input: &Input, history: &History) -> String {
    let (dataset, messages) = (input.dataset, input.messages);
    let mut first: Option<&Period> = None;
    let mut last: Option<&Period> = None;
    let mut take = |source: &str| {
        let Some(source) = dataset.source(source) else { return };
        let end = source.published.end();
        if first.is_none_or(|known| end < known.end()) {
            first = Some(&source.published);
        }
        if last.is_none_or(|known| end > known.end()) {
            last = Some(&source.published);
        }
    };
    for row in &history.observations {
        take(&row.source);
    }
    for row in &history.events {
        take(&row.source);
    }
    let brand = &dataset.about.brand;
    let (Some(first), Some(last)) = (first, last) else { return brand.clone() };
    let (from, to) = (told(messages, first), told(messages, last));
    if from == to {
        return messages.fill(Key::LineupSubtitlePeriod, &[brand, &from]);
    }
    messages.fill(Key::LineupSubtitle, &[brand, &from, &to])
}

/// When a text came out: a month, where its day is known as well as that.
fn told(messages: &Messages, published: &Period) -> String {
    match (published.precision, published.end()) {
        (Precision::HalfYear, Some(end)) => {
            let key = if end.civil().1 < 7 { Key::LineupFirstHalf } else { Key::LineupSecondHalf };
            messages.with(key, &year(end))
        }
        (Precision::Day | Precision::Month | Precision::Span, Some(end)) => messages.month_and_year(end),
        _ => messages.period(published),
    }
}

fn forms(rows: &[&ModelRow], counts: &[&Observation]) -> Vec<Form> {
    let mut used = [false; 8];
    for row in counts {
        used[7] |= row.qualifier == Qualifier::Exact && !dots::is_plain(row);
    }
    for row in rows {
        if let Some(start) = &row.start {
            used[0] = true;
            used[1] |= start.from.is_some_and(|from| from != start.by);
            used[2] |= start.from.is_none();
        } else {
            used[3] |= row.plan.is_some();
        }
        for item in &row.items {
            used[3] |= item.first().status == Status::Planned;
            used[6] |= item.first().period.from.is_some_and(|from| Some(from) != item.first().period.to);
            used[if item.model.kind == ModelKind::Concept { 5 } else { 4 }] = true;
        }
    }
    let forms = [
        Form::Launched,
        Form::Uncertain,
        Form::Untold,
        Form::Planned,
        Form::Edition,
        Form::Concept,
        Form::Whisker,
        Form::Inferred,
    ];
    legend::used(&forms, &used)
}
