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
    let blocks = dataset.columns.blocks();
    let tells = |id: &String| {
        dataset.observations.iter().any(|row| row.source == *id)
            || dataset.events.iter().any(|row| row.source == *id)
            || dataset.statements.iter().any(|row| row.source == *id)
            || blocks.iter().any(|block| block.source.is_used(|word| word == id))
    };
    for source in dataset.sources.iter().filter(|source| tells(&source.id)) {
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
    for place in &dataset.places {
        let in_columns = || blocks.iter().any(|block| block.place.is_used(|word| *word == place.id));
        if dataset.observations.iter().any(|row| row.place == place.id) || in_columns() {
            choices.places.push(choice(&place.id, &place.name));
        }
    }
    for metric in &dataset.metrics {
        let in_columns = || blocks.iter().any(|block| block.metric == metric.id);
        if dataset.observations.iter().any(|row| row.metric == metric.id) || in_columns() {
            choices.metrics.push(choice(&metric.id, &metric.name));
        }
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
