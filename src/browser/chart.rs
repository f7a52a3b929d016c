//! One widget's chart: lays out, paints, answers what lies where.

use std::cell::RefCell;
use std::rc::Rc;

use serde::Serialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::CanvasRenderingContext2d;

use super::complete::{read_dataset, to_js};
use super::measure::Widths;
use super::{Environment, canvas, languages, lay_out};
use crate::choices;
use crate::citation;
use crate::dataset::Dataset;
use crate::dataset::node::{Node, Value};
use crate::dataset::problem::Problem;
use crate::dossier;
use crate::evidence;
use crate::fact_table::{self, comma_separated, listing};
use crate::interaction::{Input as Happening, Interaction};
use crate::messages::language::Language;
use crate::options::ViewOptions;
use crate::scene::blend::blend;
use crate::scene::timeline::{Stop, TimelineKind};
use crate::scene::{Point, Rectangle, Scene, Timeline, mark};
use crate::surface::svg;

/// One widget's chart. Methods take `&self` and end before any event of the page's, so a
/// listener may call in again.
#[wasm_bindgen]
pub struct Chart {
    context: CanvasRenderingContext2d,
    widths: Widths,
    kept: RefCell<Kept>,
}

struct Kept {
    language: Rc<Language>,
    /// The page's own; `None`: the embedded one.
    dataset: Option<Rc<Dataset>>,
    scene: Option<Rc<Scene>>,
    /// What was painted last: the scene, or one on the way to it.
    shown: Option<Rc<Scene>>,
    /// What was shown when the scene was laid out: where motion starts.
    before: Option<Rc<Scene>>,
    /// What the scene was computed for, and how many times as large as usual it is; `None` where
    /// it would be another by now.
    surroundings: Option<(Environment, f64)>,
    options: ViewOptions,
    family: String,
    /// The stops of a strip that were told last, and as JavaScript has them.
    stops: (Vec<Stop>, JsValue),
    /// With how many device pixels to a CSS pixel `shown` stands on the canvas.
    painted: Option<f64>,
}

/// So many widths are kept: a bound for pages that change their datasets all the time.
const MOST_WIDTHS: usize = 5_000;

/// What [`Chart::layout`] gives.
#[derive(Serialize)]
struct LaidOut<'a> {
    width: f64,
    height: f64,
    title: &'a str,
    finding: &'a str,
    summary: &'a str,
    state: &'a ViewOptions,
    warnings: &'a [Problem],
    timeline: Option<Strip<'a>>,
}

/// A timeline with the stops that JavaScript has already.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Strip<'a> {
    kind: TimelineKind,
    bounds: Rectangle,
    label: &'a str,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    stops: JsValue,
    first: usize,
    last: usize,
    first_x: f64,
    last_x: f64,
    first_label: &'a str,
    last_label: &'a str,
}

#[wasm_bindgen]
impl Chart {
    /// A chart of the embedded dataset that measures with a context and paints on it.
    #[wasm_bindgen(constructor)]
    pub fn new(context: CanvasRenderingContext2d) -> Self {
        let kept = Kept {
            language: languages::english(),
            dataset: None,
            scene: None,
            shown: None,
            before: None,
            surroundings: None,
            options: ViewOptions::default(),
            family: svg::FONT_FAMILY.to_owned(),
            stops: (Vec::new(), JsValue::UNDEFINED),
            painted: None,
        };
        Self { context, widths: Widths::default(), kept: RefCell::new(kept) }
    }

    /// Another chart of the same dataset, on another context: for a picture that leaves the page.
    pub fn beside(&self, context: CanvasRenderingContext2d) -> Self {
        let other = Self::new(context);
        {
            let (kept, mut others) = (self.kept.borrow(), other.kept.borrow_mut());
            others.dataset.clone_from(&kept.dataset);
            others.language = Rc::clone(&kept.language);
        }
        other
    }

    /// Takes a dataset, or the embedded one for `undefined`; gives all problems. With an
    /// error among them, the last good one stays.
    #[wasm_bindgen(js_name = setDataset)]
    pub fn set_dataset(&self, input: &JsValue) -> JsValue {
        if input.is_undefined() {
            self.take(None);
            return to_js::<[(); 0]>(&[]);
        }
        // Memory never shrinks: the old figures go before the new ones come.
        match read_dataset(input, || self.take(None)) {
            Ok((dataset, warnings)) => {
                self.take(Some(Rc::new(dataset)));
                to_js(&warnings)
            }
            Err(problems) => to_js(&problems),
        }
    }

    /// Speaks another language from the next layout on. `tag` is that of the words, `name` of what
    /// the texts make of them together; of a name that was given before, they are not read again.
    #[expect(clippy::needless_pass_by_value, reason = "lists cross the boundary by value")]
    pub fn speak(&self, name: &str, tag: &str, texts: Vec<String>) {
        let language = languages::get(name, tag, &texts);
        let mut kept = self.kept.borrow_mut();
        kept.language = language;
        kept.surroundings = None;
        // Which forms letters have depends on the language they are in.
        self.widths.borrow_mut().clear();
    }

