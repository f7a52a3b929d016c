//! The tiles: named markets, markets that are counted without a name, and places that are
//! told of without being counted.

use super::content::Content;
use super::{About, Grid, Input};
use crate::dataset::period::{Day, Period};
use crate::dataset::tables::{Observation, Place, PlaceKind};
use crate::history::markets::{Nameless, PlaceTold, Told};
use crate::messages::Key;
use crate::messages::periods::year;
use crate::scene::sketch::Sketch;
use crate::scene::{Anchor, Point, Rectangle};
use crate::text::{TextStyle, add, joined, shorten, wrap_within};
use crate::theme::{Color, Room};
use crate::view::legend::{self, Form};
use crate::view::{TOLD, add_new, dots, reference};

/// The most nameless tiles that are drawn; the heading counts all.
pub(super) const MOST_NAMELESS: usize = 200;

/// Radius of a tile's corners.
const RADIUS: f64 = 4.0;

/// Sizes of the tiles of one layout.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sizes {
    /// Width of a named tile.
    pub width: f64,
    /// Height of a named tile.
    pub height: f64,
    /// Between tiles.
    pub gap: f64,
    /// Left and right of the words in a tile.
    padding: f64,
    /// A market's code.
    code: TextStyle,
    /// How many lines a tile has for models and partners.
    details: usize,
    /// How many lines it has in all, under the code.
    lines: usize,
}

impl Sizes {
    /// The sizes for so many markets in so much width.
    pub fn new(sketch: &Sketch, input: &Input, content: &Content, width: f64, count: usize) -> Self {
        /// With more markets, the tiles tell name and date alone.
        const MOST_DETAILED: usize = 40;
        let layout = sketch.layout;
        let gap = layout.room.pick(6.0, 8.0, 10.0);
        let least = layout.room.pick(82.0, 108.0, 138.0);
        // Where continents stand side by side, there is room for what keeps them apart.
        let width = width - layout.room.pick(0.0, 20.0, 30.0);
        let columns = ((width + gap) / (least + gap)).floor().max(1.0);
        let code = TextStyle { size: layout.room.pick(15.0, 17.0, 21.0), ..layout.heading };
        let padding = layout.room.pick(7.0, 7.0, 12.0);
        let most = if layout.room == Room::Wide { 2 } else { 1 };
        let details = if count <= MOST_DETAILED { most } else { 0 };
        let width = ((width + gap) / columns - gap).floor();
        let mut lines = 1 + details;
        // A name takes two lines, besides what else is told, or what is told does; many tiles on a
        // phone stay short.
        if details == 1 || details == 0 && layout.room != Room::Narrow {
            for group in &content.groups {
                for place in &group.places {
                    let told = if details > 0 { self::details(input, place.by(Day(i32::MAX))) } else { String::new() };
                    for text in [&place.place.name, &told] {
                        if sketch.width(text, layout.label) > width - padding * 2.0 {
                            lines = details + 2;
                        }
                    }
                }
            }
        }
        let height = (padding * 2.0 + 2.0 + code.rise() + lines as f64 * layout.label.line_height()).round();
        Self { width, height, gap, padding, code, details, lines }
    }

    /// Width and height of a nameless tile: four stand in the place of a named one.
    pub fn nameless(&self) -> (f64, f64) {
        ((self.width - self.gap) / 2.0, (self.height - self.gap) / 2.0)
    }
}

/// With which models, and through whom; what else is told where no row says either.
#[inline(never)]
fn details(input: &Input, rows: &[Told]) -> String {
    let messages = input.messages;
    let (mut models, mut partners, mut figures) = (Vec::new(), Vec::new(), Vec::new());
    for row in rows {
        if let Some(model) = row.model().and_then(|id| input.dataset.model(id)) {
            add_new(&mut models, &model.name);
        }
        match row {
            Told::Event(row) => {
                if let Some(partner) = row.partner.as_deref().and_then(|id| input.dataset.partner(id)) {
                    add_new(&mut partners, &messages.with(Key::MarketsWith, &partner.name));
                }
            }
            Told::Figure(row) => {
                if let Some(metric) = input.dataset.metric(&row.metric) {
                    add_new(&mut figures, &metric.name);
                }
            }
            Told::Words(_) => {}
        }
    }
    let mut details = String::new();
    let told = if models.is_empty() && partners.is_empty() { &figures } else { &partners };
    for text in models.iter().chain(told) {
        add(&mut details, messages.text(Key::PartSeparator), text);
    }
    details
}

