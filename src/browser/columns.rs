//! The columns of a page's dataset. A typed array is copied whole, in pieces and past whatever a
//! page has put before it: neither its own names nor those of a class of the page's are asked.

use js_sys::{ArrayBuffer, Float64Array, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::values::{Excess, Place, THROWS, Walk, is_array, names};
use crate::dataset::columns::{Codes, RawBlock, RawCodes, RawColumn, RawColumns, RawItem, Times, Values};
use crate::dataset::limits::{DEEPEST, MOST_BLOCKS, MOST_POINTS};
use crate::dataset::node::{Node, Value};

#[wasm_bindgen]
extern "C" {
    /// Whether it is a typed array or a data view, by what it is made of; never throws.
    #[wasm_bindgen(js_namespace = ArrayBuffer, js_name = isView)]
    fn is_view(value: &JsValue) -> bool;

    /// What an object has under a name when it is asked on behalf of another.
    #[wasm_bindgen(catch, js_namespace = Reflect, js_name = get)]
    fn get_for(object: &JsValue, name: &JsValue, receiver: &JsValue) -> Result<JsValue, JsValue>;

    /// Numbers that were copied out of another typed array.
    #[wasm_bindgen(extends = Float64Array, js_name = Float64Array)]
    type Copied;

    /// Throws for big integers, and where the buffer was handed on.
    #[wasm_bindgen(catch, constructor, js_class = "Float64Array")]
    fn new(value: &JsValue) -> Result<Copied, JsValue>;
}

/// Numbers that cross the boundary at a time.
const PIECE: u32 = 8_192;

/// The columns of a block, in the order of [`Walk::points`].
#[derive(Clone, Copy)]
enum Name {
    Time,
    Value,
    Place,
    Source,
    Qualifier,
}

/// Something that numbers are added to.
trait Column: Sized {
    fn extend(&mut self, numbers: &[f64]);
}

impl Column for Times {
    fn extend(&mut self, numbers: &[f64]) {
        Self::extend(self, numbers);
    }
}

impl Column for Values {
    fn extend(&mut self, numbers: &[f64]) {
        Self::extend(self, numbers);
    }
}

impl Column for Codes {
    fn extend(&mut self, numbers: &[f64]) {
        Self::extend(self, numbers);
    }
}

impl Walk {
    /// What stands under `columns`.
    pub(super) fn columns(&mut self, columns: Option<Result<JsValue, JsValue>>) -> Result<RawColumns, Excess> {
        let Some(columns) = columns else { return Ok(RawColumns::Other(Value::Null.into())) };
        let Ok(list) = columns else { return Ok(RawColumns::Other(Value::Other(THROWS).into())) };
        let length = match length(&list) {
            Ok(length) if length <= MOST_BLOCKS as f64 => length as u32,
            Ok(length) => {
                let excess = Value::excess("a list", "items", length, MOST_BLOCKS);
                return Ok(RawColumns::Other(excess.into()));
            }
            Err(found) => return Ok(RawColumns::Other(self.flat(&list, found)?.into())),
        };
        let mut items = Vec::new();
        for index in 0..length {
            let item = match Reflect::get_u32(&list, index) {
                Ok(item) => self.item(&item, index),
                Err(_) => Ok(RawItem::Other(Value::Other(THROWS).into())),
            };
            items.push(item.map_err(|excess| excess.under(&["columns[", &index.to_string(), "]"]))?);
        }
        Ok(RawColumns::List(items))
    }

    fn item(&mut self, value: &JsValue, index: u32) -> Result<RawItem, Excess> {
        self.step()?;
        let keys = match object(value) {
            Ok(keys) => keys,
            Err(found) => return Ok(RawItem::Other(self.flat(value, found)?.into())),
        };
        let mut block = RawBlock::default();
        for key in keys.iter() {
            let Some(name) = self.name(&key)? else { continue };
            let get = || Reflect::get(value, &key);
            match name.as_str() {
                "id" => block.id = self.plain(get())?,
                "metric" => block.metric = self.plain(get())?,
                "term" => block.term = self.plain(get())?,
                "time" => block.time = self.numbers(get(), Name::Time, |count, _| Times::with_capacity(count))?,
                "value" => block.value = self.figures(get(), index)?,
                "place" => block.place = self.codes(get(), Name::Place)?,
                "source" => block.source = self.codes(get(), Name::Source)?,
                "qualifier" => block.qualifier = self.codes(get(), Name::Qualifier)?,
                _ => block.unknown.push(name),
            }
        }
        Ok(RawItem::Block(Box::new(block)))
    }

    /// One text for all points, or a dictionary and a code for each.
    fn codes(&mut self, value: Result<JsValue, JsValue>, name: Name) -> Result<RawCodes, Excess> {
        let Ok(value) = value else { return Ok(RawCodes::One(Value::Other(THROWS).into())) };
        let Ok(keys) = object(&value) else { return Ok(RawCodes::One(self.plain(Ok(value))?)) };
        let (mut dictionary, mut codes) = (Ok(JsValue::NULL), Ok(JsValue::NULL));
        for key in keys.iter() {
            match self.name(&key)?.as_deref() {
                Some("dictionary") => dictionary = Reflect::get(&value, &key),
                Some("codes") => codes = Reflect::get(&value, &key),
                _ => {}
            }
        }
        let dictionary: Node = match dictionary {
            Ok(list) if is_array(&list) == Ok(true) => self.list(&list, Place::Anything, DEEPEST - 1)?.into(),
            other => self.plain(other)?,
        };
        let words = dictionary.items().len();
        let codes = self.numbers(codes, name, |count, _| Codes::with_capacity(words, count))?;
        Ok(RawCodes::Codes { dictionary, codes })
    }

    /// A text, or what was found in its place; nothing in that is read.
    fn plain(&mut self, value: Result<JsValue, JsValue>) -> Result<Node, Excess> {
        self.read(value, Place::Anything, DEEPEST).map(Node::from)
    }

    /// What was found in the place of a list or an object.
    fn flat(&mut self, value: &JsValue, found: Value) -> Result<Value, Excess> {
        match found {
            Value::Null => self.node(value, Place::Anything, DEEPEST),
            found => Ok(found),
        }
    }

    /// The numbers of a typed array or a list; what is no number in a list is not-a-number.
    fn numbers<T: Column>(
        &mut self,
        value: Result<JsValue, JsValue>,
        name: Name,
        make: impl FnOnce(usize, &[f64]) -> T,
    ) -> Result<RawColumn<T>, Excess> {
        let other = |value: Value| Ok(RawColumn::Other(value.into()));
        let Ok(value) = value else { return other(Value::Other(THROWS)) };
        let typed = match typed(&value) {
            Some(Ok(numbers)) => Some(numbers),
            Some(Err(found)) => return other(found),
            None => None,
        };
        let count = match &typed {
            Some(numbers) => f64::from(numbers.length()),
            None => match length(&value) {
                Ok(count) => count,
                Err(found) => return other(self.flat(&value, found)?),
            },
        };
        let read = &mut self.points[name as usize];
        if count + *read as f64 > MOST_POINTS as f64 {
            return other(Value::excess("columns", "points", count + *read as f64, MOST_POINTS));
        }
        *read += count as usize;
        let count = count as u32;
        let mut piece = vec![0.0; PIECE.min(count) as usize];
        let read = |first: u32, piece: &mut [f64]| match &typed {
            Some(numbers) => copy(numbers, first, piece),
            None => {
                for (index, number) in (first..).zip(piece.iter_mut()) {
                    let item = Reflect::get_u32(&value, index).ok();
                    *number = item.and_then(|item| item.as_f64()).unwrap_or(f64::NAN);
                }
            }
        };
        // The first piece tells how the numbers are best kept.
        read(0, &mut piece);
        let mut column = make(count as usize, &piece);
        column.extend(&piece);
        for first in (PIECE..count).step_by(PIECE as usize) {
            let piece = &mut piece[..PIECE.min(count - first) as usize];
            read(first, piece);
            column.extend(piece);
        }
        Ok(RawColumn::Numbers(column))
    }

    /// The figures of a block. Those that nothing but a script of the page can change are awaited: none
    /// of it runs once all else has been read, so they are the same when they are read again.
    fn figures(&mut self, value: Result<JsValue, JsValue>, index: u32) -> Result<RawColumn<Values>, Excess> {
        if let Ok(given) = &value
            && let Some(Ok(numbers)) = typed(given)
            && numbers.length() > 0
            && numbers.buffer().is_instance_of::<ArrayBuffer>()
        {
            let all = self.points[Name::Value as usize] + numbers.length() as usize;
            if all <= MOST_POINTS {
                self.points[Name::Value as usize] = all;
                self.awaited.push(Awaited { index: index as usize, numbers });
                return Ok(RawColumn::Numbers(Values::awaited()));
            }
        }
        self.numbers(value, Name::Value, Values::like)
    }
}

/// Figures of a block that are looked at first and kept later.
pub(super) struct Awaited {
    /// Of the block.
    index: usize,
    numbers: Float64Array,
}

impl Awaited {
    /// Looks at them, and whether they are to be kept; what is wrong with them is told by what they are,
    /// so then they are kept at once.
    pub(super) fn look(&self, columns: &mut RawColumns) -> bool {
        let Some(column) = self.column(columns) else { return false };
        let count = self.numbers.length();
        let mut piece = vec![0.0; PIECE.min(count) as usize];
        let mut read = |column: &mut Values| {
            for first in (0..count).step_by(PIECE as usize) {
                let piece = &mut piece[..PIECE.min(count - first) as usize];
                copy(&self.numbers, first, piece);
                column.extend(piece);
            }
        };
        read(column);
        if column.are_fine() {
            return true;
        }
        *column = Values::with_capacity(count as usize);
        read(column);
        false
    }

    /// Keeps them.
    pub(super) fn keep(&self, columns: &mut RawColumns) {
        if let Some(column) = self.column(columns) {
            column.keep(|first, piece| copy(&self.numbers, first as u32, piece));
        }
    }

    fn column<'a>(&self, columns: &'a mut RawColumns) -> Option<&'a mut Values> {
        let RawColumns::List(items) = columns else { return None };
        match items.get_mut(self.index)? {
            RawItem::Block(block) => match &mut block.value {
                RawColumn::Numbers(values) => Some(values),
                RawColumn::Other(_) => None,
            },
            RawItem::Other(_) => None,
        }
    }
}

