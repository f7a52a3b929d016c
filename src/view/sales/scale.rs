//! The scale of the bars: linear from zero. Where one bar would squeeze another out of
//! sight, the longest are broken, and drawn as broken.

/// A figure, and the room in CSS pixels that its words and its arrow take beside its bar.
pub(super) struct Item {
    /// The figure.
    pub value: f64,
    /// To the left of its bar.
    pub before: f64,
    /// To the right of it.
    pub behind: f64,
}

/// How long bars are, and where they start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    /// The x of zero.
    pub zero: f64,
    /// CSS pixels for one unit.
    unit: f64,
    /// The largest size that is drawn in full.
    limit: f64,
}

/// The length of the shortest bar, in CSS pixels, for which longer ones are broken.
const SEEN: f64 = 1.5;

/// How many times the next a bar is that is broken even where the shortest stays unseen.
const OUTLIER: f64 = 3.0;

/// How far a broken bar reaches, in lengths of the longest that is not.
const BROKEN: f64 = 1.18;

/// Where the sign of the break stands, likewise.
const BREAK: f64 = 1.08;

impl Scale {
    /// The scale of bars between `left` and `right`.
    pub fn new(items: &[Item], left: f64, right: f64) -> Self {
        let (mut before, mut behind, mut most, mut least, mut count) = (0.0_f64, 0.0_f64, 0.0_f64, f64::MAX, 0);
        for item in items {
            before = before.max(item.before);
            behind = behind.max(item.behind);
            let size = item.value.abs();
            if size > 0.0 {
                most = most.max(size);
                least = least.min(size);
                count += 1;
            }
        }
        let room = (right - left - before - behind).max(1.0);
        let whole = Self::with(items, most, room);
        let mut scale = whole;
        // The scale without what is far longer than the next.
        let mut without_outliers = whole;
        // Of more than half of the bars none can be broken: the others would lose their measure.
        while least * scale.unit < SEEN {
            let (mut next, mut broken) = (0.0_f64, 0);
            for item in items {
                let size = item.value.abs();
                if size < scale.limit {
                    next = next.max(size);
                } else {
                    broken += 1;
                }
            }
            if next <= 0.0 || broken * 2 > count {
                scale = without_outliers;
                break;
            }
            let is_outlier = scale.limit > next * OUTLIER;
            scale = Self::with(items, next, room);
            if is_outlier {
                without_outliers = scale;
            }
        }
        let mut longest: f64 = 0.0;
        for item in items {
            if item.value < 0.0 {
                longest = longest.max(scale.length(item.value));
            }
        }
        Self { zero: left + before + longest, ..scale }
    }

    fn with(items: &[Item], limit: f64, room: f64) -> Self {
        let mut sides = [0.0_f64; 2];
        for item in items {
            let size = item.value.abs();
            let drawn = if size > limit { limit * BROKEN } else { size };
            let farthest = &mut sides[usize::from(item.value < 0.0)];
            *farthest = farthest.max(drawn);
        }
        let units = sides[0] + sides[1];
        Self { zero: 0.0, unit: if units > 0.0 { room / units } else { 0.0 }, limit }
    }

    /// Whether the bar of a figure is broken.
    pub fn breaks(&self, value: f64) -> bool {
        value.abs() > self.limit
    }

    /// The length of a bar.
    pub fn length(&self, value: f64) -> f64 {
        if self.breaks(value) { self.limit * self.unit * BROKEN } else { value.abs() * self.unit }
    }

    /// How far from zero the sign of a break stands.
    pub fn length_to_break(&self) -> f64 {
        self.limit * self.unit * BREAK
    }
}

#[cfg(test)]
mod tests {
    use super::{Item, SEEN, Scale};

    fn scale(values: &[f64], right: f64) -> Scale {
        let items: Vec<Item> = values
            .iter()
            .map(|value| {
                let (before, behind) = if *value < 0.0 { (50.0, 0.0) } else { (0.0, 50.0) };
                Item { value: *value, before, behind }
            })
            .collect();
        Scale::new(&items, 0.0, right)
    }

    #[test]
    fn lengths_are_in_proportion() {
        let scale = scale(&[446.0, 276.0, 140.0, 8.0], 650.0);
        assert!((scale.length(446.0) - 600.0).abs() < 1e-9 && scale.zero.abs() < 1e-9);
        assert!((scale.length(8.0) - 600.0 * 8.0 / 446.0).abs() < 1e-9);
        assert!(!scale.breaks(446.0));
    }

    #[test]
    fn falls_lie_before_zero_with_room_for_their_words() {
        let scale = scale(&[30.0, -10.0], 500.0);
        assert!((scale.zero - 150.0).abs() < 1e-9);
        assert!((scale.length(30.0) - 300.0).abs() < 1e-9);
    }

    #[test]
    fn an_outlier_is_broken_so_that_the_short_are_seen() {
        let scale = scale(&[40_000.0, 12.0, 9.0, 3.0], 650.0);
        assert!(scale.breaks(40_000.0) && !scale.breaks(12.0));
        assert!(scale.length(3.0) >= SEEN);
        assert!(scale.length(40_000.0) > scale.length_to_break() && scale.length_to_break() > scale.length(12.0));
    }

    #[test]
    fn an_outlier_is_broken_where_the_shortest_is_not_seen_all_the_same() {
        let scale = scale(&[2_400.0, 120.0, 90.0, 80.0, 0.01], 250.0);
        assert!(scale.breaks(2_400.0) && !scale.breaks(120.0));
    }

    #[test]
    fn no_more_than_half_are_broken() {
        let scale = scale(&[5_000.0, 4_000.0, 3_000.0, 1.0], 650.0);
        assert!(!scale.breaks(5_000.0));
    }

    #[test]
    fn nothing_but_zeros_has_no_length() {
        let scale = scale(&[0.0, 0.0], 650.0);
        assert!(scale.length(0.0).abs() < 1e-9 && scale.zero.abs() < 1e-9);
    }
}
