//! The count that held, set large, with how it is told and who says so.

use super::Input;
use super::content::Content;
use crate::dataset::tables::{Observation, Qualifier};
use crate::messages::Key;
use crate::scene::sketch::Sketch;
use crate::scene::{Anchor, Point, Rectangle};
use crate::text::{TextStyle, shorten};
use crate::view::dots;
use crate::view::reference;

/// The form in which the figure's qualifier is drawn, in words.
fn form(qualifier: Qualifier) -> Key {
    if qualifier == Qualifier::Exact {
        Key::FormStated
    } else if qualifier.is_lower_bound() {
        Key::FormLowerBound
    } else if qualifier.is_upper_bound() {
        Key::FormUpperBound
    } else {
        Key::FormRounded
    }
}

/// Draws it at the top of its bounds; gives the y below it.
pub(super) fn draw(sketch: &mut Sketch, input: &Input, content: &Content, row: &Observation, bounds: Rectangle) -> f64 {
    let (layout, theme, messages) = (sketch.layout, sketch.theme, input.messages);
    let mut mark = input.figure_mark("figure", row);
    // Another count held at another day is drawn in its place.
    mark.id = reference("count", &row.place);
    sketch.row();
    sketch.begin(mark);
    let size = layout.room.pick(48.0, 56.0, 96.0);
    let style = TextStyle { size, ..layout.figure };
    let figure = input.hedged(row);
    // A long figure is set smaller before it is cut.
    let in_column = bounds.width < layout.inner_width();
    let most = bounds.width * if in_column { 1.0 } else { 0.6 };
    let fitting = size * (most / sketch.width(&figure, style).max(1.0));
    let style = TextStyle { size: fitting.clamp(layout.value.size, size).floor(), ..style };
    let figure = shorten(&figure, style, bounds.width - 24.0, sketch.metrics());
    let width = sketch.width(&figure, style);
    let baseline = bounds.y + style.rise() + 2.0;
    sketch.text(&figure, Point::new(bounds.x, baseline), Anchor::Start, style, theme.ink);
    let mut x = bounds.x + width + 12.0;
    if sketch.is_contradicted() {
        dots::contradicted(sketch, Point::new(x - 2.0, bounds.y + dots::CONTRADICTED + 2.0));
        x += dots::CONTRADICTED * 2.0 + 2.0;
    }
    let metric = input.dataset.metric(&row.metric);
    let place = messages.caption_place(input.dataset.place(&row.place));
    let name = metric.map_or("", |metric| metric.name.as_str());
    let caption = messages.fill(Key::FigureCaption, &[name, &place, &messages.moment(&row.period)]);
    let told = messages.fill(Key::MarketsAs, &[messages.text(form(row.qualifier)), &row.term]);
    let source = input.dataset.source(&row.source).map_or_else(String::new, |source| messages.source(source));
    // Beside the figure where there is room, else beneath it.
    let beside = !in_column && bounds.right() - x >= 150.0;
    let (left, mut y) = if beside { (x, bounds.y) } else { (bounds.x, baseline + (style.size * 0.22).max(6.0) + 2.0) };
    let bold = TextStyle { size: layout.label.size + 1.0, ..layout.heading };
    let most = bounds.right() - left;
    for (text, style, color) in
        [(&caption, bold, theme.ink), (&told, layout.label, theme.ink_soft), (&source, layout.label, theme.ink_soft)]
    {
        y = sketch.paragraph(text, left, y, most, style, color);
    }
    sketch.frame();
    if row.value < content.named as f64 && !row.qualifier.is_lower_bound() {
        let words = messages.text(Key::MarketsMoreNamed);
        y = sketch.paragraph(words, left, y, most, layout.label, theme.ink_soft);
    }
    y.max(baseline + style.size * 0.22)
}
