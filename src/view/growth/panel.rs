//! One count over time: points with their values, bounds as bounds, periods as whiskers,
//! and beneath the axis what was added in each period.

use super::Input;
use super::series::Series;
use crate::dataset::tables::{Observation, Qualifier};
use crate::messages::Key;
use crate::scene::recorder::Plot;
use crate::scene::sketch::Sketch;
use crate::scene::{Anchor, Point, Rectangle, Stroke, Text};
use crate::text::{joined, shorten};
use crate::theme::{Color, Room};
use crate::view::dots::{self, Direction};
use crate::view::lanes::{self, Bar};
use crate::view::time_axis::TimeAxis;

/// A figure's point in the picture.
struct Located<'a> {
    at: Point,
    row: &'a Observation,
    mark: usize,
}

/// The width that the labels of a panel's y axis take.
pub(super) fn gutter(sketch: &Sketch, input: &Input, series: &Series) -> f64 {
    let (low, high, step) = figures_of(series);
    let mut widest: f64 = 0.0;
    for figure in &ticks(low, high, step) {
        widest = widest.max(sketch.width(&input.messages.number(*figure), sketch.layout.small));
    }
    widest + 8.0
}

/// Draws the panel from `left` and `top` on; gives the y below it.
pub(super) fn draw(sketch: &mut Sketch, input: &Input, series: &Series, axis: &TimeAxis, left: f64, top: f64) -> f64 {
    let layout = sketch.layout;
    sketch.frame();
    let heading = top + layout.heading.rise() + 2.0;
    let name = shorten(&series.metric.name, layout.heading, axis.right - left, sketch.metrics());
    sketch.text(&name, Point::new(left, heading), Anchor::Start, layout.heading, sketch.theme.ink);
    let mut bottom = heading + 10.0;
    if !series.points.is_empty() {
        bottom = counts(sketch, input, series, axis, left, bottom);
    }
    if !series.bars.is_empty() {
        bottom = flows(sketch, input, &series.bars, axis, left, bottom + 4.0, series.points.is_empty());
    }
    bottom
}

/// The y axis runs from 0, or from below it where a figure does, to a round figure.
fn figures_of(series: &Series) -> (f64, f64, f64) {
    let (mut lowest, mut highest): (f64, f64) = (0.0, 0.0);
    for row in &series.points {
        (lowest, highest) = (lowest.min(row.value), highest.max(row.value));
    }
    let step = round_step((highest - lowest).max(f64::MIN_POSITIVE) / 2.0);
    let step = if step.is_finite() && step > 0.0 { step } else { 1.0 };
    ((lowest / step).floor() * step, highest + (highest - lowest) * 0.2, step)
}

/// The figures of the gridlines.
fn ticks(low: f64, high: f64, step: f64) -> Vec<f64> {
    let count = ((high - low) / step).clamp(0.0, 100.0) as u32;
    let mut ticks = Vec::new();
    for index in 0..=count {
        ticks.push(low + step * f64::from(index));
    }
    ticks
}

/// The largest of 1, 2, 2.5 and 5 times a power of ten that is no larger than `most`.
fn round_step(most: f64) -> f64 {
    let mut unit = 1e-9;
    while unit * 10.0 <= most {
        unit *= 10.0;
    }
    for factor in &[5.0, 2.5, 2.0] {
        if factor * unit <= most {
            return factor * unit;
        }
    }
    unit
}

fn counts(sketch: &mut Sketch, input: &Input, series: &Series, axis: &TimeAxis, left: f64, top: f64) -> f64 {
    let (layout, theme) = (sketch.layout, sketch.theme);
    let height = layout.room.pick(140.0, 190.0, 300.0);
    let area = Rectangle::new(axis.left, top, axis.right - axis.left, height);
    let (low, high, step) = figures_of(series);
    let mut plot = Plot::new(area, axis.days.clone(), low..high);

    for figure in &ticks(low, high, step) {
        let figure = *figure;
        let at = plot.locate(axis.days.start, figure);
        if figure > low {
            plot.line(&[(axis.days.start, figure), (axis.days.end, figure)], Stroke::solid(theme.grid, 1.0));
        }
        let baseline = at.y + layout.small.rise() / 2.0;
        sketch.text(
            &input.messages.number(figure),
            Point::new(left, baseline),
            Anchor::Start,
            layout.small,
            theme.ink_faint,
        );
    }
    lines(&mut plot, series, sketch);
    let mut points = Vec::new();
    for row in &series.points {
        let Some(day) = row.period.end() else { continue };
        let mark = sketch.begin(input.figure_mark("point", row));
        points.push(Located { at: plot.locate(day, row.value), row, mark });
        if row.qualifier == Qualifier::Exact {
            plot.belongs_to(Some(mark));
            plot.disc(day, row.value, layout.radius, theme.accent);
        }
    }
    sketch.plot(plot);
    for located in &points {
        sketch.resume(located.mark);
        point(sketch, axis, located.at, located.row);
    }
    for located in &points {
        sketch.resume(located.mark);
        if sketch.is_contradicted() {
            dots::contradicted_near(sketch, located.at, layout.radius, &area);
        }
    }
    labels(sketch, input, &points, area);
    sketch.frame();
    axis.draw(sketch, area.bottom().round(), None)
}

