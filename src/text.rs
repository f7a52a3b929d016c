//! Measuring and breaking text. Widths are an input of every view: a browser answers with
//! `measureText`, everything else with the [`AdvanceTable`].

mod advances;

/// How bold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weight {
    /// 400.
    Regular,
    /// 700.
    Bold,
}

impl Weight {
    /// The number CSS uses.
    #[must_use]
    pub fn css(self) -> &'static str {
        match self {
            Self::Regular => "400",
            Self::Bold => "700",
        }
    }
}

/// Size in CSS pixels, and weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextStyle {
    /// Size in CSS pixels.
    pub size: f64,
    /// How bold.
    pub weight: Weight,
}

impl TextStyle {
    /// From one baseline to the next.
    #[must_use]
    pub fn line_height(self) -> f64 {
        (self.size * 1.32).round()
    }

    /// How far capitals and digits rise above the baseline.
    #[must_use]
    pub fn rise(self) -> f64 {
        self.size * 0.73
    }
}

/// Answers how wide a text will be.
pub trait TextMetrics {
    /// The advance width in CSS pixels.
    fn width(&self, text: &str, style: TextStyle) -> f64;
}

/// Widths for where no browser measures: those of Inter, regular and bold, without kerning,
/// and 3 % more, which covers the system fonts of the common platforms. `DejaVu Sans` and
/// Verdana run wider than this allows.
#[derive(Clone, Copy, Debug, Default)]
pub struct AdvanceTable;

/// What [`AdvanceTable`] adds for fonts that run wider.
pub const MARGIN: f64 = 1.03;

impl TextMetrics for AdvanceTable {
    fn width(&self, text: &str, style: TextStyle) -> f64 {
        let table = match style.weight {
            Weight::Regular => &advances::REGULAR,
            Weight::Bold => &advances::BOLD,
        };
        let mut thousandths = 0;
        for character in text.chars() {
            thousandths += u32::from(advance(character, table));
        }
        f64::from(thousandths) / 1000.0 * style.size * MARGIN
    }
}

fn advance(character: char, table: &[u16; advances::COUNT]) -> u16 {
    let code = character as u32;
    if let Some(index) = advances::index(code) {
        return table[index];
    }
    match code {
        // Marks that stand over the letter before them, and marks of direction.
        0x300..=0x36f | 0x200b..=0x200f | 0x202a..=0x202e | 0x2066..=0x2069 | 0xfe00..=0xfe0f => 0,
        // Scripts written in squares, full-width forms, pictographs.
        0x1100..=0x11ff | 0x2e80..=0xd7af | 0xf900..=0xfaff | 0xfe30..=0xfe6f | 0xff00..=0xff60 | 0x1f000.. => 1000,
        _ => 640,
    }
}

/// Texts as one: `concat` by way of less code.
#[must_use]
#[inline(never)]
pub fn joined(texts: &[&str]) -> String {
    let mut joined = String::new();
    for text in texts {
        joined.push_str(text);
    }
    joined
}

/// The text without the sign at its end, however often that is there.
#[must_use]
#[inline(never)]
pub fn without_end<'a>(mut text: &'a str, sign: &str) -> &'a str {
    while let Some(rest) = text.strip_suffix(sign).filter(|_| !sign.is_empty()) {
        text = rest;
    }
    text
}

/// Adds an item to a list in words; an empty one leaves no trace.
#[inline(never)]
pub fn add(list: &mut String, separator: &str, item: &str) {
    if !list.is_empty() && !item.is_empty() {
        list.push_str(separator);
    }
    list.push_str(item);
}

/// Breaks text into lines no wider than `most`: at spaces, between characters of scripts
/// without spaces, and inside a word only where the word alone is too wide.
#[must_use]
#[inline(never)]
pub fn wrap(text: &str, style: TextStyle, most: f64, metrics: &dyn TextMetrics) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in &pieces(text) {
        let kept = line.len();
        line.push_str(piece);
        if metrics.width(line.trim_end(), style) <= most {
            continue;
        }
        line.truncate(kept);
        end_line(&mut lines, &mut line);
        for character in piece.chars() {
            let kept = line.len();
            line.push(character);
            if kept > 0 && metrics.width(line.trim_end(), style) > most {
                line.truncate(kept);
                lines.push(std::mem::take(&mut line));
                line.push(character);
            }
        }
    }
    end_line(&mut lines, &mut line);
    lines
}

/// Moves the line, if it holds anything, to the others, without the spaces at its end.
fn end_line(lines: &mut Vec<String>, line: &mut String) {
    line.truncate(line.trim_end().len());
    if !line.is_empty() {
        lines.push(std::mem::take(line));
    }
}

