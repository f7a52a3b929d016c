//! Markets: where the brand is as of a day, a tile for each market that a source names, by
//! continent; tiles without a name for those that are only counted; and beside them the
//! places that sources tell of without naming a country.

mod content;
mod figure;
mod moment;
mod shelves;
mod tiles;

use super::frame::{self, Foot};
use super::legend::{self, Form};
use super::{About, Input, dots};
use crate::dataset::period::Day;
use crate::dataset::tables::Qualifier;
use crate::decimal;
use crate::history::History;
use crate::history::markets::{Markets, Nameless, PlaceTold};
use crate::messages::Key;
use crate::scene::sketch::Sketch;
use crate::scene::{Anchor, Point, Rectangle, Scene};
use crate::text::shorten;
use crate::theme::{Layout, Room};
use content::Content;
use shelves::{Block, Spacing};
use tiles::Sizes;

/// Draws the view.
pub(super) fn draw(input: &Input, history: &History) -> Scene {
    let markets = Markets::new(input.dataset, input.options);
    let mut sketch = Sketch::new(input.theme, input.layout(), input.metrics);
    // What ends after the days that are shown is left out, whatever day is asked for.
    let mut at = input.options.at.or_else(|| history.last_day());
    if at.is_some() && input.options.to.is_some() {
        at = at.min(input.options.to);
    }
    let (Some(at), false) = (at.or(markets.days.last().copied()), markets.days.is_empty()) else {
        return frame::nothing(sketch, input);
    };
    let content = Content::new(input, &markets, at);
    let (title, subtitle) = (title(input, &content), subtitle(input, &content));
    let (least_top, least_beside) = reserved_head(input, &markets);
    let top = frame::header(&mut sketch, input, &title, &subtitle).max(least_top);
    let bottom = body(&mut sketch, input, &content, top, least_beside);
    let bottom = moment::draw(&mut sketch, input, &content, bottom);
    let foot = Foot { title, subtitle, forms: &forms(&content), conflicts: input.conflicts_shown(&sketch, "") };
    frame::finish(sketch, input, bottom, foot)
}

/// The heights that header and figure take at any day: with controls they are kept free, so
/// that nothing moves while the day is changed.
fn reserved_head(input: &Input, markets: &Markets) -> (f64, f64) {
    let (mut top, mut figure): (f64, f64) = (0.0, 0.0);
    if input.options.controls {
        /// The most counts that are laid out: texts of older ones are hardly longer.
        const MOST: usize = 24;
        let mut scratch = Sketch::new(input.theme, input.layout(), input.metrics);
        let mut days: Vec<Day> = Vec::new();
        days.extend(markets.days.first());
        for row in markets.counts.iter().rev().take(MOST) {
            days.extend(row.period.end());
        }
        for day in days {
            let content = Content::new(input, markets, day);
            let (title, subtitle) = (title(input, &content), subtitle(input, &content));
            top = top.max(frame::header(&mut scratch, input, &title, &subtitle));
            figure = figure.max(head(&mut scratch, input, &content, 0.0));
        }
    }
    (top, figure)
}

/// Whether the figure has a column of its own, beside the tiles.
fn has_column(layout: &Layout) -> bool {
    layout.room == Room::Wide && layout.width >= 1_280.0
}

/// Where the figure stands.
fn column(layout: &Layout, top: f64) -> Rectangle {
    let width = if has_column(layout) { 320.0 } else { layout.inner_width() };
    Rectangle::new(layout.margin, top, width, 0.0)
}

/// Draws the count that holds, if any; gives the y below it.
fn head(sketch: &mut Sketch, input: &Input, content: &Content, top: f64) -> f64 {
    let layout = sketch.layout;
    match content.count {
        Some(row) => figure::draw(sketch, input, content, row, column(&layout, top)) + layout.gap * 0.5,
        None => top,
    }
}

