//! markets

use super::{Input, frame};
use crate::history::History;
use crate::scene::Scene;
use crate::scene::sketch::Sketch;

/// Draws the view.
pub(super) fn draw(input: &Input, _history: &History) -> Scene {
    frame::nothing(Sketch::new(input.theme, input.layout(), input.metrics), input)
}
