//! Days, periods and durations in words.

use super::{Key, Messages};
#[cfg(feature = "complete")]
use crate::dataset::columns::{Clock, DAY, Point};
use crate::dataset::period::{Day, Period, Precision};
use crate::decimal;

/// Days of a year, on average.
const YEAR: f64 = 365.25;

/// A day's year in digits.
#[must_use]
pub fn year(day: Day) -> String {
    decimal::whole(day.civil().0.unsigned_abs().into())
}

impl Messages {
    #[inline(never)]
    fn date(&self, day: Day, template: Key, months: Key) -> String {
        let number = decimal::whole(day.civil().2.into());
        self.fill(template, &[&number, self.month(day, months), &year(day)])
    }

    fn month(&self, day: Day, months: Key) -> &str {
        self.item(months, usize::from(day.civil().1) - 1)
    }

    /// `Jul`.
    #[cfg(feature = "complete")]
    #[must_use]
    pub fn short_month(&self, day: Day) -> &str {
        self.month(day, Key::MonthsShort)
    }

    /// The time of day of a moment in epoch milliseconds, as finely as steps of `step`
    /// milliseconds need: `13:05`, `13:05:07`, `13:05:07.250`.
    #[cfg(feature = "complete")]
    #[must_use]
    pub fn clock(&self, moment: f64, step: f64) -> String {
        let of_day = moment.rem_euclid(DAY) as u64;
        let padded = |number: u64, digits: usize| {
            let text = decimal::whole(number);
            ["0".repeat(digits.saturating_sub(text.len())), text].concat()
        };
        let mut clock = [padded(of_day / 3_600_000, 2), padded(of_day / 60_000 % 60, 2)].join(":");
        if step < 60_000.0 {
            clock = [clock, padded(of_day / 1_000 % 60, 2)].join(":");
        }
        if step < 1_000.0 {
            clock = [&clock, self.text(Key::DecimalSeparator), &padded(of_day % 1_000, 3)].concat();
        }
        clock
    }

    /// When a point of columns is told for: its day, with the time where its block tells times.
    #[cfg(feature = "complete")]
    #[must_use]
    pub fn instant(&self, point: Point) -> String {
        self.moment_of(point.time(), point.block.clock)
    }

    /// A moment in epoch milliseconds, told as finely as a clock has it.
    #[cfg(feature = "complete")]
    #[must_use]
    pub fn moment_of(&self, time: f64, clock: Clock) -> String {
        let date = self.date_short(crate::dataset::columns::day_of(time));
        match clock {
            Clock::Day => date,
            clock => self.fill(Key::VeryManyInstant, &[&date, &self.clock(time, clock.length())]),
        }
    }

    /// `3 July 2026`.
    #[must_use]
    pub fn date_long(&self, day: Day) -> String {
        self.date(day, Key::DateLong, Key::MonthsLong)
    }

    /// `3 Jul 2026`.
    #[must_use]
    pub fn date_short(&self, day: Day) -> String {
        self.date(day, Key::DateShort, Key::MonthsShort)
    }

    /// A period in full: `first half of 2026`, `up to 19 January 2024`.
    #[must_use]
    pub fn period(&self, period: &Period) -> String {
        self.period_with(period, Key::DateLong, Key::MonthsLong)
    }

    /// A period with short months: `19 Jan 2024`.
    #[must_use]
    pub fn period_short(&self, period: &Period) -> String {
        self.period_with(period, Key::DateShort, Key::MonthsShort)
    }

    fn period_with(&self, period: &Period, date: Key, months: Key) -> String {
        let (from, to) = match (period.from, period.to) {
            (Some(from), Some(to)) => (from, to),
            (None, Some(to)) => return self.with(Key::Until, &self.date(to, date, months)),
            (Some(from), None) => return self.with(Key::Since, &self.date(from, date, months)),
            (None, None) => return String::new(),
        };
        match period.precision {
            Precision::Day => self.date(to, date, months),
            Precision::Month => self.fill(Key::MonthYear, &[self.month(from, months), &year(from)]),
            Precision::Year => self.with(Key::Year, &year(from)),
            Precision::Decade => self.with(Key::Decade, &year(from)),
            Precision::HalfYear | Precision::Span => match half(from, to) {
                Some(1) => self.with(Key::FirstHalf, &year(from)),
                Some(_) => self.with(Key::SecondHalf, &year(from)),
                None => self.fill(Key::Span, &[&self.date(from, date, months), &self.date(to, date, months)]),
            },
        }
    }

