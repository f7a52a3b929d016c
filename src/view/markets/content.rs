//! What the view draws: the named markets by continent, what else is told of places, and
//! what count held.

use super::Input;
use crate::dataset::period::{Day, Period};
use crate::dataset::tables::Observation;
use crate::history::markets::{Markets, Nameless, PlaceTold, continent};
use crate::messages::Key;
use crate::order;

/// Later than every day.
const END_OF_TIME: Day = Day(i32::MAX);

/// The named markets of a continent.
pub(super) struct Group<'a> {
    /// Its name.
    pub name: &'a str,
    /// Whether the dataset says which continent it is.
    known: bool,
    /// All that are named markets at any time, in the order in which they became known.
    pub places: Vec<&'a PlaceTold<'a>>,
}

/// Everything that is drawn.
pub(super) struct Content<'a> {
    /// What is told, at all times.
    pub markets: &'a Markets<'a>,
    /// The day the view is drawn as of.
    pub at: Day,
    /// The count that held then.
    pub count: Option<&'a Observation>,
    /// How many markets are named then.
    pub named: usize,
    /// Those that are counted and not named.
    pub nameless: Nameless,
    /// The continents, the one with the most markets of all times first: so they keep their
    /// places while the day changes.
    pub groups: Vec<Group<'a>>,
    /// How many places are told of that are no named market at any time.
    pub others: usize,
    /// The last of all entries by the day end then, and these are their periods as one.
    pub entered: Option<Period>,
}

impl<'a> Content<'a> {
    pub fn new(input: &Input<'a>, markets: &'a Markets<'a>, at: Day) -> Self {
        let mut content = Self {
            markets,
            at,
            count: markets.count_held(at),
            named: markets.named(at),
            nameless: markets.nameless(at),
            groups: Vec::new(),
            others: 0,
            entered: None,
        };
        let mut groups: Vec<Group> = Vec::new();
        for place in &markets.places {
            if place.first(END_OF_TIME).is_none() {
                content.others += 1;
                continue;
            }
            let continent = continent(input.dataset, place.place);
            let name = continent.map_or(input.messages.text(Key::MarketsElsewhere), |place| &place.name);
            match groups.iter().position(|group| group.name == name) {
                Some(index) => groups[index].places.push(place),
                None => groups.push(Group { name, known: continent.is_some(), places: vec![place] }),
            }
            content.entered = latest(content.entered, place, at);
        }
        for group in &mut groups {
            order::sort_by_key(&mut group.places, |place| {
                (order::day(place.first(END_OF_TIME).and_then(|row| row.period().end())), 0)
            });
        }
        // The largest first, what has no continent last.
        while !groups.is_empty() {
            let mut next = 0;
            for (index, group) in groups.iter().enumerate() {
                let rank = |group: &Group| (group.known, group.places.len());
                if rank(group) > rank(&groups[next]) {
                    next = index;
                }
            }
            content.groups.push(groups.remove(next));
        }
        content
    }

    /// Whether the last of all entries is one into this place.
    pub fn has_entered(&self, place: &PlaceTold) -> bool {
        let mut entered = false;
        for row in place.by(self.at) {
            entered |= row.is_entry() && row.period().end() == self.entered.and_then(|period| period.end());
        }
        entered
    }

    /// How many nameless markets there are at most, at any day that is told of.
    pub fn most_nameless(&self) -> usize {
        let mut most = 0;
        for day in &self.markets.days {
            most = most.max(match self.markets.nameless(*day) {
                Nameless::None => 0,
                Nameless::Exactly(count) => count,
                Nameless::Some => 1,
            });
        }
        most
    }
}

/// The period of the latest entries, of those known and those of a place.
fn latest(known: Option<Period>, place: &PlaceTold, at: Day) -> Option<Period> {
    let mut latest = known;
    for row in place.by(at) {
        let period = row.period();
        let known_end = latest.and_then(|period| period.end());
        if !row.is_entry() || period.end() < known_end {
            continue;
        }
        latest = match latest {
            // They differ in all but their end.
            Some(known) if known_end == period.end() && known != *period => Some(Period { from: None, ..known }),
            _ => Some(*period),
        };
    }
    latest
}
