//! Choices taken from bytes: a fuzzer makes them up and learns from what they led to, a test
//! takes them from a seed. Where there are none left, the first of what there is to choose is
//! chosen, so that every input comes to an end.

use arbitrary::Unstructured;
use smart_footprint::dataset::period::Day;

/// Texts that something was once done wrong with, by somebody.
const TEXTS: [&str; 40] = [
    "A",
    ".",
    "–",
    "0",
    "-1",
    "null",
    "true",
    "Finland",
    "Bosnia and Herzegovina",
    "United Kingdom of Great Britain and Northern Ireland",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "المملكة العربية السعودية",
    "כוכב הים הגדול",
    "中华人民共和国香港特别行政区",
    "2026年上半年，从22个市场到41个市场；“照原文”：增长8%！",
    "ประเทศไทย",
    "🚗🚙",
    "👩‍👩‍👧‍👦 family",
    "Z̸̢͎a̷l̵g̶o̴",
    "e\u{301}e\u{301}e\u{301}",
    "a\u{200b}b\u{feff}c",
    "\u{202e}from right to left",
    "two\nlines\tand a tab",
    "\u{0}\u{1}\u{2}\u{7f}\u{85}\u{fffe}\u{ffff}",
    "  spaces  ",
    "\u{a0}",
    "\u{3000}",
    "<b>&amp;</b>",
    "</text><script>alert(1)</script>",
    "\"]]>'--><!--",
    "{count} {0} %s ${x}",
    "=1+1",
    "\"a\",b;c\r\n",
    "a|b|c",
    "..................",
    "___________________________________________________________________________________",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii",
    "constructor",
    "__proto__",
];

/// Numbers at which something changes.
const NUMBERS: [f64; 24] = [
    0.0,
    -0.0,
    1.0,
    -1.0,
    2.0,
    0.5,
    0.005,
    1e-6,
    1e-7,
    -1e-9,
    5e-324,
    9.995,
    99.995,
    100.0,
    -100.0,
    999.5,
    1e6,
    4e7,
    999_999_999.5,
    1e9,
    1e14,
    999_999_999_999_999.0,
    1e15,
    -1e15,
];

/// The last day there is.
const LAST: i32 = 2_932_896;
/// The first one.
const FIRST: i32 = -719_162;

/// What is chosen from.
pub struct Bytes<'a>(Unstructured<'a>);

impl<'a> Bytes<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(Unstructured::new(bytes))
    }

    /// A number from 0 on, below `count`.
    pub fn below(&mut self, count: usize) -> usize {
        self.0.int_in_range(0..=count.saturating_sub(1)).unwrap_or(0)
    }

    /// Seldom true, and never where the bytes are used up.
    pub fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == count - 1
    }

    pub fn pick<'b, T>(&mut self, items: &'b [T]) -> &'b T {
        &items[self.below(items.len())]
    }

    /// Any text: odd ones, long ones, none.
    pub fn text(&mut self) -> String {
        match self.below(8) {
            0 => String::new(),
            1 => (0..self.below(24)).map(|_| self.0.arbitrary::<char>().unwrap_or('x')).collect(),
            2 => {
                let times = 1 + self.below(60);
                self.pick(&TEXTS).repeat(times)
            }
            3 => [*self.pick(&TEXTS), *self.pick(&TEXTS)].join(" "),
            // Around the longest that a field may hold.
            4 if self.one_in(8) => "x".repeat(3_990 + self.below(20)),
            _ => (*self.pick(&TEXTS)).to_owned(),
        }
    }

    /// A text that is more than space, as fields ask for.
    pub fn word(&mut self) -> String {
        let text = self.text();
        if text.trim().is_empty() { "x".to_owned() } else { text }
    }

    /// A number that a field may hold.
    pub fn figure(&mut self) -> f64 {
        match self.below(4) {
            0 => *self.pick(&NUMBERS),
            1 => {
                let number: f64 = self.0.arbitrary().unwrap_or(0.0);
                if number.is_finite() { number % 1e15 } else { 0.0 }
            }
            2 => self.below(10_000) as f64 / 10.0 - 100.0,
            _ => self.below(700) as f64,
        }
    }

    /// Any number, and what is none.
    pub fn number(&mut self) -> f64 {
        if self.one_in(4) {
            *self.pick(&[f64::NAN, f64::INFINITY, -1e300, 1e16, f64::MIN_POSITIVE])
        } else {
            self.figure()
        }
    }

    /// A number of days, below `count`.
    pub fn days(&mut self, count: i32) -> i32 {
        self.0.int_in_range(0..=count - 1).unwrap_or(0)
    }

    /// A day of the calendar.
    pub fn day(&mut self) -> Day {
        match self.below(12) {
            0 => Day(FIRST + self.days(400)),
            1 => Day(LAST - self.days(400)),
            2 => Day(FIRST + self.days(LAST - FIRST)),
            _ => Day(18_900 + self.days(1_900)),
        }
    }

    /// What is left of them.
    pub fn rest(&mut self) -> &'a [u8] {
        let length = self.0.len();
        self.0.bytes(length).unwrap_or_default()
    }
}
