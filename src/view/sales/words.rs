//! What the view says in words: the finding, what is measured against what, and what the
//! sources leave out. No more than the figures say: a bound is not read as a value.

use super::Input;
use super::rates::{Content, Group};
use crate::dataset::period::Basis;
use crate::dataset::tables::{Observation, PlaceKind, Qualifier};
use crate::decimal;
use crate::messages::{Key, Messages};
use crate::text::add;

/// The metric that sentences about selling are said of; others are told by their name.
const SALES: &str = "sales-growth";

/// The metric that counts the places the brand sells in.
const MARKETS: &str = "markets";

pub(super) fn title(input: &Input, content: &Content) -> String {
    let messages = input.messages;
    let Some(metric) = content.metric else {
        let Some(row) = content.figures.first() else { return String::new() };
        let name = input.dataset.metric(&row.metric).map_or("", |metric| &metric.name);
        let mut place = place_in_words(input, row);
        if let Some(model) = row.model.as_deref().and_then(|id| input.dataset.model(id)) {
            add(&mut place, messages.text(Key::PartSeparator), &model.name);
        }
        return messages.fill(Key::SalesTitleNamed, &[name, &place, &input.figure(row)]);
    };
    let findings = findings(input, content);
    if let Some(whole) = &content.whole {
        let mut title = of_whole(input, content, whole);
        add(&mut title, messages.text(Key::ClauseSeparator), &findings);
        return title;
    }
    // Bounds alone tell neither growth nor fall: the period stands for the finding.
    let when = content.period.map_or(String::new(), |period| messages.period(&period));
    let finding = if findings.is_empty() { &when } else { &findings };
    messages.fill(Key::NamedFigure, &[&metric.name, finding])
}

/// What is said of the whole: a change, where the figure is one that a sentence can say.
fn of_whole(input: &Input, content: &Content, whole: &Group) -> String {
    let messages = input.messages;
    let row = whole.first();
    let place = place_in_words(input, row);
    let name = content.metric.map_or("", |metric| &metric.name);
    if whole.rows.iter().any(|other| input.hedged(other) != input.hedged(row)) {
        return messages.fill(Key::SalesTitleDiffer, &[name, &place]);
    }
    let is_exact = matches!(row.qualifier, Qualifier::Exact | Qualifier::About);
    let is_of_sales = content.metric.is_some_and(|metric| metric.id == SALES && metric.unit == "percent");
    let size = messages.with(Key::FigurePercent, &messages.number(row.value.abs()));
    let size = messages.hedge(&size, row.qualifier);
    if is_of_sales && row.value > 0.0 {
        messages.fill(Key::SalesTitleMore, &[&size, &place])
    } else if is_of_sales && row.value < 0.0 && is_exact {
        messages.fill(Key::SalesTitleLess, &[&size, &place])
    } else if is_of_sales && row.value == 0.0 && row.qualifier == Qualifier::Exact {
        messages.with(Key::SalesTitleSame, &place)
    } else {
        // A bound on a fall is none on its size.
        messages.fill(Key::SalesTitleNamed, &[name, &place, &input.figure(row)])
    }
}

/// What every source says of a place.
#[derive(Clone, Copy, PartialEq)]
enum Change {
    Doubled,
    Grew,
    Fell,
    Same,
    Untold,
}

fn change(input: &Input, row: &Observation) -> Change {
    let is_percent = input.dataset.metric(&row.metric).is_some_and(|metric| metric.unit == "percent");
    let (value, qualifier) = (row.value, row.qualifier);
    let is_least = qualifier == Qualifier::Exact || qualifier.is_lower_bound();
    if is_percent && is_least && (value > 100.0 || value >= 100.0 && qualifier == Qualifier::MoreThan) {
        Change::Doubled
    } else if value > 0.0 && !qualifier.is_upper_bound() || value == 0.0 && qualifier == Qualifier::MoreThan {
        Change::Grew
    } else if value < 0.0 && !qualifier.is_lower_bound() || value == 0.0 && qualifier == Qualifier::LessThan {
        Change::Fell
    } else if value == 0.0 && qualifier == Qualifier::Exact {
        Change::Same
    } else {
        Change::Untold
    }
}

/// What is said of the parts, as half a sentence; empty where they do not tell.
fn findings(input: &Input, content: &Content) -> String {
    let messages = input.messages;
    let mut counts = [0_u32; 5];
    let (mut all, mut doubled, mut only) = (0, None, None);
    let mut of_countries = true;
    for group in &content.groups {
        if !group.is_of_place() {
            continue;
        }
        let mut told = change(input, group.first());
        for row in &group.rows {
            match (told, change(input, row)) {
                (known, other) if known == other => {}
                (Change::Doubled, Change::Grew) | (Change::Grew, Change::Doubled) => told = Change::Grew,
                _ => told = Change::Untold,
            }
        }
        all += 1;
        counts[told as usize] += 1;
        if told == Change::Doubled {
            doubled = Some(group.first());
        }
        only = Some(group.first());
        if input.dataset.place(&group.first().place).is_none_or(|place| place.kind != PlaceKind::Country) {
            of_countries = false;
        }
    }
    let [twofold, grew, fell, _, untold] = counts;
    let word = |count: u32| messages.number_word(f64::from(count));
    let say =
        |markets: Key, places: Key, values: &[&str]| messages.fill(if of_countries { markets } else { places }, values);
    let every =
        if all == 2 { messages.text(Key::SalesBoth).to_owned() } else { messages.with(Key::SalesAll, &word(all)) };
    match (doubled, only) {
        (Some(row), _) if twofold == 1 => messages.with(Key::SalesDoubledPlace, &place_name(input, row)),
        (Some(_), _) => say(Key::SalesDoubledMarkets, Key::SalesDoubledPlaces, &[&word(twofold)]),
        (_, Some(row)) if all == 1 => messages.fill(Key::NamedFigure, &[&place_name(input, row), &input.figure(row)]),
        (_, Some(_)) if untold == 0 => match grew {
            _ if grew == all => say(Key::SalesAllGrewMarkets, Key::SalesAllGrewPlaces, &[&every]),
            _ if fell == all => say(Key::SalesAllFellMarkets, Key::SalesAllFellPlaces, &[&every]),
            0 => say(Key::SalesNoneGrewMarkets, Key::SalesNoneGrewPlaces, &[&word(all)]),
            1 => say(Key::SalesSomeGrewMarketsOne, Key::SalesSomeGrewPlacesOne, &[&word(grew), &word(all)]),
            _ => say(Key::SalesSomeGrewMarketsOther, Key::SalesSomeGrewPlacesOther, &[&word(grew), &word(all)]),
        },
        _ => String::new(),
    }
}