/// The Refs of rows: what makes the market first, the others after it.
fn facts(rows: &[Told]) -> Vec<String> {
    let mut facts = Vec::new();
    for market in [true, false] {
        for row in rows {
            if row.makes_market() == market {
                let (table, id) = row.reference();
                facts.push(reference(table, id));
            }
        }
    }
    facts
}

/// A named market.
pub(super) fn market(
    sketch: &mut Sketch,
    input: &Input,
    content: &Content,
    place: &PlaceTold,
    first: Told,
    bounds: Rectangle,
    sizes: &Sizes,
) {
    let (layout, theme, messages) = (sketch.layout, sketch.theme, input.messages);
    let rows = place.by(content.at);
    let separator = messages.text(Key::PartSeparator);
    let within = messages.within(first.period());
    let details = details(input, rows);
    let mut label = String::new();
    if TOLD {
        let key = if first.is_entry() { Key::MarketsEntered } else { Key::MarketsFirstTold };
        label = joined(&[&place.place.name, separator, &messages.with(key, &within)]);
        if let Some(entry) = rows.iter().find(|row| row.is_entry()).filter(|_| !first.is_entry()) {
            add(&mut label, separator, &messages.with(Key::MarketsEntered, &messages.within(entry.period())));
        }
        add(&mut label, separator, &details);
    }
    let id = reference("place", &place.place.id);
    let about = About { label, period: Some(*first.period()), place: Some(&place.place.id), model: None };
    let mut mark = input.mark("market", id, facts(rows), about);
    input.add_sources(&mut mark.label, &mark.sources);
    sketch.begin(mark);

    let entered = content.entered.filter(|_| content.has_entered(place));
    legend::tile(sketch, entered.map_or(Form::Named, Form::Entered), bounds, RADIUS);
    let (ink, soft) =
        if entered.is_some() { (theme.background, theme.background) } else { (theme.ink, theme.ink_soft) };
    let (left, right) = (bounds.x + sizes.padding, bounds.right() - sizes.padding);
    let mut baseline = bounds.y + sizes.padding + 1.0 + sizes.code.rise();
    sketch.text(&place.place.id, Point::new(left, baseline), Anchor::Start, sizes.code, ink);
    // Since when, as far as there is room for it.
    let room = right - left - sketch.width(&place.place.id, sizes.code) - 6.0;
    write_when(sketch, input, first.period(), Point::new(right, baseline), room, soft);
    let most = right - left;
    let name = &place.place.name;
    let mut name_style = layout.label;
    let name_width = sketch.width(name, name_style);
    let mut told = sizes.lines - 1;
    if sizes.lines == 1 {
        // On one line alone, smaller letters come before a cut.
        name_style.size *= (most / name_width.max(1.0)).clamp(0.85, 1.0);
    } else if sizes.details == 0 {
        told = 0;
    } else if name_width > most && told > 1 {
        told -= 1;
    }
    let told = wrap_within(&details, layout.label, most, told, sketch.metrics());
    let names = wrap_within(name, name_style, most, sizes.lines - told.len(), sketch.metrics());
    for (index, line) in names.iter().chain(&told).enumerate() {
        baseline += layout.label.line_height();
        let (style, color) = if index < names.len() { (name_style, ink) } else { (layout.label, soft) };
        sketch.text(line, Point::new(left, baseline), Anchor::Start, style, color);
    }
    corner_sign(sketch, &bounds);
    sketch.frame();
}

/// Writes a period in few words, or its year alone, to the left of a point, as far as there
/// is room for it; gives the room it took.
fn write_when(sketch: &mut Sketch, input: &Input, period: &Period, at: Point, room: f64, color: Color) -> f64 {
    let style = sketch.layout.small;
    let of_year = period.end().map_or_else(String::new, |end| input.messages.with(Key::Year, &year(end)));
    for when in [input.messages.period_brief(period), of_year] {
        let width = sketch.width(&when, style);
        if width <= room && !when.is_empty() {
            sketch.text(&when, at, Anchor::End, style, color);
            return width + 8.0;
        }
    }
    0.0
}

/// The sign of a contradiction on a tile's corner.
fn corner_sign(sketch: &mut Sketch, bounds: &Rectangle) {
    if sketch.is_contradicted() {
        dots::contradicted(sketch, Point::new(bounds.right() - 2.0, bounds.y + 2.0));
    }
}