    /// A period in as few words as there are: `H1 2026`, `2023`, `Oct 2026`, `by 2024`.
    #[must_use]
    #[inline(never)]
    pub fn period_brief(&self, period: &Period) -> String {
        let (from, to) = match (period.from, period.to) {
            (Some(from), Some(to)) => (from, to),
            (None, Some(to)) => return self.with(Key::ByDate, &self.with(Key::Year, &year(to))),
            (Some(from), None) => return self.with(Key::Since, &self.with(Key::Year, &year(from))),
            (None, None) => return String::new(),
        };
        match period.precision {
            Precision::Day | Precision::Month => {
                self.fill(Key::MonthYear, &[self.month(to, Key::MonthsShort), &year(to)])
            }
            Precision::Year => self.with(Key::Year, &year(from)),
            Precision::Decade => self.with(Key::Decade, &year(from)),
            Precision::HalfYear if from.civil().1 == 1 => self.with(Key::FirstHalfBrief, &year(from)),
            Precision::HalfYear => self.with(Key::SecondHalfBrief, &year(from)),
            Precision::Span => self.with(Key::ByDate, &self.with(Key::Year, &year(to))),
        }
    }

    /// A period as part of a sentence: `in 2023`, `in the first half of 2026`, `by 19 January
    /// 2024`.
    #[must_use]
    pub fn within(&self, period: &Period) -> String {
        let (from, to) = match (period.from, period.to) {
            (Some(from), Some(to)) => (from, to),
            (None, Some(to)) => return self.with(Key::ByDate, &self.date_long(to)),
            _ => return self.period(period),
        };
        match period.precision {
            Precision::Month => self.fill(Key::InMonth, &[self.month(from, Key::MonthsLong), &year(from)]),
            Precision::Year => self.with(Key::InYear, &year(from)),
            Precision::Decade => self.with(Key::InDecade, &year(from)),
            _ if from == to => self.with(Key::OnDay, &self.date_long(to)),
            _ => match half(from, to) {
                Some(1) => self.with(Key::InFirstHalf, &year(from)),
                Some(_) => self.with(Key::InSecondHalf, &year(from)),
                None => self.fill(Key::WithinSpan, &[&self.date_long(from), &self.date_long(to)]),
            },
        }
    }

    /// The moment at which a stock of this period stands: `mid-2026`, `end of 2025`,
    /// `January 2024`.
    #[must_use]
    #[inline(never)]
    pub fn moment(&self, period: &Period) -> String {
        let Some(end) = period.end() else { return String::new() };
        let (_, month, day) = end.civil();
        match (month, day) {
            (6, 30) if period.precision != Precision::Day => self.with(Key::MiddleOfYear, &year(end)),
            (12, 31) if period.precision != Precision::Day => self.with(Key::EndOfYear, &year(end)),
            _ => self.month_and_year(end),
        }
    }

    /// `January 2024`.
    #[must_use]
    #[inline(never)]
    pub fn month_and_year(&self, day: Day) -> String {
        self.fill(Key::MonthYear, &[self.month(day, Key::MonthsLong), &year(day)])
    }

    /// The time between two days, to the nearest half-year: `two and a half years`; a short one
    /// in days or months.
    #[must_use]
    pub fn duration(&self, from: Day, to: Day) -> String {
        let days = f64::from(to.0) - f64::from(from.0);
        let halves = (days / YEAR * 2.0).round() as u32;
        let whole = f64::from(halves / 2);
        let (count, one, other) = match halves {
            _ if days < 45.0 => (days.max(1.0), Key::DaysOne, Key::DaysOther),
            _ if days < 150.0 => ((days / YEAR * 12.0).round(), Key::MonthsOne, Key::MonthsOther),
            1 => return self.text(Key::HalfAYear).to_owned(),
            _ if halves.is_multiple_of(2) => (whole, Key::YearsOne, Key::YearsOther),
            _ => (whole, Key::YearsAndAHalfOne, Key::YearsAndAHalfOther),
        };
        let number = if one == Key::DaysOne { self.number(count) } else { self.number_word(count) };
        self.with(Self::form(count, one, other), &number)
    }
}

