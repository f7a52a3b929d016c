//! What pointer, touch and keys do, without a browser: a state and an input give the next state.
//!
//! Keys walk through the marks in reading order, and between rows: the panels, lanes, lines of
//! tiles and bars that the views name ([`crate::scene::sketch::Sketch::row`]).

use crate::scene::Mark;

/// How many marks a page key passes over.
const PAGE: usize = 10;

/// What is pointed at, focused and selected. Marks are named by their ids, so that the
/// state outlives a drawing.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct Interaction {
    /// The mark under the pointer.
    pub hovered: Option<String>,
    /// The mark that the keys are at.
    pub focused: Option<String>,
    /// The mark that the keys were at when the chart lost them: they come back to it.
    pub resting: Option<String>,
    /// The Ref that is kept.
    pub selected: Option<String>,
    /// The mark whose card was sent away; it comes again when the mark is come to again.
    pub dismissed: Option<String>,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// The pointer is over a mark, or over none.
    Pointer(Option<usize>),
    /// A mark was pressed, or the empty picture.
    Press(Option<usize>),
    /// The same by a finger, which cannot hover: the card of the mark stays.
    Tap(Option<usize>),
    /// A key, by its name in the browser's `KeyboardEvent.key`.
    Key(String),
    /// The chart got the keyboard.
    Focus,
    /// The chart lost the keyboard.
    Blur,
    /// The page sets the keys on a mark.
    At(Option<usize>),
    /// The page selects a Ref, or lets go.
    Select(Option<String>),
    /// The card is sent away.
    Dismiss,
}

impl Interaction {
    /// The next state, for the marks as they are drawn, in reading order.
    #[must_use]
    pub fn next(&self, input: Input, marks: &[Mark]) -> Self {
        let mut next = self.clone();
        let id = |index: usize| marks.get(index).map(|mark| mark.id.clone());
        // What is pointed at anew shows its card anew, and a finger's card stays.
        let shows = matches!(input, Input::Pointer(Some(_)) | Input::Tap(_));
        match input {
            Input::Pointer(mark) => next.hovered = mark.and_then(id),
            Input::Press(mark) | Input::Tap(mark) => {
                let mark = mark.and_then(|index| marks.get(index));
                next.hovered = mark.map(|mark| mark.id.clone());
                next.focused.clone_from(&next.hovered);
                next.selected = mark.and_then(reference).filter(|pressed| self.selected.as_ref() != Some(pressed));
            }
            Input::Focus => {
                let known = |id: &Option<String>| index(id.as_deref(), marks);
                let selected = || marks.iter().position(|mark| self.selects(mark));
                let at = known(&self.focused).or_else(|| known(&self.resting)).or_else(selected);
                next.focused = at.or(Some(0)).and_then(id);
            }
            Input::Blur => {
                next.resting = next.focused.take().or(next.resting);
            }
            Input::At(mark) => next.focused = mark.and_then(id),
            Input::Select(selected) => next.selected = selected,
            Input::Dismiss => next.dismissed = next.looked().map(str::to_owned),
            Input::Key(key) => next.key(&key, marks),
        }
        if next.looked() != self.looked() || shows {
            next.dismissed = None;
        }
        // The card gives way to the panel, and does not come back as soon as that is closed.
        if next.selected != self.selected && !shows {
            next.dismissed = next.looked().map(str::to_owned);
        }
        next
    }

    fn key(&mut self, key: &str, marks: &[Mark]) {
        if key == "Escape" {
            // First the card goes, then what is kept; what is left is not ours.
            if self.carded().is_some() {
                self.dismissed = self.looked().map(str::to_owned);
            } else {
                self.selected = None;
            }
            return;
        }
        let Some(last) = marks.len().checked_sub(1) else { return };
        let at = index(self.focused.as_deref(), marks);
        let to = match (key, at) {
            ("End", _) => last,
            ("Enter" | " ", Some(at)) => {
                let pressed = reference(&marks[at]);
                self.selected = pressed.filter(|pressed| self.selected.as_ref() != Some(pressed));
                return;
            }
            ("Home", _) | ("ArrowRight" | "ArrowLeft" | "ArrowDown" | "ArrowUp" | "PageDown" | "PageUp", None) => 0,
            ("ArrowRight", Some(at)) => (at + 1).min(last),
            ("ArrowLeft", Some(at)) => at.saturating_sub(1),
            ("ArrowDown", Some(at)) => in_next_row(marks, at, true),
            ("ArrowUp", Some(at)) => in_next_row(marks, at, false),
            ("PageDown", Some(at)) => (at + PAGE).min(last),
            ("PageUp", Some(at)) => at.saturating_sub(PAGE),
            ("[", Some(at)) => extreme(marks, at, false),
            ("]", Some(at)) => extreme(marks, at, true),
            _ => return,
        };
        self.focused = Some(marks[to].id.clone());
        self.hovered = None;
    }

