//! Numbers, days and periods of any size: what is written reads back, and nothing is without a
//! name.

use crate::bytes::Bytes;
use smart_footprint::dataset::period::{Basis, Day, Period, Precision};
use smart_footprint::decimal;
use smart_footprint::messages::Messages;

fn with_bytes(count: u64, work: impl Fn(&mut Bytes)) {
    crate::common::tried(usize::try_from(count).unwrap());
    for seed in 0..count {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut bytes = vec![0; 200];
        random.fill(&mut bytes);
        work(&mut Bytes::new(&bytes));
    }
}

#[test]
fn a_number_reads_back_as_it_was_written() {
    with_bytes(20_000, |bytes| {
        let number = bytes.figure();
        for places in 0..=6_u8 {
            let written = decimal::rounded(number, places.into());
            let read = decimal::read(&written);
            let step = 0.1_f64.powi(places.into());
            // Doubles of this size are so far apart.
            let unsure = number.abs() * f64::EPSILON * 4.0;
            assert!((read - number).abs() <= step / 2.0 + unsure, "{number} is written {written}");
            assert!(!written.ends_with('.') && !written.starts_with("-0.0000000") && written != "-0", "{written}");
            // A double holds fifteen digits, whatever they are.
            if written.bytes().filter(u8::is_ascii_digit).count() <= 15 {
                assert_eq!(decimal::rounded(read, places.into()), written);
                assert_eq!(written.parse::<f64>().unwrap().to_bits(), read.to_bits(), "{written}");
            }
        }
    });
}

#[test]
fn a_number_in_words_has_all_of_its_digits() {
    let messages = Messages::english();
    with_bytes(20_000, |bytes| {
        let number = bytes.figure();
        let said = messages.number(number);
        let plain = said.replace(',', "").replace('−', "-");
        assert_eq!(plain, decimal::rounded(number, 2), "{number}");
        let whole = said.trim_start_matches('−').split('.').next().unwrap();
        let groups: Vec<&str> = whole.split(',').collect();
        assert!(groups[1..].iter().all(|group| group.len() == 3) && (1..=3).contains(&groups[0].len()), "{said}");
        assert!(!messages.number_word(number).is_empty());
    });
}

#[test]
fn every_day_of_the_calendar_reads_back() {
    let (first, last) = (Day::parse("0001-01-01").unwrap(), Day::parse("9999-12-31").unwrap());
    crate::common::tried((first.0..=last.0).step_by(7).count());
    for number in (first.0..=last.0).step_by(7) {
        let day = Day(number);
        assert_eq!(Day::parse(&day.iso()), Some(day));
        let (year, month, of_month) = day.civil();
        assert_eq!(Day::from_civil(year, month, of_month), Some(day));
        assert!(day.year_start() <= day && (day.next_year() > day || year == 9_999));
    }
    for number in [i32::MIN, first.0 - 1, last.0 + 1, i32::MAX] {
        let _ = (Day(number).iso(), Day(number).year_start(), Day(number).next_year());
    }
}

#[test]
fn any_period_has_a_name() {
    let messages = Messages::english();
    with_bytes(20_000, |bytes| {
        let some = |bytes: &mut Bytes| if bytes.one_in(5) { None } else { Some(bytes.day()) };
        let (from, to) = (some(bytes), some(bytes));
        let (precision, basis) = (*bytes.pick(Precision::ALL), *bytes.pick(Basis::ALL));
        let period = Period { from, to, precision, basis };
        let names = [
            messages.period(&period),
            messages.period_short(&period),
            messages.period_brief(&period),
            messages.within(&period),
            messages.moment(&period),
        ];
        let has_a_day = from.is_some() || to.is_some();
        assert!(names.iter().all(|name| has_a_day != name.is_empty()), "{period:?}: {names:?}");
        assert!(names.iter().all(|name| !name.contains(char::is_control)), "{names:?}");
        if let (Some(from), Some(to)) = (from, to) {
            assert!(!messages.duration(from.min(to), to.max(from)).is_empty());
        }
    });
}
