//! Datasets and options made up at random: odd names, extreme figures, open and long periods,
//! anything that the check lets pass.

use fastrand::Rng;
use smart_footprint::dataset::Dataset;
use smart_footprint::dataset::node::Value;
use smart_footprint::dataset::period::{Basis, Day, Period, Precision};
use smart_footprint::dataset::tables::{
    Conflict, Event, EventKind, Metric, MetricKind, Model, ModelKind, Observation, Partner, Place, PlaceKind,
    Qualifier, Source, SourceKind, Statement, Status,
};
use smart_footprint::options::ViewOptions;

const NAMES: [&str; 24] = [
    "A",
    ".",
    "–",
    "Finland",
    "Hong Kong",
    "Bosnia and Herzegovina",
    "Saint Vincent and the Grenadines",
    "United Kingdom of Great Britain and Northern Ireland",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "المملكة العربية السعودية",
    "כוכב הים הגדול",
    "中华人民共和国香港特别行政区",
    "日本",
    "ประเทศไทย",
    "🚗🚙",
    "👩‍👩‍👧‍👦 family",
    "Z̸̢͎a̷l̵g̶o̴",
    "e\u{301}e\u{301}e\u{301}",
    "a\u{200b}b\u{feff}c",
    "two\nlines\tand a tab",
    "  spaces  ",
    "<b>&amp;</b>",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii",
];

const COUNTRIES: [&str; 30] = [
    "FI", "SE", "NO", "DE", "FR", "ES", "IT", "PT", "GB", "IE", "CN", "JP", "KR", "HK", "SG", "IN", "US", "CA", "MX",
    "BR", "AR", "CL", "AU", "NZ", "ZA", "EG", "MA", "KE", "SA", "AE",
];

const CONTINENTS: [&str; 6] = ["africa", "asia", "europe", "north-america", "oceania", "south-america"];

/// What makes a place a market.
const MARKETS: [EventKind; 3] = [EventKind::Entry, EventKind::Rollout, EventKind::Deliveries];

fn pick<'a, T>(random: &mut Rng, items: &'a [T]) -> &'a T {
    &items[random.usize(..items.len())]
}

fn one_in(random: &mut Rng, count: u32) -> bool {
    random.u32(..count) == 0
}

fn name(random: &mut Rng) -> String {
    let mut name = (*pick(random, &NAMES)).to_owned();
    if one_in(random, 12) {
        name = [&name, *pick(random, &NAMES)].map(|part: &str| part.to_owned()).join(" ").repeat(random.usize(1..4));
    }
    if name.trim().is_empty() { "x".to_owned() } else { name }
}

fn value(random: &mut Rng) -> f64 {
    const EXTREMES: [f64; 12] = [0.0, -0.0, 1.0, 3.0, 1e-3, -1e-3, -5.0, -100.0, 4e7, 1e15, -1e15, 99.995];
    match random.u32(..4) {
        0 => *pick(random, &EXTREMES),
        1 => (random.f64() * 2_000.0).round() / 10.0 - 50.0,
        _ => f64::from(random.u32(..700)),
    }
}

fn day(random: &mut Rng) -> Day {
    match random.u32(..20) {
        0 => Day::parse("0001-01-01").unwrap(),
        1 => Day::parse("9999-12-31").unwrap(),
        2 => Day(random.i32(-40_000..40_000)),
        _ => Day(random.i32(19_000..20_700)),
    }
}

fn period(random: &mut Rng) -> Period {
    let basis = *pick(random, Basis::ALL);
    let from = day(random);
    let with = |from: Option<Day>, to: Option<Day>, precision| Period { from, to, precision, basis };
    let (year, month, _) = from.civil();
    let whole = |first: Option<Day>, next: Option<Day>, precision| match (first, next) {
        (Some(first), Some(next)) => Some(with(Some(first), Some(Day(next.0 - 1)), precision)),
        _ => None,
    };
    let of_month = |year: i32, month: u8| Day::from_civil(year, month, 1);
    let period = match random.u32(..8) {
        0 => Some(with(Some(from), Some(from), Precision::Day)),
        1 => Some(with(None, Some(from), Precision::Span)),
        2 => Some(with(Some(from), None, Precision::Span)),
        3 if month < 12 => whole(of_month(year, month), of_month(year, month + 1), Precision::Month),
        4 => whole(of_month(year, 1), of_month(year, 7), Precision::HalfYear),
        5 => whole(of_month(year, 1), of_month(year + 1, 1), Precision::Year),
        6 => whole(of_month(year / 10 * 10, 1), of_month(year / 10 * 10 + 10, 1), Precision::Decade),
        _ => None,
    };
    let days = random.i32(0..3_000);
    period.unwrap_or_else(|| with(Some(from), Some(Day((from.0 + days).min(2_932_896))), Precision::Span))
}

