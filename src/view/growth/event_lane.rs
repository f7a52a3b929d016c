//! A lane of the events of one kind: the bars of those within the same days, and their words.

use super::Input;
use crate::dataset::period::{Basis, Period, Precision};
use crate::dataset::tables::{Event, EventKind, Status};
use crate::decimal;
use crate::messages::Key;
use crate::scene::sketch::Sketch;
use crate::scene::{Anchor, Mark, Point, Rectangle, Stroke};
use crate::text::{add, shorten};
use crate::theme::Room;
use crate::view::lanes::{self, Bar};
use crate::view::time_axis::TimeAxis;
use crate::view::{About, TOLD, add_new, dots, reference};

/// The most bars under each other in a lane; what has no room then joins a bar.
const MOST_TRACKS: usize = 3;

/// The least room between the words at a bar and the next bar of its track.
const BETWEEN: f64 = 5.0;

/// Events of one kind that are drawn as one bar.
pub(super) struct Group<'a> {
    events: Vec<&'a Event>,
    period: Period,
    bar: Bar,
    contradicted: bool,
    /// From the top of the lane.
    track: usize,
    bounds: Rectangle,
}

fn bar_of(event: &Event) -> Bar {
    match event.status {
        Status::Planned | Status::Explored => Bar::Planned,
        _ if event.period.from.is_none() => Bar::By,
        _ => Bar::Within,
    }
}

impl<'a> Group<'a> {
    /// Takes in events of other days: what is known of all then is that they lie in the
    /// days of both.
    fn join(&mut self, event: &'a Event, axis: &TimeAxis) {
        self.events.push(event);
        let (one, other) = (self.period, event.period);
        self.period = Period {
            from: one.from.min(other.from),
            to: if one.to.is_none() || other.to.is_none() { None } else { one.to.max(other.to) },
            precision: Precision::Span,
            basis: Basis::Inferred,
        };
        let bounds = lanes::bounds(axis, &other, self.bounds.y, self.bounds.height);
        self.bounds = self.bounds.union(&bounds);
        if self.bar != Bar::Planned && self.period.from.is_none() {
            self.bar = Bar::By;
        }
    }

    /// Where the next bar of the track can begin: after this one, and after its count where
    /// that stands beside it.
    fn end(&self, sketch: &Sketch, input: &Input) -> f64 {
        let mut least = if self.contradicted { lanes::SIGN } else { 0.0 };
        if self.events.len() > 1 {
            least += sketch.width(&times(input, self.events.len()), sketch.layout.small);
        }
        if least == 0.0 || least + PADDING * 2.0 <= self.bounds.width {
            self.bounds.right()
        } else {
            self.bounds.right() + PADDING + least + BETWEEN
        }
    }
}

/// Left and right of what stands in a bar, or between it and the bar.
const PADDING: f64 = 5.0;

/// The least room that a shortened name is read in.
const LEAST_NAME: f64 = 60.0;

/// The bars of a lane, each on the first track where it is free. `events` are in the order of
/// their first days.
pub(super) fn arrange<'a>(sketch: &Sketch, input: &Input, events: &[&'a Event], axis: &TimeAxis) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    // The last group of each track.
    let mut last: Vec<usize> = Vec::new();
    for event in events {
        let bar = bar_of(event);
        // Those of the same days follow each other.
        if let Some(group) = groups.iter_mut().rev().take(MOST_TRACKS * 2).find(|group| {
            let same = group.period.from == event.period.from && group.period.to == event.period.to;
            same && group.bar == bar
        }) {
            group.events.push(event);
            group.contradicted |= input.is_contradicted(event);
            continue;
        }
        let bounds = lanes::bounds(axis, &event.period, 0.0, bar_height(sketch));
        let free = last.iter().position(|index| groups[*index].end(sketch, input) <= bounds.x);
        let track = free.unwrap_or(last.len());
        // A plan joins plans alone, a report reports.
        let alike = |index: &&usize| (groups[**index].bar == Bar::Planned) == (bar == Bar::Planned);
        if track >= MOST_TRACKS
            && let Some(index) = last.iter().rev().find(alike)
        {
            let index = *index;
            groups[index].join(event, axis);
            groups[index].contradicted |= input.is_contradicted(event);
            continue;
        }
        if track == last.len() {
            last.push(0);
        }
        last[track] = groups.len();
        let contradicted = input.is_contradicted(event);
        groups.push(Group { events: vec![*event], period: event.period, bar, contradicted, track, bounds });
    }
    groups
}

