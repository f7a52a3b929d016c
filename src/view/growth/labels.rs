//! The values that stand at the points of a panel: which are written, and where.

use super::Input;
use crate::dataset::tables::Observation;
use crate::messages::Key;
use crate::scene::sketch::Sketch;
use crate::scene::{Anchor, Point, Rectangle, Text};
use crate::text::shorten;
use crate::theme::Color;
use crate::view::dots::{self, Direction};

/// Of so many points of a panel, a value is tried at each; of more, at as many that lie among them
/// evenly. A panel that is 800 pixels wide has room for a tenth.
const MOST_TRIED: usize = 1_000;

/// A figure's point in the picture.
pub(super) struct Located<'a> {
    pub at: Point,
    pub row: &'a Observation,
    pub mark: usize,
}

/// Where labels of points may stand.
pub(super) fn label_limits(area: Rectangle) -> Rectangle {
    Rectangle::new(area.x, area.y - 14.0, area.width, area.height + 12.0)
}

/// Values at the points, with the source's noun where nouns differ and this one is not the
/// panel's heading. The last comes first, then the first: where there is no room for all, they
/// keep theirs.
pub(super) fn labels(sketch: &mut Sketch, input: &Input, points: &[Located], heading: &str, area: Rectangle) {
    let [first, rest @ ..] = points else { return };
    let differ = if rest.iter().any(|located| located.row.term != first.row.term) { Some(heading) } else { None };
    let limits = label_limits(area);
    let [between @ .., last] = rest else { return label(sketch, input, first, differ, &limits) };
    label(sketch, input, last, differ, &limits);
    label(sketch, input, first, differ, &limits);
    // What has no room is tried in vain, at all places round a point.
    let step = if cfg!(feature = "complete") { 1 + between.len() / MOST_TRIED } else { 1 };
    for located in between.iter().step_by(step) {
        label(sketch, input, located, differ, &limits);
    }
}

#[inline(never)]
pub(super) fn label(sketch: &mut Sketch, input: &Input, located: &Located, heading: Option<&str>, limits: &Rectangle) {
    let (layout, theme) = (sketch.layout, sketch.theme);
    let Located { at, row, mark } = *located;
    sketch.resume(mark);
    let value = sketch.lay(&input.hedged(row), at, Anchor::Start, layout.value);
    if heading.is_some_and(|heading| !row.term.eq_ignore_ascii_case(heading)) {
        let quoted = input.messages.with(Key::Quoted, &row.term);
        let quoted = shorten(&quoted, layout.small, (limits.width * 0.6).max(60.0), sketch.metrics());
        let term = sketch.lay(&quoted, at, Anchor::Start, layout.small);
        let between = value.style.rise() + 5.0;
        let width = value.width.max(term.width);
        let height = value.style.rise() + term.style.rise() + 5.0 + term.style.size * 0.22;
        if let Some(bounds) = free_box(sketch, at, dots::direction(row.qualifier), width, height, limits) {
            put(sketch, value, at, bounds, 0.0, theme.ink);
            put(sketch, term, at, bounds, between, theme.ink_soft);
            return;
        }
    }
    if let Some(bounds) =
        free_box(sketch, at, dots::direction(row.qualifier), value.width, value.bounds().height, limits)
    {
        put(sketch, value, at, bounds, 0.0, theme.ink);
    }
}

/// Draws a line of a label `down` from the top of its box: lines under each other are set to
/// the point they belong to.
fn put(sketch: &mut Sketch, mut line: Text, at: Point, bounds: Rectangle, down: f64, color: Color) {
    let share = ((at.x - bounds.x) / bounds.width.max(1.0)).clamp(0.0, 1.0);
    line.at = Point::new(bounds.x + (bounds.width - line.width) * share, bounds.y + down + line.style.rise());
    sketch.clear(line.bounds());
    sketch.enclose(line.bounds());
    sketch.put(line, color);
}

