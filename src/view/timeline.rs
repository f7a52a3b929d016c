//! The strip of time in a picture: a line from the first dated day to the last, what is
//! chosen on it drawn bold, with a handle at each end that a reader can move.

use super::Input;
use super::time_axis::{Stretch, TimeAxis};
#[cfg(feature = "complete")]
use crate::dataset::columns::day_of;
use crate::dataset::period::Day;
use crate::dataset::tables::{MetricKind, ModelKind, Status};
#[cfg(feature = "complete")]
use crate::history;
use crate::history::History;
use crate::messages::Key;
use crate::options::ViewKind;
use crate::scene::sketch::Sketch;
use crate::scene::timeline::{Stop, TimelineKind};
use crate::scene::{Fill, Point, Rectangle, Shape, Stroke, Timeline};

/// Radius of a handle's ring, in CSS pixels.
pub(super) const HANDLE: f64 = 10.0;

/// How far the strip that a pointer can act on reaches from its line, up and down.
pub(super) const REACH: f64 = 23.0;

/// How many stops a stretch has at most.
const MOST_STOPS: usize = 121;

/// Where a handle stands.
#[derive(Clone)]
pub(super) struct Handle {
    /// The index of its stop, or of that beside it.
    pub stop: usize,
    /// Its x.
    pub x: f64,
    /// Its day in words.
    pub label: String,
}

/// Where a strip's parts stand.
pub(super) struct Strip {
    /// Its days, between the margins.
    pub axis: TimeAxis,
    /// The y of its line.
    pub y: f64,
    /// The y below it.
    pub bottom: f64,
}

impl Strip {
    /// Draws the thin line and the years of a strip, under a line of words; `above` is the room
    /// over the line.
    #[inline(never)]
    pub fn draw(sketch: &mut Sketch, words: &str, days: std::ops::Range<Day>, top: f64, above: f64) -> Self {
        let layout = sketch.layout;
        sketch.frame();
        let top =
            sketch.paragraph(words, layout.margin, top, layout.inner_width(), layout.small, sketch.theme.ink_soft);
        let (left, right) = (layout.margin + HANDLE + 2.0, layout.width - layout.margin - HANDLE - 2.0);
        let axis = TimeAxis::new(days, left, right);
        let y = (top + above).round();
        sketch.line(Point::new(left, y), Point::new(right, y), Stroke::solid(sketch.theme.axis, 1.0));
        sketch.occupied.take(Rectangle::new(left, y - 2.0, right - left, 4.0));
        let below = axis.years(sketch, y + HANDLE + 4.0, Some(y));
        Self { axis, y, bottom: below.max(y + REACH) }
    }

    /// Draws the chosen part of the line.
    pub fn choose(&self, sketch: &mut Sketch, from: f64, to: f64) {
        let stroke = Stroke::solid(sketch.theme.accent, 4.0);
        sketch.line(Point::new(from, self.y), Point::new(to, self.y), stroke);
    }

    /// Draws a handle: a ring round a point.
    #[inline(never)]
    pub fn handle(&self, sketch: &mut Sketch, x: f64) {
        let center = Point::new(x, self.y);
        let (accent, background) = (sketch.theme.accent, sketch.theme.background);
        let ring = Shape::Circle { center, radius: HANDLE };
        sketch.shape(ring, Some(Fill::Solid(background)), Some(Stroke::solid(accent, 2.0)));
        sketch.disc(center, HANDLE * 0.5, accent);
        sketch.occupied.take(Rectangle::around(center, HANDLE + 1.0));
    }

