//! The time axis that the panels of a view share: years as ticks and labels.

use std::ops::Range;

use crate::dataset::period::Day;
use crate::scene::sketch::Sketch;
use crate::scene::{Anchor, Point, Stroke};

/// A stretch of days drawn between two x positions.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TimeAxis {
    /// The days.
    pub days: Range<Day>,
    /// Left end, in CSS pixels.
    pub left: f64,
    /// Right end.
    pub right: f64,
}

impl TimeAxis {
    /// Where a day lies; days outside lie at the ends.
    pub fn x(&self, day: Day) -> f64 {
        let (start, end) = (f64::from(self.days.start.0), f64::from(self.days.end.0));
        let share = ((f64::from(day.0) - start) / (end - start).max(1.0)).clamp(0.0, 1.0);
        self.left + share * (self.right - self.left)
    }

    /// The first days of years that lie inside.
    fn year_starts(&self) -> Vec<Day> {
        let mut starts = Vec::new();
        let mut day = self.days.start.year_start();
        if day < self.days.start {
            day = day.next_year();
        }
        while day < self.days.end && starts.len() < 400 {
            starts.push(day);
            let next = day.next_year();
            if next == day {
                break;
            }
            day = next;
        }
        starts
    }

    /// Draws the line, the ticks and the years that have room, each in the middle of what
    /// is seen of it. Grid lines rise to `grid_top` where one is given. Gives the y below.
    pub fn draw(&self, sketch: &mut Sketch, y: f64, grid_top: Option<f64>) -> f64 {
        let (theme, style) = (sketch.theme, sketch.layout.small);
        let starts = self.year_starts();
        let least = sketch.width("0000", style) + 8.0;
        let per_year = (self.right - self.left) / (f64::from(self.days.end.0 - self.days.start.0) / 365.25).max(0.1);
        let step = [1, 2, 5, 10, 20, 50, 100, 1000]
            .into_iter()
            .find(|step| per_year * f64::from(*step) >= least)
            .unwrap_or(1000);
        let baseline = y + 6.0 + style.rise();
        for (index, start) in starts.iter().enumerate() {
            let x = self.x(*start).round();
            if start.civil().0 % step == 0 {
                if let Some(top) = grid_top {
                    sketch.line(Point::new(x, top), Point::new(x, y), Stroke::solid(theme.grid, 1.0));
                }
                sketch.line(Point::new(x, y), Point::new(x, y + 5.0), Stroke::solid(theme.axis, 1.0));
            }
            let end = starts.get(index + step as usize).map_or(self.right, |next| self.x(*next));
            let centered = step == 1;
            if start.civil().0 % step == 0 && (end - x >= least || !centered && self.right - x >= least) {
                let at = if centered { f64::midpoint(x, end) } else { x };
                self.label(sketch, *start, at, baseline);
            }
        }
        if let Some(first) =
            starts.first().map_or(Some(self.days.start), |first| (self.days.start < *first).then_some(self.days.start))
        {
            let end = starts.first().map_or(self.right, |start| self.x(*start));
            if step == 1 && end - self.left >= least {
                self.label(sketch, first, f64::midpoint(self.left, end), baseline);
            }
        }
        sketch.line(Point::new(self.left, y), Point::new(self.right, y), Stroke::solid(theme.axis, 1.0));
        y + 6.0 + style.line_height()
    }

    fn label(&self, sketch: &mut Sketch, day: Day, x: f64, baseline: f64) {
        let (color, style) = (sketch.theme.ink_faint, sketch.layout.small);
        let text = day.civil().0.to_string();
        let half = sketch.width(&text, style) / 2.0;
        let x = x.clamp(self.left + half, (self.right - half).max(self.left + half));
        let text = sketch.lay(&text, Point::new(x, baseline), Anchor::Middle, style);
        if sketch.occupied.is_free(&text.bounds().grown(3.0)) {
            sketch.write(text, color);
        }
    }
}
