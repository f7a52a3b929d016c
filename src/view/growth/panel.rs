//! One count over time: points with their values, bounds as bounds, periods as whiskers,
//! and beneath the axis what was added in each period.

use super::Input;
use super::series::Series;
use crate::dataset::tables::{Observation, Qualifier};
use crate::messages::Key;
use crate::scene::recorder::Plot;
use crate::scene::sketch::Sketch;
use crate::scene::{Anchor, Point, Rectangle, Stroke, Text};
use crate::text::{TextStyle, joined, shorten};
use crate::theme::{Color, Room};
use crate::view::dots::{self, Direction};
use crate::view::lanes::{self, Bar};
use crate::view::time_axis::TimeAxis;

/// Of so many points of a panel, a value is tried at each; of more, at as many that lie among them
/// evenly. A panel that is 800 pixels wide has room for a tenth.
const MOST_TRIED: usize = 1_000;

/// A figure's point in the picture.
pub(super) struct Located<'a> {
    pub at: Point,
    pub row: &'a Observation,
    pub mark: usize,
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
    #[cfg(feature = "complete")]
    let counted = !(series.points.is_empty() && series.dense.is_empty());
    #[cfg(not(feature = "complete"))]
    let counted = !series.points.is_empty();
    if counted {
        bottom = counts(sketch, input, series, axis, left, bottom);
    }
    if !series.bars.is_empty() {
        bottom = flows(sketch, input, series, axis, left, bottom + 4.0);
    }
    bottom
}

