//! The line of a series, the points where there is room for each, and the figures written at the
//! first, the last, the highest and the lowest.

use std::ops::Range;

use super::super::labels::{self, Located};
use super::super::series::Series;
use super::marks;
use super::pixels::{Pixel, pixels};
use super::{Dense, Input};
use crate::dataset::tables::Observation;
use crate::scene::sketch::Sketch;
use crate::scene::{Point, Rectangle, Shape, Stroke};
use crate::theme::Room;
use crate::view::dots;
use crate::view::time_axis::TimeAxis;

/// Where figures and times lie in a panel.
struct Scale<'a> {
    axis: &'a TimeAxis,
    area: Rectangle,
    figures: Range<f64>,
}

impl Scale<'_> {
    fn locate(&self, time: f64, figure: f64) -> Point {
        let room = self.figures.end - self.figures.start;
        // Where all of them are zero they lie on the axis.
        let share = if room > 0.0 { (figure - self.figures.start) / room } else { 0.0 };
        Point::new(self.axis.x_of(time), self.area.bottom() - share * self.area.height)
    }
}

/// A series with what its columns of pixels hold.
struct Laid<'a> {
    dense: &'a Dense<'a>,
    pixels: Vec<Pixel>,
    /// Whether its figures stand far enough apart to have a point each.
    apart: bool,
}

/// Draws the series of a panel.
pub(in super::super) fn draw(
    sketch: &mut Sketch,
    input: &Input,
    series: &Series,
    axis: &TimeAxis,
    area: Rectangle,
    figures: Range<f64>,
) {
    let scale = Scale { axis, area, figures };
    let mut laid = Vec::new();
    for dense in &series.dense {
        let column_of = |time: f64| axis.x_of(time).floor() as i64;
        let (pixels, _) = pixels(dense.series, &dense.within, column_of);
        let room = sketch.layout.radius * 2.5;
        let apart = pixels.len() == dense.within.len() && pixels.len() as f64 * room <= area.width;
        laid.push(Laid { dense, pixels, apart });
    }
    sketch.frame();
    for one in laid.iter().filter(|one| one.dense.series.exact) {
        line(sketch, &scale, one, &laid);
    }
    for one in &laid {
        let marks = points(sketch, input, series, &scale, one);
        written(sketch, input, &scale, one, &marks);
    }
}

/// One path through what the columns of pixels hold; it stops at a figure that is hedged.
fn line(sketch: &mut Sketch, scale: &Scale, one: &Laid, all: &[Laid]) {
    let Laid { dense, pixels, .. } = one;
    let series = dense.series;
    let many = dense.within.len() > pixels.len() * 2;
    let width = if many { 1.25 } else { sketch.layout.room.pick(2.0, 2.0, 2.5) };
    let stroke = Stroke::solid(sketch.theme.accent, width);
    let hedged = all.iter().map(|other| other.dense).find(|other| {
        let same = std::rc::Rc::ptr_eq(&other.series.block, &series.block);
        same && !other.series.exact && other.series.place() == series.place()
    });
    let mut points: Vec<Point> = Vec::with_capacity(pixels.len() * 4);
    let mut before: Option<f64> = None;
    for pixel in pixels {
        let from = series.time(pixel.within.start);
        if let (Some(before), Some(hedged)) = (before, hedged)
            && !hedged.series.between(&(before..from)).is_empty()
        {
            path(sketch, std::mem::take(&mut points), stroke);
        }
        let (mut top, mut bottom) = (f64::INFINITY, f64::NEG_INFINITY);
        for corner in pixel.corners() {
            let at = scale.locate(series.time(corner), series.value(corner));
            (top, bottom) = (top.min(at.y), bottom.max(at.y));
            if let Some(from) = points.last().filter(|from| at.x - from.x > 2.0) {
                sketch.occupied.take_line(*from, at);
            }
            points.push(at);
        }
        let x = scale.axis.x_of(from).floor();
        sketch.occupied.take(Rectangle::new(x, top - 1.0, 1.0, bottom - top + 2.0));
        before = Some(series.time(pixel.within.end - 1));
    }
    path(sketch, points, stroke);
}

fn path(sketch: &mut Sketch, points: Vec<Point>, stroke: Stroke) {
    match points[..] {
        [] => {}
        [only] => sketch.disc(only, stroke.width, stroke.color),
        [from, to] => sketch.line(from, to, stroke),
        _ => sketch.shape(Shape::Path { points, closed: false }, None, Some(stroke)),
    }
}