/// The period of many rows, so that some stand side by side.
fn shared_period(random: &mut Rng, known: &[Period]) -> Period {
    if one_in(random, 4) { period(random) } else { *pick(random, known) }
}

/// As many as `most`, often few.
fn count(random: &mut Rng, most: usize) -> usize {
    match random.u32(..5) {
        0 => 0,
        1 => random.usize(..3.min(most)),
        _ => random.usize(..=most),
    }
}

pub fn dataset(random: &mut Rng) -> Dataset {
    let mut dataset = Dataset::from_checked(&Value::Map(Vec::new()).into());
    dataset.about.brand = name(random);
    dataset.about.edition = day(random);
    add_places(random, &mut dataset);
    add_metrics(random, &mut dataset);
    for index in 0..=count(random, 6) {
        let publisher = if one_in(random, 4) { None } else { Some(name(random)) };
        let (title, kind) = (name(random), *pick(random, SourceKind::ALL));
        let id = format!("s{index}");
        dataset.sources.push(Source { id, publisher, title, kind, published: period(random), url: None });
    }
    for index in 0..count(random, 4) {
        let name = name(random);
        dataset.partners.push(Partner { id: format!("p{index}"), name, kind: "distributor".to_owned() });
    }
    for index in 0..count(random, 16) {
        let kind = if one_in(random, 2) { ModelKind::Model } else { *pick(random, ModelKind::ALL) };
        let base = (index > 0 && kind != ModelKind::Model).then(|| format!("m{}", random.usize(..index)));
        dataset.models.push(Model { id: format!("m{index}"), name: name(random), kind, base });
    }
    let periods: Vec<Period> = (0..3).map(|_| period(random)).collect();
    add_observations(random, &mut dataset, &periods);
    add_events(random, &mut dataset, &periods);
    for index in 0..count(random, 8) {
        let Some(subject) = any(random, &dataset.models, |model| &model.id).map(|id| format!("model:{id}")) else {
            break;
        };
        dataset.statements.push(Statement {
            id: format!("t{index}"),
            subject,
            property: "body".to_owned(),
            text: name(random),
            period: shared_period(random, &periods),
            status: Status::Reported,
            term: Some(name(random)),
            source: pick(random, &dataset.sources).id.clone(),
            passage: None,
        });
    }
    add_conflicts(random, &mut dataset);
    dataset.indexed()
}

/// One of the ids, or none.
fn any<T>(random: &mut Rng, rows: &[T], id: fn(&T) -> &String) -> Option<String> {
    if rows.is_empty() { None } else { Some(id(pick(random, rows)).clone()) }
}

fn add_places(random: &mut Rng, dataset: &mut Dataset) {
    let mut add = |id: &str, kind: PlaceKind, parent: &str, name: String| {
        let parents = if parent.is_empty() { Vec::new() } else { vec![parent.to_owned()] };
        dataset.places.push(Place { id: id.to_owned(), name, kind, parents, inside: None });
    };
    add("world", PlaceKind::World, "", "World".to_owned());
    for id in CONTINENTS {
        add(id, PlaceKind::Continent, "world", name(random));
    }
    add("a-region", PlaceKind::Region, "asia", name(random));
    for id in COUNTRIES.iter().take(count(random, 30)) {
        let parent = *pick(random, &["africa", "asia", "europe", "a-region", "world", ""]);
        add(id, PlaceKind::Country, parent, name(random));
    }
    add("a-city", PlaceKind::City, "europe", name(random));
}

fn add_metrics(random: &mut Rng, dataset: &mut Dataset) {
    const KNOWN: [(&str, &str, MetricKind); 8] = [
        ("markets", "markets", MetricKind::Stock),
        ("markets-entered", "markets", MetricKind::Flow),
        ("models", "models", MetricKind::Stock),
        ("deliveries", "vehicles", MetricKind::Cumulative),
        ("sales-growth", "percent", MetricKind::Rate),
        ("sales-rank", "rank", MetricKind::Rank),
        ("outlets", "outlets", MetricKind::Stock),
        ("range", "km", MetricKind::Quantity),
    ];
    for (id, unit, kind) in KNOWN {
        if !one_in(random, 5) {
            dataset.metrics.push(metric(id, name(random), unit, kind));
        }
    }
    for index in 0..random.usize(..3) {
        let unit = name(random);
        dataset.metrics.push(metric(&format!("x{index}"), name(random), &unit, *pick(random, MetricKind::ALL)));
    }
}