/// The y axis runs from 0, or from below it where a figure does, to a round figure.
fn figures_of(series: &Series) -> (f64, f64, f64) {
    let (mut lowest, mut highest): (f64, f64) = (0.0, 0.0);
    for row in &series.points {
        (lowest, highest) = (lowest.min(row.value), highest.max(row.value));
    }
    #[cfg(feature = "complete")]
    if !series.dense.is_empty() {
        (lowest, highest) = super::dense::figures(&series.dense, lowest, highest);
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
    for factor in &[5.0_f64, 2.5, 2.0] {
        // Half a thing is not counted.
        let halves = factor.fract() > 0.0 && (0.5..5.0).contains(&unit);
        if factor * unit <= most && !halves {
            return factor * unit;
        }
    }
    unit
}

fn counts(sketch: &mut Sketch, input: &Input, series: &Series, axis: &TimeAxis, left: f64, top: f64) -> f64 {
    let (layout, theme) = (sketch.layout, sketch.theme);
    let height = layout.room.pick(140.0, 176.0, 300.0);
    let area = Rectangle::new(axis.left, top, axis.right - axis.left, height);
    let (low, high, step) = figures_of(series);
    sketch.row();
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
        if dots::is_plain(row) {
            plot.belongs_to(Some(mark));
            plot.disc(day, row.value, layout.radius, theme.accent);
        }
    }
    sketch.plot(plot);
    #[cfg(feature = "complete")]
    if !series.dense.is_empty() {
        super::dense::draw(sketch, input, series, axis, area, low..high);
    }
    for located in &points {
        sketch.resume(located.mark);
        point(sketch, located.at, located.row);
    }
    for located in &points {
        sketch.resume(located.mark);
        if sketch.is_contradicted() {
            dots::contradicted_near(sketch, located.at, layout.radius, &area);
        }
    }
    labels(sketch, input, &points, &series.metric.called, area);
    let foot = area.bottom().round();
    let mut told = Vec::new();
    for located in &points {
        told.push((located.mark, &located.row.period));
    }
    let below = foot + lanes::periods(sketch, axis, &told, foot + 6.0);
    sketch.frame();
    sketch.line(Point::new(axis.left, foot), Point::new(axis.right, foot), Stroke::solid(theme.axis, 1.0));
    #[cfg(feature = "complete")]
    if let Some(bottom) = axis.fine(sketch, input, below) {
        return bottom;
    }
    axis.years(sketch, below, if below > foot { Some(foot) } else { None })
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

fn point(sketch: &mut Sketch, at: Point, row: &Observation) {
    let radius = sketch.layout.radius;
    // A plain figure was drawn by plotters, with the lines.
    if !dots::is_plain(row) {
        dots::figure(sketch, at, radius, row);
    }
    let footprint = dots::footprint(at, radius, dots::direction(row.qualifier));
    sketch.occupied.take(footprint);
    sketch.enclose(footprint);
}

/// Where labels of points may stand.
pub(super) fn label_limits(area: Rectangle) -> Rectangle {
    Rectangle::new(area.x, area.y - 14.0, area.width, area.height + 12.0)
}

/// Values at the points, with the source's noun where nouns differ and this one is not the
/// panel's heading. The last comes first, then the first: where there is no room for all, they
/// keep theirs.
fn labels(sketch: &mut Sketch, input: &Input, points: &[Located], heading: &str, area: Rectangle) {
    let [first, rest @ ..] = points else { return };
    let differ = if rest.iter().any(|located| located.row.term != first.row.term) { Some(heading) } else { None };
    let limits = label_limits(area);
    let [between @ .., last] = rest else { return label(sketch, input, first, differ, &limits) };
    label(sketch, input, last, differ, &limits);
    label(sketch, input, first, differ, &limits);
    // What has no room is tried in vain, at all places round a point.
    let step = if cfg!(feature = "complete") { 1 + between.len() / MOST_TRIED } else { 1 };
    for located in between.iter().step_by(step) {
        label(sketch, input, located, differ, &limits);
    }
}

#[inline(never)]
pub(super) fn label(sketch: &mut Sketch, input: &Input, located: &Located, heading: Option<&str>, limits: &Rectangle) {
    let (layout, theme) = (sketch.layout, sketch.theme);
    let Located { at, row, mark } = *located;
    sketch.resume(mark);
    let value = sketch.lay(&input.hedged(row), at, Anchor::Start, layout.value);
    if heading.is_some_and(|heading| !row.term.eq_ignore_ascii_case(heading)) {
        let quoted = input.messages.with(Key::Quoted, &row.term);
        let quoted = shorten(&quoted, layout.small, (limits.width * 0.6).max(60.0), sketch.metrics());
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
    sketch.enclose(line.bounds());
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
    for extra in [0.0, 6.0, 14.0, 24.0] {
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

/// What was added, each metric under its name; one that has the panel to itself is named by it.
fn flows(sketch: &mut Sketch, input: &Input, series: &Series, axis: &TimeAxis, left: f64, top: f64) -> f64 {
    let layout = sketch.layout;
    let mut y = top;
    let mut first = 0;
    while let Some(row) = series.bars.get(first) {
        let mut count = 1;
        while series.bars.get(first + count).is_some_and(|other| other.metric == row.metric) {
            count += 1;
        }
        sketch.frame();
        let name = input.dataset.metric(&row.metric).filter(|metric| metric.id != series.metric.id);
        if let Some(metric) = name {
            let (most, color) = (axis.right - left, sketch.theme.ink_soft);
            y = sketch.paragraph(&metric.name, left, y, most, layout.label, color) + 2.0;
        }
        sketch.row();
        y = bars(sketch, input, &series.bars[first..first + count], axis, left, y);
        first += count;
    }
    if series.points.is_empty() { axis.draw(sketch, y.round() + 4.0, None) } else { y }
}

/// Bars from the first to the last day of their period, a lane each, with the figure.
fn bars(sketch: &mut Sketch, input: &Input, bars: &[&Observation], axis: &TimeAxis, left: f64, top: f64) -> f64 {
    let (layout, theme) = (sketch.layout, sketch.theme);
    let mut y = top;
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
        // A figure too long for the whole line is set smaller.
        let style = TextStyle { size: layout.label.size, ..layout.value };
        let fitting = style.size * ((axis.right - left) / sketch.width(&figure, style).max(1.0));
        let style = TextStyle { size: fitting.clamp(8.0, style.size), ..style };
        // The length is time; the words say which, so that it is not read as the figure. They
        // stand after the bar, or before it, or in it, where there is room.
        let period = joined(&[input.messages.text(Key::PartSeparator), &input.messages.period(&row.period)]);
        let (width, period_width) = (sketch.width(&figure, style), sketch.width(&period, layout.label));
        let sign = if sketch.is_contradicted() { lanes::SIGN } else { 0.0 };
        let (after, before) = (bounds.right() + 6.0, bounds.x - 6.0 - sign);
        let fits_after = after + width + period_width <= axis.right;
        let fits_before = before - width - period_width >= left;
        let fits_in = width + period_width + 10.0 <= bounds.width;
        let x = if fits_after || !fits_before && !fits_in {
            after
        } else if fits_before {
            before - width - period_width
        } else {
            bounds.x + 5.0
        };
        // Without room on any side it stands over the bar's end.
        let x = x.min(axis.right - width).max(left);
        sketch.text(&figure, Point::new(x, baseline), Anchor::Start, style, theme.ink);
        if fits_after || fits_before || fits_in {
            sketch.text(&period, Point::new(x + width, baseline), Anchor::Start, layout.label, theme.ink_soft);
        }
        if sign > 0.0 {
            dots::contradicted(sketch, Point::new(bounds.x - dots::CONTRADICTED - 4.0, y + height / 2.0));
        }
        sketch.frame();
        y += height + 5.0;
    }
    y
}

#[cfg(test)]
mod tests {
    use crate::dataset::period::{Day, Precision};
    use crate::dataset::tables::{Observation, Qualifier};
    use crate::embedded;
    use crate::messages::Messages;
    use crate::options::ViewOptions;
    use crate::scene::Shape;
    use crate::scene::labels::LOOKED_AT;
    use crate::text::AdvanceTable;
    use crate::theme::Theme;
    use crate::view::{Input, draw};

    /// How many boxes are looked at for the labels of so many figures, a day each, and how many
    /// values are written.
    fn labels(count: usize, value: fn(usize) -> f64) -> (usize, usize) {
        let mut dataset = embedded::dataset();
        let mut row = dataset.observations.remove(0);
        (row.metric, row.place, row.qualifier) = ("outlets".to_owned(), "world".to_owned(), Qualifier::Exact);
        (row.model, row.partner, row.restates, row.period.precision) = (None, None, None, Precision::Day);
        dataset.observations.clear();
        dataset.events.clear();
        for (index, day) in (0..count).zip(0..) {
            let day = Some(Day(day));
            (row.period.from, row.period.to) = (day, day);
            // What was written is found again by its digits.
            let value = value(index * 40_000 / count).round() + 0.25;
            dataset.observations.push(Observation { id: index.to_string(), value, ..row.clone() });
        }
        let (options, theme, messages) = (ViewOptions::default(), Theme::light(), Messages::english());
        let dataset = dataset.indexed();
        LOOKED_AT.set(0);
        let scene = draw(&Input {
            dataset: &dataset,
            options: &options,
            width: 800.0,
            theme: &theme,
            messages: &messages,
            metrics: &AdvanceTable,
        });
        let is_value = |shape: &Shape| matches!(shape, Shape::Text(text) if text.content.ends_with(".25"));
        let written = scene.primitives.iter().filter(|primitive| is_value(&primitive.shape)).count();
        (LOOKED_AT.get(), written)
    }

    #[test]
    fn labels_of_many_figures_cost_what_their_number_suggests() {
        let curve = |at: usize| 5_000.0 + (at as f64 / 5_000.0).sin() * 3_000.0;
        let noise = |at: usize| (at * 7_919 % 9_973) as f64;
        for value in [curve, noise] {
            let (few, many) = (labels(2_000, value), labels(8_000, value));
            assert!(many.0 < few.0 * 6, "{few:?} boxes and labels for 2,000 figures, {many:?} for 8,000");
            assert!(few.1 > 5 && many.1 > 5, "{few:?}, {many:?}");
        }
    }
}
