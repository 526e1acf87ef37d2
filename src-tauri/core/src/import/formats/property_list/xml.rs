//! The form in XML, read as a stream: <https://www.apple.com/DTDs/PropertyList-1.0.dtd>.

use mail_parser::decoders::base64::base64_decode;

use super::super::markup::{Markup, Piece};
use super::super::stream::{self, TextStream};
use super::super::{FormatError, Input};
use super::Value;

pub(super) fn find<const N: usize>(
    input: &mut dyn Input,
    what: &'static str,
    path: &[&str],
    keys: [&str; N],
) -> Result<Option<[Option<Value>; N]>, FormatError> {
    let stream = TextStream::new(input)?;
    stream.allowance().lift();
    let mut markup = Markup::new(stream);
    let mut place = Place::default();
    let mut values = [const { None }; N];
    let mut text = String::new();
    while let Some(piece) = markup.next().map_err(|error| stream::failed(error, what))? {
        match piece {
            Piece::Open { name, empty, .. } => {
                text.clear();
                if is_container(&name) && !empty {
                    place.enter(&name, path);
                }
            }
            Piece::Text(more) => {
                if place.inside() {
                    text.push_str(&more);
                }
            }
            Piece::Close(name) if is_container(&name) => {
                if place.leave(path) {
                    return Ok(Some(values));
                }
            }
            Piece::Close(name) if place.inside() => {
                if name == "key" {
                    place.key = text.trim().to_owned();
                } else if place.at_end(path)
                    && let Some(at) = keys.iter().position(|key| *key == place.key)
                    && let Some(slot) = values.get_mut(at)
                    && slot.is_none()
                {
                    *slot = value(&name, std::mem::take(&mut text));
                }
            }
            Piece::Close(_) => {}
        }
    }
    // A list that was cut: what stood before counts.
    Ok(place.at_end(path).then_some(values))
}

fn is_container(name: &str) -> bool {
    matches!(name, "dict" | "array")
}

fn value(kind: &str, text: String) -> Option<Value> {
    match kind {
        "string" => Some(Value::Text(text)),
        "data" => {
            let mut packed = text.into_bytes();
            packed.retain(|byte| !byte.is_ascii_whitespace());
            base64_decode(&packed).map(Value::Data)
        }
        _ => None,
    }
}

/// Where in the list the reading stands.
#[derive(Default)]
struct Place {
    /// Dictionaries and arrays that are open.
    depth: usize,
    /// How many of them, from the outside, are the dictionaries looked for.
    on_path: usize,
    /// The last key of the innermost of these.
    key: String,
}

impl Place {
    /// Directly in a dictionary on the path, and in nothing that is inside it.
    fn inside(&self) -> bool {
        self.depth > 0 && self.depth == self.on_path
    }

    fn at_end(&self, path: &[&str]) -> bool {
        self.on_path == path.len() + 1
    }

    fn enter(&mut self, name: &str, path: &[&str]) {
        let wanted = match self.on_path.checked_sub(1) {
            None => true,
            Some(before) => path.get(before).is_some_and(|key| *key == self.key),
        };
        if name == "dict" && wanted && self.depth == self.on_path {
            self.on_path += 1;
            self.key.clear();
        }
        self.depth += 1;
    }

    /// True when the dictionary looked for has ended.
    fn leave(&mut self, path: &[&str]) -> bool {
        if self.inside() {
            if self.at_end(path) {
                return true;
            }
            self.on_path -= 1;
            self.key.clear();
        }
        self.depth = self.depth.saturating_sub(1);
        false
    }
}