fn metric(id: &str, name: String, unit: &str, kind: MetricKind) -> Metric {
    let (id, unit, called) = (id.to_owned(), unit.to_owned(), name.clone());
    let definition = "What it means.".to_owned();
    Metric { id, name, called, unit_one: unit.clone(), unit_other: unit.clone(), unit, kind, definition }
}

fn add_observations(random: &mut Rng, dataset: &mut Dataset, periods: &[Period]) {
    for index in 0..count(random, 70) {
        let Some(metric) = any(random, &dataset.metrics, |metric| &metric.id) else { break };
        let world = one_in(random, 2);
        let place = if world { "world".to_owned() } else { pick(random, &dataset.places).id.clone() };
        let model = if one_in(random, 8) { any(random, &dataset.models, |model| &model.id) } else { None };
        let partner = if one_in(random, 12) { any(random, &dataset.partners, |partner| &partner.id) } else { None };
        let exact = one_in(random, 2);
        let repeated = if one_in(random, 15) { any(random, &dataset.observations, |row| &row.id) } else { None };
        dataset.observations.push(Observation {
            id: format!("o{index}"),
            metric,
            place,
            model,
            partner,
            value: value(random),
            qualifier: if exact { Qualifier::Exact } else { *pick(random, Qualifier::ALL) },
            period: shared_period(random, periods),
            term: name(random),
            method: if one_in(random, 2) { None } else { Some(name(random)) },
            restates: repeated,
            source: pick(random, &dataset.sources).id.clone(),
            passage: None,
            note: None,
        });
    }
}

fn add_events(random: &mut Rng, dataset: &mut Dataset, periods: &[Period]) {
    for index in 0..count(random, 70) {
        let status = if one_in(random, 5) { *pick(random, Status::ALL) } else { Status::Reported };
        let place = if one_in(random, 3) { None } else { Some(pick(random, &dataset.places).id.clone()) };
        dataset.events.push(Event {
            id: format!("e{index}"),
            kind: if one_in(random, 2) { *pick(random, &MARKETS) } else { *pick(random, EventKind::ALL) },
            period: shared_period(random, periods),
            status,
            place,
            model: if one_in(random, 2) { any(random, &dataset.models, |model| &model.id) } else { None },
            partner: if one_in(random, 6) { any(random, &dataset.partners, |partner| &partner.id) } else { None },
            title: name(random),
            group: None,
            part_of: None,
            open_list: one_in(random, 8),
            source: pick(random, &dataset.sources).id.clone(),
            passage: None,
        });
    }
}

fn add_conflicts(random: &mut Rng, dataset: &mut Dataset) {
    for index in 0..count(random, 4) {
        let observation = any(random, &dataset.observations, |row| &row.id).map(|id| format!("observation:{id}"));
        let event = any(random, &dataset.events, |row| &row.id).map(|id| format!("event:{id}"));
        let other = any(random, &dataset.observations, |row| &row.id).map(|id| format!("observation:{id}"));
        let between: Vec<String> = [observation, event, other].into_iter().flatten().collect();
        if between.len() > 1 {
            dataset.conflicts.push(Conflict { id: format!("c{index}"), what: name(random), between });
        }
    }
}

pub fn options(random: &mut Rng, dataset: &Dataset) -> ViewOptions {
    let mut options = ViewOptions { controls: random.bool(), ..ViewOptions::default() };
    let mut sometimes = |count: u32| one_in(random, count);
    let [from, to, at, published] = [sometimes(6), sometimes(6), sometimes(5), sometimes(8)];
    let [place, metric, sources, qualifiers, kinds, words] =
        [sometimes(6), sometimes(8), sometimes(8), sometimes(10), sometimes(8), sometimes(8)];
    options.from = from.then(|| day(random));
    options.to = to.then(|| day(random));
    options.at = at.then(|| day(random));
    options.published_by = published.then(|| day(random));
    if place {
        options.place.clone_from(&pick(random, &dataset.places).id);
    }
    options.metric = if metric { any(random, &dataset.metrics, |metric| &metric.id) } else { None };
    options.sources.extend(sources.then(|| pick(random, &dataset.sources).id.clone()));
    options.qualifiers.extend(qualifiers.then(|| *pick(random, Qualifier::ALL)));
    options.kinds.extend(kinds.then(|| *pick(random, EventKind::ALL)));
    if words {
        options.heading = Some(name(random));
        options.subheading = Some(String::new());
        options.note = Some(name(random));
    }
    options
}

pub fn width(random: &mut Rng) -> f64 {
    if one_in(random, 3) {
        *pick(random, &[200.0, 320.0, 479.0, 480.0, 800.0, 1100.0, 1600.0, 2000.0])
    } else {
        200.0 + random.f64() * 1_800.0
    }
}
