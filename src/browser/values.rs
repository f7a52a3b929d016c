//! Any JavaScript value as a [`Node`], within the limits of [`crate::dataset::limits`]:
//! whatever a page hands over, each part is read once, the work is bounded and nothing throws.

use js_sys::{Array, JsString, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::columns::Awaited;
use crate::dataset::columns::RawColumns;
use crate::dataset::limits::{DEEPEST, LONGEST_TEXT, MOST_ITEMS, MOST_NAMES, MOST_STEPS, MOST_TEXT};
use crate::dataset::node::{Node, Value};
use crate::dataset::problem::{Problem, Severity};
use crate::dataset::schema::{ABOUT, Field, TABLES, Table};

#[wasm_bindgen]
extern "C" {
    /// `Array.isArray`, which throws for a revoked proxy.
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    pub(super) fn is_array(value: &JsValue) -> Result<bool, JsValue>;

    /// What sort of object it says it is: `[object Map]`.
    #[wasm_bindgen(catch, js_namespace = ["Object", "prototype", "toString"], js_name = call)]
    fn tag(value: &JsValue) -> Result<JsString, JsValue>;
}

/// The name of a dataset's columns, which are no table.
const COLUMNS: &str = "columns";

pub(super) const THROWS: &str = "a value that throws when it is read";

/// The value, whatever names it has.
pub fn to_node(value: &JsValue) -> Result<Node, Problem> {
    read(value, Place::Anything)
}

/// The value as a dataset, its columns apart, and which of their figures are awaited: what stands
/// under a name that no dataset has is not looked at.
pub fn to_dataset(value: &JsValue) -> Result<(Node, RawColumns, Vec<Awaited>), Problem> {
    let mut walk = Walk::default();
    let root = walk.node(value, Place::Dataset, 0);
    let columns = std::mem::take(&mut walk.columns);
    let all = root.and_then(|root| Ok((Node::from(root), walk.columns(columns)?)));
    let (root, mut columns) = all.map_err(|excess| problem(&excess))?;
    let awaited = walk.awaited.into_iter().filter(|figures| figures.look(&mut columns)).collect();
    Ok((root, columns, awaited))
}

fn read(value: &JsValue, place: Place) -> Result<Node, Problem> {
    Walk::default().node(value, place, 0).map(Node::from).map_err(|excess| problem(&excess))
}

fn problem(excess: &Excess) -> Problem {
    Problem {
        code: "too-large",
        path: excess.path.trim_start_matches('.').to_owned(),
        message: ["found more than ", excess.what, ", expected fewer"].concat(),
        severity: Severity::Error,
        line: 0,
    }
}

/// Where in a dataset a value stands.
#[derive(Clone, Copy)]
pub(super) enum Place {
    Dataset,
    Table(&'static Table),
    Row(&'static [Field]),
    Anything,
}

impl Place {
    /// What stands under a name here; `None` for what no dataset has.
    fn named(self, name: &str) -> Option<Self> {
        match self {
            Self::Dataset if name == ABOUT.name => Some(Self::Row(ABOUT.fields)),
            Self::Dataset => TABLES.iter().find(|table| table.name == name).map(Self::Table),
            Self::Row(fields) => fields.iter().any(|field| field.name == name).then_some(Self::Anything),
            Self::Table(_) => None,
            Self::Anything => Some(Self::Anything),
        }
    }

    fn item(self) -> Self {
        match self {
            Self::Table(table) => Self::Row(table.fields),
            _ => Self::Anything,
        }
    }
}

/// A limit that the whole value is beyond, and where that showed.
pub(super) struct Excess {
    what: &'static str,
    path: String,
}

impl Excess {
    pub(super) fn under(mut self, step: &[&str]) -> Self {
        self.path.insert_str(0, &step.concat());
        self
    }
}

/// One reading.
#[derive(Default)]
pub(super) struct Walk {
    steps: u32,
    text: usize,
    /// What stands under `columns`; `None` where nothing does.
    columns: Option<Result<JsValue, JsValue>>,
    /// Numbers in columns so far, by the order of the names of columns.
    pub(super) points: [usize; 5],
    /// Figures of columns that are read when all else has been.
    pub(super) awaited: Vec<Awaited>,
}

impl Walk {
    pub(super) fn step(&mut self) -> Result<(), Excess> {
        self.steps += 1;
        if self.steps > MOST_STEPS {
            return Err(Excess { what: "1,000,000 values and names", path: String::new() });
        }
        Ok(())
    }

    pub(super) fn node(&mut self, value: &JsValue, place: Place, depth: u32) -> Result<Value, Excess> {
        self.step()?;
        if value.is_null() || value.is_undefined() {
            return Ok(Value::Null);
        }
        if let Some(flag) = value.as_bool() {
            return Ok(Value::Bool(flag));
        }
        if let Some(number) = value.as_f64() {
            return Ok(Value::Number(number));
        }
        if let Some(text) = value.dyn_ref::<JsString>() {
            return self.text(text);
        }
        if value.is_function() {
            return Ok(Value::Other("a function"));
        }
        if value.is_symbol() {
            return Ok(Value::Other("a symbol"));
        }
        if value.is_bigint() {
            return Ok(Value::Other("a big integer"));
        }
        match is_array(value) {
            // No field lies so deep: it will not do, whatever is in it.
            Ok(is_list) if depth >= DEEPEST => Ok(Value::Other(if is_list { "a list" } else { "an object" })),
            Ok(true) => self.list(value, place, depth),
            Ok(false) => self.map(value, place, depth),
            Err(_) => Ok(Value::Other(THROWS)),
        }
    }

    /// Text, or so much of it that it shows as too long.
    fn text(&mut self, text: &JsString) -> Result<Value, Excess> {
        // A UTF-16 code unit is at least one byte.
        let most = LONGEST_TEXT as u32;
        let read = if text.length() > most { String::from(text.slice(0, most + 1)) } else { String::from(text) };
        self.text += read.len();
        if self.text > MOST_TEXT {
            return Err(Excess { what: "20,000,000 bytes of text", path: String::new() });
        }
        // What stands for half a character may have been meant, too.
        if read.contains('\u{fffd}') && read.len() <= LONGEST_TEXT && !text.is_valid_utf16() {
            return Ok(Value::Other("text with half a character (a lone surrogate)"));
        }
        Ok(Value::Text(read))
    }

    pub(super) fn list(&mut self, value: &JsValue, place: Place, depth: u32) -> Result<Value, Excess> {
        let Ok(length) = Reflect::get(value, &"length".into()) else { return Ok(Value::Other(THROWS)) };
        let length = match length.as_f64() {
            Some(length) if length >= 0.0 && length.fract() == 0.0 => length,
            _ => return Ok(Value::Other("a list without a length")),
        };
        if length > MOST_ITEMS as f64 {
            return Ok(Value::excess("a list", "items", length, MOST_ITEMS));
        }
        let mut items = Vec::new();
        for index in 0..length as u32 {
            let item = Reflect::get_u32(value, index);
            let item =
                self.read(item, place.item(), depth).map_err(|excess| excess.under(&["[", &index.to_string(), "]"]))?;
            items.push(item.into());
        }
        Ok(Value::List(items))
    }

    fn map(&mut self, value: &JsValue, place: Place, depth: u32) -> Result<Value, Excess> {
        let keys = match names(value) {
            Ok(keys) => keys,
            Err(found) => return Ok(found),
        };
        let mut entries = Vec::new();
        for key in keys.iter() {
            let Some(name) = self.name(&key)? else { continue };
            if matches!(place, Place::Dataset) && name == COLUMNS {
                self.columns = Some(Reflect::get(value, &key));
                continue;
            }
            let item = match place.named(&name) {
                Some(place) => {
                    let item = Reflect::get(value, &key);
                    self.read(item, place, depth).map_err(|excess| excess.under(&[".", &name]))?
                }
                None => Value::Null,
            };
            entries.push((name, item.into()));
        }
        Ok(Value::Map(entries))
    }

    /// A name of an object; none for a symbol, which names nothing that could be written as JSON.
    pub(super) fn name(&mut self, key: &JsValue) -> Result<Option<String>, Excess> {
        self.step()?;
        let Some(name) = key.dyn_ref::<JsString>() else { return Ok(None) };
        Ok(Some(match self.text(name)? {
            Value::Text(name) => name,
            _ => "\u{fffd}".to_owned(),
        }))
    }

    /// A part of a list or an object, or that it cannot be had.
    pub(super) fn read(&mut self, part: Result<JsValue, JsValue>, place: Place, depth: u32) -> Result<Value, Excess> {
        match part {
            Ok(part) => self.node(&part, place, depth + 1),
            Err(_) => self.step().map(|()| Value::Other(THROWS)),
        }
    }
}

/// The names of a plain object, or what it is instead.
pub(super) fn names(value: &JsValue) -> Result<Array, Value> {
    let tag = tag(value).map_err(|_| Value::Other(THROWS))?;
    if let Some(what) = name_of(&String::from(tag.slice(0, 40))) {
        return Err(Value::Other(what));
    }
    let keys = Reflect::own_keys(value).map_err(|_| Value::Other(THROWS))?;
    if keys.length() > MOST_NAMES as u32 {
        return Err(Value::excess("an object", "names", f64::from(keys.length()), MOST_NAMES));
    }
    Ok(keys)
}

/// Objects that are taken for tables, rows or texts and are none.
fn name_of(tag: &str) -> Option<&'static str> {
    Some(match tag {
        "[object Map]" => "a Map",
        "[object Set]" => "a Set",
        "[object Date]" => "a Date",
        "[object Promise]" => "a Promise",
        "[object Response]" => "a Response",
        "[object String]" => "a String object",
        "[object ArrayBuffer]" => "an ArrayBuffer",
        "[object Int8Array]"
        | "[object Uint8Array]"
        | "[object Uint8ClampedArray]"
        | "[object Int16Array]"
        | "[object Uint16Array]"
        | "[object Int32Array]"
        | "[object Uint32Array]"
        | "[object Float32Array]"
        | "[object Float64Array]"
        | "[object BigInt64Array]"
        | "[object BigUint64Array]" => "a typed array",
        _ => return None,
    })
}
