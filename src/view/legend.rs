//! The forms of a picture and what they mean; only those that it uses are explained.

use super::Input;
use super::lanes::{self, Bar};
use super::{bar_forms, dots};
use crate::dataset::period::Period;
use crate::messages::Key;
use crate::scene::sketch::Sketch;
use crate::scene::{Anchor, Fill, Point, Rectangle, Shape, Stroke};
use crate::text::shorten;

/// The opacity, in hundredths, at the left of a bar that started within its fade.
pub(super) const STARTED_WITHIN: u8 = 25;

/// A form and its meaning. One form means one thing, in every view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A filled point.
    Stated,
    /// A hollow point with an arrow up.
    LowerBound,
    /// A hollow point with an arrow down.
    UpperBound,
    /// A hollow point.
    Rounded,
    /// A pale point.
    Inferred,
    /// A thin line from a first day to a last.
    Whisker,
    /// A filled bar.
    Launched,
    /// A bar that fades in from an edge.
    Uncertain,
    /// A bar that fades in from nothing.
    Untold,
    /// A pale bar.
    Within,
    /// A pale bar that fades in from nothing.
    By,
    /// A dashed bar.
    Planned,
    /// A diamond.
    Edition,
    /// A hollow square.
    Concept,
    /// A hollow bar with an arrow away from it.
    LowerBar,
    /// A hollow bar with an arrow towards it.
    UpperBar,
    /// A hollow bar.
    RoundedBar,
    /// A bar with a gap.
    BrokenBar,
    /// A filled tile of the accent: entered in that period.
    Entered(Period),
    /// A filled tile.
    Named,
    /// A dashed tile.
    Nameless,
    /// An outlined tile.
    Region,
}

impl Form {
    fn key(self) -> Key {
        match self {
            Self::Stated => Key::FormStated,
            Self::LowerBound | Self::LowerBar => Key::FormLowerBound,
            Self::UpperBound | Self::UpperBar => Key::FormUpperBound,
            Self::Rounded | Self::RoundedBar => Key::FormRounded,
            Self::Inferred => Key::FormInferred,
            Self::Whisker => Key::FormWhisker,
            Self::Launched => Key::FormLaunched,
            Self::Uncertain => Key::FormUncertain,
            Self::Untold => Key::FormUntold,
            Self::Within => Key::FormWithin,
            Self::By => Key::FormBy,
            Self::Planned => Key::FormPlanned,
            Self::Edition => Key::FormEdition,
            Self::Concept => Key::FormConcept,
            Self::BrokenBar => Key::FormBroken,
            Self::Entered(_) => Key::FormEntered,
            Self::Named => Key::FormNamed,
            Self::Nameless => Key::FormNameless,
            Self::Region => Key::FormRegion,
        }
    }

    /// Its meaning in words.
    fn text(self, input: &Input) -> String {
        match self {
            Self::Entered(period) => input.messages.with(self.key(), &input.messages.within(&period)),
            _ => input.messages.text(self.key()).to_owned(),
        }
    }
}

/// The forms that are used.
pub(super) fn used(forms: &[Form], used: &[bool]) -> Vec<Form> {
    let mut kept = Vec::new();
    for (form, used) in forms.iter().zip(used) {
        if *used {
            kept.push(*form);
        }
    }
    kept
}

/// Draws the legend, broken into lines; gives the y below it.
pub(super) fn draw(sketch: &mut Sketch, input: &Input, top: f64, forms: &[Form]) -> f64 {
    let layout = sketch.layout;
    if forms.is_empty() {
        return top;
    }
    let (symbol, line) = (24.0, layout.small.line_height() + 6.0);
    let (mut x, mut y) = (layout.margin, top);
    for form in forms {
        let text = form.text(input);
        let text = shorten(&text, layout.small, layout.inner_width() - symbol - 6.0, sketch.metrics());
        let width = symbol + 6.0 + sketch.width(&text, layout.small);
        if x > layout.margin && x + width > layout.width - layout.margin {
            x = layout.margin;
            y += line;
        }
        let middle = y + line / 2.0;
        draw_symbol(sketch, *form, Rectangle::new(x, y, symbol, line));
        let baseline = middle + layout.small.rise() / 2.0;
        sketch.text(&text, Point::new(x + symbol + 6.0, baseline), Anchor::Start, layout.small, sketch.theme.ink_soft);
        x += width + 20.0;
    }
    y + line + 8.0
}

