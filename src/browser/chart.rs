//! One widget's chart: lays out, paints, answers what lies where.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Float64Array, Reflect};
use serde::Serialize;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::CanvasRenderingContext2d;

use super::complete::{read_dataset, to_js};
use super::{Environment, canvas, languages, lay_out, values};
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
use crate::scene::{Point, Scene, Timeline, mark};
use crate::surface::svg;

/// One widget's chart. Methods take `&self` and end before any event of the page's, so a
/// listener may call in again.
#[wasm_bindgen]
pub struct Chart {
    context: CanvasRenderingContext2d,
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
    /// What the scene was computed for.
    options: ViewOptions,
    family: String,
}

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
    timeline: Option<&'a Timeline>,
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
            options: ViewOptions::default(),
            family: svg::FONT_FAMILY.to_owned(),
        };
        Self { context, kept: RefCell::new(kept) }
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
            self.kept.borrow_mut().dataset = None;
            return to_js::<[(); 0]>(&[]);
        }
        match read_dataset(input) {
            Ok((dataset, warnings)) => {
                self.kept.borrow_mut().dataset = Some(Rc::new(dataset));
                to_js(&warnings)
            }
            Err(problems) => to_js(&problems),
        }
    }

    /// Speaks another language from the next layout on. `tag` is that of the words, `name` of what
    /// the texts make of them together; of a name that was given before, they are not read again.
    #[expect(clippy::needless_pass_by_value, reason = "lists cross the boundary by value")]
    pub fn speak(&self, name: &str, tag: &str, texts: Vec<String>) {
        self.kept.borrow_mut().language = languages::get(name, tag, &texts);
    }

    /// Computes the scene for options and an environment, and keeps it.
    pub fn layout(&self, options: &JsValue, environment: &JsValue) -> JsValue {
        let (dataset, language) = self.facts();
        let options = values::to_node(options).unwrap_or(Node::from(Value::Null));
        let (options, warnings) = ViewOptions::read(&options, &dataset);
        let scale = Reflect::get(environment, &"scale".into()).ok().and_then(|scale| scale.as_f64());
        let scale = scale.filter(|scale| scale.is_finite() && *scale > 0.0).unwrap_or(1.0);
        let get = |name: &str| Reflect::get(environment, &name.into()).unwrap_or(JsValue::UNDEFINED);
        let environment = Environment {
            width: get("width").as_f64().unwrap_or(f64::NAN) / scale,
            dark: get("dark").is_truthy(),
            family: get("font").as_string().unwrap_or_else(|| svg::FONT_FAMILY.to_owned()),
            colors: get("colors").dyn_into().map_or_else(|_| Vec::new(), |colors: Float64Array| colors.to_vec()),
        };
        let scene = lay_out(&self.context, &dataset, &language.messages, &options, &environment).scaled(scale);
        let laid_out = to_js(&LaidOut {
            width: scene.width,
            height: scene.height,
            title: &scene.title,
            finding: &scene.finding,
            summary: &scene.summary,
            state: &options,
            warnings: &warnings,
            timeline: scene.timeline.as_ref(),
        });
        let mut kept = self.kept.borrow_mut();
        kept.scene = Some(Rc::new(scene));
        let shown = kept.shown.clone();
        kept.before = shown;
        kept.options = options;
        kept.family = environment.family;
        laid_out
    }

    /// Paints the kept scene with so many device pixels to a CSS pixel; with a progress below
    /// 1, the scene so far on the way to it from what was shown when it was laid out.
    pub fn paint(&self, ratio: f64, progress: Option<f64>) {
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
        canvas::paint(&self.context, &shown, ratio, &kept.family);
        kept.shown = Some(shown);
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

    /// The state after something happened.
    pub fn interact(&self, state: &JsValue, input: &JsValue) -> JsValue {
        let read = |value: &JsValue| values::to_node(value).unwrap_or(Node::from(Value::Null));
        let (state, input) = (read(state), read(input));
        let text = |node: &Node, name: &str| node.get(name).and_then(Node::as_text).map(str::to_owned);
        let mark = match input.get("mark").map(|mark| &mark.value) {
            Some(Value::Number(index)) if *index >= 0.0 => Some(*index as usize),
            _ => None,
        };
        let state = Interaction {
            hovered: text(&state, "hovered"),
            focused: text(&state, "focused"),
            resting: text(&state, "resting"),
            selected: text(&state, "selected"),
            dismissed: text(&state, "dismissed"),
        };
        let happening = match text(&input, "type").as_deref() {
            Some("pointer") => Happening::Pointer(mark),
            Some("press") => Happening::Press(mark),
            Some("tap") => Happening::Tap(mark),
            Some("at") => Happening::At(mark),
            Some("dismiss") => Happening::Dismiss,
            Some("focus") => Happening::Focus,
            Some("blur") => Happening::Blur,
            Some("select") => Happening::Select(text(&input, "ref")),
            _ => Happening::Key(text(&input, "key").unwrap_or_default()),
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
}
