//! Any JavaScript value as a [`Node`], within stated limits: whatever a page hands over, the
//! work is bounded and nothing throws.

use js_sys::Reflect;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::dataset::node::{Node, Value};
use crate::dataset::problem::{Problem, Severity};

#[wasm_bindgen]
extern "C" {
    /// `Array.isArray`, which throws for a revoked proxy.
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;
}

/// Objects within objects; a dataset needs six.
const DEEPEST: u32 = 12;
/// Values in all, an absent item of a sparse list included.
const MOST_VALUES: u32 = 2_000_000;
/// UTF-16 code units of all text together.
const MOST_TEXT: u32 = 64_000_000;

/// The value, read once. What a dataset cannot hold is named and left to the check.
pub fn to_node(value: &JsValue) -> Result<Node, Problem> {
    let mut walk = Walk { values: 0, text: 0 };
    walk.node(value, 0).map(Node::from).map_err(|message| Problem {
        code: "too-large",
        path: String::new(),
        message: message.to_owned(),
        severity: Severity::Error,
        line: 0,
    })
}

struct Walk {
    values: u32,
    text: u32,
}

impl Walk {
    fn node(&mut self, value: &JsValue, depth: u32) -> Result<Value, &'static str> {
        self.values += 1;
        if self.values > MOST_VALUES {
            return Err("found more than 2,000,000 values, expected fewer");
        }
        if value.is_null() || value.is_undefined() {
            return Ok(Value::Null);
        }
        if let Some(flag) = value.as_bool() {
            return Ok(Value::Bool(flag));
        }
        if let Some(number) = value.as_f64() {
            return Ok(Value::Number(number));
        }
        if let Some(text) = value.dyn_ref::<js_sys::JsString>() {
            return self.text(text).map(Value::Text);
        }
        if value.is_function() {
            return Ok(Value::Other("a function"));
        }
        if !value.is_object() {
            return Ok(Value::Other("a symbol or a big integer"));
        }
        if depth == DEEPEST {
            return Err("found values nested more than 12 deep, expected at most 12");
        }
        match is_array(value) {
            Ok(true) => self.list(value, depth),
            Ok(false) => self.map(value, depth),
            Err(_) => Ok(Value::Other("an object that throws when it is read")),
        }
    }

    fn text(&mut self, text: &js_sys::JsString) -> Result<String, &'static str> {
        self.text = self.text.saturating_add(text.length());
        if self.text > MOST_TEXT {
            return Err("found more than 64,000,000 characters of text, expected fewer");
        }
        Ok(String::from(text))
    }

    fn list(&mut self, value: &JsValue, depth: u32) -> Result<Value, &'static str> {
        let length = Reflect::get(value, &"length".into()).ok().and_then(|length| length.as_f64()).unwrap_or(0.0);
        if length > f64::from(MOST_VALUES - self.values) {
            return Err("found a list that announces more than 2,000,000 values, expected fewer");
        }
        let mut items = Vec::new();
        for index in 0..length as u32 {
            let item = match Reflect::get_u32(value, index) {
                Ok(item) => self.node(&item, depth + 1)?,
                Err(_) => Value::Other("a value that throws when it is read"),
            };
            items.push(item.into());
        }
        Ok(Value::List(items))
    }

    fn map(&mut self, value: &JsValue, depth: u32) -> Result<Value, &'static str> {
        let Ok(keys) = Reflect::own_keys(value) else {
            return Ok(Value::Other("an object that throws when it is read"));
        };
        let mut entries = Vec::new();
        for key in keys.iter() {
            let Some(name) = key.dyn_ref::<js_sys::JsString>() else { continue };
            let item = match Reflect::get(value, &key) {
                Ok(item) => self.node(&item, depth + 1)?,
                Err(_) => Value::Other("a value that throws when it is read"),
            };
            entries.push((self.text(name)?, item.into()));
        }
        Ok(Value::Map(entries))
    }
}
