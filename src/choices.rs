//! What the filters of a widget can offer: only what its dataset holds, in words.

use serde::Serialize;

use crate::dataset::Dataset;
use crate::dataset::tables::{EventKind, Qualifier};
use crate::messages::{Key, Messages};
use crate::options::ViewKind;

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Choice {
    /// What the option becomes.
    pub id: String,
    /// What a reader would call it.
    pub label: String,
}

/// What there is to choose from, for each option.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Choices {
    /// The views.
    pub views: Vec<Choice>,
    /// Sources that a fact is told by.
    pub sources: Vec<Choice>,
    /// Qualifiers that a figure has.
    pub qualifiers: Vec<Choice>,
    /// Kinds of events that there are.
    pub kinds: Vec<Choice>,
    /// Places that a figure is given for.
    pub places: Vec<Choice>,
    /// Metrics that are observed.
    pub metrics: Vec<Choice>,
}

/// What a dataset lets a reader choose.
#[must_use]
pub fn choices(dataset: &Dataset, messages: &Messages) -> Choices {
    let choice = |id: &str, label: &str| Choice { id: id.to_owned(), label: label.to_owned() };
    let mut choices = Choices {
        views: Vec::new(),
        sources: Vec::new(),
        qualifiers: Vec::new(),
        kinds: Vec::new(),
        places: Vec::new(),
        metrics: Vec::new(),
    };
    for view in ViewKind::ALL {
        choices.views.push(choice(view.word(), messages.text(view_name(*view))));
    }
    // What any row names, by its position: the rows are gone through once, however many there are.
    let mut sources = vec![false; dataset.sources.len()];
    let mut places = vec![false; dataset.places.len()];
    let mut metrics = vec![false; dataset.metrics.len()];
    let note = |named: &mut [bool], position: Option<usize>| {
        if let Some(known) = position.and_then(|position| named.get_mut(position)) {
            *known = true;
        }
    };
    for row in &dataset.observations {
        note(&mut sources, dataset.source_position(&row.source));
        note(&mut places, dataset.place_position(&row.place));
        note(&mut metrics, dataset.metric_position(&row.metric));
    }
    let others = dataset.events.iter().map(|row| &row.source);
    for source in others.chain(dataset.statements.iter().map(|row| &row.source)) {
        note(&mut sources, dataset.source_position(source));
    }
    let blocks = dataset.columns.blocks();
    for block in blocks {
        for source in block.source.used() {
            note(&mut sources, dataset.source_position(source));
        }
        for place in block.place.used() {
            note(&mut places, dataset.place_position(place));
        }
        note(&mut metrics, dataset.metric_position(&block.metric));
    }
    for (source, _) in dataset.sources.iter().zip(&sources).filter(|(_, tells)| **tells) {
        choices.sources.push(choice(&source.id, &messages.source(source)));
    }
    for qualifier in Qualifier::ALL {
        let in_columns = || blocks.iter().any(|block| block.qualifier.is_used(|word| word == qualifier));
        if dataset.observations.iter().any(|row| row.qualifier == *qualifier) || in_columns() {
            choices.qualifiers.push(choice(qualifier.word(), messages.qualifier(*qualifier)));
        }
    }
    for kind in EventKind::ALL {
        if dataset.events.iter().any(|row| row.kind == *kind) {
            choices.kinds.push(choice(kind.word(), messages.event_kind(*kind)));
        }
    }
    for (place, _) in dataset.places.iter().zip(&places).filter(|(_, told)| **told) {
        choices.places.push(choice(&place.id, &place.name));
    }
    for (metric, _) in dataset.metrics.iter().zip(&metrics).filter(|(_, told)| **told) {
        choices.metrics.push(choice(&metric.id, &metric.name));
    }
    choices
}

fn view_name(view: ViewKind) -> Key {
    match view {
        ViewKind::Growth => Key::ChoicesGrowth,
        ViewKind::Markets => Key::ChoicesMarkets,
        ViewKind::Sales => Key::ChoicesSales,
        ViewKind::Lineup => Key::ChoicesLineup,
    }
}
