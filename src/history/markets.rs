//! Where the brand is: the places that facts tell of, which of them are named markets as of
//! a day, and what count held then.

use super::History;
use crate::dataset::Dataset;
use crate::dataset::period::{Day, Period};
use crate::dataset::tables::{Event, EventKind, Observation, Place, PlaceKind, Qualifier, Statement, Status};
use crate::options::ViewOptions;
use crate::order;

/// The metric that counts markets.
pub const COUNT: &str = "markets";

/// The metrics that speak of their place as a market. Others do not: money can be put into a
/// country, and cars tested there, without any being sold.
const OF_A_MARKET: [&str; 5] = ["outlets", "cities", "deliveries", GROWTH, "sales-rank"];
const GROWTH: &str = "sales-growth";

/// The property of statements that say where the brand does business.
pub const COVERAGE: &str = "coverage";

/// A row that tells of a place.
#[derive(Clone, Copy, Debug)]
pub enum Told<'a> {
    /// An entry, a launch, a rollout or deliveries.
    Event(&'a Event),
    /// A figure about the place as a market.
    Figure(&'a Observation),
    /// Words on where the brand does business: these make no market.
    Words(&'a Statement),
}

impl<'a> Told<'a> {
    /// When it is true.
    #[must_use]
    pub fn period(self) -> &'a Period {
        match self {
            Self::Event(row) => &row.period,
            Self::Figure(row) => &row.period,
            Self::Words(row) => &row.period,
        }
    }

    /// Its model, if it is told of one.
    #[must_use]
    pub fn model(self) -> Option<&'a str> {
        match self {
            Self::Event(row) => row.model.as_deref(),
            Self::Figure(row) => row.model.as_deref(),
            Self::Words(_) => None,
        }
    }

    /// Its table, and its id there.
    #[must_use]
    pub fn reference(self) -> (&'static str, &'a str) {
        match self {
            Self::Event(row) => ("event", &row.id),
            Self::Figure(row) => ("observation", &row.id),
            Self::Words(row) => ("statement", &row.id),
        }
    }

    /// Whether it makes its place, a country, a market.
    #[must_use]
    pub fn makes_market(self) -> bool {
        !matches!(self, Self::Words(_))
    }

    /// Whether it tells that the brand came to the place.
    #[must_use]
    pub fn is_entry(self) -> bool {
        matches!(self, Self::Event(row) if row.kind == EventKind::Entry)
    }

    /// The day it ends at, and its rank among what ends then: what says most comes first.
    fn order(self) -> (i32, i32) {
        let rank = match self {
            Self::Event(row) => i32::from(row.kind != EventKind::Entry),
            Self::Figure(_) => 2,
            Self::Words(_) => 3,
        };
        (self.end().0, rank)
    }

    /// The day it ends at.
    fn end(self) -> Day {
        self.period().end().unwrap_or(Day(i32::MAX))
    }
}

/// A place, and all that is told of it as a market.
#[derive(Clone, Debug)]
pub struct PlaceTold<'a> {
    /// The place.
    pub place: &'a Place,
    /// In the order of time.
    rows: Vec<Told<'a>>,
    /// Where the row stands that makes it a named market.
    first: Option<usize>,
}

impl<'a> PlaceTold<'a> {
    /// What ends by a day, in the order of time; of what ends on one day an entry first, then
    /// other events, figures and words.
    #[must_use]
    pub fn by(&self, at: Day) -> &[Told<'a>] {
        let count = self.rows.iter().take_while(|row| row.end() <= at).count();
        self.rows.get(..count).unwrap_or_default()
    }

    /// The row that makes it a named market as of a day: the first of them. Only a country is
    /// one: a fact about a city or a region is not turned into one about a country.
    #[must_use]
    pub fn first(&self, at: Day) -> Option<Told<'a>> {
        let first = self.rows.get(self.first?)?;
        if first.end() <= at { Some(*first) } else { None }
    }
}

/// Everything told of markets, at all times.
#[derive(Clone, Debug)]
pub struct Markets<'a> {
    /// The places that anything is told of, in the order of the table.
    pub places: Vec<PlaceTold<'a>>,
    /// The counts, in the order of time.
    pub counts: Vec<&'a Observation>,
    /// The days at which any of it ends, in order, each once.
    pub days: Vec<Day>,
    /// The days since when places are named markets, in order: sorted as all is sorted.
    named: Vec<(i32, i32, usize)>,
}