    /// Fonts have arrived: texts are measured anew from the next layout on.
    #[wasm_bindgen(js_name = forgetWidths)]
    pub fn forget_widths(&self) {
        self.widths.borrow_mut().clear();
        self.kept.borrow_mut().surroundings = None;
    }

    /// Computes the scene for options, as names and values by turns, and for what the page gives,
    /// and keeps it. All is drawn `scale` times as large as usual. What would be the same scene as
    /// before is not computed again.
    pub fn layout(
        &self,
        options: Vec<String>,
        width: f64,
        scale: f64,
        dark: bool,
        family: String,
        colors: Vec<f64>,
    ) -> JsValue {
        let (dataset, language) = self.facts();
        let mut entries: Vec<(String, Node)> = Vec::new();
        let mut texts = options.into_iter();
        while let (Some(name), Some(value)) = (texts.next(), texts.next()) {
            entries.push((name, Node::text(value)));
        }
        let (options, warnings) = ViewOptions::read(&Value::Map(entries).into(), &dataset);
        let scale = if scale.is_finite() && scale > 0.0 { scale } else { 1.0 };
        let environment = Environment { width: width / scale, dark, family, colors };

        let mut kept = self.kept.borrow_mut();
        let is_same = kept
            .surroundings
            .as_ref()
            .is_some_and(|(known, by)| known.is(&environment) && by.to_bits() == scale.to_bits());
        if !(is_same && kept.options.draws_like(&options)) {
            if kept.family != environment.family || self.widths.borrow().len() > MOST_WIDTHS {
                self.widths.borrow_mut().clear();
            }
            let scene = lay_out(&self.context, &self.widths, &dataset, &language.messages, &options, &environment);
            let scene = scene.scaled(scale);
            kept.scene = Some(Rc::new(scene));
        }
        let shown = kept.shown.clone();
        kept.before = shown;
        kept.options = options;
        kept.family.clone_from(&environment.family);
        kept.surroundings = Some((environment, scale));
        kept.laid_out(&warnings)
    }

    /// Paints the kept scene with so many device pixels to a CSS pixel; with a progress below
    /// 1, the scene so far on the way to it from what was shown when it was laid out. What stands
    /// on the canvas is not painted again, unless that was cleared.
    pub fn paint(&self, ratio: f64, progress: Option<f64>, cleared: bool) {
        let mut kept = self.kept.borrow_mut();
        let Some(scene) = kept.scene.clone() else { return };
        let progress = progress.unwrap_or(1.0);
        let shown = match &kept.before {
            Some(before) if progress < 1.0 => Rc::new(blend(before, &scene, progress)),
            _ => {
                kept.before = None;
                scene
            }
        };
        let ratio = if ratio.is_finite() && ratio > 0.0 { ratio } else { 1.0 };
        let stands = kept.shown.as_ref().is_some_and(|known| Rc::ptr_eq(known, &shown));
        if stands && !cleared && kept.painted == Some(ratio) {
            return;
        }
        canvas::paint(&self.context, &shown, ratio, &kept.family);
        kept.shown = Some(shown);
        kept.painted = Some(ratio);
    }

    /// The marks in reading order; none before the first layout.
    pub fn marks(&self) -> JsValue {
        let (dataset, language) = self.facts();
        let told = |scene: Rc<Scene>| to_js(&evidence::told(&scene, &dataset, &language.messages).marks);
        self.scene().map_or_else(|| to_js::<[(); 0]>(&[]), told)
    }

    /// The index of the mark at a point, or -1.
    #[wasm_bindgen(js_name = markAt)]
    pub fn mark_at(&self, x: f64, y: f64) -> i32 {
        let index = self.scene().and_then(|scene| mark::mark_at(&scene.marks, Point::new(x, y)));
        index.and_then(|index| i32::try_from(index).ok()).unwrap_or(-1)
    }

    /// The state after something happened. `state` is what is hovered, focused, resting, selected
    /// and dismissed, empty where nothing is; `mark` is an index or -1, `text` a key or a Ref.
    pub fn interact(&self, state: Vec<String>, happening: &str, mark: i32, text: Option<String>) -> JsValue {
        let mut known = state.into_iter().map(|id| (!id.is_empty()).then_some(id));
        let mut next = || known.next().flatten();
        let state =
            Interaction { hovered: next(), focused: next(), resting: next(), selected: next(), dismissed: next() };
        let mark = usize::try_from(mark).ok();
        let happening = match happening {
            "pointer" => Happening::Pointer(mark),
            "press" => Happening::Press(mark),
            "tap" => Happening::Tap(mark),
            "at" => Happening::At(mark),
            "dismiss" => Happening::Dismiss,
            "focus" => Happening::Focus,
            "blur" => Happening::Blur,
            "select" => Happening::Select(text),
            _ => Happening::Key(text.unwrap_or_default()),
        };
        let scene = self.scene();
        to_js(&state.next(happening, scene.as_ref().map_or(&[], |scene| &scene.marks)))
    }

