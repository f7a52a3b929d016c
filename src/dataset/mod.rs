//! The dataset: tables of facts, each with its evidence.
//!
//! An untyped [`node::Node`] comes from table files or from a page; [`check::problems`]
//! names all that is wrong with it; [`Dataset::from_node`] makes typed rows of one without
//! errors. The embedded dataset was checked when the crate was built.

pub mod check;
#[cfg(feature = "complete")]
pub mod columns;
pub mod country_codes;
#[cfg(not(target_arch = "wasm32"))]
pub mod drawn;
pub mod embed;
mod index;
#[cfg(all(feature = "complete", not(target_arch = "wasm32")))]
pub mod json_schema;
pub mod limits;
pub mod node;
pub mod period;
pub mod problem;
pub mod schema;
#[cfg(not(target_arch = "wasm32"))]
pub mod source_files;
pub mod tables;
pub mod translate;
pub mod vocabulary;
#[cfg(not(target_arch = "wasm32"))]
pub mod words_file;

use index::{Index, Named};
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
    /// Figures that came as columns, beside those in rows.
    #[cfg(feature = "complete")]
    pub columns: columns::Columns,
    index: Index,
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

    /// The same with columns, which are checked along.
    ///
    /// # Errors
    /// All problems, when at least one of them is an error.
    #[cfg(feature = "complete")]
    pub fn with_columns(root: &Node, raw: columns::RawColumns) -> Result<(Self, Vec<Problem>), Vec<Problem>> {
        Self::with_awaited_columns(root, raw, |_| ())
    }

    /// The same where figures are awaited: `keep` is called once there is no error among the
    /// problems, so that what lies in the way of them can go first.
    ///
    /// # Errors
    /// All problems, when at least one of them is an error.
    #[cfg(feature = "complete")]
    pub fn with_awaited_columns(
        root: &Node,
        mut raw: columns::RawColumns,
        keep: impl FnOnce(&mut columns::RawColumns),
    ) -> Result<(Self, Vec<Problem>), Vec<Problem>> {
        let mut problems = check::problems_with(root, &raw);
        if problems.iter().any(|problem| problem.severity == Severity::Error) {
            return Err(problems);
        }
        keep(&mut raw);
        let (columns, mut about_points) = columns::Columns::from_checked(raw, root);
        problems.append(&mut about_points);
        Ok((Self { columns, ..Self::from_checked(root) }, problems))
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
            #[cfg(feature = "complete")]
            columns: columns::Columns::default(),
            index: Index::default(),
        }
        .indexed()
    }

    /// Where the conflicts stand in their table that the row a Ref names stands in.
    #[must_use]
    pub fn conflicts_of(&self, reference: &str) -> Vec<usize> {
        self.index.conflicts_of(reference, &self.conflicts)
    }

    /// The figures that repeat the one with this id, in the order of their table.
    pub fn repeats_of(&self, id: &str) -> impl Iterator<Item = &Observation> {
        self.index.repeats_of(id, &self.observations).into_iter().map(|row| &self.observations[row])
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
            #[cfg(feature = "complete")]
            "observation" => self.observation(id).is_some() || self.columns.point(id).is_some(),
            #[cfg(not(feature = "complete"))]
            "observation" => self.observation(id).is_some(),
            "event" => self.event(id).is_some(),
            "statement" => self.statement(id).is_some(),
            "conflict" => self.conflict(id).is_some(),
            _ => false,
        }
    }
}

macro_rules! lookups {
    ($($named:ident $rows:ident $row:ident $position:ident $type:ident: $what:literal;)+) => {
        impl Dataset {
            $(
                #[doc = concat!("The ", $what, " with this id.")]
                #[must_use]
                pub fn $row(&self, id: &str) -> Option<&$type> {
                    self.$position(id).map(|position| &self.$rows[position])
                }

                #[doc = concat!("Where the ", $what, " with this id stands in its table.")]
                #[must_use]
                #[inline(never)]
                pub fn $position(&self, id: &str) -> Option<usize> {
                    self.index.find(Named::$named, id, self.$rows.len(), &|row| &self.$rows[row].id)
                }
            )+

            /// The same, with all rows found by their names: to be called where many rows were
            /// added to the tables of a dataset. Without it they are looked for one by one.
            #[must_use]
            pub fn indexed(mut self) -> Self {
                self.index = Index::default();
                $(
                    for (position, row) in self.$rows.iter().enumerate() {
                        self.index.add(Named::$named, &row.id, position);
                    }
                )+
                // Nobody asks the small modules.
                if cfg!(feature = "complete") {
                    self.index.add_repeats(&self.observations);
                }
                self.index.finish(&self.conflicts);
                self
            }
        }
    };
}

lookups! {
    Source sources source source_position Source: "source";
    Place places place place_position Place: "place";
    Metric metrics metric metric_position Metric: "metric";
    Model models model model_position Model: "model";
    Partner partners partner partner_position Partner: "partner";
    Observation observations observation observation_position Observation: "observation";
    Event events event event_position Event: "event";
    Statement statements statement statement_position Statement: "statement";
    Conflict conflicts conflict conflict_position Conflict: "conflict";
}