/// Which half of a year the days are the first and the last of.
fn half(from: Day, to: Day) -> Option<u8> {
    let (year, month, day) = from.civil();
    let last = match (month, day) {
        (1, 1) => Day::from_civil(year, 6, 30),
        (7, 1) => Day::from_civil(year, 12, 31),
        _ => None,
    };
    if last == Some(to) { Some(if month == 1 { 1 } else { 2 }) } else { None }
}

#[cfg(test)]
mod tests {
    use crate::dataset::period::{Basis, Day, Period, Precision};
    use crate::messages::Messages;

    fn period(from: Option<&str>, to: Option<&str>, precision: Precision) -> Period {
        Period { from: from.and_then(Day::parse), to: to.and_then(Day::parse), precision, basis: Basis::Stated }
    }

    #[test]
    fn periods_have_their_names() {
        let messages = Messages::english();
        let name = |from, to, precision| messages.period(&period(from, to, precision)).replace('\u{a0}', " ");
        assert_eq!(name(Some("2026-01-01"), Some("2026-06-30"), Precision::HalfYear), "first half of 2026");
        assert_eq!(name(Some("2025-07-01"), Some("2025-12-31"), Precision::Span), "second half of 2025");
        assert_eq!(name(Some("2025-01-01"), Some("2025-12-31"), Precision::Year), "2025");
        assert_eq!(name(Some("1990-01-01"), Some("1999-12-31"), Precision::Decade), "1990s");
        assert_eq!(name(Some("2026-10-01"), Some("2026-10-31"), Precision::Month), "October 2026");
        assert_eq!(name(None, Some("2024-01-19"), Precision::Span), "up to 19 January 2024");
        assert_eq!(
            name(Some("2024-01-19"), Some("2024-12-31"), Precision::Span),
            "19 January 2024 to 31 December 2024"
        );
    }

    #[test]
    fn periods_have_brief_names() {
        let messages = Messages::english();
        let name = |from, to, precision| messages.period_brief(&period(from, to, precision)).replace('\u{a0}', " ");
        assert_eq!(name(Some("2026-01-01"), Some("2026-06-30"), Precision::HalfYear), "H1 2026");
        assert_eq!(name(Some("2025-07-01"), Some("2025-12-31"), Precision::HalfYear), "H2 2025");
        assert_eq!(name(Some("2025-01-01"), Some("2025-12-31"), Precision::Year), "2025");
        assert_eq!(name(Some("1990-01-01"), Some("1999-12-31"), Precision::Decade), "1990s");
        assert_eq!(name(Some("2024-01-19"), Some("2024-01-19"), Precision::Day), "Jan 2024");
        assert_eq!(name(None, Some("2024-01-19"), Precision::Span), "by 2024");
        assert_eq!(name(Some("2019-01-01"), Some("2024-12-31"), Precision::Span), "by 2024");
        assert_eq!(name(Some("2019-01-01"), None, Precision::Span), "since 2019");
    }

    #[test]
    fn a_stock_stands_at_the_end_of_its_period() {
        let messages = Messages::english();
        let moment =
            |from, to, precision| messages.moment(&period(Some(from), Some(to), precision)).replace('\u{a0}', " ");
        assert_eq!(moment("2026-01-01", "2026-06-30", Precision::HalfYear), "mid-2026");
        assert_eq!(moment("2025-01-01", "2025-12-31", Precision::Year), "end of 2025");
        assert_eq!(moment("2024-01-19", "2024-01-19", Precision::Day), "January 2024");
    }

    #[test]
    fn durations_are_told_in_half_years() {
        let messages = Messages::english();
        let duration =
            |from: &str, to: &str| Day::parse(from).zip(Day::parse(to)).map(|(from, to)| messages.duration(from, to));
        assert_eq!(duration("2024-01-19", "2026-06-30").as_deref(), Some("two and a half years"));
        assert_eq!(duration("2024-01-19", "2026-12-31").as_deref(), Some("three years"));
        assert_eq!(duration("2025-06-30", "2025-12-31").as_deref(), Some("half a year"));
        assert_eq!(duration("2025-01-01", "2025-01-02").as_deref(), Some("1 day"));
        assert_eq!(duration("2025-01-01", "2025-03-01").as_deref(), Some("two months"));
        assert_eq!(duration("2025-06-30", "2026-12-31").as_deref(), Some("a year and a half"));
    }
}
