//! One count over time: points with their values, bounds as bounds, periods as whiskers,
//! and beneath the axis what was added in each period.

use super::Input;
use super::series::Series;
use crate::dataset::tables::{Observation, Qualifier};
use crate::messages::Key;
use crate::order::sort_by_key;
use crate::scene::recorder::Plot;
use crate::scene::sketch::Sketch;
use crate::scene::{Anchor, Fill, Point, Rectangle, Stroke, Text};
use crate::text::shorten;
use crate::theme::Room;
use crate::view::dots::{self, Direction};
use crate::view::time_axis::TimeAxis;

/// The width that the labels of a panel's y axis take.
pub(super) fn gutter(sketch: &Sketch, input: &Input, series: &Series) -> f64 {
    let (low, high, step) = figures_of(series);
    let labels = ticks(low, high, step).map(|figure| sketch.width(&input.messages.number(figure), sketch.layout.small));
    labels.fold(0.0, f64::max) + 8.0
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
    let highest = series.points.iter().map(|row| row.value).fold(0.0, f64::max);
    let lowest = series.points.iter().map(|row| row.value).fold(0.0, f64::min);
    let step = round_step((highest - lowest).max(f64::MIN_POSITIVE) / 2.0);
    let step = if step.is_finite() && step > 0.0 { step } else { 1.0 };
    ((lowest / step).floor() * step, highest + (highest - lowest) * 0.2, step)
}

/// The figures of the gridlines.
fn ticks(low: f64, high: f64, step: f64) -> impl Iterator<Item = f64> {
    let count = ((high - low) / step).clamp(0.0, 100.0) as u32;
    (0..=count).map(move |index| low + step * f64::from(index))
}

/// The largest of 1, 2, 2.5 and 5 times a power of ten that is no larger than `most`.
fn round_step(most: f64) -> f64 {
    let mut unit = 1e-9;
    while unit * 10.0 <= most {
        unit *= 10.0;
    }
    let step = [5.0, 2.5, 2.0, 1.0].into_iter().map(|factor| factor * unit).find(|step| *step <= most);
    step.unwrap_or(unit)
}