/// Lines join exact figures of one term; they stop at a bound and at another noun.
fn lines(plot: &mut Plot, series: &Series, sketch: &mut Sketch) {
    let stroke = Stroke::solid(sketch.theme.accent, if sketch.layout.room == Room::Wide { 2.5 } else { 2.0 });
    let joins = |one: &Observation, other: &Observation| {
        one.qualifier == Qualifier::Exact
            && other.qualifier == Qualifier::Exact
            && one.term == other.term
            && one.period.end() != other.period.end()
    };
    let mut before: Option<&Observation> = None;
    for row in &series.points {
        if let Some(before) = before.replace(row)
            && joins(before, row)
            && let (Some(from), Some(to)) = (before.period.end(), row.period.end())
        {
            plot.line(&[(from, before.value), (to, row.value)], stroke);
            sketch.occupied.take_line(plot.locate(from, before.value), plot.locate(to, row.value));
        }
    }
}

fn point(sketch: &mut Sketch, axis: &TimeAxis, at: Point, row: &Observation) {
    let radius = sketch.layout.radius;
    if let Some(from) = row.period.from.filter(|from| Some(*from) != row.period.to) {
        let mut from = Point::new(axis.x(from), at.y);
        // A whisker that began in another point would read as a line that joins the two.
        if !sketch.occupied.is_free(&Rectangle::around(from, 1.0)) {
            from.x = (from.x + radius + 5.0).min(at.x - radius);
        }
        dots::whisker(sketch, from, Point::new(at.x - radius, at.y));
        sketch.occupied.take(Rectangle::new(from.x, at.y - 3.0, at.x - from.x, 6.0));
    }
    // An exact figure was drawn by plotters, with the lines.
    if row.qualifier != Qualifier::Exact {
        dots::hedged(sketch, at, radius - 0.75, row.qualifier);
    }
    sketch.occupied.take(dots::footprint(at, radius, dots::direction(row.qualifier)));
}

/// Values at the points, with the source's noun where nouns differ. The ends come first:
/// where there is no room for all, they keep theirs.
fn labels(sketch: &mut Sketch, input: &Input, points: &[Located], area: Rectangle) {
    let [first, rest @ ..] = points else { return };
    let differ = rest.iter().any(|located| located.row.term != first.row.term);
    let limits = Rectangle::new(area.x, area.y - 14.0, area.width, area.height + 12.0);
    label(sketch, input, first, differ, &limits);
    if let [between @ .., last] = rest {
        label(sketch, input, last, differ, &limits);
        for located in between {
            label(sketch, input, located, differ, &limits);
        }
    }
}

#[inline(never)]
fn label(sketch: &mut Sketch, input: &Input, located: &Located, with_term: bool, limits: &Rectangle) {
    let (layout, theme) = (sketch.layout, sketch.theme);
    let Located { at, row, mark } = *located;
    sketch.resume(mark);
    let value = sketch.lay(&input.hedged(row), at, Anchor::Start, layout.value);
    if with_term {
        let quoted = input.messages.with(Key::Quoted, &row.term);
        let quoted = shorten(&quoted, layout.small, (limits.width * 0.4).max(60.0), sketch.metrics());
        let term = sketch.lay(&quoted, at, Anchor::Start, layout.small);
        let between = value.style.rise() + 5.0;
        let width = value.width.max(term.width);
        let height = value.style.rise() + term.style.rise() + 5.0 + term.style.size * 0.22;
        if let Some(bounds) = free_box(sketch, at, dots::direction(row.qualifier), width, height, limits) {
            put(sketch, value, at, bounds, 0.0, theme.ink);
            put(sketch, term, at, bounds, between, theme.ink_soft);
            return;
        }
    }
    if let Some(bounds) =
        free_box(sketch, at, dots::direction(row.qualifier), value.width, value.bounds().height, limits)
    {
        put(sketch, value, at, bounds, 0.0, theme.ink);
    }
}