    /// The mark that is looked at: the one under the pointer, else the one the keys are at.
    #[must_use]
    pub fn looked(&self) -> Option<&str> {
        self.hovered.as_deref().or(self.focused.as_deref())
    }

    /// The mark whose card is shown.
    #[must_use]
    pub fn carded(&self) -> Option<&str> {
        self.looked().filter(|looked| self.dismissed.as_deref() != Some(*looked))
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

/// Of the next row, or the one before, the mark that stands nearest; the same mark where there
/// is no such row.
fn in_next_row(marks: &[Mark], at: usize, down: bool) -> usize {
    let here = &marks[at];
    let row = if down {
        marks.iter().map(|mark| mark.row).filter(|row| *row > here.row).min()
    } else {
        marks.iter().map(|mark| mark.row).filter(|row| *row < here.row).max()
    };
    let Some(row) = row else { return at };
    let mut nearest = (at, f64::INFINITY);
    for (index, mark) in marks.iter().enumerate() {
        let distance = distance(here, mark);
        if mark.row == row && distance < nearest.1 {
            nearest = (index, distance);
        }
    }
    nearest.0
}

/// How far one mark is from another along their rows: in days where rows are lines of time
/// that may stand side by side, else in pixels.
fn distance(one: &Mark, other: &Mark) -> f64 {
    let end = |mark: &Mark| mark.period.and_then(|period| period.end()).filter(|_| mark.view == "growth");
    match (end(one), end(other)) {
        (Some(one), Some(other)) => (f64::from(one.0) - f64::from(other.0)).abs(),
        _ => (one.bounds.center().x - other.bounds.center().x).abs(),
    }
}

/// The highest or lowest of the figures that are drawn like this one and of its metric; of
/// several the first. The mark itself where it has none.
fn extreme(marks: &[Mark], at: usize, highest: bool) -> usize {
    let here = &marks[at];
    #[cfg(feature = "complete")]
    if here.span.is_some() {
        return extreme_of_columns(marks, here, highest).unwrap_or(at);
    }
    let mut found: Option<(usize, f64)> = None;
    for (index, mark) in marks.iter().enumerate() {
        let Some(value) = mark.value.filter(|_| mark.kind == here.kind && mark.metric == here.metric) else { continue };
        if found.is_none_or(|(_, known)| if highest { value > known } else { value < known }) {
            found = Some((index, value));
        }
    }
    // Nothing is lower or higher than what has no figure.
    found.filter(|_| here.value.is_some()).map_or(at, |found| found.0)
}

/// The same among marks that stand for figures in columns, for one or for several each.
#[cfg(feature = "complete")]
fn extreme_of_columns(marks: &[Mark], here: &Mark, highest: bool) -> Option<usize> {
    let mut found: Option<(usize, f64)> = None;
    for (index, mark) in marks.iter().enumerate() {
        let Some(span) = mark.span.filter(|_| mark.metric == here.metric && mark.place == here.place) else { continue };
        // The lowest of what is turned round is the highest.
        let value = if highest { span.highest } else { -span.lowest };
        if found.is_none_or(|(_, known)| value > known) {
            found = Some((index, value));
        }
    }
    found.map(|found| found.0)
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

    /// Two rows of three, each a series with figures, and a mark without one.
    fn marks() -> Vec<Mark> {
        let mark = |id: &str, row: u32, x: f64, value: Option<f64>| Mark {
            id: id.to_owned(),
            view: "sales",
            kind: "point",
            label: id.to_owned(),
            value,
            unit: None,
            metric: value.map(|_| row.to_string()),
            qualifier: None,
            status: None,
            period: None,
            facts: vec![["observation:", id].concat()],
            conflicts: Vec::new(),
            place: None,
            model: None,
            sources: Vec::new(),
            #[cfg(feature = "complete")]
            span: None,
            row,
            bounds: Rectangle::new(x, 0.0, 1.0, 1.0),
        };
        vec![
            mark("a", 1, 0.0, Some(2.0)),
            mark("b", 1, 10.0, Some(1.0)),
            mark("c", 1, 20.0, Some(3.0)),
            mark("d", 4, 4.0, Some(9.0)),
            mark("e", 4, 21.0, Some(9.0)),
            mark("f", 5, 0.0, None),
        ]
    }

    fn at(id: &str) -> Interaction {
        Interaction { focused: Some(id.to_owned()), ..Interaction::default() }
    }

    fn key(state: &Interaction, key: &str) -> Interaction {
        state.next(Input::Key(key.to_owned()), &marks())
    }

    fn goes(from: &str, keys: &[&str]) -> String {
        keys.iter().fold(at(from), |state, name| key(&state, name)).focused.unwrap_or_default()
    }

    #[test]
    fn keys_walk_through_all_marks_and_stop_at_the_ends() {
        let mut state = Interaction::default().next(Input::Focus, &marks());
        let mut walk = Vec::new();
        for _ in 0..7 {
            walk.extend(state.focused.clone());
            state = key(&state, "ArrowRight");
        }
        assert_eq!(walk, ["a", "b", "c", "d", "e", "f", "f"]);
        assert_eq!(goes("c", &["Home"]), "a");
        assert_eq!(goes("a", &["ArrowLeft"]), "a");
        assert_eq!(goes("a", &["End"]), "f");
        assert_eq!(goes("a", &["PageDown"]), "f");
        assert_eq!(goes("f", &["PageUp"]), "a");
        assert_eq!(key(&at("a"), "x"), at("a"));
    }

    #[test]
    fn up_and_down_go_to_the_nearest_of_the_next_row() {
        assert_eq!(goes("a", &["ArrowDown"]), "d");
        assert_eq!(goes("c", &["ArrowDown"]), "e");
        assert_eq!(goes("e", &["ArrowUp"]), "c");
        assert_eq!(goes("a", &["ArrowUp"]), "a");
        assert_eq!(goes("e", &["ArrowDown", "ArrowDown"]), "f");
    }

    #[test]
    fn brackets_go_to_the_lowest_and_highest_of_a_series() {
        assert_eq!(goes("a", &["["]), "b");
        assert_eq!(goes("a", &["]"]), "c");
        assert_eq!(goes("e", &["]"]), "d", "the first of equals");
        assert_eq!(goes("f", &["]"]), "f", "where there is no figure");
    }

    #[test]
    fn escape_sends_the_card_away_then_lets_go_then_means_nothing() {
        let state = at("b").next(Input::Select(Some("observation:b".to_owned())), &marks());
        assert_eq!(state.carded(), None, "the card gives way to the panel");
        let looking = key(&state, "ArrowRight");
        assert_eq!(looking.carded(), Some("c"));
        let sent = key(&looking, "Escape");
        assert_eq!((sent.carded(), sent.selected.as_deref()), (None, Some("observation:b")));
        let free = key(&sent, "Escape");
        assert_eq!((free.carded(), free.selected.as_deref(), free.focused.as_deref()), (None, None, Some("c")));
        assert_eq!(key(&free, "Escape"), free);
        assert_eq!(key(&key(&free, "ArrowLeft"), "ArrowRight").carded(), Some("c"), "come to again");
    }

    #[test]
    fn a_press_keeps_and_a_second_one_or_one_beside_lets_go() {
        let state = Interaction::default().next(Input::Press(Some(1)), &marks());
        assert_eq!((state.selected.as_deref(), state.carded()), (Some("observation:b"), None));
        assert!(state.selects(&marks()[1]) && !state.selects(&marks()[0]));
        assert_eq!(state.next(Input::Press(Some(1)), &marks()).selected, None);
        assert_eq!(state.next(Input::Press(None), &marks()).selected, None);
    }

    #[test]
    fn a_tap_pins_the_card_and_one_beside_lets_all_go() {
        let state = Interaction::default().next(Input::Tap(Some(1)), &marks());
        assert_eq!((state.selected.as_deref(), state.carded()), (Some("observation:b"), Some("b")));
        let free = state.next(Input::Tap(None), &marks());
        assert_eq!((free.selected.as_deref(), free.looked()), (None, None));
    }

    #[test]
    fn keys_come_back_to_where_they_were() {
        let left = at("c").next(Input::Blur, &marks());
        assert_eq!(left.looked(), None);
        assert_eq!(left.next(Input::Focus, &marks()).focused.as_deref(), Some("c"));
        let selecting = Interaction { selected: Some("observation:b".to_owned()), ..Interaction::default() };
        assert_eq!(selecting.next(Input::Focus, &marks()).focused.as_deref(), Some("b"));
    }

    #[test]
    fn no_marks_no_harm() {
        let state = Interaction::default().next(Input::Focus, &[]);
        assert_eq!(state, Interaction::default());
        for name in ["End", "ArrowDown", "[", "Enter", "Escape"] {
            assert_eq!(state.next(Input::Key(name.to_owned()), &[]), state);
        }
        assert_eq!(state.next(Input::Press(Some(7)), &[]), state);
    }
}
