//! Growth: each count over time in a panel of its own on one time axis, what came in a
//! period as bars beneath, what happened by kind in a strip under the panels, and the counts
//! told only once as figures beside.

#[cfg(feature = "complete")]
mod dense;
mod event_lane;
mod events;
mod figures;
mod labels;
mod panel;
mod series;

use super::frame::{self, Foot};
use super::legend::{self, Form};
use super::time_axis::{Stretch, TimeAxis};
use super::{Input, Once, Rectangle, dots, timeline};
use crate::dataset::tables::{MetricKind, Observation, Qualifier, Status};
use crate::decimal;
use crate::history::History;
use crate::messages::Key;
use crate::scene::Scene;
use crate::scene::sketch::Sketch;
use crate::theme::Room;
use events::Events;
use series::Content;

/// Draws the view.
pub(super) fn draw(input: &Input, history: &History) -> Scene {
    let content = series::collect(input, history);
    #[cfg(feature = "complete")]
    let told = dense::Told::new(input);
    #[cfg(feature = "complete")]
    let content = told.join(input, content);
    let mut events = events::collect(input, history);
    let mut sketch = Sketch::new(input.theme, input.layout(), input.metrics);
    let mut stretch = content.stretch();
    events.choose(input, &mut stretch);
    if content.is_empty() && events.is_empty() {
        return frame::nothing(sketch, input);
    }
    let axis = TimeAxis::new(series::days(stretch), 0.0, 0.0);
    #[cfg(feature = "complete")]
    let axis = TimeAxis { exact: dense::days(&content, stretch), ..axis };
    let layout = sketch.layout;
    let (title, subtitle) = (title(input, &content, &events), subtitle(input, &content, &events));
    let top = frame::header(&mut sketch, input, &title, &subtitle);

    let figures_beside = layout.room == Room::Wide && !content.figures.is_empty() && !content.series.is_empty();
    let figures_width = if figures_beside { 350.0 } else { 0.0 };
    let panels = Rectangle::new(layout.margin, top, layout.inner_width() - figures_width, 0.0);
    let (mut bottom, gutter) = draw_panels(&mut sketch, input, &content, panels, &axis, &events);
    if figures_beside {
        let x = panels.right() + layout.gap;
        let column = Rectangle::new(x, top, layout.width - layout.margin - x, 0.0);
        bottom = bottom.max(figures::column(&mut sketch, input, &content.figures, column));
    }
    if !events.is_empty() {
        let axis = TimeAxis { left: layout.margin + gutter, right: layout.width - layout.margin, ..axis };
        bottom = events.draw(&mut sketch, input, &axis, layout.margin, bottom);
        bottom += layout.gap * 0.4;
    }
    if !figures_beside && !content.figures.is_empty() {
        let row = Rectangle::new(layout.margin, bottom, layout.inner_width(), 0.0);
        bottom = figures::below(&mut sketch, input, &content.figures, row);
    }
    bottom = timeline::stretch(&mut sketch, input, bottom);
    let forms = forms(&content, &sketch);
    let foot = Foot { title, subtitle, forms: &forms, conflicts: input.conflicts_shown(&sketch, "") };
    frame::finish(sketch, input, bottom + layout.gap * 0.25, foot)
}

/// Panels side by side where each keeps room to be read, else one under the other; gives the
/// y below them, and where the days of the strip under them begin: those of a column of
/// panels stand under theirs.
fn draw_panels(
    sketch: &mut Sketch,
    input: &Input,
    content: &Content,
    bounds: Rectangle,
    axis: &TimeAxis,
    events: &Events,
) -> (f64, f64) {
    const LEAST: f64 = 350.0;
    let layout = sketch.layout;
    let count = content.series.len();
    let lanes = events.gutter(sketch, input.messages).min(bounds.width * 0.3);
    if count == 0 {
        return (bounds.y, lanes);
    }
    let fitting = ((bounds.width + layout.gap) / (LEAST + layout.gap)).floor().max(1.0) as usize;
    let columns = match layout.room {
        Room::Narrow => 1,
        _ => fitting.min(count),
    };
    let width = (bounds.width - layout.gap * (columns as f64 - 1.0)) / columns as f64;
    let mut gutter: f64 = 0.0;
    for series in &content.series {
        gutter = gutter.max(panel::gutter(sketch, input, series));
    }
    let mut gutter = gutter.min(width * 0.3);
    if columns == 1 {
        gutter = gutter.max(lanes);
    }
    let mut top = bounds.y;
    for row in content.series.chunks(columns) {
        let mut bottom: f64 = top;
        for (column, series) in row.iter().enumerate() {
            let left = bounds.x + (width + layout.gap) * column as f64;
            let axis = TimeAxis { left: left + gutter, right: left + width, ..axis.clone() };
            bottom = bottom.max(panel::draw(sketch, input, series, &axis, left, top));
        }
        top = bottom + layout.gap * 0.5;
    }
    (top, if columns == 1 { gutter } else { lanes })
}

