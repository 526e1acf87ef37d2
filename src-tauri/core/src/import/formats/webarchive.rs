//! Pages saved by Safari: a property list with the page and what it shows.

use std::io::{Read, SeekFrom};

use plist::{Dictionary, Value};

use super::held::{FormatError, Found, Held, Input};
use super::read::MAX_THING;
use crate::domain::Facts;
use crate::extract::MediaType;

pub(super) fn read(
    input: &mut dyn Input,
    _name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    let what = "the web archive";
    // The whole list is taken into memory, pictures and all.
    if input.seek(SeekFrom::End(0))? > MAX_THING {
        return Err(FormatError::TooLarge { what });
    }
    input.seek(SeekFrom::Start(0))?;
    let mut bytes = Vec::new();
    input.take(MAX_THING).read_to_end(&mut bytes)?;
    let list =
        Value::from_reader(std::io::Cursor::new(bytes)).map_err(|error| FormatError::Damaged {
            what,
            why: error.to_string(),
        })?;
    let page = list
        .into_dictionary()
        .and_then(|mut list| list.remove("WebMainResource"))
        .and_then(Value::into_dictionary)
        .and_then(main_page);
    match page {
        Some(page) => {
            // One thing only: there is nothing to stop after it.
            let _end = found(page);
            Ok(())
        }
        None => Err(FormatError::NoText { what }),
    }
}

fn main_page(mut resource: Dictionary) -> Option<Held> {
    let bytes = resource.remove("WebResourceData")?.into_data()?;
    let text = |resource: &Dictionary, key: &str| {
        Some(resource.get(key)?.as_string()?.to_owned()).filter(|value| !value.is_empty())
    };
    let media = match text(&resource, "WebResourceMIMEType").as_deref() {
        None | Some("text/html" | "application/xhtml+xml") => MediaType::Html,
        Some(other) if other.starts_with("text/") => MediaType::Text,
        Some(_) => return None,
    };
    Some(Held::Page {
        name: None,
        bytes,
        media,
        charset: text(&resource, "WebResourceTextEncodingName"),
        facts: Facts {
            url: text(&resource, "WebResourceURL").filter(|url| url.starts_with("http")),
            ..Facts::default()
        },
    })
}
