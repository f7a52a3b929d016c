//! The mark of a column of pixels: of one figure, or of a range of several.

use super::Input;
use super::pixels::Pixel;
use crate::dataset::columns::{Series, day_of};
use crate::dataset::period::{Basis, Period, Precision};
use crate::dataset::tables::Metric;
use crate::decimal;
use crate::scene::mark::Span;
use crate::scene::{Mark, Rectangle};

/// Its label is told when somebody asks for it ([`crate::evidence::label`]).
pub(super) fn mark(input: &Input, metric: &Metric, series: &Series, pixel: &Pixel) -> Mark {
    let point = |at: usize| series.block.point(series.index(at));
    let (first, last) = (point(pixel.within.start), point(pixel.within.end - 1));
    let alone = pixel.count() == 1;
    let mut facts = vec![point(pixel.lowest).reference()];
    if pixel.highest != pixel.lowest {
        facts.push(point(pixel.highest).reference());
    }
    let mut sources: Vec<String> = Vec::new();
    for at in pixel.corners() {
        let source = point(at).source();
        if !sources.iter().any(|known| known == source) {
            sources.push(source.to_owned());
        }
    }
    let (from, to) = (first.time(), last.time());
    let period = if alone {
        first.period()
    } else {
        let (from, to) = (day_of(from), day_of(to));
        let precision = if from == to { Precision::Day } else { Precision::Span };
        Period { from: Some(from), to: Some(to), precision, basis: Basis::Stated }
    };
    let index = |at: usize| decimal::whole(series.index(at) as u64);
    Mark {
        id: if alone {
            facts[0].clone()
        } else {
            let (from, to) = (index(pixel.within.start), index(pixel.within.end - 1));
            ["range:", &series.block.id, ":", &from, "-", &to].concat()
        },
        view: input.options.view.word(),
        kind: if alone { "point" } else { "range" },
        label: String::new(),
        value: alone.then(|| first.value()),
        unit: Some(metric.unit.clone()),
        metric: Some(metric.id.clone()),
        qualifier: if alone || series.exact { Some(first.qualifier()) } else { None },
        status: None,
        period: Some(period),
        facts,
        conflicts: Vec::new(),
        place: Some(series.place().to_owned()),
        model: None,
        sources,
        row: 0,
        bounds: Rectangle::new(0.0, 0.0, 0.0, 0.0),
        span: Some(Span {
            count: pixel.count(),
            from,
            to,
            lowest: series.value(pixel.lowest),
            highest: series.value(pixel.highest),
        }),
    }
}