/// The figure over the tiles; where the page is wide, beside them, with the places that are
/// no named markets under it.
fn body(sketch: &mut Sketch, input: &Input, content: &Content, top: f64, least: f64) -> f64 {
    let layout = sketch.layout;
    let mut area = Rectangle::new(layout.margin, top, layout.inner_width(), 0.0);
    let wide = has_column(&layout);
    let column = column(&layout, top);
    let beside = head(sketch, input, content, top).max(top + least);
    if wide {
        area.x += column.width + layout.gap;
        area.width -= column.width + layout.gap;
    } else {
        area.y = beside;
    }
    let mut ever = 0;
    for group in &content.groups {
        ever += group.places.len();
    }
    let sizes = Sizes::new(sketch, input, content, area.width, reserved(input, content.named, ever));
    let mut blocks = Vec::new();
    for (index, group) in content.groups.iter().enumerate() {
        let mut now = 0;
        for place in &group.places {
            now += usize::from(place.first(content.at).is_some());
        }
        let heading = input.messages.fill(Key::MarketsGroup, &[group.name, &decimal::whole(now as u64)]);
        let count = reserved(input, now, group.places.len());
        blocks.push(Titled { kind: Kind::Group(index), heading, now, count, size: (sizes.width, sizes.height) });
    }
    blocks.push(nameless(input, content, &sizes));
    let others = others(sketch, input, content, if wide { column } else { area }, &sizes);
    if !wide {
        blocks.push(others);
        return draw_blocks(sketch, input, content, &blocks, area, &sizes).max(beside);
    }
    let bottom = draw_blocks(sketch, input, content, &blocks, area, &sizes);
    let beneath = draw_blocks(sketch, input, content, &[others], Rectangle { y: beside, ..column }, &sizes);
    bottom.max(beneath)
}

/// What a block of tiles stands for.
#[derive(Clone, Copy, Debug)]
enum Kind {
    /// The continent with this index.
    Group(usize),
    /// Markets that are counted and not named.
    Nameless,
    /// Places that are told of without being named markets.
    Others,
}

/// Tiles under a heading.
struct Titled {
    kind: Kind,
    heading: String,
    /// How many tiles there are.
    now: usize,
    /// How many there is to be room for.
    count: usize,
    /// Width and height of one.
    size: (f64, f64),
}

/// How many tiles there is to be room for: with controls for all of all times, so that nothing
/// moves while the day is changed.
fn reserved(input: &Input, now: usize, ever: usize) -> usize {
    if input.options.controls { ever.max(now) } else { now }
}

/// The block of markets that are counted and not named.
fn nameless(input: &Input, content: &Content, sizes: &Sizes) -> Titled {
    let messages = input.messages;
    let mut heading = messages.text(Key::MarketsNameless).to_owned();
    let mut size = sizes.nameless();
    let now = match content.nameless {
        Nameless::Exactly(count) => {
            let number = messages.number(count as f64);
            heading = messages.fill(Key::MarketsGroup, &[&heading, &number]);
            if count > tiles::MOST_NAMELESS {
                heading = messages.fill(Key::MarketsDrawn, &[&number, &decimal::whole(tiles::MOST_NAMELESS as u64)]);
            }
            count
        }
        Nameless::Some => {
            size.0 = sizes.width * 1.5;
            1
        }
        Nameless::None => 0,
    };
    let count = reserved(input, now, content.most_nameless()).min(tiles::MOST_NAMELESS);
    Titled { kind: Kind::Nameless, heading, now, count, size }
}

/// The block of places that are told of without being named markets.
fn others(sketch: &Sketch, input: &Input, content: &Content, area: Rectangle, sizes: &Sizes) -> Titled {
    let (mut now, mut key) = (0, Key::MarketsRegions);
    for place in &content.markets.places {
        if is_other(content, place) {
            now += 1;
            if !tiles::is_whole(place.place) {
                key = Key::MarketsOthers;
            }
        }
    }
    let heading = input.messages.text(key).to_owned();
    let count = reserved(input, now, content.others);
    Titled { kind: Kind::Others, heading, now, count, size: tiles::other_size(sketch, area.width, sizes.gap) }
}

/// Whether a place is told of by the day without being a named market then.
fn is_other(content: &Content, place: &PlaceTold) -> bool {
    !place.by(content.at).is_empty() && place.first(content.at).is_none()
}

/// Draws blocks on shelves; gives the y below them.
fn draw_blocks(
    sketch: &mut Sketch,
    input: &Input,
    content: &Content,
    titled: &[Titled],
    area: Rectangle,
    sizes: &Sizes,
) -> f64 {
    let layout = sketch.layout;
    let spacing = Spacing {
        tiles: sizes.gap,
        across: layout.room.pick(20.0, 28.0, 40.0),
        down: layout.room.pick(14.0, 16.0, 24.0),
        title: layout.heading.line_height() + 5.0,
    };
    let mut blocks = Vec::new();
    for block in titled {
        let title = sketch.width(&block.heading, layout.heading);
        blocks.push(Block { count: block.count, width: block.size.0, height: block.size.1, title });
    }
    let (placed, bottom) = shelves::pack(&blocks, area, spacing);
    for placed in &placed {
        let (block, bounds) = (&titled[placed.block], placed.bounds);
        // Continents keep their places, and their headings in them.
        if block.now > 0 || matches!(block.kind, Kind::Group(_)) {
            let color = if block.now > 0 { sketch.theme.ink } else { sketch.theme.ink_faint };
            let heading = shorten(&block.heading, layout.heading, bounds.width, sketch.metrics());
            let baseline = bounds.y + layout.heading.rise() + 2.0;
            sketch.text(&heading, Point::new(bounds.x, baseline), Anchor::Start, layout.heading, color);
            let corner = Point::new(bounds.x, bounds.y + spacing.title);
            draw_tiles(sketch, input, content, block, corner, placed.columns, sizes);
        }
    }
    bottom
}

