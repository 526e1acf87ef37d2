//! JSON lists of any length: each element is handed on as it is read.
//!
//! Read are an array, an object that holds the array (`{"articles": […]}`), an object
//! alone, and objects one after the other, as JSON lines have them.

use std::cell::Cell;
use std::fmt;
use std::io::{BufRead, Read};
use std::ops::ControlFlow;

use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::stream::{self, Allowance, TextStream};
use super::{FormatError, Found, Held, Input};
use crate::domain::OutcomeCode;
use crate::import::faults;

const WHAT: &str = "the JSON file";

/// Values kept of one element; what is more is left out. (A value takes some 60 bytes.)
const MOST_VALUES: usize = 200_000;

/// Members of an object that hold the list.
#[rustfmt::skip]
const LISTS: &[&str] = &[
    "articles", "items", "results", "data", "docs", "documents", "entries", "rows", "bookmarks", "stories", "posts", "records", "hits",
];

/// Members that make the object around a list an article of its own.
const TEXTS: &[&str] = &["text", "body", "content", "fulltext", "full_text"];

/// A value; numbers and booleans as they are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Json {
    Nothing,
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        self.members()
            .iter()
            .find(|(name, _)| name == key)
            .map(|(_, value)| value)
    }

    pub(super) fn members(&self) -> &[(String, Self)] {
        match self {
            Self::Object(members) => members,
            _ => &[],
        }
    }

    pub(super) fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// A text that says something.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    pub(super) fn text_of(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(Self::text)
    }
}

/// Takes each element; `Break` stops the reading.
type Each<'a> = dyn FnMut(Json) -> ControlFlow<()> + 'a;

/// Hands on what `held` makes of every element of the list in `input`. A line of JSON
/// lines that can't be read costs only itself.
pub(super) fn each(
    input: &mut dyn Input,
    found: &mut Found<'_>,
    held: &dyn Fn(&Json) -> Option<Held>,
) -> Result<(), FormatError> {
    let mut stream = TextStream::new(input)?;
    let allowance = stream.allowance();
    let first = first_line(&mut stream).map_err(|error| stream::failed(error, WHAT))?;
    if is_object(&first) {
        return lines(first, &mut stream, &allowance, found, held);
    }
    let mut on = |element: Json| hand_on(&element, found, held);
    document(&mut first.as_slice().chain(stream), &allowance, &mut on).map(|_| ())
}

/// A whole file that is one value, with what is in it up to `most` values.
pub(super) fn whole(input: &mut dyn Input, most: usize) -> Result<Json, FormatError> {
    let stream = TextStream::new(input)?;
    stream.allowance().lift();
    let left = Cell::new(most);
    let mut json = serde_json::Deserializer::from_reader(stream);
    Value::alone(&left).deserialize(&mut json).map_err(damaged)
}

fn damaged(error: serde_json::Error) -> FormatError {
    if error.io_error_kind() == Some(std::io::ErrorKind::FileTooLarge) {
        return FormatError::TooLarge { what: WHAT };
    }
    FormatError::Damaged {
        what: WHAT,
        why: faults::of_json(&error),
    }
}

fn hand_on(
    element: &Json,
    found: &mut Found<'_>,
    held: &dyn Fn(&Json) -> Option<Held>,
) -> ControlFlow<()> {
    held(element).map_or(ControlFlow::Continue(()), found)
}

/// The longest first line that may show that each line is an object of its own.
const FIRST_LINE: u64 = 1 << 20;

/// The first line that is not blank, up to the limit.
fn first_line(stream: &mut TextStream<'_>) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    while bytes.iter().all(u8::is_ascii_whitespace) {
        bytes.clear();
        let mut portion = stream.by_ref().take(FIRST_LINE);
        if portion.read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
    }
    Ok(bytes)
}

/// Whether it is an object from brace to brace, as each line of JSON lines is.
fn is_object(line: &[u8]) -> bool {
    line.trim_ascii_start().first() == Some(&b'{')
        && serde_json::from_slice::<IgnoredAny>(line).is_ok()
}