/// A mark for each column of pixels: with a point where it stands for one figure that has room,
/// with a bar where it stands for several that are hedged. Gives the index of the first.
fn points(sketch: &mut Sketch, input: &Input, panel: &Series, scale: &Scale, one: &Laid) -> Vec<usize> {
    let Laid { dense, pixels, apart } = one;
    let series = dense.series;
    let radius = sketch.layout.radius;
    let mut marks = Vec::with_capacity(pixels.len());
    for pixel in pixels {
        marks.push(sketch.begin(marks::mark(input, panel.metric, series, pixel)));
        let (low, high) = (series.value(pixel.lowest), series.value(pixel.highest));
        let bottom = scale.locate(series.time(pixel.within.start), low);
        let top = scale.locate(series.time(pixel.within.end - 1), high);
        if *apart || !series.exact && pixel.count() == 1 {
            let row = series.block.point(series.index(pixel.within.start)).observation();
            let radius = if *apart { radius } else { radius * 0.75 };
            dots::figure(sketch, bottom, radius, &row);
            let footprint = dots::footprint(bottom, radius, dots::direction(row.qualifier));
            sketch.occupied.take(footprint);
            sketch.enclose(footprint);
            continue;
        }
        let bounds = Rectangle::new(bottom.x.floor(), top.y, 1.0, bottom.y - top.y).grown(1.0);
        if !series.exact {
            let (x, stroke) = (bottom.x.floor(), Stroke::solid(sketch.theme.accent, 1.0));
            sketch.line(Point::new(x, bounds.y), Point::new(x, bounds.bottom()), stroke);
            sketch.occupied.take(bounds);
        }
        sketch.enclose(bounds);
    }
    marks
}

/// Writes the highest figure, the lowest, the last and the first where there is room, each at a
/// point of its own.
fn written(sketch: &mut Sketch, input: &Input, scale: &Scale, one: &Laid, marks: &[usize]) {
    let Laid { dense, pixels, apart } = one;
    let series = dense.series;
    let Some((lowest, highest)) = series.extremes(dense.within.clone()).0 else { return };
    // The highest has the room over it, and the lowest that under it, before others take it.
    let mut wanted = vec![highest];
    for at in [lowest, dense.within.end - 1, dense.within.start] {
        // What is written once is not written again where a figure stays the same.
        if !wanted.iter().any(|known| *known == at || series.value(*known).to_bits() == series.value(at).to_bits()) {
            wanted.push(at);
        }
    }
    let rows: Vec<Observation> = wanted.iter().map(|at| series.block.point(series.index(*at)).observation()).collect();
    let limits = labels::label_limits(scale.area);
    let radius = if sketch.layout.room == Room::Wide { 3.5 } else { 3.0 };
    let mut located = Vec::new();
    for (at, row) in wanted.iter().zip(&rows) {
        let pixel = pixels.partition_point(|pixel| pixel.within.end <= *at);
        let Some(mark) = marks.get(pixel) else { continue };
        let point = scale.locate(series.time(*at), row.value);
        if !apart && series.exact {
            sketch.resume(*mark);
            sketch.disc(point, radius, sketch.theme.accent);
            sketch.occupied.take(Rectangle::around(point, radius + 1.0));
        }
        located.push(Located { at: point, row, mark: *mark });
    }
    for located in &located {
        labels::label(sketch, input, located, None, &limits);
    }
    sketch.frame();
}

#[cfg(test)]
mod tests {
    use super::super::pixels::pixels;
    use crate::dataset::columns::{Block, Clock, Coded, Series, Times, Values};
    use crate::dataset::tables::Qualifier;
    use std::rc::Rc;

    fn series(count: usize) -> Series {
        let mut random = fastrand::Rng::with_seed(3);
        let (mut time, mut value) = (Times::with_capacity(count), Values::with_capacity(count));
        for index in 0..count {
            time.extend(&[index as f64 * 60_000.0]);
            value.extend(&[f64::from(random.i32(-1_000..1_000))]);
        }
        let one = |id: &str| Coded::one(id.to_owned());
        let block = Block {
            id: "o".to_owned(),
            metric: "outlets".to_owned(),
            term: None,
            name: String::new(),
            time,
            value,
            place: one("world"),
            source: one("s"),
            qualifier: Coded::one(Qualifier::Exact),
            clock: Clock::Minute,
        };
        Series::of(&Rc::new(block), |_| true).remove(0)
    }

    #[test]
    fn a_million_figures_take_no_more_looks_than_a_hundred_thousand() {
        let looks = |count: usize, width: f64| {
            let series = series(count);
            let all = 0..count;
            let share = |time: f64| time / (count as f64 * 60_000.0) * width;
            let (pixels, visits) = pixels(&series, &all, |time| share(time) as i64);
            assert_eq!(pixels.len(), width as usize);
            visits
        };
        for width in [250.0, 700.0, 1_500.0] {
            let (less, more) = (looks(100_000, width), looks(1_000_000, width));
            assert!(more < less * 2 && more < width as usize * 250, "{less} and {more} at {width}");
        }
    }
}
