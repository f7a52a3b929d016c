//! Sales: how they changed in a period, by market and worldwide. Bars from zero, sorted by
//! size, the whole apart from its parts; what they are measured against and what the sources
//! leave out in words; and ranks beneath.

mod bars;
mod figures;
mod rates;
mod scale;
mod words;

use super::frame::{self, Foot};
use super::legend::{self, Form};
use super::{Input, timeline};
use crate::history::History;
use crate::scene::sketch::Sketch;
use crate::scene::{Rectangle, Scene};
use crate::theme::Room;
use rates::Content;

/// Draws the view.
pub(super) fn draw(input: &Input, history: &History) -> Scene {
    let content = rates::collect(input, history);
    let mut sketch = Sketch::new(input.theme, input.layout(), input.metrics);
    if content.is_empty() {
        return frame::nothing(sketch, input);
    }
    let layout = sketch.layout;
    let (title, mut subtitle) = (words::title(input, &content), words::subtitle(input, &content));
    let notes = words::notes(input, &content);
    let top = frame::header(&mut sketch, input, &title, &subtitle);

    let beside = layout.room == Room::Wide && content.has_bars() && !(notes.is_empty() && content.figures.is_empty());
    let width = layout.inner_width() - if beside { 350.0 + layout.gap } else { 0.0 };
    let bounds = Rectangle::new(layout.margin, top, width, 0.0);
    let mut used = [false; 4];
    let mut bottom = if content.has_bars() { bars::draw(&mut sketch, input, &content, bounds, &mut used) } else { top };
    let words = if beside {
        let x = bounds.right() + layout.gap;
        Rectangle::new(x, top, layout.width - layout.margin - x, 0.0)
    } else {
        Rectangle::new(layout.margin, bottom, layout.inner_width(), 0.0)
    };
    bottom = bottom.max(below(&mut sketch, input, &content, &notes, words));
    bottom = timeline::stretch(&mut sketch, input, bottom + layout.gap * 0.4);
    for note in &notes {
        input.messages.add_sentence(&mut subtitle, note);
    }
    let forms = [Form::LowerBar, Form::UpperBar, Form::RoundedBar, Form::BrokenBar];
    let forms = legend::used(&forms, &used);
    let foot = Foot { title, subtitle, forms: &forms, conflicts: input.conflicts_shown(&sketch, "") };
    frame::finish(sketch, input, bottom, foot)
}

/// The notes and the figures that stand alone; gives the y below.
fn below(sketch: &mut Sketch, input: &Input, content: &Content, notes: &[String], bounds: Rectangle) -> f64 {
    let layout = sketch.layout;
    sketch.frame();
    let mut y = bounds.y;
    for note in notes {
        let color = sketch.theme.ink_soft;
        y = sketch.paragraph(note, bounds.x, y, bounds.width.min(620.0), layout.label, color) + 3.0;
    }
    if content.figures.is_empty() {
        return y;
    }
    if y > bounds.y {
        y += layout.gap * 0.4;
    }
    figures::draw(sketch, input, &content.figures, Rectangle { y, ..bounds })
}