fn lines(
    first: Vec<u8>,
    stream: &mut TextStream<'_>,
    allowance: &Allowance,
    found: &mut Found<'_>,
    held: &dyn Fn(&Json) -> Option<Held>,
) -> Result<(), FormatError> {
    let mut line = first;
    let mut number = 1;
    loop {
        if !line.iter().all(u8::is_ascii_whitespace) {
            let mut on = |element: Json| hand_on(&element, found, held);
            let flow = match document(&mut line.as_slice(), allowance, &mut on) {
                Ok(flow) => flow,
                Err(error) => found(Held::Unread {
                    name: number.to_string(),
                    code: OutcomeCode::NotReadable,
                    detail: error.detail(),
                }),
            };
            if flow.is_break() {
                return Ok(());
            }
        }
        allowance.renew();
        number += 1;
        line.clear();
        let read = stream
            .read_until(b'\n', &mut line)
            .map_err(|error| stream::failed(error, WHAT))?;
        if read == 0 {
            return Ok(());
        }
    }
}

/// Reads the values in `source` one after the other.
fn document(
    source: &mut dyn Read,
    allowance: &Allowance,
    on: &mut Each<'_>,
) -> Result<ControlFlow<()>, FormatError> {
    let mut json = serde_json::Deserializer::from_reader(std::io::BufReader::new(source));
    let stopped = Cell::new(false);
    loop {
        if json.end().is_ok() {
            return Ok(ControlFlow::Continue(()));
        }
        let top = Top {
            on,
            allowance,
            stopped: &stopped,
        };
        match top.deserialize(&mut json) {
            _ if stopped.get() => return Ok(ControlFlow::Break(())),
            Ok(()) => {}
            Err(error) => return Err(damaged(error)),
        }
    }
}

/// The outermost value: a list, or what holds one.
struct Top<'a, 'on> {
    on: &'a mut Each<'on>,
    allowance: &'a Allowance,
    stopped: &'a Cell<bool>,
}

impl Top<'_, '_> {
    fn hand_on<E: serde::de::Error>(&mut self, element: Json) -> Result<(), E> {
        if (self.on)(element).is_break() {
            self.stopped.set(true);
            return Err(E::custom("stopped"));
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Top<'_, '_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        value.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Top<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list or an object")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        loop {
            self.allowance.renew();
            let left = Cell::new(MOST_VALUES);
            match list.next_element_seed(Value::alone(&left))? {
                Some(element) => self.hand_on(element)?,
                None => return Ok(()),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut object: A) -> Result<(), A::Error> {
        self.allowance.renew();
        let left = Cell::new(MOST_VALUES);
        let mut members = Vec::new();
        let mut listed = false;
        while let Some(key) = object.next_key::<String>()? {
            let mut value = Value::alone(&left);
            if LISTS.contains(&key.to_ascii_lowercase().as_str()) {
                value.list = Some(Top {
                    on: &mut *self.on,
                    allowance: self.allowance,
                    stopped: self.stopped,
                });
            }
            let streams = value.list.is_some();
            let value = object.next_value_seed(value)?;
            listed |= streams && value == Json::List(Vec::new());
            members.push((key, value));
        }
        let has_text = members.iter().any(|(key, _)| TEXTS.contains(&key.as_str()));
        if listed && !has_text {
            return Ok(());
        }
        self.hand_on(Json::Object(members))
    }
}

/// One value with what is in it, as long as values are left.
struct Value<'a, 'on> {
    left: &'a Cell<usize>,
    /// Where the elements go if it is a list; then it is itself an empty one.
    list: Option<Top<'a, 'on>>,
}

impl<'a> Value<'a, '_> {
    fn alone(left: &'a Cell<usize>) -> Self {
        Self { left, list: None }
    }
}

/// Whether nothing more is kept; counts down.
fn spent(left: &Cell<usize>) -> bool {
    let now = left.get();
    left.set(now.saturating_sub(1));
    now == 0
}

impl<'de> DeserializeSeed<'de> for Value<'_, '_> {
    type Value = Json;

    fn deserialize<D: serde::Deserializer<'de>>(self, value: D) -> Result<Json, D::Error> {
        value.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Value<'_, '_> {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Nothing)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Text(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Text(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Text(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Text(value.to_string()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
        let mut items = Vec::new();
        if let Some(top) = self.list {
            top.visit_seq(list)?;
            return Ok(Json::List(items));
        }
        while !spent(self.left) {
            match list.next_element_seed(Value::alone(self.left))? {
                Some(item) => items.push(item),
                None => return Ok(Json::List(items)),
            }
        }
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Json::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Json, A::Error> {
        let mut members = Vec::new();
        while !spent(self.left) {
            let Some(key) = object.next_key::<String>()? else {
                return Ok(Json::Object(members));
            };
            members.push((key, object.next_value_seed(Value::alone(self.left))?));
        }
        while object.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Json::Object(members))
    }
}