    /// What a mark knows; `undefined` for an index that no mark has.
    pub fn evidence(&self, index: usize) -> JsValue {
        let (dataset, language) = self.facts();
        let scene = self.scene();
        let marks = scene.as_ref().map_or(&[][..], |scene| &scene.marks);
        let mark = marks.get(index);
        let messages = &language.messages;
        mark.map_or(JsValue::UNDEFINED, |mark| {
            let mut evidence = evidence::evidence(mark, &dataset, messages);
            evidence.text = evidence::spoken(&evidence.text, index, marks.len(), messages);
            to_js(&evidence)
        })
    }

    /// All that is known about the row that a Ref names; `undefined` when it names none. The
    /// options of the last layout say what is left out.
    pub fn dossier(&self, reference: &str) -> JsValue {
        let (dataset, language) = self.facts();
        let dossier = dossier::dossier(reference, &dataset, &self.kept.borrow().options, &language.messages);
        dossier.map_or(JsValue::UNDEFINED, |dossier| to_js(&dossier))
    }

    /// The indices of the marks that answer to a Ref.
    pub fn answering(&self, reference: &str) -> JsValue {
        let (dataset, _) = self.facts();
        let scene = self.scene();
        let marks = scene.as_ref().map_or(&[][..], |scene| &scene.marks);
        to_js(&evidence::answering(marks, reference, &dataset))
    }

    /// What a reader can choose: views, and what filters offer.
    pub fn choices(&self) -> JsValue {
        let (dataset, language) = self.facts();
        to_js(&choices::choices(&dataset, &language.messages))
    }

    /// What is drawn, as a table for readers; `undefined` before the first layout.
    pub fn table(&self) -> JsValue {
        let (dataset, language) = self.facts();
        let scene = self.scene();
        scene.map_or(JsValue::UNDEFINED, |scene| {
            to_js(&listing::listing(&scene, &dataset, &self.kept.borrow().options, &language.messages))
        })
    }

    /// What is drawn, as comma-separated values; empty before the first layout.
    pub fn csv(&self) -> String {
        let (dataset, language) = self.facts();
        self.scene().map_or_else(String::new, |scene| {
            comma_separated::write(&fact_table::rows(&scene.marks, &dataset), &dataset, &language.messages)
        })
    }

    /// The kept scene as an SVG document; empty before the first layout.
    pub fn svg(&self) -> String {
        let (dataset, language) = self.facts();
        let kept = self.kept.borrow();
        kept.scene.as_ref().map_or_else(String::new, |scene| {
            let told = evidence::told(scene, &dataset, &language.messages);
            svg::write(&told, &kept.language.tag, &kept.family)
        })
    }

    /// What is drawn, and the language that it is drawn in.
    fn facts(&self) -> (Rc<Dataset>, Rc<Language>) {
        let kept = self.kept.borrow();
        let dataset = kept.dataset.as_ref().unwrap_or(&kept.language.dataset);
        (Rc::clone(dataset), Rc::clone(&kept.language))
    }

    /// Where the kept scene comes from; `undefined` before the first layout.
    pub fn provenance(&self) -> JsValue {
        let kept = self.kept.borrow();
        kept.scene.as_ref().map_or(JsValue::UNDEFINED, |scene| {
            to_js(&citation::provenance(
                scene,
                kept.dataset.as_ref().unwrap_or(&kept.language.dataset),
                &kept.options,
                &kept.language.messages,
            ))
        })
    }

    fn scene(&self) -> Option<Rc<Scene>> {
        self.kept.borrow().scene.clone()
    }

    fn take(&self, dataset: Option<Rc<Dataset>>) {
        let mut kept = self.kept.borrow_mut();
        kept.dataset = dataset;
        kept.surroundings = None;
    }
}

impl Kept {
    /// What the page is told of the scene.
    fn laid_out(&mut self, warnings: &[Problem]) -> JsValue {
        let Some(scene) = &self.scene else { return JsValue::UNDEFINED };
        let timeline = scene.timeline.as_ref().map(|timeline| {
            if self.stops.1.is_undefined() || self.stops.0 != timeline.stops {
                self.stops = (timeline.stops.clone(), to_js(&timeline.stops));
            }
            Strip::of(timeline, self.stops.1.clone())
        });
        to_js(&LaidOut {
            width: scene.width,
            height: scene.height,
            title: &scene.title,
            finding: &scene.finding,
            summary: &scene.summary,
            state: &self.options,
            warnings,
            timeline,
        })
    }
}

impl<'a> Strip<'a> {
    fn of(timeline: &'a Timeline, stops: JsValue) -> Self {
        Self {
            kind: timeline.kind,
            bounds: timeline.bounds,
            label: &timeline.label,
            stops,
            first: timeline.first,
            last: timeline.last,
            first_x: timeline.first_x,
            last_x: timeline.last_x,
            first_label: &timeline.first_label,
            last_label: &timeline.last_label,
        }
    }
}