/// Like [`wrap`], with lines of even length: no word stands alone on the last one.
#[must_use]
#[inline(never)]
pub fn balance(text: &str, style: TextStyle, most: f64, metrics: &dyn TextMetrics) -> Vec<String> {
    let mut best = wrap(text, style, most, metrics);
    if best.len() < 2 {
        return best;
    }
    let mut widest = most / 2.0;
    for piece in &pieces(text) {
        widest = widest.max(metrics.width(piece.trim_end(), style));
    }
    let (mut low, mut high) = (widest.min(most), most);
    // Five halvings come within a few pixels.
    for _ in 0..5 {
        let middle = f64::midpoint(low, high);
        let lines = wrap(text, style, middle, metrics);
        if lines.len() > best.len() {
            low = middle;
        } else {
            high = middle;
            best = lines;
        }
    }
    best
}

/// The text in pieces that stay whole: a word with its spaces, or one character of a
/// script without spaces, with the signs and the figure that belong to it; a day of a month.
#[inline(never)]
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let (mut before, mut clause) = ('\0', 3);
    for (at, character) in text.char_indices() {
        // A clause does not leave its first character or two behind.
        let begins = clause > 0 && clause < 3 && is_square(before);
        if at > start && !begins && may_break(before, character) {
            pieces.push(text.get(start..at).unwrap_or_default());
            start = at;
        }
        clause = if matches!(character, '，' | '。' | '；' | '：') { 0 } else { clause + 1 };
        before = character;
    }
    if start < text.len() {
        pieces.push(text.get(start..).unwrap_or_default());
    }
    pieces
}

/// Whether a character is of a script without spaces, or a sign of its width.
fn is_square(character: char) -> bool {
    matches!(character as u32, 0x2e80..=0x9fff | 0xf900..=0xfaff | 0xff00..=0xff60)
}

/// Whether a line may end between two characters: after a space; and beside a character of a
/// script without spaces, but for signs that no line begins or ends with, figures before
/// what they count, a month before its day, and a half (上半年, 两年半).
fn may_break(before: char, after: char) -> bool {
    let is_one_of = |signs: &str, character| signs.chars().any(|sign| sign == character);
    if after.is_whitespace() {
        return false;
    }
    if before.is_whitespace() {
        // A no-break space is none.
        return before != '\u{a0}';
    }
    let is_figure = before.is_ascii_digit() && is_square(after);
    let is_day = before == '月' && after.is_ascii_digit();
    (is_square(before) || is_square(after))
        && !is_figure
        && !is_day
        && !is_one_of("（“‘《「『【〈([半", before)
        && !is_one_of("、。，．：；？！）”’》」』】〉…·％%)],.:;?!/-半", after)
}

/// Breaks a text into at most so many lines; what does not fit is cut on the last one.
#[inline(never)]
#[must_use]
pub fn wrap_within(text: &str, style: TextStyle, most: f64, count: usize, metrics: &dyn TextMetrics) -> Vec<String> {
    let mut lines = balance(text, style, most, metrics);
    if lines.len() > count {
        lines = wrap(text, style, most, metrics);
        lines.truncate(count);
        if lines.pop().is_some() {
            // Lines have lost but spaces: what is not on those before is the rest.
            let is_written = |character: &char| !character.is_whitespace();
            let mut skip: usize = lines.iter().map(|line| line.chars().filter(is_written).count()).sum();
            let rest = text.trim_start_matches(|character: char| {
                let written = skip > 0 || character.is_whitespace();
                skip = skip.saturating_sub(usize::from(is_written(&character)));
                written
            });
            lines.push(shorten(rest, style, most, metrics));
        }
    }
    lines
}

/// The text, or as much of its beginning as fits with an ellipsis after it.
#[must_use]
#[inline(never)]
pub fn shorten(text: &str, style: TextStyle, most: f64, metrics: &dyn TextMetrics) -> String {
    if metrics.width(text, style) <= most {
        return text.to_owned();
    }
    // The more characters, the wider: the most that fit lie between these two numbers.
    let (mut fits, mut over) = (0, text.chars().count());
    let mut shortened = "…".to_owned();
    while over - fits > 1 {
        let middle = usize::midpoint(fits, over);
        let end = text.char_indices().nth(middle).map_or(text.len(), |(at, _)| at);
        let candidate = joined(&[text.get(..end).unwrap_or_default().trim_end(), "…"]);
        if metrics.width(&candidate, style) <= most {
            fits = middle;
            shortened = candidate;
        } else {
            over = middle;
        }
    }
    shortened
}

#[cfg(test)]
mod tests {
    use super::{AdvanceTable, TextMetrics, TextStyle, Weight, balance, shorten, wrap, wrap_within};

    const STYLE: TextStyle = TextStyle { size: 12.0, weight: Weight::Regular };

    #[test]
    fn lines_hold_every_word_and_fit() {
        let text = "Some words, a verylongwordwithoutanybreaksatallinit, and 四个汉字在这里 at the end";
        for most in [30.0, 60.0, 120.0, 1_000.0] {
            let lines = wrap(text, STYLE, most, &AdvanceTable);
            let joined: String = lines.concat().chars().filter(|character| *character != ' ').collect();
            assert_eq!(joined, text.replace(' ', ""));
            assert!(lines.iter().all(|line| AdvanceTable.width(line, STYLE) <= most), "{most}: {lines:?}");
        }
        assert_eq!(wrap("", STYLE, 100.0, &AdvanceTable), Vec::<String>::new());
    }