fn bar_height(sketch: &Sketch) -> f64 {
    (sketch.layout.small.size * 1.28).round()
}

/// From the top of a bar to that of the next one under it.
fn pitch(sketch: &Sketch) -> f64 {
    bar_height(sketch) + 3.0
}

/// The height of a lane's name where it stands over the bars.
fn name_height(sketch: &Sketch) -> f64 {
    if sketch.layout.room == Room::Narrow { sketch.layout.label.line_height() } else { 0.0 }
}

/// The height of a lane.
pub(super) fn height(sketch: &Sketch, groups: &[Group]) -> f64 {
    let mut tracks = 1;
    for group in groups {
        tracks = tracks.max(group.track + 1);
    }
    name_height(sketch) + pitch(sketch) * tracks as f64 + 6.0
}

/// Draws the lane, its name at the left or over it.
pub(super) fn draw(sketch: &mut Sketch, input: &Input, groups: &[Group], axis: &TimeAxis, name: &str, lane: Rectangle) {
    let (layout, theme) = (sketch.layout, sketch.theme);
    sketch.frame();
    let rule = lane.y.round();
    sketch.line(Point::new(lane.x, rule), Point::new(axis.right, rule), Stroke::solid(theme.grid, 1.0));
    let above = name_height(sketch);
    let top = lane.y + 4.0 + above;
    let baseline =
        if above > 0.0 { lane.y + 3.0 } else { top + (bar_height(sketch) - layout.label.line_height()) / 2.0 };
    let mut text = sketch.lay(name, Point::new(lane.x, 0.0), Anchor::Start, layout.label);
    text.at.y = baseline + layout.label.line_height() / 2.0 + layout.label.rise() / 2.0;
    if above > 0.0 {
        sketch.clear(text.bounds());
    }
    sketch.write(text, theme.ink_soft);
    sketch.row();
    for (index, group) in groups.iter().enumerate() {
        // A bar's words reach to the next bar of its track.
        let mut limit = axis.right;
        for other in &groups[index + 1..] {
            if other.track == group.track {
                limit = other.bounds.x - BETWEEN;
                break;
            }
        }
        let bounds = Rectangle { y: top + pitch(sketch) * group.track as f64, ..group.bounds };
        sketch.begin(mark(input, group, name));
        lanes::draw(sketch, bounds, group.bar);
        sketch.occupied.take(bounds);
        words(sketch, input, group, bounds, limit);
        sketch.frame();
    }
}

/// The longest words that have room in the bar, else beside it.
fn words(sketch: &mut Sketch, input: &Input, group: &Group, bar: Rectangle, limit: f64) {
    let style = sketch.layout.small;
    let sign = if sketch.is_contradicted() { lanes::SIGN } else { 0.0 };
    let mut chosen = String::new();
    let fits_in = |width: f64| width + PADDING * 2.0 <= bar.width;
    let fits_beside = |width: f64| bar.right() + PADDING + width <= limit;
    for text in &wordings(input, group) {
        let width = sign + sketch.width(text, style);
        if fits_in(width) || fits_beside(width) {
            chosen.clone_from(text);
            break;
        }
    }
    let widest = (limit - bar.right() - PADDING).max(bar.width - PADDING * 2.0) - sign;
    if chosen.is_empty() && group.events.len() == 1 && widest >= LEAST_NAME {
        chosen = shorten(name(input, group.events[0]), style, widest, sketch.metrics());
    }
    let width = sign + sketch.width(&chosen, style);
    let inside = fits_in(width);
    let mut x = match group.bar {
        _ if !inside => bar.right() + PADDING,
        // It can be seen at its end.
        Bar::By => bar.right() - PADDING - width,
        _ => bar.x + PADDING,
    };
    if sign > 0.0 {
        dots::contradicted(sketch, Point::new(x + dots::CONTRADICTED, bar.center().y));
        x += sign;
    }
    if !chosen.is_empty() {
        let text = sketch.lay(&chosen, Point::new(x, bar.center().y + style.rise() / 2.0), Anchor::Start, style);
        if !inside {
            sketch.clear(text.bounds());
        }
        sketch.write(text, sketch.theme.ink);
    }
}

