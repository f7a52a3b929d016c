//! The scene between any two scenes, and between such a scene and another: every number is one,
//! every primitive's mark is there, the ends are what it goes between, and what piles up is
//! bounded.

use super::views;
use crate::bytes::Bytes;
use crate::faults::is_finite;
use smart_footprint::scene::Scene;
use smart_footprint::scene::blend::blend;

/// The most that may fade out, as `blend` has it.
const MOST_LEAVING: usize = 4_000;

pub fn run(data: &[u8]) {
    let mut bytes = Bytes::new(data);
    let Some(mut drawn) = views::picture(&mut bytes) else { return };
    let mut from = drawn.scene.clone();
    for _ in 0..=bytes.below(3) {
        // Most readers stay with a dataset.
        drawn = if bytes.one_in(4) {
            let Some(drawn) = views::picture(&mut bytes) else { return };
            drawn
        } else {
            views::other(drawn, &mut bytes)
        };
        let to = drawn.scene.clone();
        assert_eq!(blend(&from, &to, 0.0), from);
        assert_eq!(blend(&from, &to, 1.0), to);
        let progress = match bytes.below(8) {
            0 => 1e-12,
            1 => 1.0 - 1e-12,
            2 => f64::MIN_POSITIVE,
            _ => bytes.below(1_000) as f64 / 1_000.0,
        };
        let between = blend(&from, &to, progress);
        check(&from, &to, &between, progress);
        // The reader did not wait: the next motion starts from here.
        from = between;
    }
}

fn check(from: &Scene, to: &Scene, between: &Scene, progress: f64) {
    let bound = to.primitives.len() * 2 + from.primitives.len().min(MOST_LEAVING);
    assert!(progress <= 0.0 || between.primitives.len() <= bound, "{} of {bound}", between.primitives.len());
    for primitive in &between.primitives {
        assert!(is_finite(primitive), "{primitive:?}");
        assert!(primitive.mark.is_none_or(|mark| mark < between.marks.len()), "{primitive:?}");
    }
    if progress > 0.0 {
        assert_eq!((between.width, between.height), (to.width, to.height));
        assert_eq!(between.marks[..to.marks.len()], to.marks);
    }
}
