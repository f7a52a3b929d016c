//! What happened, by kind: a strip under the panels on their days, a lane a kind. Events of
//! one kind within the same days are one bar with their count; the kinds that have no room,
//! and what lies outside the days, are counted in words.

use super::{Input, Once, event_lane};
use crate::dataset::period::Day;
use crate::dataset::tables::{Event, EventKind};
use crate::decimal;
use crate::history::History;
use crate::messages::{Key, Messages};
use crate::order;
use crate::scene::sketch::Sketch;
use crate::scene::{Anchor, Point, Rectangle};
use crate::text::add;
use crate::theme::Room;
use crate::view::lanes;
use crate::view::time_axis::{Stretch, TimeAxis};

/// The events of the view.
pub(super) struct Events<'a> {
    /// All of them.
    all: Vec<&'a Event>,
    /// The kinds that have a lane, in the order of their lanes.
    lanes: Vec<EventKind>,
}

/// The events that the options let through: all of them, or those at the view's place and in
/// the places that lie in it. One metric alone is drawn without any that are not asked for.
pub(super) fn collect<'a>(input: &Input<'a>, history: &History<'a>) -> Events<'a> {
    let options = input.options;
    let mut all = Vec::new();
    if options.metric.is_none() || !options.kinds.is_empty() {
        for event in &history.events {
            let kind = options.kinds.is_empty() || options.kinds.contains(&event.kind);
            let recent = options.from.is_none_or(|from| event.period.end().is_none_or(|end| end >= from));
            let here = options.place == "world" || event.place.as_ref().is_some_and(|place| lies_in(input, place, 8));
            if kind && recent && here {
                all.push(*event);
            }
        }
    }
    order::sort_by_key(&mut all, |event| (order::day(lanes::first_drawn(&event.period)), order::day(event.period.to)));
    Events { all, lanes: Vec::new() }
}

/// Whether a place is the view's or lies in it, over so many steps.
fn lies_in(input: &Input, place: &str, steps: usize) -> bool {
    if place == input.options.place {
        return true;
    }
    let Some(row) = input.dataset.place(place).filter(|_| steps > 0) else { return false };
    row.parents.iter().any(|parent| lies_in(input, parent, steps - 1))
}

/// Whether some of an event's days lie in the stretch.
fn touches(event: &Event, stretch: Stretch) -> bool {
    let (first, last) = (lanes::first_drawn(&event.period), event.period.end());
    first.is_some_and(|first| first <= stretch.last) && last.is_some_and(|last| last >= stretch.first)
}

impl Events<'_> {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.all.len()
    }

    /// Takes the sources that tell of them.
    pub fn take_sources(&self, input: &Input, sources: &mut Once) {
        for event in &self.all {
            if let Some(source) = input.dataset.source_position(&event.source) {
                sources.take(source);
            }
        }
    }

    /// Chooses the lanes, and takes the events of these into the stretch that the figures
    /// need: those that lie no further off than half of it. Without figures it is theirs.
    pub fn choose(&mut self, input: &Input, stretch: &mut Stretch) {
        let mut reach = *stretch;
        if reach.is_empty() {
            reach = Stretch { first: Day(i32::MIN), last: Day(i32::MAX) };
        } else {
            let room = (reach.last.0.saturating_sub(reach.first.0)).max(120) / 2;
            reach = Stretch {
                first: Day(reach.first.0.saturating_sub(room)),
                last: Day(reach.last.0.saturating_add(room)),
            };
        }
        let most = if input.options.kinds.is_empty() { input.layout().room.pick(4.0, 4.0, 6.0) as usize } else { 15 };
        for kind in EventKind::ALL {
            let drawn = self.all.iter().any(|event| event.kind == *kind && touches(event, reach));
            if drawn && self.lanes.len() < most {
                self.lanes.push(*kind);
            }
        }
        for event in &self.all {
            if self.lanes.contains(&event.kind) {
                for day in [lanes::first_drawn(&event.period), event.period.to] {
                    stretch.take(day.filter(|day| *day >= reach.first && *day <= reach.last));
                }
            }
        }
    }

    /// The width that the names of the lanes take at the left; none where they stand over them.
    pub fn gutter(&self, sketch: &Sketch, messages: &Messages) -> f64 {
        if sketch.layout.room == Room::Narrow {
            return 0.0;
        }
        let mut widest: f64 = 0.0;
        for kind in &self.lanes {
            widest = widest.max(sketch.width(messages.event_kind(*kind), sketch.layout.label));
        }
        widest + 14.0
    }

    /// Draws the strip; gives the y below it.
    pub fn draw(&self, sketch: &mut Sketch, input: &Input, axis: &TimeAxis, left: f64, top: f64) -> f64 {
        let layout = sketch.layout;
        sketch.frame();
        let heading = top + layout.heading.rise() + 2.0;
        let name = input.messages.text(Key::Events);
        sketch.text(name, Point::new(left, heading), Anchor::Start, layout.heading, sketch.theme.ink);
        let mut y = heading + 10.0;
        let days = Stretch { first: axis.days.start, last: axis.days.end };
        let mut lanes = Vec::new();
        for kind in &self.lanes {
            let mut inside = Vec::new();
            for event in &self.all {
                if event.kind == *kind && touches(event, days) {
                    inside.push(*event);
                }
            }
            lanes.push((*kind, event_lane::arrange(sketch, input, &inside, axis)));
        }
        let mut rest: Vec<&Event> = Vec::new();
        for event in &self.all {
            if !self.lanes.contains(&event.kind) || !touches(event, days) {
                rest.push(event);
            }
        }
        if !lanes.is_empty() {
            let (strip, mut bottom) = (y, y);
            for (_, groups) in &lanes {
                bottom += event_lane::height(sketch, groups);
            }
            y = axis.draw(sketch, bottom.round(), Some(strip));
            let mut lane_top = strip;
            for (kind, groups) in &lanes {
                let name = input.messages.event_kind(*kind);
                event_lane::draw(
                    sketch,
                    input,
                    groups,
                    axis,
                    name,
                    Rectangle::new(left, lane_top, axis.right - left, 0.0),
                );
                lane_top += event_lane::height(sketch, groups);
            }
            sketch.frame();
        }
        if rest.is_empty() { y } else { self.counted(sketch, input, &rest, left, y + 2.0, axis.right - left) }
    }

    /// What is not drawn, by kind.
    fn counted(&self, sketch: &mut Sketch, input: &Input, rest: &[&Event], x: f64, top: f64, most: f64) -> f64 {
        let messages = input.messages;
        let mut kinds = String::new();
        for kind in EventKind::ALL {
            let mut count = 0;
            for event in rest {
                count += u64::from(event.kind == *kind);
            }
            if count > 0 {
                let named = [messages.event_kind(*kind), &decimal::whole(count)];
                add(&mut kinds, messages.text(Key::ListSeparator), &messages.fill(Key::EventsCounted, &named));
            }
        }
        // Where kinds are asked for, all of them have a lane.
        let forms = if self.lanes.is_empty() {
            (Key::EventsAllOne, Key::EventsAllOther)
        } else if !input.options.kinds.is_empty() {
            (Key::EventsOutsideOne, Key::EventsOutsideOther)
        } else {
            (Key::EventsMoreOne, Key::EventsMoreOther)
        };
        let key = Messages::form(rest.len() as f64, forms.0, forms.1);
        let text = messages.fill(key, &[&decimal::whole(rest.len() as u64), &kinds]);
        let (style, color) = (sketch.layout.label, sketch.theme.ink_soft);
        sketch.paragraph(&text, x, top, most, style, color)
    }
}
