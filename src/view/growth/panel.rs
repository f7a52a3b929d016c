//! One count over time: points with their values, bounds as bounds, periods as whiskers,
//! and beneath the axis what was added in each period.

use super::Input;
use super::labels::{Located, labels};
use super::series::Series;
use crate::dataset::tables::{Observation, Qualifier};
use crate::messages::Key;
use crate::scene::recorder::Plot;
use crate::scene::sketch::Sketch;
use crate::scene::{Anchor, Point, Rectangle, Stroke};
use crate::text::{TextStyle, joined, shorten};
use crate::theme::Room;
use crate::view::dots;
use crate::view::lanes::{self, Bar};
use crate::view::time_axis::TimeAxis;

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
        let number = input.messages.number(figure);
        let text = sketch.lay(&number, Point::new(left, baseline), Anchor::Start, layout.small);
        // The largest figures that a host may have are wider than the narrowest picture.
        if !cfg!(feature = "complete") || text.width <= axis.right - left {
            sketch.write(text, theme.ink_faint);
        }
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