/// A row's place as part of a sentence.
fn place_in_words(input: &Input, row: &Observation) -> String {
    match input.dataset.place(&row.place) {
        Some(place) => input.messages.whereabouts(Some(place)),
        None => input.messages.with(Key::InPlace, &row.place),
    }
}

/// The name of a row's place.
pub(super) fn place_name(input: &Input, row: &Observation) -> String {
    if row.place == "world" {
        return input.messages.text(Key::SalesWorld).to_owned();
    }
    input.dataset.place(&row.place).map_or(&row.place, |place| &place.name).clone()
}

/// What most bars are measured against; the whole's own where there is one.
pub(super) fn method<'a>(content: &Content<'a>) -> Option<&'a str> {
    let first = content.whole.as_ref().or(content.groups.first())?;
    first.first().method.as_deref()
}

pub(super) fn subtitle(input: &Input, content: &Content) -> String {
    let messages = input.messages;
    let place = messages.caption_place(input.dataset.place(&input.options.place));
    let (Some(metric), Some(period)) = (content.metric, content.period) else {
        let mut text = input.dataset.about.brand.clone();
        // The title tells the first figure; its method belongs to it.
        if let Some(row) = content.figures.first() {
            add(&mut text, messages.text(Key::PartSeparator), row.method.as_deref().unwrap_or_default());
            add(&mut text, messages.text(Key::PartSeparator), &when(input, row));
        }
        return text;
    };
    let method = method(content).unwrap_or(messages.text(Key::SalesMethodNotTold));
    let brand = &input.dataset.about.brand;
    messages.fill(Key::SalesSubtitle, &[&metric.name, brand, &place, &messages.within(&period), method])
}

/// When a figure is true, and whether that is our reading.
pub(super) fn when(input: &Input, row: &Observation) -> String {
    let messages = input.messages;
    let mut when = messages.period(&row.period);
    if row.period.basis == Basis::Inferred {
        add(&mut when, messages.text(Key::PartSeparator), messages.text(Key::FormInferred));
    }
    when
}

/// Sentences on what the sources leave out, and on what is not drawn.
pub(super) fn notes(input: &Input, content: &Content) -> Vec<String> {
    let messages = input.messages;
    let mut notes = Vec::new();
    let Some(metric) = content.metric else { return notes };
    let mut sentences = String::new();
    if metric.id == SALES && !content.cars_are_told {
        sentences.push_str(messages.text(Key::SalesNoCars));
    }
    add(&mut sentences, messages.text(Key::SentenceSeparator), &picked(input, content));
    if !sentences.is_empty() {
        notes.push(sentences);
    }
    if content.of_other_periods > 0 {
        notes.push(messages.with(Key::SalesOtherPeriods, &decimal::whole(content.of_other_periods as u64)));
    }
    notes
}

/// How many markets the sources give figures for, of how many: that of the others is not told.
fn picked(input: &Input, content: &Content) -> String {
    let messages = input.messages;
    let Some(first) = content.whole.as_ref().or(content.groups.first()) else { return String::new() };
    let source = &first.first().source;
    // Places that any source gives a figure for, and those that the first one does.
    let (mut places, mut by_source, mut is_one_source) = (0_u32, 0_u32, true);
    for group in &content.groups {
        let place = input.dataset.place(&group.first().place);
        if group.is_of_place() && place.is_some_and(|place| place.kind == PlaceKind::Country) {
            places += 1;
            by_source += u32::from(group.rows.iter().any(|row| row.source == *source));
            is_one_source &= group.rows.iter().all(|row| row.source == *source);
        }
    }
    if places == 0 {
        return String::new();
    }
    let end = content.period.and_then(|period| period.end());
    let counted = input.dataset.observations.iter().find(|row| {
        row.metric == MARKETS
            && row.place == input.options.place
            && row.period.end() == end
            && row.source == *source
            && row.restates.is_none()
            && row.model.is_none()
            && row.partner.is_none()
    });
    let name = match input.dataset.source(source) {
        Some(source) if !is_one_source => messages.source_name(source),
        _ => messages.text(Key::SalesTheSource).to_owned(),
    };
    let word = |count: u32| messages.number_word(f64::from(count));
    match counted {
        Some(row) if by_source > 0 => {
            let key = Messages::form(by_source.into(), Key::SalesNamedOfOne, Key::SalesNamedOfOther);
            messages.fill(key, &[&input.hedged(row), &name, &word(by_source)])
        }
        _ => messages.with(Key::SalesNamed, &word(places)),
    }
}
