//! Days, periods and durations in words.

use super::{Key, Messages};
use crate::dataset::period::{Day, Period, Precision};

/// Days of a year, on average.
const YEAR: f64 = 365.25;

impl Messages {
    fn date(&self, day: Day, template: Key, months: Key) -> String {
        let (year, month, day) = day.civil();
        let month = self.item(months, usize::from(month) - 1);
        self.fill(template, &[("day", &day.to_string()), ("month", month), ("year", &year.to_string())])
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
        let day = |day| self.date(day, date, months);
        match (period.from, period.to) {
            (Some(from), Some(to)) => self
                .closed_period(from, to, period.precision, months)
                .unwrap_or_else(|| self.fill(Key::Span, &[("from", &day(from)), ("to", &day(to))])),
            (None, Some(to)) => self.fill(Key::Until, &[("date", &day(to))]),
            (Some(from), None) => self.fill(Key::Since, &[("date", &day(from))]),
            (None, None) => String::new(),
        }
    }

    /// A period as part of a sentence: `in 2023`, `in the first half of 2026`, `by 19 January
    /// 2024`.
    #[must_use]
    pub fn within(&self, period: &Period) -> String {
        let text = self.period(period);
        match (period.from, period.to) {
            (Some(from), Some(to)) if from == to => text,
            (Some(_), Some(_)) if period.precision == Precision::HalfYear => {
                self.fill(Key::InThePeriod, &[("period", &text)])
            }
            (Some(_), Some(_)) if period.precision != Precision::Span => self.fill(Key::InPeriod, &[("period", &text)]),
            (None, Some(to)) => self.fill(Key::ByDate, &[("date", &self.date_long(to))]),
            _ => text,
        }
    }

    /// A period that has a name of its own; `None` for any other stretch.
    fn closed_period(&self, from: Day, to: Day, precision: Precision, months: Key) -> Option<String> {
        let (year, month, _) = from.civil();
        let year_text = year.to_string();
        let is_half = |first: u8, last: u8| {
            (from.civil(), to.civil()) == ((year, first, 1), (year, last, if last == 6 { 30 } else { 31 }))
        };
        Some(match precision {
            Precision::Day => {
                self.date(to, if months == Key::MonthsLong { Key::DateLong } else { Key::DateShort }, months)
            }
            Precision::Month => {
                self.fill(Key::MonthYear, &[("month", self.item(months, usize::from(month) - 1)), ("year", &year_text)])
            }
            Precision::Year => year_text,
            Precision::Decade => self.fill(Key::Decade, &[("year", &year_text)]),
            Precision::HalfYear | Precision::Span if is_half(1, 6) => {
                self.fill(Key::FirstHalf, &[("year", &year_text)])
            }
            Precision::HalfYear | Precision::Span if is_half(7, 12) => {
                self.fill(Key::SecondHalf, &[("year", &year_text)])
            }
            Precision::HalfYear | Precision::Span => return None,
        })
    }

    /// The moment at which a stock of this period stands: `mid-2026`, `end of 2025`,
    /// `January 2024`.
    #[must_use]
    pub fn moment(&self, period: &Period) -> String {
        let Some(end) = period.end() else { return String::new() };
        let (year, month, day) = end.civil();
        let year = [("year", year.to_string())];
        let year: Vec<(&str, &str)> = year.iter().map(|(name, value)| (*name, value.as_str())).collect();
        match (month, day) {
            (6, 30) if period.precision != Precision::Day => self.fill(Key::MiddleOfYear, &year),
            (12, 31) if period.precision != Precision::Day => self.fill(Key::EndOfYear, &year),
            _ => self.month_and_year(end),
        }
    }

    /// `January 2024`.
    #[must_use]
    pub fn month_and_year(&self, day: Day) -> String {
        let (year, month, _) = day.civil();
        self.fill(
            Key::MonthYear,
            &[("month", self.item(Key::MonthsLong, usize::from(month) - 1)), ("year", &year.to_string())],
        )
    }

    /// The time between two days, to the nearest half-year: `two and a half years`.
    #[must_use]
    pub fn duration(&self, from: Day, to: Day) -> String {
        let halves = ((f64::from(to.0) - f64::from(from.0)) / YEAR * 2.0).round().max(1.0);
        let whole = (halves / 2.0).floor();
        let count = self.number_word(whole);
        let count = [("count", count.as_str())];
        match (whole as u32, halves % 2.0 == 1.0) {
            (0, _) => self.text(Key::HalfAYear).to_owned(),
            (1, false) => self.text(Key::OneYear).to_owned(),
            (1, true) => self.text(Key::OneYearAndAHalf).to_owned(),
            (_, false) => self.fill(Key::Years, &count),
            (_, true) => self.fill(Key::YearsAndAHalf, &count),
        }
    }
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
        let name = |from, to, precision| messages.period(&period(from, to, precision));
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
    fn a_stock_stands_at_the_end_of_its_period() {
        let messages = Messages::english();
        let moment = |from, to, precision| messages.moment(&period(Some(from), Some(to), precision));
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
        assert_eq!(duration("2025-06-30", "2026-12-31").as_deref(), Some("a year and a half"));
    }
}