/// From the first figure to the last, where both count the same; else the latest alone.
fn title(input: &Input, content: &Content, events: &Events) -> String {
    let messages = input.messages;
    #[cfg(feature = "complete")]
    if let Some(title) = dense::title(input, content) {
        return title;
    }
    if let Some(series) = content.series.first()
        && let [first, .., last] = &series.points[..]
        && let (Some(from), Some(to)) = (first.period.end(), last.period.end())
        && to > from
        && first.term == last.term
    {
        let (first, last) = (input.hedged(first), input.hedged(last));
        return messages
            .fill(Key::GrowthTitle, &[&first, &series.metric.unit_other, &last, &messages.duration(from, to)]);
    }
    // Figures of other nouns do not count the same: the latest stands alone.
    let mut only = content.figures.first();
    for series in content.series.iter().rev() {
        only = series.points.last().or(series.bars.last()).or(only);
    }
    if let Some(row) = only {
        let metric = input.dataset.metric(&row.metric);
        // What came in a period would read like what there is.
        if let Some(metric) = metric.filter(|metric| metric.kind == MetricKind::Flow) {
            let figure = messages.fill(Key::NamedFigure, &[&metric.name, &input.hedged(row)]);
            return messages.fill(Key::GrowthTitleLatest, &[&figure, &messages.period(&row.period)]);
        }
        return messages.fill(Key::GrowthTitleLatest, &[&input.figure(row), &messages.moment(&row.period)]);
    }
    messages.fill(Key::NamedFigure, &[messages.text(Key::Events), &decimal::whole(events.count() as u64)])
}

fn subtitle(input: &Input, content: &Content, events: &Events) -> String {
    let messages = input.messages;
    let mut stretch = Stretch::EMPTY;
    let mut last_told = String::new();
    let mut sources = Once::new(input.dataset.sources.len());
    for row in &content.rows() {
        if let Some(source) = input.dataset.source_position(&row.source) {
            sources.take(source);
        }
        if row.period.end() > Some(stretch.last) {
            last_told = messages.moment(&row.period);
        }
        stretch.take(row.period.end());
    }
    let place = messages.whereabouts(input.dataset.place(&input.options.place));
    let brand = &input.dataset.about.brand;
    if stretch.is_empty() {
        // No figure is dated: its events may be told of any time.
        events.take_sources(input, &mut sources);
        let sources = messages.told_by(input.dataset, &sources.in_order());
        return messages.fill(Key::GrowthSubtitleUndated, &[brand, &place, &sources]);
    }
    let key = if stretch.first == stretch.last { Key::GrowthSubtitleMoment } else { Key::GrowthSubtitle };
    let first_told = messages.month_and_year(stretch.first);
    #[cfg(feature = "complete")]
    let (first_told, last_told) = dense::told_days(input, content, stretch).unwrap_or((first_told, last_told));
    let sources = messages.told_by(input.dataset, &sources.in_order());
    messages.fill(key, &[brand, &place, &sources, &first_told, &last_told])
}

/// Which of the forms shows a qualifier.
fn form(qualifier: Qualifier) -> usize {
    match qualifier {
        Qualifier::Exact => 0,
        Qualifier::AtLeast | Qualifier::MoreThan => 1,
        Qualifier::AtMost | Qualifier::LessThan => 2,
        Qualifier::Nearly | Qualifier::About => 3,
    }
}

/// The forms in use, in the order they are explained.
fn forms(content: &Content, sketch: &Sketch) -> Vec<Form> {
    let mut used = [false; 9];
    for mark in sketch.marks() {
        let told = mark.period.is_none_or(|period| period.from.is_some());
        match (mark.kind, mark.status) {
            ("event", Some(Status::Planned | Status::Explored)) => used[8] = true,
            ("event", _) => used[if told { 6 } else { 7 }] = true,
            ("bar", _) => used[6] = true,
            _ => {}
        }
        #[cfg(feature = "complete")]
        if let (Some(qualifier), true) = (mark.qualifier, mark.span.is_some()) {
            // Where figures stand too close for points, there is a line alone.
            used[form(qualifier)] |= qualifier != Qualifier::Exact || mark.bounds.width > sketch.layout.radius;
        }
    }
    for series in &content.series {
        for row in &series.points {
            let inferred = row.qualifier == Qualifier::Exact && !dots::is_plain(row);
            used[if inferred { 4 } else { form(row.qualifier) }] = true;
            used[5] |= row.period.from.is_some() && row.period.from != row.period.to;
        }
    }
    let forms = [
        Form::Stated,
        Form::LowerBound,
        Form::UpperBound,
        Form::Rounded,
        Form::Inferred,
        Form::Whisker,
        Form::Within,
        Form::By,
        Form::Planned,
    ];
    legend::used(&forms, &used)
}

/// What a series is drawn over: its own rows.
impl<'a> Content<'a> {
    fn rows(&self) -> Vec<&'a Observation> {
        let mut rows = Vec::new();
        for series in &self.series {
            rows.extend_from_slice(&series.points);
            rows.extend_from_slice(&series.bars);
            #[cfg(feature = "complete")]
            rows.extend(series.dense.iter().flat_map(|dense| [dense.first, dense.last]));
        }
        rows.extend_from_slice(&self.figures);
        rows
    }
}
