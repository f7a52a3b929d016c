//! The words that fields may hold, besides those of a period.

use super::period::words;

words! {
    /// What sort of text a source is.
    SourceKind {
        /// The brand's own press office.
        Newsroom = "newsroom",
        /// Paid for by the brand, printed by a medium.
        Advertorial = "advertorial",
        /// A medium's own reporting.
        Press = "press",
        /// A document filed with an authority.
        Filing = "filing",
        /// Official or trade statistics.
        Statistics = "statistics",
        /// Anything else.
        Other = "other",
    }
}

words! {
    /// What sort of place a place is.
    PlaceKind {
        /// The whole of it.
        World = "world",
        /// A continent.
        Continent = "continent",
        /// A region as a source names it.
        Region = "region",
        /// A country or a territory with an ISO code of its own.
        Country = "country",
        /// A city.
        City = "city",
    }
}

words! {
    /// How a metric's values relate to time.
    MetricKind {
        /// A count that holds at a time.
        Stock = "stock",
        /// A count of what happened within a period.
        Flow = "flow",
        /// A change, as a share.
        Rate = "rate",
        /// A count of all that happened up to a time.
        Cumulative = "cumulative",
        /// A place in an order; 1 is first.
        Rank = "rank",
        /// A quantity that belongs to a thing.
        Quantity = "quantity",
    }
}

words! {
    /// What sort of car a model is.
    ModelKind {
        /// A car of the line-up.
        Model = "model",
        /// A study that previews one.
        Concept = "concept",
        /// A specially equipped series.
        Edition = "edition",
        /// A version with another technical make-up.
        Variant = "variant",
        /// A single car for shows.
        ShowCar = "show-car",
        /// An older car.
        Heritage = "heritage",
    }
}

words! {
    /// How a source hedges a figure.
    Qualifier {
        /// Printed without a hedge.
        Exact = "exact",
        /// This or more.
        AtLeast = "at-least",
        /// More than this.
        MoreThan = "more-than",
        /// This or less.
        AtMost = "at-most",
        /// Less than this.
        LessThan = "less-than",
        /// A little less than this.
        Nearly = "nearly",
        /// Near this, either side.
        About = "about",
    }
}

impl Qualifier {
    /// Whether the figure is a lower bound.
    #[must_use]
    pub fn is_lower_bound(self) -> bool {
        matches!(self, Self::AtLeast | Self::MoreThan)
    }

    /// Whether the figure is an upper bound.
    #[must_use]
    pub fn is_upper_bound(self) -> bool {
        matches!(self, Self::AtMost | Self::LessThan)
    }
}

words! {
    /// What sort of thing happened.
    EventKind {
        /// The brand came to a place.
        Entry = "entry",
        /// A car was launched.
        Launch = "launch",
        /// A car came to a place.
        Rollout = "rollout",
        /// Cars were handed over.
        Deliveries = "deliveries",
        /// A car was shown for the first time.
        Premiere = "premiere",
        /// A car or the brand was shown.
        Show = "show",
        /// People drove a car.
        TestDrive = "test-drive",
        /// The brand advertised.
        Campaign = "campaign",
        /// The brand worked with somebody.
        Collaboration = "collaboration",
        /// A prize was won.
        Award = "award",
        /// A test gave a result.
        Rating = "rating",
        /// A certificate was given.
        Certificate = "certificate",
        /// Money was raised.
        Funding = "funding",
        /// Software was released.
        Software = "software",
        /// Something was founded.
        Founding = "founding",
    }
}

impl EventKind {
    /// Whether such an event makes its place a named market: shows, tours and test drives do not.
    #[must_use]
    pub fn makes_market(self) -> bool {
        matches!(self, Self::Entry | Self::Launch | Self::Rollout | Self::Deliveries)
    }
}

words! {
    /// Whether a thing happened.
    Status {
        /// A source reports it.
        Reported = "reported",
        /// A source announces it.
        Planned = "planned",
        /// A source says it is looked into.
        Explored = "explored",
        /// A source says so of itself, and nobody could check.
        Claimed = "claimed",
    }
}