impl<'a> Markets<'a> {
    /// What the options let through of the place they name, whatever days they name: a market
    /// that was told of once is still there in a stretch that begins later.
    #[must_use]
    pub fn new(dataset: &'a Dataset, options: &ViewOptions) -> Self {
        let history = History::of_all_times(dataset, options);
        let mut markets = Self { places: Vec::new(), counts: Vec::new(), days: Vec::new(), named: Vec::new() };
        // The rows of each place, by its position, in the order of time.
        let mut told: Vec<Vec<Told>> = vec![Vec::new(); dataset.places.len()];
        for (row, place) in rows(&history, options) {
            told[place].push(row);
        }
        let mut days = Vec::new();
        for (place, rows) in dataset.places.iter().zip(told) {
            if rows.is_empty() || place.kind == PlaceKind::World || !lies_in(dataset, place, &options.place) {
                continue;
            }
            for row in &rows {
                days.push((row.end().0, 0, 0));
            }
            let mut first = None;
            if place.kind == PlaceKind::Country {
                first = rows.iter().position(|row| row.makes_market());
            }
            if let Some(first) = first {
                markets.named.push((rows[first].end().0, 0, 0));
            }
            markets.places.push(PlaceTold { place, rows, first });
        }
        order::sort(&mut markets.named);
        for row in &history.observations {
            let whole = row.metric == COUNT && row.model.is_none() && row.partner.is_none();
            if whole && row.place == options.place && row.period.end().is_some() {
                markets.counts.push(row);
                days.push((order::day(row.period.end()), 0, 0));
            }
        }
        order::sort_by_key(&mut markets.counts, |row| (order::day(row.period.end()), order::day(row.period.start())));
        order::sort(&mut days);
        for (day, _, _) in days {
            if markets.days.last() != Some(&Day(day)) {
                markets.days.push(Day(day));
            }
        }
        markets
    }

    /// The count that held at a day: the latest that ends by it.
    #[must_use]
    pub fn count_held(&self, at: Day) -> Option<&'a Observation> {
        let held = |row: &&&Observation| row.period.end() <= Some(at);
        let ended = if cfg!(feature = "complete") {
            self.counts.partition_point(|row| held(&row))
        } else {
            self.counts.iter().take_while(held).count()
        };
        self.counts.get(ended.checked_sub(1)?).copied()
    }

    /// How many places are named markets at a day.
    #[must_use]
    pub fn named(&self, at: Day) -> usize {
        if cfg!(feature = "complete") {
            self.named.partition_point(|(day, _, _)| *day <= at.0)
        } else {
            self.named.iter().take_while(|(day, _, _)| *day <= at.0).count()
        }
    }

    /// The markets that are counted at a day and not named.
    #[must_use]
    pub fn nameless(&self, at: Day) -> Nameless {
        let named = self.named(at) as f64;
        match self.count_held(at) {
            Some(row) if row.qualifier == Qualifier::Exact && row.value >= named + 1.0 => {
                Nameless::Exactly((row.value - named) as usize)
            }
            Some(row) if row.qualifier.is_lower_bound() && row.value > named => Nameless::Some,
            _ => Nameless::None,
        }
    }
}

/// How many markets are counted and not named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nameless {
    /// None, or no count says.
    None,
    /// The count held, which is exact, less the named.
    Exactly(usize),
    /// Some: more are counted than are named. How many no text tells: nothing is subtracted
    /// from a bound.
    Some,
}

/// What is told of places as markets, in the order of time, and the position of each one's place.
fn rows<'a>(history: &History<'a>, options: &ViewOptions) -> Vec<(Told<'a>, usize)> {
    let mut rows = Vec::new();
    let mut add = |row: Told<'a>, place: Option<&str>| {
        if let Some(place) = place.and_then(|place| history.dataset.place_position(place)) {
            rows.push((row, place));
        }
    };
    for row in &history.events {
        let wanted = options.kinds.is_empty() || options.kinds.contains(&row.kind);
        let happened = row.kind.makes_market() && row.status == Status::Reported && row.period.end().is_some();
        if wanted && happened {
            add(Told::Event(row), row.place.as_deref());
        }
    }
    for row in &history.observations {
        let of_a_market = OF_A_MARKET.iter().any(|metric| *metric == row.metric);
        // Growth may be none or less; no outlets are no market.
        let some = row.value > 0.0 || row.metric == GROWTH;
        if of_a_market && some && row.period.end().is_some() {
            add(Told::Figure(row), Some(&row.place));
        }
    }
    for row in &history.statements {
        let reported = row.status == Status::Reported && row.period.end().is_some();
        if reported && row.property == COVERAGE {
            add(Told::Words(row), row.subject.strip_prefix("place:"));
        }
    }
    let mut keyed = Vec::new();
    for (index, (row, _)) in rows.iter().enumerate() {
        let (end, rank) = row.order();
        keyed.push((end, rank, index));
    }
    order::sort(&mut keyed);
    let mut sorted = Vec::new();
    for (_, _, index) in keyed {
        sorted.push(rows[index]);
    }
    sorted
}

/// Whether a place is another or lies in it; everything lies in the world.
#[must_use]
pub fn lies_in(dataset: &Dataset, place: &Place, whole: &str) -> bool {
    whole == "world" || find_above(dataset, place, &|above| above.id == whole).is_some()
}

/// The continent that a place lies in; `None` where the dataset does not say.
#[must_use]
pub fn continent<'a>(dataset: &'a Dataset, place: &'a Place) -> Option<&'a Place> {
    find_above(dataset, place, &|above| above.kind == PlaceKind::Continent)
}

/// The place itself or the nearest of those it lies in that is wanted.
#[inline(never)]
fn find_above<'a>(dataset: &'a Dataset, place: &'a Place, wanted: &dyn Fn(&Place) -> bool) -> Option<&'a Place> {
    let mut places = vec![place];
    let mut next = 0;
    while let Some(place) = places.get(next) {
        if wanted(place) {
            return Some(place);
        }
        for parent in &place.parents {
            if let Some(parent) = dataset.place(parent)
                && !places.iter().any(|known| known.id == parent.id)
            {
                places.push(parent);
            }
        }
        next += 1;
    }
    None
}