/// Draws the tile of a form.
#[inline(never)]
pub(super) fn tile(sketch: &mut Sketch, form: Form, bounds: Rectangle, radius: f64) {
    let theme = sketch.theme;
    let (fill, stroke) = match form {
        Form::Entered(_) => (Some(Fill::Solid(theme.accent)), Some(Stroke::solid(theme.accent, 1.0))),
        Form::Nameless => (None, Some(Stroke::dashed(theme.axis, 1.25))),
        Form::Region => (None, Some(Stroke::solid(theme.axis, 1.0))),
        _ => (Some(Fill::Solid(theme.accent_soft)), Some(Stroke::solid(theme.accent, 1.0))),
    };
    sketch.shape(Shape::Rectangle { bounds, radius }, fill, stroke);
}

fn draw_symbol(sketch: &mut Sketch, form: Form, bounds: Rectangle) {
    let theme = sketch.theme;
    let center = bounds.center();
    let bar = Rectangle::new(bounds.x, center.y - 5.0, bounds.width, 10.0);
    let low = Point::new(center.x, center.y + 5.0);
    match form {
        Form::Stated => dots::filled(sketch, center, 4.5),
        Form::LowerBound => dots::bound(sketch, low, 3.75, dots::Direction::Up),
        Form::UpperBound => dots::bound(sketch, Point::new(center.x, center.y - 5.0), 3.75, dots::Direction::Down),
        Form::Rounded => dots::hollow(sketch, center, 4.0),
        Form::Inferred => dots::inferred(sketch, center, 4.5),
        Form::Whisker => {
            let (from, to) = (Point::new(bounds.x + 0.5, center.y), Point::new(bounds.right() - 2.0, center.y));
            dots::whisker(sketch, from, to, true);
        }
        Form::Launched => sketch.fill(bar, 2.0, Fill::Solid(theme.accent)),
        Form::Uncertain => sketch.fill(bar, 0.0, Fill::FadeIn { color: theme.accent, from: STARTED_WITHIN }),
        Form::Untold => sketch.fill(bar, 0.0, Fill::FadeIn { color: theme.accent, from: 0 }),
        Form::Within => lanes::draw(sketch, bar, Bar::Within),
        Form::By => lanes::draw(sketch, bar, Bar::By),
        Form::Planned => sketch.outline(bar, 2.0, Stroke::dashed(theme.accent, 1.5)),
        Form::Edition => dots::diamond(sketch, center, 6.0, false),
        Form::Concept => dots::square(sketch, center, 4.5, false),
        Form::LowerBar | Form::UpperBar => {
            let direction = if form == Form::LowerBar { dots::Direction::Up } else { dots::Direction::Down };
            let short = Rectangle { width: bounds.width - bar_forms::ARROW + 2.0, ..bar };
            bar_forms::hollow(sketch, short, theme.accent);
            bar_forms::arrow(sketch, Point::new(short.right(), center.y), 1.0, direction, theme.accent);
        }
        Form::RoundedBar => bar_forms::hollow(sketch, bar, theme.accent),
        Form::BrokenBar => {
            sketch.fill(bar, 0.0, Fill::Solid(theme.accent));
            bar_forms::gap(sketch, center.x, bar, theme.accent);
        }
        Form::Entered(_) | Form::Named | Form::Nameless | Form::Region => {
            tile(sketch, form, Rectangle::new(bounds.x + 1.0, center.y - 7.0, 20.0, 14.0), 3.0);
        }
    }
}
