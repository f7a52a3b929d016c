//! Of figures in columns a dossier tells few: there are too many to read.

use crate::dataset::Dataset;
use crate::dataset::columns::{Point, Series};
use crate::telling::Fact;

/// Of the series that a point is in: the first and the last, the lowest and the highest, and
/// those before and after it.
pub(super) fn neighbours<'a>(dataset: &'a Dataset, point: Point<'a>) -> Vec<Point<'a>> {
    let exact = point.block.qualifier.is_exact(point.index);
    let is_its = |series: &&Series| {
        series.block.id == point.block.id && series.place() == point.place() && series.exact == exact
    };
    let mut found: Vec<Point> = Vec::new();
    for series in dataset.columns.all().iter().filter(is_its) {
        let time = point.time();
        let here = series.first(0..series.len(), |other| other >= time);
        let after = series.first(here..series.len(), |other| other > time);
        let mut wanted = vec![0, series.len() - 1, here.saturating_sub(1), after.min(series.len() - 1)];
        wanted.extend(series.extremes(0..series.len()).0.map_or([0, 0], |(lowest, highest)| [lowest, highest]));
        for at in wanted {
            let index = series.index(at);
            if index != point.index && !found.iter().any(|known| known.index == index) {
                found.push(point.block.point(index));
            }
        }
    }
    found
}

/// The last figure of each series that `wanted` names.
pub(super) fn latest<'a>(dataset: &'a Dataset, wanted: impl Fn(Fact<'a>) -> bool) -> Vec<Fact<'a>> {
    let mut facts = Vec::new();
    for series in dataset.columns.all().iter() {
        let fact = Fact::Point(series.block.point(series.index(series.len() - 1)));
        if wanted(fact) {
            facts.push(fact);
        }
    }
    facts
}
