//! The objects of a page's JSON-LD scripts, read as far as they can be.

use serde_json::{Map, Value};

use super::guard;
use crate::extract::words;

/// Objects looked at on one page; more are a sign of a generated list.
const MOST_OBJECTS: usize = 2000;

/// Types of schema.org that are one article, beside all whose name ends with `Article`.
const ARTICLE_TYPES: &[&str] = &[
    "BlogPosting",
    "LiveBlogPosting",
    "SocialMediaPosting",
    "DiscussionForumPosting",
    "Report",
    "Review",
    "Recipe",
    "HowTo",
    "Interview",
];

/// Properties that hold other stories, or what readers wrote.
const OF_OTHERS: &[&str] = &[
    "itemListElement",
    "comment",
    "comments",
    "review",
    "reviews",
    "mentions",
    "citation",
    "isBasedOn",
    "relatedLink",
    "potentialAction",
];

/// True for a type that is one article.
pub(super) fn is_article(kind: &str) -> bool {
    kind.ends_with("Article") || ARTICLE_TYPES.contains(&kind)
}

/// Pages wrap JSON-LD in comments, leave line feeds and quotes inside strings or commas and
/// a semicolon at ends, write quotes as character references, and put several objects into
/// one script.
pub(super) fn parse(script: &str) -> Vec<Value> {
    let bare = script
        .trim()
        .trim_start_matches("<!--")
        .trim_start_matches("//<![CDATA[")
        .trim_start_matches("/*<![CDATA[*/");
    let bare = bare
        .trim_end_matches("-->")
        .trim_end_matches("//]]>")
        .trim_end_matches("/*]]>*/")
        .trim()
        .trim_end_matches(';');
    // Comments and assignments can stand before the data.
    let bare = &bare[bare.find(['{', '[']).unwrap_or(bare.len())..];
    let read = several(bare);
    if !read.is_empty() {
        return read;
    }
    let quoted = match bare.contains('"') {
        true => repaired(bare),
        false => repaired(&bare.replace("&quot;", "\"").replace("&#34;", "\"")),
    };
    let read = several(&quoted);
    if read.is_empty() {
        salvage(&quoted).into_iter().collect()
    } else {
        read
    }
}

fn several(text: &str) -> Vec<Value> {
    serde_json::Deserializer::from_str(text)
        .into_iter::<Value>()
        .map_while(Result::ok)
        .collect()
}

/// The script with what its author forgot: control characters and quotes inside strings
/// escaped, commas before closing brackets left out.
fn repaired(script: &str) -> String {
    let mut out = String::with_capacity(script.len() + 16);
    let mut inside = false;
    let mut rest = script.char_indices();
    while let Some((at, c)) = rest.next() {
        let after = &script[at + c.len_utf8()..];
        match c {
            _ if c.is_control() => out.push(' '),
            '\\' if inside => {
                let Some((_, escaped)) = rest.next() else {
                    break;
                };
                if "\"\\/bfnrtu".contains(escaped) {
                    out.push('\\');
                }
                out.push(if escaped.is_control() { ' ' } else { escaped });
            }
            '"' if !inside => {
                inside = true;
                out.push(c);
            }
            '"' if ends_string(after) => {
                inside = false;
                out.push(c);
            }
            '"' => out.push_str("\\\""),
            ',' if !inside && after.trim_start().starts_with(['}', ']']) => {}
            _ => out.push(c),
        }
    }
    out
}

/// True when what follows a quote goes on with the object, so that the quote ends a string.
fn ends_string(after: &str) -> bool {
    let after = after.trim_start();
    match after.chars().next() {
        None | Some('}' | ']' | ':') => true,
        Some(',') => {
            let next = after[1..].trim_start();
            next.is_empty()
                || next.starts_with(['"', '{', '[', '}', ']', '-'])
                || next.starts_with(|c: char| c.is_ascii_digit())
                || ["true", "false", "null"]
                    .iter()
                    .any(|word| next.starts_with(word))
        }
        Some(_) => false,
    }
}

/// The few plain fields of a script that is no JSON: one mistake must not cost the date.
fn salvage(script: &str) -> Option<Value> {
    let kind = script
        .split("\"@type\"")
        .skip(1)
        .filter_map(plain_value)
        .find(|kind| is_article(kind))?;
    let mut object = Map::new();
    object.insert("@type".to_owned(), Value::from(kind));
    for key in ["headline", "datePublished", "dateModified"] {
        let value = script
            .split_once(&format!("\"{key}\""))
            .and_then(|(_, rest)| plain_value(rest));
        if let Some(value) = value {
            object.insert(key.to_owned(), Value::from(value));
        }
    }
    Some(Value::Object(object))
}

/// The string after a key and its colon.
fn plain_value(after_key: &str) -> Option<&str> {
    let rest = after_key.trim_start().strip_prefix(':')?;
    let value = rest.trim_start().strip_prefix('"')?;
    Some(value.split_once('"')?.0)
}

/// All objects, those of `@graph`, lists and nested values included; not those that are
/// of other stories.
pub(super) fn flatten(values: &[Value]) -> Vec<&Value> {
    let mut out = Vec::new();
    let mut queue: Vec<&Value> = values.iter().rev().collect();
    while let Some(value) = queue.pop() {
        if out.len() >= MOST_OBJECTS {
            break;
        }
        match value {
            Value::Array(items) => queue.extend(items.iter().rev()),
            Value::Object(map) => {
                out.push(value);
                let inner = map
                    .iter()
                    .filter(|(key, _)| !OF_OTHERS.contains(&key.as_str()))
                    .map(|(_, inner)| inner);
                queue.extend(inner.filter(|v| v.is_array() || v.is_object()));
            }
            _ => {}
        }
    }
    out
}

/// The type of an object, without the address of its vocabulary.
pub(super) fn kind_of(value: &Value) -> Option<&str> {
    let bare = |kind: &'_ str| -> usize { kind.rfind(['/', ':', '#']).map_or(0, |at| at + 1) };
    match value.get("@type")? {
        Value::String(kind) => kind.get(bare(kind)..),
        Value::Array(kinds) => {
            let mut names = kinds
                .iter()
                .filter_map(Value::as_str)
                .filter_map(|kind| kind.get(bare(kind)..));
            let first = names.clone().next();
            names.find(|kind| is_article(kind)).or(first)
        }
        _ => None,
    }
}

/// The object that `value` is, or that it names by its `@id`.
pub(super) fn resolve<'v>(value: &'v Value, objects: &[&'v Value]) -> &'v Value {
    let Some(id) = value
        .get("@id")
        .and_then(Value::as_str)
        .filter(|_| value.get("name").is_none())
    else {
        return value;
    };
    objects
        .iter()
        .copied()
        .find(|o| o.get("@id").and_then(Value::as_str) == Some(id) && o.get("name").is_some())
        .unwrap_or(value)
}

/// What a value says in words: the first of a list, the name of an object.
pub(super) fn first_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(clean(text)).filter(|text| !text.is_empty()),
        Value::Array(items) => items.iter().find_map(first_text),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(map) => map
            .get("@value")
            .or_else(|| map.get("name"))
            .or_else(|| map.get("alternateName"))
            .and_then(first_text),
        _ => None,
    }
}

/// Text without character references, written once or twice, and tags.
pub(super) fn clean(text: &str) -> String {
    let once = super::unescape(text);
    if once.contains('&') && once.contains(';') && !guard::is_nested_too_deep(&once) {
        return words::collapse(&super::unescape(&once));
    }
    words::collapse(&once)
}