    /// Hands the strip to who moves its handles.
    pub fn offer(
        &self,
        sketch: &mut Sketch,
        input: &Input,
        kind: TimelineKind,
        stops: Vec<Stop>,
        (from, to): (Handle, Handle),
    ) {
        let layout = sketch.layout;
        let top = self.y - REACH;
        let bounds = Rectangle::new(layout.margin, top, layout.inner_width(), self.bottom - top);
        let key = match kind {
            TimelineKind::Moment => Key::TimelineMoment,
            TimelineKind::Stretch => Key::TimelineStretch,
        };
        let label = input.messages.text(key).to_owned();
        sketch.timeline = Some(Timeline {
            kind,
            bounds,
            label,
            stops,
            first: from.stop,
            last: to.stop,
            first_x: from.x,
            last_x: to.x,
            first_label: from.label,
            last_label: to.label,
        });
    }
}

/// Draws the strip on which a reader narrows the days that are shown, if there are controls;
/// gives the y below it. It shows all that is dated, whatever stretch is chosen.
pub(super) fn stretch(sketch: &mut Sketch, input: &Input, top: f64) -> f64 {
    let options = input.options;
    let starts = if options.controls && options.view != ViewKind::Markets { starts(dated(input)) } else { Vec::new() };
    // Whole months, where the strip has finer stops too.
    #[cfg(feature = "complete")]
    let (months, starts) = (starts.clone(), with_days(input, starts));
    #[cfg(not(feature = "complete"))]
    let months = &starts;
    let [first_day, .., end_day] = &starts[..] else { return top };
    let from = options.from.unwrap_or(*first_day).clamp(*first_day, Day(end_day.0 - 1));
    let to = options.to.map_or(*end_day, |to| Day(to.0.saturating_add(1))).clamp(Day(from.0 + 1), *end_day);
    // A whole month by its name, any other day by its date.
    let word = |day: Day, next: Day| {
        if months.contains(&next) { input.messages.month_and_year(day) } else { input.messages.date_short(day) }
    };
    // In words it is what was asked for, however far from what there is.
    let start = options.from.unwrap_or(from);
    let end = options.to.unwrap_or(Day(end_day.0 - 1));
    let (start, end) = (word(start, start), word(end, Day(end.0.saturating_add(1))));
    let words = input.messages.fill(Key::TimelineShown, &[&start, &end]);
    let strip = Strip::draw(sketch, &words, *first_day..*end_day, top, REACH);
    let (left, right) = (strip.axis.x(from), strip.axis.x(to));
    strip.choose(sketch, left, right);
    strip.handle(sketch, left);
    strip.handle(sketch, right);
    if cfg!(feature = "complete") {
        let mut stops = Vec::new();
        let (mut first, mut last) = (0, starts.len() - 1);
        for (index, day) in starts.iter().enumerate() {
            let end = Day(day.0 - 1);
            if *day <= from {
                first = index;
            }
            if *day >= to && last == starts.len() - 1 {
                last = index;
            }
            stops.push(Stop {
                x: strip.axis.x(*day),
                day: day.iso(),
                end: end.iso(),
                label: word(*day, *day),
                end_label: word(end, *day),
            });
        }
        first = first.min(starts.len() - 2);
        last = last.max(first + 1);
        let from = Handle { stop: first, x: left, label: start };
        let to = Handle { stop: last, x: right, label: end };
        strip.offer(sketch, input, TimelineKind::Stretch, stops, (from, to));
    }
    strip.bottom + sketch.layout.gap * 0.25
}

/// The stops, with each day of the stretch that is shown where that is short and figures are told
/// for days: so very many are told apart by narrowing twice.
#[cfg(feature = "complete")]
fn with_days(input: &Input, mut starts: Vec<Day>) -> Vec<Day> {
    const MOST: i32 = 123;
    let options = input.options;
    let (Some(first), Some(end)) = (starts.first().copied(), starts.last().copied()) else { return starts };
    let from = options.from.unwrap_or(first).clamp(first, end);
    let to = options.to.map_or(end, |to| Day(to.0.saturating_add(1))).clamp(from, end);
    if options.view == ViewKind::Growth && !input.dataset.columns.is_empty() && to.0 - from.0 <= MOST {
        starts.extend((from.0..=to.0).map(Day));
        starts.sort_unstable();
        starts.dedup();
    }
    starts
}