/// The markets that complete the count, as one mark.
pub(super) fn nameless(sketch: &mut Sketch, input: &Input, content: &Content, grid: &mut Grid) {
    let Some(count) = content.count else { return };
    sketch.begin(nameless_mark(input, content, count));
    let first = grid.next();
    legend::tile(sketch, Form::Nameless, first, RADIUS);
    if let Nameless::Exactly(total) = content.nameless {
        for _ in 1..total.min(MOST_NAMELESS) {
            legend::tile(sketch, Form::Nameless, grid.next(), RADIUS);
        }
    } else {
        let style = sketch.layout.label;
        let words = shorten(input.messages.text(Key::MarketsSome), style, first.width - 12.0, sketch.metrics());
        let center = first.center();
        let at = Point::new(center.x, center.y + style.rise() / 2.0);
        sketch.text(&words, at, Anchor::Middle, style, sketch.theme.ink_soft);
    }
    corner_sign(sketch, &first);
    sketch.frame();
}

fn nameless_mark(input: &Input, content: &Content, count: &Observation) -> crate::scene::Mark {
    let messages = input.messages;
    let metric = input.dataset.metric(&count.metric);
    let unit = metric.map_or("", |metric| metric.unit.as_str());
    let mut value = None;
    let mut label = if !TOLD {
        String::new()
    } else if let Nameless::Exactly(total) = content.nameless {
        value = Some(total as f64);
        let total = total as f64;
        let unit = metric.map_or("", |metric| metric.unit_for(total));
        messages.with(Key::MarketsLabelNameless, &messages.fill(Key::FigureUnit, &[&messages.number(total), unit]))
    } else {
        let unit = metric.map_or("", |metric| metric.unit_other.as_str());
        let named = messages.number(content.named as f64);
        messages.fill(Key::MarketsLabelSome, &[unit, &named, &input.figure(count)])
    };
    add(&mut label, messages.text(Key::PartSeparator), &messages.moment(&count.period));
    let facts = vec![reference("observation", &count.id)];
    let about = About { label, period: Some(count.period), place: Some(&count.place), model: None };
    let mut mark = input.mark("nameless", reference("nameless", &count.place), facts, about);
    input.add_sources(&mut mark.label, &mark.sources);
    mark.value = value;
    mark.unit = Some(unit.to_owned());
    mark
}

/// Whether a place is made of countries.
pub(super) fn is_whole(place: &Place) -> bool {
    matches!(place.kind, PlaceKind::Continent | PlaceKind::Region)
}

/// A place that is told of without being counted as a market.
pub(super) fn other(sketch: &mut Sketch, input: &Input, content: &Content, place: &PlaceTold, bounds: Rectangle) {
    let rows = place.by(content.at);
    let Some(first) = rows.first() else { return };
    let (layout, theme, messages) = (sketch.layout, sketch.theme, input.messages);
    let key = if is_whole(place.place) { Key::MarketsLabelRegion } else { Key::MarketsLabelCity };
    let separator = messages.text(Key::PartSeparator);
    let mut label = String::new();
    if TOLD {
        label.push_str(&messages.with(key, &place.place.name));
        add(&mut label, separator, &messages.with(Key::MarketsFirstTold, &messages.within(first.period())));
        add(&mut label, separator, &details(input, rows));
    }
    let id = reference("place", &place.place.id);
    let about = About { label, period: Some(*first.period()), place: Some(&place.place.id), model: None };
    let mut mark = input.mark("region", id, facts(rows), about);
    input.add_sources(&mut mark.label, &mark.sources);
    sketch.begin(mark);
    legend::tile(sketch, Form::Region, bounds, RADIUS);
    let padding = layout.room.pick(8.0, 9.0, 12.0);
    let baseline = bounds.center().y + layout.label.rise() / 2.0;
    let mut most = bounds.width - padding * 2.0;
    let room = most - sketch.width(&place.place.name, layout.label) - 8.0;
    most -=
        write_when(sketch, input, first.period(), Point::new(bounds.right() - padding, baseline), room, theme.ink_soft);
    let name = shorten(&place.place.name, layout.label, most, sketch.metrics());
    sketch.text(&name, Point::new(bounds.x + padding, baseline), Anchor::Start, layout.label, theme.ink);
    corner_sign(sketch, &bounds);
    sketch.frame();
}

/// Width and height of the tile of such a place, in so much width.
pub(super) fn other_size(sketch: &Sketch, width: f64, gap: f64) -> (f64, f64) {
    let layout = sketch.layout;
    let columns = (width / layout.room.pick(400.0, 230.0, 300.0)).floor().max(1.0);
    (((width + gap) / columns - gap).floor(), (layout.label.line_height() + layout.room.pick(10.0, 12.0, 14.0)).round())
}