/// Numbers from an index on, as many as there is room for.
fn copy(numbers: &Float64Array, first: u32, room: &mut [f64]) {
    numbers.subarray(first, first + room.len() as u32).copy_to(room);
}

/// The names of an object that is no list, or what it is instead; null for what a plain reading tells.
fn object(value: &JsValue) -> Result<js_sys::Array, Value> {
    if !value.is_object() {
        return Err(Value::Null);
    }
    match is_array(value) {
        Ok(false) => names(value),
        Ok(true) => Err(Value::Null),
        Err(_) => Err(Value::Other(THROWS)),
    }
}

/// The length of a list, or what it is instead; null for what a plain reading tells.
fn length(value: &JsValue) -> Result<f64, Value> {
    match is_array(value) {
        Ok(true) => {}
        Ok(false) => return Err(Value::Null),
        Err(_) => return Err(Value::Other(THROWS)),
    }
    let length = Reflect::get(value, &"length".into()).map_err(|_| Value::Other(THROWS))?;
    let whole = length.as_f64().filter(|length| *length >= 0.0 && length.fract() == 0.0);
    whole.ok_or(Value::Other("a list without a length"))
}

/// The numbers of a typed array, or why they cannot be had; `None` for what is none. Of doubles
/// they are those of the page, of other numbers a copy.
fn typed(value: &JsValue) -> Option<Result<Float64Array, Value>> {
    if !is_view(value) {
        return None;
    }
    let all = Object::get_prototype_of(&Object::get_prototype_of(&Uint8Array::new_with_length(0)));
    // What all typed arrays inherit, asked on behalf of this one.
    let get = |name: &JsValue| get_for(&all, name, value).unwrap_or(JsValue::UNDEFINED);
    let Some(kind) = get(&js_sys::Symbol::to_string_tag().into()).as_string() else {
        return Some(Err(Value::Other("a DataView")));
    };
    let number = |name: &str| get(&name.into()).as_f64().unwrap_or(0.0) as u32;
    let count = number("length");
    Some(match kind.as_str() {
        "BigInt64Array" | "BigUint64Array" => Err(Value::Other("a typed array of big integers")),
        // Nothing can be seen of a buffer that was handed on, or that shrank.
        _ if count == 0 => Ok(Float64Array::new_with_length(0)),
        "Float64Array" => {
            Ok(Float64Array::new_with_byte_offset_and_length(&get(&"buffer".into()), number("byteOffset"), count))
        }
        _ => Copied::new(value).map(JsCast::unchecked_into).map_err(|_| Value::Other(THROWS)),
    })
}
