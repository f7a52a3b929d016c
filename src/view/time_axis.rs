//! The time axis that the panels of a view share: years as ticks and labels.

use std::ops::Range;

#[cfg(feature = "complete")]
use crate::dataset::columns::DAY;
use crate::dataset::period::Day;
use crate::messages::periods::year;
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
    /// What is shown in epoch milliseconds, where whole days are too coarse.
    #[cfg(feature = "complete")]
    pub exact: Option<Range<f64>>,
}

impl TimeAxis {
    /// Days between two x positions.
    pub fn new(days: Range<Day>, left: f64, right: f64) -> Self {
        Self {
            days,
            left,
            right,
            #[cfg(feature = "complete")]
            exact: None,
        }
    }

    /// Where a moment in epoch milliseconds lies; moments outside lie at the ends.
    #[cfg(feature = "complete")]
    pub fn x_of(&self, time: f64) -> f64 {
        let days = f64::from(self.days.start.0)..f64::from(self.days.end.0).max(f64::from(self.days.start.0) + 1.0);
        let shown = self.exact.clone().unwrap_or(days.start * DAY..days.end * DAY);
        let share = ((time - shown.start) / (shown.end - shown.start)).clamp(0.0, 1.0);
        self.left + share * (self.right - self.left)
    }

    /// Where a day lies; days outside lie at the ends.
    pub fn x(&self, day: Day) -> f64 {
        #[cfg(feature = "complete")]
        if self.exact.is_some() {
            return self.x_of(f64::from(day.0) * DAY);
        }
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
        let below = self.years(sketch, y, grid_top);
        sketch.line(Point::new(self.left, y), Point::new(self.right, y), Stroke::solid(sketch.theme.axis, 1.0));
        below
    }

    /// The same without the line.
    pub fn years(&self, sketch: &mut Sketch, y: f64, grid_top: Option<f64>) -> f64 {
        let (theme, style) = (sketch.theme, sketch.layout.small);
        let starts = self.year_starts();
        let least = sketch.width("0000", style) + 8.0;
        let step = self.year_step(least);
        let baseline = y + 6.0 + style.rise();
        for (index, start) in starts.iter().enumerate() {
            if start.civil().0 % step != 0 {
                continue;
            }
            let x = self.x(*start).round();
            if let Some(top) = grid_top {
                sketch.line(Point::new(x, top), Point::new(x, y), Stroke::solid(theme.grid, 1.0));
            }
            sketch.line(Point::new(x, y), Point::new(x, y + 5.0), Stroke::solid(theme.axis, 1.0));
            let end = starts.get(index + step as usize).map_or(self.right, |next| self.x(*next));
            let centered = step == 1;
            if end - x >= least || !centered && self.right - x >= least {
                let at = if centered { f64::midpoint(x, end) } else { x };
                self.label(sketch, *start, at, baseline);
            }
        }
        if step == 1 {
            let end = starts.first().map_or(self.right, |start| self.x(*start));
            if end - self.left >= least {
                self.label(sketch, self.days.start, f64::midpoint(self.left, end), baseline);
            }
        }
        y + 6.0 + style.line_height()
    }

    /// How many years lie from one labelled year to the next, where a label takes `least`.
    fn year_step(&self, least: f64) -> i32 {
        let per_year = (self.right - self.left) / (f64::from(self.days.end.0 - self.days.start.0) / 365.25).max(0.1);
        for step in &[1, 2, 5, 10, 20, 50, 100] {
            if per_year * f64::from(*step) >= least {
                return *step;
            }
        }
        1000
    }

    fn label(&self, sketch: &mut Sketch, day: Day, x: f64, baseline: f64) {
        let (color, style) = (sketch.theme.ink_faint, sketch.layout.small);
        let mut text = sketch.lay(&year(day), Point::new(x, baseline), Anchor::Middle, style);
        text.at.x = self.kept_inside(x, text.width / 2.0);
        if sketch.occupied.is_free(&text.bounds().grown(3.0)) {
            sketch.write(text, color);
        }
    }

    /// The middle of something that reaches `half` to both sides, moved to where it lies
    /// between the ends.
    pub fn kept_inside(&self, x: f64, half: f64) -> f64 {
        x.clamp(self.left + half, (self.right - half).max(self.left + half))
    }
}

/// The first and the last of some days.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    /// The first.
    pub first: Day,
    /// The last; before the first when there are none.
    pub last: Day,
}

impl Stretch {
    /// That of no days.
    pub const EMPTY: Self = Self { first: Day(i32::MAX), last: Day(i32::MIN) };

    /// Takes in a day.
    #[inline(never)]
    pub fn take(&mut self, day: Option<Day>) {
        if let Some(day) = day {
            self.first = self.first.min(day);
            self.last = self.last.max(day);
        }
    }

    /// Whether it holds no day.
    pub fn is_empty(self) -> bool {
        self.last < self.first
    }
}
