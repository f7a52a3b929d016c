//! Growth: each count over time in a panel of its own on one time axis, what came in a
//! period as bars beneath, and the counts told only once as figures beside.

mod figures;
mod panel;
mod series;

use super::frame::{self, Foot};
use super::legend::Form;
use super::time_axis::TimeAxis;
use super::{Input, Rectangle};
use crate::dataset::period::Day;
use crate::dataset::tables::{Observation, Qualifier};
use crate::messages::Key;
use crate::scene::Scene;
use crate::scene::sketch::Sketch;
use crate::theme::Room;
use series::{Content, Series};

/// Draws the view.
pub(super) fn draw(input: &Input) -> Scene {
    let content = series::collect(input);
    let mut sketch = Sketch::new(input.theme, input.layout(), input.metrics);
    let Some(days) = content.days() else { return frame::nothing(sketch, input) };
    let layout = sketch.layout;
    let (title, subtitle) = (title(input, &content), subtitle(input, &content));
    let top = frame::header(&mut sketch, input, &title, &subtitle);

    let figures_beside = layout.room == Room::Wide && !content.figures.is_empty() && !content.series.is_empty();
    let figures_width = if figures_beside { 300.0 } else { 0.0 };
    let panels = Rectangle::new(layout.margin, top, layout.inner_width() - figures_width, 0.0);
    let mut bottom = draw_panels(&mut sketch, input, &content, panels, &days);
    if figures_beside {
        let x = panels.right() + layout.gap;
        let column = Rectangle::new(x, top, layout.width - layout.margin - x, 0.0);
        bottom = bottom.max(figures::column(&mut sketch, input, &content.figures, column));
    } else if !content.figures.is_empty() {
        let row = Rectangle::new(layout.margin, bottom, layout.inner_width(), 0.0);
        bottom = figures::below(&mut sketch, input, &content.figures, row);
    }
    let foot = Foot { title, subtitle, forms: &forms(&sketch, &content), conflicts: conflicts(&sketch) };
    frame::finish(sketch, input, bottom + layout.gap * 0.25, foot)
}

/// Panels side by side where each keeps room to be read, else one under the other.
fn draw_panels(
    sketch: &mut Sketch,
    input: &Input,
    content: &Content,
    bounds: Rectangle,
    days: &std::ops::Range<Day>,
) -> f64 {
    const LEAST: f64 = 300.0;
    let layout = sketch.layout;
    let count = content.series.len();
    if count == 0 {
        return bounds.y;
    }
    let fitting = ((bounds.width + layout.gap) / (LEAST + layout.gap)).floor().max(1.0) as usize;
    let columns = match layout.room {
        Room::Narrow => 1,
        _ => fitting.min(count),
    };
    let width = (bounds.width - layout.gap * (columns as f64 - 1.0)) / columns as f64;
    let gutter =
        content.series.iter().map(|series| panel::gutter(sketch, input, series)).fold(0.0, f64::max).min(width * 0.3);
    let mut top = bounds.y;
    for row in content.series.chunks(columns) {
        let mut bottom: f64 = top;
        for (column, series) in row.iter().enumerate() {
            let left = bounds.x + (width + layout.gap) * column as f64;
            let axis = TimeAxis { days: days.clone(), left: left + gutter, right: left + width };
            bottom = bottom.max(panel::draw(sketch, input, series, &axis, left, top));
        }
        top = bottom + layout.gap * 0.5;
    }
    top
}

fn title(input: &Input, content: &Content) -> String {
    let messages = input.messages;
    let figure = |row: &Observation| messages.hedged(row.value, row.qualifier);
    let ends = content.series.first().and_then(|series| Some((series, series.points.first()?, series.points.last()?)));
    if let Some((series, first, last)) = ends
        && let (Some(from), Some(to)) = (first.period.end(), last.period.end())
        && to > from
    {
        let values = [
            ("first", figure(first)),
            ("unit", series.metric.unit.clone()),
            ("last", figure(last)),
            ("duration", messages.duration(from, to)),
        ];
        return messages.fill(Key::GrowthTitle, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
    }
    let single = content.series.iter().flat_map(|series| &series.points).chain(&content.figures).next();
    single.map_or_else(String::new, |row| {
        let metric = input.dataset.metric(&row.metric);
        let figure = metric.map_or_else(String::new, |metric| messages.figure(row.value, row.qualifier, metric));
        messages.fill(Key::GrowthTitleOne, &[("figure", &figure), ("moment", &messages.moment(&row.period))])
    })
}

fn subtitle(input: &Input, content: &Content) -> String {
    let messages = input.messages;
    let ends = content.rows().filter_map(|row| row.period.end());
    let (first, last) = ends.fold((Day(i32::MAX), Day(i32::MIN)), |(first, last), day| (first.min(day), last.max(day)));
    let place = match input.dataset.place(&input.options.place) {
        Some(place) if place.id != "world" => messages.fill(Key::InPlace, &[("place", &place.name)]),
        _ => messages.text(Key::Worldwide).to_owned(),
    };
    let last_row =
        content.rows().filter(|row| row.period.end() == Some(last)).map(|row| messages.moment(&row.period)).next();
    let values = [
        ("brand", input.dataset.about.brand.clone()),
        ("place", place),
        ("from", messages.month_and_year(first)),
        ("to", last_row.unwrap_or_else(|| messages.month_and_year(last))),
    ];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let key = if first == last { Key::GrowthSubtitleOne } else { Key::GrowthSubtitle };
    messages.fill(key, &values)
}

/// The forms in use, in the order they are explained.
fn forms(sketch: &Sketch, content: &Content) -> Vec<Form> {
    let points = || content.series.iter().flat_map(|series| &series.points);
    let mut forms = Vec::new();
    let mut add = |form, used: bool| {
        if used {
            forms.push(form);
        }
    };
    add(Form::Stated, points().any(|row| row.qualifier == Qualifier::Exact));
    add(Form::LowerBound, points().any(|row| row.qualifier.is_lower_bound()));
    add(Form::UpperBound, points().any(|row| row.qualifier.is_upper_bound()));
    add(Form::Rounded, points().any(|row| matches!(row.qualifier, Qualifier::Nearly | Qualifier::About)));
    add(Form::Whisker, points().any(|row| row.period.from != row.period.to && row.period.from.is_some()));
    add(Form::Contradicted, !conflicts(sketch).is_empty());
    forms
}

/// The conflicts that at least one drawn figure stands in, in order of appearance.
fn conflicts(sketch: &Sketch) -> Vec<String> {
    let mut conflicts: Vec<String> = Vec::new();
    for id in sketch.marks().iter().flat_map(|mark| &mark.conflicts) {
        if !conflicts.contains(id) {
            conflicts.push(id.clone());
        }
    }
    conflicts
}

/// What a series is drawn over: its own rows.
impl Content<'_> {
    fn rows(&self) -> impl Iterator<Item = &Observation> {
        let series = self.series.iter().flat_map(|Series { points, bars, .. }| points.iter().chain(bars));
        series.chain(&self.figures).copied()
    }
}
