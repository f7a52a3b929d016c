//! Dossiers of what facts are about, and of those who tell them: places, models, partners,
//! sources.

use super::{Entry, Opening, Writer};
use crate::dataset::tables::{Model, ModelKind, Partner, Place, PlaceKind, Source, SourceKind};
use crate::messages::Key;
use crate::text::joined;

impl Writer<'_> {
    pub(super) fn place(&mut self, place: &Place) -> Opening {
        let kind = match place.kind {
            PlaceKind::World => Key::DossierPlaceWorld,
            PlaceKind::Continent => Key::DossierPlaceContinent,
            PlaceKind::Region => Key::DossierPlaceRegion,
            PlaceKind::Country => Key::DossierPlaceCountry,
            PlaceKind::City => Key::DossierPlaceCity,
        };
        let mut telling = self.telling();
        for id in &place.parents {
            let reference = joined(&["place:", id]);
            telling.link("within", Key::DossierWithin, self.name(&reference), Some(reference));
        }
        let subject = self.subject;
        self.add_all(|fact| fact.is_about(subject));
        let inside = self.dataset.places.iter().filter(|other| other.parents.contains(&place.id));
        let inside: Vec<Entry> = inside.map(|other| named("place", &other.id, &other.name)).collect();
        let all = inside.len();
        self.add_section("places", Key::DossierPlaces, inside, all);
        (kind, place.name.clone(), telling.rows)
    }

    pub(super) fn model(&mut self, model: &Model) -> Opening {
        let kind = match model.kind {
            ModelKind::Model => Key::DossierModel,
            ModelKind::Concept => Key::DossierModelConcept,
            ModelKind::Edition => Key::DossierModelEdition,
            ModelKind::Variant => Key::DossierModelVariant,
            ModelKind::ShowCar => Key::DossierModelShowCar,
            ModelKind::Heritage => Key::DossierModelHeritage,
        };
        let mut telling = self.telling();
        if let Some(base) = &model.base {
            let reference = joined(&["model:", base]);
            telling.link("base", Key::DossierBase, self.name(&reference), Some(reference));
        }
        let subject = self.subject;
        self.add_all(|fact| fact.is_about(subject));
        let versions = self.dataset.models.iter().filter(|other| other.base.as_ref() == Some(&model.id));
        let versions: Vec<Entry> = versions.map(|other| named("model", &other.id, &other.name)).collect();
        let all = versions.len();
        self.add_section("versions", Key::DossierVersions, versions, all);
        (kind, model.name.clone(), telling.rows)
    }

    pub(super) fn partner(&mut self, partner: &Partner) -> Opening {
        let mut telling = self.telling();
        telling.add(
            "kind",
            Key::DossierSort,
            self.messages.known_word(Key::DossierPartnerKinds, &partner.kind).to_owned(),
        );
        let subject = self.subject;
        self.add_all(|fact| fact.is_about(subject));
        (Key::DossierPartner, partner.name.clone(), telling.rows)
    }

    /// A source is told in full, whatever the options let through: it was asked for by name.
    pub(super) fn source(&mut self, source: &Source) -> Opening {
        let mut telling = self.telling();
        telling.add("title", Key::DossierSourceTitle, source.title.clone());
        let kind = match source.kind {
            SourceKind::Newsroom => Key::DossierSourceNewsroom,
            SourceKind::Advertorial => Key::DossierSourceAdvertorial,
            SourceKind::Press => Key::DossierSourcePress,
            SourceKind::Filing => Key::DossierSourceFiling,
            SourceKind::Statistics => Key::DossierSourceStatistics,
            SourceKind::Other => Key::DossierSourceOther,
        };
        telling.add("kind", Key::DossierSort, self.messages.text(kind).to_owned());
        let published = self.messages.period(&source.published);
        let basis = self.messages.basis(source.published.basis);
        telling.add("published", Key::DossierPublished, self.messages.fill(Key::EvidenceBasis, &[&published, basis]));
        telling.add("url", Key::DossierUrl, source.url.clone().unwrap_or_default());
        self.add_all(|fact| fact.source() == source.id);
        (Key::EvidenceSource, self.messages.source(source), telling.rows)
    }
}

/// An entry that is a name alone.
fn named(row: &str, id: &str, name: &str) -> Entry {
    Entry { reference: joined(&[row, ":", id]), text: name.to_owned(), rows: Vec::new() }
}