    #[test]
    fn balanced_lines_are_as_many_and_none_is_short() {
        let text = "From over five hundred and eighty stores to more than seven hundred outlets in a year";
        for most in [120.0, 200.0, 300.0, 450.0] {
            let (wrapped, balanced) =
                (wrap(text, STYLE, most, &AdvanceTable), balance(text, STYLE, most, &AdvanceTable));
            assert_eq!(wrapped.len(), balanced.len());
            assert_eq!(wrapped.join(" "), balanced.join(" "));
            let widest =
                |lines: &[String]| lines.iter().map(|line| AdvanceTable.width(line, STYLE)).fold(0.0, f64::max);
            assert!(widest(&balanced) <= widest(&wrapped));
        }
    }

    #[test]
    fn chinese_lines_break_where_print_would() {
        let text = "来源：smart新闻中心（2024年1月19日；2026年7月3日）、付费推广文章，2026年上半年。3年内，从22个市场到41个市场；“照原文”：增长8%！";
        for most in 70..400 {
            for line in wrap(text, STYLE, f64::from(most), &AdvanceTable).iter().skip(1) {
                assert!(!line.starts_with(['：', '；', '）', '、', '。', '，', '”', '！', '%']), "{most}: {line}");
                assert!(!line.starts_with(['年', '月', '个', '半']), "{most}: a figure is cut from its noun: {line}");
            }
            for line in wrap(text, STYLE, f64::from(most), &AdvanceTable) {
                assert!(!line.ends_with(['（', '“']), "{most}: {line}");
            }
        }
        let most = AdvanceTable.width("至2026年7月3", STYLE);
        assert_eq!(wrap("至2026年7月3日", STYLE, most, &AdvanceTable), ["至2026年", "7月3日"]);
        // A clause that begins at the end of a line begins with three characters, or on the next.
        let title = "全球销量增长8%；四个市场增长超过一倍";
        let most = AdvanceTable.width("全球销量增长8%；四个", STYLE);
        assert_eq!(wrap(title, STYLE, most, &AdvanceTable), ["全球销量增长8%；", "四个市场增长超过一倍"]);
        // Between a Chinese character and a word is room for a break, as between two characters.
        let most = AdvanceTable.width("车型登陆Finland", STYLE) - 1.0;
        assert_eq!(wrap("车型登陆Finland和", STYLE, most, &AdvanceTable), ["车型登陆", "Finland和"]);
    }

    #[test]
    fn the_rest_that_is_cut_has_no_more_spaces_than_the_text() {
        let text = "车型由三款变为五款，其中二号车预计稍后推出，另有Finland，还有Switzerland。";
        for most in 60..200 {
            let lines = wrap_within(text, STYLE, f64::from(most), 2, &AdvanceTable);
            assert!(text.starts_with(lines.concat().trim_end_matches('…')), "{most}: {lines:?}");
        }
    }

    #[test]
    fn a_shortened_text_fits_and_says_so() {
        let short = shorten("A rather long label", STYLE, 60.0, &AdvanceTable);
        assert!(short.ends_with('…') && AdvanceTable.width(&short, STYLE) <= 60.0, "{short}");
        assert_eq!(shorten("Short", STYLE, 60.0, &AdvanceTable), "Short");
        assert_eq!(shorten("Nothing of it fits", STYLE, 3.0, &AdvanceTable), "…");
        // As much of it as if one character after the other were dropped.
        let text = "Wörter von 四个汉字 and  more";
        for most in 0..200 {
            let most = f64::from(most);
            let kept = (1..text.chars().count())
                .map(|kept| text.chars().take(kept).collect::<String>().trim_end().to_owned() + "…")
                .rfind(|shortened| AdvanceTable.width(shortened, STYLE) <= most);
            let whole = AdvanceTable.width(text, STYLE) <= most;
            let expected = if whole { text.to_owned() } else { kept.unwrap_or_else(|| "…".to_owned()) };
            assert_eq!(shorten(text, STYLE, most, &AdvanceTable), expected);
        }
    }

    /// Counts how often it is asked.
    struct Counting(std::cell::Cell<u32>);

    impl TextMetrics for Counting {
        fn width(&self, text: &str, style: TextStyle) -> f64 {
            self.0.set(self.0.get() + 1);
            AdvanceTable.width(text, style)
        }
    }

    #[test]
    fn a_text_of_any_length_is_shortened_in_few_steps() {
        let counting = Counting(std::cell::Cell::new(0));
        let short = shorten(&"W".repeat(4_000), STYLE, 60.0, &counting);
        assert!(short.chars().count() < 10 && counting.0.get() < 20, "{short}: {} steps", counting.0.get());
    }
}
