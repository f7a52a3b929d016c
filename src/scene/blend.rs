//! Motion: the scene between two scenes. What both hold moves from one to the other, what
//! goes fades out, what comes fades in.
//!
//! Primitives of a mark are known again by the mark's id and by their form; those of the
//! frame when they are the same in both, or the same words elsewhere.

mod between;
mod pairs;

use super::{Mark, Primitive, Scene};

/// Above so many primitives in both scenes together there is no motion.
const MOST_PRIMITIVES: usize = 20_000;
/// So many primitives of the scene before fade out; the others are gone at once. Without a
/// bound, one change after the other would pile up what is still fading.
const MOST_LEAVING: usize = 4_000;

/// The scene at `progress` from `from` (0) to `to` (1); what is not between is taken for the
/// nearer end, and no number for 1.
///
/// Its size, words and timeline are those of `to` as soon as there is any progress; its marks
/// are those of `to`, then those that are fading out. It is made to be painted, and to be the
/// start of another motion.
#[must_use]
pub fn blend(from: &Scene, to: &Scene, progress: f64) -> Scene {
    if progress <= 0.0 {
        return from.clone();
    }
    // No number is not less than one either.
    let moves = progress < 1.0 && from.primitives.len() + to.primitives.len() <= MOST_PRIMITIVES;
    if !moves {
        return to.clone();
    }
    let partners = pairs::find(from, to);
    let mut leaving = Leaving::new(from, to, &partners);
    let mut primitives = Vec::with_capacity(from.primitives.len() + to.primitives.len());
    for (index, there) in to.primitives.iter().enumerate() {
        leaving.add_before(index, progress, &mut primitives);
        match partners[index].and_then(|partner| from.primitives.get(partner)) {
            Some(here) => between::add(here, there, progress, &mut primitives),
            None => between::add_faded(there, progress, there.mark, &mut primitives),
        }
    }
    leaving.add_before(usize::MAX, progress, &mut primitives);
    Scene {
        width: to.width,
        height: to.height,
        background: from.background.toward(to.background, progress),
        primitives,
        marks: leaving.marks,
        title: to.title.clone(),
        #[cfg(feature = "complete")]
        finding: to.finding.clone(),
        summary: to.summary.clone(),
        timeline: to.timeline.clone(),
    }
}

/// What fades out, each where it was painted: after what was before it.
struct Leaving<'a> {
    /// The index in the new scene that it is painted before, and what it is.
    waiting: std::iter::Peekable<std::vec::IntoIter<(usize, &'a Primitive)>>,
    /// The marks of the new scene, then those that are only in the old one.
    marks: Vec<Mark>,
    /// The place among `marks` of each mark of the old scene; of one that is in neither, none.
    places: Vec<Option<usize>>,
}

impl<'a> Leaving<'a> {
    fn new(from: &'a Scene, to: &Scene, partners: &[Option<usize>]) -> Self {
        let mut stays = vec![None; from.primitives.len()];
        for (index, partner) in partners.iter().enumerate() {
            if let Some(partner) = partner {
                stays[*partner] = Some(index);
            }
        }
        let mut place = 0;
        let mut waiting = Vec::new();
        for (primitive, stays) in from.primitives.iter().zip(stays) {
            match stays {
                Some(index) => place = index + 1,
                None => waiting.push((place, primitive)),
            }
        }
        waiting.truncate(MOST_LEAVING);
        // Of one place, in the order they were painted.
        waiting.sort_by_key(|(place, _)| *place);

        // A mark of which nothing is left to fade would stay through one change after the other.
        let mut fades = vec![false; from.marks.len()];
        for mark in waiting.iter().filter_map(|(_, primitive)| primitive.mark) {
            if let Some(fades) = fades.get_mut(mark) {
                *fades = true;
            }
        }
        let mut marks = to.marks.clone();
        let known = pairs::by_id(&to.marks);
        let places = from.marks.iter().zip(fades).map(|(mark, fades)| {
            pairs::place_of(&known, &mark.id).or_else(|| {
                fades.then(|| {
                    marks.push(mark.clone());
                    marks.len() - 1
                })
            })
        });
        let places = places.collect();
        Self { waiting: waiting.into_iter().peekable(), marks, places }
    }

    /// Adds what is painted before a primitive of the new scene.
    fn add_before(&mut self, index: usize, progress: f64, primitives: &mut Vec<Primitive>) {
        while let Some((_, primitive)) = self.waiting.next_if(|(place, _)| *place <= index) {
            let mark = primitive.mark.and_then(|mark| self.places.get(mark).copied().flatten());
            between::add_faded(primitive, 1.0 - progress, mark, primitives);
        }
    }
}
