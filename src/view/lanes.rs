//! Bars on a time axis for what came or happened within a period: from its first day to its
//! last, whatever its figure. The words at a bar say the figure.

use super::dots;
use super::time_axis::TimeAxis;
use crate::dataset::period::{Day, Period};
use crate::scene::sketch::Sketch;
use crate::scene::{Fill, Point, Rectangle, Shape, Stroke};

/// How a period is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bar {
    /// Within these days.
    Within,
    /// By this day: the first day is not told.
    By,
    /// Planned for these days.
    Planned,
    /// Taken away within these days.
    Lost,
}

/// The days before a last one that a bar without a first day fades in over.
const FADE: i32 = 365;

/// The least width of a bar: that of one day.
const LEAST: f64 = 4.0;

/// The first day that is drawn of a period.
pub(super) fn first_drawn(period: &Period) -> Option<Day> {
    match (period.from, period.to) {
        (None, Some(to)) => Some(Day(to.0.saturating_sub(FADE))),
        (from, _) => from,
    }
}

/// Where the bar of a period lies on the axis, from `top` on.
pub(super) fn bounds(axis: &TimeAxis, period: &Period, top: f64, height: f64) -> Rectangle {
    let left = first_drawn(period).map_or(axis.left, |day| axis.x(day));
    let right = period.to.map_or(axis.right, |day| axis.x(day)).max(left + LEAST);
    let left = left.min(axis.right - LEAST).round();
    // Neighbours keep their outlines apart.
    Rectangle::new(left, top.round(), (right.min(axis.right) - left - 1.0).round().max(LEAST), height)
}

/// Draws the bar.
pub(super) fn draw(sketch: &mut Sketch, bounds: Rectangle, bar: Bar) {
    let (accent, soft, background) = (sketch.theme.accent, sketch.theme.accent_soft, sketch.theme.background);
    let (fill, stroke) = match bar {
        Bar::Within => (Fill::Solid(soft), Stroke::solid(accent, 1.0)),
        Bar::Planned => (Fill::Solid(background), Stroke::dashed(accent, 1.5)),
        Bar::Lost => (Fill::Solid(background), Stroke::solid(sketch.theme.ink_soft, 1.5)),
        Bar::By => {
            sketch.fill(bounds, 0.0, Fill::FadeIn { color: soft, from: 0 });
            let edge = Rectangle::new(bounds.right() - 1.5, bounds.y, 1.5, bounds.height);
            return sketch.fill(edge, 0.0, Fill::Solid(accent));
        }
    };
    sketch.shape(Shape::Rectangle { bounds, radius: 2.0 }, Some(fill), Some(stroke));
}

/// Periods as thin lines under what they are told of, from `top` on, each to its last day; those
/// that overlap stand under each other. Gives the height that they take.
pub(super) fn periods(sketch: &mut Sketch, axis: &TimeAxis, told: &[(usize, &Period)], top: f64) -> f64 {
    const PITCH: f64 = 6.0;
    const MOST: usize = 4;
    // Where each row of them is taken up to.
    let mut rows: Vec<f64> = Vec::new();
    for (mark, period) in told {
        let Some(to) = period.to.filter(|to| period.from != Some(*to)) else { continue };
        let (left, right) = (first_drawn(period).map_or(axis.left, |day| axis.x(day)), axis.x(to));
        let row = rows.iter().position(|taken| *taken <= left + 1.0).unwrap_or(rows.len().min(MOST - 1));
        if row == rows.len() {
            rows.push(0.0);
        }
        rows[row] = right;
        sketch.resume(*mark);
        let y = top + PITCH * row as f64;
        dots::whisker(sketch, Point::new(left, y), Point::new(right, y), period.from.is_some());
        sketch.occupied.take(Rectangle::new(left, y - 2.5, right - left, 5.0));
    }
    if rows.is_empty() { 0.0 } else { PITCH * rows.len() as f64 + 4.0 }
}

/// The width that the sign of a contradiction takes at a bar.
pub(super) const SIGN: f64 = dots::CONTRADICTED * 2.0 + 4.0;
