//! Pages saved by Safari: a property list with the page and what it shows.

use std::io::SeekFrom;

use super::held::{FormatError, Found, Held, Input};
use super::property_list::{self, Value};
use super::read::MAX_THING;
use crate::domain::Facts;
use crate::extract::MediaType;

const WHAT: &str = "the web archive";

pub(super) fn read(
    input: &mut dyn Input,
    _name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    // The whole list is taken into memory, pictures and all.
    if input.seek(SeekFrom::End(0))? > MAX_THING {
        return Err(FormatError::TooLarge { what: WHAT });
    }
    let keys = [
        "WebResourceData",
        "WebResourceMIMEType",
        "WebResourceTextEncodingName",
        "WebResourceURL",
    ];
    let Some([data, media_type, charset, url]) =
        property_list::find(input, WHAT, &["WebMainResource"], keys)?
    else {
        return Err(FormatError::Damaged {
            what: WHAT,
            why: "no page in it".to_owned(),
        });
    };
    let text = |value: Option<Value>| value?.into_text().filter(|text| !text.is_empty());
    let media = media(text(media_type).as_deref());
    let (Some(media), Some(bytes)) = (media, data.and_then(Value::into_data)) else {
        return Err(FormatError::NoText { what: WHAT });
    };
    // One thing only: there is nothing to stop after it.
    let _end = found(Held::Page {
        name: None,
        bytes,
        media,
        charset: text(charset),
        facts: Facts {
            url: text(url).filter(|url| url.starts_with("http")),
            ..Facts::default()
        },
    });
    Ok(())
}

fn media(media_type: Option<&str>) -> Option<MediaType> {
    match media_type {
        None | Some("text/html" | "application/xhtml+xml") => Some(MediaType::Html),
        Some(other) if other.starts_with("text/") => Some(MediaType::Text),
        Some(_) => None,
    }
}