fn draw_tiles(
    sketch: &mut Sketch,
    input: &Input,
    content: &Content,
    block: &Titled,
    corner: Point,
    columns: usize,
    sizes: &Sizes,
) {
    let mut grid = Grid { corner, size: block.size, gap: sizes.gap, columns, next: 0 };
    sketch.row();
    match block.kind {
        Kind::Group(index) => {
            for place in &content.groups[index].places {
                if let Some(first) = place.first(content.at) {
                    grid.begin(sketch);
                    tiles::market(sketch, input, content, place, first, grid.next(), sizes);
                }
            }
        }
        Kind::Nameless => tiles::nameless(sketch, input, content, &mut grid),
        Kind::Others => {
            for place in &content.markets.places {
                if is_other(content, place) {
                    grid.begin(sketch);
                    tiles::other(sketch, input, content, place, grid.next());
                }
            }
        }
    }
}

/// Tiles of one size in rows.
struct Grid {
    corner: Point,
    size: (f64, f64),
    gap: f64,
    columns: usize,
    next: usize,
}

impl Grid {
    /// A line of tiles is a row.
    fn begin(&self, sketch: &mut Sketch) {
        if self.next.is_multiple_of(self.columns) {
            sketch.row();
        }
    }

    /// The next tile.
    fn next(&mut self) -> Rectangle {
        let (column, row) = ((self.next % self.columns) as f64, (self.next / self.columns) as f64);
        self.next += 1;
        let (width, height) = self.size;
        let (x, y) = (self.corner.x + column * (width + self.gap), self.corner.y + row * (height + self.gap));
        Rectangle::new(x, y, width, height)
    }
}

/// How many are counted and how many of them have a name.
fn title(input: &Input, content: &Content) -> String {
    let messages = input.messages;
    let named = messages.number(content.named as f64);
    let Some(row) = content.count else {
        return match content.named {
            0 => messages.text(Key::MarketsTitleNowhere).to_owned(),
            _ => messages.with(Key::MarketsTitleNamed, &named),
        };
    };
    let figure = input.figure(row);
    let key = match content.nameless {
        _ if row.qualifier != Qualifier::Exact => Key::MarketsTitleApart,
        Nameless::Exactly(_) if content.named == 0 => Key::MarketsTitleNone,
        Nameless::Exactly(_) => Key::MarketsTitle,
        _ if row.value < content.named as f64 => Key::MarketsTitleApart,
        _ => Key::MarketsTitleAll,
    };
    messages.fill(key, &[&figure, &named])
}

/// As of when, and what tiles without a name are.
fn subtitle(input: &Input, content: &Content) -> String {
    let messages = input.messages;
    let place = messages.whereabouts(input.dataset.place(&input.options.place));
    let date = messages.date_long(content.at);
    let subtitle = messages.fill(Key::MarketsSubtitle, &[&input.dataset.about.brand, &place, &date]);
    match content.nameless {
        Nameless::None => subtitle,
        Nameless::Exactly(_) => messages.with(Key::MarketsSubtitleNameless, &subtitle),
        Nameless::Some => messages.with(Key::MarketsSubtitleSome, &subtitle),
    }
}

/// The forms in use, in the order they are explained.
fn forms(content: &Content) -> Vec<Form> {
    let mut used = [content.named > 0, content.nameless != Nameless::None, false, false, false, false, false];
    for place in &content.markets.places {
        used[2] |= is_other(content, place);
    }
    for row in &content.markets.counts {
        used[3] |= row.qualifier.is_lower_bound();
        used[4] |= row.qualifier.is_upper_bound();
        used[5] |= matches!(row.qualifier, Qualifier::Nearly | Qualifier::About);
        used[6] |= row.qualifier == Qualifier::Exact && !dots::is_plain(row);
    }
    let known =
        [Form::Named, Form::Nameless, Form::Region, Form::LowerBound, Form::UpperBound, Form::Rounded, Form::Inferred];
    let mut forms = legend::used(&known, &used);
    if let Some(entered) = content.entered {
        forms.insert(0, Form::Entered(entered));
    }
    forms
}