/// All days that a fact of the view begins or ends at: in the line-up what is told of its
/// models, in the others figures.
fn dated(input: &Input) -> Stretch {
    let history = History::of_all_times(input.dataset, input.options);
    let mut dated = Stretch::EMPTY;
    for row in &history.observations {
        let wanted = match input.options.view {
            ViewKind::Lineup => row.metric == "models",
            ViewKind::Sales => {
                let kind = input.dataset.metric(&row.metric).map(|metric| metric.kind);
                matches!(kind, Some(MetricKind::Rate | MetricKind::Rank))
            }
            _ => true,
        };
        if wanted {
            dated.take(row.period.start());
            dated.take(row.period.end());
        }
    }
    #[cfg(feature = "complete")]
    if input.options.view == ViewKind::Growth {
        for series in history::columns::series(input.dataset, input.options).iter() {
            dated.take(Some(day_of(series.time(0))));
            dated.take(Some(day_of(series.time(series.len() - 1))));
        }
    }
    // Growth is narrowed by its figures; where it has none, by what happened.
    let by_events = input.options.view == ViewKind::Growth && dated.is_empty();
    if by_events || input.options.view == ViewKind::Lineup {
        for row in &history.events {
            let wanted = by_events || is_of_the_line_up(input, row.model.as_deref());
            if row.status == Status::Reported && wanted {
                dated.take(row.period.start());
                dated.take(row.period.end());
            }
        }
    }
    dated
}

/// Whether a car is a model of the line-up, or made from one: older cars are no part of it.
fn is_of_the_line_up(input: &Input, model: Option<&str>) -> bool {
    let mut model = model.and_then(|id| input.dataset.model(id));
    for _ in 0..input.dataset.models.len() {
        let Some(known) = model else { return false };
        if known.kind == ModelKind::Model {
            return true;
        }
        model = known.base.as_deref().and_then(|id| input.dataset.model(id));
    }
    false
}

/// The starts of months, or of half-years, years or decades where those would be too many, from
/// the one that holds the first day to the first after the last; none for no days.
#[inline(never)]
fn starts(dated: Stretch) -> Vec<Day> {
    let mut starts = Vec::new();
    if dated.is_empty() {
        return starts;
    }
    let month = |day: Day| day.civil().0 * 12 + i32::from(day.civil().1) - 1;
    for step in [1, 6, 12, 120] {
        starts.clear();
        let mut next = month(dated.first).div_euclid(step) * step;
        while let Some(day) = Day::from_civil(next.div_euclid(12).max(1), next.rem_euclid(12) as u8 + 1, 1) {
            starts.push(day);
            if day > dated.last || starts.len() > MOST_STOPS && step < 120 {
                break;
            }
            next += step;
        }
        if starts.len() <= MOST_STOPS {
            break;
        }
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::{Stretch, starts};
    use crate::dataset::period::Day;

    fn of(first: &str, last: &str) -> Vec<String> {
        let days = Stretch { first: Day::parse(first).unwrap_or(Day(0)), last: Day::parse(last).unwrap_or(Day(0)) };
        starts(days).into_iter().map(Day::iso).collect()
    }

    #[test]
    fn stops_are_months_and_coarser_where_those_are_too_many() {
        assert_eq!(of("2024-11-19", "2025-01-01"), ["2024-11-01", "2024-12-01", "2025-01-01", "2025-02-01"]);
        assert_eq!(of("2016-05-01", "2026-04-30").len(), 121);
        assert_eq!(of("2016-05-01", "2026-05-01")[..2], ["2016-01-01", "2016-07-01"]);
        assert_eq!(of("1930-05-01", "2026-05-01")[..2], ["1930-01-01", "1931-01-01"]);
        assert_eq!(of("1001-05-01", "2026-05-01")[..2], ["1000-01-01", "1010-01-01"]);
        assert_eq!(of("9999-12-01", "9999-12-31"), ["9999-12-01"]);
        assert!(starts(Stretch::EMPTY).is_empty());
    }
}
