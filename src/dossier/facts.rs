//! Dossiers of what is said itself: figures, events, statements, and contradictions.

use super::columns::neighbours;
use super::{Entry, Opening, Writer, scope};
use crate::dataset::tables::{Conflict, Observation};
use crate::messages::Key;
use crate::telling::Fact;
use crate::text::joined;

impl<'a> Writer<'a> {
    pub(super) fn fact(&mut self, fact: Fact<'a>) -> Opening {
        let mut telling = self.telling();
        let title = telling.scoped(fact);
        telling.fact(fact);
        if !matches!(fact, Fact::Observation(_) | Fact::Point(_)) {
            telling.rows.remove(0); // it is the title
        }
        for (row, id) in scope(fact) {
            let reference = joined(&[row, ":", id]);
            let label = if row == "place" { Key::DossierPlace } else { Key::DossierModel };
            telling.link(row, label, self.name(&reference), Some(reference));
        }
        let dataset = self.dataset;
        self.add_conflicts(&[fact]);
        let kind = match fact {
            Fact::Observation(row) => {
                telling.partner(row.partner.as_deref());
                let metric = dataset.metric(&row.metric);
                let definition = metric.map(|metric| metric.definition.clone()).unwrap_or_default();
                telling.add("definition", Key::DossierDefinition, definition);
                if let Some(full) = row.restates.as_deref().and_then(|id| dataset.observation(id)) {
                    let full = Fact::Observation(full);
                    telling.link("restates", Key::DossierRestates, telling.line(full), Some(full.reference()));
                }
                let named: Vec<Fact> = dataset
                    .events
                    .iter()
                    .filter(|event| event.part_of.as_ref() == Some(&row.id))
                    .map(Fact::Event)
                    .collect();
                self.add_facts("named", Key::DossierNamed, &named);
                // The same thing counted at other times; a rounded repeat is told with its figure.
                let is_same = |other: &&Observation| {
                    let of = |row: &Observation| {
                        (row.metric.clone(), row.place.clone(), row.model.clone(), row.partner.clone())
                    };
                    other.id != row.id && other.restates.is_none() && of(other) == of(row)
                };
                let same: Vec<Fact> = dataset.observations.iter().filter(is_same).map(Fact::Observation).collect();
                self.add_facts("same", Key::DossierSame, &same);
                Key::EvidenceValue
            }
            Fact::Point(point) => {
                let metric = dataset.metric(&point.block.metric);
                let definition = metric.map(|metric| metric.definition.clone()).unwrap_or_default();
                telling.add("definition", Key::DossierDefinition, definition);
                let same: Vec<Fact> = neighbours(dataset, point).into_iter().map(Fact::Point).collect();
                self.add_facts("same", Key::DossierSame, &same);
                Key::EvidenceValue
            }
            Fact::Event(row) => {
                let together: Vec<Fact> = dataset
                    .events
                    .iter()
                    .filter(|other| other.id != row.id && row.group.is_some() && other.group == row.group)
                    .map(Fact::Event)
                    .collect();
                self.add_facts("together", Key::DossierTogether, &together);
                Key::DossierEvent
            }
            Fact::Statement(row) => {
                telling.add(
                    "kind",
                    Key::DossierSort,
                    self.messages.known_word(Key::DossierProperties, &row.property).to_owned(),
                );
                let about = (self.name(&row.subject), row.subject.clone());
                telling.link("subject", Key::DossierSubject, about.0, Some(about.1));
                Key::DossierStatement
            }
        };
        let subject = self.subject;
        let said: Vec<Fact> =
            dataset.statements.iter().filter(|row| row.subject == subject).map(Fact::Statement).collect();
        self.add_facts("statements", Key::DossierStatements, &said);
        (kind, title, telling.rows)
    }

    pub(super) fn conflict(&mut self, conflict: &Conflict) -> Opening {
        let dataset = self.dataset;
        let facts = conflict.between.iter().filter_map(|reference| Fact::find(dataset, reference));
        // A contradiction is told whole, or it is none.
        let entries: Vec<Entry> = facts.map(|fact| self.entry(fact)).collect();
        let all = entries.len();
        self.add_section("between", Key::DossierBetween, entries, all);
        (Key::EvidenceConflict, conflict.what.clone(), Vec::new())
    }
}
