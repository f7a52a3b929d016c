//! The timeline: a strip of time that a reader can act on.
