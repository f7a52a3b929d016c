//! The labels of a time axis that shows less than a few years: months, days, hours, down to
//! thousandths of a second; beneath them the year or the day that they belong to.

use super::Input;
use super::time_axis::TimeAxis;
use crate::dataset::columns::DAY;
use crate::dataset::period::Day;
use crate::decimal;
use crate::messages::periods::year;
use crate::messages::{Key, Messages};
use crate::scene::sketch::Sketch;
use crate::scene::{Anchor, Point, Stroke};

/// From one label to the next.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    /// So many milliseconds.
    Clock(f64),
    /// So many days.
    Days(i32),
    /// So many months.
    Months(i32),
}

const STEPS: [Step; 24] = [
    Step::Clock(1.0),
    Step::Clock(10.0),
    Step::Clock(100.0),
    Step::Clock(500.0),
    Step::Clock(1_000.0),
    Step::Clock(5_000.0),
    Step::Clock(15_000.0),
    Step::Clock(30_000.0),
    Step::Clock(60_000.0),
    Step::Clock(300_000.0),
    Step::Clock(900_000.0),
    Step::Clock(1_800_000.0),
    Step::Clock(3_600_000.0),
    Step::Clock(10_800_000.0),
    Step::Clock(21_600_000.0),
    Step::Clock(43_200_000.0),
    Step::Days(1),
    Step::Days(2),
    Step::Days(7),
    Step::Days(14),
    Step::Months(1),
    Step::Months(2),
    Step::Months(3),
    Step::Months(6),
];

impl Step {
    /// How long it is at least, in days.
    fn days(self) -> f64 {
        match self {
            Self::Clock(milliseconds) => milliseconds / DAY,
            Self::Days(days) => f64::from(days),
            Self::Months(months) => f64::from(months) * 28.0,
        }
    }

    /// The days, with fractions, from `start` to `end` that have a label.
    fn ticks(self, start: f64, end: f64) -> Vec<f64> {
        let mut ticks = Vec::new();
        match self {
            Self::Clock(milliseconds) => {
                let mut step = (start * DAY / milliseconds).ceil();
                while step * milliseconds <= end * DAY && ticks.len() < 200 {
                    ticks.push(step * milliseconds / DAY);
                    step += 1.0;
                }
            }
            Self::Days(days) => {
                // Weeks begin on Monday: 5 January 1970 was one.
                let step = f64::from(days);
                let mut day = ((start - 4.0) / step).ceil() * step + 4.0;
                while day <= end && ticks.len() < 200 {
                    ticks.push(day);
                    day += step;
                }
            }
            Self::Months(months) => {
                let (first_year, first_month, _) = Day(start.floor() as i32).civil();
                let mut month = (first_year * 12 + i32::from(first_month) - 1).div_euclid(months) * months;
                while let Some(day) = Day::from_civil(month.div_euclid(12), month.rem_euclid(12) as u8 + 1, 1) {
                    if f64::from(day.0) > end || ticks.len() >= 200 {
                        break;
                    }
                    if f64::from(day.0) >= start {
                        ticks.push(f64::from(day.0));
                    }
                    month += months;
                }
            }
        }
        ticks
    }

    fn label(self, tick: f64, messages: &Messages) -> String {
        let day = Day(tick.floor() as i32);
        match self {
            Self::Clock(milliseconds) => messages.clock((tick * DAY).round(), milliseconds),
            Self::Days(_) => {
                let number = decimal::whole(day.civil().2.into());
                messages.fill(Key::VeryManyDay, &[&number, messages.short_month(day)])
            }
            Self::Months(_) => messages.short_month(day).to_owned(),
        }
    }

    /// What a label belongs to.
    fn context(self, tick: f64, messages: &Messages) -> String {
        let day = Day((tick + 1e-9).floor() as i32);
        match self {
            Self::Clock(_) => messages.with(Key::VeryManyUniversalTime, &messages.date_short(day)),
            Self::Days(_) | Self::Months(_) => year(day),
        }
    }
}

impl TimeAxis {
    /// The labels of the axis under `y`, where years would be too coarse for what it shows: gives
    /// the y below; `None` where years will do.
    pub fn fine(&self, sketch: &mut Sketch, input: &Input, y: f64) -> Option<f64> {
        let exact = self.exact.clone()?;
        let shown = exact.start / DAY..exact.end / DAY;
        let style = sketch.layout.small;
        let messages = input.messages;
        let length = shown.end - shown.start;
        // The widest month and the widest day of one.
        let widest_of = |step: Step| {
            let mut widest: f64 = 0.0;
            for month in 0..12 {
                let label = step.label(27.0 + f64::from(month) * 30.5, messages);
                widest = widest.max(sketch.width(&label, style));
            }
            widest
        };
        let (days, months) = (widest_of(Step::Days(1)), widest_of(Step::Months(1)));
        let room = |step: &Step| {
            let widest = match step {
                Step::Clock(milliseconds) => sketch.width(&messages.clock(0.0, *milliseconds), style),
                Step::Days(_) => days,
                Step::Months(_) => months,
            };
            step.days() / length * (self.right - self.left) >= widest + 14.0
        };
        let step = STEPS.iter().copied().find(room)?;
        let ticks = step.ticks(shown.start, shown.end);
        // Three years and more are read as years.
        if ticks.len() < 2 || length > 1_100.0 {
            return None;
        }
        let color = sketch.theme.ink_faint;
        let baseline = y + 6.0 + style.rise();
        let below = baseline + style.line_height();
        let mut told = String::new();
        let mut taken = f64::NEG_INFINITY;
        for tick in ticks {
            let x = self.x_of(tick * DAY);
            let stroke = Stroke::solid(sketch.theme.axis, 1.0);
            sketch.line(Point::new(x.round(), y), Point::new(x.round(), y + 5.0), stroke);
            let mut text = sketch.lay(&step.label(tick, messages), Point::new(x, baseline), Anchor::Middle, style);
            text.at.x = self.kept_inside(x, text.width / 2.0);
            let left = text.at.x - text.width / 2.0;
            // Very large figures on the other axis reach this far.
            if !sketch.occupied.is_free(&text.bounds().grown(-0.5)) {
                continue;
            }
            sketch.write(text, color);
            let context = step.context(tick, messages);
            if context != told {
                let text = sketch.lay(&context, Point::new(left, below), Anchor::Start, style);
                let end = left + text.width;
                let free = sketch.occupied.is_free(&text.bounds().grown(-0.5));
                if left >= taken + 8.0 && end <= self.right && free {
                    sketch.write(text, color);
                    (told, taken) = (context, end);
                }
            }
        }
        Some(y + 6.0 + style.line_height() * 2.0)
    }
}
