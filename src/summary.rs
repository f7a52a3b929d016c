//! What a picture shows and how sure it is, in words, for who cannot see it: counted from its
//! marks, so that it says of no other facts than the picture does.

use crate::dataset::period::Basis;
use crate::dataset::tables::{Qualifier, Status};
use crate::messages::{Key, Messages};
use crate::scene::Mark;

/// The line under the title, then how many marks there are, and of them how many figures are
/// printed without a hedge, are bounds or rounded, how many dates are inferred, and what is
/// planned or contradicted. What there is none of is not said.
#[must_use]
pub fn summary(subtitle: &str, marks: &[Mark], messages: &Messages) -> String {
    let drawn: Vec<&Mark> = marks.iter().filter(|mark| mark.kind != "conflict").collect();
    if drawn.is_empty() {
        return subtitle.to_owned();
    }
    let count = |is: &dyn Fn(&Mark) -> bool| drawn.iter().filter(|mark| is(mark)).count();
    let hedged = |among: &[Qualifier]| {
        count(&|mark| mark.value.is_some() && mark.qualifier.is_some_and(|qualifier| among.contains(&qualifier)))
    };
    let parts = [
        (Key::SummaryRanges, count(&|mark| mark.kind == "range")),
        (Key::SummaryExact, hedged(&[Qualifier::Exact])),
        (Key::SummaryLower, hedged(&[Qualifier::AtLeast, Qualifier::MoreThan])),
        (Key::SummaryUpper, hedged(&[Qualifier::AtMost, Qualifier::LessThan])),
        (Key::SummaryRounded, hedged(&[Qualifier::Nearly, Qualifier::About])),
        (Key::SummaryInferred, count(&|mark| mark.period.is_some_and(|period| period.basis == Basis::Inferred))),
        (Key::SummaryPlanned, count(&|mark| matches!(mark.status, Some(Status::Planned | Status::Explored)))),
        (Key::SummaryContradicted, count(&|mark| !mark.conflicts.is_empty())),
    ];
    let number = |count: usize| messages.number(count as f64);
    let mut told = vec![messages.with(Key::SummaryMarks, &number(drawn.len()))];
    for (key, count) in parts {
        if count > 0 {
            told.push(messages.with(key, &number(count)));
        }
    }
    messages.fill(
        Key::Summary,
        &[subtitle.trim_end_matches(messages.text(Key::FullStop)), &told.join(messages.text(Key::ListSeparator))],
    )
}