/// Takes the best free box for a label: above, below, to the sides, and askew.
fn free_box(
    sketch: &mut Sketch,
    at: Point,
    direction: Option<Direction>,
    width: f64,
    height: f64,
    limits: &Rectangle,
) -> Option<Rectangle> {
    let radius = sketch.layout.radius;
    let gap = radius + 4.0;
    let reach = |wanted| if direction == Some(wanted) { dots::arrow_length(radius) + 4.0 } else { gap };
    let mut candidates = Vec::new();
    for extra in [0.0, 6.0, 14.0, 24.0] {
        let above = at.y - reach(Direction::Up) - height - extra;
        let below = at.y + reach(Direction::Down) + 1.0 + extra;
        let rows = if direction == Some(Direction::Up) { [below, above] } else { [above, below] };
        for y in rows {
            for share in &[0.5, 0.7, 0.3, 0.85, 0.15, 1.0, 0.0] {
                candidates.push(Point::new(at.x - width * share, y));
            }
        }
    }
    for x in [at.x + gap + 2.0, at.x - gap - 2.0 - width] {
        candidates.push(Point::new(x, at.y - height / 2.0));
    }
    for corner in &candidates {
        let bounds = Rectangle::new(corner.x, corner.y, width, height);
        if sketch.occupied.try_take(&bounds, limits) {
            return Some(bounds);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::dataset::period::{Day, Precision};
    use crate::dataset::tables::{Observation, Qualifier};
    use crate::embedded;
    use crate::messages::Messages;
    use crate::options::ViewOptions;
    use crate::scene::Shape;
    use crate::scene::labels::LOOKED_AT;
    use crate::text::AdvanceTable;
    use crate::theme::Theme;
    use crate::view::{Input, draw};

    /// How many boxes are looked at for the labels of so many figures, a day each, and how many
    /// values are written.
    fn labels(count: usize, value: fn(usize) -> f64) -> (usize, usize) {
        let mut dataset = embedded::dataset();
        let mut row = dataset.observations.remove(0);
        (row.metric, row.place, row.qualifier) = ("outlets".to_owned(), "world".to_owned(), Qualifier::Exact);
        (row.model, row.partner, row.restates, row.period.precision) = (None, None, None, Precision::Day);
        dataset.observations.clear();
        dataset.events.clear();
        for (index, day) in (0..count).zip(0..) {
            let day = Some(Day(day));
            (row.period.from, row.period.to) = (day, day);
            // What was written is found again by its digits.
            let value = value(index * 40_000 / count).round() + 0.25;
            dataset.observations.push(Observation { id: index.to_string(), value, ..row.clone() });
        }
        let (options, theme, messages) = (ViewOptions::default(), Theme::light(), Messages::english());
        let dataset = dataset.indexed();
        LOOKED_AT.set(0);
        let scene = draw(&Input {
            dataset: &dataset,
            options: &options,
            width: 800.0,
            theme: &theme,
            messages: &messages,
            metrics: &AdvanceTable,
        });
        let is_value = |shape: &Shape| matches!(shape, Shape::Text(text) if text.content.ends_with(".25"));
        let written = scene.primitives.iter().filter(|primitive| is_value(&primitive.shape)).count();
        (LOOKED_AT.get(), written)
    }

    #[test]
    fn labels_of_many_figures_cost_what_their_number_suggests() {
        let curve = |at: usize| 5_000.0 + (at as f64 / 5_000.0).sin() * 3_000.0;
        let noise = |at: usize| (at * 7_919 % 9_973) as f64;
        for value in [curve, noise] {
            let (few, many) = (labels(2_000, value), labels(8_000, value));
            assert!(many.0 < few.0 * 6, "{few:?} boxes and labels for 2,000 figures, {many:?} for 8,000");
            assert!(few.1 > 5 && many.1 > 5, "{few:?}, {many:?}");
        }
    }
}