/// Draws a line of a label `down` from the top of its box: lines under each other are set to
/// the point they belong to.
fn put(sketch: &mut Sketch, mut line: Text, at: Point, bounds: Rectangle, down: f64, color: Color) {
    let share = ((at.x - bounds.x) / bounds.width.max(1.0)).clamp(0.0, 1.0);
    line.at = Point::new(bounds.x + (bounds.width - line.width) * share, bounds.y + down + line.style.rise());
    sketch.clear(line.bounds());
    sketch.put(line, color);
}

/// Takes the best free box for a label: above, below, to the sides, and askew.
fn free_box(
    sketch: &mut Sketch,
    at: Point,
    direction: Option<Direction>,
    width: f64,
    height: f64,
    limits: &Rectangle,
) -> Option<Rectangle> {
    let radius = sketch.layout.radius;
    let gap = radius + 4.0;
    let reach = |wanted| if direction == Some(wanted) { dots::arrow_length(radius) + 4.0 } else { gap };
    let mut candidates = Vec::new();
    for extra in [0.0, 6.0] {
        let above = at.y - reach(Direction::Up) - height - extra;
        let below = at.y + reach(Direction::Down) + 1.0 + extra;
        let rows = if direction == Some(Direction::Up) { [below, above] } else { [above, below] };
        for y in rows {
            for share in &[0.5, 0.7, 0.3, 0.85, 0.15, 1.0, 0.0] {
                candidates.push(Point::new(at.x - width * share, y));
            }
        }
    }
    for x in [at.x + gap + 2.0, at.x - gap - 2.0 - width] {
        candidates.push(Point::new(x, at.y - height / 2.0));
    }
    for corner in &candidates {
        let bounds = Rectangle::new(corner.x, corner.y, width, height);
        if sketch.occupied.try_take(&bounds, limits) {
            return Some(bounds);
        }
    }
    None
}

/// Bars from the first to the last day of their period, a lane each, with the figure.
fn flows(
    sketch: &mut Sketch,
    input: &Input,
    bars: &[&Observation],
    axis: &TimeAxis,
    left: f64,
    top: f64,
    with_axis: bool,
) -> f64 {
    let (layout, theme) = (sketch.layout, sketch.theme);
    sketch.frame();
    let mut y = sketch.paragraph(
        bars.first().and_then(|row| input.dataset.metric(&row.metric)).map_or("", |metric| &metric.name),
        left,
        top,
        axis.right - left,
        layout.label,
        theme.ink_soft,
    ) + 2.0;
    let height = (layout.label.size * 1.45).round();
    for row in bars {
        sketch.begin(input.figure_mark("bar", row));
        let bounds = lanes::bounds(axis, &row.period, y, height);
        let bar = match row.period.from {
            _ if row.value < 0.0 => Bar::Lost,
            None => Bar::By,
            Some(_) => Bar::Within,
        };
        lanes::draw(sketch, bounds, bar);
        let figure = input.hedged(row);
        let baseline = y + height / 2.0 + layout.label.rise() / 2.0 + 0.5;
        let style = crate::text::TextStyle { size: layout.label.size, ..layout.value };
        // The length is time; the words say which, so that it is not read as the figure.
        let x = bounds.right() + 6.0;
        let end = x + sketch.width(&figure, style);
        sketch.text(&figure, Point::new(x, baseline), Anchor::Start, style, theme.ink);
        let period = joined(&[", ", &input.messages.period(&row.period)]);
        if end + sketch.width(&period, layout.label) <= axis.right {
            sketch.text(&period, Point::new(end, baseline), Anchor::Start, layout.label, theme.ink_soft);
        }
        if sketch.is_contradicted() {
            dots::contradicted(sketch, Point::new(bounds.x - dots::CONTRADICTED - 4.0, y + height / 2.0));
        }
        sketch.frame();
        y += height + 5.0;
    }
    if with_axis { axis.draw(sketch, y.round() + 4.0, None) } else { y }
}
