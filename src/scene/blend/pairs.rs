//! Which primitive of one scene becomes which of another.

use crate::scene::{Fill, Mark, Point, Primitive, Scene, Shape, Stroke};
use crate::theme::Color;

/// What a primitive is known again by; equal ones are told apart by their order.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key<'a> {
    /// The index of its mark in the new scene; `None` for the frame.
    mark: Option<usize>,
    form: u8,
    /// What a text says.
    content: &'a str,
    /// All that is seen of a shape of the frame.
    look: u64,
}

/// For each primitive of `to`, the index of the one in `from` that becomes it.
pub fn find(from: &Scene, to: &Scene) -> Vec<Option<usize>> {
    let known = by_id(&to.marks);
    let marks: Vec<Option<usize>> = from.marks.iter().map(|mark| place_of(&known, &mark.id)).collect();
    let mut partners = vec![None; to.primitives.len()];
    let mut taken = vec![false; from.primitives.len()];
    // A text goes where the same text is, and only then to another one of its mark.
    for by_content in [true, false] {
        let mut there = Vec::new();
        for (index, primitive) in to.primitives.iter().enumerate() {
            if partners[index].is_none()
                && let Some(key) = key(primitive, primitive.mark, by_content)
            {
                there.push((key, index));
            }
        }
        let mut here = Vec::new();
        for (index, primitive) in from.primitives.iter().enumerate() {
            let mark = primitive.mark.map(|mark| marks.get(mark).copied().flatten());
            // The mark is not in the new scene.
            if taken[index] || mark == Some(None) {
                continue;
            }
            if let Some(key) = key(primitive, mark.flatten(), by_content) {
                here.push((key, index));
            }
        }
        pair_up(here, there, &mut partners, &mut taken);
    }
    partners
}

/// Pairs what has the same key, in order.
fn pair_up(
    mut here: Vec<(Key, usize)>,
    mut there: Vec<(Key, usize)>,
    partners: &mut [Option<usize>],
    taken: &mut [bool],
) {
    here.sort_unstable();
    there.sort_unstable();
    let mut candidates = here.into_iter().peekable();
    for (key, index) in there {
        while candidates.next_if(|(other, _)| *other < key).is_some() {}
        if let Some((_, partner)) = candidates.next_if(|(other, _)| *other == key) {
            partners[index] = Some(partner);
            taken[partner] = true;
        }
    }
}

/// `None` where a primitive is not known again at all: a shape of the frame that changed.
fn key(primitive: &Primitive, mark: Option<usize>, by_content: bool) -> Option<Key<'_>> {
    let (form, content) = match &primitive.shape {
        // A line through two points is a line; with a third one it is a path.
        Shape::Line(..) | Shape::Path { closed: false, .. } => (0, ""),
        Shape::Path { closed: true, .. } => (1, ""),
        Shape::Rectangle { .. } => (2, ""),
        Shape::Circle { .. } => (3, ""),
        Shape::Text(text) => (4, text.content.as_str()),
    };
    let is_text = form == 4;
    if mark.is_none() && !by_content {
        return None;
    }
    let look = if mark.is_none() && !is_text { look(primitive) } else { 0 };
    Some(Key { mark, form, content: if by_content { content } else { "" }, look })
}

/// A number that differs for shapes that look different, but for one case in very many.
fn look(primitive: &Primitive) -> u64 {
    let mut look = Look(0xcbf2_9ce4_8422_2325);
    match &primitive.shape {
        Shape::Line(from, to) => [from, to].into_iter().for_each(|point| look.point(*point)),
        Shape::Path { points, .. } => points.iter().for_each(|point| look.point(*point)),
        Shape::Rectangle { bounds, radius } => {
            for length in [bounds.x, bounds.y, bounds.width, bounds.height, *radius] {
                look.length(length);
            }
        }
        Shape::Circle { center, radius } => {
            look.point(*center);
            look.length(*radius);
        }
        Shape::Text(_) => {}
    }
    match primitive.fill {
        None => look.add(0),
        Some(Fill::Solid(color)) => look.color(color),
        Some(Fill::FadeIn { color, from }) => {
            look.add(u64::from(from) + 1);
            look.color(color);
        }
    }
    if let Some(Stroke { color, width, dashed }) = primitive.stroke {
        look.color(color);
        look.length(width);
        look.add(u64::from(dashed));
    }
    look.0
}

/// A hash (FNV-1a, a word at a time): the standard library's is made for keys of strangers.
struct Look(u64);

impl Look {
    fn add(&mut self, word: u64) {
        self.0 = (self.0 ^ word).wrapping_mul(0x0100_0000_01b3);
        self.0 ^= self.0 >> 32;
    }

    fn length(&mut self, length: f64) {
        self.add(length.to_bits());
    }

    fn point(&mut self, point: Point) {
        self.length(point.x);
        self.length(point.y);
    }

    fn color(&mut self, color: Color) {
        self.add(u64::from(u32::from_be_bytes([color.red, color.green, color.blue, color.alpha])));
    }
}

/// The ids of marks with their places, to be searched.
pub fn by_id(marks: &[Mark]) -> Vec<(&str, usize)> {
    let mut ids: Vec<(&str, usize)> = marks.iter().enumerate().map(|(index, mark)| (mark.id.as_str(), index)).collect();
    ids.sort_unstable();
    ids
}

/// The place of the mark with an id.
pub fn place_of(ids: &[(&str, usize)], id: &str) -> Option<usize> {
    let found = ids.binary_search_by(|(other, _)| (*other).cmp(id)).ok()?;
    ids.get(found).map(|(_, place)| *place)
}