/// How many events a bar stands for: a bare number would read like a model's name or a figure.
fn times(input: &Input, count: usize) -> String {
    input.messages.with(Key::EventsTimes, &decimal::whole(count as u64))
}

/// What can be written at a bar, the longest first: all names, some of them, the count.
fn wordings(input: &Input, group: &Group) -> Vec<String> {
    let messages = input.messages;
    let mut names = Vec::new();
    for event in &group.events {
        add_new(&mut names, name(input, event));
        // No bar has room for more.
        if names.len() > 12 {
            break;
        }
    }
    let total = group.events.len();
    let mut wordings = Vec::new();
    let count = times(input, total);
    if names.len() <= 12 {
        let mut all = String::new();
        for name in &names {
            add(&mut all, messages.text(Key::ListSeparator), name);
        }
        let counted = || messages.fill(Key::EventsTimesNamed, &[&count, &all]);
        wordings.push(if names.len() == total { all.clone() } else { counted() });
    }
    if names.len() == total {
        for shown in [3, 2, 1] {
            if shown < total {
                let mut some = String::new();
                for name in &names[..shown.min(names.len())] {
                    add(&mut some, messages.text(Key::ListSeparator), name);
                }
                let more = messages.with(Key::AndMore, &decimal::whole((total - shown) as u64));
                wordings.push(messages.fill(Key::ListAndMore, &[&some, &more]));
            }
        }
    }
    if total > 1 {
        wordings.push(count);
    }
    wordings
}

/// What an event is called beside others of its kind: its place, its car or whom it was done
/// with, else what it is.
fn name<'a>(input: &Input<'a>, event: &'a Event) -> &'a str {
    let place = event.place.as_ref().filter(|place| *place != "world" && **place != input.options.place);
    let place = place.and_then(|place| input.dataset.place(place)).map(|place| place.name.as_str());
    let model = event.model.as_ref().and_then(|model| input.dataset.model(model)).map(|model| model.name.as_str());
    let named = match event.kind {
        EventKind::Launch | EventKind::Premiere => model.or(place),
        EventKind::Entry | EventKind::Rollout | EventKind::Deliveries | EventKind::Show | EventKind::TestDrive => {
            place.or(model)
        }
        EventKind::Collaboration | EventKind::Funding => {
            let partner = event.partner.as_ref().and_then(|partner| input.dataset.partner(partner));
            partner.map(|partner| partner.name.as_str())
        }
        _ => None,
    };
    named.unwrap_or(&event.title)
}

fn mark(input: &Input, group: &Group, lane: &str) -> Mark {
    let mut facts = Vec::new();
    for event in &group.events {
        facts.push(reference("event", &event.id));
    }
    let first = group.events[0];
    let alike = |side: fn(&Event) -> Option<&String>| {
        let one = side(first);
        if group.events.iter().all(|event| side(event) == one) { one } else { None }
    };
    let mut label = String::new();
    if !TOLD {
        // Nobody to say it to.
    } else if group.events.len() == 1 {
        label.push_str(&first.title);
        input.add_origin(&mut label, &group.period, &first.source);
    } else {
        let count = decimal::whole(group.events.len() as u64);
        label.push_str(&input.messages.fill(Key::NamedFigure, &[lane, &count]));
        add(&mut label, input.messages.text(Key::PartSeparator), &input.messages.period(&group.period));
    }
    let about = About {
        label,
        period: Some(group.period),
        place: alike(|event| event.place.as_ref()),
        model: alike(|event| event.model.as_ref()),
    };
    let mut mark = input.mark("event", facts[0].clone(), facts, about);
    mark.status = Some(first.status);
    if group.events.len() > 1 {
        input.add_sources(&mut mark.label, &mark.sources);
    }
    mark
}
