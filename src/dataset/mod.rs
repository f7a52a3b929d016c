//! The dataset: tables of facts, each with its evidence.
//!
//! An untyped [`node::Node`] comes from table files or from a page; [`check::problems`]
//! names all that is wrong with it; [`Dataset::from_node`] makes typed rows of one without
//! errors. The embedded dataset was checked when the crate was built.

pub mod check;
pub mod country_codes;
pub mod embed;
#[cfg(not(target_arch = "wasm32"))]
pub mod json_schema;
pub mod node;
pub mod period;
pub mod problem;
pub mod schema;
#[cfg(not(target_arch = "wasm32"))]
pub mod source_files;
pub mod tables;
pub mod vocabulary;

use node::Node;
use problem::{Problem, Severity};
use tables::{About, Conflict, Event, Metric, Model, Observation, Partner, Place, Row, Source, Statement};

/// All tables, typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    /// About the dataset itself.
    pub about: About,
    /// The texts that facts come from.
    pub sources: Vec<Source>,
    /// Places.
    pub places: Vec<Place>,
    /// What is counted or measured.
    pub metrics: Vec<Metric>,
    /// Cars.
    pub models: Vec<Model>,
    /// Partners and officers.
    pub partners: Vec<Partner>,
    /// Figures.
    pub observations: Vec<Observation>,
    /// What happened or is to happen.
    pub events: Vec<Event>,
    /// What is said in words.
    pub statements: Vec<Statement>,
    /// Rows that cannot all be right.
    pub conflicts: Vec<Conflict>,
}

impl Dataset {
    /// Typed rows from an untyped dataset, and the warnings of the check.
    ///
    /// # Errors
    /// All problems, when at least one of them is an error.
    pub fn from_node(root: &Node) -> Result<(Self, Vec<Problem>), Vec<Problem>> {
        let problems = check::problems(root);
        if problems.iter().any(|problem| problem.severity == Severity::Error) {
            return Err(problems);
        }
        Ok((Self::from_checked(root), problems))
    }

    /// Typed rows from a node that the check found no error in.
    #[must_use]
    pub fn from_checked(root: &Node) -> Self {
        fn rows<T>(root: &Node, table: &str, read: fn(Row) -> T) -> Vec<T> {
            let mut rows = Vec::new();
            for row in root.get(table).map_or(&[][..], Node::items) {
                rows.push(read(Row(row)));
            }
            rows
        }
        let none = Node::from(node::Value::Null);
        Self {
            about: About::read(Row(root.get("about").unwrap_or(&none))),
            sources: rows(root, "sources", Source::read),
            places: rows(root, "places", Place::read),
            metrics: rows(root, "metrics", Metric::read),
            models: rows(root, "models", Model::read),
            partners: rows(root, "partners", Partner::read),
            observations: rows(root, "observations", Observation::read),
            events: rows(root, "events", Event::read),
            statements: rows(root, "statements", Statement::read),
            conflicts: rows(root, "conflicts", Conflict::read),
        }
    }

    /// The place with this id.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<&Place> {
        self.places.iter().find(|row| row.id == id)
    }

    /// The metric with this id.
    #[must_use]
    pub fn metric(&self, id: &str) -> Option<&Metric> {
        self.metrics.iter().find(|row| row.id == id)
    }

    /// The model with this id.
    #[must_use]
    pub fn model(&self, id: &str) -> Option<&Model> {
        self.models.iter().find(|row| row.id == id)
    }

    /// The source with this id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|row| row.id == id)
    }

    /// The partner with this id.
    #[must_use]
    pub fn partner(&self, id: &str) -> Option<&Partner> {
        self.partners.iter().find(|row| row.id == id)
    }

    /// The observation with this id.
    #[must_use]
    pub fn observation(&self, id: &str) -> Option<&Observation> {
        self.observations.iter().find(|row| row.id == id)
    }

    /// The event with this id.
    #[must_use]
    pub fn event(&self, id: &str) -> Option<&Event> {
        self.events.iter().find(|row| row.id == id)
    }

    /// The statement with this id.
    #[must_use]
    pub fn statement(&self, id: &str) -> Option<&Statement> {
        self.statements.iter().find(|row| row.id == id)
    }

    /// The conflict with this id.
    #[must_use]
    pub fn conflict(&self, id: &str) -> Option<&Conflict> {
        self.conflicts.iter().find(|row| row.id == id)
    }

    /// Whether a Ref names a row.
    #[must_use]
    pub fn has(&self, reference: &str) -> bool {
        let (row, id) = reference.split_once(':').unwrap_or_default();
        match row {
            "source" => self.source(id).is_some(),
            "place" => self.place(id).is_some(),
            "model" => self.model(id).is_some(),
            "partner" => self.partner(id).is_some(),
            "observation" => self.observation(id).is_some(),
            "event" => self.event(id).is_some(),
            "statement" => self.statement(id).is_some(),
            "conflict" => self.conflict(id).is_some(),
            _ => false,
        }
    }
}