fn counts(sketch: &mut Sketch, input: &Input, series: &Series, axis: &TimeAxis, left: f64, top: f64) -> f64 {
    let (layout, theme) = (sketch.layout, sketch.theme);
    let height = match layout.room {
        Room::Narrow => 140.0,
        Room::Medium => 200.0,
        Room::Wide => 340.0,
    };
    let area = Rectangle::new(axis.left, top, axis.right - axis.left, height);
    let (low, high, step) = figures_of(series);
    let mut plot = Plot::new(area, axis.days.clone(), low..high);

    for figure in ticks(low, high, step) {
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
    let located: Vec<(Point, &Observation)> =
        series.points.iter().filter_map(|row| Some((plot.locate(row.period.end()?, row.value), *row))).collect();
    let marks: Vec<usize> = located.iter().map(|(_, row)| sketch.begin(input.mark("point", row))).collect();
    for ((_, row), mark) in located.iter().zip(&marks).filter(|((_, row), _)| row.qualifier == Qualifier::Exact) {
        plot.belongs_to(Some(*mark));
        plot.disc(row.period.end().unwrap_or(axis.days.start), row.value, layout.radius, theme.accent);
    }
    sketch.plot(plot);
    for ((at, row), mark) in located.iter().zip(&marks) {
        sketch.resume(*mark);
        point(sketch, axis, *at, row);
    }
    for ((at, _), mark) in located.iter().zip(&marks) {
        if !sketch.marks()[*mark].conflicts.is_empty() {
            sketch.resume(*mark);
            dots::contradicted_near(sketch, *at, layout.radius, &area);
        }
    }
    labels(sketch, input, &located, &marks, area);
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
    for pair in series.points.windows(2).filter(|pair| joins(pair[0], pair[1])) {
        if let (Some(from), Some(to)) = (pair[0].period.end(), pair[1].period.end()) {
            plot.line(&[(from, pair[0].value), (to, pair[1].value)], stroke);
            sketch.occupied.take_line(plot.locate(from, pair[0].value), plot.locate(to, pair[1].value));
        }
    }
}

fn direction(row: &Observation) -> Option<Direction> {
    if row.qualifier.is_lower_bound() {
        Some(Direction::Up)
    } else if row.qualifier.is_upper_bound() {
        Some(Direction::Down)
    } else {
        None
    }
}

fn point(sketch: &mut Sketch, axis: &TimeAxis, at: Point, row: &Observation) {
    let radius = sketch.layout.radius;
    if let Some(from) = row.period.from.filter(|from| Some(*from) != row.period.to) {
        let from = Point::new(axis.x(from), at.y);
        dots::whisker(sketch, from, Point::new(at.x - radius, at.y));
        sketch.occupied.take(Rectangle::new(from.x, at.y - 3.0, at.x - from.x, 6.0));
    }
    let direction = direction(row);
    match (row.qualifier, direction) {
        // Plotters drew it, with the lines.
        (Qualifier::Exact, _) => {}
        (_, Some(direction)) => dots::bound(sketch, at, radius - 0.75, direction),
        _ => dots::hollow(sketch, at, radius - 0.75),
    }
    sketch.occupied.take(dots::footprint(at, radius, direction));
}

/// Values at the points, with the source's noun where nouns differ. The ends come first:
/// where there is no room for all, they keep theirs.
fn labels(sketch: &mut Sketch, input: &Input, located: &[(Point, &Observation)], marks: &[usize], area: Rectangle) {
    let differ = located.windows(2).any(|pair| pair[0].1.term != pair[1].1.term);
    let mut order: Vec<usize> = (0..located.len()).collect();
    sort_by_key(&mut order, |index| (i64::from(*index != 0 && *index + 1 != located.len()), 0));
    let limits = Rectangle::new(area.x, area.y - 14.0, area.width, area.height + 12.0);
    for index in order {
        let (at, row) = located[index];
        sketch.resume(marks[index]);
        label(sketch, input, at, row, differ, &limits);
    }
}

fn label(sketch: &mut Sketch, input: &Input, at: Point, row: &Observation, with_term: bool, limits: &Rectangle) {
    let (layout, theme) = (sketch.layout, sketch.theme);
    let value = sketch.lay(&input.messages.hedged(row.value, row.qualifier), at, Anchor::Start, layout.value);
    let term = with_term.then(|| {
        let quoted = input.messages.fill(Key::EvidenceQuoted, &[("term", &row.term)]);
        let most = (limits.width * 0.4).max(60.0);
        sketch.lay(&shorten(&quoted, layout.small, most, sketch.metrics()), at, Anchor::Start, layout.small)
    });
    for term in [term, None] {
        let lines: Vec<&Text> = std::iter::once(&value).chain(term.as_ref()).collect();
        let candidates = around(at, layout.radius, direction(row), &lines);
        if let Some(chosen) = sketch.occupied.place(&candidates, limits) {
            let bounds = candidates[chosen];
            let mut y = bounds.y;
            for (index, line) in lines.into_iter().enumerate() {
                let mut line = line.clone();
                let free = bounds.width - line.width;
                // Lines under each other are set to the point they belong to.
                let share = ((at.x - bounds.x) / bounds.width.max(1.0)).clamp(0.0, 1.0);
                line.at = Point::new(bounds.x + free * share, y + line.style.rise());
                y += line.style.rise() + 5.0;
                let color = if index == 0 { theme.ink } else { theme.ink_soft };
                sketch.shape(crate::scene::Shape::Text(line), Some(Fill::Solid(color)), None);
            }
            return;
        }
    }
}

/// Boxes for a label, the best first: above, below, to the sides, and askew.
fn around(at: Point, radius: f64, direction: Option<Direction>, lines: &[&Text]) -> Vec<Rectangle> {
    let width = lines.iter().map(|line| line.width).fold(0.0, f64::max);
    let rises: f64 = lines.iter().map(|line| line.style.rise()).sum();
    let height = rises + 5.0 * (lines.len() as f64 - 1.0) + lines.last().map_or(0.0, |line| line.style.size * 0.22);
    let gap = radius + 4.0;
    let mut candidates = Vec::new();
    let reach = |wanted| if direction == Some(wanted) { dots::arrow_length(radius) + 4.0 } else { gap };
    for extra in [0.0, 6.0] {
        let above = at.y - reach(Direction::Up) - height - extra;
        let below = at.y + reach(Direction::Down) + 1.0 + extra;
        let rows = if direction == Some(Direction::Up) { [below, above] } else { [above, below] };
        for y in rows {
            for share in [0.5, 0.7, 0.3, 0.85, 0.15, 1.0, 0.0] {
                candidates.push(Rectangle::new(at.x - width * share, y, width, height));
            }
        }
    }
    for x in [at.x + gap + 2.0, at.x - gap - 2.0 - width] {
        candidates.push(Rectangle::new(x, at.y - height / 2.0, width, height));
    }
    candidates
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
        input.messages.text(Key::EnteredInPeriod),
        left,
        top,
        axis.right - left,
        layout.label,
        theme.ink_soft,
    ) + 2.0;
    let height = (layout.label.size * 1.45).round();
    for row in bars {
        let mark = input.mark("bar", row);
        let contradicted = !mark.conflicts.is_empty();
        sketch.begin(mark);
        let left = row.period.from.map_or(axis.left, |day| axis.x(day));
        let right = row.period.to.map_or(axis.right, |day| axis.x(day)).max(left + 2.0);
        let bounds = Rectangle::new(left.round(), y, (right - left).round(), height);
        sketch.rectangle(bounds, 2.0, Some(Fill::Solid(theme.accent_soft)), Some(Stroke::solid(theme.accent, 1.0)));
        let figure = input.messages.hedged(row.value, row.qualifier);
        let figure = sketch.lay(&figure, Point::new(bounds.x, y), Anchor::Start, layout.value);
        let baseline = y + height / 2.0 + layout.label.rise() / 2.0 + 0.5;
        let style = crate::text::TextStyle { size: layout.label.size, ..layout.value };
        let inside = figure.width + 8.0 <= bounds.width;
        let (x, anchor) =
            if inside { (bounds.center().x, Anchor::Middle) } else { (bounds.right() + 5.0, Anchor::Start) };
        sketch.text(&figure.content, Point::new(x, baseline), anchor, style, theme.ink);
        if contradicted {
            dots::contradicted(sketch, Point::new(bounds.x - dots::CONTRADICTED - 4.0, y + height / 2.0));
        }
        sketch.frame();
        y += height + 5.0;
    }
    if with_axis { axis.draw(sketch, y.round() + 4.0, None) } else { y }
}
