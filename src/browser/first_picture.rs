//! The first picture of a widget: drawn from the embedded dataset before the complete
//! module is there.

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::CanvasRenderingContext2d;

use super::{Environment, canvas, lay_out};
use crate::dataset::node::{Node, Value};
use crate::messages::language::Language;
use crate::options::ViewOptions;
use crate::scene::Scene;

/// A picture on its way to the canvas.
#[wasm_bindgen]
pub struct FirstPicture {
    context: CanvasRenderingContext2d,
    language: Language,
    scene: RefCell<Option<(Scene, String)>>,
}

#[wasm_bindgen]
impl FirstPicture {
    /// A picture that measures with a context and is painted on it, in a language as
    /// [`Language::read`] takes it.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::needless_pass_by_value, reason = "lists cross the boundary by value")]
    pub fn new(context: CanvasRenderingContext2d, tag: &str, texts: Vec<String>) -> Self {
        Self { context, language: Language::read(tag, &texts), scene: RefCell::new(None) }
    }

    /// Computes the picture; gives its height in CSS pixels. `options` are names and values
    /// by turns; what is not understood is told by the complete module. `colors` are the page's.
    pub fn layout(&self, options: Vec<String>, width: f64, dark: bool, family: String, colors: Vec<f64>) -> f64 {
        let Language { messages, dataset, .. } = &self.language;
        let mut entries: Vec<(String, Node)> = Vec::new();
        let mut texts = options.into_iter();
        while let (Some(name), Some(value)) = (texts.next(), texts.next()) {
            entries.push((name, Node::text(value)));
        }
        let (options, _) = ViewOptions::read(&Value::Map(entries).into(), dataset);
        let environment = Environment { width, dark, family, colors };
        let scene = lay_out(&self.context, dataset, messages, &options, &environment);
        let height = scene.height;
        *self.scene.borrow_mut() = Some((scene, environment.family));
        height
    }

    /// Paints it with so many device pixels to a CSS pixel.
    pub fn paint(&self, ratio: f64) {
        if let Some((scene, family)) = &*self.scene.borrow() {
            canvas::paint(&self.context, scene, ratio, family);
        }
    }

    /// What it shows, in two sentences; empty before [`Self::layout`].
    pub fn text(&self) -> String {
        let mut text = String::new();
        if let Some((scene, _)) = &*self.scene.borrow() {
            text.push_str(&scene.title);
            self.language.messages.add_sentence(&mut text, &scene.summary);
        }
        text
    }
}

/// Small rather than quick: the module is dropped once the complete one has taken over.
#[global_allocator]
static ALLOCATOR: lol_alloc::LockedAllocator<lol_alloc::FreeListAllocator> =
    lol_alloc::LockedAllocator::new(lol_alloc::FreeListAllocator::new());
