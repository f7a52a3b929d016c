//! What pointer and keys do, without a browser: a state and an input give the next state.

use crate::scene::Mark;

/// What is pointed at, focused and selected. Marks are named by their ids, so that the
/// state outlives a drawing.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct Interaction {
    /// The mark under the pointer.
    pub hovered: Option<String>,
    /// The mark that the keys are at.
    pub focused: Option<String>,
    /// The Ref that is kept.
    pub selected: Option<String>,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// The pointer is over a mark, or over none.
    Pointer(Option<usize>),
    /// A mark was pressed, or the empty picture.
    Press(Option<usize>),
    /// A key, by its name in the browser's `KeyboardEvent.key`.
    Key(String),
    /// The chart got the keyboard.
    Focus,
    /// The chart lost the keyboard.
    Blur,
    /// The page selects a Ref, or lets go.
    Select(Option<String>),
}

impl Interaction {
    /// The next state, for the marks as they are drawn, in reading order.
    #[must_use]
    pub fn next(&self, input: Input, marks: &[Mark]) -> Self {
        let mut next = self.clone();
        let id = |index: usize| marks.get(index).map(|mark| mark.id.clone());
        match input {
            Input::Pointer(mark) => next.hovered = mark.and_then(id),
            Input::Press(mark) => {
                let mark = mark.and_then(|index| marks.get(index));
                next.hovered = mark.map(|mark| mark.id.clone());
                next.focused = mark.map(|mark| mark.id.clone());
                next.selected = mark.and_then(reference).filter(|pressed| self.selected.as_ref() != Some(pressed));
            }
            Input::Focus => {
                let known = index(self.focused.as_deref(), marks);
                let selected = || marks.iter().position(|mark| self.selects(mark));
                next.focused = known.or_else(selected).or(Some(0)).and_then(id);
            }
            Input::Blur => next.focused = None,
            Input::Select(selected) => next.selected = selected,
            Input::Key(key) => next.key(&key, marks),
        }
        next
    }

    fn key(&mut self, key: &str, marks: &[Mark]) {
        let Some(last) = marks.len().checked_sub(1) else { return };
        let at = index(self.focused.as_deref(), marks);
        let to = match key {
            "ArrowRight" | "ArrowDown" => at.map_or(0, |at| (at + 1).min(last)),
            "ArrowLeft" | "ArrowUp" => at.map_or(0, |at| at.saturating_sub(1)),
            "Home" => 0,
            "End" => last,
            "PageDown" => at.map_or(0, |at| (at + 10).min(last)),
            "PageUp" => at.map_or(0, |at| at.saturating_sub(10)),
            "Enter" | " " => {
                let pressed = at.and_then(|at| reference(&marks[at]));
                self.selected = pressed.filter(|pressed| self.selected.as_ref() != Some(pressed));
                return;
            }
            "Escape" => {
                // First what is kept goes, then what is merely pointed at.
                if self.selected.take().is_none() {
                    self.hovered = None;
                    self.focused = None;
                }
                return;
            }
            _ => return,
        };
        self.focused = Some(marks[to].id.clone());
        self.hovered = None;
    }

    /// Whether the mark answers to what is selected.
    #[must_use]
    pub fn selects(&self, mark: &Mark) -> bool {
        self.selected.as_deref().is_some_and(|reference| mark.answers_to(reference))
    }
}

/// The mark with this id.
fn index(id: Option<&str>, marks: &[Mark]) -> Option<usize> {
    marks.iter().position(|mark| Some(mark.id.as_str()) == id)
}

/// What pressing a mark selects: a contradiction, a model of the line-up, the place of a tile
/// or bar, else the first of its rows.
fn reference(mark: &Mark) -> Option<String> {
    let named = match mark.view {
        _ if mark.kind == "conflict" => mark.conflicts.first().map(|id| ["conflict:", id].concat()),
        "lineup" if mark.value.is_none() => mark.model.as_ref().map(|id| ["model:", id].concat()),
        // The whole is no place to ask about: its figure is.
        "markets" | "sales" => mark.place.as_ref().filter(|id| *id != "world").map(|id| ["place:", id].concat()),
        _ => None,
    };
    named.or_else(|| mark.facts.first().cloned())
}

#[cfg(test)]
mod tests {
    use super::{Input, Interaction};
    use crate::scene::{Mark, Rectangle};

    fn marks() -> Vec<Mark> {
        let mark = |id: &str| Mark {
            id: id.to_owned(),
            view: "growth",
            kind: "point",
            label: id.to_owned(),
            value: Some(1.0),
            unit: None,
            qualifier: None,
            status: None,
            period: None,
            facts: vec![["observation:", id].concat()],
            conflicts: Vec::new(),
            place: None,
            model: None,
            sources: Vec::new(),
            bounds: Rectangle::new(0.0, 0.0, 1.0, 1.0),
        };
        ["a", "b", "c"].map(mark).to_vec()
    }

    fn key(state: &Interaction, key: &str) -> Interaction {
        state.next(Input::Key(key.to_owned()), &marks())
    }

    #[test]
    fn keys_walk_through_all_marks_and_stop_at_the_ends() {
        let mut state = Interaction::default().next(Input::Focus, &marks());
        let mut walk = Vec::new();
        for _ in 0..4 {
            walk.extend(state.focused.clone());
            state = key(&state, "ArrowRight");
        }
        assert_eq!(walk, ["a", "b", "c", "c"]);
        assert_eq!(key(&state, "Home").focused.as_deref(), Some("a"));
        assert_eq!(key(&key(&state, "Home"), "ArrowLeft").focused.as_deref(), Some("a"));
        assert_eq!(key(&state, "x"), state);
    }

    #[test]
    fn a_press_keeps_and_escape_lets_go_in_two_steps() {
        let state = Interaction::default().next(Input::Press(Some(1)), &marks());
        assert_eq!(state.selected.as_deref(), Some("observation:b"));
        assert!(state.selects(&marks()[1]) && !state.selects(&marks()[0]));
        let free = key(&state, "Escape");
        assert_eq!((free.selected.as_deref(), free.focused.as_deref()), (None, Some("b")));
        assert_eq!(key(&free, "Escape"), Interaction::default());
    }

    #[test]
    fn a_second_press_and_a_press_beside_let_go() {
        let state = Interaction::default().next(Input::Press(Some(1)), &marks());
        assert_eq!(state.next(Input::Press(Some(1)), &marks()).selected, None);
        assert_eq!(state.next(Input::Press(None), &marks()).selected, None);
    }

    #[test]
    fn no_marks_no_harm() {
        let state = Interaction::default().next(Input::Focus, &[]);
        assert_eq!(state, Interaction::default());
        assert_eq!(state.next(Input::Key("End".to_owned()), &[]), state);
        assert_eq!(state.next(Input::Press(Some(7)), &[]), state);
    }
}
